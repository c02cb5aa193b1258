# SPDX-License-Identifier: GPL-2.0-or-later
"""Another table of actors into a store, and its events classified anew."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterVectorLayer,
)

from ...core.actors import ActorTable
from ...core.errors import FlashpointsError
from ...core.text import number, translate
from ..actor_input import actor_rows
from ..actor_table import actors_of
from ..events_algorithm import EventsAlgorithm
from ..parameters import text_of
from ..reclassifying import reclassify
from ..rulings_algorithm import store_behind
from ..store import read_rows
from ..store_layers import OwnLooks, check_no_edits, layers_in

NUMBERS = ("EVENTS", "EVENTS_CHANGED", "NAMES_UNMATCHED", "EVENTS_UNMATCHED")
MOST_NAMES = 10


class ReclassifyEvents(EventsAlgorithm):
    """Processing algorithm flashpoints:reclassifyevents."""

    ID = "reclassifyevents"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ReclassifyEvents", "Reclassify events by actors")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ReclassifyEvents",
            "Puts a table of actor groups, families, colours, order and patterns into an event store and finds the "
            "groups of all its events again. The table stays with the store, so that a colleague who opens it sees the "
            "same groups. It is a CSV file, such as the window Actors… exports; without a file the store's own table "
            "is applied again. What the source coded is not touched. Layers that look as Flashpoints made them get "
            "the new colours and counts.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        kinds = [QgsProcessing.SourceType.TypeVector]
        label = translate("ReclassifyEvents", "Event store, or a layer of it")
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", label, kinds))
        label = translate("ReclassifyEvents", "Table of actors (CSV)")
        self.addParameter(QgsProcessingParameterFile("ACTORS", label, optional=True))
        label = translate("ReclassifyEvents", "Only say what would change")
        self.addParameter(QgsProcessingParameterBoolean("PREVIEW", label, False, True))
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Find the store, and note which layers look as we made them."""
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        store = store_behind(layer) if layer is not None else None
        if store is None:
            raise no_store()
        self._store = store
        self._previews = self.parameterAsBool(parameters, "PREVIEW", context)
        self._looks: OwnLooks | None = None
        if not self._previews:
            shown = layers_in(store, context.project())
            check_no_edits(shown, "INPUT")
            self._looks = OwnLooks.of(store, shown, actors_of(store))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the table, write it, and tell what became of the events."""

        def going(fraction: float) -> bool:
            feedback.setProgress(100 * fraction)
            return not feedback.isCanceled()

        store = self._store
        stored = read_rows(store, "actors"), read_rows(store, "families")
        table = actor_rows(text_of(parameters, "ACTORS"), *stored)
        for note in table.notes:
            feedback.pushWarning(note)
        done = reclassify(store, table.rows, table.families, apply=not self._previews, progress=going)
        self._actors = ActorTable(table.rows, table.families)
        if self._looks is not None:
            self._looks.count()
        text = translate("ReclassifyEvents", "{changed} of {n} events changed their groups.")
        if self._previews:
            text = translate("ReclassifyEvents", "{changed} of {n} events would change their groups.")
        feedback.pushInfo(text.format(changed=number(done.changed), n=number(done.events)))
        if done.backup:
            text = translate("ReclassifyEvents", "The store was of an older version; a copy of it is {name}.")
            feedback.pushInfo(text.format(name=done.backup.name))
        if len(done.unmatched):
            text = translate("ReclassifyEvents", "Names without a group: {n}, in {events} events.")
            feedback.pushInfo(
                text.format(n=number(len(done.unmatched)), events=number(done.unmatched_events))
            )
        for name, events in done.unmatched.head(MOST_NAMES).itertuples(index=False):
            feedback.pushInfo(f"    {name}: {number(events)}")
        counts = (done.events, done.changed, len(done.unmatched), done.unmatched_events)
        return dict(zip(NUMBERS, counts))

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Let layers of the project and the stored style show the new groups."""
        if self._looks is not None:
            try:
                self._looks.restore(layers_in(self._store, context.project()), self._actors)
            except FlashpointsError as error:  # the groups are written: a lost look must not lose them
                feedback.pushWarning(str(error))
        return super().postProcessAlgorithm(context, feedback)


def no_store() -> FlashpointsError:
    """What is said of layers that cannot keep groups."""
    return FlashpointsError(
        translate("ReclassifyEvents", "Groups of actors can be kept in an event store only."),
        "INPUT",
        translate("ReclassifyEvents", "Load the events into a store with “Load events”, and give its layer."),
    )
