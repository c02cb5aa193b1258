# SPDX-License-Identifier: GPL-2.0-or-later
"""A ring round a place on the map, and an edge round areas, beside what its layers draw."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.gui import QgsHighlight, QgsMapCanvas, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

COLOUR = QColor("#222222")
EDGE = QColor("#2A8FD0")
SIZE, WIDTH = 26, 2


class PlaceMark:
    """One ring, at one place at a time."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._marker: QgsVertexMarker | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a ring on the map."""
        return self._marker is not None

    def show(self, point: QgsPointXY) -> None:
        """Put it round a place, in the map's units."""
        self.remove()
        marker = QgsVertexMarker(self._canvas)
        marker.setCenter(point)
        marker.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
        marker.setColor(COLOUR)
        marker.setIconSize(SIZE)
        marker.setPenWidth(WIDTH)
        self._marker = marker

    def remove(self) -> None:
        """Take it away."""
        marker, self._marker = self._marker, None
        if marker is not None and not sip.isdeleted(marker) and not sip.isdeleted(self._canvas):
            self._canvas.scene().removeItem(marker)


class FeatureMarks:
    """The edges of some features of a layer, made strong."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._marks: list[QgsHighlight] = []

    def show(self, layer: QgsVectorLayer, feature_ids: Sequence[int]) -> list[QgsGeometry]:
        """Mark the features that have a shape; gives the shapes, in the layer's system."""
        self.remove()
        request = QgsFeatureRequest().setFilterFids(list(feature_ids)).setSubsetOfAttributes([])
        shapes = [feature.geometry() for feature in layer.getFeatures(request)]
        shapes = [shape for shape in shapes if not shape.isEmpty()]
        for shape in shapes:
            mark = QgsHighlight(self._canvas, shape, layer)
            mark.setColor(EDGE)
            mark.setFillColor(QColor(0, 0, 0, 0))
            mark.setWidth(3)
            mark.show()
            self._marks.append(mark)
        return shapes

    @property
    def count(self) -> int:
        """How many features are marked."""
        return len(self._marks)

    def remove(self) -> None:
        """Take the marks away."""
        marks, self._marks = self._marks, []
        for mark in marks:
            if not sip.isdeleted(mark) and not sip.isdeleted(self._canvas):
                self._canvas.scene().removeItem(mark)
