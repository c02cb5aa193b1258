# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts, drawn with matplotlib's objects alone (no pyplot, so no state shared between runs or threads)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.periods import Period
from ..core.recipes import Words
from .chart_look import FAMILY, GREY, INK, RULE, SHADE, new_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KEY_COLUMNS, KEY_ROW_MM = 2, 3.4
_LABELS_WANTED = 6


@dataclass(frozen=True)
class Series:
    """One colour of a stacked chart: its column, its label and its colour."""

    column: str
    label: str
    colour: str


def months_chart(
    counts: pd.DataFrame,
    series: Sequence[Series],
    periods: Sequence[Period],
    words: Words,
    size_mm: tuple[float, float],
    text_pt: float = 6.5,
    provisional: datetime.date | None = None,
) -> Figure:
    """Events a month, stacked, with the compared periods shaded.

    Parameters
    ----------
    counts : one row a month (index: its first day), one column a series (see `core.brief_parts.monthly_counts`).
    periods : shaded and named above the bars.
    provisional : months that end after this day are drawn paler.

    Raises
    ------
    FlashpointsError : matplotlib is not installed.
    """
    figure = new_figure(size_mm)
    left, bottom = 7.5 / size_mm[0], 4.5 / size_mm[1]
    top = 1 - (KEY_ROW_MM * -(-len(series) // KEY_COLUMNS) + 1.5) / size_mm[1]
    axes = figure.add_axes((left, bottom, 1 - left, top - bottom))
    _bars(axes, counts, series, provisional)
    _shade(axes, counts.index, periods, words, text_pt)
    _month_axis(axes, counts.index, words, text_pt)
    _count_axis(axes, counts, words, text_pt)
    _key(figure, series, size_mm, text_pt)
    return figure


def save_svg(figure: Figure, path: Path) -> None:
    """Write a figure as SVG with its text as text, in the form that Qt's SVG reader understands."""
    import matplotlib

    with matplotlib.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "flashpoints", "font.family": FAMILY}
    ):
        figure.savefig(path, format="svg", transparent=True, metadata={"Date": None})
    path.write_text(_qt_fonts(path.read_text(encoding="utf-8")), encoding="utf-8")


def _bars(
    axes: Axes, counts: pd.DataFrame, series: Sequence[Series], provisional: datetime.date | None
) -> None:
    x = np.arange(len(counts))
    ends = counts.index + pd.offsets.MonthEnd(0)
    late = np.array([provisional is not None and end.date() >= provisional for end in ends], dtype=bool)
    floor = np.zeros(len(counts))
    for one in series:
        heights = counts[one.column].to_numpy(dtype=float)
        for chosen, alpha in ((~late, 1.0), (late, 0.55)):
            if chosen.any():
                axes.bar(
                    x[chosen],
                    heights[chosen],
                    0.82,
                    floor[chosen],
                    color=one.colour,
                    alpha=alpha,
                    linewidth=0,
                    zorder=2,
                )
        floor += heights


def _shade(
    axes: Axes, months: pd.DatetimeIndex, periods: Sequence[Period], words: Words, text_pt: float
) -> None:
    for period in periods:
        inside = np.flatnonzero(
            (months + pd.offsets.MonthEnd(0) >= pd.Timestamp(period.start))
            & (months <= pd.Timestamp(period.end))
        )
        if not len(inside):
            continue
        first, last = inside[0] - 0.5, inside[-1] + 0.5
        axes.axvspan(first + 0.04, last - 0.04, color=SHADE, linewidth=0, zorder=0)
        axes.text(
            (first + last) / 2, 1.0, words.short_period(period), transform=axes.get_xaxis_transform(),
            ha="center", va="top", fontsize=text_pt, color=GREY, family=FAMILY, zorder=3,
        )  # fmt: skip


def _month_axis(axes: Axes, months: pd.DatetimeIndex, words: Words, text_pt: float) -> None:
    names = words.get("months_short")
    axes.set_xlim(-0.6, len(months) - 0.4)
    if len(months) > 14:
        starts = [i for i, month in enumerate(months) if month.month == 1 or i == 0]
        starts = [i for i in starts if i or months[0].month <= 7]
        axes.set_xticks([i - 0.5 for i in starts])
        labels = [str(months[i].year) for i in starts]
    else:
        step = max(1, round(len(months) / _LABELS_WANTED))
        ticks = list(range(0, len(months), step))
        axes.set_xticks(ticks)
        labels = [names[months[i].month - 1] for i in ticks]
        labels[0] = f"{labels[0]} {months[0].year}"
    axes.set_xticklabels(
        labels, fontsize=text_pt, color=GREY, family=FAMILY, ha="left" if len(months) > 14 else "center"
    )
    axes.tick_params(axis="x", length=2, width=0.4, color=RULE, pad=1.5)


def _count_axis(axes: Axes, counts: pd.DataFrame, words: Words, text_pt: float) -> None:
    from matplotlib.ticker import MaxNLocator

    highest = float(counts.sum(axis=1).max()) if len(counts) else 0.0
    axes.set_ylim(0, max(highest, 1) * 1.16)  # room for the names of the periods
    ticks = [
        tick
        for tick in MaxNLocator(4, integer=True).tick_values(0, max(highest, 1))
        if 0 <= tick <= max(highest, 1)
    ]
    axes.set_yticks(ticks)
    axes.set_yticklabels([words.number(tick) for tick in ticks], fontsize=text_pt, color=GREY, family=FAMILY)
    axes.tick_params(axis="y", length=0, pad=2)
    axes.grid(axis="y", color=RULE, linewidth=0.4, zorder=1)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set(color=GREY, linewidth=0.5)
    axes.patch.set_alpha(0)


def _key(figure: Figure, series: Sequence[Series], size_mm: tuple[float, float], text_pt: float) -> None:
    """One line of colours above the chart."""
    from matplotlib.patches import Rectangle

    if not series:
        return
    handles = [Rectangle((0, 0), 1, 1, facecolor=one.colour, linewidth=0) for one in series]
    legend = figure.legend(
        handles, [one.label for one in series], loc="upper left", bbox_to_anchor=(0, 1), ncol=KEY_COLUMNS,
        frameon=False,
        borderaxespad=0, borderpad=0, handlelength=0.9, handleheight=0.8, handletextpad=0.4, columnspacing=1.1,
        prop={"family": FAMILY, "size": text_pt},
    )  # fmt: skip
    for text in legend.get_texts():
        text.set_color(INK)


def _qt_fonts(svg: str) -> str:
    """Turn matplotlib's CSS font shorthand, which Qt's reader does not know, into single properties."""

    def spelled(match: re.Match[str]) -> str:
        return f"font-size: {match['size']}; font-family: '{FAMILY}'"

    return re.sub(r"font: (?:[a-z0-9]+ )*?(?P<size>[\d.]+px) [^;\"]+", spelled, svg)


def colours(rows: Sequence[Mapping[str, str]], key: str) -> dict[str, str]:
    """Colour by id from the rows of one of the plugin's tables."""
    return {row[key]: row["colour"] for row in rows if row.get("colour")}
