# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of an earlier run, as a result keeps them, against the project of today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from ..core.errors import FlashpointsError
from ..core.periods import Period, parse_periods
from ..core.text import translate
from ..gis.algorithm import layer_words
from ..gis.facet_events import lacking
from .facts import holds_events

NOTHING = ("", "any", "0", "3")
"""Values of parameters that ask for nothing."""


def input_layer(parameters: Mapping[str, Any]) -> QgsVectorLayer:
    """The events layer of a run: by its id, or by where its data are.

    Raises
    ------
    FlashpointsError : when the project does not have it.
    """
    written = str(parameters.get("INPUT", ""))
    layers = [one for one in QgsProject.instance().mapLayers().values() if holds_events(one)]
    found = [one for one in layers if written in (one.id(), layer_words(one))]
    if not found:
        raise FlashpointsError(
            translate("Selection", "The events of this result are not in the project."),
            written,
            translate("Selection", "Add them as a layer: Layer > Add Layer > Add Vector Layer."),
        )
    return found[0]


def check_columns(layer: QgsVectorLayer, parameters: Mapping[str, Any]) -> None:
    """FlashpointsError when a layer lacks a column that parameters ask for."""
    for name, reason in lacking(layer).items():
        if str(parameters.get(name, "")) not in NOTHING:
            raise FlashpointsError(reason, layer.name())


def periods_of(parameters: Mapping[str, Any]) -> list[Period]:
    """The periods of a run, the earliest first."""
    written = (str(parameters.get(name, "")) for name in ("PERIODS", "PERIOD_A", "PERIOD_B"))
    return sorted(parse_periods(";".join(written)))
