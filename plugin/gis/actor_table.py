# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of actors that holds for an event store: the one path by which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ..core.actors import ActorTable, Family, Group
from ..core.resources import RESOURCES
from ..core.zones import read_table
from .store import read_rows

Rows = Iterable[Mapping[str, Any]]


def actor_table(rows: Rows = (), families: Rows = ()) -> ActorTable:
    """The table of actors from the rows of a store's own; the one that ships with the plugin when it has none.

    families : a store of before they were kept has none, and those of the plugin hold.
    """
    own, kept = table_rows(rows, families)
    return ActorTable(own, kept)


def label_of(actors: ActorTable, group_or_family: str) -> str:
    """The name of a group or family id for people, in the user's language."""
    if any(family.id == group_or_family for family in actors.families):
        return name_of(actors.family(group_or_family))
    return name_of(actors.group(group_or_family))


def name_of(known: Family | Group) -> str:
    """What a family or group is called, in the user's language."""
    french = QgsApplication.locale().startswith("fr")
    return (french and known.label_fr) or known.label


def actors_of(store: Path) -> ActorTable:
    """The store's own table of actors."""
    return actor_table(read_rows(store, "actors"), read_rows(store, "families"))


def table_rows(rows: Rows = (), families: Rows = ()) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The rows of both tables as texts, whether or not they make sense; those of the plugin where a store has none."""
    own, kept = (
        [{name: _text(row.get(name)) for name in columns} for row in table]
        for table, columns in ((rows, ActorTable.COLUMNS), (families, ActorTable.FAMILY_COLUMNS))
    )
    return own or shipped_rows(), kept or shipped_families()


def shipped_rows() -> list[dict[str, str]]:
    """The rows that ship with the plugin."""
    return read_table(RESOURCES / "actors.csv", ActorTable.COLUMNS)


def shipped_families() -> list[dict[str, str]]:
    """The families that ship with the plugin."""
    return read_table(RESOURCES / "families.csv", ActorTable.FAMILY_COLUMNS)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
