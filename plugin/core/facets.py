# SPDX-License-Identifier: GPL-2.0-or-later
"""How many events stand behind each choice of a selection: those of its periods that fit all the other choices.

A number beside a choice says what would count if that choice alone were made in its list, and all other lists stayed
as they are. Every condition is `Selection.mask`; lists of many names are counted in one go.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from .errors import FlashpointsError
from .periods import Period
from .schema import EVENT_TYPES
from .selection import CIVILIANS, PRECISION_MAX, ROLES, Selection, in_period, split_list
from .zones import fold

COLUMNS = (
    "event_date", "event_type", "sub_event_type", "dataset", "country", "admin1", "actor_groups", "actor_families",
    "side_1_groups", "side_1_families", "side_2_groups", "side_2_families", "civilian_targeting", "geo_precision",
    "time_precision", "fatalities",
)  # fmt: skip
"""What is looked at, where it is there."""
_TEXTS = COLUMNS[1:13]
_ACTORS = COLUMNS[6:12]
_WHO_COLUMNS = {"actor_groups", "actor_families"}
_WHO = ("actor_groups", "role", "against")
_NAMES = {
    "event_types": "event_type",
    "sub_event_types": "sub_event_type",
    "countries": "country",
    "where": "admin1",
}
"""Lists of names, and the column that holds them."""
_CHOICES: Mapping[str, Sequence[Hashable]] = {
    "role": ROLES,
    "civilians": CIVILIANS,
    "geo_precision_max": (1, 2, PRECISION_MAX),
    "time_precision_max": (1, 2, PRECISION_MAX),
}
"""Lists of which one choice holds."""
_OTHERS = ("dataset", "min_fatalities")
_EVERYTHING = Selection(event_types=EVENT_TYPES)


@dataclass(frozen=True)
class Facets:
    """events : how many fit all choices. counts : field of Selection -> choice -> events.

    A choice without a number cannot be made: there is no such column, or it needs another choice first.
    """

    events: int
    counts: Mapping[str, Mapping[Any, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sides:
    """The ids that one combination of actors names: on any side, on each (None: the sides are not known)."""

    any: frozenset[str]
    one: frozenset[str] | None
    two: frozenset[str] | None


class FacetTable:
    """The events of a layer, ready to be counted; made of a frame with those of COLUMNS that the layer has."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame[[name for name in COLUMNS if name in frame]].reset_index(drop=True)
        for name in _TEXTS:
            if name in self._frame:  # each distinct text is looked at once
                self._frame[name] = self._frame[name].astype("category")
        self._actors, self._sides = _combinations(self._frame)
        self._spans: tuple[tuple[Period, ...], np.ndarray] | None = None

    def occurring(self) -> dict[str, Counter[str]]:
        """Field of Selection -> the names in the whole layer, with their events."""
        everything = np.ones(len(self._frame), dtype=bool)
        found = {name: self._of_names(column, everything) for name, column in _NAMES.items()}
        if self._sides:
            weights = _weights(self._actors, everything, len(self._sides))
            found["actor_groups"] = _count_ids(self._sides, weights, lambda sides: sides.any, {})
        return found

    def count(
        self,
        selection: Selection,
        periods: Sequence[Period],
        umbrellas: Mapping[str, Collection[str]] | None = None,
    ) -> Facets:
        """Count the events of some periods under a selection, whose own periods and regions are not looked at.

        umbrellas : choices of groups that stand for several ids, such as `jnim+`. A choice that the columns cannot
            answer restricts nothing.
        """
        inside = np.flatnonzero(self._inside(tuple(periods)))
        part = _Part(self._frame.iloc[inside], selection)
        actors = self._actors[inside]
        counts: dict[str, Mapping[Any, int]] = {}
        for name, column in _NAMES.items():
            if column in self._frame:
                counts[name] = _names_of(part.frame[column], part.others(name))
        for name, choices in _CHOICES.items():
            counts[name] = part.choices(name, choices)
        if set(self._frame.columns) >= _WHO_COLUMNS:
            kept = _weights(actors, part.others("actor_groups"), len(self._sides))
            for name, sides in (("actor_groups", _standing), ("against", _opposing)):
                counts[name] = _count_ids(
                    self._sides, kept, lambda one, sides=sides: sides(one, selection), umbrellas or {}
                )
        return Facets(int(part.others("").sum()), counts)

    def _inside(self, periods: tuple[Period, ...]) -> np.ndarray:
        if self._spans is None or self._spans[0] != periods:
            masks = [in_period(self._frame["event_date"], one) for one in periods]
            mask = np.logical_or.reduce(masks) if masks else np.zeros(len(self._frame), dtype=bool)
            self._spans = (periods, mask)
        return self._spans[1]

    def _of_names(self, column: str, mask: np.ndarray) -> Counter[str]:
        return _names_of(self._frame[column], mask) if column in self._frame else Counter()


class _Part:
    """The events of the periods, and which of them fit each condition alone."""

    def __init__(self, frame: pd.DataFrame, selection: Selection) -> None:
        self.frame = frame
        self._selection = selection
        self._masks = {
            name: self.mask(**self._of(name))
            for name in (*_NAMES, *_OTHERS, "actor_groups", *_CHOICES)
            if name not in ("where", "role")
        }
        self._missed = np.zeros(len(frame), dtype=np.int16)
        for mask in self._masks.values():
            self._missed += ~mask

    def _of(self, name: str) -> dict[str, Any]:
        names = _WHO if name == "actor_groups" else (name,)
        return {one: getattr(self._selection, one) for one in names}

    def mask(self, **conditions: Any) -> np.ndarray:
        """Which events fit some conditions; all of them where a column for it is missing."""
        try:
            asked = dataclasses.replace(_EVERYTHING, **conditions)
        except FlashpointsError:  # a side without a group: nothing stands on it
            return np.ones(len(self.frame), dtype=bool)
        if asked == _EVERYTHING or not set(asked.columns) <= set(self.frame.columns):
            return np.ones(len(self.frame), dtype=bool)
        return asked.mask(self.frame).mask

    def others(self, name: str) -> np.ndarray:
        """Which events fit all conditions but that of a list."""
        mask = self._masks.get("actor_groups" if name in _WHO else name)
        missed = self._missed if mask is None else self._missed - ~mask
        return np.asarray(missed == 0)

    def choices(self, name: str, choices: Sequence[Hashable]) -> dict[Any, int]:
        """The events of each choice of a list that takes one."""
        others, found = self.others(name), {}
        for choice in choices:
            conditions = {**self._of("actor_groups" if name == "role" else name), name: choice}
            if self.can_ask(**conditions):
                found[choice] = int((others & self.mask(**conditions)).sum())
        return found

    def can_ask(self, **conditions: Any) -> bool:
        """Whether the conditions go together and the events have the columns."""
        try:
            asked = dataclasses.replace(_EVERYTHING, **conditions)
        except FlashpointsError:
            return False
        return set(asked.columns) <= {*self.frame.columns, "event_type"}


def _combinations(frame: pd.DataFrame) -> tuple[np.ndarray, list[_Sides]]:
    """The combination of actors of each event, as an index into those that occur; none without the columns."""
    there = [name for name in _ACTORS if name in frame]
    if not set(there) >= _WHO_COLUMNS:
        return np.zeros(len(frame), dtype=int), []
    codes = np.zeros(len(frame), dtype=np.int64)
    for name in there:
        own = frame[name].cat.codes.to_numpy(dtype=np.int64) + 1
        codes = pd.factorize(codes * (len(frame[name].cat.categories) + 1) + own)[0]
    first = np.unique(codes, return_index=True)[1]
    rows = frame.iloc[first]
    columns = {
        name: rows[name].astype(object).tolist() if name in there else [None] * len(rows) for name in _ACTORS
    }
    sides = [
        _Sides(
            _ids(columns["actor_groups"][i], columns["actor_families"][i]) or frozenset(),
            _ids(columns["side_1_groups"][i], columns["side_1_families"][i]),
            _ids(columns["side_2_groups"][i], columns["side_2_families"][i]),
        )
        for i in range(len(rows))
    ]
    return codes, sides


def _ids(groups: object, families: object) -> frozenset[str] | None:
    if not isinstance(groups, str):
        return None
    return frozenset([*split_list(groups), *split_list(families if isinstance(families, str) else "")])


def _weights(codes: np.ndarray, mask: np.ndarray, size: int) -> np.ndarray:
    return np.bincount(codes[mask], minlength=size)


def _count_ids(
    sides: Sequence[_Sides], weights: np.ndarray, ids: Any, umbrellas: Mapping[str, Collection[str]]
) -> Counter[str]:
    counted: Counter[str] = Counter()
    wide = {name: frozenset(members) for name, members in umbrellas.items()}
    for index in np.flatnonzero(weights):
        named, n = ids(sides[index]), int(weights[index])
        for one in named:
            counted[one] += n
        for name, members in wide.items():
            if members & named:
                counted[name] += n
    return counted


def _standing(sides: _Sides, selection: Selection) -> frozenset[str]:
    """The ids that an event counts for when they alone are asked for as groups, role and against as they are."""
    if selection.role == "any" and not selection.against:
        return sides.any
    found: frozenset[str] = frozenset()
    for own, other in _views(sides, selection.role):
        if not selection.against or (other and not other.isdisjoint(selection.against)):
            found |= own or frozenset()
    return found


def _opposing(sides: _Sides, selection: Selection) -> frozenset[str]:
    """The ids that an event counts for when they alone are asked for as the opposite side."""
    found: frozenset[str] = frozenset()
    for own, other in _views(sides, selection.role):
        stands = (
            own is not None
            if not selection.actor_groups
            else bool(own and not own.isdisjoint(selection.actor_groups))
        )
        if stands:
            found |= other or frozenset()
    return found


def _views(sides: _Sides, role: str) -> list[tuple[frozenset[str] | None, frozenset[str] | None]]:
    """(the side that is asked for, the opposite one)."""
    both = {"side_1": (sides.one, sides.two), "side_2": (sides.two, sides.one)}
    return list(both.values()) if role == "any" else [both[role]]


def _names_of(values: pd.Series, mask: np.ndarray) -> Counter[str]:
    """Name -> events; spellings that differ by capitals and accents are one, by the name of the most."""
    codes = values.cat.codes.to_numpy()[mask]
    numbers = np.bincount(codes[codes >= 0], minlength=len(values.cat.categories))
    spelled: dict[str, tuple[int, str]] = {}
    counted: Counter[str] = Counter()
    for name, n in zip(values.cat.categories, numbers):
        key = fold(str(name))
        counted[key] += int(n)
        spelled[key] = max(spelled.get(key, (-1, "")), (int(n), str(name)))
    types = {fold(name): name for name in EVENT_TYPES}
    return Counter({types.get(key, spelled[key][1]): n for key, n in counted.items()})
