# SPDX-License-Identifier: GPL-2.0-or-later
"""Events that share a place: set round it, or drawn as one mark with their number. QGIS's own renderers."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRenderer,
    QgsFontMarkerSymbolLayer,
    QgsMarkerSymbol,
    QgsPointClusterRenderer,
    QgsPointDisplacementRenderer,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .styles_common import MILLIMETRES, looks, made_of

SAME_PLACE_MM = 0.3
CLUSTER_MM = 6.0
CLUSTER_SIZE = "min(12, 3.2 + 1.6 * log10(@cluster_size))"


def offset(events: QgsFeatureRenderer) -> QgsPointDisplacementRenderer:
    """Events of one place in rings round it, each with its own mark."""
    renderer = QgsPointDisplacementRenderer()
    renderer.setEmbeddedRenderer(events)
    renderer.setTolerance(SAME_PLACE_MM)
    renderer.setToleranceUnit(MILLIMETRES)
    renderer.setPlacement(QgsPointDisplacementRenderer.Placement.ConcentricRings)
    renderer.setCircleWidth(looks()["offset_ring"].width)
    renderer.setCircleColor(looks()["offset_ring"].colour)
    renderer.setLabelAttributeName("")
    dot = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayerBase.Shape.Circle, 0.8)
    dot.setColor(looks()["offset_ring"].colour)
    dot.setStrokeStyle(Qt.PenStyle.NoPen)
    renderer.setCenterSymbol(made_of(QgsMarkerSymbol, dot))
    return renderer


def keep_ticks(old: QgsFeatureRenderer, new: QgsFeatureRenderer) -> None:
    """Leave out of a renderer what somebody has unticked in the legend of the one before it."""
    off = {rule.filterExpression() for rule in _rules(old) if not rule.active()}
    for rule in _rules(new):
        if rule.filterExpression() in off and not rule.children():
            rule.setActive(False)


def _rules(renderer: QgsFeatureRenderer) -> list[QgsRuleBasedRenderer.Rule]:
    rules = renderer if isinstance(renderer, QgsRuleBasedRenderer) else renderer.embeddedRenderer()
    return list(rules.rootRule().descendants()) if isinstance(rules, QgsRuleBasedRenderer) else []


def clustered(events: QgsFeatureRenderer) -> QgsPointClusterRenderer:
    """One mark with a number for events that would lie on each other; zooming in takes it apart."""
    renderer = QgsPointClusterRenderer()
    renderer.setEmbeddedRenderer(events)
    renderer.setTolerance(CLUSTER_MM)
    renderer.setToleranceUnit(MILLIMETRES)
    disc = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayerBase.Shape.Circle, CLUSTER_MM)
    disc.setColor(looks()["cluster"].colour)
    disc.setStrokeColor(QColor(looks()["marker_edge"].colour))
    disc.setStrokeWidth(looks()["marker_edge"].width)
    disc.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertySize, QgsProperty.fromExpression(CLUSTER_SIZE)
    )
    count = QgsFontMarkerSymbolLayer()
    count.setColor(looks()["cluster_count"].colour)
    count.setSize(CLUSTER_MM / 2)
    count.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyCharacter, QgsProperty.fromExpression("@cluster_size")
    )
    count.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertySize,
        QgsProperty.fromExpression(f"{CLUSTER_SIZE} * if(@cluster_size < 1000, 0.45, 0.34)"),
    )
    renderer.setClusterSymbol(made_of(QgsMarkerSymbol, disc, count))
    return renderer
