# SPDX-License-Identifier: GPL-2.0-or-later
"""A small chart: how many events lie within each radius, in two periods. Drawn by Qt, so that it needs nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..core.text import number, translate

LATER, EARLIER = "#D55E00", "#8c8c8c"


class RadiusChart(QLabel):
    """Two lines over the radius, with the asked ring marked. A label, since dark themes colour only those."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._radii: list[float] = []
        self._lines: list[tuple[str, list[float], QColor]] = []
        self._ring = 0.0

    def show_counts(
        self,
        radii: Sequence[float],
        later: tuple[str, Sequence[float]],
        earlier: tuple[str, Sequence[float]],
        ring: float,
    ) -> None:
        """Draw counts by radius (km) of two named periods; `ring` is the radius that the numbers above are about."""
        self._radii = [float(radius) for radius in radii]
        named = ((earlier, EARLIER), (later, LATER))
        self._lines = [
            (name, [float(count) for count in counts], QColor(colour)) for (name, counts), colour in named
        ]
        self._ring = ring
        text = translate("Chart", "Events within each radius of the centre, up to {km} km")
        self.setAccessibleName(text.format(km=number(self._radii[-1])))
        self.update()

    def clear(self) -> None:
        """Draw nothing."""
        super().clear()
        self._lines = []
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for a readable chart, in lines of text."""
        line = self.fontMetrics().height()
        return QSize(12 * line, 7 * line)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size it likes best."""
        line = self.fontMetrics().height()
        return QSize(20 * line, 10 * line)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Axes, the ring, the two lines, and their names."""
        counts = [count for _, values, _ in self._lines for count in values if count == count]
        if not counts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        top = max(counts + [1.0])
        left = self.fontMetrics().horizontalAdvance(number(top)) + line * 0.6
        area = QRectF(left, line * 1.6, self.width() - left - line, self.height() - line * 3.2)
        self._draw_axes(painter, area, top)
        for _, values, colour in self._lines:
            painter.setPen(QPen(colour, line * 0.12))
            points = [self._point(area, x, y, top) for x, y in zip(self._radii, values) if y == y]
            painter.drawPolyline(QPolygonF([self._point(area, 0, 0, top), *points] if points else []))
        self._draw_names(painter, area)
        painter.end()

    def _point(self, area: QRectF, radius: float, count: float, top: float) -> QPointF:
        return QPointF(
            area.left() + area.width() * radius / self._radii[-1], area.bottom() - area.height() * count / top
        )

    def _draw_axes(self, painter: QPainter, area: QRectF, top: float) -> None:
        text = self.palette().windowText().color()
        pale = QColor(text)
        pale.setAlphaF(0.35)
        line = self.fontMetrics().height()
        painter.setPen(QPen(pale, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if 0 < self._ring <= self._radii[-1]:
            x = self._point(area, self._ring, 0, top).x()
            painter.setPen(QPen(pale, 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(text)
        align = Qt.AlignmentFlag
        painter.drawText(
            QRectF(0, area.top() - line / 2, area.left() - line * 0.3, line), align.AlignRight, number(top)
        )
        painter.drawText(
            QRectF(0, area.bottom() - line / 2, area.left() - line * 0.3, line), align.AlignRight, number(0)
        )
        free = float(self.width())
        for radius in (self._radii[-1], self._radii[-1] * 2 / 3, self._radii[-1] / 3, 0.0):
            x = self._point(area, radius, 0, top).x()
            label = (
                number(radius)
                if radius < self._radii[-1]
                else translate("Chart", "{n} km").format(n=number(radius))
            )
            width = self.fontMetrics().horizontalAdvance(label) + line * 0.5
            start = min(x - width / 2, self.width() - width)
            if start + width <= free:  # a label that does not fit is left out
                painter.drawText(
                    QRectF(start, area.bottom() + line * 0.3, width, line), align.AlignHCenter, label
                )
                free = start

    def _draw_names(self, painter: QPainter, area: QRectF) -> None:
        line = self.fontMetrics().height()
        x = area.left()
        for name, _, colour in reversed(self._lines):
            painter.fillRect(QRectF(x, line * 0.45, line * 0.9, line * 0.2), colour)
            painter.setPen(self.palette().windowText().color())
            width = self.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(x + line * 1.2, 0, width + line, line), Qt.AlignmentFlag.AlignLeft, name)
            x += line * 2.4 + width
