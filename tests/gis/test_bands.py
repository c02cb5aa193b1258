# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts along lines and borders, rings that overlap, and rings that reach far: through real layers."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pyproj import Geod
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

GEOD = Geod(ellps="WGS84")
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
HALVES = {"2022-H2": ("2022-07-01", "2022-12-31"), "2023-H1": ("2023-01-01", "2023-06-30")}


@pytest.fixture(scope="module")
def rows(sample: Path) -> list[dict[str, str]]:
    with sample.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chosen(rows: list[dict[str, str]], period: str) -> list[dict[str, str]]:
    start, end = HALVES[period]
    return [r for r in rows if r["event_type"] in VIOLENT and start <= r["event_date"] <= end]


def line_layer(wkts: dict[str, str], crs: str = "EPSG:4326", kind: str = "LineString") -> QgsVectorLayer:
    """Lines given in degrees, in a layer of another system; vertices are moved, as a user's export does."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "roads", "memory")
    change = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    for name, wkt in wkts.items():
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        geometry = QgsGeometry.fromWkt(wkt)
        geometry.transform(change)
        feature.setGeometry(geometry)
        assert layer.dataProvider().addFeature(feature)
    return layer


def to_meridian(lon: float, row: dict[str, str]) -> float:
    """Distance in km of an event from a long meridian, by golden section along it."""
    x, y = float(row["longitude"]), float(row["latitude"])
    low, high = y - 2, y + 2
    for _ in range(60):
        a, b = low + 0.382 * (high - low), low + 0.618 * (high - low)
        if GEOD.inv(x, y, lon, a)[2] < GEOD.inv(x, y, lon, b)[2]:
            high = b
        else:
            low = a
    return GEOD.inv(x, y, lon, low)[2] / 1000


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32629", "EPSG:3857"])
def test_events_along_a_meridian_are_those_of_a_loop(
    run: Callable, store_layer: QgsVectorLayer, rows: list, crs: str
) -> None:
    """Two vertices would bend on another system's plane: the line is given by one vertex for each degree."""
    wkt = "LineString(" + ", ".join(f"-8 {y / 4}" for y in range(20, 101)) + ")"
    frame = run(
        "bandcounts", INPUT=store_layer, LINES=line_layer({"west": wkt}, crs), DISTANCES_KM="20,75",
        PERIODS="2022-H2;2023-H1",
    ).frame()  # fmt: skip
    assert list(frame["line"].unique()) == ["roads"]
    for row in frame.to_dict("records"):
        expected = [r for r in chosen(rows, row["period"]) if to_meridian(-8.0, r) <= row["distance_km"]]
        assert row["events"] == len(expected)
        assert row["events_gp2"] == sum(r["geo_precision"] == "2" for r in expected)
    later = frame[(frame["distance_km"] == 75) & (frame["period"] == "2023-H1")].iloc[0]
    assert later["events"] > 20 and later["rate_ratio"] > 0 and later["p_value"] <= 1


def test_the_border_of_two_countries_of_the_world_map(
    run: Callable, store_layer: QgsVectorLayer, rows: list, tmp_path: Path
) -> None:
    """Mali and Mauritania share 15.5 degrees north for a long way; brute force along the map's own vertices."""
    from flashpoints.plugin.gis.lines import borders

    (border,) = borders("Mali", ["Mauritania"])
    assert border.name == "Mali – Mauritania"
    lengths = GEOD.inv(*border.pieces.reshape(-1, 4).T)[2]
    assert 2_100 < lengths.sum() / 1000 < 2_400  # 2,236 km
    ran = run(
        "bandcounts", INPUT=store_layer, BORDER_OF="Mali", BORDER_WITH="Mauritania; Senegal", DISTANCES_KM="50",
        PERIODS="2022-H2;2023-H1", EVENTS="memory:", PROFILE="memory:",
    )  # fmt: skip
    frame = ran.frame().set_index(["line", "period"])
    assert set(frame.index.get_level_values("line")) == {"Mali – Mauritania", "Mali – Senegal"}
    ends = border.pieces.reshape(-1, 2)
    for period in HALVES:
        near = 0
        for row in chosen(rows, period):
            x, y = np.full(len(ends), float(row["longitude"])), np.full(len(ends), float(row["latitude"]))
            km = GEOD.inv(x, y, *ends.T)[2].min() / 1000
            assert abs(km - 50) > 0.1 or km == km  # no made-up event lies where 5 km pieces would matter
            near += km <= 50
        assert frame.loc[("Mali – Mauritania", period), "events"] == near
    listing = ran.frame("EVENTS")
    figure = listing[(listing["period"] == "2023-H1") & listing["figure"].str.contains("Mauritania")]
    assert len(figure) == frame.loc[("Mali – Mauritania", "2023-H1"), "events"]
    profile = ran.frame("PROFILE").set_index(["line", "period", "distance_km"])["events"]
    assert profile["Mali – Mauritania", "2023-H1", 50.0] == len(figure)
    assert "The bands reach into" in ran.log and "Senegal" in ran.log
    assert "Bands of 50 km overlap by" in ran.log  # where the three countries meet


def test_the_band_is_drawn_where_it_counts(run: Callable, store_layer: QgsVectorLayer) -> None:
    lines = line_layer({"a": "LineString(-8 12, -7 12.5, -7 14)", "b": "LineString(-3 15, -2 15)"})
    ran = run(
        "bandcounts", INPUT=store_layer, LINES=lines, LINE_NAME="name", DISTANCES_KM="40", PERIODS="2023-H1",
        EVENTS="memory:",
    )  # fmt: skip
    shapes = {feature["line"]: feature.geometry() for feature in ran.layer().getFeatures()}
    assert set(shapes) == {"a", "b"}
    inside = [f for f in store_layer.getFeatures() if f["event_type"] in VIOLENT]
    start, end = HALVES["2023-H1"]
    there = [f for f in inside if start <= f["event_date"].toString("yyyy-MM-dd") <= end]
    counts = ran.frame().set_index("line")["events"]
    for name, shape in shapes.items():
        assert counts[name] == sum(shape.contains(f.geometry()) for f in there)
    from flashpoints.plugin.gis.footprints import area_km2

    length = GEOD.line_length([-3, -2], [15, 15]) / 1000
    assert area_km2(shapes["b"]) == pytest.approx(2 * 40 * length + np.pi * 40**2, rel=2e-3)


def test_what_makes_no_band(run: Callable, store_layer: QgsVectorLayer) -> None:
    for asked, said in (
        ({}, "no line to count along"),
        ({"BORDER_OF": "Atlantis"}, "no country “Atlantis”"),
        ({"BORDER_OF": "Mali", "BORDER_WITH": "Ghana"}, "no common border"),
        ({"BORDER_OF": "Madagascar"}, "no border on land"),
        ({"LINES": line_layer({})}, "holds no lines"),
        ({"LINES": line_layer({"a": "LineString(0 0, 1 1)"}), "LINE_NAME": "nom"}, "no field “nom”"),
        ({"BORDER_OF": "Mali", "DISTANCES_KM": "0"}, "not a distance"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run("bandcounts", INPUT=store_layer, PERIODS="2023-H1", **asked)


def test_all_borders_of_a_country_and_a_polygons_outline(run: Callable, store_layer: QgsVectorLayer) -> None:
    frame = run("bandcounts", INPUT=store_layer, BORDER_OF="Mali", PERIODS="2023-H1").frame()
    assert len(frame) == 7
    box = line_layer({"box": "Polygon((-9 12, -7 12, -7 13, -9 13, -9 12))"}, kind="Polygon")
    frame = run("bandcounts", INPUT=store_layer, LINES=box, DISTANCES_KM="1,60", PERIODS="2023-H1").frame()
    assert frame["events"].is_monotonic_increasing and frame["events"].max() > 0


def points(places: dict[str, tuple[float, float]]) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=town:string", "towns", "memory")
    for name, (x, y) in places.items():
        feature = QgsFeature(layer.fields())
        feature["town"] = name
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        layer.dataProvider().addFeature(feature)
    return layer


def test_rings_that_overlap_say_so(run: Callable, store_layer: QgsVectorLayer, rows: list) -> None:
    towns = {"Bamako": (-8.0029, 12.6392), "Segou": (-6.2157, 13.4317)}
    ran = run(
        "buffercounts", INPUT=store_layer, CENTRES=points(towns), CENTRE_NAME="town", RADII_KM="50,150",
        PERIODS="2023-H1",
    )  # fmt: skip
    several = sum(
        all(
            GEOD.inv(x, y, float(r["longitude"]), float(r["latitude"]))[2] <= 150_000
            for x, y in towns.values()
        )
        for r in chosen(rows, "2023-H1")
    )
    assert several > 0
    assert f"2023-H1, 150 km: {several} events lie in more than one of the areas" in ran.log
    assert "Rings of 150 km overlap by" in ran.log
    assert "Rings of 50 km" not in ran.log


@pytest.mark.parametrize(
    ("place", "radius", "part"),
    [
        ("-8.0029,12.6392", 0.1, None), ("-8.0029,12.6392", 9_000, None), ("-8.0029,12.6392", 15_000, None),
        ("-8.0029,12.6392", 20_000, None), ("-8.0029,12.6392", 25_000, 1.0), ("0,90", 1_000, None),
        ("10,-89", 500, None), ("179.5,10", 300, None),
    ],
)  # fmt: skip
def test_a_ring_of_any_size_is_drawn_where_it_counts(
    run: Callable, store_layer: QgsVectorLayer, place: str, radius: float, part: float | None
) -> None:
    from flashpoints.plugin.gis.footprints import area_km2

    frame_layer = run(
        "buffercounts", INPUT=store_layer, CENTRE=place, RADII_KM=str(radius), PERIODS="2023-H1"
    )
    (feature,) = frame_layer.layer().getFeatures()
    shape = feature.geometry()
    assert shape.isGeosValid()
    lon0, lat0 = (float(text) for text in place.split(","))
    rng = np.random.default_rng(1)
    lon, lat = rng.uniform(-180, 180, 400), np.degrees(np.arcsin(rng.uniform(-1, 1, 400)))
    away = GEOD.inv(np.full(400, lon0), np.full(400, lat0), lon, lat)[2] / 1000
    for x, y, km in zip(lon, lat, away):
        if abs(km - radius) > 0.02 * radius + 60:  # long edges near a pole are straight on the map
            drawn = any(
                shape.contains(QgsGeometry.fromPointXY(QgsPointXY(x + turn, y))) for turn in (-360, 0, 360)
            )
            assert drawn == (km <= radius)
    if radius < 1_000:
        assert area_km2(shape) == pytest.approx(np.pi * radius**2, rel=0.01)


def test_a_band_is_read_as_a_result_whose_number_has_its_events(
    run: Callable, store_layer: QgsVectorLayer
) -> None:
    from flashpoints.plugin.gis.result_layers import read_result

    ran = run(
        "bandcounts",
        INPUT=store_layer,
        BORDER_OF="Mali",
        BORDER_WITH="Guinea",
        PERIODS="2023-H1",
        EVENTS="memory:",
    )
    result = read_result(ran.layer())
    (ask,) = result.asks(0)
    listing = ran.frame("EVENTS")
    assert result.kind == "bands"
    assert ask.count == len(listing[listing["figure"] == ask.figure]) > 0
    assert "Mali – Guinea" in ask.title
