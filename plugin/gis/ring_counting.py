# SPDX-License-Identifier: GPL-2.0-or-later
"""Counting the events of a job by distance, for the algorithms and for previews: as ruled and as coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..core.comparison import ALL
from ..core.ring_engine import RingEngine, Settled, Site
from ..core.rings import profile_rows, profile_within, ring_rows, rows_within
from ..core.rulings_counts import rings_as_coded, with_as_coded
from .loading import Job

KEYS = ("centre", "period", "radius_km")


@dataclass(frozen=True)
class RingCounting:
    """The engines of a job's events: with rulings, and without where they make a difference."""

    as_ruled: RingEngine
    as_coded: RingEngine | None

    @classmethod
    def of(
        cls, job: Job, frame: pd.DataFrame, coded: pd.DataFrame | None, breakdown: str | None
    ) -> RingCounting:
        """The engines of a settled job.

        frame, coded : its events as ruled, and as coded or None; breakdown : a column of theirs, or None.
        """

        def engine(events: pd.DataFrame) -> RingEngine:
            split = events[breakdown] if breakdown else None
            return RingEngine(events, job.periods, coverage=job.coverage, breakdown=split)

        return cls(engine(frame), None if coded is None else engine(coded))

    def rows(self, sites: Sequence[Site], radii_km: Sequence[float]) -> pd.DataFrame:
        """Rows of `rings.ring_counts` with events_as_coded, and always with breakdown."""
        coded = None if self.as_coded is None else ring_rows(self.as_coded, sites, radii_km, compared=False)
        return rings_as_coded(ring_rows(self.as_ruled, sites, radii_km), coded)

    def profile(self, sites: Sequence[Site]) -> pd.DataFrame:
        """Rows of `rings.profile` with events_as_coded."""
        coded = None if self.as_coded is None else profile_rows(self.as_coded, sites)
        return with_as_coded(profile_rows(self.as_ruled, sites), coded, KEYS)

    def settle(self, site: Site, reach_km: float) -> SettledCounting:
        """Put the events within reach of a site in the order of their distance."""
        engines = (self.as_ruled, *([] if self.as_coded is None else [self.as_coded]))
        return SettledCounting(site.name, [(engine, engine.settle(site, reach_km)) for engine in engines])


@dataclass(frozen=True)
class SettledCounting:
    """The same for one site that stays where it is: as ruled, and as coded where there is a second engine."""

    name: str
    engines: list[tuple[RingEngine, Settled]]

    def rows(self, radii_km: Sequence[float]) -> pd.DataFrame:
        """As `RingCounting.rows`; radii in rising order."""
        made = [
            rows_within(engine, self.name, one.within, radii_km, compared=not number)
            for number, (engine, one) in enumerate(self.engines)
        ]
        return rings_as_coded(made[0], made[1] if len(made) > 1 else None)

    def profile(self) -> pd.DataFrame:
        """As `RingCounting.profile`."""
        made = [profile_within(engine, self.name, one.events) for engine, one in self.engines]
        return with_as_coded(made[0], made[1] if len(made) > 1 else None, KEYS)


def whole(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of no breakdown: each event once."""
    return rows[rows["breakdown"] == ALL]
