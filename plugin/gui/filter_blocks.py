# SPDX-License-Identifier: GPL-2.0-or-later
"""The blocks of the filter bar: period, groups, types, precision, fatalities and text, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QDate, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
    QWidgetItem,
)

from ..core.event_filter import NOTHING, EventFilter
from ..core.periods import Period
from ..core.text import translate
from ..core.text_search import MOST_LETTERS
from .checklist import Checklist
from .look import show_as_list
from .presets import OWN, single_presets

TYPING_MS = 300
ALL_DATES = "all"
_FORM = "yyyy-MM-dd"


class FilterBlocks(QWidget):
    """Holds an EventFilter. `changed` follows the user, a little later while they type; not `show_filter`."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Period | None = None
        self._columns = 0
        self._make()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self.arrange(2)
        self.set_span(None)
        self._connect()

    def _make(self) -> None:
        self.presetCombo = QComboBox()
        show_as_list(self.presetCombo)
        self.presetCombo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.presetCombo.setMinimumContentsLength(11)
        self.fromEdit, self.toEdit = QDateEdit(), QDateEdit()
        for edit in (self.fromEdit, self.toEdit):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat(_FORM)
            edit.setKeyboardTracking(False)
        self.groupsButton = Checklist(translate("Filter bar", "Everyone"))
        self.typesButton = Checklist(translate("Filter bar", "All types"))
        any_one = translate("Filter bar", "any")
        self.placeCombo, self.dateCombo = QComboBox(), QComboBox()
        for limit, text in (
            (3, any_one),
            (2, translate("Filter bar", "surroundings")),
            (1, translate("Filter bar", "town")),
        ):
            self.placeCombo.addItem(text, limit)
        for limit, text in (
            (3, any_one),
            (2, translate("Filter bar", "week")),
            (1, translate("Filter bar", "day")),
        ):
            self.dateCombo.addItem(text, limit)
        self.fatalitiesSpin = QSpinBox()
        self.fatalitiesSpin.setRange(0, 100_000)
        self.fatalitiesSpin.setSpecialValueText(any_one)
        self.textEdit = QLineEdit()
        self.textEdit.setClearButtonEnabled(True)
        self.textEdit.setMaxLength(MOST_LETTERS)
        self.textEdit.setPlaceholderText(translate("Filter bar", "actor, place, notes…"))
        self.textEdit.setToolTip(
            translate(
                "Filter bar",
                "Every word must be found in actors, place, region, source, notes, type or id; "
                "words in double quotes stand together. Capitals and accents make no difference.",
            )
        )
        self._parts: dict[str, tuple[QWidget, ...]] = {
            "period": (self.presetCombo, self.fromEdit, self.toEdit),
            "groups": (self.groupsButton,),
            "event_types": (self.typesButton,),
            "geo_precision_max": (self.placeCombo,),
            "time_precision_max": (self.dateCombo,),
            "min_fatalities": (self.fatalitiesSpin,),
        }
        self._rows = [
            (QLabel(translate("Filter bar", "Period")), self.presetCombo),
            (QLabel(translate("Filter bar", "Days")), self._dates()),
            (QLabel(translate("Filter bar", "Who")), self.groupsButton),
            (QLabel(translate("Filter bar", "What")), self.typesButton),
            (QLabel(translate("Filter bar", "Place known to")), self.placeCombo),
            (QLabel(translate("Filter bar", "Date known to")), self.dateCombo),
            (QLabel(translate("Filter bar", "Fatalities from")), self.fatalitiesSpin),
            (QLabel(translate("Filter bar", "Text")), self.textEdit),
        ]
        for label, widget in self._rows:
            label.setBuddy(self.fromEdit if widget.isAncestorOf(self.fromEdit) else widget)

    def _dates(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.fromEdit, 1)
        row.addWidget(QLabel(translate("Filter bar", "to")))
        row.addWidget(self.toEdit, 1)
        return box

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.textEdit.textEdited.connect(lambda: self._typing.start())
        self.textEdit.textChanged.connect(lambda text: None if text else self._typing.start())
        self.textEdit.returnPressed.connect(lambda: self._typing.start(0))
        self.fatalitiesSpin.valueChanged.connect(lambda: self._typing.start())
        self.presetCombo.activated.connect(self._preset_chosen)
        for edit in (self.fromEdit, self.toEdit):
            edit.dateChanged.connect(self._own_dates)
        self.groupsButton.changed.connect(self.changed)
        self.typesButton.changed.connect(self.changed)
        self.placeCombo.activated.connect(self.changed)
        self.dateCombo.activated.connect(self.changed)

    # Layout

    def widths(self) -> list[int]:
        """How wide the blocks are with 1, 2, ... columns, in pixels."""
        found = []
        for columns in range(1, len(self._rows) + 1):
            widths = [0] * (2 * columns)  # labels and widgets have columns of their own
            for index, pair in enumerate(self._rows):
                for offset, one in enumerate(pair):
                    cell = 2 * (index % columns) + offset
                    widths[cell] = max(widths[cell], QWidgetItem(one).minimumSize().width())
            found.append(sum(widths) + self._grid.horizontalSpacing() * (len(widths) - 1))
        return found

    def arrange(self, columns: int) -> None:
        """Set the blocks in some columns, filled row by row."""
        if columns == self._columns:
            return
        self._columns = columns
        for label, widget in self._rows:
            self._grid.removeWidget(label)
            self._grid.removeWidget(widget)
        for index, (label, widget) in enumerate(self._rows):
            row, column = divmod(index, columns)
            self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(widget, row, 2 * column + 1)
        for column in range(2 * len(self._rows)):
            self._grid.setColumnStretch(column, column % 2 if column < 2 * columns else 0)

    # The period

    def set_span(self, span: Period | None) -> None:
        """Offer the periods of a layer's days; None while they are not known."""
        period = self.period()
        self._span = span
        self._presets = {one.id: one for one in single_presets(span)}
        self.presetCombo.clear()
        self.presetCombo.addItem(translate("Filter bar", "All dates"), ALL_DATES)
        for one in self._presets.values():
            self.presetCombo.addItem(one.label, one.id)
        self.presetCombo.addItem(translate("Filter bar", "Own dates"), OWN)
        self.show_period(period)

    def period(self) -> Period | None:
        """The chosen period, from the earlier date to the later; None for all dates."""
        if self.presetCombo.currentData() in (None, ALL_DATES):
            return None
        first, last = sorted((self.fromEdit.date().toPyDate(), self.toEdit.date().toPyDate()))
        return Period(first, last)

    def show_period(self, period: Period | None) -> None:
        """Show a period, by its name where it has one."""
        named = [one.id for one in self._presets.values() if period is not None and one.later == period]
        chosen = ALL_DATES if period is None else (named or [OWN])[0]
        self.presetCombo.setCurrentIndex(self.presetCombo.findData(chosen))
        self._write(period or self._span)

    def _write(self, period: Period | None) -> None:
        if period is None:
            return
        for edit, day in ((self.fromEdit, period.start), (self.toEdit, period.end)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)

    def _preset_chosen(self, *_: object) -> None:
        preset = self._presets.get(str(self.presetCombo.currentData()))
        self._write(preset.later if preset is not None else self.period() or self._span)
        self.changed.emit()

    def _own_dates(self, *_: object) -> None:
        self.presetCombo.setCurrentIndex(self.presetCombo.findData(OWN))
        self.changed.emit()

    # The whole

    def chosen(self) -> EventFilter:
        """What the blocks say."""
        return EventFilter(
            period=self.period(),
            groups=self.groupsButton.chosen(),
            event_types=self.typesButton.chosen(),
            geo_precision_max=int(self.placeCombo.currentData()),
            time_precision_max=int(self.dateCombo.currentData()),
            min_fatalities=self.fatalitiesSpin.value(),
            text=self.textEdit.text(),
        )

    def show_filter(self, chosen: EventFilter) -> None:
        """Show a filter."""
        self.show_period(chosen.period)
        self.groupsButton.choose(chosen.groups)
        self.typesButton.choose(chosen.event_types)
        self.placeCombo.setCurrentIndex(self.placeCombo.findData(chosen.geo_precision_max))
        self.dateCombo.setCurrentIndex(self.dateCombo.findData(chosen.time_precision_max))
        self.fatalitiesSpin.blockSignals(True)
        self.fatalitiesSpin.setValue(chosen.min_fatalities)
        self.fatalitiesSpin.blockSignals(False)
        if self.textEdit.text() != chosen.text:
            self.textEdit.setText(chosen.text)
        self._typing.stop()

    def clear(self) -> None:
        """Choose nothing."""
        self.show_filter(NOTHING)

    def allow(self, reasons: Mapping[str, str]) -> None:
        """Switch off what a layer cannot answer, with the reason as the tip."""
        for part, widgets in self._parts.items():
            for widget in widgets:
                reason = reasons.get(part, "")
                if isinstance(widget, Checklist):
                    widget.allow(reason)
                else:
                    widget.setEnabled(not reason)
                    widget.setToolTip(reason)
