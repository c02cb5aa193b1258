# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a Processing algorithm as a task of QGIS's own task manager and gathers what it says.

Nothing in here touches a widget. The algorithm works in a thread; `finished` is emitted on the main thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QObject, Qt, QTimer, pyqtSignal

from ..core.errors import FlashpointsError
from ..core.text import translate

DRAW_FIRST_MS = 50
"""Before an algorithm takes the main thread, the window shows that it begins."""


@dataclass
class Outcome:
    """How a run ended.

    results : the algorithm's results by output name; empty when it failed.
    errors, warnings : what it said, in order; log : everything it said.
    """

    algorithm_id: str
    title: str
    succeeded: bool
    cancelled: bool = False
    results: dict[str, Any] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    log: str = ""


class Feedback(QgsProcessingFeedback):
    """Keeps warnings and errors apart, beside the whole log. Called from the task's thread."""

    def __init__(self) -> None:
        super().__init__(False)  # do not copy every line to QGIS's message log
        self.errors: list[str] = []
        self.warnings: list[str] = []
        self.lines: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803 (QGIS's names)
        """An error; the last line of a Python traceback is what a reader needs first."""
        self.errors.append(error)
        self.lines.append(error)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        """Something the user should know."""
        self.warnings.append(warning)
        self.lines.append(warning)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        """A line of the log."""
        self.lines.append(info)


class Run(QObject):
    """One run of one algorithm. Task, context and feedback are held here: QGIS does not keep them alive.

    Raises
    ------
    FlashpointsError : when the algorithm is not there, or refuses the parameters before it starts.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal(object)

    def __init__(self, algorithm_id: str, parameters: dict[str, Any], title: str) -> None:
        super().__init__()
        self.algorithm_id = algorithm_id
        self.parameters = parameters
        self.title = title
        self.feedback = Feedback()
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.context.setFeedback(self.feedback)
        self.algorithm = self._algorithm()
        accepted, message = self.algorithm.checkParameterValues(parameters, self.context)
        if not accepted:
            raise FlashpointsError(message)
        self.task: QgsProcessingAlgRunnerTask | None = None

    def _algorithm(self) -> QgsProcessingAlgorithm:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.algorithm_id)
        if algorithm is None:
            raise FlashpointsError(
                translate("Runner", "The calculation “{name}” is not available.").format(
                    name=self.algorithm_id
                ),
                remedy=translate("Runner", "Switch the plugin off and on again in the plugin manager."),
            )
        return algorithm

    def start(self) -> None:
        """Hand the algorithm to the task manager, or run it here when it may not leave the main thread."""
        self.feedback.progressChanged.connect(self.progressed)
        if self.algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            self.feedback.progressChanged.connect(self._keep_drawing)
            QTimer.singleShot(DRAW_FIRST_MS, self._run_here)
            return
        task = QgsProcessingAlgRunnerTask(self.algorithm, self.parameters, self.context, self.feedback)
        if task.isCanceled():  # it could not be prepared, and would never tell
            QTimer.singleShot(0, self._refused)
            return
        self.task = task
        task.setDescription(self.title)
        task.executed.connect(self._ended)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the run to stop; `finished` follows."""
        self.feedback.cancel()

    def _run_here(self) -> None:
        if self.feedback.isCanceled():  # since it was asked for; the provider may even be gone
            self._ended(False, {})
            return
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            results, succeeded = self.algorithm.run(self.parameters, self.context, self.feedback)
        finally:
            QgsApplication.restoreOverrideCursor()
        self._ended(succeeded, results)

    def _keep_drawing(self) -> None:
        """Let the window show its progress while an algorithm holds the main thread; nobody can press anything."""
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _refused(self) -> None:
        self._end(False, {}, cancelled=False)

    def _ended(self, succeeded: bool, results: dict[str, Any]) -> None:
        self.task = None  # the task manager deletes it
        self._end(succeeded, results, cancelled=self.feedback.isCanceled())

    def _end(self, succeeded: bool, results: dict[str, Any], cancelled: bool) -> None:
        self.finished.emit(
            Outcome(
                algorithm_id=self.algorithm_id,
                title=self.title,
                succeeded=bool(succeeded) and not cancelled,
                cancelled=cancelled,
                results=dict(results) if succeeded else {},
                errors=list(self.feedback.errors),
                warnings=list(self.feedback.warnings),
                log="\n".join(self.feedback.lines),
            )
        )


class Runner(QObject):
    """Starts runs and holds them until they have ended."""

    ended = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.active: list[Run] = []

    def start(self, algorithm_id: str, parameters: dict[str, Any], title: str, quiet: bool = False) -> Run:
        """Start an algorithm. Raises FlashpointsError when it refuses the parameters.

        quiet : nothing is said at its end but by who asked: it answers a question, and changes nothing.
        """
        run = Run(algorithm_id, parameters, title)
        self.active.append(run)
        run.finished.connect(self._release)
        if not quiet:
            run.finished.connect(self.ended)
        run.start()
        return run

    def cancel_all(self, wait_ms: int = 10_000) -> None:
        """Stop every run and wait until its thread is out of our code; for unloading."""
        for run in self.active:
            run.cancel()
            if run.task is not None:
                run.task.waitForFinished(wait_ms)

    def _release(self, _outcome: Outcome) -> None:
        run = self.sender()
        # Not at once: the run is still inside its own signal.
        QTimer.singleShot(0, lambda: self.active.remove(run) if run in self.active else None)
