# SPDX-License-Identifier: GPL-2.0-or-later
"""Where rows come from: anything that has column names and gives its records as text, block by block.

The core reads delimited text, also inside .gz and .zip. Workbooks and layers come from the floor above, which hands
over a source of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from . import textfile
from .blocks import Block, is_tag_row

BLOCK_ROWS = 5_000
"""Rows of a block, at most; text files give fewer, whose cells stay in the processor's cache."""


class Source(Protocol):
    """A table of text that can be read as often as one likes.

    path : the file; sha256 : of its bytes; header : its column names; notes : how it is read, in sentences.
    """

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def sha256(self) -> str:
        """SHA-256 of the file's bytes."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""

    @property
    def notes(self) -> tuple[str, ...]:
        """How the file is read, in sentences."""

    def blocks(self, size: int) -> Iterator[Block]:
        """The records from the first on, up to `size` at a time."""


def open_source(path: str | Path, table: str = "", going: Callable[[], bool] = lambda: True) -> Source:
    """A source for a delimited text file, also one inside a .gz or .zip; `table` names the file in the archive.

    `going` answers now and then whether to go on.

    Raises
    ------
    FlashpointsError : when it is missing, empty, damaged, or no text.
    """
    return textfile.inspect(Path(path), table, going)


@dataclass(frozen=True)
class Sample:
    """The first rows of a source that are whole and are no tags, and how many rows of tags stood among them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tag_rows: int = 0

    def texts(self, position: int | None) -> list[str]:
        """The texts of one column that are not blank, without white space round them; [] for no column."""
        if position is None:
            return []
        return [text for text in (row[position].strip() for row in self.rows) if text]


def sample(source: Source, count: int) -> Sample:
    """The first `count` whole records of a source."""
    rows: list[tuple[str, ...]] = []
    tag_rows = 0
    for block in source.blocks(count):
        there = list(zip(*block.columns))
        events = [fields for fields in there if not is_tag_row(fields)]
        tag_rows += len(there) - len(events)
        rows += events
        if len(rows) >= count:
            break
    return Sample(source.header, tuple(rows[:count]), tag_rows)


def column_texts(source: Source, position: int) -> Iterator[str]:
    """All texts of one column, each as often as it occurs; rows of another width left out."""
    for block in source.blocks(BLOCK_ROWS):
        yield from block.columns[position]


def several_texts(source: Source, key: int, value: int) -> str:
    """A text of column `key` that has rows of more than one text in column `value`; "" where none has."""
    first: dict[str, str] = {}
    for block in source.blocks(BLOCK_ROWS):
        for one, text in zip(block.columns[key], block.columns[value]):
            if one.strip() and first.setdefault(one, text) != text:
                return one
    return ""
