# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a period is a record: its count against that of every earlier window of some months.

“More than in any earlier 12 months” is a statement about windows that end on any day, not only at the end of a month
or a year; so each day that the data cover ends a window.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .comparison import coverage_note, day_numbers
from .counts_over_time import date_of, day_of
from .errors import FlashpointsError
from .periods import Period, add_months, provisional_from
from .text import date, number, translate

USUAL_WINDOW = "P12M"
COLUMNS = ("start", "end", "days", "events", "previous_record")
_WINDOW = re.compile(r"P(?P<months>\d{1,3})M$", re.IGNORECASE)


@dataclass(frozen=True)
class Record:
    """A period against every earlier window.

    events : of the covered days of the period; NaN where none is covered. months : length of the windows.
    windows : `COLUMNS`, one row a window, by its end; previous_record is 1 where the count is the highest, else 0.
    is_record : whether the period has more events than any of them; None where that cannot be said.
    previous, previous_end : the highest count of a window and the end of the first window that has it; NaN and None
        where there is no window. ties : how many windows have that count.
    reason : why is_record is None, or false of what was not wholly covered; "" where there is nothing to say.
    notes : what else a reader has to know of the comparison.
    """

    period: Period
    months: int
    events: float
    windows: pd.DataFrame
    is_record: bool | None
    previous: float
    previous_end: datetime.date | None
    ties: int
    reason: str
    notes: tuple[str, ...]


def parse_window(text: str) -> int:
    """The months of a window such as `P12M`. FlashpointsError when it is none."""
    found = _WINDOW.match(text.strip())
    if not found or int(found["months"]) == 0:
        raise FlashpointsError(
            translate("Record", "“{text}” is no length of a window.").format(text=text.strip()),
            "WINDOW",
            translate("Record", "Write months, such as P12M for 12 months or P6M for 6."),
        )
    return int(found["months"])


def window_starts(end: np.ndarray, months: int) -> np.ndarray:
    """The first day of the window of some months that ends on each day; day numbers in and out.

    It is the day after the same day so many months before (after the month's last day where the window ends with a
    month, or where that month is shorter): what `parse_period` makes of `P12M/2023-06-30`.
    """
    days = end.astype("datetime64[D]")
    month = days.astype("datetime64[M]")
    in_month = (days - month.astype("datetime64[D]")).astype(np.int64)  # 0 is the first of the month
    last_in_month = ((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(np.int64) - 1
    earlier = month - months
    lengths = ((earlier + 1).astype("datetime64[D]") - earlier.astype("datetime64[D]")).astype(np.int64)
    before = np.where(in_month == last_in_month, lengths - 1, np.minimum(in_month, lengths - 1))
    return earlier.astype("datetime64[D]").astype(np.int64) + before + 1


def window_counts(day: np.ndarray, coverage: Period, months: int, until: datetime.date) -> pd.DataFrame:
    """Events in every window of some months that lies wholly inside the coverage and ends on or before a day.

    Parameters
    ----------
    day : day numbers of the events (see `comparison.day_numbers`), in any order.

    Returns
    -------
    Columns start and end (dates), days, events (float), by end.
    """
    first, last = day_of(coverage.start), min(day_of(coverage.end), day_of(until))
    end = np.arange(first, last + 1, dtype=np.int64)
    start = window_starts(end, months)
    inside = start >= first
    end, start = end[inside], start[inside]
    span = max(last - first + 1, 0)
    counted = day[(day >= first) & (day <= last)] - first
    total = np.concatenate([[0], np.cumsum(np.bincount(counted, minlength=span))])
    return pd.DataFrame(
        {
            "start": pd.Series([date_of(one) for one in start], dtype=object),
            "end": pd.Series([date_of(one) for one in end], dtype=object),
            "days": end - start + 1,
            "events": (total[end - first + 1] - total[start - first]).astype(float),
        }
    )


def rolling_record(frame: pd.DataFrame, period: Period, coverage: Period, months: int = 12) -> Record:
    """Compare a period with every window of `months` that ends before the period starts.

    Parameters
    ----------
    frame : events that count; column event_date (datetime64).
    coverage : what the data cover: windows lie wholly inside it, and only covered days of the period count.
    """
    day = day_numbers(frame["event_date"])
    covered = period.clip(coverage)
    events = np.nan
    if covered is not None:
        events = float(np.count_nonzero((day >= day_of(covered.start)) & (day <= day_of(covered.end))))
    windows = window_counts(day, coverage, months, period.start - datetime.timedelta(days=1))
    previous = float(windows["events"].max()) if len(windows) else np.nan
    highest = (windows["events"] == previous).to_numpy()
    windows["previous_record"] = highest.astype(int)
    is_record = bool(events > previous) if covered is not None and len(windows) else None
    return Record(
        period, months, events, windows[list(COLUMNS)], is_record, previous,
        windows["end"].iloc[int(highest.argmax())] if len(windows) else None, int(highest.sum()),
        _reason(period, covered, coverage, windows, is_record, months), _notes(period, coverage, windows, months),
    )  # fmt: skip


def _reason(
    period: Period, covered: Period | None, coverage: Period, windows: pd.DataFrame, is_record: bool | None, months: int
) -> str:  # fmt: skip
    if covered is None:
        return coverage_note(period, coverage, name_it=True)
    if windows.empty:
        text = translate(
            "Record", "The file starts on {start}: no window of {n} months lies between that and {period}."
        )
        return text.format(start=date(coverage.start), n=number(months), period=period.label)
    return "" if is_record or covered == period else coverage_note(period, coverage, name_it=True)


def _notes(period: Period, coverage: Period, windows: pd.DataFrame, months: int) -> tuple[str, ...]:
    """What limits the comparison, the weightiest first."""
    notes = []
    if len(windows):
        first, last = windows["start"].iloc[0], windows["end"].iloc[-1]
        text = translate("Record", "Compared with {n} windows of {months} months, from {start} to {end}.")
        if add_months(first, 2 * months) > last + datetime.timedelta(days=1):
            text = translate(
                "Record",
                "Compared with {n} windows of {months} months only, all of which overlap: from {start} to {end}.",
            )
        notes.append(
            text.format(n=number(len(windows)), months=number(months), start=date(first), end=date(last))
        )
    if add_months(period.start, months) <= period.end:
        notes.append(translate("Record", "The period is longer than the windows it is compared with."))
    covered = period.clip(coverage)
    if covered is not None and covered != period:
        notes.append(coverage_note(period, coverage, name_it=True))
    if covered is not None and covered.end >= provisional_from(coverage.end):
        text = translate(
            "Record", "The last eight weeks before {end} are provisional: events may still be added."
        )
        notes.append(text.format(end=date(coverage.end)))
    return tuple(notes)
