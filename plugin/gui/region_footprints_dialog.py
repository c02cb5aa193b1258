# SPDX-License-Identifier: GPL-2.0-or-later
"""Region footprints: the area of the places with recorded events, region by region, in two periods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from ..core.discs import check_size
from ..core.footprint_facts import PeriodFacts
from ..core.periods import Period
from ..core.ring_words import kilometres
from ..core.text import number, translate
from ..gis.charts_footprint import change_chart
from ..gis.footprints import DEFAULT_SIZE_KM, DISCS, GRID
from ..gis.live_events import LiveEvents
from ..gis.live_footprint import FootprintAnswer, FootprintQuestion, answer
from ..gis.live_regions import LiveRegions
from ..gis.paths import UI
from .chart_view import ChartView
from .footprint_words import area_text, copied, sentence, under
from .live_dialog import Answering, Going, LiveDialog
from .live_half import Number, Shown
from .numbers import parse_radius
from .regions_row import RegionsRow
from .results import new_file
from .where_again import choose
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "region_footprints_dialog.ui"))


class RegionFootprintsDialog(LiveDialog, FORM):
    """Left: regions, the selection, discs or cells and their size. Right: both areas and what changed."""

    name = "region_footprints"
    algorithm = "flashpoints:regionfootprints"
    width_in_lines = 68.0
    height_in_lines = 40.0
    counted = pyqtSignal(int, object)
    """The number of the question, and its answer without areas; sent from the thread that measures them."""

    def __init__(self, host: Window) -> None:
        self.hint = translate("Region footprints", "The areas of both periods appear here.")
        super().__init__(host)
        self._regions = LiveRegions(self)
        self.chart = ChartView(self)
        self.live.chartPlace.addWidget(self.chart)
        self.counted.connect(self._show_counts)
        self.regions.changed.connect(self.check)
        self.methodCombo.currentIndexChanged.connect(self._method_changed)
        self.radiusEdit.textChanged.connect(self.check)
        self.ask()

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.regionsLabel, self.fieldLabel, self.methodLabel, self.radiusLabel]

    def restore(self) -> None:
        """Open with what was chosen last."""
        self.selection.use_where()
        self.regions = RegionsRow(self.regionsCombo, self.fieldCombo, self.fieldLabel)
        self.regions.restore(self.settings)
        self.methodCombo.addItem(translate("Region footprints", "discs round the places"), DISCS)
        self.methodCombo.addItem(translate("Region footprints", "cells of a grid that hold a place"), GRID)
        self.methodCombo.setCurrentIndex(max(self.methodCombo.findData(self.settings.text("method")), 0))
        self.radiusEdit.setText(self.settings.text("radius") or self._usual_size())
        self.changeCheck.setChecked(self.settings.flag("change", True))
        self.sensitivityCheck.setChecked(self.settings.flag("sensitivity", False))
        self._name_size()
        super().restore()

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.regions.keep(self.settings)
        self.settings.keep(
            method=self.methodCombo.currentData(), radius=self.radiusEdit.text(),
            change=self.changeCheck.isChecked(), sensitivity=self.sensitivityCheck.isChecked(),
        )  # fmt: skip

    def _usual_size(self) -> str:
        size = DEFAULT_SIZE_KM[self.methodCombo.currentData()]
        return number(size, 0 if size == int(size) else 1)

    def _name_size(self) -> None:
        disc = self.methodCombo.currentData() == DISCS
        radius, side = (
            translate("Region footprints", "Ra&dius, km"),
            translate("Region footprints", "Si&de, km"),
        )
        self.radiusLabel.setText(radius if disc else side)

    def _method_changed(self) -> None:
        """A radius is no side: the usual size of the other method."""
        self._name_size()
        self.radiusEdit.setText(self._usual_size())
        self.check()

    def collect(self) -> dict[str, Any]:
        """Parameters of regionfootprints."""
        size = parse_radius(self.radiusEdit.text())
        check_size(size)
        return {
            **self.selection.parameters(),
            **self.regions.parameters(),
            "METHOD": self.methodCombo.currentData(),
            "SIZE_KM": size,
        }

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again what an earlier run was asked."""
        choose(self.methodCombo, parameters.get("METHOD", DISCS))
        size = parameters.get("SIZE_KM")
        self.radiusEdit.setText(kilometres(float(size)) if size else self._usual_size())
        for check, output in ((self.changeCheck, "CHANGE"), (self.sensitivityCheck, "SENSITIVITY")):
            check.setChecked(output in parameters.get("outputs", ()))
        super().set_parameters(parameters)
        self.regions.set_parameters(parameters)

    def title(self) -> str:
        """Footprint, 2023-H1 against 2022-H2, militant Islamist."""
        return translate("Region footprints", "Footprint, {rest}").format(rest=self.selection.what_and_when())

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage for the areas, and one for each of what else is asked for."""
        files = {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}
        if self.changeCheck.isChecked():
            change = translate("Region footprints", "{title}, change").format(title=self.title())
            files["CHANGE"] = str(new_file(self.foot.folder(), change))
        if self.sensitivityCheck.isChecked():
            table = translate("Region footprints", "{title}, by size").format(title=self.title())
            files["SENSITIVITY"] = str(new_file(self.foot.folder(), table))
        return files

    # The live half

    def question(self, parameters: dict[str, Any]) -> Answering:
        """Both areas and their change; the counts first where measuring takes its time."""
        earlier, later = self.selection.periods()
        question = FootprintQuestion(
            earlier,
            later,
            parameters["METHOD"],
            parameters["SIZE_KM"],
            parameters,
            self._regions.of(parameters),
        )
        number = self._asked

        def answering(events: LiveEvents, going: Going) -> FootprintAnswer:
            return answer(events, question, going, lambda counts: self.counted.emit(number, counts))

        return answering

    def _show_counts(self, number: int, found: FootprintAnswer) -> None:
        if number == self._asked:
            self.show_answer(found)

    def show_answer(self, found: FootprintAnswer) -> None:
        """Areas, change, how few places hold how many events, chart, caveats."""
        title = translate("Region footprints", "Land with recorded events")
        asked = found.question
        later, earlier = (
            self._number(facts, period, ids)
            for facts, period, ids in (
                (found.later, asked.later, found.later_ids),
                (found.earlier, asked.earlier, found.earlier_ids),
            )
        )
        lines = (*found.caveats, *found.notes)
        self.live.show_result(Shown(title, later, earlier, sentence(found), lines, copied(found)))
        labels = (found.earlier.label, found.later.label)
        draw = None if found.change is None else change_chart(found.change, labels)
        description = translate("Region footprints", "The change of the footprint of each region")
        self.chart.set_chart(draw, description)

    def _number(self, facts: PeriodFacts, period: Period, ids: tuple[str, ...]) -> Number:
        name = translate("Region footprints", "events of the footprint, {period}").format(period=facts.label)
        return Number(area_text(facts), under(facts, period), name, ids)

    def clear_answer(self, why: str) -> None:
        """No numbers and no bars."""
        super().clear_answer(why)
        self.chart.set_chart(None)
