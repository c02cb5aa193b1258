# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event layer to a DataFrame, fast, and without touching the layer from another thread.

A GeoPackage (and whatever else GDAL opens) is read by GDAL straight into arrays; other providers, and layers whose
filter or selection shall hold, through QGIS's thread-safe feature source.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from osgeo import gdal
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.schema import DATE, INTEGER, KINDS, REAL
from ..core.selection import Selection
from ..core.text import translate
from .coordinates import transform_points
from .store import read_rows

REQUIRED = ("event_id", "event_date", "event_type")
WGS84 = "EPSG:4326"
_WKB_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])


@dataclass
class EventSource:
    """A snapshot of an event layer that any thread may read.

    name : the layer's; columns : its fields; path, table : where GDAL finds it (path None: not by GDAL);
    filter_ignored : the layer's filter that is not applied, "" when there is none.
    """

    name: str
    columns: tuple[str, ...]
    crs_id: str
    crs_wkt: str
    path: Path | None
    table: str
    features: QgsVectorLayerFeatureSource | None
    request: QgsFeatureRequest
    filter_used: str = ""
    filter_ignored: str = ""
    _tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def from_layer(cls, layer: QgsVectorLayer, use_layer_filter: bool = False) -> EventSource:
        """Take the snapshot; call it in the thread that owns the layer.

        Raises
        ------
        FlashpointsError : when the layer is broken, holds no points or lacks a column that nothing can replace.
        """
        _check_layer(layer)
        subset, selected = layer.subsetString(), layer.selectedFeatureIds()
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        path = Path(parts["path"]) if layer.providerType() == "ogr" and parts.get("path") else None
        clone = layer.clone()
        request = QgsFeatureRequest()
        if not use_layer_filter:
            clone.setSubsetString("")
        elif selected:
            request.setFilterFids(selected)
        restricted = use_layer_filter and bool(subset or selected)
        direct = path is not None and path.is_file() and not restricted and not layer.isEditable()
        return cls(
            name=layer.name(),
            columns=tuple(layer.fields().names()),
            crs_id=layer.crs().authid(),
            crs_wkt=layer.crs().toWkt(),
            path=path,
            table=(parts.get("layerName") or "") if direct else "",
            features=None if direct else QgsVectorLayerFeatureSource(clone),
            request=request,
            filter_used=_filter_text(subset, len(selected)) if restricted else "",
            filter_ignored="" if use_layer_filter else _filter_text(subset, len(selected)),
        )

    def read(
        self, columns: Sequence[str], selection: Selection | None = None, span: Period | None = None
    ) -> pd.DataFrame:
        """The asked columns of every event, with longitude and latitude (WGS 84) from the geometry.

        With a selection and a span of dates the database may leave out rows that cannot count; what it returns
        still has to pass Selection.mask. Columns that the layer lacks come back empty.
        """
        asked = tuple(dict.fromkeys([*columns, *(selection.columns if selection else ())]))
        there = [name for name in asked if name in self.columns]
        if self.features is None:
            frame = self._read_gdal(there, self._condition(selection, span))
        else:
            frame = self._read_features(there)
        for name in asked:
            frame[name] = _as_kind(
                frame[name] if name in frame else pd.Series([None] * len(frame)), KINDS.get(name)
            )
        return self._to_wgs84(frame)

    def _condition(self, selection: Selection | None, span: Period | None) -> str:
        """What the database may check already, in OGR's SQL; never narrower than the selection itself.

        Only an event store has today's spelling in every row, so only there are types and dataset asked for.
        """
        parts = []
        if span:
            after = span.end + datetime.timedelta(days=1)
            parts.append(
                f"\"event_date\" >= '{span.start.isoformat()}' AND \"event_date\" < '{after.isoformat()}'"
            )
        if selection and self.rows("imports"):
            parts.append(f'"event_type" IN ({", ".join(_quoted(name) for name in selection.event_types)})')
            if selection.dataset:
                parts.append(f'"dataset" = {_quoted(selection.dataset)}')
        return " AND ".join(parts)

    def _read_gdal(self, columns: list[str], condition: str) -> pd.DataFrame:
        dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_READONLY)
        if dataset is None:
            raise FlashpointsError(translate("Frames", "The layer's file cannot be opened."), str(self.path))
        layer = dataset.GetLayerByName(self.table) if self.table else dataset.GetLayer(0)
        layer.SetIgnoredFields([field.GetName() for field in layer.schema if field.GetName() not in columns])
        layer.SetAttributeFilter(condition or None)
        geometry = layer.GetGeometryColumn() or "wkb_geometry"
        parts = [
            _batch_frame(batch, columns, geometry)
            for batch in layer.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=YES", "INCLUDE_FID=NO"])
        ]
        del layer, dataset
        empty = pd.DataFrame({name: [] for name in [*columns, "longitude", "latitude"]})
        return pd.concat(parts, ignore_index=True) if parts else empty

    def _read_features(self, columns: list[str]) -> pd.DataFrame:
        assert self.features is not None
        names = list(self.columns)
        indexes = [names.index(name) for name in columns]
        request = QgsFeatureRequest(self.request).setSubsetOfAttributes(indexes)
        rows, points = [], []
        for feature in self.features.getFeatures(request):
            attributes = feature.attributes()
            rows.append([None if attributes[i] == NULL else attributes[i] for i in indexes])
            geometry = feature.geometry()
            point = None if geometry.isNull() or geometry.isEmpty() else geometry.centroid().asPoint()
            points.append((point.x(), point.y()) if point else (np.nan, np.nan))
        frame = pd.DataFrame(rows, columns=columns, dtype=object)
        located = np.asarray(points, dtype=float).reshape(-1, 2)
        frame["longitude"], frame["latitude"] = located[:, 0], located[:, 1]
        return frame

    def _to_wgs84(self, frame: pd.DataFrame) -> pd.DataFrame:
        if frame.empty or not self.crs_wkt or self.crs_id == WGS84:
            return frame
        x, y = transform_points(
            frame["longitude"].to_numpy(), frame["latitude"].to_numpy(), self.crs_wkt, WGS84
        )
        frame["longitude"], frame["latitude"] = x, y
        return frame

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table beside the events, when the layer lies in an event store; else none."""
        if table not in self._tables:
            in_store = self.path is not None and self.path.suffix.lower() == ".gpkg" and self.path.is_file()
            self._tables[table] = read_rows(self.path, table) if in_store and self.path else []
        return self._tables[table]

    def coverage(self, dataset: str | None = None, countries: Sequence[str] = ()) -> Period | None:
        """The days that the data cover: what the import recorded, else from the layer's own dates.

        None for a layer without events.
        """
        rows = [row for row in self.rows("coverage") if row["start"]]
        rows = [row for row in rows if dataset in (None, row["dataset"])] or rows
        rows = [row for row in rows if not countries or row["country"] in countries] or rows
        if rows:
            day = datetime.date.fromisoformat
            return Period(day(min(row["start"] for row in rows)), day(max(row["end"] for row in rows)))
        dates = self.read(["event_date"])["event_date"].dropna()
        if dates.empty:
            return None
        return Period(dates.min().date().replace(day=1), dates.max().date())

    def datasets(self) -> tuple[str, ...]:
        """Which sources the layer's events come from."""
        rows = self.rows("coverage")
        if rows:
            return tuple(sorted({row["dataset"] for row in rows if row["dataset"]}))
        if "dataset" not in self.columns:
            return ()
        return tuple(sorted(set(self.read(["dataset"])["dataset"].dropna())))


def _check_layer(layer: QgsVectorLayer) -> None:
    if not layer.isValid():
        raise FlashpointsError(
            translate("Frames", "The layer cannot be read."),
            layer.name(),
            translate("Frames", "Check that its file is still where it was."),
        )
    missing = [name for name in REQUIRED if name not in layer.fields().names()]
    if missing:
        raise FlashpointsError(
            translate("Frames", "The layer is no event layer: it lacks the columns {names}.").format(
                names=", ".join(missing)
            ),
            layer.name(),
            translate("Frames", "Load the event file with “Load events” and choose the layer that it makes."),
        )


def _filter_text(subset: str, selected: int) -> str:
    parts = [subset] if subset else []
    if selected:
        parts.append(translate("Frames", "{n} selected features").format(n=selected))
    return "; ".join(parts)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _batch_frame(batch: dict[str, Any], columns: list[str], geometry: str) -> pd.DataFrame:
    """One batch of GDAL's arrays as a frame: text from bytes once for each distinct value, masked as missing."""
    data: dict[str, Any] = {}
    for name in columns:
        values = batch[name]
        mask = np.ma.getmaskarray(values)
        plain = np.asarray(values)
        if plain.dtype.kind in "SO":
            codes, uniques = pd.factorize(plain)
            texts = np.array(
                [one.decode("utf-8") if isinstance(one, bytes) else one for one in uniques], dtype=object
            )
            plain = texts[codes] if len(texts) else np.full(len(plain), None, dtype=object)
            plain[mask] = None
            data[name] = plain
        elif plain.dtype.kind == "M":
            data[name] = np.where(mask, np.datetime64("NaT"), plain.astype("datetime64[ns]"))
        else:
            data[name] = np.where(mask, np.nan, plain.astype(float)) if mask.any() else plain
    data["longitude"], data["latitude"] = _points(batch[geometry])
    return pd.DataFrame(data)


def _points(wkb: Any) -> tuple[np.ndarray, np.ndarray]:
    """Longitude and latitude from an array of WKB points; NaN where there is none."""
    mask = np.ma.getmaskarray(wkb) if isinstance(wkb, np.ma.MaskedArray) else np.zeros(len(wkb), dtype=bool)
    size = _WKB_POINT.itemsize
    raw = [
        bytes(one)[:size].ljust(size, b"\0") if one is not None else b"\0" * size for one in np.asarray(wkb)
    ]
    points = np.frombuffer(b"".join(raw), dtype=_WKB_POINT)
    missing = mask | (points["order"] != 1)
    return np.where(missing, np.nan, points["x"]), np.where(missing, np.nan, points["y"])


def _as_kind(values: pd.Series, kind: str | None) -> pd.Series:
    """A column in the one form that the core expects of its kind."""
    if kind == DATE:
        return pd.to_datetime(_iso_texts(values), errors="coerce").astype("datetime64[ns]").dt.normalize()
    if kind in (INTEGER, REAL):
        return pd.to_numeric(values, errors="coerce").astype(float)
    return values


def _iso_texts(values: pd.Series) -> pd.Series:
    """Dates of QGIS's own type as ISO text; others as they are."""
    if values.dtype != object:
        return values
    return values.map(lambda value: value.toString("yyyy-MM-dd") if hasattr(value, "toString") else value)
