# SPDX-License-Identifier: GPL-2.0-or-later
"""How the towns of the base map look: small quiet marks and names, the fewer the farther the map is."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.text import translate
from .styles_base import name_column
from .styles_common import looks, made_of, one_of, renderer_of, text_format

LABEL_AWAY_MM = 2.4
"""From a town to its name: outside the marks of most events, half of which lie on the very point of a town."""

POSITIONS = "TR,R,BR,TL,L,BL,TSR,BSR,TSL,BSL,T,B"
"""Where a name may stand, best first; QGIS's data-defined predefined positions."""


@dataclass(frozen=True)
class TownClass:
    """Towns of some kinds: their mark's width in mm, the text in points, and the smallest scale that shows them.

    priority : of the names, 0 to 10.
    """

    kinds: tuple[str, ...]
    millimetres: float
    points: float
    smallest: int
    priority: int


CAPITALS = TownClass(("capital",), 1.9, 9, 40_000_000, 9)
SEATS = TownClass(("regional_seat",), 1.3, 8, 8_000_000, 8)
DISTRICTS = TownClass(("cercle_seat",), 1.0, 7.5, 2_500_000, 7)
OTHERS = TownClass(("town",), 0.9, 7, 1_500_000, 6)


def style_towns(towns: QgsVectorLayer, language: str | None = None) -> None:
    """Give the towns of a base map their look.

    Parameters
    ----------
    towns : points with the columns kind (of `resources/places.csv`) and name, or name_en and name_fr.
    language : of the names (en, fr); None: QGIS's.
    """
    names = {
        CAPITALS: translate("Basemap", "capitals"),
        SEATS: translate("Basemap", "regional seats"),
        DISTRICTS: translate("Basemap", "district seats"),
        OTHERS: translate("Basemap", "other towns"),
    }
    marks = []
    labels = QgsRuleBasedLabeling.Rule(None)
    for one, label in names.items():
        condition = one_of("kind", one.kinds)
        # as in QGIS's rules: the minimum scale is the one farthest away
        marks.append(QgsRuleBasedRenderer.Rule(_mark(one), 0, one.smallest, condition, label))
        settings = _name(one, name_column(towns, language))
        labels.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, one.smallest, condition, label))
    towns.setRenderer(renderer_of(marks))
    towns.setLabeling(QgsRuleBasedLabeling(labels))
    towns.setLabelsEnabled(True)


def _mark(one: TownClass) -> QgsMarkerSymbol:
    """A dot; a capital's has a ring."""
    look = looks()["town"]
    if one is not CAPITALS:
        return made_of(QgsMarkerSymbol, _dot(one.millimetres, look.colour, looks()["town_fill"].colour, 0.15))
    ring = _dot(one.millimetres, looks()["town_fill"].colour, look.colour, look.width)
    return made_of(QgsMarkerSymbol, ring, _dot(one.millimetres * 0.42, look.colour, look.colour, 0))


def _dot(size: float, colour: QColor, edge: QColor, width: float) -> QgsSimpleMarkerSymbolLayer:
    dot = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayer.decodeShape("circle")[0], size)
    dot.setColor(colour)
    dot.setStrokeColor(edge)
    dot.setStrokeWidth(width)
    return dot


def _name(one: TownClass, column: str) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = column
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = LABEL_AWAY_MM
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.priority = one.priority
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Property.PredefinedPositionOrder, QgsProperty.fromValue(POSITIONS)
    )
    settings.setFormat(
        text_format(looks()["base_label"].colour, one.points, looks()["base_label_buffer"].colour)
    )
    return settings
