# SPDX-License-Identifier: GPL-2.0-or-later
"""A plain text file in two parts, of which the second can be read at the same time by somebody else.

The parts meet behind a line end outside quotes. Whether a line end is one is told by the number of quotation marks
before it, which holds as long as the text is regular: where it is not, the first part goes on to the file's end.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from . import archives, csvblocks
from .blocks import Block
from .sources import Source
from .textfile import TextFile

_BLOCK = 1 << 20
_LONGEST_LINE = 1 << 22
_LINES_TRIED = 10_000
_QUOTE = ord('"')
_ENCODINGS = ("utf-8", "utf-8-sig")


class Halves:
    """A text file that is cut at a byte, see `cut`. Read `first`, then, unless that was the whole, `second`."""

    def __init__(self, file: TextFile, at: int) -> None:
        self.file, self.at = file, at
        self.whole = False
        """Whether the first part turned out to be all of the file."""
        self._rows = 0

    def first(self, size: int) -> Iterator[Block]:
        """The records before the cut, up to `size` at a time; all of them where the text is not regular."""
        with self.file.packed.open() as (raw, _):
            until = _Until(raw, self.at)
            stream = io.TextIOWrapper(
                io.BufferedReader(until, _BLOCK), encoding=self.file.encoding, errors="replace", newline=""
            )
            self._rows, names = csvblocks.header(stream, self.file.delimiter)
            if not names:
                self.whole = True
                yield from self.file.blocks(size)
                return

            def odd() -> None:
                self.whole, until.end = True, None

            width = len(self.file.header)
            for block in csvblocks.following(stream, self.file.delimiter, width, size, self._rows, odd):
                yield replace(block, fraction=min(raw.tell() / self.file.size, 0.99))
                self._rows = block.numbers[-1] if len(block.numbers) else self._rows

    def second(self, size: int) -> Iterator[Block]:
        """The records behind the cut."""
        file = self.file
        with file.packed.open() as (raw, _):
            for block in records_from(raw, self.at, file.delimiter, len(file.header), size, self._rows):
                yield replace(block, fraction=min(raw.tell() / file.size, 0.99))


class _Until(io.RawIOBase):
    """The bytes of a file up to `end`, which may be taken away (None) while it is read."""

    def __init__(self, raw: BinaryIO, end: int) -> None:
        super().__init__()
        self._raw = raw
        self.end: int | None = end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        room = len(buffer) if self.end is None else min(len(buffer), self.end - self._raw.tell())
        data = self._raw.read(room)
        buffer[: len(data)] = data
        return len(data)


def cut(source: Source, share: float) -> Halves | None:
    """Cut a file at the first record behind so much of it; None where it is packed or no place is found."""
    if not isinstance(source, TextFile) or source.packed.packing != archives.PLAIN:
        return None
    if source.encoding not in _ENCODINGS:
        return None
    with source.path.open("rb") as file:
        quotes = sum(
            int(np.count_nonzero(np.frombuffer(block, np.uint8) == _QUOTE))
            for block in _up_to(file, int(source.size * share))
        )
        for _ in range(_LINES_TRIED):
            line = file.readline(_LONGEST_LINE)
            quotes += line.count(b'"')
            if not line.endswith(b"\n") or file.tell() == source.size:
                return None
            if quotes % 2 == 0:
                return Halves(source, file.tell())
    return None


def lines_before(path: Path, at: int) -> int:
    """How many line ends outside quotes a file has before a byte."""
    lines, inside = 0, 0
    with path.open("rb") as file:
        for block in _up_to(file, at):
            pieces = block.split(b'"')
            lines += b"".join(pieces[inside::2]).count(b"\n")
            inside ^= len(pieces) % 2 == 0
    return lines


def records_from(
    raw: BinaryIO,
    at: int,
    delimiter: str,
    width: int,
    size: int,
    before: int = 0,
    odd: Callable[[], None] = lambda: None,
) -> Iterator[Block]:
    """The records of a file in UTF-8 from a byte on, see csvblocks.following."""
    raw.seek(at)
    with io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="") as stream:
        yield from csvblocks.following(stream, delimiter, width, size, before, odd)


def _up_to(file: BinaryIO, end: int) -> Iterator[bytes]:
    while block := file.read(min(_BLOCK, end - file.tell())):
        yield block
