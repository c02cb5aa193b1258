# SPDX-License-Identifier: GPL-2.0-or-later
"""The first rows of an event file, and above them what each of its columns is taken for."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QStyle, QTableWidget, QTableWidgetItem, QWidget

from ..core.headers import shown
from ..core.text import translate
from ..gis.file_look import FileLook
from .column_words import column_words, in_words
from .look import show_as_list

LINES = 5
CELL_CHARACTERS = 80
"""Texts are cut here: notes run over pages."""
COLUMN_CHARACTERS = 26
_TAKEN = 0  # the row of what the columns are taken for; the file's rows follow


class PreviewTable(QTableWidget):
    """A row of canonical columns, to be read or to be chosen from, above the first rows of a file."""

    chosen = pyqtSignal(int, str)  # position in the file, canonical column or "" for not used

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewTable")
        self.setAccessibleName(translate("Preview", "First rows of the file"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.5))
        self._look: FileLook | None = None
        self._editable = False

    def show_file(self, look: FileLook, editable: bool) -> None:
        """Show a file's columns and first rows; the boxes stay where they are while only their choices change."""
        before = self._look
        self._look = look
        if before is None or before.header != look.header or before.file is not look.file:
            self._fill(look)
        if self._editable != editable or self.cellWidget(_TAKEN, 0) is None and editable:
            self._editable = editable
        for position in range(len(look.header)):
            self._show_taken(look, position)
        if before is None or before.file is not look.file:
            self._set_widths()

    def _fill(self, look: FileLook) -> None:
        self.clear()
        rows = look.file.sample.rows[:LINES]
        self.setColumnCount(len(look.header))
        self.setRowCount(len(rows) + 1)
        self.setVerticalHeaderLabels(
            [translate("Preview", "taken for"), *(str(n + 1) for n in range(len(rows)))]
        )
        for column, name in enumerate(look.header):
            item = QTableWidgetItem(shown(name) or translate("Preview", "(no name)"))
            item.setToolTip(as_tooltip(name))
            self.setHorizontalHeaderItem(column, item)
        for row, fields in enumerate(rows, _TAKEN + 1):
            for column, text in enumerate(fields[: len(look.header)]):
                item = QTableWidgetItem(text[:CELL_CHARACTERS])
                if len(text) > COLUMN_CHARACTERS:
                    item.setToolTip(as_tooltip(text[: 10 * CELL_CHARACTERS]))
                self.setItem(row, column, item)

    def _show_taken(self, look: FileLook, position: int) -> None:
        """What a column is taken for, as a box to choose in or as text."""
        taken = [name for name, at in look.positions.items() if at == position]
        guess = next((look.guesses[name] for name in taken if name in look.guesses), None)
        why = translate("Preview", "Guessed: {why}.").format(why=guess.why) if guess else ""
        box = self.cellWidget(_TAKEN, position)
        if self._editable:
            if not isinstance(box, ColumnBox):
                box = ColumnBox(look.header[position])
                box.activated.connect(
                    lambda _=0, box=box, at=position: self.chosen.emit(at, box.currentData())
                )
                box.focused.connect(lambda at=position: self._bring_into_view(at))
                self.setCellWidget(_TAKEN, position, box)
                self.setItem(_TAKEN, position, None)
            box.show_choice(taken, bool(guess))
            box.setToolTip(as_tooltip(why))
            self.setColumnWidth(position, max(self.columnWidth(position), box.needed_width()))
            return
        if box is not None:
            self.removeCellWidget(_TAKEN, position)
        text = in_words(taken) if taken else translate("Preview", "not used")
        item = QTableWidgetItem(with_guess_mark(text) if guess else text)
        font = self.font()
        font.setBold(bool(taken))
        font.setItalic(not taken)
        item.setFont(font)
        item.setToolTip(as_tooltip(why))
        self.setItem(_TAKEN, position, item)

    def boxes(self) -> list[QWidget]:
        """The boxes in which the columns are chosen, from left to right; none while they are only read."""
        there = [self.cellWidget(_TAKEN, column) for column in range(self.columnCount())]
        return [box for box in there if box is not None]

    def _bring_into_view(self, column: int) -> None:
        self.scrollTo(self.model().index(_TAKEN, column))

    def _set_widths(self) -> None:
        """Columns as wide as their texts, within limits; the box of the longest words fits each."""
        widest = self.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS
        self.horizontalHeader().setMaximumSectionSize(-1)
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            box = self.cellWidget(_TAKEN, column)
            least = box.needed_width() if isinstance(box, ColumnBox) else 0
            self.setColumnWidth(column, max(least, min(self.columnWidth(column), widest)))
        box = self.cellWidget(_TAKEN, 0)
        usual = self.verticalHeader().defaultSectionSize()
        self.setRowHeight(_TAKEN, box.sizeHint().height() + 2 if box is not None else usual)
        height = self.sizeHint().height()
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """All its lines, the header and the scroll bar."""
        height = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        height += sum(self.rowHeight(row) for row in range(self.rowCount())) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)


class ColumnBox(QComboBox):
    """Chooses what a column of the file is taken for. The wheel scrolls the window, it does not choose."""

    focused = pyqtSignal()

    def __init__(self, column: str) -> None:
        super().__init__()
        self.setAccessibleName(
            translate("Preview", "What the column {name} is taken for").format(name=shown(column))
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(18)
        show_as_list(self)
        self._not_used = translate("Preview", "not used")
        self.addItem(self._not_used, "")
        for canonical, words in column_words().items():
            self.addItem(words, canonical)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * bar)
        self.installEventFilter(self)

    def show_choice(self, taken: list[str], guessed: bool) -> None:
        """Select what it is taken for; of two canonical columns both are named."""
        words = column_words()
        for index in range(1, self.count()):
            self.setItemText(index, words[self.itemData(index)])
        self.setCurrentIndex(self.findData(taken[0]) if taken else 0)
        if taken:
            text = in_words(taken)
            self.setItemText(self.currentIndex(), with_guess_mark(text) if guessed else text)
        font = self.font()
        font.setItalic(not taken)
        self.setFont(font)

    def needed_width(self) -> int:
        """The width that the words of its choice take, with the arrow; its list may be wider."""
        arrow = self.sizeHint().height()
        return self.fontMetrics().horizontalAdvance(self.currentText()) + 2 * arrow

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Leave the wheel to the window; tell when the keyboard comes here.

        A key opens the list instead of walking through it: each step would take a column away from another.
        """
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _would_choose(event):
            self.showPopup()
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)


def _would_choose(event: QKeyEvent) -> bool:
    """Whether a key would change the choice of a closed box."""
    keys = (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    )
    return event.key() in keys or event.text().isprintable() and bool(event.text().strip())


def with_guess_mark(words: str) -> str:
    """Mark what was guessed."""
    return translate("Preview", "{column} (guessed)").format(column=words)


def as_tooltip(text: str) -> str:
    """A text of a file for a tooltip, which would take one that looks like HTML for that."""
    return f"<span>{escape(text)}</span>" if text else ""
