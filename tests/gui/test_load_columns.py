# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that the Load dialog has to ask about: which column is which, which date order, which sheet."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from event_files import COLUMNS, GED_COLUMNS, ged_row, row, write_lines
from event_files import write as write_file
from flashpoints.plugin.gui.column_words import column_words
from osgeo import gdal
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel
from workbooks import write_workbook

from .conftest import click, click_text, load, settled, wait

TRIMMED = (
    "Réf;Jour;Type;Auteur;Y;X;Morts",
    *(
        f"MLI{n};{n} février 2023;{('Battles', 'Protests')[n % 2]};Groupe A;14,{n:02d};-4,5;{n}"
        for n in range(1, 21)
    ),
)


def stored(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What a store holds, read by SQLite alone."""
    with opened(f"file:{path}?mode=ro", uri=True) as connection:
        return connection.execute(query).fetchall()


def taken(dialog: Any) -> list[str]:
    """What the columns are taken for, as the table shows it."""
    table = dialog.columns.table
    boxes = [table.cellWidget(0, at) for at in range(table.columnCount())]
    return [box.currentText() if box else table.item(0, at).text() for at, box in enumerate(boxes)]


def take(dialog: Any, position: int, canonical: str) -> None:
    """Choose what a column is taken for by keyboard, and wait. The first key opens the list, and chooses nothing."""
    box = dialog.columns.table.cellWidget(0, position)
    wanted, now = box.findData(canonical), box.currentIndex()
    key = Qt.Key.Key_Down if wanted > now else Qt.Key.Key_Up
    QTest.keyClick(box, key)
    assert box.view().isVisible() and box.currentIndex() == now
    for _ in range(abs(wanted - now)):
        QTest.keyClick(box.view(), key)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentIndex() == wanted
    assert settled(dialog)


def test_all_canonical_columns_have_words() -> None:
    """Every column that a mapping may name is offered, once."""
    from flashpoints.plugin.core.formats.columns import MAPPABLE

    words = column_words()
    assert sorted(words) == sorted(MAPPABLE)
    assert len(set(words.values())) == len(words)


def test_a_trimmed_file_is_loaded_by_its_guessed_columns(choose: Any, tmp_path: Path) -> None:
    """Nobody's form, French headers: all is guessed, marked as such with the reason, and can be loaded."""
    dialog = choose(write_lines(tmp_path / "a.csv", *TRIMMED))
    assert dialog.formatCombo.currentText().startswith("Not recognised")
    assert taken(dialog)[:3] == ["Event id (guessed)", "Date (guessed)", "Event type (guessed)"]
    assert "guessed" in dialog.columns.sentenceLabel.text()
    assert "Guessed: " in dialog.columns.table.cellWidget(0, 0).toolTip()
    load(dialog)
    events = stored(
        tmp_path / "a.gpkg", "SELECT event_id, event_date, latitude FROM events ORDER BY event_date"
    )
    assert len(events) == 20 and events[0] == ("MLI1", "2023-02-01", 14.01)


def test_what_is_missing_is_named_and_can_be_chosen(choose: Any, tmp_path: Path) -> None:
    """A column that no guess finds: one sentence, no Load; chosen above it, it can be loaded."""
    lines = [line.replace("Type", "Col7") for line in TRIMMED[:1]]
    lines += [line.replace("Battles", "type a").replace("Protests", "type b") for line in TRIMMED[1:]]
    dialog = choose(write_lines(tmp_path / "a.csv", *lines))
    assert not dialog.foot.runButton.isEnabled()
    assert "Event type" in dialog.columns.sentenceLabel.text()
    assert dialog.foot.statusLabel.text() == "Still needed: Event type."
    take(dialog, 2, "event_type")
    assert dialog.foot.runButton.isEnabled(), dialog.foot.statusLabel.text()
    assert taken(dialog)[2] == "Event type"  # chosen, no longer a guess
    take(dialog, 2, "")
    assert not dialog.foot.runButton.isEnabled()


def test_a_column_taken_away_does_not_come_back_as_a_guess(choose: Any, tmp_path: Path) -> None:
    """What the user says of a column holds against the guess."""
    dialog = choose(write_lines(tmp_path / "a.csv", *TRIMMED))
    take(dialog, 6, "")
    assert taken(dialog)[6] == "not used"
    load(dialog)
    assert stored(tmp_path / "a.gpkg", "SELECT DISTINCT fatalities FROM events") == [(None,)]


def test_a_value_for_all_rows(choose: Any, tmp_path: Path) -> None:
    """A file of one country that does not say so."""
    dialog = choose(write_lines(tmp_path / "a.csv", *TRIMMED))
    click(dialog.columns.constants.addButton)
    (line,) = dialog.columns.constants.rows
    assert line.box.currentData() == "country" and dialog.focusWidget() is line.edit
    QTest.keyClicks(line.edit, "Mali")
    assert settled(dialog)
    load(dialog)
    assert stored(tmp_path / "a.gpkg", "SELECT DISTINCT country FROM events") == [("Mali",)]


def test_rows_without_ids_can_be_numbered(choose: Any, tmp_path: Path) -> None:
    """Only with the tick, which says what it costs."""
    lines = [line.partition(";")[2] for line in TRIMMED]
    dialog = choose(write_lines(tmp_path / "a.csv", *lines))
    assert dialog.foot.statusLabel.text() == "Still needed: Event id."
    check = dialog.columns.numberCheck
    assert check.isVisible() and "update cannot follow" in check.text()
    click(check)
    assert settled(dialog) and check.isVisible()
    load(dialog)
    assert len(stored(tmp_path / "a.gpkg", "SELECT DISTINCT event_id FROM events")) == 20


def test_a_form_can_be_overruled_and_taken_back(choose: Any, tmp_path: Path) -> None:
    """The list offers every form; another is tried at once, and Recognised brings the first back."""
    dialog = choose(write_file(tmp_path / "a.csv", [row(1), row(2)], COLUMNS))
    combo = dialog.formatCombo
    assert [combo.itemData(index) for index in range(combo.count())] == [
        "auto", "acled", "acled_actor_based", "ucdp_ged", "columns",
    ]  # fmt: skip
    assert not dialog.columns.table.boxes()
    for key, count in ((Qt.Key.Key_Down, 3), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 4)):
        QTest.keyClick(combo, key)
        for _ in range(count - 1):
            QTest.keyClick(combo, key)
        assert settled(dialog)
        if combo.currentData() == "ucdp_ged":
            assert not dialog.foot.runButton.isEnabled()
            assert "Still needed" in dialog.foot.statusLabel.text()
        if combo.currentData() == "columns":
            assert dialog.columns.table.boxes() and dialog.foot.runButton.isEnabled()
    assert combo.currentIndex() == 0 and dialog.foot.runButton.isEnabled()
    assert not dialog.columns.table.boxes()


def test_columns_of_a_known_form_can_be_changed(choose: Any, tmp_path: Path) -> None:
    """Read-only at first, with the button to change them; what is changed is laid over the form's own."""
    path = write_file(tmp_path / "a.csv", [row(1), row(2, admin1="Gao", region="Mopti")], COLUMNS)
    dialog = choose(path)
    click(dialog.columns.editButton)
    at = COLUMNS.index("source_scale")
    take(dialog, at, "country")
    assert taken(dialog)[COLUMNS.index("country")] == "not used"
    take(dialog, at, "location")
    assert taken(dialog)[COLUMNS.index("country")] == "Country"  # back where it was
    assert taken(dialog)[COLUMNS.index("location")] == "not used"
    assert dialog.collect()["FORMAT"] == "acled"
    load(dialog)
    assert stored(tmp_path / "a.gpkg", "SELECT DISTINCT location, actor1 FROM events") == [
        ("Other", "Group A (Mali)")
    ]


def test_a_column_that_two_take_names_both(choose: Any, tmp_path: Path) -> None:
    """UCDP's type of violence is the event type and tells the kind of actor."""
    dialog = choose(write_file(tmp_path / "a.csv", [ged_row(1), ged_row(2)], GED_COLUMNS))
    assert "Event type" in taken(dialog)[GED_COLUMNS.index("type_of_violence")]


@pytest.mark.parametrize(("button", "day"), [("dayButton", "2023-04-03"), ("monthButton", "2023-03-04")])
def test_dates_that_read_two_ways_are_asked_about(choose: Any, tmp_path: Path, button: str, day: str) -> None:
    """With the file's own dates, nothing chosen beforehand, and no Load before the answer."""
    path = write_file(tmp_path / "a.csv", [row(1, event_date="03/04/2023")], COLUMNS)
    dialog = choose(path)
    assert dialog.dates.isVisible()
    assert dialog.dates.dayButton.text() == "Day fi&rst: 03/04/2023 is 3 April 2023"
    assert dialog.dates.monthButton.text() == "M&onth first: 03/04/2023 is 4 March 2023"
    assert not dialog.dates.dayButton.isChecked() and not dialog.dates.monthButton.isChecked()
    assert not dialog.foot.runButton.isEnabled()
    assert "dates" in dialog.foot.statusLabel.text()
    click_text(getattr(dialog.dates, button))
    load(dialog)
    assert stored(tmp_path / "a.gpkg", "SELECT event_date FROM events") == [(day,)]


def test_dates_of_both_orders_say_what_will_be_rejected(choose: Any, tmp_path: Path) -> None:
    """Some rows cannot be right either way; the answer of one file is not kept for the next."""
    rows = [row(n, event_date=text) for n, text in enumerate(("13/02/2023", "02/25/2023", "03/04/2023"), 1)]
    dialog = choose(write_file(tmp_path / "a.csv", rows, COLUMNS))
    assert "13/02/2023 or 02/25/2023" in dialog.dates.restLabel.text()
    click_text(dialog.dates.dayButton)
    load(dialog)
    assert [label.text() for label in dialog.account.numbers] == ["3", "2", "0", "0", "1"]
    dialog = choose(write_file(tmp_path / "b.csv", [row(1, event_date="05/06/2023")], COLUMNS))
    assert dialog.dates.open() and not dialog.foot.runButton.isEnabled()
    dialog = choose(write_file(tmp_path / "c.csv", [row(1)], COLUMNS))
    assert not dialog.dates.isVisible() and dialog.foot.runButton.isEnabled()


def test_the_sheet_is_asked_for(choose: Any, tmp_path: Path) -> None:
    """Two sheets of events: nothing is read before one is chosen."""
    sheets = {
        name: [COLUMNS, *([one[column] for column in COLUMNS] for one in (row(first), row(first + 1)))]
        for name, first in (("2022", 1), ("2023", 5))
    }
    dialog = choose(write_workbook(tmp_path / "a.xlsx", sheets))
    assert dialog.tableCombo.isVisible() and dialog.tableCombo.currentIndex() == -1
    assert not dialog.foot.runButton.isEnabled()
    assert "sheet" in dialog.foot.statusLabel.text()
    dialog.tableCombo.setFocus()
    QTest.keyClick(dialog.tableCombo, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tableCombo, Qt.Key.Key_Down)
    assert settled(dialog)
    assert dialog.tableCombo.currentData() == "2023"
    load(dialog)
    assert stored(tmp_path / "a.gpkg", "SELECT event_id FROM events ORDER BY 1") == [("MLI5",), ("MLI6",)]


EVIL = ("<b>x</b>", '<img src="file:///nowhere.png">', "a&b")


def test_text_of_a_file_is_shown_as_it_is_written(choose: Any, tmp_path: Path) -> None:
    """Column names and values that look like HTML, in the table, its tooltips, sentences and messages."""
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[*EVIL, "date"], ["<i>1</i>" * 9, "2", "3", "<u>03/04/2023</u>"]])
    dialog = choose(path)
    table = dialog.columns.table
    assert [table.horizontalHeaderItem(at).text() for at in range(3)] == list(EVIL)
    assert table.horizontalHeaderItem(0).toolTip() == "<span>&lt;b&gt;x&lt;/b&gt;</span>"
    assert "<i>" not in table.item(1, 0).toolTip()
    for label in dialog.findChildren(QLabel):
        if any(text in label.text() for text in (*EVIL, "<u>")):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    assert dialog.foot.problemLabel.textFormat() == Qt.TextFormat.PlainText


def test_the_wheel_does_not_choose(choose: Any, tmp_path: Path) -> None:
    """Scrolling over the boxes leaves the columns as they are."""
    dialog = choose(write_lines(tmp_path / "a.csv", *TRIMMED))
    box = dialog.columns.table.cellWidget(0, 0)
    before = box.currentIndex()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == before


def test_the_tab_key_goes_from_top_to_bottom(choose: Any, tmp_path: Path) -> None:
    """From the file over the boxes of the columns to the store; boxes out of sight come into view."""
    dialog = choose(write_lines(tmp_path / "a.csv", *TRIMMED))
    dialog.activateWindow()
    dialog.formatCombo.setFocus()
    seen = []
    while dialog.focusWidget() is not dialog.storeWidget.lineEdit() and len(seen) < 40:
        seen.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    panel = dialog.columns
    wanted = [dialog.formatCombo, panel.foldButton, *panel.table.boxes(), panel.constants.addButton]
    assert seen == wanted
    last = panel.table.boxes()[-1]
    last.setFocus()
    wait(lambda: False, 50)
    assert panel.table.viewport().rect().intersects(last.geometry())


def keys(dialog: Any) -> list[str]:
    """The letters that the Alt key reaches now."""
    texts = [
        one.text()
        for kind in (QAbstractButton, QLabel)
        for one in dialog.findChildren(kind)
        if one.isVisible()
    ]
    return [
        found.group(1).lower() for text in texts if (found := re.search(r"&(\w)", text.replace("&&", "")))
    ]


def test_alt_keys_are_unique_in_every_state(choose: Any, tmp_path: Path) -> None:
    """With columns to choose, dates to tell, a store to replace or update, and an account to read."""
    dialog = choose(write_lines(tmp_path / "a.csv", *(line.partition(";")[2] for line in TRIMMED)))
    states = [keys(dialog)]
    dialog = choose(
        write_file(tmp_path / "b.csv", [row(1, event_date="03/04/2023"), row(2, event_date="")], COLUMNS)
    )
    states.append(keys(dialog))
    click_text(dialog.dates.dayButton)
    load(dialog)
    states.append(keys(dialog))
    dialog = choose(tmp_path / "b.csv")
    click_text(dialog.dates.dayButton)
    load(dialog)
    assert dialog.comparison.isVisible()
    states.append(keys(dialog))
    click_text(dialog.replaceRadio)
    states.append(keys(dialog))
    for state in states:
        assert len(state) > 5 and len(state) == len(set(state)), state


def test_a_layer_of_points_is_mapped(choose: Any, tmp_path: Path) -> None:
    """A GeoPackage that is no event store is a layer like any other; the store gets a name of its own."""
    source = write_lines(
        tmp_path / "a.csv",
        "id,jour,type,x,y",
        "A1,2023-02-01,Battles,-4.5,14.5",
        "A2,2023-02-02,Riots,-4.6,14.6",
    )
    options = gdal.VectorTranslateOptions(
        format="GPKG", layerName="incidents", layerCreationOptions=["GEOMETRY_NAME=geom"], SQLStatement=(
            "SELECT id, jour, type, MakePoint(CAST(x AS REAL), CAST(y AS REAL), 4326) AS geom FROM a"
        ), SQLDialect="SQLite",
    )  # fmt: skip
    path = tmp_path / "office.gpkg"
    gdal.VectorTranslate(str(path), str(source), options=options)
    before = path.read_bytes()
    dialog = choose(path)
    assert dialog.storeWidget.filePath() == str(tmp_path / "office events.gpkg")
    assert dialog.foot.runButton.isEnabled(), (dialog.foot.statusLabel.text(), taken(dialog))
    load(dialog)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    query = "SELECT event_id, longitude, latitude FROM events ORDER BY 1"
    assert stored(tmp_path / "office events.gpkg", query) == [("A1", -4.5, 14.5), ("A2", -4.6, 14.6)]
    assert path.read_bytes() == before


def test_sixty_columns(choose: Any, tmp_path: Path) -> None:
    """Wide tables scroll within the dialog, which stays as narrow as before."""
    names = [f"column_{n}" for n in range(60)]
    dialog = choose(write_lines(tmp_path / "a.csv", ",".join(names), ",".join(["word"] * 60)))
    wait(lambda: False, 100)
    assert dialog.columns.table.columnCount() == 60
    assert dialog.minimumSizeHint().width() <= 683
    bar = dialog.formScroll.horizontalScrollBar()
    assert bar.maximum() == 0
