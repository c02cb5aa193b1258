# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings round several centres that overlap: what lies in more than one of them counts in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .periods import Period
from .ring_engine import RingEngine, Site
from .text import number, translate


@dataclass(frozen=True)
class Overlap:
    """One radius and period: the events of all rings, each once; how many lie in several; the sum of the counts."""

    radius_km: float
    period: Period
    events: int
    in_several: int
    summed: int


def overlaps(engine: RingEngine, sites: Sequence[Site], radii_km: Sequence[float]) -> list[Overlap]:
    """Where rings of one radius round different sites share events; nothing where they share none."""
    radii = np.unique(np.asarray(radii_km, dtype=float))
    spots = engine.spots
    inside = np.zeros((len(radii), len(spots.points)), dtype=np.intp)
    for site in sites:
        inside += site.beyond(spots.points, radii) <= np.arange(len(radii))[:, None]
    whole = spots.value == len(spots.values) - 1  # `(all)`: each event once
    place, events, period = spots.place[whole], spots.layers[0][whole], spots.period[whole]
    found = []
    for row, radius in zip(inside, radii):
        rings = row[place]
        for index, one in enumerate(engine.periods):
            weight = np.where(period == index, events, 0.0)
            if (weight[rings > 1]).any():
                sums = [weight[rings > 0].sum(), weight[rings > 1].sum(), (weight * rings).sum()]
                found.append(Overlap(float(radius), one, *(int(value) for value in sums)))
    return found


def overlap_text(overlap: Overlap) -> str:
    """One sentence on what the counts of several rings add up to."""
    text = translate(
        "Overlap",
        "{period}, {radius} km: {several} events lie in more than one of the areas. The counts add up to {summed}, the "
        "events are {events}.",
    )
    return text.format(
        period=overlap.period.label, radius=f"{overlap.radius_km:g}", several=number(overlap.in_several),
        summed=number(overlap.summed), events=number(overlap.events),
    )  # fmt: skip
