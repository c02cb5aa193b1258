# SPDX-License-Identifier: GPL-2.0-or-later
"""A ring round a place on the map, beside what its layers draw."""

from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

COLOUR = QColor("#222222")
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
