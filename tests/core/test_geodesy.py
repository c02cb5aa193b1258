# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances and circles, against published numbers and PROJ's own area."""

from __future__ import annotations

import numpy as np
import pytest
from flashpoints.plugin.core import geodesy
from flashpoints.plugin.core.errors import FlashpointsError
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

BAMAKO = (-8.0029, 12.6392)
WGS84 = Geod(ellps="WGS84")
longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


def test_distances_from_bamako() -> None:
    lon = np.array([-7.4790, -7.5599, -6.2157, -9.4895])  # Bougouni, Koulikoro, Segou, Kita
    lat = np.array([11.4177, 12.8627, 13.4317, 13.0349])
    km = geodesy.distances_km(*BAMAKO, lon, lat)
    assert km == pytest.approx([146.674, 54.088, 212.759, 167.209], abs=0.001)


def test_bougouni_is_within_150_km_which_web_mercator_denies() -> None:
    assert geodesy.distances_km(*BAMAKO, np.array([-7.4790]), np.array([11.4177]))[0] < 150
    x, y = (np.radians([BAMAKO[0], -7.4790]) * 6378.137, np.radians([BAMAKO[1], 11.4177]))
    mercator = np.hypot(np.diff(x), np.diff(np.log(np.tan(np.pi / 4 + y / 2)) * 6378.137))[0]
    assert mercator == pytest.approx(150.769, abs=0.001)


def test_distances_keep_shape_and_pass_on_missing_coordinates() -> None:
    km = geodesy.distances_km(*BAMAKO, np.array([[-8.0, np.nan]]), np.array([[12.0, 12.0]]))
    assert km.shape == (1, 2)
    assert np.isnan(km).tolist() == [[False, True]]
    assert geodesy.distances_km(*BAMAKO, np.array([]), np.array([])).shape == (0,)


def test_area_of_the_150_km_ring() -> None:
    ring = geodesy.circle(*BAMAKO, 150)
    assert ring.shape == (360, 2)
    area, _ = WGS84.polygon_area_perimeter(ring[:, 0], ring[:, 1])
    assert area / 1e6 == pytest.approx(70678.97, abs=0.005)  # positive: counter-clockwise


def test_every_vertex_lies_on_the_radius_and_the_first_is_north() -> None:
    lon, lat = np.array([-8.0, 0.0, 25.0]), np.array([12.6, 0.0, -60.0])
    rings = geodesy.discs(lon, lat, 2.5, vertices=90)
    assert rings.shape == (3, 90, 2)
    for x, y, ring in zip(lon, lat, rings):
        assert geodesy.distances_km(x, y, ring[:, 0], ring[:, 1]) == pytest.approx(np.full(90, 2.5), abs=1e-6)
        assert ring[0, 0] == pytest.approx(x, abs=1e-9)
        assert ring[0, 1] > y
        assert len(np.unique(ring, axis=0)) == 90  # not closed


@pytest.mark.parametrize(("lat", "radius"), [(12.6, 2.5), (0.0, 10.0), (17.0, 1.0), (-45.0, 150.0)])
def test_area_of_a_disc_errs_by_less_than_a_thousandth(lat: float, radius: float) -> None:
    areas = []
    for vertices in (90, 20000):
        ring = geodesy.circle(-8.0, lat, radius, vertices)
        areas.append(WGS84.polygon_area_perimeter(ring[:, 0], ring[:, 1])[0])
    lost = 1 - areas[0] / areas[1]
    assert 0.0007 < lost < 0.001
    assert lost == pytest.approx(1 - 90 / (2 * np.pi) * np.sin(2 * np.pi / 90), abs=1e-5)
    assert areas[1] / 1e6 == pytest.approx(np.pi * radius**2, rel=1e-3)


def test_a_ring_across_the_180th_meridian_stays_in_one_piece() -> None:
    for lon in (179.9, -179.9):
        ring = geodesy.circle(lon, 12.0, 150)
        assert np.ptp(ring[:, 0]) < 3
        assert geodesy.distances_km(lon, 12.0, ring[:, 0], ring[:, 1]) == pytest.approx(np.full(360, 150.0))


@pytest.mark.parametrize("radius", [0, -5, float("nan"), float("inf")])
def test_no_ring_of_such_a_radius(radius: float) -> None:
    with pytest.raises(FlashpointsError, match="above 0"):
        geodesy.circle(*BAMAKO, radius)


def test_no_ring_round_such_a_point_or_of_two_corners() -> None:
    with pytest.raises(FlashpointsError, match="latitude 91"):
        geodesy.discs(np.array([0.0, 1.0]), np.array([0.0, 91.0]), 5)
    with pytest.raises(FlashpointsError, match="nan"):
        geodesy.circle(float("nan"), 0, 5)
    with pytest.raises(FlashpointsError, match="3 vertices"):
        geodesy.circle(*BAMAKO, 5, vertices=2)


@given(
    lon=st.floats(-360, 360),
    lat=st.floats(-90, 90),
    radius=st.floats(0.1, 20_000),
    azimuth=st.floats(0, 360),
    share=st.floats(0, 1),
)
def test_what_is_within_a_radius_is_in_its_boxes(
    lon: float, lat: float, radius: float, azimuth: float, share: float
) -> None:
    x, y, _ = WGS84.fwd(lon, lat, azimuth, radius * share * 1000)
    boxes = geodesy.boxes_round(lon, lat, radius)
    assert any(w <= x <= e and s <= y <= n for w, s, e, n in boxes)
    assert all(-180 <= w <= e <= 180 and -90 <= s <= n <= 90 for w, s, e, n in boxes)


def test_boxes_are_not_much_larger_than_their_circle() -> None:
    ((west, south, east, north),) = geodesy.boxes_round(-8.0029, 12.6392, 150)
    edge = geodesy.circle(-8.0029, 12.6392, 150)
    assert east - west < 1.02 * np.ptp(edge[:, 0]) and north - south < 1.02 * np.ptp(edge[:, 1])
    assert len(geodesy.boxes_round(179.5, -17, 100)) == 2
