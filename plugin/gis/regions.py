# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions: named polygons, the countries they belong to, and which region an event lies in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from pyproj import Geod
from qgis.core import (
    QgsGeometry,
    QgsPoint,
    QgsPointXY,
)
from qgis.PyQt.QtGui import QTransform

from ..core.zones import ZoneTable
from .footprints import area_km2

OUTSIDE = -1
SNAP_KM = 10.0
BORDER_SHARE = 0.001
"""Neighbours that overlap by no more than this share of all land only draw their border twice."""
_GEOD = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Region:
    """A named polygon in WGS 84.

    canonical : its name in resources/regions.csv, else its own.
    countries : alpha-3 codes of the countries it lies in, the one with most of it first; none at sea.
    """

    name: str
    canonical: str
    zone: str
    countries: tuple[str, ...]
    geometry: QgsGeometry
    area_km2: float


@dataclass
class Placement:
    """For each event the index of its region (OUTSIDE: none), and how many were taken to the nearest one."""

    index: np.ndarray
    snapped: int


@dataclass
class RegionSet:
    """The regions of an analysis.

    origin : where they come from, in words; field : the field of their names.
    """

    regions: list[Region]
    origin: str
    field: str
    zones: ZoneTable

    @property
    def names(self) -> list[str]:
        """Names in the regions' order."""
        return [region.name for region in self.regions]

    @property
    def countries(self) -> set[str]:
        """Alpha-3 codes of the countries that the regions belong to."""
        return {code for region in self.regions for code in region.countries}

    def union(self) -> QgsGeometry:
        """All regions as one polygon."""
        return QgsGeometry.unaryUnion([region.geometry for region in self.regions])

    def zone_label(self, zone: str) -> str:
        """A zone's name for people, "" for none."""
        return next((known.label for known in self.zones.zones if known.id == zone), "")

    @cached_property
    def overlap(self) -> float:
        """How many km2 of land lie in more than one region; 0 where it is no more than borders drawn twice."""
        whole = sum(region.area_km2 for region in self.regions)
        common = whole - area_km2(self.union())
        return common if common > BORDER_SHARE * whole else 0.0

    def place(self, longitude: np.ndarray, latitude: np.ndarray, snap_km: float = SNAP_KM) -> Placement:
        """Which region each point lies in; a point in none goes to the nearest one within `snap_km`.

        Works on distinct points. NaN coordinates are OUTSIDE.
        """
        inverse, places = pd.factorize(
            np.asarray(longitude, dtype=float) + 1j * np.asarray(latitude, dtype=float)
        )
        distinct = np.column_stack([places.real, places.imag])
        index = np.full(
            len(distinct) + 1, OUTSIDE
        )  # the last one is that of missing points, which are numbered -1
        for number, region in enumerate(self.regions):
            box = region.geometry.boundingBox()
            x, y = distinct[:, 0], distinct[:, 1]
            near = (
                (x >= box.xMinimum()) & (x <= box.xMaximum()) & (y >= box.yMinimum()) & (y <= box.yMaximum())
            )
            engine = QgsGeometry.createGeometryEngine(region.geometry.constGet())
            engine.prepareGeometry()
            asked = np.flatnonzero(near & (index[:-1] == OUTSIDE))
            along, up = x[asked].tolist(), y[asked].tolist()
            inside = [engine.intersects(QgsPoint(*point)) for point in zip(along, up)]
            index[asked[np.array(inside, dtype=bool)]] = number
        snapped = np.zeros(len(index), dtype=bool)
        for i in np.flatnonzero(index[:-1] == OUTSIDE):
            index[i] = self._nearest(distinct[i], snap_km)
            snapped[i] = index[i] != OUTSIDE
        return Placement(index[inverse], int(snapped[inverse].sum()))

    def _nearest(self, point: np.ndarray, snap_km: float) -> int:
        """Index of the region whose edge is nearest on the ellipsoid, OUTSIDE when none is within `snap_km`."""
        best, best_km = OUTSIDE, np.nextafter(snap_km, np.inf)
        narrow = max(np.cos(np.radians(point[1])), 0.01)  # a degree of longitude beside one of latitude
        margin = snap_km / 110.0 / narrow
        square = QTransform().scale(narrow, 1.0)
        here = QgsGeometry.fromPointXY(QgsPointXY(point[0] * narrow, point[1]))
        for number, region in enumerate(self.regions):
            if not region.geometry.boundingBox().buffered(margin).contains(QgsPointXY(*point)):
                continue
            shape = QgsGeometry(region.geometry)
            shape.transform(square)
            there = shape.nearestPoint(here).asPoint()
            km = _GEOD.inv(point[0], point[1], there.x() / narrow, there.y())[2] / 1000.0
            if km < best_km:
                best, best_km = number, km
        return best
