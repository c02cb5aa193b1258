# SPDX-License-Identifier: GPL-2.0-or-later
"""Correcting events in windows: from the selected event to the figure that says both, and the list of rulings."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.rulings import CONFLICT, Ruling
from flashpoints.plugin.core.rulings_fields import EXCLUDE, POINT
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gui import tree
from qgis.core import QgsFeatureRequest, QgsPointXY, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from .conftest import click, wait, write


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the sample's store, to write to."""
    return Path(shutil.copy(store, tmp_path / "own.gpkg"))


@pytest.fixture
def layer(own: Path) -> QgsVectorLayer:
    """Its events on the map."""
    made = QgsVectorLayer(f"{own}|layername=events", "Events", "ogr")
    assert made.isValid()
    tree.add_events(made)
    return made


@pytest.fixture
def select(layer: QgsVectorLayer, qgis_iface: Any) -> Callable[[str], str]:
    """Select one event by a condition, as a user does; gives its id."""

    def go(condition: str = "") -> str:
        qgis_iface.setActiveLayer(layer)
        feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(condition or "true")))
        layer.selectByIds([feature.id()])
        return feature["event_id"]

    return go


@pytest.fixture
def correct(plugin: Any, select: Any, open_dialog: Any) -> Callable[..., Any]:
    """Open the window on an event."""

    def go(condition: str = "") -> Any:
        event_id = select(condition)
        dialog = open_dialog("ruling")
        assert wait(lambda: dialog.facts is not None and dialog.facts.chosen.event_id == event_id)
        return dialog

    return go


def choose(dialog: Any, field: str) -> None:
    dialog.fieldCombo.setCurrentIndex(dialog.fieldCombo.findData(field))


def save(dialog: Any, reason: str = "seen by our staff", author: str = "A. Analyst") -> None:
    write(dialog.reasonEdit, reason)
    write(dialog.authorEdit, author)
    click(dialog.foot.runButton)
    assert wait(lambda: dialog.run is None)


def rule(store: Path, event_id: str, field: str, value: str) -> Ruling:
    return rulings.add(store, Ruling(event_id, field, value, "seen by our staff", "A. Analyst"))


def test_without_a_selected_event_the_next_step_is_said(
    plugin: Any, layer: QgsVectorLayer, open_dialog: Any, qgis_iface: Any
) -> None:
    qgis_iface.setActiveLayer(layer)
    dialog = open_dialog("ruling")
    assert dialog.emptyFrame.isVisible() and "Select one event" in dialog.emptyLabel.text()
    assert not dialog.foot.runButton.isEnabled()
    assert not dialog.foot.folderRow.isVisible()


def test_a_field_is_corrected(correct: Any, own: Path, layer: QgsVectorLayer) -> None:
    """The source's value beside the new one, the ruling in the store, the older ones below."""
    dialog = correct()
    feature = layer.selectedFeatures()[0]
    assert feature["event_id"] in dialog.eventLabel.text()
    assert feature["event_type"] in dialog.wordsLabel.text() and feature["actor1"] in dialog.wordsLabel.text()
    assert not dialog.earlierTable.isVisible()
    choose(dialog, "location")
    assert dialog.sourceText.text() == feature["location"]
    dialog.valueCombo.setEditText("Elsewhere")
    save(dialog)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    (made,) = rulings.read(own)
    assert (made.field, made.value, made.source_value) == ("location", "Elsewhere", feature["location"])
    assert "Saved" in dialog.foot.statusLabel.text()
    assert wait(dialog.earlierTable.isVisible)
    texts = [dialog.earlierTable.item(0, column).text() for column in range(5)]
    assert texts == ["Name of the place", "Elsewhere", feature["location"], "seen by our staff", "A. Analyst"]
    assert dialog.valueCombo.currentText() == "Elsewhere"  # what holds now
    assert QgsSettings().value("flashpoints/ruling/author") == "A. Analyst"


@pytest.mark.parametrize(
    ("field", "text", "reason", "words"),
    [
        ("location", "Elsewhere", "", "reason is missing"),
        ("fatalities", "many", "why", "not a number"),
        (POINT, "Bamako", "why", "not a place"),
        ("fatalities", None, "why", "as the source has it"),
    ],
)
def test_what_cannot_be_is_said_inline(
    correct: Any, own: Path, field: str, text: str | None, reason: str, words: str
) -> None:
    dialog = correct()
    choose(dialog, field)
    if text is not None:
        dialog.valueCombo.setEditText(text)
    save(dialog, reason)
    assert dialog.foot.problemFrame.isVisible() and words in dialog.foot.problemLabel.text()
    assert rulings.read(own) == []


def test_types_are_chosen_from_the_list(correct: Any, own: Path) -> None:
    dialog = correct("\"event_type\" = 'Protests'")
    choose(dialog, "event_type")
    assert not dialog.valueCombo.isEditable() and dialog.valueCombo.count() == 6
    assert dialog.valueCombo.currentText() == "Protests"
    dialog.valueCombo.setCurrentIndex(dialog.valueCombo.findData("Riots"))
    save(dialog)
    assert rulings.read(own)[0].value == "Riots"
    choose(dialog, EXCLUDE)
    assert dialog.sourceText.text() == "not left out"
    dialog.valueCombo.setCurrentIndex(dialog.valueCombo.findData("1"))
    save(dialog)
    assert wait(lambda: len(rulings.read(own)) == 2) and rulings.read(own)[1].value == "1"


def test_a_place_is_picked_on_the_map(correct: Any, own: Path, qgis_canvas: Any) -> None:
    dialog = correct()
    choose(dialog, "location")
    assert not dialog.pickButton.isVisible()
    choose(dialog, POINT)
    click(dialog.pickButton)
    qgis_canvas.mapTool().canvasClicked.emit(QgsPointXY(-4.2, 14.5), Qt.MouseButton.LeftButton)
    assert dialog.valueCombo.currentText() == "14.5, -4.2" and not dialog.pickButton.isChecked()
    save(dialog)
    assert rulings.read(own)[0].value == "14.5, -4.2"


def test_the_window_follows_the_selection_until_something_is_written(
    correct: Any, select: Any, layer: QgsVectorLayer, qgis_canvas: Any
) -> None:
    first = correct().facts.chosen.event_id
    dialog = correct()
    other = select(f"\"event_id\" <> '{first}'")
    qgis_canvas.selectionChanged.emit(layer)
    assert wait(lambda: dialog.facts.chosen.event_id == other)
    choose(dialog, "location")
    dialog.valueCombo.setEditText("Half a word")
    select(f"\"event_id\" = '{first}'")
    qgis_canvas.selectionChanged.emit(layer)
    wait(lambda: False, 300)
    assert dialog.facts.chosen.event_id == other and dialog.valueCombo.currentText() == "Half a word"


def test_the_action_of_tables_opens_the_window(plugin: Any, layer: QgsVectorLayer, own: Path) -> None:
    """QGIS offers it on layers with events and on no others; it goes with the plugin."""
    actions = [
        one for one in QgsGui.mapLayerActionRegistry().mapLayerActions(layer)
        if one.objectName() == "flashpoints_correct_event"
    ]  # fmt: skip
    assert len(actions) == 1 and actions[0].text() == "Correct this event…"
    towns = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "towns", "memory")
    assert not actions[0].canRunUsingLayer(towns)
    feature = next(layer.getFeatures())
    actions[0].triggeredForFeature.emit(layer, feature)
    dialog = plugin.dialogs["ruling"]
    assert wait(lambda: dialog.facts is not None and dialog.facts.chosen.event_id == feature["event_id"])
    assert dialog.isVisible()
    plugin.unload()
    names = [one.objectName() for one in QgsGui.mapLayerActionRegistry().mapLayerActions(layer)]
    assert "flashpoints_correct_event" not in names


def test_an_event_without_a_store_is_said(
    plugin: Any, layer: QgsVectorLayer, open_dialog: Any, qgis_iface: Any
) -> None:
    copied = layer.materialize(QgsFeatureRequest().setLimit(2))
    QgsProject.instance().addMapLayer(copied)
    qgis_iface.setActiveLayer(copied)
    copied.selectByIds([next(copied.getFeatures()).id()])
    dialog = open_dialog("ruling")
    assert "no event store" in dialog.foot.problemLabel.text()


def test_text_of_the_source_is_never_rendered(correct: Any, own: Path, layer: QgsVectorLayer) -> None:
    with sqlite3.connect(own) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE events SET notes = '<b>bold</b>', location = '<i>x</i>'")
    dialog = correct()
    assert dialog.notesLabel.text() == "<b>bold</b>"
    assert dialog.notesLabel.textFormat() == dialog.eventLabel.textFormat() == Qt.TextFormat.PlainText


def test_the_live_answer_changes_with_a_ruling(
    own: Path, layer: QgsVectorLayer, open_dialog: Any, plugin: Any, correct: Any
) -> None:
    """15, and under it (16 as coded by the source), as soon as the ruling is saved."""
    counts = open_dialog("buffer_counts")
    counts.radiiEdit.setText("150")
    assert wait(lambda: counts.live.laterNumber.text() not in ("", "–"))
    before = counts.live.laterNumber.text()
    near = QgsRectangle(-8.3, 12.3, -7.7, 12.9)
    later = counts.selection.periods()[1]
    condition = (
        f"\"event_date\" >= '{later.start}' AND \"event_date\" <= '{later.end}' AND \"event_type\" = 'Battles' "
        f'AND "longitude" > {near.xMinimum()} AND "longitude" < {near.xMaximum()} AND "latitude" > '
        f'{near.yMinimum()} AND "latitude" < {near.yMaximum()}'
    )
    dialog = correct(condition)
    choose(dialog, EXCLUDE)
    dialog.valueCombo.setCurrentIndex(dialog.valueCombo.findData("1"))
    save(dialog)
    assert wait(lambda: counts.live.laterNumber.text() == str(int(before) - 1))
    assert counts.live.laterPeriod.text().startswith(f"({before} as coded by the source)")


# The list


def listed(dialog: Any) -> list[str]:
    return [dialog.rulingsTable.item(row, 0).text() for row in range(dialog.rulingsTable.rowCount())]


def test_the_list_of_rulings(plugin: Any, layer: QgsVectorLayer, own: Path, open_dialog: Any) -> None:
    """In force first, withdrawn ones on demand; withdrawing gives the source's value back."""
    ids = [feature["event_id"] for feature in layer.getFeatures(QgsFeatureRequest().setLimit(3))]
    for event_id in ids[:2]:
        rule(own, event_id, "location", "Elsewhere")
    dialog = open_dialog("rulings")
    assert wait(lambda: dialog.rulingsTable.rowCount() == 2)
    assert sorted(listed(dialog)) == sorted(ids[:2]) and "2 in force" in dialog.countLabel.text()
    assert not dialog.withdrawButton.isEnabled() and not dialog.decideFrame.isVisible()
    dialog.rulingsTable.selectRow(0)
    gone = listed(dialog)[0]
    click(dialog.withdrawButton)
    assert wait(lambda: dialog.rulingsTable.rowCount() == 1)
    assert "Withdrawn" in dialog.foot.statusLabel.text()
    assert [one.event_id for one in rulings.read(own) if not one.in_force] == [gone]
    click(dialog.withdrawnCheck)
    assert dialog.rulingsTable.rowCount() == 2


def test_an_empty_list_says_the_next_step(plugin: Any, layer: QgsVectorLayer, open_dialog: Any) -> None:
    dialog = open_dialog("rulings")
    assert wait(lambda: "Correct event" in dialog.countLabel.text())
    QgsProject.instance().removeMapLayer(layer.id())
    assert dialog.emptyFrame.isVisible() and not dialog.formPage.isEnabled()


@pytest.mark.parametrize("keep", [True, False])
def test_a_conflict_is_decided(
    plugin: Any, layer: QgsVectorLayer, own: Path, open_dialog: Any, keep: bool
) -> None:
    """All three values are shown; until the decision the ruling holds."""
    event_id = next(layer.getFeatures())["event_id"]
    rule(own, event_id, "location", "Elsewhere")
    with sqlite3.connect(own) as connection:  # as if the source had said something else when it was made
        connection.execute("UPDATE rulings SET source_value = 'Said before'")
    dialog = open_dialog("rulings")
    assert wait(dialog.decideFrame.isVisible)
    now = rulings.listed(own)[0].source_now
    for text in ("Said before", "Elsewhere", str(now), "A. Analyst", "seen by our staff"):
        assert text in dialog.decideLabel.text()
    button = dialog.keepButton if keep else dialog.takeButton
    write(dialog.authorEdit, "")
    click(button)
    assert wait(dialog.foot.problemFrame.isVisible) and "name is missing" in dialog.foot.problemLabel.text()
    write(dialog.authorEdit, "B. Editor")
    click(button)
    assert wait(lambda: not dialog.decideFrame.isVisible())
    assert CONFLICT not in [one.status for one in rulings.listed(own)]
    assert sum(one.in_force for one in rulings.read(own)) == int(keep)
    if keep:
        assert rulings.listed(own)[0].ruling.author == "B. Editor"


def test_files_of_rulings(
    plugin: Any, layer: QgsVectorLayer, own: Path, open_dialog: Any, tmp_path: Path
) -> None:
    event_id = next(layer.getFeatures())["event_id"]
    made = rule(own, event_id, "location", "Elsewhere")
    dialog = open_dialog("rulings")
    assert wait(dialog.exportButton.isEnabled)
    dialog.export_to(tmp_path / "out")
    assert wait(lambda: "1 rulings written to out.csv" in dialog.foot.statusLabel.text())
    with sqlite3.connect(own) as connection:
        connection.execute("DELETE FROM rulings")
    dialog.import_from(tmp_path / "out.csv")
    assert wait(lambda: "1 added" in dialog.foot.statusLabel.text())
    assert wait(lambda: listed(dialog) == [event_id])
    assert [replace(one, id=0) for one in rulings.read(own)] == [replace(made, id=0)]
    dialog.import_from(tmp_path / "nowhere.csv")
    assert wait(dialog.foot.problemFrame.isVisible) and "cannot be read" in dialog.foot.problemLabel.text()


def test_the_event_is_shown_on_the_map(
    plugin: Any, layer: QgsVectorLayer, own: Path, open_dialog: Any
) -> None:
    event_id = next(layer.getFeatures())["event_id"]
    rule(own, event_id, "location", "Elsewhere")
    dialog = open_dialog("rulings")
    assert wait(lambda: dialog.rulingsTable.rowCount() == 1)
    dialog.rulingsTable.selectRow(0)
    click(dialog.zoomButton)
    assert [feature["event_id"] for feature in layer.selectedFeatures()] == [event_id]


def test_a_ruling_made_beside_the_window_appears(correct: Any, open_dialog: Any, own: Path) -> None:
    """The list is open while an event is corrected in the other window."""
    listing = open_dialog("rulings")
    dialog = correct()
    choose(dialog, "location")
    dialog.valueCombo.setEditText("Elsewhere")
    save(dialog)
    assert wait(lambda: listing.rulingsTable.rowCount() == 1)


def test_every_cell_is_shown_as_text(plugin: Any, layer: QgsVectorLayer, own: Path, open_dialog: Any) -> None:
    event_id = next(layer.getFeatures())["event_id"]
    rule(own, event_id, "location", "<img src=x>")
    dialog = open_dialog("rulings")
    assert wait(lambda: dialog.rulingsTable.rowCount() == 1)
    assert dialog.rulingsTable.item(0, 3).text() == "<img src=x>"
    assert "&lt;img" in dialog.rulingsTable.item(0, 3).toolTip()
    assert isinstance(dialog, QWidget)
