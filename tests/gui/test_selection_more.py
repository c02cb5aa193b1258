# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole selection: several groups, the folded choices, numbers beside them, and an earlier run chosen again."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.selection import CIVILIANS, ROLES
from flashpoints.plugin.gis.algorithm import layer_words
from flashpoints.plugin.gui.checklist import Checklist
from flashpoints.plugin.gui.selection_widget import SelectionWidget
from flashpoints.plugin.gui.settings import DialogSettings
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox

from .conftest import click, wait, write

DAYS = ("2022-07-01", "2023-06-30")
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")


@pytest.fixture
def widget(events: QgsVectorLayer) -> SelectionWidget:
    """The widget with the sample's events and their numbers."""
    made = SelectionWidget()
    made.show()
    assert wait(lambda: made.more.totalLabel.text() != "")
    return made


@pytest.fixture(scope="module")
def rows(sample: Path) -> list[dict[str, str]]:
    """The sample's events of the two half-years."""
    with sample.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if DAYS[0] <= row["event_date"] <= DAYS[1]]


def number_of(text: str) -> int:
    """The number at the end of a choice's text, or at the beginning."""
    return int("".join(sign for sign in text.rsplit(":", 1)[-1] if sign.isdigit()))


def settled(widget: SelectionWidget, expected: int) -> bool:
    return wait(
        lambda: widget.more.totalLabel.text() and number_of(widget.more.totalLabel.text()) == expected, 20_000
    )


def line(checklist: Checklist, one: str) -> Any:
    """A line of a list by its id."""
    top = [checklist.tree.topLevelItem(i) for i in range(checklist.tree.topLevelItemCount())]
    items = [child for item in top for child in (item, *(item.child(i) for i in range(item.childCount())))]
    return next(item for item in items if item.data(0, Qt.ItemDataRole.UserRole) == one)


def tick(checklist: Checklist, *ids: str) -> None:
    """Open the list with the space bar, go to each line and tick it with the same key, close with Escape."""
    checklist.menu().popup(checklist.mapToGlobal(checklist.rect().bottomLeft()))
    assert wait(checklist.menu().isVisible, 5_000)
    for one in ids:
        checklist.tree.setCurrentItem(line(checklist, one))
        QTest.keyClick(checklist.tree, Qt.Key.Key_Space)
    QTest.keyClick(checklist.menu(), Qt.Key.Key_Escape)
    assert wait(lambda: not checklist.menu().isVisible(), 5_000)


def pick(combo: QComboBox, value: object) -> None:
    """Choose with the arrow keys."""
    combo.setFocus()
    for _ in range(combo.count()):
        if combo.currentData() == value:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentData() == value


def test_numbers_beside_the_types(widget: SelectionWidget, rows: list[dict[str, str]]) -> None:
    """Of the chosen periods, by reading the file; a type's own tick does not change its number."""
    expected = Counter(row["event_type"] for row in rows)
    shown = {name: number_of(label.text()) for name, label in widget.choices._counts.items()}
    assert shown == {name: expected[name] for name in shown}
    assert settled(widget, sum(expected[name] for name in VIOLENT))
    click(widget.battlesCheck)
    assert settled(widget, sum(expected[name] for name in VIOLENT[1:]))
    assert number_of(widget.choices._counts["Battles"].text()) == expected["Battles"]


def test_numbers_in_other_days(widget: SelectionWidget, rows: list[dict[str, str]]) -> None:
    """A dialog that counts in other days has its numbers of those."""
    widget.count_numbers_in(parse_period("2023-03"))
    march = [row for row in rows if row["event_date"].startswith("2023-03") and row["event_type"] in VIOLENT]
    assert settled(widget, len(march))
    widget.count_numbers_in()
    assert settled(widget, sum(row["event_type"] in VIOLENT for row in rows))


def test_numbers_beside_precision(widget: SelectionWidget, rows: list[dict[str, str]]) -> None:
    """1, 1 and 2, all: and the choice is the parameter."""
    violent = [row for row in rows if row["event_type"] in VIOLENT]
    for index, limit in enumerate((3, 2, 1)):
        expected = sum(int(row["geo_precision"] or 9) <= limit or limit == 3 for row in violent)
        assert number_of(widget.precisionCombo.itemText(index)) == expected
    pick(widget.precisionCombo, 2)
    assert widget.parameters()["GEO_PRECISION_MAX"] == 2
    assert settled(widget, sum(row["geo_precision"] in ("1", "2") for row in violent))


def test_several_groups_by_keyboard(widget: SelectionWidget) -> None:
    """Two lines ticked are two ids; the title names both, of three the first; the open list stays as it is."""
    tick(widget.choices.whoList, "militant_islamist", "russian_forces")
    assert widget.parameters()["ACTOR_GROUPS"] == "militant_islamist;russian_forces"
    assert widget.what_and_when().endswith("Militant Islamist groups, Russian forces (Wagner)")
    tick(widget.choices.whoList, "state_forces")
    assert widget.what_and_when().endswith("2022-H2, Militant Islamist groups, 2 others")
    assert widget.choices.whoList.text() == "Militant Islamist groups + 2"
    before = line(widget.choices.whoList, "jnim")
    click(widget.riotsCheck)
    assert wait(lambda: not widget._answers._counter.busy)
    assert line(widget.choices.whoList, "jnim") is before


def test_folded_choices_and_their_summary(widget: SelectionWidget) -> None:
    """What is chosen under More is said in one line when it is folded again."""
    more = widget.more
    assert more.is_folded and not more.roleCombo.isVisible()
    click(more.moreButton)
    assert more.roleCombo.isVisible() and not more.whereList.isVisible()
    tick(widget.choices.whoList, "militant_islamist")
    pick(more.roleCombo, "side_1")
    tick(more.againstList, "civilians", "state_forces")
    pick(more.civiliansCombo, "targeted")
    tick(more.subTypesList, "Attack")
    tick(more.countriesList, "Mali")
    pick(more.dateCombo, 1)
    write(more.fatalitiesSpin.lineEdit(), "2")
    QTest.keyClick(more.fatalitiesSpin, Qt.Key.Key_Tab)
    chosen = widget.parameters()
    assert chosen.pop("AGAINST").split(";") == ["state_forces", "civilians"]
    assert {name: value for name, value in chosen.items() if name not in ("INPUT", "PERIODS", "EVENT_TYPES")} == {
        "USE_LAYER_FILTER": False, "ACTOR_GROUPS": "militant_islamist", "ROLE": "side_1", "CIVILIANS": "targeted",
        "SUB_EVENT_TYPES": "Attack", "COUNTRIES": "Mali", "TIME_PRECISION_MAX": 1, "MIN_FATALITIES": 2,
    }  # fmt: skip
    click(more.moreButton)
    assert not more.roleCombo.isVisible()
    assert more.summaryLabel.text() == (
        "which side: side 1; opponents: State forces, Civilians; civilians: targeted, in events of any type; "
        "sub-types: Attack; countries: Mali; date known to: day; fatalities from: 2"
    )


def test_boxes_have_the_contracts_words(widget: SelectionWidget) -> None:
    """Each choice of a parameter can be made, and no other."""
    for combo, words in ((widget.more.roleCombo, ROLES), (widget.more.civiliansCombo, CIVILIANS)):
        assert sorted(combo.itemData(i) for i in range(combo.count())) == sorted(words)


def test_a_side_without_a_group_is_refused(widget: SelectionWidget) -> None:
    """Said, and the numbers wait; with a group it is fine."""
    widget.more.moreButton.click()
    pick(widget.more.roleCombo, "side_2")
    with pytest.raises(FlashpointsError, match="no group that should stand on it"):
        widget.parameters()
    assert wait(lambda: widget.more.totalLabel.text() == "")
    tick(widget.choices.whoList, "wagner")
    assert widget.parameters()["ROLE"] == "side_2"
    assert wait(lambda: widget.more.totalLabel.text() != "")


def test_everything_is_remembered(widget: SelectionWidget) -> None:
    """As it was, also what is folded."""
    chosen = {
        "ACTOR_GROUPS": "jnim+;wagner", "ROLE": "side_1", "AGAINST": "civilians", "CIVILIANS": "vac",
        "SUB_EVENT_TYPES": "Attack;Abduction/forced disappearance", "COUNTRIES": "Mali", "GEO_PRECISION_MAX": 1,
        "TIME_PRECISION_MAX": 2, "MIN_FATALITIES": 3, "EVENT_TYPES": "Battles;Riots",
        "PERIODS": "2019;2020-H1", "USE_LAYER_FILTER": True, "INPUT": widget.layer().id(),
    }  # fmt: skip
    widget.set_parameters(chosen)
    given = widget.parameters()
    assert {**given, "PERIODS": ""} == {**chosen, "PERIODS": ""}
    assert given["PERIODS"] == "2019-01-01/2019-12-31;2020-01-01/2020-06-30"
    widget.keep(DialogSettings("test"))
    again = SelectionWidget()
    again.restore(DialogSettings("test"))
    assert wait(lambda: again.facts is not None)
    assert again.parameters() == given


def test_an_earlier_run_is_chosen_again(widget: SelectionWidget, events: QgsVectorLayer) -> None:
    """By where its data are; what it left out is as the algorithms have it; what the project lacks is said."""
    widget.more.fatalitiesSpin.setValue(9)
    click(widget.riotsCheck)
    widget.set_parameters(
        {"INPUT": layer_words(events), "PERIOD_A": "2021", "PERIOD_B": "2022", "ROLE": "any"}
    )
    assert widget.parameters() == {
        "INPUT": events.id(), "USE_LAYER_FILTER": False, "PERIODS": "2021-01-01/2021-12-31;2022-01-01/2022-12-31",
        "EVENT_TYPES": ";".join(VIOLENT),
    }  # fmt: skip
    widget.set_parameters({"INPUT": events.id(), "PERIOD": "2022-03-01/2022-03-31"})
    assert widget.parameters()["PERIODS"] == "2022-01-29/2022-02-28;2022-03-01/2022-03-31"
    with pytest.raises(FlashpointsError, match="3 periods, and the window takes two"):
        widget.set_parameters({"INPUT": events.id(), "PERIODS": "2020;2021;2022"})
    with pytest.raises(FlashpointsError, match="not in the project"):
        widget.set_parameters({"INPUT": "/nowhere/else.gpkg|layername=events"})
    widget.set_parameters({"INPUT": events.id(), "ACTOR_GROUPS": "no_such_group"})
    with pytest.raises(FlashpointsError, match="neither a group nor a family"):
        widget.parameters()
    assert widget.choices.whoList.text() == "no_such_group"


def test_what_a_layer_lacks_is_greyed_with_the_reason(qgis_app: Any) -> None:
    """And is not asked for, whatever was chosen before."""
    fields = "field=event_id:string&field=event_date:date&field=event_type:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "Bare", "memory")
    QgsProject.instance().addMapLayer(layer)
    made = SelectionWidget()
    made.choices.choose_who("wagner")
    made.more.show_parameters(
        {"COUNTRIES": "Mali", "MIN_FATALITIES": 2, "ROLE": "side_1", "CIVILIANS": "vac"}
    )
    for one in (made.choices.whoList, made.more.countriesList, made.more.fatalitiesSpin, made.precisionCombo):
        assert not one.isEnabled() and "The layer does not have: " in one.toolTip()
    role, civilians = made.more.roleCombo, made.more.civiliansCombo
    assert not role.model().item(1).isEnabled() and role.model().item(0).isEnabled()
    assert "does not have" in role.itemData(1, Qt.ItemDataRole.ToolTipRole)
    assert not civilians.model().item(1).isEnabled() and civilians.model().item(2).isEnabled()
    assert made.choices.parameters() == {"EVENT_TYPES": ";".join(VIOLENT), "CIVILIANS": "vac"}
    with pytest.raises(FlashpointsError, match="does not have"):
        made.set_parameters({"INPUT": layer.id(), "COUNTRIES": "Mali"})


def test_regions_only_where_a_dialog_offers_them(widget: SelectionWidget, rows: list[dict[str, str]]) -> None:
    """Zones with their regions; the number is of the file's own names."""
    widget.more.whereList.choose(["centre"])
    assert "WHERE" not in widget.parameters()
    widget.use_where()
    assert widget.parameters()["WHERE"] == "centre"
    found = Counter(row["admin1"] for row in rows if row["event_type"] in VIOLENT)
    assert number_of(line(widget.more.whereList, "Mopti").text(1)) == found["Mopti"]
    zone = line(widget.more.whereList, "centre")
    assert number_of(zone.text(1)) == sum(found[zone.child(i).text(0)] for i in range(zone.childCount()))


def test_headings_cannot_be_ticked(widget: SelectionWidget) -> None:
    """Sub-event types stand under their types, which choose nothing themselves."""
    tick(widget.more.subTypesList, "Battles:", "Armed clash")
    assert widget.parameters()["SUB_EVENT_TYPES"] == "Armed clash"
    assert widget.more.subTypesList.labels() == ["Armed clash"]


def test_numbers_follow_the_layers_filter(
    widget: SelectionWidget, events: QgsVectorLayer, rows: list[dict[str, str]]
) -> None:
    """Only when they are asked to."""
    violent = [row for row in rows if row["event_type"] in VIOLENT]
    events.setSubsetString("\"admin1\" = 'Mopti'")
    click(widget.riotsCheck)
    click(widget.riotsCheck)
    assert settled(widget, len(violent))
    click(widget.filterCheck)
    mopti = sum(row["admin1"] == "Mopti" for row in violent)
    assert settled(widget, mopti)
    events.setSubsetString("")
    assert settled(widget, len(violent))


def test_a_dialog_runs_what_is_chosen(events: QgsVectorLayer, open_dialog: Callable[[str], Any]) -> None:
    """The number beside the choice is the number of the result."""
    dialog = open_dialog("compare_periods")
    dialog.selection.set_parameters(
        {"INPUT": events.id(), "ACTOR_GROUPS": "militant_islamist;wagner", "ROLE": "side_1", "CIVILIANS": "vac",
         "PERIODS": "2022-H2;2023-H1"}
    )  # fmt: skip
    assert wait(
        lambda: dialog.selection.more.totalLabel.text() != "" and not dialog.selection._answers._counter.busy
    )
    click(dialog.foot.runButton)
    assert wait(lambda: dialog.run is None)
    layers = QgsProject.instance().mapLayers().values()
    table = next(
        one for one in layers if "name" in one.fields().names() and "events_b" in one.fields().names()
    )
    whole = next(row for row in table.getFeatures() if row["name"] == "(all)")
    fitting = number_of(dialog.selection.more.totalLabel.text())
    assert whole["events_a"] + whole["events_b"] == fitting > 0
