# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a new event store aside and moves it into place when it is whole.

GDAL makes the file, its tables and its spatial index. The rows go in through SQLite itself, in one transaction:
at hundreds of thousands of rows that takes a third of the time of features made one by one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..core.errors import FlashpointsError, cancelled
from ..core.schema import COLUMNS
from ..core.text import translate
from . import rtree
from .event_rows import TALLIED, EventRows
from .geopackage import (
    PART,
    check_writable,
    plain_errors,
    remove_database,
    remove_leftovers,
)
from .store import EVENTS, GEOMETRY, INDEX, TABLES, create

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
        self._removed: list[int] = []
        self._events = EventRows()
        self.counts = self._events.counts
        """Events by (dataset, country)."""
        self.tally = self._events.tally
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
        with plain_errors(self.path):
            self._events.add(self.connection, events)

    def extend(self, part: Path, events: EventRows) -> None:
        """Append the events of another database, which `events` tells of, as they lie there.

        SQLite copies rows as they are from a table of the same columns, which takes a tenth of inserting them; only
        where the numbers there do not go on from ours it has to take each row apart.
        """
        shift = self._events.next_fid - events.first_fid
        names = ", ".join(f'"{name}"' for name in (GEOMETRY, *(column.name for column in COLUMNS)))
        copy = (
            f"INSERT INTO {EVENTS} (fid, {names}) SELECT fid + {shift}, {names} FROM part.{EVENTS} ORDER BY fid"  # nosec B608
            if shift
            else f"INSERT INTO {EVENTS} SELECT * FROM part.{EVENTS}"  # nosec B608
        )
        with plain_errors(self.path):
            self.connection.execute("ATTACH ? AS part", (str(part),))
            self._watched(copy, 0.0)
        self._events.extend(events)

    @property
    def events_sql(self) -> str:
        """The statement that makes the table of events."""
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        return str(self.connection.execute(query, (EVENTS,)).fetchone()[0])

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
        points = self._events.points
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
        fill = rtree.fill(self.connection, INDEX, fids, points[:, 0], points[:, 1])
        for done in fill:
            check_going(self._going(_PLACES_SHARE * done))
        self._watched(f"CREATE INDEX {EVENTS}_date ON {EVENTS} (event_date)", _PLACES_SHARE)
        check_going(self._going(1.0))

    def _watched(self, statement: str, done: float) -> None:
        """Run a statement that takes a while, so that cancelling holds; `done`: how much of the finish is before it."""
        self.connection.set_progress_handler(lambda: not self._going(done), _STEPS_UNWATCHED)
        try:
            self.connection.execute(statement)
        except sqlite3.OperationalError:
            check_going(self._going(done))  # SQLite says of this only that it was interrupted
            raise
        finally:
            self.connection.set_progress_handler(None, 0)

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
        raise cancelled()
