# SPDX-License-Identifier: GPL-2.0-or-later
"""The canonical event table: its columns, their kinds and their vocabularies.

The names are ACLED's, to which the plugin adds what it derives. Long texts come last, so that a database that
reads the short columns need not walk over them.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT, INTEGER, REAL, DATE, BOOLEAN = "text", "integer", "real", "date", "boolean"


@dataclass(frozen=True)
class Column:
    """One column of the event table: its name, kind, and whether an event cannot do without it."""

    name: str
    kind: str
    required: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("event_id", TEXT, required=True),
    Column("event_date", DATE, required=True),
    Column("end_date", DATE),
    Column("year", INTEGER),
    Column("time_precision", INTEGER),
    Column("disorder_type", TEXT),
    Column("event_type", TEXT, required=True),
    Column("sub_event_type", TEXT),
    Column("original_event_type", TEXT),
    Column("actor1", TEXT),
    Column("assoc_actor_1", TEXT),
    Column("inter1", TEXT),
    Column("actor2", TEXT),
    Column("assoc_actor_2", TEXT),
    Column("inter2", TEXT),
    Column("interaction", TEXT),
    Column("civilian_targeting", TEXT),
    Column("targeting_derived", BOOLEAN),
    Column("lead_group", TEXT),
    Column("actor_groups", TEXT),
    Column("actor_families", TEXT),
    Column("side_1_groups", TEXT),
    Column("side_2_groups", TEXT),
    Column("side_1_families", TEXT),
    Column("side_2_families", TEXT),
    Column("iso", INTEGER),
    Column("region", TEXT),
    Column("country", TEXT),
    Column("admin1", TEXT),
    Column("admin2", TEXT),
    Column("admin3", TEXT),
    Column("location", TEXT),
    Column("latitude", REAL, required=True),
    Column("longitude", REAL, required=True),
    Column("geo_precision", INTEGER),
    Column("area_only", BOOLEAN),
    Column("fatalities", INTEGER),
    Column("fatalities_low", INTEGER),
    Column("fatalities_high", INTEGER),
    Column("dataset", TEXT),
    Column("timestamp", INTEGER),
    Column("source", TEXT),
    Column("source_scale", TEXT),
    Column("tags", TEXT),
    Column("notes", TEXT),
)

COLUMN_NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
KINDS: dict[str, str] = {column.name: column.kind for column in COLUMNS}

DERIVED_COLUMNS = (
    "targeting_derived", "lead_group", "actor_groups", "actor_families",
    "side_1_groups", "side_2_groups", "side_1_families", "side_2_families", "dataset",
    "original_event_type", "area_only",
)  # fmt: skip
"""What no file is asked for: it follows from other columns.

original_event_type : the file's own word where it is not one of the six types.
area_only : the point stands for a region or a country; it belongs into no ring and no footprint.
"""

SIDES_UNKNOWN = "sides_unknown"
"""A bool column beside the canonical ones, which no store keeps: the order of the actors says nothing, so that all
side_* columns of the event are to be NULL. Only merged actor-based exports have it."""

SIDE_COLUMNS = tuple(name for name in DERIVED_COLUMNS if name.startswith("side_"))

BATTLES = "Battles"
EXPLOSIONS = "Explosions/Remote violence"
CIVILIAN_VIOLENCE = "Violence against civilians"
STRATEGIC = "Strategic developments"

EVENT_TYPES: tuple[str, ...] = (BATTLES, EXPLOSIONS, CIVILIAN_VIOLENCE, "Protests", "Riots", STRATEGIC)
VIOLENT_TYPES: tuple[str, ...] = (BATTLES, EXPLOSIONS, CIVILIAN_VIOLENCE)

CIVILIAN_TARGETING = "Civilian targeting"
