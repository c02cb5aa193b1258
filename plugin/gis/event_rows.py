# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the table of events: what goes into SQLite, and what is to be known of them afterwards."""

from __future__ import annotations

import itertools
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..core.actor_rows import forget_unknown_sides
from ..core.actors import ActorTable
from ..core.schema import COLUMNS
from .geopackage import point_blobs
from .store import EVENTS, GEOMETRY

TOGETHER = 20  # rows that one statement inserts: 999 values are the least that any SQLite takes
TALLIED = ("lead_group", "event_type", "civilian_targeting", "fatalities", "event_date")
"""Columns of which the legend wants to know how many events have each value."""


class EventRows:
    """Numbers events from `first_fid` on and puts them into a table, batch by batch.

    counts : events by (dataset, country); tally : of each column in TALLIED, events by value.
    """

    def __init__(self, first_fid: int = 1) -> None:
        self.first_fid = self.next_fid = first_fid
        self.counts: Counter[tuple[str | None, str | None]] = Counter()
        self.tally: dict[str, Counter[Any]] = {name: Counter() for name in TALLIED}
        self._points: list[np.ndarray] = []

    @property
    def points(self) -> np.ndarray:
        """Longitude and latitude of all, in their order: (n, 2)."""
        return np.concatenate([np.empty((0, 2)), *self._points])

    def add(self, connection: sqlite3.Connection, events: pd.DataFrame) -> None:
        """Append canonical events (all columns of the schema, dates as ISO text)."""
        x, y = events["longitude"].to_numpy(dtype=float), events["latitude"].to_numpy(dtype=float)
        fids = range(self.next_fid, self.next_fid + len(events))
        counts = Counter(zip(events["dataset"].tolist(), events["country"].tolist()))
        self.note(np.column_stack([x, y]), counts, {name: events[name].tolist() for name in TALLIED})
        same: dict[str, Any] = {}
        values: dict[str, Sequence[Any]] = {"fid": fids, GEOMETRY: point_blobs(x, y)}
        for column in COLUMNS:
            cells = events[column.name].tolist()
            if cells and cells[0] == cells[-1] and cells.count(cells[0]) == len(cells):
                same[column.name] = cells[0]
            else:
                values[column.name] = cells
        _insert(connection, {name: value for name, value in same.items() if value is not None}, values)

    def note(
        self,
        points: np.ndarray,
        counts: Mapping[tuple[str | None, str | None], int],
        tally: Mapping[str, Iterable[Any]],
    ) -> None:
        """Take note of events that are in the table or come into it; `tally`: values, or how many have each."""
        self.next_fid += len(points)
        self._points.append(points)
        self.counts.update(counts)
        for name, counter in self.tally.items():
            counter.update(tally[name])

    def extend(self, other: EventRows) -> None:
        """Take note of the events that follow, which others have put into the table."""
        self.note(other.points, other.counts, other.tally)


def classify(actors: ActorTable, events: pd.DataFrame) -> dict[str, int]:
    """Fill the columns of groups and families; names that no pattern matched -> events."""
    classified = actors.classify(events)
    for name, column in classified.columns.items():
        events[name] = column
    forget_unknown_sides(events)
    return dict(zip(classified.unmatched["name"], classified.unmatched["events"].tolist()))


def _insert(connection: sqlite3.Connection, same: dict[str, Any], values: dict[str, Sequence[Any]]) -> None:
    """Insert rows, several a statement; `same`: columns of one value, which go in once a statement.

    Giving SQLite its values takes longer than what it does with them.
    """
    names = ", ".join(f'"{name}"' for name in (*same, *values))
    fixed, rows, count = tuple(same.values()), zip(*values.values()), len(values["fid"])
    for together, statements in ((TOGETHER, count // TOGETHER), (1, count % TOGETHER)):
        statement = f"INSERT INTO {EVENTS} ({names}) VALUES {_marks(len(same), len(values), together)}"  # nosec B608
        parameters = (
            (*fixed, *itertools.chain.from_iterable(itertools.islice(rows, together)))
            for _ in range(statements)
        )
        connection.executemany(statement, parameters)


def _marks(same: int, others: int, rows: int) -> str:
    """The places of a statement's values: the first `same` come in every row, the others are the rows' own."""
    fixed = [f"?{number}" for number in range(1, same + 1)]
    numbers = itertools.count(same + 1)
    return ", ".join(
        f"({', '.join([*fixed, *(f'?{next(numbers)}' for _ in range(others))])})" for _ in range(rows)
    )
