# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups and families for whole frames of events: the patterns meet each distinct name once.

Rows are reduced to the distinct combinations of what decides (names, code, country, dates of the table), the
patterns run in Python over those only, and the answers are taken back to the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .actor_names import INTER_CODES, NO_DATE, GroupSet, NameMatcher, Place, inter_code, spellings
from .errors import FlashpointsError
from .schema import CIVILIAN_VIOLENCE, EXPLOSIONS
from .text import translate

NEEDED = (
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "country", "event_date", "event_type",
)  # fmt: skip

_ACTOR_COLUMNS = (
    ("actor1", "inter1", True), ("assoc_actor_1", "inter1", False),
    ("actor2", "inter2", True), ("assoc_actor_2", "inter2", False),
)  # fmt: skip
_LED_BY_ACTOR1 = (CIVILIAN_VIOLENCE, EXPLOSIONS)

_Combine = Callable[[GroupSet, GroupSet], GroupSet]
_Lost = tuple[
    np.ndarray, list[str]
]  # of each row, the position in the list of a name that no rule fits, or -1


@dataclass(frozen=True)
class Classified:
    """What `classify` found.

    columns : text, on the frame's index: actor_groups, actor_families, side_1_groups, side_2_groups,
        side_1_families, side_2_families (`;jnim;isgs;` in the table's order, "" for none) and lead_group.
    unmatched : name, events: names that no row fits and the number of events that name them, most first.
    """

    columns: pd.DataFrame
    unmatched: pd.DataFrame


def add_unmatched(*parts: pd.DataFrame) -> pd.DataFrame:
    """Return the unmatched names of several chunks of events, added up and ranked."""
    total: dict[str, int] = {}
    for part in parts:
        for name, events in zip(part["name"], part["events"]):
            total[name] = total.get(name, 0) + int(events)
    return _ranked(total)


class Classifier:
    """Classifies frames by the rules of a matcher, which remembers every name, so that chunks cost little.

    Parameters
    ----------
    groups, families, armed : of each group, in the table's order: its id, its family's id, and whether it
        counts as non-state and armed.
    family_order : family ids in order.
    """

    def __init__(
        self,
        matcher: NameMatcher,
        groups: Sequence[str],
        families: Sequence[str],
        family_order: Sequence[str],
        armed: Sequence[bool],
    ) -> None:
        self._matcher = matcher
        self._groups = tuple(groups)
        self._families = tuple(families)
        self._family_rank = {name: rank for rank, name in enumerate(family_order)}
        self._armed = frozenset(position for position, yes in enumerate(armed) if yes)

    def bucket(self, day: str) -> int:
        """See NameMatcher.bucket."""
        return self._matcher.bucket(day)

    def classify(self, frame: pd.DataFrame) -> Classified:
        """Classify the events of a frame with the columns `NEEDED`.

        Text columns may be object, string or categorical; missing text is None, NaN or "". Codes may be
        numbers or text in the singular or plural. Dates may be datetime64 or ISO text.

        lead_group, which colours an event: in violence against civilians and explosions the first group, in
        the table's order, of actor1, else of its associates; in other types the first non-state armed group
        of any side, else side 1's as before. Where that finds none, the first group of any side.

        Raises
        ------
        FlashpointsError : columns are missing.
        """
        missing = [name for name in NEEDED if name not in frame.columns]
        if missing:
            raise FlashpointsError(
                translate("Actors", "The events lack the columns {names}.").format(names=", ".join(missing))
            )
        sets = _Sets()
        places = self._places(frame)
        unmatched: list[_Lost] = []
        one, one_assoc, two, two_assoc = (
            self._column(frame[actor], frame[inter], places, sets, first, unmatched)
            for actor, inter, first in _ACTOR_COLUMNS
        )
        side_1, side_2 = sets.pairs(one, one_assoc, _union), sets.pairs(two, two_assoc, _union)
        everyone = sets.pairs(side_1, side_2, _union)
        by_actor1 = sets.pairs(sets.pairs(one, one_assoc, _first_of_either), everyone, _first_of_either)
        by_armed = sets.pairs(everyone, by_actor1, self._first_armed)
        types, names = factorize(frame["event_type"])
        led_by_actor1 = np.array([name in _LED_BY_ACTOR1 for name in names], dtype=bool)[types]
        groups = sets.texts(self._group_text)
        families = sets.texts(self._family_text)
        leads = sets.texts(lambda members: self._groups[members[0]] if members else "")
        columns = {
            "actor_groups": groups[everyone],
            "actor_families": families[everyone],
            "side_1_groups": groups[side_1],
            "side_2_groups": groups[side_2],
            "side_1_families": families[side_1],
            "side_2_families": families[side_2],
            "lead_group": leads[np.where(led_by_actor1, by_actor1, by_armed)],
        }
        return Classified(pd.DataFrame(columns, index=frame.index, dtype=object), _count(unmatched))

    def _places(self, frame: pd.DataFrame) -> _Places:
        """Reduce country and date, on which all names of an event depend alike, to one code a row."""
        countries, texts = factorize(frame["country"])
        names = [spellings(text) for text in texts]
        width = len(self._matcher.edges) + 2  # buckets run from NO_DATE to the number of edges
        codes, distinct = _distinct(countries * width + self._buckets(frame["event_date"]) - NO_DATE)
        pairs = [divmod(key, width) for key in distinct.tolist()]
        return _Places(codes, [Place(names[country], bucket + NO_DATE) for country, bucket in pairs])

    def _buckets(self, dates: pd.Series) -> np.ndarray:
        """Return how many of the table's dates lie on or before each event's; -1 for no date."""
        if pd.api.types.is_datetime64_any_dtype(dates):
            days = dates.to_numpy(dtype="datetime64[D]")
            edges = np.array(self._matcher.edges, dtype="datetime64[D]")
            buckets = np.searchsorted(edges, days, side="right")
            return np.where(np.isnat(days), NO_DATE, buckets).astype(np.int64)
        codes, texts = factorize(dates)
        return np.array([self._matcher.bucket(text) for text in texts], dtype=np.int64)[codes]

    def _column(
        self,
        actors: pd.Series,
        inters: pd.Series,
        places: _Places,
        sets: _Sets,
        first: bool,
        unmatched: list[_Lost],
    ) -> np.ndarray:
        """Return the number of each row's set of groups for one actor column; add what no rule fits."""
        names, texts = factorize(actors)
        inter_codes, inter_texts = factorize(inters)
        code_of = np.array([inter_code(text) for text in inter_texts], dtype=np.int64)
        keys = (names * INTER_CODES + code_of[inter_codes]) * len(places.values) + places.codes
        codes, distinct = _distinct(keys)
        found = np.empty(len(distinct), dtype=np.int64)
        lost: list[tuple[int, str]] = []
        for number, key in enumerate(distinct.tolist()):
            name_and_inter, place = divmod(key, len(places.values))
            name, inter = divmod(name_and_inter, INTER_CODES)
            members, strangers = self._matcher.cell(texts[name], inter, places.values[place], first)
            found[number] = sets.number(members)
            lost += [(number, stranger) for stranger in strangers]
        if lost:
            _add_lost(lost, codes, len(distinct), unmatched)
        return found[codes]

    def _first_armed(self, everyone: GroupSet, otherwise: GroupSet) -> GroupSet:
        armed = [group for group in everyone if group in self._armed]
        return tuple(armed[:1]) or otherwise

    def _group_text(self, members: GroupSet) -> str:
        return _listed([self._groups[member] for member in members])

    def _family_text(self, members: GroupSet) -> str:
        families = {self._families[member] for member in members}
        return _listed(sorted(families, key=self._family_rank.__getitem__))


@dataclass(frozen=True)
class _Places:
    """The distinct places and times of a frame; `codes` points each row to one of `values`."""

    codes: np.ndarray
    values: list[Place]


class _Sets:
    """Distinct sets of groups by number, so that frames can hold numbers."""

    def __init__(self) -> None:
        self._numbers: dict[GroupSet, int] = {(): 0}

    def number(self, members: GroupSet) -> int:
        return self._numbers.setdefault(members, len(self._numbers))

    def pairs(self, left: np.ndarray, right: np.ndarray, combine: _Combine) -> np.ndarray:
        """Combine two columns of numbers, each distinct pair once."""
        known = list(self._numbers)
        codes, distinct = _distinct(left * len(known) + right)
        pairs = [divmod(key, len(known)) for key in distinct.tolist()]
        combined = [self.number(combine(known[one], known[two])) for one, two in pairs]
        return np.array(combined, dtype=np.int64)[codes]

    def texts(self, text: Callable[[GroupSet], str]) -> np.ndarray:
        """Return the text of each set, by number."""
        return np.array([text(members) for members in self._numbers], dtype=object)


def _union(left: GroupSet, right: GroupSet) -> GroupSet:
    return tuple(sorted({*left, *right})) if right else left


def _first_of_either(left: GroupSet, right: GroupSet) -> GroupSet:
    return left[:1] or right[:1]


def _listed(ids: Sequence[str]) -> str:
    return f";{';'.join(ids)};" if ids else ""


def factorize(values: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return codes into a list of distinct texts; the first text is "", for all that is missing."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        codes, distinct = values.cat.codes.to_numpy(), values.cat.categories
    else:
        codes, distinct = pd.factorize(values.to_numpy(dtype=object))
    return codes.astype(np.int64) + 1, ["", *(str(value).strip() for value in distinct)]


def _distinct(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    codes, distinct = pd.factorize(keys)
    return codes.astype(np.int64), distinct


def _add_lost(
    lost: Sequence[tuple[int, str]], codes: np.ndarray, distinct: int, unmatched: list[_Lost]
) -> None:
    """Note for each row its names that no rule fits; a cell with several gives several layers."""
    layers: list[dict[int, str]] = []
    for number, name in lost:
        layer = next((layer for layer in layers if number not in layer), None)
        if layer is None:
            layers.append(layer := {})
        layer[number] = name
    for layer in layers:
        names = list(dict.fromkeys(layer.values()))
        place = {name: position for position, name in enumerate(names)}
        of_key = np.full(distinct, -1, dtype=np.int64)
        of_key[list(layer)] = [place[name] for name in layer.values()]
        unmatched.append((of_key[codes], names))


def _count(unmatched: Sequence[_Lost]) -> pd.DataFrame:
    """Count the events of each name, once even where an event has it in two columns."""
    numbers: dict[str, int] = {}
    rows, names = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for codes, texts in unmatched:
        there = np.flatnonzero(codes >= 0)
        to_number = np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)
        rows.append(there)
        names.append(to_number[codes[there]])
    if not numbers:
        return _ranked({})
    pairs = np.unique(np.concatenate(rows) * len(numbers) + np.concatenate(names))
    events = np.bincount(pairs % len(numbers), minlength=len(numbers))
    return _ranked(dict(zip(numbers, events.tolist())))


def _ranked(events: dict[str, int]) -> pd.DataFrame:
    ranked = sorted(events.items(), key=lambda item: (-item[1], item[0]))
    return pd.DataFrame({"name": [name for name, _ in ranked], "events": [int(n) for _, n in ranked]})
