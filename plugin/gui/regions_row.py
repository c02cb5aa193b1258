# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of regions that three dialogs share: QGIS's own world map, or any polygon layer and its name field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from ..core.errors import FlashpointsError
from ..core.resources import RESOURCES
from ..core.text import translate
from ..core.zones import read_table
from . import tree
from .settings import DialogSettings
from .where_again import named_layer


class RegionsRow(QObject):
    """Drives the two boxes of a form and answers with the parameters REGIONS and REGION_FIELD."""

    changed = pyqtSignal()

    def __init__(self, combo: QgsMapLayerComboBox, field: QgsFieldComboBox, field_label: QLabel) -> None:
        super().__init__(combo)
        self._combo, self._field, self._field_label = combo, field, field_label
        self._followed: str | None = None
        combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        combo.setAllowEmptyLayer(True, translate("Regions", "QGIS's own world map"))
        field.setFilters(QgsFieldProxyModel.Filter.String)
        project = QgsProject.instance()
        project.layersAdded.connect(self._refresh)
        project.layersRemoved.connect(self._refresh)
        combo.layerChanged.connect(self._follow)
        field.fieldChanged.connect(self.changed)
        self._refresh()
        combo.setCurrentIndex(0)
        self._follow()

    def _refresh(self, *_: object) -> None:
        """Leave out what the plugin itself drew: results and the base map are no regions to count by."""
        layers = QgsProject.instance().mapLayers()
        self._combo.setExceptedLayerList([layer for layer in layers.values() if tree.kind(layer)])
        gone = bool(self._followed) and self._followed not in layers
        if gone or self._combo.currentIndex() < 0:  # QGIS then shows nothing, or another layer
            self._combo.setCurrentIndex(0)

    def _follow(self, *_: object) -> None:
        """Take over another layer; QGIS also tells of none when its list was only put together anew."""
        layer = self._combo.currentLayer()
        chosen = "" if layer is None else layer.id()
        if chosen == self._followed:
            return
        self._followed = chosen
        self._field.setLayer(layer)
        if layer is not None:
            folded = {field.name().casefold(): field.name() for field in layer.fields()}
            usual = (
                folded.get(row["field"].casefold())
                for row in read_table(RESOURCES / "region_fields.csv", ("field",))
            )
            self._field.setField(next((name for name in usual if name), self._field.currentField()))
        self._field.setVisible(layer is not None)
        self._field_label.setVisible(layer is not None)
        self.changed.emit()

    def parameters(self) -> dict[str, Any]:
        """REGIONS and REGION_FIELD; nothing for QGIS's own world map, which is the default."""
        layer = self._combo.currentLayer()
        if layer is None:
            return {}
        if not self._field.currentField():
            raise FlashpointsError(
                translate("Regions", "The layer has no text column with the regions' names."),
                where=layer.name(),
                remedy=translate("Regions", "Choose another layer, or QGIS's own world map."),
            )
        return {"REGIONS": layer.id(), "REGION_FIELD": self._field.currentField()}

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Choose what an earlier run was asked. FlashpointsError when the project does not have its layer."""
        layer = named_layer(parameters, "REGIONS")
        self._combo.setLayer(layer)
        if layer is not None and parameters.get("REGION_FIELD"):
            self._field.setField(str(parameters["REGION_FIELD"]))

    def keep(self, settings: DialogSettings) -> None:
        """Remember the choice."""
        layer = self._combo.currentLayer()
        settings.keep(
            regions=layer.name() if layer is not None else "", region_field=self._field.currentField()
        )

    def restore(self, settings: DialogSettings) -> None:
        """Choose again what was chosen last, when a layer of that name is there."""
        layers = (
            QgsProject.instance().mapLayersByName(settings.text("regions"))
            if settings.text("regions")
            else []
        )
        if layers:
            self._combo.setLayer(layers[0])
            self._field.setField(settings.text("region_field"))
