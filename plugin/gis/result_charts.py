# SPDX-License-Identifier: GPL-2.0-or-later
"""Which chart belongs to which kind of result."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd

from ..core.result import (
    BANDS,
    CHANGE,
    COMPARISON,
    FOOTPRINTS,
    PROFILE,
    RINGS,
    SENSITIVITY,
    STEPS,
    WINDOWS,
    YEARS,
    Result,
)
from ..core.rolling import USUAL_WINDOW, parse_window
from .actor_table import actor_table
from .chart_look import Draw
from .charts_comparison import comparison_chart
from .charts_footprints import footprints_chart, land_chart, sensitivity_chart
from .charts_over_time import counts_chart, row_colours, windows_chart, years_chart
from .charts_rings import profile_chart, rings_chart

_TEXTS = ("name", "id", "note", "period", "start", "end")


def _typed(result: Result) -> pd.DataFrame:
    """The rows with numbers as numbers, as the charts of algorithms take them."""
    rows = result.rows.reset_index(drop=True)
    return rows.assign(**{name: pd.to_numeric(rows[name]) for name in rows.columns if name not in _TEXTS})


def _comparison(result: Result) -> Draw | None:
    pair = result.pair()
    if pair is None:
        return None
    confidence = float(result.parameters.get("CONFIDENCE") or 0.95)
    return comparison_chart(_typed(result), (pair[0].label, pair[1].label), confidence=confidence)


def _steps(result: Result) -> Draw | None:
    colours = row_colours(actor_table(), str(result.parameters.get("GROUP_BY") or ""))
    return counts_chart(_typed(result), colours)


def _windows(result: Result) -> Draw | None:
    """Without the count of the period itself, which is no row of the table."""
    months = parse_window(str(result.parameters.get("WINDOW") or USUAL_WINDOW))
    return windows_chart(_typed(result), str(result.parameters.get("PERIOD") or ""), math.nan, months)


def _years(result: Result) -> Draw | None:
    return years_chart(_typed(result))


CHARTS: dict[str, Callable[[Result], Draw | None]] = {
    RINGS: rings_chart,
    BANDS: rings_chart,
    COMPARISON: _comparison,
    STEPS: _steps,
    WINDOWS: _windows,
    YEARS: _years,
    PROFILE: profile_chart,
    FOOTPRINTS: footprints_chart,
    CHANGE: land_chart,
    SENSITIVITY: sensitivity_chart,
}


def chart_of(result: Result) -> Draw | None:
    """What draws a result; None for a kind that has no chart, and for a result without anything to draw."""
    make = CHARTS.get(result.kind)
    return make(result) if make is not None and len(result.rows) else None
