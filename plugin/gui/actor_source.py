# SPDX-License-Identifier: GPL-2.0-or-later
"""Whose events and table the actors' window is about: the stores of the project, and events that lie in none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox

from ..core.actor_draft import Row
from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.actor_events import mentions_of, mentions_of_store
from ..gis.actor_table import table_rows
from ..gis.frames import EventSource
from ..gis.rulings_algorithm import store_behind
from ..gis.store import read_rows
from .background import Latest
from .ruling_event import holds_events

PAUSE_MS = 200

Tables = tuple[list[Row], list[Row]]


class ActorSource(QObject):
    """Works the box of stores and layers. `read` carries the Mentions of the chosen events."""

    asked = pyqtSignal(str)  # another one is wanted; `open` goes there
    opened = pyqtSignal()
    written = pyqtSignal()  # by somebody else, or by us
    read = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, combo: QComboBox, parent: QObject) -> None:
        super().__init__(parent)
        self._combo = combo
        self.key = ""
        """The store's path, or the id of a layer that lies in none; "" for no events at all."""
        self.keep = False
        """Whether it has to be offered even when the project has no layer of it: there are edits."""
        self._followed: set[str] = set()
        self._reader = Latest(translate("Actors window", "Reading the names of the actors"), self)
        self._reader.answered.connect(self.read)
        self._reader.refused.connect(self.refused)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.written)
        combo.activated.connect(lambda _: self._activated())
        QgsProject.instance().layersAdded.connect(self.list_layers)
        QgsProject.instance().layersRemoved.connect(self.list_layers)

    @property
    def store(self) -> Path | None:
        """The chosen store; None for a layer that lies in none."""
        return (
            Path(self.key) if self.key.lower().endswith(".gpkg") else None
        )  # ids of layers end in other ways

    def list_layers(self, *_: object) -> None:
        """Offer what the project has now, the chosen one kept."""
        self._combo.clear()
        for layer in QgsProject.instance().mapLayers().values():
            if holds_events(layer):
                store = self._store_of(layer)
                key = str(store) if store else layer.id()
                if self._combo.findData(key) < 0:
                    self._combo.addItem(store.name if store else layer.name(), key)
                self._follow(layer)
        if self.keep and self.store and self._combo.findData(self.key) < 0:
            self._combo.addItem(Path(self.key).name, self.key)
        place = self._combo.findData(self.key)
        self._combo.setCurrentIndex(max(place, 0))
        if place < 0:
            self.open(self._combo.currentData() or "")

    def _store_of(self, layer: Any) -> Path | None:
        try:
            return store_behind(layer)
        except FlashpointsError as error:
            self.refused.emit(error)
            return None

    def _follow(self, layer: Any) -> None:
        if layer.id() not in self._followed:
            self._followed.add(layer.id())
            layer.dataChanged.connect(self._pause.start)

    def _activated(self) -> None:
        wanted = self._combo.currentData()
        if wanted != self.key:
            self._combo.setCurrentIndex(self._combo.findData(self.key))
            self.asked.emit(wanted)

    def open(self, key: str) -> None:
        """Go to a store or layer, and read its events."""
        self.key = key
        self._combo.setCurrentIndex(self._combo.findData(key))
        self.opened.emit()
        self.read_events()

    def tables(self) -> Tables:
        """Rows and families of the chosen store, those of the plugin where it has none."""
        try:
            if self.store is not None:
                return table_rows(read_rows(self.store, "actors"), read_rows(self.store, "families"))
        except FlashpointsError as error:
            self.refused.emit(error)
        return table_rows()

    def read_events(self) -> None:
        """Read who is named in the events."""
        store, layer = self.store, QgsProject.instance().mapLayer(self.key)
        if store is not None:
            self._reader.ask(lambda: mentions_of_store(store))
        elif isinstance(layer, QgsVectorLayer):
            try:
                source = EventSource.from_layer(layer)
            except FlashpointsError as error:
                self.refused.emit(error)
                return
            self._reader.ask(lambda: mentions_of(source))
