# SPDX-License-Identifier: GPL-2.0-or-later
"""From rows of text to canonical columns, and what is wrong with each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from . import checks, vocabulary
from .account import RejectedRow, rejected_row, wrong_width
from .actor_names import inter_code
from .actor_rows import ActorRows
from .blocks import Block
from .checks import ByValue, Convert, by_value
from .dates import DateReader
from .formats import Recognition
from .formats.columns import ROW_NUMBER
from .schema import (
    CIVILIAN_TARGETING,
    CIVILIAN_VIOLENCE,
    COLUMNS,
    DERIVED_COLUMNS,
    INTEGER,
    KINDS,
)
from .text import translate

Values = dict[str, np.ndarray]

CIVILIANS = 7
"""ACLED's code of civilians."""
SYNTHETIC = "SYNTHETIC"
SYNTHETIC_IDS = "SYN"
SYNTHETIC_DATASET = "Synthetic"

_INTERS = ("inter1", "inter2", "interaction")
_LONG_TEXTS = ("notes", "tags")
_RANGES = {
    "geo_precision": (1, 3),
    "time_precision": (1, 3),
    **dict.fromkeys(("fatalities", "fatalities_low", "fatalities_high"), (0, 10**9)),
}
_FORGIVEN = ("iso", "timestamp")
"""Numbers that no figure is made of: what cannot be read there costs no event."""
_DECIDE_TYPE = ("event_type", "sub_event_type", "inter1", "inter2")
_DECIDE_ACTORS = ("actor1", "assoc_actor_1", "timestamp")
"""Columns that decide about a row before its batch is whole."""
_FIRST_CHECKED = ("event_id", "event_date", "event_type", "latitude", "longitude")
_ASKED = tuple(
    column.name
    for column in COLUMNS
    if column.name not in DERIVED_COLUMNS and column.name not in ("year", "dataset")
)


class Converter:
    """Converts the rows of one file, batch by batch.

    left_empty : what could not be read in cells that no figure needs -> how often; garbled : names that look as if
    read in a wrong encoding, in order; actors : of a file whose rows are actors, those of each event.
    """

    def __init__(self, recognition: Recognition, dates: DateReader, dataset: str = "") -> None:
        self._form, self._dates = recognition.form, dates
        self._positions, self._constants = recognition.positions, recognition.constants
        self._dataset = dataset or recognition.dataset
        self.left_empty: Counter[str] = Counter()
        self.garbled: dict[str, None] = {}
        self.actors: ActorRows | None = None
        asked = [*_ASKED, *(name for name in ("area_only", "dataset") if self._given(name))]
        self._converters = {name: self._converter(name) for name in asked if self._given(name)}
        self._order = sorted(self._converters, key=lambda name: name not in _FIRST_CHECKED)
        self._width = len(recognition.columns)
        self._at_once = {*_DECIDE_TYPE, *(_DECIDE_ACTORS if recognition.form.one_row_an_actor else ())}
        self._parts: list[Values] = []
        self._absent = [name for name in (*_ASKED, "area_only") if not self._given(name)]

    def _given(self, name: str) -> bool:
        return name in self._positions or name in self._constants

    def _converter(self, name: str) -> Convert:
        if name in self._form.converters:
            return self._form.converters[name]()
        if name in ("event_date", "end_date"):
            return self._dates.event_dates if name == "event_date" else self._dates.end_dates
        if name in ("latitude", "longitude"):
            return checks.coordinates(name, 90 if name == "latitude" else 180)
        if name == "event_type":
            return vocabulary.event_types()
        if KINDS[name] == INTEGER:
            return checks.integers(name, *_RANGES.get(name, ()))
        if name == "event_id":
            return checks.codes
        if name in _LONG_TEXTS:
            return checks.long_texts
        spelling = _whole_code if name in _INTERS else vocabulary.spelling(name)
        return checks.texts(spelling, self.garbled)

    def columns(self, block: Block) -> tuple[Values, list[np.ndarray | None]]:
        """What stands in a block's rows, column by column, and what is wrong with it, the gravest column first.

        `event_type` still holds vocabulary.EventType; other columns may hold the numbers of their ByValue.
        """
        rows = len(block.numbers)
        values: Values = {}
        problems: dict[str, np.ndarray | None] = {}
        for name, convert in self._converters.items():
            if name in self._positions:
                text: Sequence[str] = block.columns[self._positions[name]]
            elif self._constants[name] == ROW_NUMBER:
                text = [str(number) for number in block.numbers]
            else:
                text = [self._constants[name]] * rows
            if isinstance(convert, ByValue) and not convert.varied and name not in self._at_once:
                values[name] = convert.numbers(text)
                problems[name] = convert.problems_of(values[name])
            else:
                values[name], problems[name] = convert(text)
        for name in _FORGIVEN:
            if (unread := problems.get(name)) is not None:
                tags = _tags(block.columns[self._positions[name]]) if name in self._positions else set()
                found = enumerate(unread.tolist())
                self.left_empty.update(problem for row, problem in found if problem and row not in tags)
                problems[name] = None
        for name in self._absent:
            if name in self._at_once:
                values[name] = np.full(rows, None, dtype=object)
        _check_ids(values, problems)
        return values, [problems[name] for name in self._order]

    def add(self, block: Block) -> list[RejectedRow]:
        """Convert a block and keep its sound rows until `take`; returns the others."""
        values, problems = self.columns(block)
        if self.actors is not None:
            self.actors.place(values)
        found = checks.first_problems(len(block.numbers), [*problems, vocabulary.resolve_types(values)])
        rejected = [wrong_width(number, fields, self._width) for number, fields in block.misfits]
        if found is not None:
            sound = found == ""
            bad = np.flatnonzero(~sound).tolist()
            rejected += [rejected_row(block.numbers[row], found[row], block.fields(row)) for row in bad]
            values = {name: column[sound] for name, column in values.items()}
        self._parts.append(values)
        return rejected

    def take(self) -> Values:
        """The canonical columns of the rows kept since the last time, with what follows from them."""
        parts, self._parts = self._parts, []
        values = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        rows = len(values["event_id"])
        for name, convert in self._converters.items():
            if isinstance(convert, ByValue):
                if values[name].dtype == np.int32:
                    values[name] = convert.values_of(values[name])
                convert.review(rows)
        for name in self._absent:
            if name not in values:
                values[name] = np.full(rows, None, dtype=object)
        self._derive(values, rows)
        return values

    def _derive(self, values: Values, rows: int) -> None:
        """The year; disorder type and civilian targeting where the file has none; the dataset."""
        values["year"] = by_value(values["event_date"], lambda day: int(day[:4]) if day else None)
        derive_disorder(values)
        derive_targeting(values)
        dataset = np.full(rows, self._dataset, dtype=object)
        if self._given("dataset"):
            named = ~_blank(values["dataset"])
            dataset[named] = values["dataset"][named]
        dataset[self._synthetic(values)] = SYNTHETIC_DATASET
        values["dataset"] = dataset

    def _synthetic(self, values: Values) -> np.ndarray:
        """Which rows say that they are made up: in their source, or, where the file names none, in their ids."""
        if self._given("source"):
            said = by_value(values["source"], lambda text: bool(text) and text.startswith(SYNTHETIC))
            return said.astype(bool)
        ids = values["event_id"].tolist()
        return np.fromiter(
            (bool(text) and text.startswith(SYNTHETIC_IDS) for text in ids), dtype=bool, count=len(ids)
        )


def _tags(column: Sequence[str]) -> set[int]:
    """The rows whose cell is an HXL tag; the row is rejected for being one of tags."""
    return {row for row, text in enumerate(column) if text.lstrip().startswith("#")}


def _whole_code(text: str) -> str:
    """A code as ACLED writes it: programs that know no empty whole numbers write 7.0."""
    return text.removesuffix(".0")


def _check_ids(values: Values, problems: dict[str, np.ndarray | None]) -> None:
    if None in values["event_id"].tolist():
        missing = _blank(values["event_id"])
        problems["event_id"] = np.where(missing, translate("Rows", "no event id"), "").astype(object)
    nowhere = (values["latitude"] == 0) & (values["longitude"] == 0)
    if nowhere.any():
        found = problems["latitude"]
        found = np.full(len(nowhere), "", dtype=object) if found is None else found
        found[nowhere] = translate("Rows", "latitude and longitude are both 0")
        problems["latitude"] = found


def derive_targeting(values: Values) -> None:
    """Fill civilian_targeting where it is None and the type or an actor says it; and targeting_derived, 0 or 1."""
    civilians = by_value(values["event_type"], lambda name: name == CIVILIAN_VIOLENCE)
    for column in _INTERS[:2]:
        civilians |= by_value(values[column], lambda inter: inter_code(inter or "") == CIVILIANS)
    derived = civilians.astype(bool) & _blank(values["civilian_targeting"])
    values["targeting_derived"] = derived.astype(int)
    values["civilian_targeting"][derived] = CIVILIAN_TARGETING


def derive_disorder(values: Values) -> None:
    """Fill disorder_type where it is None and the type and sub-type say it."""
    blank = _blank(values["disorder_type"])
    if blank.any():
        types, sub_types = values["event_type"][blank].tolist(), values["sub_event_type"][blank].tolist()
        known: dict[tuple[Any, Any], str | None] = {
            pair: vocabulary.disorder_type(*pair) for pair in set(zip(types, sub_types))
        }
        filled = np.empty(len(types), dtype=object)
        filled[:] = [known[pair] for pair in zip(types, sub_types)]
        values["disorder_type"][blank] = filled


def _blank(column: np.ndarray) -> np.ndarray:
    return column == None  # noqa: E711 (element by element)
