# SPDX-License-Identifier: GPL-2.0-or-later
"""How events by place look: a circle in the colour of the largest class, or a pie of all; its area is by events."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDataDefinedSizeLegend,
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
    QgsFeatureRequest,
    QgsLinearlyInterpolatedDiagramRenderer,
    QgsMarkerSymbol,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPieDiagram,
    QgsProperty,
    QgsPropertyCollection,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSizeScaleTransformer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor

from ..core.event_look import PIES
from ..core.text import number, translate
from .look_classes import LookClass
from .styles_common import MILLIMETRES, counted, looks, made_of, quoted, set_labels, text_format

SMALLEST_MM, LARGEST_MM = 1.2, 14.0
FULL = 500
"""Events that a mark of that size stands for; a place with more has it, and the others are smaller in proportion."""

NAMED_MM = 4.5
"""Circles at least this wide have room for their number."""


def style_places(layer: QgsVectorLayer, afar: str, classes: Sequence[LookClass], most: int) -> None:
    """Give a places layer its look.

    Parameters
    ----------
    layer : as new_places_layer makes it. afar : `circles` or `pies`. classes : in the order of its columns.
    most : the events of its largest place, which has the largest mark.
    """
    most = max(most, 1)
    full = max(most, FULL)  # the same size for the same number under every filter, as long as there is room
    if afar == PIES:
        layer.setRenderer(QgsNullSymbolRenderer())
        _draw_pies(layer, classes, full)
        layer.setLabelsEnabled(False)
    else:
        layer.setDiagramRenderer(None)
        layer.setRenderer(_circles(classes, most, full))
        _number_circles(layer, full)
    layer.setMapTipTemplate(_tip(classes))
    layer.setDisplayExpression('"location"')


def _circles(classes: Sequence[LookClass], most: int, full: int) -> QgsCategorizedSymbolRenderer:
    categories = []
    size = QgsProperty.fromField("events")
    size.setTransformer(
        QgsSizeScaleTransformer(QgsSizeScaleTransformer.ScaleType.Area, 0, full, SMALLEST_MM, LARGEST_MM)
    )
    for index, one in enumerate(classes):
        mark = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayerBase.Shape.Circle, 3.0)
        mark.setColor(QColor(one.colour))
        edge = looks()["marker_edge_pale" if one.pale else "place_edge"]
        mark.setStrokeColor(edge.colour)
        mark.setStrokeWidth(edge.width)
        symbol = made_of(QgsMarkerSymbol, mark)
        symbol.setDataDefinedSize(size)
        categories.append(QgsRendererCategory(index, symbol, counted(one.label, one.events)))
    renderer = QgsCategorizedSymbolRenderer("main", categories)
    if categories:
        renderer.setSourceSymbol(categories[0].symbol().clone())  # from it QGIS knows the sizes of the key
    large_first = QgsFeatureRequest.OrderByClause("events", False, False)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([large_first]))
    renderer.setOrderByEnabled(True)
    legend = QgsDataDefinedSizeLegend()
    legend.setLegendType(QgsDataDefinedSizeLegend.LegendType.LegendSeparated)
    legend.setTitle(translate("Places", "Events at a place"))
    classes_of_size = [QgsDataDefinedSizeLegend.SizeClass(value, number(value)) for value in key_sizes(most)]
    legend.setClasses(classes_of_size)
    grey = QgsMarkerSymbol.createSimple({"name": "circle"})
    grey.setColor(looks()["key_glyph"].colour)
    legend.setSymbol(grey)
    renderer.setDataDefinedSizeLegend(legend)
    return renderer


def key_sizes(most: int) -> list[int]:
    """Round numbers of events for the key to sizes, the largest first, at most three."""
    found: list[int] = []
    value = 1
    while value * 10 <= most:
        value *= 10
    top = max(factor * value for factor in (1, 2, 5) if factor * value <= most)
    while top >= 1 and len(found) < 3:
        found.append(top)
        top //= 10
    return found


def _draw_pies(layer: QgsVectorLayer, classes: Sequence[LookClass], full: int) -> None:
    settings = QgsDiagramSettings()
    settings.categoryAttributes = [f'"class_{index}"' for index in range(len(classes))]
    settings.categoryColors = [QColor(one.colour) for one in classes]
    settings.categoryLabels = [counted(one.label, one.events) for one in classes]
    settings.sizeType = MILLIMETRES
    settings.scaleByArea = True
    settings.minimumSize = SMALLEST_MM
    settings.penColor = looks()["place_edge"].colour
    settings.penWidth = looks()["place_edge"].width
    settings.labelPlacementMethod = QgsDiagramSettings.LabelPlacementMethod.Height
    settings.enabled = True
    renderer = QgsLinearlyInterpolatedDiagramRenderer()
    renderer.setClassificationField("events")
    renderer.setLowerValue(0)
    renderer.setLowerSize(QSizeF(0, 0))
    renderer.setUpperValue(full)
    renderer.setUpperSize(QSizeF(LARGEST_MM, LARGEST_MM))
    renderer.setDiagram(QgsPieDiagram())
    renderer.setDiagramSettings(settings)
    layer.setDiagramRenderer(renderer)
    placing = QgsDiagramLayerSettings()
    placing.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    placing.setShowAllDiagrams(True)
    small_on_top = QgsPropertyCollection()
    small_on_top.setProperty(QgsDiagramLayerSettings.Property.ZIndex, QgsProperty.fromExpression('-"events"'))
    placing.setDataDefinedProperties(small_on_top)
    layer.setDiagramLayerSettings(placing)


def _number_circles(layer: QgsVectorLayer, full: int) -> None:
    """Write the number of events on circles that have the room."""
    settings = QgsPalLayerSettings()
    width = f'({SMALLEST_MM} + {LARGEST_MM - SMALLEST_MM} * sqrt("events" / {float(full)}))'
    settings.fieldName = f"if({width} >= {NAMED_MM}, \"events\", '')"
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.setFormat(text_format(looks()["result_label"].colour, 7, looks()["base_label_buffer"].colour))
    set_labels(layer, settings)


def _tip(classes: Sequence[LookClass]) -> str:
    """One line of the place, and one for each class that has events there."""
    text = translate("Places", "{n} events at {place} and within 10 km")
    head = text.format(
        n='<b>[% "events" %]</b>', place="[% replace(replace(\"location\", '&', '&amp;'), '<', '&lt;') %]"
    )
    lines = [
        f"[% if(\"class_{index}\" > 0, concat({quoted('<br>' + _plain(one.label))}, ': ', \"class_{index}\"), '') %]"
        for index, one in enumerate(classes)
    ]
    days = (
        "<br>[% format_date(\"first_date\", 'd MMM yyyy') %] – [% format_date(\"last_date\", 'd MMM yyyy') %]"
    )
    return head + days + "".join(lines)


def _plain(label: str) -> str:
    return label.replace("&", "&amp;").replace("<", "&lt;").replace("%]", "% ]")
