# SPDX-License-Identifier: GPL-2.0-or-later
"""What the lists of the filter bar offer: families with their groups, and event types, with their counts."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.actors import ActorTable
from ..core.resources import RESOURCES
from ..core.schema import EVENT_TYPES
from ..core.zones import read_table
from ..gis.styles_common import label_in
from .checklist import Choice
from .choices import who_choices


def group_choices(actors: ActorTable, counts: Mapping[str, int]) -> list[Choice]:
    """Families and under them their groups, those that no event names left out. An event that names two is in both."""
    choices: list[Choice] = []
    family = ""
    for who in who_choices(actors):
        if who.is_family:
            family = who.id
        plain = who.id.rstrip("+")
        if not who.id or not counts.get(plain):
            continue
        # of an umbrella group and all under it the sum is not known: an event may name several
        count = counts[plain] if plain == who.id else None
        choices.append(Choice(who.id, who.label, count, who.colour, "" if who.is_family else family))
    return choices


def type_choices(counts: Mapping[str, int]) -> list[Choice]:
    """The event types that the layer has; all six where it has none of them as they are written today."""
    rows = read_table(RESOURCES / "categories.csv", ("event_type", "label", "label_fr"))
    labels = {row["event_type"]: label_in(row, None) for row in rows}
    there = [name for name in EVENT_TYPES if counts.get(name)]
    return [
        Choice(name, labels.get(name, name), counts[name] if there else None) for name in there or EVENT_TYPES
    ]
