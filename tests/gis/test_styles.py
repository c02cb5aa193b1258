# SPDX-License-Identifier: GPL-2.0-or-later
"""Events on the map: what is drawn where, and what the legend says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.event_look import EventLook
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis.styles import set_temporal, style_events
from pictures import Picture, layer_of, legend
from qgis.core import (
    QgsDateTimeRange,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

SETTLED = EventLook(provisional=False)
pytestmark = pytest.mark.usefixtures("qgis_app")

FIELDS = (
    "event_id:string", "event_date:date", "end_date:date", "event_type:string", "civilian_targeting:string",
    "lead_group:string", "actor1:string", "location:string", "fatalities:integer",
)  # fmt: skip
BATTLES, EXPLOSIONS, VAC = "Battles", "Explosions/Remote violence", "Violence against civilians"
JNIM, STATE, WAGNER, OTHER = "#d55e00", "#0072b2", "#000000", "#c8c8c8"


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


def event(x: float, y: float, **given: Any) -> tuple[str, list[Any]]:
    """An event at a place of the picture, a battle of JNIM without fatalities unless said otherwise."""
    values = {
        "event_id": "1",
        "event_date": QDate(2023, 1, 1),
        "event_type": BATTLES,
        "lead_group": "jnim",
        **given,
    }
    return f"POINT({x} {y})", [values.get(field.partition(":")[0]) for field in FIELDS]


def styled(actors: ActorTable, *rows: tuple[str, list[Any]], **options: Any) -> QgsVectorLayer:
    """A layer of events in the ordinary look, but for what `options` say; none is provisional unless they say so."""
    layer = layer_of("Point", FIELDS, rows)
    style_events(layer, actors, look=EventLook(**{"provisional": False, **options}), language="en")
    return layer


def on_disk(layer: QgsVectorLayer, path: Path) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "events"
    context = QgsProject.instance().transformContext()
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    assert error == QgsVectorFileWriter.WriterError.NoError
    written = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    assert written.isValid() and written.featureCount() == layer.featureCount()
    return written


@pytest.mark.parametrize(
    ("group", "by", "colour"),
    [
        ("jnim", "group", "#d55e00"),
        ("katiba_macina", "group", "#e69f00"),
        ("katiba_macina", "family", "#d55e00"),
        ("isgs", "group", "#cc79a7"),
        ("wagner", "group", WAGNER),
        ("military", "group", STATE),
        ("civilians", "group", OTHER),
        ("a group that the table does not know", "group", OTHER),
        (None, "group", OTHER),
    ],
)
def test_colour_is_that_of_the_lead_group(
    actors: ActorTable, group: str | None, by: str, colour: str
) -> None:
    table = {one.id: one.colour.lower() for one in (*actors.groups, *actors.families)}
    if group in table and by == "group":
        colour = table[group]  # an office may have changed the colours of its table
    layer = styled(actors, event(200, 200, lead_group=group, fatalities=15), colour=by)
    assert Picture([layer]).at(200, 200) == colour


# at 15 fatalities a mark is 3.8 mm wide, 38 pixels; where each glyph has its colour (1) and where it has not (0)
UP, DOWN, LEFT, RIGHT = (0, 0.38), (0, -0.38), (-0.38, 0), (0.38, 0)
CORNERS = [(sign * 0.38, other * 0.38) for sign in (-1, 1) for other in (-1, 1)]


@pytest.mark.parametrize(
    ("event_type", "inside", "outside"),
    [
        (BATTLES, [UP, DOWN, LEFT, RIGHT], CORNERS),
        (VAC, [UP, DOWN, LEFT, RIGHT, (0.25, 0.25), (-0.25, -0.25)], CORNERS),
        ("Strategic developments", [UP, DOWN, LEFT, RIGHT, *CORNERS], []),
        # five arms at 90, 18, -54 ... degrees, and between them at 54, -18, -90 ... degrees
        (
            EXPLOSIONS,
            [(0, 0.25), (-0.24, 0.08), (0.24, 0.08), (0.15, -0.2), (-0.15, -0.2)],
            [(0.21, 0.29), (-0.21, 0.29), (0.34, -0.11), (-0.34, -0.11), (0, -0.36)],
        ),
        ("Protests", [(0, 0.3), (-0.3, -0.2), (0.3, -0.2)], [(-0.3, 0.3), (0.3, 0.3), (0, -0.42)]),
        ("Riots", [(0, -0.3), (-0.3, 0.2), (0.3, 0.2)], [(-0.3, -0.3), (0.3, -0.3), (0, 0.42)]),
        ("A type of an old file", [UP, DOWN, LEFT, RIGHT, (0.25, 0.25)], CORNERS),
    ],
)
def test_glyph_is_that_of_the_event_type(
    actors: ActorTable, event_type: str, inside: list[Any], outside: list[Any]
) -> None:
    scales = {"Battles": 1.25, EXPLOSIONS: 1.25, "Protests": 1.2, "Riots": 1.2, "Strategic developments": 0.9}
    width = 38 * scales.get(event_type, 1)
    picture = Picture([styled(actors, event(200, 200, event_type=event_type, fatalities=15))])
    for x, y in inside:
        assert picture.at(200 + x * width, 200 + y * width) == JNIM, (x, y)
    for x, y in outside:
        assert picture.at(200 + x * width, 200 + y * width) != JNIM, (x, y)


@pytest.mark.parametrize(
    ("fatalities", "millimetres"), [(None, 1.8), (0, 1.8), (3, 2.8), (15, 3.8), (9999, 6.0)]
)
def test_size_grows_slowly_with_fatalities(
    actors: ActorTable, fatalities: int | None, millimetres: float
) -> None:
    picture = Picture([styled(actors, event(200, 200, event_type=VAC, fatalities=fatalities))])
    edge = 2 * (1 + 1)  # on each side half of the white edge of 0.2 mm, and a blended pixel
    assert picture.run(200, 200, JNIM) == pytest.approx(millimetres * 10 - edge, abs=1)


@pytest.mark.parametrize(
    ("targeting", "ring"), [("Civilian targeting", True), ("", False), (" ", False), (None, False)]
)
def test_ring_where_civilians_were_targeted(actors: ActorTable, targeting: str | None, ring: bool) -> None:
    picture = Picture([styled(actors, event(200, 200, civilian_targeting=targeting, fatalities=15))])
    radius = (3.8 * 1.25 + 1.1) * 10 / 2
    found = [picture.at(200 + radius * x, 200 + radius * y) for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0))]
    assert found == [JNIM if ring else "#ffffff"] * 4


@pytest.mark.parametrize("small", [0, None])
@pytest.mark.parametrize("first", ["small", "large"])
def test_large_marks_are_drawn_first(
    actors: ActorTable, small: int | None, first: str, tmp_path: Path
) -> None:
    marks = [
        event(200, 200, event_type=VAC, lead_group="military", fatalities=small),
        event(200, 200, event_type=VAC, lead_group="jnim", fatalities=500),
    ]
    memory = styled(actors, *(marks if first == "small" else reversed(marks)))
    stored = on_disk(memory, tmp_path / "events.gpkg")
    style_events(stored, actors, look=SETTLED, language="en")
    for layer in (memory, stored):
        picture = Picture([layer])
        assert picture.at(200, 200) == STATE
        assert picture.at(200, 218) == JNIM


def test_of_equal_marks_the_latest_lies_on_top(actors: ActorTable) -> None:
    days = [(3, "wagner"), (9, "military"), (1, "jnim")]
    for turn in range(3):
        rows = [event(200, 200, event_date=QDate(2023, 1, day), lead_group=group) for day, group in days]
        assert Picture([styled(actors, *rows[turn:], *rows[:turn])]).at(200, 200) == STATE


def test_legend_lists_what_occurs_with_counts(actors: ActorTable) -> None:
    groups = ["jnim"] * 3 + [
        "katiba_macina",
        "wagner",
        "military",
        "police",
        "civilians",
        "nobody knows",
        None,
    ]
    rows = [event(10 * i, 10, lead_group=group) for i, group in enumerate(groups)]
    rows.append(event(200, 10, event_type=VAC, civilian_targeting="Civilian targeting", fatalities=12))
    assert legend(styled(actors, *rows)) == [
        "Lead group", "JNIM (4)", "Katiba Macina (FLM) (1)", "Russian forces (Wagner) (1)", "State forces (2)",
        "Others (3)", "Event type", "Battles (10)", "Violence against civilians (1)", "Ring: civilians targeted (1)",
        "Reported fatalities", "none or unknown", "10",
    ]  # fmt: skip


def test_legend_by_family_and_in_french(actors: ActorTable) -> None:
    rows = [
        event(10 * i, 10, lead_group=one)
        for i, one in enumerate(("jnim", "isgs", "cma", "gatia", "protesters"))
    ]
    layer = layer_of("Point", FIELDS, rows)
    style_events(layer, actors, look=EventLook(colour="family", provisional=False), language="fr_FR")
    assert legend(layer)[1:4] == [
        "Groupes islamistes militants (2)", "Mouvements de l’Azawad, Groupes de la Plateforme (2)", "Autres (1)",
    ]  # fmt: skip
    assert legend(layer)[5] == "Combats (5)"


def test_many_groups_of_one_colour_have_one_entry(actors: ActorTable) -> None:
    rest = ("aqim", "mujao", "boko_haram")
    entries = legend(styled(actors, *(event(10 * i, 10, lead_group=one) for i, one in enumerate(rest))))
    assert entries[1] == "Other militant Islamist groups (3)"
    entries = legend(styled(actors, *(event(10 * i, 10, lead_group=one) for i, one in enumerate(rest[:2]))))
    assert entries[1] in ("AQIM, MUJAO (2)", "MUJAO, AQIM (2)")


def test_counts_follow_the_filter_and_not_the_selected_events(actors: ActorTable, tmp_path: Path) -> None:
    rows = [event(10 * i, 10, lead_group=one) for i, one in enumerate(("jnim", "jnim", "wagner"))]
    layer = on_disk(layer_of("Point", FIELDS, rows), tmp_path / "events.gpkg")
    layer.setSubsetString("lead_group = 'jnim'")
    layer.selectByIds([next(layer.getFeatures()).id()])
    style_events(layer, actors, look=SETTLED, language="en")
    assert legend(layer)[1:3] == ["JNIM (2)", "Event type"]


def test_an_empty_layer_has_no_legend(actors: ActorTable) -> None:
    layer = styled(actors)
    assert legend(layer) == []
    assert Picture([layer]).errors == []


def test_the_key_draws_nothing_on_the_map(actors: ActorTable) -> None:
    layer = styled(actors, event(200, 200, civilian_targeting="Civilian targeting", fatalities=200))
    renderer = layer.renderer().clone()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    renderer.rootRule().removeChildAt(0)  # the rules that draw
    layer.setRenderer(renderer)
    assert Picture([layer]).colours() == {"#ffffff"}


def test_unchecking_a_group_hides_its_events_only(actors: ActorTable) -> None:
    layer = styled(
        actors, event(100, 200, fatalities=15), event(300, 200, lead_group="wagner", fatalities=15)
    )
    layer.renderer().rootRule().children()[0].children()[0].setActive(False)
    picture = Picture([layer])
    assert (picture.at(100, 200), picture.at(300, 200)) == ("#ffffff", WAGNER)


def times(start: QDate, end: QDate) -> QgsDateTimeRange:
    def moment(day: QDate, time: QTime) -> QDateTime:
        return QDateTime(day, time, Qt.TimeSpec.UTC)

    return QgsDateTimeRange(moment(start, QTime(0, 0)), moment(end, QTime(0, 0)), True, False)


@pytest.mark.parametrize("stored", [False, True])
@pytest.mark.parametrize("with_end", [False, True])
def test_the_temporal_controller_plays_the_events(
    actors: ActorTable, stored: bool, with_end: bool, tmp_path: Path
) -> None:
    january, march, april = QDate(2023, 1, 1), QDate(2023, 3, 1), QDate(2023, 4, 1)
    layer = styled(
        actors,
        event(100, 200, event_date=january, end_date=QDate(2023, 3, 15) if with_end else None, fatalities=15),
        event(300, 200, event_date=march, lead_group="wagner", fatalities=15),
    )
    if stored:
        layer = on_disk(layer, tmp_path / "events.gpkg")
        style_events(layer, actors, look=SETTLED)
    assert isinstance(layer.temporalProperties(), QgsVectorLayerTemporalProperties)
    assert layer.temporalProperties().isActive()

    def seen(start: QDate, end: QDate) -> list[bool]:
        picture = Picture([layer], times=times(start, end))
        return [picture.at(x, 200) != "#ffffff" for x in (100, 300)]

    assert seen(january, QDate(2023, 1, 2)) == [True, False]
    assert seen(march, april) == [with_end, True]  # the month holds its first day
    assert seen(QDate(2023, 2, 1), march) == [with_end, False]  # and not the first day of the next
    assert seen(april, QDate(2023, 5, 1)) == [False, False]
    everything = Picture([layer])
    assert everything.at(100, 200) == JNIM and everything.at(300, 200) == WAGNER


def test_a_style_from_a_file_needs_only_its_times_again(actors: ActorTable, tmp_path: Path) -> None:
    layer = styled(actors, event(100, 200, fatalities=15), event(300, 200, event_type=VAC, fatalities=100))
    before = Picture([layer])
    style = tmp_path / "style.qml"
    layer.saveNamedStyle(str(style))
    again = on_disk(layer, tmp_path / "events.gpkg")
    assert again.loadNamedStyle(str(style))[1]
    set_temporal(again)
    assert Picture([again]).image == before.image
    assert legend(again) == legend(layer)
    assert again.fields().field("event_date").alias() == "Date"
    assert again.temporalProperties().isActive()


def test_wrong_choices_are_refused_in_words(actors: ActorTable, tmp_path: Path) -> None:
    layer = layer_of("Point", FIELDS, [event(1, 1)])
    table = tmp_path / "categories.csv"
    table.write_text(
        "event_type,label,label_fr,glyph,scale,violent,colour\nBattles,B,B,heart,1,1,#000000\n",
        encoding="utf-8",
    )
    with pytest.raises(FlashpointsError, match="no glyph heart"):
        style_events(layer, actors, categories_csv=table)
