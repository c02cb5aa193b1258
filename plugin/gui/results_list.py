# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of the project in a box to choose from: the newest first, as they come, go, and are renamed."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox

from ..gis.result_layers import is_result, results_of


class ResultsList(QObject):
    """`chosen` says that another result, or none, is chosen; `changed` that the chosen one is not what it was."""

    chosen = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, combo: QComboBox, parent: QObject) -> None:
        super().__init__(parent)
        self._combo = combo
        self._shown = ""
        self._followed: dict[str, QgsVectorLayer] = {}
        project = QgsProject.instance()
        project.layersAdded.connect(self.refresh)
        project.layersRemoved.connect(self.refresh)
        project.readProject.connect(self.refresh)
        combo.currentIndexChanged.connect(self._index_changed)

    def let_go(self) -> None:
        """Hear nothing any more."""
        project = QgsProject.instance()
        for signal in (project.layersAdded, project.layersRemoved, project.readProject):
            signal.disconnect(self.refresh)
        for layer in self._followed.values():
            self._listen(layer, False)
        self._followed.clear()

    def refresh(self, *_: object) -> None:
        """Offer what the project has now; the chosen one stays."""
        layers = results_of(QgsProject.instance().mapLayers().values())
        self._follow(layers)
        ids = [layer.id() for layer in layers]
        self._combo.blockSignals(True)
        self._combo.clear()
        for layer in layers:
            self._combo.addItem(layer.name(), layer.id())
        index = ids.index(self._shown) if self._shown in ids else 0 if ids else -1
        self._combo.setCurrentIndex(index)
        self._combo.setToolTip(self._combo.currentText())
        self._combo.blockSignals(False)
        self._index_changed()

    def layer(self) -> QgsVectorLayer | None:
        """The chosen result; None where there is none."""
        layer: QgsMapLayer | None = QgsProject.instance().mapLayer(str(self._combo.currentData() or ""))
        return layer if isinstance(layer, QgsVectorLayer) and is_result(layer) else None

    def choose(self, layer: QgsVectorLayer) -> None:
        """Choose a result of the project."""
        index = self._combo.findData(layer.id())
        if index >= 0:
            self._combo.setCurrentIndex(index)

    def _index_changed(self, *_: object) -> None:
        chosen = str(self._combo.currentData() or "")
        if chosen != self._shown:
            self._shown = chosen
            self._combo.setToolTip(self._combo.currentText())
            self.chosen.emit()

    def _follow(self, layers: list[QgsVectorLayer]) -> None:
        there = {layer.id(): layer for layer in layers}
        for layer_id in set(self._followed) - set(there):
            layer = self._followed.pop(layer_id)
            if not sip.isdeleted(layer):
                self._listen(layer, False)
        for layer_id, layer in there.items():
            if layer_id not in self._followed:
                self._followed[layer_id] = layer
                self._listen(layer, True)

    def _listen(self, layer: QgsVectorLayer, on: bool) -> None:
        if sip.isdeleted(layer):
            return
        for signal, slot in (
            (layer.nameChanged, self._renamed),
            (layer.dataChanged, self._edited),
            (layer.subsetStringChanged, self._edited),
            (layer.editingStopped, self._edited),
        ):
            signal.connect(slot) if on else signal.disconnect(slot)

    def _renamed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _edited(self) -> None:
        layer = self.layer()
        if layer is not None and self.sender() is layer:
            self.changed.emit()
