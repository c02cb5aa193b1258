# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks and conversions of the columns of a batch of rows, from text to canonical values.

Every converter takes one column as text and returns its values together with what is wrong with each row ("" when
nothing is). They work on distinct values, so that they cost little on hundreds of thousands of rows.
"""

from __future__ import annotations

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
# our own names: strptime's change with the locale that Qt sets
_MONTHS = {name.casefold(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
_LARGEST = 2.0**53  # what a float, and a column of any format, holds exactly
Column = tuple[np.ndarray, np.ndarray]
"""Values (object array) and problems (object array of text), one each a row."""


def convert_unique(column: Sequence[str], convert: Callable[[str], tuple[Any, str]]) -> Column:
    """Convert each distinct text once: `convert` gives (value, problem)."""
    codes, uniques = pd.factorize(np.asarray(column, dtype=object))
    values, problems = np.empty(len(uniques), dtype=object), np.empty(len(uniques), dtype=object)
    for index, text in enumerate(uniques):
        values[index], problems[index] = convert(text.strip())
    return values[codes], problems[codes]


def text_values(column: Sequence[str]) -> np.ndarray:
    """Text without white space round it; None where there is none."""
    return convert_unique(column, lambda text: (" ".join(text.split()) or None, ""))[0]


def long_text_values(column: Sequence[str]) -> np.ndarray:
    """Text as it is, for columns in which hardly a value recurs; None where there is none."""
    values = np.empty(len(column), dtype=object)
    values[:] = [text or None for text in column]
    return values


def dates(column: Sequence[str]) -> Column:
    """Dates as ISO text (2023-06-30); the file may write 2023-06-30 or 30 June 2023."""
    return convert_unique(column, _date)


def _date(text: str) -> tuple[str | None, str]:
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


def event_types(column: Sequence[str]) -> Column:
    """Event types in today's spelling."""
    known = {fold(name): name for name in EVENT_TYPES}

    def convert(text: str) -> tuple[str | None, str]:
        if not text:
            return None, translate("Rows", "no event_type")
        name = known.get(fold(text))
        return name, "" if name else translate("Rows", "event_type is not a known type")

    return convert_unique(column, convert)


def integers(column: Sequence[str], name: str, low: float = -_LARGEST, high: float = _LARGEST) -> Column:
    """Whole numbers; None where the file has none."""

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

    return convert_unique(column, convert)


def coordinates(column: Sequence[str], name: str, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """Degrees (float array, NaN where there are none) and what is wrong with each row."""
    texts = pd.Series(np.asarray(column, dtype=object))
    values = pd.to_numeric(texts, errors="coerce").to_numpy(dtype=float)
    problems = np.full(len(values), "", dtype=object)
    unread = np.isnan(values)
    if unread.any():
        blank = unread & (texts.str.strip() == "").to_numpy()
        problems[unread] = translate("Rows", "{column} is not a number").format(column=name)
        problems[blank] = translate("Rows", "no {column}").format(column=name)
    problems[np.abs(values) > limit] = translate("Rows", "{column} is out of range").format(column=name)
    return values, problems


def first_problems(*columns: np.ndarray) -> np.ndarray:
    """For each row the first thing that is wrong with it, "" when nothing is."""
    first = columns[0].copy()
    for problems in columns[1:]:
        open_rows = first == ""
        first[open_rows] = problems[open_rows]
    return first
