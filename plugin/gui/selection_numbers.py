# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks for the numbers beside the choices of a selection: in a thread, when the choice has rested for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.facet_events import FacetEvents
from .background import Latest

PAUSE_MS = 150


class NumberAnswers(QObject):
    """`known` brings Numbers, or None where they cannot be told: the dialog itself says why."""

    known = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: FacetEvents | None = None
        self._asked: tuple[QgsVectorLayer, dict[str, Any]] | None = None
        self._followed: set[str] = set()
        self._counter = Latest(translate("Selection", "Counting the events of each choice"), self)
        self._counter.answered.connect(self.known)
        self._counter.refused.connect(lambda _: self.known.emit(None))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def forget(self) -> None:
        """Another layer, or its events have changed."""
        self._events = None
        self._counter.drop()

    def ask(self, layer: QgsVectorLayer, parameters: Mapping[str, Any]) -> None:
        """Count for an algorithm's parameters, soon; what was asked before no longer counts."""
        self._follow(layer)
        before = self._asked
        self._asked = (layer, dict(parameters))
        if before is not None and before[0] is layer and self._kept(before[1]) != self._kept(parameters):
            self._events = None
        self._pause.start()

    def drop(self) -> None:
        """There is nothing to ask now."""
        self._pause.stop()
        self._asked = None
        self._counter.drop()
        self.known.emit(None)

    @staticmethod
    def _kept(parameters: Mapping[str, Any]) -> bool:
        return bool(parameters.get("USE_LAYER_FILTER"))

    def _follow(self, layer: QgsVectorLayer) -> None:
        """Read anew when the events, or which of them the layer shows, are not what they were."""
        if layer.id() in self._followed:
            return
        self._followed.add(layer.id())
        layer.dataChanged.connect(lambda: self._again(layer))
        for signal in (layer.subsetStringChanged, layer.selectionChanged):
            signal.connect(lambda *_: self._again(layer, only_shown=True))

    def _again(self, layer: QgsVectorLayer, only_shown: bool = False) -> None:
        if self._asked is None or self._asked[0] is not layer:
            return
        if not only_shown or self._kept(self._asked[1]):
            self.forget()
            self._pause.start()

    def _ask(self) -> None:
        if self._asked is None:
            return
        layer, parameters = self._asked
        try:
            if self._events is None:
                self._events = FacetEvents(layer, self._kept(parameters))
        except FlashpointsError:
            self.known.emit(None)  # the dialog itself says what is wrong with the layer
            return
        events = self._events
        self._counter.ask(lambda: events.count(parameters))
