# SPDX-License-Identifier: GPL-2.0-or-later
"""Words, numbers and dates as the user reads them.

The core knows no Qt. It writes its sentences through the three functions below, which give plain English until
a floor above installs the user's language. Calls keep both arguments literal, so that pylupdate finds them.
"""

from __future__ import annotations

import datetime
import math
from typing import Callable

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _plain_number(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}"


def _plain_date(value: datetime.date) -> str:
    return f"{value.day} {ENGLISH_MONTHS[value.month - 1]} {value.year}"


def _plain_month(month: int) -> str:
    return ENGLISH_MONTHS[month - 1]


_translate: Callable[[str, str], str] = lambda context, text: text  # noqa: E731
_number: Callable[[float, int], str] = _plain_number
_date: Callable[[datetime.date], str] = _plain_date
_month: Callable[[int], str] = _plain_month


def install(
    translate: Callable[[str, str], str],
    number: Callable[[float, int], str],
    date: Callable[[datetime.date], str],
    month: Callable[[int], str],
) -> None:
    """Replace plain English by the user's language and locale."""
    global _translate, _number, _date, _month
    _translate, _number, _date, _month = translate, number, date, month


def translate(context: str, text: str) -> str:
    """Return `text` in the user's language."""
    return _translate(context, text)


def number(value: float | None, decimals: int = 0) -> str:
    """Return a number with the locale's separators; an en dash for what is not known."""
    if value is None or math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞"
    return _number(float(value), decimals)


def date(value: datetime.date) -> str:
    """Return a date in words, such as 30 June 2023."""
    return _date(value)


def month(value: int) -> str:
    """Return the name of month 1 to 12."""
    return _month(value)
