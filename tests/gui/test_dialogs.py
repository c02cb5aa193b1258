# SPDX-License-Identifier: GPL-2.0-or-later
"""The four analyses through their windows: what they hand to the runner, and what comes onto the map."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.gui import tree
from pyproj import Geod
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from .conftest import click, wait, write

PERIODS = "2022-07-01/2022-12-31;2023-01-01/2023-06-30"
TYPES = "Battles;Explosions/Remote violence;Violence against civilians"


def run(dialog: Any) -> dict[str, Any]:
    """Press the button, wait for the end; the parameters that the runner was given."""
    click(dialog.foot.runButton)
    assert dialog.run is not None, dialog.foot.problemLabel.text()
    parameters = dialog.run.parameters
    assert dialog.foot.progressRow.isVisible()
    assert not dialog.foot.runButton.isEnabled()
    assert wait(lambda: dialog.run is None)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    assert dialog.foot.statusLabel.text()
    assert dialog.isVisible()  # it stays open
    assert dialog.foot.runButton.isEnabled()
    return parameters


def results() -> list[QgsVectorLayer]:
    """The layers that the plugin added as results, topmost first."""
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    return [node.layer() for node in nodes if tree.kind(node.layer()) not in ("", "events", "base")]


def test_empty_project_says_the_next_step(plugin: Any, open_dialog: Any) -> None:
    """The banner leads to Load events, and nothing can be run."""
    dialog = open_dialog("compare_periods")
    assert dialog.emptyFrame.isVisible()
    assert not dialog.foot.runButton.isEnabled()
    assert not dialog.foot.problemFrame.isVisible()
    click(dialog.emptyButton)
    assert plugin.dialogs["load_events"].isVisible()


def test_banner_goes_when_events_come(open_dialog: Any, request: pytest.FixtureRequest) -> None:
    """Also when they come while the dialog is open."""
    dialog = open_dialog("region_footprints")
    request.getfixturevalue("events")
    assert wait(lambda: not dialog.emptyFrame.isVisible() and dialog.selection.facts is not None)
    assert dialog.foot.runButton.isEnabled()


def test_buffer_counts_live(own_store: Path, open_dialog: Any) -> None:
    """The sample's numbers for Bamako, and the ratio that field.md gives for them, before anything is run."""
    dialog = open_dialog("buffer_counts")
    dialog.selection.choose_who("militant_islamist")
    assert wait(lambda: (dialog.live.laterNumber.text(), dialog.live.earlierNumber.text()) == ("16", "5"))
    assert dialog.live.titleLabel.text() == "Events within 150 km of Bamako"
    assert dialog.live.laterPeriod.text() == "January to June 2023"
    assert dialog.live.sentenceLabel.text() == "× 3.25 per day (95 % interval 1.14 to 11.35), p 0.024"
    write(dialog.radiiEdit, "20")
    assert wait(lambda: dialog.live.titleLabel.text() == "Events within 20 km of Bamako")
    assert int(dialog.live.laterNumber.text()) < 16


def test_the_same_days_of_earlier_years_stand_beside_a_ring(own_store: Path, open_dialog: Any) -> None:
    """Counted by the database and pyproj; the earlier period of the two is not told twice."""
    dialog = open_dialog("buffer_counts")
    dialog.selection.choose_who("militant_islamist")
    write(dialog.selection.earlierCombo.lineEdit(), "2022-H1")

    def by_hand(year: int, radius: float) -> int:
        query = (
            "SELECT longitude, latitude FROM events WHERE event_date BETWEEN ? AND ? "
            "AND actor_families LIKE '%;militant_islamist;%' AND event_type IN "
            "('Battles', 'Explosions/Remote violence', 'Violence against civilians')"
        )
        with sqlite3.connect(own_store) as connection:
            places = connection.execute(query, (f"{year}-01-01", f"{year}-06-30")).fetchall()
        geod = Geod(ellps="WGS84")
        return sum(geod.inv(-8.0029, 12.6392, x, y)[2] <= 1000 * radius for x, y in places)

    def line(radius: float) -> str:
        counts = ", ".join(f"{by_hand(year, radius)} ({year})" for year in (2021, 2020, 2019, 2018))
        return f"Same days of earlier years: {counts}."

    assert wait(lambda: line(150) in dialog.half.linesLabel.text())
    write(dialog.radiiEdit, "250")
    assert line(250) != line(150)
    assert wait(lambda: line(250) in dialog.half.linesLabel.text())


def test_buffer_counts_live_where_nothing_happened(own_store: Path, open_dialog: Any) -> None:
    """0 and 0 are no ratio; a period outside the file is not 0."""
    dialog = open_dialog("buffer_counts")
    write(dialog.centreCombo.lineEdit(), "-30, 30")
    assert wait(lambda: dialog.live.sentenceLabel.text() == "No events in either period.")
    assert (dialog.live.laterNumber.text(), dialog.live.earlierNumber.text()) == ("0", "0")
    write(dialog.selection.earlierCombo.lineEdit(), "2015")
    assert wait(lambda: "does not cover 2015" in dialog.live.sentenceLabel.text())
    assert dialog.live.earlierNumber.text() == "–"


def test_buffer_counts_run(own_store: Path, open_dialog: Any, qgis_iface: Any) -> None:
    """Rings in a file beside the store, styled and named, under the events, with the preview's numbers."""
    dialog = open_dialog("buffer_counts")
    dialog.selection.choose_who("militant_islamist")
    write(dialog.radiiEdit, "100; 150")
    parameters = run(dialog)
    output = Path(parameters.pop("OUTPUT"))
    assert parameters == {
        "INPUT": dialog.selection.layer().id(),
        "USE_LAYER_FILTER": False,
        "PERIODS": PERIODS,
        "EVENT_TYPES": TYPES,
        "ACTOR_GROUPS": "militant_islamist",
        "CENTRE": "-8.0029,12.6392 [EPSG:4326]",
        "RADII_KM": "100,150",
        "BREAKDOWN": "none",
    }
    assert output.parent == own_store.parent / "mali results"
    assert output.is_file()
    (rings,) = results()
    assert "Bamako" in rings.name()
    assert rings.renderer().type() != "singleSymbol" or rings.labelsEnabled()
    counts = {(f["radius_km"], f["period"]): f["events"] for f in rings.getFeatures()}
    assert (counts[150, "2023-H1"], counts[150, "2022-H2"]) == (16, 5)
    messages = [item.text() for item in qgis_iface.messageBar().items()]
    assert any("on the map" in text for text in messages)


def test_second_run_keeps_the_first(own_store: Path, open_dialog: Any) -> None:
    """Another file, another layer; the first is only switched off."""
    dialog = open_dialog("buffer_counts")
    first = run(dialog)["OUTPUT"]
    second = run(dialog)["OUTPUT"]
    assert first != second
    assert Path(first).is_file()
    assert len(results()) == 2
    root = QgsProject.instance().layerTreeRoot()
    assert [root.findLayer(layer.id()).isVisible() for layer in results()] == [True, False]


def test_region_footprints_run(own_store: Path, open_dialog: Any) -> None:
    """Areas and change, with the radius as it was written."""
    dialog = open_dialog("region_footprints")
    write(dialog.radiusEdit, "5")
    parameters = run(dialog)
    assert parameters["SIZE_KM"] == 5.0
    assert parameters["METHOD"] == "discs"
    assert parameters["PERIODS"] == PERIODS
    assert "REGIONS" not in parameters
    assert {Path(parameters[name]).parent.name for name in ("OUTPUT", "CHANGE")} == {"mali results"}
    footprint, change = results()
    assert {"region", "footprint_km2"} <= set(footprint.fields().names())
    assert "status" in change.fields().names()


def test_region_footprints_without_change(own_store: Path, open_dialog: Any) -> None:
    """What is not asked for is not made."""
    dialog = open_dialog("region_footprints")
    click(dialog.changeCheck)
    assert "CHANGE" not in run(dialog)
    assert len(results()) == 1


def test_show_brings_footprints_to_view(
    own_store: Path, open_dialog: Any, plugin: Any, qgis_canvas: Any
) -> None:
    """Small discs are not seen under thousands of marks: Show takes the marks away and goes there."""
    layer = QgsProject.instance().mapLayersByName("Events")[0]
    layer.setCustomProperty(tree.KIND, "events")
    dialog = open_dialog("region_footprints")
    run(dialog)
    plugin.window._show(results())
    assert not QgsProject.instance().layerTreeRoot().findLayer(layer.id()).isVisible()
    assert qgis_canvas.extent().contains(QgsRectangle(-8.1, 12.5, -7.9, 12.7))


def test_compare_periods_run(own_store: Path, open_dialog: Any) -> None:
    """Two periods one by one, the grouping, and the confidence."""
    dialog = open_dialog("compare_periods")
    dialog.groupByCombo.setCurrentIndex(dialog.groupByCombo.findData("event_type"))
    dialog.confidenceCombo.setCurrentIndex(dialog.confidenceCombo.findData(0.99))
    parameters = run(dialog)
    assert (parameters["PERIOD_A"], parameters["PERIOD_B"]) == tuple(PERIODS.split(";"))
    assert "PERIODS" not in parameters
    assert (parameters["GROUP_BY"], parameters["CONFIDENCE"]) == ("event_type", 0.99)
    table, years = results()
    assert not table.isSpatial()
    assert table.featureCount() >= 3
    assert {"period", "start", "events", "rate_ratio"} <= set(years.fields().names())


def test_regions_of_a_layer(own_store: Path, open_dialog: Any) -> None:
    """Any polygon layer is offered, with its column of names; what the plugin drew itself is not."""
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=code:integer&field=note:string&field=ADM1_FR:string",
        "Two halves",
        "memory",
    )
    for code, (name, west, east) in enumerate((("West", -13, -5), ("East", -5, 5))):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code, "", name])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 10, east, 25)))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    dialog = open_dialog("compare_periods")
    assert not dialog.fieldCombo.isVisible()
    dialog.regionsCombo.setLayer(layer)
    assert dialog.fieldCombo.isVisible()
    parameters = run(dialog)
    assert (parameters["REGIONS"], parameters["REGION_FIELD"]) == (layer.id(), "ADM1_FR")
    result, _ = results()
    assert {"West", "East"} <= {feature["name"] for feature in result.getFeatures()}
    offered = [dialog.regionsCombo.itemText(i) for i in range(dialog.regionsCombo.count())]
    assert offered == ["QGIS's own world map", "Two halves"]


@pytest.mark.slow
def test_make_brief_run(own_store: Path, open_dialog: Any, tmp_path: Path) -> None:
    """A picture in French, made on the main thread, in the file that was named."""
    dialog = open_dialog("make_brief")
    assert dialog.outputWidget.filePath().startswith(str(own_store.parent / "mali results"))
    assert dialog.outputWidget.filePath().endswith(".pdf")
    dialog.selection.choose_who("militant_islamist")
    dialog.languageCombo.setCurrentIndex(dialog.languageCombo.findData("fr"))
    dialog.outputWidget.setFilePath(str(tmp_path / "page.png"))
    parameters = run(dialog)
    assert parameters["LANGUAGE"] == "fr"
    assert parameters["PERIODS"] == PERIODS
    assert (tmp_path / "page.png").stat().st_size > 10_000


def test_make_brief_of_everyone(own_store: Path, open_dialog: Any) -> None:
    """Everyone is said: left out, the recipe's own family would be taken."""
    dialog = open_dialog("make_brief")
    assert dialog.collect()["ACTOR_GROUPS"] == ";"


@pytest.mark.parametrize("name", ["page.docx", "page"])
def test_make_brief_refuses_other_files(own_store: Path, open_dialog: Any, name: str) -> None:
    """Inline, before anything runs."""
    dialog = open_dialog("make_brief")
    dialog.outputWidget.setFilePath(name)
    click(dialog.foot.runButton)
    assert dialog.run is None
    assert dialog.foot.problemFrame.isVisible()


@pytest.mark.parametrize(
    ("name", "edit", "text", "words"),
    [
        ("buffer_counts", "radiiEdit", "-5", "is not a distance"),
        ("buffer_counts", "radiiEdit", "abc", "is not a distance"),
        ("region_footprints", "radiusEdit", "-5", "is not a distance"),
    ],
)
def test_wrong_radius_is_said_inline(
    own_store: Path, open_dialog: Any, name: str, edit: str, text: str, words: str
) -> None:
    """At once, and again when Run is pressed; nothing is started or written."""
    dialog = open_dialog(name)
    write(getattr(dialog, edit), text)
    assert words in dialog.foot.problemLabel.text()
    click(dialog.foot.runButton)
    assert dialog.run is None
    assert not (own_store.parent / "mali results").exists()
    write(getattr(dialog, edit), "3")
    assert not dialog.foot.problemFrame.isVisible()


def test_reversed_periods_are_said_inline(own_store: Path, open_dialog: Any) -> None:
    """In words that say how to mend it."""
    dialog = open_dialog("compare_periods")
    write(dialog.selection.laterCombo.lineEdit(), "2021")
    assert "Swap the two periods" in dialog.foot.problemLabel.text()
    click(dialog.foot.runButton)
    assert dialog.run is None


def test_folder_that_cannot_be_written(own_store: Path, open_dialog: Any, tmp_path: Path) -> None:
    """Said inline; the user's folder is kept in the field."""
    (tmp_path / "file").touch()
    dialog = open_dialog("compare_periods")
    dialog.foot.folderWidget.setFilePath(str(tmp_path / "file" / "below"))
    click(dialog.foot.runButton)
    assert dialog.run is None
    assert "Choose another folder" in dialog.foot.problemLabel.text()


def test_failure_of_a_run_is_told(own_store: Path, open_dialog: Any, qgis_iface: Any) -> None:
    """The store vanishes under the run: a message in the bar and in the dialog, with details to fold out."""
    dialog = open_dialog("compare_periods")
    own_store.unlink()
    click(dialog.foot.runButton)
    assert wait(lambda: dialog.run is None)
    assert dialog.foot.problemFrame.isVisible()
    assert dialog.foot.problemButton.isVisible()
    assert "Traceback" not in dialog.foot.problemLabel.text()
    assert any(item.text() == dialog.foot.problemLabel.text() for item in qgis_iface.messageBar().items())


def test_cancel_button(own_store: Path, open_dialog: Any) -> None:
    """A run that is cancelled leaves nothing on the map."""
    dialog = open_dialog("region_footprints")
    click(dialog.foot.runButton)
    click(dialog.foot.cancelButton)
    assert wait(lambda: dialog.run is None)
    assert dialog.foot.statusLabel.text() == "Cancelled."
    assert results() == []
    assert dialog.foot.runButton.isEnabled()


def test_notes_of_a_run_go_with_the_next_choice(own_store: Path, open_dialog: Any) -> None:
    """Bamako's ring reaches into Guinea, which the file lacks: said, until something else is asked."""
    dialog = open_dialog("buffer_counts")
    run(dialog)
    assert "Guinea" in dialog.foot.noteLabel.text()
    assert dialog.foot.noteFrame.isVisible()
    write(dialog.radiiEdit, "5")
    assert not dialog.foot.noteFrame.isVisible()


def test_pick_on_map(own_store: Path, open_dialog: Any, qgis_canvas: Any) -> None:
    """A click on the map becomes the centre; with the button up, the map has its tool back."""
    qgis_canvas.resize(400, 300)
    qgis_canvas.setExtent(QgsRectangle(-10, 10, -2, 16))
    before = qgis_canvas.mapTool()
    dialog = open_dialog("buffer_counts")
    click(dialog.pickButton)
    assert qgis_canvas.mapTool() is not before
    QTest.mouseClick(
        qgis_canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 150)
    )
    assert dialog.centreCombo.currentText().endswith("W")
    place = dialog.place()
    centre = qgis_canvas.getCoordinateTransform().toMapCoordinates(200, 150)
    assert place.longitude == pytest.approx(centre.x(), abs=1e-4)
    assert place.latitude == pytest.approx(centre.y(), abs=1e-4)
    click(dialog.pickButton)
    assert qgis_canvas.mapTool() is before


def test_settings_are_remembered(own_store: Path, open_dialog: Any, plugin: Any, tmp_path: Path) -> None:
    """Closed, taken out, loaded again: the dialog opens as it was left."""
    dialog = open_dialog("buffer_counts")
    write(dialog.centreCombo.lineEdit(), "Mopti (Mali)")
    write(dialog.radiiEdit, "10, 30")
    dialog.breakdownCombo.setCurrentIndex(dialog.breakdownCombo.findData("event_type"))
    dialog.selection.choose_who("wagner")
    click(dialog.selection.riotsCheck)
    dialog.foot.folderWidget.setFilePath(str(tmp_path / "mine"))
    click(dialog.foot.closeButton)
    assert not dialog.isVisible()
    plugin.dialogs.clear()
    again = open_dialog("buffer_counts")
    assert again is not dialog
    assert again.centreCombo.currentText() == "Mopti (Mali)"
    assert again.radiiEdit.text() == "10, 30"
    assert again.breakdownCombo.currentData() == "event_type"
    assert again.selection.who().id == "wagner"
    assert again.selection.riotsCheck.isChecked()
    assert again.foot.folder() == tmp_path / "mine"
