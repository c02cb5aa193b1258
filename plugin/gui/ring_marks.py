# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings on the canvas while their dialog is open: the circles, where to take hold of them, and what they count."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter
from qgis.PyQt.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from ..core.geodesy import circle, distances_km
from .radius_chart import LATER

VERTICES = 180
LINE, HALO, CHOSEN = QColor("#333333"), QColor(255, 255, 255, 200), QColor(LATER)
WGS84 = "EPSG:4326"


class RingText(QgsMapCanvasItem):
    """A text on a pale plate, its foot on a point of the map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.text, self._point = "", QgsPointXY()
        self._font = QApplication.font()
        self._font.setBold(True)
        self.setZValue(210)

    def show_at(self, point: QgsPointXY, text: str) -> None:
        """Move and write."""
        self.prepareGeometryChange()
        self._point, self.text = point, text
        self.updatePosition()
        self.update()

    def updatePosition(self) -> None:  # noqa: N802 (QGIS's name)
        """Follow the map."""
        self.setPos(self.toCanvasCoordinates(self._point))

    def boundingRect(self) -> QRectF:  # noqa: N802 (Qt's name)
        """The plate."""
        metrics = QFontMetricsF(self._font)
        width, height = metrics.horizontalAdvance(self.text) + metrics.height(), metrics.height() * 1.2
        return QRectF(-width / 2, -height - 2, width, height)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem | None = None,
        _widget: QWidget | None = None,
    ) -> None:
        """Plate and text."""
        if not self.text:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 220))
        painter.drawRoundedRect(self.boundingRect(), 3, 3)
        painter.setPen(LINE)
        painter.setFont(self._font)
        painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignCenter, self.text)


class RingMarks(QObject):
    """Draws the rings of one centre in any system of the canvas; `clear` leaves nothing behind."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []
        self._handles: list[QgsVertexMarker] = []
        self._texts: list[RingText] = []
        self.centre: tuple[float, float] | None = None
        self.radii: list[float] = []
        self.chosen = -1
        self.texts: Mapping[float, str] = {}
        canvas.destinationCrsChanged.connect(self._redraw)

    def show_rings(
        self, centre: tuple[float, float], radii: Sequence[float], chosen: int, texts: Mapping[float, str]
    ) -> None:
        """Draw. centre : longitude, latitude; radii : km; chosen : which of them; texts : by radius."""
        self.centre, self.radii, self.chosen, self.texts = centre, list(radii), chosen, texts
        self._redraw()

    def clear(self) -> None:
        """Take everything off the canvas."""
        for item in (*self._bands, *self._handles, *self._texts):
            self._canvas.scene().removeItem(item)
        self._bands, self._handles, self._texts = [], [], []
        self.centre = None

    def items(self) -> int:
        """How many things are on the canvas."""
        return len(self._bands) + len(self._handles) + len(self._texts)

    def _redraw(self) -> None:
        if self.centre is None:
            return
        self._fit(len(self.radii))
        self._put(self._handles[0], self.centre)
        for index, radius in enumerate(self.radii):
            ring = circle(*self.centre, radius, VERTICES)
            band, chosen = self._bands[index], index == self.chosen
            band.setStrokeColor(CHOSEN if chosen else LINE)
            band.setWidth(3 if chosen else 2)
            band.setToGeometry(self._on_canvas(ring), None)
            self._put(
                self._handles[index + 1], tuple(ring[3 * VERTICES // 4])
            )  # counter-clockwise from north: east
            self._handles[index + 1].setColor(CHOSEN if chosen else LINE)
            top = self.to_canvas(*ring[0])
            if top is None:
                self._texts[index].show_at(QgsPointXY(), "")
            else:
                self._texts[index].show_at(top, self.texts.get(radius, ""))

    def _fit(self, n: int) -> None:
        """As many things on the canvas as rings need; those that are there are used again."""
        if len(self._bands) == n and len(self._handles) == n + 1:
            return
        centre = self.centre
        self.clear()
        self.centre = centre
        for _ in range(n):
            band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.LineGeometry)
            band.setSecondaryStrokeColor(HALO)
            self._bands.append(band)
            self._texts.append(RingText(self._canvas))
        for index in range(n + 1):
            handle = QgsVertexMarker(self._canvas)
            kind = QgsVertexMarker.IconType.ICON_CIRCLE if index else QgsVertexMarker.IconType.ICON_CROSS
            handle.setIconType(kind)
            handle.setIconSize(9 if index else 14)
            handle.setPenWidth(2 if index else 3)
            handle.setFillColor(QColor("white"))
            handle.setColor(CHOSEN)
            self._handles.append(handle)

    def _put(self, handle: QgsVertexMarker, place: tuple[float, ...]) -> None:
        point = self.to_canvas(place[0], place[1])
        handle.setVisible(point is not None)
        if point is not None:
            handle.setCenter(point)

    # Between degrees and the canvas

    def to_canvas(self, lon: float, lat: float) -> QgsPointXY | None:
        """A place in the canvas's system; None where that has none."""
        return _transformed(self._change(), QgsPointXY((lon + 180) % 360 - 180, lat))

    def to_degrees(self, point: QgsPointXY) -> tuple[float, float] | None:
        """Longitude and latitude of a point of the canvas; None where it is nowhere on Earth."""
        change = self._change()
        back = QgsCoordinateTransform(change.destinationCrs(), change.sourceCrs(), QgsProject.instance())
        place = _transformed(back, point)
        if place is None or abs(place.y()) > 90 or abs(place.x()) > 180:
            return None
        return place.x(), place.y()

    def pixel(self, lon: float, lat: float) -> QPointF | None:
        """Where a place is on the screen."""
        point = self.to_canvas(lon, lat)
        if point is None:
            return None
        there = self._canvas.getCoordinateTransform().transform(point)
        return QPointF(there.x(), there.y())

    def away_km(self, place: tuple[float, float]) -> float:
        """How far a place is from the centre."""
        if self.centre is None:
            return math.inf
        return float(distances_km(*self.centre, np.array([place[0]]), np.array([place[1]]))[0])

    def _change(self) -> QgsCoordinateTransform:
        canvas_crs = self._canvas.mapSettings().destinationCrs()
        return QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), canvas_crs, QgsProject.instance())

    def _on_canvas(self, ring: np.ndarray) -> QgsGeometry:
        """The circle as lines of the canvas's system, broken where the map is: at its edges and beyond its limits."""
        change = self._change()
        closed = np.vstack([ring, ring[:1]])
        lines: list[list[QgsPointXY]] = [[]]
        before = None
        for x, y in zip((closed[:, 0] + 180) % 360 - 180, closed[:, 1]):
            point = _transformed(change, QgsPointXY(x, y))
            if point is None or (before is not None and abs(x - before) > 180):
                lines.append([])
            if point is not None:
                lines[-1].append(point)
            before = x
        return QgsGeometry.fromMultiPolylineXY([line for line in lines if len(line) > 1])


def _transformed(change: QgsCoordinateTransform, point: QgsPointXY) -> QgsPointXY | None:
    try:
        moved = change.transform(point)
    except QgsCsException:
        return None
    return moved if math.isfinite(moved.x()) and math.isfinite(moved.y()) else None
