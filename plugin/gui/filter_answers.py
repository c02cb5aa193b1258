# SPDX-License-Identifier: GPL-2.0-or-later
"""What the filter bar shows of a layer, found out in threads: how many events show, the bars, the choices."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.event_filter import EventFilter
from ..core.histogram import Bins
from ..core.text import translate
from ..gis.event_filters import can_count_aside, count_in_file, count_shown, file_of, read_filter
from ..gis.event_times import EventTimes, ShownMap, bars_for, conditions_by_database
from .background import Latest
from .histogram_view import Bars


class FilterAnswers(QObject):
    """One layer at a time. Signals:

    counted : how many events show, an int; known : all events are read, EventTimes;
    drawn : Bars, or None for a layer without dated events; refused : FlashpointsError.
    """

    counted = pyqtSignal(object)
    known = pyqtSignal(object)
    drawn = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.times: EventTimes | None = None
        self._found: tuple[str, EventTimes | None] = ("", None)
        self._bins: Bins | None = None
        self._reader = Latest(translate("Filter bar", "Reading the events"), self)
        self._counter = Latest(translate("Filter bar", "Counting the events that show"), self)
        self._painter = Latest(translate("Filter bar", "Counting events over time"), self)
        self._reader.answered.connect(self._read)
        self._counter.answered.connect(self._count_came)
        self._painter.answered.connect(self.drawn)
        for one in (self._reader, self._counter, self._painter):
            one.refused.connect(self.refused)
        self._layer: QgsVectorLayer | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._reader.busy or self._counter.busy or self._painter.busy

    @property
    def actors(self) -> ActorTable | None:
        """The layer's table of actors; None until the events are read."""
        return self.times.actors if self.times is not None and self._bins is not None else None

    def forget(self) -> None:
        """Ask nothing any more."""
        self.times, self._bins, self._layer = None, None, None
        self._found = ("", None)
        for one in (self._reader, self._counter, self._painter):
            one.drop()

    def read(self, layer: QgsVectorLayer) -> None:
        """Read all events of a layer; `known` follows."""
        self.forget()
        try:
            times = EventTimes.whole(layer)
        except FlashpointsError as error:
            self.refused.emit(error)
            return
        self._layer = layer
        self._reader.ask(lambda: (times, bars_for(times)))

    def _read(self, answer: tuple[EventTimes, Bins | None]) -> None:
        self.times, self._bins = answer
        self.known.emit(self.times)

    def count(self, layer: QgsVectorLayer) -> None:
        """Count what a layer shows; `counted` follows."""
        if not can_count_aside(layer):
            self._counter.drop()
            self.counted.emit(count_shown(layer))
            return
        path, table = file_of(layer)
        subset = layer.subsetString()
        self._counter.ask(lambda: (count_in_file(path, table, subset), layer))

    def _count_came(self, answer: tuple[int | None, QgsVectorLayer]) -> None:
        count, layer = answer
        if layer is self._layer:
            self.counted.emit(count_shown(layer) if count is None else count)

    def draw(self, layer: QgsVectorLayer, chosen: EventFilter, shown: ShownMap | None) -> None:
        """Count the bars of a filter; `drawn` follows. Before the events are read nothing happens."""
        if self.times is None or layer is not self._layer:
            return
        if self._bins is None:
            self.drawn.emit(None)
            return
        try:
            found = self._found_by_database(layer)
        except FlashpointsError as error:
            self.refused.emit(error)
            return
        self._painter.ask(_bars(self.times, found or self.times, self._bins, chosen, shown))

    def _found_by_database(self, layer: QgsVectorLayer) -> EventTimes | None:
        """Read anew only when another text is looked for."""
        condition = conditions_by_database(layer)
        if self._found[0] != condition:
            self._found = (condition, EventTimes.found(layer) if condition else None)
        return self._found[1]


def _bars(
    whole: EventTimes, found: EventTimes, bins: Bins, chosen: EventFilter, shown: ShownMap | None
) -> Callable[[], Bars]:
    def count() -> Bars:
        span = whole.span()
        if span is None:
            raise RuntimeError("bars of a layer without dates")
        return Bars(found.histogram(chosen, bins, shown), found.names, span)

    return count


def filter_of(layer: QgsVectorLayer) -> EventFilter:
    """The filter bar's part of a layer's filter."""
    return read_filter(layer).chosen
