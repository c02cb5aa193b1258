# SPDX-License-Identifier: GPL-2.0-or-later
"""The style dialog: what it offers for a layer, what its preview shows, and what Apply makes of the layer."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.event_look import EventLook
from flashpoints.plugin.gis.layer_look import look_of
from flashpoints.plugin.gui.look_keeper import places_layer_of
from pictures import legend
from qgis.core import (
    QgsFeatureRequest,
    QgsPointClusterRenderer,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from .conftest import click, wait


def ready(dialog: Any) -> Any:
    """Wait until the dialog knows its layer and its preview shows it."""
    assert wait(lambda: dialog.foot.runButton.isEnabled())
    assert wait(
        lambda: bool(dialog.preview._layers) and not dialog._counter.busy and not dialog._pause.isActive()
    )
    return dialog


def choose(combo: Any, value: str) -> None:
    """Choose an item by the keyboard, as a user may."""
    combo.setFocus()
    while combo.currentData() != value:
        before = combo.currentIndex()
        down = combo.findData(value) > before
        QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        assert combo.currentIndex() != before


def classes(dialog: Any) -> list[tuple[str, int, bool]]:
    """What the table of colours shows: label, events, ticked."""
    items = [dialog.classTree.topLevelItem(i) for i in range(dialog.classTree.topLevelItemCount())]
    return [
        (
            one.text(0),
            int("".join(filter(str.isdigit, one.text(1)))),
            one.checkState(0) == Qt.CheckState.Checked,
        )
        for one in items
    ]


def tick(dialog: Any, label: str) -> None:
    """Click the box of a class."""
    (item,) = dialog.classTree.findItems(label, Qt.MatchFlag.MatchStartsWith)
    dialog.classTree.scrollToItem(item)
    rect = dialog.classTree.visualItemRect(item)
    place = rect.topLeft()
    place.setX(rect.left() + 8)
    place.setY(rect.center().y())
    QTest.mouseClick(dialog.classTree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def apply(dialog: Any, layer: QgsVectorLayer) -> None:
    """Press Apply and wait for the layer."""
    done: list[str] = []
    dialog.host.looks.refreshed.connect(done.append)
    click(dialog.foot.runButton)
    assert wait(lambda: layer.id() in done)


@pytest.fixture
def dialog(events: QgsVectorLayer, open_dialog: Any) -> Any:
    """The dialog, open on the sample."""
    return ready(open_dialog("style"))


def test_the_colours_are_counted_like_the_database_counts(dialog: Any, store: Path) -> None:
    with sqlite3.connect(store) as connection:
        query = "SELECT count(*) FROM events WHERE lead_group = ?"
        jnim = connection.execute(query, ("jnim",)).fetchone()[0]
    shown = {label: (events, ticked) for label, events, ticked in classes(dialog)}
    assert shown["JNIM"] == (jnim, True)
    assert sum(ticked for _, ticked in shown.values()) == 6


def test_a_seventh_colour_is_refused(dialog: Any) -> None:
    untick = next(label for label, _, ticked in classes(dialog) if not ticked)
    tick(dialog, untick)
    assert sum(ticked for *_, ticked in classes(dialog)) == 6
    assert "untick" in dialog.classHint.text()


def test_a_choice_of_colours_outlives_a_filter_that_hides_some(dialog: Any, events: QgsVectorLayer) -> None:
    """Wagner has no events in 2018: who then applies another size has not given its colour up."""
    tick(dialog, "JNIM")
    tick(dialog, "Russian forces (Wagner)")
    apply(dialog, events)
    chosen = set(look_of(events).shown)
    assert "wagner" in chosen and "jnim" not in chosen
    assert events.setSubsetString("\"event_date\" < '2019-01-01'")
    dialog.close()
    dialog.present()
    assert wait(lambda: "Russian forces (Wagner)" not in [label for label, *_ in classes(dialog)])
    ready(dialog)
    click(dialog.sizesCheck)
    apply(dialog, events)
    assert set(look_of(events).shown) == chosen and not look_of(events).sizes
    tick(ready(dialog), "State forces")
    apply(dialog, events)
    assert set(look_of(events).shown) == chosen - {"military"}


def test_a_layer_that_shows_no_events_says_so(dialog: Any, events: QgsVectorLayer) -> None:
    assert events.setSubsetString("event_id = 'none'")
    dialog.close()
    dialog.present()
    assert wait(lambda: "no events now" in dialog.classHint.text())
    assert classes(dialog) == []


def test_what_was_said_of_a_layer_goes_with_it(dialog: Any, events: QgsVectorLayer) -> None:
    apply(dialog, events)
    assert dialog.foot.statusLabel.text() == "Applied to “Events”."
    other = events.clone()
    other.setName("Other")
    QgsProject.instance().addMapLayer(other)
    assert dialog.foot.statusLabel.text() == "Applied to “Events”."
    dialog.layerCombo.setLayer(other)
    assert dialog.foot.statusLabel.text() == ""


def test_apply_gives_what_was_chosen(dialog: Any, events: QgsVectorLayer) -> None:
    choose(dialog.colourCombo, "family")
    choose(dialog.nearCombo, "cluster")
    choose(dialog.afarCombo, "none")
    ready(dialog)
    for label, _, ticked in classes(dialog):
        if ticked and not label.startswith(("Militant", "State")):
            tick(dialog, label)
    click(dialog.provisionalCheck)
    ready(dialog)
    apply(dialog, events)
    assert isinstance(events.renderer(), QgsPointClusterRenderer)
    assert [text.partition(" (")[0] for text in legend(events)[:4]] == [
        "Actors", "Militant Islamist groups", "State forces", "Others"
    ]  # fmt: skip
    look = look_of(events)
    assert look is not None
    assert look.shown == ("jnim", "military") or set(look.shown) == {"militant_islamist", "state_forces"}
    assert not look.provisional


def test_the_preview_touches_nothing(dialog: Any, events: QgsVectorLayer) -> None:
    before, layers = events.renderer().dump(), set(QgsProject.instance().mapLayers())
    choose(dialog.colourCombo, "event_type")
    choose(dialog.afarCombo, "pies")
    ready(dialog)
    shown = dialog.preview._layers
    assert [legend(shown[0])[0], shown[1].diagramRenderer() is not None] == ["Event type", True]
    assert events.renderer().dump() == before
    assert set(QgsProject.instance().mapLayers()) == layers
    assert dialog.preview.legend.model().rowCount() == 2


def test_many_events_are_offered_by_place(dialog: Any, events: QgsVectorLayer) -> None:
    assert dialog.look().afar == "circles"
    apply(dialog, events)
    assert places_layer_of(events) is not None
    dialog.close()
    dialog.present()
    ready(dialog)
    assert dialog.look() == look_of(events)


def test_a_style_by_hand_is_announced_and_can_be_saved(
    dialog: Any, events: QgsVectorLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(dialog, events)
    assert wait(lambda: not dialog.editedFrame.isVisible())
    events.setRenderer(QgsSingleSymbolRenderer.defaultRenderer(events.geometryType()))
    dialog.close()
    dialog.present()
    assert dialog.editedFrame.isVisible()
    target = tmp_path / "mine"
    monkeypatch.setattr(
        "flashpoints.plugin.gui.style_dialog.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    click(dialog.saveButton)
    assert (tmp_path / "mine.qml").is_file()


def test_without_events_the_next_step_is_said(open_dialog: Any) -> None:
    dialog = open_dialog("style")
    assert dialog.emptyFrame.isVisible() and not dialog.foot.runButton.isEnabled()


def test_an_empty_layer_and_one_of_few_columns(open_dialog: Any) -> None:
    uri = "Point?crs=EPSG:4326&field=event_id:string&field=event_date:date&field=event_type:string"
    layer = QgsVectorLayer(uri, "few", "memory")
    QgsProject.instance().addMapLayer(layer)
    dialog = ready(open_dialog("style"))
    assert not dialog.colourCombo.isEnabled() and dialog.colourCombo.currentData() == "event_type"
    assert not dialog.sizesCheck.isEnabled() and not dialog.ringsCheck.isEnabled()
    assert "no events now" in dialog.classHint.text()
    apply(dialog, layer)
    assert look_of(layer) == EventLook(colour="event_type", sizes=False, rings=False)


def test_a_layer_that_is_edited_is_styled_as_it_is_saved(dialog: Any, events: QgsVectorLayer) -> None:
    memory = events.materialize(QgsFeatureRequest().setLimit(5))
    memory.setName("edited")
    QgsProject.instance().addMapLayer(memory)
    memory.startEditing()
    feature = next(memory.getFeatures())
    memory.changeAttributeValue(feature.id(), memory.fields().indexOf("event_type"), "Riots")
    dialog.layerCombo.setLayer(memory)
    ready(dialog)
    apply(dialog, memory)
    assert memory.isModified() and look_of(memory) is not None
    memory.rollBack()
