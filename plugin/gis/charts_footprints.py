# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints as charts: km² by region in both periods, what became of the land, and how far the radius decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.comparison import ALL
from ..core.result import Result
from ..core.result_heads import row_name
from ..core.text import number, translate
from .chart_look import ChartLook, Draw, new_figure, plain_axes
from .charts_footprint import change_chart
from .charts_rows import Group, draw_rows, key_line, room_for

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DISCS, WHOLE = "discs", "1-3"


def footprints_chart(result: Result) -> Draw | None:
    """Area by region in the two latest periods, the largest first; regions without any are left out."""
    periods = [one.label for one in result.periods()[-2:]]
    wide = _wide(result.rows, "period", "footprint_km2", periods)
    if wide.empty:
        return None
    groups = [Group(period, wide[period].to_numpy(dtype=float)) for period in periods]
    note = translate("Charts", "km² with recorded events")
    return draw_rows([row_name(name) for name in wide.index], groups, note)


def land_chart(result: Result) -> Draw | None:
    """Newly recorded, in both, no longer recorded, by region."""
    pair = result.pair()
    if pair is None or result.rows.empty:
        return None
    rows = result.rows.assign(area_km2=pd.to_numeric(result.rows["area_km2"]))
    return change_chart(rows, (pair[0].label, pair[1].label))


def _wide(rows: pd.DataFrame, columns: str, values: str, wanted: list[str]) -> pd.DataFrame:
    """Regions that have some area, in rows; the wanted columns."""
    kept = rows[~rows["region"].astype(str).str.startswith("(")]
    if kept.empty:  # one region alone is the same as all
        kept = rows[rows["region"] == ALL]
    table = kept.assign(area=pd.to_numeric(kept[values])).pivot_table(
        index="region", columns=columns, values="area", aggfunc="sum"
    )
    table = table.reindex(columns=wanted)
    table = table[table.fillna(0).sum(axis=1) > 0]
    return table.loc[table.max(axis=1).sort_values(ascending=False, kind="stable").index]


def sensitivity_chart(result: Result) -> Draw | None:
    """The footprint of each period over the radius of the discs."""
    rows = result.rows
    rows = rows[(rows["method"] == DISCS) & (rows["precision"] == WHOLE)]
    periods = [one.label for one in result.periods()[-2:]]
    if rows.empty or not periods:
        return None
    lines = []
    for period in periods:
        own = rows[rows["period"] == period].sort_values("size_km")
        lines.append(
            (period, own["size_km"].to_numpy(dtype=float), own["footprint_km2"].to_numpy(dtype=float))
        )
    return lambda look, size_mm: _lines(lines, look, size_mm)


def _lines(
    lines: list[tuple[str, np.ndarray, np.ndarray]], look: ChartLook, size_mm: tuple[float, float]
) -> Figure:
    figure = new_figure(size_mm, look)
    highest = max(float(np.nanmax(areas, initial=1.0)) for _, _, areas in lines)
    axes = figure.add_axes(room_for(look, size_mm, number(highest), below=2.6))
    colours = [look.earlier, look.later][-len(lines) :]
    for (_, sizes, areas), colour in zip(lines, colours):
        axes.plot(sizes, areas, color=colour, marker="o", markersize=0.4 * look.text_pt, linewidth=1.4)
    axes.set_xlim(0, None)
    axes.set_ylim(0, highest * 1.05)
    plain_axes(axes, look)
    axes.xaxis.set_major_formatter(lambda value, _: number(value))
    axes.yaxis.set_major_formatter(lambda value, _: number(value))
    text = translate("Charts", "km² with recorded events, by the radius of the discs in km")
    axes.set_xlabel(text, color=look.grey, fontsize=look.text_pt)
    key_line(figure, look, size_mm, [(name, colour) for (name, _, _), colour in zip(lines, colours)])
    return figure
