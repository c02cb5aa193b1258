# SPDX-License-Identifier: GPL-2.0-or-later
"""Buffer counts: how many events lie within some distance of a place, in two periods."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QCompleter, QLabel

from ..core.errors import FlashpointsError
from ..core.places import Place, load_places
from ..core.text import number, translate
from ..gis.paths import UI
from .background import Latest
from .choices import find_place, label_of, written
from .dialog import AnalysisDialog
from .live import Answer, EventFrame, Question, caveats, coded_text, count_text, ratio_text
from .look import scale_text, screen_width, show_as_list, width_of
from .numbers import parse_radii
from .point_picker import PointPicker
from .radius_chart import RadiusChart
from .results import new_file
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "buffer_counts_dialog.ui"))
PAUSE_MS = 250
"""How long the choice must rest before the live half answers."""
DEFAULT_PLACE = "Bamako"


class BufferCountsDialog(AnalysisDialog, FORM):
    """Left: where, when, who, what. Right: the answer for the largest ring, while one chooses."""

    name = "buffer_counts"
    algorithm = "flashpoints:buffercounts"
    width_in_lines = 60.0
    height_in_lines = 34.0

    def __init__(self, host: Window) -> None:
        self._places = sorted(load_places(), key=label_of)
        self._events: EventFrame | None = None
        self._followed: set[str] = set()
        self._pause = QTimer()
        super().__init__(host)
        self._live = Latest(translate("Buffer counts", "Counting for the preview"), self)
        self._live.answered.connect(self._show_answer)
        self._live.refused.connect(self._show_refusal)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.chart = RadiusChart(self)
        self.chartPlace.addWidget(self.chart)
        self.selection.filterCheck.toggled.connect(self._events_changed)
        self.picker = PointPicker(host.canvas, self.pickButton)
        self.picker.picked.connect(self._picked)
        self.centreCombo.editTextChanged.connect(self.check)
        self.radiiEdit.textChanged.connect(self.check)
        self._ask()
        self._layer_changed()

    def showEvent(self, event: Any) -> None:  # noqa: N802
        """Sizes of text are known once the window is."""
        super().showEvent(event)
        for label in (self.laterNumber, self.earlierNumber):
            scale_text(label, 3.2, bold=True)
        scale_text(self.ratioLabel, 1.25)

    def room_for_form(self) -> int:
        """The live half needs its width too."""
        self.liveScroll.setMinimumWidth(min(width_of(self.liveScroll), screen_width(self) // 2))
        return super().room_for_form() - self.liveScroll.minimumWidth() - self.halves.spacing()

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

    def layer_changed(self, layer: QgsVectorLayer | None) -> None:
        """Another layer: other events."""
        super().layer_changed(layer)
        self._events = None
        if layer is not None and layer.id() not in self._followed:
            self._followed.add(layer.id())
            for signal in (layer.dataChanged, layer.subsetStringChanged, layer.selectionChanged):
                signal.connect(self._events_changed)

    def _events_changed(self, *_: object) -> None:
        """The events, or which of them the layer shows, are not what they were."""
        self._events = None
        self._pause.start()

    def check(self) -> None:
        """Say what is wrong, and answer soon."""
        super().check()
        self._pause.start()

    def _ask(self) -> None:
        layer = self.selection.layer()
        if layer is None or self.selection.facts is None:
            self._clear_answer(translate("Buffer counts", "The answer for the largest ring appears here."))
            return
        try:
            parameters = self.collect()
            question = self._question(parameters)
            if self._events is None:
                self._events = EventFrame(layer, parameters["USE_LAYER_FILTER"])
        except FlashpointsError:
            self._live.drop()
            self._clear_answer("")  # the foot says what is wrong
            return
        if not self.laterNumber.text():
            self.liveTitle.setText(translate("Buffer counts", "Counting…"))
        events = self._events
        self._live.ask(lambda: events.answer(question))

    def _question(self, parameters: dict[str, Any]) -> Question:
        earlier, later = self.selection.periods()
        return Question(
            place=self.place(),
            radius_km=max(parse_radii(self.radiiEdit.text())),
            earlier=earlier,
            later=later,
            event_types=parameters["EVENT_TYPES"],
            actor_groups=parameters.get("ACTOR_GROUPS", ""),
            dataset=parameters.get("DATASET", ""),
        )

    def _show_answer(self, answer: Answer) -> None:
        question = answer.question
        decimals = 0 if question.radius_km == int(question.radius_km) else 1
        self.liveTitle.setText(
            translate("Buffer counts", "Events within {radius} km of {place}").format(
                radius=number(question.radius_km, decimals), place=question.place.name
            )
        )
        self.laterNumber.setText(count_text(answer.later))
        self.earlierNumber.setText(count_text(answer.earlier))
        for label, row, period in (
            (self.laterPeriod, answer.later, question.later),
            (self.earlierPeriod, answer.earlier, question.earlier),
        ):
            label.setText("\n".join(filter(None, (coded_text(row), period.title()))))
        self.ratioLabel.setText(ratio_text(answer))
        self.caveatsLabel.setText("\n".join(caveats(answer)))
        lines = dict(iter(answer.by_radius.groupby("period")))
        later, earlier = question.later.label, question.earlier.label
        self.chart.show_counts(
            lines[later]["radius_km"],
            (later, lines[later]["events"]),
            (earlier, lines[earlier]["events"]),
            question.radius_km,
        )

    def _show_refusal(self, error: FlashpointsError) -> None:
        self._clear_answer(str(error))

    def _clear_answer(self, why: str) -> None:
        self.liveTitle.setText(why)
        for label in (self.laterNumber, self.laterPeriod, self.earlierNumber, self.earlierPeriod):
            label.clear()
        self.ratioLabel.clear()
        self.caveatsLabel.clear()
        self.chart.clear()

    def done(self, result: int) -> None:
        """Give the map its tool back."""
        self.pickButton.setChecked(False)
        super().done(result)
