# SPDX-License-Identifier: GPL-2.0-or-later
"""The records of delimited text as blocks of columns.

A block of regular text is cut by `str.split`, which takes a third of the time of the `csv` module. Where a block is
not regular (a row of another width, quotes inside a field, a blank line), the csv module reads on from its first row,
so that both ways give the same cells and only it decides on what is odd.
"""

from __future__ import annotations

import csv
import io
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO

from .blocks import Block, from_rows

CHARACTERS = 1 << 18
"""Of a block: its cells stay in the processor's cache."""
_CUTS_TRIED = 100
_FIELD_LIMIT = min(sys.maxsize, 2**31 - 1)
_MARK = "\0"


def blocks(
    stream: TextIO, delimiter: str, width: int, size: int, characters: int = CHARACTERS
) -> Iterator[Block]:
    """Every record after the header, in blocks of at most `size`; their `fraction` is left at 0.

    Rows are numbered as a spreadsheet does, blank lines included, which are no records. `characters` are cut at once.
    """
    before, _ = header(stream, delimiter)
    yield from following(stream, delimiter, width, size, before, characters=characters)


def following(
    stream: TextIO,
    delimiter: str,
    width: int,
    size: int,
    before: int,
    odd: Callable[[], None] = lambda: None,
    characters: int = CHARACTERS,
) -> Iterator[Block]:
    """As `blocks`, of a stream that stands behind the header or at a later record.

    before : rows of the file up to there; odd : called once when text is not regular, before more of it is read.
    """
    rest = ""
    while text := stream.read(characters):
        whole, rest = _cut(rest + text)
        columns = _split(whole, delimiter, width)
        if columns is None:
            odd()
            lines = io.StringIO(whole + rest + stream.readline(), newline="")
            yield from _read_on(itertools.chain(lines, stream), delimiter, width, before, size)
            return
        yield from _parts(columns, before, size)
        before += len(columns[0])
    if rest:
        last = _split(rest + "\n", delimiter, width)
        if last is None:
            odd()
            lines = io.StringIO(rest + stream.readline(), newline="")
            yield from _read_on(itertools.chain(lines, stream), delimiter, width, before, size)
        else:
            yield from _parts(last, before, size)


def header(lines: Iterable[str], delimiter: str) -> tuple[int, list[str]]:
    """Read up to the record with the column names: its row number and its fields, [] where there is none.

    Blank records before it are passed over, and so is the sep= line that Excel understands.
    """
    number = 0
    for number, fields in _numbered(lines, delimiter, 0):
        if any(map(str.strip, fields)) and not fields[0].lower().startswith("sep="):
            return number, fields
    return number, []


def _parts(columns: list[list[str]], before: int, size: int) -> Iterator[Block]:
    """Regular columns as blocks; `before`: how many rows of the file come before them."""
    rows = len(columns[0])
    if rows <= size:
        yield Block(range(before + 1, before + rows + 1), columns)
        return
    for start in range(0, rows, size):
        part = [column[start : start + size] for column in columns]
        yield Block(range(before + start + 1, before + start + len(part[0]) + 1), part)


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
    marked = marked.replace("\n", f"{delimiter}\n{delimiter}")
    cells = marked.split(delimiter)
    cells.pop()  # behind the last line end
    count, left = divmod(len(cells), width + 1)
    regular = not left and cells[width :: width + 1] == ["\n"] * count and marked.count("\n") == count
    if not (count and regular) or "\r" in marked:
        return None
    if not _put_back(cells, marked, quoted, delimiter):
        return None
    return [cells[i :: width + 1] for i in range(width)]


def _put_back(cells: list[str], marked: str, quoted: Sequence[str], delimiter: str) -> bool:
    """Put the texts between quotes in the places of their marks; False where a cell is quoted in part.

    A quote within quotes is written twice, so that a cell that holds some has several texts.
    """
    steps = (piece.count(delimiter) for piece in marked.split(_MARK))
    texts: dict[int, str] = {}
    for index, text in zip(itertools.accumulate(steps), quoted):
        texts[index] = f'{texts[index]}"{text}' if index in texts else text
    for index, text in texts.items():
        if cells[index].strip(_MARK):
            return False
        cells[index] = text
    return True


def _read_on(lines: Iterable[str], delimiter: str, width: int, before: int, size: int) -> Iterator[Block]:
    """Blocks of what the csv module makes of the lines."""
    records = _numbered(lines, delimiter, before)
    while part := list(itertools.islice(records, size)):
        yield from_rows([number for number, _ in part], [fields for _, fields in part], width)


def _numbered(lines: Iterable[str], delimiter: str, before: int) -> Iterator[tuple[int, list[str]]]:
    """Records as (row number, fields). Blank lines are none; one that the csv module refuses comes as []."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(lines, delimiter=delimiter)
    for number in itertools.count(before + 1):
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, []
            continue
        if fields:
            yield number, fields
