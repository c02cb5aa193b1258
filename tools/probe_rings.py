# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings round Bamako set and dragged on the map by a mouse, and bands along borders: a part of probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
import probe_looks
from pyproj import Geod
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface

BAMAKO = (-8.0029, 12.6392)
WGS84 = Geod(ellps="WGS84")


def mouse(widget: QWidget, kind: QEvent.Type, where: QPoint) -> None:
    """Post an event of the left button, as a hand makes it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    buttons = none if kind == QEvent.Type.MouseButtonRelease else left
    local, there = QPointF(where), QPointF(widget.mapToGlobal(where))
    event = QMouseEvent(kind, local, there, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.postEvent(widget, event)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> probe.Steps:
    """Press and move in steps; the button stays down."""
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    yield 60
    for step in range(1, 11):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * (step / 10))
        yield 60


def screen(name: str) -> None:
    """The whole screen: the dialog over the map."""
    picture = QApplication.primaryScreen().grabWindow(0)
    picture.save(str(probe.OUT / f"{name}.png"))


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """The dialog as it opens, a ring and the centre in the hand, a breakdown, a border, and its result on the map."""
    canvas = iface.mapCanvas()
    probe_looks.go_to(4_500_000, (-11.5, 12.6))
    dialog = yield from probe.open_dialog("flashpoints_buffer_counts")
    dialog.selection.choose_who("militant_islamist")
    shown = dialog.live.laterNumber
    yield from screens.until(lambda: shown.text() == "16", "the rings are counted", 60)
    dialog.move(iface.mainWindow().geometry().topLeft() + QPoint(20, 40))
    yield 700
    probe.grab(dialog, f"{prefix}_rings_1_ready")
    dialog.pickButton.setChecked(True)
    marks, view = dialog.map.marks, canvas.viewport()

    def on_ring(km: float, azimuth: float = 100.0) -> QPoint:
        x, y, _ = WGS84.fwd(*BAMAKO, azimuth, km * 1000)
        return marks.pixel(x, y).toPoint()

    yield from drag(view, on_ring(150), on_ring(203))
    yield 400
    screen(f"{prefix}_rings_2_radius_in_the_hand")
    mouse(view, QEvent.Type.MouseButtonRelease, on_ring(203))
    yield 1500
    probe.grab(dialog, f"{prefix}_rings_3_radius")
    yield from drag(view, marks.pixel(*BAMAKO).toPoint(), marks.pixel(-6.2157, 13.4317).toPoint())
    yield 400
    screen(f"{prefix}_rings_4_centre_in_the_hand")
    mouse(view, QEvent.Type.MouseButtonRelease, marks.pixel(-6.2157, 13.4317).toPoint())
    yield 1500
    probe_looks.choose(dialog.breakdownCombo, "event_type")
    yield 1500
    probe.grab(dialog, f"{prefix}_rings_5_breakdown")
    probe_looks.choose(dialog.breakdownCombo, "none")
    probe_looks.choose(dialog.where.aroundCombo, "border")
    dialog.where.countryCombo.setEditText("Mali")
    dialog.radiiEdit.setText("50")
    yield 3000
    probe.grab(dialog, f"{prefix}_rings_6_border")
    yield from screens.run(dialog, "buffer_counts")
    dialog.close()
    probe_looks.go_to(9_000_000, (-4.0, 17.0))
    yield from screens.settled()
    probe.grab(iface.mainWindow(), f"{prefix}_rings_7_bands")
    yield 300
