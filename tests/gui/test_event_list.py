# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the events behind a number: read by id, sorted, totalled, shown on the map, read, corrected, saved."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.rulings import Ruling
from flashpoints.plugin.core.rulings_fields import EXCLUDE
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gui import tree
from qgis.core import NULL, QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox

from .conftest import click, wait


@pytest.fixture
def layer(store: Path, tmp_path: Path) -> QgsVectorLayer:
    """The events of a store of one's own, on the map."""
    own = shutil.copy(store, tmp_path / "own.gpkg")
    made = QgsVectorLayer(f"{own}|layername=events", "Events", "ogr")
    assert made.isValid()
    tree.add_events(made)
    return made


def features(layer: QgsVectorLayer, count: int) -> list[QgsFeature]:
    """Some features, every 50th."""
    return list(layer.getFeatures())[::50][:count]


def listed(
    plugin: Any, layer: QgsVectorLayer, ids: list[str], title: str = "16 events", note: str = ""
) -> Any:
    """The list, once it has read."""
    dock = plugin._host().list_events(layer, title, ids, note)
    assert wait(lambda: dock.table is not None)
    return dock


def shown(dock: Any, column: int) -> list[str]:
    """A column's texts from top to bottom."""
    model = dock.page.view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def press(dock: Any, line: int, twice: bool = False) -> None:
    """Click on a line of the table."""
    view = dock.page.view
    place = view.visualRect(view.model().index(line, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if twice:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_lists_the_asked_events_whatever_the_layer_hides(plugin: Any, layer: QgsVectorLayer) -> None:
    there = features(layer, 16)
    ids = [one["event_id"] for one in there]
    layer.setSubsetString("\"event_type\" = 'Protests'")
    dock = listed(plugin, layer, ids)
    dates = [dock.table.rows["event_date"].iloc[dock.page.view.model().position(n)] for n in range(16)]
    assert dates == sorted(dates) and sorted(shown(dock, 8)) == sorted(ids)
    dead = [one["fatalities"] for one in there]
    known = [one for one in dead if one != NULL]
    assert f"16 events · {sum(known)} reported killed" in dock.page.footLabel.text()
    assert ("not known" in dock.page.footLabel.text()) == (len(known) < len(dead))
    assert dock.page.titleLabel.text() == "16 events" and not dock.page.noteLabel.isVisible()
    assert layer.subsetString()  # looking has not changed the map


def test_sorts_by_a_click_on_a_head(plugin: Any, layer: QgsVectorLayer) -> None:
    dock = listed(plugin, layer, [one["event_id"] for one in features(layer, 30)])
    header = dock.page.view.horizontalHeader()
    for descending in (False, True):
        place = QPoint(header.sectionViewportPosition(4) + 10, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        numbers = [int(text.replace(",", "")) for text in shown(dock, 4) if text != "–"]
        assert numbers == sorted(numbers, reverse=descending) and len(set(numbers)) > 2


def test_shows_an_event_on_the_map_and_its_card(plugin: Any, layer: QgsVectorLayer, qgis_canvas: Any) -> None:
    one, two = features(layer, 2)
    qgis_canvas.setDestinationCrs(layer.crs())
    qgis_canvas.setExtent(layer.extent())
    dock = listed(plugin, layer, [one["event_id"], two["event_id"]])
    assert not dock.page.zoomButton.isEnabled()
    press(dock, 0)
    assert dock.mark.is_shown and dock.page.zoomButton.isEnabled()
    press(dock, 0, twice=True)
    chosen = one if dock.chosen()["event_id"] == one["event_id"] else two
    point = dock._point(dock.chosen())
    assert qgis_canvas.center().distance(point) < 1e-6 * max(1, abs(point.x()))
    click(dock.page.cardButton)
    card = plugin.dialogs["event_card"]
    assert chosen["event_id"] in card.page.browser.toPlainText()
    press(dock, 1)  # the card follows
    other = two if chosen is one else one
    assert other["event_id"] in card.page.browser.toPlainText()
    dock.hide()
    assert not dock.mark.is_shown


def test_a_ruled_event_stays_in_the_list_and_says_so(plugin: Any, layer: QgsVectorLayer) -> None:
    ids = [one["event_id"] for one in features(layer, 4)]
    store = Path(layer.source().split("|")[0])
    dock = listed(plugin, layer, ids)
    before = dock.page.footLabel.text()
    made = Ruling(ids[0], EXCLUDE, "1", "a twin of another report", "A. Analyst")
    rulings.add(store, made)
    made = Ruling(ids[1], "fatalities", "77", "the hospital's count", "A. Analyst")
    rulings.add(store, made)
    plugin._host().runner.ended.emit(_outcome())
    assert wait(lambda: dock.page.footLabel.text() != before)
    marks = dict(zip(shown(dock, 8), shown(dock, 7)))
    assert marks[ids[0]] == "left out" and marks[ids[1]] and not marks[ids[2]]
    assert dict(zip(shown(dock, 8), shown(dock, 4)))[ids[1]] == "77"
    assert dock.page.footLabel.text().startswith("3 events") and "1 left out" in dock.page.footLabel.text()


def _outcome() -> Any:
    from flashpoints.plugin.gui.runner import Outcome

    return Outcome("flashpoints:addruling", "", True)


def test_correct_opens_the_dialog_on_the_event(plugin: Any, layer: QgsVectorLayer) -> None:
    (one,) = features(layer, 1)
    dock = listed(plugin, layer, [one["event_id"]])
    press(dock, 0)
    click(dock.page.correctButton)
    ruling = plugin.dialogs["ruling"]
    assert wait(lambda: one["event_id"] in ruling.eventLabel.text())


def test_copies_as_text_and_as_a_table(plugin: Any, layer: QgsVectorLayer) -> None:
    there = features(layer, 3)
    dock = listed(plugin, layer, [one["event_id"] for one in there], title="3 <b>events</b>")
    click(dock.page.copyButton)
    mime = QApplication.clipboard().mimeData()
    lines = mime.text().splitlines()
    assert lines[0].split("\t")[0] == "Date" and len(lines[1:4]) == 3
    assert any("3 events" in line for line in lines) and any("SYNTHETIC" in line for line in lines)
    assert "3 &lt;b&gt;events&lt;/b&gt;" in mime.html() and mime.html().count("<tr") == 4


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, role: QMessageBox.ButtonRole | None) -> list[str]:
    """Answer the question about terms by its button, and choose a file. Gives what was asked."""
    asked: list[str] = []

    def press_button() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.informativeText())
            next(one for one in box.buttons() if box.buttonRole(one) == role).click()

    if role is not None:
        QTimer.singleShot(200, press_button)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    return asked


def test_saving_rows_of_a_source_asks_first(
    plugin: Any, layer: QgsVectorLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = features(layer, 3)
    dock = listed(plugin, layer, [one["event_id"] for one in there])
    path = tmp_path / "out.csv"
    dock._listing.sources[:] = [{"dataset": "ACLED", "terms": "rows may not be passed on", "credit": "ACLED"}]
    asked = answer(monkeypatch, path, QMessageBox.ButtonRole.RejectRole)
    dock.choose_file()
    assert asked and "rows may not be passed on" in asked[0] and not path.exists()
    answer(monkeypatch, path, QMessageBox.ButtonRole.AcceptRole)
    dock.choose_file()
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    by_id = {one["event_id"]: one for one in there}
    assert {row["event_id"] for row in rows} == set(by_id)
    for row in rows:
        one = by_id[row["event_id"]]
        assert row["event_date"] == one["event_date"].toString("yyyy-MM-dd")
        assert row["fatalities"] == ("" if one["fatalities"] == NULL else str(one["fatalities"]))
        assert float(row["longitude"]) == pytest.approx(one.geometry().asPoint().x())


def test_invented_events_are_saved_without_a_question(
    plugin: Any, layer: QgsVectorLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock = listed(plugin, layer, [one["event_id"] for one in features(layer, 2)])
    answer(monkeypatch, tmp_path / "out", None)
    click(dock.page.saveButton)
    assert (tmp_path / "out.csv").exists()


def test_what_is_gone_is_said(plugin: Any, layer: QgsVectorLayer) -> None:
    (one,) = features(layer, 1)
    dock = listed(plugin, layer, [one["event_id"], "GONE1", "it's gone"], note="The file is a newer one.")
    assert dock.page.noteLabel.text().splitlines() == [
        "The file is a newer one.",
        "2 of the events are no longer in the layer.",
    ]
    dock = listed(plugin, layer, [])
    assert dock.page.emptyLabel.isVisible() and "0" in dock.page.emptyLabel.text()


def test_a_layer_in_memory_and_texts_with_html(plugin: Any) -> None:
    fields = "field=event_id:string&field=event_date:date&field=event_type:string&field=actor1:string"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "own", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["A1", None, "Battles", "<img src=x> & =1+1"])
    layer.dataProvider().addFeatures([feature])
    tree.add_events(layer)
    dock = listed(plugin, layer, ["A1"])
    assert shown(dock, 2) == ["<img src=x> & =1+1"] and shown(dock, 4) == ["–"]
    press(dock, 0)
    assert not dock.mark.is_shown  # it has no place
    click(dock.page.zoomButton)
    click(dock.page.cardButton)
    assert "<img src=x>" in plugin.dialogs["event_card"].page.browser.toPlainText()


def test_a_closed_project_leaves_no_events_behind(plugin: Any, layer: QgsVectorLayer) -> None:
    from qgis.core import QgsProject

    dock = listed(plugin, layer, [one["event_id"] for one in features(layer, 3)])
    press(dock, 0)
    QgsProject.instance().clear()
    assert dock.table is None and dock.layer is None and not dock.mark.is_shown
    assert not dock.page.copyButton.isEnabled()
