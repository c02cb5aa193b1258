# SPDX-License-Identifier: GPL-2.0-or-later
"""A newer file into a store: compared first, confirmed where needed, then done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from event_files import COLUMNS, Row, row
from event_files import write as write_file
from flashpoints.plugin.core.event_filter import EventFilter
from flashpoints.plugin.core.event_look import EventLook
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.gis.event_filters import apply_filter
from flashpoints.plugin.gui import tree
from flashpoints.plugin.gui.look_keeper import places_layer_of
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDate

from .conftest import click, load, settled, wait, write

OLD = [row(n, event_date=f"2023-01-{n:02d}", timestamp="1700000000") for n in range(1, 21)]


def numbers(dialog: Any) -> list[str]:
    """Added, changed, removed, unchanged, left."""
    return [label.text() for label in dialog.comparison.numbers]


def events(store: Path) -> set[tuple[str, str]]:
    """Ids and fatalities in a store."""
    with opened(f"file:{store}?mode=ro", uri=True) as connection:
        return set(connection.execute("SELECT event_id, fatalities FROM events"))


def shown() -> list[Any]:
    """The layers of events on the map."""
    return [one for one in QgsProject.instance().mapLayers().values() if tree.kind(one) == "events"]


@pytest.fixture
def compared(choose: Any, tmp_path: Path) -> Any:
    """Load the old rows, then choose a newer file for the same store and compare."""

    def go(rows: Sequence[Row]) -> Any:
        dialog = choose(write_file(tmp_path / "old.csv", OLD, COLUMNS))
        load(dialog)
        write(dialog.fileWidget.lineEdit(), str(write_file(tmp_path / "new.csv", rows, COLUMNS)))
        assert settled(dialog)
        write(dialog.storeWidget.lineEdit(), str(tmp_path / "old.gpkg"))
        assert dialog.foot.runButton.text() == "Co&mpare"
        load(dialog)
        assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
        return dialog

    return go


def test_an_update_is_shown_before_it_is_done(compared: Any, tmp_path: Path) -> None:
    """Two new, one changed: nothing is written by the comparison, and the map shows the update at once."""
    newer = [*OLD[:-1], row(20, event_date="2023-01-20", fatalities="7", timestamp="1800000000")]
    newer += [row(n, event_date="2023-02-01") for n in (31, 32)]
    store = tmp_path / "old.gpkg"
    dialog = compared(newer)
    assert numbers(dialog) == ["2", "1", "0", "19", "0"]
    assert len(events(store)) == 20
    assert dialog.foot.runButton.text() == "Upda&te" and dialog.foot.runButton.isEnabled()
    assert Path(dialog.comparison.report_path()).read_text(encoding="utf-8").startswith("<!DOCTYPE")
    (layer,) = shown()
    load(dialog)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    assert events(store) == {(f"MLI{n}", 2) for n in (*range(1, 20), 31, 32)} | {("MLI20", 7)}
    assert [one.id() for one in shown()] == [layer.id()]
    assert layer.featureCount() == 22
    assert dialog.account.isVisible() and not dialog.foot.runButton.isEnabled()


def test_a_filtered_layer_with_marks_by_place_is_up_to_date_after_an_update(
    plugin: Any, compared: Any
) -> None:
    """The filter holds, the marks by place count the new events, and what is said counts the whole store."""
    dialog = compared([*OLD, *(row(n, event_date="2023-01-25") for n in (31, 32, 33))])
    (layer,) = shown()
    done: list[str] = []
    plugin.look_keeper.refreshed.connect(done.append)
    plugin.look_keeper.apply(layer, EventLook(afar="circles"))
    assert wait(lambda: len(done) == 1)
    apply_filter(layer, EventFilter(period=parse_period("2023-01-11/2023-01-31")))
    assert wait(lambda: len(done) == 2)
    places = places_layer_of(layer)
    assert places is not None and sum(one["events"] for one in places.getFeatures()) == 10
    load(dialog)
    assert wait(lambda: sum(one["events"] for one in places.getFeatures()) == 13)
    assert layer.featureCount() == 13 and places_layer_of(layer) is places
    assert dialog.foot.statusLabel.text().endswith("23 events")


def test_many_removals_need_a_tick(compared: Any, tmp_path: Path) -> None:
    """A quarter of the events is gone: said, and Update waits for the tick."""
    kept = [one for n, one in enumerate(OLD, 1) if n not in (5, 6, 7, 8, 9)]
    dialog = compared(kept)
    assert numbers(dialog) == ["0", "0", "5", "15", "0"]
    assert any("5 of the 20" in text for text in dialog.comparison.sentences.texts())
    assert not dialog.foot.runButton.isEnabled()
    click(dialog.comparison.confirmCheck)
    assert dialog.foot.runButton.isEnabled()
    load(dialog)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    assert len(events(tmp_path / "old.gpkg")) == 15


def test_nothing_can_be_changed_while_it_runs(compared: Any) -> None:
    """What comes out belongs to what was asked for."""
    dialog = compared([*OLD, row(40, event_date="2023-01-21")])
    click(dialog.foot.runButton)
    assert dialog.run is not None and not dialog.formPage.isEnabled()
    assert wait(lambda: dialog.run is None)
    assert dialog.formPage.isEnabled() and dialog.account.isVisible()


def test_another_choice_has_to_be_compared_anew(compared: Any) -> None:
    """What was compared is no longer what would be done."""
    dialog = compared([*OLD, row(40, event_date="2023-01-21")])
    write(dialog.countriesEdit, "Mali")
    assert dialog.foot.runButton.text() == "Co&mpare"
    assert not dialog.comparison.isVisible()


def test_ids_that_the_source_deleted(compared: Any, tmp_path: Path) -> None:
    """A list of them, beside a file that still holds the rows of other days only."""
    dialog = compared([*OLD, row(40, event_date="2023-03-01")])
    listed = tmp_path / "deleted.csv"
    listed.write_text("event_id_cnty\nMLI3\n", encoding="utf-8")
    write(
        dialog.fileWidget.lineEdit(),
        str(write_file(tmp_path / "b.csv", [row(50, event_date="2023-04-01")], COLUMNS)),
    )
    assert settled(dialog)
    write(dialog.storeWidget.lineEdit(), str(tmp_path / "old.gpkg"))
    write(dialog.deletedWidget.lineEdit(), str(listed))
    load(dialog)
    assert not dialog.foot.problemFrame.isVisible(), dialog.foot.problemLabel.text()
    assert numbers(dialog)[0] == "1" and numbers(dialog)[2] == "1"


def test_the_days_covered_are_corrected_in_the_window(choose: Any, tmp_path: Path) -> None:
    """Correct…, two dates, Save: in the store, and what the window then says; the wrong way round is refused."""
    dialog = choose(write_file(tmp_path / "old.csv", OLD, COLUMNS))
    load(dialog)
    coverage = dialog.account.coverage
    assert coverage.label.text().endswith("1 January 2023 to 20 January 2023.")
    click(coverage.correctButton)
    assert coverage.startEdit.isVisible() and coverage.saveButton.isVisible()
    coverage.endEdit.setDate(QDate(2022, 12, 31))
    click(coverage.saveButton)
    assert "ends" in dialog.foot.problemLabel.text() and dialog.foot.problemFrame.isVisible()
    coverage.endEdit.setDate(QDate(2023, 1, 31))
    click(coverage.saveButton)
    assert not dialog.foot.problemFrame.isVisible() and not coverage.startEdit.isVisible()
    assert coverage.label.text().endswith("January 2023.") and " 20 " not in coverage.label.text()
    with opened(f"file:{tmp_path / 'old.gpkg'}?mode=ro", uri=True) as connection:
        assert connection.execute("SELECT DISTINCT start, end FROM coverage").fetchall() == [
            ("2023-01-01", "2023-01-31")
        ]
