# SPDX-License-Identifier: GPL-2.0-or-later
"""Over time through its window: pace, record and chart while one chooses, and the tables it writes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication

from .conftest import click, wait, write
from .test_dialogs import TYPES, results

PERIOD_B = "2023-01-01/2023-06-30"


@pytest.fixture
def own_store(store: Path, tmp_path: Path) -> Path:
    """The sample's store in a folder of the test's own, its events on the map."""
    path = tmp_path / "mali.gpkg"
    shutil.copy(store, path)
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=events", "Events", "ogr"))
    return path


@pytest.fixture
def dialog(own_store: Path, open_dialog: Callable[[str], Any]) -> Any:
    """The dialog, once it has answered."""
    found = open_dialog("counts_over_time")
    assert wait(lambda: not found.live.is_empty()), found.foot.problemLabel.text()
    return found


def choose(combo: Any, value: str) -> None:
    """Choose an item of a box by its data."""
    index = combo.findData(value)
    assert index >= 0, value
    combo.setCurrentIndex(index)


def asked(dialog: Any) -> tuple[str, str]:
    """The step and the split that the answer on show is about."""
    return dialog.answered.question.step, dialog.answered.question.group_by


def ran(name: str, **parameters: Any) -> dict[str, Any]:
    """The algorithm's own answer."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    found, fine = algorithm.run({"OUTPUT": "memory:", **parameters}, context, QgsProcessingFeedback(False))
    assert fine
    return {**found, "context": context}


def test_says_what_the_algorithms_say(dialog: Any) -> None:
    """The same words and numbers, in the ring of the report."""
    choose(dialog.whereCombo, "ring")
    dialog.selection.choose_who("militant_islamist")
    assert wait(lambda: dialog.live.laterNumber.text() == "16")
    question = {
        "INPUT": dialog.selection.layer().id(), "ACTOR_GROUPS": "militant_islamist", "CENTRE": "-8.0029,12.6392",
        "RADIUS_KM": 150,
    }  # fmt: skip
    record = ran("rollingrecord", PERIOD=PERIOD_B, **question)
    year = ran("yearprojection", **question)
    assert dialog.live.titleLabel.text() == "Events within 150 km of Bamako"
    assert dialog.live.laterPeriod.text() == "January to June 2023"
    assert dialog.live.earlierNumber.text() == f"{year['PROJECTED']:.0f}"
    assert dialog.live.earlierPeriod.text() == f"expected in 2023\n(95 %: {year['LOW']} to {year['HIGH']})"
    assert record["SENTENCE"] in dialog.live.sentenceLabel.text()
    dialog.live.copyButton.click()
    copied = QApplication.clipboard().text()
    assert year["SENTENCE"] in copied and record["SENTENCE"] in copied
    assert "Counted:" in copied and "within 150 km of Bamako" in copied and "30 June 2023" in copied


def test_the_chart_shows_the_tables_counts(dialog: Any) -> None:
    """For each step and split; and the three charts can all be drawn."""
    pytest.importorskip("matplotlib")
    for step, split in (
        ("year", "none"),
        ("quarter", "event_type"),
        ("month", "actor_family"),
        ("half-year", "zone"),
    ):
        choose(dialog.stepCombo, step)
        choose(dialog.groupByCombo, split)
        wanted = (step, split)
        assert wait(lambda wanted=wanted: dialog.answered is not None and asked(dialog) == wanted)
        table = dialog.answered.table
        every_year = dialog.answered.pace.years["events"].sum()
        assert table[table["id"] == "(all)"]["events"].sum() == every_year
        assert dialog.chart.has_chart and not dialog.chart.problem
    for kind in ("years", "windows", "counts"):
        choose(dialog.chartCombo, kind)
        assert dialog.chart.has_chart and not dialog.chart.problem


def test_only_what_the_choice_needs_is_shown(dialog: Any) -> None:
    """A ring has a centre and a radius; regions are asked for where the counts are split or kept by them."""
    assert not dialog.centreCombo.isVisible() and not dialog.regionsCombo.isVisible()
    choose(dialog.whereCombo, "ring")
    assert dialog.centreCombo.isVisible() and dialog.radiusEdit.isVisible()
    write(dialog.radiusEdit, "far")
    assert "far" in dialog.foot.problemLabel.text()
    choose(dialog.whereCombo, "everywhere")
    assert not dialog.centreCombo.isVisible()
    choose(dialog.groupByCombo, "region")
    assert dialog.regionsCombo.isVisible() and not dialog.fieldCombo.isVisible()
    choose(dialog.groupByCombo, "none")
    assert not dialog.regionsCombo.isVisible()


def test_regions_by_name_are_those_of_the_shared_selection(dialog: Any) -> None:
    everywhere = dialog.live.laterNumber.text()
    dialog.selection.more.whereList.choose(["Mopti"])
    dialog.selection.more.whereList.changed.emit()
    assert wait(lambda: dialog.live.titleLabel.text() == "Events in Mopti")
    assert dialog.live.laterNumber.text() != everywhere
    assert dialog.regionsCombo.isVisible()
    record = ran("rollingrecord", INPUT=dialog.selection.layer().id(), WHERE="Mopti", PERIOD=PERIOD_B)
    assert dialog.live.laterNumber.text() == str(record["COUNT"])


def test_writes_the_ticked_tables_one_after_the_other(dialog: Any, own_store: Path) -> None:
    """Each in a file of its own, named, with the numbers of the window."""
    choose(dialog.whereCombo, "ring")
    dialog.selection.choose_who("militant_islamist")
    choose(dialog.stepCombo, "half-year")
    for check in (dialog.recordCheck, dialog.yearsCheck):
        check.setChecked(True)
    assert wait(lambda: dialog.live.laterNumber.text() == "16")
    click(dialog.foot.runButton)
    assert dialog.run is not None, dialog.foot.problemLabel.text()
    parameters = dict(dialog.run.parameters)
    del parameters["OUTPUT"]
    assert parameters == {
        "INPUT": dialog.selection.layer().id(), "USE_LAYER_FILTER": False, "EVENT_TYPES": TYPES,
        "ACTOR_GROUPS": "militant_islamist", "CENTRE": "-8.0029,12.6392 [EPSG:4326]", "RADIUS_KM": 150.0,
        "STEP": "half-year", "GROUP_BY": "none",
    }  # fmt: skip
    assert wait(lambda: dialog.run is None and len(results()) == 3), dialog.foot.problemLabel.text()
    named = {layer.name().split(",")[0]: layer for layer in results()}
    counts = {row["period"]: row["events"] for row in named["Events by half-year"].getFeatures()}
    assert counts["2023-H1"] == 16
    years = {row["year"]: row for row in named["2023 projected on 2023-06-30"].getFeatures()}
    assert f"{years[2023]['projected']:.0f}" == dialog.live.earlierNumber.text()
    windows = list(named["Windows of 12 months before 2023-H1"].getFeatures())
    assert max(row["events"] for row in windows) == dialog.answered.record.previous
    files = list((own_store.parent / "mali results").glob("*.gpkg"))
    assert len(files) == 3


def test_nothing_ticked_is_said(dialog: Any) -> None:
    dialog.countsCheck.setChecked(False)
    assert "No table is ticked" in dialog.foot.problemLabel.text()


def test_choices_are_remembered(dialog: Any, plugin: Any, open_dialog: Callable[[str], Any]) -> None:
    choose(dialog.whereCombo, "ring")
    write(dialog.radiusEdit, "75")
    choose(dialog.stepCombo, "week")
    choose(dialog.spanCombo, "60")
    choose(dialog.chartCombo, "years")
    dialog.yearsCheck.setChecked(True)
    dialog.close()
    del plugin.dialogs["counts_over_time"]
    again = open_dialog("counts_over_time")
    assert again is not dialog
    assert (again.whereCombo.currentData(), again.radiusEdit.text()) == ("ring", "75")
    assert (again.stepCombo.currentData(), again.spanCombo.currentData()) == ("week", "60")
    assert again.chartCombo.currentData() == "years"
    assert (
        again.yearsCheck.isChecked() and again.countsCheck.isChecked() and not again.recordCheck.isChecked()
    )


def test_the_span_cuts_the_counts_and_not_the_record(dialog: Any) -> None:
    windows = len(dialog.answered.record.windows)
    choose(dialog.spanCombo, "24")
    assert wait(lambda: len(dialog.answered.question.asked) == 1)
    assert dialog.answered.table["period"].iloc[0] == "2021-07"
    assert len(dialog.answered.table) == 24
    assert len(dialog.answered.record.windows) == windows
    choose(dialog.spanCombo, "periods")
    assert wait(lambda: len(dialog.answered.question.asked) == 2)
    assert len(dialog.answered.table) == 12


def test_regions_of_a_layer_in_the_chart_and_in_the_table(dialog: Any) -> None:
    """Two halves of the world as regions: what the live half shows is what the algorithm writes."""
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=half:string", "halves", "memory")
    for name, west, east in (("west", -180, -4), ("east", -4, 180)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, -80, east, 80)))
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    choose(dialog.groupByCombo, "region")
    choose(dialog.stepCombo, "year")
    dialog.regionsCombo.setLayer(layer)
    assert wait(lambda: dialog.answered is not None and "east" in set(dialog.answered.table["id"]))
    shown = dialog.answered.table.set_index(["period", "id"])["events"]
    found = ran(
        "countsovertime", INPUT=dialog.selection.layer().id(), STEP="year", GROUP_BY="region", REGIONS=layer.id(),
        REGION_FIELD="half",
    )  # fmt: skip
    table = QgsProject.instance().mapLayer(found["OUTPUT"]) or found["context"].getMapLayer(found["OUTPUT"])
    written = {(row["period"], row["id"]): row["events"] for row in table.getFeatures()}
    assert written == shown.to_dict()
    assert shown["2022", "west"] + shown["2022", "east"] == shown["2022", "(all)"]
    assert not dialog.regionsCombo.isHidden()
