# SPDX-License-Identifier: GPL-2.0-or-later
"""The marks of events: one symbol whose shape, size and ring follow the event, and the marks of its key."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsMarkerSymbol, QgsProperty, QgsSimpleMarkerSymbolLayer, QgsSymbolLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.event_look import EventLook
from .look_classes import LookClass
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


def event_symbol(
    one: LookClass, categories: Sequence[Mapping[str, str]], look: EventLook, late: str = ""
) -> QgsMarkerSymbol:
    """The mark of a class, whose shape, angle, size and ring follow the event; in a legend, a plain one of its colour.

    late : the expression that holds for provisional events, which are drawn open; "" for none.
    """
    edge = looks()["marker_edge_pale" if one.pale else "marker_edge"]
    line = looks()["marker_edge_pale"].colour if one.pale else QColor(one.colour)
    if look.glyphs and one.category:
        categories = [one.category]  # all its events have one shape
    mark = _marker("circle", KEY_MM, QColor(one.colour), edge)
    if look.glyphs:
        _shape(mark, categories, fixed=bool(one.category))
    size = _size(categories, look, fixed=bool(one.category))
    if size == str(BASE_MM):
        mark.setSize(BASE_MM)
    else:
        follow(mark, QgsSymbolLayer.Property.PropertySize, size)
    if late:
        _open_when(mark, late, one.colour, line, edge)
    if not look.rings:
        return made_of(QgsMarkerSymbol, mark)
    ring = _ring(KEY_MM + RING_GAP_MM, line)
    # without an event, as in a legend, no line; switching the layer off only saves time on the map
    ring.setStrokeStyle(Qt.PenStyle.NoPen)
    follow(ring, QgsSymbolLayer.Property.PropertyStrokeStyle, f"if({TARGETED}, 'solid', 'no')")
    follow(ring, QgsSymbolLayer.Property.PropertyLayerEnabled, TARGETED)
    follow(ring, QgsSymbolLayer.Property.PropertySize, f"{size} + {RING_GAP_MM}")
    return made_of(QgsMarkerSymbol, ring, mark)


def _shape(mark: QgsSimpleMarkerSymbolLayer, categories: Sequence[Mapping[str, str]], *, fixed: bool) -> None:
    """Give a mark the shape of its event type: that of the only category, or the one that each event has."""
    if fixed:
        name, angle = GLYPHS[categories[0]["glyph"]]
        mark.setShape(QgsSimpleMarkerSymbolLayer.decodeShape(name)[0])
        mark.setAngle(angle)
        mark.setSize(KEY_MM * float(categories[0]["scale"]))
        return
    names = {row["event_type"]: GLYPHS[row["glyph"]][0] for row in categories}
    angles = {row["event_type"]: GLYPHS[row["glyph"]][1] for row in categories}
    follow(mark, QgsSymbolLayer.Property.PropertyName, _per_type(names, "circle"))
    follow(mark, QgsSymbolLayer.Property.PropertyAngle, _per_type(angles, 0))


def _size(categories: Sequence[Mapping[str, str]], look: EventLook, *, fixed: bool) -> str:
    """The width of an event's mark in mm: by its fatalities and its glyph, as far as the look wants it."""
    by_fatalities = f"min({LARGEST_MM}, {BASE_MM} + {STEP_MM} * ln(1 + {FATALITIES}) / ln(2))"
    size = by_fatalities if look.sizes else str(BASE_MM)
    if not look.glyphs:
        return size
    scales = {row["event_type"]: float(row["scale"]) for row in categories}
    scale = str(next(iter(scales.values()))) if fixed else _per_type(scales, 1)
    return f"{scale} * {size}"


def _open_when(mark: QgsSimpleMarkerSymbolLayer, late: str, colour: str, line: QColor, edge: Look) -> None:
    """Let a mark be open, with a line of its colour, for the events of an expression."""
    inside = looks()["provisional"]
    for prop, then, otherwise in (
        (QgsSymbolLayer.Property.PropertyFillColor, inside.colour.name(), colour),
        (QgsSymbolLayer.Property.PropertyStrokeColor, line.name(), edge.colour.name()),
        (QgsSymbolLayer.Property.PropertyStrokeWidth, inside.width, edge.width),
    ):
        follow(mark, prop, f"if({late}, {quoted(then)}, {quoted(otherwise)})")


def late_expression(since: datetime.date, date_is_text: bool) -> str:
    """The expression that holds for events of the provisional last weeks."""
    day = quoted(since.isoformat())
    return f'"event_date" >= {day if date_is_text else f"to_date({day})"}'


def key_symbol(
    glyph: str, size: float, *, ring: bool = False, hollow: bool = False, colour: str = ""
) -> QgsMarkerSymbol:
    """What the key shows for a glyph, a size, the ring or an open mark; on the map it is switched off."""
    name, angle = GLYPHS[glyph]
    grey = QColor(colour) if colour else looks()["key_glyph"].colour
    edge = Look(grey, looks()["provisional"].width, 1) if hollow else looks()["marker_edge"]
    mark = _marker(name, size, looks()["provisional"].colour if hollow else grey, edge)
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
