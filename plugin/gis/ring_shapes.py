# SPDX-License-Identifier: GPL-2.0-or-later
"""What rings and bands look like on a map, how far they lie on each other, and which countries they reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.geodesy import circle, discs, distances_km
from ..core.near_lines import Line
from ..core.ring_engine import Centre, Site
from .basemap import REGIONS, open_world_map
from .basemap_names import country_name
from .footprints import area_km2, collect, polygon
from .frames import EventSource
from .region_sources import country_codes, shape_of

_BAND_VERTICES = 144
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_MOST_KM = 20_003.93
"""No two places are further apart than the poles."""


def ring_shape(centre: Centre, radius_km: float, vertices: int = 360) -> QgsGeometry:
    """The geodesic circle of a ring as polygons of longitude and latitude.

    One that crosses the 180th meridian runs on past it. One with a pole in it goes to the map's edge at that pole, one
    with both is all but the far side of the Earth.
    """
    if radius_km >= _MOST_KM:
        return _box(*_WORLD)
    ring = circle(centre.lon, centre.lat, radius_km, vertices)
    steps = (np.diff(ring[:, 0], append=ring[0, 0]) + 180) % 360 - 180
    away = distances_km(centre.lon, centre.lat, np.zeros(2), np.array([90.0, -90.0]))
    poles = [pole for pole, km in zip((90.0, -90.0), away) if km <= radius_km]
    if not poles:
        return polygon(ring)
    if len(poles) == 2:
        hole = polygon(
            np.column_stack([centre.lon + 180 + _unrolled(ring[:, 0] - centre.lon - 180), ring[:, 1]])
        )
        if radius_km > 19_000:
            hole = hole.convexHull()  # so near the far side of the Earth a circle crosses itself
        hole = QgsGeometry.unaryUnion([hole, _moved(hole, 360), _moved(hole, -360)])
        return _box(*_WORLD).difference(hole)
    x = ring[0, 0] + np.concatenate([[0], np.cumsum(steps)])
    edge = np.array([[x[-1], poles[0]], [x[0], poles[0]]])
    open_ring = np.vstack([np.column_stack([x, np.append(ring[:, 1], ring[0, 1])]), edge])
    shape = polygon(open_ring)
    shape = QgsGeometry.unaryUnion([shape, _moved(shape, 360), _moved(shape, -360)])
    return shape.intersection(_box(*_WORLD))


def _unrolled(away: np.ndarray) -> np.ndarray:
    return np.asarray((away + 180) % 360 - 180)


def _moved(shape: QgsGeometry, degrees: float) -> QgsGeometry:
    other = QgsGeometry(shape)
    other.translate(degrees, 0)
    return other


def _box(west: float, south: float, east: float, north: float) -> QgsGeometry:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in corners]])


def band_shape(line: Line, distance_km: float) -> QgsGeometry:
    """The band on both sides of a line: each piece's hull of the circles round its ends, united."""
    ends = line.pieces.copy()
    step = ends[:, 1, 0] - ends[:, 0, 0]
    ends[:, 1, 0] -= 360.0 * (step > 180) - 360.0 * (step < -180)
    rings = discs(ends[..., 0].ravel(), ends[..., 1].ravel(), distance_km, _BAND_VERTICES)
    pairs = rings.reshape(len(ends), 2 * _BAND_VERTICES, 2)
    hulls = [QgsGeometry.fromMultiPointXY([QgsPointXY(x, y) for x, y in pair]).convexHull() for pair in pairs]
    return collect([QgsGeometry.unaryUnion(hulls)])


def shape_of_site(site: Site, km: float) -> QgsGeometry:
    """The area within a distance of a centre or a line."""
    if isinstance(site, Line):
        return band_shape(site, km)
    if isinstance(site, Centre):
        return ring_shape(site, km)
    raise TypeError("neither a centre nor a line")


def overlap_km2(shapes: Sequence[QgsGeometry]) -> float:
    """How much land and sea lies in more than one of the shapes, each part counted as often as it is too many."""
    if len(shapes) < 2:
        return 0.0
    alone = sum(area_km2(shape) for shape in shapes)
    return float(max(alone - area_km2(QgsGeometry.unaryUnion(list(shapes))), 0.0))


def missing_countries(source: EventSource, shapes: Iterable[QgsGeometry]) -> list[str]:
    """Countries that a ring or band reaches and of which the file holds no event, by the world map."""
    held = [row["country"] for row in source.rows("coverage") if row["country"]]
    if not held and "country" in source.columns:
        held = [str(name) for name in source.read(["country"])["country"].dropna().unique()]
    codes = set(country_codes(held).values())
    dataset = open_world_map()
    layer = dataset.GetLayerByName(REGIONS)
    reached: dict[str, str] = {}
    for shape in (moved for one in shapes for moved in _onto_the_map(one)):
        box = shape.boundingBox()
        engine = QgsGeometry.createGeometryEngine(shape.constGet())
        engine.prepareGeometry()
        layer.SetSpatialFilterRect(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        for feature in layer:
            code = feature.GetField("adm0_a3")
            if code in codes or code in reached:
                continue
            region = shape_of(feature)  # held: the engine looks at what it owns
            if engine.intersects(region.constGet()):
                reached[code] = feature.GetField("admin")
    del layer, dataset
    return sorted(country_name(name) for name in reached.values())


def _onto_the_map(shape: QgsGeometry) -> list[QgsGeometry]:
    """A shape, and what of it runs on past the 180th meridian, moved to where the map has it."""
    box = shape.boundingBox()
    east, west = box.xMaximum() > 180, box.xMinimum() < -180
    return [shape, *([_moved(shape, -360)] if east else []), *([_moved(shape, 360)] if west else [])]
