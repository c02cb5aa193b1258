# SPDX-License-Identifier: GPL-2.0-or-later
"""The rarer choices of the shared selection, folded under “More”, with what is chosen there in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.actors import ActorTable
from ..core.selection import PRECISION_MAX, split_list
from ..core.text import number, translate
from ..gis.facet_events import Numbers
from . import selection_lists as lists
from .checklist import Checklist
from .look import grow_by

ANY = "any"
LISTS = ("AGAINST", "SUB_EVENT_TYPES", "COUNTRIES", "WHERE")
MOST_NAMES = 2


class OneLine(QLabel):
    """Shows the beginning of a text that is too long; the tip has all of it."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Cut at the end."""
        painter = QStylePainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawItemText(
            self.rect(), flags, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )


class MoreChoices(QWidget):
    """Holds parameters by the algorithms' names. `changed` follows the user."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_where = False
        self._make()
        self._rows: list[tuple[QLabel, QWidget]] = [
            (QLabel(translate("Selection", "Which side")), self.roleCombo),
            (QLabel(translate("Selection", "Opponents")), self.againstList),
            (QLabel(translate("Selection", "Civilians")), self.civiliansCombo),
            (QLabel(translate("Selection", "Sub-types")), self.subTypesList),
            (QLabel(translate("Selection", "Countries")), self.countriesList),
            (QLabel(translate("Selection", "Only in")), self.whereList),
            (QLabel(translate("Selection", "Date known to")), self.dateCombo),
            (QLabel(translate("Selection", "Fatalities from")), self.fatalitiesSpin),
        ]
        self._arrange()
        self._connect()
        self.use_where(False)
        self.fold(True)

    def _make(self) -> None:
        self.moreButton = QToolButton()
        self.moreButton.setAutoRaise(True)
        self.moreButton.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.moreButton.setText(translate("Selection", "More"))
        self.summaryLabel = OneLine()
        self.summaryLabel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.totalLabel = QLabel()
        self.totalLabel.setToolTip(
            translate(
                "Selection",
                "The number beside a choice: the events of the chosen periods that count if you make this choice "
                "alone in its list and leave the other lists as they are.",
            )
        )
        self.roleCombo, self.civiliansCombo, self.dateCombo = (_box() for _ in range(3))
        lists.fill(
            self.roleCombo,
            {
                ANY: translate("Selection", "either"),
                "side_1": translate("Selection", "side 1"),
                "side_2": translate("Selection", "side 2"),
            },
        )
        self.roleCombo.setToolTip(
            translate(
                "Selection",
                "In violence against civilians side 1 is the perpetrator and civilians are side 2; "
                "in battles the order of the sides proves nothing.",
            )
        )
        lists.fill(
            self.civiliansCombo,
            {
                ANY: translate("Selection", "all events"),
                "targeted": translate("Selection", "targeted, in events of any type"),
                "vac": translate("Selection", "violence against civilians alone"),
            },
        )
        lists.fill(
            self.dateCombo,
            {
                PRECISION_MAX: translate("Selection", "day, week or month"),
                2: translate("Selection", "day or week"),
                1: translate("Selection", "day"),
            },
        )
        self.againstList = Checklist(translate("Selection", "anyone"))
        self.subTypesList = Checklist(translate("Selection", "all of the types above"))
        self.countriesList = Checklist(translate("Selection", "all countries"))
        self.whereList = Checklist(translate("Selection", "all regions"))
        self.whereList.setToolTip(translate("Selection", "Numbers by the regions that the file itself names"))
        self.fatalitiesSpin = QSpinBox()
        self.fatalitiesSpin.setRange(0, 1_000_000)
        self.fatalitiesSpin.setSpecialValueText(translate("Selection", "any number"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.moreButton)
        head.addWidget(self.summaryLabel, 1)
        head.addWidget(self.totalLabel)
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (label, widget) in enumerate(self._rows):
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._body)

    def _connect(self) -> None:
        self.moreButton.clicked.connect(lambda: self._clicked())
        for combo in (self.roleCombo, self.civiliansCombo, self.dateCombo):
            combo.activated.connect(self._chosen)
        for one in self._lists().values():
            one.changed.connect(self._chosen)
        self.fatalitiesSpin.valueChanged.connect(self._chosen)

    def _lists(self) -> dict[str, Checklist]:
        return dict(zip(LISTS, (self.againstList, self.subTypesList, self.countriesList, self.whereList)))

    def _boxes(self) -> dict[str, QComboBox]:
        return {
            "ROLE": self.roleCombo,
            "CIVILIANS": self.civiliansCombo,
            "TIME_PRECISION_MAX": self.dateCombo,
        }

    def stops(self) -> list[QWidget]:
        """Where the tab key goes, in order."""
        return [self.moreButton, *(widget for _, widget in self._rows)]

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [label for label, _ in self._rows]

    def use_where(self, there: bool = True) -> None:
        """Offer regions and zones by name, for dialogs whose algorithm takes WHERE."""
        self._shown_where = there
        for label, widget in self._rows:
            if widget is self.whereList:
                label.setVisible(there)
                widget.setVisible(there)

    # Folding

    def _clicked(self) -> None:
        self.fold(not self.is_folded)
        if not self.is_folded:
            grow_by(self.window(), self._body.sizeHint().height())

    def fold(self, folded: bool) -> None:
        """Hide the choices, or show them."""
        self.is_folded = folded
        self._body.setVisible(not folded)
        self.moreButton.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        self._say()

    def _say(self) -> None:
        text = "; ".join(self.summary())
        hint = translate("Selection", "sides, opponents, civilians, sub-types, countries…")
        self.summaryLabel.setText(text or (hint if self.is_folded else ""))
        self.summaryLabel.setToolTip(text)
        self.summaryLabel.setStyleSheet("" if text else "font-style: italic;")

    def summary(self) -> list[str]:
        """What is chosen, in short words, in the order of the rows."""
        said = []
        for label, widget in self._rows:
            if isinstance(widget, Checklist):
                words = _short(widget.labels() if widget.isEnabled() else [])
            elif isinstance(widget, QComboBox):
                words = lists.label_of(widget) if widget.currentIndex() > 0 else ""
            else:
                words = number(self.fatalitiesSpin.value()) if self.fatalitiesSpin.value() else ""
            if words and (self._shown_where or widget is not self.whereList):
                text = translate("Selection", "{what}: {words}")
                said.append(text.format(what=label.text().lower(), words=words))
        return said

    def _chosen(self, *_: object) -> None:
        self._say()
        self.changed.emit()

    # What is chosen

    def parameters(self) -> dict[str, Any]:
        """What is chosen, by the names of the parameters; what the layer cannot answer is not chosen."""
        found: dict[str, Any] = {}
        for name, one in self._lists().items():
            if one.chosen() and one.isEnabled() and (self._shown_where or name != "WHERE"):
                found[name] = ";".join(one.chosen())
        for name, combo in self._boxes().items():
            if combo.currentIndex() > 0 and combo.model().item(combo.currentIndex()).isEnabled():
                found[name] = combo.currentData()
        if self.fatalitiesSpin.value() and self.fatalitiesSpin.isEnabled():
            found["MIN_FATALITIES"] = self.fatalitiesSpin.value()
        return found

    def show_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Choose what parameters say; those that are missing choose nothing."""
        for name, one in self._lists().items():
            one.choose(split_list(str(parameters.get(name, ""))))
        for name, combo in self._boxes().items():
            default = combo.itemData(0)
            value = type(default)(parameters.get(name, default))
            combo.setCurrentIndex(max(combo.findData(value), 0))
        self.fatalitiesSpin.blockSignals(True)
        self.fatalitiesSpin.setValue(int(parameters.get("MIN_FATALITIES", 0)))
        self.fatalitiesSpin.blockSignals(False)
        self._say()

    def allow(self, reasons: Mapping[str, str]) -> None:
        """Switch off what a layer cannot answer, with the reason as the tip."""
        for name, one in self._lists().items():
            one.allow(reasons.get(name, ""))
        lists.allow_values(self.roleCombo, {"side_1", "side_2"}, reasons.get("ROLE", ""))
        lists.allow_values(self.civiliansCombo, {"targeted"}, reasons.get("CIVILIANS", ""))
        lists.allow_values(self.dateCombo, {1, 2}, reasons.get("TIME_PRECISION_MAX", ""))
        reason = reasons.get("MIN_FATALITIES", "")
        self.fatalitiesSpin.setEnabled(not reason)
        self.fatalitiesSpin.setToolTip(reason)
        self._say()

    def show_total(self, events: int | None) -> None:
        """How many events fit all that is chosen; None while it is not known."""
        text = translate("Selection", "{n} events fit").format(n=number(events))
        self.totalLabel.setText("" if events is None else text)

    def show_numbers(self, actors: ActorTable, numbers: Numbers | None) -> None:
        """Offer what occurs in the layer, with the events behind each choice; None while nothing is known."""
        self.againstList.offer(lists.who_lines(actors, numbers, "against"))
        self.subTypesList.offer(lists.sub_type_lines(numbers))
        self.countriesList.offer(lists.country_lines(numbers))
        self.whereList.offer(lists.region_lines(numbers))
        counts = numbers.facets.counts if numbers is not None else {}
        for name, combo in self._boxes().items():
            lists.show_counts(combo, counts.get(name.lower()))
        self._say()


def _box() -> QComboBox:
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def _short(names: list[str]) -> str:
    """Names for one line, the first of many."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = translate("Selection", "{n} others").format(n=number(len(names) - 1))
    return f"{names[0]}, {more}"
