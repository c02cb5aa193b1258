# SPDX-License-Identifier: GPL-2.0-or-later
"""The actors of a layer's events, reduced to their distinct combinations on the way out of the database.

A store of 400,000 events has some thousands of distinct combinations. SQLite gives each event's actors as one text,
so that Python handles one value an event instead of fifteen.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from ..core import actor_mentions
from ..core.actor_mentions import Mentions, counted
from ..core.schema import DERIVED_COLUMNS
from .frames import EventSource
from .geopackage import connect
from .store import EVENTS, check_store

DECIDING = (
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "country", "event_type",
)  # fmt: skip
"""What groups and families follow from, beside the date."""
FOUND = ("lead_group", *(name for name in DERIVED_COLUMNS if name.startswith(("actor_", "side_"))))
"""What follows from it: the columns that a classification writes."""


@dataclass(frozen=True)
class Combinations:
    """Events by what decides.

    frame : the distinct combinations, a column each; combination, day : of each event its row in the frame and the
    position of its date in `dates` ("" for none), which are distinct; fids : of each event.
    """

    frame: pd.DataFrame
    combination: np.ndarray
    dates: list[str]
    day: np.ndarray
    fids: np.ndarray


def read_combinations(connection: sqlite3.Connection, columns: Sequence[str]) -> Combinations:
    """Read the distinct combinations of some columns of a store's events; a column that is not there is NULL."""
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({EVENTS})")}
    asked = ", ".join(f'"{name}"' if name in there else "NULL" for name in columns)
    query = f'SELECT fid, "event_date", json_array({asked}) FROM {EVENTS}'  # nosec B608
    rows = connection.execute(query).fetchall()
    combination, distinct = pd.factorize(np.array([row[2] for row in rows], dtype=object))
    day, dates = pd.factorize(np.array([row[1] or "" for row in rows], dtype=object))
    frame = pd.DataFrame([json.loads(text) for text in distinct], columns=list(columns), dtype=object)
    return Combinations(
        frame, combination.astype(np.int64), [str(one) for one in dates], day.astype(np.int64),
        np.array([row[0] for row in rows], dtype=np.int64),
    )  # fmt: skip


def mentions_of_store(store: Path) -> Mentions:
    """Who is named in the events of a store, as the source coded them.

    Raises
    ------
    FlashpointsError : the file is no event store, or cannot be read.
    """
    check_store(store)
    with connect(store, read_only=True) as connection:
        found = read_combinations(connection, DECIDING)
    return Mentions(found.frame, *counted(found.combination, found.dates, found.day))


def mentions_of(source: EventSource) -> Mentions:
    """Who is named in the events of a layer that lies in no store, as the source coded them.

    Raises
    ------
    FlashpointsError : the layer cannot be read.
    """
    return Mentions.of(source.read_as_coded(actor_mentions.COLUMNS, filtered=False))
