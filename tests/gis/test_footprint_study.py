# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm regionfootprints: what adds up, what stands beside the areas, and its parameters at their extremes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from flashpoints.plugin.core.discs import busiest_places
from flashpoints.plugin.core.footprint_facts import STATUSES
from flashpoints.plugin.core.geodesy import distances_km
from flashpoints.plugin.gis.footprints import area_km2
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

PAIR = ("2022-H2", "2023-H1")
DISC = math.pi * 2.5**2
OWN = ("(all)", "(outside)", "(zone)")


def events_at(points: list[tuple[float, float, str]], country: str = "Mali") -> QgsVectorLayer:
    """A layer of battles at longitude, latitude and day, each once for every time that it is listed."""
    uri = "Point?crs=EPSG:4326" + "".join(
        f"&field={name}:{kind}"
        for name, kind in (
            ("event_id", "string"), ("event_date", "date"), ("event_type", "string"), ("country", "string"),
            ("admin1", "string"), ("geo_precision", "integer"), ("fatalities", "integer"),
        )
    )  # fmt: skip
    layer = QgsVectorLayer(uri, "events", "memory")
    features = []
    for index, (lon, lat, day) in enumerate(points):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"e{index}", day, "Battles", country, None, 1 + index % 3, 0])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def regions_of(shapes: dict[str, str]) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "regions", "memory")
    features = []
    for name, wkt in shapes.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def rectangle(west: float, south: float, east: float, north: float) -> str:
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def whole(frame: pd.DataFrame, period: str) -> pd.Series:
    return frame[(frame["region"] == "(all)") & (frame["period"] == period)].iloc[0]


@pytest.mark.parametrize("method", ["discs", "grid"])
def test_change_adds_up_by_region_by_zone_and_in_all(
    run: Callable, store_layer: QgsVectorLayer, method: str
) -> None:
    """newly + both = later, no longer + both = earlier; regions add up to their zone, and zones to all."""
    ran = run("regionfootprints", INPUT=store_layer, PERIODS=";".join(PAIR), METHOD=method, CHANGE="memory:")
    frame, change = ran.frame(), ran.frame("CHANGE")
    areas = change.set_index(["region", "zone", "status"])["area_km2"].astype(float)
    of_period = (
        frame[frame["region"] != "(outside)"].set_index(["region", "period"])["footprint_km2"].astype(float)
    )
    for region, zone in {(r, z) for r, z, _ in areas.index if r != "(zone)"}:
        new, both, gone = (areas[region, zone, status] for status in STATUSES)
        assert new + both == pytest.approx(of_period[region, PAIR[1]], rel=1e-3, abs=1e-6)
        assert gone + both == pytest.approx(of_period[region, PAIR[0]], rel=1e-3, abs=1e-6)
    zones = {zone for region, zone, _ in areas.index if region == "(zone)"}
    assert zones == {"North", "Centre", "South"}
    for status in STATUSES:
        regions = change[(change["status"] == status) & ~change["region"].isin(OWN)]
        by_zone = regions.groupby("zone")["area_km2"].sum()
        for zone in zones:
            assert areas["(zone)", zone, status] == pytest.approx(by_zone[zone], rel=1e-3)
        assert areas["(all)", "", status] == pytest.approx(regions["area_km2"].sum(), rel=1e-3)
    for feature in ran.layer("CHANGE").getFeatures():
        assert feature.geometry().isNull() == (feature["region"] == "(zone)")
        if feature["region"] != "(zone)":  # the land that is drawn is the land that is counted
            drawn = area_km2(feature.geometry())
            assert drawn == pytest.approx(feature["area_km2"], rel=1e-4, abs=1e-3)


def test_regions_with_events_and_busiest_places_are_said(run: Callable, store_layer: QgsVectorLayer) -> None:
    ran = run("regionfootprints", INPUT=store_layer, PERIODS="2022-H2", EVENTS="memory:")
    frame = ran.frame()
    some = frame[~frame["region"].isin(OWN) & (frame["events"] > 0)]
    regions = frame[~frame["region"].isin(OWN)]
    points = Counter(
        (feature.geometry().asPoint().x(), feature.geometry().asPoint().y())
        for feature in ran.layer("EVENTS").getFeatures()
    )
    top, count = sum(n for _, n in points.most_common(10)), sum(points.values())
    note = whole(frame, "2022-H2")["note"]
    assert 0 < len(some) < len(regions)
    assert f"events in {len(some)} of {len(regions)} regions" in note
    assert f"{100 * top / count:.0f} % of events ({top} of {count}) at the 10 busiest places" in note
    assert note in ran.log


def test_cercles_are_regions_like_others(
    run: Callable, store_layer: QgsVectorLayer, mali_boundaries: Path
) -> None:
    cercles = QgsVectorLayer(f"{mali_boundaries}|layername=adm2", "adm2", "ogr")
    ran = run(
        "regionfootprints", INPUT=store_layer, PERIODS="2023-H1", REGIONS=cercles, REGION_FIELD="admin2Name"
    )
    frame = ran.frame()
    some = frame[~frame["region"].isin(OWN) & (frame["events"] > 0)]
    assert f"events in {len(some)} of 50 regions" in whole(frame, "2023-H1")["note"] and 10 < len(some) < 50


def test_the_table_of_sensitivity_is_whole_and_each_row_is_a_run_of_its_own(
    run: Callable, store_layer: QgsVectorLayer
) -> None:
    asked = {"INPUT": store_layer, "EVENT_TYPES": "*"}
    ran = run("regionfootprints", **asked, PERIODS=";".join(PAIR), SENSITIVITY="memory:")
    table = ran.frame("SENSITIVITY").set_index(["method", "size_km", "precision", "period"])["footprint_km2"]
    sizes = [("discs", size) for size in (1.0, 2.0, 2.5, 3.0, 5.0, 10.0)] + [("grid", 10.0)]
    assert set(table.index) == {
        (*one, precision, period) for one in sizes for precision in ("1-3", "1-2") for period in PAIR
    }
    for method, size, most, precision in (("discs", 5.0, 3, "1-3"), ("grid", 10.0, 2, "1-2")):
        own = run(
            "regionfootprints", **asked, PERIODS=PAIR[1], METHOD=method, SIZE_KM=size, GEO_PRECISION_MAX=most
        )
        expected = whole(own.frame(), PAIR[1])["footprint_km2"]
        assert table[method, size, precision, PAIR[1]] == pytest.approx(expected, rel=1e-6)


def test_one_event_and_all_on_one_point(run: Callable) -> None:
    days = ["2022-09-01", "2023-02-01", "2023-03-01"]
    for points in ([(-4.0, 14.5, days[0])], [(-4.0, 14.5, day) for day in days for _ in range(200)]):
        ran = run("regionfootprints", INPUT=events_at(points), PERIODS=";".join(PAIR), SENSITIVITY="memory:")
        row = whole(ran.frame(), PAIR[0])
        assert row["footprint_km2"] == pytest.approx(DISC, rel=1e-3) and row["locations"] == 1
        assert "events in 1 of 9 regions" in row["note"] and "100 % of events" in row["note"]


def test_land_that_shares_nothing_is_0_and_no_remainder_of_rounding(run: Callable) -> None:
    points = [(-4.0 - 0.1 * index, 14.5, "2022-09-01") for index in range(9)]
    points += [(-4.0 - 0.13 * index, 14.0, "2023-03-01") for index in range(9)]
    ran = run("regionfootprints", INPUT=events_at(points), PERIODS=";".join(PAIR), CHANGE="memory:")
    change = ran.frame("CHANGE")
    assert set(change[change["status"] == "both"]["area_km2"]) == {0.0}
    assert "in both periods 0 km²" in ran.log


def test_the_same_land_in_both_periods_is_no_change(run: Callable) -> None:
    layer = events_at([(-4.0, 14.5, "2022-09-01"), (-4.0, 14.5, "2023-03-01")])
    change = run("regionfootprints", INPUT=layer, PERIODS=";".join(PAIR), CHANGE="memory:").frame("CHANGE")
    areas = change[change["region"] == "(all)"].set_index("status")["area_km2"].to_dict()
    assert areas == pytest.approx(
        {"newly_recorded": 0, "both": DISC, "no_longer_recorded": 0}, rel=1e-3, abs=1e-6
    )


def test_a_period_without_events_has_no_land_and_a_change_from_nothing(run: Callable) -> None:
    layer = events_at([(-4.0, 14.5, "2022-01-01"), (-4.0, 14.5, "2023-03-01"), (-4.0, 14.5, "2023-06-30")])
    ran = run("regionfootprints", INPUT=layer, PERIODS=";".join(PAIR), CHANGE="memory:")
    assert whole(ran.frame(), PAIR[0])["footprint_km2"] == 0
    assert "events in 0 of 9 regions" in whole(ran.frame(), PAIR[0])["note"]
    change = ran.frame("CHANGE")
    assert change[change["region"] == "(all)"]["area_km2"].tolist() == pytest.approx(
        [DISC, 0, 0], rel=1e-3, abs=1e-6
    )


def test_overlapping_regions_count_their_land_in_each_and_once_in_all(run: Callable) -> None:
    """Segou and Mopti, both of the centre, drawn over each other: a place lies in both."""
    regions = regions_of({"Segou": rectangle(-6, 14, -4, 15), "Mopti": rectangle(-5, 14, -3, 15)})
    layer = events_at([(-4.5, 14.5, "2022-09-01"), (-4.5, 14.6, "2023-03-01"), (-5.5, 14.5, "2023-03-01")])
    ran = run("regionfootprints", INPUT=layer, REGIONS=regions, PERIODS=";".join(PAIR), CHANGE="memory:")
    frame = ran.frame().set_index(["region", "period"])
    assert frame.loc[("Segou", PAIR[1]), "footprint_km2"] == pytest.approx(2 * DISC, rel=1e-3)
    assert frame.loc[("Mopti", PAIR[1]), "footprint_km2"] == pytest.approx(DISC, rel=1e-3)
    assert frame.loc[("(all)", PAIR[1]), "footprint_km2"] == pytest.approx(2 * DISC, rel=1e-3)
    assert "overlap" in ran.log
    change = ran.frame("CHANGE")
    for region in ("(zone)", "(all)"):
        areas = change[change["region"] == region].set_index("status")["area_km2"].to_dict()
        assert areas == pytest.approx(
            {"newly_recorded": 2 * DISC, "both": 0, "no_longer_recorded": DISC}, rel=1e-3, abs=1e-6
        )


def test_an_invalid_region_is_mended(run: Callable) -> None:
    bow = "POLYGON((-6 14,-5 15,-5 14,-6 15,-6 14))"  # crosses itself at -5.5, 14.5
    layer = events_at(
        [(-5.9, 14.5, "2023-03-01"), (-5.5, 14.9, "2023-03-01")]
    )  # west of the cross, and north of it
    frame = run("regionfootprints", INPUT=layer, REGIONS=regions_of({"Bow": bow}), PERIODS="2023-H1").frame()
    assert frame.set_index("region").loc["Bow", "footprint_km2"] == pytest.approx(DISC, rel=1e-3)


def test_three_countries_at_once(run: Callable) -> None:
    """Liptako-Gourma: discs of events in any of its countries are its land."""
    regions = regions_of({"Liptako-Gourma": rectangle(-3, 12, 4, 17)})
    layers = [
        events_at([(0.0, 16.3, "2023-03-01")], "Mali"),
        events_at([(0.0, 14.0, "2023-03-01")], "Burkina Faso"),
        events_at([(1.5, 14.2, "2023-03-01")], "Niger"),
    ]
    for other in layers[1:]:
        layers[0].dataProvider().addFeatures(list(other.getFeatures()))
    row = whole(
        run("regionfootprints", INPUT=layers[0], REGIONS=regions, PERIODS="2023-H1").frame(), "2023-H1"
    )
    assert row["events"] == 3 and row["footprint_km2"] == pytest.approx(3 * DISC, rel=1e-3)


def test_a_radius_that_covers_a_region_covers_all_of_it_and_no_more(run: Callable) -> None:
    layer = events_at([(-4.5, 14.5, "2023-03-01")])
    regions = regions_of({"Square": rectangle(-5, 14, -4, 15)})
    row = whole(
        run("regionfootprints", INPUT=layer, REGIONS=regions, PERIODS="2023-H1", SIZE_KM=300).frame(),
        "2023-H1",
    )
    assert (
        row["share_pct"] == pytest.approx(100, rel=1e-6)
        and row["footprint_km2"] <= row["region_km2"] * 1.000001
    )
    tiny = whole(
        run("regionfootprints", INPUT=layer, REGIONS=regions, PERIODS="2023-H1", SIZE_KM=0.1).frame(),
        "2023-H1",
    )
    assert tiny["footprint_km2"] == pytest.approx(math.pi * 0.01, rel=1e-3)


@pytest.mark.parametrize(
    ("size", "words"), [(20_000, "too large"), (0, "makes no area"), (-5, "makes no area")]
)
def test_a_size_that_makes_no_footprint_is_said(run: Callable, size: float, words: str) -> None:
    layer = events_at([(-4.5, 14.5, "2023-03-01")])
    with pytest.raises(QgsProcessingException, match=words):
        run("regionfootprints", INPUT=layer, PERIODS="2023-H1", SIZE_KM=size)


def test_one_day_and_26_years(run: Callable) -> None:
    layer = events_at([(-4.5, 14.5, "1997-01-01"), (-4.4, 14.5, "2010-05-05"), (-4.5, 14.5, "2022-12-31")])
    frame = run(
        "regionfootprints", INPUT=layer, PERIODS="1997-01-01/2022-12-31;2010-05-05/2010-05-05"
    ).frame()
    apart = distances_km(-4.5, 14.5, -4.4, 14.5)
    assert apart > 5  # two discs that do not meet
    assert whole(frame, "1997-01-01/2022-12-31")["footprint_km2"] == pytest.approx(2 * DISC, rel=1e-3)
    assert whole(frame, "2010-05-05/2010-05-05")["footprint_km2"] == pytest.approx(DISC, rel=1e-3)


def test_events_without_a_point_are_at_no_busiest_place() -> None:
    found = busiest_places(
        pd.Series([1.0, 1.0, 2.0, float("nan")]).to_numpy(), pd.Series([5.0, 5.0, 5.0, 5.0]).to_numpy(), 1
    )
    assert (found.places, found.events, found.all_events) == (1, 2, 3) and found.share == pytest.approx(2 / 3)
    assert math.isnan(
        busiest_places(pd.Series([], dtype=float).to_numpy(), pd.Series([], dtype=float).to_numpy()).share
    )
