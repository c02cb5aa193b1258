# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's memory of its look, by which a style that somebody edited by hand is told from ours and left alone."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from typing import Any

from qgis.core import (
    QgsFeatureRenderer,
    QgsPointClusterRenderer,
    QgsPointDisplacementRenderer,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import FlashpointsError
from ..core.event_look import NOTHING, EventLook

LOOK = "flashpoints/look"
MADE = "flashpoints/made"
_DRAWN = (
    "name", "color", "size", "angle", "offset", "outline_color", "outline_style", "outline_width", "line_color",
    "line_width", "imageFile", "chr", "font",
)  # fmt: skip
"""Properties of marks that QGIS 3.22 and all later ones write."""
_TOGETHER = ("tolerance", "toleranceUnit", "placement", "circleWidth", "circleColor")
"""Attributes of renderers that draw events of one place together."""
_OTHER_SPACE = re.compile(r",(?:rgb|hsv|hsl|cmyk):.*$")
"""What newer QGIS adds to a colour: the same once more, in fractions."""


def keep_look(layer: QgsVectorLayer, look: EventLook) -> None:
    """Remember the look that a layer's renderer was made from; it is saved with the style and the project."""
    layer.setCustomProperty(LOOK, look.to_json())
    keep_mark(layer)


def keep_mark(layer: QgsVectorLayer) -> None:
    """Remember a layer's renderer as one that the plugin made."""
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
    """A short text that tells renderers apart by what they draw.

    Saving and loading, labels, random keys and another version of QGIS, which writes more and in other ways, do not
    change it.
    """
    document = QDomDocument()
    document.appendChild(renderer.save(document, QgsReadWriteContext()))
    again = QgsFeatureRenderer.load(document.documentElement(), QgsReadWriteContext()) or renderer
    element = document.documentElement()
    told = [_OTHER_SPACE.sub("", element.attribute(name)) for name in _TOGETHER]
    return hashlib.sha256(json.dumps([told, _of_renderer(again)]).encode()).hexdigest()[:24]


def _of_renderer(renderer: QgsFeatureRenderer) -> list[Any]:
    effect = renderer.paintEffect()
    said: list[Any] = [renderer.type(), renderer.orderByEnabled(), effect is not None and effect.enabled()]
    if renderer.type() == "RuleRenderer":
        for rule in renderer.rootRule().descendants():
            scales = [rule.minimumScale(), rule.maximumScale()] if rule.dependsOnScale() else []
            said.append([rule.filterExpression(), scales, _of_symbol(rule.symbol())])
    elif renderer.embeddedRenderer() is None:
        said.append([_of_symbol(one) for one in renderer.symbols(QgsRenderContext())])
    if renderer.embeddedRenderer() is not None:
        said.append(_of_renderer(renderer.embeddedRenderer()))
    if isinstance(renderer, QgsPointDisplacementRenderer):
        said.append(_of_symbol(renderer.centerSymbol()))
    elif isinstance(renderer, QgsPointClusterRenderer):
        said.append(_of_symbol(renderer.clusterSymbol()))
    return said


def _of_symbol(symbol: QgsSymbol | None) -> list[Any]:
    if symbol is None:
        return []
    said: list[Any] = [round(symbol.opacity(), 3)]
    for layer in symbol.symbolLayers():
        properties = layer.properties()
        plain = [[name, _OTHER_SPACE.sub("", str(properties.get(name, "")))] for name in _DRAWN]
        own = layer.dataDefinedProperties()
        depends = sorted(own.property(key).asExpression() for key in own.propertyKeys())
        said.append([layer.layerType(), layer.enabled(), plain, depends, _of_symbol(layer.subSymbol())])
    return said
