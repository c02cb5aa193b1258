# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a new event store aside and moves it into place when it is whole.

GDAL makes the file, its tables and its spatial index. The rows go in through SQLite itself, in one transaction:
at hundreds of thousands of rows that takes a third of the time of features made one by one.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..core.errors import FlashpointsError
from ..core.schema import COLUMNS
from ..core.text import translate
from . import rtree
from .geopackage import (
    PART,
    check_writable,
    plain_errors,
    point_blobs,
    remove_database,
    remove_leftovers,
)
from .store import EVENTS, GEOMETRY, TABLES, create

TOGETHER = 20  # rows that one statement inserts: 999 values are the least that any SQLite takes
TALLIED = ("lead_group", "event_type", "civilian_targeting", "fatalities")
"""Columns of which the legend wants to know how many events have each value."""
_PLACES_SHARE = 0.7  # of the finish, in time
_STEPS_UNWATCHED = 100_000  # of SQLite's, some milliseconds
PAGE_BYTES = 16384  # an event takes about 900: four to a page of the usual 4096 leave a tenth of it empty


class StoreWriter:
    """Writes a new store aside and moves it into place when it is whole.

    Use it as a context manager: leaving it without an error puts the store at `path`, replacing an older one;
    with an error, what was there before stays as it was.
    """

    def __init__(
        self, path: Path, actor_columns: Sequence[str], going: Callable[[float], bool] = lambda done: True
    ) -> None:
        """`going` takes how much of the finish is done, 0 to 1, and answers whether to go on."""
        self.path = path
        self._going = going
        self._aside = path.with_name(f".{path.stem}.{os.getpid()}{PART}")
        self._actor_columns = dict.fromkeys(actor_columns, "TEXT")
        self._connection: sqlite3.Connection | None = None
        self._triggers: list[tuple[str, str]] = []
        self._points: list[np.ndarray] = []
        self._removed: list[int] = []
        self._next_fid = 1
        self.counts: Counter[tuple[str | None, str | None]] = Counter()
        """Events by (dataset, country)."""
        self.tally: dict[str, Counter[Any]] = {name: Counter() for name in TALLIED}
        """Of each column in TALLIED, events by value."""

    def __enter__(self) -> StoreWriter:
        check_writable(self.path)
        remove_leftovers(self.path.parent)
        create(self._aside, {**TABLES, "actors": self._actor_columns})
        self._connection = sqlite3.connect(self._aside)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA cache_size = -65536")
        self._connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        self._connection.execute("VACUUM")  # makes the file again, with pages of that size
        self._suspend_triggers()
        self._connection.execute("BEGIN IMMEDIATE")  # so that others see that somebody writes here
        return self

    def _suspend_triggers(self) -> None:
        """Take GDAL's triggers off while the events come in: they count and index row by row, and need GDAL."""
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        self._triggers = self.connection.execute(query, (EVENTS,)).fetchall()
        for name, _ in self._triggers:
            self.connection.execute(f'DROP TRIGGER "{name}"')  # nosec B608

    @property
    def connection(self) -> sqlite3.Connection:
        """The open connection to the store being written."""
        if self._connection is None:
            raise RuntimeError("the store writer is used outside its with block")
        return self._connection

    def add_events(self, events: pd.DataFrame) -> None:
        """Append canonical events (all columns of the schema, dates as ISO text)."""
        x, y = events["longitude"].to_numpy(dtype=float), events["latitude"].to_numpy(dtype=float)
        fids = range(self._next_fid, self._next_fid + len(events))
        self._next_fid = fids.stop
        self._points.append(np.column_stack([x, y]))
        self.counts.update(zip(events["dataset"].tolist(), events["country"].tolist()))
        for name, counter in self.tally.items():
            counter.update(events[name].tolist())
        same: dict[str, Any] = {}
        values: dict[str, Sequence[Any]] = {"fid": fids, GEOMETRY: point_blobs(x, y)}
        for column in COLUMNS:
            cells = events[column.name].tolist()
            if cells and cells[0] == cells[-1] and cells.count(cells[0]) == len(cells):
                same[column.name] = cells[0]
            else:
                values[column.name] = cells
        self._insert({name: value for name, value in same.items() if value is not None}, values)

    def _insert(self, same: dict[str, Any], values: dict[str, Sequence[Any]]) -> None:
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
            with plain_errors(self.path):
                self.connection.executemany(statement, parameters)

    def add_rows(self, table: str, rows: pd.DataFrame | list[dict[str, Any]]) -> None:
        """Append rows to one of the tables beside the events."""
        records = rows.to_dict("records") if isinstance(rows, pd.DataFrame) else rows
        if records:
            names = list(records[0])
            insert = (
                f"INSERT INTO {table} ({', '.join(chr(34) + name + chr(34) for name in names)}) "  # nosec B608
                f"VALUES ({', '.join('?' * len(names))})"
            )
            with plain_errors(self.path):
                self.connection.executemany(
                    insert, [tuple(record[name] for name in names) for record in records]
                )

    def remove_events(self, event_ids: Sequence[str]) -> None:
        """Take out events that newer rows of the same file replace."""
        connection = self.connection
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS gone (event_id TEXT PRIMARY KEY)")
        connection.execute("DELETE FROM temp.gone")
        connection.executemany("INSERT INTO temp.gone VALUES (?)", [(one,) for one in event_ids])
        asked = ", ".join(("fid", "dataset", "country", *TALLIED))
        query = f"SELECT {asked} FROM {EVENTS} WHERE event_id IN (SELECT event_id FROM temp.gone)"  # nosec B608
        rows = connection.execute(query).fetchall()
        connection.executemany(f"DELETE FROM {EVENTS} WHERE fid = ?", [row[:1] for row in rows])  # nosec B608
        self._removed += [row[0] for row in rows]
        self.counts.subtract(row[1:3] for row in rows)
        for place, counter in enumerate(self.tally.values(), start=3):
            counter.subtract(row[place] for row in rows)

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            if self._connection is not None:
                self._connection.close()
            remove_database(self._aside)

    def _finish(self) -> None:
        points = np.concatenate([np.empty((0, 2)), *self._points])
        fids = np.arange(1, len(points) + 1)
        kept = ~np.isin(fids, self._removed)
        with plain_errors(self.path):
            self._describe(points[kept])
            self._index(fids[kept], points[kept])
            for _, statement in self._triggers:
                self.connection.execute(statement)
            self.connection.commit()
        self.connection.close()
        self._connection = None
        self._take_place()

    def _describe(self, points: np.ndarray) -> None:
        """Tell the GeoPackage how many events there are (n points of x and y), and where."""
        box = [*points.min(axis=0).tolist(), *points.max(axis=0).tolist()] if len(points) else [None] * 4
        bounds = "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?"
        self.connection.execute(bounds, (*box, EVENTS))
        count = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?"
        self.connection.execute(count, (len(points), EVENTS))

    def _index(self, fids: np.ndarray, points: np.ndarray) -> None:
        """Index the events by place and by date, which takes a while: cancelling holds meanwhile."""
        fill = rtree.fill(self.connection, f"rtree_{EVENTS}_{GEOMETRY}", fids, points[:, 0], points[:, 1])
        for done in fill:
            check_going(self._going(_PLACES_SHARE * done))
        self.connection.set_progress_handler(lambda: not self._going(_PLACES_SHARE), _STEPS_UNWATCHED)
        try:
            self.connection.execute(f"CREATE INDEX {EVENTS}_date ON {EVENTS} (event_date)")
        except sqlite3.OperationalError:
            check_going(self._going(_PLACES_SHARE))  # SQLite says of this only that it was interrupted
            raise
        finally:
            self.connection.set_progress_handler(None, 0)
        check_going(self._going(1.0))

    def _take_place(self) -> None:
        try:
            os.replace(self._aside, self.path)
        except OSError as error:
            raise FlashpointsError(
                translate("Store", "The new store cannot take the old one's place: {reason}.").format(
                    reason=error.strerror
                ),
                str(self.path),
                translate(
                    "Store", "Remove the layer from QGIS or choose another name; the old store is as it was."
                ),
            ) from error


def check_going(going: bool) -> None:
    """Raise FlashpointsError when an import is to stop."""
    if not going:
        raise FlashpointsError(translate("Import", "The import was cancelled; nothing was written."))


def _marks(same: int, others: int, rows: int) -> str:
    """The places of a statement's values: the first `same` come in every row, the others are the rows' own."""
    fixed = [f"?{number}" for number in range(1, same + 1)]
    numbers = itertools.count(same + 1)
    return ", ".join(
        f"({', '.join([*fixed, *(f'?{next(numbers)}' for _ in range(others))])})" for _ in range(rows)
    )
