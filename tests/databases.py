# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite files of the tests, looked into and tampered with."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def opened(path: Path | str, **options: Any) -> Iterator[sqlite3.Connection]:
    """A connection that commits and closes at the end; options as sqlite3.connect takes them."""
    with contextlib.closing(sqlite3.connect(path, **options)) as connection, connection:
        yield connection
