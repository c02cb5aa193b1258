# SPDX-License-Identifier: GPL-2.0-or-later
"""What the list of events looks like: whose they are, the table, the totals, and what can be done with one."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.shown_table import ShownTable
from ..core.text import translate
from .look import show_as_notice
from .shown_model import ShownView


class EventListPage(QWidget):
    """A title, the table or a sentence in its place, and a line of buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.noteFrame, self.noteLabel = notice()
        self.titleLabel, self.footLabel, self.emptyLabel = (QLabel() for _ in range(3))
        for label in (self.titleLabel, self.footLabel, self.emptyLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.titleLabel.setStyleSheet("font-weight: bold;")
        self.emptyLabel.setWordWrap(True)
        self.emptyLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = ShownView()
        self.view.setObjectName("eventsView")
        self.view.setAccessibleName(translate("Event list", "Events behind a number"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.emptyLabel)
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.setSpacing(4)
        for part in (self.titleLabel, self.noteFrame):
            layout.addWidget(part)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._foot())

    def _make_buttons(self) -> None:
        self.zoomButton = push_button(
            translate("Event list", "Zoom"), translate("Event list", "Show the place of the event on the map")
        )
        self.cardButton = push_button(
            translate("Event list", "Read card"),
            translate("Event list", "All that the source says of the event"),
        )
        self.correctButton = push_button(
            translate("Event list", "Correct…"),
            translate("Event list", "Rule on the event, with a reason: what is wrong in it, or leave it out"),
        )
        self.copyButton = push_button(
            translate("Event list", "Copy"),
            translate(
                "Event list", "Copy the list as text and as a table; several selected lines: only those"
            ),
        )
        self.saveButton = push_button(
            translate("Event list", "Save CSV…"), translate("Event list", "Save the listed events as a file")
        )

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.footLabel, 1)
        for button in (
            self.zoomButton, self.cardButton, self.correctButton, self.copyButton, self.saveButton,
        ):  # fmt: skip
            row.addWidget(button)
        return row

    def show_table(self, table: ShownTable, title: str, note: str) -> None:
        """Show events, the oldest first."""
        self._show_head(title, note)
        self.view.show_table(table)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.emptyLabel.setText(translate("Event list", "No events: the number is 0."))
        self.pages.setCurrentWidget(self.view if len(table.rows) else self.emptyLabel)

    def say(self, title: str, text: str) -> None:
        """Show a sentence in the place of the table."""
        self._show_head(title, "")
        self.footLabel.clear()
        self.emptyLabel.setText(text)
        self.pages.setCurrentWidget(self.emptyLabel)
        self.enable(False, False)

    def _show_head(self, title: str, note: str) -> None:
        self.titleLabel.setText(title)
        self.titleLabel.setToolTip("")
        self.titleLabel.setVisible(bool(title))
        self.noteLabel.setText(note)
        self.noteFrame.setVisible(bool(note))

    def enable(self, one: bool, some: bool) -> None:
        """one : an event is selected; some : there are events."""
        for button in (self.zoomButton, self.cardButton, self.correctButton):
            button.setEnabled(one)
        for button in (self.copyButton, self.saveButton):
            button.setEnabled(some)


def push_button(text: str, tip: str) -> QPushButton:
    """A button with its tip."""
    button = QPushButton(text)
    button.setToolTip(tip)
    return button


def notice() -> tuple[QFrame, QLabel]:
    """A sentence that must be seen, in its frame; hidden until it has something to say."""
    frame, label = QFrame(), QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(6, 3, 6, 3)
    layout.addWidget(label)
    show_as_notice(frame, "hint")
    frame.hide()
    return frame, label
