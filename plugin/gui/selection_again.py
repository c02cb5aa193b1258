# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of an earlier run, as a result keeps them, against the project of today."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from ..core.errors import FlashpointsError
from ..core.periods import Period, parse_periods
from ..core.text import number, translate
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


def pair_of(parameters: Mapping[str, Any]) -> tuple[Period, Period] | None:
    """(earlier, later) of a run; beside a single period the days before it; None for a run without periods.

    Raises
    ------
    FlashpointsError : when there are more than a dialog takes.
    """
    written = (str(parameters.get(name, "")) for name in ("PERIODS", "PERIOD_A", "PERIOD_B", "PERIOD"))
    periods = sorted(parse_periods(";".join(written)))
    if not periods:
        return None
    if len(periods) == 1:
        day, last = datetime.timedelta(days=1), periods[0]
        return Period(last.start - last.days * day, last.start - day), last
    if len(periods) > 2:
        raise FlashpointsError(
            translate("Selection", "The result has {n} periods, and the window takes two.").format(
                n=number(len(periods))
            ),
            remedy=translate("Selection", "Run it again from the Processing Toolbox."),
        )
    return periods[0], periods[1]
