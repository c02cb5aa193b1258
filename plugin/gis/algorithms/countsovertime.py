# SPDX-License-Identifier: GPL-2.0-or-later
"""Events by day, week, month, quarter, half-year or year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsWkbTypes,
)

from ...core.counts_over_time import MONTH, STEPS, Steps
from ...core.schema import DATE, INTEGER, TEXT
from ...core.selection import in_period
from ...core.text import number, translate
from .. import parameters as shared
from ..charts_over_time import counts_chart, row_colours, save_chart
from ..over_time import GROUPINGS, NONE, Study, ruled_rows, time_table
from ..over_time_algorithm import OverTimeAlgorithm, step_labels

FIELDS = {
    "start": DATE, "end": DATE, "period": TEXT, "name": TEXT, "id": TEXT, "events": INTEGER,
    "events_as_coded": INTEGER, "fatalities": INTEGER, "fatalities_unknown": INTEGER, "days": INTEGER,
    "step_days": INTEGER, "provisional": INTEGER, "note": TEXT,
}  # fmt: skip
CHART_MM = (160.0, 90.0)


class CountsOverTime(OverTimeAlgorithm):
    """Processing algorithm flashpoints:countsovertime."""

    ID = "countsovertime"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("CountsOverTime", "Counts over time")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "CountsOverTime",
            "Events and reported fatalities by day, week, month, quarter, half-year or year, by region, zone, group or "
            "type if asked. Weeks begin on Monday. A step that the file covers in part says how many days were "
            "counted; one that it does not cover has no count. The last eight weeks of the file are provisional.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        label, options = translate("CountsOverTime", "Step"), list(STEPS)
        add(QgsProcessingParameterEnum("STEP", label, options, False, MONTH, True, True))
        label, options = translate("CountsOverTime", "Rows"), list(GROUPINGS)
        add(QgsProcessingParameterEnum("GROUP_BY", label, options, False, NONE, True, True))
        shared.add_periods(add, pair=False)
        self.add_place()
        shared.add_selection(add)
        shared.add_regions(add, advanced=True)
        self.add_outputs(translate("CountsOverTime", "Counts over time"))
        label = translate("CountsOverTime", "Chart")
        pictures = "PNG (*.png);;SVG (*.svg)"
        add(QgsProcessingParameterFileDestination("CHART", label, pictures, None, True, False))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count, and write table, chart and list."""
        group_by = self.parameterAsEnumString(parameters, "GROUP_BY", context) or NONE
        step = self.parameterAsEnumString(parameters, "STEP", context) or MONTH
        found = self.load_study(parameters, context, feedback, group_by)
        self.job.periods = self._asked or (found.coverage,)
        steps, table = time_table(found, step, self.job.periods, group_by)
        several = len(found.now.named()) - len(found.now.events)
        if several > 0:
            text = translate(
                "CountsOverTime", "{n} times an event stands in more than one row; (all) counts each once."
            )
            feedback.pushInfo(text.format(n=number(several)))
        said = [f"{name}, {period}" for name, period in zip(table["name"], table["period"])]
        self.say_ruled_counts(ruled_rows(table, said), feedback)
        words = translate("CountsOverTime", "{title}, with reported fatalities; {selection}")
        words = words.replace("{title}", _titles()[step])
        self.define(f"{words}{self.where_definition()}.", "counts-over-time/1", table)
        title = self.where_title(self._title(step))
        results: dict[str, Any] = {}
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.NoGeometry)
        if opened:
            results["OUTPUT"] = self.save(opened, table, FIELDS, title, lambda layer: None)
        if parameters.get("CHART"):
            path = Path(self.parameterAsFileOutput(parameters, "CHART", context))
            draw = counts_chart(table, row_colours(self.job.actors, group_by))
            results["CHART"] = save_chart(draw, path, CHART_MM)
        return {**results, **self.save_events(parameters, context, self._listing(found, steps), title)}

    def _title(self, step: str) -> str:
        when = ", ".join(period.label for period in self._asked[:2]) if len(self._asked) <= 2 else ""
        return f"{_titles()[step]}, {when}" if when else _titles()[step]

    def _listing(self, found: Study, steps: Steps) -> pd.DataFrame:
        events = found.now.named()
        inside = np.zeros(len(events), dtype=bool)
        for span in steps.scope if self.job.listed else ():
            inside |= in_period(events["event_date"], span)
        events = events[inside]
        labels = [period.label for period in steps.periods()]
        return events.assign(figure=events["name"], period=step_labels(events, steps.first, labels))


def _titles() -> dict[str, str]:
    """What a table of each step is called."""
    return {
        "day": translate("CountsOverTime", "Events by day"),
        "week": translate("CountsOverTime", "Events by week"),
        "month": translate("CountsOverTime", "Events by month"),
        "quarter": translate("CountsOverTime", "Events by quarter"),
        "half-year": translate("CountsOverTime", "Events by half-year"),
        "year": translate("CountsOverTime", "Events by year"),
    }
