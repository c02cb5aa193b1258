# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows an event store on the map: its events on top, the base map of its countries at the bottom."""

from __future__ import annotations

import datetime
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.text import translate
from ..gis.store import EVENTS, read_rows
from ..gis.styles import set_temporal
from ..gis.time_setup import set_up_time
from . import tree
from .base_map import show_base
from .window import Window


def store_events(path: Path) -> int:
    """How many events a store holds.

    Raises
    ------
    FlashpointsError : when the file is no event store.
    """
    if not read_rows(path, "imports"):
        raise FlashpointsError(
            translate("Stores", "This GeoPackage is no event store."),
            where=str(path),
            remedy=translate("Stores", "Choose a store that Flashpoints made, or the event file itself."),
        )
    return int(_open(path, EVENTS).featureCount())


def layers_of(store: Path) -> list[str]:
    """Ids of the project's layers that lie in a store."""
    layers = QgsProject.instance().mapLayers().items()
    return [layer_id for layer_id, layer in layers if tree.file_of(layer) == store]


def events_layer(store: Path) -> QgsVectorLayer | None:
    """The project's layer of a store's events, None for none."""
    there = (QgsProject.instance().mapLayer(layer_id) for layer_id in layers_of(store))
    return next((layer for layer in there if f"layername={EVENTS}" in layer.source().split("|")), None)


def _open(path: Path, table: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    if not layer.isValid():
        raise FlashpointsError(
            translate("Stores", "The event store has no table “{table}”.").format(table=table),
            where=str(path),
            remedy=translate("Stores", "Load the event file again."),
        )
    return layer


def add_store(host: Window, path: Path) -> QgsVectorLayer:
    """Put a store's events on the map and zoom to them; the base map follows when it is ready.

    Events that are on the map already are read again; a style that was read with them took our mark away.
    """
    shown = events_layer(path)
    if shown is not None:
        shown.reload()
        shown.updateExtents()
        tree.mark_events(shown)
        if not shown.temporalProperties().isActive():
            set_temporal(shown)
        host.looks.refresh(shown)
        host.zoom_to([shown])
        return shown
    layer = _open(path, EVENTS)
    layer.loadDefaultMetadata()
    layer.setName(layer.metadata().title() or translate("Stores", "Events"))
    set_temporal(layer)  # a stored style does not bring this back
    _set_up_time(path)
    tree.add_events(layer)
    host.looks.welcome(layer)
    host.zoom_to([layer])
    show_base(host, path)
    return layer


def _set_up_time(store: Path) -> None:
    """Let the project's time run over what the store covers, in steps to match; settings made by hand stay."""
    rows = [row for row in read_rows(store, "coverage") if row["start"] and row["end"]]
    if rows:
        day = datetime.date.fromisoformat
        span = Period(day(min(row["start"] for row in rows)), day(max(row["end"] for row in rows)))
        set_up_time(QgsProject.instance(), span)


def open_table(host: Window, store: Path, table: str, title: str) -> None:
    """Open one of the tables beside the events, as a layer of the project."""
    layer = _open(store, table)
    layer.setName(f"{title} ({store.stem})")
    there = [one for one in QgsProject.instance().mapLayersByName(layer.name()) if tree.file_of(one) == store]
    if there:
        layer = there[0]
    else:
        tree.add_results([layer], table)
    host.iface.showAttributeTable(layer)
