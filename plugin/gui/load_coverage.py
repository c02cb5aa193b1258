# SPDX-License-Identifier: GPL-2.0-or-later
"""The dates that a file covers: shown after the import, and corrected where the rule is wrong."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import QDateEdit, QGridLayout, QLabel, QPushButton, QWidget

from ..core.periods import Period
from ..core.text import date, translate
from .lines import PlainLabel


class CoverageRow(QWidget):
    """One sentence and a button; the button shows two dates to correct it."""

    corrected = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel()
        self.label.setToolTip(
            translate(
                "Coverage",
                "From the first of the month of the first event to the last event. Days outside count as not covered, "
                "not as quiet.",
            )
        )
        self.correctButton = QPushButton(translate("Coverage", "Correct…"))
        self.startLabel, self.endLabel = (
            QLabel(translate("Coverage", "From")),
            QLabel(translate("Coverage", "to")),
        )
        self.startEdit, self.endEdit = QDateEdit(), QDateEdit()
        self.saveButton = QPushButton(translate("Coverage", "Save"))
        self._editors = (self.startLabel, self.startEdit, self.endLabel, self.endEdit, self.saveButton)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 0, 0, 1, 6)
        layout.addWidget(self.correctButton, 0, 6)
        for column, widget in enumerate(self._editors):
            layout.addWidget(widget, 1, column)
        layout.setColumnStretch(5, 1)
        for edit, label in ((self.startEdit, self.startLabel), (self.endEdit, self.endLabel)):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            label.setBuddy(edit)
        for button in (self.correctButton, self.saveButton):
            button.setAutoDefault(False)
        self.correctButton.clicked.connect(lambda: self._edit(True))
        self.saveButton.clicked.connect(lambda: self.corrected.emit())
        self._edit(False)

    def show_coverage(self, coverage: dict[str, str] | None) -> None:
        """Show {start, end} in ISO; None hides the row."""
        self.setVisible(coverage is not None)
        if coverage is not None:
            first, last = (datetime.date.fromisoformat(coverage[end]) for end in ("start", "end"))
            self.show_period(Period(first, last))

    def show_period(self, period: Period) -> None:
        """Show what is in the store."""
        self.label.setText(
            translate("Coverage", "The file covers {start} to {end}.").format(
                start=date(period.start), end=date(period.end)
            )
        )
        self.startEdit.setDate(QDate(period.start.year, period.start.month, period.start.day))
        self.endEdit.setDate(QDate(period.end.year, period.end.month, period.end.day))
        self._edit(False)

    def period(self) -> Period:
        """The two dates. Raises FlashpointsError when they are the wrong way round."""
        return Period(_python_date(self.startEdit.date()), _python_date(self.endEdit.date()))

    def stops(self) -> list[QWidget]:
        """Where the tab key stops."""
        return [self.correctButton, self.startEdit, self.endEdit, self.saveButton]

    def _edit(self, on: bool) -> None:
        for widget in self._editors:
            widget.setVisible(on)
        self.correctButton.setVisible(not on)
        if on:
            self.startEdit.setFocus()


def _python_date(value: QDate) -> datetime.date:
    return datetime.date(value.year(), value.month(), value.day())
