# SPDX-License-Identifier: GPL-2.0-or-later
"""Buffer counts: how many events lie within some distance of a place or a line, in two periods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QTreeWidgetItem

from ..core.errors import FlashpointsError
from ..core.places import Place
from ..core.ring_words import kilometres
from ..core.text import translate
from ..gis.live_events import LiveEvents
from ..gis.outputs import source_row
from ..gis.paths import UI
from ..gis.ring_preview import RingAnswer, RingPreview, RingQuestion
from .live_dialog import Answering, LiveDialog
from .look import set_tab_order
from .results import new_file
from .ring_half import RingHalf, shown
from .ring_map import RingMap
from .ring_where import PLACE, RingWhere
from .where_again import choose
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "buffer_counts_dialog.ui"))


class BufferCountsDialog(LiveDialog, FORM):
    """Left: where, when, who, what. Right: the answer for the chosen ring, while one chooses or drags."""

    name = "buffer_counts"
    width_in_lines = 62.0
    height_in_lines = 40.0

    def __init__(self, host: Window) -> None:
        self.hint = translate("Buffer counts", "The answer for the largest ring appears here.")
        self.where = RingWhere()
        self.centreCombo, self.radiiEdit = self.where.centreCombo, self.where.radiiEdit
        self.pickButton = self.where.pickButton
        self._answer: RingAnswer | None = None
        self._held: RingAnswer | None = None
        self._preview: RingPreview | None = None
        self._radius: float | None = None
        self._site = ""
        self._centre_text = ""
        super().__init__(host)
        self.wherePlace.addWidget(self.where)
        self.half = RingHalf(self)
        self.chart = self.half.chart
        self.live.chartPlace.addWidget(self.half)
        for button in (self.live.listButton, self.live.copyButton):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        self.half.table.itemClicked.connect(self._site_chosen)
        self.map = RingMap(host.canvas, self)
        self.map.moved.connect(self._show_moved)
        self.map.dropped.connect(self._dropped)
        self.map.chosen.connect(self._radius_chosen)
        self.map.follow(self.chart, self.pickButton)
        self.where.changed.connect(self._where_changed)
        set_tab_order(
            [self.emptyButton, self.where.aroundCombo, self.centreCombo, self.pickButton, self.where.layerCombo,
             self.where.fieldCombo, self.where.countryCombo, self.where.neighbourCombo, self.radiiEdit]
        )  # fmt: skip
        self.ask()

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [*self.where.labels(), self.breakdownLabel]

    # Where

    def restore(self) -> None:
        """Open with what was chosen last."""
        for value, text in (
            ("none", translate("Buffer counts", "Nothing: one line for each ring and period")),
            ("actor_family", translate("Buffer counts", "Family of actors")),
            ("actor_group", translate("Buffer counts", "Group of actors")),
            ("event_type", translate("Buffer counts", "Event type")),
        ):
            self.breakdownCombo.addItem(text, value)
        self.where.restore(self.settings)
        self.breakdownCombo.setCurrentIndex(
            max(self.breakdownCombo.findData(self.settings.text("breakdown")), 0)
        )
        self.breakdownCombo.currentIndexChanged.connect(self.check)
        super().restore()

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.where.keep(self.settings)
        self.settings.keep(breakdown=str(self.breakdownCombo.currentData()))

    def place(self) -> Place:
        """The chosen centre. Raises FlashpointsError when the text is none."""
        return self.where.place()

    def _where_changed(self) -> None:
        if self.map.holds:
            return  # what is written follows the hand
        self.check()
        self._show_rings()

    def _radius_chosen(self, radius: float) -> None:
        self._radius = radius
        if self._answer is not None and radius in self._answer.question.radii:
            self._show(self._answer.with_radii(self._answer.question.radii, radius))

    def _site_chosen(self, item: QTreeWidgetItem) -> None:
        """A row of several places or lines: the numbers are about it."""
        if self._answer is not None and self._answer.everywhere is not None:
            self._site = str(item.data(0, 0x0100))
            self.ask()

    # The algorithm's parameters

    @property
    def algorithm(self) -> str:  # type: ignore[override]
        """Which algorithm answers."""
        return "flashpoints:bandcounts" if self.where.along else "flashpoints:buffercounts"

    def collect(self) -> dict[str, Any]:
        """Parameters of buffercounts or bandcounts."""
        return {
            **self.selection.parameters(),
            **self.where.parameters(),
            "BREAKDOWN": self.breakdownCombo.currentData(),
        }

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again what an earlier run was asked."""
        choose(self.breakdownCombo, parameters.get("BREAKDOWN", "none"))
        super().set_parameters(parameters)
        self.where.set_parameters(parameters)

    def title(self) -> str:
        """Rings of 50, 100, 150 km round Bamako, 2023-H1 against 2022-H2."""
        text = translate("Buffer counts", "Rings of {radii} km round {place}, {rest}")
        if self.where.along:
            text = translate("Buffer counts", "Bands of {radii} km along {place}, {rest}")
        radii = ", ".join(kilometres(radius) for radius in self.where.radii())
        return text.format(radii=radii, place=self.where.where(), rest=self.selection.what_and_when())

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage in the folder for results."""
        return {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}

    # The live half

    def question(self, parameters: dict[str, Any]) -> Answering:
        """The chosen ring in both periods; the largest where none is chosen."""
        radii = tuple(self.where.radii())
        radius = self._radius if self._radius in radii else radii[-1]
        question = RingQuestion(parameters, self.where.sites(), radii, radius, self._site)
        return lambda events, _: self._preview_of(events).answer(question)

    def _preview_of(self, events: LiveEvents) -> RingPreview:
        """In the thread: what the last question was answered with is kept for the next."""
        if self._preview is None or self._preview.events is not events:
            self._preview = RingPreview(events)
        return self._preview

    def show_answer(self, answer: RingAnswer) -> None:
        """Numbers, ratio, lines, chart, caveats, and what the rings on the map count."""
        self._answer = answer
        if self.map.holds:
            self._show_moved()  # it was asked before the hand took hold
        else:
            self._show(answer)

    def _show_moved(self) -> None:
        """While something is dragged: the text follows, and the answer is counted at once."""
        if self.map.centre_moved and self.map.centre is not None:
            self.where.put(*self.map.centre)
        else:  # given up, or only a radius moves
            self.centreCombo.setEditText(self._centre_text)
        self.radiiEdit.setText(", ".join(f"{radius:g}" for radius in self.map.radii))
        if self._answer is None:
            return
        answer = self._answer
        try:
            radii = sorted({*self.map.radii})
            moved = (
                answer.with_radii(radii, self.map.radius) if radii != list(answer.question.radii) else answer
            )
            if self.map.centre_moved and self.map.centre is not None:
                moved = moved.moved(self.map.site())
        except FlashpointsError as error:
            self.clear_answer(str(error))
            return
        self._held = moved
        self._show(moved)

    def _show(self, answer: RingAnswer) -> None:
        radii = self.map.radii if self.map.holds else list(answer.question.radii)
        # what is left out while one drags keeps its room, or the chart would jump under the hand
        for label in (self.live.caveatsLabel, self.half.linesLabel):
            label.setMinimumHeight(label.height() if self.map.holds else 0)
        self.live.show_result(shown(answer, self.where.along, self._credit(answer)))
        self.half.show_answer(answer, radii)
        self._show_rings(answer)

    def _show_rings(self, answer: RingAnswer | None = None) -> None:
        """Draw the rings of one place; of several, and along lines, running draws them."""
        if self.where.around != PLACE or not self.isVisible():
            self.map.clear()
            return
        try:
            place, radii = self.where.place(), self.where.radii()
        except FlashpointsError:
            self.map.clear()
            return
        if self.map.holds:
            radii = self.map.radii
        else:
            self._centre_text = self.centreCombo.currentText()
        radius = self._radius if self._radius in radii else max(radii)
        self.map.show_rings(place, radii, self.map.radius if self.map.holds else radius, answer)

    def _dropped(self) -> None:
        """The hand has let go: what is written is asked like anything else."""
        self._radius = self.map.radius
        if self._held is not None:  # until the answer with its caveats comes
            self._answer, self._held = self._held, None
            self._show(self._answer)
        self.radiiEdit.setText(", ".join(f"{radius:g}" for radius in self.map.radii))
        self.check()

    def _credit(self, answer: RingAnswer) -> str:
        rows = [source_row(row) for row in answer.job.source.rows("imports")]
        return " ".join(dict.fromkeys(str(row["credit"]) for row in rows if row.get("credit")))

    def clear_answer(self, why: str) -> None:
        """No numbers and no lines."""
        super().clear_answer(why)
        self._answer = self._held = None
        self.half.clear()

    # Opening and closing

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The rings come with the dialog."""
        super().showEvent(event)
        self._show_rings(self._answer)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """The rings go with it, and the map gets its tool back."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.pickButton.setChecked(False)
            self.map.clear()
