# SPDX-License-Identifier: GPL-2.0-or-later
"""Files in which each row is one actor of an event: whose actors an event has, and on which side they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from .actor_names import inter_code
from .merging import NEVER, stamps_of
from .schema import SIDE_COLUMNS, SIDES_UNKNOWN

_CIVILIANS, _CROWDS = 7, (5, 6)


class Actor(NamedTuple):
    """One actor row of an event: its cells as the file has them, cleaned."""

    name: str | None
    associates: str | None
    inter: str | None


@dataclass(frozen=True)
class Sides:
    """The actor columns of one merged event; `known` says whether their order tells the sides."""

    actor1: Actor
    actor2: Actor
    known: bool


_NOBODY = Actor(None, None, None)


def sides(actors: Iterable[Actor]) -> Sides:
    """Put the actors of one event on sides.

    Civilians, protesters and rioters are side 2, and the one other actor is side 1; of civilians and one crowd, the
    civilians are side 2. In any other case the sides are unknown: the actors come as they stand, and those beyond
    the second as associates of the first.
    """
    everyone = list(dict.fromkeys(actors))
    civilians: list[Actor] = []
    crowds: list[Actor] = []
    armed: list[Actor] = []
    for actor in everyone:
        code = inter_code(actor.inter or "")
        (civilians if code == _CIVILIANS else crowds if code in _CROWDS else armed).append(actor)
    if len(armed) == 1 and (civilians or crowds):
        return Sides(armed[0], _together([*civilians, *crowds]), True)
    if not armed and civilians and len(crowds) <= 1:
        return Sides(crowds[0] if crowds else _NOBODY, _together(civilians), True)
    if not armed and len(crowds) == 1:
        return Sides(_NOBODY, crowds[0], True)
    first, *rest = everyone
    return Sides(_with(first, rest[1:]), rest[0] if rest else _NOBODY, False)


def _together(actors: Sequence[Actor]) -> Actor:
    return _with(actors[0], actors[1:])


def _with(first: Actor, rest: Sequence[Actor]) -> Actor:
    names = [first.associates, *(text for actor in rest for text in (actor.name, actor.associates))]
    return first._replace(associates="; ".join(dict.fromkeys(filter(None, names))) or None)


class ActorRows:
    """All actor rows of a file, gathered before its events are made.

    Only the newest rows of an event count, as everywhere.
    """

    def __init__(self) -> None:
        self._rows: dict[str, tuple[float, list[Actor]]] = {}
        self._known: dict[Actor, Actor] = {}

    def add(self, values: dict[str, np.ndarray]) -> None:
        """Note the actors of valid rows."""
        columns = (values[name].tolist() for name in ("event_id", "actor1", "assoc_actor_1", "inter1"))
        for one, stamp, *cells in zip(next(columns), stamps_of(values["timestamp"]), *columns):
            actor = Actor(*cells)
            actor = self._known.setdefault(actor, actor)
            newest, actors = self._rows.get(one, (NEVER, []))
            if one not in self._rows or stamp > newest:
                self._rows[one] = (stamp, [actor])
            elif stamp == newest:
                actors.append(actor)

    def place(self, values: dict[str, np.ndarray]) -> None:
        """Fill actor1 and actor2 of rows (all of an event's alike), and SIDES_UNKNOWN."""
        found = [
            sides(self._rows[one][1]) if one in self._rows else Sides(_NOBODY, _NOBODY, False)
            for one in values["event_id"].tolist()
        ]
        for number, actors in ("1", [one.actor1 for one in found]), ("2", [one.actor2 for one in found]):
            for column, cells in (
                (f"actor{number}", [actor.name for actor in actors]),
                (f"assoc_actor_{number}", [actor.associates for actor in actors]),
                (f"inter{number}", [actor.inter for actor in actors]),
            ):
                values[column] = np.empty(len(cells), dtype=object)
                values[column][:] = cells
        values[SIDES_UNKNOWN] = np.fromiter((not one.known for one in found), dtype=bool, count=len(found))


def forget_unknown_sides(events: pd.DataFrame) -> None:
    """Take the groups and families off the sides of events whose sides are unknown, once they are classified."""
    if SIDES_UNKNOWN in events:
        for name in SIDE_COLUMNS:
            events.loc[events[SIDES_UNKNOWN].to_numpy(dtype=bool), name] = None
