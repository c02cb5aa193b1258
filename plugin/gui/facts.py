# SPDX-License-Identifier: GPL-2.0-or-later
"""What a dialog must know of an events layer before it can offer choices: what it covers, and its sources."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsVectorLayer

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.text import translate
from ..gis.frames import EventSource
from ..gis.loading import load_actors
from .background import Latest

EVENT_FIELDS = frozenset({"event_id", "event_date", "event_type"})


def holds_events(layer: QgsMapLayer) -> bool:
    """Whether a layer has the columns of the event table."""
    return isinstance(layer, QgsVectorLayer) and set(layer.fields().names()) >= EVENT_FIELDS


@dataclass(frozen=True)
class Facts:
    """coverage : of the asked source; datasets : the sources of the layer's events; actors : the table of its store."""

    coverage: Period
    datasets: list[str]
    actors: ActorTable


def ask_for_facts(reader: Latest, layer: QgsVectorLayer, dataset: str) -> None:
    """Find them out in a thread; the reader's signals bring Facts or a FlashpointsError."""
    try:
        source = EventSource.from_layer(layer)
    except FlashpointsError as error:
        reader.refused.emit(error)
        return
    reader.ask(lambda: _facts(source, dataset))


def _facts(source: EventSource, dataset: str) -> Facts:
    coverage = source.coverage(dataset or None)
    if coverage is None:
        raise FlashpointsError(
            translate("Facts", "The layer holds no events."),
            where=source.name,
            remedy=translate("Facts", "Choose another layer, or load an event file."),
        )
    return Facts(coverage, list(source.datasets()), load_actors(source))
