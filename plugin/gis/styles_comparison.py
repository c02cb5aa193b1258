# SPDX-License-Identifier: GPL-2.0-or-later
"""How the change of regions between two periods looks: a diverging scale around "little change"."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import (
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLabelObstacleSettings,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSimpleLineSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.rulings_counts import AS_CODED
from ..core.text import number, translate
from ..core.zones import read_table
from .paths import STYLES
from .styles_common import (
    ALL_ROW,
    OUTSIDE_ROW,
    counted,
    fill,
    label_in,
    looks,
    made_of,
    one_of,
    quoted,
    renderer_of,
    rule,
    set_labels,
    text_format,
)

SIGNIFICANT = 0.05
DARK = 110
"""Lightness (0 to 255) below which an area is named in white."""

_SOME = 'coalesce("events_a", 0) + coalesce("events_b", 0) > 0'


@dataclass(frozen=True, eq=False)
class ChangeClass:
    """Regions of one colour: what the legend calls them, and the expression that finds them."""

    label: str
    colour: QColor
    condition: str


def change_classes(language: str | None = None) -> list[ChangeClass]:
    """The classes of rate ratios from `resources/styles/change_classes.csv`, the largest first, and what has none."""
    rows = read_table(STYLES / "change_classes.csv", ("low", "high", "colour", "label", "label_fr"))
    classes = [
        ChangeClass(
            label_in(row, language), QColor(row["colour"]), f"{_between(row['low'], row['high'])} AND {_SOME}"
        )
        for row in rows
    ]
    from_zero = '"rate_ratio" IS NULL AND "events_a" = 0 AND "events_b" > 0'
    no_events = '"events_a" = 0 AND "events_b" = 0'
    return [
        ChangeClass(translate("Styles", "from 0"), looks()["from_zero"].colour, from_zero),
        *reversed(classes),
        ChangeClass(translate("Styles", "no events"), looks()["no_events"].colour, no_events),
        ChangeClass(translate("Styles", "not covered"), looks()["not_covered"].colour, "ELSE"),
    ]


def _between(low: str, high: str) -> str:
    below = "" if math.isinf(float(high)) else f' AND "rate_ratio" < {high}'
    return f'"rate_ratio" >= {low}{below}'


def style_comparison(layer: QgsVectorLayer, *, language: str | None = None) -> None:
    """Change of regions: colour by rate ratio, hatched where it may be chance, named with both counts.

    Grey where neither period has an event. A table without polygons has no look and is left as it is.
    Other layers' labels, such as the base map's names of the same regions, keep out of the areas.
    """
    if not layer.isSpatial():
        return
    classes = change_classes(language)
    counts = [_count(layer, one.condition) for one in classes[:-1]]
    counts.append(_count(layer, "true") - sum(counts))
    heading = rule(translate("Styles", "Events a day, later against earlier"))
    there = [(one, count) for one, count in zip(classes, counts) if count]
    for one, count in there:
        symbol = fill(one.colour, looks()["region_edge"])
        heading.appendChild(rule(counted(one.label, count), symbol, one.condition))
    unsure = f'("p_adjusted" IS NULL OR "p_adjusted" >= {SIGNIFICANT}) AND {_SOME}'
    rules = [heading]
    if _count(layer, unsure):
        text = translate("Styles", "may be chance (adjusted p ≥ {p})").format(p=number(SIGNIFICANT, 2))
        rules.append(rule(counted(text, _count(layer, unsure)), _hatching(), unsure))
    layer.setRenderer(renderer_of(rules))
    _label(layer, [one for one, _ in there])


def _count(layer: QgsVectorLayer, condition: str) -> int:
    """How many regions an expression holds for; the rows that stand for all and for outside have no polygon."""
    named = f"NOT {one_of('name', (ALL_ROW, OUTSIDE_ROW))}"
    request = QgsFeatureRequest().setFilterExpression(f"({condition}) AND {named}")
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return sum(1 for _ in layer.getFeatures(request))


def _hatching() -> QgsFillSymbol:
    """Lines with a pale edge, which show on light and dark areas."""
    look = looks()["not_significant"]
    line = made_of(
        QgsLineSymbol,
        QgsSimpleLineSymbolLayer(looks()["region_edge"].colour, look.width * 2.2),
        QgsSimpleLineSymbolLayer(look.colour, look.width),
    )
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(45)
    pattern.setDistance(2)
    pattern.setSubSymbol(line)
    return made_of(QgsFillSymbol, pattern)


def _label(layer: QgsVectorLayer, classes: list[ChangeClass]) -> None:
    """Name and counts, earlier → later, with a buffer in the area's own colour."""
    settings = QgsPalLayerSettings()
    settings.fieldName = f"concat(\"name\", '\\n', {_counts(layer)})"
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.displayAll = True
    # the base map names the same regions: no other label comes into an obstacle of the highest weight
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(True)
    obstacles.setType(QgsLabelObstacleSettings.ObstacleType.PolygonInterior)
    obstacles.setFactor(2)
    settings.setObstacleSettings(obstacles)
    settings.setFormat(text_format(looks()["result_label"].colour, 8, looks()["land"].colour))
    ink = {
        one: "#FFFFFF" if one.colour.lightness() < DARK else looks()["result_label"].colour.name()
        for one in classes
    }
    properties = settings.dataDefinedProperties()
    properties.setProperty(QgsPalLayerSettings.Property.Color, _by_class(ink))
    properties.setProperty(
        QgsPalLayerSettings.Property.BufferColor, _by_class({one: one.colour.name() for one in classes})
    )
    settings.setDataDefinedProperties(properties)
    set_labels(layer, settings)


def _counts(layer: QgsVectorLayer) -> str:
    """Arguments of `concat` that print both counts; below them, where rulings changed one, those of the source."""
    count = "coalesce(format_number(\"{}\", 0), '–')"
    ruled, coded = (
        f"{count.format(f'events_a{end}')}, ' → ', {count.format(f'events_b{end}')}" for end in ("", AS_CODED)
    )
    if layer.fields().lookupField(f"events_b{AS_CODED}") < 0:
        return ruled
    text = translate("Styles", "({counts} as coded by the source)")
    before, _, after = text.partition("{counts}")
    below = f"concat('\\n', {quoted(before)}, {coded}, {quoted(after)})"
    return f"{ruled}, if(concat({ruled}) = concat({coded}), '', {below})"


def _by_class(colours: dict[ChangeClass, str]) -> QgsProperty:
    whens = [
        f"WHEN {'true' if one.condition == 'ELSE' else one.condition} THEN {quoted(colour)}"
        for one, colour in colours.items()
    ]
    return QgsProperty.fromExpression(f"CASE {' '.join(whens)} END" if whens else "")
