# SPDX-License-Identifier: GPL-2.0-or-later
"""What a newer export would do to an event store: found by SQLite, judged by the core, before anything is touched.

The store is `main` of the connection and the newer export, read into a store of its own, is attached as `fresh`.
What is to happen to which rows lies in temporary tables: `altered` (old_fid, new_fid), `added` (new_fid) and `removed`
(old_fid, reason).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core.coverage import Events
from ..core.snapshots import CHANGED
from ..core.text import number, translate
from .store import EVENTS
from .update_changes import Changes, list_changes
from .update_columns import keep_what_is_known

MOST_REMOVED = 0.02
"""Share of the events that a file covers beyond which removals have to be confirmed."""
_NAMES_SHOWN = 5
_NAMED = (("actor1", "actor2"), ("event_type",), ("sub_event_type",))


@dataclass(frozen=True)
class Scope:
    """What a file covers besides its event types, which are those of its events.

    days : of each dataset and country the days in which an event can be said to be missing; rejected : ids of its
        rejected rows, which are not missing either; deleted : ids that the source says it deleted; lacks : columns of
        which the file says nothing, where the store stays as it is.
    """

    days: Sequence[Events]
    rejected: Sequence[str] = ()
    deleted: Sequence[str] = ()
    lacks: Sequence[str] = ()


@dataclass(frozen=True)
class Plan:
    """What an update does.

    changes : what happens to which events; unchanged : events that stay as they are, touched : those of them with a
    newer time stamp only; kept : events of which the store has a newer
    state than the file; protected : events that would be removed, did the file not have them in a rejected row;
    unknown_deleted : ids said to be deleted that the store does not have; confirm : what has to be confirmed, in
    sentences; columns_kept : columns that the file lacks, in which the events keep what the store knows.
    """

    changes: Changes
    unchanged: int
    touched: int
    kept: int
    protected: int
    unknown_deleted: int
    confirm: tuple[str, ...]
    columns_kept: tuple[str, ...] = ()

    def count(self, change: str) -> int:
        """How many events are added, changed or removed."""
        return self.changes.counts[change]


def make_plan(connection: sqlite3.Connection, scope: Scope) -> Plan:
    """Find out what an update would do; only temporary tables are written."""
    columns_kept = _fill_tables(connection, scope)
    one = _asker(connection)
    protected = _remove(connection)
    changes = list_changes(connection, shared_columns(connection, EVENTS))
    altered, changed = one("SELECT COUNT(*) FROM temp.altered"), changes.counts[CHANGED]
    return Plan(
        changes,
        unchanged=one("SELECT COUNT(*) FROM temp.pairs WHERE NOT kept") - changed,
        touched=altered - changed,
        kept=one("SELECT COUNT(*) FROM temp.pairs WHERE kept"),
        protected=protected,
        unknown_deleted=one(
            "SELECT COUNT(*) FROM temp.deleted d "
            "WHERE NOT EXISTS (SELECT 1 FROM main.events o WHERE o.event_id = d.event_id)"
        ),
        confirm=tuple(_confirmations(connection)),
        columns_kept=columns_kept,
    )


def shared_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that a table has in the store and in the newer export, but for the primary key.

    Raises
    ------
    sqlite3.OperationalError : when the store has lost the table, in SQLite's words for it.
    """
    names = [
        [row[1] for row in connection.execute(f"PRAGMA {schema}.table_info('{table}')")]
        for schema in ("main", "fresh")
    ]
    if not names[0]:
        connection.execute(f'SELECT 1 FROM main."{table}"')  # nosec B608
    return [name for name in names[0] if name in names[1] and name != "fid"]


def _asker(connection: sqlite3.Connection):  # type: ignore[no-untyped-def]
    return lambda query, *values: int(connection.execute(query, values).fetchone()[0])


def _fill_tables(connection: sqlite3.Connection, scope: Scope) -> tuple[str, ...]:
    """Fill all tables but `removed`; returns the columns in which the store's knowledge is kept."""
    for name, ids in ("rejected", scope.rejected), ("deleted", scope.deleted):
        connection.execute(f"CREATE TEMP TABLE {name} (event_id TEXT PRIMARY KEY)")
        connection.executemany(f"INSERT OR IGNORE INTO temp.{name} VALUES (?)", [(one,) for one in ids])  # nosec B608
    connection.execute("CREATE TEMP TABLE covered (dataset TEXT, country TEXT, first TEXT, last TEXT)")
    days = [(one.dataset, one.country, one.first, one.last) for one in scope.days]
    connection.executemany("INSERT INTO temp.covered VALUES (?, ?, ?, ?)", days)
    connection.execute("CREATE INDEX temp.covered_country ON covered (country)")
    connection.execute(
        "CREATE TEMP TABLE pairs AS SELECT o.fid AS old_fid, n.fid AS new_fid, "
        "IFNULL(o.timestamp > n.timestamp, 0) AS kept FROM main.events o JOIN fresh.events n "
        "ON n.event_id = o.event_id AND n.dataset IS o.dataset "
        "WHERE o.event_id NOT IN (SELECT event_id FROM temp.deleted)"
    )
    there = [name for name in shared_columns(connection, EVENTS) if name != "geom"]
    columns_kept = keep_what_is_known(connection, scope.lacks, there)
    different = " OR ".join(f'o."{name}" IS NOT n."{name}"' for name in there)
    connection.execute("CREATE TEMP TABLE altered (old_fid INTEGER PRIMARY KEY, new_fid INTEGER)")
    connection.execute(
        "INSERT INTO temp.altered SELECT p.old_fid, p.new_fid FROM temp.pairs p "  # nosec B608
        "JOIN main.events o ON o.fid = p.old_fid JOIN fresh.events n ON n.fid = p.new_fid "
        f"WHERE NOT p.kept AND ({different})"
    )
    connection.execute("CREATE TEMP TABLE added (new_fid INTEGER PRIMARY KEY)")
    connection.execute(
        "INSERT INTO temp.added SELECT fid FROM fresh.events WHERE fid NOT IN (SELECT new_fid FROM temp.pairs) "
        "AND event_id NOT IN (SELECT event_id FROM temp.deleted)"
    )
    return columns_kept


_COVERED = (
    "o.event_id IS NOT NULL "  # a row without an id is somebody's own
    "AND EXISTS (SELECT 1 FROM temp.covered c WHERE c.dataset IS o.dataset AND c.country IS o.country "
    "AND o.event_date BETWEEN c.first AND c.last) "
    "AND o.event_type IN (SELECT event_type FROM fresh.events)"
)
_MISSING = " ".join(
    (
        "FROM main.events o WHERE",
        _COVERED,
        "AND o.fid NOT IN (SELECT old_fid FROM temp.pairs)",
        "AND o.event_id NOT IN (SELECT event_id FROM temp.deleted)",
    )
)


def _remove(connection: sqlite3.Connection) -> int:
    """Fill `removed`; returns how many missing events a rejected row of the file protects."""
    connection.execute("CREATE TEMP TABLE removed (old_fid INTEGER PRIMARY KEY, reason TEXT)")
    connection.execute(
        "INSERT INTO temp.removed SELECT fid, 'deleted' FROM main.events o WHERE o.event_id IN "
        "(SELECT event_id FROM temp.deleted) AND o.dataset IN (SELECT dataset FROM fresh.events)"
    )
    connection.execute(
        f"INSERT INTO temp.removed SELECT o.fid, 'missing' {_MISSING} "  # nosec B608
        "AND o.event_id NOT IN (SELECT event_id FROM temp.rejected)"
    )
    protected = f"SELECT COUNT(*) {_MISSING} AND o.event_id IN (SELECT event_id FROM temp.rejected)"  # nosec B608
    return int(connection.execute(protected).fetchone()[0])


def _confirmations(connection: sqlite3.Connection) -> Iterator[str]:
    """What a person should look at before it happens: many removals, and names that would vanish."""
    one = _asker(connection)
    removed = one("SELECT COUNT(*) FROM temp.removed")
    covered = one(
        f"SELECT COUNT(*) FROM main.events o WHERE ({_COVERED}) OR fid IN (SELECT old_fid FROM temp.removed)"  # nosec B608
    )
    if removed > MOST_REMOVED * covered:
        text = translate(
            "Update", "{n} of the {all} events that the file covers would be removed ({share} %)."
        )
        share = number(100 * removed / covered, 1)
        yield text.format(n=number(removed), all=number(covered), share=share)
    words = {
        "actor1": translate("Update", "No event would name these actors any more: {names}."),
        "event_type": translate("Update", "No event would be of these types any more: {names}."),
        "sub_event_type": translate(
            "Update", "No event would be of these sub-event types any more: {names}."
        ),
    }
    for columns in _NAMED:
        gone = _vanishing(connection, columns)
        if gone:
            named = [f"{name} ({number(count)})" for name, count in gone[:_NAMES_SHOWN]]
            if len(gone) > _NAMES_SHOWN:
                named.append(translate("Update", "and {n} more").format(n=number(len(gone) - _NAMES_SHOWN)))
            yield words[columns[0]].format(names="; ".join(named))


def _vanishing(connection: sqlite3.Connection, columns: Sequence[str]) -> list[tuple[str, int]]:
    """Names that only removed or changed events have now, and that no event has afterwards; with their events."""

    def names(table: str, fids: str) -> set[str]:
        queries = (f'SELECT "{name}" FROM {table} WHERE fid {fids}' for name in columns)  # nosec B608
        return {row[0] for row in connection.execute(" UNION ".join(queries)) if row[0]}

    touched = "(SELECT old_fid FROM temp.removed UNION SELECT old_fid FROM temp.altered)"
    gone = names("main.events", f"IN {touched}")
    if gone:
        gone -= names(
            "fresh.events", "IN (SELECT new_fid FROM temp.altered UNION SELECT new_fid FROM temp.added)"
        )
        gone -= names("main.events", f"NOT IN {touched}") if gone else set()
    counts: Counter[str] = Counter()
    if gone:
        named = " UNION ".join(f'SELECT fid, "{name}" AS name FROM main.events' for name in columns)  # nosec B608
        query = f"SELECT name, COUNT(*) FROM ({named}) WHERE name NOT NULL GROUP BY name"  # nosec B608
        counts.update({name: n for name, n in connection.execute(query) if name in gone})
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
