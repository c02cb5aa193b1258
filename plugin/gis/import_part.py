# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the records of a large file from a byte on into a database of their own, in a process beside QGIS.

Only what is plain: at the first row that is rejected, repeats another, or has something odd in it, this process ends,
and the other one reads these rows itself, since it alone has the user's language and the rows before.
"""

from __future__ import annotations

import datetime
import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from ..core.actors import ActorTable
from ..core.blocks import Block
from ..core.dates import DateReader
from ..core.formats import FORMATS, Recognition, columns
from ..core.halves import lines_before, records_from
from ..core.reading import BATCH_ROWS
from ..core.rows import Rows
from .event_rows import EventRows, classify
from .import_summary import Summary

DONE = "done"


def run(job: dict[str, Any]) -> None:
    """Do a job, see import_worker.job; says how far it is (bytes), line by line, and at last DONE.

    It then keeps the database, so that nobody takes it for left over, until its input ends.
    """
    connection = sqlite3.connect(job["part"], isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"PRAGMA page_size = {int(job['page_bytes'])}")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(job["events_sql"])
    _read(job, connection).write(connection)
    connection.execute("COMMIT")
    connection.execute("BEGIN IMMEDIATE")
    print(DONE, flush=True)
    threading.Event().wait()


def _read(job: dict[str, Any], connection: sqlite3.Connection) -> Summary:
    path = Path(job["file"])
    rows = _rows(job)
    actors = ActorTable(job["actors"], job["families"])
    events = EventRows(lines_before(path, job["at"]))  # the header has a line, and no number
    unmatched: Counter[str] = Counter()
    for batch in rows.batches(_blocks(job, path), BATCH_ROWS):
        unmatched.update(classify(actors, batch.events))
        events.add(connection, batch.events)
        if not rows.plain or batch.superseded:
            _give_up()
    return Summary(rows.report, rows.facts(), events, unmatched)


def _blocks(job: dict[str, Any], path: Path) -> Iterator[Block]:
    width = len(job["columns"])
    with path.open("rb") as raw:
        for block in records_from(raw, job["at"], job["delimiter"], width, BATCH_ROWS, odd=_give_up):
            print(raw.tell(), flush=True)
            yield block


def _rows(job: dict[str, Any]) -> Rows:
    form = next(form for form in (*FORMATS, columns.FORMAT) if form.id == job["form"])
    recognition = Recognition(
        form, (), tuple(job["columns"]), job["positions"], job["constants"], {}, job["form_dataset"]
    )
    dates = DateReader(job["date_order"], _give_up)
    today = datetime.date.fromisoformat(job["today"])
    return Rows(recognition, dates, job["dataset"], job["countries"], today)


def _give_up() -> NoReturn:
    sys.exit("these rows are not plain")
