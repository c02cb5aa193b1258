# SPDX-License-Identifier: GPL-2.0-or-later
"""The actors' window: groups and patterns changed, tested while they are typed, saved into the store and on the map."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import actor_events
import pytest
from flashpoints.plugin.core.actor_draft import exact
from flashpoints.plugin.gis.actor_table import actors_of
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gis.loading import load_actors
from flashpoints.plugin.gis.store import EVENTS, read_rows
from flashpoints.plugin.gis.styles import style_events
from flashpoints.plugin.gui import tree
from flashpoints.plugin.gui.actor_tree import Which
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from .conftest import click, wait, write


@pytest.fixture
def own(tmp_path: Path, qgis_app: Any) -> Path:
    """A store of made-up events with unknown names."""
    store = tmp_path / "own.gpkg"
    import_events(actor_events.file(tmp_path), store, load_actors())
    return store


@pytest.fixture
def layer(own: Path) -> QgsVectorLayer:
    """Its events on the map, in the plugin's look."""
    made = QgsVectorLayer(f"{own}|layername={EVENTS}", "Events", "ogr")
    style_events(made, load_actors())
    tree.add_events(made)
    return made


@pytest.fixture
def dialog(layer: QgsVectorLayer, open_dialog: Any) -> Any:
    """The window on that store, when it has counted."""
    made = open_dialog("actors")
    assert settled(made)
    return made


def settled(dialog: Any) -> bool:
    """Wait until the table on the screen has been tested on the events."""
    answers = dialog.answers
    return wait(
        lambda: answers.mentions is not None and not answers.busy and not dialog.groups._pause.isActive()
    )


def texts(table: QWidget) -> list[list[str]]:
    return [
        [table.item(line, column).text() for column in range(table.columnCount())]
        for line in range(table.rowCount())
    ]


def choose(dialog: Any, group: str, family: bool = False) -> None:
    dialog.groups.tree.choose(Which(group, family))
    assert settled(dialog)


def choose_name(dialog: Any, name: str) -> None:
    names = [line[0] for line in texts(dialog.namesTable)]
    dialog.namesTable.selectRow(names.index(name))


def save(dialog: Any) -> None:
    click(dialog.foot.runButton)
    assert wait(lambda: dialog.run is None)
    assert settled(dialog)


def test_names_without_a_group_are_ranked_and_assigned(dialog: Any, own: Path, layer: QgsVectorLayer) -> None:
    """By hand from the list to the colours of the map."""
    assert dialog.tabs.tabText(1) == "Names without a group (4 names, 21 events)"
    dialog.tabs.setCurrentIndex(1)
    assert texts(dialog.namesTable) == [[name, str(n)] for name, n in actor_events.STRANGERS.items()]
    write(dialog.searchEdit, "wagadou")
    assert [line[0] for line in texts(dialog.namesTable)] == ["Guardians of Wagadou"]
    dialog.searchEdit.clear()
    assert not dialog.foot.runButton.isEnabled()
    choose_name(dialog, "Lords (of) the.Dunes [North]")
    dialog.assignCombo.setCurrentIndex(dialog.assignCombo.findData("dozo"))
    click(dialog.assignButton)
    assert settled(dialog)
    assert dialog.tabs.tabText(1) == "Names without a group (3 names, 20 events)"
    click(dialog.undoButton)
    assert settled(dialog)
    assert dialog.tabs.tabText(1) == "Names without a group (4 names, 21 events)"
    for name in ("Lords (of) the.Dunes [North]", "Sons of the River (Mali)"):
        choose_name(dialog, name)
        click(dialog.assignButton)
        assert settled(dialog)
    read: list[None] = []
    layer.dataChanged.connect(lambda: read.append(None))
    save(dialog)
    assert "11 of 63 events changed" in dialog.foot.statusLabel.text()
    assert read and not dialog.draft.changed
    named = [one for one in read_rows(own, EVENTS) if ";dozo;" in one["actor_groups"]]
    assert len(named) == 11
    assert actors_of(own).rows()[0]["pattern"] == exact("Sons of the River (Mali)")
    legend = [rule.label() for rule in layer.renderer().rootRule().descendants()]
    assert any(label.startswith("Communal militias") for label in legend), "the plugin's own look follows"


def test_a_pattern_is_tested_while_it_is_typed(dialog: Any) -> None:
    """The sentence says what a plain loop counts; a wrong pattern is said and cannot be saved."""
    choose(dialog, "katiba_serma")
    total, names = actor_events.matching(r"\bKatiba(?:t)? Serma\b|\bSerma Katiba\b", actor_events.rows())
    assert (total, len(names)) == (13, 1)
    assert dialog.testLabel.text() == "This pattern matches 13 events, 1 name."
    for pattern in ("Katiba", "wagadou|River", "Mali"):
        write(dialog.patternEdit, pattern)
        assert wait(lambda: dialog.groups._pause.isActive()) and settled(dialog)
        total, names = actor_events.matching(pattern, actor_events.rows())
        assert f"matches {total} events, {len(names)} names." in dialog.testLabel.text()
        assert {line[0]: int(line[1]) for line in texts(dialog.matchesTable)} == dict(names)
        assert dialog.foot.runButton.isEnabled()
    for wrong, said in (("Katiba(", "cannot be read"), ("(a+)+$", "for ever")):
        write(dialog.patternEdit, wrong)
        assert wait(lambda: dialog.groups._pause.isActive()) and settled(dialog)
        assert said in dialog.testLabel.text() and said in dialog.foot.problemLabel.text()
        assert not dialog.foot.runButton.isEnabled()
    write(dialog.patternEdit, "Serma")
    assert wait(lambda: dialog.groups._pause.isActive()) and settled(dialog)
    assert not dialog.foot.problemFrame.isVisible() and dialog.foot.runButton.isEnabled()


def test_what_was_typed_is_not_lost_by_choosing_another_group(dialog: Any) -> None:
    choose(dialog, "katiba_serma")
    write(dialog.patternEdit, "Serma only")
    choose(dialog, "dozo")
    assert [row["pattern"] for row in dialog.draft.rows if row["group"] == "katiba_serma"] == ["Serma only"]
    assert dialog.patternEdit.text() == r"\bDozos?\b|\bDonsos?\b"


def test_labels_colours_and_order_go_into_the_store(dialog: Any, own: Path, layer: QgsVectorLayer) -> None:
    """Of a family, which the map shows at once; and of a group that is new."""
    choose(dialog, "militant_islamist", family=True)
    assert not dialog.patternBox.isVisible()
    dialog.labelEdit.setFocus()
    write(dialog.labelEdit, "Armed Islamist groups")
    dialog.labelEdit.editingFinished.emit()
    dialog.colourButton.setColor(QColor("#112233"))
    click(dialog.downButton)
    assert settled(dialog)
    choose(dialog, "other_communal")
    click(dialog.addGroupButton)
    write(dialog.labelEdit, "River people")
    dialog.labelEdit.editingFinished.emit()
    click(dialog.addPatternButton)
    write(dialog.patternEdit, "River")
    assert wait(lambda: dialog.groups._pause.isActive()) and settled(dialog)
    save(dialog)
    table = actors_of(own)
    family = table.family("militant_islamist")
    assert (family.label, family.colour) == ("Armed Islamist groups", "#112233")
    assert [one.id for one in table.families][:2] == ["russian_forces", "militant_islamist"]
    made = table.group("new_group")
    assert (made.label, made.family) == ("River people", "communal_militias")
    assert sum(";new_group;" in one["actor_groups"] for one in read_rows(own, EVENTS)) == 10
    ranks = [group.family for group in table.groups]
    assert ranks.index("militant_islamist") > ranks.index("russian_forces")


def test_edits_are_not_lost_without_a_word(dialog: Any) -> None:
    """Closing asks in the window itself; Discard closes."""
    choose(dialog, "dozo")
    click(dialog.removeGroupButton)
    assert settled(dialog)
    dialog.close()
    assert dialog.isVisible() and "not saved" in dialog.foot.problemLabel.text()
    wait(lambda: False, 300)
    assert dialog.foot.problemButton.isVisible()
    click(dialog.foot.problemButton)
    assert not dialog.isVisible() and not dialog.draft.changed
    assert dialog.draft.group("dozo")["label"] == "Dozo hunters"


def test_a_store_that_was_saved_and_taken_out_is_let_go(
    dialog: Any, layer: QgsVectorLayer, own: Path, tmp_path: Path
) -> None:
    """Another one is there: nothing stays in the list that only unsaved edits would have kept."""
    second = Path(shutil.copy(own, tmp_path / "second.gpkg"))
    tree.add_events(QgsVectorLayer(f"{second}|layername={EVENTS}", "Second", "ogr"))
    assert wait(lambda: dialog.storeCombo.count() == 2)
    choose(dialog, "jnim")
    write(dialog.labelEdit, "JNIM and allies")
    save(dialog)
    QgsProject.instance().removeMapLayer(layer.id())
    names = [dialog.storeCombo.itemText(index) for index in range(dialog.storeCombo.count())]
    assert len(names) == 1 and "second" in names[0]


def test_the_group_of_names_without_one_stays(dialog: Any) -> None:
    choose(dialog, "other")
    click(dialog.removeGroupButton)
    assert "cannot be removed" in dialog.foot.problemLabel.text()
    assert dialog.draft.group("other")["family"] == "other"


def test_a_table_goes_out_and_comes_back(dialog: Any, tmp_path: Path) -> None:
    dialog.tabs.setCurrentIndex(1)
    choose_name(dialog, "Guardians of Wagadou")
    click(dialog.newForNameButton)
    assert settled(dialog)
    rows, families = [dict(row) for row in dialog.draft.rows], [dict(row) for row in dialog.draft.families]
    assert (
        rows[0]["pattern"] == "^Guardians of Wagadou$" and dialog.labelEdit.text() == "Guardians of Wagadou"
    )
    dialog.export_to(tmp_path / "table")
    click(dialog.restoreButton)
    assert dialog.draft.rows == actors_of(dialog.source.store).rows()
    dialog.import_from(tmp_path / "table.csv")
    assert (dialog.draft.rows, dialog.draft.families) == (rows, families)
    with (tmp_path / "bad.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["pattern", "group", "family"], ["x", "jnim", "nobody"]])
    dialog.import_from(tmp_path / "bad.csv")
    assert "Line 2: There is no family “nobody”." in dialog.foot.problemLabel.text()
    assert dialog.draft.rows == rows


def test_events_in_no_store(open_dialog: Any, layer: QgsVectorLayer) -> None:
    """They are counted; groups cannot be kept, which is said."""
    copy = layer.materialize(QgsFeatureRequest())
    QgsProject.instance().removeMapLayer(layer.id())
    tree.add_events(copy)
    dialog = open_dialog("actors")
    assert settled(dialog)
    assert "in no event store" in dialog.keepLabel.text() and dialog.keepFrame.isVisible()
    assert dialog.tabs.tabText(1) == "Names without a group (4 names, 21 events)"
    dialog.groups.add_group("x")
    assert settled(dialog)
    assert dialog.draft.changed and not dialog.foot.runButton.isEnabled()


def test_no_events_at_all(open_dialog: Any, qgis_app: Any) -> None:
    dialog = open_dialog("actors")
    assert dialog.emptyFrame.isVisible() and not dialog.formPage.isEnabled()


def test_a_layer_that_is_edited_is_not_written(dialog: Any, layer: QgsVectorLayer) -> None:
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().lookupField("notes"), "x")
    choose(dialog, "dozo")
    write(dialog.patternEdit, "River")
    assert wait(lambda: dialog.groups._pause.isActive()) and settled(dialog)
    click(dialog.foot.runButton)
    assert wait(lambda: dialog.run is None)
    assert "edits that are not saved" in dialog.foot.problemLabel.text()
    layer.rollBack()
    assert dialog.draft.changed
