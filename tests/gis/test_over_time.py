# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts over time, records and the year's projection as algorithms: numbers against plain loops over the raw file."""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from flashpoints.plugin.core.pace import project
from flashpoints.plugin.core.rulings import Ruling
from flashpoints.plugin.gis import provenance, rulings
from pyproj import Geod
from qgis.core import QgsApplication, QgsProcessingException, QgsVectorLayer

GEOD = Geod(ellps="WGS84")
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
RING = {"CENTRE": "-8.0029,12.6392", "RADIUS_KM": 150}
Day = datetime.date


@pytest.fixture(scope="module")
def rows(sample: Path) -> list[dict[str, str]]:
    """The violent events of the raw file."""
    with sample.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["event_type"] in VIOLENT]


def in_ring(row: dict[str, str]) -> bool:
    return GEOD.inv(-8.0029, 12.6392, float(row["longitude"]), float(row["latitude"]))[2] <= 150_000


def day_of(row: dict[str, str]) -> Day:
    return Day.fromisoformat(row["event_date"])


SHARED = {
    "INPUT", "USE_LAYER_FILTER", "EVENT_TYPES", "DATASET", "SUB_EVENT_TYPES", "ACTOR_GROUPS", "ROLE", "AGAINST",
    "CIVILIANS", "WHERE", "COUNTRIES", "GEO_PRECISION_MAX", "TIME_PRECISION_MAX", "MIN_FATALITIES", "REGIONS",
    "REGION_FIELD", "REGION_FROM", "CENTRE", "RADIUS_KM", "OUTPUT", "EVENTS",
}  # fmt: skip
OWN = {
    "countsovertime": ({"STEP", "GROUP_BY", "PERIODS", "CHART"}, set()),
    "rollingrecord": (
        {"PERIOD", "WINDOW"},
        {"IS_RECORD", "COUNT", "COUNT_AS_CODED", "PREVIOUS_RECORD", "PREVIOUS_END", "WINDOWS", "SENTENCE"},
    ),
    "yearprojection": (
        {"AS_OF"},
        {
            "EVENTS_SO_FAR",
            "PROJECTED",
            "LOW",
            "HIGH",
            "DISPERSION",
            "RECORD",
            "RECORD_YEAR",
            "P_RECORD",
            "SENTENCE",
        },
    ),
}


@pytest.mark.parametrize("name", sorted(OWN))
def test_parameters_and_outputs(provider: object, name: str) -> None:
    """Those of the contract, and only events and a table are mandatory."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
    definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    parameters, outputs = OWN[name]
    assert set(definitions) == SHARED | parameters
    assert {n for n, d in definitions.items() if not d.flags() & d.Flag.FlagOptional} == {"INPUT", "OUTPUT"}
    assert outputs <= {output.name() for output in algorithm.outputDefinitions()}
    assert algorithm.displayName() and algorithm.shortHelpString() and algorithm.group()


@pytest.mark.parametrize("name", sorted(OWN))
def test_metadata(run: Callable, store_layer: QgsVectorLayer, name: str) -> None:
    """A name, the definition with its id, parameters to run again, source and version."""
    ran = run(name, INPUT=store_layer, ACTOR_GROUPS="militant_islamist", **RING)
    layer = ran.layer()
    ids = {
        "countsovertime": "counts-over-time/1",
        "rollingrecord": "rolling-record/1",
        "yearprojection": "year-pace/1",
    }
    assert provenance.definition_id(layer) == ids[name]
    parameters = provenance.read_parameters(layer)
    assert parameters["algorithm"] == f"flashpoints:{name}"
    assert parameters["ACTOR_GROUPS"] == "militant_islamist" and parameters["RADIUS_KM"] == 150
    assert "150 km" in layer.metadata().abstract() and "ilitant" in layer.metadata().abstract()
    assert "within 150 km of Bamako" in layer.metadata().title()
    assert provenance.read_sources(layer)[0]["sha256"]


def test_months_of_the_whole_file(run: Callable, store_layer: QgsVectorLayer, rows: list) -> None:
    """Every month that the file covers, with the fatalities; the last two are provisional."""
    frame = run("countsovertime", INPUT=store_layer).frame()
    months = Counter(row["event_date"][:7] for row in rows)
    dead: Counter[str] = Counter()
    for row in rows:
        dead[row["event_date"][:7]] += int(row["fatalities"])
    assert (
        list(frame["period"])
        == [f"{y}-{m:02d}" for y in range(2017, 2024) for m in range(1, 13)][: len(frame)]
    )
    assert frame["period"].iloc[-1] == "2023-06"
    assert dict(zip(frame["period"], frame["events"])) == {month: months[month] for month in frame["period"]}
    assert dict(zip(frame["period"], frame["fatalities"])) == {
        month: dead[month] for month in frame["period"]
    }
    assert frame["events"].sum() == len(rows)
    assert list(frame.loc[frame["provisional"] == 1, "period"]) == ["2023-05", "2023-06"]
    assert set(frame["name"]) == {"(all)"}
    assert (frame["events"] == frame["events_as_coded"]).all()


@pytest.mark.parametrize("step", ["day", "week", "quarter", "half-year", "year"])
def test_every_step_adds_up(run: Callable, store_layer: QgsVectorLayer, rows: list, step: str) -> None:
    frame = run("countsovertime", INPUT=store_layer, STEP=step, PERIODS="2021;2022-H2;2023").frame()
    asked = [row for row in rows if row["event_date"] >= "2022-07" or row["event_date"].startswith("2021")]
    assert frame["events"].astype(float).sum() == len(asked)
    uncovered = frame[frame["days"] == 0]
    assert uncovered["events"].isna().all()
    assert (uncovered["note"] == "not covered by the data").all()
    assert (frame["days"].astype(int).sum()) == 365 + 184 + 181
    if step == "year":
        partial = frame.set_index("period")["note"].to_dict()
        assert partial == {"2021": "", "2022": "184 of 365 days counted", "2023": "181 of 365 days counted"}


@pytest.mark.parametrize("group_by", ["region", "zone", "actor_group", "actor_family", "event_type"])
def test_groups_are_those_of_a_comparison(run: Callable, store_layer: QgsVectorLayer, group_by: str) -> None:
    """One path to every number: the same rows and counts as compareperiods for the same half-year."""
    question = {"INPUT": store_layer, "GROUP_BY": group_by, "ACTOR_GROUPS": "militant_islamist"}
    ran = run("countsovertime", STEP="half-year", PERIODS="2022-H2;2023-H1", **question)
    compared = run("compareperiods", PERIOD_A="2022-H2", PERIOD_B="2023-H1", **question).frame()
    frame = ran.frame()
    for period, column in (("2022-H2", "events_a"), ("2023-H1", "events_b")):
        here = frame[frame["period"] == period].set_index("id")
        there = compared.set_index("id")
        assert here["events"].to_dict() == there[column].to_dict()
        assert here["name"].to_dict() == there["name"].to_dict()
    assert frame["id"].iloc[-1] == "(all)"


def test_a_ring_counts_as_the_rings_do(run: Callable, store_layer: QgsVectorLayer, rows: list) -> None:
    frame = run(
        "countsovertime", INPUT=store_layer, STEP="half-year", PERIODS="2022-H2;2023-H1", **RING
    ).frame()
    rings = run("buffercounts", INPUT=store_layer, RADII_KM="150", PERIODS="2022-H2;2023-H1").frame()
    assert frame["events"].tolist() == rings["events"].tolist()
    assert frame["events"].sum() == sum(in_ring(row) for row in rows if row["event_date"] >= "2022-07")


def test_where_names_regions_and_zones(run: Callable, store_layer: QgsVectorLayer) -> None:
    question = {"INPUT": store_layer, "STEP": "year", "PERIODS": "2022"}
    by_region = run("countsovertime", GROUP_BY="region", **question).frame().set_index("name")["events"]
    mopti = run("countsovertime", WHERE="Mopti", **question).frame()["events"][0]
    centre = run("countsovertime", WHERE="centre", **question).frame()["events"][0]
    assert mopti == by_region["Mopti"]
    assert centre == by_region["Mopti"] + by_region["Ségou"]


def test_the_listing_holds_the_events_of_each_row(run: Callable, store_layer: QgsVectorLayer) -> None:
    ran = run(
        "countsovertime", INPUT=store_layer, STEP="quarter", PERIODS="2023-02-15/2023-06-30", GROUP_BY="event_type",
        EVENTS="memory:",
    )  # fmt: skip
    listed = Counter(zip(ran.frame("EVENTS")["period"], ran.frame("EVENTS")["figure"]))
    frame = ran.frame()
    apart = frame[frame["id"] != "(all)"]
    assert {key: n for key, n in zip(zip(apart["period"], apart["name"]), apart["events"]) if n} == dict(
        listed
    )
    assert ran.frame("EVENTS")["event_date"].min() >= Day(2023, 2, 15)


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
@pytest.mark.parametrize("group_by", ["none", "event_type", "actor_family"])
def test_the_chart_is_written(
    run: Callable, store_layer: QgsVectorLayer, tmp_path: Path, ending: str, begins: bytes, group_by: str
) -> None:
    pytest.importorskip("matplotlib")
    chart = tmp_path / f"chart.{ending}"
    ran = run("countsovertime", INPUT=store_layer, CHART=str(chart), GROUP_BY=group_by)
    assert ran.results["CHART"] == str(chart)
    assert chart.read_bytes().startswith(begins)


# Records


def test_every_window_by_a_loop(run: Callable, store_layer: QgsVectorLayer, rows: list) -> None:
    ran = run("rollingrecord", INPUT=store_layer, PERIOD="2023-H1", **RING)
    days = Counter(day_of(row) for row in rows if in_ring(row))
    best, best_end, end, windows = -1, None, Day(2017, 12, 31), 0
    while end < Day(2023, 1, 1):
        try:
            start = end.replace(year=end.year - 1) + datetime.timedelta(days=1)
        except ValueError:
            start = Day(end.year - 1, 3, 1)  # 29 February
        if (end + datetime.timedelta(days=1)).day == 1:
            start = Day(end.year - 1, end.month % 12 + 1, 1) if end.month < 12 else Day(end.year, 1, 1)
        count = sum(n for day, n in days.items() if start <= day <= end)
        windows += 1
        if count > best:
            best, best_end = count, end
        end += datetime.timedelta(days=1)
    half = sum(n for day, n in days.items() if Day(2023, 1, 1) <= day)
    assert ran.results["PREVIOUS_RECORD"] == best
    assert ran.results["PREVIOUS_END"] == best_end.isoformat()
    assert ran.results["COUNT"] == half
    assert ran.results["IS_RECORD"] is (half > best)
    frame = ran.frame()
    assert len(frame) == ran.results["WINDOWS"] == windows
    assert frame["events"].max() == best
    assert ran.results["SENTENCE"] in ran.log


def test_a_record_of_the_sample(run: Callable, store_layer: QgsVectorLayer) -> None:
    """The militants' half-year round Bamako, of the report: 16 events; and the list holds them and the record's."""
    ran = run(
        "rollingrecord",
        INPUT=store_layer,
        PERIOD="2023-H1",
        ACTOR_GROUPS="militant_islamist",
        EVENTS="memory:",
        **RING,
    )
    assert ran.results["COUNT"] == 16
    listed = Counter(ran.frame("EVENTS")["figure"])
    assert listed["Period"] == 16 and listed["Earlier record"] == ran.results["PREVIOUS_RECORD"]


def test_no_record_without_a_reason(run: Callable, store_layer: QgsVectorLayer) -> None:
    """A file that does not reach back, and a period that it does not cover."""
    early = run("rollingrecord", INPUT=store_layer, PERIOD="2017-H2")
    assert early.results["IS_RECORD"] is None and early.results["PREVIOUS_RECORD"] is None
    assert "not known" in early.results["SENTENCE"] and "1 January 2017" in early.results["SENTENCE"]
    assert len(early.frame()) == 0
    late = run("rollingrecord", INPUT=store_layer, PERIOD="2024")
    assert late.results["IS_RECORD"] is None and late.results["COUNT"] is None
    short = run("rollingrecord", INPUT=store_layer, WINDOW="P1M")
    assert short.results["IS_RECORD"] is True  # half a year against single months
    assert "longer than the windows" in short.log


# The year


def test_projection_is_that_of_the_core(run: Callable, store_layer: QgsVectorLayer, rows: list) -> None:
    ran = run("yearprojection", INPUT=store_layer)
    years = Counter(row["event_date"][:4] for row in rows)
    found = ran.results
    expected = project(years["2023"], 181, 184, found["DISPERSION"])
    assert found["EVENTS_SO_FAR"] == years["2023"]
    assert (found["LOW"], found["HIGH"]) == (expected.total_low, expected.total_high)
    assert found["PROJECTED"] == pytest.approx(expected.mean)
    del years["2023"]
    assert found["RECORD"] == max(years.values()) == years[str(found["RECORD_YEAR"])]
    assert found["P_RECORD"] == pytest.approx(expected.p_above(found["RECORD"]))
    frame = ran.frame().set_index("year")
    assert frame["events"].to_dict() == {
        **{int(year): n for year, n in years.items()},
        2023: found["EVENTS_SO_FAR"],
    }
    same = Counter(row["event_date"][:4] for row in rows if row["event_date"][5:] <= "06-30")
    assert frame["same_days"].to_dict() == {int(year): n for year, n in same.items()}
    assert frame.loc[2022, "ratio"] == pytest.approx(years["2022"] / same["2022"])
    assert frame.loc[2023, "projected"] == pytest.approx(expected.mean)
    assert frame.loc[[2021, 2022], "projected"].isna().all()


def test_as_of_an_earlier_day_knows_nothing_later(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    found = run("yearprojection", INPUT=store_layer, AS_OF="2020-06-30").results
    assert found["EVENTS_SO_FAR"] == sum("2020-01-01" <= row["event_date"] <= "2020-06-30" for row in rows)
    years = Counter(row["event_date"][:4] for row in rows if row["event_date"] < "2020")
    assert found["RECORD"] == max(years.values())


def test_lists_the_events_of_each_year(run: Callable, store_layer: QgsVectorLayer) -> None:
    ran = run("yearprojection", INPUT=store_layer, EVENTS="memory:", **RING)
    listed = Counter(ran.frame("EVENTS")["figure"])
    assert {int(year): n for year, n in listed.items()} == {
        year: n for year, n in ran.frame().set_index("year")["events"].items() if n
    }


def test_rulings_stand_beside_the_counts(run: Callable, store: Path, tmp_path: Path, rows: list) -> None:
    """Two events of June 2023 in the ring ruled out: 2 fewer, and as many as coded beside it, in all three."""
    own = tmp_path / "own.gpkg"
    own.write_bytes(store.read_bytes())
    layer = QgsVectorLayer(f"{own}|layername=events", "events", "ogr")
    for row in [row for row in rows if in_ring(row) and row["event_date"] >= "2023-06"][:2]:
        rulings.add(own, Ruling(row["event_id_cnty"], "exclude", "1", "seen twice", "A. Analyst"))
    counts = run("countsovertime", INPUT=layer, PERIODS="2023-06", GROUP_BY="event_type", **RING)
    total = counts.frame().set_index("id").loc["(all)"]
    assert total["events"] == total["events_as_coded"] - 2
    assert "as coded by the source" in counts.log
    record = run("rollingrecord", INPUT=layer, PERIOD="2023-H1", **RING).results
    assert record["COUNT"] == record["COUNT_AS_CODED"] - 2 and "as coded" in record["SENTENCE"]
    years = run("yearprojection", INPUT=layer, **RING)
    last = years.frame().set_index("year").loc[2023]
    assert last["events"] == last["events_as_coded"] - 2 and "as coded" in years.results["SENTENCE"]


def test_the_layers_filter_holds_only_when_asked(run: Callable, store_layer: QgsVectorLayer) -> None:
    store_layer.setSubsetString("admin1 = 'Mopti'")
    everything = run("yearprojection", INPUT=store_layer)
    only = run("yearprojection", INPUT=store_layer, USE_LAYER_FILTER=True)
    assert only.results["EVENTS_SO_FAR"] < everything.results["EVENTS_SO_FAR"]
    assert "filter" in everything.log and "filter" in only.frame()["note"].iloc[-1]


@pytest.mark.parametrize(
    ("name", "wrong", "word"),
    [
        ("countsovertime", {"PERIODS": "2023-H9"}, "2023-H9"),
        ("countsovertime", {"CENTRE": "-8,12"}, "RADIUS_KM"),
        ("countsovertime", {"RADIUS_KM": 10}, "CENTRE"),
        ("countsovertime", {"CENTRE": "-8,120", "RADIUS_KM": 10}, "120"),
        ("countsovertime", {"CENTRE": "somewhere", "RADIUS_KM": 10}, "somewhere"),
        ("countsovertime", {"WHERE": "Atlantis"}, "Atlantis"),
        ("rollingrecord", {"PERIOD": "soon"}, "soon"),
        ("rollingrecord", {"WINDOW": "P0M"}, "P0M"),
        ("yearprojection", {"AS_OF": "2023-13-01"}, "2023-13-01"),
        ("yearprojection", {"AS_OF": "2030-01-01"}, "2030"),
    ],
)
def test_refusals_are_in_words(
    run: Callable, store_layer: QgsVectorLayer, name: str, wrong: dict[str, object], word: str
) -> None:
    with pytest.raises(QgsProcessingException) as refused:
        run(name, INPUT=store_layer, **wrong)
    assert word in str(refused.value) and "Traceback" not in str(refused.value)


@pytest.mark.parametrize("name", sorted(OWN))
def test_no_events_are_no_error(run: Callable, store_layer: QgsVectorLayer, name: str) -> None:
    """A ring in the ocean: zeros, not a failure."""
    ran = run(name, INPUT=store_layer, CENTRE="-30,30", RADIUS_KM=0.1)
    assert ran.frame()["events"].astype(float).sum() == 0
    wide = run(name, INPUT=store_layer, CENTRE="-30,30", RADIUS_KM=20000)
    assert wide.frame()["events"].astype(float).sum() > 0
