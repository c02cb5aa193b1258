# SPDX-License-Identifier: GPL-2.0-or-later
"""The synthetic sample as rows of an ACLED file of 31 columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from sample_places import Place
from sample_scripts import STRATEGIC, VAC, Script

Row = dict[str, object]
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
FIXED: Row = {
    "iso": 466, "region": "Western Africa", "country": "Mali", "source": "SYNTHETIC (Flashpoints sample)",
    "source_scale": "Other", "tags": "",
}  # fmt: skip


def disorder_type(script: Script) -> str:
    """ACLED's disorder type of an event."""
    if script.sub_type.startswith("Excessive"):
        return "Political violence; Demonstrations"
    if script.event_type == "Protests" or script.sub_type == "Violent demonstration":
        return "Demonstrations"
    return STRATEGIC if script.event_type == STRATEGIC else "Political violence"


def note(script: Script, place: Place, actor_1: str, actor_2: str) -> str:
    """A short note; its first words say that the event is not real."""
    short = [name.split(":")[0] for name in (actor_1, actor_2) if name]
    return (
        f"SYNTHETIC EVENT, not a real one: {script.sub_type.lower()}, {place.location}. {' / '.join(short)}."
    )


def where(place: Place) -> Row:
    """The columns that say where."""
    return {
        "admin1": place.admin1, "admin2": place.admin2,
        "admin3": "Commune III" if place.town == "Bamako" else place.town, "location": place.location,
        "latitude": f"{place.latitude:.4f}", "longitude": f"{place.longitude:.4f}",
    }  # fmt: skip


def hits_civilians(script: Script) -> bool:
    """Whether ACLED marks the event as civilian targeting: wider than violence against civilians."""
    by_side = script.side_2 == "civilians" and script.event_type != STRATEGIC
    return script.event_type == VAC or by_side or script.sub_type.startswith("Excessive")


def interaction(inter_1: int, inter_2: int) -> int:
    """ACLED's two digits: the lower inter code first, 0 last where nobody is on side 2."""
    return min(inter_1, inter_2) * 10 + max(inter_1, inter_2) if inter_2 else inter_1 * 10


def write(rows: Iterable[Row], path: Path) -> None:
    """Write rows in ACLED's 31 columns: UTF-8, LF."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows([{**FIXED, **row}[column] for column in COLUMNS] for row in rows)
