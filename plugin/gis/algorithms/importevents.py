# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to an event store, with every row accounted for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ...core.dates import AUTO
from ...core.deletions import read_deleted_ids
from ...core.errors import FlashpointsError
from ...core.formats.columns import parse_mapping
from ...core.periods import provisional_from
from ...core.selection import split_list
from ...core.snapshots import ADDED, CHANGED, REMOVED
from ...core.tally import Tally
from ...core.text import translate
from .. import rulings
from ..actor_table import actors_of
from ..algorithm import load_actors
from ..events_algorithm import EventsAlgorithm
from ..import_report import account_json, report_html
from ..import_words import tell, write_report
from ..importing import ImportResult, import_events
from ..outputs import Written, source_row
from ..parameters import text_of
from ..store import EVENTS, check_replaceable, check_store, read_rows
from ..store_layers import OwnLooks, check_no_edits, layers_in
from ..styles import style_events
from ..update_words import notes, ruling_notes, summary, update_html
from ..updating import update_events
from .import_parameters import NUMBERS, UPDATE, UPDATE_NUMBERS, declare


class ImportEvents(EventsAlgorithm):
    """Processing algorithm flashpoints:importevents."""

    ID = "importevents"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ImportEvents", "Load events")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ImportEvents",
            "Reads a file of conflict events and writes an event store, a GeoPackage. Every row is accounted for: "
            "events + merged + filtered + rejected = rows read. Rejected rows are kept in the store with their row "
            "number and the reason. With the mode “update” a newer export is brought into a store: what was added, "
            "changed and removed is listed in its table “changes”, and a file removes nothing outside what it covers.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        declare(self)

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take over what belongs to the main thread, and check that the store may be written."""
        self._columns = parse_mapping(text_of(parameters, "COLUMNS"))
        self._updates = self.parameterAsEnumString(parameters, "MODE", context) == UPDATE
        self._output = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        self._store = Path(self._output)
        if self._store.suffix.lower() != ".gpkg":
            raise FlashpointsError(
                translate("ImportEvents", "An event store is a GeoPackage."),
                str(self._store),
                translate("ImportEvents", "Give a file name that ends in .gpkg."),
            )
        shown = layers_in(self._store, context.project())
        if self._updates:
            check_store(self._store)
            check_no_edits(shown, "OUTPUT")
            if not self.parameterAsBool(parameters, "PREVIEW", context):
                self._note_styles(shown)
            return
        check_replaceable(self._store)
        if shown:
            raise FlashpointsError(
                translate("ImportEvents", "The store is shown in QGIS as “{name}”.").format(
                    name=shown[0].name()
                ),
                str(self._store),
                translate("ImportEvents", "Update it, remove that layer first, or choose another file name."),
            )

    def _note_styles(self, shown: Sequence[QgsVectorLayer]) -> None:
        """Which layers look as we made them: these get the new counts in their legends, others stay as they are."""
        looks = OwnLooks.of(self._store, shown, actors_of(self._store))
        self._own_layers, self._own_stored = looks.layers, looks.stored

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, and tell what became of the rows."""

        def going(fraction: float) -> bool:
            feedback.setProgress(100 * fraction)
            return not feedback.isCanceled()

        reading: dict[str, Any] = {
            "format_id": self.parameterAsEnumString(parameters, "FORMAT", context) or "auto",
            "countries": split_list(text_of(parameters, "COUNTRIES")),
            "columns": self._columns,
            "date_order": self.parameterAsEnumString(parameters, "DATE_ORDER", context) or AUTO,
            "dataset": text_of(parameters, "DATASET"),
            "table": text_of(parameters, "TABLE"),
            "progress": going,
        }
        path = Path(self.parameterAsFile(parameters, "INPUT", context))
        if self._updates:
            return self._update(path, parameters, context, feedback, reading)
        self._actors = load_actors()
        result = import_events(path, self._store, self._actors, **reading)
        tell(result, feedback)
        self._describe(result, parameters)
        title = (
            translate("ImportEvents", "Events (synthetic sample)")
            if result.report.synthetic
            else translate("ImportEvents", "Events")
        )
        coverage = result.report.coverage
        since = provisional_from(coverage.end) if coverage else None
        tally = Tally.of_values(result.tally, since=since)
        style = partial(style_events, actors=self._actors, tally=tally)
        self._written.append(Written(self._destination, title, style))
        added = (result.report.events, 0, 0, 0, 0)
        return self._outputs(result, added, "", report_html(result), parameters, context)

    def _update(
        self,
        path: Path,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        reading: dict[str, Any],
    ) -> dict[str, Any]:
        listed = self.parameterAsFile(parameters, "DELETED", context)
        result = update_events(
            path,
            self._store,
            deleted=read_deleted_ids(Path(listed)) if listed else (),
            allow_removals=self.parameterAsBool(parameters, "ALLOW_REMOVALS", context),
            apply=not self.parameterAsBool(parameters, "PREVIEW", context),
            **reading,
        )
        plan = result.plan
        tell(result.imported, feedback)
        feedback.pushInfo(summary(plan, result.done))
        for note in notes(plan):
            feedback.pushInfo(note)
        for sentence in plan.confirm:
            feedback.pushWarning(sentence)
        if result.backup:
            text = translate("ImportEvents", "The store was of an older version; a copy of it is {name}.")
            feedback.pushInfo(text.format(name=result.backup.name))
        if result.done:
            for note in ruling_notes(rulings.listed(self._store)):
                feedback.pushWarning(note)
            self._describe(result.imported, parameters)
            self._actors = actors_of(self._store)
            style = (lambda layer: style_events(layer, self._actors)) if self._own_stored else None
            title = QgsVectorLayer(self._destination, EVENTS, "ogr").metadata().title() or EVENTS
            restyles = lambda layer: layer.id() in self._own_layers  # noqa: E731
            self._written.append(Written(self._destination, title, style, restyles=restyles))
        counts = (*map(plan.count, (ADDED, CHANGED, REMOVED)), plan.unchanged, plan.kept)
        confirm = json.dumps(plan.confirm, ensure_ascii=False) if plan.confirm else ""
        return self._outputs(result.imported, counts, confirm, update_html(result), parameters, context)

    @property
    def _destination(self) -> str:
        return f"{self._output}|layername={EVENTS}"  # as Processing spells it, which finds the layer by it

    def _describe(self, result: ImportResult, parameters: dict[str, Any]) -> None:
        """What the metadata of the events say."""
        self._record.sources = [source_row(row) for row in read_rows(self._store, "imports")]
        self._record.definition = translate(
            "ImportEvents", "Events as coded by the source; one row an event."
        )
        self._record.definition_id = "events/1"
        self._record.parameters = {
            "INPUT": result.preview.file.path.name,
            "FORMAT": result.preview.format_id,
            **{name: text_of(parameters, name) for name in ("COUNTRIES", "COLUMNS", "DATASET", "TABLE")},
        }

    def _outputs(
        self,
        result: ImportResult,
        changes: Sequence[int],
        confirm: str,
        report: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> dict[str, Any]:
        account = result.report
        rows = (account.read, account.events, account.merged, account.filtered, account.rejected)
        numbers = dict(zip((*NUMBERS, *UPDATE_NUMBERS), (*rows, *changes)))
        told = {"CONFIRM": confirm, "ACCOUNT": account_json(account)}
        outputs = {"OUTPUT": self._destination, **numbers, **told}
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if path:
            write_report(Path(path), report)
            outputs["REPORT"] = path
        return outputs
