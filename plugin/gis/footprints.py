# SPDX-License-Identifier: GPL-2.0-or-later
"""Footprints: the land of the places with recorded events, united and cut by GEOS, measured on the ellipsoid."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsGeometry,
    QgsWkbTypes,
)

from ..core.discs import check_poles, check_size, distinct_places, grid_cells, touching_groups
from ..core.errors import FlashpointsError
from ..core.geodesy import discs
from ..core.text import translate
from .coordinates import transform_points

DISCS, GRID = "discs", "grid"
DEFAULT_SIZE_KM = {DISCS: 2.5, GRID: 10.0}
DEFINITIONS = {DISCS: "footprint-discs/1", GRID: "footprint-grid/1"}
_GRID_CRS = "ESRI:54034"  # cylindrical equal area: its cells are bounded by meridians and parallels
_WGS84_AXES_M = (6378137.0, 6356752.314245179)
VERTICES = 48
_BATCH = 5000


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
    FlashpointsError : for a size that makes no disc or cell, for a disc round a pole, or when cancelled.
    """
    size = DEFAULT_SIZE_KM[method] if size_km is None else size_km
    check_size(size)
    places = distinct_places(longitude, latitude)
    if not len(places):
        return []
    if method == GRID:
        return _cells(places, size)
    check_poles(places, size)
    groups = touching_groups(places, size)
    parts = [_as_geometry(rings) for rings in _rings(places, [groups[0]], size)]
    for index, rings in enumerate(_rings(places, groups[1:], size)):
        united = QgsGeometry.unaryUnion([_as_geometry(rings)])
        _check_union(united)
        parts.append(united)
        if not progress((index + 1) / len(groups)):
            raise FlashpointsError(translate("Footprint", "Cancelled; nothing was written."))
    return parts


def _rings(places: np.ndarray, groups: list[np.ndarray], radius_km: float) -> Iterator[np.ndarray]:
    """The disc rings of each group, made for many groups at once.

    A ring is a regular polygon of the disc's own area, so that areas do not depend on the number of its corners. A
    disc that crosses the antimeridian is there on both of its sides.
    """
    angle = 2 * np.pi / VERTICES
    radius = radius_km * np.sqrt(angle / np.sin(angle))
    starts = np.cumsum([0, *(len(group) for group in groups)])
    first = 0
    while first < len(groups):
        last = max(int(np.searchsorted(starts, starts[first] + _BATCH, side="right")) - 1, first + 1)
        chosen = places[np.concatenate(groups[first:last])]
        made = (
            discs(chosen[:, 0], chosen[:, 1], radius, VERTICES) if len(chosen) else np.empty((0, VERTICES, 2))
        )
        for rings in np.split(made, starts[first + 1 : last] - starts[first]):
            if len(rings):
                yield _on_both_sides(rings)
        first = last


def _on_both_sides(rings: np.ndarray) -> np.ndarray:
    east, west = rings[..., 0].max(axis=1) > 180, rings[..., 0].min(axis=1) < -180
    if not (east.any() or west.any()):
        return rings
    shift = np.array([360.0, 0.0])
    return np.concatenate([rings, rings[east] - shift, rings[west] + shift])


def _cells(places: np.ndarray, size_km: float) -> list[QgsGeometry]:
    side = size_km * 1000.0
    corners = grid_cells(*transform_points(places[:, 0], places[:, 1], "EPSG:4326", _GRID_CRS), side)
    square = np.array([[0, 0], [side, 0], [side, side], [0, side]])
    plane = corners[:, None, :] + square[None, :, :]
    _, pole = transform_points(np.array([0.0]), np.array([90.0]), "EPSG:4326", _GRID_CRS)
    plane[..., 1] = np.clip(plane[..., 1], -pole, pole)  # the outermost cells reach beyond the poles
    x, y = transform_points(plane[..., 0].ravel(), plane[..., 1].ravel(), _GRID_CRS, "EPSG:4326")
    cells = np.stack([x, y], axis=-1).reshape(plane.shape)
    away = cells[..., 0] - cells[:, :1, 0]  # a cell across the antimeridian comes back in two halves
    cells[..., 0] += 360.0 * (away < -180.0) - 360.0 * (away > 180.0)
    united = QgsGeometry.unaryUnion([_as_geometry(_on_both_sides(cells))])
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


def collect(parts: Sequence[QgsGeometry]) -> QgsGeometry:
    """Disjoint polygons as one multipolygon; an empty one when there are none."""
    polygons = [part for geometry in parts for part in polygons_of(geometry)]
    if not polygons:
        return QgsGeometry.fromWkt("MULTIPOLYGON EMPTY")
    collected = QgsGeometry.collectGeometry(polygons)
    collected.convertToMultiType()
    return collected


def polygons_of(geometry: QgsGeometry) -> list[QgsGeometry]:
    """The single polygons of a geometry; its points and lines are left out."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    return [part for part in geometry.asGeometryCollection() if part.type() == polygons]


class Cutter:
    """The polygons of one footprint, ready to be cut by one region after another."""

    def __init__(self, parts: Sequence[QgsGeometry]) -> None:
        self._polygons = [polygon for part in parts for polygon in polygons_of(part)]
        boxes = [polygon.boundingBox() for polygon in self._polygons]
        corners = [(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in boxes]
        self._boxes = np.array(corners, dtype=float).reshape(-1, 4)
        self._inside_one = np.zeros(len(self._polygons), dtype=bool)

    def cut(self, region: QgsGeometry) -> QgsGeometry:
        """The part that lies in a region; what lies in it wholly is not cut again."""
        return self._cut(region, np.zeros(len(self._polygons), dtype=bool))

    def cut_by_union(self, union: QgsGeometry) -> QgsGeometry:
        """The same for the union of the regions that were cut by before: what lay in one of them lies in it."""
        return self._cut(union, self._inside_one)

    def _cut(self, region: QgsGeometry, known: np.ndarray) -> QgsGeometry:
        engine = QgsGeometry.createGeometryEngine(region.constGet())
        engine.prepareGeometry()
        box = region.boundingBox()
        left, low, right, high = self._boxes.T
        near = (
            (left <= box.xMaximum())
            & (right >= box.xMinimum())
            & (low <= box.yMaximum())
            & (high >= box.yMinimum())
        )
        inside = [self._polygons[i] for i in np.flatnonzero(known)]
        for i in np.flatnonzero(near & ~known):
            polygon = self._polygons[i]
            if engine.contains(polygon.constGet()):
                self._inside_one[i] = True
                inside.append(polygon)
            elif engine.intersects(polygon.constGet()):
                inside.append(polygon.intersection(region))
        return collect(inside)


def cut(parts: Sequence[QgsGeometry], region: QgsGeometry) -> QgsGeometry:
    """The part of a footprint that lies in one region."""
    return Cutter(parts).cut(region)


def area_km2(geometry: QgsGeometry) -> float:
    """Area on the WGS 84 ellipsoid in km2; for polygons whose edges are short, as those of discs are, `disc_area_km2`
    is as exact and several times as fast.
    """
    measure = QgsDistanceArea()
    measure.setEllipsoid(
        *_WGS84_AXES_M
    )  # by name it is looked up in a database, which takes longer than the area
    return float(measure.measureArea(geometry)) / 1e6 if not geometry.isEmpty() else 0.0


def disc_area_km2(geometry: QgsGeometry) -> float:
    """Area on the WGS 84 ellipsoid in km2 of polygons with edges of up to a few kilometres, in an equal-area plane."""
    if geometry.isEmpty():
        return 0.0
    plane = QgsGeometry(geometry)
    wgs84, equal_area = QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(_GRID_CRS)
    plane.transform(QgsCoordinateTransform(wgs84, equal_area, QgsCoordinateTransformContext()))
    return float(plane.area()) / 1e6
