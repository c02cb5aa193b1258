# SPDX-License-Identifier: GPL-2.0-or-later
"""A dialog whose right half answers while one chooses: the algorithm's own functions, in a thread, on kept events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.live_events import LiveEvents
from .background import Latest
from .dialog import AnalysisDialog
from .live_half import LiveHalf
from .look import screen_width
from .window import Window

PAUSE_MS = 250
"""How long the choice must rest before the live half answers."""

Going = Callable[[float], bool]
"""Called by long work with the part that is done; False once the answer is no longer wanted."""
Answering = Callable[[LiveEvents, Going], Any]


class LiveDialog(AnalysisDialog):
    """Its form has a row `halves`, in which the live half comes last. Subclasses say `question` and `show_answer`."""

    hint = ""
    """What the live half says while there is nothing to answer."""

    def __init__(self, host: Window) -> None:
        self._events: LiveEvents | None = None
        self._followed: set[str] = set()
        self._asked = 0
        self._pause = QTimer()
        super().__init__(host)
        self.live = LiveHalf(self)
        self.halves.addWidget(self.live, 1)
        self.live.listAsked.connect(self._list)
        self._answers = Latest(translate("Live half", "Counting for the preview"), self)
        self._answers.answered.connect(self.show_answer)
        self._answers.refused.connect(lambda error: self.clear_answer(str(error)))
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.selection.filterCheck.toggled.connect(self._events_changed)

    # What the subclasses say

    def question(self, parameters: dict[str, Any]) -> Answering:
        """What the live half asks: a function of plain values for a thread. Called on the main thread."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show what a question was answered with."""
        raise NotImplementedError

    def clear_answer(self, why: str) -> None:
        """Show no answer, and say why."""
        self.live.say(why)

    # Asking

    def layer_changed(self, layer: QgsVectorLayer | None) -> None:
        """Another layer: other events."""
        super().layer_changed(layer)
        self._events = None
        if layer is not None and layer.id() not in self._followed:
            self._followed.add(layer.id())
            for signal in (layer.dataChanged, layer.subsetStringChanged, layer.selectionChanged):
                signal.connect(self._events_changed)

    def _events_changed(self, *_: object) -> None:
        """The events, or which of them the layer shows, are not what they were."""
        self._events = None
        self._pause.start()

    def check(self) -> None:
        """Say what is wrong, and answer soon."""
        super().check()
        self._pause.start()

    def ask(self) -> None:
        """Ask now; what was asked before no longer counts."""
        self._asked += 1
        layer = self.selection.layer()
        if layer is None or self.selection.facts is None:
            self._answers.drop()
            self.clear_answer(self.hint)
            return
        try:
            parameters = self.collect()
            answering = self.question(parameters)
            if self._events is None:
                self._events = LiveEvents(layer, parameters["USE_LAYER_FILTER"])
        except FlashpointsError:
            self._answers.drop()
            self.clear_answer("")  # the foot says what is wrong
            return
        if self.live.is_empty():
            self.clear_answer(translate("Live half", "Counting…"))
        events, number = self._events, self._asked
        self._answers.ask(lambda: answering(events, lambda _: self._asked == number))

    def _list(self, title: str, ids: list[str]) -> None:
        layer = self.selection.layer()
        if layer is not None:
            self.host.list_events(layer, title, ids)

    # Size

    def room_for_form(self) -> int:
        """The live half needs its width too."""
        self.live.setMinimumWidth(min(self.live.least_width(), screen_width(self) // 2))
        return super().room_for_form() - self.live.minimumWidth() - self.halves.spacing()
