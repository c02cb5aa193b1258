# SPDX-License-Identifier: GPL-2.0-or-later
"""Events over time as bars: how wide a bar is, which days it holds, and how many events of each class are in it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .periods import Period, add_months
from .text import date, month, number, translate

_STEPS: tuple[tuple[int, str, int], ...] = (
    (62, "day", 1),
    (200, "week", 7),
    (12 * 366, "month", 1),
    (40 * 366, "quarter", 3),
)
"""Longest span in days, step, and its length in days (day, week) or months; beyond the last: years."""
_FRAMES: tuple[tuple[int, str], ...] = ((62, "day"), (366, "week"), (20 * 366, "month"))
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Bins:
    """Bars side by side. edges : n + 1 days (datetime64[D]); bar i holds edges[i] up to the day before the next."""

    step: str
    edges: np.ndarray

    def __len__(self) -> int:
        return len(self.edges) - 1

    def period(self, first: int, last: int) -> Period:
        """The days of some neighbouring bars, in whichever order they are named."""
        low, high = sorted((first, last))
        return Period(self.edges[low].item(), self.edges[high + 1].item() - _DAY)

    def of(self, days: np.ndarray) -> np.ndarray:
        """The bar of each day (datetime64); -1 for a day that no bar holds, and for none."""
        found = np.searchsorted(self.edges, days.astype("datetime64[D]"), side="right") - 1
        return np.where(np.isnat(days) | (found < 0) | (found >= len(self)), -1, found)

    def name(self, index: int) -> str:
        """What a bar is called."""
        start = self.edges[index].item()
        if self.step == "day":
            return date(start)
        if self.step == "week":
            return translate("Histogram", "week of {day}").format(day=date(start))
        if self.step == "month":
            return translate("Histogram", "{month} {year}").format(month=month(start.month), year=start.year)
        return self.period(index, index).label


def bins_for(span: Period) -> Bins:
    """Bars for all days of a span, as wide as its length asks: days, weeks (from Monday), months, quarters, years."""
    step, length = next(
        ((step, length) for longest, step, length in _STEPS if span.days <= longest), ("year", 12)
    )
    after = span.end + _DAY
    if step in ("day", "week"):
        start = span.start - datetime.timedelta(days=span.start.weekday() if step == "week" else 0)
        count = -(-(after - start).days // length)
        edges = [start + datetime.timedelta(days=length * i) for i in range(count + 1)]
    else:
        start = span.start.replace(month=1 + (span.start.month - 1) // length * length, day=1)
        months = (span.end.year - start.year) * 12 + span.end.month - start.month + 1
        edges = [add_months(start, length * i) for i in range(-(-months // length) + 1)]
    return Bins(step, np.array(edges, dtype="datetime64[D]"))


def frame_step(span: Period) -> str:
    """How long one picture of a span played over time lasts: day, week, month or year."""
    return next((step for longest, step in _FRAMES if span.days <= longest), "year")


def frame_start(span: Period, step: str) -> datetime.date:
    """Where the first picture begins, so that each is a calendar month, a year, or a week from Monday."""
    if step == "week":
        return span.start - datetime.timedelta(days=span.start.weekday())
    return (
        span.start.replace(month=1, day=1)
        if step == "year"
        else (span.start.replace(day=1) if step == "month" else span.start)
    )


@dataclass(frozen=True)
class Histogram:
    """counts : int array, a row for each bar and a column for each class; outside : events that no bar holds."""

    bins: Bins
    counts: np.ndarray
    outside: int = 0

    @property
    def totals(self) -> np.ndarray:
        """Events of each bar."""
        return np.asarray(self.counts.sum(axis=1))

    def words(self, index: int, names: Sequence[str]) -> list[str]:
        """A bar in words: its name and count, then the classes that it has, the largest first."""
        row = self.counts[index]
        said = [
            translate("Histogram", "{bar}: {n} events").format(
                bar=self.bins.name(index), n=number(float(row.sum()))
            )
        ]
        for one in np.argsort(-row, kind="stable"):
            if row[one]:
                said.append(f"{names[one]}: {number(float(row[one]))}")
        return said


def count_bins(bins: Bins, bar: np.ndarray, classes: np.ndarray, kept: np.ndarray, width: int) -> Histogram:
    """Count.

    bar : of each event, as Bins.of gives it; classes : of each event, 0 to width - 1; kept : bool, which events count.
    """
    inside = kept & (bar >= 0)
    cells = bar[inside] * width + classes[inside]
    counts = np.bincount(cells, minlength=len(bins) * width).reshape(len(bins), width)
    return Histogram(bins, counts, int(kept.sum() - inside.sum()))


@dataclass(frozen=True)
class View:
    """What a map shows: centre, half width and height in map units, and how far it is turned (degrees, clockwise)."""

    x: float
    y: float
    half_width: float
    half_height: float
    turned: float = 0.0

    def holds(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Bool array: which points are inside; none without coordinates is."""
        dx, dy = x - self.x, y - self.y
        if self.turned:
            angle = np.radians(self.turned)
            dx, dy = dx * np.cos(angle) - dy * np.sin(angle), dx * np.sin(angle) + dy * np.cos(angle)
        return np.asarray((np.abs(dx) <= self.half_width) & (np.abs(dy) <= self.half_height))
