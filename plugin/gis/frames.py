# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event layer to a DataFrame, fast, and without touching the layer from another thread.

A GeoPackage (and a few other files) is read by GDAL straight into arrays; other providers, and layers whose filter
or selection shall hold, through QGIS's thread-safe feature source, once.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QVariant

from ..core.account import EARLIEST
from ..core.errors import FlashpointsError
from ..core.periods import Period, blocks
from ..core.rulings import in_force
from ..core.rulings_over import RULED
from ..core.schema import KINDS
from ..core.selection import Selection
from ..core.text import translate
from .actor_table import actor_table
from .coordinates import WGS84, to_wgs84
from .event_filters import filter_in_words
from .event_layers import can_be_read_directly, can_push_filter, check_layer, copy_of, filter_text
from .gdal_frames import read_arrays
from .kinds import as_kind
from .rulings import from_row
from .rulings_events import RuledEvents, quoted
from .store import EVENTS, Box, has_index, in_boxes, is_store, read_rows


@dataclass
class EventSource:
    """A snapshot of an event layer that any thread may read.

    name : the layer's; columns : its fields; path, table : where GDAL finds it when it is read `direct`.
    filter_used, filter_ignored : the layer's filter and selection, applied or not; "" when there is none.
    """

    name: str
    columns: tuple[str, ...]
    crs_id: str
    crs_wkt: str
    path: Path | None
    table: str
    direct: bool
    date_is_date: bool
    filter_used: str = ""
    filter_ignored: str = ""
    _pushed: str = ""  # the layer's filter, where the database itself holds to it
    _layers: list[QgsVectorLayer] = field(default_factory=list)  # feature sources need them alive
    _chosen: QgsVectorLayerFeatureSource | None = None
    _whole: QgsVectorLayerFeatureSource | None = None
    _request: QgsFeatureRequest = field(default_factory=QgsFeatureRequest)
    _tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _looped: dict[bool, pd.DataFrame] = field(default_factory=dict)
    _ruled: list[RuledEvents | None] | None = None

    @classmethod
    def from_layer(cls, layer: QgsVectorLayer, use_layer_filter: bool = False) -> EventSource:
        """Take the snapshot; call it in the thread that owns the layer.

        Raises
        ------
        FlashpointsError : when the layer is broken, is edited, holds no points or lacks a column that nothing can
            replace.
        """
        check_layer(layer)
        subset, selected = layer.subsetString(), layer.selectedFeatureIds()
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        path = Path(parts["path"]) if layer.providerType() == "ogr" and parts.get("path") else None
        restricted = use_layer_filter and bool(subset or selected)
        words = filter_text(filter_in_words(layer), len(selected))
        pushed = can_push_filter(subset, path) and not selected
        source = cls(
            name=layer.name(),
            columns=tuple(layer.fields().names()),
            crs_id=layer.crs().authid(),
            crs_wkt=layer.crs().toWkt(),
            path=path if path and path.is_file() else None,
            table=str(parts.get("layerName") or ""),
            direct=(pushed or not restricted) and can_be_read_directly(layer, parts, path),
            date_is_date=layer.fields().field("event_date").type() == QVariant.Date,
            filter_used=words if restricted else "",
            filter_ignored="" if use_layer_filter else words,
            _pushed=subset if restricted and pushed else "",
        )
        if not source.direct:
            source._take_features(layer, use_layer_filter, selected)
        return source

    def _take_features(self, layer: QgsVectorLayer, use_layer_filter: bool, selected: list[int]) -> None:
        whole = layer.clone()
        whole.setSubsetString("")
        self._layers.append(whole)
        self._whole = self._chosen = QgsVectorLayerFeatureSource(whole)
        if use_layer_filter:
            self._layers.append(copy_of(layer))
            self._chosen = QgsVectorLayerFeatureSource(self._layers[-1])
            if selected:
                self._request.setFilterFids(selected)

    def read(
        self,
        columns: Sequence[str],
        selection: Selection | None = None,
        span: Period | None = None,
        *,
        filtered: bool = True,
    ) -> pd.DataFrame:
        """The asked columns of every event as ruled, with longitude and latitude (WGS 84) from the geometry.

        With a selection and a span of dates the database may leave out rows that cannot count; what it returns
        still has to pass Selection.mask. Columns that the layer lacks come back empty. The column `ruled` names the
        fields that rulings have changed. filtered=False reads every event even where the layer's filter holds.

        Raises
        ------
        FlashpointsError : when the layer cannot be read to its end.
        """
        return self.read_both(columns, selection, span, filtered=filtered)[0]

    def read_both(
        self,
        columns: Sequence[str],
        selection: Selection | None = None,
        span: Period | None = None,
        *,
        near: Sequence[Box] = (),
        filtered: bool = True,
    ) -> tuple[pd.DataFrame, pd.DataFrame | None]:
        """The events as ruled, and as coded by the source: None where no ruling touches them. Otherwise as `read`.

        near : the only boxes that matter, in degrees; events elsewhere may be left out, those without a place may not.
        """
        ruled = self.ruled
        if ruled is None:
            return self.read_as_coded(columns, selection, span, near=near, filtered=filtered), None
        coded = self.read_as_coded([*columns, "event_id"], selection, span, near=near, filtered=filtered)
        among = None
        if self.filter_used and filtered:
            among = (
                ruled.shown(self.path, self._pushed) if self._pushed and self.path else set(coded["event_id"])
            )
        over = ruled.over(coded, among)
        hidden = [] if "event_id" in self._asked(columns, selection) else ["event_id"]
        if over is None:
            return coded.drop(columns=hidden), None
        return over.drop(columns=hidden), coded.drop(columns=hidden)

    def read_as_coded(
        self,
        columns: Sequence[str],
        selection: Selection | None = None,
        span: Period | None = None,
        *,
        near: Sequence[Box] = (),
        filtered: bool = True,
    ) -> pd.DataFrame:
        """The events as the source coded them, as if nobody had ruled anything. Otherwise as `read_both`."""
        asked = self._asked(columns, selection)
        there = [name for name in asked if name in self.columns]
        if self.direct and self.path:
            pushed = self._pushed if filtered else ""
            frame = read_arrays(self.path, self.table, there, self._condition(selection, span, near, pushed))
        else:
            frame = self._loop(there, filtered)
        for name in asked:
            missing = "" if name == RULED else None
            values = frame[name] if name in frame else pd.Series([missing] * len(frame), dtype=object)
            frame[name] = as_kind(values, KINDS.get(name))
        return self._to_wgs84(frame)

    def _asked(self, columns: Sequence[str], selection: Selection | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*columns, *(selection.columns if selection else ())]))

    @property
    def ruled(self) -> RuledEvents | None:
        """The events that rulings in force touch; None where there are none."""
        if self._ruled is None:
            rulings = [from_row(row) for row in self.rows("rulings")] if self.table in ("", EVENTS) else []
            actors = actor_table(self.rows("actors"), self.rows("families")) if rulings else None
            found = (
                RuledEvents.of(self.path, rulings, actors, self._to_wgs84) if self.path and actors else None
            )
            self._ruled = [found]
        return self._ruled[0]

    @property
    def rulings_in_force(self) -> int:
        """How many rulings hold in the layer's store, of events that are there."""
        known = self.ruled.ids if self.ruled else frozenset()
        return sum(one.event_id in known for one in in_force(map(from_row, self.rows("rulings"))))

    def _condition(
        self, selection: Selection | None, span: Period | None, near: Sequence[Box], pushed: str
    ) -> str:
        """What the database may check already, in OGR's SQL; never narrower than the selection itself.

        Only the events of a store have today's spelling in every row, and an index of places that we know, so only
        there are types, dataset and boxes asked for; another table of the same file has rows of its own.
        """
        ours = self.table in ("", EVENTS) and bool(self.rows("imports"))
        parts = [f"({pushed})"] if pushed else []
        if span and self.date_is_date:
            inside = (
                f"\"event_date\" >= '{span.start.isoformat()}' AND \"event_date\" <= '{span.end.isoformat()}'"
            )
            parts.append(f'(({inside}) OR "event_date" IS NULL)')
        if selection and ours:
            parts.append(f'"event_type" IN ({", ".join(quoted(name) for name in selection.event_types)})')
            if selection.dataset:
                parts.append(f'"dataset" = {quoted(selection.dataset)}')
        if near and ours and self.crs_id == WGS84 and self.path and has_index(self.path):
            parts.append(in_boxes(near))
        return " AND ".join(parts)

    def _loop(self, columns: list[str], filtered: bool) -> pd.DataFrame:
        """The columns through QGIS's features; what was read once is kept for the next question."""
        known = self._looped.get(filtered)
        if known is None or not set(columns) <= set(known.columns):
            wanted = list(dict.fromkeys([*(known.columns[:-2] if known is not None else ()), *columns]))
            known = self._read_features(wanted, filtered)
            self._looped[filtered] = known
        return known[[*columns, "longitude", "latitude"]].copy()

    def _read_features(self, columns: list[str], filtered: bool) -> pd.DataFrame:
        indexes = [self.columns.index(name) for name in columns]
        source = self._chosen if filtered else self._whole
        if source is None:
            raise RuntimeError("an event source without features")
        request = QgsFeatureRequest(self._request) if filtered else QgsFeatureRequest()
        rows, points = [], []
        iterator = source.getFeatures(request.setSubsetOfAttributes(indexes))
        if not iterator.isValid():
            raise FlashpointsError(translate("Frames", "The layer cannot be read."), self.name)
        for feature in iterator:
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
        return to_wgs84(frame, "" if self.crs_id == WGS84 else self.crs_wkt, self.name)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table beside the events, when the layer lies in an event store; else none."""
        if table not in self._tables:
            in_store = self.path is not None and is_store(self.path)
            self._tables[table] = read_rows(self.path, table) if in_store and self.path else []
        return self._tables[table]

    def coverage(self, dataset: str | None = None, countries: Sequence[str] = ()) -> Period | None:
        """The days that the data cover: what the imports recorded, else from all of the layer's own dates.

        Of files with days between them that none covers, those after the last such gap. None for a layer without
        events. A filter of the layer does not change it.
        """
        covered = self.covered(dataset, countries)
        if covered:
            return covered[-1]
        dates = self.read(["event_date"], filtered=False)["event_date"].dropna()
        if dates.empty:
            return None
        true = dates[dates.between(EARLIEST, datetime.date.today().isoformat())]
        dates = dates if true.empty else true
        return Period(dates.min().date().replace(day=1), dates.max().date())

    def covered(self, dataset: str | None = None, countries: Sequence[str] = ()) -> list[Period]:
        """The days that the imports recorded, in blocks without a gap; none for a layer that is in no store."""
        rows = [row for row in self.rows("coverage") if row["start"]]
        rows = [row for row in rows if dataset in (None, row["dataset"])]
        rows = [row for row in rows if not countries or row["country"] in countries] or rows
        day = datetime.date.fromisoformat
        return blocks(Period(day(row["start"]), day(row["end"])) for row in rows)

    def datasets(self) -> tuple[str, ...]:
        """Which sources the layer's events come from."""
        return self.names("dataset")

    def names(self, column: str) -> tuple[str, ...]:
        """The distinct names in column `dataset` or `country` of the whole layer."""
        rows = self.rows("coverage")
        if rows:
            return tuple(sorted({row[column] for row in rows if row[column]}))
        if column not in self.columns:
            return ()
        return tuple(sorted({str(name) for name in self.read([column], filtered=False)[column].dropna()}))
