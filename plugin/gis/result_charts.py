# SPDX-License-Identifier: GPL-2.0-or-later
"""Which chart belongs to which kind of result."""

from __future__ import annotations

from collections.abc import Callable

from ..core.result import CHANGE, FOOTPRINTS, PROFILE, RINGS, SENSITIVITY, Result
from .chart_look import Draw
from .charts_footprints import footprints_chart, land_chart, sensitivity_chart
from .charts_rings import profile_chart, rings_chart

CHARTS: dict[str, Callable[[Result], Draw | None]] = {
    RINGS: rings_chart,
    PROFILE: profile_chart,
    FOOTPRINTS: footprints_chart,
    CHANGE: land_chart,
    SENSITIVITY: sensitivity_chart,
}


def chart_of(result: Result) -> Draw | None:
    """What draws a result; None for a kind that has no chart, and for a result without anything to draw."""
    make = CHARTS.get(result.kind)
    return make(result) if make is not None and len(result.rows) else None
