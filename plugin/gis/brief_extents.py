# SPDX-License-Identifier: GPL-2.0-or-later
"""What the maps of a brief show: their projection and extents."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

DETAIL_KM = (620.0, 250.0)  # width and height of what the footprint's map shows


def focus_extent(
    events: QgsVectorLayer, rings: QgsVectorLayer | None, regions: QgsVectorLayer
) -> QgsRectangle:
    """What the main map shows: all its events and rings; the whole country when there is no event."""
    if not events.featureCount():
        return regions.extent()
    box = QgsRectangle(events.extent())
    if rings is not None:
        box.combineExtentWith(rings.extent())
    return box


def _wgs84() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem("EPSG:4326")


def equal_area_crs(extent: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """An equal-area projection centred on the country, in which a ring is round."""
    centre = extent.center()
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={centre.y():.2f} +lon_0={centre.x():.2f} +datum=WGS84 +units=m +no_defs"
    )


def extent_in(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, factor: float) -> QgsRectangle:
    box = QgsCoordinateTransform(
        _wgs84(), crs, QgsProject.instance().transformContext()
    ).transformBoundingBox(extent)
    box.scale(factor)
    return box


def detail_of(change: QgsVectorLayer, crs: QgsCoordinateReferenceSystem) -> tuple[QgsRectangle, str]:
    """The window of DETAIL_KM that holds most of the footprint, and the region with most of it there.

    At the scale of a whole country a disc of 5 km is a speck of a third of a millimetre.
    """
    transform = QgsCoordinateTransform(_wgs84(), crs, QgsProject.instance().transformContext())
    places: list[tuple[float, float, float, str]] = []
    for feature in change.getFeatures():
        for part in feature.geometry().asGeometryCollection():
            centre = transform.transform(part.centroid().asPoint())
            places.append((centre.x(), centre.y(), part.area(), feature["region"]))
    x, y, area = (np.array([place[index] for place in places]) for index in range(3))
    width, height = (1000.0 * km for km in DETAIL_KM)
    near = (np.abs(x[:, None] - x) <= width / 2) & (np.abs(y[:, None] - y) <= height / 2)
    inside = near[int(np.argmax(near @ area))]
    middle = QgsPointXY((x[inside].min() + x[inside].max()) / 2, (y[inside].min() + y[inside].max()) / 2)
    by_region = (
        pd.Series(area[inside]).groupby(np.array([place[3] for place in places], dtype=object)[inside]).sum()
    )
    return QgsRectangle.fromCenterAndSize(middle, width, height), str(by_region.idxmax())
