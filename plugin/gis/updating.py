# SPDX-License-Identifier: GPL-2.0-or-later
"""A newer export into an event store: one SQLite transaction that keeps all else in it, and lists what it did."""

from __future__ import annotations

import contextlib
import csv
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.coverage import Events, covered
from ..core.errors import FlashpointsError
from ..core.formats.columns import ROW_NUMBER
from ..core.snapshots import ADDED, CHANGED, REMOVED
from ..core.text import translate
from .actor_table import actors_of
from .geopackage import check_writable, connect, register_point_functions, set_aside
from .importing import ImportResult, import_events
from .migration import bring_up_to_date
from .store import EVENTS, GEOMETRY, INDEX, SCHEMA_VERSION, check_store, read_rows
from .update_changes import COLUMNS as LISTED
from .update_changes import quoted
from .update_columns import lacking
from .update_plan import Plan, Scope, make_plan, shared_columns

READING = 0.8
"""Share of the work that reading the file takes."""
_WRITTEN = 5  # rows, of temporary tables too, for an event that changes
_CACHE_KB = 65_536  # the index of places is written all over: with SQLite's own 2,000 it takes twice as long
_DELIMITER = re.compile(r"[,;\t|]")
_INSTRUCTIONS = 100_000  # of SQLite's between two looks at whether to go on


@dataclass(frozen=True)
class UpdateResult:
    """What an update did, or would do.

    imported : the account of the file's rows; plan : what happened to the events; done : whether it happened;
    backup : the copy of a store of an older version, where there was one.
    """

    imported: ImportResult
    plan: Plan
    done: bool
    backup: Path | None = None


def update_events(
    path: Path,
    store: Path,
    *,
    deleted: Sequence[str] = (),
    allow_removals: bool = False,
    apply: bool = True,
    progress: Callable[[float], bool] = lambda fraction: True,
    **reading: Any,
) -> UpdateResult:
    """Bring a store up to date with a newer export.

    Parameters
    ----------
    deleted : ids of events that the source says it deleted.
    allow_removals : whether what has to be confirmed is confirmed.
    apply : False to find out what would happen, without touching the store.
    progress : takes the fraction done and answers whether to go on.
    reading : as import_events takes it.

    Raises
    ------
    FlashpointsError : when file or store do not serve, when something has to be confirmed, or when it was cancelled;
        the store is then as it was.
    """
    check_store(store)
    check_writable(store)
    with set_aside(store) as aside:
        imported = import_events(
            path, aside, actors_of(store), progress=lambda share: progress(READING * share), **reading
        )
        scope = _scope(imported, aside, deleted)
        backup = _migrate(store, aside, scope, allow_removals, progress) if apply else None
        with _both(store, aside, apply, progress) as connection:
            plan = make_plan(connection, scope)
            if apply:
                _check_confirmed(plan, allow_removals)
                _apply(connection, plan)
                connection.execute("COMMIT")
    progress(1.0)
    return UpdateResult(imported, plan, apply, backup)


def _migrate(
    store: Path, aside: Path, scope: Scope, allow_removals: bool, progress: Callable[[float], bool]
) -> Path | None:
    """Bring the store's tables up to date, but not for an update that would then be stopped."""
    if check_store(store) != SCHEMA_VERSION and not allow_removals:
        with _both(store, aside, False, progress) as connection:
            _check_confirmed(make_plan(connection, scope))
    return bring_up_to_date(store)


def _scope(imported: ImportResult, aside: Path, deleted: Sequence[str]) -> Scope:
    """What the file covers, from its account.

    Raises
    ------
    FlashpointsError : for a file whose events cannot be followed from one export to the next.
    """
    recognition = imported.preview.recognition
    if recognition.constants.get("event_id") == ROW_NUMBER:
        raise FlashpointsError(
            translate("Update", "The events of this file are known by their row numbers only."),
            imported.preview.file.path.name,
            translate("Update", "Make a new store of it, or say which column holds ids."),
        )
    position = recognition.positions["event_id"]
    raw = [row["raw"] or "" for row in read_rows(aside, "rejected_rows")]
    rows = read_rows(aside, "coverage")
    events = [
        Events(*(row[name] for name in ("dataset", "country", "first_event", "last_event", "events")))
        for row in rows
    ]
    days = covered(imported.report.span, events) if imported.report.span else []
    return Scope(days, list(_ids_of(raw, position)), deleted, lacking(recognition))


def _ids_of(rejected: Sequence[str], position: int) -> Iterator[str]:
    """Ids in rejected rows; a quotation mark that is not closed makes one row of many lines, each with an id."""
    for row in rejected:
        fields = next(csv.reader([row]), [])
        lines = [fields]
        for text in fields:
            lines += (_DELIMITER.split(line) for line in text.splitlines()[1:])
        yield from (line[position].strip(' "') for line in lines if position < len(line))


@contextlib.contextmanager
def _both(
    store: Path, aside: Path, apply: bool, progress: Callable[[float], bool]
) -> Iterator[sqlite3.Connection]:
    """The store in a transaction of its own, with the newer export attached as `fresh`."""
    with connect(aside) as staged:
        staged.execute(f"CREATE INDEX IF NOT EXISTS {EVENTS}_id ON {EVENTS} (event_id)")
    with connect(store, read_only=not apply) as connection:
        connection.isolation_level = None
        register_point_functions(connection)
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        connection.execute("ATTACH DATABASE ? AS fresh", (str(aside),))
        events = connection.execute(f"SELECT COUNT(*) FROM fresh.{EVENTS}").fetchone()[0]  # nosec B608

        def stops() -> int:
            done = min(1.0, connection.total_changes / (_WRITTEN * (events + 1)))
            return not progress(READING + (1.0 - READING) * done)

        connection.set_progress_handler(stops, _INSTRUCTIONS)
        connection.execute("BEGIN IMMEDIATE" if apply else "BEGIN")
        yield connection


def _check_confirmed(plan: Plan, allowed: bool = False) -> None:
    if plan.confirm and not allowed:
        raise FlashpointsError(
            translate("Update", "The update was stopped: {reasons}").format(reasons=" ".join(plan.confirm)),
            "ALLOW_REMOVALS",
            translate("Update", "The store is as it was. If that is right, allow removals and run again."),
        )


def _apply(connection: sqlite3.Connection, plan: Plan) -> None:
    columns = shared_columns(connection, EVENTS)
    connection.execute(f"DELETE FROM main.{EVENTS} WHERE fid IN (SELECT old_fid FROM temp.removed)")  # nosec B608
    moved = (
        f"SELECT a.old_fid FROM temp.altered a JOIN main.{EVENTS} o ON o.fid = a.old_fid "  # nosec B608
        f'JOIN fresh.{EVENTS} n ON n.fid = a.new_fid WHERE o."{GEOMETRY}" IS NOT n."{GEOMETRY}"'
    )
    plain = [name for name in columns if name != GEOMETRY]  # an index of places need not know of the others
    for names, which in (([GEOMETRY], moved), (plain, "SELECT old_fid FROM temp.altered")):
        connection.execute(
            f"UPDATE main.{EVENTS} SET ({quoted(names)}) = (SELECT {quoted(names, 'n.')} FROM fresh.{EVENTS} n "  # nosec B608
            f"JOIN temp.altered a ON n.fid = a.new_fid WHERE a.old_fid = {EVENTS}.fid) WHERE fid IN ({which})"
        )
    connection.execute(
        f"INSERT INTO main.{EVENTS} ({quoted(columns)}) SELECT {quoted(columns)} FROM fresh.{EVENTS} "  # nosec B608
        "WHERE fid IN (SELECT new_fid FROM temp.added) ORDER BY fid"
    )
    for table in ("imports", "coverage", "rejected_rows"):
        kept = quoted(shared_columns(connection, table))
        connection.execute(f"INSERT INTO main.{table} ({kept}) SELECT {kept} FROM fresh.{table}")  # nosec B608
    _note(connection, plan)


def _note(connection: sqlite3.Connection, plan: Plan) -> None:
    """List every change, and write beside the file's account what it did."""
    counts = [plan.count(change) for change in (ADDED, CHANGED, REMOVED)]
    connection.execute(
        "UPDATE main.imports SET mode = 'update', added = ?, changed = ?, removed = ? "
        "WHERE fid = (SELECT MAX(fid) FROM main.imports)",
        counts,
    )
    made = "SELECT file_name, sha256, imported_at FROM main.imports ORDER BY fid DESC LIMIT 1"
    origin = connection.execute(made).fetchone()
    connection.execute(
        f"INSERT INTO main.changes ({quoted([*LISTED, 'file_name', 'sha256', 'imported_at'])}) "  # nosec B608
        f"SELECT {quoted(LISTED)}, ?, ?, ? FROM temp.listed ORDER BY rowid",
        origin,
    )
    index = f'main."{INDEX}"'
    connection.execute(
        "UPDATE main.gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), "  # nosec B608
        f"(min_x, min_y, max_x, max_y) = (SELECT MIN(minx), MIN(miny), MAX(maxx), MAX(maxy) FROM {index}) "
        "WHERE table_name = ?",
        (EVENTS,),
    )
    connection.execute(
        "UPDATE main.gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
        "WHERE table_name IN ('imports', 'coverage', 'rejected_rows', 'changes')"
    )
