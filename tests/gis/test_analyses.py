# SPDX-License-Identifier: GPL-2.0-or-later
"""The three analyses as algorithms: parameters, fields, and numbers against plain loops over the raw file."""

from __future__ import annotations

import csv
import datetime
import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.resources import RESOURCES
from pyproj import Geod
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

GEOD = Geod(ellps="WGS84")
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
MILITANTS = (
    "JNIM", "Katiba", "Ansar Dine", "Al Mourabitoune", "AQIM", "Ansaroul Islam", "MUJAO", "Islamic State", "GSPC",
    "Boko Haram", "Islamist Militia",
)  # fmt: skip
PAIR = {"2022-H2": ("2022-07-01", "2022-12-31"), "2023-H1": ("2023-01-01", "2023-06-30")}


@pytest.fixture(scope="module")
def rows(sample: Path) -> list[dict[str, str]]:
    with sample.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ACTORS = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")


def militant(row: dict[str, str]) -> bool:
    return any(name in row[column] for name in MILITANTS for column in ACTORS)


def chosen(rows: list[dict[str, str]], period: str, family: bool = False) -> list[dict[str, str]]:
    start, end = PAIR[period]
    kept = [r for r in rows if r["event_type"] in VIOLENT and start <= r["event_date"] <= end]
    return [r for r in kept if militant(r)] if family else kept


def km_from_bamako(row: dict[str, str]) -> float:
    return GEOD.inv(-8.0029, 12.6392, float(row["longitude"]), float(row["latitude"]))[2] / 1000


def test_each_algorithm_can_be_made_and_has_the_contracts_parameters(provider: object) -> None:
    shared = {
        "INPUT", "USE_LAYER_FILTER", "EVENT_TYPES", "DATASET", "SUB_EVENT_TYPES", "ACTOR_GROUPS", "ROLE", "AGAINST",
        "CIVILIANS", "WHERE", "COUNTRIES", "GEO_PRECISION_MAX", "TIME_PRECISION_MAX", "MIN_FATALITIES", "REGIONS",
        "REGION_FIELD", "REGION_FROM", "OUTPUT", "EVENTS",
    }  # fmt: skip
    own = {
        "buffercounts": {"CENTRE", "CENTRES", "CENTRE_NAME", "RADII_KM", "PERIODS", "BREAKDOWN", "PROFILE"},
        "regionfootprints": {"METHOD", "SIZE_KM", "PERIODS", "CHANGE", "SENSITIVITY"},
        "compareperiods": {
            "PERIOD_A",
            "PERIOD_B",
            "GROUP_BY",
            "CONFIDENCE",
            "EARLIER",
            "EARLIER_YEARS",
        },
    }
    for name, parameters in own.items():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
        definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
        assert shared | parameters == set(definitions)
        mandatory = {n for n, d in definitions.items() if not d.flags() & d.Flag.FlagOptional}
        assert mandatory == {"INPUT", "OUTPUT"}
        assert algorithm.displayName() and algorithm.shortHelpString() and algorithm.group()


def test_rings_count_what_a_loop_over_the_file_counts(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    frame = run(
        "buffercounts", INPUT=store_layer, ACTOR_GROUPS="militant_islamist", PERIODS="2022-H2;2023-H1"
    ).frame()
    assert len(frame) == 6
    for row in frame.to_dict("records"):
        inside = [
            r for r in chosen(rows, row["period"], family=True) if km_from_bamako(r) <= row["radius_km"]
        ]
        precision = Counter(r["geo_precision"] for r in inside)
        assert row["events"] == len(inside)
        assert row["fatalities"] == sum(int(r["fatalities"]) for r in inside)
        assert (row["events_gp1"], row["events_gp2"], row["events_gp3"]) == tuple(precision[p] for p in "123")
        assert row["locations"] == len({(r["longitude"], r["latitude"]) for r in inside})
    last = frame[(frame["radius_km"] == 150) & (frame["period"] == "2023-H1")].iloc[0]
    assert (last["events"], last["days"]) == (16, 181)
    assert last["rate_ratio"] == pytest.approx(3.25304, abs=1e-5)  # 16 in 181 days against 5 in 184
    assert (last["rr_low"], last["rr_high"]) == (
        pytest.approx(1.13874, abs=1e-5),
        pytest.approx(11.35414, abs=1e-5),
    )
    assert last["p_value"] == pytest.approx(0.024154, abs=1e-6)
    assert last["start"].isoformat() == "2023-01-01" and last["centre"] == "Bamako"
    chi2 = freedom = 0.0
    for period, start in (("2022-H2", datetime.date(2022, 7, 1)), ("2023-H1", datetime.date(2023, 1, 1))):
        weeks = [0] * (26 if period == "2022-H2" else 25)
        for r in chosen(rows, period, family=True):
            week = (datetime.date.fromisoformat(r["event_date"]) - start).days // 7
            if km_from_bamako(r) <= 150 and week < len(weeks):
                weeks[week] += 1
        mean = sum(weeks) / len(weeks)
        chi2 += sum((one - mean) ** 2 for one in weeks) / mean
        freedom += len(weeks) - 1
    assert last["dispersion"] == pytest.approx(chi2 / freedom)  # 21 events: its own weeks
    assert last["rr_low_disp"] <= last["rr_low"] < last["rr_high"] <= last["rr_high_disp"]
    assert last["p_disp"] >= last["p_value"]
    compared = ["dispersion", "rr_low_disp", "rr_high_disp", "p_disp"]
    assert frame.loc[frame["period"] == "2022-H2", compared].isna().all().all()
    assert frame.loc[frame["period"] == "2023-H1", compared].notna().all().all()


def test_a_ring_is_drawn_where_it_counts(run: Callable, store_layer: QgsVectorLayer) -> None:
    ran = run("buffercounts", INPUT=store_layer, RADII_KM="150", PERIODS="2023-H1")
    (feature,) = ran.layer().getFeatures()
    for vertex in feature.geometry().vertices():
        assert GEOD.inv(-8.0029, 12.6392, vertex.x(), vertex.y())[2] == pytest.approx(150_000, abs=0.01)
    from flashpoints.plugin.gis.footprints import area_km2

    assert area_km2(feature.geometry()) == pytest.approx(70_678.97, rel=1e-5)


def test_breakdown_counts_an_event_in_each_row_and_once_in_all(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    ran = run("buffercounts", INPUT=store_layer, RADII_KM="150", PERIODS="2023-H1", BREAKDOWN="event_type")
    counts = ran.frame().set_index("breakdown")["events"].to_dict()
    inside = Counter(r["event_type"] for r in chosen(rows, "2023-H1") if km_from_bamako(r) <= 150)
    assert counts == {**inside, "(all)": sum(inside.values())}
    groups = run(
        "buffercounts", INPUT=store_layer, RADII_KM="150", PERIODS="2023-H1", BREAKDOWN="actor_family"
    ).frame()
    assert groups.set_index("breakdown_id").loc["(all)", "events"] == sum(inside.values())
    assert groups["events"].sum() > 2 * sum(inside.values())  # two sides, two rows


def test_the_profile_and_the_listing_agree_with_the_rings(run: Callable, store_layer: QgsVectorLayer) -> None:
    ran = run(
        "buffercounts",
        INPUT=store_layer,
        RADII_KM="100,150",
        PERIODS="2022-H2;2023-H1",
        PROFILE="memory:",
        EVENTS="memory:",
    )
    rings = ran.frame().set_index(["period", "radius_km"])["events"]
    profile = ran.frame("PROFILE").set_index(["period", "radius_km"])["events"]
    assert len(profile) == 2 * 60
    listing = ran.frame("EVENTS")
    listed = listing.groupby(["period", "figure"]).size()
    for period in PAIR:
        for radius in (100, 150):
            assert (
                rings[period, radius] == profile[period, radius] == listed[period, f"{radius} km of Bamako"]
            )
    assert listing["event_id"].notna().all() and listing["source"].str.contains("SYNTHETIC").all()


def test_centres_may_come_from_a_layer_in_any_system(run: Callable, store_layer: QgsVectorLayer) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:3857&field=town:string", "towns", "memory")
    for name, x, y in (("Bamako", -890878.73, 1419039.5), ("Mopti", -466000.0, 1631000.0)):
        feature = QgsFeature(layer.fields())
        feature["town"] = name
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        layer.dataProvider().addFeature(feature)
    frame = run(
        "buffercounts",
        INPUT=store_layer,
        CENTRES=layer,
        CENTRE_NAME="town",
        RADII_KM="150",
        PERIODS="2023-H1",
    ).frame()
    single = run("buffercounts", INPUT=store_layer, RADII_KM="150", PERIODS="2023-H1").frame()
    assert list(frame["centre"]) == ["Bamako", "Mopti"] and frame["events"][0] == single["events"][0]


def test_what_the_file_lacks_is_said(run: Callable, store_layer: QgsVectorLayer) -> None:
    assert "Guinea" in run("buffercounts", INPUT=store_layer, PERIODS="2023-H1").log
    frame = run("buffercounts", INPUT=store_layer, PERIODS="2015;2023").frame()
    early, late = frame[frame["period"] == "2015"], frame[frame["period"] == "2023"]
    assert early["events"].isna().all() and early["note"].str.contains("not covered").all()
    assert set(late["days"]) == {181} and late["rate_ratio"].isna().all()


def test_0_against_0_is_no_ratio(run: Callable, store_layer: QgsVectorLayer) -> None:
    frame = run("buffercounts", INPUT=store_layer, CENTRE="10,40", PERIODS="2022-H2;2023-H1").frame()
    later = frame[frame["period"] == "2023-H1"]
    assert (later["events"] == 0).all() and later["rate_ratio"].isna().all()
    assert later["note"].str.contains("no events").all()


def test_a_filter_made_for_looking_changes_no_count(run: Callable, store_layer: QgsVectorLayer) -> None:
    asked = {"RADII_KM": "150", "PERIODS": "2022-H2"}
    before = run("buffercounts", INPUT=store_layer, **asked).frame()["events"][0]
    store_layer.setSubsetString("event_date >= '2023-01-01'")
    after = run("buffercounts", INPUT=store_layer, **asked)
    assert after.frame()["events"][0] == before > 0 and "is not applied" in after.log
    asked["USE_LAYER_FILTER"] = True
    assert run("buffercounts", INPUT=store_layer, **asked).frame()["events"][0] == 0


def test_comparison_counts_what_the_file_holds(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    frame = run(
        "compareperiods", INPUT=store_layer, PERIOD_A="2022-H2", PERIOD_B="2023-H1", GROUP_BY="event_type"
    ).frame()
    table = frame.set_index("name")
    for period, letter in (("2022-H2", "a"), ("2023-H1", "b")):
        events = chosen(rows, period)
        for name, count in Counter(r["event_type"] for r in events).items():
            assert table.loc[name, f"events_{letter}"] == count
            assert table.loc[name, f"fatalities_{letter}"] == sum(
                int(r["fatalities"]) for r in events if r["event_type"] == name
            )
        assert table.loc["(all)", f"events_{letter}"] == len(events)
    row = table.loc["Battles"]
    expected = (row["events_b"] / 181) / (row["events_a"] / 184)
    assert row["rate_ratio"] == pytest.approx(expected) and row["rr_low"] < expected < row["rr_high"]
    assert row["change_pct"] == pytest.approx(100 * (row["events_b"] / row["events_a"] - 1))


@pytest.mark.parametrize("group_by", ["region", "zone"])
def test_comparison_by_place_adds_up(
    run: Callable, store_layer: QgsVectorLayer, rows: list, group_by: str
) -> None:
    ran = run("compareperiods", INPUT=store_layer, PERIOD_A="2022-H2", PERIOD_B="2023-H1", GROUP_BY=group_by)
    frame = ran.frame()
    whole = frame[frame["name"] == "(all)"].iloc[0]
    parts = frame[frame["name"] != "(all)"]
    for period, letter in (("2022-H2", "a"), ("2023-H1", "b")):
        assert parts[f"events_{letter}"].sum() == whole[f"events_{letter}"] == len(chosen(rows, period))
    assert math.isnan(float(whole["p_adjusted"] or "nan"))
    shapes = {feature["name"]: feature.geometry() for feature in ran.layer().getFeatures()}
    assert shapes["(all)"].isNull() and all(
        not shapes[name].isNull() for name in parts["name"] if name != "(outside)"
    )


def test_comparison_by_group_uses_the_stores_own_table(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    frame = run(
        "compareperiods", INPUT=store_layer, PERIOD_A="2022-H2", PERIOD_B="2023-H1", GROUP_BY="actor_group"
    ).frame()
    count = sum(any("Wagner" in row[column] for column in ACTORS) for row in chosen(rows, "2023-H1"))
    wagner = frame[frame["id"] == "wagner"].iloc[0]
    actors = ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
    assert wagner["events_b"] == count > 0 and wagner["name"] == actors.group("wagner").label


def test_footprints_follow_their_definition(run: Callable, store_layer: QgsVectorLayer, rows: list) -> None:
    ran = run(
        "regionfootprints", INPUT=store_layer, ACTOR_GROUPS="militant_islamist", PERIODS="2022-H2;2023-H1",
        CHANGE="memory:", SENSITIVITY="memory:",
    )  # fmt: skip
    frame = ran.frame()
    for period in PAIR:
        part = frame[frame["period"] == period]
        whole = part[part["region"] == "(all)"].iloc[0]
        places = {(r["longitude"], r["latitude"]) for r in chosen(rows, period, family=True)}
        regions = part[~part["region"].isin(["(all)", "(outside)"])]
        assert whole["locations"] == len(places)
        assert whole["footprint_km2"] <= len(places) * math.pi * 2.5**2
        assert regions["footprint_km2"].sum() == pytest.approx(whole["footprint_km2"], rel=1e-6)
        assert part[part["region"] != "(all)"]["events"].sum() == whole["events"]
        assert (
            regions["share_pct"] - 100 * regions["footprint_km2"] / regions["region_km2"]
        ).abs().max() < 1e-9
    change = ran.frame("CHANGE")
    whole = change[change["region"] == "(all)"].set_index("status")["area_km2"]
    totals = frame[frame["region"] == "(all)"].set_index("period")["footprint_km2"]
    assert whole["newly_recorded"] + whole["both"] == pytest.approx(totals["2023-H1"], rel=1e-6)
    assert whole["no_longer_recorded"] + whole["both"] == pytest.approx(totals["2022-H2"], rel=1e-6)
    table = ran.frame("SENSITIVITY")
    usual = table[(table["method"] == "discs") & (table["size_km"] == 2.5) & (table["precision"] == "1-3")]
    assert dict(zip(usual["period"], usual["footprint_km2"])) == pytest.approx(totals.to_dict())


def test_menaka_can_be_told_apart_by_the_files_own_column(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    asked = {"INPUT": store_layer, "PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}
    by_polygon, by_column = (
        run("compareperiods", **asked),
        run("compareperiods", **asked, REGION_FROM="column").frame(),
    )
    assert "Menaka" not in set(by_polygon.frame()["name"]) and "Menaka (" in by_polygon.log
    count = sum(1 for r in chosen(rows, "2023-H1") if r["admin1"] == "Menaka")
    assert by_column.set_index("name").loc["Menaka", "events_b"] == count > 0


def test_where_restricts_every_analysis(run: Callable, store_layer: QgsVectorLayer) -> None:
    pair = {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}
    whole = run("compareperiods", INPUT=store_layer, **pair, GROUP_BY="zone").frame().set_index("id")
    centre = (
        run("compareperiods", INPUT=store_layer, **pair, GROUP_BY="event_type", WHERE="centre")
        .frame()
        .set_index("id")
    )
    assert centre.loc["(all)", "events_b"] == whole.loc["centre", "events_b"]
    rows = run("regionfootprints", INPUT=store_layer, PERIODS="2023-H1", WHERE="Segou;Mopti").frame()
    assert set(rows["region"]) == {"Ségou", "Mopti", "(all)"}


@pytest.mark.parametrize(
    ("algorithm", "parameters", "words"),
    [
        ("buffercounts", {"RADII_KM": "-5"}, "“-5” is not a distance"),
        ("buffercounts", {"RADII_KM": "abc"}, "“abc” is not a distance"),
        ("buffercounts", {"CENTRE": "Bamako"}, "not a point"),
        ("buffercounts", {"CENTRE": "200,95"}, "not a point"),
        ("buffercounts", {"PERIODS": "2023-06-30/2023-01-01"}, "ends"),
        ("buffercounts", {"PERIODS": "soon"}, "is not a period"),
        ("buffercounts", {"ACTOR_GROUPS": "jihadists"}, "jihadists"),
        ("buffercounts", {"EVENT_TYPES": "Massacres"}, "not an event type"),
        ("compareperiods", {"PERIOD_A": "2023-H1", "PERIOD_B": "2022-H2"}, "Swap"),
        ("compareperiods", {"PERIOD_A": "2023-H1"}, "Only one of the two"),
        ("compareperiods", {"PERIOD_A": "2022", "PERIOD_B": "2022-H2"}, "overlap"),
        ("regionfootprints", {"SIZE_KM": -1}, "makes no area"),
        ("regionfootprints", {"WHERE": "Atlantis"}, "Atlantis"),
        ("regionfootprints", {"PERIODS": "2023", "CHANGE": "memory:"}, "two periods"),
        ("regionfootprints", {"OUTPUT": "/proc/nowhere/a.gpkg"}, "cannot be written"),
        ("regionfootprints", {"COUNTRIES": "Atlantis"}, "no events of “Atlantis”"),
        ("regionfootprints", {"MIN_FATALITIES": 5000}, "No events are selected"),
        ("regionfootprints", {"PERIODS": "2016-H2;2017-H1", "CHANGE": "memory:"}, "do not cover 2016-H2"),
        ("regionfootprints", {"PERIODS": "2023;2023-H1", "CHANGE": "memory:"}, "overlap"),
        ("buffercounts", {"SUB_EVENT_TYPES": "Armed clashes"}, "not a sub-event type"),
        ("buffercounts", {"DATASET": "ACLED"}, "no dataset “ACLED”"),
        ("buffercounts", {"CENTRES": "nowhere.gpkg"}, "cannot be opened"),
    ],
)
def test_wrong_input_is_answered_in_plain_words(
    run: Callable, store_layer: QgsVectorLayer, algorithm: str, parameters: dict, words: str
) -> None:
    with pytest.raises(QgsProcessingException, match=words):
        run(algorithm, INPUT=store_layer, **parameters)


def test_a_regions_layer_without_polygons_is_said(run: Callable, store_layer: QgsVectorLayer) -> None:
    with pytest.raises(QgsProcessingException, match="no polygons"):
        run("compareperiods", INPUT=store_layer, REGIONS=store_layer)


def test_a_layer_of_two_datasets_is_never_added_up(run: Callable, store_layer: QgsVectorLayer) -> None:
    layer = store_layer.materialize(QgsFeatureRequest().setLimit(10))
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().indexOf("dataset"), "UCDP GED")
    layer.commitChanges()
    with pytest.raises(QgsProcessingException, match="several datasets"):
        run("buffercounts", INPUT=layer, PERIODS="2017")
    assert len(run("buffercounts", INPUT=layer, PERIODS="2017", DATASET="UCDP GED").frame()) == 3


def test_the_toolbox_gives_points_and_selected_centres_as_objects(
    run: Callable, store_layer: QgsVectorLayer
) -> None:
    """A script's QgsPointXY, and "selected features only" of a layer of centres, count as the written point does."""
    asked = {"INPUT": store_layer, "PERIODS": "2022-H2;2023-H1"}
    text = run("buffercounts", CENTRE="-5.6,12.6", **asked).frame()
    point = run("buffercounts", CENTRE=QgsPointXY(-5.6, 12.6), **asked).frame()
    assert point["events"].tolist() == text["events"].tolist() and text["events"].astype(int).sum() > 10
    centres = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "centres", "memory")
    for name, x, y in (("Bamako", -8.0029, 12.6392), ("Koutiala", -5.6, 12.6)):
        feature = QgsFeature(centres.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        centres.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(centres)
    centres.selectByExpression("\"name\" = 'Koutiala'")
    chosen = QgsProcessingFeatureSourceDefinition(centres.id(), True)
    selected = run("buffercounts", CENTRES=chosen, CENTRE_NAME="name", **asked).frame()
    QgsProject.instance().removeMapLayer(centres)
    assert set(selected["centre"]) == {"Koutiala"}
    assert selected["events"].tolist() == text["events"].tolist()
