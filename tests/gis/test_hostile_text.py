# SPDX-License-Identifier: GPL-2.0-or-later
"""Text from a file is shown: never computed, never rendered as HTML, never a formula."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from event_files import row, write
from flashpoints.plugin.gis.layouts import fill, load_template
from flashpoints.plugin.gis.paths import RESOURCES
from flashpoints.plugin.gis.styles_common import counted
from flashpoints.plugin.gis.styles_fields import name_fields
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayoutItemLabel,
    QgsProject,
    QgsVectorLayer,
)

FORMULA = "=HYPERLINK(A1)"
TAG = "<img src=x onerror=alert(1)> & 1 < 2"
EXPRESSION = "[% 1 + 1 %]"


@pytest.fixture
def store(run: Callable, tmp_path: Path) -> str:
    rows = [
        row(n, event_date=f"2023-0{month}-10", actor1=TAG, location=FORMULA, source="@SUM(A1)", admin1="-1+1")
        for n, month in enumerate((1, 3, 4, 6))
    ]
    path = tmp_path / "a.gpkg"
    run("importevents", INPUT=str(write(tmp_path / "a.csv", rows)), OUTPUT=str(path))
    return f"{path}|layername=events"


def listed(run: Callable, store: str, path: Path) -> Any:
    return run(
        "compareperiods", INPUT=store, PERIOD_A="2023-Q1", PERIOD_B="2023-Q2", GROUP_BY="event_type",
        OUTPUT="memory:", EVENTS=str(path),
    )  # fmt: skip


def test_a_csv_of_events_starts_no_formula(run: Callable, store: str, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    listed(run, store, path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4
    assert {one["location"] for one in rows} == {f"'{FORMULA}"}
    assert {one["source"] for one in rows} == {"'@SUM(A1)"} and {one["admin1"] for one in rows} == {"'-1+1"}


def test_a_workbook_of_events_starts_no_formula(run: Callable, store: str, tmp_path: Path) -> None:
    path = tmp_path / "events.xlsx"
    listed(run, store, path)
    with zipfile.ZipFile(path) as archive:
        content = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert f"'{FORMULA}" in content.replace("&apos;", "'") and "<f>" not in content


def test_a_geopackage_keeps_the_text_as_it_is(run: Callable, store: str, tmp_path: Path) -> None:
    path = tmp_path / "events.gpkg"
    listed(run, store, path)
    layer = QgsVectorLayer(str(path), "events", "ogr")
    assert {feature["location"] for feature in layer.getFeatures()} == {FORMULA}


def test_a_map_tip_shows_tags_and_does_not_render_them(store: str) -> None:
    layer = QgsVectorLayer(store, "events", "ogr")
    name_fields(layer)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; 1 &lt; 2" in tip and "<img" not in tip


def test_a_layout_shows_expressions_and_does_not_compute_them(qgis_new_project: None) -> None:
    layout = load_template(RESOURCES / "layouts" / "brief_a4.qpt", QgsProject.instance())
    labels = [
        item for item in layout.items() if isinstance(item, QgsLayoutItemLabel) and item.id() and item.text()
    ]
    title = labels[0]
    fill(layout, {title.id(): f"Events in {EXPRESSION}"})
    shown = title.currentText()
    assert "1 + 1" in shown and shown.replace("\u2060", "").replace("\u00a0", " ").endswith(EXPRESSION)


def test_a_legend_does_not_compute_them(qgis_new_project: None) -> None:
    label = counted(EXPRESSION, 3)
    assert QgsExpression.replaceExpressionText(label, QgsExpressionContext()) == label
