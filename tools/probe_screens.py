# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's first hour in a real QGIS window, as pictures: run by tools/screenshots.py through tools/window.py."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from qgis.utils import iface

TASK: dict[str, Any] = json.loads(os.environ["FLASHPOINTS_PROBE"])
sys.path.insert(0, TASK["tools"])
import probe  # noqa: E402 (found through the line above)
import probe_card  # noqa: E402
import probe_filter  # noqa: E402
import probe_loading  # noqa: E402
import probe_looks  # noqa: E402
import probe_over_time  # noqa: E402
import probe_regions  # noqa: E402
import probe_results  # noqa: E402
import probe_rings  # noqa: E402
import probe_selection  # noqa: E402

ANALYSES = ("buffer_counts", "region_footprints", "compare_periods")
NEAR_BAMAKO = (
    "\"event_date\" >= '2023-01-01' AND \"event_type\" = 'Battles' AND \"actor_families\" LIKE '%militant_islamist%' "
    'AND "longitude" > -8.9 AND "longitude" < -7.1 AND "latitude" > 11.8 AND "latitude" < 13.5'
)
PATIENCE = 300  # seconds for one run on the sample


def until(condition: Callable[[], bool], what: str, seconds: float = 30) -> probe.Steps:
    """Let QGIS go on until something is so."""
    for _ in range(int(seconds * 5)):
        if condition():
            return
        yield 200
    raise TimeoutError(f"{what}: not within {seconds} s")


def settled() -> probe.Steps:
    """Let the map finish drawing."""
    yield 700
    yield from until(lambda: not iface.mapCanvas().isDrawing(), "the map is drawn", 60)
    yield 300


def part(dialog: QDialog, name: str) -> Any:
    """A widget of a dialog, by its name in the form."""
    found = dialog.findChild(QWidget, name)
    if found is None:
        raise LookupError(f"{dialog.objectName()} has no {name}")
    return found


def problem(dialog: QDialog) -> str:
    """What the dialog says is wrong; empty when nothing is."""
    frame = part(dialog, "problemFrame")
    label = frame.findChild(QLabel, "problemLabel")
    return label.text() if frame.isVisible() and label is not None else ""


def run(dialog: QDialog, name: str) -> probe.Steps:
    """Press the button that runs, and wait for the end. A refusal is noted, the pictures go on."""
    button: QPushButton = part(dialog, "runButton")
    progress = part(dialog, "progressRow")
    if not button.isEnabled():
        raise RuntimeError(f"{name}: the button is not to be pressed: {problem(dialog)}")
    button.click()
    yield 300
    yield from until(lambda: not progress.isVisible(), f"{name}: the run ends", PATIENCE)
    yield 500
    if problem(dialog):
        probe.seen.setdefault("problems", []).append(f"{name}: {problem(dialog)}")


def load(prefix: str) -> probe.Steps:
    """The sample, from the dialog to the map."""
    dialog = yield from probe.open_dialog("flashpoints_load_events")
    probe.grab(dialog, f"{prefix}_load_events_1_empty")
    part(dialog, "fileWidget").setFilePath(TASK["sample"])
    part(dialog, "storeWidget").setFilePath(TASK["store"])
    yield from until(part(dialog, "runButton").isEnabled, "the file is recognised")
    yield 300
    probe.grab(dialog, f"{prefix}_load_events_2_recognised")
    yield from run(dialog, "load_events")
    probe.grab(dialog, f"{prefix}_load_events_3_done")
    dialog.close()
    yield from settled()
    probe.grab(iface.mainWindow(), f"{prefix}_window_1_events")


def questions(prefix: str) -> probe.Steps:
    """Files that the Load dialog asks about. What they put on the map is taken out again."""
    before = set(QgsProject.instance().mapLayers())
    yield from probe_loading.scenes(sys.modules[__name__], prefix, Path(TASK["sample"]).parent)
    QgsProject.instance().removeMapLayers(list(set(QgsProject.instance().mapLayers()) - before))
    yield 300


def looks(prefix: str) -> probe.Steps:
    """Events in their looks."""
    yield from probe_looks.scenes(sys.modules[__name__], prefix)


def analyse(name: str, prefix: str) -> probe.Steps:
    """One analysis as it opens, run as it stands: its dialog before and after, and the map."""
    dialog = yield from probe.open_dialog(f"flashpoints_{name}")
    yield 3000  # the live half
    probe.grab(dialog, f"{prefix}_{name}_1_ready")
    yield from run(dialog, name)
    probe.grab(dialog, f"{prefix}_{name}_2_done")
    dialog.close()
    yield from settled()
    probe.grab(iface.mainWindow(), f"{prefix}_window_{name}")


def correct(prefix: str) -> probe.Steps:
    """One event near the capital, corrected, and the list of rulings; a second, with the place, only written."""
    from flashpoints.plugin.gui import tree

    layers = QgsProject.instance().mapLayers().values()
    layer = next(one for one in layers if tree.kind(one) == "events")
    iface.setActiveLayer(layer)
    layer.selectByExpression(NEAR_BAMAKO)
    layer.selectByIds(sorted(layer.selectedFeatureIds())[:1])
    if layer.selectedFeatureCount() != 1:
        raise LookupError(f"no event is selected by {NEAR_BAMAKO}")
    dialog = yield from probe.open_dialog("flashpoints_ruling")
    yield from until(lambda: dialog.facts is not None, "the event is read")
    choose(dialog, "exclude")
    part(dialog, "valueCombo").setCurrentIndex(part(dialog, "valueCombo").findData("1"))
    part(dialog, "reasonEdit").setText(
        "The same attack as the event of the day before: the gendarmerie's list has one"
    )
    part(dialog, "authorEdit").setText("A. Analyst")
    yield from run(dialog, "ruling")
    choose(dialog, "point")
    yield 500
    probe.grab(dialog, f"{prefix}_ruling")
    dialog.close()
    dialog = yield from probe.open_dialog("flashpoints_rulings")
    yield from until(lambda: part(dialog, "rulingsTable").rowCount() == 1, "the ruling is listed")
    part(dialog, "rulingsTable").selectRow(0)
    yield 300
    probe.grab(dialog, f"{prefix}_rulings_1")
    with sqlite3.connect(TASK["store"]) as connection:  # as after an update that changed the field
        connection.execute(
            "UPDATE rulings SET field = 'location', source_value = 'Sirakorola', value = 'Kalabankoro'"
        )
    dialog.refresh()
    yield from until(lambda: part(dialog, "decideFrame").isVisible(), "there is something to decide")
    yield 300
    probe.grab(dialog, f"{prefix}_rulings_2_decide")
    with sqlite3.connect(TASK["store"]) as connection:
        connection.execute("UPDATE rulings SET field = 'exclude', source_value = '', value = '1'")
    dialog.close()
    yield 300


def pattern_tested(dialog: Any) -> bool:
    """Whether the actors' window says what the pattern finds, in any language: while it tests, it ends in …"""
    text = part(dialog, "testLabel").text()
    return bool(text) and not text.endswith("…")


def actors(prefix: str) -> probe.Steps:
    """The table of actors: a pattern that is tested, a family, and names that a shorter table leaves alone."""
    dialog = yield from probe.open_dialog("flashpoints_actors")
    yield from until(lambda: pattern_tested(dialog), "the pattern is tested", 60)
    tree = dialog.groups.tree
    tree.choose(type(tree.which())("katiba_macina", False))
    yield from until(lambda: pattern_tested(dialog), "the pattern is tested", 60)
    yield 300
    probe.grab(dialog, f"{prefix}_actors_1_groups")
    tree.choose(type(tree.which())("communal_militias", True))
    yield 500
    probe.grab(dialog, f"{prefix}_actors_2_family")
    for group in ("dozo", "other_communal", "gatia", "koglweogo"):
        for _ in dialog.draft.patterns_of(group):
            dialog.draft.remove_pattern(dialog.draft.patterns_of(group)[0])
    dialog.groups.changed.emit()
    yield from until(lambda: part(dialog, "namesTable").rowCount() > 0, "names are without a group", 60)
    part(dialog, "tabs").setCurrentIndex(1)
    part(dialog, "namesTable").selectRow(0)
    yield 500
    probe.grab(dialog, f"{prefix}_actors_3_names")
    dialog.close()
    yield 300
    probe.grab(dialog, f"{prefix}_actors_4_not_saved")
    part(dialog, "problemButton").click()
    yield 300


def choose(dialog: QDialog, field: str) -> None:
    """Choose a field to correct."""
    combo = part(dialog, "fieldCombo")
    combo.setCurrentIndex(combo.findData(field))


def brief(prefix: str) -> probe.Steps:
    """The page."""
    dialog = yield from probe.open_dialog("flashpoints_make_brief")
    part(dialog, "outputWidget").setFilePath(str(Path(TASK["out"]) / f"{prefix}_brief.pdf"))
    yield 2000
    probe.grab(dialog, f"{prefix}_make_brief_1_ready")
    yield from run(dialog, "make_brief")
    probe.grab(dialog, f"{prefix}_make_brief_2_done")
    dialog.close()
    yield 500
    probe.grab(iface.mainWindow(), f"{prefix}_window_make_brief")


def everything() -> Generator[int, None, None]:
    """Every dialog and every result."""
    prefix = TASK["prefix"]
    yield from load(prefix)
    yield from questions(prefix)
    yield from looks(prefix)
    yield from probe_card.scenes(sys.modules[__name__], prefix)
    yield from probe_filter.scenes(sys.modules[__name__], prefix)
    yield from correct(prefix)
    yield from actors(prefix)
    for name in ANALYSES:
        yield from analyse(name, prefix)
    yield from probe_over_time.scenes(sys.modules[__name__], prefix, run=True)
    yield from brief(prefix)
    yield from probe_rings.scenes(sys.modules[__name__], prefix)
    yield from probe_selection.scenes(sys.modules[__name__], prefix)
    yield from probe_regions.scenes(sys.modules[__name__], prefix)
    yield from probe_results.scenes(sys.modules[__name__], prefix)
    probe.seen["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]


def dialogs() -> Generator[int, None, None]:
    """Every dialog with the sample loaded, nothing run: for other themes, languages and sizes."""
    prefix = TASK["prefix"]
    yield from load(prefix)
    yield from questions(prefix)
    yield from probe_card.scenes(sys.modules[__name__], prefix)
    yield from probe_filter.scenes(sys.modules[__name__], prefix)
    yield from correct(prefix)
    yield from actors(prefix)
    for name in (*ANALYSES, "make_brief"):
        dialog = yield from probe.open_dialog(f"flashpoints_{name}")
        yield 2500
        probe.grab(dialog, f"{prefix}_{name}")
        dialog.close()
        yield 200
    yield from probe_rings.scenes(sys.modules[__name__], prefix)
    yield from probe_selection.scenes(sys.modules[__name__], prefix)
    yield from probe_over_time.scenes(sys.modules[__name__], prefix, run=False)
    yield from probe_results.scenes(sys.modules[__name__], prefix)


def loading() -> Generator[int, None, None]:
    """The Load dialog alone."""
    yield from load(TASK["prefix"])
    yield from questions(TASK["prefix"])


def styling() -> Generator[int, None, None]:
    """Events in their looks alone."""
    yield from load(TASK["prefix"])
    yield from looks(TASK["prefix"])


def card() -> Generator[int, None, None]:
    """The base map, the event card and the map tip."""
    yield from load(TASK["prefix"])
    yield from probe_card.scenes(sys.modules[__name__], TASK["prefix"])


def actors_alone() -> Generator[int, None, None]:
    """The table of actors alone."""
    yield from load(TASK["prefix"])
    yield from actors(TASK["prefix"])


def filtering() -> Generator[int, None, None]:
    """The dock “Filter and time” alone, and the project saved and opened again."""
    yield from probe_filter.empty(sys.modules[__name__], TASK["prefix"])
    yield from load(TASK["prefix"])
    yield from probe_filter.scenes(sys.modules[__name__], TASK["prefix"])


def selecting() -> Generator[int, None, None]:
    """The shared selection alone, in every dialog."""
    yield from load(TASK["prefix"])
    yield from probe_selection.scenes(sys.modules[__name__], TASK["prefix"])


def ringing() -> Generator[int, None, None]:
    """Rings and bands alone."""
    yield from load(TASK["prefix"])
    yield from probe_rings.scenes(sys.modules[__name__], TASK["prefix"])


def over_time() -> Generator[int, None, None]:
    """Over time alone."""
    yield from load(TASK["prefix"])
    yield from probe_over_time.scenes(sys.modules[__name__], TASK["prefix"], run=True)


def results() -> Generator[int, None, None]:
    """The results dock and the list of events alone."""
    yield from load(TASK["prefix"])
    yield from probe_results.scenes(sys.modules[__name__], TASK["prefix"])


def by_regions() -> Generator[int, None, None]:
    """Footprints and comparisons alone."""
    yield from load(TASK["prefix"])
    yield from probe_regions.scenes(sys.modules[__name__], TASK["prefix"])


SCENARIOS = {
    "everything": everything,
    "dialogs": dialogs,
    "loading": loading,
    "styling": styling,
    "card": card,
    "actors": actors_alone,
    "filtering": filtering,
    "selecting": selecting,
    "ringing": ringing,
    "over_time": over_time,
    "regions": by_regions,
    "results": results,
}
driver = probe.start(SCENARIOS[TASK["scenario"]])
