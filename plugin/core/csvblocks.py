# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a delimited text file as blocks of columns.

A block of regular text is cut by `str.split`, which takes a third of the time of the `csv` module. Where a block
is not regular (a row of another width, quotes inside a field, a blank line), the csv module reads on from its
first row, so that both ways give the same cells and only it decides on what is odd.
"""

from __future__ import annotations

import csv
import io
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from .textfile import TextFile

_CHARACTERS = 1 << 18  # of a block: its cells stay in the processor's cache
_CUTS_TRIED = 100
_FIELD_LIMIT = min(sys.maxsize, 2**31 - 1)
_MARK = "\0"


@dataclass(frozen=True)
class Block:
    """Some rows of a file.

    numbers : of the rows, as a spreadsheet counts: the header is row 1. columns : of each column its cells.
    misfits : (number, cells) of rows of another width than the header's; no cells for what is no CSV.
    characters : about how many of the file they take.
    """

    numbers: Sequence[int]
    columns: list[list[str]]
    misfits: list[tuple[int, list[str]]]
    characters: int

    def cells(self, index: int) -> list[str]:
        """One row."""
        return [column[index] for column in self.columns]


def records(file: TextFile) -> Iterator[tuple[int, list[str]]]:
    """Every row after the header as (number, cells), by the csv module."""
    with _open(file) as stream:
        yield from itertools.islice(_numbered(stream, file.delimiter), 1, None)


def blocks(file: TextFile, rows: int) -> Iterator[Block]:
    """Every row after the header, in blocks of at most `rows`."""
    width = len(file.header)
    with _open(file) as stream:
        before, rest = 0, ""
        while text := stream.read(_CHARACTERS):
            whole, rest = _cut(rest + text)
            columns = _split(whole, file.delimiter, width)
            if columns is None:
                rest = whole + rest + stream.readline()
                yield from _read_on(
                    itertools.chain(io.StringIO(rest, newline=""), stream), file, before, rows
                )
                return
            yield from _parts(columns, len(whole), before, rows)
            before += len(columns[0])
        columns = _split(rest + "\n", file.delimiter, width) if rest else [[]]
        if columns is None:
            yield from _read_on(io.StringIO(rest, newline=""), file, before, rows)
        else:
            yield from _parts(columns, len(rest), before, rows)


def _open(file: TextFile) -> TextIO:
    return file.path.open(encoding=file.encoding, errors="replace", newline="")


def _parts(columns: list[list[str]], characters: int, before: int, rows: int) -> Iterator[Block]:
    """Regular columns as blocks; `before`: how many rows of the file come before them."""
    a_row = characters / max(len(columns[0]), 1)
    for start in range(0 if before else 1, len(columns[0]), rows):
        part = [column[start : start + rows] for column in columns]
        first = before + start + 1
        yield Block(range(first, first + len(part[0])), part, [], round(len(part[0]) * a_row))


def _cut(text: str) -> tuple[str, str]:
    """Cut behind the last line end outside quotes: (whole rows, the rest); ("", text) where none is found."""
    end = len(text)
    for _ in range(_CUTS_TRIED):
        end = text.rfind("\n", 0, end)
        if end < 0:
            break
        if text.count('"', 0, end) % 2 == 0:
            return text[: end + 1], text[end + 1 :]
    return "", text


def _split(text: str, delimiter: str, width: int) -> list[list[str]] | None:
    """The columns of rows that all have `width` cells, each quoted wholly or not at all; None for other text."""
    pieces = text.split('"')
    plain, quoted = pieces[::2], pieces[1::2]
    marked = _MARK.join(plain)
    if _MARK in text or len(pieces) % 2 == 0:
        return None
    if "\r" in marked:
        marked = marked.replace("\r\n", "\n")
    cells = marked.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
    cells.pop()  # behind the last line end
    count, left = divmod(len(cells), width + 1)
    regular = not left and cells[width :: width + 1] == ["\n"] * count and marked.count("\n") == count
    if not (count and regular) or "\r" in marked:
        return None
    return (
        [cells[i :: width + 1] for i in range(width)] if _put_back(cells, plain, quoted, delimiter) else None
    )


def _put_back(cells: list[str], plain: list[str], quoted: list[str], delimiter: str) -> bool:
    """Put the texts between quotes in the places of their marks; False where a cell is quoted in part.

    A quote within quotes is written twice, so that a cell that holds some has several texts.
    """
    steps = (piece.count(delimiter) + 2 * piece.count("\n") for piece in plain[:-1])
    texts: dict[int, str] = {}
    for index, text in zip(itertools.accumulate(steps), quoted):
        texts[index] = f'{texts[index]}"{text}' if index in texts else text
    for index, text in texts.items():
        if cells[index].strip(_MARK):
            return False
        cells[index] = text
    return True


def _read_on(lines: Iterable[str], file: TextFile, before: int, rows: int) -> Iterator[Block]:
    """Blocks of what the csv module makes of the lines."""
    width = len(file.header)
    records = _numbered(lines, file.delimiter, before)
    if before == 0:
        next(records, None)  # the header
    while part := list(itertools.islice(records, rows)):
        fitting = [(number, cells) for number, cells in part if len(cells) == width]
        misfits = [(number, cells) for number, cells in part if len(cells) != width]
        columns = [list(column) for column in zip(*(cells for _, cells in fitting))] or [
            [] for _ in range(width)
        ]
        a_row = sum(map(len, part[0][1])) + width
        yield Block([number for number, _ in fitting], columns, misfits, len(part) * a_row)


def _numbered(lines: Iterable[str], delimiter: str, before: int = 0) -> Iterator[tuple[int, list[str]]]:
    """Records as (row number, cells). Blank lines are none; one that the csv module refuses comes as []."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(lines, delimiter=delimiter)
    for number in itertools.count(before + 1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, []
            continue
        if cells:
            yield number, cells
