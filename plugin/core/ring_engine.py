# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts within distances of a site, again and again: while a centre or a radius is dragged, and in the algorithms.

Two ways to the same numbers. `RingEngine.around` counts round a site that is on the move: only events so near to a
radius that the chord cannot decide are solved. `RingEngine.settle` solves the distances of all events once and sorts
them; after that another radius is a look-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from .geodesy import Box, boxes_round, check_points
from .periods import Period
from .points import Points
from .ring_spots import COUNTS, Spots, spots_of

PROFILE_RADII = np.arange(5.0, 301.0, 5.0)


class Site(Protocol):
    """What distances are measured from."""

    @property
    def name(self) -> str:
        """What it is called."""

    def beyond(self, points: Points, radii_km: np.ndarray) -> np.ndarray:
        """How many of the rising radii each point's distance exceeds."""

    def distances_within_km(self, points: Points, limit_km: float) -> np.ndarray:
        """Each point's distance in kilometres, infinity beyond a limit."""

    def boxes(self, limit_km: float) -> list[Box]:
        """Boxes that hold every point within a limit."""


@dataclass(frozen=True)
class Centre:
    """A point with a name; degrees."""

    name: str
    lon: float
    lat: float

    def __post_init__(self) -> None:
        check_points(np.array([self.lon], dtype=float), np.array([self.lat], dtype=float))

    def beyond(self, points: Points, radii_km: np.ndarray) -> np.ndarray:
        """How many of the rising radii each point's geodesic distance exceeds."""
        return points.beyond(self.lon, self.lat, radii_km)

    def distances_within_km(self, points: Points, limit_km: float) -> np.ndarray:
        """Each point's geodesic distance, infinity beyond a limit."""
        return points.distances_within_km(self.lon, self.lat, limit_km)

    def boxes(self, limit_km: float) -> list[Box]:
        """Boxes that hold every point within a limit."""
        return boxes_round(self.lon, self.lat, limit_km)


def centres_of(table: pd.DataFrame) -> list[Centre]:
    """The centres of a table with columns name, lon, lat. Raises FlashpointsError for a point that is none."""
    return [Centre(row.name, float(row.lon), float(row.lat)) for row in table.itertuples(index=False)]


@dataclass(frozen=True)
class Within:
    """What lies within rising radii of a site. counts : as `RingEngine`'s.

    rank, limits : by spot and by radius; a spot is within a radius when its rank is at most the radius's limit.
    """

    counts: np.ndarray
    spots: Spots
    rank: np.ndarray
    limits: np.ndarray

    def weekly(self, radii: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Weekly counts of two periods, (values, whole weeks) each, for one after the other of some of the radii.

        radii : their positions, rising.
        """
        spots, limits = self.spots, self.limits[radii]
        near = np.flatnonzero((self.rank <= limits[-1])[spots.entry])
        rank, slot = self.rank[spots.entry[near]], spots.week_slots(near)
        first, second = spots.whole_weeks
        shape = (len(spots.values), first + second)
        counts, left = np.zeros(shape), -np.inf
        for limit in limits:
            new = slot[(rank > left) & (rank <= limit) & (slot >= 0)]
            counts = counts + np.bincount(new, minlength=counts.size).reshape(shape)
            yield counts[:, :first], counts[:, first:]
            left = limit


class RingEngine:
    """The events of some periods, put together once.

    Parameters as in `rings.ring_counts`. Counts are (COUNTS, radii, values, periods) arrays of floats, NaN where a
    period is not covered; `values` are those of the breakdown, the last is `(all)`.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        periods: Sequence[Period],
        *,
        coverage: Period | None = None,
        breakdown: pd.Series | None = None,
    ) -> None:
        self.periods, self.coverage = tuple(periods), coverage
        spans = [period.clip(coverage) if coverage is not None else period for period in periods]
        self.days = np.array([0 if span is None else span.days for span in spans])
        self.spots = spots_of(frame, spans, breakdown)

    @property
    def values(self) -> list[str]:
        """The values of the breakdown; `(all)` is the last."""
        return self.spots.values

    def around(self, site: Site, radii_km: np.ndarray) -> np.ndarray:
        """Counts within rising radii of a site."""
        return self.within(site, radii_km).counts

    def within(self, site: Site, radii_km: np.ndarray) -> Within:
        """What lies within rising radii of a site."""
        spots, n_radii = self.spots, len(radii_km)
        shape = (n_radii, len(spots.values), spots.n_periods)
        ring = site.beyond(spots.points, radii_km)[spots.place]
        inside = np.flatnonzero(ring < n_radii)
        cell = np.ravel_multi_index((ring[inside], spots.value[inside], spots.period[inside]), shape)
        size = int(np.prod(shape))
        layers = [np.bincount(cell, layer[inside], minlength=size) for layer in spots.layers]
        counts = np.cumsum(np.array(layers, dtype=float).reshape(len(COUNTS), *shape), axis=1)
        return Within(self._blank(counts), spots, ring, np.arange(n_radii))

    def events_around(self, site: Site, radii_km: np.ndarray) -> np.ndarray:
        """Events alone, each once, within rising radii of a site: (radii, periods)."""
        spots, shape = self.spots, (len(radii_km), self.spots.n_periods)
        whole = np.flatnonzero(spots.value == len(spots.values) - 1)
        ring = site.beyond(spots.points, radii_km)[spots.place[whole]]
        whole, ring = whole[ring < len(radii_km)], ring[ring < len(radii_km)]
        cell = np.ravel_multi_index((ring, spots.period[whole]), shape)
        events = np.bincount(cell, spots.layers[0][whole], minlength=int(np.prod(shape)))
        return self._blank(np.cumsum(events.astype(float).reshape(shape), axis=0))

    def settle(self, site: Site, reach_km: float) -> Settled:
        """Solve the distances of all events within reach of a site, once."""
        return Settled(self, site, reach_km)

    def _blank(self, counts: np.ndarray) -> np.ndarray:
        counts[..., self.days == 0] = np.nan
        return counts


class Settled:
    """Events in the order of their distance from a site that stays where it is."""

    def __init__(self, engine: RingEngine, site: Site, reach_km: float) -> None:
        spots, distance = engine.spots, site.distances_within_km(engine.spots.points, reach_km)
        self._engine, self._site, self._reach_km = engine, site, reach_km
        cells = len(spots.values) * spots.n_periods
        cell, away = spots.value * spots.n_periods + spots.period, distance[spots.place]
        self._distance = away
        order = np.lexsort((away, cell))
        self._away = away[order]
        self._starts = np.searchsorted(cell[order], np.arange(cells + 1))
        self._sums = np.zeros((len(COUNTS), len(order) + 1))
        np.cumsum(spots.layers[:, order], axis=1, out=self._sums[:, 1:])

    def counts(self, radii_km: np.ndarray) -> np.ndarray:
        """The same as `RingEngine.around` with the site; within reach without solving anything."""
        return self.within(radii_km).counts

    def within(self, radii_km: np.ndarray) -> Within:
        """The same as `RingEngine.within` with the site; within reach without solving anything."""
        spots, radii = self._engine.spots, np.asarray(radii_km, dtype=float)
        if radii.max() > self._reach_km:
            return self._engine.within(self._site, radii)
        ends = [
            first + np.searchsorted(self._away[first:last], radii, side="right")
            for first, last in zip(self._starts, self._starts[1:])
        ]
        sums = self._sums[:, np.array(ends).T] - self._sums[:, self._starts[:-1]][:, None, :]
        shape = (len(COUNTS), len(radii), len(spots.values), spots.n_periods)
        return Within(self._engine._blank(sums.reshape(shape)), spots, self._distance, radii)

    def events(self, radii_km: np.ndarray) -> np.ndarray:
        """The same as `RingEngine.events_around` with the site."""
        return np.asarray(self.counts(radii_km)[0, :, -1, :])
