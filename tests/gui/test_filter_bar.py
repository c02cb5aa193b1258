# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock “Filter and time” in a window: what it sets, what it says, and what the mouse does on the bars."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.event_filter import NOTHING, EventFilter
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.gis.event_filters import apply_filter, read_filter
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from .conftest import click, wait, write

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier
H1 = EventFilter(period=parse_period("2023-H1"))


def press(plugin: Any) -> None:
    """The toolbar's button."""
    click(plugin.toolbar.widgetForAction(plugin.filter_action))


def opened(plugin: Any) -> Any:
    """Press the button; wait for the answers. The map is not drawn in tests, so the bars are of all places."""
    press(plugin)
    dock = plugin.filter_action.dock
    dock.panel.mapCheck.setChecked(False)
    dock.setFloating(True)
    dock.resize(1366, 240)
    assert wait(lambda: dock.isVisible() and not dock.answers.busy)
    return dock


@pytest.fixture
def dock(plugin: Any, events: QgsVectorLayer) -> Any:
    """The dock, open on the sample's events."""
    return opened(plugin)


@pytest.fixture(scope="module")
def rows(store: Path) -> pd.DataFrame:
    """The sample's events by SQLite alone."""
    with sqlite3.connect(f"file:{store}?immutable=1", uri=True) as connection:
        return pd.read_sql("SELECT * FROM events", connection, parse_dates=["event_date"])


def settled(dock: Any, words: str) -> bool:
    """Wait until the dock says this of how many events show."""
    return wait(lambda: not dock.answers.busy and dock.panel.countLabel.text() == words)


def says(shown: int, total: int) -> str:
    """What the dock says."""
    return f"{shown:,} of {total:,} events show" if shown < total else f"All {total:,} events show"


def bar_totals(dock: Any) -> dict[str, int]:
    """What the bars hold, by month."""
    histogram = dock.panel.histogram.bars.histogram
    return {str(edge)[:7]: int(count) for edge, count in zip(histogram.bins.edges, histogram.totals) if count}


def months(rows: pd.DataFrame) -> dict[str, int]:
    """The same by pandas."""
    return {
        str(month): int(count)
        for month, count in rows.groupby(rows["event_date"].dt.to_period("M")).size().items()
    }


def test_it_says_how_many_show_and_when_they_were(dock: Any, rows: pd.DataFrame) -> None:
    """Bars by month, families as the store has them, and the choices with their counts."""
    assert settled(dock, says(len(rows), len(rows)))
    assert bar_totals(dock) == months(rows)
    classes = [one.name for one in dock.panel.histogram.bars.classes]
    assert classes[0] == "Militant Islamist groups" and classes[-1] == "Others"
    tree = dock.panel.blocks.groupsButton.tree
    first = tree.topLevelItem(0)
    named = rows["actor_families"].str.contains(";militant_islamist;").sum()
    assert (first.text(0), first.text(1)) == ("Militant Islamist groups", f"{named:,}")
    assert {first.child(i).text(0) for i in range(first.childCount())} >= {"JNIM"}


def test_no_width_cuts_anything_off(dock: Any) -> None:
    """The dock shares its row with other docks, so that it has any width: what does not fit goes below."""
    dock.setFloating(True)
    area = dock.panel._area
    cut = []
    for width in range(440, 1400, 20):
        dock.resize(width, 620)
        QApplication.processEvents()
        if area.horizontalScrollBar().maximum() > 0:
            cut.append((width, area.horizontalScrollBar().maximum()))
    assert not cut, str(cut)


def test_choices_become_the_layers_filter(dock: Any, events: QgsVectorLayer, rows: pd.DataFrame) -> None:
    """By mouse and keys, each block in turn; what shows is what pandas counts; Clear shows all again."""
    blocks = dock.panel.blocks
    blocks.presetCombo.setCurrentIndex(blocks.presetCombo.findText("2023-H1"))
    blocks.presetCombo.activated.emit(blocks.presetCombo.currentIndex())
    kept = rows["event_date"] >= "2023-01-01"
    assert settled(dock, says(kept.sum(), len(rows)))
    item = blocks.typesButton.tree.topLevelItem(0)
    item.setCheckState(0, Qt.CheckState.Checked)
    kept &= rows["event_type"] == "Battles"
    assert settled(dock, says(kept.sum(), len(rows)))
    blocks.fatalitiesSpin.setFocus()
    QTest.keyClick(blocks.fatalitiesSpin, Qt.Key.Key_Up)
    QTest.keyClick(blocks.fatalitiesSpin, Qt.Key.Key_Up)
    kept &= rows["fatalities"] >= 2
    assert settled(dock, says(kept.sum(), len(rows)))
    write(blocks.textEdit, "MOPTI")
    texts = rows[
        [
            "admin1",
            "admin2",
            "admin3",
            "location",
            "notes",
            "source",
            "actor1",
            "actor2",
            "assoc_actor_1",
            "assoc_actor_2",
        ]
    ]
    kept &= texts.fillna("").agg("\n".join, axis=1).str.lower().str.contains("mopti")
    assert kept.sum() > 0
    assert settled(dock, says(kept.sum(), len(rows)))
    assert {one["event_id"] for one in events.getFeatures()} == set(rows["event_id"][kept])
    assert read_filter(events).chosen == EventFilter(
        parse_period("2023-H1"), (), ("Battles",), min_fatalities=2, text="MOPTI"
    )
    click(dock.panel.clearButton)
    assert settled(dock, says(len(rows), len(rows)))
    assert events.subsetString() == "" and blocks.chosen() == NOTHING


def test_the_bars_follow_the_filter_but_not_its_period(
    dock: Any, events: QgsVectorLayer, rows: pd.DataFrame
) -> None:
    """So that another period can be dragged; the chosen one is marked."""
    apply_filter(events, EventFilter(parse_period("2022"), ("jnim",), text="mopti"))
    view = dock.panel.histogram
    assert wait(lambda: not dock.answers.busy and view.selected == parse_period("2022"))
    named = rows[rows["actor_groups"].str.contains(";jnim;", na=False)]
    texts = named[
        [
            "admin1",
            "admin2",
            "admin3",
            "location",
            "notes",
            "source",
            "actor1",
            "actor2",
            "assoc_actor_1",
            "assoc_actor_2",
        ]
    ]
    found = named[texts.fillna("").agg("\n".join, axis=1).str.lower().str.contains("mopti")]
    assert bar_totals(dock) == months(found)


def test_bars_follow_the_map(dock: Any, rows: pd.DataFrame) -> None:
    """Only events in what the map shows, in whatever system it is; without the tick all of them."""
    canvas = dock._host.canvas
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    click(dock.panel.mapCheck)
    canvas.setExtent(QgsRectangle(-9, 11.5, -7, 13.5))
    wait(lambda: False, 400)
    assert wait(lambda: not dock.answers.busy)
    box = canvas.mapSettings().extent()
    inside = rows[
        rows["longitude"].between(box.xMinimum(), box.xMaximum())
        & rows["latitude"].between(box.yMinimum(), box.yMaximum())
    ]
    assert 0 < len(inside) < len(rows)
    assert bar_totals(dock) == months(inside)
    canvas.setExtent(QgsRectangle(60, 60, 61, 61))
    assert wait(lambda: "Zoom out" in dock.panel.histogram.text())
    click(dock.panel.mapCheck)
    assert wait(lambda: dock.panel.histogram.bars is not None and bar_totals(dock) == months(rows))


def place(view: Any, month: int, part: float = 0.5) -> QPoint:
    """Where a bar stands."""
    area = view.area()
    width = area.width() / len(view.bars.histogram.bins)
    return QPoint(round(area.left() + (month + part) * width), round(area.center().y()))


def drag(view: Any, start: QPoint, end: QPoint, keys: Any = NO_KEYS) -> None:
    """With the mouse."""
    QTest.mousePress(view, LEFT, keys, start)
    QTest.mouseMove(view, QPoint((start.x() + end.x()) // 2, start.y()))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, keys, end)


def test_a_drag_chooses_months(dock: Any, events: QgsVectorLayer, rows: pd.DataFrame) -> None:
    """From right to left too; the layer, the dates and the count follow; a double click shows all dates."""
    view = dock.panel.histogram
    drag(view, place(view, 77), place(view, 72))
    assert settled(dock, says((rows["event_date"] >= "2023-01-01").sum(), len(rows)))
    assert read_filter(events).chosen == H1
    assert dock.panel.blocks.presetCombo.currentText() in ("2023-H1", "Year to date")
    assert dock.panel.blocks.fromEdit.text() == "2023-01-01"
    assert view.marked() == H1.period
    QTest.mouseClick(view, LEFT, NO_KEYS, place(view, 0))
    assert wait(lambda: read_filter(events).chosen.period == parse_period("2017-01"))
    QTest.mouseDClick(view, LEFT, NO_KEYS, place(view, 5))
    assert settled(dock, says(len(rows), len(rows)))
    assert read_filter(events).chosen == NOTHING and view.marked() is None


def test_a_drag_with_shift_chooses_days(dock: Any, events: QgsVectorLayer) -> None:
    """Within the months."""
    view = dock.panel.histogram
    drag(view, place(view, 60, 0.5), place(view, 70, 0.5), SHIFT)
    chosen = read_filter(events).chosen.period
    assert chosen is not None
    assert (chosen.start.isoformat()[:7], chosen.end.isoformat()[:7]) == ("2022-01", "2022-11")
    assert 5 < chosen.start.day < 26 and 5 < chosen.end.day < 26


def test_keys_choose_months(dock: Any, events: QgsVectorLayer) -> None:
    """Arrows, shift and Enter; Delete shows all dates."""
    view = dock.panel.histogram
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert view.marked() == H1.period and "2023" in view.accessibleDescription()
    assert read_filter(events).chosen == NOTHING
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert read_filter(events).chosen == H1
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert read_filter(events).chosen == NOTHING


def test_words_of_a_bar(dock: Any, rows: pd.DataFrame) -> None:
    """Month, count, families; the last weeks are provisional."""
    view = dock.panel.histogram
    said = view.words_at(place(view, 77).x()).splitlines()
    assert said[0] == f"June 2023: {months(rows)['2023-06']:,} events"
    assert any(line.startswith("Militant Islamist groups: ") for line in said)
    assert "Provisional" in said[-1]
    assert "Provisional" not in view.words_at(place(view, 74).x())


def test_a_filter_made_by_hand_is_shown_and_asked_about(
    dock: Any, events: QgsVectorLayer, rows: pd.DataFrame
) -> None:
    """The bar waits; “Keep and add” lets both hold, “Drop it” takes the other away."""
    panel = dock.panel
    events.setSubsetString("\"admin1\" = 'Gao'")
    gao = rows["admin1"] == "Gao"
    assert settled(dock, says(gao.sum(), len(rows)))
    assert "\"admin1\" = 'Gao'" in panel.noticeLabel.text() and not panel.blocks.isEnabled()
    assert (
        panel.replaceButton.isVisible() and panel.keepButton.isVisible() and not panel.dropButton.isVisible()
    )
    assert bar_totals(dock) == months(rows[gao])
    click(panel.keepButton)
    assert wait(lambda: panel.blocks.isEnabled()) and events.subsetString() == "\"admin1\" = 'Gao'"
    panel.histogram.periodChosen.emit(H1.period)
    assert settled(dock, says((gao & (rows["event_date"] >= "2023-01-01")).sum(), len(rows)))
    assert panel.dropButton.isVisible() and not panel.replaceButton.isVisible()
    click(panel.dropButton)
    assert settled(dock, says((rows["event_date"] >= "2023-01-01").sum(), len(rows)))
    events.setSubsetString("\"admin1\" = 'Gao'")
    assert wait(lambda: panel.replaceButton.isVisible())
    click(panel.replaceButton)
    assert wait(lambda: panel.blocks.isEnabled()) and read_filter(events).own == ""


def test_a_layer_that_is_edited_says_so(dock: Any, events: QgsVectorLayer, tmp_path: Path) -> None:
    """And is filtered again when the edits are done."""
    events.startEditing()
    assert wait(lambda: "being edited" in dock.panel.noticeLabel.text())
    assert not dock.panel.blocks.isEnabled() and dock.panel.noticeFrame.isVisible()
    events.rollBack()
    assert wait(lambda: dock.panel.blocks.isEnabled() and not dock.answers.busy)
    assert not dock.panel.noticeFrame.isVisible()


def test_no_events_say_what_to_do(plugin: Any) -> None:
    """With a button that does it; the first layer is then taken up, the last one let go."""
    dock = opened(plugin)
    assert dock.panel.loadButton.isVisible() and not dock.panel.blocks.isVisible()
    click(dock.panel.loadButton)
    assert wait(lambda: "load_events" in plugin.dialogs and plugin.dialogs["load_events"].isVisible())
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=event_id:string&field=event_date:date&field=event_type:string",
        "few",
        "memory",
    )
    QgsProject.instance().addMapLayer(layer)
    assert wait(lambda: dock.panel.blocks.isVisible() and not dock.answers.busy)
    assert "no dated events" in dock.panel.histogram.text()
    assert not dock.panel.blocks.groupsButton.isEnabled()
    assert "Groups, Families" in dock.panel.blocks.groupsButton.toolTip()
    assert dock.panel.blocks.textEdit.isEnabled()
    QgsProject.instance().removeMapLayer(layer.id())
    assert wait(lambda: dock.panel.loadButton.isVisible())


def test_memory_layers_answer_alike(plugin: Any, events: QgsVectorLayer, rows: pd.DataFrame) -> None:
    """And the choice of a layer is there where there are two."""
    dock = opened(plugin)
    assert not dock.panel.layerCombo.isVisible()
    copy = events.materialize(QgsFeatureRequest())
    copy.setName("Copy")
    QgsProject.instance().addMapLayer(copy)
    assert wait(lambda: dock.panel.layerCombo.isVisible())
    dock.panel.layerCombo.setLayer(copy)
    assert wait(lambda: dock.layer() is copy and not dock.answers.busy)
    dock.panel.histogram.periodChosen.emit(H1.period)
    assert settled(dock, says((rows["event_date"] >= "2023-01-01").sum(), len(rows)))
    assert bar_totals(dock) == months(rows)
    assert events.subsetString() == ""


def test_shown_and_hidden_is_remembered(plugin: Any, events: QgsVectorLayer, qgis_iface: Any) -> None:
    """By the button and the dock's own cross; unloading takes the dock out but not the memory."""
    from flashpoints import classFactory

    dock = opened(plugin)
    assert plugin.filter_action.isChecked()
    dock.close()
    assert wait(lambda: not plugin.filter_action.isChecked())
    press(plugin)
    assert wait(lambda: dock.isVisible() and plugin.filter_action.isChecked())
    click(dock.panel.foldButton)
    assert dock.panel.is_folded and not dock.panel.histogram.isVisible()
    plugin.unload()
    assert wait(lambda: sip.isdeleted(dock) or not dock.isVisible())
    again = classFactory(qgis_iface)
    again.initGui()
    assert wait(lambda: again.filter_action.dock is not None and again.filter_action.dock.isVisible())
    assert again.filter_action.dock.panel.is_folded
    again.unload()


def test_it_does_nothing_while_it_is_hidden(dock: Any, events: QgsVectorLayer, rows: pd.DataFrame) -> None:
    """And catches up when it is shown."""
    dock.close()
    before = dock.panel.countLabel.text()
    apply_filter(events, H1)
    QApplication.processEvents()
    assert not dock.answers.busy and dock.panel.countLabel.text() == before
    dock.show()
    assert settled(dock, says((rows["event_date"] >= "2023-01-01").sum(), len(rows)))


def test_groups_with_all_under_them(dock: Any, events: QgsVectorLayer, rows: pd.DataFrame) -> None:
    """`jnim+` is in the list; a ticked family includes its groups, which cannot be ticked apart."""
    groups = dock.panel.blocks.groupsButton
    groups._items["jnim+"].setCheckState(0, Qt.CheckState.Checked)
    wanted = rows["actor_groups"].str.contains(
        ";jnim;|;katiba_macina;|;ansar_dine;|;al_mourabitoune;|;aqim_sahara;|;katiba_serma;|;katiba_gourma;"
    )
    assert wait(lambda: read_filter(events).chosen.groups == ("jnim+",))
    from flashpoints.plugin.gis.loading import load_actors

    under = load_actors().expand(["jnim+"])
    wanted = rows["actor_groups"].map(lambda text: bool(under & set(str(text).split(";"))))
    assert settled(dock, says(wanted.sum(), len(rows)))
    groups._items["militant_islamist"].setCheckState(0, Qt.CheckState.Checked)
    assert read_filter(events).chosen.groups == ("militant_islamist",)
    assert groups._items["jnim"].isDisabled()


def test_one_period_is_what_two_dates_hold(dock: Any, events: QgsVectorLayer) -> None:
    """Also when they are the wrong way round."""
    blocks = dock.panel.blocks
    for edit, text in ((blocks.fromEdit, "2022-12-31"), (blocks.toEdit, "2022-07-01")):
        edit.setDate(pd.Timestamp(text).date())
    assert blocks.period() == parse_period("2022-H2")
    assert read_filter(events).chosen.period == parse_period("2022-H2")
