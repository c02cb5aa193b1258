# SPDX-License-Identifier: GPL-2.0-or-later
"""The bytes of a file, unpacked where it is a .gz or .zip, and how far they have been read."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from .errors import FlashpointsError
from .headers import listed, shown
from .text import translate

PLAIN, GZIP, ZIP = "plain", "gzip", "zip"
_GZIP_START, _ZIP_STARTS = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")  # the second: an empty one
_WORKBOOK_PARTS = ({"xl/workbook.xml"}, {"mimetype", "content.xml"})  # of .xlsx, of .ods
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_BLOCK = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, struct.error, UnicodeDecodeError,
)  # fmt: skip


@dataclass(frozen=True)
class Packed:
    """A file as it lies on the disk: its packing (plain, gzip or zip) and, in a zip, which member is meant."""

    path: Path
    packing: str = PLAIN
    member: str = ""

    @contextlib.contextmanager
    def open(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """(the unpacked bytes, the file on the disk, whose position tells how far the reading is).

        Raises
        ------
        FlashpointsError : when the file cannot be opened or is damaged, also where that shows while it is read.
        """
        with _in_plain_words(str(self.path)), self.path.open("rb") as file:
            if self.packing == GZIP:
                with gzip.GzipFile(fileobj=file) as unpacked:
                    yield cast(BinaryIO, unpacked), file
            elif self.packing == ZIP:
                with zipfile.ZipFile(file) as archive, archive.open(self.member) as member:
                    yield cast(BinaryIO, member), file
            else:
                yield file, file


def find(path: Path, member: str = "") -> Packed:
    """What a file is by its first bytes, and which member of a zip holds the table.

    Raises
    ------
    FlashpointsError : when it cannot be opened, or when it does not follow which member is meant.
    """
    with _in_plain_words(str(path)), path.open("rb") as file:
        start = file.read(4)
        if start in _ZIP_STARTS:
            with zipfile.ZipFile(file) as archive:
                return Packed(path, ZIP, _choose(archive, member, str(path)))
    return Packed(path, GZIP if start[:2] == _GZIP_START else PLAIN)


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook (.xlsx, .ods), which is a zip of its own kind."""
    with _in_plain_words(str(path)):
        if not zipfile.is_zipfile(path):
            return False
        with zipfile.ZipFile(path) as archive:
            return _holds_workbook(archive)


def _holds_workbook(archive: zipfile.ZipFile) -> bool:
    names = set(archive.namelist())
    return any(parts <= names for parts in _WORKBOOK_PARTS)


def sha256(path: Path) -> str:
    """SHA-256 of the file's bytes as they are on the disk."""
    digest = hashlib.sha256()
    with _in_plain_words(str(path)), path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def members(archive: zipfile.ZipFile) -> list[str]:
    """The files of a zip, without folders and what systems leave behind."""
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    return [
        name
        for name in names
        if not name.startswith("__MACOSX/") and not PurePosixPath(name).name.startswith(".")
    ]


def tables(path: Path) -> list[str]:
    """The files of a zip that may be the text table; none for any other file.

    Raises
    ------
    FlashpointsError : when the file cannot be opened or is damaged.
    """
    with _in_plain_words(str(path)):
        if not zipfile.is_zipfile(path):
            return []
        with zipfile.ZipFile(path) as archive:
            return _candidates(members(archive))


def _candidates(names: list[str]) -> list[str]:
    """The text tables by their names; a read-me beside them is none."""
    found = [name for name in names if PurePosixPath(name).suffix.lower() in (".csv", ".tsv", ".txt", ".tab")]
    return [name for name in found if PurePosixPath(name).suffix.lower() != ".txt"] or found or names


def _choose(archive: zipfile.ZipFile, wanted: str, where: str) -> str:
    if _holds_workbook(archive):
        raise FlashpointsError(
            translate("Reading", "This is a workbook, not a text table."),
            where,
            translate("Reading", "Load it in QGIS, which reads workbooks, or save it as CSV."),
        )
    names = members(archive)
    if wanted:
        chosen = [name for name in names if wanted in (name, PurePosixPath(name).name)]
    else:
        chosen = _candidates(names)
    if not names:
        raise FlashpointsError(
            translate("Reading", "The archive is empty."),
            where,
            translate("Reading", "Fetch it again, or choose another file."),
        )
    if len(chosen) != 1:
        what = (
            translate("Reading", "The archive holds {n} files that may be meant: {names}.")
            if chosen
            else translate("Reading", "The archive holds no file “{wanted}”. It holds: {names}.")
        )
        raise FlashpointsError(
            what.format(n=len(chosen), wanted=shown(wanted), names=listed(chosen or names)),
            where,
            translate("Reading", "Name the one to load (TABLE), or unpack it."),
        )
    if archive.getinfo(chosen[0]).flag_bits & 1:
        raise FlashpointsError(
            translate("Reading", "The archive is locked with a password."),
            where,
            translate("Reading", "Unpack it, and choose the file in it."),
        )
    return chosen[0]


@contextlib.contextmanager
def _in_plain_words(where: str) -> Iterator[None]:
    """Errors of the system and of damaged archives as ours."""
    try:
        yield
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
    except _DAMAGE as error:
        if where.lower().endswith(_WORKBOOKS):
            raise FlashpointsError(
                translate("Reading", "The workbook is damaged, or only a part of it is there."),
                where,
                translate("Reading", "Fetch it again, or save it anew from the program that made it."),
            ) from error
        raise FlashpointsError(
            translate(
                "Reading", "The archive (ZIP or GZIP) is damaged or of an unknown kind ({reason})."
            ).format(reason=error),
            where,
            translate("Reading", "Fetch it again, or unpack it and choose the file in it."),
        ) from error
    except OSError as error:
        raise FlashpointsError(
            translate("Reading", "The file cannot be opened: {reason}.").format(
                reason=error.strerror or error
            ),
            where,
            translate("Reading", "Close it in other programs, or check your rights to it."),
        ) from error
