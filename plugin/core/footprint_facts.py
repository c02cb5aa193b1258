# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reader is told of the footprint of one period, and of two beside each other, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .discs import Busiest
from .text import number, translate

NEW, BOTH, GONE = "newly_recorded", "both", "no_longer_recorded"
STATUSES = (NEW, BOTH, GONE)


@dataclass(frozen=True)
class PeriodFacts:
    """The footprint of one period in all regions together.

    label : the period's; covered : whether the data cover any of its days, without which nothing else is known.
    events, locations : events of the regions' countries that count, and their distinct coordinates.
    footprint_km2, land_km2 : the footprint and the land it lies in; None where it is not measured yet.
    regions_with_events, regions : how many regions have at least one event, of how many.
    """

    label: str
    covered: bool
    events: int
    locations: int
    footprint_km2: float | None
    land_km2: float | None
    regions_with_events: int
    regions: int
    busiest: Busiest

    @property
    def share_pct(self) -> float | None:
        """The footprint in percent of the land."""
        if self.footprint_km2 is None or not self.land_km2:
            return None
        return 100.0 * self.footprint_km2 / self.land_km2


def reach_note(facts: PeriodFacts) -> str:
    """Regions with events, and how few places hold how many: 7 of 9 regions have events; ..."""
    if not facts.covered:
        return ""
    text = translate("FootprintFacts", "events in {n} of {all} regions")
    parts = [text.format(n=number(facts.regions_with_events), all=number(facts.regions))]
    busiest = facts.busiest
    if busiest.all_events:
        text = translate(
            "FootprintFacts", "{share} % of events ({n} of {all}) at the {places} busiest places"
        )
        parts.append(
            text.format(
                share=number(100 * busiest.share), n=number(busiest.events), all=number(busiest.all_events),
                places=number(busiest.places),
            )
        )  # fmt: skip
    return "; ".join(parts)


def area_sentence(facts: PeriodFacts) -> str:
    """The area of one period for the log: 2023-H1: 9,260 km², 0.74 % of the regions' land; ..."""
    if not facts.covered or facts.footprint_km2 is None:
        return ""
    text = translate("FootprintFacts", "{period}: {area} km², {share} % of the regions’ land; {reach}.")
    return text.format(
        period=facts.label, area=number(facts.footprint_km2, decimals_of(facts.footprint_km2)),
        share=number(facts.share_pct, 2), reach=reach_note(facts),
    )  # fmt: skip


def change_sentence(areas: Mapping[str, float]) -> str:
    """The three parts of a change, by status: newly recorded 7,890 km², in both 1,371 km², ..."""
    text = translate(
        "FootprintFacts",
        "Newly recorded {new} km², in both periods {both} km², no longer recorded {gone} km².",
    )
    new, both, gone = (number(areas[one], decimals_of(areas[one])) for one in STATUSES)
    return text.format(new=new, both=both, gone=gone)


def change_pct(earlier: PeriodFacts, later: PeriodFacts) -> float | None:
    """By how many percent the footprint grew; None from 0 and where one is not known."""
    if later.footprint_km2 is None or not earlier.footprint_km2:
        return None
    return 100.0 * (later.footprint_km2 / earlier.footprint_km2 - 1.0)


def decimals_of(area: float) -> int:
    """Decimals that an area in km² is printed with: small ones need them."""
    return 0 if area >= 100 or area < 0.0005 else 1 if area >= 1 else 3
