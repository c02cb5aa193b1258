# SPDX-License-Identifier: GPL-2.0-or-later
"""A small chart: how many events lie within each radius, in two periods. Drawn by Qt, so that it needs nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..core.text import number, translate

LATER, EARLIER = "#D55E00", "#8c8c8c"


NEAR_PX = 6


class RadiusChart(QLabel):
    """Two lines over the radius, with the asked rings marked; the marks can be dragged.

    A label, since dark themes colour only those. `radiusMoving` brings a mark's number and its radius in whole km while
    it is held, `dropped` comes once at the end, `ringChosen` when a mark is taken.
    """

    radiusMoving = pyqtSignal(int, float)
    ringChosen = pyqtSignal(int)
    dropped = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._radii: list[float] = []
        self._lines: list[tuple[str, list[float], QColor]] = []
        self._rings: list[float] = []
        self._chosen = -1
        self._held: int | None = None
        self.setMouseTracking(True)

    def show_counts(
        self,
        radii: Sequence[float],
        later: tuple[str, Sequence[float]],
        earlier: tuple[str, Sequence[float]],
        rings: Sequence[float],
        chosen: int,
    ) -> None:
        """Draw counts by radius (km) of two named periods.

        rings : the radii that are marked; chosen : which of them the numbers above are about.
        """
        self._radii = [float(radius) for radius in radii]
        named = ((earlier, EARLIER), (later, LATER))
        self._lines = [
            (name, [float(count) for count in counts], QColor(colour)) for (name, counts), colour in named
        ]
        self._rings, self._chosen = list(rings), chosen
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
        top, area = self._top(), self._area()
        self._draw_axes(painter, area, top)
        for _, values, colour in self._lines:
            painter.setPen(QPen(colour, line * 0.12))
            points = [self._point(area, x, y, top) for x, y in zip(self._radii, values) if y == y]
            painter.drawPolyline(QPolygonF([self._point(area, 0, 0, top), *points] if points else []))
        self._draw_names(painter, area)
        painter.end()

    def _top(self) -> float:
        """The largest count, which is the height of the chart."""
        return max([count for _, values, _ in self._lines for count in values if count == count] + [1.0])

    def _area(self) -> QRectF:
        """Where the lines are."""
        line = self.fontMetrics().height()
        left = self.fontMetrics().horizontalAdvance(number(self._top())) + line * 0.6
        return QRectF(left, line * 1.6, self.width() - left - line, self.height() - line * 3.2)

    def mark_at(self, index: int) -> QPointF:
        """The middle of a ring's mark, for the mouse."""
        area = self._area()
        return QPointF(self._point(area, self._rings[index], 0, 1.0).x(), area.center().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Take a mark."""
        self._held = self._near(event) if event.button() == Qt.MouseButton.LeftButton else None
        if self._held is not None:
            self.ringChosen.emit(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move it, or show that it can be."""
        if self._held is None:
            over = self._near(event) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
            return
        area = self._area()
        share = (event.pos().x() - area.left()) / max(area.width(), 1.0)
        radius = max(min(round(share * self._radii[-1]), self._radii[-1]), 1)
        self.radiusMoving.emit(self._held, float(radius))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Let it go."""
        held, self._held = self._held, None
        if held is not None:
            self.dropped.emit()

    def _near(self, event: QMouseEvent) -> int | None:
        if not self._lines:
            return None
        apart = {
            index: abs(self.mark_at(index).x() - event.pos().x())
            for index, radius in enumerate(self._rings)
            if 0 < radius <= self._radii[-1]
        }
        nearest = min(apart, key=apart.__getitem__, default=None)
        return nearest if nearest is not None and apart[nearest] <= NEAR_PX else None

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
        for index, radius in enumerate(self._rings):
            if not 0 < radius <= self._radii[-1]:
                continue
            x = self._point(area, radius, 0, top).x()
            chosen = index == self._chosen
            pen = QPen(QColor(LATER) if chosen else pale, 2 if chosen else 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.fillRect(QRectF(x - 3, area.bottom() - 3, 6, 6), pen.color())
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
