# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of the project that lie in an event store: whether they are edited, look as the plugin made them, and anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.tally import Tally
from ..core.text import translate
from .event_tally import EventCounter
from .own_style import is_own_style
from .provenance import save_style_and_metadata
from .store import EVENTS
from .styles import style_events


def layers_in(store: Path, project: QgsProject | None) -> list[QgsVectorLayer]:
    """The project's layers of a store, of whichever of its tables."""
    layers: Iterable[QgsMapLayer] = project.mapLayers().values() if project else ()
    return [
        layer
        for layer in layers
        if isinstance(layer, QgsVectorLayer) and Path(layer.source().split("|")[0]) == store
    ]


def check_no_edits(layers: Sequence[QgsVectorLayer], where: str) -> None:
    """Raise FlashpointsError when a layer has edits that are not saved."""
    edited = [layer.name() for layer in layers if layer.isModified()]
    if edited:
        raise FlashpointsError(
            translate(
                "Store layers", "The layer “{name}” of this store has edits that are not saved."
            ).format(name=edited[0]),
            where,
            translate("Store layers", "Save or discard them, then run again."),
        )


@dataclass
class OwnLooks:
    """What looks as the plugin made it: ids of layers, and whether the style that is stored in the file does.

    `count` may be called in any thread, the others in the main one.
    """

    store: Path
    layers: tuple[str, ...]
    stored: bool
    _counters: dict[str, EventCounter] = field(default_factory=dict)
    _tallies: dict[str, Tally] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Path, layers: Sequence[QgsVectorLayer], actors: ActorTable) -> OwnLooks:
        """Look before the events change."""
        stored = QgsVectorLayer(f"{store}|layername={EVENTS}", EVENTS, "ogr")
        ours = [layer for layer in layers if layer.isSpatial() and is_own_style(layer, actors)]
        in_file = stored.isValid() and is_own_style(stored, actors)
        filters = {layer.subsetString(): layer for layer in [*ours, *([stored] if in_file else [])]}
        counters = {subset: EventCounter.of(layer) for subset, layer in filters.items()}
        return cls(store, tuple(layer.id() for layer in ours), in_file, counters)

    def count(self) -> None:
        """Count the events as they are now, for the legends.

        Raises
        ------
        FlashpointsError : the events cannot be read.
        """
        self._tallies = {subset: counter.count() for subset, counter in self._counters.items()}

    def restore(self, layers: Sequence[QgsVectorLayer], actors: ActorTable) -> None:
        """Read layers again, with the plugin's look for those that had it; other looks stay as they are.

        Raises
        ------
        FlashpointsError : the style cannot be stored.
        """
        for layer in layers:
            layer.reload()
            if layer.id() in self.layers:
                style_events(layer, actors, tally=self._tallies.get(layer.subsetString()))
                layer.emitStyleChanged()
            layer.triggerRepaint()
        if self.stored:
            save_style_and_metadata(
                f"{self.store}|layername={EVENTS}",
                lambda layer: style_events(layer, actors, tally=self._tallies.get("")),
                lambda layer: layer.loadDefaultMetadata(),
            )
