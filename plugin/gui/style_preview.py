# SPDX-License-Identifier: GPL-2.0-or-later
"""The map and the legend that a look would give, on copies: the project is not touched."""

from __future__ import annotations

from qgis.core import QgsLayerTree, QgsLayerTreeModel, QgsMapLayer, QgsVectorLayer
from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QLayout

from ..core.event_look import NOTHING, EventLook
from ..gis.event_layers import copy_of
from ..gis.event_views import Counted, show_places
from ..gis.places_layer import new_places_layer, share_scales
from ..gis.styles_events import show_look
from . import tree


class StylePreview(QObject):
    """A map that follows the main map until it is moved itself, and the legend of what it shows."""

    def __init__(self, canvas: QgsMapCanvas, canvas_place: QLayout, legend_place: QLayout) -> None:
        super().__init__()
        self._main = canvas
        self.canvas = QgsMapCanvas()
        self.canvas.setObjectName("previewCanvas")
        self.canvas.setMinimumSize(180, 110)
        self.canvas.setCanvasColor(canvas.canvasColor())
        self.canvas.enableAntiAliasing(True)
        self._pan = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self._pan)
        canvas_place.addWidget(self.canvas)
        self._root = QgsLayerTree()
        self.legend = QgsLayerTreeView()
        self.legend.setObjectName("previewLegend")
        self._model = QgsLayerTreeModel(self._root)
        self.legend.setModel(self._model)
        self.legend.setMinimumHeight(70)
        legend_place.addWidget(self.legend)
        self._layers: list[QgsVectorLayer] = []
        self._shown = ""

    def show(self, layer: QgsVectorLayer, look: EventLook, counted: Counted) -> None:
        """Show what the look makes of a layer."""
        events = copy_of(layer)
        show_look(events, look, counted.tables, counted.shown.tally)
        made = [events]
        if look.afar != NOTHING:
            made.append(new_places_layer(layer))
            show_places(made[1], look, counted)
        share_scales(events, made[1] if len(made) > 1 else None, look)
        self._show_on_canvas(layer, made)
        self._show_legend(made)
        self._layers = made

    def _show_on_canvas(self, layer: QgsVectorLayer, made: list[QgsVectorLayer]) -> None:
        base = [one for one in self._main.layers() if tree.kind(one) not in ("events", "places")]
        if layer.id() != self._shown:
            self.canvas.setDestinationCrs(self._main.mapSettings().destinationCrs())
            self.canvas.setExtent(self._main.extent())
            if self._main.scale() > 0:
                self.canvas.zoomScale(self._main.scale())
            self._shown = layer.id()
        self.canvas.setLayers([*made, *base])
        self.canvas.refresh()

    def _show_legend(self, made: list[QgsVectorLayer]) -> None:
        self._root.removeAllChildren()
        for one in made:
            self._root.addLayer(one).setExpanded(True)
        self.legend.expandAll()

    def clear(self) -> None:
        """Show nothing."""
        self._root.removeAllChildren()
        self.canvas.setLayers([])
        self._layers, self._shown = [], ""

    def base_changed(self, _: list[QgsMapLayer]) -> None:
        """The project's layers changed: what the map holds may be gone."""
        self.clear()
