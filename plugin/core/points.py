# SPDX-License-Identifier: GPL-2.0-or-later
"""Many points of the ellipsoid, ready to be asked again and again which of them lie within some distances.

Geodesics are solved only where nothing cheaper decides. That is the chord, the straight line through the Earth. A
geodesic bends everywhere at least as much as a circle of the ellipsoid's largest radius of curvature (6,400 km, at the
poles) and at most as much as one of its smallest (6,335 km, north to south on the equator). The more an arc bends, the
shorter its chord, so the chord of points a given distance apart lies between those of the two circles. At 150 km the
two differ by 7 cm, at 5,000 km by 2.6 km: almost every point is decided. A sphere, which errs by up to 0.6 %, would
leave a band of 1.8 km open at 150 km.
"""

from __future__ import annotations

import numpy as np

from .geodesy import distances_km

A_KM = 6378.137
F = 1 / 298.257223563
_E2 = F * (2 - F)
_TIGHTEST, _WIDEST = A_KM * (1 - _E2), A_KM / np.sqrt(1 - _E2)
"""The ellipsoid's radii of curvature, smallest and largest, km."""
_ROUNDING_KM = 1e-6


def through_earth(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """(3, n) coordinates in km from the Earth's centre of points on the ellipsoid; degrees in, NaN stays NaN."""
    lam, phi = np.radians(np.asarray(lon, dtype=float)), np.radians(np.asarray(lat, dtype=float))
    normal = A_KM / np.sqrt(1 - _E2 * np.sin(phi) ** 2)
    across = normal * np.cos(phi)
    return np.stack([across * np.cos(lam), across * np.sin(lam), normal * (1 - _E2) * np.sin(phi)])


def chord_limits(km: np.ndarray | float) -> tuple[np.ndarray, np.ndarray]:
    """The chords (km) below which points are surely nearer than `km`, and above which they surely are not."""
    shortest, longest = (
        2 * radius * np.sin(np.minimum(np.asarray(km, dtype=float) / (2 * radius), np.pi / 2))
        for radius in (_TIGHTEST, _WIDEST)
    )
    return shortest - _ROUNDING_KM, longest + _ROUNDING_KM


class Points:
    """(n,) points, degrees; one without coordinates is within no distance."""

    def __init__(self, lon: np.ndarray, lat: np.ndarray) -> None:
        self.lon, self.lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
        self.xyz = through_earth(self.lon, self.lat)

    def __len__(self) -> int:
        return int(self.lon.size)

    def beyond(self, lon0: float, lat0: float, radii_km: np.ndarray) -> np.ndarray:
        """How many of the rising radii round a place are smaller than each point's geodesic distance: (n,) integers.

        A distance equal to a radius is not beyond it. The same as comparing `geodesy.distances_km` with the radii.
        """
        radii = np.asarray(radii_km, dtype=float)
        squared = self._squared_chords(lon0, lat0)
        below, above = (np.sign(limit) * limit**2 for limit in chord_limits(radii))
        result = np.full(len(self), radii.size, dtype=np.intp)
        near = np.flatnonzero(squared <= above[-1])
        edges = np.concatenate([below, above])
        order = np.argsort(edges, kind="stable")
        slot = np.searchsorted(edges[order], squared[near], side="left")
        surely, perhaps = (
            np.concatenate([[0], np.cumsum(kind)])[slot] for kind in (order >= radii.size, order < radii.size)
        )
        result[near] = surely
        open_ = near[surely != perhaps]
        exact = distances_km(lon0, lat0, self.lon[open_], self.lat[open_])
        result[open_] = np.searchsorted(radii, exact, side="left")
        return result

    def distances_within_km(self, lon0: float, lat0: float, limit_km: float) -> np.ndarray:
        """Geodesic distances up to a limit, which is within; infinity beyond it and where a coordinate is missing."""
        above = float(chord_limits(limit_km)[1])
        near = np.flatnonzero(self._squared_chords(lon0, lat0) <= above**2)
        result = np.full(len(self), np.inf)
        exact = distances_km(lon0, lat0, self.lon[near], self.lat[near])
        result[near] = np.where(exact <= limit_km, exact, np.inf)
        return result

    def _squared_chords(self, lon0: float, lat0: float) -> np.ndarray:
        x, y, z = self.xyz - through_earth(np.array([lon0]), np.array([lat0]))
        squared: np.ndarray = x * x + y * y + z * z
        return squared
