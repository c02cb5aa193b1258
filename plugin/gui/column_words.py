# SPDX-License-Identifier: GPL-2.0-or-later
"""The canonical columns in the user's words."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.text import translate


def column_words() -> dict[str, str]:
    """Canonical column -> what it is called in a window, in the order in which it is offered."""
    return {
        "event_id": translate("Columns in words", "Event id"),
        "event_date": translate("Columns in words", "Date"),
        "end_date": translate("Columns in words", "Last date"),
        "event_type": translate("Columns in words", "Event type"),
        "latitude": translate("Columns in words", "Latitude"),
        "longitude": translate("Columns in words", "Longitude"),
        "country": translate("Columns in words", "Country"),
        "admin1": translate("Columns in words", "Region (admin 1)"),
        "admin2": translate("Columns in words", "District (admin 2)"),
        "admin3": translate("Columns in words", "Commune (admin 3)"),
        "location": translate("Columns in words", "Place"),
        "actor1": translate("Columns in words", "Actor 1"),
        "assoc_actor_1": translate("Columns in words", "With actor 1"),
        "inter1": translate("Columns in words", "Kind of actor 1"),
        "actor2": translate("Columns in words", "Actor 2"),
        "assoc_actor_2": translate("Columns in words", "With actor 2"),
        "inter2": translate("Columns in words", "Kind of actor 2"),
        "interaction": translate("Columns in words", "Interaction"),
        "fatalities": translate("Columns in words", "Fatalities"),
        "fatalities_low": translate("Columns in words", "Fatalities, at least"),
        "fatalities_high": translate("Columns in words", "Fatalities, at most"),
        "sub_event_type": translate("Columns in words", "Sub-event type"),
        "disorder_type": translate("Columns in words", "Disorder type"),
        "civilian_targeting": translate("Columns in words", "Civilian targeting"),
        "geo_precision": translate("Columns in words", "Precision of the place"),
        "time_precision": translate("Columns in words", "Precision of the date"),
        "year": translate("Columns in words", "Year"),
        "iso": translate("Columns in words", "Country, ISO number"),
        "region": translate("Columns in words", "World region"),
        "source": translate("Columns in words", "Source"),
        "source_scale": translate("Columns in words", "Scale of the source"),
        "notes": translate("Columns in words", "Notes"),
        "tags": translate("Columns in words", "Tags"),
        "timestamp": translate("Columns in words", "Time stamp"),
        "dataset": translate("Columns in words", "Data set"),
    }


def in_words(columns: Iterable[str]) -> str:
    """Canonical columns for a sentence."""
    words = column_words()
    return ", ".join(words.get(column, column) for column in columns)
