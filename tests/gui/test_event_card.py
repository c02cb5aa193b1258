# SPDX-License-Identifier: GPL-2.0-or-later
"""The event card: a click on the map finds the events there, as the map shows them, and the card shows them whole."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from event_files import row, write
from flashpoints.plugin.core.rulings import Ruling
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gis.algorithm import load_actors
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gis.styles import style_events
from flashpoints.plugin.gis.styles_together import offset
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QDate, QDateTime, QEvent, QPoint, Qt, QTime, QUrl
from qgis.PyQt.QtWidgets import QApplication

from .conftest import click, wait

MOPTI = ("Mopti", "14.4843", "-4.1833")
HOSTILE = '<script>x</script> <img src="http://example.org/a.png"> [% @project_path %] &amp; نص'


@pytest.fixture
def store_of(tmp_path: Path, qgis_app: object) -> Callable[..., QgsVectorLayer]:
    """A store of rows, as a styled layer of the project."""

    def go(rows: list[dict[str, str]], name: str = "a") -> QgsVectorLayer:
        path = tmp_path / f"{name}.gpkg"
        import_events(write(tmp_path / f"{name}.csv", rows), path, load_actors())
        layer = QgsVectorLayer(f"{path}|layername=events", name, "ogr")
        style_events(layer, load_actors())
        QgsProject.instance().addMapLayer(layer)
        return layer

    return go


def at_mopti(count: int, **changes: str) -> list[dict[str, str]]:
    """Events of one day after the other at one place, and one elsewhere."""
    place, latitude, longitude = MOPTI
    rows = [
        row(
            n,
            event_date=f"2023-01-{n:02d}",
            location=place,
            latitude=latitude,
            longitude=longitude,
            **changes,
        )
        for n in range(1, count + 1)
    ]
    return [*rows, row(99, event_date="2023-02-01", location="Far", latitude="12.0", longitude="-8.0")]


@pytest.fixture
def card(open_dialog: Any, qgis_canvas: Any) -> Any:
    """The panel, opened by its button, on a map of some hundred kilometres round Mopti."""
    settings = qgis_canvas.mapSettings()
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    qgis_canvas.resize(800, 600)
    qgis_canvas.setExtent(QgsRectangle(-5.5, 13.5, -3.0, 15.4))
    assert settings is not None
    dialog = open_dialog("event_card")
    yield dialog
    qgis_canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
    dialog.close()


def click_map(card: Any, longitude: float, latitude: float) -> None:
    """Press and let go of the left button at a place of the map."""
    canvas = card.host.canvas
    pixel = canvas.getCoordinateTransform().transform(longitude, latitude)
    event = QgsMapMouseEvent(
        canvas, QEvent.Type.MouseButtonRelease, QPoint(round(pixel.x()), round(pixel.y())),
        Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    canvas.mapTool().canvasReleaseEvent(event)


def shown(card: Any) -> str:
    return card.page.browser.toPlainText()


def test_all_events_of_a_place_newest_first(card: Any, store_of: Callable) -> None:
    store_of(at_mopti(14))
    click_map(card, -4.1833, 14.4843)
    assert card.page.titleLabel.text() == "14 events at Mopti: 1 of 14"
    assert "14 January 2023" in shown(card)
    assert card.page.olderButton.isVisibleTo(card) and not card.page.newerButton.isEnabled()
    click(card.page.olderButton)
    assert card.page.titleLabel.text() == "14 events at Mopti: 2 of 14" and "13 January 2023" in shown(card)
    for _ in range(20):
        click(card.page.olderButton)
    assert card.page.titleLabel.text() == "14 events at Mopti: 14 of 14" and "1 January 2023" in shown(card)
    assert not card.page.olderButton.isEnabled()
    click_map(card, -4.3, 14.9)
    assert card.page.titleLabel.text() == "" and "No event here" in shown(card)
    assert not card.page.copyButton.isEnabled()


def test_a_click_beside_the_place_finds_it(card: Any, store_of: Callable) -> None:
    """Marks may stand beside their point: within about 5 mm the nearest place answers."""
    store_of(at_mopti(2))
    per_millimetre = card.host.canvas.mapUnitsPerPixel() * card.host.canvas.mapSettings().outputDpi() / 25.4
    click_map(card, -4.1833 + 3 * per_millimetre, 14.4843)
    assert len(card.found) == 2
    click_map(card, -4.1833 + 9 * per_millimetre, 14.4843)
    assert card.found == []


def test_the_card_follows_a_filter(card: Any, store_of: Callable) -> None:
    """The event that is read stays while it shows; one that a filter hides is gone, and comes back with it."""
    layer = store_of(at_mopti(6))
    click_map(card, -4.1833, 14.4843)
    click(card.page.olderButton)
    layer.setSubsetString("\"event_date\" < '2023-01-06'")
    assert card.page.titleLabel.text() == "5 events at Mopti: 1 of 5" and "5 January 2023" in shown(card)
    layer.setSubsetString("\"event_date\" > '2023-01-31'")
    assert card.page.titleLabel.text() == "" and "No event here" in shown(card)
    layer.setSubsetString("")
    assert card.page.titleLabel.text() == "6 events at Mopti: 1 of 6"
    card.close()
    layer.setSubsetString("\"event_date\" < '2023-01-03'")  # nobody looks any more
    assert card.found == []


def test_filter_legend_and_time_hold(card: Any, store_of: Callable) -> None:
    rows = at_mopti(6)
    for one in rows[:2]:
        one["event_type"], one["sub_event_type"] = "Protests", "Peaceful protest"
    layer = store_of(rows)
    layer.setSubsetString("\"event_date\" <> '2023-01-06'")
    click_map(card, -4.1833, 14.4843)
    assert [one.day for one in card.found] == [f"2023-01-0{n}" for n in (5, 4, 3, 2, 1)]
    january = QgsDateTimeRange(
        QDateTime(QDate(2023, 1, 2), QTime(0, 0)), QDateTime(QDate(2023, 1, 3), QTime(0, 0))
    )
    card.host.canvas.setTemporalRange(january)
    click_map(card, -4.1833, 14.4843)
    assert [one.day for one in card.found] == ["2023-01-03", "2023-01-02"]
    card.host.canvas.setTemporalRange(QgsDateTimeRange(QDateTime(), QDateTime()))
    for rule in layer.renderer().rootRule().children():
        rule.setActive(False)
    click_map(card, -4.1833, 14.4843)
    assert card.found == []
    QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    click_map(card, -4.1833, 14.4843)
    assert "No layer of events is switched on" in shown(card)


def test_hostile_text_is_shown_and_nothing_is_loaded(
    card: Any, store_of: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = "word " * 4000
    store_of(at_mopti(1, actor1=HOSTILE, notes=notes + HOSTILE, source=HOSTILE))
    asked = []
    own = type(card.page.browser).loadResource
    monkeypatch.setattr(
        type(card.page.browser), "loadResource",
        lambda self, kind, name: asked.append(name.toString()) or own(self, kind, name),
    )  # fmt: skip
    click_map(card, -4.1833, 14.4843)
    QApplication.processEvents()
    text = shown(card)
    assert text.count(HOSTILE) == 3
    assert len(text) > 20_000
    assert set(asked) <= {"card:mark"}
    click(card.page.copyButton)
    assert HOSTILE in QApplication.clipboard().text()


def test_missing_columns_and_empty_cells_leave_their_lines_out(card: Any) -> None:
    fields = "field=event_id:string&field=event_date:string&field=event_type:string&field=notes:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:3857&{fields}", "by hand", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["X1", "2023-01-05", "Battles", None])
    centre = QgsGeometry.fromPointXY(QgsPointXY(-465_682.8, 1_630_150.6))  # -4.1833, 14.4843
    feature.setGeometry(centre)
    assert layer.dataProvider().addFeatures([feature])[0]
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    click_map(card, -4.1833, 14.4843)
    lines = [line for line in shown(card).splitlines() if line.strip("\ufffc\xa0 ")]
    assert [line.strip("\ufffc\xa0 ") for line in lines] == ["Battles", "When", "5 January 2023", "X1"]
    assert card.page.titleLabel.text() == "1 event at this place"
    layer.startEditing()
    assert layer.changeAttributeValue(next(layer.getFeatures()).id(), 3, "Edited, not saved")
    click_map(card, -4.1833, 14.4843)
    assert "Edited, not saved" in shown(card)
    layer.rollBack()


def test_a_ruling_in_force_is_on_the_card(card: Any, store_of: Callable) -> None:
    layer = store_of(at_mopti(1))
    path = Path(layer.source().split("|")[0])
    event = next(f for f in layer.getFeatures() if f["location"] == "Mopti")["event_id"]
    rulings.add(path, Ruling(event, "location", "Sevare", "The report names the camp", "A. Analyst"))
    click_map(card, -4.1833, 14.4843)
    text = shown(card)
    assert "Name of the place: “Sevare” holds, the source has “Mopti”" in text
    assert "The report names the camp" in text and "A. Analyst" in text
    with opened(path) as connection:
        connection.execute("UPDATE rulings SET withdrawn_at = '2024-01-01T00:00:00+00:00'")
    card._show(again=True)
    assert "Corrected" not in shown(card)


def test_correct_opens_the_dialog_with_the_event(card: Any, plugin: Any, store_of: Callable) -> None:
    store_of(at_mopti(3))
    click_map(card, -4.1833, 14.4843)
    click(card.page.olderButton)
    wanted = str(card.current()[1]["event_id"])
    click(card.page.correctButton)
    dialog = plugin.dialogs["ruling"]
    assert wait(lambda: dialog.facts is not None)
    assert dialog.facts.chosen.event_id == wanted
    dialog.close()


def test_zoom_comes_near_and_never_goes_away(card: Any, store_of: Callable) -> None:
    store_of(at_mopti(1))
    canvas = card.host.canvas
    click_map(card, -4.1833, 14.4843)
    click(card.page.zoomButton)
    assert canvas.scale() == pytest.approx(100_000, rel=0.01)
    assert canvas.extent().center().x() == pytest.approx(-4.1833, abs=0.001)
    canvas.zoomScale(20_000)
    click(card.page.zoomButton)
    assert canvas.scale() == pytest.approx(20_000, rel=0.01)


def test_button_and_tool_go_together(card: Any, plugin: Any) -> None:
    action = next(one for one in plugin.actions if one.objectName() == "flashpoints_event_card")
    assert action.isChecked() and card.host.canvas.mapTool() is card.tool
    card.close()
    assert not action.isChecked() and card.host.canvas.mapTool() is not card.tool
    click(plugin.toolbar.widgetForAction(action))
    assert card.isVisible() and card.host.canvas.mapTool() is card.tool


def test_layer_taken_out_empties_the_card(card: Any, store_of: Callable) -> None:
    layer = store_of(at_mopti(2))
    click_map(card, -4.1833, 14.4843)
    QgsProject.instance().removeMapLayer(layer.id())
    assert card.found == [] and card.page.titleLabel.text() == ""


def test_two_stores_at_one_place(card: Any, store_of: Callable) -> None:
    store_of(at_mopti(2), "a")
    store_of([{**one, "event_date": one["event_date"].replace("2023", "2022")} for one in at_mopti(3)], "b")
    click_map(card, -4.1833, 14.4843)
    years = [datetime.date.fromisoformat(one.day).year for one in card.found]
    assert years == [2023, 2023, 2022, 2022, 2022]


def test_the_mark_has_the_glyph_of_the_type_and_the_colour_of_the_map(card: Any, store_of: Callable) -> None:
    """A diamond of JNIM's colour: its middle is coloured, its corners are not."""
    store_of(at_mopti(1, actor1="JNIM: Group for Support of Islam and Muslims"))
    click_map(card, -4.1833, 14.4843)
    image = card.page.browser.loadResource(2, QUrl("card:mark"))
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#d55e00"
    assert image.pixelColor(3, 3).alpha() == 0
    assert card.page.browser.loadResource(2, QUrl("http://example.org/a.png")) is None


def test_marks_set_round_their_place_are_found_farther_away(card: Any, store_of: Callable) -> None:
    """A displaced mark stands up to some 20 mm from its place; a layer whose marks stay put answers near only."""
    layer = store_of(at_mopti(12))
    per_millimetre = card.host.canvas.mapUnitsPerPixel() * card.host.canvas.mapSettings().outputDpi() / 25.4
    plain = layer.renderer().clone()
    layer.setRenderer(offset(plain.clone()))
    click_map(card, -4.1833 + 15 * per_millimetre, 14.4843)
    assert len(card.found) == 12
    layer.setRenderer(plain)
    click_map(card, -4.1833 + 15 * per_millimetre, 14.4843)
    assert card.found == []


def test_a_layer_that_hands_over_to_circles_is_still_asked(card: Any, store_of: Callable) -> None:
    """From afar the events are not drawn one by one; a click on the circle of their place reads them."""
    layer = store_of(at_mopti(3))
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(50_000)
    per_millimetre = card.host.canvas.mapUnitsPerPixel() * card.host.canvas.mapSettings().outputDpi() / 25.4
    click_map(card, -4.1833 + 6.5 * per_millimetre, 14.4843)
    assert len(card.found) == 3
