# SPDX-License-Identifier: GPL-2.0-or-later
"""What was added, changed and removed between two states of the same events, without touching either."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterVectorLayer,
    QgsWkbTypes,
)

from ...core.errors import FlashpointsError
from ...core.schema import TEXT
from ...core.snapshots import ADDED, CHANGED, REMOVED, Read, compare, outside
from ...core.text import number, translate
from ..events_algorithm import EventsAlgorithm
from ..frames import EventSource
from ..outputs import source_row

SIDES = ("OLD", "NEW")
FIELDS = {"event_id": TEXT, "change": TEXT, "fields": TEXT, "old": TEXT, "new": TEXT, "note": TEXT}
NUMBERS = ("ADDED", "CHANGED", "REMOVED", "UNCHANGED", "OUTSIDE")
SCOPE = ("event_id", "dataset", "event_date", "country", "event_type")
PLACE = ("latitude", "longitude")


def _columns(source: EventSource) -> list[str]:
    """A layer's columns, with its points' coordinates among them."""
    return [*(name for name in source.columns if name not in PLACE), *PLACE]


def _reader(source: EventSource) -> Read:
    """Reads columns as coded; coordinates come from the points, in WGS 84."""
    return lambda names: source.read_as_coded([name for name in names if name not in PLACE])[list(names)]


class CompareSnapshots(EventsAlgorithm):
    """Processing algorithm flashpoints:comparesnapshots."""

    ID = "comparesnapshots"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("CompareSnapshots", "Compare snapshots")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "CompareSnapshots",
            "Lists which events were added, changed (which fields, old and new) and removed between two event layers "
            "or stores, as the source coded them. Neither is touched. Events that lie outside the dates, countries, "
            "event types and datasets of the newer one are marked: it cannot say that they are gone.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        points = [QgsProcessing.SourceType.TypeVectorPoint]
        labels = (
            translate("CompareSnapshots", "Older events"),
            translate("CompareSnapshots", "Newer events"),
        )
        for name, label in zip(SIDES, labels):
            self.addParameter(QgsProcessingParameterVectorLayer(name, label, points))
        table = QgsProcessing.SourceType.TypeVector
        label = translate("CompareSnapshots", "Changes")
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", label, table))
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take snapshots of both layers."""
        self._sides: list[EventSource] = []
        for name in SIDES:
            layer = self.parameterAsVectorLayer(parameters, name, context)
            if layer is None:
                raise FlashpointsError(
                    translate("Algorithms", "The event layer cannot be opened."),
                    name,
                    translate("Algorithms", "Give a layer of the project, or the path of an event store."),
                )
            self._sides.append(EventSource.from_layer(layer))
        self._record.parameters = self._plain_parameters(parameters, context)
        self._record.sources = [source_row(row) for side in self._sides for row in side.rows("imports")]
        self._record.definition = translate(
            "CompareSnapshots", "Events added, changed and removed, as coded by the source."
        )
        self._record.definition_id = "snapshots/1"

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compare, and write a row an event."""
        old, new = self._sides
        where = f"{old.name}, {new.name}"
        found = compare(_reader(old), _columns(old), _reader(new), _columns(new), where)
        beyond = outside(old.read_as_coded(SCOPE), new.read_as_coded(SCOPE))
        table = found.table
        note = translate("CompareSnapshots", "outside what the newer events cover")
        gone = (table["change"] == REMOVED) & table["event_id"].isin(beyond)
        table["note"] = pd.Series([note if one else None for one in gone], index=table.index, dtype=object)
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.NoGeometry)
        if opened is None:
            raise FlashpointsError(translate("Algorithms", "The result is to be written nowhere."), "OUTPUT")
        title = translate("CompareSnapshots", "Changes from {old} to {new}").format(
            old=old.name, new=new.name
        )
        destination = self.save(opened, table, FIELDS, title, lambda layer: None)
        counts = (*map(found.count, (ADDED, CHANGED, REMOVED)), found.unchanged, int(gone.sum()))
        text = translate(
            "CompareSnapshots",
            "{added} added, {changed} changed, {removed} removed ({outside} of them outside what the newer events "
            "cover), {unchanged} unchanged.",
        )
        words = dict(zip(("added", "changed", "removed", "unchanged", "outside"), map(number, counts)))
        feedback.pushInfo(text.format(**words))
        if found.not_compared:
            text = translate("CompareSnapshots", "Only one of the two has the columns {names}: not compared.")
            feedback.pushWarning(text.format(names=", ".join(found.not_compared)))
        return {"OUTPUT": destination, **dict(zip(NUMBERS, counts))}
