# SPDX-License-Identifier: GPL-2.0-or-later
"""Which places a footprint is made of, and which of their discs can touch.

The union and the cut are done by GEOS on the floor above; what is cheap in arrays is done here: equal places are
taken once, and discs that cannot meet are told apart, so that only small groups have to be united.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

_EARTH_KM = 6335.0
"""Smallest radius of curvature of WGS 84 (meridional, at the equator), so that groups err to the large side."""


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
