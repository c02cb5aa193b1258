# SPDX-License-Identifier: GPL-2.0-or-later
"""The looks of events beyond the ordinary one, and how a layer remembers its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.event_look import EventLook
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis.event_tally import EventCounter
from flashpoints.plugin.gis.layer_look import MADE, is_as_made, keep_look, look_of
from flashpoints.plugin.gis.look_classes import chosen_classes, offered_classes
from flashpoints.plugin.gis.styles_events import look_tables, style_events
from pictures import Picture, layer_of, legend
from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemLegend,
    QgsMarkerSymbol,
    QgsPointClusterRenderer,
    QgsPointDisplacementRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtGui import QColor

pytestmark = pytest.mark.usefixtures("qgis_app")

FIELDS = (
    "event_id:string", "event_date:date", "event_type:string", "civilian_targeting:string", "lead_group:string",
    "fatalities:integer",
)  # fmt: skip
BATTLES, VAC = "Battles", "Violence against civilians"
SETTLED = EventLook(provisional=False)


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


def event(x: float, y: float, **given: Any) -> tuple[str, list[Any]]:
    """A battle of JNIM in January unless said otherwise."""
    values = {
        "event_id": f"{x},{y}", "event_date": QDate(2023, 1, 1), "event_type": BATTLES, "lead_group": "jnim", **given
    }  # fmt: skip
    return f"POINT({x} {y})", [values.get(field.partition(":")[0]) for field in FIELDS]


def styled(actors: ActorTable, look: EventLook, *rows: tuple[str, list[Any]]) -> QgsVectorLayer:
    layer = layer_of("Point", FIELDS, rows)
    style_events(layer, actors, look=look, language="en")
    return layer


EIGHT = ("jnim", "katiba_macina", "isgs", "ansaroul_islam", "wagner", "military", "minusma", "dozo")


def eight_groups() -> list[tuple[str, list[Any]]]:
    """Eight groups of as many colours: the first has 8 events, the next 7 ..."""
    return [
        event(10 * place, 10 * index + 5, lead_group=group)
        for index, group in enumerate(EIGHT)
        for place in range(8 - index)
    ]


def test_six_colours_and_the_rest_in_grey(actors: ActorTable) -> None:
    told = legend(styled(actors, SETTLED, *eight_groups()))
    assert told[1:8] == [
        "JNIM (8)", "Katiba Macina (FLM) (7)", "Islamic State in the Sahel (ISGS, ISSP) (6)", "Ansaroul Islam (5)",
        "Russian forces (Wagner) (4)", "State forces (3)", "Others (3)",
    ]  # fmt: skip


def test_an_office_chooses_which_have_their_colour(actors: ActorTable) -> None:
    layer = styled(actors, EventLook(provisional=False, shown=("minusma", "dozo")), *eight_groups())
    assert legend(layer)[1:4] == ["International forces (2)", "Communal militias (1)", "Others (33)"]
    picture = Picture(
        [styled(actors, EventLook(provisional=False, shown=("dozo",)), event(200, 200, fatalities=15))]
    )
    assert picture.at(200, 200) == actors.family("other").colour.lower()


def test_a_group_keeps_its_colour_whatever_else_is_there(actors: ActorTable) -> None:
    tables = look_tables(actors)
    few = EventCounter.of(styled(actors, SETTLED, event(1, 1, lead_group="isgs"))).count()
    many = EventCounter.of(styled(actors, SETTLED, *eight_groups())).count()
    colours = [
        {one.id: one.colour for one in chosen_classes(offered_classes("group", tables, tally), SETTLED)}
        for tally in (few, many)
    ]
    assert colours[0]["isgs"] == colours[1]["isgs"] == "#CC79A7"


def test_colour_by_event_type(actors: ActorTable) -> None:
    rows = [event(100, 200, fatalities=15), event(300, 200, event_type=VAC, fatalities=15)]
    layer = styled(actors, EventLook(colour="event_type", provisional=False), *rows)
    picture = Picture([layer])
    assert (picture.at(100, 200), picture.at(300, 200)) == ("#0072b2", "#d55e00")
    assert picture.at(114, 214) == "#ffffff"  # outside the diamond, inside a circle
    told = legend(layer)
    assert told[:3] == ["Event type", "Battles (1)", "Violence against civilians (1)"]
    assert not [text for text in told[3:] if text.startswith("Battles")]  # said once


def test_marks_can_be_plain(actors: ActorTable) -> None:
    look = EventLook(glyphs=False, sizes=False, rings=False, provisional=False)
    layer = styled(actors, look, event(200, 200, fatalities=500, civilian_targeting="Civilian targeting"))
    picture = Picture([layer])
    assert picture.run(200, 200, "#d55e00") == pytest.approx(18 - 4, abs=1)  # 1.8 mm less the white edge
    assert legend(layer) == ["Lead group", "JNIM (1)"]


def test_events_of_the_last_eight_weeks_are_open(actors: ActorTable) -> None:
    days = {100: QDate(2023, 5, 5), 200: QDate(2023, 5, 6), 300: QDate(2023, 6, 30)}  # 8 weeks: since 6 May
    rows = [event(x, 200, event_date=day, fatalities=15, event_type=VAC) for x, day in days.items()]
    layer = styled(actors, EventLook(), *rows)
    picture = Picture([layer])
    assert [picture.at(x, 200) for x in days] == ["#d55e00", "#ffffff", "#ffffff"]
    assert picture.run(200, 200, "#ffffff") == pytest.approx(38 - 4, abs=2)  # inside a line of its colour
    assert "Open: provisional, since 6 May 2023 (2)" in legend(layer)
    layer.setSubsetString("\"event_date\" < '2023-06-01'")
    style_events(layer, actors, language="en")
    told = [text for text in legend(layer) if text.startswith("Open")]
    assert told == ["Open: provisional, since 6 May 2023 (1)"]  # the file's last day, not the filter's


def test_dates_as_text_are_open_too(actors: ActorTable) -> None:
    fields = ("event_id:string", "event_date:string", "event_type:string", "lead_group:string")
    rows = [
        (f"POINT({x} 200)", [str(x), day, VAC, "jnim"])
        for x, day in ((100, "2023-01-01"), (300, "2023-06-30"))
    ]
    layer = layer_of("Point", fields, rows)
    style_events(layer, actors, language="en")
    picture = Picture([layer])
    assert (picture.at(100, 200), picture.at(300, 200)) == ("#d55e00", "#ffffff")


def test_events_of_one_place_are_set_round_it(actors: ActorTable) -> None:
    groups = ("jnim", "military", "wagner", "isgs")
    layer = styled(
        actors,
        EventLook(near="offset", provisional=False),
        *(event(200, 200, lead_group=group, event_type=VAC, fatalities=15) for group in groups),
    )
    assert isinstance(layer.renderer(), QgsPointDisplacementRenderer)
    colours = Picture([layer]).colours()
    assert {actors.group(group).colour.lower() for group in groups} <= colours
    assert legend(layer)[0] == "Lead group" and len(legend(layer)) > 6
    on_top = styled(actors, SETTLED, *(event(200, 200, lead_group=group, event_type=VAC) for group in groups))
    assert not {actors.group(group).colour.lower() for group in groups} <= Picture([on_top]).colours()


def test_events_of_one_place_are_one_mark_with_their_number(actors: ActorTable) -> None:
    layer = styled(
        actors,
        EventLook(near="cluster", provisional=False),
        *(event(100, 200) for _ in range(40)),
        event(300, 200, event_type=VAC, fatalities=15),
    )
    assert isinstance(layer.renderer(), QgsPointClusterRenderer)
    picture = Picture([layer])
    assert picture.at(100 - 20, 200) == "#4a4a4a"
    assert picture.at(300, 200) == "#d55e00"  # alone: its own mark


def test_a_layer_without_some_columns_looks_by_what_it_has(actors: ActorTable) -> None:
    fields = ("event_id:string", "event_date:date", "event_type:string")
    layer = layer_of("Point", fields, [("POINT(200 200)", ["1", QDate(2023, 1, 1), VAC])])
    style_events(layer, actors, look=SETTLED, language="en")
    assert Picture([layer]).at(200, 200) == "#d55e00"
    assert legend(layer) == ["Event type", "Violence against civilians (1)"]
    look = look_of(layer)
    assert look is not None and (look.colour, look.sizes, look.rings) == ("event_type", False, False)


@pytest.mark.parametrize("near", ["events", "offset", "cluster"])
@pytest.mark.parametrize("colour", ["group", "event_type"])
def test_a_layer_knows_whether_its_style_is_ours(
    actors: ActorTable, near: str, colour: str, tmp_path: Path
) -> None:
    layer = styled(
        actors, EventLook(near=near, colour=colour), event(100, 100), event(200, 200, event_type=VAC)
    )
    assert is_as_made(layer)
    layer.saveNamedStyle(str(tmp_path / "s.qml"))
    again = layer_of("Point", FIELDS, [event(100, 100)])
    assert look_of(again) is None and not is_as_made(again)
    again.loadNamedStyle(str(tmp_path / "s.qml"))
    assert look_of(again) == look_of(layer) and is_as_made(again)
    renderer = again.renderer().clone()
    rules = renderer if near == "events" else renderer.embeddedRenderer().clone()
    rules.rootRule().children()[0].children()[0].symbol().setOpacity(0.5)
    if near != "events":
        renderer.setEmbeddedRenderer(rules)
    again.setRenderer(renderer if near != "events" else rules)
    assert not is_as_made(again)
    assert look_of(again) == look_of(layer)


def drawn_at_one_place() -> QgsPointDisplacementRenderer:
    """A rule and its mark, set round the place: what the plugin makes, in small, with an expression in it."""
    mark = QgsMarkerSymbol.createSimple(
        {"name": "square", "color": "213,94,0,255", "outline_color": "34,34,34,255", "outline_width": "0.2",
         "size": "2.4"}
    )  # fmt: skip
    mark.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression('"fatalities" + 1')
    )
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(mark, 0, 0, "\"event_type\" = 'Battles'", "Battles (3)"))
    renderer = QgsPointDisplacementRenderer()
    renderer.setEmbeddedRenderer(QgsRuleBasedRenderer(root))
    renderer.setCenterSymbol(QgsMarkerSymbol.createSimple({"name": "circle", "color": "1,2,3,255"}))
    renderer.setCircleColor(QColor(4, 5, 6))
    return renderer


def test_a_style_is_known_as_ours_by_every_version_of_qgis(actors: ActorTable) -> None:
    """A store goes from one office to another. The text is what QGIS 3.22 makes of this renderer."""
    layer = styled(actors, SETTLED, event(0, 0))
    layer.setRenderer(drawn_at_one_place())
    layer.setCustomProperty(MADE, "4a2fc1bb18251aa3219a285c")
    assert is_as_made(layer)


def change(renderer: QgsPointDisplacementRenderer, what: str) -> None:
    """One thing that a user may do to a style by hand."""
    rule = renderer.embeddedRenderer().rootRule().children()[0]
    mark = rule.symbol().symbolLayer(0)
    if what == "colour":
        mark.setColor(QColor("#010101"))
    elif what == "size":
        mark.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, QgsProperty())
    elif what == "shape":
        mark.setShape(QgsSimpleMarkerSymbolLayerBase.Shape.Star)
    elif what == "rule":
        rule.setFilterExpression("\"event_type\" = 'Riots'")
    elif what == "rings":
        renderer.setPlacement(QgsPointDisplacementRenderer.Placement.Grid)
    elif what == "opacity":
        rule.symbol().setOpacity(0.5)


@pytest.mark.parametrize("what", ["nothing", "colour", "size", "shape", "rule", "rings", "opacity"])
def test_what_is_changed_by_hand_is_noticed(actors: ActorTable, what: str) -> None:
    layer = styled(actors, SETTLED, event(0, 0))
    layer.setRenderer(drawn_at_one_place())
    keep_look(layer, SETTLED)
    edited = layer.renderer().clone()
    change(edited, what)
    layer.setRenderer(edited)
    assert is_as_made(layer) is (what == "nothing")


def test_a_renamed_legend_entry_is_not_lost_as_a_change_of_the_look(actors: ActorTable) -> None:
    """Counts in labels change with every filter, so labels alone say nothing about who made the style."""
    layer = styled(actors, SETTLED, event(100, 100))
    layer.renderer().rootRule().children()[0].children()[0].setLabel("ours (3)")
    assert is_as_made(layer)


def test_the_look_is_saved_with_the_project(actors: ActorTable, tmp_path: Path) -> None:
    project = QgsProject()
    layer = styled(actors, EventLook(near="offset", shown=("jnim",)), event(100, 100))
    project.addMapLayer(layer)
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    (read,) = again.mapLayers().values()
    assert look_of(read) == EventLook(near="offset", shown=("jnim",))
    assert is_as_made(read)


@pytest.mark.parametrize("near", ["events", "offset", "cluster"])
def test_the_legend_of_a_layout_has_the_counts(actors: ActorTable, near: str) -> None:
    project = QgsProject()
    rows = [event(100, 200, fatalities=15), event(300, 200, event_type=VAC)]
    layer = styled(actors, EventLook(near=near, provisional=False), *rows)
    project.addMapLayer(layer)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(item)
    model = item.model()
    found = model.layerLegendNodes(model.rootGroup().findLayer(layer.id()))
    entries = {node.data(Qt.ItemDataRole.DisplayRole) for node in found}
    assert {"JNIM (2)", "Battles (1)", "Violence against civilians (1)", "none or unknown", "10"} <= entries


def test_a_legend_of_what_the_map_shows_keeps_the_key_of_its_events(actors: ActorTable) -> None:
    """QGIS asks the renderer which entries an event stands for, and leaves out the entries of no event."""
    rows = [
        event(100, 200, fatalities=15),
        event(300, 200, event_type=VAC, civilian_targeting="Civilian targeting"),
    ]
    layer = styled(actors, SETTLED, *rows)
    renderer, context = layer.renderer(), QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    renderer.startRender(context, layer.fields())
    told = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        told.append({labels.get(key, "") for key in renderer.legendKeysForFeature(feature, context)})
    renderer.stopRender(context)
    assert {"JNIM (2)", "Battles (1)", "10"} <= told[0]
    assert {
        "JNIM (2)",
        "Violence against civilians (1)",
        "Ring: civilians targeted (1)",
        "none or unknown",
    } <= told[1]
    assert not {"Violence against civilians (1)", "none or unknown"} & told[0]
