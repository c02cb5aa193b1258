# SPDX-License-Identifier: GPL-2.0-or-later
"""From a number of a result to its events, and from a result back to the run that made it.

Results hold no rows of the source, since they are mailed: the algorithm is asked again with the stored parameters for
its output EVENTS. What has changed in the store since then is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..core.errors import FlashpointsError
from ..core.result import Ask, Result
from ..core.text import number, translate
from .algorithm import layer_words
from .frames import EventSource
from .styles_common import is_null

TEMPORARY = "TEMPORARY_OUTPUT"
_LAYERS = (QgsProcessingParameterVectorLayer, QgsProcessingParameterFeatureSource)


@dataclass(frozen=True)
class Listed:
    """The output EVENTS of a result. ids : (figure, period) -> ids of events, in the order of the events."""

    ids: Mapping[tuple[str, str], list[str]] = field(default_factory=dict)

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer) -> Listed:
        """Read it from the layer that an algorithm has written."""
        found: dict[tuple[str, str], list[str]] = {}
        places = [layer.fields().lookupField(name) for name in ("figure", "period", "event_id")]
        for feature in layer.getFeatures():
            values = feature.attributes()
            figure, period, event_id = ("" if is_null(values[at]) else str(values[at]) for at in places)
            found.setdefault((figure, period), []).append(event_id)
        return cls(found)

    def of(self, ask: Ask) -> list[str]:
        """The events of a number, each once."""
        if ask.figure is not None:
            return list(dict.fromkeys(self.ids.get((ask.figure, ask.period), [])))
        every = (ids for (_, period), ids in self.ids.items() if period == ask.period)
        return list(dict.fromkeys(event_id for ids in every for event_id in ids))


def layer_of(text: str, layers: Iterable[QgsMapLayer]) -> QgsVectorLayer | None:
    """The layer that a stored parameter names: of the project, else opened from its file; None where there is none."""
    named = [one for one in layers if isinstance(one, QgsVectorLayer) and layer_words(one) == text]
    if named:
        return next((one for one in named if one.subsetString() or one.selectedFeatureCount()), named[0])
    path = text.split("|")[0]
    if not path or not Path(path).is_file():
        return None
    opened = QgsVectorLayer(text, Path(path).stem, "ogr")
    return opened if opened.isValid() else None


def stored_inputs(algorithm: QgsProcessingAlgorithm, result: Result) -> dict[str, str]:
    """Parameter -> the layer that it named, of a result's stored parameters."""
    names = (one.name() for one in algorithm.parameterDefinitions() if isinstance(one, _LAYERS))
    return {name: str(result.parameters[name]) for name in names if result.parameters.get(name)}


def missing_inputs(
    algorithm: QgsProcessingAlgorithm, result: Result, layers: Collection[QgsMapLayer]
) -> dict[str, str]:
    """Those of the stored inputs that are nowhere any more."""
    return {
        name: text
        for name, text in stored_inputs(algorithm, result).items()
        if layer_of(text, layers) is None
    }


def run_parameters(
    algorithm: QgsProcessingAlgorithm,
    result: Result,
    layers: Collection[QgsMapLayer],
    chosen: Mapping[str, QgsVectorLayer] | None = None,
) -> dict[str, Any]:
    """The stored parameters, ready to run; outputs are up to the caller.

    chosen : layers in the place of inputs that are gone.

    Raises
    ------
    FlashpointsError : an input is gone, or only what a layer's filter left was counted and that layer is not here.
    """
    known = {one.name() for one in algorithm.parameterDefinitions() if not one.isDestination()}
    parameters = {name: value for name, value in result.parameters.items() if name in known}
    for name, text in stored_inputs(algorithm, result).items():
        layer = (chosen or {}).get(name) or layer_of(text, layers)
        if layer is None:
            raise _gone(text)
        parameters[name] = layer
    if parameters.get("USE_LAYER_FILTER") and all(one is not parameters.get("INPUT") for one in layers):
        raise FlashpointsError(
            translate(
                "Results", "Only what the layer’s filter left was counted, and that layer is not here."
            ),
            result.title,
            translate("Results", "Add the events layer to the project and filter it as it was."),
        )
    return parameters


def _gone(text: str) -> FlashpointsError:
    return FlashpointsError(
        translate("Results", "What this result was made from is not there any more."),
        text,
        translate("Results", "Put the file back, or choose the events layer that shall be counted."),
    )


def events_parameters(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a run that answers with the events behind each number, and leaves nothing behind."""
    return {**parameters, "OUTPUT": TEMPORARY, "EVENTS": TEMPORARY}


def differences(result: Result, source: EventSource) -> list[str]:
    """What has changed in the store since a result was made, a sentence each; for any thread."""
    then = {str(one["sha256"]) for one in result.sources if one.get("sha256")}
    now = {str(row["sha256"]) for row in source.rows("imports") if row.get("sha256")}
    said = []
    if then and now != then:
        said.append(translate("Results", "The events were updated since this result was made."))
    rulings = source.rulings_in_force
    if rulings != result.rulings:
        text = translate("Results", "Rulings in force: {now}; when this result was made: {then}.")
        said.append(text.format(now=number(rulings), then=number(result.rulings)))
    return said


def number_note(ask: Ask, found: int) -> str:
    """That the events are not as many as the result says; empty where they are."""
    if ask.count == found:
        return ""
    text = translate("Results", "The result says {then}; counted now it is {now}. Run it again to renew it.")
    return text.format(then=number(ask.count), now=number(found))
