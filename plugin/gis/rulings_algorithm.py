# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms about rulings share: the store behind a layer, and layers that show what was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterVectorLayer,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import FlashpointsError
from ..core.text import translate
from .events_algorithm import EventsAlgorithm
from .outputs import source_row
from .provenance import read_parameters
from .store import is_store, read_rows


def store_behind(layer: QgsMapLayer) -> Path | None:
    """The event store that a layer lies in, or that a result was made from; None where there is none any more."""
    if not isinstance(layer, QgsVectorLayer):
        return None
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    places = [str(parts.get("path") or ""), str(read_parameters(layer).get("INPUT") or "").split("|")[0]]
    return next((Path(place) for place in places if place and is_store(Path(place))), None)


class RulingsAlgorithm(EventsAlgorithm):
    """Base of the algorithms on the rulings of one store; subclasses answer `run_job`."""

    writes = False

    def __init__(self) -> None:
        super().__init__()
        self.store = Path()

    def add_store(self) -> None:
        """Declare INPUT: a layer of the store, or the store's path."""
        kinds = [QgsProcessing.SourceType.TypeVector]
        label = translate("RulingsAlgorithms", "Event store, or a layer of it")
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", label, kinds))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Find the store."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        store = store_behind(layer) if layer is not None else None
        if store is None:
            raise FlashpointsError(
                translate("RulingsAlgorithms", "This is no event store, which alone can keep rulings."),
                "INPUT",
                translate(
                    "RulingsAlgorithms", "Give the events layer of a store that “Load events” has made."
                ),
            )
        self.store = store
        self._record.parameters = self._plain_parameters(parameters, context)
        self._record.sources = [source_row(row) for row in read_rows(store, "imports")]

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let layers of the project see what was written."""
        if self.writes and context.project() is not None:
            reload_layers(self.store, context.project().mapLayers().values())
        return super().postProcessAlgorithm(context, feedback)


def reload_layers(store: Path, layers: Any) -> None:
    """Let those of some layers that lie in a store read it again."""
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and Path(layer.source().split("|")[0]) == store:
            layer.reload()
            layer.triggerRepaint()
