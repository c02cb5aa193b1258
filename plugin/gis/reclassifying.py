# SPDX-License-Identifier: GPL-2.0-or-later
"""Another table of actors into an event store: one SQLite transaction writes the table and classifies all events anew.

Only the distinct combinations of actors are classified, and only rows whose values change are written. `events` keeps
all that the source coded.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ..core.actor_check import Problem, problems, slow_pattern
from ..core.actor_draft import Row
from ..core.actor_mentions import Mentions, counted
from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.schema import SIDE_COLUMNS
from ..core.text import number, translate
from .actor_events import DECIDING, FOUND, Combinations, read_combinations
from .actor_table import shipped_families, shipped_rows
from .geopackage import check_writable, connect, register_point_functions
from .migration import bring_up_to_date
from .store import EVENTS, INDEX, SCHEMA_VERSION, check_store, read_rows

_CACHE_KB = 65_536
_INSTRUCTIONS = 100_000  # of SQLite's between two looks at whether to go on
_READ, _CLASSIFIED, _WRITTEN = 0.3, 0.4, 0.95
_MOST_PROBLEMS = 5
_TOGETHER = 20_000  # rows between two looks

Going = Callable[[float], bool]


@dataclass(frozen=True)
class Reclassified:
    """What became of the events.

    events : all of the store; changed : those whose groups are others now; unmatched : name, events: names that no
    row fits; unmatched_events : events with such a name; backup : the copy of a store of an older version.
    """

    events: int
    changed: int
    unmatched: pd.DataFrame
    unmatched_events: int
    backup: Path | None = None


def reclassify(
    store: Path,
    rows: Sequence[Row],
    families: Sequence[Row],
    *,
    apply: bool = True,
    progress: Going = lambda fraction: True,
) -> Reclassified:
    """Give a store another table of actors, and its events the groups that follow.

    Parameters
    ----------
    rows, families : as ActorTable.rows() and family_rows() have them.
    apply : False to find out what would change, without touching the store.
    progress : takes the fraction done and answers whether to go on.

    Raises
    ------
    FlashpointsError : the table cannot be used, the store cannot be written, or it was cancelled; the store is then
        as it was.
    """
    check_store(store)
    refuse(problems(rows, families, known_families()))
    backup = None
    if apply:
        check_writable(store)
        if check_store(store) != SCHEMA_VERSION:  # not brought up to date for a table that cannot be used
            reclassify(store, rows, families, apply=False, progress=progress)
            backup = bring_up_to_date(store)
    with connect(store, read_only=not apply) as connection:
        _prepare(connection, progress)
        connection.execute("BEGIN IMMEDIATE" if apply else "BEGIN")
        mentions, changed = _transact(connection, store, (rows, families), apply, progress)
    review = mentions.review(rows)
    progress(1.0)
    return Reclassified(mentions.total, changed, review.unmatched, review.unmatched_events, backup)


def _transact(
    connection: sqlite3.Connection,
    store: Path,
    tables: tuple[Sequence[Row], Sequence[Row]],
    apply: bool,
    progress: Going,
) -> tuple[Mentions, int]:
    """What happens within the transaction; who is named in the events, and how many events change."""
    combinations = read_combinations(connection, (*DECIDING, *FOUND))
    counts = counted(combinations.combination, combinations.dates, combinations.day)
    mentions = Mentions(combinations.frame, *counts)
    refuse(_slow(tables[0], read_rows(store, "actors"), mentions))
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({EVENTS})")}
    written = [number for number, name in enumerate(FOUND) if name in there]
    fresh, others, of_event = _classify(ActorTable(*tables), combinations)
    changed = others[:, written].any(axis=1)[of_event]
    _check_going(progress(_CLASSIFIED))
    if apply and (changed.any() or _differs(connection, *tables)):
        columns = fresh[[FOUND[number] for number in written]]
        share = lambda done: progress(_CLASSIFIED + (_WRITTEN - _CLASSIFIED) * done)  # noqa: E731
        _write_events(connection, columns, of_event[changed], combinations.fids[changed], share)
        _write_table(connection, "actors", ActorTable.COLUMNS, tables[0])
        _write_table(connection, "families", ActorTable.FAMILY_COLUMNS, tables[1])
        _touch(connection, (EVENTS, "actors", "families"))
        connection.execute("COMMIT")
    return mentions, int(changed.sum())


def _check_going(going: bool) -> None:
    if not going:
        raise FlashpointsError(translate("Store", "Cancelled; the file is as it was before."))


def known_families() -> list[str]:
    """The families that there are: selections and recipes name them, so that an office changes but their looks."""
    return [row["family"] for row in shipped_families()]


def refuse(found: Sequence[Problem], lines: Sequence[int] = (), where: str = "") -> None:
    """Raise FlashpointsError with the first problems of a table, if any; `lines` : of each row, where it came from."""
    if not found:
        return
    said = []
    for one in found[:_MOST_PROBLEMS]:
        line = (lines[one.row] if lines else one.row + 2) if one.row is not None else None
        at = translate("Reclassify", "Line {line}: ").format(line=line) if line else ""
        said.append(f"{at}{one.sentence}")
    if len(found) > _MOST_PROBLEMS:
        more = translate("Reclassify", "And {n} more.")
        said.append(more.format(n=number(len(found) - _MOST_PROBLEMS)))
    raise FlashpointsError(
        translate("Reclassify", "The table of actors cannot be used. {problems}").format(
            problems=" ".join(said)
        ),
        where,
        translate("Reclassify", "The store is as it was."),
    )


def _prepare(connection: sqlite3.Connection, progress: Going) -> None:
    connection.isolation_level = None  # transactions are ours
    register_point_functions(connection)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    connection.set_progress_handler(lambda: int(not progress(_READ)), _INSTRUCTIONS)


def _slow(rows: Sequence[Row], before: Sequence[Mapping[str, str]], mentions: Mentions) -> list[Problem]:
    """Patterns that take too long on names of the store; those that it has had or that ship with us were tried."""
    tried = {str(row.get("pattern") or "") for row in (*before, *shipped_rows())}
    tests = (
        slow_pattern(row, mentions.names, number)
        for number, row in enumerate(rows)
        if row["pattern"] not in tried
    )
    return [one for one in tests if one is not None]


def _classify(actors: ActorTable, combinations: Combinations) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Classify the combinations, with the dates that make a difference.

    Sides that were not known stay so: where all columns of sides are NULL.

    Returns FOUND of the distinct ones, whether anything of each is another than the store has, and of each event its
    row there.
    """
    buckets = np.array([actors.bucket(day) for day in combinations.dates], dtype=np.int64)
    width = int(buckets.max(initial=0)) + 2  # from -1, no date
    keys = combinations.combination * width + (buckets[combinations.day] if len(buckets) else 0) + 1
    _, first, of_event = np.unique(keys, return_index=True, return_inverse=True)
    frame = combinations.frame.iloc[combinations.combination[first]].reset_index(drop=True)
    days = np.array([*combinations.dates, ""], dtype=object)
    frame["event_date"] = days[combinations.day[first]]
    fresh = actors.classify(frame).columns
    fresh.loc[frame[list(SIDE_COLUMNS)].isna().all(axis=1), list(SIDE_COLUMNS)] = None
    stored = frame[list(FOUND)]
    same = (fresh[list(FOUND)] == stored) | (fresh[list(FOUND)].isna() & stored.isna())
    return fresh, ~same.to_numpy(dtype=bool), of_event.reshape(-1)


def _write_events(
    connection: sqlite3.Connection,
    fresh: pd.DataFrame,
    of_event: np.ndarray,
    fids: np.ndarray,
    going: Going,
) -> None:
    """Write columns of some events. of_event : of each its row in `fresh`; fids : those events."""
    if fresh.columns.empty or not len(fids):
        return
    names = ", ".join(f'"{name}" = ?' for name in fresh.columns)
    statement = f"UPDATE {EVENTS} SET {names} WHERE fid = ?"  # nosec B608
    values = [tuple(row) for row in fresh.to_numpy(dtype=object).tolist()]
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name LIKE ?"
    # GDAL's own on the index of places look at every row that is updated, which takes a third of the time
    triggers = connection.execute(query, (EVENTS, f"{INDEX}_update%")).fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')  # nosec B608
    for start in range(0, len(fids), _TOGETHER):
        part = slice(start, start + _TOGETHER)
        rows = zip(of_event[part].tolist(), fids[part].tolist())
        connection.executemany(statement, ((*values[row], fid) for row, fid in rows))
        _check_going(going(min(1.0, (start + _TOGETHER) / len(fids))))
    for _, trigger in triggers:
        connection.execute(trigger)


def _differs(connection: sqlite3.Connection, rows: Sequence[Row], families: Sequence[Row]) -> bool:
    """Whether the tables of the store are others, or one is not there."""
    for table, wanted in (("actors", rows), ("families", families)):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        if not names:
            return True
        stored = connection.execute(f"SELECT * FROM {table} ORDER BY fid").fetchall()  # nosec B608
        own = [{key: str(value or "") for key, value in zip(names, row) if key != "fid"} for row in stored]
        if own != [dict(row) for row in wanted]:
            return True
    return False


def _write_table(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """Replace the rows of a table; it is made where a store of before has none."""
    there = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    if not there:
        cells = ", ".join(f'"{name}" TEXT' for name in columns)
        connection.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {cells})")
        connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
            (table, table),
        )
    for name in [name for name in columns if there and name not in there]:
        connection.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" TEXT')
    connection.execute(f"DELETE FROM {table}")  # nosec B608
    names = ", ".join(f'"{name}"' for name in ("fid", *columns))
    connection.executemany(
        f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * (len(columns) + 1))})",  # nosec B608
        [(fid, *(row[name] for name in columns)) for fid, row in enumerate(rows, start=1)],
    )


def _touch(connection: sqlite3.Connection, tables: Sequence[str]) -> None:
    """Say in the GeoPackage that tables were written."""
    connection.executemany(
        "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?",
        [(table,) for table in tables],
    )
