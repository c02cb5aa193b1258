# SPDX-License-Identifier: GPL-2.0-or-later
"""Chance and place for the synthetic sample: a stream that never changes, towns, invented villages."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import sample_tables as tables
from pyproj import Geod

PLACES = Path(__file__).resolve().parent.parent / "resources" / "places.csv"
BAMAKO = (-8.0029, 12.6392)
RING_KM, CLEAR_KM = (
    149.0,
    151.0,
)  # villages of the ring stay inside the one, all other points outside the other
GEOD = Geod(ellps="WGS84")
T = TypeVar("T")


class Draw:
    """Chance: uniform numbers from PCG64's raw stream, and picks made of them."""

    def __init__(self, seed: int) -> None:
        """Start the stream of this seed."""
        self._bits = np.random.PCG64(seed)

    def many(self, count: int) -> np.ndarray:
        """`count` floats in [0, 1): the upper 53 bits of each raw number."""
        return (self._bits.random_raw(count) >> np.uint64(11)) * 2.0**-53

    def one(self) -> float:
        """A float in [0, 1)."""
        return float(self.many(1)[0])

    def below(self, high: int) -> int:
        """An integer in [0, high)."""
        return int(self.one() * high)

    def pick(self, items: Sequence[T], weights: Sequence[float] | None = None) -> T:
        """One of the items; by weight where weights are given."""
        if weights is None:
            return items[self.below(len(items))]
        rest = self.one() * sum(weights)
        for item, weight in zip(items, weights):
            rest -= weight
            if rest < 0:
                return item
        return items[-1]

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The items in another order (Fisher-Yates)."""
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out


class Place(NamedTuple):
    """A point that events are coded to: the town itself, or an invented village near it."""

    town: str
    location: str
    admin1: str
    admin2: str
    longitude: float
    latitude: float


class Gazetteer:
    """The towns of places.csv, and villages invented round them; each village has its own point and name."""

    def __init__(self, draw: Draw, places: Path = PLACES) -> None:
        """Read Mali's towns, and settle five lasting villages round each that has room."""
        self._draw = draw
        self._count: dict[str, int] = {}
        self.towns: dict[str, Place] = {}
        with places.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["country"] == "Mali":
                    name, cercle = row["name"], tables.TOWNS[row["name"]][0]
                    point = float(row["longitude"]), float(row["latitude"])
                    self.towns[name] = Place(name, name, row["admin1"], cercle, *point)
        self.lasting = {
            town: [self.village(town) for _ in range(5)] for town in self.towns if self.reach(town)
        }

    @staticmethod
    def reach(town: str) -> int:
        """How far (km) villages of the town may lie; 0: it has none."""
        return tables.TOWNS[town][1]

    def village(self, town: str, reach: float | None = None) -> Place:
        """A new point within `reach` km of the town, evenly over the disc (flat-earth steps will do)."""
        x = y = 2.0
        while x * x + y * y > 1.0:
            x, y = 2 * self._draw.one() - 1, 2 * self._draw.one() - 1
        base, reach = self.towns[town], reach or self.reach(town)
        longitude = round(base.longitude + x * reach / (111.32 * math.cos(math.radians(base.latitude))), 4)
        latitude = round(base.latitude + y * reach / 110.57, 4)
        self._count[town] = self._count.get(town, 0) + 1
        name = f"{town} (rural {self._count[town]})"
        return Place(town, name, base.admin1, base.admin2, longitude, latitude)

    def of_region(self, region: str) -> list[str]:
        """Names of the towns of an admin-1 region."""
        return [name for name, place in self.towns.items() if place.admin1 == region]


def from_bamako(place: Place) -> float:
    """Geodesic distance to Bamako, km."""
    return float(GEOD.inv(*BAMAKO, place.longitude, place.latitude)[2]) / 1000
