# SPDX-License-Identifier: GPL-2.0-or-later
"""Events by day, week, month, quarter, half-year or year, for everything together and for each name.

Steps are those of the calendar (weeks begin on Monday), so that a row means the same in every table. Where the file
or the question covers a part of a step only, its row says how many of its days were counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .comparison import ALL, day_numbers, join_notes, known_sum, numbers, unknown_note
from .errors import FlashpointsError
from .periods import Period, provisional_from
from .ring_spots import NONE, explode
from .text import number, translate

DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR = STEPS = ("day", "week", "month", "quarter", "half-year", "year")
COLUMNS = (
    "start", "end", "period", "name", "events", "fatalities", "fatalities_unknown", "days", "step_days",
    "provisional", "note",
)  # fmt: skip
MOST_ROWS = 1_000_000
_MONTHS = {MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12}
_EPOCH = datetime.date(1970, 1, 1)
_TO_MONDAY = 3  # 1970-01-01 was a Thursday


@dataclass(frozen=True)
class Steps:
    """The calendar's steps that some periods touch, in the order of time. All arrays are (steps,) integers.

    first, last : day numbers (since 1970-01-01) of the whole step; days : how many of them are asked for and covered.
    scope : the asked and covered spans, without a common day, in order; counts hold their events only.
    """

    step: str
    first: np.ndarray
    last: np.ndarray
    days: np.ndarray
    scope: tuple[Period, ...]

    @property
    def step_days(self) -> np.ndarray:
        """How many days each step has."""
        return self.last - self.first + 1

    def periods(self) -> list[Period]:
        """Each step as a period."""
        return [Period(date_of(first), date_of(last)) for first, last in zip(self.first, self.last)]


def date_of(day: int) -> datetime.date:
    """The date of a day number."""
    return _EPOCH + datetime.timedelta(days=int(day))


def day_of(date: datetime.date) -> int:
    """The day number of a date: days since 1970-01-01."""
    return (date - _EPOCH).days


def steps_of(periods: Sequence[Period], step: str, coverage: Period | None = None) -> Steps:
    """Cut periods into the calendar's steps; a step that several periods touch is there once.

    Raises
    ------
    FlashpointsError : a step that is none of `STEPS`, or no period.
    """
    if step not in STEPS or not periods:
        text = translate("Over time", "“{text}” is not a step of time.").format(text=step)
        raise FlashpointsError(
            text if periods else translate("Over time", "No period is given."),
            "STEP" if periods else "PERIODS",
            translate("Over time", "Choose one of: {names}.").format(names=", ".join(STEPS))
            if periods
            else "",
        )
    merged = _merged(periods)
    covered = [span for span in (one.clip(coverage) for one in merged) if span is not None]
    touched = [
        np.arange(*(_index(np.array([day_of(one.start), day_of(one.end)]), step) + [0, 1])) for one in merged
    ]
    index = np.unique(np.concatenate(touched))
    first, last = _first_day(index, step), _first_day(index + 1, step) - 1
    days = np.zeros(len(index), dtype=np.int64)
    for span in covered:
        days += np.clip(
            np.minimum(last, day_of(span.end)) - np.maximum(first, day_of(span.start)) + 1, 0, None
        )
    return Steps(step, first, last, days, tuple(covered))


def _merged(periods: Sequence[Period]) -> list[Period]:
    """The same days without a day twice, in order."""
    merged: list[Period] = []
    for one in sorted(periods):
        if merged and one.start <= merged[-1].end:
            merged[-1] = Period(merged[-1].start, max(merged[-1].end, one.end))
        else:
            merged.append(one)
    return merged


def _index(day: np.ndarray, step: str) -> np.ndarray:
    """The running number of the step that each day number lies in."""
    if step == DAY:
        return day
    if step == WEEK:
        return (day + _TO_MONDAY) // 7
    return day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) // _MONTHS[step]


def _first_day(index: np.ndarray, step: str) -> np.ndarray:
    """The first day number of each step; the inverse of `_index`."""
    if step == DAY:
        return index
    if step == WEEK:
        return index * 7 - _TO_MONDAY
    return (index * _MONTHS[step]).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def names_in(breakdown: pd.Series) -> list[str]:
    """The values of a breakdown (see `rings.ring_counts`), the most frequent first, `(none)` last."""
    _, value, values, _ = explode(breakdown, np.arange(len(breakdown)))
    counts = np.bincount(value, minlength=len(values))
    order = sorted(
        (index for index, name in enumerate(values) if name != ALL and counts[index]),
        key=lambda index: (values[index] == NONE, -counts[index], values[index]),
    )
    return [values[index] for index in order]


def counts_over_time(
    frame: pd.DataFrame,
    steps: Steps,
    *,
    breakdown: pd.Series | None = None,
    names: Sequence[str] | None = None,
    coverage: Period | None = None,
) -> pd.DataFrame:
    """Count events by step and name.

    Parameters
    ----------
    frame : events; columns event_date (datetime64) and fatalities (NaN where unknown).
    breakdown : along `frame`, one value an event (`Battles`) or several (`;jnim;isgs;`), as in `rings.ring_counts`:
        an event of several counts in each of their rows and once in `(all)`.
    names : the rows of each step in their order, with those that have no event; None: those of the breakdown.
    coverage : what the data cover; the last eight weeks of it are provisional.

    Returns
    -------
    `COLUMNS`, by step and name, `(all)` last. start and end (dates) are those of the whole step, period its label,
    days the counted ones of its step_days. A step without a covered day has one row, `(all)`, and NaN for its counts.
    provisional is 1 where counted days are, else 0. fatalities sum the known numbers, NaN when there are events and
    none is known.

    Raises
    ------
    FlashpointsError : more rows than anybody reads; an event whose name is not among `names`.
    """
    rows = list(
        dict.fromkeys(names if names is not None else [] if breakdown is None else names_in(breakdown))
    )
    rows = [*(name for name in rows if name != ALL), ALL]
    _check_size(len(steps.first) * len(rows))
    counts = _counts(frame, steps, breakdown, rows)
    uncovered = np.flatnonzero(steps.days == 0)
    kept = np.ones((len(steps.first), len(rows)), dtype=bool)
    kept[uncovered, :-1] = False
    step, row = np.nonzero(kept)
    periods = steps.periods()
    table = pd.DataFrame(
        {
            "start": np.array([one.start for one in periods], dtype=object)[step],
            "end": np.array([one.end for one in periods], dtype=object)[step],
            "period": np.array([one.label for one in periods], dtype=object)[step],
            "name": np.array(rows, dtype=object)[row],
            "days": steps.days[step],
            "step_days": steps.step_days[step],
            "provisional": provisional_steps(steps, coverage)[step].astype(int),
        }
    )
    for column, values in zip(("events", "fatalities", "fatalities_unknown"), counts):
        values[uncovered] = np.nan
        table[column] = values[step, row]
    table["fatalities"] = known_sum(table["fatalities"], table["events"], table["fatalities_unknown"])
    own = np.array(
        [_part_note(int(days), int(of)) for days, of in zip(steps.days, steps.step_days)], dtype=object
    )
    table["note"] = [
        join_notes([note, unknown_note(unknown)]) if unknown > 0 else note
        for note, unknown in zip(own[step], table["fatalities_unknown"])
    ]
    return table[list(COLUMNS)]


def _counts(
    frame: pd.DataFrame, steps: Steps, breakdown: pd.Series | None, rows: list[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(steps, rows) arrays of events, of known fatalities, and of events whose fatalities are unknown."""
    day = day_numbers(frame["event_date"])
    inside = np.zeros(len(day), dtype=bool)
    for span in steps.scope:
        inside |= (day >= day_of(span.start)) & (day <= day_of(span.end))
    event = np.flatnonzero(inside)
    source, value, values, _ = explode(breakdown, event)
    number_of = {name: index for index, name in enumerate(rows)}
    present = np.unique(value)
    lost = sorted(values[index] for index in present if values[index] not in number_of)
    if lost:
        text = translate("Comparison", "There are events under names that have no row: {names}.")
        raise FlashpointsError(text.format(names=", ".join(lost)))
    row = np.array([number_of.get(name, -1) for name in values], dtype=np.int64)[value]
    event = event[source]
    cell = np.searchsorted(steps.first, day[event], side="right").astype(np.int64) - 1
    shape = (len(steps.first), len(rows))
    cell = cell * len(rows) + row
    fatalities = numbers(frame["fatalities"])[event]
    unknown = np.isnan(fatalities)
    size = shape[0] * shape[1]
    return (
        np.bincount(cell, minlength=size).astype(float).reshape(shape),
        np.bincount(cell, np.where(unknown, 0.0, fatalities), minlength=size).astype(float).reshape(shape),
        np.bincount(cell[unknown], minlength=size).astype(float).reshape(shape),
    )


def provisional_steps(steps: Steps, coverage: Period | None) -> np.ndarray:
    """Bool array: which steps have counted days among the last eight weeks of what the data cover."""
    if coverage is None or not steps.scope:
        return np.zeros(len(steps.first), dtype=bool)
    late = Period(max(provisional_from(coverage.end), coverage.start), coverage.end)
    touched = np.zeros(len(steps.first), dtype=bool)
    for span in (one.clip(late) for one in steps.scope):
        if span is not None:
            touched |= (steps.last >= day_of(span.start)) & (steps.first <= day_of(span.end))
    return touched


def _part_note(days: int, step_days: int) -> str:
    if days == 0:
        return translate("Comparison", "not covered by the data")
    if days == step_days:
        return ""
    text = translate("Over time", "{days} of {all} days counted")
    return text.format(days=number(days), all=number(step_days))


def _check_size(rows: int) -> None:
    if rows > MOST_ROWS:
        text = translate("Over time", "This table would have {n} rows.")
        raise FlashpointsError(
            text.format(n=number(rows)),
            "STEP",
            translate("Over time", "Choose longer steps or shorter periods."),
        )
