# SPDX-License-Identifier: GPL-2.0-or-later
"""Rate ratios with their intervals, on a scale on which half and double are as far from 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.text import number, translate
from .chart_look import FAMILY, ChartLook

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LARGEST = 16.0
"""The end of the scale; what lies beyond runs out of the panel."""
_MOST_TICKS = 5


def draw_ratios(axes: Axes, rows: pd.DataFrame, clear: Sequence[bool], look: ChartLook) -> None:
    """Draw the later over the earlier rate of each row, the first at the top.

    rows : columns rate_ratio, rr_low_disp, rr_high_disp of `core.comparison`; clear : which are more than chance.
    """
    columns = ("rate_ratio", "rr_low_disp", "rr_high_disp")
    ratio, low, high = (rows[name].to_numpy(dtype=float) for name in columns)
    limit = _limit(low, high)
    axes.set_xscale("log", base=2)
    axes.set_xlim(1 / limit, limit)
    axes.axvline(1.0, color=look.grey, linewidth=0.8, zorder=1)
    for index in np.flatnonzero(~np.isnan(low)):
        colour = look.later if clear[index] else look.grey
        start = np.clip(low[index], 1 / limit, limit)
        end = limit if np.isnan(high[index]) else np.clip(high[index], 1 / limit, limit)
        axes.hlines(index, start, end, color=colour, linewidth=1.3, zorder=2)
        if np.isnan(ratio[index]) and start == limit:
            text = translate("Charts", "from 0")
            axes.text(
                limit,
                index,
                text,
                ha="right",
                va="center",
                color=colour,
                family=FAMILY,
                fontsize=look.text_pt,
            )
        if 1 / limit <= ratio[index] <= limit:
            axes.plot(ratio[index], index, "D", color=colour, markersize=0.5 * look.text_pt, zorder=3)
    _axis(axes, limit, look)
    axes.set_yticks(range(len(rows)))
    axes.set_yticklabels([])


def _axis(axes: Axes, limit: float, look: ChartLook) -> None:
    """Ticks at powers of 2, with 1 among them."""
    highest = round(np.log2(limit))
    step = -(-(2 * highest + 1) // _MOST_TICKS)
    powers = range(-(highest // step) * step, highest + 1, step)
    axes.set_xticks([2.0**power for power in powers])
    font = {"family": FAMILY, "fontsize": look.text_pt * 0.9}
    axes.set_xticklabels([times(2.0**power) for power in powers], **font)
    axes.minorticks_off()
    text = translate("Charts", "later against earlier, per day")
    axes.set_xlabel(text, color=look.grey, labelpad=2, family=FAMILY, fontsize=look.text_pt)


def _limit(low: np.ndarray, high: np.ndarray) -> float:
    """The end of the scale: a power of 2 that holds the intervals, within reason."""
    ends = np.concatenate([1 / low[low > 0], high[np.isfinite(high)], [2.0]])
    return float(min(2.0 ** np.ceil(np.log2(np.max(ends))), _LARGEST))


def times(ratio: float) -> str:
    """A ratio as one writes it: × 2, × 0.5."""
    decimals = 0 if ratio >= 10 or float(ratio).is_integer() else 1 if ratio >= 1 else 2
    return translate("Charts", "× {ratio}").format(ratio=number(ratio, decimals))
