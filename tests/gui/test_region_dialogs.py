# SPDX-License-Identifier: GPL-2.0-or-later
"""The live halves of Region footprints and Compare periods: the algorithms' own numbers, while one chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.text import number
from flashpoints.plugin.gis.tables import attributes_frame
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication

from .conftest import wait, write
from .test_dialogs import results, run

PAIR = ("2022-H2", "2023-H1")


def answered(dialog: Any) -> bool:
    """Wait until the live half answers what is chosen now."""
    return wait(
        lambda: not dialog._pause.isActive() and not dialog._answers.busy and not dialog.live.is_empty()
    )


def rows_of(layer: QgsVectorLayer) -> pd.DataFrame:
    return attributes_frame(layer)


def row_texts(dialog: Any) -> dict[str, list[str]]:
    """The rows of the table of a comparison, by their first column."""
    table = dialog.table
    columns = range(table.columnCount())
    rows = ([table.item(row, column).text() for column in columns] for row in range(table.rowCount()))
    return {texts[0]: texts[1:] for texts in rows}


@pytest.mark.parametrize("method", ["discs", "grid"])
def test_footprints_in_the_window_are_those_of_the_run(
    own_store: Path, open_dialog: Any, method: str
) -> None:
    dialog = open_dialog("region_footprints")
    dialog.selection.choose_who("militant_islamist")
    dialog.methodCombo.setCurrentIndex(dialog.methodCombo.findData(method))
    assert dialog.radiusEdit.text() == ("2.5" if method == "discs" else "10")
    assert answered(dialog)
    live = dialog.live
    half = {
        "later": live.laterNumber.text(), "earlier": live.earlierNumber.text(),
        "under": live.laterPeriod.text().split("\n"), "sentence": live.sentenceLabel.text(),
    }  # fmt: skip
    assert dialog.chart.has_chart and not dialog.chart.problem
    parameters = run(dialog)
    assert parameters["METHOD"] == method
    footprint, change = (rows_of(layer) for layer in results())
    whole = footprint[footprint["region"] == "(all)"].set_index("period")
    assert half["later"] == number(whole.loc[PAIR[1], "footprint_km2"])
    assert half["earlier"] == number(whole.loc[PAIR[0], "footprint_km2"])
    assert half["under"][1] == f"{number(whole.loc[PAIR[1], 'share_pct'], 2)} % of the land"
    events, places = (number(whole.loc[PAIR[1], name]) for name in ("events", "locations"))
    assert half["under"][2] == f"{events} events at {places} places"
    some = footprint[(footprint["period"] == PAIR[1]) & (footprint["events"] > 0)]["region"]
    assert half["under"][3] == f"in {(~some.isin(['(all)', '(outside)'])).sum()} of 9 regions"
    areas = change[change["region"] == "(all)"].set_index("status")["area_km2"]
    for status in areas.index:
        assert f"{number(areas[status])} km²" in half["sentence"]
    percent = 100 * (whole.loc[PAIR[1], "footprint_km2"] / whole.loc[PAIR[0], "footprint_km2"] - 1)
    decimals = 0 if abs(percent) >= 10 else 1
    assert half["sentence"].startswith(f"{'+' if percent > 0 else '−'}{abs(percent):.{decimals}f} %")


def test_footprints_copy_their_sentence_and_list_their_events(own_store: Path, open_dialog: Any) -> None:
    dialog = open_dialog("region_footprints")
    assert answered(dialog)
    dialog.live.copyButton.click()
    text = QApplication.clipboard().text()
    assert dialog.live.laterNumber.text() in text and "union of geodesic discs of 2.5 km" in text
    asked: list[tuple[str, list[str]]] = []
    dialog.live.listAsked.connect(lambda title, ids: asked.append((title, ids)))
    dialog.live.listButton.menu().actions()[0].trigger()
    title, ids = asked[0]
    assert "2023-H1" in title and f"{number(len(ids))} events at" in dialog.live.laterPeriod.text()
    assert len(ids) == len(set(ids))


def test_footprints_at_their_extremes(own_store: Path, open_dialog: Any) -> None:
    """A size beyond any place is said at once; a period that the file does not cover is no 0; nobody's land is 0."""
    dialog = open_dialog("region_footprints")
    write(dialog.radiusEdit, "20000")
    assert wait(lambda: "too large" in dialog.foot.problemLabel.text() and dialog.live.is_empty())
    write(dialog.radiusEdit, "0.1")
    assert answered(dialog)
    assert float(dialog.live.laterNumber.text()) < 20
    write(dialog.selection.earlierCombo.lineEdit(), "2015")
    assert wait(lambda: dialog.live.sentenceLabel.text() == "The file does not cover 2015.")
    assert dialog.live.earlierNumber.text() == "–" and not dialog.chart.has_chart


def test_counts_come_before_areas_where_there_are_many_events(
    own_store: Path,
    open_dialog: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from flashpoints.plugin.gis import live_footprint

    monkeypatch.setattr(live_footprint, "MANY", 10)
    dialog = open_dialog("region_footprints")
    seen: list[str] = []
    shown = dialog.live.show_result
    monkeypatch.setattr(dialog.live, "show_result", lambda one: (seen.append(one.sentence), shown(one)))
    assert answered(dialog) and wait(lambda: dialog.chart.has_chart)
    assert "Measuring…" in seen and seen.index("Measuring…") < len(seen) - 1
    assert seen[-1] == dialog.live.sentenceLabel.text() != "Measuring…"


@pytest.mark.parametrize("group_by", ["region", "zone", "actor_family", "actor_group", "event_type"])
def test_comparisons_in_the_window_are_those_of_the_run(
    own_store: Path,
    open_dialog: Any,
    group_by: str,
) -> None:
    dialog = open_dialog("compare_periods")
    dialog.groupByCombo.setCurrentIndex(dialog.groupByCombo.findData(group_by))
    assert answered(dialog)
    half = {
        name: getattr(dialog.live, name).text() for name in ("laterNumber", "earlierNumber", "sentenceLabel")
    }
    texts, years = row_texts(dialog), dialog.yearsLabel.text()
    run(dialog)
    table, earlier = (rows_of(layer) for layer in results())
    table = table.set_index("id")
    whole = table.loc["(all)"]
    assert (half["laterNumber"], half["earlierNumber"]) == (
        number(whole["events_b"]),
        number(whole["events_a"]),
    )
    for name in ("rate_ratio", "rr_low_disp", "rr_high_disp"):
        assert number(whole[name], 2) in half["sentenceLabel"]
    some = table[(table["events_a"] + table["events_b"]) > 0]
    assert set(texts) == {*some["name"]} - {"(all)"} | {"All"}
    assert list(texts)[-1] == "All"
    for row in some.drop(index="(all)").itertuples():
        assert texts[row.name][:2] == [number(row.events_a), number(row.events_b)]
        ratio = "from 0" if row.rate_ratio is None else f"× {number(row.rate_ratio, 2)}"
        assert texts[row.name][2] == ratio
        if row.rr_high_disp is not None:
            assert texts[row.name][3] == f"{number(row.rr_low_disp, 2)} to {number(row.rr_high_disp, 2)}"
    for row in earlier[(earlier["id"] == "(all)") & (earlier["period"] != PAIR[1])].itertuples():
        assert f"{number(row.events)} ({row.period[:4]})" in years


@pytest.mark.parametrize("group_by", ["region", "actor_family"])
def test_a_comparison_of_some_regions_in_the_window_is_that_of_the_run(
    own_store: Path, open_dialog: Any, group_by: str
) -> None:
    """Only in the zone of the centre: fewer events than everywhere, and the same in window and run."""
    dialog = open_dialog("compare_periods")
    dialog.groupByCombo.setCurrentIndex(dialog.groupByCombo.findData(group_by))
    assert answered(dialog)
    everywhere = dialog.live.laterNumber.text()
    choose_where(dialog, "centre")
    assert wait(lambda: dialog.live.laterNumber.text() != everywhere) and answered(dialog)
    shown = dialog.live.laterNumber.text(), dialog.live.earlierNumber.text()
    assert run(dialog)["WHERE"] == "centre"
    whole = rows_of(results()[0]).set_index("id").loc["(all)"]
    assert shown == (number(whole["events_b"]), number(whole["events_a"]))
    assert 0 < whole["events_b"] < int(everywhere)


def test_a_footprint_of_some_regions_in_the_window_is_that_of_the_run(
    own_store: Path, open_dialog: Any
) -> None:
    dialog = open_dialog("region_footprints")
    assert answered(dialog)
    everywhere = dialog.live.laterNumber.text()
    choose_where(dialog, "Mopti")
    assert wait(lambda: dialog.live.laterNumber.text() != everywhere) and answered(dialog)
    shown = dialog.live.laterNumber.text()
    assert run(dialog)["WHERE"] == "Mopti"
    rows = rows_of(results()[0])
    assert {"Mopti"} == set(rows["region"]) - {"(all)", "(outside)"}
    later = rows[(rows["region"] == "Mopti") & (rows["period"] == PAIR[1])].iloc[0]
    assert shown == number(later["footprint_km2"])


def choose_where(dialog: Any, name: str) -> None:
    """Choose a region or zone in the list of the shared selection, once the events' regions are listed."""
    listed = dialog.selection.more.whereList
    assert wait(lambda: listed.isEnabled() and name in [one for one, _ in listed._lines()])
    listed.choose([name])
    listed.changed.emit()


def test_earlier_years_can_be_left_out(own_store: Path, open_dialog: Any) -> None:
    dialog = open_dialog("compare_periods")
    dialog.earlierCheck.setChecked(False)
    assert answered(dialog) and dialog.yearsLabel.text() == ""
    assert "EARLIER" not in run(dialog) and len(results()) == 1


def test_names_that_no_region_has_are_shown_and_get_rows_of_their_own(
    own_store: Path, open_dialog: Any
) -> None:
    dialog = open_dialog("compare_periods")
    assert answered(dialog)
    assert "No region of the layer is called Menaka (" in dialog.live.caveatsLabel.text()
    assert "Menaka" not in row_texts(dialog)
    dialog.originCombo.setCurrentIndex(dialog.originCombo.findData("column"))
    assert wait(lambda: "Menaka" in row_texts(dialog))
    assert "rows of their own" in dialog.live.caveatsLabel.text()
    dialog.groupByCombo.setCurrentIndex(dialog.groupByCombo.findData("event_type"))
    assert not dialog.originCombo.isVisible()


def test_regions_of_a_layer_follow_its_polygons(own_store: Path, open_dialog: Any) -> None:
    """The same layer, drawn otherwise while the dialog is open, gives another answer."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "halves", "memory")
    feature = QgsFeature(layer.fields())
    feature["name"] = "West"
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((-12.5 10,-6 10,-6 25,-12.5 25,-12.5 10))"))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    dialog = open_dialog("compare_periods")
    dialog.regionsCombo.setLayer(layer)
    assert answered(dialog) and wait(lambda: "West" in row_texts(dialog))
    assert set(row_texts(dialog)) == {"West", "(outside)", "All"}
    east = QgsFeature(feature)
    east["name"] = "East"
    east.setGeometry(QgsGeometry.fromWkt("POLYGON((-6 10,4.5 10,4.5 25,-6 25,-6 10))"))
    layer.dataProvider().addFeatures([east])
    layer.dataChanged.emit()
    dialog.check()
    assert wait(lambda: "East" in row_texts(dialog))
    assert "(outside)" not in row_texts(dialog)


def test_the_world_map_stands_there_until_a_layer_is_chosen_and_when_that_one_goes(
    own_store: Path, open_dialog: Any
) -> None:
    layers = [QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", name, "memory") for name in "ab"]
    QgsProject.instance().addMapLayers(layers)
    dialog = open_dialog("compare_periods")
    assert dialog.regionsCombo.currentText() == "QGIS's own world map"
    dialog.regionsCombo.setLayer(layers[0])
    QgsProject.instance().removeMapLayer(layers[0].id())
    assert dialog.regionsCombo.currentText() == "QGIS's own world map"
    assert "REGIONS" not in dialog.collect()


def test_a_question_that_another_overtakes_is_not_shown(own_store: Path, open_dialog: Any) -> None:
    dialog = open_dialog("region_footprints")
    assert answered(dialog)
    for size in ("1", "2", "3", "5"):
        dialog.radiusEdit.setText(size)
        dialog.ask()
    last: Callable[[], str] = dialog.live.laterNumber.text
    assert answered(dialog)
    found = last()
    dialog.ask()
    assert answered(dialog) and last() == found
    parameters = run(dialog)
    assert parameters["SIZE_KM"] == 5.0
    frame = rows_of(results()[0])
    row = frame[(frame["region"] == "(all)") & (frame["period"] == PAIR[1])].iloc[0]
    assert found == number(row["footprint_km2"])
