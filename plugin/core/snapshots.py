# SPDX-License-Identifier: GPL-2.0-or-later
"""Two tables of events -> what was added, changed and removed between them.

Events are the same when dataset and event_id are. What is derived (actor groups, for instance) is not compared: it
follows from columns that are. Columns are read a few at a time, so that two tables of millions of events need not be
in memory at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from .errors import FlashpointsError
from .schema import BOOLEAN, COLUMN_NAMES, DATE, DERIVED_COLUMNS, INTEGER, KINDS, REAL
from .text import translate

Read = Callable[[Sequence[str]], pd.DataFrame]
"""Reads columns of a table of events, its rows in the same order every time."""

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
CHANGE_COLUMNS = ("event_id", "change", "fields", "old", "new")
KEY = ("dataset", "event_id")
STAMP = "timestamp"
"""When the source last touched the row: says nothing about the event, so alone it is no change."""

COMPARED = tuple(name for name in COLUMN_NAMES if name not in (*DERIVED_COLUMNS, *KEY, "year", STAMP))
_AT_ONCE = 8
_PLACE, _NO_TEXT = ("latitude", "longitude"), (None, "")
_SAME_PLACE = 1e-7  # degrees, a centimetre: what another coordinate system leaves of a point


@dataclass(frozen=True)
class Comparison:
    """What happened from an older to a newer table of events.

    table : a row an event that was added, changed or removed: event_id; change; fields (those that changed, separated
        by ;); old and new as JSON objects, of a changed event the changed fields, else the whole event.
    unchanged : events that are the same in all compared columns; touched : those of them with another time stamp;
    compared, not_compared : columns that both tables have, and that only one has.
    """

    table: pd.DataFrame
    unchanged: int
    touched: int
    compared: tuple[str, ...]
    not_compared: tuple[str, ...]

    def count(self, change: str) -> int:
        """How many events were added, changed or removed."""
        return int((self.table["change"] == change).sum())


def compare(
    old: Read, old_columns: Sequence[str], new: Read, new_columns: Sequence[str], where: str = ""
) -> Comparison:
    """Compare two tables of events.

    Parameters
    ----------
    old, new : what reads them; old_columns, new_columns : the columns they have; where : for messages.

    Raises
    ------
    FlashpointsError : when a table has no ids, or one id twice.
    """
    compared = tuple(name for name in COMPARED if name in old_columns and name in new_columns)
    one_sided = set(old_columns) ^ set(new_columns)
    keys = [name for name in KEY if name in old_columns and name in new_columns]
    pairs = _Pairs(_keys(old, keys, where), _keys(new, keys, where))
    changed: dict[int, dict[str, tuple[Any, Any]]] = {}
    whole: dict[str, list[dict[str, Any]]] = {
        ADDED: [{} for _ in pairs.added],
        REMOVED: [{} for _ in pairs.removed],
    }
    for names in _groups(compared):
        before, after = old(names), new(names)
        for name in names:
            left, right = plain(before[name], name), plain(after[name], name)
            for position in _different(left[pairs.old], right[pairs.new], name):
                values = (left[pairs.old[position]], right[pairs.new[position]])
                changed.setdefault(int(position), {})[name] = values
            _fill(whole[REMOVED], name, left[pairs.removed])
            _fill(whole[ADDED], name, right[pairs.added])
    touched = 0
    for name in (STAMP, *KEY[:1]):
        if name not in one_sided and name in old_columns:
            left, right = plain(old([name])[name], name), plain(new([name])[name], name)
            _fill(whole[REMOVED], name, left[pairs.removed])
            _fill(whole[ADDED], name, right[pairs.added])
            touched += len(set(_different(left[pairs.old], right[pairs.new], name).tolist()) - changed.keys())
    rows = list(_rows(pairs, changed, whole))
    table = pd.DataFrame(rows, columns=list(CHANGE_COLUMNS), dtype=object)
    skipped = tuple(name for name in COMPARED if name in one_sided)
    return Comparison(table, len(pairs.old) - len(changed), touched, compared, skipped)


def outside(old: pd.DataFrame, new: pd.DataFrame) -> set[str]:
    """Ids of older events that lie outside the dates, countries, types and datasets of the newer ones.

    old, new : frames with event_id, event_date (datetime64), dataset, country and event_type.
    """
    if new.empty:
        return set(old["event_id"])
    inside = old["event_date"].between(new["event_date"].min(), new["event_date"].max())
    for name in ("dataset", "country", "event_type"):
        inside &= old[name].fillna("").isin(new[name].fillna("").unique())
    return set(old.loc[~inside, "event_id"])


def difference(names: Sequence[str], old: Sequence[Any], new: Sequence[Any]) -> dict[str, tuple[Any, Any]]:
    """What `compare` would find between two rows of plain values of the columns `names`: name -> old and new."""
    return {
        name: (None if before == "" else before, None if after == "" else after)
        for name, before, after in zip(names, old, new)
        if before != after and not _as_good_as_same(name, before, after)
    }


def _as_good_as_same(name: str, before: Any, after: Any) -> bool:
    if before in _NO_TEXT or after in _NO_TEXT:
        return before in _NO_TEXT and after in _NO_TEXT
    if name not in _PLACE or isinstance(before, str) or isinstance(after, str):
        return False
    return bool(abs(before - after) <= _SAME_PLACE)


def rows_of(frame: pd.DataFrame) -> Read:
    """What reads a table that is in memory."""
    return lambda columns: frame[list(columns)]


class _Pairs:
    """Which rows of two tables are the same event: positions, in the order of the newer table."""

    def __init__(self, old: pd.Index, new: pd.Index) -> None:
        at = old.get_indexer(new)
        self.new = np.flatnonzero(at >= 0)
        self.old = at[self.new]
        self.added = np.flatnonzero(at < 0)
        left = np.ones(len(old), dtype=bool)
        left[self.old] = False
        self.removed = np.flatnonzero(left)
        self.old_ids, self.new_ids = old, new


def _keys(read: Read, columns: Sequence[str], where: str) -> pd.Index:
    """Dataset and id of each row; tables of which one names no dataset go by the ids alone."""
    if KEY[1] not in columns:
        raise FlashpointsError(
            translate("Snapshots", "There is no column event_id, so no event can be followed."),
            where,
            translate("Snapshots", "Load the event file with “Load events” first."),
        )
    frame = read(columns)
    keys = pd.MultiIndex.from_arrays(
        [frame[name].astype(object).fillna("") if name in columns else [""] * len(frame) for name in KEY]
    )
    twice = keys[keys.duplicated()]
    if len(twice):
        raise FlashpointsError(
            translate("Snapshots", "Event {id} is there more than once.").format(id=twice[0][1]),
            where,
            translate("Snapshots", "Load the event file with “Load events”, which makes one row an event."),
        )
    return keys


def _groups(names: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(names), _AT_ONCE):
        yield list(names[start : start + _AT_ONCE])


def _different(left: np.ndarray, right: np.ndarray, name: str) -> np.ndarray:
    """Positions at which two columns of plain values differ; two missing values are the same."""
    unlike = left != right
    if name in _PLACE:
        x, y = (pd.to_numeric(pd.Series(side, dtype=object), errors="coerce") for side in (left, right))
        unlike &= ~(np.abs(x.to_numpy(dtype=float) - y.to_numpy(dtype=float)) <= _SAME_PLACE)
    return np.flatnonzero(unlike)


def plain(column: pd.Series, name: str) -> np.ndarray:
    """A column as values of JSON's types (object array): dates as ISO text, whole numbers as int, None for missing."""
    kind, missing = KINDS[name], column.isna().to_numpy()
    values = np.full(len(column), None, dtype=object)
    there = column[~missing]
    if kind == DATE:
        texts = there.dt.strftime("%Y-%m-%d") if there.dtype.kind == "M" else there.astype(str)
        values[~missing] = texts.to_numpy(dtype=object)
    elif kind in (INTEGER, BOOLEAN):
        values[~missing] = [_number(value, int) for value in there]
    elif kind == REAL:
        values[~missing] = [_number(value, float) for value in there]
    else:
        values[~missing] = [str(value) or None for value in there]
    return values


def _number(value: Any, kind: Callable[[Any], Any]) -> Any:
    """A number; what somebody wrote into its cell by hand and is none, as text."""
    try:
        return kind(value)
    except (ValueError, OverflowError):
        return str(value)


def _fill(events: list[dict[str, Any]], name: str, values: np.ndarray) -> None:
    for event, value in zip(events, values.tolist()):
        if value is not None:
            event[name] = value


def _rows(
    pairs: _Pairs, changed: dict[int, dict[str, tuple[Any, Any]]], whole: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[Any, ...]]:
    for row, event in zip(pairs.removed, whole[REMOVED]):
        yield pairs.old_ids[row][1], REMOVED, None, as_json(event), None
    for position, values in sorted(changed.items()):
        old = as_json({name: before for name, (before, _) in values.items()})
        new = as_json({name: after for name, (_, after) in values.items()})
        yield pairs.new_ids[pairs.new[position]][1], CHANGED, ";".join(values), old, new
    for row, event in zip(pairs.added, whole[ADDED]):
        yield pairs.new_ids[row][1], ADDED, None, None, as_json(event)


def as_json(values: dict[str, Any]) -> str:
    """Values of an event as the table of changes keeps them."""
    return json.dumps(values, ensure_ascii=False)
