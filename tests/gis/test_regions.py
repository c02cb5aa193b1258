# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions: whose they are, what lies in them, and which names are understood."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis.region_sources import from_layer, from_world_map
from flashpoints.plugin.gis.regional import by_region, keep_where
from flashpoints.plugin.gis.regions import OUTSIDE
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

SQUARES = {
    "West": "POLYGON((-6 14,-5 14,-5 15,-6 15,-6 14))",
    "East": "POLYGON((-5 14,-4 14,-4 15,-5 15,-5 14))",
}


def layer_of(
    shapes: list[tuple[str | None, str]], crs: str = "EPSG:4326", kind: str = "Polygon"
) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=name:string", "squares", "memory")
    features = []
    for name, wkt in shapes:
        feature = QgsFeature(layer.fields())
        feature["name"] = name
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_the_world_map_gives_the_nine_regions_of_mali() -> None:
    regions = from_world_map("Mali")
    assert regions.names == [
        "Bamako",
        "Gao",
        "Kayes",
        "Kidal",
        "Koulikoro",
        "Mopti",
        "Sikasso",
        "Ségou",
        "Timbuktu",
    ]
    assert regions.countries == {"MLI"}
    zones = {region.name: region.zone for region in regions.regions}
    assert zones["Timbuktu"] == "north" and zones["Ségou"] == "centre" and zones["Kayes"] == "south"
    assert sum(region.area_km2 for region in regions.regions) == pytest.approx(
        1_240_000, rel=0.02
    )  # land of Mali


def test_a_country_may_be_spelled_as_the_event_source_does() -> None:
    assert from_world_map("Ivory Coast").countries == {"CIV"}
    with pytest.raises(FlashpointsError, match="no regions for “Atlantis”"):
        from_world_map("Atlantis")


def test_the_world_map_is_not_changed() -> None:
    from flashpoints.plugin.gis.paths import world_map

    before = world_map().read_bytes()
    from_world_map("Niger")
    assert world_map().read_bytes() == before


def test_a_layer_of_ones_own_knows_its_country(mali_boundaries: Path) -> None:
    regions = from_layer(QgsVectorLayer(f"{mali_boundaries}|layername=adm1", "adm1", "ogr"))
    assert regions.field == "admin1Name" and len(regions.regions) == 9 and regions.countries == {"MLI"}
    cercles = from_layer(QgsVectorLayer(f"{mali_boundaries}|layername=adm2", "adm2", "ogr"))
    assert cercles.field == "admin2Name" and len(cercles.regions) == 50 and cercles.countries == {"MLI"}


def test_points_are_placed_inside_on_the_edge_and_nearby() -> None:
    regions = from_layer(layer_of(list(SQUARES.items())))
    lon = np.array([-5.5, -4.5, -5.0, -3.95, -3.5, np.nan])
    lat = np.array([14.5, 14.5, 14.5, 14.5, 14.5, 14.5])  # -3.95 is 5.4 km outside, -3.5 is 54 km outside
    placed = regions.place(lon, lat)
    names = [regions.names[i] if i != OUTSIDE else None for i in placed.index]
    assert names[0] == "West" and names[1] == "East" and names[2] in ("West", "East")
    assert names[3:] == ["East", None, None] and placed.snapped == 1
    assert regions.place(lon, lat, snap_km=5.0).snapped == 0


def test_polygons_of_one_name_are_one_region_and_broken_ones_are_mended() -> None:
    bow = "POLYGON((-6 14,-5 15,-5 14,-6 15,-6 14))"  # crosses itself
    regions = from_layer(layer_of([("A", SQUARES["West"]), ("A", SQUARES["East"]), ("B", bow)]))
    assert regions.names == ["A", "B"]
    assert regions.regions[1].area_km2 == pytest.approx(regions.regions[0].area_km2 / 4, rel=0.01)


def test_a_layer_in_metres_is_taken_to_degrees() -> None:
    square = "POLYGON((500000 1550000,600000 1550000,600000 1650000,500000 1650000,500000 1550000))"
    regions = from_layer(layer_of([("Square", square)], "EPSG:32630"))
    box = regions.regions[0].geometry.boundingBox()
    assert -3.1 < box.xMinimum() < box.xMaximum() < -1.9 and 13.9 < box.yMinimum() < box.yMaximum() < 15.0
    assert regions.regions[0].area_km2 == pytest.approx(10_000, rel=2e-3)  # the scale of UTM is 0.9996 to 1


@pytest.mark.parametrize(
    ("layer", "field", "words"),
    [
        (lambda: layer_of([("x", "POINT(1 1)")], kind="Point"), "", "no polygons"),
        (lambda: layer_of([]), "", "empty"),
        (lambda: layer_of(list(SQUARES.items())), "ADM1", "no field “ADM1”"),
        (
            lambda: QgsVectorLayer("Polygon?crs=EPSG:4326&field=code:integer", "codes", "memory"),
            "",
            "no field with names",
        ),
    ],
)
def test_a_layer_that_does_not_serve_is_said(layer: object, field: str, words: str) -> None:
    with pytest.raises(FlashpointsError, match=words) as caught:
        from_layer(layer(), field)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("where", "names"),
    [
        (["Segou"], {"Ségou"}),
        (["tombouctou"], {"Timbuktu"}),
        (["centre"], {"Mopti", "Ségou"}),
        (["Centre", "Kayes"], {"Mopti", "Ségou", "Kayes"}),
        (["Nord"], {"Gao", "Kidal", "Timbuktu"}),
    ],
)
def test_regions_and_zones_are_found_by_any_spelling(where: list[str], names: set[str]) -> None:
    regions = from_world_map("Mali")
    regional = by_region(events([("Mali", "Mopti", -4.2, 14.5)]), regions, "polygon")
    assert set(regional.kept(regions, where)) == names
    assert regional.kept(regions, []) == regions.names
    with pytest.raises(FlashpointsError, match="Atlantis"):
        regional.kept(regions, ["Atlantis"])


def events(rows: list[tuple]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["country", "admin1", "longitude", "latitude"])


def test_totals_add_up_and_other_countries_are_one_line() -> None:
    frame = events(
        [
            ("Mali", "Segou", -6.2157, 13.4317),
            ("Mali", "Menaka", 2.4022, 15.9182),
            ("Mali", "Mopti", -20.0, 14.0),  # in the sea
            ("Niger", "Tillaberi", 1.45, 14.2),
            ("Mali", None, -8.0029, 12.6392),
        ]
    )
    regional = by_region(frame, from_world_map("Mali"), "polygon")
    assert list(regional.events["region"]) == ["Ségou", "Gao", "(outside)", "Bamako"]
    assert any(note.startswith("Other countries: 1") for note in regional.notes)
    assert any("called Menaka (1, most in Gao):" in note for note in regional.notes)
    assert any("another region" in note and "Mopti (1)" in note for note in regional.notes)


def test_the_files_own_admin1_can_be_the_region() -> None:
    frame = events(
        [("Mali", "Menaka", 2.4, 15.9), ("Mali", "Tombouctou", -3.0, 16.77), ("Mali", None, -8.0, 12.6)]
    )
    regional = by_region(frame, from_world_map("Mali"), "column")
    assert list(regional.events["region"]) == ["Menaka", "Timbuktu", "(outside)"]
    assert "Menaka" in regional.names and regional.zone_of["Menaka"] == "north"


def test_names_are_matched_across_spellings_and_those_without_a_polygon_are_shown() -> None:
    names = ["Tombouctou"] * 3 + ["Segou", "Menaka", "Menaka", "Atlantis", None]
    points = [(-3.0, 16.77)] * 3 + [(-6.2, 13.4), (2.4, 15.9), (2.41, 15.9), (-4.2, 14.5), (-8.0, 12.6)]
    frame = events([("Mali", name, *point) for name, point in zip(names, points)])
    by_polygon, by_column = (by_region(frame, from_world_map("Mali"), one) for one in ("polygon", "column"))
    for regional in (by_polygon, by_column):
        assert regional.matched.respelled == {"Tombouctou": "Timbuktu"}  # Ségou differs by its accent only
        assert regional.matched.unmatched == {"Menaka": 2, "Atlantis": 1}
        assert any("Tombouctou = Timbuktu" in note for note in regional.notes)
    assert by_polygon.matched.lying_in == {"Menaka": "Gao", "Atlantis": "Mopti"}
    told = "No region of the layer is called Menaka (2, most in Gao), Atlantis (1, most in Mopti)"
    assert any(note.startswith(told) for note in by_polygon.notes)
    assert any("called Menaka (2), Atlantis (1): rows of their own" in note for note in by_column.notes)
    assert by_column.zone_of["Menaka"] == "north" and by_column.zone_of["Atlantis"] == ""


def test_polygons_of_another_level_are_told_from_single_disagreements(mali_boundaries: Path) -> None:
    """A cercle is called like the region round it: that most events lie in others is no news of each."""
    cercles = from_layer(QgsVectorLayer(f"{mali_boundaries}|layername=adm2", "adm2", "ogr"), "admin2Name")
    frame = events(
        [("Mali", "Mopti", -4.2, 14.5), ("Mali", "Mopti", -2.9, 14.4), ("Mali", "Kayes", -9.49, 13.03)]
    )
    notes = by_region(frame, cercles, "polygon").notes
    assert any("2 of 3 events" in note and "another level" in note for note in notes)
    assert not any("Mopti (" in note for note in notes)


def test_where_keeps_what_lies_there() -> None:
    frame = events([("Mali", "Segou", -6.2157, 13.4317), ("Mali", "Kayes", -11.43, 14.44)])
    assert list(keep_where(frame, from_world_map("Mali"), ["centre"], "polygon")["admin1"]) == ["Segou"]


def test_a_region_may_lie_in_several_countries() -> None:
    """Liptako-Gourma is three: events of all of them count, those of a fourth do not."""
    regions = from_layer(layer_of([("Liptako-Gourma", "POLYGON((-3 12,4 12,4 17,-3 17,-3 12))")]))
    assert regions.countries == {"MLI", "BFA", "NER"}
    frame = events(
        [
            ("Mali", "Gao", 0.0, 16.3), ("Burkina Faso", "Sahel", 0.0, 14.0), ("Niger", "Tillaberi", 1.5, 14.2),
            ("Benin", "Alibori", 3.0, 12.2),
        ]
    )  # fmt: skip
    regional = by_region(frame, regions, "polygon")
    assert list(regional.events["region"]) == ["Liptako-Gourma"] * 3
    assert any(note.startswith("Other countries: 1") for note in regional.notes)


def test_regions_of_one_name_in_two_countries_stay_apart() -> None:
    mali, niger = (
        "POLYGON((-4 14,-3.5 14,-3.5 14.5,-4 14.5,-4 14))",
        "POLYGON((8 14,8.5 14,8.5 14.5,8 14.5,8 14))",
    )
    assert from_layer(layer_of([("Centre", mali), ("Centre", niger)])).names == [
        "Centre (Mali)",
        "Centre (Niger)",
    ]


def test_names_of_our_own_rows_and_missing_names_are_told_apart() -> None:
    regions = from_layer(layer_of([("(all)", SQUARES["West"]), (None, SQUARES["East"])]))
    assert regions.names == ["“(all)”", "(no name)"]


def test_overlapping_regions_are_said_and_land_counts_once() -> None:
    regions = from_layer(layer_of([("A", SQUARES["West"]), ("B", SQUARES["West"])]))
    assert regions.overlap == pytest.approx(regions.regions[0].area_km2, rel=1e-6)
    regional = by_region(events([("Mali", None, -5.5, 14.5)]), regions, "polygon")
    assert any("overlap" in note for note in regional.notes)


def test_the_nearest_region_is_nearest_on_the_ground() -> None:
    """At 60 degrees north a degree of longitude is half one of latitude."""
    north, east = (
        "POLYGON((9 60.1,11 60.1,11 61,9 61,9 60.1))",
        "POLYGON((10.1 59,11 59,11 60.09,10.1 60.09,10.1 59))",
    )
    regions = from_layer(layer_of([("North", north), ("East", east)]))
    placed = regions.place(np.array([10.0]), np.array([60.005]))  # 10.6 km from North, 5.6 km from East
    assert regions.names[placed.index[0]] == "East"


@pytest.mark.parametrize(
    ("wkt", "words"),
    [("POLYGON((0 0,1 1,0 0))", "no area"), ("POLYGON((500 0,600 0,600 99,500 0))", "nowhere on Earth")],
)
def test_polygons_that_are_none_are_said(wkt: str, words: str) -> None:
    with pytest.raises(FlashpointsError, match=words):
        from_layer(layer_of([("A", wkt)]))
