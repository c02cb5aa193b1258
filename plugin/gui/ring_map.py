# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be dragged in Buffer counts, on the map and in the chart, as one: a centre and its radii."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractButton

from ..core.places import Place
from ..core.ring_engine import Centre
from ..core.ring_words import kilometres
from ..core.text import number, translate
from ..gis.ring_preview import RingAnswer
from .choices import written
from .radius_chart import RadiusChart
from .ring_marks import RingMarks
from .ring_tool import RingTool


class RingMap(QObject):
    """Holds what the hand holds. `moved` comes once a turn of Qt's loop, `dropped` at the end of a drag."""

    moved = pyqtSignal()
    dropped = pyqtSignal()
    chosen = pyqtSignal(float)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.marks = RingMarks(canvas, self)
        self.tool = RingTool(canvas, self.marks)
        self._before: QgsMapTool | None = None
        self._button: QAbstractButton | None = None
        self._chosen = 0
        self._texts: dict[float, str] = {}
        self.holds = False
        self._start: tuple[float, float] | None = None
        self.radii: list[float] = []
        self.centre: tuple[float, float] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.moved)
        self.tool.centreMoving.connect(self._move_centre)
        self._connect(self.tool)

    def follow(self, chart: RadiusChart, button: QAbstractButton) -> None:
        """Take drags of the chart's marks, too. button : while it is down the map's tool is ours."""
        self._connect(chart)
        self._button = button
        button.toggled.connect(self._toggled)
        self.tool.gaveUp.connect(lambda: button.setChecked(False))
        self.tool.deactivated.connect(lambda: button.setChecked(False))

    def _connect(self, source: RingTool | RadiusChart) -> None:
        source.radiusMoving.connect(self._move_radius)
        source.ringChosen.connect(self._choose)
        source.dropped.connect(self._drop)

    @property
    def radius(self) -> float:
        """The radius that the numbers are about."""
        return self.radii[self._chosen]

    @property
    def centre_moved(self) -> bool:
        """Whether the centre is not where it was taken."""
        return self.holds and self.centre != self._start

    def site(self) -> Centre:
        """The centre as it is held."""
        lon, lat = self.centre or (0.0, 0.0)
        return Centre(written(lon, lat), lon, lat)

    def show_rings(
        self, place: Place, radii: Sequence[float], radius: float, answer: RingAnswer | None
    ) -> None:
        """Draw the rings as they are chosen, with what they count where that is known."""
        if not self.holds:
            self.radii, self.centre = list(radii), (place.longitude, place.latitude)
            self._chosen = self.radii.index(radius)
        if self.centre is not None:
            self._texts = _texts(self.radii, answer)
            self.marks.show_rings(self.centre, self.radii, self._chosen, self._texts)

    def clear(self) -> None:
        """Take the rings off the map; the hand holds nothing any more."""
        self._soon.stop()
        self.holds = False
        self.marks.clear()

    # The hand

    def _take(self) -> None:
        if not self.holds:
            self.holds, self._start = True, self.centre

    def _move_centre(self, lon: float, lat: float) -> None:
        self._take()
        self.centre = (round(lon, 4), round(lat, 4))  # as it is written: one place, one number
        self._moved()

    def _move_radius(self, index: int, km: float) -> None:
        if not 0 <= index < len(self.radii):
            return
        self._take()
        self.radii[index], self._chosen = km, index
        self._moved()

    def _moved(self) -> None:
        """The circles follow at once, the numbers when Qt has nothing more urgent."""
        if self.centre is not None and self.marks.centre is not None:
            texts = {radius: self._texts.get(radius, _plain(radius)) for radius in self.radii}
            self.marks.show_rings(self.centre, self.radii, self._chosen, texts)
        self._soon.start(0)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self.radii):
            self._chosen = index
            self.chosen.emit(self.radii[index])

    def _drop(self) -> None:
        if not self.holds:
            return
        self._soon.stop()
        self.moved.emit()
        radius = self.radius
        self.radii = sorted({*self.radii})
        self._chosen = self.radii.index(radius)
        self.holds = False
        self.dropped.emit()

    # The map's tool

    def _toggled(self, on: bool) -> None:
        if on:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
            self._canvas.setFocus()
        elif self._canvas.mapTool() is self.tool:
            if self._before is not None:
                self._canvas.setMapTool(self._before)
            else:
                self._canvas.unsetMapTool(self.tool)


def _plain(radius: float) -> str:
    return translate("Buffer counts", "{radius} km").format(radius=kilometres(radius))


def _texts(radii: Sequence[float], answer: RingAnswer | None) -> dict[float, str]:
    """By radius `150 km: 16 (5)`; the radius alone where nothing is counted yet."""
    texts = {radius: _plain(radius) for radius in radii}
    if answer is None:
        return texts
    earlier, later = answer.periods
    rows = answer.rows[answer.rows["breakdown"] == "(all)"].set_index(["radius_km", "period"])["events"]
    text = translate("Buffer counts", "{radius} km: {later} ({earlier})")
    for radius in radii:
        if (radius, later.label) in rows.index:
            counts = (number(rows[radius, later.label]), number(rows[radius, earlier.label]))
            texts[radius] = text.format(radius=kilometres(radius), later=counts[0], earlier=counts[1])
    return texts
