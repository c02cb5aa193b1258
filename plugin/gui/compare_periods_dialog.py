# SPDX-License-Identifier: GPL-2.0-or-later
"""Compare periods: the events of two periods by region, zone, group or type, and how sure the change is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QTabWidget

from ..core.text import number, translate
from ..gis.charts_comparison import comparison_chart
from ..gis.comparing import SPATIAL
from ..gis.live_comparison import ComparisonAnswer, ComparisonQuestion, answer
from ..gis.live_regions import LiveRegions
from ..gis.parameters import COLUMN, POLYGON
from ..gis.paths import UI
from .chart_view import ChartView
from .comparison_table import ComparisonTable
from .comparison_words import copied, sentence, under, years_line
from .live_dialog import Answering, LiveDialog
from .live_half import Number, Shown
from .regions_row import RegionsRow
from .results import new_file
from .where_again import choose
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "compare_periods_dialog.ui"))
CONFIDENCES = (0.90, 0.95, 0.99)


class ComparePeriodsDialog(LiveDialog, FORM):
    """Left: what to compare by, regions, the selection, confidence. Right: both counts, and a row for each region."""

    name = "compare_periods"
    algorithm = "flashpoints:compareperiods"
    width_in_lines = 72.0
    height_in_lines = 40.0

    def __init__(self, host: Window) -> None:
        self.hint = translate("Compare periods", "The counts of both periods appear here.")
        super().__init__(host)
        self._regions = LiveRegions(self)
        self.chart, self.table = ChartView(self), ComparisonTable(self)
        self.yearsLabel = QLabel(self)
        self.yearsLabel.setWordWrap(True)
        self.yearsLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.views.addTab(self.chart, translate("Compare periods", "Chart"))
        self.views.addTab(self.table, translate("Compare periods", "Table"))
        self.live.chartPlace.addWidget(self.yearsLabel)
        self.live.chartPlace.addWidget(self.views, 1)
        self.regions.changed.connect(self.check)
        for combo in (self.groupByCombo, self.originCombo, self.confidenceCombo):
            combo.currentIndexChanged.connect(self._changed)
        self.earlierCheck.toggled.connect(self._changed)
        self._changed()
        self.ask()

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.groupByLabel, self.regionsLabel, self.fieldLabel, self.originLabel, self.confidenceLabel]

    def restore(self) -> None:
        """Open with what was chosen last."""
        self.selection.use_where()
        self.regions = RegionsRow(self.regionsCombo, self.fieldCombo, self.fieldLabel)
        self.regions.restore(self.settings)
        for value, text in self._groupings():
            self.groupByCombo.addItem(text, value)
        self.originCombo.addItem(translate("Compare periods", "where their points lie"), POLYGON)
        self.originCombo.addItem(translate("Compare periods", "the file’s own column admin1"), COLUMN)
        for confidence in CONFIDENCES:
            percent = translate("Compare periods", "{n} %").format(n=number(confidence * 100))
            self.confidenceCombo.addItem(percent, confidence)
        self.groupByCombo.setCurrentIndex(max(self.groupByCombo.findData(self.settings.text("group_by")), 0))
        self.originCombo.setCurrentIndex(max(self.originCombo.findData(self.settings.text("origin")), 0))
        written = float(self.settings.text("confidence", "0.95"))
        self.confidenceCombo.setCurrentIndex(max(self.confidenceCombo.findData(written), 0))
        self.earlierCheck.setChecked(self.settings.flag("earlier_years", True))
        super().restore()

    def _groupings(self) -> tuple[tuple[str, str], ...]:
        return (
            ("region", translate("Compare periods", "Region")),
            ("zone", translate("Compare periods", "Zone (north, centre, south)")),
            ("actor_family", translate("Compare periods", "Family of actors")),
            ("actor_group", translate("Compare periods", "Group of actors")),
            ("event_type", translate("Compare periods", "Event type")),
        )

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.regions.keep(self.settings)
        self.settings.keep(
            group_by=str(self.groupByCombo.currentData()), confidence=str(self.confidenceCombo.currentData()),
            origin=str(self.originCombo.currentData()), earlier_years=self.earlierCheck.isChecked(),
        )  # fmt: skip

    def _changed(self, *_: object) -> None:
        """Where an event is placed by only matters where rows are places."""
        by_place = self.groupByCombo.currentData() in SPATIAL
        for widget in (self.originLabel, self.originCombo):
            widget.setVisible(by_place)
        self.check()

    def collect(self) -> dict[str, Any]:
        """Parameters of compareperiods, which asks for its two periods one by one."""
        parameters = self.selection.parameters()
        del parameters["PERIODS"]
        earlier, later = self.selection.periods()
        return {
            **parameters,
            **self.regions.parameters(),
            "REGION_FROM": self.originCombo.currentData(),
            "PERIOD_A": earlier.iso,
            "PERIOD_B": later.iso,
            "GROUP_BY": self.groupByCombo.currentData(),
            "CONFIDENCE": self.confidenceCombo.currentData(),
        }

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again what an earlier run was asked."""
        choose(self.groupByCombo, parameters.get("GROUP_BY", "region"))
        choose(self.originCombo, parameters.get("REGION_FROM", POLYGON))
        choose(self.confidenceCombo, float(parameters.get("CONFIDENCE", 0.95)))
        self.earlierCheck.setChecked("EARLIER" in parameters.get("outputs", ()))
        super().set_parameters(parameters)
        self.regions.set_parameters(parameters)

    def title(self) -> str:
        """Comparison by region, 2023-H1 against 2022-H2, militant Islamist."""
        return translate("Compare periods", "Comparison by {what}, {rest}").format(
            what=self.groupByCombo.currentText().lower(), rest=self.selection.what_and_when()
        )

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage in the folder for results, and one for the earlier years when they are asked for."""
        files = {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}
        if self.earlierCheck.isChecked():
            years = translate("Compare periods", "{title}, earlier years").format(title=self.title())
            files["EARLIER"] = str(new_file(self.foot.folder(), years))
        return files

    # The live half

    def question(self, parameters: dict[str, Any]) -> Answering:
        """Both periods row by row, and the earlier years."""
        earlier, later = self.selection.periods()
        question = ComparisonQuestion(
            earlier, later, parameters["GROUP_BY"], parameters["CONFIDENCE"], self.earlierCheck.isChecked(),
            parameters, self._regions.of(parameters),
        )  # fmt: skip
        return lambda events, _: answer(events, question)

    def show_answer(self, found: ComparisonAnswer) -> None:
        """Counts, ratio, chart and table, caveats."""
        asked, row = found.question, found.whole
        later, earlier = (
            Number(
                number(row[f"events_{letter}"]), under(row, letter, period.title()),
                translate("Compare periods", "all events, {period}").format(period=period.label), ids,
            )
            for letter, period, ids in (
                ("b", asked.later, found.later_ids), ("a", asked.earlier, found.earlier_ids),
            )
        )  # fmt: skip
        title = translate("Compare periods", "Events in all rows together")
        lines = tuple(filter(None, (found.unmatched, *found.caveats, *found.notes)))
        self.live.show_result(Shown(title, later, earlier, sentence(found), lines, copied(found)))
        self.yearsLabel.setText(years_line(found))
        labels = (asked.earlier.label, asked.later.label)
        self.chart.set_chart(
            comparison_chart(found.table, labels, found.years, asked.confidence),
            translate("Compare periods", "Events of both periods, row by row, with their intervals"),
        )
        self.table.show_rows(found.table, labels)

    def clear_answer(self, why: str) -> None:
        """No numbers, no lines, no rows."""
        super().clear_answer(why)
        self.yearsLabel.clear()
        self.chart.set_chart(None)
        self.table.clear_rows()
