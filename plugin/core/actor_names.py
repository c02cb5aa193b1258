# SPDX-License-Identifier: GPL-2.0-or-later
"""One name of an actor -> its group, by the rows of the actor table.

`actors` describes the table; `actor_classify` asks for whole frames.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .errors import FlashpointsError
from .text import translate
from .zones import fold

NO_DATE = -1
INTER_CODES = 9
"""ACLED's codes of the kind of actor are 0 (none) to 8."""

GroupSet = tuple[int, ...]
"""Positions of groups in the table's order, ascending, each once."""

_WITH_ASSOCIATES = frozenset((5, 6, 7))
_INTER_TEXT = {
    "state force": 1, "rebel group": 2, "rebel force": 2, "rebel": 2, "political militia": 3,
    "identity militia": 4, "communal militia": 4, "ethnic militia": 4, "rioter": 5, "protester": 6,
    "civilian": 7, "other force": 8, "external force": 8, "external other force": 8,
}  # fmt: skip
_SEPARATOR = re.compile(r"\s*;\s*|\s+and/or\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """One row of the table: what has to fit, and the position of the group that a name then means.

    It holds from `start` on and no longer on `until`.
    """

    pattern: re.Pattern[str] | None
    group: int
    relation: str = ""
    places: frozenset[str] = frozenset()
    inter: frozenset[int] | None = None
    start: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Place:
    """Where and when an event is: its country as `spellings` gives it, and the bucket of its date."""

    countries: tuple[str, ...]
    bucket: int


def read_rule(row: Mapping[str, str], group: int, where: str) -> Rule:
    """Make a rule from a row as text.

    Raises
    ------
    FlashpointsError : a pattern, date or code that cannot be read; own or other without (?P<country>).
    """
    try:
        pattern = re.compile(row["pattern"], re.IGNORECASE)
        start, end = (date.fromisoformat(row[name]) if row[name] else None for name in ("start", "end"))
        until = end + timedelta(days=1) if end else None
        inter = frozenset(int(code) for code in row["inter"].split("|")) if row["inter"] else None
    except (re.error, ValueError, OverflowError) as error:
        raise FlashpointsError(
            translate("Actors", "The row of {group} cannot be read: {reason}.").format(
                group=row["group"], reason=error
            ),
            where,
        ) from error
    if row["country"] not in ("own", "other"):
        places = frozenset(fold(name) for name in row["country"].split("|") if fold(name))
        return Rule(pattern if row["pattern"] else None, group, "", places, inter, start, until)
    if "country" not in pattern.groupindex:
        raise FlashpointsError(
            translate("Actors", "The row of {group} says “{word}”, but its pattern finds no country.").format(
                group=row["group"], word=row["country"]
            ),
            where,
            translate("Actors", "Name a part of the pattern: (?P<country>...)."),
        )
    return Rule(pattern, group, row["country"], frozenset(), inter, start, until)


class NameMatcher:
    """Finds the groups of names, and remembers what it found.

    Parameters
    ----------
    rules : in the order in which they are tried.
    other : position of the group of names that no rule fits.
    """

    def __init__(self, rules: Sequence[Rule], other: int) -> None:
        self._rules = tuple(rules)
        self._other = other
        self.edges: list[date] = sorted({day for rule in rules for day in (rule.start, rule.until) if day})
        self._spans = {rule: self._span(rule) for rule in self._rules}
        self._candidates: dict[str, list[tuple[Rule, str]]] = {}
        self._cells: dict[tuple[str, int, Place, bool], tuple[GroupSet, tuple[str, ...]]] = {}

    def bucket(self, day: str) -> int:
        """Return how many of `edges` lie on or before an ISO date; NO_DATE when it is none."""
        try:
            return bisect_right(self.edges, date.fromisoformat(day[:10]))
        except ValueError:
            return NO_DATE

    def cell(self, text: str, inter: int, place: Place, first: bool) -> tuple[GroupSet, tuple[str, ...]]:
        """Return the groups that a cell of the file names, and those of its names that no rule fits.

        `inter` is as `inter_code` gives it, `first` whether the cell is a side's first actor.
        """
        key = (text, inter, place, first)
        if key not in self._cells:
            found = {name: self.group_of(name, inter, place, first) for name in split_names(text)}
            members = {self._other if group is None else group for group in found.values()}
            strangers = tuple(name for name, group in found.items() if group is None)
            self._cells[key] = (tuple(sorted(members)), strangers)
        return self._cells[key]

    def group_of(self, name: str, inter: int, place: Place, first: bool) -> int | None:
        """Return the group of the first rule that fits a single name, or None. Arguments as those of `cell`."""
        if name not in self._candidates:
            self._candidates[name] = self._candidates_of(name)
        for rule, found in self._candidates[name]:
            if rule.inter is not None and inter not in rule.inter:
                continue
            if rule.pattern is None and not first and inter not in _WITH_ASSOCIATES:
                continue
            first_bucket, last_bucket = self._spans[rule]
            if first_bucket <= place.bucket <= last_bucket and _country_fits(rule, found, place.countries):
                return rule.group
        return None

    def _candidates_of(self, name: str) -> list[tuple[Rule, str]]:
        """Return the rules whose pattern fits a name, each with the folded country that it found there."""
        fitting = []
        for rule in self._rules:
            found = rule.pattern.search(name) if rule.pattern else None
            if found or rule.pattern is None:
                fitting.append((rule, fold(found["country"]) if found and rule.relation else ""))
        return fitting

    def _span(self, rule: Rule) -> tuple[int, int]:
        """Return the first and the last bucket in which a rule holds; an undated rule also without a date."""
        if rule.start is None and rule.until is None:
            return NO_DATE, len(self.edges)
        last = bisect_right(self.edges, rule.until) - 1 if rule.until else len(self.edges)
        return bisect_right(self.edges, rule.start) if rule.start else 0, last


def split_names(text: str) -> list[str]:
    """Return the single names of a cell: "A and/or B; C" is three; white space is tidied."""
    parts = (" ".join(part.split()) for part in _SEPARATOR.split(text))
    return [part for part in parts if part]


def spellings(country: str) -> tuple[str, ...]:
    """Return a country folded, and its form without parentheses: "DR Congo (Zaire)" is DR Congo too."""
    forms = dict.fromkeys((fold(country), fold(country.partition("(")[0])))
    return tuple(form for form in forms if form)


def inter_code(text: str) -> int:
    """Return an inter code 0 to 8 from a number or a word of any vintage; 0 for none and words not known."""
    number = text.partition(".")[0]
    if number.isascii() and number.isdigit():
        return int(number) if len(number) == 1 and int(number) < INTER_CODES else 0
    words = [word[:-1] if word.endswith("s") else word for word in fold(text).split()]
    return _INTER_TEXT.get(" ".join(words), 0)


def _country_fits(rule: Rule, found: str, countries: Sequence[str]) -> bool:
    if rule.places:
        return not rule.places.isdisjoint(countries)
    if rule.relation:
        return bool(countries) and (found in countries) == (rule.relation == "own")
    return True
