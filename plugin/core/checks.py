# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks and conversions of the columns of a batch of rows, from text to canonical values.

Every converter takes one column as text and returns its values together with what is wrong with each row ("" when
nothing is; None when nothing is wrong with any). They work on distinct values and remember them, so that they cost
little on hundreds of thousands of rows.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Sequence
from typing import Any, Optional

import numpy as np
import pandas as pd

from .text import number, translate

Column = tuple[np.ndarray, Optional[np.ndarray]]
"""Values (object array) and problems (object array of text, or None for none at all), one each a row."""
Convert = Callable[[Sequence[str]], Column]

BIGGEST = 2**53
"""Whole numbers beyond this are not exact as floats and are refused."""
UNCLOSED_LINES = 100
"""A text, or a record, over more lines than this has a quotation mark that is not closed where it should be."""
_REMEMBERED = 100_000  # distinct texts
_VARIED, _FEW_ROWS = 0.3, 5_000
_WHOLE = re.compile(r"([+-]?\d{1,18})(?:[.,]0{1,2})?$", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\s*[+-]?\d+,\d+\s*$", re.ASCII)
# UTF-8 read as Windows-1252 or Latin-1 (Ã©, â€™), and what could not be read at all
_GARBLED = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€|ï¿½|\ufffd")


class ByValue(dict[str, int]):
    """Converts a column of text by asking once for each distinct text: `convert` gives (value, problem).

    It is a dict that numbers the texts, which is what makes it fast: one look-up a cell, and a column is as good as
    converted when it is numbers. `varied` says that hardly a text recurs, so that numbering costs more than it saves.
    """

    def __init__(self, convert: Callable[[str], tuple[Any, str]]) -> None:
        super().__init__()
        self._convert = convert
        self._converted: list[Any] = []
        self._problems: dict[int, str] = {}
        self.varied = False

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self._converted)
        value, problem = self._convert(text.strip())
        self._converted.append(value)
        if problem:
            self._problems[number] = problem
        return number

    def __call__(self, column: Sequence[str]) -> Column:
        """Values and problems of the rows."""
        if not self.varied:
            numbers = self.numbers(column)
            return self.values_of(numbers), self.problems_of(numbers)
        converted = [self._convert(text.strip()) for text in column]
        problems = [problem for _, problem in converted]
        return as_objects([value for value, _ in converted]), as_objects(problems) if any(problems) else None

    def numbers(self, column: Sequence[str]) -> np.ndarray:
        """The number of each row's text, which holds until `review`."""
        if len(column) and column[0] == column[-1] and column.count(column[0]) == len(column):
            return np.full(len(column), self[column[0]], dtype=np.int32)
        return np.fromiter(map(self.__getitem__, column), dtype=np.int32, count=len(column))

    def values_of(self, numbers: np.ndarray) -> np.ndarray:
        """The values of numbered texts."""
        return as_objects(self._converted)[numbers] if len(numbers) else as_objects([])

    def problems_of(self, numbers: np.ndarray) -> np.ndarray | None:
        """What is wrong with numbered texts; None for nothing."""
        if not self._problems or not np.isin(numbers, list(self._problems)).any():
            return None
        return as_objects([self._problems.get(number, "") for number in numbers.tolist()])

    def review(self, rows: int) -> None:
        """Between batches of about so many rows: forget numbers that are too many to be of use."""
        self.varied = self.varied or len(self) > _VARIED * max(rows, _FEW_ROWS)
        if self.varied or len(self) > _REMEMBERED:
            self.clear()
            self._converted, self._problems = [], {}


def as_objects(values: Sequence[Any]) -> np.ndarray:
    """An object array of values, whatever they are."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def by_value(column: np.ndarray, function: Callable[[Any], Any]) -> np.ndarray:
    """What a function gives for each value of a column (object array), asked once for each distinct value."""
    values = column.tolist()
    answers = {value: function(value) for value in set(values)}
    return as_objects(list(map(answers.__getitem__, values)))


def texts(spelling: Callable[[str], str] = str, garbled: dict[str, None] | None = None) -> ByValue:
    """Text without stray white space, in the canonical spelling; None where there is none.

    `garbled` takes the texts that look as if read in a wrong encoding.
    """

    def convert(text: str) -> tuple[str | None, str]:
        if garbled is not None and not text.isascii() and _GARBLED.search(text):
            garbled[text] = None
        return spelling(" ".join(text.split())) or None, ""

    return ByValue(convert)


def long_texts(column: Sequence[str]) -> Column:
    """Text as it is, for columns in which hardly a value recurs; None where there is none.

    One of very many lines has swallowed rows: a quotation mark that opens in one row and closes in a later one.
    """
    values = as_objects([text or None for text in column])
    lines = [text.count("\n") for text in column]
    if max(lines, default=0) <= UNCLOSED_LINES:
        return values, None
    return values, as_objects([unclosed_quote(count) if count > UNCLOSED_LINES else "" for count in lines])


def unclosed_quote(lines: int) -> str:
    """What is wrong with a row over very many lines."""
    sentence = translate("Rows", "a quotation mark is not closed: {lines} lines run together into one row")
    return sentence.format(lines=number(lines))


def codes(column: Sequence[str]) -> Column:
    """Identifiers: text without white space round it; None where there is none. Hardly a value recurs."""
    return as_objects([text.strip() or None for text in column]), None


def integers(name: str, low: float = -BIGGEST, high: float = BIGGEST) -> ByValue:
    """Whole numbers; None where the file has none."""

    def convert(text: str) -> tuple[int | None, str]:
        if not text:
            return None, ""
        found = _WHOLE.match(text)
        if found:
            value = int(found[1])
        else:
            try:
                number = float(text.replace("_", "?"))  # Python alone reads 1_000 as a number
            except ValueError:
                return None, translate("Rows", "{column} is not a number").format(column=name)
            if not number.is_integer():
                return None, translate("Rows", "{column} is not a whole number").format(column=name)
            value = int(number)
        if not low <= value <= high:
            return None, translate("Rows", "{column} is out of range").format(column=name)
        return value, ""

    return ByValue(convert)


def coordinates(name: str, limit: float) -> Convert:
    """Degrees (float array, NaN where there are none), with a point or a comma before the decimals."""

    def convert(column: Sequence[str]) -> Column:
        values = _floats(column)
        wrong = np.flatnonzero(~(np.abs(values) <= limit)).tolist()
        if not wrong:
            return values, None
        problems = np.full(len(values), "", dtype=object)
        for row in wrong:
            if np.isnan(values[row]) and _DECIMAL_COMMA.match(column[row]):
                values[row] = float(column[row].replace(",", "."))
            problems[row] = _wrong_degrees(values[row], column[row], limit).format(column=name)
        return values, problems

    return convert


def _floats(column: Sequence[str]) -> np.ndarray:
    """Numbers; NaN for text that is none."""
    together = "".join(column)
    if together.isascii() and "_" not in together:  # else float() takes more for a number than people do
        with contextlib.suppress(ValueError):
            return np.fromiter(map(float, column), dtype=float, count=len(column))
    return pd.to_numeric(pd.Series(column, dtype=object), errors="coerce").to_numpy(dtype=float, copy=True)


def _wrong_degrees(value: float, text: str, limit: float) -> str:
    if abs(value) <= limit:
        return ""
    if not np.isnan(value):
        return translate("Rows", "{column} is out of range")
    return translate("Rows", "{column} is not a number") if text.strip() else translate("Rows", "no {column}")


def first_problems(rows: int, columns: Sequence[np.ndarray | None]) -> np.ndarray | None:
    """For each row the first thing that is wrong with it, "" when nothing is; None where nothing is with any."""
    wrong = [problems for problems in columns if problems is not None]
    if not wrong:
        return None
    first = np.full(rows, "", dtype=object)
    for problems in wrong:
        open_rows = first == ""
        first[open_rows] = problems[open_rows]
    return first
