# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances from lines: closed forms on the equator and on meridians, and brute force along fine points."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.near_lines import PIECE_KM, Line, piece_lengths_km
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.points import Points
from flashpoints.plugin.core.ring_engine import RingEngine
from flashpoints.plugin.core.rings import profile_rows, ring_rows
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")


def line(points: list[tuple[float, float]], name: str = "line") -> Line:
    """A line of geodesics between the points, in pieces of at most 5 km."""
    parts = []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        n = int(WGS84.inv(x0, y0, x1, y1)[2] / 1000 / PIECE_KM) + 1
        between = WGS84.npts(x0, y0, x1, y1, n - 1) if n > 1 else []
        ends = np.array([(x0, y0), *between, (x1, y1)])
        parts.append(np.stack([ends[:-1], ends[1:]], axis=1))
    return Line(name, np.concatenate(parts))


def away(one: Line, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    return one.distances_within_km(
        Points(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)), 20_010.0
    )


def test_from_the_equator_it_is_the_arc_of_the_meridian() -> None:
    equator = line([(-20.0, 0.0), (20.0, 0.0)])
    lon, lat = np.array([-11.3, 0.0, 3.333, 7.0]), np.array([0.4, -2.7, 10.0, 45.0])
    arcs = np.array([WGS84.inv(x, 0.0, x, y)[2] for x, y in zip(lon, lat)]) / 1000
    assert away(equator, lon, lat)[:3] == pytest.approx(arcs[:3], abs=5e-5)
    assert away(equator, lon, lat)[3] == pytest.approx(arcs[3], abs=0.002)  # 5,000 km off


def test_from_a_meridian_it_is_the_geodesic_that_meets_it_at_a_right_angle() -> None:
    meridian = line([(5.0, -30.0), (5.0, 60.0)])
    for foot, azimuth, km in (
        (12.0, 90.0, 50.0),
        (0.0, 270.0, 300.0),
        (-25.0, 90.0, 0.3),
        (55.0, 270.0, 1000.0),
    ):
        x, y, _ = WGS84.fwd(5.0, foot, azimuth, km * 1000)
        assert away(meridian, [x], [y])[0] == pytest.approx(km, abs=1e-7 * km)


def test_beyond_its_end_it_is_the_distance_from_the_end() -> None:
    equator = line([(0.0, 0.0), (10.0, 0.0)])
    lon, lat = np.array([-2.0, 13.0, 0.0, 10.0]), np.array([1.0, -4.0, 0.0, 0.0])
    ends = np.array([0.0, 10.0, 0.0, 10.0])
    assert away(equator, lon, lat) == pytest.approx(
        WGS84.inv(ends, np.zeros(4), lon, lat)[2] / 1000, abs=1e-6
    )


@pytest.mark.parametrize("far", [1.0, 8.0, 40.0])
def test_a_crooked_line_against_brute_force(far: float) -> None:
    rng = np.random.default_rng(3)
    course = np.cumsum(rng.uniform(-0.6, 0.7, (25, 2)), axis=0) + [-8, 14]
    crooked = line([tuple(point) for point in course])
    lon, lat = rng.uniform(-8 - far, -4 + far, 40), rng.uniform(14 - far, 17 + far, 40)
    found = away(crooked, lon, lat)
    for x, y, km in zip(lon, lat, found):
        best = np.inf
        for (x0, y0), (x1, y1) in zip(course, course[1:]):
            fine = np.array([(x0, y0), *WGS84.npts(x0, y0, x1, y1, 1000), (x1, y1)])
            best = min(best, WGS84.inv(np.full(len(fine), x), np.full(len(fine), y), *fine.T)[2].min() / 1000)
        assert best - 0.03 < km < best + 1e-5  # brute force is at most half a step, 30 m, too far off


def test_a_limit_leaves_out_what_is_further() -> None:
    equator = line([(0.0, 0.0), (10.0, 0.0)])
    points = Points(np.array([5.0, 5.0, 5.0, np.nan]), np.array([0.5, 2.0, -0.5, 1.0]))
    every = equator.distances_within_km(points, 1000.0)
    assert np.isinf(every).tolist() == [False, False, False, True]
    for limit in (every[0], every[0] - 1e-6):
        fresh = line([(0.0, 0.0), (10.0, 0.0)])
        for one in (equator, fresh):  # the first has solved more, which it keeps
            found = one.distances_within_km(points, limit)
            assert np.isfinite(found).tolist() == [limit == every[0], False, limit == every[0], False]
    assert equator.beyond(points, np.array([50.0, 60.0])).tolist() == [1, 2, 1, 2]


def test_across_the_180th_meridian_and_over_a_pole() -> None:
    pacific = line([(178.0, 10.0), (-178.0, 10.0)])
    x, y, _ = WGS84.fwd(180.0, WGS84.npts(178.0, 10.0, -178.0, 10.0, 1)[0][1], 0.0, 25_000)
    assert away(pacific, [x], [y])[0] == pytest.approx(25.0, abs=1e-4)
    polar = line([(0.0, 88.0), (0.0, 90.0), (180.0, 88.0)])
    found = away(polar, [90.0, 37.0], [89.0, 90.0])
    assert found == pytest.approx([WGS84.inv(90, 89, 0, 90)[2] / 1000, 0.0], abs=1e-6)


def test_counts_along_a_line_are_those_of_a_loop() -> None:
    rng = np.random.default_rng(9)
    n = 500
    frame = pd.DataFrame(
        {
            "event_date": pd.Timestamp("2022-07-01") + pd.to_timedelta(rng.integers(0, 365, n), unit="D"),
            "longitude": rng.uniform(-3, 3, n), "latitude": rng.uniform(-3, 3, n),
            "geo_precision": rng.choice([1.0, 3.0], n), "fatalities": 1.0,
        }
    )  # fmt: skip
    periods = [parse_period("2022-H2"), parse_period("2023-H1")]
    equator, meridian = (
        line([(-9.0, 0.0), (9.0, 0.0)], "equator"),
        line([(0.0, -9.0), (0.0, 9.0)], "meridian"),
    )
    engine = RingEngine(frame, periods)
    rows = ring_rows(engine, [equator, meridian], [25, 100]).set_index(["centre", "radius_km", "period"])
    to_equator = (
        np.array([WGS84.inv(x, 0, x, y)[2] for x, y in zip(frame["longitude"], frame["latitude"])]) / 1000
    )
    for km in (25.0, 100.0):
        for period in periods:
            here = (frame["event_date"].dt.date >= period.start) & (frame["event_date"].dt.date <= period.end)
            assert rows.loc[("equator", km, period.label), "events"] == (here & (to_equator <= km)).sum()
    assert rows.loc[("meridian", 25.0, "2023-H1"), "events"] > 0
    by_distance = profile_rows(engine, [equator]).set_index(["period", "radius_km"])["events"]
    assert by_distance["2023-H1", 100.0] == rows.loc[("equator", 100.0, "2023-H1"), "events"]
    settled = engine.settle(equator, 300.0).counts(np.array([25.0, 100.0]))
    assert settled[0, :, 0, 1].tolist() == [
        rows.loc[("equator", km, "2023-H1"), "events"] for km in (25.0, 100.0)
    ]


@pytest.mark.parametrize("start", [(-8.0, 14.0), (178.5, -60.0), (10.0, 84.0)])
def test_the_boxes_of_a_band_hold_all_that_is_near(start: tuple[float, float]) -> None:
    rng = np.random.default_rng(4)
    course = np.cumsum(rng.uniform(-0.5, 0.6, (12, 2)), axis=0) + start
    course[:, 0] = (course[:, 0] + 180) % 360 - 180
    one = line([tuple(point) for point in course])
    lon, lat = rng.uniform(-180, 180, 20_000), rng.uniform(-90, 90, 20_000)
    away = one.distances_within_km(Points(lon, lat), 500.0)
    inside = np.zeros(len(lon), dtype=bool)
    for west, south, east, north in one.boxes(500.0):
        inside |= (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    assert (away <= 500).sum() > 10
    assert inside[away <= 500].all()


def test_what_is_no_line() -> None:
    with pytest.raises(FlashpointsError, match="no length"):
        Line("nothing", np.empty((0, 2, 2)))
    with pytest.raises(FlashpointsError, match="latitude 91"):
        Line("off", np.array([[[0.0, 0.0], [0.0, 91.0]]]))
    with pytest.raises(ValueError, match="too long"):
        Line("coarse", np.array([[[0.0, 0.0], [1.0, 0.0]]]))
    assert piece_lengths_km(np.array([[[0.0, 0.0], [1.0, 0.0]]])) == pytest.approx([111.3195], abs=1e-4)
    assert len(away(line([(0.0, 0.0), (0.1, 0.0)]), [], [])) == 0
