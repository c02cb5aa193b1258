# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms on time share: a place, all events of the file, and their lists."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
)

from ..core.comparison import day_numbers
from ..core.counts_over_time import day_of
from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.text import number, translate
from . import parameters as shared
from .algorithm import FlashpointsAlgorithm
from .over_time import NONE, Ring, Study, columns_for, is_placed, study, whole_file


class OverTimeAlgorithm(FlashpointsAlgorithm):
    """Base of the algorithms on time: they see every event that the file covers, of a ring or of regions."""

    _asked: tuple[Period, ...] = ()
    _ring: Ring | None = None

    def add_place(self) -> None:
        """Declare the ring and the regions."""
        label = translate("Over time", "Centre of a ring (empty: no ring)")
        self.addParameter(QgsProcessingParameterPoint("CENTRE", label, None, optional=True))
        label, double = translate("Over time", "Radius in km"), QgsProcessingParameterNumber.Type.Double
        self.addParameter(QgsProcessingParameterNumber("RADIUS_KM", label, double, None, True, 0))

    def add_outputs(self, label: str) -> None:
        """Declare the table and the list of events."""
        anything = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", label, anything))
        label = translate("Over time", "Events that were counted")
        self.addParameter(QgsProcessingParameterFeatureSink("EVENTS", label, anything, None, True, False))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take over the ring beside the selection."""
        super().prepare(parameters, context, feedback)
        self._asked = self.job.selection.periods
        self._ring = self._read_ring(parameters, context)
        self.job.by_place = self._ring is not None

    def _read_ring(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Ring | None:
        given = [name for name in ("CENTRE", "RADIUS_KM") if parameters.get(name) not in (None, "")]
        if not given:
            return None
        if len(given) == 1:
            missing = "RADIUS_KM" if given == ["CENTRE"] else "CENTRE"
            raise FlashpointsError(
                translate("Over time", "A ring needs a centre and a radius."),
                missing,
                translate("Over time", "Give both, or neither to count everywhere."),
            )
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        point = self.parameterAsPoint(parameters, "CENTRE", context, wgs84)
        if isinstance(parameters["CENTRE"], str) and point.isEmpty():
            raise FlashpointsError(
                translate("BufferCounts", "“{text}” is not a point.").format(text=parameters["CENTRE"]),
                "CENTRE",
                translate("BufferCounts", "Give longitude,latitude in degrees, such as -8.0029,12.6392."),
            )
        return Ring(point.x(), point.y(), self.parameterAsDouble(parameters, "RADIUS_KM", context))

    def load_study(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        group_by: str = NONE,
    ) -> Study:
        """All events of the place that the file covers."""
        job = self.job
        job.selection = dataclasses.replace(job.selection, periods=(whole_file(job.source),))
        placed = is_placed(group_by, job.selection.where, job.regions)
        frame = self.load(columns_for(group_by, placed), feedback)
        origin = self.parameterAsEnumString(parameters, "REGION_FROM", context) or shared.POLYGON
        found = study(job, frame, self._ring, group_by, origin)
        if job.regions is not None:
            self.regions_for(frame, feedback)  # which says what they are
        self.counts_only(found.now.events)
        for note in found.notes:
            feedback.pushInfo(note)
        lost = int(frame["longitude"].isna().sum()) if self._ring is not None else 0
        if lost:
            text = translate("BufferCounts", "{n} events have no place and are in no ring.")
            feedback.pushWarning(text.format(n=number(lost)))
        return found

    def where_title(self, title: str) -> str:
        """A title with the place and the groups that are counted, for the layer's name."""
        parts = [self._ring.title()] if self._ring is not None else []
        parts += [", ".join(self.job.selection.where)] if self.job.selection.where else []
        return self.with_who(", ".join([title, *parts]))

    def where_definition(self) -> str:
        """The place as a definition says it; empty for everywhere."""
        if self._ring is None:
            return ""
        text = translate(
            "Over time", "; geodesic distance (WGS 84) at most {radius} km from {latitude}, {longitude}"
        )
        return text.format(
            radius=f"{self._ring.radius_km:g}", latitude=f"{self._ring.latitude:.4f}",
            longitude=f"{self._ring.longitude:.4f}",
        )  # fmt: skip


def listing(events: pd.DataFrame, figures: list[tuple[str, Period]]) -> pd.DataFrame:
    """The events behind some figures, each with its name and its period."""
    day = day_numbers(events["event_date"])
    parts = [events.head(0).assign(figure="", period="")]
    for figure, period in figures:
        inside = (day >= day_of(period.start)) & (day <= day_of(period.end))
        parts.append(events[inside].assign(figure=figure, period=period.label))
    return pd.concat(parts, ignore_index=True)


def step_labels(events: pd.DataFrame, first: np.ndarray, labels: list[str]) -> np.ndarray:
    """The label of the step that each event lies in; first : the steps' first days."""
    at = np.searchsorted(first, day_numbers(events["event_date"]), side="right") - 1
    return np.array(labels, dtype=object)[np.clip(at, 0, None)]
