# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that a newer export does not have: what the store knows there stays, since the file says nothing of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from ..core.formats import Recognition
from ..core.schema import COLUMN_NAMES, DERIVED_COLUMNS
from .store import EVENTS

_NAMES = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")
_OF_ACTORS = (*_NAMES, "inter1", "inter2")
_GROUPS = ("lead_group", *(name for name in DERIVED_COLUMNS if name.startswith(("actor_", "side_"))))
_WHILE_SAME = {"sub_event_type": "event_type", "disorder_type": "event_type", "end_date": "event_date"}
"""What holds only as long as another column says the same."""


def lacking(recognition: Recognition) -> tuple[str, ...]:
    """The canonical columns of which a file says nothing."""
    given = {*recognition.positions, *recognition.constants, *DERIVED_COLUMNS, "year"}
    if recognition.form.one_row_an_actor:
        given.update(_OF_ACTORS)
    return tuple(name for name in COLUMN_NAMES if name not in given)


def keep_what_is_known(
    connection: sqlite3.Connection, lacks: Sequence[str], there: Collection[str]
) -> tuple[str, ...]:
    """Give the newer rows of known events what the store knows in columns that the file lacks.

    Only `fresh`, the newer export's own store, is written; temp.pairs holds the fids of the events that both have.

    Parameters
    ----------
    there : the columns that both have in their tables.

    Returns the columns of `lacks` in which the store knows something of these events.
    """
    asked = [name for name in lacks if name in there]
    if not asked:
        return ()
    counts = ", ".join(f'COUNT(o."{name}")' for name in asked)
    query = f"SELECT {counts} FROM main.{EVENTS} o WHERE o.fid IN (SELECT old_fid FROM temp.pairs)"  # nosec B608
    known = tuple(name for name, count in zip(asked, connection.execute(query).fetchone()) if count)
    if known:
        connection.execute("CREATE INDEX temp.pairs_new ON pairs (new_fid)")
        _fill(connection, {name: _kept(name) for name in known} | _targeting(known))
        if not set(known).isdisjoint(_NAMES):
            same = " AND ".join(f'o."{name}" IS {EVENTS}."{name}"' for name in _NAMES if name in there)
            groups = [name for name in _GROUPS if name in there]
            _fill(
                connection,
                {name: f'CASE WHEN {same} THEN o."{name}" ELSE {EVENTS}."{name}" END' for name in groups},
            )
    return known


def _kept(name: str) -> str:
    kept = f'IFNULL({EVENTS}."{name}", o."{name}")'
    other = _WHILE_SAME.get(name)
    return (
        f'CASE WHEN {EVENTS}."{other}" IS o."{other}" THEN {kept} ELSE {EVENTS}."{name}" END'
        if other
        else kept
    )


def _targeting(known: Collection[str]) -> dict[str, str]:
    """What the source itself said of civilians goes before what is derived; what was derived follows the new row."""
    if "civilian_targeting" not in known:
        return {}
    said = "o.civilian_targeting IS NOT NULL AND NOT IFNULL(o.targeting_derived, 0)"
    return {
        name: f'CASE WHEN {said} THEN o."{name}" ELSE {EVENTS}."{name}" END'
        for name in ("civilian_targeting", "targeting_derived")
    }


def _fill(connection: sqlite3.Connection, cells: dict[str, str]) -> None:
    names = ", ".join(f'"{name}"' for name in cells)
    connection.execute(
        f"UPDATE fresh.{EVENTS} SET ({names}) = (SELECT {', '.join(cells.values())} FROM temp.pairs p "  # nosec B608
        f"JOIN main.{EVENTS} o ON o.fid = p.old_fid WHERE p.new_fid = {EVENTS}.fid) "
        "WHERE fid IN (SELECT new_fid FROM temp.pairs)"
    )
