# SPDX-License-Identifier: GPL-2.0-or-later
"""The event store: one GeoPackage with the events and the tables beside them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.schema import BOOLEAN, COLUMNS, DATE, INTEGER, REAL
from ..core.text import number, translate
from .geopackage import SRS_ID, checked, connect

SCHEMA_VERSION = 2
EVENTS = "events"
GEOMETRY = "geom"

_OGR_TYPES = {DATE: ogr.OFTDate, INTEGER: ogr.OFTInteger64, REAL: ogr.OFTReal, BOOLEAN: ogr.OFTInteger}
TABLES: dict[str, dict[str, str]] = {
    "rejected_rows": {"file_name": "TEXT", "row_number": "INTEGER", "reason": "TEXT", "raw": "TEXT"},
    "imports": {
        "file_name": "TEXT", "sha256": "TEXT", "format": "TEXT", "evidence": "TEXT", "dataset": "TEXT",
        "rows_read": "INTEGER", "events": "INTEGER", "rows_merged": "INTEGER", "rows_filtered": "INTEGER",
        "rows_rejected": "INTEGER", "mode": "TEXT", "added": "INTEGER", "changed": "INTEGER", "removed": "INTEGER",
        "coverage_start": "TEXT", "coverage_end": "TEXT", "access_date": "TEXT",
        "imported_at": "TEXT", "synthetic": "INTEGER", "plugin_version": "TEXT",
    },
    "coverage": {
        "sha256": "TEXT", "dataset": "TEXT", "country": "TEXT", "start": "TEXT", "end": "TEXT",
        "first_event": "TEXT", "last_event": "TEXT", "events": "INTEGER",
    },
    "actors": {},
    "families": dict.fromkeys(ActorTable.FAMILY_COLUMNS, "TEXT"),
    "rulings": {
        "event_id": "TEXT", "field": "TEXT", "source_value": "TEXT", "value": "TEXT", "reason": "TEXT",
        "author": "TEXT", "made_at": "TEXT", "withdrawn_at": "TEXT",
    },
    "changes": {
        "event_id": "TEXT", "change": "TEXT", "fields": "TEXT", "old": "TEXT", "new": "TEXT", "reason": "TEXT",
        "file_name": "TEXT", "sha256": "TEXT", "imported_at": "TEXT",
    },
    "flashpoints_meta": {"key": "TEXT", "value": "TEXT"},
}  # fmt: skip
_OURS = {EVENTS, *TABLES, "layer_styles"}
INDEX = f"rtree_{EVENTS}_{GEOMETRY}"
"""The R*Tree of the events' places."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


def create(path: Path, tables: dict[str, dict[str, str]]) -> None:
    """An empty GeoPackage with the events layer and the tables beside it."""
    dataset = checked(path, lambda: gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown))
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(SRS_ID)
    options = [f"GEOMETRY_NAME={GEOMETRY}", "FID=fid", "SPATIAL_INDEX=YES"]
    layer = dataset.CreateLayer(EVENTS, srs, ogr.wkbPoint, options)
    for column in COLUMNS:
        definition = ogr.FieldDefn(column.name, _OGR_TYPES.get(column.kind, ogr.OFTString))
        if column.kind == BOOLEAN:
            definition.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(definition)
    for name, columns in tables.items():
        table = dataset.CreateLayer(name, None, ogr.wkbNone, ["FID=fid"])
        for column_name, kind in columns.items():
            table.CreateField(
                ogr.FieldDefn(column_name, ogr.OFTInteger64 if kind == "INTEGER" else ogr.OFTString)
            )
    dataset = None
    with connect(path) as connection:
        connection.execute(
            "INSERT INTO flashpoints_meta (key, value) VALUES ('schema_version', ?)", (str(SCHEMA_VERSION),)
        )
        connection.commit()


def is_store(path: Path) -> bool:
    """Whether a file is an event store of ours, and not some other GeoPackage with tables of the same names.

    Raises
    ------
    FlashpointsError : when a newer version of the plugin made it, or when it is damaged.
    """
    return path.suffix.lower() == ".gpkg" and os.path.isfile(path) and schema_version(path) is not None


def schema_version(path: Path) -> int | None:
    """The version of a store's tables; None for a GeoPackage that is no event store.

    Raises
    ------
    FlashpointsError : when a newer version of the plugin made it, or when the file is damaged or no database.
    """
    with connect(path, read_only=True) as connection:
        mark = "SELECT 1 FROM sqlite_master WHERE name = 'flashpoints_meta'"
        if connection.execute(mark).fetchone() is None:
            return None
        asked = "SELECT value FROM flashpoints_meta WHERE key = 'schema_version'"
        row = connection.execute(asked).fetchone()
    version = int(row[0]) if row and str(row[0]).isdigit() else 0
    if version > SCHEMA_VERSION:
        raise FlashpointsError(
            translate(
                "Store", "A newer Flashpoints made this event store (its version is {theirs}, ours {ours})."
            ).format(theirs=version, ours=SCHEMA_VERSION),
            str(path),
            translate("Store", "Update the plugin; the store has not been touched."),
        )
    return version


def check_store(path: Path) -> int:
    """The version of the tables of an event store.

    Raises
    ------
    FlashpointsError : when there is no such file, or when it is no event store that this version can work with.
    """
    if not os.path.isfile(path):
        raise FlashpointsError(
            translate("Store", "There is no such event store."),
            str(path),
            translate("Store", "Check the path, or make a new store."),
        )
    version = schema_version(path)
    if not version:
        raise FlashpointsError(
            translate("Store", "This GeoPackage is no event store; it has not been touched."),
            str(path),
            translate("Store", "Choose a store that Flashpoints made, or another file name for a new one."),
        )
    return version


def check_replaceable(path: Path) -> None:
    """Raise FlashpointsError when a new store at a path would cost what cannot be had again.

    That is any GeoPackage that is no event store, a store of a newer version, and one with rulings, results or
    projects.
    """
    if not os.path.isfile(path):
        return
    check_store(path)
    rulings = [row for row in read_rows(path, "rulings") if not row.get("withdrawn_at")]
    others = [row["table_name"] for row in read_rows(path, "gpkg_contents") if row["table_name"] not in _OURS]
    others += [row["name"] for row in read_rows(path, "qgis_projects")]
    if rulings:
        text = translate("Store", "The store holds rulings: {n}. A new one in its place would lose them.")
        what = text.format(n=number(len(rulings)))
    elif others:
        text = translate(
            "Store",
            "The store also holds other layers or projects: {names}. A new one in its place would lose them.",
        )
        what = text.format(names=", ".join(sorted(others)))
    else:
        return
    raise FlashpointsError(what, str(path), translate("Store", "Update it, or choose another file name."))


def read_rows(path: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table of a store; empty when the file has no such table."""
    with connect(path, read_only=True) as connection:
        connection.row_factory = sqlite3.Row
        there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')] if there else []  # nosec B608


def has_index(path: Path) -> bool:
    """Whether a store still has its index of places; QGIS can delete it."""
    with connect(path, read_only=True) as connection:
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (INDEX,)).fetchone()
    return found is not None


def in_boxes(boxes: Sequence[Box]) -> str:
    """The condition, in SQL, that an event lies in any of some boxes, or has no place; by the index of places."""
    any_of = " OR ".join(
        f"(maxx >= {west!r} AND minx <= {east!r} AND maxy >= {south!r} AND miny <= {north!r})"
        for west, south, east, north in (map(float, box) for box in boxes)
    )
    return f'("fid" IN (SELECT id FROM "{INDEX}" WHERE {any_of}) OR "{GEOMETRY}" IS NULL)'  # nosec B608 (numbers)


def evidence_text(evidence: Sequence[str]) -> str:
    """Evidence of a format as one JSON text."""
    return json.dumps(list(evidence), ensure_ascii=False)
