# SPDX-License-Identifier: GPL-2.0-or-later
"""ACLED's event export since March 2023: 31 columns, one row an event."""

from __future__ import annotations

from .form import Format

_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

FORMAT = Format(
    id="acled",
    label="ACLED",
    dataset="ACLED",
    columns={name: "event_id" if name == "event_id_cnty" else name for name in _COLUMNS},
    required=("event_id", "event_date", "event_type", "actor1", "country", "latitude", "longitude"),
)
