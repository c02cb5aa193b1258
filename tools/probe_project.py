# SPDX-License-Identifier: GPL-2.0-or-later
"""A project that is saved, closed with QGIS, and opened in another QGIS: what of the events' map comes back.

Run through tools/window.py: `save` in one QGIS, `reopen` in the next, with the same store and project file.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.utils import iface

TASK: dict[str, Any] = json.loads(os.environ["FLASHPOINTS_PROBE"])
sys.path.insert(0, TASK["tools"])
import probe  # noqa: E402 (found through the line above)

LABEL = "Groups as our office says"


def until(condition: Callable[[], bool], what: str, seconds: float = 30) -> probe.Steps:
    """Let QGIS go on until something is so."""
    for _ in range(int(seconds * 5)):
        if condition():
            return
        yield 200
    raise TimeoutError(f"{what}: not within {seconds} s")


def of_kind(name: str) -> QgsVectorLayer | None:
    """The project's layer of a kind of ours; None for none."""
    from flashpoints.plugin.gui import tree

    return next((one for one in QgsProject.instance().mapLayers().values() if tree.kind(one) == name), None)


def facts() -> dict[str, Any]:
    """What of the events' map is to come back."""
    from flashpoints.plugin.gis.actor_table import actors_of
    from flashpoints.plugin.gis.event_filters import read_filter
    from flashpoints.plugin.gis.layer_look import is_as_made, look_of

    layer, places = of_kind("events"), of_kind("places")
    if layer is None or places is None:
        raise LookupError("the project has no events, or no places")
    look, times = look_of(layer), QgsProject.instance().timeSettings()
    span = times.temporalRange()
    return {
        "subset": layer.subsetString(),
        "filter": read_filter(layer).chosen.to_json(),
        "shown": layer.featureCount(),
        "look": look.to_json() if look else "",
        "as made": is_as_made(layer),
        "renderer": layer.renderer().type(),
        "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
        "places": sum(feature["events"] for feature in places.getFeatures()),
        "circles": [item.label() for item in places.renderer().legendSymbolItems()],
        "near": layer.isInScaleRange(100_000) and not layer.isInScaleRange(5_000_000),
        "far": places.isInScaleRange(5_000_000) and not places.isInScaleRange(100_000),
        "family": actors_of(Path(TASK["store"])).family("militant_islamist").label,
        "plays": layer.temporalProperties().isActive(),
        "range": [span.begin().toString("yyyy-MM-dd"), span.end().toString("yyyy-MM-dd")],
        "step": [times.timeStep(), int(times.timeStepUnit())],
    }


def save() -> probe.Steps:
    """The store on the map, with groups, look, filter and time of one's own; the project is written."""
    from flashpoints.plugin.core.event_filter import EventFilter
    from flashpoints.plugin.core.event_look import EventLook
    from flashpoints.plugin.core.periods import parse_period
    from flashpoints.plugin.gis.actor_table import shipped_families, shipped_rows
    from flashpoints.plugin.gis.event_filters import apply_filter
    from flashpoints.plugin.gis.reclassifying import reclassify
    from flashpoints.plugin.gis.time_setup import set_up_time
    from flashpoints.plugin.gui.stores import add_store

    plugin = qgis.utils.plugins["flashpoints"]
    families = [
        {**row, "label": LABEL} if row["family"] == "militant_islamist" else row for row in shipped_families()
    ]
    reclassify(Path(TASK["store"]), shipped_rows(), families)
    dialog = yield from probe.open_dialog("flashpoints_load_events")
    layer = add_store(dialog.host, Path(TASK["store"]))
    dialog.close()
    refreshed: list[str] = []
    plugin.look_keeper.refreshed.connect(refreshed.append)
    yield from until(lambda: len(refreshed) > 0, "the first look")
    plugin.look_keeper.apply(
        layer, EventLook(colour="family", near="offset", afar="circles", afar_scale=600_000)
    )
    yield from until(lambda: len(refreshed) > 1, "the look")
    span = parse_period("2022-H2")
    apply_filter(layer, EventFilter(period=span))
    yield from until(lambda: len(refreshed) > 2, "the legend of the filter")
    set_up_time(QgsProject.instance(), span)
    probe.seen["facts"] = facts()
    probe.seen["picture"] = probe.grab(iface.mainWindow(), "saved")
    if not QgsProject.instance().write(TASK["project"]):
        raise OSError(f"cannot write {TASK['project']}")
    yield 300


def reopen() -> probe.Steps:
    """The project as QGIS opens it."""
    if not iface.addProject(TASK["project"]):
        raise OSError(f"cannot open {TASK['project']}")

    def filled() -> bool:
        places = of_kind("places")
        return places is not None and places.featureCount() > 0

    yield from until(filled, "the places are there again")
    yield 1000
    probe.seen["facts"] = facts()
    probe.seen["picture"] = probe.grab(iface.mainWindow(), "reopened")


SCENARIOS = {"save": save, "reopen": reopen}
driver = probe.start(SCENARIOS[TASK["scenario"]])
