# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks at the file of the Load dialog in a thread, once what is asked has come to rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.dates import AUTO
from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.file_look import FileLook, Opened, look, open_file
from ..gis.store import is_store
from .background import Latest
from .stores import store_events

PAUSE_MS = 300


@dataclass(frozen=True)
class Question:
    """Which file, which table of it, taken for what; see gis.file_look."""

    path: Path | None
    table: str = ""
    format_id: str = AUTO
    mapping: Mapping[str, str | None] = field(default_factory=dict)


class FileLooker(QObject):
    """Knows what was found: `look`, or how many `store_events`, or the `problem`; nothing while it looks."""

    begun = pyqtSignal()
    found = pyqtSignal()

    def __init__(self, question: Callable[[], Question], parent: QObject) -> None:
        super().__init__(parent)
        self._question = question
        self._opened: Opened | None = None
        self.look: FileLook | None = None
        self.store_events: int | None = None
        self.problem: FlashpointsError | None = None
        self._reader = Latest(translate("Load events", "Looking at the file"), self)
        self._reader.answered.connect(self._answered)
        self._reader.refused.connect(self._refused)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or self._reader.busy

    def forget(self) -> None:
        """Another file."""
        self._opened = self.look = self.store_events = self.problem = None

    def ask_again(self) -> None:
        """Look once the path or the value has come to rest: it may be written key by key."""
        self._reader.drop()
        self._pause.start()
        if self._question().path is None:
            self._pause.stop()

    def _look(self) -> None:
        asked = self._question()
        path, opened = asked.path, self._opened
        if path is None:
            return
        if opened is not None and asked.table != opened.table:
            opened = None
        if path.suffix.lower() == ".gpkg":
            try:
                self.store_events = store_events(path) if is_store(path) else None
            except FlashpointsError as error:
                self._refused(error)
                return
        if self.store_events is not None:
            self.found.emit()
            return
        self._reader.ask(lambda: look(opened or open_file(path, asked.table), asked.format_id, asked.mapping))
        self.begun.emit()

    def _answered(self, found: FileLook) -> None:
        self.look, self._opened, self.problem = found, found.file, found.problem
        self.found.emit()

    def _refused(self, error: FlashpointsError) -> None:
        self.look, self._opened, self.problem = None, None, error
        self.found.emit()
