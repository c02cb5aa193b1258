# SPDX-License-Identifier: GPL-2.0-or-later
"""A delimited text file: is it one, in which encoding and with which delimiter, and its records."""

from __future__ import annotations

import codecs
import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .errors import FlashpointsError
from .text import translate

_BLOCK = 1 << 22
_LONGEST_LINE = 100_000
_DELIMITERS = (",", ";", "\t", "|")
_SIGNATURES = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\x1f\x8b": "GZIP",
    b"SQLite format 3": "SQLite",
    b"\xd0\xcf\x11\xe0": "Excel 97",
}


@dataclass(frozen=True)
class TextFile:
    """What was found out about a delimited text file before its rows are read.

    size : bytes; sha256 : of the bytes; encoding, delimiter : how to read it; header : its column names.
    """

    path: Path
    size: int
    sha256: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]


def inspect(path: Path) -> TextFile:
    """Read a file's bytes once for its hash and encoding, and its first record for delimiter and header.

    Raises
    ------
    FlashpointsError : when the file is missing, empty, cannot be opened, or is no text.
    """
    where = str(path)
    try:
        with path.open("rb") as file:
            start = file.read(4096)
            _check_is_text(start, where)
            file.seek(0)
            sha256, encoding, size = _scan(file, start)
    except FileNotFoundError:
        raise FlashpointsError(
            translate("Reading", "There is no such file."), where, translate("Reading", "Check the path.")
        ) from None
    except IsADirectoryError:
        raise FlashpointsError(
            translate("Reading", "This is a folder, not a file."),
            where,
            translate("Reading", "Choose the file in it."),
        ) from None
    except OSError as error:
        raise FlashpointsError(
            translate("Reading", "The file cannot be opened: {reason}.").format(reason=error.strerror),
            where,
            translate("Reading", "Close it in other programs, or check your rights to it."),
        ) from error
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        first = next((line for line in iter(lambda: file.readline(_LONGEST_LINE), "") if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    if len(first) >= _LONGEST_LINE or not first.count(delimiter):
        raise FlashpointsError(
            translate("Reading", "The first line holds no column names."),
            where,
            translate("Reading", "Choose a table with one column name after another in its first line."),
        )
    header = next(csv.reader([first], delimiter=delimiter), [])
    return TextFile(path, size, sha256, encoding, delimiter, tuple(name.strip() for name in header))


def _check_is_text(start: bytes, where: str) -> None:
    if not start.strip():
        raise FlashpointsError(
            translate("Reading", "The file is empty."),
            where,
            translate("Reading", "Export it again from the source."),
        )
    for signature, name in _SIGNATURES.items():
        if start.startswith(signature):
            raise FlashpointsError(
                translate(
                    "Reading", "This is a {kind} file, whatever its name says, not a text table."
                ).format(kind=name),
                where,
                translate("Reading", "Choose the exported CSV file."),
            )
    if b"\x00" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FlashpointsError(
            translate("Reading", "This file holds binary data, not a text table."),
            where,
            translate("Reading", "Choose the exported CSV file."),
        )


def _scan(file: BinaryIO, start: bytes) -> tuple[str, str, int]:
    """SHA-256, encoding and size in one pass: UTF-8 when every byte fits it, else Windows-1252."""
    digest, size, utf8 = hashlib.sha256(), 0, True
    decoder = codecs.getincrementaldecoder("utf-8")()
    while block := file.read(_BLOCK):
        digest.update(block)
        size += len(block)
        if utf8:
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                utf8 = False
    if utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            utf8 = False
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return digest.hexdigest(), "utf-16", size
    return digest.hexdigest(), "utf-8-sig" if utf8 else "cp1252", size
