# SPDX-License-Identifier: GPL-2.0-or-later
"""A delimited text file: is it one, in which encoding and with which delimiter, and its records."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from . import archives, csvblocks
from .archives import Packed
from .blocks import Block
from .errors import FlashpointsError, cancelled
from .text import translate

_BLOCK = 1 << 22
_LONGEST_HEADER = 100_000
_HEAD = 1 << 18  # bytes in which the header and the delimiter are looked for
_DELIMITERS = (",", ";", "\t", "|")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\x1f\x8b": "GZIP",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"SQLite format 3": "SQLite",
    b"\xd0\xcf\x11\xe0": "Excel 97",
}
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?$', re.IGNORECASE)


@dataclass(frozen=True)
class TextFile:
    """What was found out about a delimited text file before its rows are read: a `sources.Source`.

    size : bytes on the disk; sha256 : of those; encoding, delimiter : how to read it; header : its column names.
    """

    packed: Packed
    size: int
    sha256: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The file."""
        return self.packed.path

    @property
    def notes(self) -> tuple[str, ...]:
        """How the file is read, in sentences."""
        names = {
            ",": translate("Reading", "commas"),
            ";": translate("Reading", "semicolons"),
            "\t": translate("Reading", "tabs"),
        }
        notes = [
            translate("Reading", "Text in {encoding}, columns separated by {delimiter}.").format(
                encoding=self.encoding.upper().replace("-SIG", " (BOM)").replace("CP1252", "Windows-1252"),
                delimiter=names.get(self.delimiter, self.delimiter),
            )
        ]
        if self.packed.member:
            notes.append(
                translate("Reading", "Read from {name} in the archive.").format(name=self.packed.member)
            )
        return tuple(notes)

    def blocks(self, size: int) -> Iterator[Block]:
        """The records after the header, up to `size` at a time.

        Rows are numbered as a spreadsheet does: the header of a plain file is row 1. Blank lines are no records.
        Bytes that the encoding does not know become U+FFFD.
        """
        with self.packed.open() as (raw, on_disk):
            stream = io.TextIOWrapper(raw, encoding=self.encoding, errors="replace", newline="")
            for block in csvblocks.blocks(stream, self.delimiter, len(self.header), size):
                yield replace(block, fraction=min(on_disk.tell() / max(self.size, 1), 0.99))


def inspect(path: Path, member: str = "", going: Callable[[], bool] = lambda: True) -> TextFile:
    """Read a file's bytes once for its hash and encoding, and its first record for delimiter and header.

    `going` answers now and then whether to go on.

    Raises
    ------
    FlashpointsError : when the file is missing, empty, cannot be opened, is damaged, or is no text; or when it was
        cancelled.
    """
    packed = archives.find(path, member)
    with packed.open() as (file, _):
        head = file.read(_HEAD)
    _check_is_text(head[:4096], str(path))
    encoding, sha256 = _scan(packed, head, going)
    text = head.decode(encoding, errors="replace")
    delimiter, header = _header(text.removeprefix("\ufeff"))
    if len(header) < 2 or sum(map(len, header)) > _LONGEST_HEADER:
        raise FlashpointsError(
            translate("Reading", "The first line holds no column names."),
            str(path),
            translate("Reading", "Choose a table with one column name after another in its first line."),
        )
    return TextFile(packed, path.stat().st_size, sha256, encoding, delimiter, header)


def _check_is_text(start: bytes, where: str) -> None:
    remedy = translate("Reading", "Choose the exported CSV file.")
    if not start.strip():
        raise FlashpointsError(
            translate("Reading", "The file is empty."),
            where,
            translate("Reading", "Export it again from the source."),
        )
    for signature, name in _SIGNATURES.items():
        if start.startswith(signature):
            sentence = translate(
                "Reading", "This is a {kind} file, whatever its name says, not a text table."
            )
            raise FlashpointsError(sentence.format(kind=name), where, remedy)
    if start.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise FlashpointsError(
            translate("Reading", "This is a web page, whatever its name says, not a table."),
            where,
            translate("Reading", "Perhaps the site wanted you to log in: fetch the file again."),
        )
    marked = any(start.startswith(mark) for mark, name in _BYTE_ORDER_MARKS if name != "utf-8-sig")
    if b"\x00" in start and not marked and not _unmarked_utf16(start):
        raise FlashpointsError(
            translate("Reading", "This file holds binary data, not a text table."), where, remedy
        )


def _unmarked_utf16(start: bytes) -> str:
    """The name of UTF-16 without a byte order mark, or "": nearly every second byte of plain text is then 0."""
    half = len(start) // 2
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > 0.8 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and odd < 0.05 * half else ""


def _scan(packed: Packed, head: bytes, going: Callable[[], bool]) -> tuple[str, str]:
    """Encoding and SHA-256, in one pass where the file is not packed.

    It is UTF-8 when every byte fits it, or nearly every one beyond ASCII; else Windows-1252.
    """
    marks = [name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)]
    known = marks[0] if marks else _unmarked_utf16(head[:4096])
    decoder = codecs.getincrementaldecoder("utf-8")()
    digest, utf8 = hashlib.sha256(), True
    with packed.open() as (file, _), ThreadPoolExecutor(1) as beside:
        while block := file.read(_BLOCK):
            hashed = beside.submit(digest.update, block)
            utf8 = utf8 and not known and _decodes(decoder, block)
            hashed.result()
            if not going():
                raise cancelled()
    utf8 = utf8 and _decodes(decoder, b"", final=True)
    sha256 = digest.hexdigest() if packed.packing == archives.PLAIN else archives.sha256(packed.path)
    return known or ("utf-8" if utf8 or _mostly_utf8(packed) else "cp1252"), sha256


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(packed: Packed) -> bool:
    fitting = high = 0
    with packed.open() as (file, _):
        while block := file.read(_BLOCK):
            fitting += sum(map(len, _UTF8_SEQUENCE.findall(block)))
            high += len(_HIGH_BYTE.findall(block))
    return fitting > 0.9 * high


def _header(text: str) -> tuple[str, tuple[str, ...]]:
    """The delimiter that splits the first record into most columns, or the one named in a sep= line; the names."""
    stated = _SEPARATOR_LINE.match(text.split("\n", 1)[0].strip())
    found: dict[str, tuple[str, ...]] = {}
    for delimiter in (stated[1],) if stated else _DELIMITERS:
        _, fields = csvblocks.header(io.StringIO(text, newline=""), delimiter)
        found[delimiter] = tuple(name.strip() for name in fields)
    best = max(found, key=lambda delimiter: len(found[delimiter]))
    return best, found[best]
