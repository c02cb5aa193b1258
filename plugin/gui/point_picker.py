# SPDX-License-Identifier: GPL-2.0-or-later
"""A button that, while it is down, takes a click on the map as a place."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolEmitPoint
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractButton


class PointPicker(QObject):
    """Gives longitude and latitude (WGS 84) of a click, lets the button up, and gives the map its tool back."""

    picked = pyqtSignal(float, float)

    def __init__(self, canvas: QgsMapCanvas, button: QAbstractButton) -> None:
        super().__init__(button)
        self._canvas, self._button = canvas, button
        self._tool: QgsMapToolEmitPoint | None = None
        self._tool_before: QgsMapTool | None = None
        button.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        canvas = self._canvas
        if on:
            self._tool_before = canvas.mapTool()
            self._tool = QgsMapToolEmitPoint(canvas)
            self._tool.canvasClicked.connect(self._clicked)
            self._tool.deactivated.connect(lambda: self._button.setChecked(False))
            canvas.setMapTool(self._tool)
        elif self._tool is not None:
            tool, self._tool = self._tool, None
            if canvas.mapTool() is tool and self._tool_before is not None:
                canvas.setMapTool(self._tool_before)
            elif canvas.mapTool() is tool:
                canvas.unsetMapTool(tool)

    def _clicked(self, point: QgsPointXY, _button: Qt.MouseButton) -> None:
        crs = self._canvas.mapSettings().destinationCrs()
        change = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
        there = change.transform(point)
        self._button.setChecked(False)
        self.picked.emit(there.x(), there.y())
