# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts layers where they belong in the layer tree: events on top, results under them, the base map at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsLayerTree, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer

from ..core.text import translate

KIND = "flashpoints/kind"
"""Custom property of every layer and group the plugin adds: events, places, results, base, or an algorithm's id."""

FOCUS = "flashpoints/focus"
"""Custom property of the base map's group: codes of the countries that it is made for."""

DRAWING_ORDER = ("buffercounts", "regionfootprints", "compareperiods")
"""Results from top to bottom: lines above areas with gaps above areas that cover everything."""

HIDDEN_BY_EVENTS = ("regionfootprints",)


def kind(node: QgsMapLayer | QgsLayerTreeGroup) -> str:
    """What the plugin added a layer or group as; empty for anything else."""
    return str(node.customProperty(KIND, "") or "")


def mark_events(layer: QgsVectorLayer) -> None:
    """Make a layer known as one of events."""
    layer.setCustomProperty(KIND, "events")


def add_events(layer: QgsVectorLayer) -> None:
    """Add an events layer on top of everything."""
    project = QgsProject.instance()
    mark_events(layer)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)


def add_places(layer: QgsVectorLayer, events: QgsVectorLayer) -> None:
    """Add the layer of an event layer's places right under it, and as visible as it is."""
    project = QgsProject.instance()
    layer.setCustomProperty(KIND, "places")
    project.addMapLayer(layer, False)
    root = project.layerTreeRoot()
    node = root.findLayer(events.id())
    group = node.parent() if node is not None else root
    position = group.children().index(node) + 1 if node is not None else 0
    added = group.insertLayer(position, layer)
    if node is not None:
        added.setItemVisibilityChecked(node.itemVisibilityChecked())


def add_base(layers: list[QgsVectorLayer], focus: Sequence[str] = ()) -> None:
    """Add the base map at the bottom, folded up: nobody asks it anything. focus : what `base_focus` gives back."""
    group = _make_group("base", translate("Layers", "Base map"), at_bottom=True)
    for layer in layers:
        layer.setCustomProperty(KIND, "base")
        QgsProject.instance().addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    group.setExpanded(False)
    set_base_focus(focus)


def has_base() -> bool:
    """Whether the project has the plugin's base map already."""
    return _group("base") is not None


def base_layers() -> list[QgsVectorLayer]:
    """The layers of the base map that are still there, from top to bottom."""
    group = _group("base")
    there = [node.layer() for node in group.findLayers()] if group is not None else []
    return [layer for layer in there if layer is not None and kind(layer) == "base"]


def base_focus() -> tuple[str, ...]:
    """The countries that the base map was made for; none where there is no base map, or nobody wrote it down."""
    group = _group("base")
    text = str(group.customProperty(FOCUS, "") or "") if group is not None else ""
    return tuple(code for code in text.split(";") if code)


def set_base_focus(focus: Sequence[str]) -> None:
    """Write down the countries that the base map is made for; the project keeps it."""
    group = _group("base")
    if group is not None:
        group.setCustomProperty(FOCUS, ";".join(focus))


def add_results(layers: list[QgsVectorLayer], algorithm_id: str) -> None:
    """Add the layers of one run under the events; earlier results of the same kind are switched off, not removed."""
    project = QgsProject.instance()
    group = _group("results") or _make_group(
        "results", translate("Layers", "Flashpoints results"), at_bottom=False
    )
    name = algorithm_id.partition(":")[2] or algorithm_id
    for node in group.findLayers():
        if node.layer() is not None and kind(node.layer()) == name:
            node.setItemVisibilityChecked(False)
            node.setExpanded(False)
    position = _position(group, name)
    for offset, layer in enumerate(layers):
        layer.setCustomProperty(KIND, name)
        project.addMapLayer(layer, False)
        group.insertLayer(position + offset, layer)


def is_covered_by_events(layer: QgsMapLayer) -> bool:
    """Whether a result is too small on the map to be seen under the marks of the events."""
    return kind(layer) in HIDDEN_BY_EVENTS


def switch_off_events() -> None:
    """Switch the events layers off in the layer tree. What is counted does not depend on it."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.layer() is not None and kind(node.layer()) in ("events", "places"):
            node.setItemVisibilityChecked(False)


def _rank(name: str) -> int:
    return DRAWING_ORDER.index(name) if name in DRAWING_ORDER else -1


def _position(group: QgsLayerTreeGroup, name: str) -> int:
    """Where a result goes among the others: before the first one that is drawn at its height or lower."""
    for index, node in enumerate(group.children()):
        layer = node.layer() if QgsLayerTree.isLayer(node) else None
        if layer is not None and _rank(kind(layer)) >= _rank(name):
            return index
    return len(group.children())


def _group(name: str) -> QgsLayerTreeGroup | None:
    root = QgsProject.instance().layerTreeRoot()
    return next((group for group in root.findGroups(True) if kind(group) == name), None)


def _make_group(name: str, title: str, at_bottom: bool) -> QgsLayerTreeGroup:
    """A new group at the top level: the base below everything, results under the topmost events layers."""
    root = QgsProject.instance().layerTreeRoot()
    position = len(root.children())
    if not at_bottom:
        position = 0
        for index, node in enumerate(root.children()):
            if QgsLayerTree.isLayer(node) and node.layer() is not None and kind(node.layer()) == "events":
                position = index + 1
    group = root.insertGroup(position, title)
    group.setCustomProperty(KIND, name)
    return group


def file_of(layer: QgsMapLayer | None) -> Path | None:
    """The file behind a layer, such as its event store; None when it is not in a file."""
    if layer is None or layer.providerType() != "ogr":
        return None
    path = Path(layer.source().split("|")[0])
    return path if path.is_file() else None
