# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock “Filter and time” as pictures: scenes of tools/probe_screens.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import probe
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dock() -> Any:
    """The dock; it is made when its button is first pressed."""
    return iface.mainWindow().findChild(QDockWidget, "FlashpointsFilterDock")


def layer() -> QgsVectorLayer:
    """The events."""
    return dock().layer()


def answered(screens: Any) -> probe.Steps:
    """Let dock and map come to rest."""
    yield from screens.settled()
    yield from screens.until(lambda: not dock().answers.busy, "the filter bar answers")
    yield 200


def empty(screens: Any, prefix: str) -> probe.Steps:
    """Without any events."""
    probe.click("flashpoints_filter_bar")
    yield 600
    probe.grab(iface.mainWindow(), f"{prefix}_filter_bar_0_empty")
    probe.click("flashpoints_filter_bar")
    yield 200


def drag(first: float, last: float) -> None:
    """Over the bars, from one part of their width to another."""
    view = dock().panel.histogram
    area = view.area()
    start, end = (
        QPoint(round(area.left() + part * area.width()), round(area.center().y())) for part in (first, last)
    )
    QTest.mousePress(view, LEFT, NO_KEYS, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NO_KEYS, end)


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """Open, chosen, folded, opened lists, somebody else's filter, played, saved and read again."""
    probe.click("flashpoints_filter_bar")
    yield from answered(screens)
    panel = dock().panel
    probe.grab(iface.mainWindow(), f"{prefix}_filter_bar_1_open")
    probe.seen["dock"] = [dock().width(), dock().height()]
    drag(0.93, 0.99)
    panel.blocks.groupsButton.choose(("militant_islamist", "state_forces"))
    panel.blocks.groupsButton.changed.emit()
    yield from answered(screens)
    probe.grab(iface.mainWindow(), f"{prefix}_filter_bar_2_chosen")
    probe.grab(dock(), f"{prefix}_filter_bar_3_dock")
    for name in ("groupsButton", "typesButton"):
        menu = getattr(panel.blocks, name).menu()
        menu.popup(panel.mapToGlobal(QPoint(100, -300)))
        yield 400
        probe.grab(menu, f"{prefix}_filter_bar_4_{name}")
        menu.close()
    panel.foldButton.click()
    yield from answered(screens)
    probe.grab(iface.mainWindow(), f"{prefix}_filter_bar_5_folded")
    panel.foldButton.click()
    yield from reopened(screens)
    yield from played(screens, prefix)
    chosen = layer().subsetString()
    layer().setSubsetString("\"admin1\" = 'Mopti' OR \"admin1\" = 'Segou'")
    yield from answered(screens)
    probe.grab(iface.mainWindow(), f"{prefix}_filter_bar_7_by_hand")
    panel.keepButton.click()
    yield from answered(screens)
    probe.grab(dock(), f"{prefix}_filter_bar_8_kept")
    panel.dropButton.click()
    probe.seen["filter"] = chosen
    layer().setSubsetString("")
    layer().startEditing()
    yield from answered(screens)
    probe.grab(dock(), f"{prefix}_filter_bar_9_edited")
    layer().rollBack()
    probe.click("flashpoints_filter_bar")
    yield 300


def played(screens: Any, prefix: str) -> probe.Steps:
    """QGIS's temporal controller, ready; then switched off again."""
    dock().panel.playButton.click()
    yield from answered(screens)
    probe.grab(iface.mainWindow(), f"{prefix}_filter_bar_6_play")
    controller = iface.mapCanvas().temporalController()
    settings = QgsProject.instance().timeSettings()
    probe.seen["played"] = {
        "mode": int(controller.navigationMode()),
        "frames": controller.totalFrameCount(),
        "begin": controller.temporalExtents().begin().toString(Qt.DateFormat.ISODate),
        "end": controller.temporalExtents().end().toString(Qt.DateFormat.ISODate),
        "project": [settings.timeStep(), int(settings.timeStepUnit())],
        "frame": [
            controller.frameDuration().originalDuration(),
            int(controller.frameDuration().originalUnit()),
        ],
        "map": [
            iface.mapCanvas().temporalRange().begin().toString(Qt.DateFormat.ISODate),
            iface.mapCanvas().temporalRange().end().toString(Qt.DateFormat.ISODate),
        ],
    }
    controller.setNavigationMode(type(controller.navigationMode())(0))
    panels = iface.mainWindow().findChildren(QDockWidget, "Temporal Controller")
    probe.seen["played"]["panel"] = [one.isVisible() for one in panels]
    for one in panels:
        one.close()
    yield 300


def reopened(screens: Any) -> probe.Steps:
    """The project saved, closed and opened: filter, bar and time settings are there again."""
    from flashpoints.plugin.core.periods import parse_period
    from flashpoints.plugin.gis.event_filters import read_filter
    from flashpoints.plugin.gis.time_setup import set_up_time

    project = QgsProject.instance()
    ours = set_up_time(project, parse_period("2023-H1"))
    before = [
        layer().subsetString(),
        project.timeSettings().temporalRange().begin().toString(Qt.DateFormat.ISODate),
    ]
    path = str(Path(probe.TASK["store"]).with_name("saved.qgz"))
    written = project.write(path)
    project.clear()
    yield 500
    probe.seen["cleared"] = layer() is None
    project.read(path)
    yield from answered(screens)
    times = project.timeSettings().temporalRange().begin().toString(Qt.DateFormat.ISODate)
    probe.seen["reopened"] = {
        "ours": ours,
        "written": written,
        "same": [layer().subsetString(), times] == before,
        "bar": dock().panel.blocks.chosen() == read_filter(layer()).chosen,
        "says": dock().panel.countLabel.text(),
        "unit": int(project.timeSettings().timeStepUnit()),
    }
    yield 300
