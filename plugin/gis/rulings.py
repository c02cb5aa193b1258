# SPDX-License-Identifier: GPL-2.0-or-later
"""The rulings of an event store: read, made, withdrawn and decided, each in one transaction.

The store may be open in QGIS meanwhile. `events` is never written: it keeps what the source coded.
"""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..core.errors import FlashpointsError
from ..core.rulings import Ruling, Standing, check, standings
from ..core.rulings_fields import field_label, source_text
from ..core.text import translate
from .geopackage import connect
from .migration import bring_up_to_date
from .rulings_events import events_of
from .store import TABLES, check_store, read_rows

COLUMNS = tuple(TABLES["rulings"])


def from_row(row: Mapping[str, Any]) -> Ruling:
    """A ruling from a row of the table; a store of schema version 1 has no withdrawn ones."""
    return of_texts({name: str(row.get(name) or "") for name in COLUMNS}, int(row.get("fid") or 0))


def of_texts(texts: Mapping[str, str], fid: int = 0) -> Ruling:
    """A ruling from the texts of its columns."""
    return Ruling(
        texts["event_id"], texts["field"], texts["value"], texts["reason"], texts["author"],
        texts["source_value"], texts["made_at"], texts["withdrawn_at"] or None, fid,
    )  # fmt: skip


def read(store: Path) -> list[Ruling]:
    """All rulings of a store, withdrawn ones too, in the order in which they were written.

    Raises
    ------
    FlashpointsError : the file is no event store, or cannot be read.
    """
    check_store(store)
    return [from_row(row) for row in read_rows(store, "rulings")]


def listed(store: Path, event_id: str | None = None) -> list[Standing]:
    """How the rulings of a store stand today, of all events or of one; the newest first."""
    rulings = [one for one in read(store) if event_id in (None, one.event_id)]
    events = events_of(store, (one.event_id for one in rulings))
    return standings(sorted(rulings, key=lambda one: (one.made_at, one.id), reverse=True), events)


def add(store: Path, ruling: Ruling) -> Ruling:
    """Make a ruling; one in force on the same field of the same event is withdrawn by it.

    Returns the ruling as stored, with the source's value of today, time and id.

    Raises
    ------
    FlashpointsError : the ruling cannot be (core's `check`), the event is not there, the source says the same
        already, or the store cannot be written. The store is as it was then.
    """
    ruling = check(ruling)
    with writing(store) as connection:
        events = events_of(store, [ruling.event_id]).to_dict("records")
        if not events:
            raise FlashpointsError(
                translate("Rulings", "The store has no event of this id."),
                ruling.event_id,
                translate("Rulings", "Copy the id from the table of events."),
            )
        if len(events) > 1:
            raise FlashpointsError(
                translate("Rulings", "The store has events of several sources with this id."),
                ruling.event_id,
                translate("Rulings", "Keep such sources in stores of their own to correct their events."),
            )
        source_value = source_text(ruling.field, events[0])
        if ruling.value == source_value:
            raise FlashpointsError(
                translate("Rulings", "{field}: the source says “{text}” itself.").format(
                    field=field_label(ruling.field), text=ruling.value
                ),
                ruling.event_id,
                translate("Rulings", "Give another value, or withdraw the ruling that changed it."),
            )
        made = replace(ruling, source_value=source_value, made_at=now(), withdrawn_at=None)
        return insert(connection, made)


def withdraw(store: Path, ids: Sequence[int]) -> int:
    """Withdraw rulings, so that the source's values hold again; they stay listed. Returns how many were in force."""
    with writing(store) as connection:
        before = connection.total_changes  # row by row: old SQLites take 999 values at once
        connection.executemany(
            "UPDATE rulings SET withdrawn_at = ? WHERE withdrawn_at IS NULL AND fid = ?",
            [(now(), one) for one in ids],
        )
        return connection.total_changes - before


def decide(store: Path, ruling: Ruling, keep: bool, author: str) -> Ruling:
    """Settle a conflict: keep the ruling beside the source's new value, or take what the source says now.

    A kept ruling is made again, in the name of who decided, so that the older one stays readable beside it.

    Raises
    ------
    FlashpointsError : no name, the event is gone, or the ruling is not in force any more.
    """
    check(replace(ruling, author=author))
    with writing(store) as connection:
        there = connection.execute(
            "SELECT 1 FROM rulings WHERE fid = ? AND withdrawn_at IS NULL", (ruling.id,)
        ).fetchone()
        events = events_of(store, [ruling.event_id]).to_dict("records")
        if not there or not events:
            raise FlashpointsError(
                translate("Rulings", "There is nothing to decide any more: the ruling or its event is gone."),
                ruling.event_id,
                translate("Rulings", "Look at the list again."),
            )
        if keep:
            source_value = source_text(ruling.field, events[0])
            return insert(
                connection, replace(ruling, author=author.strip(), source_value=source_value, made_at=now())
            )
        withdrawn = replace(ruling, withdrawn_at=now())
        connection.execute(
            "UPDATE rulings SET withdrawn_at = ? WHERE fid = ?", (withdrawn.withdrawn_at, ruling.id)
        )
        return withdrawn


def insert(connection: sqlite3.Connection, ruling: Ruling) -> Ruling:
    """Write a ruling as it is. One that is in force withdraws those in force on the same field of the same event."""
    if ruling.in_force:
        connection.execute(
            "UPDATE rulings SET withdrawn_at = ? WHERE event_id = ? AND field = ? AND withdrawn_at IS NULL",
            (ruling.made_at, ruling.event_id, ruling.field),
        )
    done = connection.execute(
        f"INSERT INTO rulings ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})",  # nosec B608
        [getattr(ruling, name) for name in COLUMNS],
    )
    return replace(ruling, id=int(done.lastrowid or 0))


@contextlib.contextmanager
def writing(store: Path) -> Iterator[sqlite3.Connection]:
    """A connection in a transaction that is committed at the end, and undone by any error.

    Raises
    ------
    FlashpointsError : the file is no store of this version, may not be written, or another program is writing.
    """
    bring_up_to_date(store)
    with connect(store) as connection:
        connection.isolation_level = None  # transactions are ours
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute(
            "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = 'rulings'"
        )
        connection.execute("COMMIT")


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
