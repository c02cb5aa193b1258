# SPDX-License-Identifier: GPL-2.0-or-later
"""Every number of a result has its events: found again from what the result itself says, and of the right count."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.rulings import Ruling
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gis.frames import EventSource
from flashpoints.plugin.gis.provenance import PARAMETERS, annotate
from flashpoints.plugin.gis.result_events import (
    Listed,
    differences,
    events_parameters,
    layer_of,
    missing_inputs,
    number_note,
    run_parameters,
)
from flashpoints.plugin.gis.result_layers import is_result, read_result, results_of, save_rows
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

PAIR = "2022-H2;2023-H1"
ALL_TYPES = {"EVENT_TYPES": "*"}
RUNS = {
    "rings": ("buffercounts", {"PERIODS": PAIR, "RADII_KM": "50,150"}),
    "rings, default periods": ("buffercounts", {"RADII_KM": "150"}),
    "rings by group": ("buffercounts", {"PERIODS": PAIR, "RADII_KM": "300", "BREAKDOWN": "actor_group"}),
    "rings by type": (
        "buffercounts", {"PERIODS": PAIR, "RADII_KM": "300", "BREAKDOWN": "event_type", **ALL_TYPES},
    ),
    "footprints": ("regionfootprints", {"PERIODS": PAIR}),
    "footprints of a zone": ("regionfootprints", {"PERIODS": PAIR, "WHERE": "centre"}),
    "regions": ("compareperiods", {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}),
    "default periods": ("compareperiods", {}),
    "zones": ("compareperiods", {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "GROUP_BY": "zone"}),
    "groups": ("compareperiods", {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "GROUP_BY": "actor_group"}),
    "families": (
        "compareperiods",
        {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "GROUP_BY": "actor_family", "WHERE": "centre"},
    ),
    "types": ("compareperiods", {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "GROUP_BY": "event_type", **ALL_TYPES}),
    "bands": ("bandcounts", {"PERIODS": PAIR, "DISTANCES_KM": "50,100", "BORDER_OF": "Mali"}),
    "months": ("countsovertime", {"PERIODS": PAIR, "STEP": "month"}),
    "months by group": ("countsovertime", {"PERIODS": PAIR, "STEP": "month", "GROUP_BY": "actor_group"}),
    "months by region": ("countsovertime", {"PERIODS": PAIR, "STEP": "quarter", "GROUP_BY": "region"}),
    "years": ("yearprojection", {}),
}  # fmt: skip
ASIDE = {
    "profile": ("buffercounts", "PROFILE", {"PERIODS": PAIR, "RADII_KM": "150"}, 40),
    "earlier years": ("compareperiods", "EARLIER", {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}, 1),
    "windows": ("rollingrecord", "OUTPUT", {"PERIOD": "2023-H1"}, 100),
}
"""What a number is asked of with other parameters than the stored ones: output, parameters, every which row."""


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the sample's store, to write to."""
    return Path(shutil.copy(store, tmp_path / "own.gpkg"))


def opened(path: Path) -> QgsVectorLayer:
    """A result's file as QGIS opens it, with what it says of itself."""
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    assert layer.isValid()
    layer.loadDefaultMetadata()
    return layer


def listed_again(layer: QgsVectorLayer, changes: dict[str, str] | None = None) -> Any:
    """The events of a result, found from its metadata alone."""
    result = read_result(layer)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(result.algorithm)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    parameters = {**run_parameters(algorithm, result, []), **(changes or {})}
    results, fine = algorithm.run(events_parameters(parameters), context, feedback)
    assert fine, feedback.textLog()
    return result, Listed.of_layer(context.getMapLayer(results["EVENTS"]))


@pytest.mark.parametrize("name", RUNS)
def test_each_number_has_its_events(run: Callable, own: Path, tmp_path: Path, name: str) -> None:
    algorithm, parameters = RUNS[name]
    # a ruling that moves an event to another day, one that moves one to another type, and one that takes one out
    ids = _events_of(own)
    rulings.add(own, Ruling(ids[0], "event_date", "2023-03-03", "a slip of the year", "A. Analyst"))
    rulings.add(own, Ruling(ids[1], "exclude", "1", "a twin", "A. Analyst"))
    path = tmp_path / "result.gpkg"
    run(algorithm, INPUT=f"{own}|layername=events", OUTPUT=str(path), **parameters)
    result, listed = listed_again(opened(path))
    asks = [ask for position in range(len(result.rows)) for ask in result.asks(position)]
    assert asks and any(ask.count > 0 for ask in asks)
    for ask in asks:
        found = listed.of(ask)
        assert len(found) == len(set(found)) == ask.count, ask
        assert number_note(ask, len(found)) == ""
    everything = {one for ids in listed.ids.values() for one in ids}
    assert ids[1] not in everything


@pytest.mark.parametrize("name", ASIDE)
def test_numbers_beside_those_that_were_asked_have_their_events(
    run: Callable, store: Path, tmp_path: Path, name: str
) -> None:
    algorithm, output, parameters, every = ASIDE[name]
    path = tmp_path / "result.gpkg"
    run(algorithm, INPUT=f"{store}|layername=events", **{output: str(path)}, **parameters)
    result = read_result(opened(path))
    asks = [ask for position in range(0, len(result.rows), every) for ask in result.asks(position)]
    found: dict[Any, Listed] = {}
    assert any(ask.count > 0 for ask in asks)
    for ask in asks[:30]:
        key = tuple(ask.changes.items())
        found[key] = found.get(key) or listed_again(opened(path), dict(ask.changes))[1]
        ids = found[key].of(ask)
        assert len(ids) == (0 if math.isnan(ask.count) else ask.count), ask


def _events_of(store: Path) -> list[str]:
    """Ids of a few violent events of the compared periods."""
    condition = "event_type = 'Battles' AND event_date BETWEEN '2022-07-01' AND '2023-06-30'"
    source = ogr.Open(str(store))
    layer = source.ExecuteSQL(f"SELECT event_id FROM events WHERE {condition} LIMIT 5")
    ids = [feature.GetField(0) for feature in layer]
    source.ReleaseResultSet(layer)
    return ids


def test_uncovered_periods_have_no_number_and_no_events(run: Callable, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "result.gpkg"
    run("buffercounts", INPUT=f"{store}|layername=events", OUTPUT=str(path), PERIODS="1999;2023-H1")
    result, listed = listed_again(opened(path))
    asks = [ask for at in range(len(result.rows)) for ask in result.asks(at) if ask.period == "1999"]
    assert asks and all(math.isnan(ask.count) and listed.of(ask) == [] for ask in asks)


def test_what_changed_since_is_said(run: Callable, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "result.gpkg"
    run("buffercounts", INPUT=f"{own}|layername=events", OUTPUT=str(path), PERIODS=PAIR, RADII_KM="300")
    layer = opened(path)
    events = QgsVectorLayer(f"{own}|layername=events", "events", "ogr")
    assert differences(read_result(layer), EventSource.from_layer(events)) == []
    _, listed = listed_again(layer)
    (ask,) = read_result(layer).asks(len(read_result(layer).rows) - 1)
    rulings.add(own, Ruling(listed.of(ask)[0], "exclude", "1", "a twin", "A. Analyst"))
    result, listed = listed_again(layer)
    (note,) = differences(result, EventSource.from_layer(events))
    assert note == "Rulings in force: 1; when this result was made: 0."
    found = len(listed.of(ask))
    assert found == ask.count - 1
    assert number_note(ask, found) == (
        f"The result says {ask.count:.0f}; counted now it is {found}. Run it again to renew it."
    )
    source = ogr.Open(str(own), update=1)
    source.ExecuteSQL("UPDATE imports SET sha256 = 'another'")
    source = None
    assert differences(result, EventSource.from_layer(events))[0].startswith("The events were updated")


def test_a_result_whose_store_is_gone_says_what_is_missing(run: Callable, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "result.gpkg"
    run("buffercounts", INPUT=f"{own}|layername=events", OUTPUT=str(path), PERIODS=PAIR)
    result = read_result(opened(path))
    moved = own.rename(tmp_path / "moved.gpkg")
    algorithm = QgsApplication.processingRegistry().algorithmById(result.algorithm)
    assert missing_inputs(algorithm, result, []) == {"INPUT": f"{own}|layername=events"}
    with pytest.raises(FlashpointsError, match="not there any more"):
        run_parameters(algorithm, result, [])
    other = QgsVectorLayer(f"{moved}|layername=events", "events", "ogr")
    assert run_parameters(algorithm, result, [], {"INPUT": other})["INPUT"] is other


def test_a_filter_that_held_is_not_forgotten(run: Callable, own: Path, tmp_path: Path) -> None:
    layer = QgsVectorLayer(f"{own}|layername=events", "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.setSubsetString("\"admin1\" = 'Mopti'")
    path = tmp_path / "result.gpkg"
    run(
        "compareperiods", INPUT=layer.id(), USE_LAYER_FILTER=True, OUTPUT=str(path), PERIOD_A="2022-H2",
        PERIOD_B="2023-H1",
    )  # fmt: skip
    result = read_result(opened(path))
    algorithm = QgsApplication.processingRegistry().algorithmById(result.algorithm)
    assert layer_of(str(result.parameters["INPUT"]), [layer]) is layer
    assert run_parameters(algorithm, result, [layer])["INPUT"] is layer
    with pytest.raises(FlashpointsError, match="filter"):  # without it, other events would count
        run_parameters(algorithm, result, [])
    QgsProject.instance().clear()


def test_only_results_are_results(run: Callable, store_layer: QgsVectorLayer, tmp_path: Path) -> None:
    path = tmp_path / "result.gpkg"
    run("buffercounts", INPUT=store_layer, OUTPUT=str(path), PERIODS=PAIR)
    ours = opened(path)
    bare = QgsVectorLayer("Point", "bare", "memory")
    foreign = QgsVectorLayer("Point", "foreign", "memory")
    annotate(foreign, title="x", definition="x", definition_id="x/1", parameters={}, sources=[], version="9")
    broken = QgsVectorLayer("Point", "broken", "memory")
    annotate(
        broken, title="x", definition="x", definition_id="x/1", parameters={"algorithm": "flashpoints:x"},
        sources=[], version="9",
    )  # fmt: skip
    metadata = broken.metadata()
    keywords = metadata.keywords()
    keywords[PARAMETERS] = ["{no JSON"]
    metadata.setKeywords(keywords)
    broken.setMetadata(metadata)
    store_layer.loadDefaultMetadata()  # which an import writes, too
    layers = [bare, foreign, broken, ours, store_layer]
    assert results_of(layers) == [ours]
    assert not is_result(None)


def test_rows_are_saved_for_spreadsheets(run: Callable, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "result.gpkg"
    run(
        "compareperiods",
        INPUT=f"{store}|layername=events",
        OUTPUT=str(path),
        PERIOD_A="2022-H2",
        PERIOD_B="2023-H1",
    )
    result = read_result(opened(path))
    rows = result.rows.copy()
    rows.iloc[0, rows.columns.get_loc("note")] = "=1+1"
    for suffix in (".csv", ".xlsx"):
        saved = tmp_path / f"table{suffix}"
        for _ in range(2):  # the second time over the first
            save_rows(rows, saved)
        source = ogr.Open(str(saved))
        table = source.GetLayer(0)
        assert table.GetFeatureCount() == len(rows)
        features = list(table)
        for name in ("events_b", "rate_ratio", "name"):
            written = [feature.GetField(name) for feature in features]
            for one, two in zip(written, rows[name]):
                if two is None:
                    assert one in (None, "")
                elif isinstance(two, str):
                    assert one == two
                else:
                    assert float(one) == pytest.approx(two, rel=1e-12)
        assert features[0].GetField("note") == "'=1+1"
    with pytest.raises(FlashpointsError, match="cannot be written"):
        save_rows(rows, tmp_path / "no" / "table.csv")


def test_a_table_of_a_band_or_of_no_features_reads(tmp_path: Path) -> None:
    layer = QgsVectorLayer("NoGeometry?field=name:string&field=events:int&field=day:date", "table", "memory")
    annotate(
        layer, title="x", definition="d", definition_id="x/1", parameters={"algorithm": "flashpoints:later"},
        sources=[], version="9.9",
    )  # fmt: skip
    result = read_result(layer)
    assert result.kind == "table" and len(result.rows) == 0 and result.version == "9.9"
    feature = QgsFeature(layer.fields())
    feature["name"] = "<b>a</b>"
    layer.dataProvider().addFeatures([feature])
    assert read_result(layer).rows.iloc[0].tolist() == ["<b>a</b>", None, None]
