# SPDX-License-Identifier: GPL-2.0-or-later
"""“Correct this event…” wherever QGIS offers actions on a feature: attribute tables and the Identify window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsFeature, QgsMapLayer, QgsMapLayerType, QgsVectorLayer
from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QWidget

from ..core.text import translate
from .look import icon
from .ruling_event import holds_events


class EventAction(QgsMapLayerAction):
    """Offered on layers whose features have ids of events."""

    def __init__(self, parent: QWidget, correct: Callable[[QgsVectorLayer, QgsFeature], None]) -> None:
        super().__init__(
            translate("Ruling", "Correct this event…"), parent, QgsMapLayerType.VectorLayer,
            QgsMapLayerAction.Target.SingleFeature, icon("ruling"),
        )  # fmt: skip
        self.setObjectName("flashpoints_correct_event")
        self.triggeredForFeature.connect(correct)
        QgsGui.mapLayerActionRegistry().addMapLayerAction(self)

    def canRunUsingLayer(self, layer: QgsMapLayer, *_: Any) -> bool:  # noqa: N802 (QGIS's name)
        """Whether the layer has events."""
        return holds_events(layer)

    def remove(self) -> None:
        """Take it out of QGIS."""
        QgsGui.mapLayerActionRegistry().removeMapLayerAction(self)
        if not sip.isdeleted(self):
            self.deleteLater()
