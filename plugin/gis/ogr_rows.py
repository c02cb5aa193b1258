# SPDX-License-Identifier: GPL-2.0-or-later
"""What GDAL reads as text: a file opened without being touched, a feature's fields, its point in WGS 84."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from pathlib import Path

from osgeo import gdal, ogr, osr

from ..core.errors import FlashpointsError
from ..core.text import translate


@contextlib.contextmanager
def opened(name: str, path: Path) -> Iterator[gdal.Dataset]:
    """A dataset for reading, every row of a sheet one of its rows; GDAL's errors in plain words."""
    gdal.UseExceptions()
    options = {"OGR_XLSX_HEADERS": "DISABLE", "OGR_ODS_HEADERS": "DISABLE", "OGR_XLS_HEADERS": "DISABLE"}
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in options}
    # GDAL would touch a GeoPackage that it may write to; one that is in use has its newest rows beside it
    sealed = name.lower().endswith(".gpkg") and not Path(f"{name}-wal").exists()
    try:
        for key, value in options.items():
            gdal.SetThreadLocalConfigOption(key, value)
        try:
            flags = gdal.OF_VECTOR | gdal.OF_READONLY
            dataset = gdal.OpenEx(name, flags, open_options=["IMMUTABLE=YES"] if sealed else [])
            for index in range(dataset.GetLayerCount()):
                dataset.GetLayer(
                    index
                ).GetLayerDefn().GetFieldCount()  # a sheet is parsed when it is first asked
        finally:
            for key, text in before.items():
                gdal.SetThreadLocalConfigOption(key, text)
        yield dataset
    except RuntimeError as error:
        raise FlashpointsError(
            translate("Tabular", "The file cannot be read: {reason}.").format(reason=str(error).rstrip(".")),
            str(path),
            translate("Tabular", "Check that it opens in QGIS, or save the events as CSV."),
        ) from error


def features(layer: ogr.Layer) -> Iterator[ogr.Feature]:
    layer.ResetReading()
    while (feature := layer.GetNextFeature()) is not None:
        yield feature


def values(layer: ogr.Layer, count: int) -> Callable[[ogr.Feature], list[str]]:
    """A function that gives a feature's first `count` fields as text."""
    definition = layer.GetLayerDefn()
    kinds = [definition.GetFieldDefn(index).GetType() for index in range(count)]

    def text(feature: ogr.Feature, index: int, kind: int) -> str:
        if not feature.IsFieldSetAndNotNull(index):
            return ""
        if kind in (ogr.OFTDate, ogr.OFTDateTime):
            year, month, day = feature.GetFieldAsDateTime(index)[:3]
            return f"{year:04d}-{month:02d}-{day:02d}"
        if kind == ogr.OFTReal:
            value = feature.GetFieldAsDouble(index)
            return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)
        return str(feature.GetFieldAsString(index))

    return lambda feature: [text(feature, index, kind) for index, kind in enumerate(kinds)]


def coordinates(layer: ogr.Layer) -> Callable[[ogr.Feature], tuple[str, str]]:
    """A function that gives a feature's latitude and longitude in WGS 84; blank where it has no point."""
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    own = layer.GetSpatialRef()
    if own is not None:
        own.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(own, wgs84) if own is not None and not own.IsSame(wgs84) else None

    def place(feature: ogr.Feature) -> tuple[str, str]:
        geometry = feature.GetGeometryRef()
        if geometry is not None and geometry.GetGeometryCount() == 1:
            geometry = geometry.GetGeometryRef(
                0
            )  # many a point layer is one of multipoints of one point each
        kind = ogr.wkbNone if geometry is None else ogr.GT_Flatten(geometry.GetGeometryType())
        if kind != ogr.wkbPoint or geometry.IsEmpty():
            return "", ""
        x, y = geometry.GetX(), geometry.GetY()
        if change is not None:
            x, y, _ = change.TransformPoint(x, y)
        return repr(y), repr(x)

    return place
