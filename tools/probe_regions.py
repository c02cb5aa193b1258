# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints and comparisons with their live halves, as pictures: scenes of tools/probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialog, QTabWidget
from qgis.utils import iface


def choose(combo: Any, value: str) -> None:
    """Choose an item of a box by its data."""
    combo.setCurrentIndex(combo.findData(value))


def answered(screens: Any, dialog: QDialog) -> probe.Steps:
    """Wait until the live half has said something of what is chosen now."""
    yield 600
    yield from screens.until(
        lambda: not dialog._answers.busy and not dialog._pause.isActive(), "an answer", 60
    )
    yield 500


def by_layer(screens: Any, dialog: QDialog) -> None:
    """Choose a layer of regions of one's own (REGIONS, `file|layername=name`), where one is given."""
    source = probe.TASK.get("regions", "")
    if not source:
        return
    layer = QgsVectorLayer(source, source.rsplit("=", 1)[-1], "ogr")
    if not layer.isValid():
        raise LookupError(f"REGIONS: no layer at {source}")
    QgsProject.instance().addMapLayer(layer)
    screens.part(dialog, "regionsCombo").setLayer(layer)


def footprints(screens: Any, prefix: str) -> probe.Steps:
    """Discs, cells, a size that is refused, and the change on the map."""
    dialog = yield from probe.open_dialog("flashpoints_region_footprints")
    by_layer(screens, dialog)
    yield from answered(screens, dialog)
    probe.grab(dialog, f"{prefix}_footprints_1_discs")
    choose(screens.part(dialog, "methodCombo"), "grid")
    yield from answered(screens, dialog)
    probe.grab(dialog, f"{prefix}_footprints_2_grid")
    screens.part(dialog, "radiusEdit").setText("20000")
    yield from answered(screens, dialog)
    probe.grab(dialog, f"{prefix}_footprints_3_refused")
    choose(screens.part(dialog, "methodCombo"), "discs")
    screens.part(dialog, "radiusEdit").setText("5")
    screens.part(dialog, "sensitivityCheck").setChecked(True)
    yield from answered(screens, dialog)
    yield from screens.run(dialog, "region_footprints")
    dialog.close()
    yield from screens.settled()
    probe.grab(iface.mainWindow(), f"{prefix}_footprints_4_map")


def comparison(screens: Any, prefix: str) -> probe.Steps:
    """Chart and table by region, any other grouping, and the map."""
    dialog = yield from probe.open_dialog("flashpoints_compare_periods")
    views = dialog.findChild(QTabWidget)
    yield from answered(screens, dialog)
    probe.grab(dialog, f"{prefix}_comparison_1_chart")
    views.setCurrentIndex(1)
    yield 500
    probe.grab(dialog, f"{prefix}_comparison_2_table")
    views.setCurrentIndex(0)
    for number, grouping in enumerate(("actor_group", "zone", "region"), start=3):
        choose(screens.part(dialog, "groupByCombo"), grouping)
        yield from answered(screens, dialog)
        if grouping != "region":
            probe.grab(dialog, f"{prefix}_comparison_{number}_{grouping}")
    yield from screens.run(dialog, "compare_periods")
    dialog.close()
    yield from screens.settled()
    probe.grab(iface.mainWindow(), f"{prefix}_comparison_5_map")


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """Both dialogs and what they put on the map."""
    yield from footprints(screens, prefix)
    yield from comparison(screens, prefix)
