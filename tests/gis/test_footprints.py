# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints against areas known in closed form, wherever on Earth, and against a Monte Carlo."""

from __future__ import annotations

import math

import numpy as np
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.geodesy import distances_km
from flashpoints.plugin.gis.footprints import area_km2, collect, cut, disc_area_km2, footprint
from pyproj import Geod
from qgis.core import QgsGeometry, QgsRectangle

GEOD = Geod(ellps="WGS84")


def area(lon: list[float], lat: list[float], **options: object) -> float:
    return area_km2(collect(footprint(np.array(lon), np.array(lat), **options)))


def box(west: float, south: float, east: float, north: float) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(west, south, east, north))


@pytest.mark.parametrize(
    ("lon", "lat"), [(-8.0, 12.6), (0.0, 0.0), (-6.0, 14.0), (179.995, 10.0), (-180.0, -45.0), (20.0, 70.0)]
)
@pytest.mark.parametrize("radius", [2.5, 10.0])
def test_one_disc_has_the_area_of_a_disc(lon: float, lat: float, radius: float) -> None:
    """Also on the equator, on the border of two UTM zones and across the antimeridian."""
    world = box(-180, -90, 180, 90)
    covered = area_km2(cut(footprint(np.array([lon]), np.array([lat]), size_km=radius), world))
    assert covered == pytest.approx(math.pi * radius**2, rel=1e-3)


@pytest.mark.parametrize(("lon", "lat"), [(0.0, 0.0), (-4.2, 14.5), (-6.0, 14.0), (30.0, 60.0)])
def test_two_discs_that_overlap(lon: float, lat: float) -> None:
    """Union of two discs of radius 5, 5 apart: 126.3704 in the plane."""
    east, north, _ = GEOD.fwd(lon, lat, 90, 5000)
    assert area([lon, east], [lat, north], size_km=5.0) == pytest.approx(126.3704, rel=1e-3)
    east, north, _ = GEOD.fwd(lon, lat, 37, 10_100)  # just apart
    assert area([lon, east], [lat, north], size_km=5.0) == pytest.approx(2 * math.pi * 25, rel=1e-3)


def test_a_place_counts_once_however_often_it_recurs() -> None:
    assert area([1.0] * 50, [14.0] * 50) == pytest.approx(math.pi * 2.5**2, rel=1e-3)


def test_nothing_has_no_area() -> None:
    assert footprint(np.array([]), np.array([])) == []
    assert area([float("nan")], [12.0]) == 0.0


def test_a_disc_on_a_border_is_shared_between_both_sides() -> None:
    parts = footprint(np.array([-6.0]), np.array([14.0]))
    west, east = cut(parts, box(-7, 13, -6, 15)), cut(parts, box(-6, 13, -5, 15))
    half = math.pi * 2.5**2 / 2
    assert area_km2(west) == pytest.approx(half, rel=1e-3) and area_km2(east) == pytest.approx(half, rel=1e-3)
    assert area_km2(cut(parts, box(0, 0, 1, 1))) == 0.0


def test_a_disc_across_the_antimeridian_lies_on_both_its_sides() -> None:
    parts = footprint(np.array([180.0]), np.array([0.0]))
    half = math.pi * 2.5**2 / 2
    for region in (box(179, -1, 180, 1), box(-180, -1, -179, 1)):
        assert area_km2(cut(parts, region)) == pytest.approx(half, rel=2e-3)


def test_many_discs_against_a_monte_carlo() -> None:
    generator = np.random.default_rng(11)
    lon, lat = generator.uniform(-4.3, -4.0, 60), generator.uniform(14.0, 14.3, 60)
    west, east, south, north, tries = -4.4, -3.9, 13.9, 14.4, 60_000
    x = generator.uniform(west, east, tries)
    y = np.degrees(
        np.arcsin(generator.uniform(math.sin(math.radians(south)), math.sin(math.radians(north)), tries))
    )
    hit = np.zeros(tries, dtype=bool)
    for one, other in zip(lon, lat):
        hit |= distances_km(one, other, x, y) <= 2.5
    whole = abs(GEOD.polygon_area_perimeter([west, east, east, west], [south, south, north, north])[0]) / 1e6
    share = hit.mean()
    error = whole * math.sqrt(share * (1 - share) / tries)
    assert area(list(lon), list(lat)) == pytest.approx(whole * share, abs=4 * error)


def test_a_grid_cell_has_its_area_anywhere() -> None:
    for lat in (0.05, 14.5, 55.0):
        assert area([-4.2], [lat], method="grid") == pytest.approx(100.0, rel=2e-3)
    assert area([-4.2, -4.2001], [14.5, 14.5], method="grid", size_km=1.0) in (
        pytest.approx(1.0, rel=2e-3),
        pytest.approx(2.0, rel=2e-3),
    )


WORLD = box(-180, -90, 180, 90)


def lens(radius: float, apart: float) -> float:
    """Area in the plane that two discs have in common."""
    half = apart / 2
    return 2 * radius**2 * math.acos(half / radius) - half * math.sqrt(4 * radius**2 - apart**2)


EVERYWHERE = {
    "plain": (-4.2, 14.5),
    "on the equator": (12.0, 0.0),
    "on the border of two UTM zones": (-6.0, 14.0),
    "at the antimeridian": (180.0, -16.5),
    "just east of the antimeridian": (-179.99, 52.0),
    "five radii from the pole": (33.0, 89.8),
    "far south": (-60.0, -75.0),
}


@pytest.mark.parametrize("azimuth", [0.0, 37.0, 90.0])
@pytest.mark.parametrize(("lon", "lat"), EVERYWHERE.values(), ids=EVERYWHERE)
def test_union_common_and_remaining_land_of_two_discs(lon: float, lat: float, azimuth: float) -> None:
    """By the formula of a lens, to 0.1 %: newly recorded, in both, no longer recorded, and their sums."""
    radius, apart = 5.0, 5.0
    x, y, _ = GEOD.fwd(lon, lat, azimuth, 1000 * apart)
    one, other, both = (
        cut(footprint(np.array(xs), np.array(ys), size_km=radius), WORLD)
        for xs, ys in (([lon], [lat]), ([x], [y]), ([lon, x], [lat, y]))
    )
    disc, common = math.pi * radius**2, lens(radius, apart)
    assert 2 * disc - common == pytest.approx(126.3704, abs=5e-5)  # the number of the field's table
    for measure in (area_km2, disc_area_km2):
        assert measure(both) == pytest.approx(2 * disc - common, rel=1e-3)
        assert measure(one.intersection(other)) == pytest.approx(common, rel=1e-3)
        assert measure(other.difference(one)) == pytest.approx(disc - common, rel=1e-3)
        assert measure(one.difference(other)) == pytest.approx(disc - common, rel=1e-3)


@pytest.mark.parametrize(("lon", "lat"), EVERYWHERE.values(), ids=EVERYWHERE)
@pytest.mark.parametrize("offset", [0.0, 0.5, 0.9, -0.7])
def test_a_disc_near_a_straight_edge_of_its_region(lon: float, lat: float, offset: float) -> None:
    """The edge is a meridian, which is a straight line on the ground; east of it lies a circular segment."""
    radius = 5.0
    x, y, _ = GEOD.fwd(lon, lat, 270, 1000 * radius * offset)  # at right angles from the edge
    part = cut(footprint(np.array([x]), np.array([y]), size_km=radius), _west_of(lon))
    beyond = radius**2 * (math.acos(offset) - offset * math.sqrt(1 - offset**2))
    expected = math.pi * radius**2 - beyond
    assert disc_area_km2(part) == pytest.approx(expected, rel=1e-3)
    assert area_km2(part) == pytest.approx(expected, rel=1e-3)


def _west_of(x: float) -> QgsGeometry:
    """The half of the Earth that lies west of a meridian."""
    if x <= 0:
        return box(-180, -90, x, 90).combine(box(x + 180, -90, 180, 90))
    return box(x - 180, -90, x, 90)


@pytest.mark.parametrize("lon", [179.99, 180.0, -179.99])
@pytest.mark.parametrize("lat", [0.01, 14.3, -52.0])
def test_a_cell_across_the_antimeridian_is_one_cell(lon: float, lat: float) -> None:
    cell = cut(footprint(np.array([lon]), np.array([lat]), "grid"), WORLD)
    assert area_km2(cell) == pytest.approx(100.0, rel=1e-3)
    assert disc_area_km2(cell) == pytest.approx(100.0, rel=1e-3)
    assert cell.boundingBox().xMaximum() == 180.0 and cell.boundingBox().xMinimum() == -180.0


@pytest.mark.parametrize("method", ["discs", "grid"])
@pytest.mark.parametrize("size", [0.1, 1.0, 100.0, 1000.0])
def test_small_and_large_sizes(method: str, size: float) -> None:
    """A large disc is a cap of the Earth, smaller than a disc of the plane."""
    covered = cut(footprint(np.array([-4.0]), np.array([14.0]), method, size), WORLD)
    sphere = 6371.0088
    cap = 2 * math.pi * sphere**2 * (1 - math.cos(size / sphere))
    if method == "discs":
        assert area_km2(covered) == pytest.approx(cap, rel=1e-3)
    else:
        assert disc_area_km2(covered) == pytest.approx(size**2, rel=1e-3)


@pytest.mark.parametrize("method", ["discs", "grid"])
def test_a_size_beyond_any_place_is_refused(method: str) -> None:
    with pytest.raises(FlashpointsError, match="20,000 km is too large") as caught:
        footprint(np.array([-4.0]), np.array([14.0]), method, 20_000.0)
    assert "1,000" in str(caught.value.remedy)


@pytest.mark.parametrize("lat", [90.0, -90.0, 89.99])
def test_a_disc_round_a_pole_is_refused_and_not_measured_wrongly(lat: float) -> None:
    with pytest.raises(FlashpointsError, match="reaches the pole"):
        footprint(np.array([-4.0, 7.0]), np.array([14.0, lat]))
    assert footprint(np.array([7.0]), np.array([lat]), "grid")


@pytest.mark.parametrize("size", [0.0, -1.0, float("nan"), float("inf")])
def test_a_size_that_makes_no_area_is_said(size: float) -> None:
    with pytest.raises(FlashpointsError, match="makes no area"):
        footprint(np.array([1.0]), np.array([1.0]), size_km=size)


def test_cancel_stops() -> None:
    with pytest.raises(FlashpointsError, match="Cancelled"):
        footprint(np.array([1.0, 1.01]), np.array([1.0, 1.0]), progress=lambda fraction: False)
