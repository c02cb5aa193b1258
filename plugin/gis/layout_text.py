# SPDX-License-Identifier: GPL-2.0-or-later
"""Text on a layout: fonts, fitting a text into its frame, and labels that a page must never lack."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsLayout, QgsLayoutItemLabel, QgsUnitTypes
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF

from .charts import FAMILY

POINT_MM = 25.4 / 72
STEP_PT = 0.25
SMALLEST = 0.8  # of the template's text size, for a text that does not fit its frame
_BOUND = re.compile(r" (?=[%:;?!»]|km)|(?<=[×«]) ")
_FINE = 20.0  # pixels a point, for measuring text


def font_of(label: QgsLayoutItemLabel) -> QFont:
    """A label's font with its size in points; since 3.24 both are in the label's text format."""
    if not hasattr(label, "textFormat"):
        return QFont(label.font())
    text_format = label.textFormat()
    font = QFont(text_format.font())
    font.setPointSizeF(text_format.size())
    return font


def set_font(label: QgsLayoutItemLabel, font: QFont, colour: QColor | None = None) -> None:
    """Set a label's font and, when given, its colour. A see-through colour works on every release."""
    if not hasattr(label, "textFormat"):
        label.setFont(font)
        if colour is not None:
            label.setFontColor(colour)
        return
    text_format = label.textFormat()
    text_format.setFont(font)
    text_format.setSize(font.pointSizeF())
    text_format.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    shade = QColor(text_format.color() if colour is None else colour)
    if shade.alpha() < 255:  # since 3.24 the format's own opacity counts, no longer that of its colour
        text_format.setOpacity(shade.alphaF())
        shade.setAlpha(255)
    text_format.setColor(shade)
    label.setTextFormat(text_format)


def unbroken(text: str) -> str:
    """The text with spaces that no line may end at: between a number and its unit, and before French punctuation."""
    return _BOUND.sub("\u00a0", text)


def fits(label: QgsLayoutItemLabel, font: QFont | None = None) -> bool:
    """Whether a label's text, wrapped at words, stays inside its frame; in another font when one is given."""
    font = font or font_of(label)
    width, height = label.rect().width() - 2 * label.marginX(), label.rect().height() - 2 * label.marginY()
    return (
        text_height_mm(label.text(), font, width) <= height and longest_word_mm(label.text(), font) <= width
    )


def font_that_fits(label: QgsLayoutItemLabel) -> QFont:
    """The label's font, made smaller in small steps until its text fits, down to four fifths of its size."""
    font = font_of(label)
    least = SMALLEST * font.pointSizeF()
    while font.pointSizeF() - STEP_PT >= least and not fits(label, font):
        font.setPointSizeF(font.pointSizeF() - STEP_PT)
    return font


def text_height_mm(text: str, font: QFont, width_mm: float) -> float:
    """How high a text stands in a column of a width, wrapped at words."""
    measured = QFont(font)
    measured.setPixelSize(max(1, round(font.pointSizeF() * _FINE)))
    scale = POINT_MM / _FINE
    wrap = int(Qt.TextFlag.TextWordWrap)
    box = QFontMetricsF(measured).boundingRect(QRectF(0, 0, width_mm / scale, 1e7), wrap, text)
    return float(box.height() * scale)


def longest_word_mm(text: str, font: QFont) -> float:
    """How wide the longest word of a text is, which cannot be wrapped."""
    measured = QFont(font)
    measured.setPixelSize(max(1, round(font.pointSizeF() * _FINE)))
    metrics = QFontMetricsF(measured)
    return (
        max((float(metrics.horizontalAdvance(word)) for word in text.split()), default=0.0) * POINT_MM / _FINE
    )


def missing_families(layout: QgsLayout) -> list[str]:
    """The fonts of a layout's labels that this computer lacks; Qt takes the nearest ones that it has."""
    asked = {font_of(item).family() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)}
    return sorted(family for family in asked if QFontInfo(QFont(family)).family() != family)


def register_fonts() -> None:
    """Make matplotlib's own copy of the template's font known to Qt where the system lacks it."""
    if QFontInfo(QFont(FAMILY)).family() == FAMILY:
        return
    try:
        import matplotlib
    except ImportError:
        return  # the template's font is then the nearest that the system has, and `fill` says so
    for path in sorted((Path(matplotlib.get_data_path()) / "fonts" / "ttf").glob("DejaVuSans*.ttf")):
        if path.stem in ("DejaVuSans", "DejaVuSans-Bold"):
            QFontDatabase.addApplicationFont(str(path))


def place_label(
    layout: QgsLayout, identifier: str, text: str, points: float, colour: QColor, foot: bool = False
) -> QgsLayoutItemLabel:
    """Add a label across the page, in its middle or at its foot, for what a page must never lack."""
    label = QgsLayoutItemLabel(layout)
    label.setId(identifier)
    label.setText(text)
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    set_font(label, font, colour)
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    layout.addLayoutItem(label)
    page = layout.pageCollection().page(0).rect()
    top = page.height() - 8 if foot else page.height() / 2 - 15
    label.attemptSetSceneRect(QRectF(8, top, page.width() - 16, 7 if foot else 30))
    label.setZValue(1000)
    return label
