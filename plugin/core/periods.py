# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods: two dates, both included, and the ways an analyst writes them."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .errors import FlashpointsError
from .text import date as date_text
from .text import month, translate

_PARTS = {"H": 6, "Q": 3}
_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<part>[HQ])(?P<number>\d)|(?P<month>\d{2})))?$",
    re.IGNORECASE,
)
_ROLLING = re.compile(r"P(?P<months>\d{1,3})M/(?P<end>\d{4}-\d{2}-\d{2})$", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Period:
    """A span of days from `start` to `end`, both included.

    Raises
    ------
    FlashpointsError : when the end lies before the start.
    """

    start: datetime.date
    end: datetime.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise FlashpointsError(
                translate("Periods", "The period ends ({end}) before it starts ({start}).").format(
                    start=self.start.isoformat(), end=self.end.isoformat()
                ),
                remedy=translate("Periods", "Write the earlier date first: {end}/{start}.").format(
                    start=self.start.isoformat(), end=self.end.isoformat()
                ),
            )

    @property
    def days(self) -> int:
        """Number of days, both ends included."""
        return (self.end - self.start).days + 1

    @property
    def iso(self) -> str:
        """The ISO 8601 interval."""
        return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def label(self) -> str:
        """The shortest form that parse_period reads back: 2023, 2023-H1, 2023-Q2, 2023-06 or the interval."""
        months = _whole_months(self)
        year, first = self.start.year, self.start.month
        if months == 12 and first == 1:
            return f"{year:04d}"
        if months == 6 and first in (1, 7):
            return f"{year:04d}-H{1 + first // 7}"
        if months == 3 and first in (1, 4, 7, 10):
            return f"{year:04d}-Q{1 + first // 3}"
        if months == 1:
            return f"{year:04d}-{first:02d}"
        return self.iso

    def title(self) -> str:
        """The period in words: January to June 2023."""
        if not _whole_months(self):
            if self.start == self.end:
                return date_text(self.start)
            return translate("Periods", "{start} to {end}").format(
                start=date_text(self.start), end=date_text(self.end)
            )
        first, last = month(self.start.month), month(self.end.month)
        if self.start.year != self.end.year:
            return translate("Periods", "{first} {first_year} to {last} {last_year}").format(
                first=first, first_year=self.start.year, last=last, last_year=self.end.year
            )
        if self.start.month == self.end.month:
            return translate("Periods", "{month} {year}").format(month=first, year=self.start.year)
        return translate("Periods", "{first} to {last} {year}").format(
            first=first, last=last, year=self.start.year
        )

    def clip(self, other: Period | None) -> Period | None:
        """The part inside another period; all of it when there is none; None when they do not meet."""
        if other is None:
            return self
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end


def blocks(periods: Iterable[Period]) -> list[Period]:
    """What files cover, joined where no whole month lies between them, in the order of time.

    A file ends with its last event, whatever day of the month that is, and the next one begins with a month.
    """
    joined: list[Period] = []
    for one in sorted(periods):
        if joined and one.start <= add_months(joined[-1].end.replace(day=1), 1):
            joined[-1] = Period(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined


def _whole_months(period: Period) -> int:
    """How many calendar months the period consists of; 0 when it does not start and end with one."""
    last = calendar.monthrange(period.end.year, period.end.month)[1]
    if period.start.day != 1 or period.end.day != last:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def _is_month_end(day: datetime.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of another month, or that month's last day when it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, zero_based = divmod(index, 12)
    return datetime.date(year, zero_based + 1, min(day.day, calendar.monthrange(year, zero_based + 1)[1]))


def months_from(start: datetime.date, months: int) -> Period:
    """The period of a number of whole months that starts on the first of a month."""
    last = add_months(start, months - 1)
    return Period(start, last.replace(day=calendar.monthrange(last.year, last.month)[1]))


def _not_a_period(text: str) -> FlashpointsError:
    return FlashpointsError(
        translate("Periods", "“{text}” is not a period.").format(text=text),
        remedy=translate(
            "Periods",
            "Write two dates as 2023-01-01/2023-06-30, or 2023, 2023-H1, 2023-Q2, 2023-06, "
            "or P12M/2023-06-30 for the 12 months that end then.",
        ),
    )


def parse_date(text: str) -> datetime.date:
    """An ISO date; FlashpointsError when it is none."""
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        raise FlashpointsError(
            translate("Periods", "“{text}” is not a date.").format(text=text.strip()),
            remedy=translate("Periods", "Write year-month-day, such as 2023-06-30."),
        ) from None


def parse_period(text: str) -> Period:
    """Read one period in any form of the contract.

    Raises
    ------
    FlashpointsError : when it is none, or when it ends before it starts.
    """
    try:
        return _parse(text.strip())
    except (OverflowError, ValueError):  # years before 1 or after 9999
        raise _not_a_period(text.strip()) from None


def _parse(written: str) -> Period:
    rolling = _ROLLING.match(written)
    if rolling and int(rolling["months"]) > 0:
        end = parse_date(rolling["end"])
        day_before = add_months(end, -int(rolling["months"]))
        if _is_month_end(end):
            day_before = day_before.replace(day=calendar.monthrange(day_before.year, day_before.month)[1])
        return Period(day_before + datetime.timedelta(days=1), end)
    if "/" in written and not rolling:
        first, _, last = written.partition("/")
        return Period(parse_date(first), parse_date(last))
    form = _FORMS.match(written)
    if not form or int(form["year"]) == 0:
        raise _not_a_period(written)
    return _named_period(form, written)


def _named_period(form: re.Match[str], written: str) -> Period:
    year = int(form["year"])
    if form["month"]:
        if not 1 <= int(form["month"]) <= 12:
            raise _not_a_period(written)
        return months_from(datetime.date(year, int(form["month"]), 1), 1)
    if form["part"]:
        length = _PARTS[form["part"].upper()]
        number = int(form["number"])
        if not 1 <= number <= 12 // length:
            raise _not_a_period(written)
        return months_from(datetime.date(year, 1 + (number - 1) * length, 1), length)
    return months_from(datetime.date(year, 1, 1), 12)


def parse_periods(text: str) -> list[Period]:
    """Read periods that semicolons separate; each once, in the order written."""
    return list(dict.fromkeys(parse_period(part) for part in text.split(";") if part.strip()))


def default_pair(coverage: Period) -> tuple[Period, Period]:
    """The two periods to compare when nobody chose: (earlier, later), both inside the coverage.

    The last half-year that ends on or before the coverage's end and the one before it; when the file does not
    cover both, its last two quarters, then months, then its two halves.
    """
    for length in (6, 3, 1):
        after = coverage.end + datetime.timedelta(days=1)
        start = datetime.date(after.year, after.month - (after.month - 1) % length, 1)
        later, earlier = (
            months_from(add_months(start, -length), length),
            months_from(add_months(start, -2 * length), length),
        )
        if earlier.start >= coverage.start:
            return earlier, later
    middle = coverage.start + datetime.timedelta(days=max(coverage.days // 2, 1))
    if middle > coverage.end:
        raise FlashpointsError(
            translate(
                "Periods", "The file covers a single day, {day}: there are no two periods to compare."
            ).format(day=coverage.start.isoformat()),
            remedy=translate("Periods", "Name the periods, or load a file that covers more."),
        )
    return Period(coverage.start, middle - datetime.timedelta(days=1)), Period(middle, coverage.end)


def ordered_pair(first: Period, second: Period) -> tuple[Period, Period]:
    """Check that two periods can be compared: the first ends before the second starts."""
    if first.overlaps(second):
        raise FlashpointsError(
            translate(
                "Periods", "The periods {a} and {b} overlap, so the same events would stand in both."
            ).format(a=first.label, b=second.label),
            remedy=translate("Periods", "Choose two periods without a common day."),
        )
    if second < first:
        raise FlashpointsError(
            translate("Periods", "The earlier period ({a}) lies after the later one ({b}).").format(
                a=first.label, b=second.label
            ),
            remedy=translate("Periods", "Swap the two periods."),
        )
    return first, second


PROVISIONAL_DAYS = 56
"""Events keep arriving and changing for weeks: the last eight of a file are provisional."""


def provisional_from(end: datetime.date) -> datetime.date:
    """The first provisional day of a file that covers the days until `end`."""
    return end - datetime.timedelta(days=PROVISIONAL_DAYS - 1)
