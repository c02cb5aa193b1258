# SPDX-License-Identifier: GPL-2.0-or-later
"""A function in a thread of QGIS's task manager, of which only the latest call counts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import FlashpointsError
from ..core.text import translate


def _flags() -> QgsTask.Flag:
    """Cancellable; where QGIS knows such tasks (3.26), without a bar while they run and a notice at the end."""
    flags = QgsTask.Flag.CanCancel
    for name in ("Silent", "Hidden"):
        flags = flags | getattr(QgsTask.Flag, name, flags)
    return flags


_under_way: set[Work] = set()


def wait_for_all(wait_ms: int = 10_000) -> None:
    """Wait until no thread is in our code any more; for unloading. What has not begun does not begin any more."""
    deadline = time.monotonic() + wait_ms / 1000
    works = [work for work in _under_way if not sip.isdeleted(work)]
    for work in works:
        work.cancel()
    # not QgsTask.waitForFinished: it holds on to the interpreter, without which no thread comes to its end
    for work in works:
        if work.status() == QgsTask.TaskStatus.Running:
            work.left.wait(max(deadline - time.monotonic(), 0))
    _under_way.clear()


def _unexpected() -> FlashpointsError:
    return FlashpointsError(
        translate("Background", "This stopped with an error of the plugin."),
        remedy=translate(
            "Background", "View > Panels > Log Messages > Python Error shows it: please report it."
        ),
    )


class Work(QgsTask):
    """Calls a function of plain values in a thread. Only FlashpointsError is an answer; the rest is a bug."""

    answered = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, title: str, function: Callable[[], Any]) -> None:
        super().__init__(title, _flags())
        self._function = function
        self._answer: Any = None
        self._error: FlashpointsError | None = None
        self.left = threading.Event()
        """Set when the thread has left our code; QGIS says so only after a turn of the main thread."""

    def run(self) -> bool:
        """In the thread."""
        try:
            self._answer = self._function()
        except FlashpointsError as error:
            self._error = error
        finally:
            self.left.set()
        return self._error is None

    def finished(self, succeeded: bool) -> None:
        """On the main thread."""
        _under_way.discard(self)
        if self.isCanceled():
            return
        if succeeded:
            self.answered.emit(self._answer)
        else:
            self.refused.emit(self._error or _unexpected())


class Latest(QObject):
    """Runs one function at a time; an answer that a newer question has overtaken is dropped."""

    answered = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._question = 0
        self._works: dict[int, Work] = {}

    @property
    def busy(self) -> bool:
        """Whether the newest question is still without an answer."""
        return self._question in self._works

    def ask(self, function: Callable[[], Any]) -> None:
        """Start a function; what an older one answers no longer counts."""
        self._question += 1
        number = self._question
        work = Work(self._title, function)
        self._works[number] = work
        work.answered.connect(lambda answer: self._deliver(number, answer, refused=False))
        work.refused.connect(lambda error: self._deliver(number, error, refused=True))
        _under_way.add(work)
        work.taskTerminated.connect(lambda: self._works.pop(number, None))
        QgsApplication.taskManager().addTask(work)

    def drop(self) -> None:
        """Forget the question under way."""
        self._question += 1

    def _deliver(self, number: int, value: Any, refused: bool) -> None:
        self._works.pop(number, None)
        if number == self._question and not sip.isdeleted(self):  # the window may be gone by now
            (self.refused if refused else self.answered).emit(value)
