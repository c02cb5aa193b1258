# SPDX-License-Identifier: GPL-2.0-or-later
"""All names of actors in the events, and the groups they belong to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorLayer,
    QgsWkbTypes,
)

from ...core.actor_mentions import NOBODY, Review
from ...core.actors import ActorTable
from ...core.errors import FlashpointsError
from ...core.schema import INTEGER, TEXT
from ...core.text import number, translate
from ..actor_events import mentions_of, mentions_of_store
from ..actor_input import actor_rows
from ..events_algorithm import EventsAlgorithm
from ..frames import EventSource
from ..outputs import source_row
from ..parameters import text_of
from ..rulings_algorithm import store_behind
from ..store import read_rows

FIELDS = {
    "name": TEXT, "events": INTEGER, "actor_group": TEXT, "group_label": TEXT, "family": TEXT, "family_label": TEXT,
    "table_row": INTEGER, "pattern": TEXT,
}  # fmt: skip
NUMBERS = ("NAMES", "NAMES_UNMATCHED", "EVENTS_UNMATCHED")


class ActorNames(EventsAlgorithm):
    """Processing algorithm flashpoints:actornames."""

    ID = "actornames"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ActorNames", "List actor names")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ActorNames",
            "A table of all names of actors in the events: how many events name each, the group and family that it "
            "belongs to, and the row of the table of actors that decides so (the first row is 1). Names without a "
            "group have no row. Where a name means several groups, by country, date or kind of actor, the one of most "
            "events is given. All events are counted, as the source coded them. With a table of actors as a CSV file, "
            "the names are listed as it would group them; nothing is written.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        kinds = [QgsProcessing.SourceType.TypeVector]
        label = translate("ActorNames", "Event store, or a layer of events")
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", label, kinds))
        label = translate("ActorNames", "Table of actors (CSV) instead of the store's")
        self.addParameter(QgsProcessingParameterFile("ACTORS", label, optional=True))
        label = translate("ActorNames", "Actor names")
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", label, QgsProcessing.SourceType.TypeVector)
        )
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Find the store; or take a snapshot of a layer that lies in none."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise FlashpointsError(
                translate("ActorNames", "The event layer cannot be opened."),
                "INPUT",
                translate("ActorNames", "Give a layer of the project, or the path of an event store."),
            )
        self._name = layer.name()
        self._store = store_behind(layer)
        self._source = EventSource.from_layer(layer) if self._store is None else None
        self._record.parameters = self._plain_parameters(parameters, context)
        if self._store is not None:
            self._name = self._store.stem
            self._record.sources = [source_row(row) for row in read_rows(self._store, "imports")]

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count the names, and write the table."""
        stored: tuple[Any, ...] = ()
        if self._store is not None:
            stored = read_rows(self._store, "actors"), read_rows(self._store, "families")
            mentions = mentions_of_store(self._store)
        elif self._source is not None:
            mentions = mentions_of(self._source)
        table = actor_rows(text_of(parameters, "ACTORS"), *stored)
        for note in table.notes:
            feedback.pushWarning(note)
        review = mentions.review(table.rows)
        text = translate(
            "ActorNames", "{n} names; {lost} of them have no group, in {events} of {all} events."
        )
        counts = (len(review.names), len(review.unmatched), review.unmatched_events)
        feedback.pushInfo(
            text.format(
                n=number(counts[0]), lost=number(counts[1]), events=number(counts[2]), all=number(mentions.total)
            )
        )  # fmt: skip
        self._record.definition = translate(
            "ActorNames", "Names of actors as the source coded them; an event counts once for each name."
        )
        self._record.definition_id = "actor-names/1"
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.NoGeometry)
        title = translate("ActorNames", "Actor names ({name})").format(name=self._name)
        frame = names_frame(review, table.rows, ActorTable(table.rows, table.families))
        output = {"OUTPUT": self.save(opened, frame, FIELDS, title, lambda layer: None)} if opened else {}
        return {**output, **dict(zip(NUMBERS, counts))}


def names_frame(review: Review, rows: list[dict[str, str]], actors: ActorTable) -> pd.DataFrame:
    """The names as the table of FIELDS."""
    names = review.names
    groups = [actors.group(one) for one in names["group"]]
    decided = names["row"].to_numpy()
    return pd.DataFrame(
        {
            "name": names["name"],
            "events": names["events"],
            "actor_group": [group.id for group in groups],
            "group_label": [group.label for group in groups],
            "family": [group.family for group in groups],
            "family_label": [actors.family(group.family).label for group in groups],
            "table_row": np.where(decided == NOBODY, np.nan, decided + 1.0),
            "pattern": [rows[row]["pattern"] if row != NOBODY else None for row in decided.tolist()],
        }
    )
