# SPDX-License-Identifier: GPL-2.0-or-later
"""The results dock and the list of events as pictures, by the mouse: scenes of tools/probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import iface

ANALYSES = ("buffer_counts", "region_footprints", "compare_periods")
TABS = ("table", "chart", "text")


def press(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def press_line(view: Any, line: int) -> None:
    """Click on a line of a table."""
    index = view.model().index(line, 0)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """A result of each analysis as table, chart and text; the events of a number, one of them, its card."""
    for name in ANALYSES:
        dialog = yield from probe.open_dialog(f"flashpoints_{name}")
        dialog.selection.choose_who("militant_islamist")
        yield 1500
        yield from screens.run(dialog, name)
        dialog.close()
        yield from screens.settled()
        yield from result(name, prefix)
    yield from events(screens, prefix)


def result(name: str, prefix: str) -> probe.Steps:
    """What the dock shows of the newest result."""
    dock = iface.mainWindow().findChild(QWidget, "FlashpointsResults")
    for tab, words in enumerate(TABS):
        dock.page.tabs.setCurrentIndex(tab)
        yield 700
        probe.grab(dock, f"{prefix}_results_{name}_{words}")
    dock.page.tabs.setCurrentIndex(0)


def events(screens: Any, prefix: str) -> probe.Steps:
    """A line, the events behind it, one event, and its card."""
    window = iface.mainWindow()
    dock = window.findChild(QWidget, "FlashpointsResults")
    combo = dock.page.resultCombo
    combo.setCurrentIndex(combo.count() - 1)  # the oldest: the rings
    yield 500
    press_line(dock.page.view, dock.page.view.model().rowCount() - 1)
    yield from screens.settled()
    probe.grab(window, f"{prefix}_window_results")
    press(dock.page.listButton)
    yield from screens.until(
        lambda: window.findChild(QWidget, "FlashpointsEventList") is not None, "the list opens", 30
    )
    listed = window.findChild(QWidget, "FlashpointsEventList")
    yield from screens.until(lambda: listed.table is not None, "the events are listed", 30)
    yield 500
    press_line(listed.page.view, 2)
    press(listed.page.zoomButton)
    yield from screens.settled()
    probe.grab(window, f"{prefix}_window_events")
    press(listed.page.cardButton)
    yield 800
    probe.grab(window, f"{prefix}_window_events_card")
    window.findChild(QWidget, "FlashpointsEventCard").close()
    listed.close()
    yield 300
