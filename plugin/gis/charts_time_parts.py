# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the charts over time: series, axes of dates, bars, lines, keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ..core.comparison import ALL
from ..core.counts_over_time import date_of, day_of
from ..core.periods import Period
from ..core.text import number, translate
from .chart_look import FAMILY, ChartLook, plain_axes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PALE, PART, LINE = "pale", "part", "line"
MOST_SERIES = 6
MOST_BARS = 130
"""With more steps than these bars are thinner than their gaps, and are drawn as one shape."""
PT_MM = 25.4 / 72
DASHES = (0, (3, 2))
_ALPHA = 0.5
_PLAIN = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F5C710")
_OTHERS = "#B8B8B8"
_TICKS = (("day", 1), ("day", 7), ("month", 1), ("month", 3), ("month", 6), ("year", 1), ("year", 2), ("year", 5),
          ("year", 10), ("year", 25))  # fmt: skip


@dataclass(frozen=True)
class Series:
    """One colour: counts by step (NaN where not covered); label "" for the one of everything."""

    label: str
    colour: str
    counts: np.ndarray


@dataclass(frozen=True)
class Key:
    """A patch of the key; style : "", PALE, PART or LINE."""

    label: str
    colour: str
    style: str = ""


def floats(values: pd.Series) -> np.ndarray:
    """Numbers as float, NaN where missing, also from the attributes of a layer."""
    return pd.to_numeric(values).to_numpy(dtype=float, na_value=np.nan)


def series_of(table: pd.DataFrame, colours: Mapping[str, str], look: ChartLook) -> list[Series]:
    """The rows of a table as series, those with most events apart, the others together."""
    wide = table.assign(events=floats(table["events"])).pivot(index="start", columns="id", values="events")
    labels = dict(zip(table["id"], table["name"]))
    own = [name for name in dict.fromkeys(table["id"]) if name != ALL]
    if not own:
        return [Series("", look.later, wide[ALL].to_numpy(dtype=float))]
    totals = wide[own].sum().sort_values(ascending=False, kind="stable")
    largest = [name for name in totals.index if totals[name] > 0][:MOST_SERIES]
    kept = [name for name in own if name in largest]
    known = {name: colours[name] for name in kept if name in colours and not _is_grey(colours[name])}
    free = [one for one in _PLAIN if one not in known.values()]
    found = []
    for name in kept:
        colour = known.get(name) or (free.pop(0) if free else _OTHERS)
        found.append(Series(str(labels[name]), seen(colour, look), wide[name].to_numpy(dtype=float)))
    rest = [name for name in own if name not in kept and totals[name] > 0]
    if rest:
        label = translate("Charts", "others ({n})").format(n=number(len(rest)))
        if len(rest) == 1:
            label = str(labels[rest[0]])
        found.append(Series(label, _OTHERS, wide[rest].sum(axis=1, min_count=1).to_numpy(dtype=float)))
    return found or [Series("", look.later, wide[ALL].to_numpy(dtype=float))]


def _is_grey(colour: str) -> bool:
    """Whether a colour is that of what the map does not tell apart."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(parts) - min(parts) < 16 and min(parts) > 64


def seen(colour: str, look: ChartLook) -> str:
    """A colour, or that of the text where it would vanish in the background."""
    return look.ink if abs(_light(colour) - _light(look.background)) < 0.06 else colour


def _light(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2


def adds_up(series: Sequence[Series], steps: pd.DataFrame) -> bool:
    """Whether no event stands in two of the series."""
    together = np.nansum([np.nan_to_num(one.counts) for one in series], axis=0)
    return bool((together <= np.nan_to_num(floats(steps["events"])) + 0.5).all())


def highest(steps: pd.DataFrame) -> float:
    """The top of the chart, at least 1."""
    return float(np.nan_to_num(floats(steps["events"])).max(initial=1.0))


def partial(steps: pd.DataFrame) -> np.ndarray:
    """Which steps are counted in part only."""
    days, of = floats(steps["days"]), floats(steps["step_days"])
    return (days > 0) & (days < of)


def make_axes(
    figure: Figure, look: ChartLook, size_mm: tuple[float, float], keys: Sequence[Key], top: float
) -> Axes:
    """Axes with numbers at the left, below as many lines of keys as they need."""
    from matplotlib.ticker import MaxNLocator

    line = look.text_pt * PT_MM
    ticks = [tick for tick in MaxNLocator(4, integer=True).tick_values(0, top) if 0 <= tick <= top * 1.02]
    widest = max(len(number(tick)) for tick in ticks)
    rows = key_rows(keys, size_mm[0], line)
    left = (widest * 0.62 * line + 2.2) / size_mm[0]
    bottom = (line * 1.4 + 2.0) / size_mm[1]
    head = (len(rows) * line * 1.55 + line * 0.9) / size_mm[1]
    axes = figure.add_axes((left, bottom, max(0.98 - left, 0.1), max(1 - bottom - head, 0.1)))
    axes.set_ylim(0, top * 1.1)
    axes.set_yticks(ticks)
    axes.set_yticklabels([number(tick) for tick in ticks])
    plain_axes(axes, look)
    axes.tick_params(axis="y", length=0, pad=2)
    _draw_keys(figure, rows, look, size_mm, line)
    return axes


def key_rows(keys: Sequence[Key], width_mm: float, line: float) -> list[list[tuple[float, Key]]]:
    """The keys set in lines: (position from the left in mm, key)."""
    rows: list[list[tuple[float, Key]]] = []
    at = 0.0
    for key in keys:
        wide = (len(key.label) * 0.56 + 2.6) * line
        if not rows or at + wide > width_mm:
            rows.append([])
            at = 0.0
        rows[-1].append((at, key))
        at += wide
    return rows


def _draw_keys(
    figure: Figure,
    rows: list[list[tuple[float, Key]]],
    look: ChartLook,
    size_mm: tuple[float, float],
    line: float,
) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    width, height = size_mm
    for index, row in enumerate(rows):
        middle = 1 - (index * 1.55 + 0.75) * line / height
        for at, key in row:
            style: dict[str, Any] = {"facecolor": key.colour, "linewidth": 0}
            if key.style == PALE:
                style["alpha"] = _ALPHA
            if key.style == PART:
                style.update(hatch="//////", edgecolor=look.background)
            if key.style == LINE:
                dashes = Line2D(
                    [at / width, (at + 0.95 * line) / width], [middle, middle], color=key.colour, linewidth=1,
                    linestyle=DASHES,
                )  # fmt: skip
                figure.add_artist(dashes)
            corner = (at / width, middle - 0.4 * line / height)
            if key.style != LINE:
                figure.add_artist(Rectangle(corner, 0.9 * line / width, 0.8 * line / height, **style))
            figure.text(
                (at + 1.25 * line) / width, middle, key.label, va="center_baseline", ha="left",
                fontsize=look.text_pt, family=FAMILY, color=look.ink,
            )  # fmt: skip


def bars(
    axes: Axes,
    series: Sequence[Series],
    steps: pd.DataFrame,
    late: np.ndarray,
    part: np.ndarray,
    look: ChartLook,
) -> None:
    """Stacked bars of the width of their step; provisional ones paler, those counted in part hatched."""
    first = np.array([day_of(one) for one in steps["start"]], dtype=float)
    width = np.array([day_of(one) for one in steps["end"]], dtype=float) - first + 1
    floor = np.zeros(len(first))
    for one in series:
        heights = np.nan_to_num(one.counts)
        if len(first) > MOST_BARS:
            _area(axes, first, width, floor, heights, late, one.colour)
        else:
            for chosen in (late & part, late & ~part, ~late & part, ~late & ~part):
                if not chosen.any():
                    continue
                hatched = bool((chosen & part).any())
                axes.bar(
                    first[chosen] + width[chosen] * 0.08, heights[chosen], width[chosen] * 0.84, floor[chosen],
                    align="edge", color=one.colour, alpha=_ALPHA if (chosen & late).any() else 1.0, linewidth=0,
                    hatch="//////" if hatched else None, edgecolor=look.background if hatched else None, zorder=2,
                )  # fmt: skip
        floor = floor + heights


def _area(
    axes: Axes, first: np.ndarray, width: np.ndarray, floor: np.ndarray, heights: np.ndarray, late: np.ndarray,
    colour: str,
) -> None:  # fmt: skip
    for chosen, alpha in ((~late, 1.0), (late, _ALPHA)):
        if not chosen.any():
            continue
        x = np.append(first[chosen], first[chosen][-1] + width[chosen][-1])
        low, high = (np.append(one[chosen], one[chosen][-1]) for one in (floor, floor + heights))
        axes.fill_between(x, low, high, step="post", color=colour, alpha=alpha, linewidth=0, zorder=2)


def lines(axes: Axes, series: Sequence[Series], steps: pd.DataFrame, look: ChartLook) -> None:
    """A line for each series in front of the shape of all events: events of two groups stand in both."""
    first = np.array([day_of(one) for one in steps["start"]], dtype=float)
    last = np.array([day_of(one) for one in steps["end"]], dtype=float) + 1
    total = np.nan_to_num(floats(steps["events"]))
    x = np.append(first, last[-1])
    axes.fill_between(x, 0, np.append(total, total[-1]), step="post", color=look.shade, linewidth=0, zorder=1)
    middle = (first + last) / 2
    for one in series:
        axes.plot(
            middle, one.counts, color=one.colour, linewidth=1.4, zorder=3,
            marker="o" if len(middle) <= 14 else None, markersize=3,
        )  # fmt: skip


def shade(axes: Axes, periods: Sequence[Period], steps: pd.DataFrame, look: ChartLook) -> None:
    """Name the periods that the numbers beside the chart are about, and shade them."""
    left, right = day_of(steps["start"].iloc[0]), day_of(steps["end"].iloc[-1]) + 1
    for period in periods:
        start, end = max(day_of(period.start), left), min(day_of(period.end) + 1, right)
        if start < end:
            axes.axvspan(start, end, color=look.shade, linewidth=0, zorder=0)


def name_uncovered(axes: Axes, steps: pd.DataFrame, look: ChartLook, size_mm: tuple[float, float]) -> None:
    """Say of the steps at an end that the file does not cover that they are not zeros, where there is room."""
    known = np.flatnonzero(floats(steps["days"]) > 0)
    left, right = axes.get_xlim()
    edges = [left, right]
    if len(known):
        edges = [left, day_of(steps["start"].iloc[known[0]]), day_of(steps["end"].iloc[known[-1]]) + 1, right]
    text = translate("Charts", "not covered")
    needed = len(text) * 0.6 * look.text_pt * PT_MM / (axes.get_position().width * size_mm[0])
    for start, end in zip(edges[::2], edges[1::2]):
        if (end - start) / (right - left) > needed:
            axes.text(
                (start + end) / 2, 0.06, text, transform=axes.get_xaxis_transform(), ha="center",
                fontsize=look.text_pt, family=FAMILY, color=look.grey,
            )  # fmt: skip


def time_axis(axes: Axes, steps: pd.DataFrame, look: ChartLook, size_mm: tuple[float, float]) -> None:
    """Dates along the foot, as periods are written: 2023, 2023-04, 04-15."""
    left, right = day_of(steps["start"].iloc[0]), day_of(steps["end"].iloc[-1]) + 1
    axes.set_xlim(left, right)
    date_ticks(axes, left, right, look, size_mm)


def date_ticks(axes: Axes, left: int, right: int, look: ChartLook, size_mm: tuple[float, float]) -> None:
    """As many dates as there is room for; each year or month is named where it begins."""
    room = axes.get_position().width * size_mm[0]
    line = look.text_pt * PT_MM
    for unit, every in _TICKS:
        found = _ticks(left, right, unit, every)
        letters = {"day": 10, "month": 7, "year": 4}[unit]
        if len(found) >= 1 and len(found) * (letters + 1.5) * 0.6 * line <= room:
            break
    else:
        found, unit = found[:1], "year"
    texts = [date_of(day).isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]] for day in found]
    place = _place_of_last(found, texts, right, (right - left) / room, line)
    if texts and not place:
        texts[-1] = ""
    axes.set_xticks(found)
    axes.set_xticklabels(texts, fontsize=look.text_pt, family=FAMILY, color=look.grey, ha="left")
    for label in axes.get_xticklabels()[-1:]:
        label.set_ha(place or "left")
    axes.tick_params(axis="x", length=2.5, pad=1.5, color=look.grey)


def _place_of_last(found: list[int], texts: list[str], right: int, days_per_mm: float, line: float) -> str:
    """On which side of its tick the last date stands: left-aligned, to the left where it would leave the picture, or
    nowhere ("") where there is no room either.
    """
    if not found:
        return ""
    needed = len(texts[-1]) * 0.62 * line
    if (right - found[-1]) / days_per_mm >= 0.85 * needed:
        return "left"
    return "right" if len(found) == 1 or (found[-1] - found[-2]) / days_per_mm > 2.2 * needed else ""


def _ticks(left: int, right: int, unit: str, every: int) -> list[int]:
    """The day numbers at which a unit begins, every so many of them, from left to right."""
    if unit == "day":
        first = left if every == 1 else left + (4 - left) % 7  # Mondays
        return list(range(first, right, every)) if (right - left) / every < 400 else list(range(left, right))
    months = 12 * every if unit == "year" else every
    start = np.array([left, right - 1]).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    aligned = np.arange(-(-(start[0]) // months) * months, start[1] + 1, months)
    if unit == "year" and every > 1:  # 2000, 2005, 2010: aligned by the year's number, not from 1970
        years = np.arange(start[0] // 12 + 1970, start[1] // 12 + 1971)
        aligned = (years[years % every == 0] - 1970) * 12
    days = aligned.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return [int(day) for day in days if left <= day < right]
