# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings as a chart: the counts of each period with their exact intervals, and the profile over the radius."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.comparison import ALL
from ..core.rates import poisson_limits
from ..core.result import SITES, Result
from ..core.result_heads import row_name
from ..core.shown_table import kilometres
from ..core.text import number, translate
from .chart_look import ChartLook, Draw, new_figure, plain_axes
from .charts_rows import Group, draw_rows, key_line, room_for

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_PERIODS = 2


def rings_chart(result: Result) -> Draw | None:
    """The counts of the two latest periods ring by ring; with a breakdown, part by part of the largest ring."""
    rows = _rows(result)
    periods = [one.label for one in result.periods()[-MOST_PERIODS:]]
    if not periods or rows.empty:
        return None
    names = list(dict.fromkeys(rows["label"]))
    groups = []
    for period in periods:
        own = rows[rows["period"] == period].drop_duplicates("label").set_index("label").reindex(names)
        values = own["events"].to_numpy(dtype=float)
        low, high = poisson_limits(values)
        groups.append(Group(period, values, low, high))
    note = translate("Charts", "events; lines: exact 95 % intervals of the counts")
    return draw_rows(names, groups, note)


def _rows(result: Result) -> pd.DataFrame:
    """The rows that are drawn, with the column label."""
    rows = result.rows.copy()
    site, distance = SITES[result.kind]
    several = rows[site].nunique() > 1
    if "breakdown" in rows and (rows["breakdown"] != ALL).any():
        rows = rows[(rows["breakdown"] != ALL) & (rows[distance] == rows[distance].max())]
        rows["label"] = [row_name(value) for value in rows["breakdown"]]
        order = rows.groupby("label")["events"].sum().sort_values(ascending=False, kind="stable").index
        rows = rows.set_index("label").loc[list(order)].reset_index()
    else:
        text = translate("Charts", "{radius} km")
        rows["label"] = [text.format(radius=kilometres(radius)) for radius in rows[distance]]
    if several:
        rows["label"] = [f"{centre}, {label}" for centre, label in zip(rows[site], rows["label"])]
    return rows


def profile_chart(result: Result) -> Draw | None:
    """Events within each radius, a line a period; of the first centre where there are several."""
    rows = (
        result.rows[result.rows["centre"] == result.rows["centre"].iloc[0]]
        if len(result.rows)
        else result.rows
    )
    periods = [one.label for one in result.periods()[-MOST_PERIODS:]]
    if not periods or rows.empty:
        return None
    lines = []
    for period in periods:
        own = rows[rows["period"] == period].sort_values("radius_km")
        lines.append((period, own["radius_km"].to_numpy(dtype=float), own["events"].to_numpy(dtype=float)))
    return lambda look, size_mm: _profile(lines, str(rows["centre"].iloc[0]), look, size_mm)


def _profile(
    lines: list[tuple[str, np.ndarray, np.ndarray]],
    centre: str,
    look: ChartLook,
    size_mm: tuple[float, float],
) -> Figure:
    figure = new_figure(size_mm, look)
    highest = max(float(np.nanmax(counts, initial=1.0)) for _, _, counts in lines)
    box = room_for(look, size_mm, number(highest), below=2.6)
    axes = figure.add_axes(box)
    colours = [look.earlier, look.later][-len(lines) :]
    for (_, radii, counts), colour in zip(lines, colours):
        axes.step(radii, counts, where="post", color=colour, linewidth=1.4)
    axes.set_xlim(0, max(float(radii.max()) for _, radii, _ in lines))
    axes.set_ylim(0, highest * 1.05)
    axes.locator_params(axis="both", nbins=6, integer=True)
    plain_axes(axes, look)
    axes.xaxis.set_major_formatter(lambda value, _: number(value))
    axes.yaxis.set_major_formatter(lambda value, _: number(value))
    text = translate("Charts", "events within so many km of {place}").format(place=centre)
    axes.set_xlabel(text, color=look.grey, fontsize=look.text_pt)
    key_line(figure, look, size_mm, [(name, colour) for (name, _, _), colour in zip(lines, colours)])
    return figure
