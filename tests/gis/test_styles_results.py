# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings, footprints, comparisons and the base map as they are drawn and labelled."""

from __future__ import annotations

from typing import Any

import pytest
from flashpoints.plugin.gis.styles import style_base, style_comparison, style_footprints, style_rings
from pictures import Picture, layer_of, legend
from qgis.core import QgsVectorLayer

pytestmark = pytest.mark.usefixtures("qgis_app")

DARK = "#333333"


def square(x: float, y: float, half: float) -> str:
    west, east, south, north = x - half, x + half, y - half, y + half
    ring = f"{west} {north}, {east} {north}, {east} {south}, {west} {south}, {west} {north}"
    return f"POLYGON(({ring}))"


def blend(colour: str, opacity: float) -> tuple[int, ...]:
    """A colour over white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return tuple(round(part * opacity + 255 * (1 - opacity)) for part in parts)


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


RING_FIELDS = ("centre:string", "radius_km:double", "period:string", "events:integer")


def rings(
    *rows: tuple[float, str, int | None, tuple[Any, ...]], extra: tuple[str, ...] = ()
) -> QgsVectorLayer:
    """Square "rings" round the middle of the picture: a pixel to the kilometre."""
    return layer_of(
        "Polygon",
        (*RING_FIELDS, *extra),
        [
            (square(200, 200, radius), ("Bamako", radius, period, n, *more))
            for radius, period, n, more in rows
        ],
    )


def test_rings_of_two_periods_are_one_line_with_one_label() -> None:
    layer = rings(
        (150.0, "2022-H2", 5, ()), (150.0, "2023-H1", 16, ()), (50.0, "2023-H1", 2, ()), (50.0, "2022-H2", None, ())
    )  # fmt: skip
    style_rings(layer)
    picture = Picture([layer])
    assert picture.labels == ["150 km: 16 (5)", "50 km: 2 (–)"]
    assert picture.at(200 + 150, 200) == DARK and picture.at(200, 50) == DARK
    assert picture.at(200, 200) == "#ffffff" and picture.at(200 + 120, 200 + 120) == "#ffffff"
    assert legend(layer) == ["Events within, 2023-H1 (2022-H2)", "150 km", "50 km"]


def test_the_rings_label_stands_on_the_line_in_the_north() -> None:
    layer = rings((150.0, "2023-H1", 16, ()))
    style_rings(layer)
    named = Picture([layer])
    layer.setLabelsEnabled(False)
    bare = Picture([layer])
    changed = [
        y for y in range(400) for x in range(0, 400, 3)
        if named.image.pixelColor(x, y) != bare.image.pixelColor(x, y)
    ]  # fmt: skip
    line = 400 - 350
    assert changed and line - 20 < min(changed) < line < max(changed) < line + 20


def test_rings_are_told_apart_by_their_dashes() -> None:
    layer = rings((150.0, "2023-H1", 1, ()), (100.0, "2023-H1", 1, ()), (50.0, "2023-H1", 1, ()))
    style_rings(layer)
    picture = Picture([layer])
    shares = []
    for radius in (150, 100, 50):
        side = [picture.at(200 + radius, y) == DARK for y in range(200 - radius + 10, 200 + radius - 10)]
        shares.append(sum(side) / len(side))
    assert shares[0] == 1
    assert 0.4 < shares[2] < shares[1] < 0.85


def test_rings_with_a_breakdown_show_the_row_of_all() -> None:
    layer = rings(
        (150.0, "2023-H1", 9, ("jnim",)), (150.0, "2023-H1", 16, ("(all)",)), (150.0, "2022-H2", 5, ("(all)",)),
        (150.0, "2022-H2", 4, ("jnim",)), extra=("breakdown_id:string",),
    )  # fmt: skip
    style_rings(layer)
    assert Picture([layer]).labels == ["150 km: 16 (5)"]


def test_one_and_three_periods_have_no_count_in_brackets() -> None:
    for periods in (["2023"], ["2021", "2022", "2023"]):
        layer = rings(*((2.5, period, n, ()) for n, period in enumerate(periods, start=7)))
        style_rings(layer)
        assert Picture([layer]).labels == [f"2.5 km: {6 + len(periods)}"]
    assert legend(layer) == ["Events within, 2023", "2.5 km"]


def test_a_layer_without_rings_is_styled_without_complaint() -> None:
    layer = rings()
    style_rings(layer)
    assert Picture([layer]).errors == []


FOOTPRINT_FIELDS = ("region:string", "zone:string", "period:string", "footprint_km2:double")


def test_footprints_show_the_latest_period_and_count_regions_once() -> None:
    layer = layer_of(
        "Polygon",
        FOOTPRINT_FIELDS,
        [
            (square(100, 100, 40), ("Mopti", "centre", "2022-H2", 900.4)),
            (square(300, 300, 40), ("Mopti", "centre", "2023-H1", 1000.0)),
            (square(300, 100, 40), ("Gao", "north", "2023-H1", 234.4)),
            (square(300, 100, 60), ("(all)", "", "2023-H1", 1234.4)),
        ],
    )
    style_footprints(layer)
    picture = Picture([layer])
    assert legend(layer) == ["2023-H1 (1,234 km²)", "2022-H2 (900 km²)"]
    assert picture.at(100, 100) == "#ffffff"
    assert picture.at(300, 300) == picture.at(300, 100) != "#ffffff"
    assert picture.at(300, 150) == "#ffffff"  # of (all) alone
    layer.renderer().rootRule().children()[1].setActive(True)
    assert Picture([layer]).at(100, 100) not in ("#ffffff", picture.at(300, 300))


def test_a_footprint_of_everything_alone_is_shown() -> None:
    layer = layer_of("Polygon", FOOTPRINT_FIELDS, [(square(200, 200, 40), ("(all)", "", "2023", 12.0))])
    style_footprints(layer)
    assert Picture([layer]).at(200, 200) != "#ffffff"


def test_change_of_a_footprint_has_three_colours_at_seventy_percent() -> None:
    fields = ("region:string", "status:string", "area_km2:double")
    colours = {"newly_recorded": "#B2182B", "both": "#EF8A62", "no_longer_recorded": "#67A9CF"}
    rows = [(square(80 + 120 * i, 200, 40), ("Mopti", status, 10.0 + i)) for i, status in enumerate(colours)]
    rows.append((square(200, 200, 190), ("(all)", "both", 33.0)))
    layer = layer_of("Polygon", fields, rows)
    style_footprints(layer)
    picture = Picture([layer])
    for i, colour in enumerate(colours.values()):
        assert rgb(picture.at(80 + 120 * i, 200)) == pytest.approx(blend(colour, 0.7), abs=2)
        assert picture.at(80 + 120 * i + 41, 200) == "#ffffff"  # no outline
    assert legend(layer) == [
        "newly recorded (10 km²)",
        "in both periods (11 km²)",
        "no longer recorded (12 km²)",
    ]
    assert layer.opacity() == 1  # a see-through layer would be a picture in a PDF


COMPARISON_FIELDS = (
    "name:string", "events_a:integer", "events_b:integer", "rate_ratio:double", "p_adjusted:double",
)  # fmt: skip
# name, earlier, later, ratio, p; colour; hatched
COMPARED = [
    (("Kayes", 3, 11, 3.7, 0.08), "#f1a340", True),
    (("Sikasso", 12, 60, 5.1, 0.0001), "#b35806", False),
    (("Mopti", 220, 260, 1.2, 0.12), "#f7f7f7", True),
    (("Gao", 130, 80, 0.62, 0.049), "#d8daeb", False),
    (("Kidal", 9, 2, 0.22, 0.05), "#542788", True),
    (("Bamako", 0, 3, None, None), "#7f3b08", True),
    (("Menaka", 0, 0, None, None), "#b3b3b3", False),
    (("Koulikoro", 40, 0, 0.0, 0.001), "#542788", False),
]


def compared() -> QgsVectorLayer:
    rows = [
        (square(50 + 100 * (i % 4), 300 - 200 * (i // 4), 45), row) for i, (row, _, _) in enumerate(COMPARED)
    ]
    rows += [("", ("(all)", 414, 416, 1.0, 0.9)), ("", ("(outside)", 0, 0, None, None))]
    return layer_of("Polygon", COMPARISON_FIELDS, rows)


def test_comparison_colours_by_ratio_and_hatches_what_may_be_chance() -> None:
    layer = compared()
    style_comparison(layer, language="en")
    layer.setLabelsEnabled(False)
    picture = Picture([layer])
    for i, ((name, *_), colour, hatched) in enumerate(COMPARED):
        x, y = 50 + 100 * (i % 4), 300 - 200 * (i // 4)
        seen = [picture.at(x + step, y) for step in range(-40, 40)]
        assert max(set(seen), key=seen.count) == colour, name
        assert (len(set(seen)) > 1) == hatched, name


def test_comparison_legend_and_labels() -> None:
    layer = compared()
    style_comparison(layer, language="en")
    assert legend(layer) == [
        "Events a day, later against earlier", "from 0 (1)", "× 4 and more (1)", "× 2 to 4 (1)",
        "× 0.8 to 1.25: little change (1)", "× 0.5 to 0.8 (1)", "less than × 0.25 (2)", "no events (1)",
        "may be chance (adjusted p ≥ 0.05) (4)",
    ]  # fmt: skip
    labels = Picture([layer]).labels
    assert "Kayes\n3 → 11" in labels and "Menaka\n0 → 0" in labels
    assert len(labels) == len(COMPARED)


def test_names_of_the_base_map_keep_out_of_a_comparison() -> None:
    regions = layer_of(
        "Polygon", ("adm0_a3:string", "name:string"), [(square(200, 200, 150), ("MLI", "Mopti"))]
    )
    countries = layer_of("Polygon", ("a3:string", "name:string"), [])
    style_base(countries, regions, "MLI")
    layer = layer_of("Polygon", COMPARISON_FIELDS, [(square(200, 200, 150), ("Mopti", 1, 2, 2.0, 0.5))])
    style_comparison(layer)
    assert Picture([regions]).labels == ["Mopti"]
    assert Picture([layer, regions]).labels == ["Mopti\n1 → 2"]


def test_a_comparison_without_polygons_is_left_as_it_is() -> None:
    table = layer_of("NoGeometry", COMPARISON_FIELDS, [("", ("jnim", 1, 2, 2.0, 0.5))])
    style_comparison(table)
    assert table.renderer() is None


def test_a_ratio_of_exactly_a_class_limit_has_one_class() -> None:
    for ratio, colour in (
        (0.25, "#998ec3"),
        (0.8, "#f7f7f7"),
        (1.25, "#fee0b6"),
        (2.0, "#f1a340"),
        (4.0, "#b35806"),
    ):
        layer = layer_of("Polygon", COMPARISON_FIELDS, [(square(200, 200, 90), ("x", 10, 10, ratio, 0.01))])
        style_comparison(layer)
        layer.setLabelsEnabled(False)
        assert Picture([layer]).at(200, 200) == colour


def test_base_fills_lines_and_names() -> None:
    countries = layer_of(
        "Polygon",
        ("a3:string", "name:string"),
        [(square(100, 200, 100), ("MLI", "Mali")), (square(300, 200, 100), (None, "Niger"))],
    )
    regions = layer_of(
        "Polygon",
        ("adm0_a3:string", "name:string"),
        [(square(50, 200, 50), ("MLI", "Kayes")), (square(350, 200, 50), ("NER", "Diffa"))],
    )
    style_base(countries, regions, "MLI")
    picture = Picture([regions, countries])
    assert picture.at(150, 150) == "#f7f5f0" and picture.at(250, 150) == "#eceae4"
    assert picture.at(100, 101) == "#6e675b"  # the country's line
    assert picture.at(100, 200) == "#b8b2a6"  # the region's
    assert picture.labels == ["Kayes", "NIGER"]
    style_base(countries, regions, [])
    picture = Picture([regions, countries])
    assert picture.at(150, 150) == picture.at(250, 150) == "#f7f5f0"
    assert picture.labels == ["Diffa", "Kayes", "MALI", "NIGER"]


def test_names_keep_off_the_events_where_they_can() -> None:
    from flashpoints.plugin.core.actors import ActorTable
    from flashpoints.plugin.core.resources import RESOURCES
    from flashpoints.plugin.gis.styles import style_events

    fields = (
        "event_id:string", "event_date:date", "event_type:string", "civilian_targeting:string", "lead_group:string",
        "fatalities:integer",
    )  # fmt: skip
    regions = layer_of(
        "Polygon", ("adm0_a3:string", "name:string"), [(square(200, 200, 190), ("MLI", "Mopti"))]
    )
    style_base(layer_of("Polygon", ("a3:string", "name:string"), []), regions, "MLI")
    places = [f"POINT({x} {y})" for x in range(150, 251, 25) for y in range(150, 251, 25)]
    events = layer_of(
        "Point", fields, [(at, ("1", "2023-01-01", "Battles", None, "jnim", 15)) for at in places]
    )
    style_events(events, ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv"))
    with_names = Picture([events, regions])
    regions.setLabelsEnabled(False)
    without = Picture([events, regions])
    assert with_names.labels == ["Mopti"]
    assert all(
        with_names.at(x, y) == without.at(x, y) for x in range(150, 251, 25) for y in range(150, 251, 25)
    )
