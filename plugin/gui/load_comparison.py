# SPDX-License-Identifier: GPL-2.0-or-later
"""What an update will do to the store, before it does it."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTemporaryDir, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.text import number, translate
from .lines import Lines, PlainLabel
from .look import scale_text

NUMBERS = ("ADDED", "CHANGED", "REMOVED", "UNCHANGED", "KEPT")
MOST_SENTENCES = 6


class ComparisonPanel(QFrame):
    """Added, changed, removed, unchanged; and what has to be confirmed first."""

    confirmed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonFrame")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title = PlainLabel()
        self.numbers = [QLabel() for _ in NUMBERS]
        self.sentences = Lines(MOST_SENTENCES, QgsApplication.getThemeIcon("/mIconWarning.svg"))
        self.reportButton = QPushButton(translate("Comparison", "Show each chan&ge"))
        self.reportButton.setObjectName("changesButton")
        self.reportButton.setAutoDefault(False)
        self.reportButton.clicked.connect(self._show_report)
        self._folder = QTemporaryDir()
        self.confirmCheck = QCheckBox(translate("Comparison", "I have looked at this: go on all the same"))
        self.confirmCheck.setObjectName("confirmCheck")
        self.confirmCheck.clicked.connect(lambda _: self.confirmed.emit())
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.reportButton)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addLayout(self._row())
        layout.addWidget(self.sentences)
        layout.addWidget(self.confirmCheck)
        self.hide()

    def _row(self) -> QGridLayout:
        captions = (
            translate("Comparison", "added"),
            translate("Comparison", "changed"),
            translate("Comparison", "removed"),
            translate("Comparison", "unchanged"),
            translate("Comparison", "left: newer in the store"),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for column, (label, caption) in enumerate(zip(self.numbers, captions)):
            below = PlainLabel(caption)
            below.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, 0, column)
            grid.addWidget(below, 1, column)
            grid.setColumnStretch(column, 3 if len(caption) > 12 else 2)
        return grid

    def report_path(self) -> str:
        """Where the comparison lists each change; gone with the window."""
        return self._folder.filePath("changes.html")

    def _show_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.report_path()))

    def show_comparison(self, results: dict[str, Any], done: bool) -> None:
        """Show the numbers of importevents, before the update or after it is done."""
        self.title.setText(
            translate("Comparison", "What the update has done to the store's events")
            if done
            else translate("Comparison", "What the update will do to the store's events; nothing is done yet")
        )
        scale_text(self.title, 1.0, bold=True)
        for label, name in zip(self.numbers, NUMBERS):
            label.setText(number(int(results.get(name) or 0)))
            scale_text(label, 1.3, bold=True)
        asked = [] if done else json.loads(str(results.get("CONFIRM") or "[]"))
        self.sentences.show_lines([str(sentence) for sentence in asked])
        self.confirmCheck.setChecked(False)
        self.confirmCheck.setVisible(bool(asked))
        self.reportButton.setVisible(not done)  # the account has a report of its own
        self.show()

    def stops(self) -> list[QWidget]:
        """Where the tab key stops."""
        return [self.reportButton, self.sentences.moreButton, self.confirmCheck]

    def waits(self) -> bool:
        """Whether something is still to be confirmed."""
        return bool(self.sentences.texts()) and not self.confirmCheck.isChecked()

    def forget(self) -> None:
        """What was compared has changed since."""
        self.sentences.show_lines([])
        self.confirmCheck.setChecked(False)
        self.hide()
