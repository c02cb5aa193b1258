# SPDX-License-Identifier: GPL-2.0-or-later
"""The first rows of an event file as a small table."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QTableWidget, QTableWidgetItem

from ..core.reading import Preview

LINES = 5
CELL_CHARACTERS = 80
"""Texts are cut here: notes run over pages."""
COLUMN_CHARACTERS = 28


def set_up(table: QTableWidget) -> None:
    """Give the table a height of its few lines and columns that leave room for others."""
    table.horizontalHeader().setMaximumSectionSize(table.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS)
    table.verticalHeader().hide()
    line = table.verticalHeader().defaultSectionSize()
    table.setMinimumHeight(line * 4)
    table.setMaximumHeight(int(line * (LINES + 2.5)))  # the header and the scroll bar too


def fill(table: QTableWidget, preview: Preview) -> None:
    """Show the columns and first rows of a file."""
    table.setColumnCount(len(preview.columns))
    table.setHorizontalHeaderLabels(list(preview.columns))
    table.setRowCount(len(preview.rows))
    for row, fields in enumerate(preview.rows):
        for column, text in enumerate(fields[: len(preview.columns)]):
            table.setItem(row, column, QTableWidgetItem(text[:CELL_CHARACTERS]))
    table.resizeColumnsToContents()
