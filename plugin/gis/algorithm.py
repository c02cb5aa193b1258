# SPDX-License-Identifier: GPL-2.0-or-later
"""What all analyses share: reading the selection, loading the events that count, writing results that explain
themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.periods import Period, default_pair, ordered_pair
from ..core.resources import RESOURCES
from ..core.selection import Selection
from ..core.text import number, translate
from . import parameters as shared
from .frames import EventSource
from .outputs import LISTING, WritingAlgorithm, source_row
from .regions import RegionSet, from_layer, from_world_map

EVENT_COLUMNS = ("event_id", "event_date", "longitude", "latitude", "geo_precision", "fatalities")


@dataclass
class Job:
    """What an analysis was asked, taken over in the main thread so that any thread can answer."""

    source: EventSource
    actors: ActorTable
    selection: Selection
    regions: RegionSet | None
    periods: tuple[Period, ...] = ()
    coverage: Period | None = None
    listed: bool = False


def load_actors(source: EventSource | None = None) -> ActorTable:
    """The store's own table of actors; the one that ships with the plugin when it has none."""
    rows = source.rows("actors") if source else []
    families = RESOURCES / "families.csv"
    if rows:
        return ActorTable.from_rows(
            [{k: v or "" for k, v in row.items() if k != "fid"} for row in rows], families
        )
    return ActorTable.from_csv(RESOURCES / "actors.csv", families)


class FlashpointsAlgorithm(WritingAlgorithm):
    """Base of the analyses: parameters -> frame -> one core function -> sink."""

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None

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
            return self.run_job(parameters, context, feedback)
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
        self._job.listed = bool(parameters.get("EVENTS"))
        self._record.parameters = self._plain_parameters(parameters, context)
        self._record.sources = [source_row(row) for row in source.rows("imports")]

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
            plain[definition.name()] = value.source() if isinstance(value, QgsMapLayer) else value
            if not isinstance(plain[definition.name()], (str, int, float, bool)):
                plain[definition.name()] = self.parameterAsString(parameters, definition.name(), context)
        return plain

    def load(
        self, columns: Sequence[str], feedback: QgsProcessingFeedback, pair: bool = False
    ) -> pd.DataFrame:
        """The events that count, of all periods together, with the asked columns.

        Settles the periods and the coverage of the job, and says what was ignored or left out.
        """
        job = self.job
        datasets = job.source.datasets()
        if len(datasets) > 1 and not job.selection.dataset:
            raise FlashpointsError(
                translate(
                    "Algorithms", "The layer holds events of several datasets, which are never added up."
                ),
                "DATASET",
                translate("Algorithms", "Choose one of: {names}.").format(names=", ".join(datasets)),
            )
        job.coverage = job.source.coverage(job.selection.dataset, job.selection.countries)
        if job.coverage is None:
            raise FlashpointsError(
                translate("Algorithms", "The layer holds no events."),
                job.source.name,
                translate("Algorithms", "Load an event file first."),
            )
        job.periods = self._periods(job, pair)
        wanted = [*EVENT_COLUMNS[:2], *EVENT_COLUMNS[4:], *columns, *(LISTING if job.listed else ())]
        wanted = [name for name in wanted if name not in ("figure", "period", "longitude", "latitude")]
        span = Period(min(p.start for p in job.periods), max(p.end for p in job.periods))
        frame = job.source.read(wanted, job.selection, span)
        selected = job.selection.mask(frame)
        self._say(selected.left_out, feedback)
        return frame[selected.mask].reset_index(drop=True)

    def _periods(self, job: Job, pair: bool) -> tuple[Period, ...]:
        assert job.coverage is not None
        periods = job.selection.periods
        if pair and len(periods) == 1:
            raise FlashpointsError(
                translate("Algorithms", "Only one of the two periods is given."),
                "PERIOD_A, PERIOD_B",
                translate(
                    "Algorithms", "Give both, or none for the last two half-years that the file covers."
                ),
            )
        if not periods:
            return default_pair(job.coverage)
        return ordered_pair(*periods) if pair else periods

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
        for reason, count in left_out.items():
            text = translate("Algorithms", "{n} events left out: {reason}.")
            feedback.pushWarning(text.format(n=number(count), reason=reason))

    def label_of(self, group_or_family: str) -> str:
        """The name of a group or family id for people."""
        actors = self.job.actors
        if any(family.id == group_or_family for family in actors.families):
            return actors.family(group_or_family).label
        return actors.group(group_or_family).label

    def with_who(self, title: str) -> str:
        """A title with the groups that the selection names, for the layer's name."""
        names = [self.label_of(one) for one in self.job.selection.actor_groups]
        if len(names) > 2:
            names = [names[0], translate("Algorithms", "{n} others").format(n=len(names) - 1)]
        return ", ".join([title, *names])

    def regions_for(self, frame: pd.DataFrame, feedback: QgsProcessingFeedback) -> RegionSet:
        """The regions asked for; by default QGIS's world map, of the country with most selected events."""
        if self.job.regions is None:
            counts = frame["country"].dropna().value_counts() if "country" in frame else pd.Series(dtype=int)
            if counts.empty:
                raise FlashpointsError(
                    translate("Algorithms", "No events are selected, so the country is not known."),
                    "REGIONS",
                    translate("Algorithms", "Widen the selection, or choose a regions layer."),
                )
            self.job.regions = from_world_map(str(counts.index[0]))
        feedback.pushInfo(
            translate("Algorithms", "Regions: {origin}, {n} of them.").format(
                origin=self.job.regions.origin, n=len(self.job.regions.regions)
            )
        )
        return self.job.regions
