# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages close to the metal: SQLite connections, points as bytes, and errors in plain words."""

from __future__ import annotations

import contextlib
import functools
import os
import sqlite3
import struct
import time
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from ..core.errors import FlashpointsError
from ..core.text import translate

SRS_ID = 4326
_TRIES, _PAUSE_S = 10, 0.1
PART = ".part.gpkg"
"""What names of files in the making end in."""
_BEGINNING = 60.0
"""Seconds in which a file in the making is not taken for a leftover while its maker runs."""
_POINT = np.dtype(
    [
        ("magic", "S2"),
        ("version", "u1"),
        ("flags", "u1"),
        ("srs", "<i4"),
        ("order", "u1"),
        ("type", "<u4"),
        ("x", "<f8"),
        ("y", "<f8"),
    ]
)
"""A point in a GeoPackage: the header of OGC 12-128r18 section 2.1.3 (little endian, no envelope), then WKB."""


@contextlib.contextmanager
def connect(path: Path, read_only: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection to the store that is closed at the end; SQLite's errors come out in plain words."""
    with plain_errors(path):
        connection = _reading(path) if read_only else sqlite3.connect(str(path))
        try:
            yield connection
        finally:
            connection.close()


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that only reads. QGIS closes files in threads of its own, and for a moment none can be opened."""
    for tries_left in reversed(range(_TRIES)):
        connection = sqlite3.connect(_read_only_uri(path), uri=True)
        try:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if not tries_left or not path.is_file():
                raise
            time.sleep(_PAUSE_S)
            continue
        return connection
    raise RuntimeError("no try to open a database")


@contextlib.contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """What SQLite raises inside comes out as FlashpointsError."""
    try:
        yield
    except (sqlite3.Error, OverflowError) as error:
        raise _in_words(str(error), path) from error


def _in_words(reason: str, path: Path) -> FlashpointsError:
    """SQLite's message with what it means; told by its words, since Python gives no codes before 3.11."""
    known = {
        "locked": (
            translate("Store", "Another program is writing to this file."),
            translate("Store", "Close it there, or save the edits of its layers in QGIS, and try again."),
        ),
        "readonly": (
            translate("Store", "This file may only be read."),
            translate("Store", "Check your rights to the file and its folder, or work on a copy."),
        ),
        "full": (
            translate("Store", "The disk is full; the file is as it was before."),
            translate("Store", "Make room, and try again."),
        ),
        "malformed": (
            translate("Store", "This file is damaged."),
            translate("Store", "Take the last copy of it, or load the event files anew."),
        ),
        "not a database": (
            translate("Store", "This file is no GeoPackage, whatever its name says, or it is damaged."),
            translate("Store", "Choose another file."),
        ),
        **dict.fromkeys(
            ("no such table", "no such column", "has no column"),
            (
                translate("Store", "A table or column of this event store is missing: {reason}.").format(
                    reason=reason
                ),
                translate("Store", "Somebody took it out. Take the last copy, or load the event files anew."),
            ),
        ),
        "interrupted": (
            translate("Store", "Cancelled; the file is as it was before."),
            "",
        ),
    }
    for sign, (what, remedy) in known.items():
        if sign in reason:
            return FlashpointsError(what, str(path), remedy)
    return FlashpointsError(
        translate("Store", "The event store cannot be used: {reason}.").format(reason=reason),
        str(path),
        translate("Store", "Check that the disk has room and that no other program holds the file."),
    )


def register_point_functions(connection: sqlite3.Connection) -> None:
    """Give SQLite the functions that a GeoPackage's index triggers call (OGC 12-128r18, annex F.3), for points."""
    connection.create_function("ST_IsEmpty", 1, lambda blob: int(_point(blob) is None))
    for name, axis in (("X", 0), ("Y", 1)):
        for end in ("Min", "Max"):
            connection.create_function(f"ST_{end}{name}", 1, functools.partial(_ordinate, axis))


def _point(blob: bytes) -> tuple[float, float] | None:
    """The point of a geometry of ours; None for an empty one, or one of another kind."""
    if len(blob) != _POINT.itemsize:
        return None
    x, y = struct.unpack_from("<dd", blob, _POINT.itemsize - 16)
    return None if x != x else (x, y)


def _ordinate(axis: int, blob: bytes) -> float | None:
    point = _point(blob)
    return point[axis] if point else None


def _read_only_uri(path: Path) -> str:
    """SQLite's URI of a file, also of one on a Windows share, which wants four slashes."""
    text = urllib.parse.quote(str(path.absolute()).replace("\\", "/"))
    return f"file:{'//' if text.startswith('//') else ''}{text}?mode=ro"


def checked(path: Path, step: Callable[[], Any]) -> Any:
    """A step of GDAL's; its failure in plain words, whether or not a plugin has switched its exceptions on."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        result, reason = step(), gdal.GetLastErrorMsg()
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
    except RuntimeError as error:
        result, reason, failed = None, str(error), True
    finally:
        gdal.PopErrorHandler()
    if failed:
        raise FlashpointsError(
            translate("Store", "The event store cannot be written: {reason}.").format(reason=reason),
            str(path),
            translate("Store", "Choose a folder that you may write to, on a disk with room."),
        )
    return result


def point_blobs(longitude: np.ndarray, latitude: np.ndarray) -> list[bytes]:
    """GeoPackage geometries of points, one bytes object each."""
    points = np.zeros(len(longitude), dtype=_POINT)
    points["magic"], points["version"], points["flags"], points["srs"] = b"GP", 0, 1, SRS_ID
    points["order"], points["type"], points["x"], points["y"] = 1, 1, longitude, latitude
    raw, size = points.tobytes(), _POINT.itemsize
    return [raw[start : start + size] for start in range(0, len(raw), size)]


@contextlib.contextmanager
def set_aside(path: Path) -> Iterator[Path]:
    """A name beside `path` for a file in the making; what is left of it at the end is removed."""
    remove_leftovers(path.parent)
    aside = path.with_name(f".{path.stem}.{os.getpid()}{PART}")
    remove_database(aside)
    try:
        yield aside
    finally:
        remove_database(aside)


def remove_leftovers(folder: Path) -> None:
    """Remove files in the making that a run that was killed has left, unless somebody is writing to them.

    Those of this process are its own, of this thread or another, also while nobody writes to them.
    """
    for leftover in folder.glob(f".*{PART}"):
        if not leftover.name.endswith(f".{os.getpid()}{PART}") and not _in_use(leftover):
            with contextlib.suppress(PermissionError):  # Windows keeps what somebody reads
                remove_database(leftover)


def _in_use(path: Path) -> bool:
    """Whether another connection holds SQLite's write lock on a file in the making, or is just about to."""
    if _just_begun(path):
        return True
    connection = sqlite3.connect(path, timeout=0)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:
        return "locked" in str(error)
    finally:
        connection.close()
    return False


def _just_begun(path: Path) -> bool:
    """Whether a file in the making is so young that its tables may still be made, which locks nothing for long."""
    try:
        young = time.time() - path.stat().st_mtime < _BEGINNING
    except FileNotFoundError:
        return False
    maker = path.name[: -len(PART)].rpartition(".")[2]
    if not young or not maker.isdecimal() or os.name == "nt":  # there, nobody can be asked without harm
        return young
    try:
        os.kill(int(maker), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # somebody else's
    return True


def remove_database(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Raise FlashpointsError when a file cannot be written at a path."""
    folder = path.parent
    if not folder.is_dir():
        raise FlashpointsError(
            translate("Store", "The folder does not exist."),
            str(folder),
            translate("Store", "Make it, or choose another."),
        )
    if "%" in path.name:
        raise FlashpointsError(
            translate("Store", "QGIS cannot open files with a % in their name."),
            str(path),
            translate("Store", "Choose a name without it."),
        )
    probe = folder / f".flashpoints-{os.getpid()}.tmp"
    try:
        probe.touch()
        probe.unlink()
        if path.is_dir():
            raise IsADirectoryError(21, translate("Store", "it is a folder"))
    except OSError as error:
        raise FlashpointsError(
            translate("Store", "Nothing can be written here: {reason}.").format(reason=error.strerror),
            str(path),
            translate("Store", "Choose a folder that you may write to, or copy the store to one."),
        ) from error
