# SPDX-License-Identifier: GPL-2.0-or-later
"""The marks of events: one symbol whose shape, size and ring follow the event, and the marks of its key."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsMarkerSymbol, QgsProperty, QgsSimpleMarkerSymbolLayer, QgsSymbolLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .styles_common import Look, looks, made_of, quoted

BASE_MM, STEP_MM, LARGEST_MM = 1.8, 0.5, 6.0
RING_GAP_MM = 1.1
KEY_MM = 3.0

# glyph of categories.csv -> QGIS's marker and its rotation in degrees
GLYPHS = {
    "circle": ("circle", 0),
    "diamond": ("diamond", 0),
    "square": ("square", 0),
    "star": ("star", 0),
    "triangle_up": ("equilateral_triangle", 0),
    "triangle_down": ("equilateral_triangle", 180),
}

TARGETED = "coalesce(trim(\"civilian_targeting\"), '') <> ''"
FATALITIES = 'coalesce("fatalities", 0)'
NEVER_ON_THE_MAP = '"event_type" IS NULL'
"""Without a feature, as in a legend, this cannot be told and the symbol stays on; a matched event has a type."""


def size_mm(fatalities: float) -> float:
    """The width of a mark before the glyph's own scale, in mm: 1.8 + 0.5 log2(1 + fatalities), at most 6."""
    return min(LARGEST_MM, BASE_MM + STEP_MM * math.log2(1 + fatalities))


def event_symbol(colour: str, categories: Sequence[Mapping[str, str]], *, pale: bool) -> QgsMarkerSymbol:
    """A mark whose shape, angle, size and ring follow the event; in a legend, a plain circle of the colour."""
    scales = {row["event_type"]: float(row["scale"]) for row in categories}
    size = f"{_per_type(scales, 1)} * min({LARGEST_MM}, {BASE_MM} + {STEP_MM} * ln(1 + {FATALITIES}) / ln(2))"
    mark = _marker("circle", KEY_MM, QColor(colour), looks()["marker_edge_pale" if pale else "marker_edge"])
    names = {row["event_type"]: GLYPHS[row["glyph"]][0] for row in categories}
    angles = {row["event_type"]: GLYPHS[row["glyph"]][1] for row in categories}
    follow(mark, QgsSymbolLayer.Property.PropertyName, _per_type(names, "circle"))
    follow(mark, QgsSymbolLayer.Property.PropertyAngle, _per_type(angles, 0))
    follow(mark, QgsSymbolLayer.Property.PropertySize, size)
    ring = _ring(KEY_MM + RING_GAP_MM, looks()["marker_edge_pale"].colour if pale else QColor(colour))
    # without an event, as in a legend, no line; switching the layer off only saves time on the map
    ring.setStrokeStyle(Qt.PenStyle.NoPen)
    follow(ring, QgsSymbolLayer.Property.PropertyStrokeStyle, f"if({TARGETED}, 'solid', 'no')")
    follow(ring, QgsSymbolLayer.Property.PropertyLayerEnabled, TARGETED)
    follow(ring, QgsSymbolLayer.Property.PropertySize, f"{size} + {RING_GAP_MM}")
    return made_of(QgsMarkerSymbol, ring, mark)


def key_symbol(glyph: str, size: float, *, ring: bool = False) -> QgsMarkerSymbol:
    """What the key shows for a glyph, a size or the ring; on the map it is switched off."""
    name, angle = GLYPHS[glyph]
    mark = _marker(name, size, looks()["key_glyph"].colour, looks()["marker_edge"])
    mark.setAngle(angle)
    layers = [_ring(size + RING_GAP_MM, looks()["key_glyph"].colour), mark] if ring else [mark]
    for one in layers:
        follow(one, QgsSymbolLayer.Property.PropertyLayerEnabled, NEVER_ON_THE_MAP)
    return made_of(QgsMarkerSymbol, *layers)


def _marker(name: str, size: float, colour: QColor, edge: Look) -> QgsSimpleMarkerSymbolLayer:
    marker = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayer.decodeShape(name)[0], size)
    marker.setColor(colour)
    marker.setStrokeColor(edge.colour)
    marker.setStrokeWidth(edge.width)
    marker.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return marker


def _ring(size: float, colour: QColor) -> QgsSimpleMarkerSymbolLayer:
    return _marker("circle", size, QColor(0, 0, 0, 0), Look(colour, looks()["targeting_ring"].width, 1))


def follow(layer: QgsSymbolLayer, prop: QgsSymbolLayer.Property, expression: str) -> None:
    """Let a property of a symbol layer follow an expression, as QGIS's data-defined override does."""
    layer.setDataDefinedProperty(prop, QgsProperty.fromExpression(expression))


def _per_type(values: Mapping[str, Any], otherwise: Any) -> str:
    """The expression that gives a value for each event type; types with the ordinary one are not written."""
    cases = [
        f'WHEN "event_type" = {quoted(name)} THEN {quoted(value)}'
        for name, value in values.items()
        if value != otherwise
    ]
    return f"CASE {' '.join(cases)} ELSE {quoted(otherwise)} END" if cases else quoted(otherwise)
