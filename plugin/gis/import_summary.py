# SPDX-License-Identifier: GPL-2.0-or-later
"""What the process that reads the second half of a file tells of it, kept in a table beside the events it wrote."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..core.account import Report
from ..core.watch import Facts
from .event_rows import EventRows
from .geopackage import connect

_ARRAYS = {"points": np.float64, "country": np.int32, "day": np.int32}
_COUNTED = ("read", "events", "filtered", "synthetic")
_MARKED = "marked "


@dataclass
class Summary:
    """Of rows that were all plain: their account, the facts for warnings, where they lie in the table, and names
    that no actor pattern matched -> events."""

    report: Report
    facts: Facts
    events: EventRows
    unmatched: Counter[str]

    def write(self, connection: sqlite3.Connection) -> None:
        """Write it to the database of the events."""
        report, facts, events = self.report, self.facts, self.events
        told = {
            "report": {name: getattr(report, name) for name in _COUNTED},
            "dates": report.dates,
            "plausible": report.plausible,
            "ids": facts.ids,
            "countries": facts.countries,
            "days": facts.days,
            "first_fid": events.first_fid,
            "counts": [[*names, count] for names, count in events.counts.items()],
            "tally": {name: list(counter.items()) for name, counter in events.tally.items()},
            "unmatched": self.unmatched,
        }
        arrays = {"points": events.points, "country": facts.country, "day": facts.day}
        rows: list[tuple[str, str | bytes]] = [("told", json.dumps(told))]
        rows += [(name, arrays[name].astype(kind).tobytes()) for name, kind in _ARRAYS.items()]
        rows += [(_MARKED + kind, rows.astype(np.int64).tobytes()) for kind, rows in facts.marked.items()]
        connection.execute("CREATE TABLE summary (name TEXT, value BLOB)")
        connection.executemany("INSERT INTO summary VALUES (?, ?)", rows)


def read_summary(path: Path) -> Summary:
    """What was written about the events of a database.

    Raises
    ------
    FlashpointsError : when the database cannot be read.
    """
    with connect(path, read_only=True) as connection:
        rows: dict[str, Any] = dict(connection.execute("SELECT name, value FROM summary"))
    told = json.loads(rows.pop("told"))
    points, country, day = (np.frombuffer(rows.pop(name), kind) for name, kind in _ARRAYS.items())
    points = points.reshape(-1, 2)
    report = Report(**told["report"])
    report.dates = {name: (first, last) for name, (first, last) in told["dates"].items()}
    report.plausible = tuple(told["plausible"]) if told["plausible"] else None
    x, y = points.astype(np.float32).T
    marked = {name.removeprefix(_MARKED): np.frombuffer(value, np.int64) for name, value in rows.items()}
    facts = Facts(told["ids"], country, told["countries"], day, told["days"], x, y, marked)
    events = EventRows(told["first_fid"])
    counts = {(dataset, name): count for dataset, name, count in told["counts"]}
    events.note(points, counts, {name: dict(pairs) for name, pairs in told["tally"].items()})
    return Summary(report, facts, events, Counter(told["unmatched"]))
