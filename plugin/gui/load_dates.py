# SPDX-License-Identifier: GPL-2.0-or-later
"""The question whether the day or the month comes first, asked with the file's own dates."""

from __future__ import annotations

import datetime

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from ..core.dates import DMY, MDY, numeric_date
from ..core.headers import shown
from ..core.text import date, translate
from ..gis.file_look import DateDoubt
from .lines import PlainLabel
from .look import scale_text


class DateQuestion(QFrame):
    """Two answers, neither chosen beforehand."""

    answered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dateQuestion")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = PlainLabel()
        self.dayButton, self.monthButton = QRadioButton(), QRadioButton()
        self.restLabel = PlainLabel()
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        for widget in (self.label, self.dayButton, self.monthButton, self.restLabel):
            layout.addWidget(widget)
        for button in (self.dayButton, self.monthButton):
            self._group.addButton(button)
            button.clicked.connect(lambda _: self.answered.emit())
        self._doubt: DateDoubt | None = None
        self.hide()

    def ask(self, doubt: DateDoubt | None) -> None:
        """Ask about a column's dates; None takes the question away. The same question keeps its answer."""
        if doubt != self._doubt:
            self._doubt = doubt
            self._group.setExclusive(False)
            self.dayButton.setChecked(False)
            self.monthButton.setChecked(False)
            self._group.setExclusive(True)
        self.setVisible(doubt is not None)
        if doubt is None:
            return
        scale_text(self.label, 1.0, bold=True)
        mixed = bool(doubt.day_first and doubt.month_first)
        self.label.setText(
            translate("Date question", "The dates of this file are written in two ways. Which one is meant?")
            if mixed
            else translate(
                "Date question", "The dates of this file can be read in two ways. Which one is meant?"
            )
        )
        self.dayButton.setText(
            translate("Date question", "Day fi&rst: {example}").format(example=_example(doubt, DMY))
        )
        self.monthButton.setText(
            translate("Date question", "M&onth first: {example}").format(example=_example(doubt, MDY))
        )
        self.restLabel.setVisible(mixed)
        rest = translate(
            "Date question",
            "Rows that are written the other way, such as {day} or {month}, will be rejected.",
        )
        self.restLabel.setText(rest.format(day=shown(doubt.day_first), month=shown(doubt.month_first)))

    def stops(self) -> list[QWidget]:
        """Where the tab key stops."""
        return [self.dayButton, self.monthButton]

    def order(self) -> str:
        """The answer, dmy or mdy; "" while there is none."""
        if self._doubt is None:
            return ""
        return DMY if self.dayButton.isChecked() else MDY if self.monthButton.isChecked() else ""

    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self._doubt is not None and not self.order()


def _example(doubt: DateDoubt, order: str) -> str:
    """A date of the file and how it reads in an order, for a button."""
    text = doubt.either or (doubt.day_first if order == DMY else doubt.month_first)
    numbers = numeric_date(text)
    if numbers is None:
        return ""
    first, second, year = numbers
    day, month = (first, second) if order == DMY else (second, first)
    try:
        read = date(datetime.date(year, month, day))
    except ValueError:  # 31 February: the row will be rejected
        read = translate("Date question", "no date")
    example = translate("Date question", "{written} is {read}")
    return example.format(written=shown(text).replace("&", "&&"), read=read)
