# SPDX-License-Identifier: GPL-2.0-or-later
"""Places and layers of an earlier run, for dialogs that show again what it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox

from ..core.errors import FlashpointsError
from ..core.places import Place
from ..core.text import translate
from ..gis.algorithm import layer_words
from .choices import label_of, written


def choose(combo: QComboBox, value: Any) -> None:
    """Choose an item by its data; the first one where there is none of it."""
    combo.setCurrentIndex(max(combo.findData(value), 0))


def named_layer(parameters: Mapping[str, Any], name: str) -> QgsVectorLayer | None:
    """The layer of the project that a parameter names, by its id or by where its data are; None where it names none.

    Raises
    ------
    FlashpointsError : when the project does not have it.
    """
    text = str(parameters.get(name) or "")
    if not text:
        return None
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and text in (layer.id(), layer_words(layer)):
            return layer
    raise FlashpointsError(
        translate("Again", "A layer that this result was made with is not in the project."),
        text,
        translate("Again", "Add it, or choose another one here."),
    )


def centre_text(parameters: Mapping[str, Any], places: Iterable[Place]) -> str:
    """What the box of places shows for CENTRE: the place that lies just there, else the coordinates; "" for none."""
    text = str(parameters.get("CENTRE") or "").split("[")[0]
    if not text.strip():
        return ""
    longitude, latitude = (float(part) for part in text.split(","))
    there = (label_of(one) for one in places if (one.longitude, one.latitude) == (longitude, latitude))
    return next(there, written(longitude, latitude))
