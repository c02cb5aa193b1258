# SPDX-License-Identifier: GPL-2.0-or-later
"""The shared selection: what it offers, what it hands over, what it refuses, what it remembers."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.actor_draft import Draft
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period
from flashpoints.plugin.gis.actor_table import shipped_families, shipped_rows
from flashpoints.plugin.gis.reclassifying import reclassify
from flashpoints.plugin.gui.checklist import Checklist
from flashpoints.plugin.gui.presets import presets, suggestions
from flashpoints.plugin.gui.selection_widget import SelectionWidget
from flashpoints.plugin.gui.settings import DialogSettings
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from .conftest import click, wait, write

SIX_YEARS = Period(datetime.date(2017, 1, 1), datetime.date(2023, 6, 30))


def pair(coverage: Period, name: str) -> tuple[str, str]:
    """A preset's two periods as written."""
    preset = next(one for one in presets(coverage) if one.id == name)
    assert preset.earlier is not None
    assert preset.later is not None
    return preset.earlier.iso, preset.later.iso


@pytest.mark.parametrize(
    ("name", "earlier", "later"),
    [
        ("latest", "2022-07-01/2022-12-31", "2023-01-01/2023-06-30"),
        ("season", "2022-01-01/2022-06-30", "2023-01-01/2023-06-30"),
        ("twelve", "2021-07-01/2022-06-30", "2022-07-01/2023-06-30"),
        ("year", "2022-01-01/2022-06-30", "2023-01-01/2023-06-30"),
        ("reference", "2019-08-18/2020-08-17", "2020-08-18/2021-08-17"),
    ],
)
def test_presets(name: str, earlier: str, later: str) -> None:
    """The pairs of ux.md for a file that ends in June 2023."""
    assert pair(SIX_YEARS, name) == (earlier, later)


def test_presets_at_the_end_of_a_leap_february() -> None:
    """Year to date until 29 February is compared with the days until 28 February."""
    coverage = Period(datetime.date(2021, 1, 1), datetime.date(2024, 2, 29))
    assert pair(coverage, "year") == ("2023-01-01/2023-02-28", "2024-01-01/2024-02-29")
    assert pair(coverage, "twelve") == ("2022-03-01/2023-02-28", "2023-03-01/2024-02-29")
    assert pair(coverage, "latest") == ("2023-01-01/2023-06-30", "2023-07-01/2023-12-31")


def test_presets_of_a_half_year_file() -> None:
    """Quarters, when the file holds no two half-years; no reference day that it does not cover."""
    coverage = Period(datetime.date(2022, 1, 1), datetime.date(2022, 6, 30))
    offered = presets(coverage)
    assert pair(coverage, "latest") == ("2022-01-01/2022-03-31", "2022-04-01/2022-06-30")
    assert "quarter" in offered[0].label
    assert {"reference", "season"}.isdisjoint(one.id for one in offered)
    assert offered[-1].id == "own"


def test_nothing_to_offer_while_nothing_is_known() -> None:
    """Own dates only."""
    assert [one.id for one in presets(None)] == ["own"]
    assert suggestions(None) == []


def test_suggestions() -> None:
    """Newest first, and nothing that the file does not touch."""
    offered = suggestions(Period(datetime.date(2022, 3, 1), datetime.date(2023, 6, 30)))
    assert offered == ["2023-H1", "2022-H2", "2022-H1", "2023", "2022"]


@pytest.fixture
def widget(events: QgsVectorLayer) -> SelectionWidget:
    """The widget with the sample's events, which it has looked at."""
    for _ in range(3):  # in whole runs on 3.22 one answer never came; why is not known yet
        made = SelectionWidget()
        made.show()
        if wait(lambda made=made: made.facts is not None, 20_000):
            return made
    raise AssertionError(f"the widget has not looked at its layer: {made._facts_error or 'no answer came'}")


def test_parameters_of_the_first_opening(widget: SelectionWidget, events: QgsVectorLayer) -> None:
    """The contract's names, and its defaults."""
    assert widget.parameters() == {
        "INPUT": events.id(),
        "USE_LAYER_FILTER": False,
        "PERIODS": "2022-07-01/2022-12-31;2023-01-01/2023-06-30",
        "EVENT_TYPES": "Battles;Explosions/Remote violence;Violence against civilians",
    }
    assert widget.periodsEcho.text() == "January to June 2023, against July to December 2022"
    assert not widget.datasetCombo.isVisible()


def test_parameters_follow_the_mouse(widget: SelectionWidget) -> None:
    """Ticks become types, all six become a star, the family its id, the tick its parameter."""
    for check in (widget.protestsCheck, widget.riotsCheck):
        click(check)
    assert widget.parameters()["EVENT_TYPES"].count(";") == 4
    click(widget.strategicCheck)
    assert widget.parameters()["EVENT_TYPES"] == "*"
    click(widget.filterCheck)
    assert widget.parameters()["USE_LAYER_FILTER"] is True
    widget.choose_who("militant_islamist")
    assert widget.parameters()["ACTOR_GROUPS"] == "militant_islamist"
    assert widget.what_and_when() == "2023-H1 against 2022-H2, Militant Islamist groups"


def test_no_type_is_refused(widget: SelectionWidget) -> None:
    """An empty list would silently mean the default."""
    for check in (widget.battlesCheck, widget.explosionsCheck, widget.civiliansCheck):
        click(check)
    with pytest.raises(FlashpointsError, match="No event type is ticked"):
        widget.parameters()


def test_own_dates_by_keyboard(widget: SelectionWidget) -> None:
    """Writing a period makes it one's own dates; the words show how it was read."""
    write(widget.laterCombo.lineEdit(), "P12M/2023-06-30")
    write(widget.earlierCombo.lineEdit(), "2021")
    assert widget.presetCombo.currentData() == "own"
    assert widget.parameters()["PERIODS"] == "2021-01-01/2021-12-31;2022-07-01/2023-06-30"
    assert widget.periodsEcho.text() == "July 2022 to June 2023, against January to December 2021"


@pytest.mark.parametrize(
    ("later", "earlier", "words"),
    [
        ("2022-H1", "2022-H2", "lies after the later one"),
        ("2023-H1", "2023-Q1", "overlap"),
        ("2023-06-30/2023-01-01", "2022-H2", "ends .* before it starts"),
        ("last summer", "2022-H2", "is not a period"),
        ("", "2022-H2", "A period is missing"),
    ],
)
def test_wrong_periods_are_refused(widget: SelectionWidget, later: str, earlier: str, words: str) -> None:
    """In words, and the echo says nothing that is not so."""
    widget.laterCombo.setEditText(later)
    widget.earlierCombo.setEditText(earlier)
    with pytest.raises(FlashpointsError, match=words):
        widget.parameters()
    assert widget.periodsEcho.text() == ""


def lines(checklist: Checklist) -> list[str]:
    """The ids of a list, a family followed by its groups."""
    top = [checklist.tree.topLevelItem(i) for i in range(checklist.tree.topLevelItemCount())]
    items = [one for item in top for one in (item, *(item.child(i) for i in range(item.childCount())))]
    return [item.data(0, Qt.ItemDataRole.UserRole) for item in items]


def test_who_offers_families_before_their_groups(events: QgsVectorLayer) -> None:
    """A group under its family; an umbrella also with the groups under it; each with its colour."""
    made = SelectionWidget()
    ids = lines(made.choices.whoList)
    assert ids[:3] == ["militant_islamist", "jnim", "jnim+"]
    assert ids.index("russian_forces") < ids.index("wagner") < ids.index("state_forces")
    assert len(set(ids)) == len(ids)
    tree = made.choices.whoList.tree
    assert all(not tree.topLevelItem(i).icon(0).isNull() for i in range(tree.topLevelItemCount()))


def test_only_event_layers_are_offered(widget: SelectionWidget, events: QgsVectorLayer) -> None:
    """A layer of towns is no layer of events."""
    towns = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "Towns", "memory")
    QgsProject.instance().addMapLayer(towns)
    offered = [widget.layerCombo.layer(i).name() for i in range(widget.layerCombo.count())]
    assert offered == ["Events"]


def test_another_layer_does_not_ask_again(widget: SelectionWidget) -> None:
    """A result that comes onto the map must not make the widget forget what it knows."""
    facts = widget.facts
    QgsProject.instance().addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:4326", "Result", "memory"))
    assert widget.facts is facts


def test_empty_project(qgis_app: Any) -> None:
    """The next step is said."""
    made = SelectionWidget()
    assert made.layer() is None
    with pytest.raises(FlashpointsError, match="Load an event file first"):
        made.parameters()


def test_layer_taken_out_while_open(widget: SelectionWidget, events: QgsVectorLayer) -> None:
    """The widget notices."""
    QgsProject.instance().removeMapLayer(events.id())
    assert widget.layer() is None
    assert widget.facts is None


def test_layer_without_events_is_said(qgis_app: Any) -> None:
    """In the place where the periods would stand."""
    fields = "field=event_id:string&field=event_date:date&field=event_type:string"
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "Nothing", "memory"))
    made = SelectionWidget()
    assert wait(lambda: "holds no events" in made.periodsEcho.text())


def test_two_sources_are_kept_apart(qgis_app: Any) -> None:
    """A layer of two datasets offers them, and hands the chosen one over."""
    fields = "field=event_id:string&field=event_date:date&field=event_type:string&field=dataset:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "Two", "memory")
    for number, (day, dataset) in enumerate(
        (("2022-01-05", "ACLED"), ("2022-12-20", "ACLED"), ("2020-03-01", "UCDP"))
    ):
        feature = _feature(layer, [str(number), day, "Battles", dataset])
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    made = SelectionWidget()
    made.show()
    assert wait(lambda: made.datasetCombo.count() == 2)
    assert made.datasetCombo.isVisible()
    made.datasetCombo.setCurrentText("UCDP")
    assert wait(lambda: made.facts is not None and made.facts.coverage.start.year == 2020)
    made.laterCombo.setEditText("2020-03")
    made.earlierCombo.setEditText("2020-02")
    assert made.parameters()["DATASET"] == "UCDP"


def _feature(layer: QgsVectorLayer, values: list[str]) -> Any:
    """A feature at Bamako."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    feature = QgsFeature(layer.fields())
    feature.setAttributes(values)
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(-8.0029, 12.6392)))
    return feature


def test_choice_is_remembered(widget: SelectionWidget, events: QgsVectorLayer) -> None:
    """A pair by its name, so that next month's file gives next month's dates; the rest as it was."""
    click(widget.riotsCheck)
    widget.choose_who("jnim+")
    widget.periods_row.choose("twelve")
    widget.keep(DialogSettings("test"))
    made = SelectionWidget()
    made.restore(DialogSettings("test"))
    assert wait(lambda: made.facts is not None)
    assert made.parameters() == widget.parameters()
    assert made.presetCombo.currentData() == "twelve"


def test_own_dates_are_remembered(widget: SelectionWidget) -> None:
    """As they were written."""
    write(widget.laterCombo.lineEdit(), "2019-03")
    write(widget.earlierCombo.lineEdit(), "2018-03")
    widget.keep(DialogSettings("test"))
    made = SelectionWidget()
    made.restore(DialogSettings("test"))
    assert wait(lambda: made.facts is not None)
    assert (made.laterCombo.currentText(), made.earlierCombo.currentText()) == ("2019-03", "2018-03")
    assert made.presetCombo.currentData() == "own"


def test_settings_keep_texts_with_commas(qgis_app: Any) -> None:
    """QSettings gives such texts back as lists."""
    settings = DialogSettings("test")
    settings.keep(radii="50, 100, 150", flag=True)
    assert settings.text("radii") == "50, 100, 150"
    assert settings.flag("flag") is True
    assert settings.flag("other", True) is True


def test_groups_of_the_store_are_offered(events: QgsVectorLayer, tmp_path: Path, qgis_app: Any) -> None:
    """A group of the office's own table can be chosen, also one that is made while the window is open."""
    own = Path(shutil.copy(events.source().split("|")[0], tmp_path / "own.gpkg"))
    draft = Draft(shipped_rows(), shipped_families())
    draft.assign("Katiba Serma", draft.add_group("Serma's people", "communal_militias"))
    layer = QgsVectorLayer(f"{own}|layername=events", "own", "ogr")
    QgsProject.instance().removeAllMapLayers()
    QgsProject.instance().addMapLayer(layer)
    widget = SelectionWidget()
    widget.choose_who("serma_s_people")
    assert wait(lambda: widget.facts is not None)
    assert widget.who().id == ""
    reclassify(own, draft.rows, draft.families)
    layer.reload()
    assert wait(lambda: widget.who().id == "serma_s_people")
    assert widget.who().label == "Serma's people"
    widget.choose_who("jnim+")
    draft.remove_group("serma_s_people")
    reclassify(own, draft.rows, draft.families)
    layer.reload()
    assert wait(lambda: "serma_s_people" not in lines(widget.choices.whoList))
    assert widget.who().id == "jnim+"
