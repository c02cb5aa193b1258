# SPDX-License-Identifier: GPL-2.0-or-later
"""A ShownTable in a QTableView: sorted by a click on a head, totals at the foot, copied as text and HTML at once."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QMimeData, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor, QFont, QGuiApplication, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView, QWidget

from ..core.shown_table import ShownTable, as_html, as_text
from .card_html import blended

WIDEST = 42
"""Characters of a column; the whole text is in its tip."""
QUIET = 0.62
"""How much of the text's colour greyed cells have: paler than the others, and still read."""
_ROLE = Qt.ItemDataRole
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ShownModel(QAbstractTableModel):
    """Rows in the order that was asked for; `position` tells which row of the table a line shows."""

    def __init__(self, table: ShownTable, palette: QPalette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._palette = palette
        self._sorted: tuple[int | None, bool] = (None, False)
        self._order = table.order()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's own)
        """How many lines."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns."""
        return 0 if parent.isValid() else len(self.table.columns)

    def position(self, line: int) -> int:
        """The row of the table that a line shows."""
        return int(self._order[line])

    def line_of(self, position: int) -> int:
        """The line that shows a row of the table."""
        return int(np.flatnonzero(self._order == position)[0])

    def lines(self) -> list[int]:
        """The rows of the table in the order of the lines."""
        return [int(one) for one in self._order]

    def data(self, index: QModelIndex, role: int = _ROLE.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row, column = self.position(index.row()), index.column()
        if role == _ROLE.DisplayRole:
            return " ".join(self.table.text(row, column).split())
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if self.table.columns[column].right else _LEFT
        if role == _ROLE.ToolTipRole:
            text = self.table.text(row, column)
            return f"<p>{escape(text)}</p>" if text and not self.table.columns[column].right else None
        if role == _ROLE.FontRole and self.table.foot[row]:
            font = QFont()
            font.setBold(True)
            return font
        if role == _ROLE.ForegroundRole and self.table.is_quiet(row, column):
            return QColor(blended(self._palette, QUIET))
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The heads of the columns; lines have none."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.table.columns):
            return None
        shown = self.table.columns[section]
        if role == _ROLE.DisplayRole:
            return shown.head
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if shown.right else _LEFT
        if role == _ROLE.ToolTipRole:
            return f"<p>{escape(shown.tip)}</p>" if shown.tip else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Another order; -1 for the order that the table came in. Selected lines go with their rows."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = [(self.position(index.row()), index.column()) for index in before]
        descending = order == Qt.SortOrder.DescendingOrder
        self._order = self.table.order(column if column >= 0 else None, descending)
        line = np.empty(len(self._order), dtype=int)
        line[self._order] = np.arange(len(self._order))
        after = [self.index(int(line[row]), column) for row, column in rows]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


class ShownView(QTableView):
    """Shows a ShownTable. One click selects a line, several can be selected to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.5))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def show_table(self, table: ShownTable) -> None:
        """Show another table, in the order that it comes in."""
        before = self.model()
        self.setSortingEnabled(False)
        self.setModel(ShownModel(table, self.palette(), self))
        if before is not None:
            before.deleteLater()
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Columns as wide as what they hold, within limits."""
        widest = self.fontMetrics().averageCharWidth() * WIDEST
        for column in range(self.model().columnCount() if self.model() is not None else 0):
            wanted = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, min(wanted + self.fontMetrics().averageCharWidth(), widest))

    def positions(self) -> list[int]:
        """The selected rows of the table, in the order of the lines."""
        model = self.model()
        if not isinstance(model, ShownModel):
            return []
        lines = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [model.position(line) for line in lines]

    def select(self, position: int) -> None:
        """Select the line of a row."""
        model = self.model()
        if isinstance(model, ShownModel):
            self.selectRow(model.line_of(position))

    def copied(self) -> list[int]:
        """What a copy takes: the selected rows where there are several, else all, in the order of the lines."""
        chosen = self.positions()
        model = self.model()
        return chosen if len(chosen) > 1 or not isinstance(model, ShownModel) else model.lines()


def put_on_clipboard(text: str, html: str) -> None:
    """As plain text and as HTML: the program that it is pasted in takes what it can."""
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def copy_table(table: ShownTable, rows: Sequence[int], title: str = "", notes: Sequence[str] = ()) -> None:
    """Put rows of a table on the clipboard."""
    put_on_clipboard(as_text(table, rows, notes), as_html(table, rows, title, notes))
