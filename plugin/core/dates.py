# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as event files write them, and whether the day or the month comes first.

2023-06-30, 20230630, 30 June 2023, 30-Jun-23, 1er août 2021, June 30, 2023, and Excel's day numbers say what they
mean. 03/04/2023 does not: its order is looked for in the whole column, and asked for when the column does not tell.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterable

from .checks import ByValue
from .errors import FlashpointsError
from .resources import RESOURCES
from .text import translate
from .zones import fold, read_table

AUTO, DMY, MDY = "auto", "dmy", "mdy"
DATE_ORDERS = (AUTO, DMY, MDY)
"""What DATE_ORDER takes."""
AMBIGUOUS, MIXED, NONE = "ambiguous", "mixed", "none"
"""What a column may be besides: either order fits, each order fits some, no such dates."""

_TIME = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?$"
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME, re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?$", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})" + _TIME, re.ASCII)
_WORD = r"([^\W\d_]+)\.?"
_DAY = r"(\d{1,2})(?:er|st|nd|rd|th|[ºª°])?"
_DAY_MONTH_YEAR = re.compile(
    rf"(?:[^\W\d_]+\.?,? )?{_DAY}(?: of | de |[-/. ]*){_WORD}(?:,? de |[-/, ]*)(\d{{4}}|\d{{2}})" + _TIME
)
_MONTH_DAY_YEAR = re.compile(rf"{_WORD}[-/ ]+{_DAY}(?:,|,? |[-/])\s*(\d{{4}})" + _TIME)
_YEAR_MONTH_DAY = re.compile(rf"(\d{{4}})[-/ ]{_WORD}[-/ ]{_DAY}" + _TIME)
_EXCEL_DAY_0 = datetime.date(1899, 12, 30)
_EXCEL_DAYS = (20_000, 60_000)  # 1954 to 2064
_CENTURY = 70  # as POSIX has it: 69 is 2069, 70 is 1970


@functools.lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Folded names, and every beginning of three letters or more that fits one month only."""
    rows = read_table(RESOURCES / "months.csv", ("name", "month"))
    names = {fold(row["name"]): int(row["month"]) for row in rows}
    beginnings: dict[str, set[int]] = {}
    for name, month in names.items():
        for length in range(3, len(name)):
            beginnings.setdefault(name[:length], set()).add(month)
    return {**{name: found.pop() for name, found in beginnings.items() if len(found) == 1}, **names}


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < _CENTURY else 1900)


def plain_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date that leaves no doubt about their order; None for any other text."""
    if found := _YEAR_FIRST.match(text) or _COMPACT.match(text):
        year, month, day = (int(part) for part in found.groups())
        return year, month, day
    if (found := _SERIAL.match(text)) and _EXCEL_DAYS[0] <= int(found[1]) <= _EXCEL_DAYS[1]:
        on = _EXCEL_DAY_0 + datetime.timedelta(days=int(found[1]))
        return on.year, on.month, on.day
    for pattern, (y, m, d) in (
        (_DAY_MONTH_YEAR, (3, 2, 1)), (_MONTH_DAY_YEAR, (3, 1, 2)), (_YEAR_MONTH_DAY, (1, 2, 3)),
    ):  # fmt: skip
        found = pattern.match(text)
        month_of_word = _months().get(fold(found[m])) if found else None
        if found and month_of_word:
            return _year(found[y]), month_of_word, int(found[d])
    return None


def iso_date(text: str) -> str | None:
    """A date that leaves no doubt about its order as ISO text (2023-06-30); None for any other text."""
    parts = plain_date(text.strip())
    try:
        return datetime.date(*parts).isoformat() if parts else None
    except ValueError:
        return None


def numeric_date(text: str) -> tuple[int, int, int] | None:
    """First number, second number and year of a date such as 03/04/2023; None for any other text."""
    found = _NUMERIC.match(text)
    return (int(found[1]), int(found[3]), _year(found[4])) if found else None


def day_month_order(values: Iterable[str]) -> str:
    """Which comes first in the numeric dates of a column: dmy, mdy, ambiguous, mixed, or none where it has none.

    A column in which the two numbers are the same wherever both could be months reads alike either way: dmy.
    """
    day_first = month_first = unclear = there = False
    for text in set(values):
        found = numeric_date(text.strip())
        if found:
            there = True
            day_first |= found[0] > 12 >= found[1]
            month_first |= found[1] > 12 >= found[0]
            unclear |= found[0] != found[1] and max(found[:2]) <= 12
    if not there:
        return NONE
    if day_first and month_first:
        return MIXED
    if month_first:
        return MDY
    return DMY if day_first or not unclear else AMBIGUOUS


def check_order(order: str) -> None:
    """Raise FlashpointsError when DATE_ORDER is none of its choices."""
    if order not in DATE_ORDERS:
        raise FlashpointsError(
            translate("Dates", "“{value}” is not an order of day and month.").format(value=order),
            "DATE_ORDER",
            translate("Dates", "Choose one of: {names}.").format(names=", ".join(DATE_ORDERS)),
        )


def refuse_order(found: str, where: str, example: str = "") -> None:
    """Raise FlashpointsError where a column's order has to be chosen."""
    if found == AMBIGUOUS:
        what = translate("Dates", "The dates do not tell whether the day or the month comes first{example}.")
    elif found == MIXED:
        what = translate("Dates", "Some dates have the day first, others the month{example}.")
    else:
        return
    raise FlashpointsError(
        what.format(example=translate("Dates", ", such as {text}").format(text=example) if example else ""),
        where,
        translate("Dates", "Choose the order of day and month (DATE_ORDER dmy or mdy)."),
    )


class DateReader:
    """Reads the date columns of one file.

    event_dates, end_dates : converters to ISO text; an event without a date has a problem, one without an end none.

    Parameters
    ----------
    order : dmy or mdy as chosen by the user, or auto.
    whole_column : all texts of the file's event_date, asked for when a numeric date turns up under `auto`.
    where : the file, for messages.
    """

    def __init__(
        self, order: str = AUTO, whole_column: Callable[[], Iterable[str]] = lambda: (), where: str = ""
    ) -> None:
        check_order(order)
        self.order = order
        self._whole_column = whole_column
        self._where = where
        self.event_dates = ByValue(lambda text: self._read(text, "event_date"))
        self.end_dates = ByValue(lambda text: self._read(text, "end_date") if text else (None, ""))

    def _read(self, text: str, name: str) -> tuple[str | None, str]:
        if not text:
            return None, translate("Rows", "no {column}").format(column=name)
        parts = plain_date(text)
        if parts is None and (numbers := numeric_date(text)):
            first, second, year = numbers
            parts = (year, second, first) if self._settled(text) == DMY else (year, first, second)
        if parts is None:
            return None, translate("Rows", "{column} is not a date").format(column=name)
        try:
            return datetime.date(*parts).isoformat(), ""
        except ValueError:
            return None, translate("Rows", "{column} is not a date").format(column=name)

    def _settled(self, text: str) -> str:
        """The order, found in the whole column the first time that it matters."""
        if self.order == AUTO:
            found = day_month_order([*self._whole_column(), text])
            refuse_order(found, self._where, text)
            self.order = found
        return self.order
