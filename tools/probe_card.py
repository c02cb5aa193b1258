# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map at three scales, the event card and the map tip, as pictures: scenes of tools/probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
from qgis.core import QgsCoordinateTransform, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface

MIDDLE, TOWN = (-4.0, 17.0), (-4.1833, 14.4843)
SCALES = {"5_000_000": (MIDDLE, 5_000_000), "500_000": (TOWN, 500_000), "town": (TOWN, 100_000)}


def events() -> QgsVectorLayer:
    """The layer of events."""
    from flashpoints.plugin.gui import tree

    return next(one for one in QgsProject.instance().mapLayers().values() if tree.kind(one) == "events")


def on_map(place: tuple[float, float]) -> QgsPointXY:
    """Longitude and latitude in the map's units."""
    change = QgsCoordinateTransform(
        events().crs(), iface.mapCanvas().mapSettings().destinationCrs(), QgsProject.instance()
    )
    return change.transform(QgsPointXY(*place))


def pixel_of(place: tuple[float, float]) -> QPoint:
    """Where a place is on the canvas."""
    there = iface.mapCanvas().getCoordinateTransform().transform(on_map(place))
    return QPoint(round(there.x()), round(there.y()))


def go_to(screens: Any, place: tuple[float, float], scale: float) -> probe.Steps:
    """Show a place at a scale, and let the map be drawn."""
    iface.mapCanvas().setCenter(on_map(place))
    iface.mapCanvas().zoomScale(scale)
    yield from screens.settled()


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """The map at three scales, then what is read of its events. Leaves the map where it was."""
    canvas, before = iface.mapCanvas(), iface.mapCanvas().extent()
    for name, (place, scale) in SCALES.items():
        yield from go_to(screens, place, scale)
        probe.grab(canvas, f"{prefix}_base_map_{name}")
    yield from go_to(screens, TOWN, 500_000)
    probe.click("flashpoints_event_card")
    yield 500
    probe.grab(iface.mainWindow(), f"{prefix}_event_card_1_empty")
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(canvas.viewport(), left, plain, pixel_of(TOWN))
    yield 600
    probe.grab(iface.mainWindow(), f"{prefix}_event_card_2_events")
    dock = iface.mainWindow().findChild(QDockWidget, "FlashpointsEventCard")
    screens.part(dock, "olderButton").click()
    yield 300
    probe.grab(dock, f"{prefix}_event_card_3_second")
    dock.close()
    yield from tip(screens, prefix)
    canvas.setExtent(before)
    yield from screens.settled()


def tip(screens: Any, prefix: str) -> probe.Steps:
    """QGIS's map tip over a town."""
    canvas = iface.mapCanvas()
    iface.setActiveLayer(events())
    iface.actionPan().trigger()
    if not iface.actionMapTips().isChecked():
        iface.actionMapTips().trigger()
    yield from screens.settled()
    there = pixel_of(TOWN)
    for step in range(6):  # the tip comes when the mouse rests
        place = there + QPoint(5 - step, 0)
        QCursor.setPos(canvas.viewport().mapToGlobal(place))
        QTest.mouseMove(canvas.viewport(), place)
        yield 80
    yield 2500
    QApplication.primaryScreen().grabWindow(0).save(str(probe.OUT / f"{prefix}_map_tip.png"))
    iface.actionMapTips().trigger()
    QTest.mouseMove(canvas.viewport(), QPoint(5, 5))
    yield 300
