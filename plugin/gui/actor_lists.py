# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the actors' window: patterns, and names with their events."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ..core.actor_draft import Row
from ..core.text import number, translate

MOST_NAMES = 2_000
"""Names that a table shows; nobody reads on, and the search finds the others."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def set_up(table: QTableWidget, heads: Sequence[str], numbers: Sequence[int], lines: int) -> None:
    """Give a table its heads; the first column takes the room that the others leave.

    numbers : the columns of numbers; lines : how many rows have to be seen at least.
    """
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    for column in range(len(heads)):
        mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(column, mode)
        table.horizontalHeaderItem(column).setTextAlignment(_RIGHT if column in numbers else _LEFT)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().setDefaultSectionSize(int(table.fontMetrics().height() * 1.5))
    head = table.horizontalHeader().sizeHint().height()
    table.setMinimumHeight(head + lines * table.verticalHeader().defaultSectionSize())


def pattern_heads() -> list[str]:
    """Of the patterns of a group."""
    return [
        translate("Actors window", "Pattern"),
        translate("Actors window", "Only where"),
        translate("Actors window", "Events decided"),
        translate("Actors window", "Names"),
    ]


def name_heads() -> list[str]:
    """Of names."""
    return [translate("Actors window", "Name"), translate("Actors window", "Events")]


def events_words(count: int) -> str:
    """So many events."""
    if count == 1:
        return translate("Actors window", "1 event")
    return translate("Actors window", "{n} events").format(n=number(count))


def names_words(count: int) -> str:
    """So many names."""
    if count == 1:
        return translate("Actors window", "1 name")
    return translate("Actors window", "{n} names").format(n=number(count))


def limits(row: Row) -> str:
    """Where, when and for which kind of actor a pattern holds, in a few words."""
    parts = [row["country"].replace("|", ", ")]
    if row["inter"]:
        parts.append(translate("Actors window", "kind {codes}").format(codes=row["inter"].replace("|", ", ")))
    if row["start"]:
        parts.append(translate("Actors window", "from {day}").format(day=row["start"]))
    if row["end"]:
        parts.append(translate("Actors window", "until {day}").format(day=row["end"]))
    return "; ".join(part for part in parts if part)


def show_patterns(table: QTableWidget, rows: Sequence[Row], counts: Sequence[tuple[int, int] | None]) -> None:
    """Show patterns with the events and names that each decides; None: not known yet."""
    table.setRowCount(len(rows))
    for line, (row, count) in enumerate(zip(rows, counts)):
        pattern = row["pattern"] or translate("Actors window", "(any name)")
        texts = [pattern, limits(row), *(["…", "…"] if count is None else map(number, count))]
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if column > 1 else _LEFT)
            item.setToolTip(f"<p>{escape(text)}</p>" if column < 2 and text else "")
            table.setItem(line, column, item)


def show_names(table: QTableWidget, names: Sequence[tuple[str, int]]) -> None:
    """Show names with their events."""
    shown = names[:MOST_NAMES]
    table.setRowCount(len(shown))
    for line, (name, events) in enumerate(shown):
        for column, text in enumerate((name, number(events))):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if column else _LEFT)
            table.setItem(line, column, item)
    if shown:
        table.scrollToTop()


def chosen_line(table: QTableWidget) -> int | None:
    """The line that is chosen."""
    lines = table.selectionModel().selectedRows() if table.selectionModel() else []
    return int(lines[0].row()) if lines else None
