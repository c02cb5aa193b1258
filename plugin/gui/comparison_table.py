# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a comparison, the strongest change first: counts, ratio, interval, and what is more than chance."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ..core.comparison import ALL
from ..core.text import number, translate
from .comparison_words import interval_text, p_text

SIGNIFICANT = 0.05
FAINT = 0.62


class ComparisonTable(QTableWidget):
    """Numbers to the right, what may be chance in grey, the row of all events at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def clear_rows(self) -> None:
        """Show nothing."""
        self.setRowCount(0)

    def show_rows(self, table: pd.DataFrame, labels: tuple[str, str]) -> None:
        """Show the rows of `ComparisonStudy.table`; labels : of the earlier and the later period."""
        headings = [
            "",
            *labels,
            translate("Comparison table", "ratio"),
            translate("Comparison table", "interval"),
            translate("Comparison table", "adjusted p"),
        ]
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        rows = _ordered(table)
        self.setRowCount(len(rows))
        for index, row in enumerate(rows.itertuples()):
            self._show_row(index, row)
        header = self.horizontalHeader()
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column == 0 else mode)
        self.resizeRowsToContents()

    def _faint(self) -> QColor:
        """A colour of text that steps back and is still read."""
        colour = QColor(self.palette().color(QPalette.ColorRole.Text))
        colour.setAlphaF(FAINT)
        return colour

    def _show_row(self, index: int, row: Any) -> None:
        whole = row.id == ALL
        ratio = translate("Comparison table", "from 0") if row.events_a == 0 and row.events_b > 0 else ""
        if not pd.isna(row.rate_ratio):
            ratio = translate("Comparison table", "× {ratio}").format(ratio=number(row.rate_ratio, 2))
        texts = [
            translate("Comparison table", "All") if whole else str(row.name),
            number(row.events_a), number(row.events_b), ratio,
            interval_text(row.rr_low_disp, row.rr_high_disp),
            p_text(row.p_disp if whole else row.p_adjusted),
        ]  # fmt: skip
        p = row.p_disp if whole else row.p_adjusted
        clear = not pd.isna(p) and p < SIGNIFICANT
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(int(side | Qt.AlignmentFlag.AlignVCenter))
            item.setToolTip(row.note or text)
            font = item.font()
            font.setBold(whole or clear)
            item.setFont(font)
            if not clear and not whole:
                item.setForeground(self._faint())
            self.setItem(index, column, item)


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    """The strongest evidence of a change first, rows without any event left out, all events last."""
    known = table.assign(
        last=table["id"] == ALL, order=table["p_adjusted"].astype(float).fillna(2.0),
        plain=table["p_disp"].astype(float).fillna(2.0),
        most=-table[["events_a", "events_b"]].astype(float).max(axis=1),
    )  # fmt: skip
    some = known["last"] | (known["most"] < 0)
    return known[some].sort_values(["last", "order", "plain", "most"], kind="stable")
