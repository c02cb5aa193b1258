# SPDX-License-Identifier: GPL-2.0-or-later
"""What the looks share: colours and widths from `resources/styles`, rules, and text."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from qgis.core import (
    NULL,
    QgsApplication,
    QgsExpression,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBackgroundSettings,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF, Qt
from qgis.PyQt.QtGui import QColor

from ..core.text import number
from ..core.zones import read_table
from .paths import STYLES

POINTS = QgsUnitTypes.RenderUnit.RenderPoints
MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters
ALL_ROW = "(all)"
OUTSIDE_ROW = "(outside)"
ZONE_ROW = "(zone)"


@dataclass(frozen=True)
class Look:
    """A colour, a line width in mm (0 where there is no line) and an opacity from 0 to 1."""

    colour: QColor
    width: float
    opacity: float


@functools.cache
def looks() -> dict[str, Look]:
    """The colours and widths of `resources/styles/look.csv`, by their key."""
    rows = read_table(STYLES / "look.csv", ("key", "colour", "width_mm", "opacity"))
    return {
        row["key"]: Look(QColor(row["colour"]), float(row["width_mm"] or 0), float(row["opacity"] or 1))
        for row in rows
    }


def is_french(language: str | None) -> bool:
    """Whether a language (en, fr_FR) is French; QGIS's own when it is None."""
    return (language if language is not None else QgsApplication.instance().locale()).startswith("fr")


def label_in(row: Any, language: str | None) -> str:
    """The label of a table's row (a mapping or an object) in a language; QGIS's own language when it is None."""
    get = row.get if hasattr(row, "get") else lambda name: getattr(row, name, "")
    return (get("label_fr") if is_french(language) else "") or get("label")


def inert(text: str) -> str:
    """The text with what QGIS would take for expressions ([% %]) broken up: words of a file are shown, not computed."""
    return text.replace("[%", "[\u2060%")


def counted(label: str, count: int) -> str:
    """A legend entry: the class and how many of it there are, such as "JNIM (1,412)"."""
    return inert(f"{label} ({number(count)})")


def is_null(value: object) -> bool:
    """Whether an attribute is missing: NULL on Qt 5, None on Qt 6, NaN from numbers."""
    return value is None or value == NULL or (isinstance(value, float) and math.isnan(value))


def quoted(value: object) -> str:
    """A value as an expression writes it."""
    return str(QgsExpression.quotedValue(value))


def one_of(column: str, values: Sequence[str]) -> str:
    """The expression that holds for any of some texts in a column."""
    return f"{QgsExpression.quotedColumnRef(column)} IN ({', '.join(quoted(value) for value in values)})"


def rule(label: str, symbol: QgsSymbol | None = None, condition: str = "") -> QgsRuleBasedRenderer.Rule:
    """A rule of a renderer; without a symbol it is a heading of the legend."""
    made = QgsRuleBasedRenderer.Rule(symbol, 0, 0, condition, label)
    if condition == "ELSE":
        made.setIsElse(True)
    return made


def renderer_of(rules: Sequence[QgsRuleBasedRenderer.Rule]) -> QgsRuleBasedRenderer:
    """A rule-based renderer; the rules become its own."""
    root = QgsRuleBasedRenderer.Rule(None)
    for child in rules:
        root.appendChild(child)
    return QgsRuleBasedRenderer(root)


AnySymbol = TypeVar("AnySymbol", bound=QgsSymbol)


def made_of(kind: type[AnySymbol], *layers: QgsSymbolLayer) -> AnySymbol:
    """A symbol of these symbol layers, the first at the bottom.

    Handing the layers to the symbol's constructor as a list leaves them to Python, which then frees them (3.22).
    """
    symbol = kind.createSimple({})
    symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def fill(colour: QColor | None, line: Look | None = None) -> QgsFillSymbol:
    """A plain area: a fill, an outline, or both."""
    layer = QgsSimpleFillSymbolLayer(colour or QColor(0, 0, 0, 0))
    layer.setBrushStyle(Qt.BrushStyle.SolidPattern if colour else Qt.BrushStyle.NoBrush)
    layer.setStrokeStyle(Qt.PenStyle.SolidLine if line else Qt.PenStyle.NoPen)
    if line:
        layer.setStrokeColor(line.colour)
        layer.setStrokeWidth(line.width)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made_of(QgsFillSymbol, layer)


def area(look: Look) -> QgsFillSymbol:
    """A see-through area without an outline; not a see-through layer, which a PDF holds as a picture."""
    symbol = fill(look.colour)
    symbol.setOpacity(look.opacity)
    return symbol


def outline(line: Look, dash_mm: Sequence[float] = ()) -> QgsFillSymbol:
    """The line round an area and nothing inside it; dashes and gaps in mm, none for a whole line."""
    layer = QgsSimpleLineSymbolLayer(line.colour, line.width)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash_mm:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dash_mm))
    return made_of(QgsFillSymbol, layer)


def text_format(colour: QColor, points: float, buffer: QColor, *, bold: bool = False) -> QgsTextFormat:
    """Label text in points with a buffer of 0.8 mm in the colour of what lies under it."""
    text = QgsTextFormat()
    font = text.font()
    font.setBold(bold)
    text.setFont(font)
    text.setColor(colour)
    text.setSize(points)
    text.setSizeUnit(POINTS)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(buffer)
    halo.setOpacity(0.85)
    text.setBuffer(halo)
    return text


def on_plate(text: QgsTextFormat) -> QgsTextFormat:
    """The same text on a plate of its buffer's colour, which interrupts the line that it stands on."""
    plate = QgsTextBackgroundSettings()
    plate.setEnabled(True)
    plate.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
    plate.setSizeType(QgsTextBackgroundSettings.SizeType.SizeBuffer)
    plate.setSize(QSizeF(0.6, 0.1))
    plate.setSizeUnit(MILLIMETRES)
    plate.setFillColor(text.buffer().color())
    plate.setStrokeWidth(0)
    plate.setOpacity(0.9)
    text.buffer().setEnabled(False)
    text.setBackground(plate)
    return text


def set_labels(layer: QgsVectorLayer, settings: QgsPalLayerSettings) -> None:
    """Label a layer in one way."""
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def rows_of(layer: QgsVectorLayer, *columns: str) -> list[dict[str, Any]]:
    """The asked columns of every feature of a small layer; None where missing, or where the layer lacks the column."""
    there = set(layer.fields().names())
    return [
        {name: None if name not in there or is_null(feature[name]) else feature[name] for name in columns}
        for feature in layer.getFeatures()
    ]
