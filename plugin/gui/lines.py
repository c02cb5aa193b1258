# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences one under the other, each with a mark before it; a long list is folded."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from ..core.text import number, translate

BULLET = "•"


class PlainLabel(QLabel):
    """Shows any text as it is written, wrapped and whole, and lets it be copied.

    Its least height is a line. A label's own would be that of its text wrapped to a word a line, and a scroll area
    keeps as much room free, though it also asks for the height that the text takes.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as the longest word, one line high."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing())


class Lines(QWidget):
    """Shows sentences in full; those beyond `most` when asked for."""

    def __init__(self, most: int, icon: QIcon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._icon = most, icon
        self._rows: list[tuple[QLabel, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.moreButton = QToolButton()
        self.moreButton.setCheckable(True)
        self.moreButton.setAutoRaise(True)
        self.moreButton.toggled.connect(self._fold)
        self._grid.addWidget(self.moreButton, 0, 1)
        self.hide()

    def texts(self) -> list[str]:
        """All sentences, shown or folded."""
        return [label.text() for _, label in self._rows]

    def show_lines(self, sentences: Sequence[str]) -> None:
        """Show other sentences; none hides the whole."""
        for pair in self._rows:
            for label in pair:
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        self._grid.removeWidget(self.moreButton)
        self._rows = [(self._mark(), PlainLabel(sentence)) for sentence in sentences]
        for row, (mark, label) in enumerate(self._rows):
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 1)
        self._grid.addWidget(self.moreButton, len(self._rows), 1)
        self.moreButton.setChecked(False)
        self._fold(False)
        self.setVisible(bool(self._rows))

    def _mark(self) -> QLabel:
        label = QLabel(BULLET)
        if self._icon is not None:
            size = self.fontMetrics().height()
            label.setPixmap(self._icon.pixmap(size, size))
        return label

    def _fold(self, unfolded: bool) -> None:
        # one line more costs no more room than the button that would unfold it
        most = len(self._rows) if unfolded or len(self._rows) <= self._most + 1 else self._most
        for row, pair in enumerate(self._rows):
            for label in pair:
                label.setVisible(row < most)
        self.moreButton.setVisible(unfolded or most < len(self._rows))
        self.moreButton.setText(
            translate("Lines", "Show less")
            if unfolded
            else translate("Lines", "Show {n} more").format(n=number(len(self._rows) - most))
        )
