# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as arrays by GDAL's Arrow stream: short columns and single points, several times as fast as features."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

from ..core.errors import FlashpointsError
from ..core.text import translate

_WKB_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
_HAS_Z = 0x80000000
_ONE_THREAD = "OGR_GPKG_STREAM_BASE_IMPL"
Points = tuple[np.ndarray, np.ndarray]


def read_arrays(path: Path, table: str, columns: list[str], condition: str) -> pd.DataFrame:
    """Columns of a table (its first one when `table` is empty) with longitude and latitude in its own system.

    condition : OGR's SQL, "" for every row.

    Raises
    ------
    FlashpointsError : when the file cannot be opened, or not be read to its end.
    """
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    # a GeoPackage is read ahead in a thread of GDAL's own, which crashed now and then under a filter (GDAL 3.10)
    gdal.SetThreadLocalConfigOption(_ONE_THREAD, "YES")
    try:
        frame = _read(path, table, columns, condition)
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        reason = gdal.GetLastErrorMsg()
    except RuntimeError as error:  # another plugin may have switched GDAL's exceptions on
        failed, reason, frame = True, str(error), None
    finally:
        gdal.SetThreadLocalConfigOption(_ONE_THREAD, None)
        gdal.PopErrorHandler()
    if failed or frame is None:
        raise FlashpointsError(
            translate("Frames", "The file cannot be read to its end ({reason}).").format(
                reason=reason.strip()
            ),
            str(path),
            translate("Frames", "Copy it again from where it came, or load the event file anew."),
        )
    return frame


def _read(path: Path, table: str, columns: list[str], condition: str) -> pd.DataFrame | None:
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    layer = dataset and (dataset.GetLayerByName(table) if table else dataset.GetLayer(0))
    if not layer:
        return None
    geometry = layer.GetGeometryColumn() or "wkb_geometry"
    in_sql = dataset.GetDriver().ShortName == "GPKG" and bool(layer.GetGeometryColumn())
    if in_sql:
        rows = dataset.ExecuteSQL(_query(layer, columns, condition))
    else:
        layer.SetIgnoredFields([field.GetName() for field in layer.schema if field.GetName() not in columns])
        layer.SetAttributeFilter(condition or None)
        rows = layer
    points = _plain_points if in_sql else _points
    parts = [_batch_frame(batch, columns, points, geometry) for batch in _batches(rows)] if rows else []
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())  # now: closing forgets it where GDAL's exceptions are on
    complete = bool(condition) or sum(map(len, parts)) == layer.GetFeatureCount()
    if in_sql and rows:
        dataset.ReleaseResultSet(rows)
    del rows, layer, dataset
    if not complete:
        return None
    empty = pd.DataFrame({name: [] for name in [*columns, "longitude", "latitude"]})
    return pd.concat(parts, ignore_index=True) if parts else empty


def _batches(rows: ogr.Layer) -> Iterator[dict[str, Any]]:
    """GDAL's batches of a layer. No name may keep the stream: freed after its layer, it tears QGIS down."""
    yield from rows.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=YES", "INCLUDE_FID=NO"])


def _query(layer: ogr.Layer, columns: list[str], condition: str) -> str:
    """The columns and the points as numbers: GDAL makes no geometries then, which takes half as long.

    A place that is missing is infinite, since GDAL takes the type of a column from its first row.
    """
    names = [_quoted(name) for name in columns]
    geometry = _quoted(layer.GetGeometryColumn())
    points = [f"coalesce(ST_{axis}({geometry}), 9e999) AS {axis}_" for axis in "XY"]
    where = f" WHERE {condition}" if condition else ""
    return f"SELECT {', '.join([*names, *points])} FROM {_quoted(layer.GetName())}{where}"  # nosec B608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _batch_frame(
    batch: dict[str, Any], columns: list[str], points: Callable[[dict[str, Any], str], Points], geometry: str
) -> pd.DataFrame:
    """One batch of GDAL's arrays as a frame: text from bytes once for each distinct value, masked as missing."""
    data: dict[str, Any] = {}
    for name in columns:
        values = batch[name]
        mask = np.ma.getmaskarray(values)
        plain = np.asarray(values)
        if plain.dtype.kind in "SO":
            codes, uniques = pd.factorize(plain)
            texts = [one.decode("utf-8", "replace") if isinstance(one, bytes) else one for one in uniques]
            plain = np.array([*texts, None], dtype=object)[codes]
            plain[mask] = None
            data[name] = plain
        elif plain.dtype.kind == "M":
            data[name] = np.where(mask, np.datetime64("NaT"), plain.astype("datetime64[ns]"))
        else:
            data[name] = np.where(mask, np.nan, plain.astype(float)) if mask.any() else plain
    data["longitude"], data["latitude"] = points(batch, geometry)
    return pd.DataFrame(data)


def _plain_points(batch: dict[str, Any], _: str) -> Points:
    """x and y as `_query` names them; NaN where there is no point."""
    x, y = (np.asarray(batch[name], dtype=float) for name in ("X_", "Y_"))
    missing = ~(np.isfinite(x) & np.isfinite(y))
    return np.where(missing, np.nan, x), np.where(missing, np.nan, y)


def _points(batch: dict[str, Any], geometry: str) -> Points:
    """x and y of an array of WKB points, with or without z; NaN where there is none."""
    wkb = batch[geometry]
    mask = np.ma.getmaskarray(wkb) if isinstance(wkb, np.ma.MaskedArray) else np.zeros(len(wkb), dtype=bool)
    size = _WKB_POINT.itemsize
    raw = [
        bytes(one)[:size].ljust(size, b"\0") if one is not None else b"\0" * size for one in np.asarray(wkb)
    ]
    points = np.frombuffer(b"".join(raw), dtype=_WKB_POINT)
    kind = (points["type"] & ~np.uint32(_HAS_Z)) % 1000
    missing = mask | (points["order"] != 1) | (kind != 1)
    return np.where(missing, np.nan, points["x"]), np.where(missing, np.nan, points["y"])
