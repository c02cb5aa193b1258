# SPDX-License-Identifier: GPL-2.0-or-later
"""Which places a footprint is made of, which of their discs can touch, and how few places hold how many events.

The union and the cut are done by GEOS on the floor above; what is cheap in arrays is done here: equal places are
taken once, and discs that cannot meet are told apart, so that only small groups have to be united.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .errors import FlashpointsError
from .geodesy import distances_km
from .text import number, translate

_EARTH_KM = 6335.0
"""Smallest radius of curvature of WGS 84 (meridional, at the equator), so that groups err to the large side."""

LARGEST_KM = 1000.0
"""A footprint is one of places: discs and cells beyond this say nothing about any."""
_ROUND_POLE = 1.01
"""A disc is drawn a little larger than its radius, so that its polygon has the disc's area."""
BUSIEST = 10


def check_size(size_km: float) -> None:
    """Raise FlashpointsError unless a radius of discs or a side of cells makes an area, and one of places."""
    if not np.isfinite(size_km) or size_km <= 0:
        raise FlashpointsError(
            translate("Footprint", "A size of {size} km makes no area.").format(size=f"{size_km:g}"),
            remedy=translate("Footprint", "Give a number of kilometres above 0."),
        )
    if size_km > LARGEST_KM:
        text = translate("Footprint", "A size of {size} km is too large for a footprint of places.")
        raise FlashpointsError(
            text.format(size=number(size_km)),
            remedy=translate("Footprint", "Give at most {km} km; 2.5 is usual.").format(
                km=number(LARGEST_KM)
            ),
        )


def check_poles(places: np.ndarray, radius_km: float) -> None:
    """Raise FlashpointsError where a disc reaches a pole, round which no disc can be drawn in degrees."""
    nearest = np.abs(places[:, 1]).argmax()
    longitude, latitude = places[nearest]
    pole = distances_km(longitude, np.copysign(90.0, latitude), longitude, latitude)
    if pole <= radius_km * _ROUND_POLE:
        text = translate(
            "Footprint", "A disc of {km} km round a place at latitude {latitude} reaches the pole."
        )
        raise FlashpointsError(
            text.format(km=number(radius_km, 1), latitude=number(latitude, 2)),
            remedy=translate("Footprint", "Correct the event's place, or choose a smaller radius."),
        )


@dataclass(frozen=True)
class Busiest:
    """How many events the most frequent coordinates hold.

    places : how many coordinates are looked at, at most `BUSIEST`; events : of those there; all_events : of all that
    have a coordinate.
    """

    places: int
    events: int
    all_events: int

    @property
    def share(self) -> float:
        """The events there among all, 0 to 1; NaN where there are none."""
        return self.events / self.all_events if self.all_events else float("nan")


def busiest_places(longitude: np.ndarray, latitude: np.ndarray, most: int = BUSIEST) -> Busiest:
    """The events at the `most` most frequent coordinates (degrees); missing points are left out."""
    points = np.column_stack([longitude, latitude]).astype(float)
    points = points[~np.isnan(points).any(axis=1)]
    _, counts = np.unique(points, axis=0, return_counts=True)
    there = np.sort(counts)[::-1][:most]
    return Busiest(len(there), int(there.sum()), len(points))


def distinct_places(longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """The distinct points as an (n, 2) array of longitude and latitude in degrees; missing points are left out."""
    points = np.column_stack([longitude, latitude]).astype(float)
    points = points[~np.isnan(points).any(axis=1)]
    return np.unique(points, axis=0)


def touching_groups(places: np.ndarray, radius_km: float) -> list[np.ndarray]:
    """Indexes of places by group: discs of different groups cannot meet.

    places : (n, 2) array, degrees. The first group holds every disc that meets no other; it may be empty.
    """
    count = len(places)
    if count == 0:
        return [np.empty(0, dtype=int)]
    longitude, latitude = np.radians(places).T
    sphere = np.column_stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
    )
    reach = 2 * np.sin(min(2 * radius_km / _EARTH_KM * 1.01, np.pi) / 2)
    pairs = cKDTree(sphere).query_pairs(reach, output_type="ndarray")
    links = coo_matrix((np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    _, labels = connected_components(links, directed=False)
    sizes = np.bincount(labels)
    alone = sizes[labels] == 1
    together = np.flatnonzero(~alone)
    together = together[np.argsort(labels[together], kind="stable")]
    borders = np.flatnonzero(np.diff(labels[together])) + 1
    return [np.flatnonzero(alone), *(part for part in np.split(together, borders) if len(part))]


def grid_cells(x: np.ndarray, y: np.ndarray, size: float) -> np.ndarray:
    """The distinct cells of a square grid that hold a point, as an (n, 2) array of their lower left corners.

    x, y : coordinates in an equal-area plane; size : side of a cell in its unit, counted from the plane's origin.
    """
    corners = np.column_stack([np.floor(x / size), np.floor(y / size)])
    return np.unique(corners[~np.isnan(corners).any(axis=1)], axis=0) * size
