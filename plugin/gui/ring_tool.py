# SPDX-License-Identifier: GPL-2.0-or-later
"""Setting rings on the map: a click places the centre, its cross and the circles can be dragged."""

from __future__ import annotations

from dataclasses import dataclass

from pyproj import Geod
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, Qt, pyqtSignal

from .ring_marks import RingMarks

NEAR_PX = 9
CLICK_PX = 4
CENTRE = -1
MOST_KM = 20_000.0
_STEPS = ((1.0, 0.25), (0.1, 0.025), (0.01, 0.0))
"""Radii are rounded to so many kilometres where a pixel is at least so many."""
_WGS84 = Geod(ellps="WGS84")


@dataclass
class _Drag:
    """What is held (the centre or a ring's number), where it was taken, and what it was before."""

    what: int
    start: QPoint
    centre: tuple[float, float]
    radius: float


class RingTool(QgsMapTool):
    """Moves what `RingMarks` shows. While something is held, `…Moving` come; `dropped` comes once at the end.

    Esc lets go of what is held, as it was before; with nothing held it gives the map its tool back (`gaveUp`). A drag
    that begins beside the rings moves the map.
    """

    centreMoving = pyqtSignal(float, float)
    radiusMoving = pyqtSignal(int, float)
    dropped = pyqtSignal()
    ringChosen = pyqtSignal(int)
    gaveUp = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, marks: RingMarks) -> None:
        super().__init__(canvas)
        self._marks = marks
        self._drag: _Drag | None = None
        self._pressed: QPoint | None = None
        self._panning = False
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def holds(self) -> bool:
        """Whether something is being dragged."""
        return self._drag is not None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """Take hold of what is there."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.pos()
        what = self._at(event.pos())
        if what is None or self._marks.centre is None:
            return
        radius = self._marks.radii[what] if what != CENTRE else 0.0
        self._drag = _Drag(what, event.pos(), self._marks.centre, radius)
        if what != CENTRE:
            self.ringChosen.emit(what)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Move what is held, or the map; else show what could be taken."""
        if self._drag is not None:
            self._move(event.pos())
        elif self._pressed is not None:
            if self._panning or (event.pos() - self._pressed).manhattanLength() > CLICK_PX:
                self._panning = True
                self.canvas().panAction(event)
        else:
            self._show_cursor(self._at(event.pos()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Let go; a click beside the rings places the centre."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, self._pressed = self._pressed, None
        if self._drag is not None:
            if event.pos() != pressed:
                self._move(event.pos())
            self._drag = None
            self.dropped.emit()
        elif self._panning:
            self._panning = False
            self.canvas().panActionEnd(event.pos())
        else:
            place = self._place(event.pos())
            if place is not None:
                self.centreMoving.emit(*place)
                self.dropped.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Esc gives up. By a filter: the canvas keeps keys to itself while a button of the mouse is down."""
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Escape:
            return False
        self._give_up()
        return True

    def activate(self) -> None:
        """Listen to Esc."""
        super().activate()
        self.canvas().installEventFilter(self)

    def _give_up(self) -> None:
        drag, self._drag, self._pressed = self._drag, None, None
        if drag is None:
            self.gaveUp.emit()
        elif drag.what == CENTRE:
            self.centreMoving.emit(*drag.centre)
            self.dropped.emit()
        else:
            self.radiusMoving.emit(drag.what, drag.radius)
            self.dropped.emit()

    def deactivate(self) -> None:
        """Another tool takes the map: nothing is held any more."""
        self.canvas().removeEventFilter(self)
        self._drag, self._pressed, self._panning = None, None, False
        super().deactivate()

    def _move(self, pixel: QPoint) -> None:
        if self._drag is None:
            return
        place = self._place(pixel)
        if place is None:
            return
        if self._drag.what == CENTRE:
            self.centreMoving.emit(*place)
            return
        self.radiusMoving.emit(self._drag.what, self._rounded(self._marks.away_km(place), pixel))

    def _rounded(self, km: float, pixel: QPoint) -> float:
        beside = self._place(pixel + QPoint(4, 4))
        a_pixel = abs(self._marks.away_km(beside) - km) / 4 if beside else 1.0
        step = next(step for step, least in _STEPS if a_pixel >= least)
        return min(max(round(round(km / step) * step, 2), step), MOST_KM)

    def _place(self, pixel: QPoint) -> tuple[float, float] | None:
        return self._marks.to_degrees(self.toMapCoordinates(pixel))

    def _at(self, pixel: QPoint) -> int | None:
        """The centre, the ring that is nearest, or nothing within reach of the pointer."""
        marks = self._marks
        if marks.centre is None:
            return None
        if _apart(marks.pixel(*marks.centre), pixel) <= NEAR_PX:
            return CENTRE
        place = self._place(pixel)
        if place is None:
            return None
        azimuth = _WGS84.inv(*marks.centre, *place)[0]
        apart = []
        for radius in marks.radii:
            x, y, _ = _WGS84.fwd(*marks.centre, azimuth, radius * 1000)
            apart.append(_apart(marks.pixel(x, y), pixel))
        nearest = min(range(len(apart)), key=apart.__getitem__, default=None)
        return nearest if nearest is not None and apart[nearest] <= NEAR_PX else None

    def _show_cursor(self, what: int | None) -> None:
        shape = Qt.CursorShape.CrossCursor
        if what is not None:
            shape = Qt.CursorShape.SizeAllCursor if what == CENTRE else Qt.CursorShape.SizeHorCursor
        self.canvas().setCursor(shape)


def _apart(point: QPointF | None, pixel: QPoint) -> float:
    """Distance in pixels."""
    if point is None:
        return float("inf")
    return float(((point.x() - pixel.x()) ** 2 + (point.y() - pixel.y()) ** 2) ** 0.5)
