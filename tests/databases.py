# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite files of the tests, looked into and tampered with."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that commits and closes at the end."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        yield connection
