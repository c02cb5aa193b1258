# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a period has more events than any earlier window of some months."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.caveats import COVERAGE, NOT_COVERED, PROVISIONAL
from ...core.over_time_words import record_sentence
from ...core.periods import Period, default_pair, parse_period
from ...core.result import window_figure
from ...core.rolling import USUAL_WINDOW, Record, parse_window
from ...core.schema import DATE, INTEGER, TEXT
from ...core.text import translate
from .. import parameters as shared
from ..over_time import record_of
from ..over_time_algorithm import OverTimeAlgorithm, listing

FIELDS = {
    "start": DATE, "end": DATE, "days": INTEGER, "events": INTEGER, "events_as_coded": INTEGER,
    "previous_record": INTEGER, "note": TEXT,
}  # fmt: skip


class RollingRecord(OverTimeAlgorithm):
    """Processing algorithm flashpoints:rollingrecord."""

    ID = "rollingrecord"
    TELLS = frozenset({NOT_COVERED, COVERAGE, PROVISIONAL})
    _period: Period | None = None
    _months = 0

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("RollingRecord", "Record against every earlier window")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "RollingRecord",
            "Compares the events of a period with those of every window of 12 months (or another length) that ends "
            "before the period starts, whatever day it ends on. Only windows that the file covers wholly are "
            "compared. A period is a record when it has more events than any of them.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        label = translate(
            "RollingRecord", "Period, such as 2023-H1 (empty: the last half-year that the file covers)"
        )
        add(QgsProcessingParameterString("PERIOD", label, optional=True))
        label = translate("RollingRecord", "Length of the windows, such as P12M for 12 months")
        add(QgsProcessingParameterString("WINDOW", label, USUAL_WINDOW, optional=True))
        self.add_place()
        shared.add_selection(add)
        shared.add_regions(add, advanced=True)
        self.add_outputs(translate("RollingRecord", "Every earlier window"))
        self.addOutput(QgsProcessingOutputBoolean("IS_RECORD", translate("RollingRecord", "Is a record")))
        for name, label in (
            ("COUNT", translate("RollingRecord", "Events of the period")),
            ("COUNT_AS_CODED", translate("RollingRecord", "Events of the period as coded by the source")),
            ("PREVIOUS_RECORD", translate("RollingRecord", "Most events in an earlier window")),
            ("WINDOWS", translate("RollingRecord", "Earlier windows")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(
            QgsProcessingOutputString("PREVIOUS_END", translate("RollingRecord", "Last day of that window"))
        )
        self.addOutput(
            QgsProcessingOutputString("SENTENCE", translate("RollingRecord", "The answer in words"))
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take over the period and the window beside the selection."""
        super().prepare(parameters, context, feedback)
        written = shared.text_of(parameters, "PERIOD")
        self._period = parse_period(written) if written else None
        self._months = parse_window(shared.text_of(parameters, "WINDOW", USUAL_WINDOW))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compare, and write the windows."""
        found = self.load_study(parameters, context, feedback)
        period = self._period or default_pair(found.coverage)[1]
        self.job.periods = (period,)
        self._record.parameters["PERIOD"] = period.iso  # run again, it stays the same
        record, count, previous = record_of(found, period, self._months)
        sentence = record_sentence(record, count.coded, previous.coded)
        feedback.pushInfo(sentence)
        for note in record.notes:
            feedback.pushInfo(note)
        windows = record.windows.assign(note="")
        text = translate(
            "RollingRecord",
            "Events in every window of {months} months that the data cover and that ends before {start}; {selection}",
        )
        text = text.replace("{months}", str(self._months)).replace("{start}", period.start.isoformat())
        self.define(f"{text}{self.where_definition()}.", "rolling-record/1", windows)
        title = translate("RollingRecord", "Windows of {months} months before {period}")
        title = self.where_title(title.format(months=self._months, period=period.label))
        results: dict[str, Any] = {
            "IS_RECORD": record.is_record, "COUNT": _known(count.now), "COUNT_AS_CODED": _known(count.coded),
            "PREVIOUS_RECORD": _known(record.previous), "WINDOWS": len(record.windows),
            "PREVIOUS_END": record.previous_end.isoformat() if record.previous_end else "", "SENTENCE": sentence,
        }  # fmt: skip
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.NoGeometry)
        if opened:
            results["OUTPUT"] = self.save(opened, windows, FIELDS, title, lambda layer: None)
        events = listing(found.now.events, _figures(record) if self.job.listed else [])
        return {**results, **self.save_events(parameters, context, events, title)}


def _known(count: float) -> int | None:
    """A count as a whole number; None where there is none."""
    return None if count != count else int(count)


def _figures(record: Record) -> list[tuple[str, Period]]:
    figures = [(window_figure(), record.period)]
    highest = record.windows[record.windows["previous_record"] == 1]
    if len(highest):
        window = Period(highest["start"].iloc[0], highest["end"].iloc[0])
        figures.append((translate("RollingRecord", "Earlier record"), window))
    return figures
