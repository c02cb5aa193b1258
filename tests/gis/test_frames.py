# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers as frames: every provider gives the same rows, and a filter for looking never changes a count."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.selection import Selection, in_period
from flashpoints.plugin.gis.frames import EventSource
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
)

COLUMNS = ["event_id", "event_date", "event_type", "country", "fatalities", "geo_precision", "side_1_groups"]


def as_table(frame: pd.DataFrame) -> list[tuple]:
    ordered = frame.sort_values("event_id")
    return [
        tuple(row)
        for row in ordered[[*COLUMNS, "longitude", "latitude"]].astype(object).itertuples(index=False)
    ]


def test_gdal_and_the_feature_loop_give_the_same_frame(store_layer: QgsVectorLayer) -> None:
    direct = EventSource.from_layer(store_layer)
    memory = EventSource.from_layer(store_layer.materialize(QgsFeatureRequest()))
    assert direct.direct and not memory.direct
    a, b = direct.read(COLUMNS), memory.read(COLUMNS)
    assert as_table(a) == as_table(b) and len(a) == store_layer.featureCount()
    assert a.dtypes.astype(str).to_dict() == b.dtypes.astype(str).to_dict()


def test_null_stays_unknown(store_layer: QgsVectorLayer, tmp_path: Path) -> None:
    layer = store_layer.materialize(QgsFeatureRequest().setLimit(3))
    ids = [feature.id() for feature in layer.getFeatures()]
    index = layer.fields().indexOf("fatalities")
    layer.startEditing()
    layer.changeAttributeValue(ids[0], index, None)
    layer.commitChanges()
    assert EventSource.from_layer(layer).read(["fatalities"])["fatalities"].isna().sum() == 1
    path = write(layer, tmp_path / "three.gpkg")
    frame = EventSource.from_layer(QgsVectorLayer(path, "three", "ogr")).read(["fatalities", "event_date"])
    assert frame["fatalities"].isna().sum() == 1 and frame["event_date"].notna().all()


def test_the_database_leaves_out_only_what_cannot_count(store_layer: QgsVectorLayer) -> None:
    source, period, selection = EventSource.from_layer(store_layer), parse_period("2023-H1"), Selection()
    asked = source.read(COLUMNS, selection, period)
    everything = source.read(COLUMNS)
    expected = everything[selection.mask(everything).mask & in_period(everything["event_date"], period)]
    assert 0 < len(asked) < len(everything)
    assert as_table(asked) == as_table(expected)


@pytest.mark.parametrize("indexed", [True, False], ids=["with its index of places", "without"])
def test_the_database_leaves_out_what_lies_elsewhere(store: Path, tmp_path: Path, indexed: bool) -> None:
    """Two boxes: what lies in either comes, in the first row's place too a feature without a point."""
    own = Path(shutil.copy(store, tmp_path / "own.gpkg"))
    layer = QgsVectorLayer(f"{own}|layername=events", "events", "ogr")
    first = next(layer.getFeatures())["event_id"]
    with sqlite3.connect(own) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE events SET geom = NULL WHERE event_id = ?", (first,))
        if not indexed:
            connection.execute("DROP TABLE rtree_events_geom")
    source = EventSource.from_layer(QgsVectorLayer(f"{own}|layername=events", "events", "ogr"))
    boxes = [(-9.0, 12.0, -7.0, 13.0), (-1.0, 15.0, 1.0, 17.0)]
    everything = source.read(COLUMNS)
    near = source.read_both(COLUMNS, near=boxes)[0]
    x, y = everything["longitude"], everything["latitude"]
    inside = x.isna()
    for west, south, east, north in boxes:
        inside |= x.between(west, east) & y.between(south, north)
    assert 2 < inside.sum() < len(everything) and int(x.isna().sum()) == 1
    assert len(near) == (inside.sum() if indexed else len(everything)) and first in set(near["event_id"])
    placed = set(everything["event_id"][inside]) - {first}  # NaN is not equal to NaN
    assert as_table(near[near["event_id"].isin(placed)]) == as_table(
        everything[everything["event_id"].isin(placed)]
    )


@pytest.mark.parametrize(
    "condition", ["\"event_date\" >= '2023-01-01'", '"actor1" LIKE \'%JNIM%\' OR "fatalities" > 3']
)
def test_a_filter_that_holds_gives_the_same_events_in_a_file_and_in_memory(
    store_layer: QgsVectorLayer, condition: str
) -> None:
    memory = store_layer.materialize(QgsFeatureRequest())
    frames = []
    for layer in (store_layer, memory):
        assert layer.setSubsetString(condition)
        source = EventSource.from_layer(layer, use_layer_filter=True)
        assert source.direct == (layer is store_layer)
        assert condition in source.filter_used
        frames.append(source.read(COLUMNS))
        assert len(source.read(COLUMNS, filtered=False)) > len(frames[-1]) == layer.featureCount() > 0
    assert as_table(frames[0]) == as_table(frames[1])


def test_a_layer_filter_is_ignored_unless_asked(store_layer: QgsVectorLayer) -> None:
    """Filter the layer to one half-year: the other half-year's count is unchanged."""
    store_layer.setSubsetString("event_date >= '2023-01-01'")
    store_layer.selectByIds(
        [feature.id() for feature in store_layer.getFeatures(QgsFeatureRequest().setLimit(7))]
    )
    other = parse_period("2022-H2")
    ignoring = EventSource.from_layer(store_layer)
    dates = ignoring.read(["event_date"])["event_date"]
    assert "2023-01-01" in ignoring.filter_ignored and "7" in ignoring.filter_ignored
    assert in_period(dates, other).sum() > 100
    following = EventSource.from_layer(store_layer, use_layer_filter=True)
    assert len(following.read(["event_id"])) == 7 and following.filter_used
    store_layer.removeSelection()
    dates = EventSource.from_layer(store_layer, use_layer_filter=True).read(["event_date"])["event_date"]
    assert (
        in_period(dates, other).sum() == 0
        and in_period(dates, parse_period("2023-H1")).sum() == len(dates) > 100
    )


def test_other_reference_systems_come_back_in_degrees(store_layer: QgsVectorLayer, tmp_path: Path) -> None:
    utm = QgsCoordinateReferenceSystem("EPSG:32630")
    path = write(store_layer.materialize(QgsFeatureRequest().setLimit(200)), tmp_path / "utm.gpkg", utm)
    moved = EventSource.from_layer(QgsVectorLayer(path, "utm", "ogr")).read(["event_id", "latitude"])
    original = (
        EventSource.from_layer(store_layer).read(["event_id"]).set_index("event_id").loc[moved["event_id"]]
    )
    assert np.allclose(moved["longitude"], original["longitude"], atol=1e-7)
    assert np.allclose(moved["latitude"], original["latitude"], atol=1e-7)


def test_coverage_comes_from_the_import_else_from_the_rows(store_layer: QgsVectorLayer) -> None:
    assert EventSource.from_layer(store_layer).coverage().iso == "2017-01-01/2023-06-30"
    only = store_layer.materialize(QgsFeatureRequest().setFilterExpression("\"event_date\" > '2020-05-09'"))
    dates = sorted(feature["event_date"].toString("yyyy-MM-dd") for feature in only.getFeatures())
    coverage = EventSource.from_layer(only).coverage()
    assert (coverage.start.isoformat(), coverage.end.isoformat()) == ("2020-05-01", dates[-1])


def test_an_empty_layer_has_no_coverage(store_layer: QgsVectorLayer) -> None:
    empty = store_layer.materialize(QgsFeatureRequest().setFilterExpression("false"))
    source = EventSource.from_layer(empty)
    assert source.coverage() is None and source.read(COLUMNS).empty


def test_a_layer_that_is_no_event_layer_is_said() -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "towns", "memory")
    with pytest.raises(FlashpointsError, match="event_id, event_date, event_type") as caught:
        EventSource.from_layer(layer)
    assert caught.value.where == "towns"
    with pytest.raises(FlashpointsError, match="cannot be read"):
        EventSource.from_layer(QgsVectorLayer("nowhere.gpkg", "gone", "ogr"))


def test_an_event_without_a_point_has_no_coordinates(store_layer: QgsVectorLayer, tmp_path: Path) -> None:
    layer = store_layer.materialize(QgsFeatureRequest().setLimit(2))
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature["event_id"], feature["event_type"] = "NOWHERE", "Battles"
    layer.addFeature(feature)
    layer.commitChanges()
    for source in (layer, QgsVectorLayer(write(layer, tmp_path / "two.gpkg"), "two", "ogr")):
        frame = EventSource.from_layer(source).read(["event_id"]).set_index("event_id")
        assert np.isnan(frame.loc["NOWHERE", "longitude"]) and frame["longitude"].notna().sum() == 1


def write(layer: QgsVectorLayer, path: Path, crs: QgsCoordinateReferenceSystem | None = None) -> str:
    from qgis.core import QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    context = QgsProject.instance().transformContext()
    if crs is not None:
        options.ct = QgsCoordinateTransform(layer.crs(), crs, context)
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    assert error == QgsVectorFileWriter.WriterError.NoError, message
    return str(path)


@pytest.mark.parametrize("how", ["another table", "another system"])
def test_boxes_are_asked_only_of_the_index_that_fits(store: Path, tmp_path: Path, how: str) -> None:
    """A part of the events in a table of its own has other row numbers; a store in metres has boxes in metres."""
    own = Path(shutil.copy(store, tmp_path / "own.gpkg"))
    target, table = own, "events"
    if how == "another table":
        table = "later part"
        gdal.VectorTranslate(
            str(own), str(store), accessMode="update", layers=["events"], layerName=table,
            where="\"event_date\" >= '2022-07-01'", options=["-unsetFid"],
        )  # fmt: skip
    else:
        target = tmp_path / "metres.gpkg"
        gdal.VectorTranslate(str(target), str(store), dstSRS="EPSG:32629", reproject=True)
    source = EventSource.from_layer(QgsVectorLayer(f"{target}|layername={table}", "some", "ogr"))
    assert source.direct and source.rows("imports")
    box = (-9.0, 12.0, -7.0, 13.0)
    everything, near = source.read(COLUMNS), source.read_both(COLUMNS, near=[box])[0]
    inside = everything["longitude"].between(-9, -7) & everything["latitude"].between(12, 13)
    assert inside.sum() > 10
    assert set(everything["event_id"][inside]) <= set(near["event_id"])
