# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints: the land of the places with recorded events, united and cut by GEOS, measured on the ellipsoid."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np
from qgis.core import QgsDistanceArea, QgsGeometry, QgsWkbTypes

from ..core.discs import distinct_places, grid_cells, touching_groups
from ..core.errors import FlashpointsError
from ..core.geodesy import discs
from ..core.text import translate
from .coordinates import transform_points

DISCS, GRID = "discs", "grid"
DEFAULT_SIZE_KM = {DISCS: 2.5, GRID: 10.0}
DEFINITIONS = {DISCS: "footprint-discs/1", GRID: "footprint-grid/1"}
_GRID_CRS = "ESRI:54034"  # cylindrical equal area: its cells are bounded by meridians and parallels
_BATCH = 2000


def footprint(
    longitude: np.ndarray,
    latitude: np.ndarray,
    method: str = DISCS,
    size_km: float | None = None,
    progress: Callable[[float], bool] = lambda fraction: True,
) -> list[QgsGeometry]:
    """The footprint of points as disjoint multipolygons in WGS 84.

    discs : geodesic discs of radius size_km (2.5) round the distinct points, united.
    grid : cells of side size_km (10) of an equal-area grid that hold a point.

    Raises
    ------
    FlashpointsError : for a size that makes no disc or cell, or when cancelled.
    """
    size = DEFAULT_SIZE_KM[method] if size_km is None else size_km
    if not np.isfinite(size) or size <= 0:
        raise FlashpointsError(
            translate("Footprint", "A size of {size} km makes no area.").format(size=f"{size:g}"),
            remedy=translate("Footprint", "Give a number of kilometres above 0."),
        )
    places = distinct_places(longitude, latitude)
    if not len(places):
        return []
    if method == GRID:
        return _cells(places, size)
    groups = touching_groups(places, size)
    parts = [_as_geometry(rings) for rings in _rings_in_batches(places[groups[0]], size)]
    for index, group in enumerate(groups[1:]):
        united = QgsGeometry.unaryUnion(
            [_as_geometry(rings) for rings in _rings_in_batches(places[group], size)]
        )
        _check_union(united)
        parts.append(united)
        if not progress((index + 1) / len(groups)):
            raise FlashpointsError(translate("Footprint", "Cancelled; nothing was written."))
    return parts


def _rings_in_batches(places: np.ndarray, radius_km: float) -> list[np.ndarray]:
    """Disc rings, a batch at a time; a disc that crosses the antimeridian is there on both of its sides."""
    batches = []
    for start in range(0, len(places), _BATCH):
        rings = discs(places[start : start + _BATCH, 0], places[start : start + _BATCH, 1], radius_km)
        east, west = rings[..., 0].max(axis=1) > 180, rings[..., 0].min(axis=1) < -180
        shift = np.array([360.0, 0.0])
        batches.append(np.concatenate([rings, rings[east] - shift, rings[west] + shift]))
    return batches


def _cells(places: np.ndarray, size_km: float) -> list[QgsGeometry]:
    side = size_km * 1000.0
    corners = grid_cells(*transform_points(places[:, 0], places[:, 1], "EPSG:4326", _GRID_CRS), side)
    square = np.array([[0, 0], [side, 0], [side, side], [0, side]])
    plane = corners[:, None, :] + square[None, :, :]
    x, y = transform_points(plane[..., 0].ravel(), plane[..., 1].ravel(), _GRID_CRS, "EPSG:4326")
    united = QgsGeometry.unaryUnion([_as_geometry(np.stack([x, y], axis=-1).reshape(plane.shape))])
    _check_union(united)
    return [united]


def _as_geometry(rings: np.ndarray) -> QgsGeometry:
    """A multipolygon from an (n, vertices, 2) array of open rings, through WKB in one piece."""
    count, vertices, _ = rings.shape
    polygon = np.dtype(
        [
            ("order", "u1"),
            ("type", "<u4"),
            ("rings", "<u4"),
            ("points", "<u4"),
            ("xy", "<f8", (vertices + 1, 2)),
        ]
    )
    array = np.zeros(count, dtype=polygon)
    array["order"], array["type"], array["rings"], array["points"] = 1, 3, 1, vertices + 1
    array["xy"] = np.concatenate([rings, rings[:, :1]], axis=1)
    geometry = QgsGeometry()
    geometry.fromWkb(struct.pack("<BII", 1, 6, count) + array.tobytes())
    return geometry


def polygon(ring: np.ndarray) -> QgsGeometry:
    """A polygon from a (vertices, 2) array that is not closed."""
    geometry = _as_geometry(ring[None, :, :])
    geometry.convertToSingleType()
    return geometry


def _check_union(geometry: QgsGeometry) -> None:
    if geometry.isNull():
        raise FlashpointsError(
            translate("Footprint", "The discs could not be united: {reason}.").format(
                reason=geometry.lastError()
            )
        )


def collect(parts: list[QgsGeometry]) -> QgsGeometry:
    """Disjoint polygons as one multipolygon; an empty one when there are none."""
    polygons = [part for geometry in parts for part in _polygons(geometry)]
    if not polygons:
        return QgsGeometry.fromWkt("MULTIPOLYGON EMPTY")
    collected = QgsGeometry.collectGeometry(polygons)
    collected.convertToMultiType()
    return collected


def _polygons(geometry: QgsGeometry) -> list[QgsGeometry]:
    if geometry.isNull() or geometry.isEmpty():
        return []
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    return [part for part in geometry.asGeometryCollection() if part.type() == polygons]


def cut(parts: list[QgsGeometry], region: QgsGeometry) -> QgsGeometry:
    """The part of a footprint that lies in a region; what lies in it wholly is not cut again."""
    engine = QgsGeometry.createGeometryEngine(region.constGet())
    engine.prepareGeometry()
    bounds = region.boundingBox()
    inside: list[QgsGeometry] = []
    for part in parts:
        for polygon in _polygons(part):
            if not bounds.intersects(polygon.boundingBox()) or not engine.intersects(polygon.constGet()):
                continue
            whole = engine.contains(polygon.constGet())
            inside.append(polygon if whole else polygon.intersection(region))
    return collect(inside)


def area_km2(geometry: QgsGeometry) -> float:
    """Area on the WGS 84 ellipsoid in km2."""
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    return float(measure.measureArea(geometry)) / 1e6 if not geometry.isEmpty() else 0.0
