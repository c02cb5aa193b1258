# SPDX-License-Identifier: GPL-2.0-or-later
"""What rose and what fell between two periods, and whether it is more than chance."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...core.comparison import CHANGE_COLUMNS
from ...core.earlier_years import USUAL_YEARS
from ...core.rulings_counts import AS_CODED
from ...core.schema import DATE, INTEGER, REAL, TEXT
from ...core.text import number, translate
from .. import parameters as shared
from ..algorithm import FlashpointsAlgorithm
from ..comparing import COUNTS, GROUPINGS, REGION, SPATIAL, ZONE, ComparisonStudy, columns_for, definition
from ..loading import load_events
from ..styles import style_comparison

FIELDS = {
    "name": TEXT, "id": TEXT, "events_a": INTEGER, "events_b": INTEGER, "events_a_as_coded": INTEGER,
    "events_b_as_coded": INTEGER, "days_a": INTEGER, "days_b": INTEGER,
    "fatalities_a": INTEGER, "fatalities_b": INTEGER, "change_pct": REAL,
    **dict.fromkeys(CHANGE_COLUMNS, REAL), "p_adjusted": REAL, "note": TEXT,
}  # fmt: skip
EARLIER_FIELDS = {
    "name": TEXT, "id": TEXT, "period": TEXT, "start": DATE, "end": DATE, "days": INTEGER, "events": INTEGER,
    "events_as_coded": INTEGER, "rate_ratio": REAL, "rr_low_disp": REAL, "rr_high_disp": REAL, "p_disp": REAL,
    "p_adjusted": REAL, "note": TEXT,
}  # fmt: skip
MOST_YEARS = 40
DEFINITION = "rate-ratio-exact/1"


class ComparePeriods(FlashpointsAlgorithm):
    """Processing algorithm flashpoints:compareperiods."""

    ID = "compareperiods"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ComparePeriods", "Compare periods")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ComparePeriods",
            "Events of two periods by region, zone, group or type: change of counts, ratio of events per day with "
            "its exact conditional interval and p-value, the same widened by the dispersion of the weekly counts, "
            "and p-values adjusted for many rows (Benjamini-Hochberg). On request also the later period beside the "
            "same days of earlier years, which shows what the season does.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        shared.add_regions(add)
        shared.add_periods(add, pair=True)
        label, options = translate("ComparePeriods", "Rows"), list(GROUPINGS)
        add(QgsProcessingParameterEnum("GROUP_BY", label, options, False, REGION, True, True))
        shared.add_selection(add)
        double = QgsProcessingParameterNumber.Type.Double
        label = translate("ComparePeriods", "Confidence of the intervals")
        add(QgsProcessingParameterNumber("CONFIDENCE", label, double, 0.95, True, 0.5, 0.999))
        integer = QgsProcessingParameterNumber.Type.Integer
        label = translate("ComparePeriods", "Earlier years, for the table of the same days")
        add(QgsProcessingParameterNumber("EARLIER_YEARS", label, integer, USUAL_YEARS, True, 1, MOST_YEARS))
        anything = QgsProcessing.SourceType.TypeVector
        add(QgsProcessingParameterFeatureSink("OUTPUT", translate("ComparePeriods", "Comparison"), anything))
        label = translate("ComparePeriods", "Same days of earlier years")
        add(QgsProcessingParameterFeatureSink("EARLIER", label, anything, None, True, False))
        label = translate("ComparePeriods", "Events that were counted")
        add(QgsProcessingParameterFeatureSink("EVENTS", label, anything, None, True, False))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Place or group the events, compare, and write."""
        group_by = self.parameterAsEnumString(parameters, "GROUP_BY", context) or REGION
        frame = self.load(columns_for(group_by), feedback, pair=True)
        regions = None
        if group_by in SPATIAL or self.job.selection.where or self.job.regions:
            regions = self.regions_for(frame, feedback)
        origin = self.parameterAsEnumString(parameters, "REGION_FROM", context)
        confidence = self.parameterAsDouble(parameters, "CONFIDENCE", context)
        study = ComparisonStudy(self.job, frame, regions, origin, group_by, confidence)
        self.counts_only(study.rows.events)
        table = study.table()
        self._tell(study, table, feedback)
        self.define(definition(), DEFINITION, table)
        title = self._title(group_by)
        results = self._save_table(parameters, context, study, table, title)
        results.update(self._save_earlier(parameters, context, study, title, feedback))
        listing = study.listed() if self.job.listed else study.rows.events.head(0)
        return {**results, **self.save_events(parameters, context, listing, title)}

    def _tell(self, study: ComparisonStudy, table: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
        """What belongs beside the numbers, in the log."""
        for note in study.rows.notes:
            feedback.pushInfo(note)
        several = len(study.rows.named) - len(study.rows.events)
        if several > 0:
            text = translate(
                "ComparePeriods",
                "{n} times an event stands in more than one row; (all) counts each once.",
            )
            feedback.pushInfo(text.format(n=number(several)))
        for period, count in zip(study.periods, COUNTS):
            said = (f"{name}, {period.label}" for name in table["name"])
            self.say_ruled_counts(zip(said, table[count], table[f"{count}{AS_CODED}"]), feedback)

    def _save_table(
        self, parameters: dict[str, Any], context: QgsProcessingContext, study: ComparisonStudy,
        table: pd.DataFrame, title: str,
    ) -> dict[str, str]:  # fmt: skip
        spatial = study.group_by in SPATIAL
        kind = QgsWkbTypes.Type.MultiPolygon if spatial else QgsWkbTypes.Type.NoGeometry
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, kind)
        if opened is None:
            return {}
        shapes = study.shapes(table["id"]) if spatial else None
        return {"OUTPUT": self.save(opened, table, FIELDS, title, style_comparison, shapes)}

    def _save_earlier(
        self, parameters: dict[str, Any], context: QgsProcessingContext, study: ComparisonStudy, title: str,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, str]:  # fmt: skip
        """The later period beside the same days of earlier years, where somebody asks for it."""
        opened = self.open_sink(parameters, "EARLIER", context, EARLIER_FIELDS, QgsWkbTypes.Type.NoGeometry)
        if opened is None:
            return {}
        job = study.earlier_job(self.parameterAsInt(parameters, "EARLIER_YEARS", context))
        if job is None:
            text = translate("ComparePeriods", "The data cover no earlier year’s days of {period}.")
            feedback.pushWarning(text.format(period=study.periods[1].label))
            table = pd.DataFrame(columns=list(EARLIER_FIELDS))
        else:
            frame, _ = load_events(job, columns_for(study.group_by))
            table = study.earlier_table(job, frame)
        self.define(definition(), DEFINITION, table)
        name = translate("ComparePeriods", "Same days of earlier years: {title}").format(title=title)
        return {"EARLIER": self.save(opened, table, EARLIER_FIELDS, name, lambda layer: None)}

    def _title(self, group_by: str) -> str:
        rows = {
            REGION: translate("ComparePeriods", "by region"),
            ZONE: translate("ComparePeriods", "by zone"),
            "actor_group": translate("ComparePeriods", "by group"),
            "actor_family": translate("ComparePeriods", "by family"),
            "event_type": translate("ComparePeriods", "by event type"),
        }
        a, b = self.job.periods
        text = translate("ComparePeriods", "{later} against {earlier} {rows}")
        return self.with_who(text.format(later=b.label, earlier=a.label, rows=rows[group_by]))
