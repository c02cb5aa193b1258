# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a layer is one of events, how it can be read, and which filter it has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsFields, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QVariant

from ..core.errors import FlashpointsError
from ..core.text import translate

REQUIRED = ("event_id", "event_date", "event_type")
_DIRECT_SUFFIXES = (".gpkg", ".shp", ".geojson", ".fgb")
_DATE_TYPES = (QVariant.Date, QVariant.DateTime, QVariant.String)


def check_layer(layer: QgsVectorLayer) -> None:
    """Raise FlashpointsError when a layer is broken, edited, holds no points or lacks a column that events have."""

    def refuse(what: str, remedy: str) -> FlashpointsError:
        return FlashpointsError(what, layer.name(), remedy)

    load_first = translate(
        "Frames", "Load the event file with “Load events” and choose the layer that it makes."
    )
    if not layer.isValid():
        there = translate("Frames", "Check that its file is still where it was.")
        raise refuse(translate("Frames", "The layer cannot be read."), there)
    missing = [name for name in REQUIRED if name not in layer.fields().names()]
    if missing:
        text = translate("Frames", "The layer is no event layer: it lacks the columns {names}.")
        raise refuse(text.format(names=", ".join(missing)), load_first)
    if layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        raise refuse(translate("Frames", "The layer holds no points."), load_first)
    if layer.fields().field("event_date").type() not in _DATE_TYPES:
        raise refuse(translate("Frames", "The column event_date holds no dates."), load_first)
    if layer.isModified():
        save = translate("Frames", "Save or discard the edits, then run again.")
        raise refuse(translate("Frames", "The layer has edits that are not saved."), save)


def can_be_read_directly(layer: QgsVectorLayer, parts: dict[str, Any], path: Path | None) -> bool:
    """Whether GDAL alone would read just what the layer shows: single points, its own columns, no options."""
    if path is None or not path.is_file() or path.suffix.lower() not in _DIRECT_SUFFIXES:
        return False
    fields = layer.fields()
    own = all(fields.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider for i in range(fields.count()))
    single = QgsWkbTypes.flatType(layer.wkbType()) == QgsWkbTypes.Type.Point
    plain = not parts.get("layerId") and not parts.get("openOptions")
    return own and single and plain and fields.field("event_date").type() != QVariant.DateTime


def copy_of(layer: QgsVectorLayer) -> QgsVectorLayer:
    """A copy with the layer's filter, which QGIS leaves behind for layers in memory (3.22), and nothing selected."""
    copy = layer.clone()
    if copy.subsetString() != layer.subsetString():
        copy.setSubsetString(layer.subsetString())
    copy.removeSelection()
    return copy


def can_push_filter(subset: str, path: Path | None) -> bool:
    """Whether GDAL can hold to a layer's filter as it reads: conditions in SQL, and no query of its own."""
    own_query = subset.lstrip().lower().startswith("select")
    return bool(subset) and not own_query and path is not None and path.suffix.lower() == ".gpkg"


def filter_text(subset: str, selected: int) -> str:
    """A layer's filter and how many features are selected, in words; "" for neither."""
    parts = [subset] if subset else []
    if selected:
        parts.append(translate("Frames", "{n} selected features").format(n=selected))
    return "; ".join(parts)
