# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions for a preview: read once, and made ready in the thread that needs them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from .region_sources import Shapes, of_main_country, shapes_of
from .regions import RegionSet

RegionsOf = Callable[[pd.DataFrame], RegionSet]
"""Some events, with the column country -> their regions. FlashpointsError where there are none."""

_Key = tuple[str, str, int]
"""Layer id ("" for the world map), field or country, and how often the layer has changed since it was first asked."""


class LiveRegions(QObject):
    """The regions that an algorithm's parameters name, as `FlashpointsAlgorithm.regions_for` would find them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shapes: dict[_Key, Shapes] = {}
        self._ready: dict[_Key, RegionSet] = {}
        self._changes: dict[str, int] = {}
        self._making = threading.Lock()

    def of(self, parameters: Mapping[str, Any]) -> RegionsOf:
        """What answers with the regions, for any thread. Call it in the main thread.

        parameters : with REGIONS (the id of a layer of the project) and REGION_FIELD; without them, QGIS's world map.

        Raises
        ------
        FlashpointsError : when the layer does not serve.
        """
        layer = QgsProject.instance().mapLayer(str(parameters.get("REGIONS") or ""))
        if not isinstance(layer, QgsVectorLayer):
            return self._of_main_country
        name = layer.id()
        if name not in self._changes:
            self._changes[name] = 0
            for signal in (layer.dataChanged, layer.subsetStringChanged):
                signal.connect(lambda *_, changed=name: self._forget(changed))
        key = (name, str(parameters.get("REGION_FIELD") or ""), self._changes[name])
        if key not in self._shapes:
            self._shapes[key] = shapes_of(layer, key[1])
        shapes = self._shapes[key]
        return lambda events: self._kept(key, shapes.regions)

    def _of_main_country(self, events: pd.DataFrame) -> RegionSet:
        most = events["country"].value_counts()
        country = str(most.index[0]) if len(most) else ""
        return self._kept(("", country, 0), lambda: of_main_country(events))

    def _kept(self, key: _Key, make: Callable[[], RegionSet]) -> RegionSet:
        with self._making:
            if key not in self._ready:
                self._ready[key] = make()
            return self._ready[key]

    def _forget(self, layer_id: str) -> None:
        """The layer's polygons are not what they were."""
        self._changes[layer_id] += 1
        for key in [key for key in self._shapes if key[0] == layer_id]:
            del self._shapes[key]
            self._ready.pop(key, None)
