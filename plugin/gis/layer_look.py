# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's memory of its look, by which a style that somebody edited by hand is told from ours and left alone."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import Any

from qgis.core import QgsFeatureRenderer, QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..core.errors import FlashpointsError
from ..core.event_look import NOTHING, EventLook

LOOK = "flashpoints/look"
MADE = "flashpoints/made"
_NOT_THE_LOOK = ("label", "key", "id", "checkstate")
"""Attributes of a renderer's XML: words with counts in them, random keys, and which entries are ticked."""


def keep_look(layer: QgsVectorLayer, look: EventLook) -> None:
    """Remember the look that a layer's renderer was made from; it is saved with the style and the project."""
    layer.setCustomProperty(LOOK, look.to_json())
    layer.setCustomProperty(MADE, _mark(layer.renderer()))


def look_of(layer: QgsVectorLayer) -> EventLook | None:
    """The look a layer was made with; None for one that nobody has styled with the plugin, or that cannot be read."""
    text = str(layer.customProperty(LOOK, "") or "")
    if not text:
        return None
    try:
        return EventLook.from_json(text)
    except FlashpointsError:  # of a newer version: the ordinary look will do
        return None


def forget_places(layer: QgsVectorLayer) -> None:
    """Somebody took the marks by place away: they do not come back with the next filter."""
    look = look_of(layer)
    if look is not None:
        layer.setCustomProperty(LOOK, dataclasses.replace(look, afar=NOTHING).to_json())


def is_as_made(layer: QgsVectorLayer) -> bool:
    """Whether the renderer is still the one that the plugin made; False once somebody has edited it."""
    made = str(layer.customProperty(MADE, "") or "")
    return bool(made) and layer.renderer() is not None and made == _mark(layer.renderer())


def _mark(renderer: QgsFeatureRenderer) -> str:
    """A short text that tells renderers apart. Saving and loading, labels and random keys do not change it."""
    again = QgsFeatureRenderer.load(_xml(renderer).documentElement(), QgsReadWriteContext())
    text = json.dumps(_plain(_xml(again or renderer).documentElement()))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _xml(renderer: QgsFeatureRenderer) -> QDomDocument:
    document = QDomDocument()
    document.appendChild(renderer.save(document, QgsReadWriteContext()))
    return document


def _plain(element: QDomElement) -> list[Any]:
    """An element as lists, its attributes in order: Qt writes them in another one in each process."""
    given = element.attributes()
    nodes = (given.item(index) for index in range(given.count()))
    attributes = sorted((node.nodeName(), node.nodeValue()) for node in nodes)
    told = [[name, value] for name, value in attributes if name not in _NOT_THE_LOOK]
    children, child = [], element.firstChildElement()
    while not child.isNull():
        children.append(_plain(child))
        child = child.nextSiblingElement()
    return [element.tagName(), told, children, "" if children else element.text()]
