# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings as a table in a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from qgis.PyQt.QtCore import QDateTime, QLocale, Qt
from qgis.PyQt.QtWidgets import QStyle, QTableWidget, QTableWidgetItem

from ..core.rulings import CONFLICT, WITHDRAWN, Standing, status_label
from ..core.rulings_fields import EXCLUDE, field_label
from ..core.text import translate

WIDEST = 30
"""Characters of a column; the whole text is in its tip."""
EARLIER = ("field", "value", "source_value", "reason", "author", "made_at", "status")
LISTED = ("event_id", "field", "source_value", "value", "source_now", "status", "reason", "author", "made_at")


def _columns() -> dict[str, tuple[str, Callable[[Standing], str]]]:
    """Column -> head and text."""
    return {
        "event_id": (translate("Rulings table", "Event"), lambda one: one.ruling.event_id),
        "field": (translate("Rulings table", "Field"), lambda one: field_label(one.ruling.field)),
        "source_value": (translate("Rulings table", "Source said"), lambda one: one.ruling.source_value),
        "value": (translate("Rulings table", "Ruling"), value_words),
        "source_now": (translate("Rulings table", "Source says now"), lambda one: one.source_now or ""),
        "status": (translate("Rulings table", "Status"), lambda one: status_label(one.status)),
        "reason": (translate("Rulings table", "Reason"), lambda one: one.ruling.reason),
        "author": (translate("Rulings table", "Who"), lambda one: one.ruling.author),
        "made_at": (translate("Rulings table", "When"), lambda one: moment(one.ruling.made_at)),
    }


def value_words(standing: Standing) -> str:
    """The ruled value for people."""
    if standing.ruling.field == EXCLUDE:
        return translate("Rulings table", "left out")
    return standing.ruling.value or translate("Rulings table", "none")


def moment(iso: str) -> str:
    """A time in UTC as the user's clock and language have it."""
    when = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(when.toLocalTime(), QLocale.FormatType.ShortFormat) if when.isValid() else iso


def set_up(table: QTableWidget, columns: Sequence[str]) -> None:
    """Give a table its heads, and columns that leave room for others."""
    heads = _columns()
    table.setColumnCount(len(columns))
    table.setHorizontalHeaderLabels([heads[name][0] for name in columns])
    table.horizontalHeader().setMaximumSectionSize(table.fontMetrics().averageCharWidth() * WIDEST)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def fill(table: QTableWidget, standings: Sequence[Standing], columns: Sequence[str]) -> None:
    """Show rulings; withdrawn ones are grey, those to decide bold."""
    heads = _columns()
    table.setRowCount(len(standings))
    for row, standing in enumerate(standings):
        for column, name in enumerate(columns):
            text = heads[name][1](standing)
            item = QTableWidgetItem(text)
            item.setToolTip(f"<p>{escape(text)}</p>" if text else "")
            if standing.status == WITHDRAWN:
                item.setForeground(table.palette().placeholderText())
            elif standing.status == CONFLICT:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            table.setItem(row, column, item)
    table.resizeColumnsToContents()


def fit_height(table: QTableWidget, most: int) -> None:
    """Make a table as high as its rows, up to so many, with its head and the bar that scrolls sideways."""
    rows = min(max(table.rowCount(), 1), most)
    bar = table.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    height = rows * table.verticalHeader().defaultSectionSize() + table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(min(height, table.verticalHeader().defaultSectionSize() * 3) + bar)
    table.setMaximumHeight(height + bar + 2 * table.frameWidth())
