# SPDX-License-Identifier: GPL-2.0-or-later
"""Events at three scales, in each look and through colour-blind eyes, as pictures: scenes of tools/probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsPreviewEffect
from qgis.utils import iface

EYES = {
    "protanope": QgsPreviewEffect.PreviewMode.PreviewProtanope,
    "deuteranope": QgsPreviewEffect.PreviewMode.PreviewDeuteranope,
}
MOPTI = (-4.19, 14.49)
SCALES = {"country": (5_000_000, (-4.5, 15.5)), "region": (500_000, MOPTI), "town": (50_000, MOPTI)}


def go_to(scale: float, centre: tuple[float, float]) -> None:
    """Show a place (longitude, latitude) at a scale."""
    canvas = iface.mapCanvas()
    change = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        canvas.mapSettings().destinationCrs(),
        QgsProject.instance(),
    )
    canvas.setCenter(change.transform(QgsPointXY(*centre)))
    canvas.zoomScale(scale)


def choose(combo: Any, value: str) -> None:
    """Choose an item of a box by its data."""
    combo.setCurrentIndex(combo.findData(value))


def scenes(screens: Any, prefix: str) -> probe.Steps:
    """The dialog, and what it makes of the map; the map as it was at the end."""
    canvas = iface.mapCanvas()
    before = canvas.extent()
    dialog = yield from probe.open_dialog("flashpoints_style")
    yield 2500
    probe.grab(dialog, f"{prefix}_style_1")
    for number, (colour, near, afar) in enumerate(
        (("family", "cluster", "pies"), ("event_type", "offset", "circles"), ("group", "offset", "circles")),
        start=2,
    ):
        choose(screens.part(dialog, "colourCombo"), colour)
        choose(screens.part(dialog, "nearCombo"), near)
        choose(screens.part(dialog, "afarCombo"), afar)
        yield 2500
        probe.grab(dialog, f"{prefix}_style_{number}_{colour}")
    screens.part(dialog, "runButton").click()
    yield 1500
    dialog.close()
    own = tuple(float(part) for part in probe.TASK.get("centre", "").split(",") if part)
    for name, (scale, centre) in SCALES.items():
        go_to(scale, own if len(own) == 2 else centre)
        yield from screens.settled()
        probe.grab(iface.mainWindow(), f"{prefix}_map_{name}")
        for eye, mode in EYES.items():
            canvas.setPreviewModeEnabled(True)
            canvas.setPreviewMode(mode)
            yield 400
            probe.grab(canvas, f"{prefix}_map_{name}_{eye}")
        canvas.setPreviewModeEnabled(False)
    canvas.setExtent(before)
    yield from screens.settled()
