# SPDX-License-Identifier: GPL-2.0-or-later
"""Names without a group, the most frequent first, and a group for each with one click."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.actor_draft import Draft
from ..core.actor_mentions import Review
from ..core.text import number, translate
from .actor_lists import MOST_NAMES, chosen_line, events_words, name_heads, names_words, set_up, show_names
from .actor_tree import fill_groups
from .look import show_as_list

LINES = 6


class NamesTab(QObject):
    """Works the second tab of the form."""

    assigned = pyqtSignal(str, str)  # name, group
    asked_group = pyqtSignal(str)  # name

    def __init__(self, form: Any) -> None:
        super().__init__(form)
        self._form = form
        self._names: list[tuple[str, int]] = []
        self._shown: list[tuple[str, int]] = []
        set_up(form.namesTable, name_heads(), [1], LINES)
        show_as_list(form.assignCombo)
        form.searchEdit.textChanged.connect(lambda _: self._fill())
        form.namesTable.itemSelectionChanged.connect(self._selected)
        form.assignButton.clicked.connect(self._assign)
        form.newForNameButton.clicked.connect(self._new)
        form.assignCombo.currentIndexChanged.connect(lambda _: self._selected())

    def show_groups(self, draft: Draft) -> None:
        """Offer the groups of a table."""
        fill_groups(self._form.assignCombo, draft)

    def show_names(self, review: Review | None, total: int) -> None:
        """Show what a table leaves without a group; None: not known yet."""
        title = translate("Actors window", "Names without a group")
        if review is None:
            self._names = []
            self._form.namesLabel.setText(translate("Actors window", "Counting the names…"))
        else:
            pairs = zip(review.unmatched["name"], review.unmatched["events"])
            self._names = [(str(name), int(events)) for name, events in pairs]
            title = translate("Actors window", "Names without a group ({names}, {events})").format(
                names=names_words(len(self._names)), events=events_words(review.unmatched_events)
            )
            self._form.namesLabel.setText(self._said(review.unmatched_events, total))
        self._form.tabs.setTabText(1, title)
        self._fill()

    def _said(self, events: int, total: int) -> str:
        if not self._names:
            return translate("Actors window", "Every name of the {n} events has a group.").format(
                n=number(total)
            )
        text = translate(
            "Actors window",
            "{names} in {events} of {n} fit no pattern and count as others. Choose a name, then its group.",
        )
        return text.format(names=names_words(len(self._names)), events=number(events), n=events_words(total))

    def _fill(self) -> None:
        before = self.chosen()
        line = chosen_line(self._form.namesTable)
        wanted = self._form.searchEdit.text().strip().casefold()
        self._shown = [one for one in self._names if wanted in one[0].casefold()][:MOST_NAMES]
        self._form.namesTable.blockSignals(True)
        show_names(self._form.namesTable, self._shown)
        names = [name for name, _ in self._shown]
        if before in names:
            self._form.namesTable.selectRow(names.index(before))
        elif line is not None and names:  # the chosen one has its group now: the next is at hand
            self._form.namesTable.selectRow(min(line, len(names) - 1))
        self._form.namesTable.blockSignals(False)
        self._selected()

    def chosen(self) -> str | None:
        """The name that is chosen."""
        line = chosen_line(self._form.namesTable)
        return self._shown[line][0] if line is not None and line < len(self._shown) else None

    def _selected(self) -> None:
        there = self.chosen() is not None
        self._form.assignButton.setEnabled(there and bool(self._form.assignCombo.currentData()))
        self._form.newForNameButton.setEnabled(there)

    def _assign(self) -> None:
        name = self.chosen()
        if name is not None:
            self.assigned.emit(name, str(self._form.assignCombo.currentData()))

    def _new(self) -> None:
        name = self.chosen()
        if name is not None:
            self.asked_group.emit(name)
