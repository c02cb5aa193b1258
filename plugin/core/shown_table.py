# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as people read it: heads in words, numbers by locale, totals at the foot; sorted; copied as text or HTML."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from .text import date, number
from .zones import fold


@dataclass(frozen=True)
class Shown:
    """A column. name : in the frame; head : in words; words : a value -> its text; right : numbers stand right.

    steady : its cells are not greyed in quiet rows, as counts are whose change alone is in doubt.
    """

    name: str
    head: str
    words: Callable[[Any], str]
    right: bool = False
    tip: str = ""
    steady: bool = False


@dataclass(frozen=True)
class ShownTable:
    """columns; rows : one a line; foot : (rows,) bools, totals that stay at the foot; quiet : (rows,) bools, greyed."""

    columns: tuple[Shown, ...]
    rows: pd.DataFrame
    foot: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=bool))
    quiet: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=bool))

    def __post_init__(self) -> None:
        """Marks that were not given are for no row."""
        for name in ("foot", "quiet"):
            if len(getattr(self, name)) != len(self.rows):
                object.__setattr__(self, name, np.zeros(len(self.rows), dtype=bool))

    def text(self, row: int, column: int) -> str:
        """A cell's text."""
        shown = self.columns[column]
        return shown.words(self.rows[shown.name].iat[row])

    def is_quiet(self, row: int, column: int) -> bool:
        """Whether a cell is greyed."""
        return bool(self.quiet[row]) and not self.columns[column].steady

    def order(self, column: int | None = None, descending: bool = False) -> np.ndarray:
        """Positions of the rows in the order of a column (None: as they are); unknown values last, the foot below."""
        places = np.arange(len(self.rows))
        if column is None:
            return places[np.argsort(self.foot, kind="stable")]
        values = self.rows[self.columns[column].name]
        missing = values.isna().to_numpy()
        ranks = _ranks(values)
        ranks = np.where(self.foot, 0.0, -ranks if descending else ranks)
        return np.lexsort((places, ranks, missing & ~self.foot, self.foot))


def _ranks(values: pd.Series) -> np.ndarray:
    """A number for each value that sorts as the value does; texts without regard to case."""
    if values.dtype == object:
        known = values.dropna()
        if all(isinstance(one, (int, float)) for one in known.head(50)):
            return np.nan_to_num(
                pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
            )
        codes, names = pd.factorize(values)
        order = np.argsort(np.array([_key(one) for one in names], dtype=object), kind="stable")
        ranks = np.empty(len(names) + 1)
        ranks[order] = np.arange(len(names))
        ranks[-1] = len(names)
        return ranks[codes]
    if values.dtype.kind == "M":
        return values.to_numpy().astype("datetime64[s]").astype(np.int64).astype(float)
    return np.nan_to_num(values.to_numpy(dtype=float))


def _key(value: Any) -> str:
    """What a value is sorted by: Ségou stands before Sikasso."""
    return value.isoformat() if isinstance(value, datetime.date) else fold(str(value))


# Words of a cell


def words(value: Any) -> str:
    """Any text; empty where there is none."""
    return "" if _missing(value) else str(value)


def counted(value: Any) -> str:
    """A whole number; an en dash for what is not known."""
    return number(None if _missing(value) else float(value))


def measured(decimals: int) -> Callable[[Any], str]:
    """A number with some decimals; an en dash for what is not known."""
    return lambda value: number(None if _missing(value) else float(value), decimals)


def ratio(value: Any) -> str:
    """A ratio with about three digits."""
    if _missing(value):
        return "–"
    return number(float(value), 2 if value < 19.995 else 1 if value < 99.95 else 0)


def kilometres(value: Any) -> str:
    """A distance as short as it is exact."""
    return "–" if _missing(value) else number(float(value), 0 if float(value) == int(value) else 1)


def p_value(value: Any) -> str:
    """A p-value: three decimals below 0.1, else two."""
    if _missing(value):
        return "–"
    if value < 0.001:
        return f"< {number(0.001, 3)}"
    return number(float(value), 3 if value < 0.1 else 2)


def day(value: Any) -> str:
    """A date in words; empty where there is none."""
    if _missing(value):
        return ""
    return date(value.date() if isinstance(value, datetime.datetime) else value)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


# Taking it along


def as_text(table: ShownTable, rows: Sequence[int], notes: Sequence[str] = ()) -> str:
    """Rows with their heads, tabs between cells, as programs for tables take them; notes below."""
    lines = [[shown.head for shown in table.columns], *_cells(table, rows)]
    text = "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)
    return "\n".join([text, *([""] if notes else []), *notes])


def as_html(table: ShownTable, rows: Sequence[int], title: str = "", notes: Sequence[str] = ()) -> str:
    """Rows as an HTML table, as word processors take it. All texts are escaped."""
    head = "".join(f"<th {_side(shown)}>{escape(shown.head)}</th>" for shown in table.columns)
    lines = []
    for row, cells in zip(rows, _cells(table, rows)):
        tag = "th" if table.foot[row] else "td"
        inside = "".join(
            f"<{tag} {_style(table, row, column)}>{escape(cell)}</{tag}>" for column, cell in enumerate(cells)
        )
        lines.append(f"<tr>{inside}</tr>")
    title = f"<p><b>{escape(title)}</b></p>" if title else ""
    below = "".join(f"<p><small>{escape(note)}</small></p>" for note in notes)
    return f'{title}<table border="1" cellspacing="0" cellpadding="3"><tr>{head}</tr>{"".join(lines)}</table>{below}'


def _side(shown: Shown) -> str:
    return 'style="text-align: right"' if shown.right else ""


def _style(table: ShownTable, row: int, column: int) -> str:
    parts = ["text-align: right"] if table.columns[column].right else []
    parts += ["color: #777777"] if table.is_quiet(row, column) else []
    return f'style="{"; ".join(parts)}"' if parts else ""


def _cells(table: ShownTable, rows: Sequence[int]) -> list[list[str]]:
    return [[table.text(row, column) for column in range(len(table.columns))] for row in rows]


def _one_line(text: str) -> str:
    return " ".join(text.split())
