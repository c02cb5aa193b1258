# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests with QGIS share: the sample as a store, the provider, and a way to run an algorithm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)


@pytest.fixture(scope="module")
def provider(qgis_app: QgsApplication) -> Iterator[Any]:
    """The plugin's provider, registered for as long as a file's tests need it."""
    from flashpoints.plugin.gis.provider import FlashpointsProvider

    registry = QgsApplication.processingRegistry()
    registered = registry.providerById("flashpoints")
    if registered is not None:
        yield registered
        return
    made = FlashpointsProvider()
    registry.addProvider(made)
    yield made
    registry.removeProvider(made)


class Ran:
    """What an algorithm gave: its results, its log, and an output's rows as a frame."""

    def __init__(self, results: dict[str, Any], log: str, context: QgsProcessingContext) -> None:
        self.results, self.log, self._context = results, log, context

    def layer(self, name: str = "OUTPUT") -> QgsVectorLayer:
        destination = self.results[name]
        return self._context.getMapLayer(destination) or QgsVectorLayer(destination, name, "ogr")

    def frame(self, name: str = "OUTPUT") -> pd.DataFrame:
        from flashpoints.plugin.gis.tables import attributes_frame

        layer = self.layer(name)
        assert layer.isValid(), self.results[name]
        return attributes_frame(layer)


@pytest.fixture
def run(provider: Any) -> Callable[..., Ran]:
    """Run an algorithm by its bare id; outputs default to memory. A refusal is a QgsProcessingException."""

    def go(algorithm: str, **parameters: Any) -> Ran:
        instance = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{algorithm}")
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        if algorithm not in ("importevents", "makebrief"):
            parameters = {"OUTPUT": "memory:", **parameters}
        results, fine = instance.run(parameters, context, feedback)
        if not fine:
            raise QgsProcessingException(feedback.textLog())
        return Ran(dict(results), feedback.textLog(), context)

    return go


@pytest.fixture(scope="session")
def store(qgis_app: QgsApplication, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The synthetic sample as an event store; do not write to it."""
    from flashpoints.plugin.core.actors import ActorTable
    from flashpoints.plugin.core.resources import RESOURCES
    from flashpoints.plugin.gis.importing import import_events

    path = tmp_path_factory.mktemp("sample") / "events.gpkg"
    import_events(sample, path, ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv"))
    return path


@pytest.fixture
def store_layer(store: Path) -> QgsVectorLayer:
    """A fresh layer on the sample's store."""
    layer = QgsVectorLayer(f"{store}|layername=events", "events", "ogr")
    assert layer.isValid()
    return layer
