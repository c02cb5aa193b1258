# SPDX-License-Identifier: GPL-2.0-or-later
"""Some rows of a source, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

Misfit = tuple[int, list[str]]
"""Row number and fields of a row of another width than the header's; no fields for what cannot be read."""


@dataclass(frozen=True)
class Block:
    """Some rows of a source.

    numbers : of the rows that are as wide as the header, as a spreadsheet shows them (the header is row 1);
    columns : of each column of the header the texts of those rows; misfits : the other rows;
    fraction : how much of the source is read by now.
    """

    numbers: Sequence[int]
    columns: Sequence[Sequence[str]]
    misfits: list[Misfit] = field(default_factory=list)
    fraction: float = 0.0

    def fields(self, index: int) -> list[str]:
        """One row."""
        return [column[index] for column in self.columns]


def from_rows(
    numbers: Sequence[int], rows: Sequence[Sequence[str]], width: int, fraction: float = 0.0
) -> Block:
    """A block from rows of any width."""
    misfits: list[Misfit] = []
    if set(map(len, rows)) != {width}:
        misfits = [(number, list(fields)) for number, fields in zip(numbers, rows) if len(fields) != width]
        numbers = [number for number, fields in zip(numbers, rows) if len(fields) == width]
        rows = [fields for fields in rows if len(fields) == width]
    columns: list[Sequence[str]] = list(zip(*rows)) if rows else [()] * width
    return Block(numbers, columns, misfits, fraction)


def is_tag_row(fields: Sequence[str]) -> bool:
    """Whether a record is a row of HXL tags (#date, #geo+lat, ...), which describe columns and are no event."""
    written = [field.strip() for field in fields if field.strip()]
    return bool(written) and all(field.startswith("#") for field in written)
