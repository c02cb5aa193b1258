# SPDX-License-Identifier: GPL-2.0-or-later
"""The numbers of a brief: each is asked of the algorithms that anyone can run, so that there is one path to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.errors import FlashpointsError
from ..core.figures import Ask, Figure, comparison_figure, footprint_figure, ring_figure
from ..core.places import load_places
from ..core.recipes import Recipe
from ..core.text import translate
from ..core.zones import fold
from .basemap import open_world_map
from .brief_layers import regions_layer
from .frames import EventSource
from .region_sources import from_world_map
from .regional import of_countries
from .regions import RegionSet
from .tables import attributes_frame

SELECTION = (
    "DATASET", "EVENT_TYPES", "SUB_EVENT_TYPES", "ACTOR_GROUPS", "ROLE", "AGAINST", "CIVILIANS", "WHERE",
    "COUNTRIES", "GEO_PRECISION_MAX", "TIME_PRECISION_MAX", "MIN_FATALITIES",
)  # fmt: skip
PASSED = ("INPUT", "USE_LAYER_FILTER", "REGIONS", "REGION_FIELD", "REGION_FROM")
_ALL_TYPES = {"EVENT_TYPES": "*", "SUB_EVENT_TYPES": ""}
_ANYONE = {**_ALL_TYPES, "ACTOR_GROUPS": "", "ROLE": "any", "AGAINST": "", "CIVILIANS": "any"}
_RUNS = 7


@dataclass
class Answers:
    """What the analyses gave: figures by kind, tables, and the layers of the maps."""

    figures: dict[str, Figure] = field(default_factory=dict)
    comparison: pd.DataFrame = field(default_factory=pd.DataFrame)
    footprints: pd.DataFrame | None = None
    change: pd.DataFrame | None = None
    change_layer: QgsVectorLayer | None = None
    rings_layer: QgsVectorLayer | None = None
    ring: Mapping[str, Any] | None = None
    notes: list[str] = field(default_factory=list)


def selection_parameters(recipe: Recipe, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The selection of the recipe as parameters, each of which a given one replaces."""
    merged: dict[str, Any] = {"GEO_PRECISION_MAX": 3, "TIME_PRECISION_MAX": 3, "MIN_FATALITIES": 0}
    for name in SELECTION:
        given = parameters.get(name)
        if given in (None, ""):
            given = recipe.selection.get(name.lower())
        if given not in (None, ""):
            merged[name] = ";".join(given) if isinstance(given, (list, tuple)) else given
    return merged


class _Told(QgsProcessingFeedback):
    """Hands what an analysis says on to the brief's feedback, when it is to be heard, and keeps its errors."""

    def __init__(self, feedback: QgsProcessingFeedback, quiet: bool) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self._feedback, self._quiet = feedback, quiet
        feedback.canceled.connect(self.cancel)

    def pushInfo(self, info: str) -> None:
        """A line of the log."""
        if not self._quiet:
            self._feedback.pushInfo(info)

    def pushWarning(self, warning: str) -> None:
        """Something the user should know."""
        if not self._quiet:
            self._feedback.pushWarning(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 (QGIS's name)
        """Kept for the brief's own message."""
        self.errors.append(error)


class Analyses:
    """Runs the algorithms of one brief on the same events, periods and regions.

    parameters : those that every run shares; feedback : gets the whole brief's progress, and what the first run of
    each algorithm says.
    """

    def __init__(
        self, ask: Ask, recipe: Recipe, regions: RegionSet, parameters: Mapping[str, Any],
        context: QgsProcessingContext, feedback: QgsProcessingFeedback,
    ) -> None:  # fmt: skip
        self._ask, self._recipe, self._regions = ask, recipe, regions
        self._parameters = dict(parameters)
        self._context = context
        self._feedback = feedback
        self._step = 0
        self._zones = {region.name: region.zone for region in regions.regions}

    def answer(self) -> Answers:
        """Run everything that the recipe asks for, and put it into words."""
        answers = Answers()
        self._compare(answers)
        self._footprints(answers)
        self._rings(answers)
        return answers

    def _compare(self, answers: Answers) -> None:
        """The comparison by region is always made: it is the table and the map's regions."""
        pair = {"PERIOD_A": self._ask.earlier.iso, "PERIOD_B": self._ask.later.iso, "GROUP_BY": "region"}
        tables = []
        for more in ({}, _ALL_TYPES, _ANYONE):
            (layer,) = self._run("compareperiods", {**pair, **more}, ("OUTPUT",), quiet=bool(more))
            tables.append(_frame(layer))
        answers.comparison = tables[0]
        spec = self._recipe.figure("comparison")
        if spec:
            answers.figures["comparison"] = comparison_figure(
                self._ask, spec, tables[0], self._zones, *tables[1:]
            )

    def _footprints(self, answers: Answers) -> None:
        spec = self._recipe.figure("footprint")
        if not spec:
            return
        asked = {"PERIODS": self._both(), "METHOD": "discs", "SIZE_KM": float(spec["size_km"])}
        output, change, sensitivity = self._run(
            "regionfootprints", asked, ("OUTPUT", "CHANGE", "SENSITIVITY")
        )
        answers.footprints, answers.change = _frame(output), _frame(change)
        answers.change_layer = change
        answers.figures["footprint"] = footprint_figure(
            self._ask, spec, answers.footprints, _frame(sensitivity)
        )

    def _rings(self, answers: Answers) -> None:
        spec = self._recipe.figure("ring")
        if not spec:
            return
        place = place_of(spec["place"], self._ask.country)
        if place is None:
            answers.notes.append(
                translate(
                    "Brief", "The place of the ring is not known: add it to the recipe. The ring is left out."
                )
            )
            return
        answers.ring = spec = {**spec, "place": place}
        asked = {
            "CENTRE": f"{place['longitude']},{place['latitude']} [EPSG:4326]", "RADII_KM": f"{spec['radius_km']:g}",
            "PERIODS": self._both(),
        }  # fmt: skip
        layers = [
            self._run("buffercounts", {**asked, **more}, ("OUTPUT",), quiet=bool(more))[0]
            for more in ({}, _ALL_TYPES, _ANYONE)
        ]
        answers.rings_layer = layers[0]
        answers.figures["ring"] = ring_figure(self._ask, spec, *(_frame(layer) for layer in layers))

    def _both(self) -> str:
        return f"{self._ask.earlier.iso};{self._ask.later.iso}"

    def _run(
        self, name: str, asked: Mapping[str, Any], outputs: tuple[str, ...], quiet: bool = False
    ) -> list[QgsVectorLayer]:
        """Run one algorithm into memory and return the layers of its outputs."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
        if algorithm is None:
            raise FlashpointsError(
                translate("Brief", "The calculation “{name}” is not available.").format(
                    name=f"flashpoints:{name}"
                ),
                remedy=translate("Brief", "Switch the plugin off and on again in the plugin manager."),
            )
        if self._feedback.isCanceled():
            raise FlashpointsError(translate("Brief", "Cancelled; nothing was written."))
        self._feedback.setProgress(80.0 * self._step / _RUNS)
        self._step += 1
        parameters = {
            **self._parameters,
            **asked,
            **{output: f"memory:{output.lower()}" for output in outputs},
        }
        told = _Told(self._feedback, quiet)
        results, succeeded = algorithm.run(parameters, self._context, told, {}, False)
        if not succeeded:
            raise FlashpointsError("; ".join(told.errors) or name)
        return [QgsProcessingUtils.mapLayerFromString(results[output], self._context) for output in outputs]


def place_of(place: Any, country: str) -> dict[str, Any] | None:
    """The place of a ring: itself, the country's capital, or a town of the country by name; None when unknown."""
    if isinstance(place, Mapping):
        return dict(place)
    for town in load_places():
        if fold(town.country) == fold(country) and (
            town.kind == "capital" if place == "capital" else fold(town.name) == fold(str(place))
        ):
            return {"name": town.name, "longitude": town.longitude, "latitude": town.latitude}
    return None


def regions_and_country(
    source: EventSource, frame: pd.DataFrame, given: RegionSet | None, countries: tuple[str, ...]
) -> tuple[RegionSet, str]:
    """The regions of a brief and the country they are of, as the events write it.

    Parameters
    ----------
    frame : the selected events, with country; given : the regions asked for; countries : those of the selection.
    """
    if given is not None:
        own = frame[of_countries(frame, given)] if len(frame) else frame
        return given, countries[0] if len(countries) == 1 else _commonest(own) or _of_world_map(given)
    name = countries[0] if countries else _commonest(frame) or _commonest(source.read(["country"]))
    if not name:
        raise FlashpointsError(
            translate("Brief", "The country of the brief is not known: no event names one."),
            "REGIONS",
            translate("Brief", "Choose a layer with the country's regions."),
        )
    return from_world_map(name), name


def as_layer(regions: RegionSet) -> QgsVectorLayer:
    """The regions as a memory layer with the fields adm0_a3 and name."""
    shapes = [QgsGeometry(region.geometry) for region in regions.regions]
    codes = [next(iter(region.countries), "") for region in regions.regions]
    for shape in shapes:
        shape.convertToMultiType()
    return regions_layer(regions.names, codes, shapes, regions.origin)


def _commonest(frame: pd.DataFrame) -> str:
    counts = frame["country"].dropna().value_counts()
    return str(counts.index[0]) if len(counts) else ""


def _of_world_map(regions: RegionSet) -> str:
    """The world map's name of the regions' country; their origin when they are in several or in none."""
    if len(regions.countries) != 1:
        return regions.origin
    dataset = open_world_map()
    layer = dataset.GetLayerByName("states_provinces")
    layer.SetAttributeFilter(f"adm0_a3 = '{next(iter(regions.countries))}'")
    feature = layer.GetNextFeature()
    name = feature.GetField("admin") if feature is not None else ""
    del feature, layer, dataset
    return str(name or regions.origin)


def _frame(layer: QgsVectorLayer) -> pd.DataFrame:
    """The attributes of a result, numbers as numbers (NaN where missing)."""
    frame = attributes_frame(layer)
    for name in frame:
        values = frame[name].dropna()
        if values.map(lambda value: isinstance(value, (int, float))).all():
            frame[name] = pd.to_numeric(frame[name]).astype(float)
    return frame
