# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of actors as parameters of algorithms: the one of a file, of a store, or the plugin's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.actor_check import problems
from ..core.actor_file import read_actor_file
from .actor_table import shipped_families, shipped_rows, table_rows
from .reclassifying import known_families, refuse

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class ActorRows:
    """Rows and families as texts; notes : what a file had too much or too little."""

    rows: list[dict[str, str]]
    families: list[dict[str, str]]
    notes: list[str] = field(default_factory=list)


def actor_rows(path: str, rows: Rows = (), families: Rows = ()) -> ActorRows:
    """The table of a file; without a path the one of a store by its rows, or else the plugin's.

    Raises
    ------
    FlashpointsError : the file cannot be read, or its table cannot be used: with the line of each problem.
    """
    own, kept = table_rows(rows, families)
    if not path:
        return ActorRows(own, kept)
    file = read_actor_file(Path(path), kept)
    refuse(problems(file.rows, file.families, known_families()), file.lines, path)
    return ActorRows(file.rows, file.families, file.notes)


def shipped() -> ActorRows:
    """The table that ships with the plugin."""
    return ActorRows(shipped_rows(), shipped_families())
