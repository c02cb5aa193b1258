# SPDX-License-Identifier: GPL-2.0-or-later
"""An event store made of rows and updated by rows, for the tests of updates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from databases import opened
from event_files import row, write
from flashpoints.plugin.gis.store import read_rows

COUNTS = ("ADDED", "CHANGED", "REMOVED", "UNCHANGED", "KEPT")
Rows = list[dict[str, str]]


def days(numbers: range, **changes: str) -> Rows:
    """An event a day of January to March 2023."""
    return [row(n, event_date=f"2023-{1 + n // 28:02d}-{1 + n % 28:02d}", **changes) for n in numbers]


class Store:
    """A store made of rows, and updates of it by rows."""

    def __init__(self, run: Callable, folder: Path, rows: Rows) -> None:
        self._run, self._folder = run, folder
        self.path = folder / "events.gpkg"
        run("importevents", INPUT=str(write(folder / "old.csv", rows)), OUTPUT=str(self.path))

    def update(self, rows: Rows, **parameters: Any) -> Any:
        return self.update_from(write(self._folder / "new.csv", rows), **parameters)

    def update_from(self, path: Path, **parameters: Any) -> Any:
        return self._run("importevents", INPUT=str(path), OUTPUT=str(self.path), MODE="update", **parameters)

    def events(self) -> dict[str, dict[str, Any]]:
        return {one["event_id"]: one for one in read_rows(self.path, "events")}

    def age(self) -> None:
        """Make it a store of version 1."""
        with opened(self.path) as connection:
            for table, names in {
                "events": ("original_event_type", "area_only", "fatalities_low", "fatalities_high"),
                "imports": ("mode", "added", "changed", "removed"),
                "rulings": ("withdrawn_at",),
                "changes": ("reason", "file_name", "sha256"),
            }.items():
                for name in names:
                    connection.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
            connection.create_function("ST_IsEmpty", 1, lambda blob: 0)
            connection.execute("ALTER TABLE changes RENAME COLUMN fields TO field")
            connection.execute("UPDATE flashpoints_meta SET value = '1' WHERE key = 'schema_version'")

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of all tables (the bytes of the file differ by how QGIS last opened it)."""
        with opened(self.path) as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}

    def changes(self) -> dict[str, dict[str, Any]]:
        return {one["event_id"]: one for one in read_rows(self.path, "changes")}


def counts(ran: Any) -> tuple[int, ...]:
    return tuple(ran.results[name] for name in COUNTS)
