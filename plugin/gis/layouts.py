# SPDX-License-Identifier: GPL-2.0-or-later
"""Print layouts from templates that an office edits in QGIS: loading them, and filling them by item id.

A template is an ordinary .qpt file. An item is found by its id and filled by what it is given: text for a label, a
file for a picture, layers and an extent for a map, layers for a legend, rows for a table. What a template does not
have is skipped and reported, so that an office may delete items. A label whose own text holds placeholders such as
{date} keeps the words round them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import FlashpointsError
from ..core.text import translate
from .layout_legend import LegendEntry, fill_legend
from .layout_text import fits, font_of, font_that_fits, missing_families, set_font, text_height_mm, unbroken
from .styles_common import inert

NOTE_GAP = 0.8  # mm between a figure's sentence and its note
_TOKEN = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class MapContent:
    """Layers, the first on top, and what to show of them (extent in the crs)."""

    layers: Sequence[QgsMapLayer]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    text: str
    colour: QColor
    bold: bool = False
    right: bool = False


@dataclass(frozen=True)
class TableContent:
    """Rows of cells; how wide the columns are is the template's affair."""

    rows: Sequence[Sequence[Cell]]


Content = Union[str, Path, MapContent, Sequence[LegendEntry], TableContent, None]


@dataclass
class Filled:
    """A layout that has been filled, and what there is to say about that."""

    layout: QgsPrintLayout
    notes: list[str] = field(default_factory=list)


def load_template(path: Path, project: QgsProject) -> QgsPrintLayout:
    """Load a template into a layout of the project.

    Raises
    ------
    FlashpointsError : the file cannot be read or is no layout template.
    """
    remedy = translate("Layouts", "Choose a template that QGIS's layout window saved (.qpt).")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FlashpointsError(
            translate("Layouts", "The template cannot be read ({reason}).").format(reason=error),
            str(path),
            remedy,
        ) from error
    document = QDomDocument()
    layout = QgsPrintLayout(project)
    if document.setContent(text)[0]:
        context = QgsReadWriteContext()
        context.setPathResolver(project.pathResolver())
        _, loaded = layout.loadFromTemplate(document, context)
        if loaded and layout.pageCollection().pageCount():
            return layout
    raise FlashpointsError(translate("Layouts", "The file is not a layout template."), str(path), remedy)


def fill(
    layout: QgsPrintLayout, content: Mapping[str, Content], tokens: Mapping[str, str] | None = None
) -> Filled:
    """Fill the items of a layout by their ids.

    None takes an item off the page; ids that the template lacks are noted. tokens : what placeholders in the
    template's own texts may stand for, beside the texts of the items.
    """
    filled = Filled(layout)
    texts = {**(tokens or {}), **{key: value for key, value in content.items() if isinstance(value, str)}}
    for identifier, value in content.items():
        item = layout.itemById(identifier)
        if item is None:
            if value is not None:
                filled.notes.append(
                    translate("Layouts", "The template has no item “{id}”: it is left out.").format(
                        id=identifier
                    )
                )
        elif value is None:
            item.setVisibility(False)
        else:
            _fill_item(item, identifier, value, texts, filled)
    for identifier in content:
        if identifier.endswith("_note"):
            _close_gap(layout, identifier)
    for family in missing_families(layout):
        text = translate(
            "Layouts", "The font “{name}” of the template is not on this computer: another stands in."
        )
        filled.notes.append(text.format(name=family))
    return filled


def _fill_item(
    item: QgsLayoutItem, identifier: str, value: Content, texts: Mapping[str, str], filled: Filled
) -> None:
    part = item.multiFrame() if isinstance(item, QgsLayoutFrame) else item
    if isinstance(part, QgsLayoutItemLabel) and isinstance(value, str):
        _fill_label(part, identifier, value, texts)
        if not fits(part):
            text = translate("Layouts", "The text of “{id}” is longer than its frame: make the frame larger.")
            filled.notes.append(text.format(id=identifier))
    elif isinstance(part, QgsLayoutItemPicture) and isinstance(value, Path):
        part.setPicturePath(str(value))
    elif isinstance(part, QgsLayoutItemMap) and isinstance(value, MapContent):
        _fill_map(part, value)
    elif isinstance(part, QgsLayoutItemManualTable) and isinstance(value, TableContent):
        _fill_table(part, value)
    elif isinstance(part, QgsLayoutItemLegend) and isinstance(value, (list, tuple)):
        fill_legend(part, value)
    else:
        filled.notes.append(
            translate(
                "Layouts", "The item “{id}” of the template is of another kind: it is left as it is."
            ).format(id=identifier)
        )
        return
    item.setVisibility(True)


def _fill_label(label: QgsLayoutItemLabel, identifier: str, value: str, texts: Mapping[str, str]) -> None:
    """Put a text into a label; placeholders in the label's own text keep the words round them."""
    template = label.text()
    known = {token: inert(text) for token, text in {**texts, identifier: value}.items()}
    value = known[identifier]
    if any(token in known for token in _TOKEN.findall(template)):
        value = _TOKEN.sub(lambda match: known.get(match[1], match[0]), template)
    value = unbroken(value)
    label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    label.setText(value)
    set_font(label, font_that_fits(label))


def _close_gap(layout: QgsPrintLayout, note_id: str) -> None:
    """Let a note (x_note) follow directly on its text (x_text), where it stands below it and the text is short."""
    note, text = layout.itemById(note_id), layout.itemById(f"{note_id[:-5]}_text")
    if not isinstance(note, QgsLayoutItemLabel) or not isinstance(text, QgsLayoutItemLabel):
        return
    here, above = note.sceneBoundingRect(), text.sceneBoundingRect()
    used = text_height_mm(text.text(), font_of(text), text.rect().width())
    free = above.top() + used + NOTE_GAP - here.top()
    if abs(here.left() - above.left()) > 1 or here.top() < above.bottom() - 1 or free >= 0:
        return
    box = QRectF(here.left(), here.top() + free, here.width(), here.height() - free)
    note.attemptSetSceneRect(box)


def _fill_map(item: QgsLayoutItemMap, value: MapContent) -> None:
    item.setFollowVisibilityPreset(False)
    item.setKeepLayerSet(True)
    item.setLayers(list(value.layers))
    item.setCrs(value.crs)
    item.setExtent(_in_shape(value.extent, item.rect().width() / item.rect().height()))
    item.storeCurrentLayerStyles()


def _in_shape(extent: QgsRectangle, ratio: float) -> QgsRectangle:
    """The extent, grown in one direction to a ratio of width to height, so that the item keeps its size."""
    centre = extent.center()
    width = max(extent.width(), extent.height() * ratio)
    return QgsRectangle.fromCenterAndSize(centre, width, width / ratio)


def _fill_table(table: QgsLayoutItemManualTable, value: TableContent) -> None:
    rows = []
    for row in value.rows:
        cells = []
        for one in row:
            cell = QgsTableCell(one.text)
            text_format = table.contentTextFormat()
            text_format.setColor(one.colour)
            font = text_format.font()
            font.setBold(one.bold)
            text_format.setFont(font)
            cell.setTextFormat(text_format)
            side = Qt.AlignmentFlag.AlignRight if one.right else Qt.AlignmentFlag.AlignLeft
            cell.setHorizontalAlignment(side)
            cell.setVerticalAlignment(Qt.AlignmentFlag.AlignBottom)
            cells.append(cell)
        rows.append(cells)
    table.setColumnWidths(table.columnWidths()[: len(rows[0])])
    table.setTableContents(rows)
