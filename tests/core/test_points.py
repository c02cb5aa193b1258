# SPDX-License-Identifier: GPL-2.0-or-later
"""Which points lie within some distances: the chord's short cut against the full geodesic."""

from __future__ import annotations

import numpy as np
import pytest
from flashpoints.plugin.core.points import Points, chord_limits, through_earth
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer

BAMAKO, BOUGOUNI = (-8.0029, 12.6392), (-7.4790, 11.4177)
WGS84 = Geod(ellps="WGS84")
longitudes = st.floats(-180, 180) | st.sampled_from([-180.0, -179.999, 0.0, 179.999, 180.0])
latitudes = st.floats(-90, 90) | st.sampled_from([-90.0, -89.9999, 0.0, 1e-9, 89.9999, 90.0])


def geodesic(lon: float, lat: float, points: list[tuple[float, float]]) -> np.ndarray:
    return np.array([WGS84.inv(lon, lat, *point)[2] for point in points]) / 1000


@settings(max_examples=300)
@given(
    longitudes, latitudes, st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=20),
    st.lists(st.floats(0.1, 20_010), min_size=1, max_size=8),
)  # fmt: skip
@example(0.0, 0.0, [(179.9, 0.1), (-179.9, -0.1), (180.0, 0.0)], [0.1, 20_000.0, 20_003.0])
@example(179.99, 10.0, [(-179.99, 10.0)], [2.0, 5.0])
@example(12.0, 90.0, [(-77.0, 89.0), (100.0, -90.0)], [111.69, 111.7, 20_003.93])
def test_the_chord_decides_as_the_geodesic_does(
    lon: float, lat: float, points: list[tuple[float, float]], radii: list[float]
) -> None:
    expected = geodesic(lon, lat, points)
    asked = np.unique([*radii, *expected[expected > 0]])  # points exactly on a radius, too
    made = Points(*np.array(points).T)
    assert made.beyond(lon, lat, asked).tolist() == [int((asked < away).sum()) for away in expected]
    limit = asked[-1] / 2
    within = np.where(expected <= limit, expected, np.inf)
    assert made.distances_within_km(lon, lat, limit).tolist() == within.tolist()


@settings(max_examples=200)
@given(longitudes, latitudes, st.floats(0, 360), st.floats(0.001, 20_000))
def test_no_chord_leaves_its_limits(lon: float, lat: float, azimuth: float, km: float) -> None:
    x, y, _ = WGS84.fwd(lon, lat, azimuth, km * 1000)
    away = WGS84.inv(lon, lat, x, y)[2] / 1000  # shorter than km beyond the antipode
    low, high = chord_limits(away)
    ends = through_earth(np.array([lon, x]), np.array([lat, y]))
    assert low < np.linalg.norm(ends[:, 0] - ends[:, 1]) < high


def test_coordinates_through_the_earth_are_those_of_proj() -> None:
    to_xyz = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
    lon, lat = np.array([0.0, -8.0029, 179.0, 12.0]), np.array([0.0, 12.6392, -45.0, 90.0])
    expected = np.array(to_xyz.transform(lon, lat, np.zeros(4))) / 1000
    assert through_earth(lon, lat) == pytest.approx(expected, abs=1e-9)


def test_few_points_are_left_open() -> None:
    """Half a metre at a ring of 300 km; 3.6 km would be open to a sphere with its 0.6 %."""
    low, high = chord_limits(np.array([150.0, 300.0]))
    assert (high - low).tolist() == pytest.approx([7.2e-5, 5.6e-4], rel=0.05)


def test_a_distance_equal_to_the_limit_is_within_and_missing_is_not() -> None:
    points = Points(np.array([BOUGOUNI[0], np.nan]), np.array([BOUGOUNI[1], 11.0]))
    exact = geodesic(*BAMAKO, [BOUGOUNI])[0]
    radii = np.array([np.nextafter(exact, 0), exact, 150.0])
    assert points.beyond(*BAMAKO, radii).tolist() == [1, 3]
    assert points.distances_within_km(*BAMAKO, exact).tolist() == [exact, np.inf]
    assert points.distances_within_km(*BAMAKO, np.nextafter(exact, 0)).tolist() == [np.inf, np.inf]


def test_no_points_at_all() -> None:
    assert Points(np.empty(0), np.empty(0)).beyond(*BAMAKO, np.array([150.0])).shape == (0,)
