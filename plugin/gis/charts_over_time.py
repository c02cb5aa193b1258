# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts of time, records and pace, each drawn from the table that its algorithm writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.actors import ActorTable
from ..core.comparison import ALL
from ..core.counts_over_time import day_of
from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.resources import RESOURCES
from ..core.text import number, translate
from ..core.zones import read_table
from .chart_look import FAMILY as FONT
from .chart_look import PRINT, ChartLook, Draw, new_figure
from .charts import save_svg
from .charts_time_parts import (
    DASHES,
    LINE,
    MOST_BARS,
    PALE,
    PART,
    PT_MM,
    Key,
    adds_up,
    bars,
    date_ticks,
    floats,
    highest,
    lines,
    make_axes,
    name_uncovered,
    partial,
    series_of,
    shade,
    time_axis,
)
from .over_time import FAMILY, GROUP, TYPE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PNG_DPI = 300


def row_colours(actors: ActorTable, group_by: str) -> dict[str, str]:
    """Colour by the id of a row: what the map uses for families and groups; none for the others."""
    if group_by == FAMILY:
        return {family.id: family.colour for family in actors.families if family.colour}
    if group_by == GROUP:
        return {group.id: group.colour for group in actors.groups if group.colour}
    if group_by == TYPE:
        rows = read_table(RESOURCES / "categories.csv", ("event_type", "colour"))
        return {row["event_type"]: row["colour"] for row in rows}
    return {}


def counts_chart(table: pd.DataFrame, colours: Mapping[str, str], shaded: tuple[Period, ...] = ()) -> Draw:
    """Events by step: bars, stacked where the rows add up to `(all)`, else a line for each row beside that of all.

    Parameters
    ----------
    table : output of `countsovertime`; columns start, end, name, id, events, days, step_days, provisional.
    colours : by id; rows without one get one that others do not have.
    shaded : periods that are named above.
    """

    def draw(look: ChartLook, size_mm: tuple[float, float]) -> Figure:
        figure = new_figure(size_mm, look)
        series = series_of(table, colours, look)
        steps = table[table["id"] == ALL].sort_values("start").reset_index(drop=True)
        late, part = floats(steps["provisional"]) == 1, partial(steps)
        stacked = adds_up(series, steps)
        keys = [Key(one.label, one.colour) for one in series if one.label]
        if not stacked:
            keys.append(Key(translate("Charts", "all events, each once"), look.shade))
        elif late.any():
            keys.append(Key(translate("Charts", "provisional"), look.grey if keys else look.later, PALE))
        if stacked and part.any() and len(steps) <= MOST_BARS:
            keys.append(Key(translate("Charts", "part of the time only"), look.grey, PART))
        axes = make_axes(figure, look, size_mm, keys, highest(steps))
        if stacked:
            shade(axes, shaded, steps, look)
            bars(axes, series, steps, late, part, look)
        else:
            lines(axes, series, steps, look)
        time_axis(axes, steps, look, size_mm)
        name_uncovered(axes, steps, look, size_mm)
        return figure

    return draw


def years_chart(years: pd.DataFrame) -> Draw:
    """Each year's total, what it had by the same day, the projection with its interval, and the record.

    years : output of `yearprojection`.
    """

    def draw(look: ChartLook, size_mm: tuple[float, float]) -> Figure:
        figure = new_figure(size_mm, look)
        own = years.iloc[-1]
        x = np.arange(len(years))
        totals, same = (floats(years[name]) for name in ("events", "same_days"))
        full = floats(years["full"]) == 1
        low, mean, high = (float(one) for one in floats(own[["low", "projected", "high"]]))
        keys = [Key(translate("Charts", "so far"), look.later)]
        if mean > totals[-1]:
            keys.append(Key(translate("Charts", "expected, with interval"), look.later, PALE))
        if full.any():
            keys.append(Key(translate("Charts", "by the same day"), look.earlier))
            keys.append(Key(translate("Charts", "rest of the year"), look.earlier, PALE))
        record = years[floats(years["record"]) == 1]
        if len(record):
            text = translate("Charts", "most in a full earlier year: {n}")
            keys.append(Key(text.format(n=number(float(record["events"].iloc[0]))), look.ink, LINE))
        axes = make_axes(figure, look, size_mm, keys, max(high, float(totals.max()), 1.0))
        axes.bar(x[:-1], totals[:-1], 0.72, color=look.earlier, alpha=0.5, linewidth=0, zorder=2)
        axes.bar(x[:-1][full[:-1]], same[:-1][full[:-1]], 0.72, color=look.earlier, linewidth=0, zorder=3)
        axes.bar(x[-1:], totals[-1:], 0.72, color=look.later, linewidth=0, zorder=3)
        if mean > totals[-1]:
            axes.bar(
                x[-1:],
                mean - totals[-1],
                0.72,
                totals[-1:],
                color=look.later,
                alpha=0.5,
                linewidth=0,
                zorder=2,
            )
            axes.plot([x[-1], x[-1]], [low, high], color=look.ink, linewidth=1.3, zorder=5)
        if len(record):
            axes.axhline(
                float(record["events"].iloc[0]),
                color=look.ink,
                linewidth=0.7,
                linestyle=DASHES,
                zorder=4,
            )
        _name_years(axes, years, full, look, size_mm)
        return figure

    return draw


def windows_chart(windows: pd.DataFrame, period: str, events: float, months: int) -> Draw:
    """The count of every window by its last day, and the period's count as a line across.

    windows : output of `rollingrecord`; period, events : its label and its count.
    """

    def draw(look: ChartLook, size_mm: tuple[float, float]) -> Figure:
        figure = new_figure(size_mm, look)
        counts = floats(windows["events"])
        known = events == events
        label = translate("Charts", "{months} months until each day").format(months=number(months))
        own = translate("Charts", "{period}: {n}")
        keys = [Key(label, look.earlier), Key(own.format(period=period, n=number(events)), look.later)]
        axes = make_axes(
            figure, look, size_mm, keys, max(1.0, events if known else 0.0, counts.max(initial=0.0))
        )
        if not len(windows):
            axes.set_xticks([])
            axes.text(
                0.5, 0.5, translate("Charts", "no earlier window in the file"), transform=axes.transAxes, ha="center",
                fontsize=look.text_pt, family=FONT, color=look.grey,
            )  # fmt: skip
            return figure
        ends = np.array([day_of(one) for one in windows["end"]])
        axes.fill_between(ends, counts, color=look.earlier, alpha=0.35, linewidth=0, zorder=1)
        axes.plot(ends, counts, color=look.earlier, linewidth=1.2, zorder=2)
        if known:
            axes.axhline(events, color=look.later, linewidth=1.4, zorder=3)
        top = int(counts.argmax())
        axes.plot([ends[top]], [counts[top]], "o", color=look.ink, markersize=3.5, zorder=4)
        axes.annotate(
            number(counts[top]), (ends[top], counts[top]), (0, 3), textcoords="offset points", ha="center", va="bottom",
            fontsize=look.text_pt, family=FONT, color=look.ink,
        )  # fmt: skip
        axes.set_xlim(ends[0], max(ends[-1], ends[0] + 1))
        date_ticks(axes, int(ends[0]), int(ends[-1]) + 1, look, size_mm)
        return figure

    return draw


def _name_years(
    axes: Axes, years: pd.DataFrame, full: np.ndarray, look: ChartLook, size_mm: tuple[float, float]
) -> None:
    """The years below their bars, the last one always; an asterisk where an earlier year is not wholly covered."""
    axes.set_xlim(-0.6, len(years) - 0.4)
    needed = 5 * 0.62 * look.text_pt * PT_MM * len(years)
    every = max(1, int(-(-needed // (axes.get_position().width * size_mm[0]))))
    shown = np.arange(len(years))[::-1][::every][::-1]
    last = len(years) - 1
    labels = [f"{years['year'].iloc[at]}{'' if full[at] or at == last else '*'}" for at in shown]
    axes.set_xticks(shown)
    axes.set_xticklabels(labels, fontsize=look.text_pt, family=FONT, color=look.grey)
    axes.tick_params(axis="x", length=0, pad=2)


def save_chart(draw: Draw, path: Path, size_mm: tuple[float, float]) -> str:
    """Write a chart as SVG or PNG, by the file's ending, in the colours of print. Returns the path.

    Raises
    ------
    FlashpointsError : matplotlib is missing, or the file cannot be written.
    """
    figure = draw(PRINT, size_mm)
    try:
        if path.suffix.lower() == ".svg":
            save_svg(figure, path)
        else:
            from matplotlib.backends.backend_agg import FigureCanvasAgg

            FigureCanvasAgg(figure)
            figure.savefig(path, format="png", dpi=PNG_DPI)
    except OSError as error:
        raise FlashpointsError(
            translate("Charts", "The picture cannot be written ({reason}).").format(
                reason=error.strerror or error
            ),
            str(path),
            translate("Charts", "Choose a folder that exists and that you may write to."),
        ) from error
    return str(path)
