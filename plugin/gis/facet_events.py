# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's events for the numbers beside the choices of a selection: read once, counted in any thread."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsVectorLayer

from ..core.actors import ActorTable
from ..core.facets import COLUMNS, Facets, FacetTable
from ..core.periods import Period
from ..core.selection import Selection
from ..core.text import translate
from .frames import EventSource
from .loading import load_actors
from .parameters import selection_of
from .styles_fields import field_names

_NEEDS: Mapping[str, Selection] = {
    "ACTOR_GROUPS": Selection(actor_groups=("x",)),
    "ROLE": Selection(actor_groups=("x",), role="side_1", against=("x",)),
    "AGAINST": Selection(actor_groups=("x",), against=("x",)),
    "CIVILIANS": Selection(civilians="targeted"),
    "SUB_EVENT_TYPES": Selection(sub_event_types=("x",)),
    "COUNTRIES": Selection(countries=("x",)),
    "GEO_PRECISION_MAX": Selection(geo_precision_max=1),
    "TIME_PRECISION_MAX": Selection(time_precision_max=1),
    "MIN_FATALITIES": Selection(min_fatalities=1),
}
"""A selection that needs the columns of each parameter."""


@dataclass(frozen=True)
class Numbers:
    """facets : of what was asked; occurring : field of Selection -> names in the whole layer, with their events."""

    facets: Facets
    occurring: Mapping[str, Counter[str]]


class FacetEvents:
    """The events of one layer as they were when this was made; make another when the layer changes."""

    def __init__(self, layer: QgsVectorLayer, use_layer_filter: bool = False) -> None:
        """Call it in the thread that owns the layer. FlashpointsError when it cannot be read."""
        self._source = EventSource.from_layer(layer, use_layer_filter)
        self._actors: ActorTable = load_actors(self._source)
        self._umbrellas = {
            f"{group.umbrella}+": self._actors.expand([f"{group.umbrella}+"])
            for group in self._actors.groups
            if group.umbrella
        }
        self._reading = threading.Lock()
        self._table: FacetTable | None = None
        self._occurring: Mapping[str, Counter[str]] = {}
        self._coverage: dict[tuple[str | None, tuple[str, ...]], Period | None] = {}

    def count(self, parameters: Mapping[str, Any]) -> Numbers:
        """Count for an algorithm's parameters, as plain values; only covered days count. For any thread.

        Raises
        ------
        FlashpointsError : when a parameter makes no sense, or the layer cannot be read.
        """
        selection = selection_of(parameters, self._actors)
        with self._reading:
            if self._table is None:
                there = [name for name in COLUMNS if name in self._source.columns]
                self._table = FacetTable(self._source.read(there))
                self._occurring = self._table.occurring()
            asked = (selection.dataset, selection.countries)
            if asked not in self._coverage:
                self._coverage[asked] = self._source.coverage(*asked)
            coverage = self._coverage[asked]
            covered = [one for one in (period.clip(coverage) for period in selection.periods) if one]
            return Numbers(self._table.count(selection, covered, self._umbrellas), self._occurring)


def lacking(layer: QgsVectorLayer) -> dict[str, str]:
    """The parameters of a selection that a layer's columns cannot answer, each with the reason."""
    there, found = set(layer.fields().names()), {}
    for parameter, selection in _NEEDS.items():
        missing = [name for name in selection.columns if name not in there]
        if missing:
            labels = field_names()
            text = translate("Selection", "The layer does not have: {names}.")
            found[parameter] = text.format(names=", ".join(labels.get(name, name) for name in missing))
    return found
