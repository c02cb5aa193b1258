# SPDX-License-Identifier: GPL-2.0-or-later
"""The ruled events of a store: as the source coded them, as ruled, and put in their places among the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ..core.actors import ActorTable
from ..core.checks import as_objects
from ..core.rulings import Ruling, in_force
from ..core.rulings_over import RULED, lay_over
from ..core.schema import COLUMN_NAMES, KINDS
from .gdal_frames import read_arrays
from .geopackage import connect
from .kinds import as_kind
from .store import EVENTS

_TOGETHER = 2_000  # ids in one question to the database


def events_of(path: Path, event_ids: Iterable[str]) -> pd.DataFrame:
    """The canonical columns of some events of a store, as the source coded them; those that are there, in any order.

    Raises
    ------
    FlashpointsError : the store cannot be read.
    """
    with connect(path, read_only=True) as connection:
        there = {row[1] for row in connection.execute(f"PRAGMA table_info({EVENTS})")}
    columns = [name for name in COLUMN_NAMES if name in there]
    ids = sorted(set(event_ids))
    parts = [
        read_arrays(
            path, EVENTS, columns, f'"event_id" IN ({", ".join(map(quoted, ids[start:][:_TOGETHER]))})'
        )
        for start in range(0, len(ids), _TOGETHER)
    ]
    parts = [part for part in parts if len(part)]
    frame = (
        pd.concat(parts, ignore_index=True) if parts else pd.DataFrame({name: [] for name in COLUMN_NAMES})
    )
    for name, kind in KINDS.items():
        values = (
            frame[name] if name in frame else pd.Series(as_objects([None] * len(frame)), index=frame.index)
        )
        frame[name] = as_kind(values, kind)
    return frame[list(COLUMN_NAMES)]


def quoted(value: str) -> str:
    """A text in SQL."""
    return "'" + value.replace("'", "''") + "'"


@dataclass(frozen=True)
class RuledEvents:
    """The events that rulings touch. ids : all of them; events : as ruled, with `RULED`, those ruled out left out."""

    ids: frozenset[str]
    events: pd.DataFrame

    @classmethod
    def of(
        cls, path: Path, rulings: Sequence[Ruling], actors: ActorTable,
        placed: Callable[[pd.DataFrame], pd.DataFrame],
    ) -> RuledEvents | None:  # fmt: skip
        """Read and rule them; None where no ruling is in force on an event that is there.

        placed : takes coordinates of the file to WGS 84.
        """
        holding = in_force(rulings)
        if not holding:
            return None
        coded = placed(events_of(path, (ruling.event_id for ruling in holding)))
        if coded.empty:
            return None
        ruled, excluded = lay_over(coded, holding, actors)
        return cls(frozenset(coded["event_id"]), ruled[~excluded].reset_index(drop=True))

    def shown(self, path: Path, condition: str) -> set[str]:
        """The ids of those that a layer's filter leaves, as coded, whatever their dates, types and places are.

        FlashpointsError when the store cannot be read.
        """
        ids, found = sorted(self.ids), set()
        for start in range(0, len(ids), _TOGETHER):
            among = ", ".join(map(quoted, ids[start : start + _TOGETHER]))
            asked = f'({condition}) AND "event_id" IN ({among})'
            found |= set(read_arrays(path, EVENTS, ["event_id"], asked)["event_id"])
        return found

    def over(self, coded: pd.DataFrame, among: Collection[str] | None) -> pd.DataFrame | None:
        """Events as ruled, in their old order; None where no ruling touches them.

        coded : as coded, with event_id; among : ids beyond which no ruled event comes in; None: any may.
        """
        old = coded["event_id"].isin(self.ids).to_numpy()
        new = self.events
        if among is not None:
            new = new[new["event_id"].isin(among)]
        if new.empty and not old.any():
            return None
        place = {event_id: row for row, event_id in zip(np.flatnonzero(old).tolist(), coded["event_id"][old])}
        order = [place.get(event_id, len(coded)) for event_id in new["event_id"]]
        parts = [part for part in (coded[~old], new.reindex(columns=coded.columns)) if len(part)]
        both = pd.concat(parts, ignore_index=True) if parts else coded.head(0)
        rank = np.argsort([*np.flatnonzero(~old).tolist(), *order], kind="stable")
        return both.iloc[rank].reset_index(drop=True)


def touched_alike(ruled: pd.DataFrame, coded: pd.DataFrame, ids: Collection[str]) -> bool:
    """Whether two selections of events have the same ruled events in them with the same values."""
    parts = [
        frame[frame["event_id"].isin(ids)].drop(columns=RULED, errors="ignore").sort_values("event_id")
        for frame in (ruled, coded)
    ]
    return bool(parts[0].reset_index(drop=True).equals(parts[1].reset_index(drop=True)))
