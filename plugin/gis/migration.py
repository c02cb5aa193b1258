# SPDX-License-Identifier: GPL-2.0-or-later
"""Event stores of older versions are brought up to date, with a copy kept of what they were."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ..core.errors import FlashpointsError
from ..core.text import translate
from .geopackage import connect, plain_errors, register_point_functions, set_aside
from .store import EVENTS, SCHEMA_VERSION, check_store


def bring_up_to_date(path: Path) -> Path | None:
    """Migrate a store to this version's tables, in one transaction.

    Returns the copy of the older store beside it; None where nothing had to be done.

    Raises
    ------
    FlashpointsError : when the file is no store that this version can work with, or cannot be written; it is then as
        it was.
    """
    version = check_store(path)
    if version == SCHEMA_VERSION:
        return None
    backup = _backup(path, version)
    with connect(path) as connection:
        connection.isolation_level = None
        register_point_functions(connection)  # SQLite looks at every trigger when it renames a column
        connection.execute("BEGIN IMMEDIATE")
        for step in range(version, SCHEMA_VERSION):
            _STEPS[step](connection)
        done = "UPDATE flashpoints_meta SET value = ? WHERE key = 'schema_version'"
        connection.execute(done, (str(SCHEMA_VERSION),))
        connection.execute("COMMIT")
    return backup


def _backup(path: Path, version: int) -> Path:
    """A whole copy, also of a store that is open elsewhere; an older copy is never overwritten."""
    number, backup = 1, path.with_name(f"{path.stem} (version {version}).gpkg")
    while backup.exists():
        number += 1
        backup = path.with_name(f"{path.stem} (version {version}, {number}).gpkg")
    with set_aside(backup) as aside, connect(path, read_only=True) as source:
        with plain_errors(backup), contextlib.closing(sqlite3.connect(aside)) as copy:
            source.backup(copy)
        try:
            os.replace(aside, backup)
        except OSError as error:
            raise FlashpointsError(
                translate("Store", "The copy of the older store cannot be written: {reason}.").format(
                    reason=error.strerror
                ),
                str(backup),
                translate("Store", "Check your rights to the folder; the store is as it was."),
            ) from error
    return backup


def _from_1_to_2(connection: sqlite3.Connection) -> None:
    """Version 2 keeps a source's own event type and range of deaths, and says more of changes and rulings."""
    added = {
        EVENTS: {
            "original_event_type": "TEXT",
            "area_only": "BOOLEAN",
            "fatalities_low": "INTEGER",
            "fatalities_high": "INTEGER",
        },
        "imports": {"mode": "TEXT", "added": "INTEGER", "changed": "INTEGER", "removed": "INTEGER"},
        "rulings": {"withdrawn_at": "TEXT"},
        "changes": {"reason": "TEXT", "file_name": "TEXT", "sha256": "TEXT"},
    }
    for table, columns in added.items():
        for name, kind in columns.items():
            connection.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {kind}')
    connection.execute("ALTER TABLE changes RENAME COLUMN field TO fields")
    connection.execute("UPDATE imports SET mode = 'create', added = events, changed = 0, removed = 0")


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1_to_2}
"""From which version -> what brings it to the next."""
