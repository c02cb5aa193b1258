# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists what an update does to each event, row by row, in a temporary table: an update of everything fits in memory.

The store is `main` of the connection, the newer export `fresh`; `altered`, `added` and `removed` are as update_plan
fills them. What is found lies in the temporary table `listed`, with the columns of the store's table `changes`.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..core.snapshots import ADDED, CHANGED, COMPARED, KEY, REMOVED, STAMP, as_json, difference
from ..core.text import translate

COLUMNS = ("event_id", "change", "fields", "old", "new", "reason")
SHOWN = 200
"""Changes of a kind that a report lists; the table `changes` of the store has all."""
_WHOLE = (*COMPARED, STAMP, KEY[0])  # what is kept of a removed event
_Row = tuple[Any, ...]


@dataclass
class Changes:
    """What an update does to events.

    counts : change -> events; fields : column -> events in which it changes; shown : the first `SHOWN` of each change,
    in rows of `COLUMNS`.
    """

    counts: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    shown: dict[str, pd.DataFrame] = field(default_factory=dict)


def list_changes(connection: sqlite3.Connection, there: Sequence[str]) -> Changes:
    """Fill `listed`: removed events whole, changed ones with what changed, added ones.

    there : the columns of events that are compared.
    """
    connection.execute(f"CREATE TEMP TABLE listed ({', '.join(COLUMNS)})")
    found = Changes()
    insert = f"INSERT INTO temp.listed VALUES ({', '.join('?' * len(COLUMNS))})"  # nosec B608
    for rows in (_removed(connection, there), _changed(connection, there, found.fields)):
        connection.executemany(insert, rows)
    connection.execute(
        "INSERT INTO temp.listed SELECT n.event_id, ?, NULL, NULL, NULL, NULL "
        "FROM temp.added a JOIN fresh.events n ON n.fid = a.new_fid ORDER BY a.new_fid",
        (ADDED,),
    )
    found.counts.update(dict(connection.execute("SELECT change, COUNT(*) FROM temp.listed GROUP BY change")))
    first = f"SELECT * FROM temp.listed WHERE change = ? ORDER BY rowid LIMIT {SHOWN}"  # nosec B608
    for change in (REMOVED, CHANGED):
        some = connection.execute(first, (change,)).fetchall()
        found.shown[change] = pd.DataFrame(some, columns=list(COLUMNS), dtype=object)
    return found


def quoted(names: Sequence[str], prefix: str = "") -> str:
    """Column names for SQL."""
    return ", ".join(f'{prefix}"{name}"' for name in names)


def _removed(connection: sqlite3.Connection, there: Sequence[str]) -> Iterator[_Row]:
    """The removed events whole: the store keeps what they were."""
    reasons = {
        "missing": translate("Update", "no longer in the source's export"),
        "deleted": translate("Update", "in the source's list of deleted events"),
    }
    names = [name for name in _WHOLE if name in there]
    query = (
        f"SELECT o.event_id, r.reason, {quoted(names, 'o.')} FROM temp.removed r "  # nosec B608
        "JOIN main.events o ON o.fid = r.old_fid ORDER BY r.old_fid"
    )
    for event_id, reason, *values in connection.execute(query):
        known = {name: value for name, value in zip(names, values) if value not in (None, "")}
        yield event_id, REMOVED, None, as_json(known), None, reasons[reason]


def _changed(connection: sqlite3.Connection, there: Sequence[str], fields: Counter[str]) -> Iterator[_Row]:
    """What changed in the events that both have; those in which nothing but the time stamp did are left out."""
    names = [name for name in COMPARED if name in there]
    query = (
        f"SELECT o.event_id, {quoted(names, 'o.')}, {quoted(names, 'n.')} FROM temp.altered a "  # nosec B608
        "CROSS JOIN main.events o ON o.fid = a.old_fid CROSS JOIN fresh.events n ON n.fid = a.new_fid "
        "ORDER BY a.old_fid"
    )
    middle = 1 + len(names)
    for row in connection.execute(query):
        found = difference(names, row[1:middle], row[middle:])
        if found:
            fields.update(found.keys())
            old, new = ({name: pair[side] for name, pair in found.items()} for side in (0, 1))
            yield row[0], CHANGED, ";".join(found), as_json(old), as_json(new), None
