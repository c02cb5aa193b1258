# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbooks and vector layers as sources of rows for the core, read by GDAL; text files go to the core itself."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import weakref
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from osgeo import ogr

from ..core import archives, formats, sources
from ..core.blocks import Block, from_rows
from ..core.column_guess import guess_columns
from ..core.errors import FlashpointsError
from ..core.headers import listed, shown
from ..core.sources import Source
from ..core.text import translate
from ..core.textfile import TextFile
from . import ogr_rows

WORKBOOKS = (".xlsx", ".ods", ".xls")
_LAYERS = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".kml", ".gml", ".sqlite")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_STARTS = (
    b"SQLite format 3",
    _OLD_EXCEL,
    b"\x00\x00\x27\x0a",
    b"fgb",
    b"{",
    b"<?xml",
    b"<kml",
    b"PAR1",
    b"!table",
)
_COORDINATES = ("latitude", "longitude")
_MAYBE_POINTS = (ogr.wkbPoint, ogr.wkbMultiPoint, ogr.wkbUnknown, ogr.wkbGeometryCollection)
_SAMPLE_ROWS = 1_000
_TITLE_ROWS = 20


@dataclass(frozen=True)
class TableSource:
    """One sheet or layer of a file that GDAL reads: a `core.sources.Source`.

    name : what GDAL opens (for a file in an archive an unpacked copy, which lives as long as this source);
    layer : the sheet or layer; header_row : of a sheet the row of its column names, 0 for a layer;
    points : whether coordinates come from its geometry.
    """

    path: Path
    name: str
    layer: str
    sha256: str
    header: tuple[str, ...]
    header_row: int = 0
    points: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """How the file is read, in sentences."""
        kind = (
            translate("Tabular", "Sheet “{name}” of the workbook.")
            if self.header_row
            else translate("Tabular", "Layer “{name}” of the file.")
        )
        notes = [kind.format(name=self.layer)]
        if self.points:
            notes.append(translate("Tabular", "The coordinates are those of its points, in WGS 84."))
        return tuple(notes)

    def blocks(self, size: int) -> Iterator[Block]:
        """The records, `size` at a time. Rows of a sheet keep their numbers there; those of a layer, its feature ids.

        Raises
        ------
        FlashpointsError : when the file cannot be read on.
        """
        with ogr_rows.opened(self.name, self.path) as dataset:
            layer = dataset.GetLayerByName(self.layer)
            values = ogr_rows.values(layer, len(self.header) - 2 * self.points)
            place = ogr_rows.coordinates(layer) if self.points else None
            total = max(layer.GetFeatureCount(), 1)
            numbers: list[int] = []
            rows: list[list[str]] = []
            done = 0
            for feature in ogr_rows.features(layer):
                fields = [*values(feature), *(place(feature) if place else ())]
                done += 1
                if self.header_row and (feature.GetFID() <= self.header_row or not any(fields)):
                    continue  # above the events, or a blank row
                numbers.append(feature.GetFID())
                rows.append(fields)
                if len(rows) >= size:
                    yield from_rows(numbers, rows, len(self.header), min(done / total, 0.99))
                    numbers, rows = [], []
            if rows:
                yield from_rows(numbers, rows, len(self.header), 1.0)


def open_source(path: str | Path, table: str = "", going: Callable[[], bool] = lambda: True) -> Source:
    """A source for any event file: text (also in a .gz or .zip), a workbook (also in a .zip), a vector layer.

    Parameters
    ----------
    table : the sheet, the layer or the file in an archive; needed where several may be meant.
    going : answers now and then, while a text file is looked through, whether to go on.

    Raises
    ------
    FlashpointsError : in plain words, when the file cannot be read or does not say which table is meant.
    """
    path = Path(path)
    if not os.path.isfile(path):
        return sources.open_source(path, table)  # which says what is the matter
    if archives.is_workbook(path) or (_is_layer(path) and not zipfile.is_zipfile(path)):
        return _table(path, str(path), table)
    if zipfile.is_zipfile(path):
        inside = _tables_inside(path)
        wanted = [name for name in inside if table in (name, PurePosixPath(name).name)] or inside
        if len(wanted) == 1:
            return _from_archive(path, wanted[0], "" if wanted != inside else table)
    return sources.open_source(path, table, going)


def tables(path: str | Path) -> tuple[str, ...]:
    """What TABLE may name in a file: its sheets or layers that hold rows, or the tables of an archive.

    Empty where there is nothing to choose from, as in a text file.

    Raises
    ------
    FlashpointsError : in plain words, when the file cannot be read.
    """
    path = Path(path)
    if not os.path.isfile(path):
        return ()
    if archives.is_workbook(path) or (_is_layer(path) and not zipfile.is_zipfile(path)):
        return tuple(source.layer for source in _found(path, str(path)))
    inside = _tables_inside(path) if zipfile.is_zipfile(path) else []
    if len(inside) != 1:
        return tuple(inside or archives.tables(path))
    with tempfile.TemporaryDirectory(prefix="flashpoints-") as folder:
        return tuple(source.layer for source in _found(path, _unpack(path, inside[0], folder)))


def table_of(source: Source) -> str:
    """The sheet, layer or file of an archive that a source reads; "" where there is no other."""
    if isinstance(source, TableSource):
        return source.layer
    return source.packed.member if isinstance(source, TextFile) else ""


def _is_layer(path: Path) -> bool:
    return _start(path).startswith(_STARTS)  # the content tells; many a text table is called .xls


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")


def _tables_inside(path: Path) -> list[str]:
    """The workbooks and layers in a zip; none where it holds text tables, which the core reads."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archives.members(archive)
    except zipfile.BadZipFile:
        return []  # the core says so
    if any(PurePosixPath(name).suffix.lower() in (".csv", ".tsv") for name in names):
        return []
    return [name for name in names if PurePosixPath(name).suffix.lower() in (*WORKBOOKS, *_LAYERS)]


def _from_archive(path: Path, member: str, table: str) -> Source:
    """Unpack a zip into a folder of its own: GDAL reads no workbook inside a zip, which is a zip itself."""
    folder = tempfile.mkdtemp(prefix="flashpoints-")
    try:
        source = _table(path, _unpack(path, member, folder), table)
    except FlashpointsError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    weakref.finalize(source, shutil.rmtree, folder, ignore_errors=True)
    return source


def _unpack(path: Path, member: str, folder: str) -> str:
    """Unpack a file of a zip, with those beside it, into a folder; what GDAL opens there."""
    try:
        with zipfile.ZipFile(path) as archive:
            stem = str(PurePosixPath(member).with_suffix(""))
            beside = [
                name for name in archives.members(archive) if str(PurePosixPath(name).with_suffix("")) == stem
            ]
            archive.extractall(folder, beside)  # a shapefile is several; zipfile lets none out of the folder
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
        raise FlashpointsError(
            translate("Tabular", "The archive cannot be unpacked: {reason}.").format(reason=error),
            str(path),
            translate("Tabular", "Unpack it yourself, and choose the file in it."),
        ) from error
    return str(Path(folder, member))


def _found(path: Path, name: str) -> list[TableSource]:
    """The sheets or layers of a file that hold rows."""
    book = archives.is_workbook(Path(name)) or _start(Path(name)).startswith(_OLD_EXCEL)
    with ogr_rows.opened(name, path) as dataset:
        layers = [dataset.GetLayer(index) for index in range(dataset.GetLayerCount())]
        described = [_described(layer, path, name, book) for layer in layers]
    return [source for source in described if len(source.header) > 1]


def _table(path: Path, name: str, wanted: str) -> TableSource:
    """The sheet or layer that is meant: the one named, the only one, or the only one of a known form."""
    found = _found(path, name)
    chosen = [source for source in found if source.layer == wanted] if wanted else found
    if len(chosen) > 1:
        chosen = [source for source in chosen if _is_known(source)] or chosen
    if len(chosen) == 1:
        return chosen[0]
    if not found:
        raise FlashpointsError(
            translate("Tabular", "No sheet or layer of this file has rows of events."),
            str(path),
            translate("Tabular", "Export it again, with a wider choice of dates or countries."),
        )
    what = (
        translate("Tabular", "Several sheets or layers may hold the events.")
        if chosen
        else translate("Tabular", "There is no sheet or layer “{name}” with rows.").format(name=shown(wanted))
    )
    names = listed(source.layer for source in found)
    raise FlashpointsError(
        what,
        str(path),
        translate("Tabular", "Name the one to load (TABLE). There is: {names}.").format(names=names),
    )


def _described(layer: ogr.Layer, path: Path, name: str, book: bool) -> TableSource:
    """A layer as a source; one without rows, or a sheet without a row of column names, has no header."""
    definition, sha256 = layer.GetLayerDefn(), archives.sha256(path)
    header = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    if book:
        return TableSource(path, name, layer.GetName(), sha256, *_sheet_header(layer, len(header)))
    if not layer.GetFeatureCount():
        return TableSource(path, name, layer.GetName(), sha256, ())
    located = set(_COORDINATES) <= set(guess_columns(header, []))
    points = not located and ogr.GT_Flatten(layer.GetGeomType()) in _MAYBE_POINTS
    columns = (*header, *_COORDINATES) if points else tuple(header)
    return TableSource(path, name, layer.GetName(), sha256, columns, points=points)


def _sheet_header(layer: ogr.Layer, width: int) -> tuple[tuple[str, ...], int]:
    """The first row of at least two cells, which titles above a table do not have, and its number."""
    values = ogr_rows.values(layer, width)
    for feature in itertools.islice(ogr_rows.features(layer), _TITLE_ROWS):
        fields = values(feature)
        if sum(bool(field.strip()) for field in fields) > 1:
            return tuple(field.strip() for field in fields), feature.GetFID()
    return (), 0


def _is_known(source: TableSource) -> bool:
    try:
        formats.recognise(sources.sample(source, _SAMPLE_ROWS))
    except FlashpointsError:
        return False
    return True
