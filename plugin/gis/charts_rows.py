# SPDX-License-Identifier: GPL-2.0-or-later
"""Named rows with a bar for each period, and its interval where it has one: what several charts of results are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..core.text import number, translate
from .chart_look import FAMILY, ChartLook, Draw, new_figure, plain_axes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PT_MM = 25.4 / 72
LETTER = 0.62
"""Width of a letter, in heights of text."""
LEAST_ROW = 1.7
"""Height of a row at least, in heights of text."""
LONGEST = 0.36
"""Share of the width that names may take."""


@dataclass(frozen=True)
class Group:
    """The bars of one colour. values, low, high : one a row, NaN where there is none; colour : None: the period’s."""

    name: str
    values: np.ndarray
    low: np.ndarray | None = None
    high: np.ndarray | None = None
    colour: str | None = None


def draw_rows(names: Sequence[str], groups: Sequence[Group], note: str) -> Draw:
    """Rows from top to bottom; of two groups the last is the later period. As many rows as there is room for.

    note : what is drawn, below the chart.
    """
    return lambda look, size_mm: _draw(list(names), list(groups), note, look, size_mm)


def _draw(
    names: list[str], groups: list[Group], note: str, look: ChartLook, size_mm: tuple[float, float]
) -> Figure:
    figure = new_figure(size_mm, look)
    em = look.text_pt * PT_MM
    most = max(int((size_mm[1] / em - 5.5) / LEAST_ROW), 1)
    left_out, shown = max(len(names) - most, 0), names[:most]
    longest = int(size_mm[0] * LONGEST / (LETTER * em))
    labels = [_cut(name, longest) for name in shown]
    left = (max(map(len, labels), default=0) * LETTER + 1) * em / size_mm[0]
    bottom, top = 3.6 * em / size_mm[1], 1 - 1.9 * em / size_mm[1]
    axes = figure.add_axes((left, bottom, 0.97 - left, max(top - bottom, 0.1)))
    colours = [group.colour or colour for group, colour in zip(groups, _colours(look, len(groups)))]
    _bars(axes, groups, colours, len(shown), look)
    axes.set_yticks(range(len(shown)), labels)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    plain_axes(axes, look, "x")
    axes.tick_params(axis="y", length=0, labelcolor=look.ink)
    axes.locator_params(axis="x", nbins=max(3, int(size_mm[0] / em / 9)), integer=True)
    axes.xaxis.set_major_formatter(lambda value, _: number(value))
    if left_out:
        text = translate("Charts", "{n} smaller rows are not drawn")
        note = f"{note}; {text.format(n=number(left_out))}"
    figure.text(
        0.02, 0.4 * em / size_mm[1], note, color=look.grey, fontsize=0.9 * look.text_pt, family=FAMILY
    )
    key_line(figure, look, size_mm, [(group.name, colour) for group, colour in zip(groups, colours)])
    return figure


def _bars(axes: Axes, groups: list[Group], colours: list[str], rows: int, look: ChartLook) -> None:
    height = 0.76 / max(len(groups), 1)
    highest = 0.0
    for index, (group, colour) in enumerate(zip(groups, colours)):
        at = np.arange(rows) - 0.38 + height * (index + 0.5)
        values = np.nan_to_num(group.values[:rows])
        axes.barh(at, values, 0.92 * height, color=colour, linewidth=0, zorder=2)
        highest = max(highest, float(values.max(initial=0)))
        if group.low is not None and group.high is not None:
            low, high = group.low[:rows], group.high[:rows]
            there = ~np.isnan(low) & ~np.isnan(high)
            for colour, width in (
                (look.background, 2.6),
                (look.ink, 0.9),
            ):  # an edge, so that bars do not hide it
                axes.hlines(at[there], low[there], high[there], color=colour, linewidth=width, zorder=3)
            highest = max(highest, float(high[there].max(initial=0)))
    axes.set_xlim(0, max(highest, 1e-9) * 1.04)


def _colours(look: ChartLook, count: int) -> list[str]:
    if count == 1:
        return [look.later]
    return [look.earlier, look.later, *[look.grey] * count]


def _cut(name: str, most: int) -> str:
    return name if len(name) <= max(most, 4) else f"{name[: max(most, 4) - 1].rstrip()}…"


def room_for(
    look: ChartLook, size_mm: tuple[float, float], widest: str, below: float = 1.6
) -> tuple[float, float, float, float]:
    """Where axes go that have numbers as wide as `widest` at their left, and a key above.

    below : heights of text for what stands below.
    """
    em = look.text_pt * PT_MM
    left = (len(widest) * LETTER + 1.2) * em / size_mm[0]
    bottom, top = (below + 0.6) * em / size_mm[1], 1 - 2.1 * em / size_mm[1]
    return left, bottom, max(0.97 - left, 0.1), max(top - bottom, 0.1)


def key_line(
    figure: Figure, look: ChartLook, size_mm: tuple[float, float], entries: Sequence[tuple[str, str]]
) -> None:
    """The names of the colours in one line at the top."""
    em = look.text_pt * PT_MM
    x, y = 0.4 * em, size_mm[1] - 0.4 * em
    from matplotlib.patches import Rectangle

    for name, colour in entries:
        box = (x / size_mm[0], (y - 0.85 * em) / size_mm[1])
        figure.add_artist(
            Rectangle(box, 0.9 * em / size_mm[0], 0.8 * em / size_mm[1], color=colour, linewidth=0)
        )
        figure.text(
            (x + 1.3 * em) / size_mm[0], y / size_mm[1], name, va="top", color=look.ink, fontsize=look.text_pt,
            family=FAMILY,
        )  # fmt: skip
        x += (len(name) * LETTER + 3.2) * em
