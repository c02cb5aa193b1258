# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks and conversions of cells, from text to canonical values.

A converter takes one text and returns its value and what is wrong with it ("" when nothing is). `Coder` asks it
once for each distinct text of a column, so that it costs little on hundreds of thousands of rows.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from .schema import EVENT_TYPES
from .text import ENGLISH_MONTHS, translate
from .zones import fold

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)", re.ASCII)
_DATE_IN_WORDS = re.compile(r"(\d{1,2}) ([^\W\d]+) (\d{4})$")
_TYPES = {fold(name): name for name in EVENT_TYPES}
# our own names: strptime's change with the locale that Qt sets
_MONTHS = {name.casefold(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
_LARGEST = 2.0**53  # what a float, and a column of any format, holds exactly
Convert = Callable[[str], tuple[Any, str]]
"""From a stripped text to its value and what is wrong with it, "" when nothing is."""


class Coder(dict[str, int]):
    """Numbers the distinct texts of a column, and converts each of them once.

    converted, problems : the value of each number, and what is wrong with it.
    faulty : the numbers of texts with which something is wrong.
    """

    def __init__(self, convert: Convert) -> None:
        super().__init__()
        self.convert = convert
        self.converted: list[Any] = []
        self.problems: list[str] = []
        self.faulty: list[int] = []

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self.converted)
        value, problem = self.convert(text.strip())
        self.converted.append(value)
        self.problems.append(problem)
        if problem:
            self.faulty.append(number)
        return number

    def codes(self, column: Sequence[str]) -> np.ndarray:
        """The numbers of a column of texts."""
        return np.fromiter(map(self.__getitem__, column), dtype=np.int32, count=len(column))

    def forget(self) -> None:
        """Start again at 0, so that memory stays small where most texts are new."""
        self.clear()
        self.converted, self.problems, self.faulty = [], [], []


def plain_text(text: str) -> tuple[str | None, str]:
    """Text without white space round it or doubled; None where there is none."""
    return " ".join(text.split()) or None, ""


def iso_date(text: str) -> tuple[str | None, str]:
    """A date as ISO text (2023-06-30); the file may write 2023-06-30 or 30 June 2023."""
    if not text:
        return None, translate("Rows", "no event_date")
    iso, words = _ISO_DATE.match(text), _DATE_IN_WORDS.match(text)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
    elif words and words[2].casefold() in _MONTHS:
        year, month, day = int(words[3]), _MONTHS[words[2].casefold()], int(words[1])
    else:
        return None, translate("Rows", "event_date is not a date")
    try:
        return datetime.date(year, month, day).isoformat(), ""
    except ValueError:
        return None, translate("Rows", "event_date is not a date")


def event_type(text: str) -> tuple[str | None, str]:
    """An event type in today's spelling."""
    if not text:
        return None, translate("Rows", "no event_type")
    name = _TYPES.get(fold(text))
    return name, "" if name else translate("Rows", "event_type is not a known type")


def whole_number(name: str, low: float = -_LARGEST, high: float = _LARGEST) -> Convert:
    """Whole numbers of a column of that name; None where the file has none."""

    def convert(text: str) -> tuple[int | None, str]:
        if not text:
            return None, ""
        try:
            value = float(text.replace("_", "?"))  # Python alone reads 1_000 as a number
        except ValueError:
            return None, translate("Rows", "{column} is not a number").format(column=name)
        if not value.is_integer():
            return None, translate("Rows", "{column} is not a whole number").format(column=name)
        if not low <= value <= high:
            return None, translate("Rows", "{column} is out of range").format(column=name)
        return int(value), ""

    return convert


def coordinates(column: Sequence[str], name: str, limit: float) -> tuple[np.ndarray, dict[int, str]]:
    """Degrees (float array, NaN where there are none), and by row what is wrong."""
    values = _floats(column)
    wrong = np.flatnonzero(~(np.abs(values) <= limit))
    problems = {}
    for row in wrong.tolist():
        if not np.isnan(values[row]):
            text = translate("Rows", "{column} is out of range")
        elif column[row].strip():
            text = translate("Rows", "{column} is not a number")
        else:
            text = translate("Rows", "no {column}")
        problems[row] = text.format(column=name)
    return values, problems


def _floats(column: Sequence[str]) -> np.ndarray:
    """Numbers; NaN for text that is none."""
    together = "".join(column)
    if together.isascii() and "_" not in together:  # else float() takes more for a number than people do
        with contextlib.suppress(ValueError):
            return np.fromiter(map(float, column), dtype=float, count=len(column))
    return pd.to_numeric(pd.Series(column, dtype=object), errors="coerce").to_numpy(dtype=float)
