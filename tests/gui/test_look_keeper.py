# SPDX-License-Identifier: GPL-2.0-or-later
"""Legends and marks by place that follow what a layer shows, and styles of others that are left alone."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.event_look import EventLook
from flashpoints.plugin.gis.layer_look import is_as_made, look_of
from flashpoints.plugin.gui import tree
from flashpoints.plugin.gui.look_keeper import LookKeeper, places_layer_of
from flashpoints.plugin.gui.stores import add_store
from pictures import legend
from qgis.core import (
    QgsDateTimeRange,
    QgsPalLayerSettings,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtXml import QDomDocument

from .conftest import save_own_style, wait

HALF = "\"event_date\" >= '2022-07-01' AND \"event_date\" <= '2022-12-31'"


@pytest.fixture
def looks(plugin: Any) -> LookKeeper:
    """The plugin's own keeper."""
    return plugin.look_keeper


@pytest.fixture
def layer(looks: LookKeeper, store: Path, tmp_path: Path) -> QgsVectorLayer:
    """The sample's events with their own look, circles by place from afar."""
    own = Path(shutil.copy(store, tmp_path / "own.gpkg"))
    made = QgsVectorLayer(f"{own}|layername=events", "Events", "ogr")
    tree.add_events(made)
    show(looks, made, EventLook(afar="circles"))
    return made


def show(looks: LookKeeper, layer: QgsVectorLayer, look: EventLook) -> None:
    """Give a look, and wait until it is there."""
    done: list[str] = []
    looks.refreshed.connect(done.append)
    looks.apply(layer, look)
    assert wait(lambda: layer.id() in done)


def filtered(looks: LookKeeper, layer: QgsVectorLayer, subset: str) -> None:
    """Set a filter as anybody may, and wait until the look has followed."""
    done: list[str] = []
    looks.refreshed.connect(done.append)
    assert layer.setSubsetString(subset)
    assert wait(lambda: layer.id() in done)


def counts(layer: QgsVectorLayer, where: str = "1") -> dict[str, int]:
    """Events by type, by SQLite."""
    path = layer.source().split("|")[0]
    query = f"SELECT event_type, count(*) FROM events WHERE {where} GROUP BY 1"
    with sqlite3.connect(path) as connection:
        return dict(connection.execute(query).fetchall())


def test_the_legend_counts_what_the_filter_leaves(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    def battles() -> list[str]:
        return [
            text.replace("\u202f", "").replace(",", "")
            for text in legend(layer)
            if text.startswith("Battles")
        ]

    assert battles() == [f"Battles ({counts(layer)['Battles']})"]
    filtered(looks, layer, HALF)
    assert battles() == [f"Battles ({counts(layer, HALF)['Battles']})"]
    filtered(looks, layer, f"{HALF} AND event_type = 'Riots'")
    assert battles() == []  # no empty class
    assert is_as_made(layer)


def test_a_filter_leaves_labels_tips_and_times_of_the_users_own(
    looks: LookKeeper, layer: QgsVectorLayer
) -> None:
    labels = QgsPalLayerSettings()
    labels.fieldName = "location"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate("my own tip")
    layer.temporalProperties().setIsActive(False)
    filtered(looks, layer, HALF)
    show(looks, layer, EventLook(colour="family"))
    assert layer.labeling().settings().fieldName == "location" and layer.labelsEnabled()
    assert layer.mapTipTemplate() == "my own tip"
    assert not layer.temporalProperties().isActive()


@pytest.mark.parametrize("near", ["events", "offset"])
def test_what_is_unticked_in_the_legend_stays_so(looks: LookKeeper, layer: QgsVectorLayer, near: str) -> None:
    show(looks, layer, EventLook(near=near))

    def first() -> Any:
        renderer = layer.renderer()
        rules = renderer if near == "events" else renderer.embeddedRenderer()
        return rules.rootRule().children()[0].children()

    first()[1].setActive(False)
    filtered(looks, layer, HALF)
    assert [one.active() for one in first()][:3] == [True, False, True]


def test_the_places_follow_the_filter(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    places = places_layer_of(layer)
    assert places is not None

    def total() -> int:
        return sum(feature["events"] for feature in places.getFeatures())

    assert total() == sum(counts(layer).values()) == layer.featureCount()
    filtered(looks, layer, HALF)
    assert total() == sum(counts(layer, HALF).values()) == layer.featureCount()
    filtered(looks, layer, "event_type = 'no such type'")
    assert total() == 0


def test_circles_that_somebody_has_styled_stay_and_still_count(
    looks: LookKeeper, layer: QgsVectorLayer
) -> None:
    places = places_layer_of(layer)
    assert places is not None and is_as_made(places)
    places.setRenderer(QgsSingleSymbolRenderer.defaultRenderer(places.geometryType()))
    before = places.renderer().dump()
    filtered(looks, layer, HALF)
    assert places.renderer().dump() == before
    assert sum(feature["events"] for feature in places.getFeatures()) == sum(counts(layer, HALF).values())
    show(looks, layer, EventLook(afar="circles"))
    assert is_as_made(places)


def test_places_lie_under_their_events_and_stand_for_them_from_afar(layer: QgsVectorLayer) -> None:
    places = places_layer_of(layer)
    order = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert order == [layer, places]
    assert not layer.isInScaleRange(5_000_000) and places.isInScaleRange(5_000_000)
    assert layer.isInScaleRange(500_000) and not places.isInScaleRange(500_000)


def test_who_removes_the_places_sees_the_events_again(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    QgsProject.instance().removeMapLayer(places_layer_of(layer).id())
    assert layer.isInScaleRange(5_000_000)
    filtered(looks, layer, HALF)  # which does not bring them back
    assert places_layer_of(layer) is None and layer.isInScaleRange(5_000_000)


def test_places_go_with_their_events(layer: QgsVectorLayer) -> None:
    QgsProject.instance().removeMapLayer(layer.id())
    assert QgsProject.instance().mapLayers() == {}


def test_scales_set_by_hand_stay_where_there_are_no_places(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    show(looks, layer, EventLook())
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(250_000)
    filtered(looks, layer, HALF)
    assert layer.isInScaleRange(100_000) and not layer.isInScaleRange(500_000)
    show(looks, layer, EventLook(colour="family"))
    assert layer.isInScaleRange(100_000) and not layer.isInScaleRange(500_000)


@pytest.mark.parametrize("how", ["copied", "styled from a file", "style pasted"])
def test_another_layer_with_the_look_has_places_of_its_own(
    how: str, looks: LookKeeper, layer: QgsVectorLayer, tmp_path: Path
) -> None:
    """Else it would show nothing at all from afar."""
    style = str(tmp_path / "s.qml")
    layer.saveNamedStyle(style)
    other = layer.clone() if how == "copied" else QgsVectorLayer(layer.source(), "Other", "ogr")
    other.setSubsetString(HALF)
    QgsProject.instance().addMapLayer(other)
    if how == "styled from a file":
        assert other.loadNamedStyle(style)[1]
    elif how == "style pasted":
        document = QDomDocument()
        layer.exportNamedStyle(document)
        assert other.importNamedStyle(document)[0]
    assert wait(lambda: (own := places_layer_of(other)) is not None and own.featureCount() > 0)
    places = places_layer_of(other)
    assert places is not None and places is not places_layer_of(layer)
    assert places.isInScaleRange(5_000_000) and not other.isInScaleRange(5_000_000)
    assert sum(feature["events"] for feature in places.getFeatures()) == other.featureCount()
    assert places.renderer().type() == "categorizedSymbol" and is_as_made(places)


def test_without_places_every_scale_shows_the_events(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    show(looks, layer, EventLook())
    assert places_layer_of(layer) is None
    assert layer.isInScaleRange(5_000_000)


def test_the_map_is_drawn_again_only_where_colours_change(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    """The six with most events get their colours: other six, another map; else the legend alone is new."""

    def drawn_again(subset: str) -> int:
        done: list[str] = []
        drawn: list[int] = []
        looks.refreshed.connect(done.append)
        assert layer.setSubsetString(subset)
        layer.repaintRequested.connect(lambda: drawn.append(1))
        assert wait(lambda: layer.id() in done)
        layer.repaintRequested.disconnect()
        return len(drawn)

    russian = "Russian forces (Wagner)"
    assert not any(text.startswith(russian) for text in legend(layer))
    assert drawn_again(HALF) == 1
    assert any(text.startswith(russian) for text in legend(layer))
    assert drawn_again(f"{HALF} AND event_id <> 'none'") == 0
    assert drawn_again("event_id = 'none'") == 0  # nothing to draw
    assert drawn_again("event_type = 'Protests'") == 1  # all of them grey, which is no colour of nothing


def test_a_style_of_somebody_else_stays(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer.defaultRenderer(layer.geometryType()))
    before = layer.renderer().dump()
    filtered(looks, layer, HALF)
    assert layer.renderer().dump() == before
    show(looks, layer, EventLook(colour="family"))  # but for who asks for ours
    assert legend(layer)[0] == "Actors"


def test_a_map_that_plays_over_time_draws_the_events(looks: LookKeeper, layer: QgsVectorLayer) -> None:
    start = QDateTime(QDate(2022, 7, 1), QTime(0, 0))
    canvas = looks._canvas
    canvas.setTemporalRange(QgsDateTimeRange(start, start.addDays(31)))
    assert wait(lambda: layer.isInScaleRange(5_000_000))
    canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
    assert wait(lambda: not layer.isInScaleRange(5_000_000))


def test_a_keeper_that_comes_while_the_map_plays_brings_the_places_back(
    looks: LookKeeper, layer: QgsVectorLayer
) -> None:
    """As when the plugin is updated."""
    start = QDateTime(QDate(2022, 7, 1), QTime(0, 0))
    canvas = looks._canvas
    canvas.setTemporalRange(QgsDateTimeRange(start, start.addDays(31)))
    assert wait(lambda: layer.isInScaleRange(5_000_000))
    canvas.temporalRangeChanged.disconnect(looks._time_changed)  # gone
    later = LookKeeper(canvas)
    canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
    back = wait(lambda: not layer.isInScaleRange(5_000_000), 5_000)
    later.remove()
    canvas.temporalRangeChanged.connect(looks._time_changed)  # for the plugin, which lets go of it
    assert back


def test_a_project_saved_while_the_map_played_opens_with_its_places(
    looks: LookKeeper, layer: QgsVectorLayer, tmp_path: Path
) -> None:
    start = QDateTime(QDate(2022, 7, 1), QTime(0, 0))
    looks._canvas.setTemporalRange(QgsDateTimeRange(start, start.addDays(31)))
    assert wait(lambda: layer.isInScaleRange(5_000_000))
    path = str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    looks._canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
    assert QgsProject.instance().read(path)
    again = next(one for one in QgsProject.instance().mapLayers().values() if tree.kind(one) == "events")
    assert not again.isInScaleRange(5_000_000) and places_layer_of(again).isInScaleRange(5_000_000)


def test_a_project_that_is_opened_again_has_its_places(
    looks: LookKeeper, layer: QgsVectorLayer, tmp_path: Path
) -> None:
    filtered(looks, layer, HALF)
    expected = layer.featureCount()
    path = str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(path)
    again = next(one for one in QgsProject.instance().mapLayers().values() if tree.kind(one) == "events")
    assert look_of(again) == EventLook(afar="circles") and again.subsetString() == HALF
    places = places_layer_of(again)
    assert places is not None
    assert wait(lambda: sum(feature["events"] for feature in places.getFeatures()) == expected)
    assert not again.isInScaleRange(5_000_000) and places.isInScaleRange(5_000_000)
    assert [one for one in QgsProject.instance().mapLayers().values() if tree.kind(one) == "places"] == [
        places
    ]


def test_many_events_are_shown_by_place_at_once(
    plugin: Any, looks: LookKeeper, store: Path, open_dialog: Any, tmp_path: Path
) -> None:
    """8,144 events: no reader wants them all on a map of the country."""
    own = Path(shutil.copy(store, tmp_path / "own.gpkg"))
    save_own_style(own)
    host = open_dialog("load_events").host
    layer = add_store(host, own)
    places = places_layer_of(layer)
    assert places is not None and not layer.isInScaleRange(5_000_000)
    assert wait(lambda: places.featureCount() > 0)
    assert wait(lambda: look_of(layer) == EventLook(near="offset", afar="circles"))


def test_a_layer_of_no_events_is_said_in_the_log_and_nothing_else(looks: LookKeeper) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "towns", "memory")
    QgsProject.instance().addMapLayer(layer)
    before = layer.renderer().dump()
    looks.apply(layer, EventLook())
    assert layer.renderer().dump() == before
