# SPDX-License-Identifier: GPL-2.0-or-later
"""The foot of every dialog: what is wrong, where results go, progress, and the buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import FlashpointsError
from ..gis.paths import UI
from .look import show_as_notice

FORM, _ = uic.loadUiType(str(UI / "dialog_foot.ui"))


MOST_NOTES = 3
"""More than these are in the log; a wall of text is read by nobody."""


class DialogFoot(QWidget, FORM):
    """Shows and hides its rows as they are needed."""

    runClicked = pyqtSignal()
    cancelClicked = pyqtSignal()
    folderChosen = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setupUi(self)
        show_as_notice(self.problemFrame, "problem")
        show_as_notice(self.noteFrame, "hint")
        for label in (self.problemLabel, self.noteLabel, self.statusLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)  # names of columns and files may look like HTML
        self.problemFrame.hide()
        self.noteFrame.hide()
        self.progressRow.hide()
        self.folderWidget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._default = Path()
        self._offered: Callable[[], None] = lambda: None
        self.problemButton.clicked.connect(lambda: self._offered())
        self.runButton.clicked.connect(self.runClicked)
        self.cancelButton.clicked.connect(self.cancelClicked)
        self.folderWidget.lineEdit().editingFinished.connect(self.folderChosen)

    def show_problem(self, error: FlashpointsError | None) -> None:
        """Say inline what is wrong and what would be right; None takes it away."""
        self.problemButton.hide()
        self.problemLabel.setText("" if error is None else str(error))
        self.problemFrame.setVisible(error is not None)

    def show_notes(self, notes: list[str]) -> None:
        """What the reader of a result has to know, one line each; an empty list takes them away."""
        self.noteLabel.setText("\n".join(notes[:MOST_NOTES]))
        self.noteFrame.setVisible(bool(notes))

    def offer(self, text: str, action: Callable[[], None]) -> None:
        """Show a button beside the problem, such as Details."""
        self._offered = action
        self.problemButton.setText(text)
        self.problemButton.show()

    def show_running(self, running: bool) -> None:
        """Progress and Cancel while an algorithm runs."""
        self.progressBar.setValue(0)
        self.progressBar.setMaximum(0 if running else 100)
        self.progressRow.setVisible(running)
        self.runButton.setEnabled(not running)
        if running:
            self.statusLabel.clear()
            self.show_problem(None)
            self.show_notes([])

    def show_progress(self, percent: float) -> None:
        """Progress of the run, 0 to 100; a busy bar until the first step is known."""
        if percent > 0:
            self.progressBar.setMaximum(100)
            self.progressBar.setValue(int(percent))

    def set_default_folder(self, folder: Path) -> None:
        """Follow the event store, unless the user chose another folder."""
        if not self.own_folder():
            self.folderWidget.setFilePath(str(folder))
        self._default = folder

    def own_folder(self) -> str:
        """The folder that the user chose instead of the default; empty when the default holds."""
        written = self.folderWidget.filePath().strip()
        return "" if not written or Path(written) == self._default else written

    def folder(self) -> Path:
        """Where results are written."""
        return Path(self.own_folder() or self._default)
