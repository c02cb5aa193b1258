# SPDX-License-Identifier: GPL-2.0-or-later
"""ACLED's event export since March 2023: 31 columns, one row an event.

The inter columns hold numbers, and words since 2024; files of 2022 and 2023 may have civilian_targeting blank.
"""

from __future__ import annotations

from ..text import translate
from .form import Format

EVENT_COLUMNS: dict[str, tuple[str, ...]] = {
    "event_id": ("event_id_cnty",),
    "event_date": ("event_date",),
    "year": ("year",),
    "time_precision": ("time_precision",),
    "event_type": ("event_type",),
    "sub_event_type": ("sub_event_type",),
    "actor1": ("actor1",),
    "assoc_actor_1": ("assoc_actor_1", "ally_actor_1"),
    "inter1": ("inter1",),
    "actor2": ("actor2",),
    "assoc_actor_2": ("assoc_actor_2", "ally_actor_2"),
    "inter2": ("inter2",),
    "interaction": ("interaction",),
    "iso": ("iso",),
    "region": ("region",),
    "country": ("country",),
    "admin1": ("admin1",),
    "admin2": ("admin2",),
    "admin3": ("admin3",),
    "location": ("location",),
    "latitude": ("latitude",),
    "longitude": ("longitude",),
    "geo_precision": ("geo_precision",),
    "source": ("source",),
    "source_scale": ("source_scale",),
    "notes": ("notes",),
    "fatalities": ("fatalities",),
    "timestamp": ("timestamp",),
}
"""What every vintage has, but for sub_event_type and the second actor."""

ADDED_IN_2022 = {
    "disorder_type": ("disorder_type",),
    "civilian_targeting": ("civilian_targeting",),
    "tags": ("tags",),
}

REQUIRED = ("event_id", "event_date", "event_type", "actor1", "country", "latitude", "longitude")

FORMAT = Format(
    id="acled",
    dataset="ACLED",
    title=lambda: translate("Formats", "ACLED, as exported since 2023"),
    columns={**EVENT_COLUMNS, **ADDED_IN_2022},
    required=REQUIRED,
    signs=("disorder_type", "civilian_targeting", "tags"),
)
