# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock “Filter and time”: which events show, how many, when they were, and playing them over time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QDockWidget

from ..core.errors import FlashpointsError
from ..core.event_filter import NOTHING, EventFilter, shown_text
from ..core.periods import Period
from ..core.text import translate
from ..gis.event_filters import KEEP, REFUSE, REPLACE, apply_filter, read_filter, reasons, refusal
from ..gis.event_times import EventTimes, shown_map
from ..gis.frames import EventSource
from ..gis.loading import load_actors
from .facts import holds_events
from .filter_answers import FilterAnswers, filter_of
from .filter_choices import group_choices, type_choices
from .filter_panel import FilterPanel
from .settings import DialogSettings
from .time_panel import play
from .window import Window

LOOKING_MS = 150
"""How long the map must rest before the bars follow it."""


class FilterDock(QDockWidget):
    """Sits at the foot of the window; does nothing while it is hidden."""

    def __init__(self, host: Window) -> None:
        super().__init__(translate("Filter bar", "Filter and time"), host.widget)
        self.setObjectName("FlashpointsFilterDock")
        self._host = host
        self._settings = DialogSettings("filter_bar")
        self._layer: QgsVectorLayer | None = None
        self._shown: int | None = None
        self.panel = FilterPanel(self)
        self.setWidget(self.panel)
        self.answers = FilterAnswers(self)
        self._map_moved = QTimer(self)
        self._map_moved.setSingleShot(True)
        self._map_moved.setInterval(LOOKING_MS)
        self._restore()
        self._connect()
        self.refresh_layers()

    def _restore(self) -> None:
        self.panel.fold(self._settings.flag("folded"))
        self.panel.mapCheck.setChecked(self._settings.flag("only_map", True))

    def _connect(self) -> None:
        project, canvas, panel = QgsProject.instance(), self._host.canvas, self.panel
        project.layersAdded.connect(self.refresh_layers)
        project.layersRemoved.connect(self.refresh_layers)
        project.readProject.connect(self.refresh_layers)
        canvas.extentsChanged.connect(self._map_moved.start)
        canvas.destinationCrsChanged.connect(self._map_moved.start)
        canvas.rotationChanged.connect(self._map_moved.start)
        self._map_moved.timeout.connect(self._draw_if_map_matters)
        panel.layerCombo.layerChanged.connect(self._layer_chosen)
        panel.blocks.changed.connect(self.apply)
        panel.clearButton.clicked.connect(self.clear)
        panel.playButton.clicked.connect(self.play)
        panel.loadButton.clicked.connect(lambda: self._host.open_dialog("load_events"))
        panel.replaceButton.clicked.connect(lambda: self.apply(own=REPLACE))
        panel.keepButton.clicked.connect(lambda: self.apply(own=KEEP))
        panel.dropButton.clicked.connect(lambda: self.apply(own=REPLACE))
        panel.histogram.periodChosen.connect(self.choose_period)
        panel.mapCheck.toggled.connect(self._map_check_toggled)
        panel.folded.connect(self._folded)
        self.answers.counted.connect(self._count_came)
        self.answers.known.connect(self._events_known)
        self.answers.drawn.connect(panel.show_bars)
        self.answers.refused.connect(self._refused)

    def let_go(self) -> None:
        """Hear nothing any more; before the dock is taken out."""
        project, canvas = QgsProject.instance(), self._host.canvas
        for signal in (project.layersAdded, project.layersRemoved, project.readProject):
            signal.disconnect(self.refresh_layers)
        for signal in (canvas.extentsChanged, canvas.destinationCrsChanged, canvas.rotationChanged):
            signal.disconnect(self._map_moved.start)
        self._listen(False)
        self._layer = None
        self.answers.forget()

    def _listen(self, on: bool) -> None:
        layer = self.layer()
        if layer is not None:
            for signal, slot in self._signals(layer):
                signal.connect(slot) if on else signal.disconnect(slot)

    # The layer

    def refresh_layers(self, *_: object) -> None:
        """Offer the event layers of the project and nothing else."""
        layers = QgsProject.instance().mapLayers().values()
        self.panel.layerCombo.setExceptedLayerList([one for one in layers if not holds_events(one)])
        self._layer_chosen()

    def layer(self) -> QgsVectorLayer | None:
        """The layer that is filtered; None when the project has no events."""
        return self._layer if self._layer is not None and not sip.isdeleted(self._layer) else None

    def _layer_chosen(self, *_: object) -> None:
        self.panel.offer_layers()
        chosen = self.panel.layerCombo.currentLayer()
        chosen = chosen if chosen is not None and holds_events(chosen) else None
        if chosen is self.layer() and (chosen is not None or self._layer is None):
            return
        self._listen(False)
        self._layer = chosen
        self._listen(True)
        self.look_again()

    def _signals(self, layer: QgsVectorLayer) -> list[tuple[Any, Callable[..., None]]]:
        return [
            (layer.subsetStringChanged, self._filter_changed),
            (layer.dataChanged, self._data_changed),
            (layer.editingStarted, self._check),
            (layer.editingStopped, self.look_again),
        ]

    def look_again(self) -> None:
        """Read the layer, show its filter, count and draw."""
        self.answers.forget()
        self._shown = None
        layer = self.layer()
        changes = self.panel.show_content(layer is not None)
        if changes:
            QTimer.singleShot(0, self.fit_height)
        if layer is None or not self.isVisible():
            return
        self.panel.blocks.allow(reasons(layer))
        self.panel.histogram.say(translate("Filter bar", "Reading the events…"))
        self.answers.read(layer)
        self._filter_changed()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """What was left undone while nobody looked."""
        super().showEvent(event)
        if self.answers.times is not None:
            self._filter_changed()
        elif not self.answers.busy:
            self.look_again()

    def _data_changed(self) -> None:
        """Events were added, changed or read again. QGIS says so after every change of the filter too."""
        layer = self.layer()
        if layer is not None and layer.subsetString() == self.panel.subset:
            self.look_again()

    def _events_known(self, times: EventTimes) -> None:
        span = times.span()
        self.panel.blocks.set_span(span)
        self.panel.blocks.groupsButton.offer(group_choices(times.actors, times.numbers_of_groups()))
        self.panel.blocks.typesButton.offer(type_choices(times.numbers_of_types()))
        self._say_count()
        self._draw()

    # The filter

    def _filter_changed(self) -> None:
        """Show the filter that the layer has now, whoever set it."""
        layer = self.layer()
        if layer is None:
            return
        self.panel.subset = layer.subsetString()
        if not self.isVisible():
            return
        state = read_filter(layer)
        if self.panel.blocks.chosen() != state.chosen:
            self.panel.blocks.show_filter(state.chosen)
        self.panel.histogram.show_period(state.chosen.period)
        self._check()
        self.answers.count(layer)
        self._draw()

    def _check(self) -> None:
        """Say what stands in the way, and switch off what cannot be used."""
        layer = self.layer()
        if layer is not None:
            self.panel.show_state(refusal(layer), read_filter(layer), reasons(layer))
            QTimer.singleShot(0, self._make_room)

    def apply(self, *_: object, own: str = REFUSE) -> None:
        """Let the layer show what the blocks say."""
        layer = self.layer()
        if layer is not None:
            self._set(layer, self.panel.blocks.chosen(), own)

    def _set(self, layer: QgsVectorLayer, chosen: EventFilter, own: str = REFUSE) -> None:
        before = layer.subsetString()
        try:
            apply_filter(layer, chosen, own=own, expand=self._expand)
        except FlashpointsError as error:
            self._refused(error)
            return
        if layer.subsetString() == before:  # nobody else says that nothing changed
            self._filter_changed()
        QgsProject.instance().setDirty(True)

    def _expand(self, ids: object) -> set[str]:
        layer, actors = self.layer(), self.answers.actors
        if actors is None and layer is not None:
            actors = load_actors(EventSource.from_layer(layer))
        return actors.expand(ids) if actors is not None else set()  # type: ignore[arg-type]

    def clear(self) -> None:
        """Show every event again; a filter that the user made by hand and kept stays."""
        layer = self.layer()
        if layer is not None:
            self.panel.blocks.clear()
            self._set(layer, NOTHING)

    def choose_period(self, period: Period | None) -> None:
        """Show the events of a period; None for all dates."""
        if self.panel.blocks.isEnabled():
            self.panel.blocks.show_period(period)
            self.apply()

    # Answers

    def _count_came(self, count: int) -> None:
        self._shown = count
        self._say_count()

    def _say_count(self) -> None:
        if self._shown is not None:
            total = (
                self.answers.times.total if self.answers.actors is not None and self.answers.times else None
            )
            self.panel.countLabel.setText(shown_text(self._shown, total))

    def _draw(self) -> None:
        layer = self.layer()
        if layer is None or not self.isVisible() or self.panel.is_folded:
            return
        only_map = self.panel.mapCheck.isChecked()
        shown = shown_map(self._host.canvas.mapSettings()) if only_map else None
        self.answers.draw(layer, filter_of(layer), shown)

    def _draw_if_map_matters(self) -> None:
        if self.panel.mapCheck.isChecked():
            self._draw()

    def _refused(self, error: FlashpointsError) -> None:
        self.panel.say_problem(str(error))

    # What is remembered, and time

    def _map_check_toggled(self, ticked: bool) -> None:
        self._settings.keep(only_map=ticked)
        self._draw()

    def _folded(self, folded: bool) -> None:
        self._settings.keep(folded=folded)
        QTimer.singleShot(0, self.fit_height)
        self._draw()

    def play(self) -> None:
        """Open QGIS's temporal controller, ready to play the layer."""
        layer, times = self.layer(), self.answers.times
        span = times.span() if times is not None and self.answers.actors is not None else None
        if layer is None or span is None:
            return
        period = filter_of(layer).period
        play(self._host, layer, (period.clip(span) if period is not None else span) or span)

    def place(self) -> None:
        """Put the dock at the foot of the window, then where QGIS remembers it from the last time."""
        self._host.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self._host.widget.restoreDockWidget(self)
        QTimer.singleShot(0, self.fit_height)

    def _make_room(self) -> None:
        """For a notice, which would else push the blocks out of sight."""
        if not sip.isdeleted(self) and self.panel.sizeHint().height() > self.panel.height():
            self.fit_height()

    def fit_height(self) -> None:
        """Above or below the map no higher than needed; at its side, or floating, as the user has it."""
        window = self._host.widget
        if sip.isdeleted(self) or self.isFloating() or self not in window.findChildren(QDockWidget):
            return
        level = (Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.TopDockWidgetArea)
        if window.dockWidgetArea(self) in level:
            title = self.height() - self.panel.height()
            window.resizeDocks([self], [self.panel.sizeHint().height() + title], Qt.Orientation.Vertical)
