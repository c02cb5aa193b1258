# SPDX-License-Identifier: GPL-2.0-or-later
"""What all dialogs share: the foot, running, help, and remembering. They stay open and never block the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QLabel

from ..core.errors import FlashpointsError
from ..core.text import translate
from .foot import DialogFoot
from .help import open_help
from .look import (
    align_labels,
    fit_to_screen,
    icon,
    keep_on_screen,
    screen_width,
    show_as_notice,
    show_texts_as_they_are,
    width_of,
)
from .results import default_folder
from .runner import Outcome, Run
from .selection_widget import SelectionWidget
from .settings import DialogSettings
from .window import Window, failure


class FlashpointsDialog(QDialog):
    """A dialog made from a form that has a scroll area `formScroll` and a `footPlace`.

    Subclasses set `name` (of icon, settings and, unless `help_page` says another, help) and `algorithm`, and answer
    `collect` and `title`.
    """

    name = ""
    help_page = ""
    algorithm = ""
    width_in_lines = 38.0
    height_in_lines = 35.0

    def __init__(self, host: Window) -> None:
        super().__init__(host.widget)
        self.setupUi(self)
        self.host = host
        self.settings = DialogSettings(self.name)
        self.run: Run | None = None
        self._placed = False
        self.setWindowIcon(icon(self.name))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setModal(False)
        self.foot = DialogFoot(self)
        self.footPlace.addWidget(self.foot)
        self.foot.runButton.setText(self.verb())
        self.foot.runClicked.connect(self.start)
        self.foot.cancelClicked.connect(self._cancel)
        self.foot.closeButton.clicked.connect(self.close)
        self.foot.helpButton.clicked.connect(self.show_help)

    # What the subclasses say

    def verb(self) -> str:
        """The text of the button that runs."""
        return translate("Dialog", "Run")

    def collect(self) -> dict[str, Any]:
        """The algorithm's parameters without outputs. Raises FlashpointsError when something is missing or wrong."""
        raise NotImplementedError

    def outputs(self) -> dict[str, str]:
        """The algorithm's output files. Raises FlashpointsError when they cannot be written."""
        raise NotImplementedError

    def title(self) -> str:
        """What the run is called, in the task manager and in file names."""
        raise NotImplementedError

    def keep(self) -> None:
        """Remember the settings."""

    def succeeded(self, outcome: Outcome) -> None:
        """Show what came out."""
        self.foot.show_notes(outcome.warnings)
        self.host.show_results(outcome, self.windowTitle())

    # Running

    def start(self) -> None:
        """Check, then hand over to the runner; the dialog stays open."""
        self.keep()
        try:
            parameters = self.collect()
            parameters.update(self.outputs())
            run = self.host.runner.start(self.algorithm, parameters, self.title())
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return
        self.run = run
        self.foot.show_running(True)
        run.progressed.connect(self.foot.show_progress)
        run.finished.connect(self._finished)

    def _cancel(self) -> None:
        if self.run is not None:
            self.run.cancel()

    def _finished(self, outcome: Outcome) -> None:
        self.run = None
        self.foot.show_running(False)
        if outcome.succeeded:
            self.foot.statusLabel.setText(translate("Dialog", "Done."))
            self.succeeded(outcome)
        elif outcome.cancelled:
            self.foot.statusLabel.setText(translate("Dialog", "Cancelled."))
        else:
            self._show_failure(outcome)

    def _show_failure(self, outcome: Outcome) -> None:
        error = failure(outcome)
        self.foot.show_problem(error)
        self.foot.offer(translate("Dialog", "Details"), lambda: self.host.show_details(error, outcome.log))

    # Opening and closing

    def present(self) -> None:
        """Open the dialog, or bring it to the front. Only the first time its size is ours to choose."""
        if not self._placed:
            line = self.fontMetrics().height()
            fit_to_screen(self, QSize(int(line * self.width_in_lines), int(line * self.height_in_lines)))
            self._placed = True
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Widths are known once the theme's fonts are, which is after the showing."""
        super().showEvent(event)
        show_texts_as_they_are(self)
        QTimer.singleShot(0, self.fit_form)

    def fit_form(self) -> None:
        """Let the form scroll up and down only, as long as the screen is wide enough."""
        self.formScroll.setMinimumWidth(min(width_of(self.formScroll), self.room_for_form()))
        keep_on_screen(self)

    def room_for_form(self) -> int:
        """The width that the screen leaves for the form."""
        margins = self.layout().contentsMargins()
        return screen_width(self) - margins.left() - margins.right()

    def done(self, result: int) -> None:
        """Remember the settings whenever the dialog closes."""
        self.keep()
        super().done(result)

    def show_help(self) -> None:
        """Open the help page."""
        open_help(self.help_page or self.name)


class AnalysisDialog(FlashpointsDialog):
    """A dialog with the shared selection, in a form that also has `selectionPlace` and the banner `emptyFrame`."""

    height_in_lines = 37.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.selection = SelectionWidget(self)
        self.selectionPlace.addWidget(self.selection)
        show_as_notice(self.emptyFrame, "hint")
        self.emptyButton.clicked.connect(lambda: host.open_dialog("load_events"))
        align_labels([*self.labels(), *self.selection.labels(), self.foot.folderLabel])
        self.restore()
        self.selection.layerChanged.connect(self._layer_changed)
        self.selection.changed.connect(self.check)
        self._layer_changed()

    def fit_form(self) -> None:
        """On a narrow screen the event types stand one under the other."""
        if not self.selection.one_column and width_of(self.formScroll) > self.room_for_form():
            self.selection.use_one_column()
            QTimer.singleShot(0, self.fit_form)  # when the layout knows of it
            return
        super().fit_form()

    def labels(self) -> list[QLabel]:
        """The labels of the first column of the dialog's own forms."""
        return []

    def restore(self) -> None:
        """Open with what was chosen last."""
        self.selection.restore(self.settings)
        self.foot.folderWidget.setFilePath(self.settings.text("folder"))

    def keep(self) -> None:
        """Remember what is chosen."""
        self.selection.keep(self.settings)
        self.settings.keep(folder=self.foot.own_folder())

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again what an earlier run was asked; what it left out is as the algorithm has it.

        Raises
        ------
        FlashpointsError : when a layer of that run is not in the project; the rest is shown all the same.
        """
        self.selection.set_parameters(parameters)

    def _layer_changed(self) -> None:
        layer = self.selection.layer()
        self.emptyFrame.setVisible(layer is None)
        self.foot.runButton.setEnabled(layer is not None and self.run is None)
        self.layer_changed(layer)
        self.check()

    def layer_changed(self, layer: Any) -> None:
        """Follow another events layer."""
        if layer is not None:
            self.foot.set_default_folder(default_folder(layer))

    def check(self) -> None:
        """Say at once, inline, what would not run. Nothing is wrong yet while there is no layer, or it is looked at."""
        if self.run is not None:
            return
        self.foot.statusLabel.clear()  # it spoke of what was chosen before
        self.foot.show_notes([])
        problem = None
        if self.selection.layer() is not None and self.selection.facts is not None:
            try:
                self.collect()
            except FlashpointsError as error:
                problem = error
        self.foot.show_problem(problem)
