# SPDX-License-Identifier: GPL-2.0-or-later
"""Which events lie at a place of the map, of those that its layers show. Nothing far from the place is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
    QgsWkbTypes,
)

from ..core.zones import read_table
from .event_layers import REQUIRED
from .paths import RESOURCES
from .styles_common import is_null, looks
from .styles_marks import GLYPHS

REACH = (0.5, 1.0, 2.5)
"""How far from a click events are looked for, in the reach of a click: the nearer the better, and no farther than
marks that stand beside their place."""

REACH_OF_CIRCLES = (3.5,)
"""Besides, where a layer hands over to circles of whole places, which are up to 14 mm wide."""

REACH_OF_RINGS = (6.0, 12.0)
"""Besides, where events of one place are set round it, each farther than the one before."""

_BY_FEATURE = ("RuleRenderer", "categorizedSymbol", "graduatedSymbol", "singleSymbol")
"""Renderers that draw each feature, or leave it out; others draw crowds, such as a heat map."""

_SAME = 5e-6
"""Degrees (half a metre) within which two points are one place; other units are metres, or near it."""


@dataclass(frozen=True)
class Found:
    """An event by the id of its layer, its feature, and its day as ISO text, "" for none."""

    layer: str
    feature: int
    day: str


def shows_events(layer: object) -> bool:
    """Whether a layer is one of points with what every event has."""
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        and all(layer.fields().lookupField(name) >= 0 for name in REQUIRED)
    )


def events_at(
    layers: Sequence[QgsVectorLayer], click: QgsPointXY, reach: float, settings: QgsMapSettings
) -> tuple[QgsPointXY | None, list[Found]]:
    """The place of events that is nearest to a click, and all events there, the newest first.

    What the layers' filters, their legends' ticks and the map's time hide is not there.

    Parameters
    ----------
    layers : of events; those on top of the map first.
    click, reach : map units of the settings; the answer's point too.
    """
    asked: set[tuple[float, float]] = set()
    for factor in (*REACH, *_farther(layers, settings)):
        for point in _places(layers, click, reach * factor, settings):
            if (point.x(), point.y()) in asked:
                continue
            asked.add((point.x(), point.y()))
            found = [one for layer in layers for one in _shown_at(layer, point, settings)]
            if found:
                return point, sorted(found, key=lambda one: one.day, reverse=True)
    return None, []


def _farther(layers: Sequence[QgsVectorLayer], settings: QgsMapSettings) -> tuple[float, ...]:
    """How far beyond REACH marks may stand from their place on this map."""
    shown = [layer for layer in layers if layer.isInScaleRange(settings.scale())]
    if any(layer.renderer() is not None and layer.renderer().embeddedRenderer() for layer in shown):
        return REACH_OF_RINGS
    return REACH_OF_CIRCLES if len(shown) < len(layers) else ()


def _places(
    layers: Sequence[QgsVectorLayer], click: QgsPointXY, reach: float, settings: QgsMapSettings
) -> list[QgsPointXY]:
    """The points of features within some reach of a click, the nearest first."""
    box = QgsRectangle(click.x() - reach, click.y() - reach, click.x() + reach, click.y() + reach)
    away: dict[tuple[float, float], float] = {}
    for layer in layers:
        request = QgsFeatureRequest(settings.mapToLayerCoordinates(layer, box))
        request.setNoAttributes()
        there = {_point_of(feature) for feature in layer.getFeatures(request)}
        for x, y in there:
            point = settings.layerToMapCoordinates(layer, QgsPointXY(x, y))
            distance = point.sqrDist(click)
            if distance <= reach * reach:
                away[(point.x(), point.y())] = distance
    return [QgsPointXY(x, y) for x, y in sorted(away, key=lambda place: away[place])]


def _point_of(feature: QgsFeature) -> tuple[float, float]:
    vertex = feature.geometry().vertexAt(0)
    return vertex.x(), vertex.y()


def _shown_at(layer: QgsVectorLayer, point: QgsPointXY, settings: QgsMapSettings) -> Iterator[Found]:
    """The events of a layer at a point that the map shows."""
    there = settings.mapToLayerCoordinates(layer, point)
    same = _SAME if layer.crs().isGeographic() else 0.5
    request = QgsFeatureRequest(
        QgsRectangle(there.x() - same, there.y() - same, there.x() + same, there.y() + same)
    )
    filtered = _in_time(layer, settings)
    if filtered:
        request.setFilterExpression(filtered)
    with drawing(layer, settings) as (renderer, context):
        for feature in layer.getFeatures(request):
            context.expressionContext().setFeature(feature)
            if renderer is None or renderer.willRenderFeature(feature, context):
                yield Found(layer.id(), feature.id(), _day(feature))


@contextmanager
def drawing(
    layer: QgsVectorLayer, settings: QgsMapSettings
) -> Iterator[tuple[QgsFeatureRenderer | None, QgsRenderContext]]:
    """A copy of a layer's renderer that can tell what it draws; None for one that draws all, or no single features.

    Without a scale: a layer that hands over to another one from afar is still asked.
    """
    context = QgsRenderContext.fromMapSettings(settings)
    context.setRendererScale(0)
    context.setExpressionContext(
        QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    )
    own = layer.renderer()
    while own is not None and own.embeddedRenderer() is not None:
        own = own.embeddedRenderer()
    if own is None or own.type() not in _BY_FEATURE:
        yield None, context
        return
    renderer = own.clone()
    renderer.startRender(context, layer.fields())
    try:
        yield renderer, context
    finally:
        renderer.stopRender(context)


def mark_of(layer: QgsVectorLayer, feature: QgsFeature, settings: QgsMapSettings) -> QgsMarkerSymbol | None:
    """The glyph of an event's type in the colour that the map gives the event; None for a type of no glyph."""
    rows = read_table(RESOURCES / "categories.csv", ("event_type", "glyph"))
    glyph = next((row["glyph"] for row in rows if row["event_type"] == feature["event_type"]), "")
    if not glyph:
        return None
    colour = looks()["key_glyph"].colour.name()
    with drawing(layer, settings) as (renderer, context):
        context.expressionContext().setFeature(feature)
        symbols = renderer.symbolsForFeature(feature, context) if renderer is not None else []
        if symbols and symbols[0].symbolLayerCount():
            # the first rule that takes the event draws it, and its topmost part is the mark itself
            colour = symbols[0].symbolLayer(symbols[0].symbolLayerCount() - 1).color().name()
    name, angle = GLYPHS[glyph]
    edge = looks()["marker_edge_pale"].colour.name()
    return QgsMarkerSymbol.createSimple(
        {"name": name, "angle": str(angle), "color": colour, "outline_color": edge, "size": "4",
         "outline_width": "0.2"}
    )  # fmt: skip


def _in_time(layer: QgsVectorLayer, settings: QgsMapSettings) -> str:
    """The condition that the map's time lays on a layer; "" for none."""
    times = layer.temporalProperties()
    if not settings.isTemporal() or not times.isActive():
        return ""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    return str(times.createFilterString(context, settings.temporalRange()))


def _day(feature: QgsFeature) -> str:
    value = feature["event_date"]
    if is_null(value):
        return ""
    return str(value.toString("yyyy-MM-dd") if hasattr(value, "toString") else value)
