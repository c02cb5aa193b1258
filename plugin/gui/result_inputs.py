# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks for a layer in the place of one that a result was made from and that is gone."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core.text import translate
from ..gis.event_places import shows_events
from .selection_widget import holds_events

INPUT = "INPUT"


class LayerQuestion(QDialog):
    """What is gone, and the layers of the project that could stand in; or a file."""

    def __init__(self, parent: QWidget, name: str, gone: str) -> None:
        super().__init__(parent)
        self.setObjectName("flashpoints_choose_layer")
        self.setWindowTitle(translate("Results", "Run again"))
        self.events = name == INPUT
        self.layer: QgsVectorLayer | None = None
        text = translate("Results", "This result was made from a file that is not there any more:")
        ask = (
            translate("Results", "Which events shall be counted instead?")
            if self.events
            else translate("Results", "Which layer shall be used instead?")
        )
        label = QLabel("\n".join([text, gone.split("|")[0], "", ask]))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.combo = QgsMapLayerComboBox()
        self.combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        layers = QgsProject.instance().mapLayers().values()
        self.combo.setExceptedLayerList([one for one in layers if not self._fits(one)])
        self.fileButton = QPushButton(translate("Results", "Another file…"))
        self.fileButton.clicked.connect(self._choose_file)
        buttons = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(buttons)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Results", "Run again"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.combo.count() > 0)
        self.buttons.accepted.connect(self._accept_layer)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self.combo, self.fileButton, self.buttons):
            layout.addWidget(widget)

    def _fits(self, layer: object) -> bool:
        return isinstance(layer, QgsVectorLayer) and (holds_events(layer) if self.events else layer.isValid())

    def _accept_layer(self) -> None:
        layer = self.combo.currentLayer()
        self.layer = layer if isinstance(layer, QgsVectorLayer) else None
        self.accept()

    def _choose_file(self) -> None:
        kinds = translate("Results", "Layers") + " (*.gpkg *.shp *.geojson)"
        path, _filter = QFileDialog.getOpenFileName(self, self.windowTitle(), "", kinds)
        if not path:
            return
        source = f"{path}|layername=events" if self.events and path.lower().endswith(".gpkg") else path
        layer = QgsVectorLayer(source, Path(path).stem, "ogr")
        if layer.isValid() and (not self.events or shows_events(layer)):
            self.layer = layer
            self.accept()
            return
        self.fileButton.setText(translate("Results", "That file holds no events. Another file…"))


def choose_layer(parent: QWidget, name: str, gone: str) -> QgsVectorLayer | None:
    """Ask for a layer. name : the parameter; gone : what it named. None when the user does not want any."""
    question = LayerQuestion(parent, name, gone)
    question.exec()
    return question.layer
