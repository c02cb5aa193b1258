# SPDX-License-Identifier: GPL-2.0-or-later
"""Legends of a layout: filled with layers, and kept inside the room that the page leaves them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsLayerTree,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
)
from qgis.PyQt.QtGui import QPainter

from .styles_common import inert

_STEPS = 3  # in which a legend is made smaller


@dataclass(frozen=True)
class LegendEntry:
    """A layer in a legend under a title ("" for none); `labels` replaces its classes' labels in order."""

    layer: QgsMapLayer
    title: str = ""
    labels: Sequence[str] | None = None


def fill_legend(item: QgsLayoutItemLegend, entries: Sequence[LegendEntry]) -> None:
    item.setAutoUpdateModel(False)
    root: QgsLayerTree = item.model().rootGroup()
    root.removeAllChildren()
    for entry in entries:
        node = root.addLayer(entry.layer)
        node.setUseLayerName(False)
        node.setName(inert(entry.title))
        style = QgsLegendStyle.Style.Subgroup if entry.title else QgsLegendStyle.Style.Hidden
        QgsLegendRenderer.setNodeLegendStyle(node, style)
        for index, label in enumerate(entry.labels or ()):
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, inert(label))
        item.model().refreshLayerLegend(node)
    item.updateLegend()
    room = _room_below(item)
    while legend_height_mm(item) > room and len(root.children()) > 1:
        root.removeChildNode(root.children()[-1])  # the last entry says least
    for _ in range(_STEPS):
        if legend_height_mm(item) > room:
            _tighten(item)
    item.updateLegend()


def legend_height_mm(item: QgsLayoutItemLegend) -> float:
    """How high a legend will be drawn. The item itself knows only after it has been drawn once."""
    painter = QPainter()
    context = QgsLayoutUtils.createRenderContextForLayout(
        item.layout(), painter, item.layout().renderContext().dpi()
    )
    return float(QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize(context).height())


def _room_below(item: QgsLayoutItem) -> float:
    """How high an item may be before it reaches the next one below it, in mm; to the foot of the page for none."""
    box, page = item.sceneBoundingRect(), item.layout().pageCollection().page(0).sceneBoundingRect()
    bottom = page.bottom()
    for other in item.layout().items():
        if (
            isinstance(other, QgsLayoutItem)
            and other is not item
            and other.isVisible()
            and not other.itemRotation()
        ):
            there = other.sceneBoundingRect()
            beside = there.right() <= box.left() or there.left() >= box.right()
            if not beside and there.top() > box.top() + 1:
                bottom = min(bottom, there.top())
    return float(bottom - box.top()) - 1.0


def _tighten(item: QgsLayoutItemLegend) -> None:
    """Make a legend's text and rows a little smaller."""
    for name in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        style = item.style(name)
        if hasattr(style, "textFormat"):
            text_format = style.textFormat()
            text_format.setSize(0.94 * text_format.size())
            style.setTextFormat(text_format)
        else:
            font = style.font()
            font.setPointSizeF(0.94 * font.pointSizeF())
            style.setFont(font)
        item.setStyle(name, style)
    item.setSymbolHeight(0.9 * item.symbolHeight())
