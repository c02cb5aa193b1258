# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to an event store, with every row accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...core.dates import AUTO, DATE_ORDERS
from ...core.errors import FlashpointsError
from ...core.formats import format_ids
from ...core.formats.columns import parse_mapping
from ...core.selection import split_list
from ...core.text import number, translate
from ..algorithm import FlashpointsAlgorithm, load_actors
from ..import_report import report_html
from ..importing import ImportResult, import_events
from ..outputs import Written, source_row
from ..parameters import text_of
from ..store import EVENTS, read_rows
from ..styles import style_events

NUMBERS = ("ROWS_READ", "EVENTS", "ROWS_MERGED", "ROWS_FILTERED", "ROWS_REJECTED")
CREATE, UPDATE = "create", "update"


class ImportEvents(FlashpointsAlgorithm):
    """Processing algorithm flashpoints:importevents."""

    ID = "importevents"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ImportEvents", "Load events")

    def group(self) -> str:
        """The Toolbox group, in words."""
        return translate("Algorithms", "Events")

    def groupId(self) -> str:
        """The Toolbox group's id."""
        return "events"

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ImportEvents",
            "Reads a file of conflict events and writes an event store, a GeoPackage. Every row is accounted for: "
            "events + merged + filtered + rejected = rows read. Rejected rows are kept in the store with their row "
            "number and the reason.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add, string = self.addParameter, QgsProcessingParameterString
        add(QgsProcessingParameterFile("INPUT", translate("ImportEvents", "Event file")))
        label = translate("ImportEvents", "Format")
        add(QgsProcessingParameterEnum("FORMAT", label, list(format_ids()), False, "auto", True, True))
        add(
            string(
                "COLUMNS",
                translate("ImportEvents", "Columns (JSON: canonical -> column in the file)"),
                optional=True,
            )
        )
        add(
            string(
                "COUNTRIES", translate("ImportEvents", "Only these countries, separated by ;"), optional=True
            )
        )
        label = translate("ImportEvents", "Order of day and month, where dates are numbers")
        add(QgsProcessingParameterEnum("DATE_ORDER", label, list(DATE_ORDERS), False, AUTO, True, True))
        label = translate("ImportEvents", "Sheet, layer or file in the archive")
        add(string("TABLE", label, optional=True))
        label = translate("ImportEvents", "Whose events they are, where the file does not tell")
        add(string("DATASET", label, optional=True))
        label, modes = translate("ImportEvents", "Mode"), [CREATE, UPDATE]
        add(QgsProcessingParameterEnum("MODE", label, modes, False, CREATE, True, True))
        points = QgsProcessing.SourceType.TypeVectorPoint
        add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", translate("ImportEvents", "Event store"), points
            )
        )
        label, html = translate("ImportEvents", "Report"), "HTML (*.html)"
        add(QgsProcessingParameterFileDestination("REPORT", label, html, None, True, False))
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Check what this version does not do yet, so that nobody believes it was done."""
        if self.parameterAsEnumString(parameters, "MODE", context) == UPDATE:
            raise FlashpointsError(
                translate("ImportEvents", "This version makes new stores; it does not update one."),
                "MODE",
                translate("ImportEvents", "Choose create and another file name."),
            )
        self._columns = parse_mapping(text_of(parameters, "COLUMNS"))
        self._store = Path(self.parameterAsOutputLayer(parameters, "OUTPUT", context))
        project = context.project()
        shown = (
            [layer.name() for layer in project.mapLayers().values() if _file_of(layer) == self._store]
            if project
            else []
        )
        if shown:
            raise FlashpointsError(
                translate("ImportEvents", "The store is shown in QGIS as “{name}”.").format(name=shown[0]),
                str(self._store),
                translate("ImportEvents", "Remove that layer first, or choose another file name."),
            )
        if self._store.suffix.lower() != ".gpkg":
            raise FlashpointsError(
                translate("ImportEvents", "An event store is a GeoPackage."),
                str(self._store),
                translate("ImportEvents", "Give a file name that ends in .gpkg."),
            )

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, and tell what became of the rows."""

        def going(fraction: float) -> bool:
            feedback.setProgress(100 * fraction)
            return not feedback.isCanceled()

        self._actors = load_actors()
        result = import_events(
            Path(self.parameterAsFile(parameters, "INPUT", context)),
            self._store,
            self._actors,
            format_id=self.parameterAsEnumString(parameters, "FORMAT", context) or "auto",
            countries=split_list(text_of(parameters, "COUNTRIES")),
            columns=self._columns,
            date_order=self.parameterAsEnumString(parameters, "DATE_ORDER", context) or AUTO,
            dataset=text_of(parameters, "DATASET"),
            table=text_of(parameters, "TABLE"),
            progress=going,
        )
        self._tell(result, feedback)
        report = result.report
        counts = (report.read, report.events, report.merged, report.filtered, report.rejected)
        destination = f"{self._store}|layername={EVENTS}"
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
        title = (
            translate("ImportEvents", "Events (synthetic sample)")
            if report.synthetic
            else translate("ImportEvents", "Events")
        )
        self._written.append(Written(destination, title, lambda layer: style_events(layer, self._actors)))
        outputs = {"OUTPUT": destination, **dict(zip(NUMBERS, counts))}
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if path:
            _write_report(Path(path), report_html(result))
            outputs["REPORT"] = path
        return outputs

    def _tell(self, result: ImportResult, feedback: QgsProcessingFeedback) -> None:
        report = result.report
        feedback.pushInfo(f"{result.preview.label}: {' '.join(result.preview.evidence)}")
        feedback.pushInfo(
            translate(
                "ImportEvents",
                "{read} rows read = {events} events + {merged} merged + {filtered} filtered + {rejected} rejected.",
            ).format(
                read=number(report.read), events=number(report.events), merged=number(report.merged),
                filtered=number(report.filtered), rejected=number(report.rejected),
            )
        )  # fmt: skip
        for reason, count in report.reasons.most_common():
            text = translate("ImportEvents", "Rejected: {n} × {reason}")
            feedback.pushWarning(text.format(n=number(count), reason=reason))
        for notice in report.notices:
            feedback.pushWarning(notice.sentence)
        if result.unmatched:
            names = "; ".join(f"{name} ({number(count)})" for name, count in result.unmatched[:5])
            text = translate("ImportEvents", "{n} actor names match no pattern, most often: {names}.")
            feedback.pushInfo(text.format(n=number(len(result.unmatched)), names=names))


def _file_of(layer: QgsMapLayer) -> Path:
    return Path(layer.source().split("|")[0])


def _write_report(path: Path, html: str) -> None:
    try:
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise FlashpointsError(
            translate("ImportEvents", "The report cannot be written: {reason}.").format(
                reason=error.strerror
            ),
            str(path),
            translate("ImportEvents", "The store itself is complete. Choose another place for the report."),
        ) from error
