# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of footprints as a chart: land in both periods and newly recorded to the right, no longer to the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.comparison import ALL
from ..core.footprint_facts import BOTH, GONE, NEW
from ..core.text import number, translate
from .chart_look import FAMILY, ChartLook, Draw, new_figure, plain_axes
from .regional import ZONE_ROW
from .styles_common import looks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ROW, _HIGHEST_ROW, _AXIS, _LINE, _LETTER = 1.5, 2.8, 3.2, 1.4, 0.56
"""In heights of text."""
_EM_MM = 25.4 / 72.0
_ORDER = (GONE, BOTH, NEW)


def change_chart(change: pd.DataFrame, labels: tuple[str, str]) -> Draw:
    """What draws the change of each region, the largest later footprint first, as many as there is room for.

    Parameters
    ----------
    change : columns region, status, area_km2 of `FootprintStudy.change_areas`; zones and `(all)` are left out.
    labels : of the earlier and the later period.

    Returns draw(look, size_mm), see `chart_look.Draw`. It raises FlashpointsError when matplotlib is missing.
    """
    own = change[~change["region"].isin((ALL, ZONE_ROW))].astype({"area_km2": float})
    areas = own.pivot_table(index="region", columns="status", values="area_km2", aggfunc="sum", sort=False)
    areas = areas.reindex(columns=list(_ORDER)).fillna(0.0)
    areas = areas[areas.sum(axis=1) > 0]
    areas = areas.loc[(areas[BOTH] + areas[NEW]).sort_values(ascending=False, kind="stable").index]

    def draw(look: ChartLook, size_mm: tuple[float, float]) -> Figure:
        return _draw(areas, labels, look, size_mm)

    return draw


def _draw(
    areas: pd.DataFrame, labels: tuple[str, str], look: ChartLook, size_mm: tuple[float, float]
) -> Figure:
    figure = new_figure(size_mm, look)
    font = {"family": FAMILY, "fontsize": look.text_pt}
    if areas.empty:
        text = translate("Charts", "No land with events in either period.")
        figure.text(0.5, 0.5, text, ha="center", color=look.grey, **font)
        return figure
    width, height = (side / (look.text_pt * _EM_MM) for side in size_mm)
    keys = _keys(labels)
    columns = 3 if sum(map(len, keys)) * _LETTER + 12 < width else 1
    top = height - _LINE * (len(keys) // columns + 0.4)
    room = top - _AXIS - _LINE
    most = max(int(room / _ROW), 1)
    shown = areas.head(most)
    row = min(max(room / len(shown), _ROW), _HIGHEST_ROW)
    names = [_short(str(name), width) for name in shown.index]
    left, bottom = max(map(len, names)) * _LETTER + 1.4, top - len(shown) * row
    box = (left / width, bottom / height, (width - left - 1.8) / width, (top - bottom) / height)
    axes = figure.add_axes(box)
    plain_axes(axes, look, grid="x")
    _bars(axes, shown)
    axes.set_yticks(np.arange(len(shown)))
    axes.set_yticklabels(names, color=look.ink, **font)
    axes.tick_params(axis="y", length=0)
    _axis(axes, look, width)
    _key(figure, keys, columns, look)
    if len(areas) > most:
        text = translate("Charts", "rows with a smaller footprint, not drawn: {n}")
        figure.text(
            0.5 / width, 0.3 / height, text.format(n=number(len(areas) - most)), color=look.grey, va="bottom",
            family=FAMILY, fontsize=0.85 * look.text_pt,
        )  # fmt: skip
    return figure


def _short(name: str, width: float) -> str:
    most = max(int(width * 0.36 / _LETTER), 6)
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _bars(axes: Axes, areas: pd.DataFrame) -> None:
    y = np.arange(len(areas))
    for status, sign, start in ((GONE, -1, None), (BOTH, 1, None), (NEW, 1, BOTH)):
        first = 0.0 if start is None else areas[start].to_numpy(dtype=float)
        colour = looks()[status].colour.name()
        axes.barh(
            y, sign * areas[status].to_numpy(dtype=float), 0.68, first, color=colour, linewidth=0, zorder=2
        )
    axes.set_ylim(len(areas) - 0.5, -0.5)


def _axis(axes: Axes, look: ChartLook, width: float) -> None:
    """Kilometres squared to both sides of a line at 0."""
    from matplotlib.ticker import MaxNLocator

    axes.spines["left"].set_visible(False)
    axes.axvline(0.0, color=look.grey, linewidth=0.8, zorder=3)
    low, high = axes.get_xlim()
    ticks = [t for t in MaxNLocator(max(int(width / 10), 3)).tick_values(low, high) if low <= t <= high]
    decimals = 0 if all(float(tick).is_integer() for tick in ticks) else 1
    axes.set_xticks(ticks)
    font = {"family": FAMILY, "fontsize": 0.9 * look.text_pt}
    axes.set_xticklabels([number(abs(tick), decimals) for tick in ticks], **font)
    text = translate("Charts", "km² with recorded events")
    axes.set_xlabel(text, color=look.grey, labelpad=2, family=FAMILY, fontsize=look.text_pt)


def _keys(labels: tuple[str, str]) -> list[str]:
    earlier, later = labels
    return [
        translate("Charts", "no longer recorded (only {period})").format(period=earlier),
        translate("Charts", "in both"),
        translate("Charts", "newly recorded (only {period})").format(period=later),
    ]


def _key(figure: Figure, keys: list[str], columns: int, look: ChartLook) -> None:
    from matplotlib.patches import Rectangle

    colours = [looks()[status].colour.name() for status in _ORDER]
    handles = [Rectangle((0, 0), 1, 1, facecolor=colour, linewidth=0) for colour in colours]
    legend = figure.legend(
        handles, keys, loc="upper left", bbox_to_anchor=(0.0, 1.0), ncol=columns, frameon=False, borderaxespad=0.2,
        borderpad=0.1, handlelength=1.0, handleheight=0.9, columnspacing=1.2, labelspacing=0.3,
        prop={"family": FAMILY, "size": look.text_pt},
    )  # fmt: skip
    for text in legend.get_texts():
        text.set_color(look.ink)
