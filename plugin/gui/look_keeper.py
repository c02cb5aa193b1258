# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the look of event layers true to what they show: counts in legends, and the layer of events by place.

A filter, an update or other groups change both. A style that somebody has edited by hand is left alone.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsMapLayer, QgsMessageLog, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import FlashpointsError
from ..core.event_look import NOTHING, EventLook, default_look, fitted
from ..core.text import translate
from ..gis.event_places import shows_events
from ..gis.event_tally import EventCounter
from ..gis.event_views import Counted, Drawn, counted, read_shown, show_places
from ..gis.layer_look import forget_places, is_as_made, look_of
from ..gis.places_layer import PLACES_OF, new_places_layer, share_scales
from ..gis.styles_events import show_look, style_events
from . import tree
from .background import Latest

TITLE = "Flashpoints"


class LookKeeper(QObject):
    """One for the plugin. `refreshed` brings the id of a layer whose look is up to date again."""

    refreshed = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._readers: dict[str, Latest] = {}
        self._drawn: dict[str, Drawn] = {}
        self._follows = True
        self._plays = not canvas.temporalRange().isInfinite()
        project = QgsProject.instance()
        project.layersAdded.connect(self._added)
        project.layersWillBeRemoved.connect(self._removed)
        project.layersRemoved.connect(self._remove_places_of)
        project.readProject.connect(self._opened)
        canvas.temporalRangeChanged.connect(self._time_changed)
        self._added(list(project.mapLayers().values()))

    def remove(self) -> None:
        """Let go of the project and the map."""
        self._follows = False
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._added)
        project.layersWillBeRemoved.disconnect(self._removed)
        project.layersRemoved.disconnect(self._remove_places_of)
        project.readProject.disconnect(self._opened)
        if not sip.isdeleted(self._canvas):
            self._canvas.temporalRangeChanged.disconnect(self._time_changed)
        for layer in self._layers():
            layer.subsetStringChanged.disconnect(self._filter_changed)
        for layer in project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer):
                layer.styleChanged.disconnect(self._style_changed)
        for reader in self._readers.values():
            reader.drop()
        self._readers.clear()

    # Layers that come and go

    def _layers(self) -> list[QgsVectorLayer]:
        layers = (QgsProject.instance().mapLayer(layer_id) for layer_id in self._readers)
        return [layer for layer in layers if isinstance(layer, QgsVectorLayer)]

    def _added(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer):
                layer.styleChanged.connect(self._style_changed)
                self._take_in(layer.id())
                self._complete_soon(layer.id())

    def _style_changed(self) -> None:
        """Perhaps to one with a look: from a file, or pasted from another layer, whose properties come with it."""
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            self._complete_soon(layer.id())

    def _take_in(self, layer_id: str) -> QgsVectorLayer | None:
        """Follow a layer that is one of events in a look, or added as one by the plugin."""
        layer = QgsProject.instance().mapLayer(layer_id)
        if not shows_events(layer) or not (tree.kind(layer) == "events" or look_of(layer) is not None):
            return None
        self._attach(layer)
        return layer

    def _complete_soon(self, layer_id: str) -> None:
        QTimer.singleShot(0, lambda: self._complete(layer_id))  # when a project is read to its end

    def _complete(self, layer_id: str) -> None:
        """A layer with the look of another leaves small scales to places that it does not have."""
        layer = self._take_in(layer_id) if self._follows else None
        look = look_of(layer) if layer is not None else None
        if look is not None and look.afar != NOTHING and places_layer_of(layer) is None:
            self.refresh(layer)

    def _attach(self, layer: QgsVectorLayer) -> None:
        if layer.id() not in self._readers:
            self._readers[layer.id()] = self._new_reader(layer.id())
            layer.subsetStringChanged.connect(self._filter_changed)

    def _opened(self, *_: object) -> None:
        """A project was opened: the layers of places lie in memory and come empty."""
        for layer in self._layers():
            look, places = look_of(layer), places_layer_of(layer)
            if look is not None and (look.afar != NOTHING or places is not None):
                self.refresh(layer)
                if places is not None and not layer.hasScaleBasedVisibility():  # saved while the map played
                    share_scales(layer, None if self._plays else places, look)

    def _removed(self, layer_ids: list[str]) -> None:
        for layer_id in layer_ids:
            self._readers.pop(layer_id, None)
            self._drawn.pop(layer_id, None)
        gone = [QgsProject.instance().mapLayer(layer_id) for layer_id in layer_ids]
        for layer in gone:
            events = (
                QgsProject.instance().mapLayer(str(layer.customProperty(PLACES_OF, "") or ""))
                if layer
                else None
            )
            if isinstance(events, QgsVectorLayer) and events.id() not in layer_ids:
                share_scales(events, None, EventLook())  # else small scales would show nothing any more
                forget_places(events)

    def _remove_places_of(self, layer_ids: list[str]) -> None:
        """Marks by place are nothing without their events."""
        layers = QgsProject.instance().mapLayers().items()
        left = [one for one, layer in layers if layer.customProperty(PLACES_OF, "") in layer_ids]
        if left:
            QgsProject.instance().removeMapLayers(left)

    def _new_reader(self, layer_id: str) -> Latest:
        reader = Latest(translate("Look", "Counting the events on the map"), self)
        reader.answered.connect(lambda counted: self._show(layer_id, counted))
        reader.refused.connect(lambda error: self._say(error))
        return reader

    def _filter_changed(self) -> None:
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            self.refresh(layer)

    # Looks

    def apply(self, layer: QgsVectorLayer, look: EventLook) -> None:
        """Give a layer a look, whatever it had before."""
        self._ask(layer, look, force=True)

    def refresh(self, layer: QgsVectorLayer) -> None:
        """Count again what a layer shows, for its legend and its places."""
        if layer.id() in self._readers:
            self._ask(layer, look_of(layer) or EventLook(), force=False)

    def welcome(self, layer: QgsVectorLayer) -> None:
        """Give a store's events that were just added the look that suits how many they are."""
        look = default_look(layer.featureCount())
        if look.afar == NOTHING or look_of(layer) not in (None, EventLook()) or not is_as_made(layer):
            return
        share_scales(layer, self._new_places(layer), look)  # now: drawing all of them once would take long
        self._ask(layer, look, force=True)

    def _ask(self, layer: QgsVectorLayer, look: EventLook, *, force: bool) -> None:
        self._attach(layer)
        try:
            counter = EventCounter.of(layer)
        except FlashpointsError as error:
            self._say(error)
            return
        self._readers[layer.id()].ask(_counting(counter, fitted(look, counter.source.columns), force))

    def _show(self, layer_id: str, answer: tuple[Counted, EventLook, bool]) -> None:
        counted, look, force = answer
        layer = QgsProject.instance().mapLayer(layer_id)
        if not isinstance(layer, QgsVectorLayer):
            return
        tables, tally = counted.tables, counted.shown.tally
        ours = force or is_as_made(layer)
        if look_of(layer) is None and force:  # nobody has named its fields and set its times yet
            style_events(layer, tables.actors, look=look, tally=tally, language=tables.language)
        elif ours:
            show_look(layer, look, tables, tally)
        if ours:
            before, now = self._drawn.get(layer_id), Drawn.of(counted)
            self._drawn[layer_id] = now
            if force or before is None or before.draws_otherwise(now):
                layer.triggerRepaint()  # else only the legend says something else
            layer.emitStyleChanged()
        self._show_places(layer, look, counted, force=force)
        self.refreshed.emit(layer_id)

    def _show_places(self, layer: QgsVectorLayer, look: EventLook, counted: Counted, *, force: bool) -> None:
        places = places_layer_of(layer)
        if look.afar == NOTHING or counted.places is None:
            if places is not None:
                QgsProject.instance().removeMapLayer(places.id())  # which gives its scales back to the events
            return
        own = look_of(layer)
        if places is None and not force and (own is None or own.afar == NOTHING):
            return  # somebody has removed it meanwhile
        fresh = places is None
        places = places or self._new_places(layer)
        show_places(places, look, counted, force=force or fresh)
        if force or fresh:
            share_scales(layer, None if self._plays else places, look)
        places.triggerRepaint()
        places.emitStyleChanged()

    def _new_places(self, layer: QgsVectorLayer) -> QgsVectorLayer:
        places = new_places_layer(layer)
        tree.add_places(places, layer)
        return places

    # Time

    def _time_changed(self) -> None:
        """A map that plays over time draws the events at every scale: the places know no days."""
        plays = not self._canvas.temporalRange().isInfinite()
        if plays == self._plays:
            return
        self._plays = plays
        for layer in self._layers():
            places, look = places_layer_of(layer), look_of(layer)
            if places is not None and look is not None:
                share_scales(layer, None if plays else places, look)
                layer.triggerRepaint()

    def _say(self, error: FlashpointsError) -> None:
        QgsMessageLog.logMessage(str(error), TITLE, Qgis.MessageLevel.Warning)


def places_layer_of(events: QgsVectorLayer) -> QgsVectorLayer | None:
    """The project's layer with the places of an event layer; None for none."""
    layers = QgsProject.instance().mapLayers().values()
    return next((one for one in layers if one.customProperty(PLACES_OF, "") == events.id()), None)


def _counting(
    counter: EventCounter, look: EventLook, force: bool
) -> Callable[[], tuple[Counted, EventLook, bool]]:
    return lambda: (counted(*read_shown(counter), look), look, force)
