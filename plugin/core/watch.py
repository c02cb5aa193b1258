# SPDX-License-Identifier: GPL-2.0-or-later
"""What the warnings about a file need to know of its events, gathered while the batches pass.

Codes and numbers only, about 30 bytes an event: `notices` judges them when the file has ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from .schema import SIDES_UNKNOWN

_KINDS = ("sides_unknown", "area_only", "date_ranges", "ends_before_start")
"""Of oddities, in the order in which they are told."""


class Numbers(dict[Any, int]):
    """Numbers distinct values in the order in which they come."""

    def __missing__(self, value: Any) -> int:
        number = self[value] = len(self)
        return number

    def of(self, values: Sequence[Any]) -> np.ndarray:
        """The number of each value."""
        return np.fromiter(map(self.__getitem__, values), dtype=np.int32, count=len(values))


@dataclass(frozen=True)
class Facts:
    """Of n events: ids; country and day as positions in `countries` and `days` (ISO dates); x and y in degrees.

    marked : kind of oddity -> positions of the events that have it.
    """

    ids: Sequence[str]
    country: np.ndarray
    countries: Sequence[str | None]
    day: np.ndarray
    days: Sequence[str]
    x: np.ndarray
    y: np.ndarray
    marked: dict[str, np.ndarray] = field(default_factory=dict)


class Watch:
    """Gathers facts batch by batch."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._countries, self._days = Numbers(), Numbers()
        self._parts: dict[str, list[np.ndarray]] = {"country": [], "day": [], "x": [], "y": []}
        self._marked: dict[str, list[np.ndarray]] = {kind: [] for kind in _KINDS}
        self._superseded: set[str] = set()

    def add(self, events: pd.DataFrame, superseded: Iterable[str] = ()) -> None:
        """Take a batch of events, and the ids of earlier events that it replaces."""
        before = len(self._ids)
        self._superseded.update(superseded)
        self._ids += events["event_id"].tolist()
        self._parts["country"].append(self._countries.of(events["country"].tolist()))
        self._parts["day"].append(self._days.of(events["event_date"].tolist()))
        for axis, column in (("x", "longitude"), ("y", "latitude")):
            self._parts[axis].append(events[column].to_numpy(dtype=np.float32))
        if SIDES_UNKNOWN in events:
            self._mark("sides_unknown", before, events[SIDES_UNKNOWN].to_numpy(dtype=bool))
        areas, ends = events["area_only"].tolist(), events["end_date"].tolist()
        if 1 in areas:
            self._mark("area_only", before, np.array([area == 1 for area in areas]))
        if ends.count(None) < len(ends):
            pairs = list(zip(events["event_date"].tolist(), ends))
            self._mark(
                "date_ranges", before, np.array([end is not None and end > start for start, end in pairs])
            )
            self._mark(
                "ends_before_start",
                before,
                np.array([end is not None and end < start for start, end in pairs]),
            )

    def _mark(self, kind: str, before: int, events: np.ndarray) -> None:
        if events.any():
            self._marked[kind].append(before + np.flatnonzero(events))

    def extend(self, facts: Facts) -> None:
        """Take the facts of the events that follow, which another watch has gathered."""
        before = len(self._ids)
        self._ids += facts.ids
        self._parts["country"].append(self._countries.of(facts.countries)[facts.country])
        self._parts["day"].append(self._days.of(facts.days)[facts.day])
        self._parts["x"].append(facts.x)
        self._parts["y"].append(facts.y)
        for kind, rows in facts.marked.items():
            self._marked[kind].append(before + rows)

    def facts(self) -> Facts:
        """Everything gathered, without events that were replaced later."""
        country, day, x, y = (
            np.concatenate([np.empty(0, np.float32), *parts]) for parts in self._parts.values()
        )
        country, day = country.astype(np.int32), day.astype(np.int32)
        marked = {kind: np.concatenate(parts) for kind, parts in self._marked.items() if parts}
        facts = Facts(self._ids, country, list(self._countries), day, list(self._days), x, y, marked)
        return self._without_superseded(facts) if self._superseded else facts

    def _without_superseded(self, facts: Facts) -> Facts:
        last = {one: row for row, one in enumerate(facts.ids)}
        kept = np.fromiter(
            (last[one] == row for row, one in enumerate(facts.ids)), dtype=bool, count=len(facts.ids)
        )
        position = np.cumsum(kept) - 1
        marked = {kind: position[rows[kept[rows]]] for kind, rows in facts.marked.items()}
        ids = [one for one, stays in zip(facts.ids, kept.tolist()) if stays]
        return Facts(
            ids,
            facts.country[kept],
            facts.countries,
            facts.day[kept],
            facts.days,
            facts.x[kept],
            facts.y[kept],
            marked,
        )
