# SPDX-License-Identifier: GPL-2.0-or-later
"""What the boxes of Over time offer: (value, text) pairs."""

from __future__ import annotations

from ..core.counts_over_time import DAY, HALF_YEAR, MONTH, QUARTER, WEEK, YEAR
from ..core.text import number, translate
from ..gis.over_time import FAMILY, GROUP, NONE, REGION, TYPE, ZONE

EVERYWHERE, RINGED = "everywhere", "ring"
DEFAULT_STEP = MONTH
PERIODS = "periods"
_YEARS = (20, 10, 5, 2, 1)

Choices = tuple[tuple[str, str], ...]


def wheres() -> Choices:
    """Kinds of places."""
    return (
        (EVERYWHERE, translate("Over time", "Everywhere")),
        (RINGED, translate("Over time", "Within a distance of a place")),
    )


def steps() -> Choices:
    """Steps of time, the shortest first."""
    return (
        (DAY, translate("Over time", "Day")),
        (WEEK, translate("Over time", "Week")),
        (MONTH, translate("Over time", "Month")),
        (QUARTER, translate("Over time", "Quarter")),
        (HALF_YEAR, translate("Over time", "Half-year")),
        (YEAR, translate("Over time", "Year")),
    )


def groupings() -> Choices:
    """What the counts are split by."""
    return (
        (NONE, translate("Over time", "Nothing: one line for each step")),
        (TYPE, translate("Over time", "Event type")),
        (FAMILY, translate("Over time", "Family of actors")),
        (GROUP, translate("Over time", "Group of actors")),
        (REGION, translate("Over time", "Region")),
        (ZONE, translate("Over time", "Zone (north, centre, south)")),
    )


def spans() -> Choices:
    """Which days the counts show: months back from the end of the file, the two periods, or "" for all."""
    text = translate("Over time", "The last {n} years")
    years = [(str(12 * n), text.format(n=number(n))) for n in _YEARS if n > 1]
    return (
        ("", translate("Over time", "The whole file")),
        *years,
        ("12", translate("Over time", "The last 12 months")),
        (PERIODS, translate("Over time", "The two periods")),
    )
