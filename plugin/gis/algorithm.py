# SPDX-License-Identifier: GPL-2.0-or-later
"""What all analyses share: reading the selection, loading the events that count, writing results that explain
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterPoint,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from ..core.caveats import FILTER, NEEDED, RULINGS, caveats
from ..core.errors import FlashpointsError
from ..core.rulings import as_coded, same
from ..core.rulings_over import RULED
from ..core.schema import KINDS
from ..core.text import number, translate
from . import parameters as shared
from .actor_table import label_of
from .frames import EventSource
from .loading import Job, coverage_notes, load_actors, load_events
from .outputs import LISTING, WritingAlgorithm, source_row
from .region_sources import from_layer, of_main_country
from .regions import RegionSet

EVENT_COLUMNS = ("event_id", "event_date", "longitude", "latitude", "geo_precision", "fatalities")
_LAYERS = (QgsProcessingParameterVectorLayer, QgsProcessingParameterFeatureSource)
TOLD = frozenset({FILTER, RULINGS})
"""Kinds of caveats that every run tells anyway."""
MOST_LINES = 20
"""Counts that rulings change, in the log."""


class FlashpointsAlgorithm(WritingAlgorithm):
    """Base of the analyses: parameters -> frame -> one core function -> sink."""

    BY_PLACE = False
    """Whether the question is where events were: those placed to a region or country only then stay out."""
    TELLS: frozenset[str] = frozenset()
    """Kinds of caveats (core.caveats) that an algorithm tells in words of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self._counted: pd.DataFrame | None = None

    def name(self) -> str:
        """The algorithm's id within the provider."""
        return self.ID

    def group(self) -> str:
        """The Toolbox group, in words."""
        return translate("Algorithms", "Analysis")

    def groupId(self) -> str:
        """The Toolbox group's id."""
        return "analysis"

    def createInstance(self) -> QgsProcessingAlgorithm:
        """A fresh copy for a run."""
        return type(self)()

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take over what belongs to the main thread: the layers."""
        try:
            self.prepare(parameters, context, feedback)
        except FlashpointsError as error:
            raise QgsProcessingException(str(error)) from error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run, and turn our errors into Processing's."""
        try:
            results = self.run_job(parameters, context, feedback)
            self._say_caveats(feedback)
            return results
        except FlashpointsError as error:
            raise QgsProcessingException(str(error)) from error

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read the shared selection and take snapshots of the layers."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise FlashpointsError(
                translate("Algorithms", "The event layer cannot be opened."),
                "INPUT",
                translate("Algorithms", "Give a layer of the project, or the path of an event store."),
            )
        source = EventSource.from_layer(layer, self.parameterAsBool(parameters, "USE_LAYER_FILTER", context))
        actors = load_actors(source)
        selection = shared.read_selection(self, parameters, context, actors)
        self._job = Job(source, actors, selection, self._region_layer(parameters, context))
        self._job.by_place = self.BY_PLACE
        self._job.listed = bool(parameters.get("EVENTS"))
        self._record.parameters = self._plain_parameters(parameters, context)
        self._record.outputs = [
            one.name() for one in self.destinationParameterDefinitions() if parameters.get(one.name())
        ]
        self._record.sources = [source_row(row) for row in source.rows("imports")]
        self._record.rulings = source.rulings_in_force

    @property
    def job(self) -> Job:
        """What this run was asked."""
        if self._job is None:
            raise RuntimeError("the algorithm runs without having been prepared")
        return self._job

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Answer the question; each algorithm has its own."""
        raise NotImplementedError

    def _region_layer(self, parameters: dict[str, Any], context: QgsProcessingContext) -> RegionSet | None:
        if not parameters.get("REGIONS"):
            return None
        layer = self.parameterAsVectorLayer(parameters, "REGIONS", context)
        if layer is None:
            raise FlashpointsError(
                translate("Algorithms", "The regions layer cannot be opened."),
                "REGIONS",
                translate("Algorithms", "Give a polygon layer of the project, or the path of one."),
            )
        return from_layer(layer, self.parameterAsString(parameters, "REGION_FIELD", context))

    def _plain_parameters(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The parameters as text that can be stored and run again; outputs left out."""
        plain = {}
        for definition in self.parameterDefinitions():
            if definition.isDestination() or parameters.get(definition.name()) in (None, ""):
                continue
            value = parameters[definition.name()]
            if isinstance(value, str) and isinstance(definition, _LAYERS):  # an id means nothing elsewhere
                value = QgsProcessingUtils.mapLayerFromString(value, context, False) or value
            plain[definition.name()] = layer_words(value) if isinstance(value, QgsMapLayer) else value
            if not isinstance(plain[definition.name()], (str, int, float, bool)):
                plain[definition.name()] = self._as_text(definition, parameters, context)
        return plain

    def _as_text(
        self,
        definition: QgsProcessingParameterDefinition,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> str:
        """A value that scripts and the Toolbox give as an object: a point, or a layer with its selection."""
        name = definition.name()
        if isinstance(definition, QgsProcessingParameterPoint):
            point = self.parameterAsPoint(
                parameters, name, context, QgsCoordinateReferenceSystem("EPSG:4326")
            )
            return f"{point.x()!r},{point.y()!r} [EPSG:4326]"
        if isinstance(definition, _LAYERS):
            layer = self.parameterAsVectorLayer(parameters, name, context)
            if layer is None and isinstance(parameters[name], QgsProcessingFeatureSourceDefinition):
                layer = QgsProcessingUtils.mapLayerFromString(
                    parameters[name].source.staticValue(), context, False
                )
            if layer is not None:
                return layer_words(layer)
        return shared.text_of(parameters, name)

    def load(
        self, columns: Sequence[str], feedback: QgsProcessingFeedback, pair: bool = False
    ) -> pd.DataFrame:
        """The events that count, of all periods together, with the asked columns.

        Settles the periods and the coverage of the job, and says what was ignored or left out.
        """
        if self.job.listed:
            columns = [*columns, *(name for name in LISTING if name in KINDS), RULED]
        frame, left_out = load_events(self.job, [*columns, *NEEDED], pair)
        self._counted = None if self.job.near else frame
        self._say(left_out, feedback)
        if feedback.isCanceled():
            raise FlashpointsError(translate("Algorithms", "Cancelled; nothing was written."))
        return frame

    def _say(self, left_out: dict[str, int], feedback: QgsProcessingFeedback) -> None:
        job = self.job
        if job.source.filter_ignored:
            feedback.pushInfo(
                translate(
                    "Algorithms", "The layer's filter is not applied: {filter}. All events are counted."
                ).format(filter=job.source.filter_ignored)
            )
        if job.source.filter_used:
            feedback.pushInfo(
                translate("Algorithms", "Only what the layer's filter leaves is counted: {filter}.").format(
                    filter=job.source.filter_used
                )
            )
        feedback.pushInfo(
            translate("Algorithms", "Counted: {selection}.").format(
                selection=job.selection.describe(self.label_of)
            )
        )
        if self._record.rulings:
            text = translate(
                "Algorithms",
                "{n} rulings of analysts hold; where they change a count, the source's stands beside it.",
            )
            feedback.pushInfo(text.format(n=number(self._record.rulings)))
        for text in coverage_notes(job):
            feedback.pushWarning(text)
        if job.straddling:
            text = translate(
                "Algorithms", "Events of several days that end after their period: {n}; the first day counts."
            )
            feedback.pushInfo(text.format(n=number(job.straddling)))
        for reason, count in left_out.items():
            text = translate("Algorithms", "{n} events left out: {reason}.")
            feedback.pushWarning(text.format(n=number(count), reason=reason))

    def counts_only(self, events: pd.DataFrame) -> None:
        """Of the loaded events only these are in the numbers: the caveats are about them.

        Who loads no more than what is near some places has to say so, or nothing is said.
        """
        self._counted = events

    def _say_caveats(self, feedback: QgsProcessingFeedback) -> None:
        """What has to be said beside the numbers, once, in the log and in the metadata of the results."""
        if self._counted is None:
            return
        job = self.job
        by_place = self.BY_PLACE or job.regions is not None
        groups = job.selection.actor_groups
        found = caveats(self._counted, job.periods, job.coverage, by_place=by_place, groups=groups)
        self._record.caveats = [one.text for one in found if one.kind not in TOLD]
        for one in found:
            if one.kind not in TOLD | self.TELLS:
                feedback.pushInfo(one.text)

    def say_ruled_counts(
        self, rows: Iterable[tuple[str, float | None, float | None]], feedback: QgsProcessingFeedback
    ) -> None:
        """Tell the counts that rulings change, the first of many.

        rows : what is counted, its count, and its count as coded by the source.
        """
        text = translate("Algorithms", "{what}: {count}")
        ruled = [row for row in rows if not same(row[1], row[2])]
        for what, count, coded in ruled[:MOST_LINES]:
            feedback.pushInfo(text.format(what=what, count=as_coded(count, coded)))
        if len(ruled) > MOST_LINES:
            text = translate("Algorithms", "Rulings change {n} more counts.")
            feedback.pushInfo(text.format(n=number(len(ruled) - MOST_LINES)))

    def label_of(self, group_or_family: str) -> str:
        """The name of a group or family id for people."""
        return label_of(self.job.actors, group_or_family)

    def with_who(self, title: str) -> str:
        """A title with the groups that the selection names, for the layer's name."""
        names = [self.label_of(one) for one in self.job.selection.actor_groups]
        if len(names) > 2:
            names = [names[0], translate("Algorithms", "{n} others").format(n=len(names) - 1)]
        return ", ".join([title, *names])

    def define(self, text: str, definition_id: str, table: pd.DataFrame) -> None:
        """Say in metadata and in the rows' notes what a result counts; a layer's filter stands beside each number."""
        words = self.job.selection.describe(self.label_of)
        if self.job.source.filter_used:
            only = translate("Algorithms", "only what the layer's filter leaves: {filter}")
            only = only.format(filter=self.job.source.filter_used)
            words = f"{words}; {only}"
            table["note"] = [f"{note}; {only}" if note else only for note in table["note"]]
        self._keep_periods()
        self._record.definition = text.format(selection=words)
        self._record.definition_id = definition_id

    def _keep_periods(self) -> None:
        """Periods that nobody chose are written down as they were settled: run again, they stay the same."""
        kept, periods = self._record.parameters, self.job.periods
        names = ("PERIOD_A", "PERIOD_B")
        if self.parameterDefinition("PERIODS"):
            kept.setdefault("PERIODS", ";".join(period.iso for period in periods))
        elif self.parameterDefinition("PERIOD_A") and len(periods) == len(names):
            kept.update({name: period.iso for name, period in zip(names, periods)})

    def regions_for(self, frame: pd.DataFrame, feedback: QgsProcessingFeedback) -> RegionSet:
        """The regions asked for; by default QGIS's world map, of the country with most selected events."""
        regions = regions_of(self.job, frame)
        feedback.pushInfo(
            translate("Algorithms", "Regions: {origin}, {n} of them.").format(
                origin=regions.origin, n=len(regions.regions)
            )
        )
        return regions


def regions_of(job: Job, frame: pd.DataFrame) -> RegionSet:
    """The regions of a job; where none were given, it gets the world map's, of the country with most of its events.

    Raises
    ------
    FlashpointsError : there is no event, so that no country is known.
    """
    if job.regions is None:
        job.regions = of_main_country(frame)
    return job.regions


def layer_words(layer: QgsMapLayer) -> str:
    """Where a layer's data are, without passwords: results are mailed."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    if parts.get("path"):
        name = f"|layername={parts['layerName']}" if parts.get("layerName") else ""
        return f"{parts['path']}{name}"
    return layer.name()
