# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows an event store on the map: its events on top, the base map of its countries at the bottom."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.basemap import base_layers, copy_world_map
from ..gis.regions import country_codes
from ..gis.store import EVENTS, read_rows
from ..gis.styles import set_temporal
from . import tree
from .background import Latest
from .window import Window

MOST_COUNTRIES = 8
"""A store of more countries gets the whole world as its base."""


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
        host.zoom_to([shown])
        return shown
    layer = _open(path, EVENTS)
    layer.loadDefaultMetadata()
    layer.setName(layer.metadata().title() or translate("Stores", "Events"))
    set_temporal(layer)  # a stored style does not bring this back
    tree.add_events(layer)
    host.looks.welcome(layer)
    host.zoom_to([layer])
    if not tree.has_base():
        _add_base(host, path)
    return layer


def _add_base(host: Window, store: Path) -> None:
    counts = {
        str(row["country"]): int(row["events"] or 0) for row in read_rows(store, "coverage") if row["country"]
    }
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "flashpoints"

    def copy() -> tuple[Path, list[str]]:
        names = sorted(counts, key=lambda name: -counts[name])
        codes = (
            [code for code in country_codes(names).values() if code] if len(names) <= MOST_COUNTRIES else []
        )
        return copy_world_map(folder, codes), codes

    def show(answer: tuple[Path, list[str]]) -> None:
        if not tree.has_base():
            tree.add_base(base_layers(*answer))

    work = Latest(translate("Stores", "Preparing the base map"), host)
    work.answered.connect(show)
    work.refused.connect(host.say_failed)
    work.ask(copy)


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
