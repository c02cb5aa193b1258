# SPDX-License-Identifier: GPL-2.0-or-later
"""One number in all its places in a real window: dialog, the algorithm's output, the layer's label, the results dock.

Run through tools/window.py: `count` in one QGIS, `reopen` in the next, with the same store and project file.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import iface

TASK: dict[str, Any] = json.loads(os.environ["FLASHPOINTS_PROBE"])
sys.path.insert(0, TASK["tools"])
import probe  # noqa: E402 (found through the line above)


def until(condition: Any, what: str, seconds: float = 60) -> probe.Steps:
    """Let QGIS go on until something is so."""
    for _ in range(int(seconds * 5)):
        if condition():
            return
        yield 200
    raise TimeoutError(f"{what}: not within {seconds} s")


def rings() -> QgsVectorLayer | None:
    """The rings on the map; None while there are none."""
    layers = QgsProject.instance().mapLayers().values()
    return next((one for one in layers if one.fields().lookupField("radius_km") >= 0), None)


def label_of(layer: QgsVectorLayer) -> str:
    """The label of the largest ring, as the map draws it."""
    largest = max(feature["radius_km"] for feature in layer.getFeatures())
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        text = QgsExpression(layer.labeling().settings().fieldName).evaluate(context)
        if text and feature["radius_km"] == largest:
            return str(text)
    return ""


def read_numbers(name: str) -> probe.Steps:
    """Output, label, dock, and the list of events of the largest ring's later count."""
    window, layer = iface.mainWindow(), rings()
    dock = window.findChild(QWidget, "FlashpointsResults")
    yield from until(lambda: dock.result is not None, "the dock shows the rings")
    model, view = dock.page.view.model(), dock.page.view
    column = next(at for at, shown in enumerate(dock.table.columns) if shown.name == "events")
    rows = [feature["events"] for feature in layer.getFeatures()]
    index = model.index(model.rowCount() - 1, column)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    yield 500
    QTest.mouseClick(dock.page.listButton, Qt.MouseButton.LeftButton)
    yield from until(lambda: window.findChild(QWidget, "FlashpointsEventList") is not None, "the list opens")
    listed = window.findChild(QWidget, "FlashpointsEventList")
    yield from until(lambda: listed.table is not None, "the events are listed")
    probe.seen[name] = {
        "output": rows[-2:], "label": label_of(layer), "dock": index.data(), "text": dock.page.browser.toPlainText(),
        "listed": len(listed.table.rows), "list": listed.page.titleLabel.text(), "note": listed.page.noteLabel.text(),
    }  # fmt: skip
    probe.seen[f"{name} picture"] = probe.grab(window, name)


def count() -> probe.Steps:
    """Count in the dialog, run it, and read the numbers; the project is written."""
    from flashpoints.plugin.gui.stores import add_store

    dialog = yield from probe.open_dialog("flashpoints_load_events")
    add_store(dialog.host, Path(TASK["store"]))
    dialog.close()
    dialog = yield from probe.open_dialog("flashpoints_buffer_counts")
    dialog.selection.choose_who("militant_islamist")
    yield 1500
    yield from until(lambda: dialog.live.laterNumber.text().isdigit(), "the dialog answers")
    probe.seen["dialog"] = [dialog.live.earlierNumber.text(), dialog.live.laterNumber.text()]
    QTest.mouseClick(dialog.foot.runButton, Qt.MouseButton.LeftButton)
    yield from until(lambda: rings() is not None, "the rings are on the map")
    dialog.close()
    yield from read_numbers("count")
    qgis.utils.plugins["flashpoints"].window._event_list.close()
    if not QgsProject.instance().write(TASK["project"]):
        raise OSError(f"cannot write {TASK['project']}")
    yield 300


def reopen() -> probe.Steps:
    """The project as another QGIS opens it."""
    if not iface.addProject(TASK["project"]):
        raise OSError(f"cannot open {TASK['project']}")
    yield from until(lambda: rings() is not None, "the rings are there again")
    dock = iface.mainWindow().findChild(QWidget, "FlashpointsResults")
    if dock is None:
        probe.click("flashpoints_results")
    yield 1000
    yield from read_numbers("reopen")


SCENARIOS = {"count": count, "reopen": reopen}
driver = probe.start(SCENARIOS[TASK["scenario"]])
