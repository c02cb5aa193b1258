# SPDX-License-Identifier: GPL-2.0-or-later
"""Buffer counts: how many events lie within some distance of a place, in two periods."""

from __future__ import annotations

from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCompleter, QLabel

from ..core.places import Place, load_places
from ..core.text import number, translate
from ..gis.paths import UI
from .choices import find_place, label_of, written
from .live import Answer, Question, answer, caveats, coded_text, count_text, ratio_text
from .live_dialog import Answering, LiveDialog
from .live_half import Number, Shown
from .look import show_as_list
from .numbers import parse_radii
from .point_picker import PointPicker
from .radius_chart import RadiusChart
from .results import new_file
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "buffer_counts_dialog.ui"))
DEFAULT_PLACE = "Bamako"


class BufferCountsDialog(LiveDialog, FORM):
    """Left: where, when, who, what. Right: the answer for the largest ring, while one chooses."""

    name = "buffer_counts"
    algorithm = "flashpoints:buffercounts"
    width_in_lines = 60.0
    height_in_lines = 34.0

    def __init__(self, host: Window) -> None:
        self._places = sorted(load_places(), key=label_of)
        self.hint = translate("Buffer counts", "The answer for the largest ring appears here.")
        super().__init__(host)
        self.chart = RadiusChart(self)
        self.live.chartPlace.addWidget(self.chart)
        self.picker = PointPicker(host.canvas, self.pickButton)
        self.picker.picked.connect(self._picked)
        self.centreCombo.editTextChanged.connect(self.check)
        self.radiiEdit.textChanged.connect(self.check)
        self.ask()

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.centreLabel, self.radiiLabel, self.breakdownLabel]

    # Where

    def restore(self) -> None:
        """Open with what was chosen last."""
        for place in self._places:
            self.centreCombo.addItem(label_of(place))
        completer = QCompleter(self.centreCombo.model(), self.centreCombo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.centreCombo.setCompleter(completer)
        show_as_list(self.centreCombo)
        for value, text in (
            ("none", translate("Buffer counts", "Nothing: one line for each ring and period")),
            ("actor_family", translate("Buffer counts", "Family of actors")),
            ("actor_group", translate("Buffer counts", "Group of actors")),
            ("event_type", translate("Buffer counts", "Event type")),
        ):
            self.breakdownCombo.addItem(text, value)
        default = next((label_of(place) for place in self._places if place.name == DEFAULT_PLACE), "")
        self.centreCombo.setEditText(self.settings.text("centre", default))
        self.radiiEdit.setText(self.settings.text("radii", "50, 100, 150"))
        self.breakdownCombo.setCurrentIndex(
            max(self.breakdownCombo.findData(self.settings.text("breakdown")), 0)
        )
        super().restore()

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.settings.keep(
            centre=self.centreCombo.currentText(),
            radii=self.radiiEdit.text(),
            breakdown=str(self.breakdownCombo.currentData()),
        )

    def place(self) -> Place:
        """The chosen centre. Raises FlashpointsError when the text is none."""
        return find_place(self.centreCombo.currentText(), self._places)

    def _picked(self, longitude: float, latitude: float) -> None:
        self.centreCombo.setEditText(written(longitude, latitude))
        self.raise_()

    # The algorithm's parameters

    def collect(self) -> dict[str, Any]:
        """Parameters of buffercounts."""
        place = self.place()
        radii = parse_radii(self.radiiEdit.text())
        return {
            **self.selection.parameters(),
            "CENTRE": f"{place.longitude},{place.latitude} [EPSG:4326]",
            "RADII_KM": ",".join(f"{radius:g}" for radius in radii),
            "BREAKDOWN": self.breakdownCombo.currentData(),
        }

    def title(self) -> str:
        """Rings of 50, 100, 150 km round Bamako, 2023-H1 against 2022-H2."""
        radii = ", ".join(
            number(radius, 0 if radius == int(radius) else 1) for radius in parse_radii(self.radiiEdit.text())
        )
        return translate("Buffer counts", "Rings of {radii} km round {place}, {rest}").format(
            radii=radii, place=self.place().name, rest=self.selection.what_and_when()
        )

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage in the folder for results."""
        return {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}

    # The live half

    def question(self, parameters: dict[str, Any]) -> Answering:
        """The largest ring in both periods."""
        earlier, later = self.selection.periods()
        radius = max(parse_radii(self.radiiEdit.text()))
        question = Question(self.place(), radius, earlier, later, parameters)
        return lambda events, _: answer(events, question)

    def show_answer(self, found: Answer) -> None:
        """Numbers, ratio, chart, caveats."""
        question = found.question
        decimals = 0 if question.radius_km == int(question.radius_km) else 1
        title = translate("Buffer counts", "Events within {radius} km of {place}").format(
            radius=number(question.radius_km, decimals), place=question.place.name
        )
        later, earlier = (
            Number(
                count_text(row),
                "\n".join(filter(None, (coded_text(row), period.title()))),
                translate("Buffer counts", "{title}, {period}").format(title=title, period=period.label),
                ids,
            )
            for row, period, ids in (
                (found.later, question.later, found.later_ids),
                (found.earlier, question.earlier, found.earlier_ids),
            )
        )
        self.live.show_result(Shown(title, later, earlier, ratio_text(found), tuple(caveats(found))))
        lines = dict(iter(found.by_radius.groupby("period")))
        after, before = question.later.label, question.earlier.label
        self.chart.show_counts(
            lines[after]["radius_km"],
            (after, lines[after]["events"]),
            (before, lines[before]["events"]),
            question.radius_km,
        )

    def clear_answer(self, why: str) -> None:
        """No numbers and no lines."""
        super().clear_answer(why)
        self.chart.clear()

    def done(self, result: int) -> None:
        """Give the map its tool back."""
        self.pickButton.setChecked(False)
        super().done(result)
