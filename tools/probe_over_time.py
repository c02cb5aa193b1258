# SPDX-License-Identifier: GPL-2.0-or-later
"""Over time as pictures: its three charts, a ring, and the tables it writes. Scenes of tools/probe_screens.py."""

from __future__ import annotations

from typing import Any

import probe
from qgis.utils import iface

SCENES = (
    ("1_months", {"groupByCombo": "event_type"}),
    ("2_families", {"groupByCombo": "actor_family", "stepCombo": "quarter"}),
    ("3_years", {"chartCombo": "years", "groupByCombo": "none"}),
    ("4_ring", {"whereCombo": "ring", "chartCombo": "windows"}),
    (
        "5_regions",
        {"whereCombo": "everywhere", "groupByCombo": "region", "chartCombo": "counts", "spanCombo": "24"},
    ),
)


def scenes(screens: Any, prefix: str, run: bool) -> probe.Steps:
    """The window in its states. run : whether tables are written, too."""
    dialog = yield from probe.open_dialog("flashpoints_counts_over_time")
    yield from screens.until(lambda: dialog.answered is not None, "the live half answers", 60)
    for name, choices in SCENES:
        for box, value in choices.items():
            combo = dialog.chartCombo if box == "chartCombo" else screens.part(dialog, box)
            combo.setCurrentIndex(combo.findData(value))
        if name == "4_ring":
            dialog.selection.choose_who("militant_islamist")
        yield 2500
        probe.grab(dialog, f"{prefix}_over_time_{name}")
    if run:
        for box in ("recordCheck", "yearsCheck"):
            screens.part(dialog, box).setChecked(True)
        yield from screens.run(dialog, "counts_over_time")
        yield from screens.until(lambda: dialog.run is None, "the last table is written", 60)
        yield 1000
        probe.grab(dialog, f"{prefix}_over_time_6_done")
        probe.grab(iface.mainWindow(), f"{prefix}_window_over_time")
    dialog.close()
    yield 300
