# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of actors that holds for an event store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..core.actors import ActorTable
from ..core.resources import RESOURCES


def actor_table(rows: Iterable[Mapping[str, Any]] = ()) -> ActorTable:
    """The table of actors from the rows of a store's own; the one that ships with the plugin when it has none."""
    families = RESOURCES / "families.csv"
    own = [{name: value or "" for name, value in row.items() if name != "fid"} for row in rows]
    return (
        ActorTable.from_rows(own, families)
        if own
        else ActorTable.from_csv(RESOURCES / "actors.csv", families)
    )
