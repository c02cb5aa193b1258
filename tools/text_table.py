# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Cells = tuple[str, ...]


def text_table(rows: Sequence[Cells]) -> Iterator[str]:
    """Lines with the first column to the left and the others to the right; the first row is the head."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]
        yield "  ".join(cells).rstrip()
        if number == 0:
            yield "  ".join("-" * width for width in widths)
