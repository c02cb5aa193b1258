# SPDX-License-Identifier: GPL-2.0-or-later
"""The year so far, where it is heading, and the earlier years beside it."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .comparison import day_numbers
from .counts_over_time import day_of
from .errors import FlashpointsError
from .pace import Projection, project
from .periods import Period, provisional_from
from .rates import dispersion
from .text import date, number, translate

WEEKS_BEFORE = 52
"""Weeks before the year that its dispersion is measured by, too."""
FEW_WEEKS = 26
"""With fewer whole weeks than these the dispersion is uncertain, and intervals may be too narrow."""
COLUMNS = ("year", "start", "end", "days", "events", "same_days", "ratio", "full", "record", "note")


@dataclass(frozen=True)
class YearPace:
    """A year's count so far, its projection, and the earlier years that the data cover.

    so_far : the covered days of the year up to the day asked for. dispersion : variance to mean of the weekly counts
    (NaN where it cannot be measured), of `weeks` whole weeks.
    years : `COLUMNS`, one row a year that the data touch, this one last. events are those of the covered days (of this
    year: so far); same_days those up to the same day of the year (NaN in a year that does not start inside the data);
    ratio = events / same_days of a year that is wholly covered (`full`), NaN for the others; record is 1 for the
    highest full year.
    record, record_year : the highest count of a full earlier year; NaN and None where there is none.
    p_record : probability that this year's total will be above it; NaN, with the reason, where an earlier year is not
    wholly in the data, so that nobody knows the record.
    """

    year: int
    so_far: Period
    projection: Projection
    dispersion: float
    weeks: int
    years: pd.DataFrame
    record: float
    record_year: int | None
    p_record: float
    reason: str
    notes: tuple[str, ...]


def year_pace(
    frame: pd.DataFrame,
    coverage: Period,
    as_of: datetime.date | None = None,
    *,
    gaps: str = "",
    confidence: float = 0.95,
) -> YearPace:
    """Project the total of the year that a day lies in, from the events up to that day.

    The projection is `pace.project`'s. Its dispersion is that of the weekly counts of the year so far and of the 52
    weeks before the year, each about its own mean (`rates.dispersion`), as far as they are covered: the year's own
    weeks alone are too few until autumn, and intervals from them would be too narrow.

    Parameters
    ----------
    frame : events that count, of all years; column event_date (datetime64).
    as_of : the last day that is known; None: the last covered one.
    gaps : why the data are incomplete inside the coverage; then no earlier year is known to be whole.

    Raises
    ------
    FlashpointsError : the day is not covered.
    """
    as_of = coverage.end if as_of is None else as_of
    if not coverage.start <= as_of <= coverage.end:
        text = translate("Year pace", "The file does not cover {date}.")
        raise FlashpointsError(
            text.format(date=date(as_of)), "AS_OF",
            translate("Year pace", "Choose a day from {start} to {end}.").format(
                start=date(coverage.start), end=date(coverage.end)
            ),
        )  # fmt: skip
    known = Period(coverage.start, as_of)
    whole_year = _year(as_of.year)
    so_far = Period(max(whole_year.start, known.start), as_of)
    day = day_numbers(frame["event_date"])
    day = day[(day >= day_of(known.start)) & (day <= day_of(as_of))]
    phi, weeks = _dispersion(day, known, so_far)
    seen = _within(day, so_far)
    projection = project(seen, so_far.days, whole_year.days - so_far.days, phi, confidence)
    years = _years(day, known, as_of)
    full = years[years["full"] == 1]
    record = float(full["events"].max()) if len(full) else np.nan
    record_year = int(years.loc[years["record"] == 1, "year"].iloc[0]) if len(full) else None
    reason = _reason(years, gaps)
    return YearPace(
        as_of.year, so_far, projection, phi, weeks, years, record, record_year,
        np.nan if reason else projection.p_above(record), reason,
        tuple(_notes(day, so_far, whole_year, coverage, phi, weeks)),
    )  # fmt: skip


def _year(year: int) -> Period:
    return Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def _within(day: np.ndarray, period: Period) -> int:
    return int(np.count_nonzero((day >= day_of(period.start)) & (day <= day_of(period.end))))


def weekly(day: np.ndarray, period: Period) -> np.ndarray:
    """Counts of the whole weeks of a period, from its first day; the days left over are in none."""
    whole = period.days // 7
    week = (day - day_of(period.start)) // 7
    return np.bincount(week[(week >= 0) & (week < whole)], minlength=whole)


def _dispersion(day: np.ndarray, known: Period, so_far: Period) -> tuple[float, int]:
    """Variance to mean of the weekly counts, and of how many weeks; NaN where they say nothing."""
    parts = [weekly(day, so_far), np.empty(0)]
    weeks_before = min((so_far.start - known.start).days // 7, WEEKS_BEFORE)
    if weeks_before:
        first = so_far.start - datetime.timedelta(days=7 * weeks_before)
        parts[1] = weekly(day, Period(first, so_far.start - datetime.timedelta(days=1)))
    # a period without two weeks, or without events, says nothing of how events cluster
    used = sum(len(part) for part in parts if len(part) > 1 and part.any())
    return float(dispersion(*parts)), used


def _years(day: np.ndarray, known: Period, as_of: datetime.date) -> pd.DataFrame:
    """One row for each year up to that of a day."""
    rows = []
    for year in range(known.start.year, as_of.year + 1):
        whole = _year(year)
        covered = Period(max(whole.start, known.start), min(whole.end, known.end))
        events, full = _within(day, covered), covered == whole and year < as_of.year
        last = min(as_of.day, calendar.monthrange(year, as_of.month)[1])
        same = Period(whole.start, datetime.date(year, as_of.month, last)).clip(covered)
        comparable = same is not None and (full or (year == as_of.year and covered.start == whole.start))
        same_days = _within(day, same) if same is not None and comparable else np.nan
        note = ""
        if covered != whole:
            text = translate("Comparison", "{covered} of {days} days covered by the data")
            note = text.format(covered=number(covered.days), days=number(whole.days))
        ratio = events / same_days if full and same_days > 0 else np.nan
        rows.append(
            (year, covered.start, covered.end, covered.days, events, same_days, ratio, int(full), 0, note)
        )
    years = pd.DataFrame(rows, columns=list(COLUMNS))
    full_events = years["events"].where(years["full"] == 1)
    if full_events.notna().any():
        years.loc[full_events.idxmax(), "record"] = 1
    return years


def _reason(years: pd.DataFrame, gaps: str) -> str:
    """Why the record of the earlier years is not known; "" where it is."""
    earlier = years[:-1]
    if earlier.empty:
        return translate("Year pace", "The file holds no earlier year.")
    if gaps:
        return gaps
    partial = earlier[earlier["full"] == 0]
    if len(partial):
        text = translate(
            "Year pace",
            "Of {year} the file covers {days} days only, so the highest earlier year is not known.",
        )
        return text.format(year=partial["year"].iloc[0], days=number(partial["days"].iloc[0]))
    return ""


def _notes(
    day: np.ndarray, so_far: Period, whole_year: Period, coverage: Period, phi: float, weeks: int
) -> list[str]:
    """What limits the projection, the weightiest first."""
    notes: list[str] = []
    if so_far == whole_year:
        return notes
    if so_far.start > whole_year.start:
        text = translate(
            "Year pace", "The file covers {year} from {start} only; the days before are projected, too."
        )
        notes.append(text.format(year=whole_year.start.year, start=date(so_far.start)))
    if weeks < FEW_WEEKS:
        text = translate(
            "Year pace", "How events cluster rests on {n} weeks: the interval may be too narrow."
        )
        if np.isnan(phi):
            text = translate(
                "Year pace", "How events cluster cannot be measured yet: the interval may be too narrow."
            )
        notes.append(text.format(n=number(weeks)))
    late = Period(max(provisional_from(coverage.end), coverage.start), coverage.end).clip(so_far)
    provisional = _within(day, late) if late is not None else 0
    if provisional:
        text = translate(
            "Year pace",
            "{n} of the events so far lie in the last eight weeks of the file, to which more may be added.",
        )
        notes.append(text.format(n=number(provisional)))
    return notes
