# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers fitted to a page: smaller marks, short legends, one family of type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qgis.core import (
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..core.figures import STATUSES
from ..core.recipes import Words
from .charts import FAMILY
from .layout_legend import LegendEntry
from .styles_common import fill, looks, renderer_of, rule

PAGE_SIZE, KEY_SIZE = 0.6, 0.8  # marks on the page's map and in its key, of those on the screen
SMALL_PT = 6.5
LONG_LABEL = 26
LOCATED = QColor("#C9B8A6")


def shrink(symbol: QgsMarkerSymbol, factor: float) -> None:
    """Make a mark smaller for the scale of a page, its size expression and its lines included."""
    for part in symbol.symbolLayers():
        size = part.dataDefinedProperties().property(QgsSymbolLayer.Property.PropertySize)
        if size.isActive():
            expression = QgsProperty.fromExpression(f"{factor} * ({size.expressionString()})")
            part.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, expression)
        part.setSize(part.size() * factor)
        part.setStrokeWidth(part.strokeWidth() * factor)


def top_rules(layer: QgsVectorLayer) -> list[QgsRuleBasedRenderer.Rule]:
    """The top rules of a layer's renderer; none when it is not made of rules."""
    renderer = layer.renderer()
    return list(renderer.rootRule().children()) if isinstance(renderer, QgsRuleBasedRenderer) else []


def key_entries(events: QgsVectorLayer, targeted: int, words: Words) -> list[LegendEntry]:
    """The headings of the events' renderer as legend entries of their own, each with its title and short labels."""
    entries = []
    for heading, title in zip((one for one in top_rules(events) if one.children()), ("who", "what", "size")):
        children = [child.clone() for child in heading.children()]
        for index, child in enumerate(children):
            child.setLabel(short_label(child.label()))
            if "civilian_targeting" in child.filterExpression():
                child.setLabel(words("legend.targeted", n=words.number(targeted)))
            elif title == "size" and not index:
                child.setLabel(words("legend.none"))
            shrink(child.symbol(), PAGE_SIZE if title == "size" else KEY_SIZE)
            if title == "who" and child.symbol().symbolLayerCount() > 1:
                child.symbol().deleteSymbolLayer(
                    0
                )  # the ring of civilian targeting, which only makes the row higher
        key = events.clone()
        key.setRenderer(renderer_of(children))
        entries.append(LegendEntry(key, words(f"legend.{title}")))
    return entries


def short_label(label: str) -> str:
    """A group's name without its abbreviations in brackets, where it is long; a count in brackets stays."""
    return re.sub(r" \([^()0-9]*\)", "", label) if len(label) > LONG_LABEL else label


def unnamed(layer: QgsVectorLayer) -> QgsVectorLayer:
    """A copy without labels: on the main map the towns have the names."""
    copy = layer.clone()
    copy.setLabelsEnabled(False)
    return copy


def locator_layer(countries: QgsVectorLayer, focus: Sequence[str]) -> QgsVectorLayer:
    """All countries, those of the brief in the accent colour."""
    layer = countries.clone()
    layer.setName("locator")
    layer.setLabelsEnabled(False)
    edge = looks()["region_line"]
    codes = ", ".join(f"'{code}'" for code in focus) or "''"
    own = rule("", fill(LOCATED), f'"a3" IN ({codes})')
    layer.setRenderer(renderer_of([rule("", fill(looks()["neighbour"].colour, edge), "ELSE"), own]))
    return layer


def in_one_family(layer: QgsVectorLayer) -> None:
    """Set a layer's labels in the template's family, and show them at the scale of a page."""
    labeling = layer.labeling()
    if isinstance(labeling, QgsRuleBasedLabeling):
        for one in labeling.rootRule().descendants():
            settings = one.settings()
            _in_family(settings)
            one.setSettings(settings)
            one.setMinimumScale(0)
        layer.setLabeling(labeling.clone())
    elif labeling is not None:
        settings = labeling.settings()
        _in_family(settings)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _in_family(settings: QgsPalLayerSettings) -> None:
    text = settings.format()
    font = text.font()
    font.setFamily(FAMILY)
    text.setFont(font)
    text.setSize(min(text.size(), SMALL_PT))
    settings.setFormat(text)


def present_labels(change: QgsVectorLayer, labels: Sequence[str]) -> list[str]:
    """The labels of the statuses that the layer has, in the order of its classes."""
    there = {feature["status"] for feature in change.getFeatures()}
    return [label for status, label in zip(STATUSES, labels) if status in there]
