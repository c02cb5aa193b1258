# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of a file's rows, and what was noticed about the events in it."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from .blocks import is_tag_row
from .checks import UNCLOSED_LINES, unclosed_quote
from .periods import Period
from .text import translate

EARLIEST = "1946-01-01"
"""No event source reaches further back (UCDP's conflict data start in 1946)."""

RejectedRow = tuple[int, str, str]
"""Row number, reason, the row as CSV."""


@dataclass(frozen=True)
class Notice:
    """A warning about events that were taken: nothing was rejected or changed for it.

    kind : an id, such as future_dates; count : how many events (or names, or months) it is about;
    sentence : what is the matter; examples : ids of events or names, a few.
    """

    kind: str
    count: int
    sentence: str
    examples: tuple[str, ...] = ()


@dataclass
class Report:
    """The account of rows: events + merged + filtered + rejected = read.

    reasons : why rows were rejected -> how many; dates : country -> first and last event date of all valid rows,
    those filtered out included, since what a file covers is a fact of the file; notices : see Notice, complete
    when the file has been read to its end; plausible : first and last date
    that can be true.
    """

    read: int = 0
    events: int = 0
    merged: int = 0
    filtered: int = 0
    rejected: int = 0
    synthetic: bool = False
    reasons: Counter[str] = field(default_factory=Counter)
    dates: dict[str, tuple[str, str]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    plausible: tuple[str, str] | None = None

    @property
    def balanced(self) -> bool:
        """Whether every row is accounted for."""
        return self.events + self.merged + self.filtered + self.rejected == self.read

    @property
    def coverage(self) -> Period | None:
        """From the first of the month of the file's first event to its last event date."""
        span = self.span
        if span is None:
            return None
        first, last = map(datetime.date.fromisoformat, span)
        return Period(first.replace(day=1), last)

    @property
    def span(self) -> tuple[str, str] | None:
        """The dates of the file's first and last event (ISO).

        A date in the future, or before any source reaches, is a slip and covers nothing, unless the file has no other.
        """
        if self.plausible or not self.dates:
            return self.plausible
        return min(first for first, _ in self.dates.values()), max(last for _, last in self.dates.values())

    def note_coverage(self, countries: np.ndarray, dates: np.ndarray, today: datetime.date) -> None:
        """Widen `dates` by valid rows (object arrays: country or None, ISO date)."""
        for country, day in set(zip(countries.tolist(), dates.tolist())):
            self._widen(country or "", day, day)
            if EARLIEST <= day <= today.isoformat():
                self._widen_plausible(day, day)

    def _widen(self, country: str, start: str, end: str) -> None:
        first, last = self.dates.get(country, (start, end))
        self.dates[country] = (min(first, start), max(last, end))

    def _widen_plausible(self, start: str, end: str) -> None:
        first, last = self.plausible or (start, end)
        self.plausible = (min(first, start), max(last, end))

    def extend(self, other: Report) -> None:
        """Add the account of the rows that follow, of which none was rejected and no notices are made yet."""
        self.read += other.read
        self.events += other.events
        self.merged += other.merged
        self.filtered += other.filtered
        self.synthetic |= other.synthetic
        for country, span in other.dates.items():
            self._widen(country, *span)
        if other.plausible:
            self._widen_plausible(*other.plausible)

    def note_rejected(self, rows: Sequence[RejectedRow]) -> None:
        """Count rejected rows and why."""
        self.rejected += len(rows)
        self.reasons.update(reason for _, reason, _ in rows)


def rejected_row(row_number: int, reason: str, fields: Sequence[str]) -> RejectedRow:
    """A rejected row; one of HXL tags is rejected for being that, whatever else is wrong with it."""
    if is_tag_row(fields):
        reason = translate("Rows", "a row of HXL tags, no event")
    return row_number, reason, as_csv(fields)


def wrong_width(row_number: int, fields: Sequence[str], width: int) -> RejectedRow:
    """A rejected row that has more or fewer fields than the header, or that the CSV reader refused."""
    lines = sum(field.count("\n") for field in fields)
    if not fields:
        reason = translate("Rows", "cannot be read as CSV")
    elif not any(field.strip() for field in fields):
        reason = translate("Rows", "no text in any field")
    elif lines > UNCLOSED_LINES:
        reason = unclosed_quote(lines)
    else:
        reason = translate("Rows", "{found} fields where the header has {expected}").format(
            found=len(fields), expected=width
        )
    return rejected_row(row_number, reason, fields)


def as_csv(fields: Sequence[str]) -> str:
    """A row as one line of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(fields)
    return out.getvalue()
