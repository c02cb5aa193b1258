# SPDX-License-Identifier: GPL-2.0-or-later
"""Load events: from a chosen file to the map, with every row accounted for, and every wrong file answered."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.gis.paths import world_map
from flashpoints.plugin.gui import tree
from qgis.core import QgsProject, QgsVectorLayer

from .conftest import click, click_text, load, wait, write


@pytest.fixture
def few(sample: Path, tmp_path: Path) -> Path:
    """200 rows of the sample: one twice, two without a date, five of another country."""
    with sample.open(encoding="utf-8", newline="") as file:
        rows = [row for _, row in zip(range(201), csv.reader(file))]
    header = rows[0]
    rows[10] = list(rows[9])
    for number in (20, 30):
        rows[number][header.index("event_date")] = ""
    for number in range(40, 45):
        rows[number][header.index("country")] = "Niger"
    path = tmp_path / "few.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def events_layers() -> list[QgsVectorLayer]:
    """The events layers on the map."""
    return [layer for layer in QgsProject.instance().mapLayers().values() if tree.kind(layer) == "events"]


def test_file_is_recognised(choose: Any, few: Path) -> None:
    """What it is, by what, its first rows, and a store beside it."""
    dialog = choose(few)
    assert dialog.formatCombo.currentText() == "Recognised: ACLED, as exported since 2023"
    assert "31 of the 31 columns of this format are there." in dialog.file.evidence.texts()
    table = dialog.columns.table
    assert table.isVisible()
    assert (table.rowCount(), table.columnCount()) == (1 + 5, 31)
    assert table.horizontalHeaderItem(0).text() == "event_id_cnty"
    assert table.item(0, 0).text() == "Event id"
    assert table.item(1, 0).text().startswith("SYN")
    assert dialog.storeWidget.filePath() == str(few.with_suffix(".gpkg"))
    assert not dialog.account.isVisible()


def test_rows_are_accounted_for(choose: Any, few: Path, qgis_iface: Any) -> None:
    """200 rows: 192 events, 1 merged, 5 of another country, 2 rejected, which can be looked at."""
    dialog = choose(few)
    write(dialog.countriesEdit, "Mali")
    load(dialog)
    assert [label.text() for label in dialog.account.numbers] == ["200", "192", "1", "5", "2"]
    assert dialog.account.reason_texts() == ["2", "no event_date"]
    click(dialog.account.rejectedButton)
    (table,) = [one for one in QgsProject.instance().mapLayers().values() if "Rejected" in one.name()]
    assert sorted(feature["row_number"] for feature in table.getFeatures()) == [21, 31]
    qgis_iface.showAttributeTable.assert_called_with(table)
    assert dialog.account.reportButton.isVisible()
    report = few.parent / "few report.html"
    assert "<html" in report.read_text(encoding="utf-8").lower()


def test_events_come_onto_the_map(choose: Any, few: Path, qgis_canvas: Any) -> None:
    """Named, styled, playable in time, on top, zoomed to, with the base map below; the world map is not touched."""
    before = world_map().stat().st_mtime_ns
    dialog = choose(few)
    load(dialog)
    (layer,) = events_layers()
    assert layer.name() == "Events (synthetic sample)"
    assert layer.renderer().type() == "RuleRenderer"
    assert layer.temporalProperties().isActive()
    assert qgis_canvas.extent().contains(layer.extent())
    assert wait(tree.has_base)
    order = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert order[0] is layer
    assert {tree.kind(one) for one in order[1:]} == {"base"}
    assert world_map().stat().st_mtime_ns == before


def test_store_is_not_replaced_unasked(choose: Any, few: Path, store: Path) -> None:
    """A store of that name is there: an update is proposed; it is replaced when asked for, and with the tick."""
    target = few.with_suffix(".gpkg")
    shutil.copy(store, target)
    before = target.read_bytes()
    dialog = choose(few)
    assert dialog.updateRadio.isChecked() and dialog.foot.runButton.text() == "Co&mpare"
    assert not dialog.replaceCheck.isVisible()
    click_text(dialog.replaceRadio)
    assert dialog.replaceCheck.isVisible() and dialog.foot.runButton.text() == "&Load"
    click(dialog.foot.runButton)
    assert dialog.run is None
    assert "already" in dialog.foot.problemLabel.text()
    assert target.read_bytes() == before
    click(dialog.replaceCheck)
    load(dialog)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    assert len(events_layers()) == 1


def test_another_geopackage_is_never_replaced(choose: Any, few: Path) -> None:
    """Somebody's work of that name: said at once, and there is nothing to press."""
    target = few.with_suffix(".gpkg")
    target.write_bytes(b"somebody's work")
    dialog = choose(few)
    assert wait(lambda: dialog.foot.problemFrame.isVisible())
    assert not dialog.foot.runButton.isEnabled()
    assert not dialog.replaceRadio.isVisible() and not dialog.replaceCheck.isVisible()
    write(dialog.storeWidget.lineEdit(), str(few.parent / "other.gpkg"))
    assert not dialog.foot.problemFrame.isVisible() and dialog.foot.runButton.isEnabled()


def test_store_on_the_map_is_taken_out_first(choose: Any, few: Path) -> None:
    """A store that the project shows is only replaced when its layers may go."""
    dialog = choose(few)
    load(dialog)
    assert not dialog.foot.runButton.isEnabled()  # it is loaded
    dialog = choose(few)
    click_text(dialog.replaceRadio)
    click(dialog.replaceCheck)
    click(dialog.foot.runButton)
    assert dialog.run is None
    assert "The project shows layers" in dialog.foot.problemLabel.text()
    click(dialog.foot.problemButton)
    assert wait(lambda: dialog.run is None and len(events_layers()) == 1)
    assert not dialog.foot.problemFrame.isVisible()


def test_a_store_is_opened_as_it_is(choose: Any, store: Path, tmp_path: Path) -> None:
    """Without another import."""
    path = Path(shutil.copy(store, tmp_path / "office.gpkg"))
    before = path.stat().st_size
    dialog = choose(path)
    assert "8,144 events" in dialog.file.hintLabel.text()
    assert not dialog.storeWidget.isVisible()
    click(dialog.foot.runButton)
    assert len(events_layers()) == 1
    assert path.stat().st_size == before


def test_folder_is_remembered(choose: Any, few: Path, plugin: Any, open_dialog: Any) -> None:
    """The next file is looked for where this one was."""
    dialog = choose(few)
    write(dialog.countriesEdit, "Mali; Niger")
    click(dialog.foot.closeButton)
    plugin.dialogs.clear()
    again = open_dialog("load_events")
    assert again.fileWidget.defaultRoot() == str(few.parent)
    assert again.countriesEdit.text() == "Mali; Niger"


def wrong(folder: Path, name: str, content: bytes) -> Path:
    """A file with some content."""
    path = folder / name
    path.write_bytes(content)
    return path


AGGREGATE = b"country,admin1,year,month,events,fatalities\nMali,Mopti,2023,1,12,30\n"
NO_PLACES = b"event_id_cnty,event_date,event_type,country\nX1,2023-01-01,Battles,Mali\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("photo.csv", b"\xff\xd8\xff\xe0" + bytes(500), "JPEG"),
        ("counts.csv", AGGREGATE, "counts of events"),
        ("project.gpkg", b"no database", "no GeoPackage"),
    ],
)
def test_wrong_files_are_answered_inline(
    choose: Any, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    """In plain words, before anything can be run."""
    dialog = choose(wrong(tmp_path, name, content))
    assert not dialog.foot.runButton.isEnabled()
    text = dialog.foot.problemLabel.text()
    assert any(word in text for word in words.split("|")), text
    assert "Traceback" not in text


def test_missing_file(choose: Any, tmp_path: Path) -> None:
    """A path with a slip of the pen."""
    dialog = choose(tmp_path / "gone.csv")
    assert "There is no such file" in dialog.foot.problemLabel.text()


def test_header_without_rows(choose: Any, sample: Path, tmp_path: Path) -> None:
    """Recognised, but there is nothing to load: the run says so, and no store is left behind."""
    header = sample.read_text(encoding="utf-8").splitlines()[0]
    dialog = choose(wrong(tmp_path, "header.csv", header.encode()))
    load(dialog)
    assert "no rows" in dialog.foot.problemLabel.text()
    assert not (tmp_path / "header.gpkg").exists()
    assert events_layers() == []


def test_folder_of_the_store_is_missing(choose: Any, few: Path, tmp_path: Path) -> None:
    """Said by the import in plain words."""
    dialog = choose(few)
    dialog.storeWidget.setFilePath(str(tmp_path / "nowhere" / "store.gpkg"))
    load(dialog)
    assert "folder" in dialog.foot.problemLabel.text()
    assert events_layers() == []
