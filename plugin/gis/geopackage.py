# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages close to the metal: SQLite connections, points as bytes, and errors in plain words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from ..core.errors import FlashpointsError
from ..core.text import translate

SRS_ID = 4326
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
        address = _read_only_uri(path) if read_only else str(path)
        connection = sqlite3.connect(address, uri=read_only)
        try:
            yield connection
        finally:
            connection.close()


@contextlib.contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """What SQLite raises inside comes out as FlashpointsError."""
    try:
        yield
    except (sqlite3.Error, OverflowError) as error:
        raise FlashpointsError(
            translate("Store", "The event store cannot be used: {reason}.").format(reason=error),
            str(path),
            translate("Store", "Check that the disk has room and that no other program holds the file."),
        ) from error


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
            translate("Store", "Choose a folder that you may write to."),
        ) from error
