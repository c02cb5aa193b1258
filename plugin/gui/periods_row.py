# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of two periods: usual pairs by name, and two boxes that show them and take anybody's own dates."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox

from ..core.errors import FlashpointsError
from ..core.periods import Period, ordered_pair, parse_period
from ..core.text import translate
from .presets import OWN, Preset, presets, suggestions
from .settings import DialogSettings


class PeriodsRow(QObject):
    """Drives three boxes of a form. What a pair means follows the coverage; own dates stay as they are written."""

    changed = pyqtSignal()

    def __init__(self, pairs: QComboBox, later: QComboBox, earlier: QComboBox) -> None:
        super().__init__(pairs)
        self._pairs, self._later, self._earlier = pairs, later, earlier
        self._chosen = ""
        self._presets: list[Preset] = []
        self._coverage: Period | None = None
        self.set_coverage(None)
        pairs.activated.connect(self._pair_chosen)
        for combo in (later, earlier):
            combo.setCompleter(None)  # it would make 2021-H2 of 2021
            combo.lineEdit().textEdited.connect(self._own_dates)
            combo.activated.connect(self._own_dates)
            combo.editTextChanged.connect(self.changed)

    def set_coverage(self, coverage: Period | None) -> None:
        """Offer what the file allows; None while that is not known."""
        self._coverage = coverage
        self._presets = presets(coverage)
        self._pairs.clear()
        for preset in self._presets:
            self._pairs.addItem(preset.label, preset.id)
        for combo in (self._later, self._earlier):
            written = combo.currentText()
            combo.clear()
            combo.addItems(suggestions(coverage))
            combo.setEditText(written)
        if coverage is not None:
            self._pairs.setCurrentIndex(max(self._pairs.findData(self._chosen), 0))
            self._write()

    def choose(self, preset_id: str) -> None:
        """Choose a pair by its id; one that the file does not allow gives the usual one."""
        self._chosen = preset_id
        self.set_coverage(self._coverage)

    def write(self, earlier: str, later: str) -> None:
        """Take these as somebody's own dates."""
        self._later.setEditText(later)
        self._earlier.setEditText(earlier)
        self._own_dates()

    def _pair_chosen(self, *_: object) -> None:
        self._chosen = str(self._pairs.currentData())
        self._write()

    def _write(self) -> None:
        preset = self._presets[self._pairs.currentIndex()]
        if preset.earlier is not None and preset.later is not None:
            self._later.setEditText(preset.later.label)
            self._earlier.setEditText(preset.earlier.label)

    def _own_dates(self, *_: object) -> None:
        self._chosen = OWN
        self._pairs.setCurrentIndex(self._pairs.findData(OWN))

    def periods(self) -> tuple[Period, Period]:
        """(earlier, later) as written. Raises FlashpointsError when a text is no period, or the order is wrong."""
        return ordered_pair(_period(self._earlier.currentText()), _period(self._later.currentText()))

    def in_words(self) -> str:
        """The periods in words, so that one sees how they were read; empty when they cannot be."""
        try:
            earlier, later = self.periods()
        except FlashpointsError:
            return ""  # the foot of the dialog says what is wrong
        return translate("Periods row", "{later}, against {earlier}").format(
            later=later.title(), earlier=earlier.title()
        )

    def keep(self, settings: DialogSettings) -> None:
        """Remember the choice."""
        settings.keep(
            preset=self._chosen, later=self._later.currentText(), earlier=self._earlier.currentText()
        )

    def restore(self, settings: DialogSettings) -> None:
        """Choose again what was chosen last. A pair is worked out anew; own dates come back as written."""
        chosen, later = settings.text("preset"), settings.text("later")
        if chosen == OWN and later:
            self._later.setEditText(later)
            self._earlier.setEditText(settings.text("earlier"))
        self.choose(chosen if chosen != OWN or later else "")


def _period(text: str) -> Period:
    if not text.strip():
        raise FlashpointsError(
            translate("Periods row", "A period is missing."),
            remedy=translate(
                "Periods row", "Choose one from the list, or write it: 2023-H1, 2023-Q2, 2023, 2023-06."
            ),
        )
    return parse_period(text)
