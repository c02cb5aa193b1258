# SPDX-License-Identifier: GPL-2.0-or-later
"""Over time: events by step of time, where the year is heading, and whether a period is a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QComboBox, QLabel

from ..core.errors import FlashpointsError
from ..core.periods import Period, add_months, parse_periods
from ..core.text import translate
from ..gis.live_regions import LiveRegions
from ..gis.over_time import NONE
from ..gis.paths import UI
from .chart_view import ChartView
from .live_dialog import Answering, LiveDialog
from .live_over_time import COUNTS, MONTHS, WINDOWS, YEARS, Answer, Question, Studies, answer, shown
from .over_time_choices import DEFAULT_STEP, PERIODS, groupings, spans, steps
from .over_time_where import OverTimeWhere
from .results import new_file
from .runner import Outcome
from .where_again import choose
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "counts_over_time_dialog.ui"))
TABLES = {COUNTS: "countsovertime", WINDOWS: "rollingrecord", YEARS: "yearprojection"}


class _Chart(ChartView):
    """A chart that leaves the sentences beside it their room."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As low as stays readable; it grows with the window."""
        line = self.fontMetrics().height()
        return QSize(24 * line, 11 * line)


class CountsOverTimeDialog(LiveDialog, FORM):
    """Left: where, when, who, what, and by which step. Right: pace, record and chart while one chooses."""

    name = "counts_over_time"
    algorithm = "flashpoints:countsovertime"
    width_in_lines = 74.0
    height_in_lines = 39.0

    def __init__(self, host: Window) -> None:
        self._table = COUNTS
        self._left: list[str] = []
        self._warnings: list[str] = []
        self._studies = Studies()
        self._regions = LiveRegions()
        self.answered: Answer | None = None
        self.hint = translate("Over time", "Pace, record and chart appear here.")
        super().__init__(host)
        self.chartCombo = QComboBox(self)
        self.chartCombo.setAccessibleName(translate("Over time", "Chart"))
        for kind, text in self._charts():
            self.chartCombo.addItem(text, kind)
        self.chart = _Chart(self)
        self.live.chartPlace.addWidget(self.chartCombo)
        self.live.chartPlace.addWidget(self.chart)
        self.chartCombo.setCurrentIndex(max(self.chartCombo.findData(self.settings.text("chart", COUNTS)), 0))
        self.chartCombo.currentIndexChanged.connect(self._show_chart)
        self._connect()
        self.ask()

    def _connect(self) -> None:
        for combo in (self.stepCombo, self.groupByCombo, self.spanCombo):
            combo.currentIndexChanged.connect(self.check)
        for check in self._checks().values():
            check.toggled.connect(self.check)
        self.where.changed.connect(self.check)
        self.where.picked.connect(self.raise_)
        self.where.connect_changes()

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [
            self.whereLabel, self.centreLabel, self.radiusLabel, self.regionsLabel, self.fieldLabel,
            self.stepLabel, self.groupByLabel, self.spanLabel, self.tablesLabel,
        ]  # fmt: skip

    def _checks(self) -> dict[str, Any]:
        return {COUNTS: self.countsCheck, WINDOWS: self.recordCheck, YEARS: self.yearsCheck}

    def _charts(self) -> tuple[tuple[str, str], ...]:
        return (
            (COUNTS, translate("Over time", "Chart: counts")),
            (YEARS, translate("Over time", "Chart: years, with the projection")),
            (WINDOWS, translate("Over time", "Chart: every earlier 12 months")),
        )

    # Remembered from one time to the next

    def restore(self) -> None:
        """Open with what was chosen last."""
        self.selection.use_where()
        self.where = OverTimeWhere(self, self.host.canvas)
        for combo, choices, key, usual in (
            (self.stepCombo, steps(), "step", DEFAULT_STEP),
            (self.groupByCombo, groupings(), "group_by", NONE),
            (self.spanCombo, spans(), "span", ""),
        ):
            for value, text in choices:
                combo.addItem(text, value)
            combo.setCurrentIndex(max(combo.findData(self.settings.text(key, usual)), 0))
        tables = self.settings.text("tables", COUNTS).split(";")
        for kind, check in self._checks().items():
            check.setChecked(kind in tables)
        self.where.restore(self.settings)
        super().restore()

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.where.keep(self.settings)
        self.settings.keep(
            step=str(self.stepCombo.currentData()), group_by=str(self.groupByCombo.currentData()),
            span=str(self.spanCombo.currentData()), tables=";".join(self._chosen_tables()),
            chart=str(self.chartCombo.currentData()),
        )  # fmt: skip

    def _chosen_tables(self) -> list[str]:
        return [kind for kind, check in self._checks().items() if check.isChecked()]

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again what an earlier run was asked; of its periods only a pair, which the window has room for."""
        made = str(parameters.get("algorithm", "")).rpartition(":")[2]
        for kind, check in self._checks().items():
            check.setChecked(TABLES[kind] == made or made not in TABLES.values())
        choose(self.stepCombo, parameters.get("STEP", DEFAULT_STEP))
        choose(self.groupByCombo, parameters.get("GROUP_BY", NONE))
        pair = len(parse_periods(str(parameters.get("PERIODS") or ""))) == 2
        choose(self.spanCombo, PERIODS if pair else "")
        kept = {
            name: value for name, value in parameters.items() if pair or name not in ("PERIODS", "PERIOD")
        }
        super().set_parameters(kept)
        self.where.set_parameters(parameters)

    # The algorithms' parameters

    def collect(self) -> dict[str, Any]:
        """Parameters of the algorithm that makes the table at hand; of countsovertime while none is made."""
        if not self._chosen_tables():
            raise FlashpointsError(
                translate("Over time", "No table is ticked."),
                remedy=translate("Over time", "Tick at least one of the tables."),
            )
        parameters = {**self.selection.parameters(), **self.where.parameters()}
        del parameters["PERIODS"]
        if self._table != COUNTS and "WHERE" not in parameters:  # the regions are those of the counts' rows
            parameters = {name: value for name, value in parameters.items() if not name.startswith("REGION")}
        if self._table == WINDOWS:
            return {**parameters, "PERIOD": self.selection.periods()[1].iso, "WINDOW": f"P{MONTHS}M"}
        if self._table == YEARS:
            return parameters
        asked = ";".join(period.iso for period in self._span())
        own = {"STEP": self.stepCombo.currentData(), "GROUP_BY": self.groupByCombo.currentData()}
        return {**parameters, **own, **({"PERIODS": asked} if asked else {})}

    def _span(self) -> tuple[Period, ...]:
        """The span of the counts; none for the whole file."""
        chosen, facts = str(self.spanCombo.currentData()), self.selection.facts
        if chosen == PERIODS:
            return self.selection.periods()
        if not chosen or facts is None or facts.coverage is None:
            return ()
        first = add_months(facts.coverage.end.replace(day=1), 1 - int(chosen))
        return (Period(max(first, facts.coverage.start), facts.coverage.end),)

    def title(self) -> str:
        """Events by month, within 150 km of Bamako, militant Islamist."""
        who = self.selection.who()
        what = {
            COUNTS: translate("Over time", "Events by {step}").format(
                step=self.stepCombo.currentText().lower()
            ),
            WINDOWS: translate("Over time", "Record of {period}").format(
                period=self.selection.periods()[1].label
            ),
            YEARS: translate("Over time", "Projection of the year"),
        }[self._table]
        return ", ".join([what, self.where.title(), *([who.label] if who.id else [])])

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage in the folder for results."""
        return {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}

    # Running: one table after the other

    def start(self) -> None:
        """Make the first of the ticked tables; the others follow."""
        self._left, self._warnings = self._chosen_tables() or [COUNTS], []
        self._start_next()

    def _start_next(self) -> None:
        self._table = self._left.pop(0)
        self.algorithm = f"flashpoints:{TABLES[self._table]}"
        super().start()
        self._table = COUNTS

    def succeeded(self, outcome: Outcome) -> None:
        """Show the table, and make the next one."""
        self._warnings = list(dict.fromkeys([*self._warnings, *outcome.warnings]))
        super().succeeded(outcome)
        self.foot.show_notes(self._warnings)
        if self._left:
            self._start_next()

    # The live half

    def question(self, parameters: dict[str, Any]) -> Answering:
        """Counts, pace and record at once."""
        earlier, later = self.selection.periods()
        question = Question(
            parameters, self.where.ring(), self._regions.of(parameters), str(self.stepCombo.currentData()),
            str(self.groupByCombo.currentData()), tuple(parse_periods(parameters.get("PERIODS", ""))), earlier, later,
        )  # fmt: skip
        return lambda events, _: answer(events, question, self._studies)

    def show_answer(self, found: Answer) -> None:
        """Numbers, sentences, chart, caveats."""
        self.answered = found
        self.live.show_result(shown(found, self.where.title()))
        self._show_chart()

    def _show_chart(self, *_: object) -> None:
        if self.answered is None:
            self.chart.set_chart(None)
            return
        kind = str(self.chartCombo.currentData())
        self.chart.set_chart(self.answered.chart(kind), self.chartCombo.currentText())

    def clear_answer(self, why: str) -> None:
        """No numbers and no chart."""
        self.answered = None
        super().clear_answer(why)
        self._show_chart()

    def done(self, result: int) -> None:
        """Give the map its tool back."""
        self.where.stop_picking()
        super().done(result)
