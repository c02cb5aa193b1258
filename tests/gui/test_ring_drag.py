# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings dragged on the map and in the chart with a real mouse; what is shown is what the algorithm counts."""

from __future__ import annotations

from typing import Any

import pytest
from flashpoints.plugin.gis.algorithm import load_actors  # noqa: F401  (the plugin's package is there)
from flashpoints.plugin.gui.ring_marks import RingText
from pyproj import Geod
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget

from .conftest import click, wait, write

GEOD = Geod(ellps="WGS84")
BAMAKO = (-8.0029, 12.6392)
EXTENTS = {
    "EPSG:4326": QgsRectangle(-12, 9, -3, 16),
    "EPSG:3857": QgsRectangle(-1_400_000, 1_000_000, -300_000, 1_850_000),
    "EPSG:32629": QgsRectangle(200_000, 1_000_000, 1_200_000, 1_800_000),
}


def mouse(widget: QWidget, kind: QEvent.Type, where: QPoint, held: bool = True) -> None:
    """One event of the left button, as a hand makes it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    buttons = left if held and kind != QEvent.Type.MouseButtonRelease else none
    event = QMouseEvent(
        kind,
        QPointF(where),
        QPointF(widget.mapToGlobal(where)),
        button,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def drag(widget: QWidget, start: QPoint, end: QPoint, drop: bool = True) -> None:
    """Press, move in steps, release."""
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    for step in (0.3, 0.7, 1.0):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * step)
    if drop:
        mouse(widget, QEvent.Type.MouseButtonRelease, end)


@pytest.fixture(params=list(EXTENTS))
def canvas(request: pytest.FixtureRequest, qgis_canvas: QgsMapCanvas) -> QgsMapCanvas:
    qgis_canvas.resize(800, 600)
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem(request.param))
    qgis_canvas.setExtent(EXTENTS[request.param])
    return qgis_canvas


@pytest.fixture
def dialog(events: Any, canvas: QgsMapCanvas, open_dialog: Any) -> Any:
    opened = open_dialog("buffer_counts")
    opened.selection.choose_who("militant_islamist")
    assert wait(lambda: opened.live.laterNumber.text() == "16")
    click(opened.pickButton)
    assert canvas.mapTool() is opened.map.tool
    return opened


def pixel(dialog: Any, lon: float, lat: float) -> QPoint:
    return dialog.map.marks.pixel(lon, lat).toPoint()


def on_ring(dialog: Any, azimuth: float, km: float, centre: tuple[float, float] = BAMAKO) -> QPoint:
    x, y, _ = GEOD.fwd(*centre, azimuth, km * 1000)
    return pixel(dialog, x, y)


def counted(dialog: Any) -> dict[tuple[float, str], int]:
    """What the algorithm counts with the dialog's parameters."""
    return {key: row["events"] for key, row in counted_rows(dialog).items()}


def counted_rows(dialog: Any) -> dict[tuple[float, str], QgsFeature]:
    """The rows of the algorithm with the dialog's parameters."""
    instance = QgsApplication.processingRegistry().createAlgorithmById(dialog.algorithm)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {**dialog.collect(), "OUTPUT": "memory:"}
    results, fine = instance.run(parameters, context, QgsProcessingFeedback(False))
    assert fine
    layer = context.getMapLayer(results["OUTPUT"])
    names = layer.fields().names()
    distance = "radius_km" if "radius_km" in names else "distance_km"
    return {(f[distance], f["period"]): QgsFeature(f) for f in layer.getFeatures()}


def on_canvas(canvas: QgsMapCanvas) -> int:
    kinds = (QgsRubberBand, QgsVertexMarker, RingText)
    return sum(isinstance(item, kinds) for item in canvas.scene().items())


def shown(dialog: Any) -> tuple[str, str]:
    return dialog.live.laterNumber.text(), dialog.live.earlierNumber.text()


def test_a_ring_is_dragged(dialog: Any, canvas: QgsMapCanvas) -> None:
    view = canvas.viewport()
    drag(view, on_ring(dialog, 60, 150), on_ring(dialog, 60, 205), drop=False)
    radii = [float(part) for part in dialog.radiiEdit.text().split(",")]
    assert radii[:2] == [50, 100]
    assert radii[2] == pytest.approx(205, abs=4)  # a pixel or two
    assert f"Events within {radii[2]:g} km of Bamako" == dialog.live.titleLabel.text()
    while_dragging = shown(dialog)
    labels = dialog.map.marks.texts
    assert labels[radii[2]] == f"{radii[2]:g} km: {while_dragging[0]} ({while_dragging[1]})"
    mouse(view, QEvent.Type.MouseButtonRelease, on_ring(dialog, 60, 205))
    assert wait(lambda: dialog.live.listButton.isVisible())  # the ids are there again
    assert shown(dialog) == while_dragging
    assert dialog.centreCombo.currentText() == "Bamako (Mali)"
    counts = counted(dialog)
    assert shown(dialog) == (str(counts[radii[2], "2023-H1"]), str(counts[radii[2], "2022-H2"]))
    assert int(shown(dialog)[0]) > 16


def test_a_ring_that_passes_another_is_put_in_order(dialog: Any, canvas: QgsMapCanvas) -> None:
    drag(canvas.viewport(), on_ring(dialog, 200, 150), on_ring(dialog, 200, 75))
    radii = dialog.where.radii()
    assert radii[0] == 50 and radii[1] == pytest.approx(75, abs=4) and radii[2] == 100
    assert wait(lambda: dialog.live.titleLabel.text() == f"Events within {radii[1]:g} km of Bamako")
    counts = counted(dialog)
    assert shown(dialog)[0] == str(counts[radii[1], "2023-H1"])


def test_the_centre_is_dragged(dialog: Any, canvas: QgsMapCanvas) -> None:
    view = canvas.viewport()
    goal = (-6.2157, 13.4317)
    drag(view, pixel(dialog, *BAMAKO), pixel(dialog, *goal), drop=False)
    assert not dialog.live.listButton.isVisible()
    while_dragging = shown(dialog)
    place = dialog.place()
    assert (place.longitude, place.latitude) == (
        pytest.approx(goal[0], abs=0.02),
        pytest.approx(goal[1], abs=0.02),
    )
    mouse(view, QEvent.Type.MouseButtonRelease, pixel(dialog, *goal))
    assert wait(lambda: dialog.live.listButton.isVisible())
    assert shown(dialog) == while_dragging
    counts = counted(dialog)
    assert shown(dialog) == (str(counts[150, "2023-H1"]), str(counts[150, "2022-H2"]))


def test_a_click_places_the_centre_and_a_drag_beside_moves_the_map(dialog: Any, canvas: QgsMapCanvas) -> None:
    view, there = canvas.viewport(), on_ring(dialog, 60, 400)
    extent = canvas.extent()
    drag(view, there, there + QPoint(-60, 30))
    assert dialog.centreCombo.currentText() == "Bamako (Mali)"
    assert canvas.extent() != extent
    there = on_ring(dialog, 60, 300)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    place = dialog.place()
    expected = GEOD.fwd(*BAMAKO, 60, 300_000)
    assert place.longitude == pytest.approx(expected[0], abs=0.03)
    assert place.latitude == pytest.approx(expected[1], abs=0.03)


def test_escape_puts_back_what_is_held_and_then_gives_the_tool_back(
    dialog: Any, canvas: QgsMapCanvas
) -> None:
    view = canvas.viewport()
    before = shown(dialog)
    drag(view, on_ring(dialog, 60, 150), on_ring(dialog, 60, 250), drop=False)
    assert shown(dialog) != before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert dialog.where.radii() == [50, 100, 150]
    assert shown(dialog) == before
    mouse(view, QEvent.Type.MouseButtonRelease, on_ring(dialog, 60, 250))
    drag(view, pixel(dialog, *BAMAKO), pixel(dialog, -6, 13), drop=False)
    assert dialog.centreCombo.currentText() != "Bamako (Mali)"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert dialog.centreCombo.currentText() == "Bamako (Mali)"
    mouse(view, QEvent.Type.MouseButtonRelease, pixel(dialog, -6, 13))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not dialog.pickButton.isChecked()
    assert canvas.mapTool() is not dialog.map.tool


def test_nothing_stays_on_the_map(dialog: Any, canvas: QgsMapCanvas) -> None:
    """Also when the dialog is closed in the middle of a drag, or the map takes another system."""
    assert on_canvas(canvas) == 3 + 4 + 3
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3395"))
    assert on_canvas(canvas) == 10
    drag(canvas.viewport(), pixel(dialog, *BAMAKO), pixel(dialog, -6, 13), drop=False)
    click(dialog.foot.closeButton)
    assert on_canvas(canvas) == 0
    assert canvas.mapTool() is not dialog.map.tool
    dialog.present()
    assert wait(lambda: on_canvas(canvas) == 10)
    dialog.where.aroundCombo.setCurrentIndex(dialog.where.aroundCombo.findData("border"))
    assert on_canvas(canvas) == 0
    dialog.close()


def test_the_drawn_circle_is_the_geodesic(dialog: Any, canvas: QgsMapCanvas) -> None:
    marks = dialog.map.marks
    line = marks._bands[2].asGeometry()
    for vertex in list(line.vertices())[::15]:
        assert marks.away_km(marks.to_degrees(QgsPointXY(vertex.x(), vertex.y()))) == pytest.approx(
            150, abs=0.01
        )


@pytest.mark.parametrize("canvas", ["EPSG:4326"], indirect=True)
def test_a_mark_of_the_chart_is_dragged(dialog: Any, canvas: QgsMapCanvas) -> None:
    chart = dialog.chart
    assert wait(lambda: chart.width() > 100)
    start = chart.mark_at(2).toPoint()
    goal = QPoint(int(chart.mark_at(0).x() + chart.mark_at(1).x()) // 2, start.y())
    drag(chart, start, goal)
    radii = dialog.where.radii()
    assert radii[0] == 50 and radii[1] == pytest.approx(75, abs=3) and radii[2] == 100
    assert chart.mark_at(1).x() == pytest.approx(goal.x(), abs=2)
    assert wait(lambda: dialog.live.titleLabel.text() == f"Events within {radii[1]:g} km of Bamako")
    assert shown(dialog)[0] == str(counted(dialog)[radii[1], "2023-H1"])


@pytest.mark.parametrize("canvas", ["EPSG:4326"], indirect=True)
def test_the_lines_beside_the_number_and_the_breakdown(dialog: Any, canvas: QgsMapCanvas) -> None:
    text = dialog.half.linesLabel.text()
    write(dialog.radiiEdit, "140, 150, 160")
    assert wait(lambda: len(dialog.map.marks.radii) == 3 and dialog.map.marks.radii[0] == 140)
    counts = counted(dialog)
    near, far = (f"{km} km: {counts[km, '2023-H1']} ({counts[km, '2022-H2']})" for km in (140, 160))
    assert f"Within {near}, {far}." in text
    dialog.breakdownCombo.setCurrentIndex(dialog.breakdownCombo.findData("event_type"))
    assert wait(lambda: dialog.half.table.isVisible())
    rows = [dialog.half.table.topLevelItem(i) for i in range(dialog.half.table.topLevelItemCount())]
    assert sum(int(row.text(1)) for row in rows) == counts[160, "2023-H1"]


@pytest.mark.parametrize("canvas", ["EPSG:4326"], indirect=True)
def test_the_line_on_bursts_is_that_of_the_algorithm(dialog: Any, canvas: QgsMapCanvas) -> None:
    """Events of all actors in the sample come in bursts; those of 16 against 5 hardly do."""
    dialog.selection.choose_who("")
    write(dialog.radiiEdit, "300")
    assert wait(lambda: dialog.live.titleLabel.text() == "Events within 300 km of Bamako")
    row = counted_rows(dialog)[300, "2023-H1"]
    assert row["dispersion"] > 1.05 and row["p_disp"] > row["p_value"] > 0.05
    low, high, p = (row[name] for name in ("rr_low_disp", "rr_high_disp", "p_disp"))
    line = f"Allowing for bursts (dispersion {row['dispersion']:.1f}): × {low:.2f} to {high:.2f}, p {p:.3f}."
    assert dialog.half.linesLabel.text().startswith(f"{line}\nWithin 290 km: ")
    plain = f"(95 % interval {row['rr_low']:.2f} to {row['rr_high']:.2f}), p {row['p_value']:.3f}"
    assert dialog.live.sentenceLabel.text().endswith(plain)
    click(dialog.live.copyButton)
    sentence, note = QApplication.clipboard().text().split("\n")
    assert sentence.endswith(f"{plain}. {line}") and "Allowing" not in note


@pytest.mark.parametrize("canvas", ["EPSG:4326"], indirect=True)
def test_along_a_border_and_round_the_points_of_a_layer(dialog: Any, canvas: QgsMapCanvas) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=town:string", "Towns", "memory")
    for name, x, y in (("Bamako", *BAMAKO), ("Mopti", -4.196, 14.4843)):
        feature = QgsFeature(layer.fields())
        feature["town"] = name
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    where = dialog.where
    where.aroundCombo.setCurrentIndex(where.aroundCombo.findData("points"))
    where.layerCombo.setLayer(layer)
    where.fieldCombo.setField("town")
    assert wait(lambda: dialog.half.table.isVisible() and dialog.half.table.topLevelItemCount() == 2)
    assert shown(dialog) == ("16", "5")
    row = dialog.half.table.topLevelItem(1)
    name, count = row.text(0), row.text(1)
    assert name == "Mopti"
    dialog.half.table.itemClicked.emit(row, 0)
    assert wait(lambda: dialog.live.titleLabel.text() == "Events within 150 km of Mopti")
    assert shown(dialog)[0] == count
    where.aroundCombo.setCurrentIndex(where.aroundCombo.findData("border"))
    write(where.countryCombo.lineEdit(), "Mali")
    assert [where.neighbourCombo.itemText(i) for i in range(1, 8)][-1] == "Senegal"
    write(where.neighbourCombo.lineEdit(), "Mauritania")
    title = "Events within 150 km of the line Mali – Mauritania"
    assert wait(lambda: dialog.live.titleLabel.text() == title)
    counts = counted(dialog)
    assert dialog.algorithm == "flashpoints:bandcounts"
    assert shown(dialog) == (str(counts[150, "2023-H1"]), str(counts[150, "2022-H2"]))
    write(where.neighbourCombo.lineEdit(), "Ghana")
    assert wait(lambda: "no common border" in dialog.live.titleLabel.text())
