# SPDX-License-Identifier: GPL-2.0-or-later
"""The results dock: every result as table, chart and text, its events, its files, and the same question again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.rulings import Ruling
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gis.provenance import annotate
from flashpoints.plugin.gui import tree
from osgeo import ogr
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from .conftest import click, wait

PAIR = "2022-H2;2023-H1"
FAMILY = "militant_islamist"
RINGS = {"PERIODS": PAIR, "RADII_KM": "100,150,300", "ACTOR_GROUPS": FAMILY}
COMPARED = {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1", "ACTOR_GROUPS": FAMILY}
FOOTPRINTS = {"PERIODS": PAIR, "ACTOR_GROUPS": FAMILY, "SIZE_KM": 2.5}


@pytest.fixture
def layer(store: Path, tmp_path: Path, qgis_canvas: Any) -> QgsVectorLayer:
    """The events of a store of one's own, on the map."""
    own = shutil.copy(store, tmp_path / "own.gpkg")
    made = QgsVectorLayer(f"{own}|layername=events", "Events", "ogr")
    assert made.isValid()
    tree.add_events(made)
    qgis_canvas.setDestinationCrs(made.crs())
    qgis_canvas.setExtent(made.extent())
    return made


@pytest.fixture
def analyse(plugin: Any, layer: QgsVectorLayer, tmp_path: Path) -> Callable[..., QgsVectorLayer]:
    """Run an analysis as its dialog does, and show what comes out. Gives the result's layer."""

    def go(algorithm: str, **parameters: Any) -> QgsVectorLayer:
        host = plugin._host()
        number = len(list(tmp_path.glob("result*.gpkg")))
        outcomes: list[Any] = []
        given = {"INPUT": layer.id(), "OUTPUT": str(tmp_path / f"result{number}.gpkg"), **parameters}
        run = host.runner.start(f"flashpoints:{algorithm}", given, algorithm)
        run.finished.connect(outcomes.append)
        assert wait(lambda: outcomes)
        assert outcomes[0].succeeded, outcomes[0].log
        return host.show_results(outcomes[0], algorithm)[0]

    return go


def dock_of(plugin: Any) -> Any:
    """The dock, which the first result has opened."""
    dock = plugin.results_action.dock
    assert dock is not None and dock.isVisible()
    return dock


def head(dock: Any, text: str) -> int:
    """The column under a head."""
    model = dock.page.view.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return heads.index(text)


def column(dock: Any, text: str) -> list[str]:
    """The texts of a column from top to bottom."""
    model = dock.page.view.model()
    at = head(dock, text)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def press(dock: Any, line: int, at: int = 0, twice: bool = False) -> None:
    """Click on a cell."""
    view = dock.page.view
    view.scrollTo(view.model().index(line, at))
    place = view.visualRect(view.model().index(line, at)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def list_of(plugin: Any) -> Any:
    """The list of events, once it has read."""
    host = plugin._host()
    assert wait(lambda: host._event_list is not None and host._event_list.table is not None)
    return host._event_list


def label_on_map(layer: QgsVectorLayer, radius: float) -> str:
    """What the layer's own labels say of a ring."""
    texts = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        text = QgsExpression(layer.labeling().settings().fieldName).evaluate(context)
        if text and feature["radius_km"] == radius:
            texts.append(str(text))
    (found,) = texts
    return found


def test_one_number_everywhere_also_after_reopening(
    plugin: Any, layer: QgsVectorLayer, analyse: Any, tmp_path: Path
) -> None:
    """Dialog, algorithm's output, the layer's label, dock, sentence, list of events: one number."""
    result = analyse("buffercounts", **RINGS)
    dialog = plugin._dialog("buffer_counts")
    dialog.present()
    dialog.radiiEdit.setText("100, 150, 300")
    dialog.selection.set_parameters({"INPUT": layer.id(), **RINGS})
    rows = {(row["radius_km"], row["period"]): row for row in result.getFeatures()}
    later, earlier = (rows[300.0, period]["events"] for period in ("2023-H1", "2022-H2"))
    assert later > 5 and earlier > 5
    half = dialog.live
    assert wait(lambda: (half.laterNumber.text(), half.earlierNumber.text()) == (str(later), str(earlier)))
    title = result.name()
    dock = dock_of(plugin)
    for _ in range(2):
        assert dock.result.title == title
        check_everywhere(plugin, dock, later, earlier)
        path = tmp_path / "project.qgz"
        QgsProject.instance().write(str(path))
        QgsProject.instance().clear()
        assert dock.result is None and dock.page.emptyLabel.isVisible()
        assert QgsProject.instance().read(str(path))
        assert wait(lambda: dock.result is not None)


def check_everywhere(plugin: Any, dock: Any, later: int, earlier: int) -> None:
    """The largest ring's numbers in table, label, sentence and list of events."""
    told = list(zip(column(dock, "Radius, km"), column(dock, "Period"), column(dock, "Events")))
    assert ("300", "2023-H1", str(later)) in told and ("300", "2022-H2", str(earlier)) in told
    assert label_on_map(dock.layer(), 300.0) == f"300 km: {later} ({earlier})"
    said = f"{later} events within 300 km of Bamako (January to June 2023), {earlier} before"
    assert said in dock.page.browser.toPlainText()
    press(dock, told.index(("300", "2023-H1", str(later))))
    click(dock.page.listButton)
    events = list_of(plugin)
    title = f"{later}: within 300 km of Bamako, 2023-H1"
    assert wait(lambda: events.page.titleLabel.text() == title)
    assert wait(lambda: events.page.footLabel.text().startswith(f"{later} events"))
    assert not events.page.noteFrame.isVisible()
    dock.raise_()


def test_a_click_zooms_and_marks(plugin: Any, analyse: Any, qgis_canvas: Any) -> None:
    analyse("compareperiods", **COMPARED)
    dock = dock_of(plugin)
    before = qgis_canvas.extent()
    names = column(dock, "Region")
    press(dock, names.index("Mopti"))
    (feature,) = [one for one in dock.layer().getFeatures() if one["id"] == "Mopti"]
    shown = qgis_canvas.extent()
    assert dock.marks.count == 1 and shown.width() < before.width()
    assert shown.contains(feature.geometry().boundingBox())
    press(dock, names.index("All"))  # which has no shape
    assert dock.marks.count == 0 and qgis_canvas.extent() == shown
    press(dock, names.index("Mopti"))
    dock.hide()
    assert dock.marks.count == 0


def test_sorts_with_totals_at_the_foot(plugin: Any, analyse: Any) -> None:
    analyse("compareperiods", **COMPARED)
    dock = dock_of(plugin)
    header = dock.page.view.horizontalHeader()
    at = head(dock, "Events, 2023-H1")
    for descending in (False, True):
        place = QPoint(header.sectionViewportPosition(at) + 10, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        numbers = [int(text.replace(",", "")) for text in column(dock, "Events, 2023-H1")]
        total = numbers[-1]
        assert column(dock, "Region")[-1] == "All" and total == sum(numbers[:-1])
        foot = 2 if column(dock, "Region")[-2] == "Outside the regions" else 1
        assert numbers[:-foot] == sorted(numbers[:-foot], reverse=descending)
    model = dock.page.view.model()
    assert model.data(model.index(model.rowCount() - 1, 0), Qt.ItemDataRole.FontRole).bold()
    right = model.data(model.index(0, at), Qt.ItemDataRole.TextAlignmentRole)
    assert right & int(Qt.AlignmentFlag.AlignRight)


def test_changes_within_chance_are_grey_not_hidden(plugin: Any, analyse: Any) -> None:
    analyse("compareperiods", **COMPARED)
    dock = dock_of(plugin)
    model, rows = dock.page.view.model(), dock.result.rows
    at, counts = head(dock, "Rate ratio"), head(dock, "Events, 2023-H1")
    grey = 0
    for line in range(model.rowCount()):
        row = rows.iloc[model.position(line)]
        p = row["p_adjusted"] if row["p_adjusted"] is not None else row["p_disp"]
        quiet = model.data(model.index(line, at), Qt.ItemDataRole.ForegroundRole) is not None
        assert quiet == (p is None or p >= 0.05)
        assert model.data(model.index(line, counts), Qt.ItemDataRole.ForegroundRole) is None
        grey += quiet
    assert grey > 0 and model.rowCount() == len(rows)


def test_each_number_of_a_comparison_has_its_list(plugin: Any, analyse: Any) -> None:
    analyse("compareperiods", **COMPARED)
    dock = dock_of(plugin)
    line = column(dock, "Region").index("Mopti")
    counts = {name: column(dock, f"Events, {name}")[line] for name in ("2022-H2", "2023-H1")}
    for period, count in counts.items():
        press(dock, line, head(dock, f"Events, {period}"), twice=True)
        events = list_of(plugin)
        assert wait(lambda: events.page.titleLabel.text() == f"{count}: Mopti, {period}")  # noqa: B023
        assert wait(lambda: events.page.footLabel.text().startswith(f"{count} event"))  # noqa: B023
        dock.raise_()
    press(dock, line)
    texts = [action.text() for action in dock.page.listMenu.actions()]
    assert texts == [f"{counts[period]}: Mopti, {period}" for period in counts]


def test_what_changed_since_is_said_above_the_list(plugin: Any, analyse: Any, layer: QgsVectorLayer) -> None:
    analyse("buffercounts", **RINGS)
    dock = dock_of(plugin)
    count = column(dock, "Events")[-1]
    press(dock, len(column(dock, "Events")) - 1)
    click(dock.page.listButton)
    events = list_of(plugin)
    one = events.table.rows["event_id"].iloc[0]
    rulings.add(Path(layer.source().split("|")[0]), Ruling(one, "exclude", "1", "a twin", "A. Analyst"))
    dock.raise_()
    click(dock.page.listButton)
    assert wait(lambda: "when this result was made" in events.page.noteLabel.text())
    assert f"The result says {count}; counted now it is {int(count) - 1}." in events.page.noteLabel.text()


def test_runs_again_with_what_was_asked_also_after_reopening(
    plugin: Any, analyse: Any, tmp_path: Path, layer: QgsVectorLayer
) -> None:
    analyse("regionfootprints", CHANGE=str(tmp_path / "change.gpkg"), **FOOTPRINTS)
    path = tmp_path / "project.qgz"
    QgsProject.instance().write(str(path))
    QgsProject.instance().clear()
    assert QgsProject.instance().read(str(path))
    dock = dock_of(plugin)
    assert wait(lambda: dock.result is not None)
    there = QgsProject.instance().mapLayers()
    click(dock.page.againButton)
    assert dock.again.busy
    assert wait(lambda: not dock.again.busy)
    new = {name: one for name, one in QgsProject.instance().mapLayers().items() if name not in there}
    assert len(new) == 2  # and its change
    assert dock.layer() in new.values()  # the newest is shown
    assert all(Path(one.source().split("|")[0]).parent == tmp_path for one in new.values())
    old, again = (
        next(one for one in layers.values() if one.fields().lookupField("region_km2") >= 0)
        for layers in (there, new)
    )
    for name in ("region", "period", "events", "footprint_km2"):
        assert [one[name] for one in again.getFeatures()] == [one[name] for one in old.getFeatures()]


def test_says_what_is_gone_and_takes_another(
    plugin: Any, analyse: Any, layer: QgsVectorLayer, tmp_path: Path
) -> None:
    analyse("buffercounts", **RINGS)
    dock = dock_of(plugin)
    QgsProject.instance().removeMapLayer(layer.id())
    own = tmp_path / "own.gpkg"
    moved = own.rename(tmp_path / "moved.gpkg")
    press(dock, 0)
    click(dock.page.listButton)
    assert wait(lambda: dock.page.noticeFrame.isVisible())
    assert str(own) in dock.page.noticeLabel.text() and "not there any more" in dock.page.noticeLabel.text()
    other = QgsVectorLayer(f"{moved}|layername=events", "Moved events", "ogr")
    tree.add_events(other)
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.objectName())
        assert box.combo.currentLayer() is other  # results are none
        box.buttons.accepted.emit()

    QTimer.singleShot(300, answer)
    before = len(QgsProject.instance().mapLayers())
    click(dock.page.againButton)
    assert asked == ["flashpoints_choose_layer"]
    assert wait(lambda: len(QgsProject.instance().mapLayers()) == before + 1)
    assert dock.result.parameters["INPUT"].startswith(str(moved))


def test_copies_table_sentence_and_chart(plugin: Any, analyse: Any) -> None:
    analyse("buffercounts", **RINGS)
    dock = dock_of(plugin)
    click(dock.page.copyButton)
    mime = QApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in mime.text().splitlines() if "\t" in line]
    assert len(rows) == 7 and "Events" in rows[0] and len({len(row) for row in rows}) == 1
    assert "SYNTHETIC" in mime.text() and mime.html().count("<tr") == 7
    press(dock, 5)
    click(dock.page.sentenceButton)
    text = QApplication.clipboard().mimeData().text()
    assert "within 300 km of Bamako" in text and "within 100 km" not in text
    for part in ("Definition: ", "SHA-256", "accessed", "ring-geodesic/1", "Flashpoints"):
        assert part in text
    dock.page.tabs.setCurrentIndex(1)
    click(dock.page.copyButton)
    assert QApplication.clipboard().image().width() > 1000


def test_saves_what_is_shown(
    plugin: Any, analyse: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse("compareperiods", **COMPARED)
    dock = dock_of(plugin)
    view = dock.page.view
    view.sortByColumn(head(dock, "Events, 2023-H1"), Qt.SortOrder.DescendingOrder)
    for action, suffix in zip(dock.page.saveMenu.actions(), (".csv", ".xlsx", ".png", ".svg")):
        path = tmp_path / f"saved{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        if not action.isEnabled():
            assert suffix in (".png", ".svg") and not dock.page.chart.has_chart
            continue
        action.trigger()
        assert path.stat().st_size > 200
    source = ogr.Open(str(tmp_path / "saved.csv"))
    ids = [feature.GetField("name") for feature in source.GetLayer(0)]
    assert len(ids) == view.model().rowCount()
    assert ids == [dock.result.rows["name"].iloc[row] for row in view.model().lines()]


def test_draws_rings_and_footprints(plugin: Any, analyse: Any, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    results = [
        analyse("buffercounts", PROFILE=str(tmp_path / "profile.gpkg"), **RINGS),
        analyse("buffercounts", BREAKDOWN="actor_group", **RINGS),
        analyse(
            "regionfootprints",
            CHANGE=str(tmp_path / "c.gpkg"),
            SENSITIVITY=str(tmp_path / "s.gpkg"),
            **FOOTPRINTS,
        ),
    ]
    dock = dock_of(plugin)
    dock.page.tabs.setCurrentIndex(1)
    combo = dock.page.resultCombo
    assert combo.count() == 6 and len(results) == 3
    for index in range(combo.count()):
        combo.setCurrentIndex(index)
        assert wait(lambda: dock.page.chart._image is not None), combo.itemText(index)
        assert dock.page.chart.problem == ""
        path = tmp_path / f"chart{index}.png"
        dock.files.save(path)
        picture = QImage(str(path))
        assert len({picture.pixel(x, y) for x in range(0, 1800, 20) for y in range(0, 1100, 20)}) > 3


def test_follows_the_project(plugin: Any, analyse: Any, layer: QgsVectorLayer) -> None:
    first = analyse("buffercounts", **RINGS)
    second = analyse("compareperiods", **COMPARED)
    dock = dock_of(plugin)
    combo = dock.page.resultCombo
    assert [combo.itemText(n) for n in range(2)] == [second.name(), first.name()]
    first.setName("Rings & <b>more</b>")
    assert combo.itemText(1) == "Rings & <b>more</b>"
    combo.setCurrentIndex(1)
    assert dock.result.title == "Rings & <b>more</b>" and "<b>more</b>" in dock.page.browser.toPlainText()
    first.startEditing()
    index = first.fields().lookupField("note")
    feature = next(first.getFeatures())
    first.changeAttributeValue(feature.id(), index, "<i>edited</i>")
    assert first.commitChanges()
    assert wait(lambda: "<i>edited</i>" in list(dock.result.rows["note"]))
    QgsProject.instance().removeMapLayer(first.id())
    assert dock.result.title == second.name() and combo.count() == 1
    QgsProject.instance().removeMapLayer(second.id())
    assert dock.result is None and dock.page.emptyLabel.isVisible() and not dock.page.againButton.isEnabled()


def own_table(rows: int, algorithm: str = "flashpoints:later") -> QgsVectorLayer:
    """A result of a version that is not out yet."""
    made = QgsVectorLayer(
        "NoGeometry?field=name:string&field=events:int&field=thing:double", "later", "memory"
    )
    annotate(
        made, title="later", definition="d", definition_id="later/1", parameters={"algorithm": algorithm},
        sources=[], version="99.0",
    )  # fmt: skip
    features = []
    for number in range(rows):
        feature = QgsFeature(made.fields())
        feature.setAttributes([f"<b>{number}</b>", number, number / 3])
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return made


@pytest.mark.parametrize("rows", [0, 1, 5_000])
def test_results_of_another_version(plugin: Any, rows: int, qgis_iface: Any) -> None:
    plugin.results_action.trigger()
    dock = dock_of(plugin)
    assert dock.page.emptyLabel.isVisible()
    QgsProject.instance().addMapLayer(own_table(rows))
    assert wait(lambda: dock.result is not None)
    assert dock.page.view.model().rowCount() == rows
    if rows:
        assert column(dock, "Name")[-1] == f"<b>{rows - 1}</b>"
        press(dock, 0)
    assert not dock.page.listButton.isEnabled()
    click(dock.page.sentenceButton)
    for button in (dock.page.againButton, dock.page.changeButton):
        click(button)
        assert wait(lambda: dock.page.noticeFrame.isVisible())
        dock.page.say("")


def test_a_result_whose_file_is_gone(plugin: Any, analyse: Any, tmp_path: Path) -> None:
    made = analyse("buffercounts", **RINGS)
    dock = dock_of(plugin)
    path = tmp_path / "project.qgs"
    QgsProject.instance().write(str(path))
    source = Path(made.source().split("|")[0])
    QgsProject.instance().clear()
    source.unlink()
    QgsProject.instance().read(str(path))
    assert wait(lambda: dock.page.resultCombo.count() == 1)
    assert wait(lambda: dock.page.noticeFrame.isVisible()) and dock.result is None


def test_a_dock_that_was_closed_stays_closed(plugin: Any, analyse: Any) -> None:
    analyse("buffercounts", **RINGS)
    dock = dock_of(plugin)
    focus = QApplication.focusWidget()
    dock.close()
    assert not plugin.results_action.isChecked()
    analyse("compareperiods", **COMPARED)
    assert not dock.isVisible()
    plugin.results_action.trigger()
    assert dock.isVisible() and dock.result.kind == "comparison"
    assert QApplication.focusWidget() is focus
