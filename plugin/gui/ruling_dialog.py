# SPDX-License-Identifier: GPL-2.0-or-later
"""Correct an event: one field of the event that is selected, with a reason and a name."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QLabel

from ..core.errors import FlashpointsError
from ..core.rulings import Ruling, check
from ..core.rulings_fields import EXCLUDE, POINT, RULABLE, choices, field_label, point_text, source_text
from ..core.text import translate
from ..gis.paths import UI
from ..gis.store import EVENTS
from .background import Latest
from .dialog import FlashpointsDialog
from .look import align_labels, scale_text, show_as_list, show_as_notice
from .point_picker import PointPicker
from .ruling_event import Chosen, EventFacts, event_of, facts_of, selected_event, title_of, words_of
from .rulings_table import EARLIER, fill, fit_height, set_up
from .runner import Outcome
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "ruling_dialog.ui"))
CLOSED = ("event_type", "geo_precision", "civilian_targeting", EXCLUDE)
"""Fields that take one of a few values and nothing else."""
MOST_ROWS = 6
"""Earlier rulings that are seen without scrolling."""


class RulingDialog(FlashpointsDialog, FORM):
    """Follows the selection on the map, as long as nothing is written that another event would lose."""

    name = "ruling"
    algorithm = "flashpoints:addruling"
    help_page = "rulings"
    width_in_lines = 40.0
    height_in_lines = 30.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.facts: EventFacts | None = None
        self._offered = ""
        show_as_notice(self.emptyFrame, "hint")
        self.foot.folderRow.hide()
        self._reader = Latest(translate("Ruling", "Looking the event up"), self)
        self._reader.answered.connect(self._show_event)
        self._reader.refused.connect(self._show_refusal)
        self.picker = PointPicker(host.canvas, self.pickButton)
        self.picker.picked.connect(self._picked)
        set_up(self.earlierTable, EARLIER)
        align_labels(self.labels())
        for field in RULABLE:
            self.fieldCombo.addItem(field_label(field), field)
        show_as_list(self.fieldCombo)
        self.fieldCombo.setCurrentIndex(max(self.fieldCombo.findData(self.settings.text("field", POINT)), 0))
        self.authorEdit.setText(self.settings.text("author"))
        self.fieldCombo.currentIndexChanged.connect(self._field_chosen)
        host.canvas.selectionChanged.connect(self._selection_changed)
        self._show_nothing()

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.fieldLabel, self.sourceLabel, self.valueLabel, self.reasonLabel, self.authorLabel]

    def verb(self) -> str:
        """What the button does."""
        return translate("Ruling", "&Correct")

    def keep(self) -> None:
        """Remember who corrects, and what."""
        self.settings.keep(author=self.authorEdit.text().strip(), field=str(self.fieldCombo.currentData()))

    # Which event

    def present(self) -> None:
        """Open with the event that is selected now."""
        self.follow(self.host.iface.activeLayer())
        super().present()

    def present_feature(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Open with the event of a feature, as from a table's or the Identify window's action."""
        super().present()
        try:
            self.look_up(event_of(layer, feature))
        except FlashpointsError as error:
            self._show_refusal(error)

    def follow(self, layer: Any) -> None:
        """Show the event that is selected in a layer; with none, or several, what is shown stays."""
        try:
            chosen = selected_event(layer)
        except FlashpointsError as error:
            self._show_refusal(error)
            return
        if chosen is not None:
            self.look_up(chosen)

    def look_up(self, chosen: Chosen) -> None:
        """Show an event, once it is read."""
        self._reader.ask(lambda: facts_of(chosen))

    def _selection_changed(self, layer: Any) -> None:
        if self.isVisible() and self.run is None and not self._is_written():
            self.follow(layer)

    def _is_written(self) -> bool:
        """Whether the user has put in a value that is not saved."""
        return self.facts is not None and self._value() != self._offered

    def _show_nothing(self) -> None:
        self.facts = None
        self.emptyFrame.show()
        for widget in (self.eventFrame, self.earlierLabel, self.earlierTable):
            widget.hide()
        self.formPage.setEnabled(False)
        self.foot.runButton.setEnabled(False)

    def _show_refusal(self, error: FlashpointsError) -> None:
        self._show_nothing()
        self.foot.show_problem(error)

    def _show_event(self, facts: EventFacts) -> None:
        self.facts = facts
        self.emptyFrame.hide()
        self.eventFrame.show()
        self.formPage.setEnabled(True)
        self.foot.runButton.setEnabled(self.run is None)
        self.foot.show_problem(None)
        self.eventLabel.setText(title_of(facts.event))
        scale_text(self.eventLabel, 1.15, bold=True)
        self.wordsLabel.setText(words_of(facts.event))
        self.notesLabel.setText(str(facts.event["notes"] or ""))
        self.notesLabel.setVisible(bool(facts.event["notes"]))
        fill(self.earlierTable, facts.standings, EARLIER)
        fit_height(self.earlierTable, MOST_ROWS)
        for widget in (self.earlierLabel, self.earlierTable):
            widget.setVisible(bool(facts.standings))
        self._show_field()

    # Which field

    def _field_chosen(self, *_: object) -> None:
        self.foot.statusLabel.clear()
        self.foot.show_problem(None)
        self._show_field()

    def _show_field(self) -> None:
        """What the source says of the field, and what holds now, to be changed."""
        field = str(self.fieldCombo.currentData())
        self.pickButton.setVisible(field == POINT)
        if self.facts is None:
            return
        source = source_text(field, self.facts.event)
        holding = self.facts.holding(field)
        none = translate("Ruling", "not left out") if field == EXCLUDE else translate("Ruling", "nothing")
        self.sourceText.setText(source or none)
        self._offer(field, holding.ruling.value if holding else source)

    def _offer(self, field: str, value: str) -> None:
        """The values to choose from, with the one that holds now."""
        combo = self.valueCombo
        closed = field in CLOSED
        combo.clear()
        combo.setEditable(not closed)
        none = translate("Ruling", "not known") if field == "geo_precision" else translate("Ruling", "no")
        words = {"": none, "1": translate("Ruling", "yes, leave it out")} if field == EXCLUDE else {"": none}
        possible = list(choices(field, str((self.facts.event if self.facts else {}).get("event_type") or "")))
        if closed and value not in possible:
            possible.insert(0, value)
        for one in possible:
            combo.addItem(words.get(one, one), one)
        if closed:
            combo.setCurrentIndex(combo.findData(value))
        else:
            combo.setEditText(value)
            combo.lineEdit().setCursorPosition(0)
        self._offered = self._value()

    def _value(self) -> str:
        combo = self.valueCombo
        return combo.currentText().strip() if combo.isEditable() else str(combo.currentData() or "")

    def _picked(self, longitude: float, latitude: float) -> None:
        self.valueCombo.setEditText(point_text(round(latitude, 5), round(longitude, 5)))
        self.raise_()

    # The algorithm's parameters

    def collect(self) -> dict[str, Any]:
        """Parameters of addruling."""
        if self.facts is None:
            raise FlashpointsError(translate("Ruling", "No event is chosen."))
        chosen, field = self.facts.chosen, str(self.fieldCombo.currentData())
        value, reason, author = self._value(), self.reasonEdit.text(), self.authorEdit.text()
        if value == self._offered and self.facts.holding(field) is None:
            raise FlashpointsError(
                translate("Ruling", "{field} is as the source has it.").format(field=field_label(field)),
                remedy=translate("Ruling", "Write what it should be."),
            )
        ruling = check(Ruling(chosen.event_id, field, value, reason, author))
        return {
            "INPUT": f"{chosen.store}|layername={EVENTS}", "EVENT_ID": ruling.event_id, "FIELD": field,
            "VALUE": ruling.value, "REASON": ruling.reason, "AUTHOR": ruling.author,
        }  # fmt: skip

    def outputs(self) -> dict[str, str]:
        """None: the store itself is written."""
        return {}

    def title(self) -> str:
        """Correct SYN1."""
        name = self.facts.chosen.event_id if self.facts else ""
        return translate("Ruling", "Correct {event}").format(event=name)

    def succeeded(self, outcome: Outcome) -> None:
        """Say what holds now, and show it in the list."""
        text = translate("Ruling", "Saved. Figures that it changes say what the source has, too.")
        self.foot.statusLabel.setText(text)
        if self.facts is not None:
            chosen = self.facts.chosen
            self.look_up(chosen)

    def done(self, result: int) -> None:
        """Give the map its tool back."""
        self.pickButton.setChecked(False)
        super().done(result)
