# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the year is heading, beside the earlier years."""

from __future__ import annotations

import datetime
import math
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.caveats import PROVISIONAL
from ...core.over_time_words import chance_sentence, pace_sentence, same_days_sentence
from ...core.periods import Period, parse_date
from ...core.schema import DATE, INTEGER, REAL, TEXT
from ...core.text import translate
from .. import parameters as shared
from ..over_time import pace_of, ruled_rows
from ..over_time_algorithm import OverTimeAlgorithm, listing

FIELDS = {
    "year": INTEGER, "start": DATE, "end": DATE, "days": INTEGER, "events": INTEGER, "events_as_coded": INTEGER,
    "same_days": INTEGER, "ratio": REAL, "full": INTEGER, "record": INTEGER, "projected": REAL, "low": INTEGER,
    "high": INTEGER, "dispersion": REAL, "p_record": REAL, "note": TEXT,
}  # fmt: skip


class YearProjection(OverTimeAlgorithm):
    """Processing algorithm flashpoints:yearprojection."""

    ID = "yearprojection"
    TELLS = frozenset({PROVISIONAL})
    _as_of: datetime.date | None = None

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("YearProjection", "Year-end projection")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "YearProjection",
            "The total that a year is heading for when its pace stays what it was, with a 95 % predictive interval, "
            "widened by how much weekly counts vary (Gamma-Poisson; weeks of the year and of the 52 before it). "
            "Beside it each earlier year of the file, in full and up to the same day. The chance to pass the highest "
            "of them is given only when all of them are wholly in the file.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        label = translate(
            "YearProjection", "Last day that is known, such as 2023-06-30 (empty: the file's last)"
        )
        add(QgsProcessingParameterString("AS_OF", label, optional=True))
        self.add_place()
        shared.add_selection(add)
        shared.add_regions(add, advanced=True)
        self.add_outputs(translate("YearProjection", "Years"))
        for name, label in (
            ("EVENTS_SO_FAR", translate("YearProjection", "Events so far")),
            ("PROJECTED", translate("YearProjection", "Projected total")),
            ("LOW", translate("YearProjection", "Lower limit of the total")),
            ("HIGH", translate("YearProjection", "Upper limit of the total")),
            ("DISPERSION", translate("YearProjection", "Variance to mean of the weekly counts")),
            ("RECORD", translate("YearProjection", "Most events in a full earlier year")),
            ("RECORD_YEAR", translate("YearProjection", "That year")),
            ("P_RECORD", translate("YearProjection", "Chance to pass it")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(
            QgsProcessingOutputString("SENTENCE", translate("YearProjection", "The answer in words"))
        )

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take over the day beside the selection."""
        super().prepare(parameters, context, feedback)
        written = shared.text_of(parameters, "AS_OF")
        self._as_of = parse_date(written) if written else None

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Project, and write the years."""
        found = self.load_study(parameters, context, feedback)
        pace, so_far = pace_of(found, self._as_of)
        self.job.periods = (pace.so_far,)
        self._record.parameters["AS_OF"] = pace.so_far.end.isoformat()  # run again, it stays the same
        sentences = [pace_sentence(pace, so_far.coded), chance_sentence(pace), same_days_sentence(pace)]
        for text in filter(None, [*sentences, *pace.notes]):
            feedback.pushInfo(text)
        years = pace.years
        self.say_ruled_counts(ruled_rows(years, [str(year) for year in years["year"]]), feedback)
        text = translate(
            "YearProjection",
            "Gamma-Poisson prediction of the year's rest with Jeffreys' prior, widened by the dispersion of weekly "
            "counts; {selection}",
        )
        self.define(f"{text}{self.where_definition()}.", "year-pace/1", years)
        text = translate("YearProjection", "{year} projected on {day}")
        title = self.where_title(text.format(year=pace.year, day=pace.so_far.end.isoformat()))
        results: dict[str, Any] = {
            "EVENTS_SO_FAR": int(pace.projection.n), "PROJECTED": pace.projection.mean,
            "LOW": int(pace.projection.total_low), "HIGH": int(pace.projection.total_high),
            "DISPERSION": _known(pace.dispersion), "RECORD": _known(pace.record), "RECORD_YEAR": pace.record_year,
            "P_RECORD": _known(pace.p_record), "SENTENCE": " ".join(filter(None, sentences)),
        }  # fmt: skip
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.NoGeometry)
        if opened:
            results["OUTPUT"] = self.save(opened, years, FIELDS, title, lambda layer: None)
        figures = [(str(row.year), Period(row.start, row.end)) for row in years.itertuples()]
        events = listing(found.now.events, figures if self.job.listed else [])
        return {**results, **self.save_events(parameters, context, events, title)}


def _known(value: float) -> float | None:
    """A number; None where there is none."""
    return None if math.isnan(value) else value
