# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the names of the base map off marks: QGIS draws all labels over all layers, so marks have to be obstacles."""

from __future__ import annotations

import math

from qgis.core import QgsDistanceArea, QgsPalLayerSettings, QgsPointXY, QgsProject, QgsVectorLayer

from .styles_common import set_labels

MOST_OBSTACLES = 5_000
"""Marks on one map that names can be kept off at once; more of them take long, and leave no room anyway."""

VIEW_M2 = 0.45 * 0.28
"""A map on a screen, in square metres of glass."""

CROWDING = 4
"""How much denser than on average events lie where an analyst looks."""


def keep_names_off(layer: QgsVectorLayer, marks: int | None = None) -> None:
    """Let the names of other layers give way to the marks of a layer of points.

    This is QGIS's "blocking" mode of labels, which draws none of the layer's own. A layer of more than MOST_OBSTACLES
    marks is one only from the scale on at which a map has about that many. marks : how many it draws, where somebody
    has counted them.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = "''"
    settings.isExpression = True
    settings.drawLabels = False
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(True)
    settings.setObstacleSettings(obstacles)
    smallest = smallest_scale(layer.featureCount() if marks is None else marks, _area_m2(layer))
    if smallest:
        settings.scaleVisibility = True
        settings.minimumScale = smallest
        settings.maximumScale = 0
    set_labels(layer, settings)
    layer.setLabelsEnabled(smallest != 0)


def smallest_scale(marks: int, area_m2: float) -> float | None:
    """The scale denominator from which on a map has about MOST_OBSTACLES of some marks; None for any scale, 0 for none.

    marks : how many there are; area_m2 : of the rectangle round them.
    """
    if marks <= MOST_OBSTACLES:
        return None
    return math.sqrt(MOST_OBSTACLES / (marks * CROWDING) * area_m2 / VIEW_M2)


def _area_m2(layer: QgsVectorLayer) -> float:
    """The rectangle round a layer's features, on the ellipsoid; 0 where there is none."""
    extent = layer.extent()
    if extent.isEmpty():
        return 0
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid("WGS84")
    middle = extent.center()
    west, east = (QgsPointXY(x, middle.y()) for x in (extent.xMinimum(), extent.xMaximum()))
    south, north = (QgsPointXY(middle.x(), y) for y in (extent.yMinimum(), extent.yMaximum()))
    return float(measure.measureLine(west, east) * measure.measureLine(south, north))
