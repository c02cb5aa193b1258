# SPDX-License-Identifier: GPL-2.0-or-later
"""Of which days a file can say that an event is gone: country by country, and with caution."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

CHANCE = 0.01
"""A country that is silent at an end of its file for longer than chance explains is not covered there."""


@dataclass(frozen=True)
class Events:
    """A country's events in a file: its dataset, the dates of the first and the last (ISO), and how many there are."""

    dataset: str | None
    country: str | None
    first: str
    last: str
    count: int


def covered(span: tuple[str, str], countries: Iterable[Events]) -> list[Events]:
    """The same with `first` and `last` as far as the file says something of the country.

    span : dates of the file's first and last event. A country is covered for all of it, unless its events all lie in a
    part of it that they would hardly all fall into by chance: a share s of the days holds n events with probability
    s ** n. So files of several countries and different years can be joined, and none speaks for the other's years.
    """
    first, last = map(datetime.date.fromisoformat, span)
    days = (last - first).days + 1
    found = []
    for one in countries:
        starts = max(datetime.date.fromisoformat(one.first), first)
        ends = min(datetime.date.fromisoformat(one.last), last)
        lead, tail = (starts - first).days / days, (last - ends).days / days
        begins = starts if (1 - lead) ** one.count < CHANCE else first
        stops = ends if (1 - tail) ** one.count < CHANCE else last
        found.append(Events(one.dataset, one.country, begins.isoformat(), stops.isoformat(), one.count))
    return found
