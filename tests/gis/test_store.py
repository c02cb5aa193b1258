# SPDX-License-Identifier: GPL-2.0-or-later
"""The event store: a whole GeoPackage or none, with everything that was read in it."""

from __future__ import annotations

import csv
import hashlib
import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from databases import opened
from event_files import row, write
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import provisional_from
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.core.schema import COLUMN_NAMES
from flashpoints.plugin.core.tally import Tally
from flashpoints.plugin.gis.geopackage import point_blobs
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gis.store import SCHEMA_VERSION, read_rows
from flashpoints.plugin.gis.styles import style_events
from osgeo import gdal, ogr
from pictures import legend
from qgis.core import QgsVectorLayer


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


@pytest.fixture(scope="module")
def imported(sample: Path, actors: ActorTable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("store") / "events.gpkg"
    import_events(sample, store, actors)
    return store


def test_every_event_of_the_file_is_in_the_store(sample: Path, imported: Path) -> None:
    layer = QgsVectorLayer(f"{imported}|layername=events", "events", "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:4326"
    assert set(COLUMN_NAMES) <= set(layer.fields().names())
    with sample.open(encoding="utf-8", newline="") as file:
        rows = {row["event_id_cnty"]: row for row in csv.DictReader(file)}
    assert layer.featureCount() == len(rows)
    for feature in layer.getFeatures():
        row, point = rows[feature["event_id"]], feature.geometry().asPoint()
        assert feature["event_date"].toString("yyyy-MM-dd") == row["event_date"]
        assert (point.x(), point.y()) == (float(row["longitude"]), float(row["latitude"]))
        assert feature["fatalities"] == int(row["fatalities"])
        assert feature["actor1"] == row["actor1"]


def test_the_spatial_index_finds_what_a_scan_finds(imported: Path) -> None:
    dataset = ogr.Open(str(imported))
    layer = dataset.GetLayerByName("events")
    layer.SetSpatialFilterRect(-8.5, 12.2, -7.5, 13.0)
    with_index = layer.GetFeatureCount()
    layer.SetSpatialFilter(None)
    layer.SetAttributeFilter("longitude BETWEEN -8.5 AND -7.5 AND latitude BETWEEN 12.2 AND 13.0")
    assert with_index == layer.GetFeatureCount() > 0
    with opened(imported) as connection:
        count = connection.execute("SELECT count(*) FROM rtree_events_geom").fetchone()[0]
        assert count == connection.execute("SELECT count(*) FROM events").fetchone()[0]


def test_gdal_finds_nothing_wrong_with_the_geopackage(imported: Path) -> None:
    messages: list[str] = []
    gdal.PushErrorHandler(lambda kind, number, text: messages.append(text))
    try:
        dataset = gdal.OpenEx(str(imported), gdal.OF_VECTOR | gdal.OF_UPDATE)
        layer = dataset.GetLayerByName("events")
        extent = layer.GetExtent()
        feature = layer.GetNextFeature()
        feature.SetField("notes", "edited by hand")
        assert layer.SetFeature(feature) == ogr.OGRERR_NONE
        feature.SetField("notes", None)
        layer.SetFeature(feature)
        del feature, layer, dataset
    finally:
        gdal.PopErrorHandler()
    assert messages == []
    assert -13 < extent[0] < extent[1] < 5 and 9 < extent[2] < extent[3] < 26


def test_imports_hold_the_account_and_the_origin(sample: Path, imported: Path) -> None:
    (row,) = read_rows(imported, "imports")
    assert row["sha256"] == hashlib.sha256(sample.read_bytes()).hexdigest()
    assert (
        row["events"] + row["rows_merged"] + row["rows_filtered"] + row["rows_rejected"] == row["rows_read"]
    )
    assert (row["coverage_start"], row["coverage_end"]) == ("2017-01-01", "2023-06-30")
    assert (row["synthetic"], row["dataset"], row["format"]) == (1, "Synthetic", "acled")
    (coverage,) = read_rows(imported, "coverage")
    assert (coverage["country"], coverage["events"]) == ("Mali", row["events"])
    assert {table["key"]: table["value"] for table in read_rows(imported, "flashpoints_meta")} == {
        "schema_version": str(SCHEMA_VERSION)
    }
    assert len(read_rows(imported, "actors")) == len(
        ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv").rows()
    )


def test_rejected_rows_are_in_the_store(sample: Path, actors: ActorTable, tmp_path: Path) -> None:
    lines = sample.read_text(encoding="utf-8").splitlines()[:50]
    lines[10] = lines[10].replace(",Mali,", ",Mali,extra,", 1)
    (tmp_path / "a.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = import_events(tmp_path / "a.csv", tmp_path / "a.gpkg", actors)
    (rejected,) = read_rows(tmp_path / "a.gpkg", "rejected_rows")
    assert (rejected["row_number"], rejected["file_name"]) == (11, "a.csv")
    assert "fields where the header has" in rejected["reason"] and "extra" in rejected["raw"]
    assert result.report.rejected == 1 and result.report.events == 48


def test_points_are_geopackage_geometries() -> None:
    (blob,) = point_blobs(np.array([-8.0029]), np.array([12.6392]))
    assert blob[:8] == b"GP\x00\x01" + struct.pack("<i", 4326)
    geometry = ogr.CreateGeometryFromWkb(blob[8:])
    assert (geometry.GetX(), geometry.GetY()) == (-8.0029, 12.6392)


def test_the_legend_of_a_fresh_store_is_that_of_its_events(actors: ActorTable, tmp_path: Path) -> None:
    rows = [row(number, fatalities="3", actor1="JNIM") for number in range(20_050)]
    newer = {"timestamp": "1800000000", "event_type": "Violence against civilians", "fatalities": "120"}
    rows += [row(number, **newer) for number in range(7)]  # replace events that were written before
    rows[500]["fatalities"] = ""
    result = import_events(write(tmp_path / "e.csv", rows), tmp_path / "e.gpkg", actors)
    layer = QgsVectorLayer(f"{tmp_path / 'e.gpkg'}|layername=events", "events", "ogr")
    end = result.report.coverage.end
    style_events(layer, actors, tally=Tally.of_values(result.tally, since=provisional_from(end)))
    told = legend(layer)
    style_events(layer, actors)
    assert told == legend(layer)
    assert any(text.startswith("Open: provisional") for text in told)
    assert {"Battles (20043)", "Violence against civilians (7)", "100"} <= {
        text.replace(",", "") for text in told
    }


def test_a_failed_import_leaves_the_old_store_and_nothing_else(
    sample: Path, actors: ActorTable, tmp_path: Path
) -> None:
    store = tmp_path / "a.gpkg"
    store.write_bytes(b"what was there before")
    with pytest.raises(FlashpointsError, match="cancelled"):
        import_events(sample, store, actors, progress=lambda fraction: False)
    (tmp_path / "bad.csv").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(FlashpointsError, match="JPEG"):
        import_events(tmp_path / "bad.csv", store, actors)
    assert store.read_bytes() == b"what was there before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.gpkg", "bad.csv"]


def test_progress_moves_and_cancelling_holds_until_the_indexes_are_made(
    sample: Path, actors: ActorTable, tmp_path: Path
) -> None:
    store, seen = tmp_path / "a.gpkg", []
    store.write_bytes(b"the old store")

    def cancelled_after(last: float) -> Callable[[float], bool]:
        return lambda fraction: seen.append(fraction) or fraction < last

    for last in (0.9, 0.91, 0.93, 0.96, 0.97, 1.0):
        seen.clear()
        with pytest.raises(FlashpointsError, match="cancelled"):
            import_events(sample, store, actors, progress=cancelled_after(last))
        assert store.read_bytes() == b"the old store" and len(list(tmp_path.iterdir())) == 1
        assert max(seen) >= last and seen == sorted(seen)
    seen.clear()
    import_events(sample, store, actors, progress=cancelled_after(2.0))
    assert seen == sorted(seen) and len({one for one in seen if one > 0.9}) >= 4 and seen[-1] == 1.0
    assert QgsVectorLayer(f"{store}|layername=events", "events", "ogr").featureCount() > 0


def test_a_folder_that_cannot_be_written_is_said(sample: Path, actors: ActorTable, tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="does not exist") as caught:
        import_events(sample, tmp_path / "none" / "a.gpkg", actors)
    assert caught.value.remedy
    with pytest.raises(FlashpointsError, match="Nothing can be written"):
        import_events(sample, Path("/proc/a.gpkg"), actors)
    with pytest.raises(FlashpointsError, match="same file"):
        import_events(sample, sample, actors)


def test_a_killed_import_leaves_the_old_store_whole(sample: Path, root: Path, tmp_path: Path) -> None:
    """SIGKILL while it writes: what was there before is still there, byte for byte."""
    store = tmp_path / "a.gpkg"
    store.write_bytes(b"the old store")
    code = (
        f"import sys; sys.path.insert(0, {str(root / 'tools')!r})\n"
        "import headless; headless.register()\n"
        "from pathlib import Path\n"
        "import time\n"
        "from flashpoints.plugin.core.actors import ActorTable\n"
        "from flashpoints.plugin.core.resources import RESOURCES\n"
        "from flashpoints.plugin.gis.importing import import_events\n"
        "actors = ActorTable.from_csv(RESOURCES / 'actors.csv', RESOURCES / 'families.csv')\n"
        "def slowly(fraction):\n"
        "    print('writing', flush=True); time.sleep(60); return True\n"
        f"import_events(Path({str(sample)!r}), Path({str(store)!r}), actors, progress=slowly)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "writing\n"
        os.kill(process.pid, signal.SIGKILL)
    time.sleep(0.1)
    assert store.read_bytes() == b"the old store"


def test_the_spatial_index_is_sound_and_finds_every_point(tmp_path: Path) -> None:
    """SQLite checks its own structure; queries of random boxes are checked against plain comparison."""
    from flashpoints.plugin.gis.rtree import fill

    generator = np.random.default_rng(5)
    for count in (0, 1, 51, 52, 2_700, 20_000):
        x, y = generator.uniform(-180, 180, count), generator.uniform(-90, 90, count)
        ids = generator.permutation(count * 3)[:count] + 1
        with opened(tmp_path / f"{count}.db") as connection:
            connection.execute("CREATE VIRTUAL TABLE index_of USING rtree(id, min_x, max_x, min_y, max_y)")
            done = list(fill(connection, "index_of", ids, x, y))
            assert done == sorted(done) and done[-1] == 1.0
            assert connection.execute("SELECT rtreecheck('index_of')").fetchone() == ("ok",)
            for west, south in generator.uniform(-90, 60, (5, 2)):
                query = (
                    "SELECT id FROM index_of WHERE max_x >= ? AND min_x <= ? AND max_y >= ? AND min_y <= ?"
                )
                found = {row[0] for row in connection.execute(query, (west, west + 20, south, south + 20))}
                inside = (x >= west) & (x <= west + 20) & (y >= south) & (y <= south + 20)
                assert set(ids[inside].tolist()) <= found  # boxes are rounded outwards
                assert len(found) <= inside.sum() + 2
            connection.execute("INSERT INTO index_of VALUES (?, 1, 1, 1, 1)", (count * 3 + 5,))
            assert connection.execute("SELECT rtreecheck('index_of')").fetchone() == ("ok",)
