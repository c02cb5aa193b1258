# SPDX-License-Identifier: GPL-2.0-or-later
"""What the boxes of the style dialog offer, in words."""

from __future__ import annotations

from ..core.event_look import CIRCLES, CLUSTER, EVENT_TYPE, EVENTS, FAMILY, GROUP, NOTHING, OFFSET, PIES
from ..core.text import translate


def colour_choices() -> dict[str, str]:
    """What the colour can say, in words."""
    return {
        GROUP: translate("Style", "Actor group"),
        FAMILY: translate("Style", "Actor family"),
        EVENT_TYPE: translate("Style", "Event type"),
    }


def near_choices() -> dict[str, str]:
    """How events that share a place are drawn, in words."""
    return {
        EVENTS: translate("Style", "Each event where it is, on top of each other"),
        OFFSET: translate("Style", "Set round the place, each to be seen"),
        CLUSTER: translate("Style", "One mark with their number"),
    }


def afar_choices() -> dict[str, str]:
    """What stands for the events at small scales, in words."""
    return {
        NOTHING: translate("Style", "The events themselves, at every scale"),
        CIRCLES: translate("Style", "A circle a place: area by events, colour of most"),
        PIES: translate("Style", "A pie a place: area by events, slices by colour"),
    }
