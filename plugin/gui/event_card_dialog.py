# SPDX-License-Identifier: GPL-2.0-or-later
"""The event card: click on the map, and read the events there one by one, in a panel beside the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateTransform, QgsFeature, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt import sip, uic
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import QAction, QApplication, QWidget

from ..core.errors import FlashpointsError
from ..core.event_card import Labels, make_card, text_of
from ..core.rulings import Ruling
from ..core.text import translate
from ..gis import rulings
from ..gis.actor_table import actor_table
from ..gis.event_card import labels_of, rulings_on, values_of
from ..gis.event_places import Found, events_at, mark_of, shows_events
from ..gis.paths import UI
from ..gis.rulings_algorithm import store_behind
from ..gis.store import read_rows
from . import tree
from .card_html import CardBrowser, title_of
from .help import open_help
from .map_marks import PlaceMark
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "event_card_dialog.ui"))
NEAR_SCALE = 100_000
"""Zoom comes at least this near."""


class ClickTool(QgsMapTool):
    """Gives the place of a click, in the map's units."""

    clicked = pyqtSignal(QgsPointXY)

    def __init__(self, canvas: Any) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 (QGIS's name)
        """A click with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.mapPoint())


class CardPage(QWidget, FORM):
    """What the panel holds; made from the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setupUi(self)
        self.browser = CardBrowser(self)
        self.cardLayout.addWidget(self.browser)


class StoreWords:
    """What a store adds to the events of its layers: the labels of its groups, and its rulings. Read once a click."""

    def __init__(self, store: Path | None) -> None:
        self.store = store
        self.rulings: list[Ruling] = []
        self.problem = ""
        rows: list[dict[str, Any]] = []
        if store is not None:
            try:
                rows, self.rulings = read_rows(store, "actors"), rulings.read(store)
            except FlashpointsError as error:
                self.problem = str(error)
        self.labels: Labels = labels_of(actor_table(rows))


class EventCardDialog(QgsDockWidget):
    """The panel and its tool. Closing the panel gives the map its tool back."""

    def __init__(self, host: Window) -> None:
        super().__init__(translate("Event card", "Event card"), host.widget)
        self.setObjectName("FlashpointsEventCard")
        self.host = host
        self.found: list[Found] = []
        self.index = 0
        self.place: QgsPointXY | None = None
        self._clicked = False
        self._stores: dict[str, StoreWords] = {}
        self._followed: list[QgsVectorLayer] = []
        self._given: QgsVectorLayer | None = None
        self._mark = PlaceMark(host.canvas)
        self.page = CardPage(self)
        self.setWidget(self.page)
        self.page.newerButton.clicked.connect(lambda: self.step(-1))
        self.page.olderButton.clicked.connect(lambda: self.step(1))
        self.page.zoomButton.clicked.connect(self.zoom)
        self.page.correctButton.clicked.connect(self.correct)
        self.page.copyButton.clicked.connect(self.copy)
        self.page.helpButton.clicked.connect(self.show_help)
        self.tool = ClickTool(host.canvas)
        self.tool.clicked.connect(self.look)
        action = host.widget.findChild(QAction, "flashpoints_event_card")
        if action is not None:
            action.setCheckable(True)
            self.tool.setAction(action)
        host.runner.ended.connect(lambda _: self._show(again=True))  # which may have ruled on what is shown
        QgsProject.instance().layersRemoved.connect(self._layers_removed)
        host.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self._show()

    def present(self) -> None:
        """Show the panel, and take clicks on the map."""
        self.show()
        self.raise_()
        self.host.canvas.setMapTool(self.tool)
        if not self.found:
            self._show()

    def present_event(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Show one event that is asked for by itself; the map keeps its tool. layer : held here, in no project."""
        self._given, self._stores, self._clicked = layer, {}, False
        self.found, self.index = [Found(layer.id(), feature.id(), "")], 0
        change = QgsCoordinateTransform(
            layer.crs(), self.host.canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        empty = feature.geometry().isEmpty()
        self.place = None if empty else change.transform(feature.geometry().centroid().asPoint())
        self._follow([])
        self.show()
        self.raise_()
        self._mark_place()
        self._show()

    @property
    def is_given(self) -> bool:
        """Whether the event was asked for by itself, not by a click on the map."""
        return self._given is not None and bool(self.found)

    # Which events

    def layers(self) -> list[QgsVectorLayer]:
        """The layers of events that the tree has switched on, the topmost first; results of analyses are none."""
        there = QgsProject.instance().layerTreeRoot().layerOrder()
        root = QgsProject.instance().layerTreeRoot()
        return [
            layer
            for layer in there
            if shows_events(layer)
            and tree.kind(layer) in ("", "events")
            and (node := root.findLayer(layer.id())) is not None
            and node.isVisible()
        ]

    def look(self, click: QgsPointXY) -> None:
        """Find the events at a click on the map, and show the newest."""
        canvas = self.host.canvas
        reach = QgsMapTool.searchRadiusMU(canvas)
        layers = self.layers()
        self.place, self.found = events_at(layers, click, reach, canvas.mapSettings())
        self.index, self._stores, self._clicked, self._given = 0, {}, True, None
        self._follow(layers)
        self._mark_place()
        self._show()

    def _follow(self, layers: list[QgsVectorLayer]) -> None:
        """Hear of their filters; of those of before no more."""
        for layer in self._followed:
            if not sip.isdeleted(layer):
                layer.subsetStringChanged.disconnect(self._filter_changed)
        self._followed = layers
        for layer in layers:
            layer.subsetStringChanged.connect(self._filter_changed)

    def _filter_changed(self) -> None:
        """The same place again, and the same event where it still shows."""
        if self.place is None or sip.isdeleted(self) or self.is_given:
            return
        before = self.found[self.index] if self.found else None
        settings = self.host.canvas.mapSettings()
        _, self.found = events_at(self.layers(), self.place, settings.mapUnitsPerPixel() / 100, settings)
        self.index = self.found.index(before) if before in self.found else 0
        self._show()

    def step(self, by: int) -> None:
        """Go to an older (1) or a newer (-1) event of the place."""
        self.index = max(0, min(self.index + by, len(self.found) - 1))
        self._show()

    def current(self) -> tuple[QgsVectorLayer, QgsFeature] | None:
        """The event that is shown, as its layer has it now; None where there is none any more."""
        if not self.found:
            return None
        one = self.found[self.index]
        given = self._given
        layer = given if given is not None else QgsProject.instance().mapLayer(one.layer)
        feature = layer.getFeature(one.feature) if layer is not None else QgsFeature()
        return (layer, feature) if feature.isValid() else None

    def _layers_removed(self, layer_ids: list[str]) -> None:
        if sip.isdeleted(self) or not any(one.layer in layer_ids for one in self.found):
            return
        self.found, self.place = [], None
        self._mark_place()
        self._show()

    # What is shown

    def _show(self, again: bool = False) -> None:
        """Show the current event; again : what its store says may have changed."""
        if sip.isdeleted(self):
            return
        if again:
            self._stores = {}
        shown = self.current()
        self._enable(shown)
        if shown is None:
            self.page.titleLabel.setText("")
            self.page.browser.show_words(self._nothing())
            return
        layer, feature = shown
        event = values_of(feature)
        words = self._words(layer)
        card = make_card(event, words.labels, rulings_on(event, words.rulings))
        self.page.browser.show_card(card, mark_of(layer, feature, self.host.canvas.mapSettings()))
        place = text_of(event, "location") or translate("Event card", "this place")
        self.page.titleLabel.setText(title_of(len(self.found), self.index, place))

    def _words(self, layer: QgsVectorLayer) -> StoreWords:
        if layer.id() not in self._stores:
            try:
                store = store_behind(layer)
            except (
                FlashpointsError
            ):  # a store of a newer version, or a damaged one: its events are still shown
                store = None
            self._stores[layer.id()] = StoreWords(store)
        return self._stores[layer.id()]

    def _nothing(self) -> str:
        if self.found:
            return translate("Event card", "This event is no longer in its layer.")
        if not self.layers():
            return translate(
                "Event card", "No layer of events is switched on. Load an event file, or switch its layer on."
            )
        if self._clicked:
            return translate("Event card", "No event here. Click on a mark on the map.")
        return translate("Event card", "Click on a mark on the map: its events are shown here.")

    def _enable(self, shown: tuple[QgsVectorLayer, QgsFeature] | None) -> None:
        page = self.page
        for button in (page.zoomButton, page.copyButton, page.correctButton):
            button.setEnabled(shown is not None)
        for button in (page.newerButton, page.olderButton):
            button.setVisible(len(self.found) > 1)
        page.newerButton.setEnabled(self.index > 0)
        page.olderButton.setEnabled(self.index < len(self.found) - 1)

    def _mark_place(self) -> None:
        """A ring round the place on the map; none where there is none."""
        if self.place is not None:
            self._mark.show(self.place)
        else:
            self._mark.remove()

    # What can be done with it

    def zoom(self) -> None:
        """Bring the place to the middle of the map, and near."""
        if self.place is None:
            return
        canvas = self.host.canvas
        canvas.setCenter(self.place)
        if canvas.scale() > NEAR_SCALE:
            canvas.zoomScale(NEAR_SCALE)
        canvas.refresh()

    def correct(self) -> None:
        """Open the dialog that corrects the event; it says so where the layer is of no store."""
        shown = self.current()
        if shown is not None and self.host.correct is not None:
            self.host.correct(*shown)

    def copy(self) -> None:
        """Put the card on the clipboard."""
        if self.page.browser.card is not None:
            QApplication.clipboard().setText(self.page.browser.card.as_text())

    def show_help(self) -> None:
        """Open the help page."""
        open_help("event_card")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Give the map its tool back, and take the ring away."""
        self.host.canvas.unsetMapTool(self.tool)
        self.place, self.found, self._clicked, self._given = None, [], False, None
        self._mark_place()
        super().closeEvent(event)
