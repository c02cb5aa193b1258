# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of events by place: what it holds, how it looks, and when it stands for the events."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.event_look import EventLook
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis.event_tally import EventCounter
from flashpoints.plugin.gis.look_classes import look_classes
from flashpoints.plugin.gis.places_layer import (
    COLUMNS,
    fill_places,
    new_places_layer,
    places_of,
    share_scales,
)
from flashpoints.plugin.gis.styles_events import look_tables
from flashpoints.plugin.gis.styles_places import key_sizes, style_places
from pictures import Picture, layer_of
from qgis.core import QgsDateTimeRange, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

pytestmark = pytest.mark.usefixtures("qgis_app")

FIELDS = (
    "event_id:string", "event_date:date", "event_type:string", "lead_group:string", "fatalities:integer",
    "location:string",
)  # fmt: skip
BOX = QgsRectangle(0, 0, 4, 4)
JNIM, STATE = "#d55e00", "#0072b2"


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


def made(actors: ActorTable, look: EventLook, subset: str = "") -> QgsVectorLayer:
    """60 events of JNIM and 40 of the army in one town, 9 of the army in another."""
    rows = [("A", "jnim", 1, 1)] * 60 + [("A", "military", 1, 1)] * 40 + [("B <b>", "military", 3, 3)] * 9
    layer = layer_of(
        "Point",
        FIELDS,
        [
            (f"POINT({x} {y})", [str(i), QDate(2023, 1, 1 + i % 28), "Battles", group, 1, town])
            for i, (town, group, x, y) in enumerate(rows)
        ],
    )
    from qgis.core import QgsCoordinateReferenceSystem

    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    layer.setSubsetString(subset)
    shown = EventCounter.of(layer).read(*COLUMNS)
    classes = look_classes(look, look_tables(actors, language="en"), shown.tally)
    places = new_places_layer(layer)
    rows_by_place = places_of(shown, classes)
    fill_places(places, rows_by_place)
    style_places(places, look.afar, classes, int(rows_by_place["events"].max()))
    return places


def picture(layer: QgsVectorLayer, **more: QgsDateTimeRange) -> Picture:
    return Picture([layer], extent=BOX, crs="EPSG:4326", **more)


def test_what_it_holds(actors: ActorTable) -> None:
    layer = made(actors, EventLook(afar="circles"))
    rows = [
        (f["location"], f["events"], f["places"], f["class_0"], f["class_1"]) for f in layer.getFeatures()
    ]
    assert rows == [("A", 100, 1, 60, 40), ("B <b>", 9, 1, 0, 9)]
    layer = made(actors, EventLook(afar="circles"), "lead_group = 'military'")
    assert [(f["events"], f["class_0"]) for f in layer.getFeatures()] == [(40, 40), (9, 9)]


def test_a_circle_has_the_colour_of_most_and_an_area_by_events(actors: ActorTable) -> None:
    shown = picture(made(actors, EventLook(afar="circles")))
    assert shown.at(1.0, 1.27) == JNIM  # over the number
    assert shown.at(3, 3) == STATE
    # areas 100 : 9 beside a smallest size of 1.2 mm, of 14 mm for 500 events: 6.92 and 2.92 mm wide
    image = shown.image
    blue = sum(
        image.pixelColor(x, y).name() == STATE for x in range(image.width()) for y in range(image.height())
    )
    inside = (
        29.2 - 2.5 - 1
    )  # pixels: less half of the white line of 0.25 mm and half a blended pixel on each side
    assert blue == pytest.approx(math.pi / 4 * inside**2, rel=0.08)


def test_a_pie_has_a_slice_for_each_class(actors: ActorTable) -> None:
    layer = made(actors, EventLook(afar="pies"))
    shown = picture(layer)
    assert {JNIM, STATE} <= shown.colours()
    labels = list(layer.diagramRenderer().diagramSettings()[0].categoryLabels)
    assert labels == ["JNIM (60)", "State forces (49)"]


def test_the_legend_has_classes_and_sizes(actors: ActorTable) -> None:
    layer = made(actors, EventLook(afar="circles"))
    told = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert set(told) == {"JNIM (60)", "State forces (49)", "Events at a place", "100", "10", "1"}


def test_sizes_of_the_key_are_round() -> None:
    assert key_sizes(566) == [500, 50, 5]
    assert key_sizes(30_191) == [20_000, 2_000, 200]
    assert key_sizes(14) == [10, 1]
    assert key_sizes(1) == [1]


def test_a_map_that_plays_over_time_does_not_show_it(actors: ActorTable) -> None:
    """It knows no days, and would show events of all years in every frame."""
    layer = made(actors, EventLook(afar="circles"))
    start = QDateTime(QDate(2023, 1, 1), QTime(0, 0))
    assert picture(layer, times=QgsDateTimeRange(start, start.addDays(31))).colours() == {"#ffffff"}


def test_it_takes_over_at_small_scales_and_gives_back(actors: ActorTable) -> None:
    events, look = layer_of("Point", FIELDS, []), EventLook(afar="circles", afar_scale=500_000)
    places = new_places_layer(events)
    share_scales(events, places, look)
    for scale, near in ((100_000, True), (499_000, True), (501_000, False), (9_000_000, False)):
        assert events.isInScaleRange(scale) == near
        assert places.isInScaleRange(scale) != near
    share_scales(events, None, look)
    assert events.isInScaleRange(9_000_000) and events.isInScaleRange(100)


def test_names_of_places_are_shown_and_never_computed(actors: ActorTable) -> None:
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    layer = made(actors, EventLook(afar="circles"))
    feature = next(one for one in layer.getFeatures() if one["events"] == 9)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "B &lt;b>" in tip and "<b>9</b> events" in tip
    assert "State forces: 9" in tip and "JNIM" not in tip


def test_nothing_asks_to_save_it(actors: ActorTable, tmp_path: Path) -> None:
    layer = made(actors, EventLook(afar="circles"))
    assert layer.customProperty("skipMemoryLayersCheck") == 1
    assert layer.readOnly()
