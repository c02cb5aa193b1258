# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks of text columns -> canonical columns, and what is wrong with the rows that are left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from . import checks
from .csvblocks import Block
from .schema import CIVILIAN_TARGETING, CIVILIAN_VIOLENCE, CIVILIANS_INTER, COLUMNS, DERIVED_COLUMNS, INTEGER
from .text import translate

SYNTHETIC = "SYNTHETIC"
SYNTHETIC_DATASET = "Synthetic"

Rejected = tuple[int, str, str]
"""Row number, reason, the row as CSV."""

_READ = tuple(column for column in COLUMNS if column.name not in (*DERIVED_COLUMNS, "end_date"))
_LONG_TEXTS = ("event_id", "notes", "tags")  # hardly a value recurs
_DEGREES = {"latitude": 90.0, "longitude": 180.0}
_RANGES = {"geo_precision": (1, 3), "time_precision": (1, 3), "fatalities": (0, 1e9)}
_CHECKED = ("event_id", "event_date", "event_type", "latitude", "longitude")  # in this order, then the others
_REMEMBERED = 100_000
_VARIED, _FEW_ROWS = 0.3, 5_000


class Converter:
    """Takes blocks of a file and gives canonical columns.

    positions : canonical column -> index of the file's column; dataset : the source of its events.
    """

    def __init__(self, positions: Mapping[str, int], width: int, dataset: str) -> None:
        self._positions = positions
        self._width = width
        self._dataset = dataset
        self._coders = {
            name: checks.Coder(convert) for name, convert in _converters().items() if name in positions
        }
        self._varied: set[str] = (
            set()
        )  # columns of text in which so few values recur that numbering them costs more
        self._parts: dict[str, list[Any]] = {}

    def add(self, block: Block) -> list[Rejected]:
        """Convert a block and keep its good rows until `take`. Returns the other rows."""
        columns = {name: block.columns[index] for name, index in self._positions.items()}
        coders = {name: coder for name, coder in self._coders.items() if name not in self._varied}
        values: dict[str, Any] = {name: coder.codes(columns[name]) for name, coder in coders.items()}
        problems = {name: found for name, coder in coders.items() if (found := _faults(coder, values[name]))}
        for name in self._varied:
            values[name] = [" ".join(text.split()) or None for text in columns[name]]
        for name, limit in _DEGREES.items():
            values[name], problems[name] = checks.coordinates(columns[name], name, limit)
        nowhere = (values["latitude"] == 0) & (values["longitude"] == 0)
        if nowhere.any():
            text = translate("Rows", "latitude and longitude are both 0")
            problems["latitude"].update(dict.fromkeys(np.flatnonzero(nowhere).tolist(), text))
        for name in _LONG_TEXTS:
            if name in columns:
                values[name] = [text or None for text in columns[name]]
        values["event_id"] = [text.strip() or None for text in columns["event_id"]]
        if None in values["event_id"]:
            text = translate("Rows", "no event id")
            problems["event_id"] = {i: text for i, one in enumerate(values["event_id"]) if one is None}
        return self._keep(block, values, problems)

    def _keep(
        self, block: Block, values: dict[str, Any], problems: dict[str, dict[int, str]]
    ) -> list[Rejected]:
        order = [*_CHECKED, *(column.name for column in _READ if column.name not in _CHECKED)]
        wrong: dict[int, str] = {}
        for name in reversed(order):
            wrong.update(problems.get(name, {}))
        if wrong:
            good = np.ones(len(block.numbers), dtype=bool)
            good[list(wrong)] = False
            for name, column in values.items():
                values[name] = (
                    column[good]
                    if isinstance(column, np.ndarray)
                    else np.array(column, dtype=object)[good].tolist()
                )
        for name, column in values.items():
            self._parts.setdefault(name, []).append(column)
        misfits = [_misfit(number, cells, self._width) for number, cells in block.misfits]
        return [*misfits, *((block.numbers[i], wrong[i], as_csv(block.cells(i))) for i in wrong)]

    def take(self) -> dict[str, np.ndarray]:
        """The columns of the schema, without the actors' groups, of the rows that were kept."""
        parts, self._parts = self._parts, {}
        rows = sum(map(len, parts["event_id"])) if parts else 0
        values = {}
        for column in _READ:
            name = column.name
            if not rows or name not in parts:
                values[name] = np.full(
                    rows, np.nan if name in _DEGREES else None, dtype=float if name in _DEGREES else object
                )
            elif name in self._coders and name not in self._varied:
                values[name] = _objects(self._coders[name].converted)[np.concatenate(parts[name])]
            elif name in _DEGREES:
                values[name] = np.concatenate(parts[name])
            else:
                values[name] = _objects([one for part in parts[name] for one in part])
        for name, coder in self._coders.items():
            if coder.convert is checks.plain_text and len(coder) > _VARIED * max(rows, _FEW_ROWS):
                self._varied.add(name)
            if len(coder) > _REMEMBERED or name in self._varied:
                coder.forget()
        _derive(values, self._dataset)
        return values


def _converters() -> dict[str, checks.Convert]:
    converters: dict[str, checks.Convert] = {"event_date": checks.iso_date, "event_type": checks.event_type}
    for column in _READ:
        if column.kind == INTEGER:
            converters[column.name] = checks.whole_number(column.name, *_RANGES.get(column.name, ()))
        elif column.name not in (*_LONG_TEXTS, *_DEGREES):
            converters.setdefault(column.name, checks.plain_text)
    return converters


def _faults(coder: checks.Coder, codes: np.ndarray) -> dict[int, str]:
    """Row of the block -> what is wrong."""
    if not coder.faulty:
        return {}
    rows = np.flatnonzero(np.isin(codes, coder.faulty))
    return {row: coder.problems[codes[row]] for row in rows.tolist()}


def _objects(values: list[Any]) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def by_value(column: np.ndarray, function: Callable[[Any], Any]) -> np.ndarray:
    """What a function gives for each value of a column (object array), asked once for each distinct value."""
    answers = {value: function(value) for value in set(column.tolist())}
    return _objects(list(map(answers.__getitem__, column.tolist())))


def _derive(values: dict[str, np.ndarray], dataset: str) -> None:
    """Fill what follows from other columns: year, civilian targeting where blank, the dataset."""
    values["end_date"] = np.full(len(values["event_id"]), None, dtype=object)
    values["year"] = by_value(values["event_date"], lambda day: int(day[:4]))
    civilians = values["event_type"] == CIVILIAN_VIOLENCE
    for column in ("inter1", "inter2"):
        civilians |= by_value(values[column], _is_civilians).astype(bool)
    derived = civilians & (values["civilian_targeting"] == None)  # noqa: E711
    values["targeting_derived"] = derived.astype(int)
    values["civilian_targeting"][derived] = CIVILIAN_TARGETING
    synthetic = by_value(values["source"], lambda text: bool(text) and text.startswith(SYNTHETIC))
    values["dataset"] = np.where(synthetic.astype(bool), SYNTHETIC_DATASET, dataset).astype(object)


def _is_civilians(inter: str | None) -> bool:
    return inter is not None and inter.casefold() in CIVILIANS_INTER


def _misfit(number: int, cells: list[str], width: int) -> Rejected:
    reason = translate("Rows", "{found} fields where the header has {expected}").format(
        found=len(cells), expected=width
    )
    if not cells:
        reason = translate("Rows", "cannot be read as CSV")
    return number, reason, as_csv(cells)


def as_csv(cells: list[str]) -> str:
    """One row of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()
