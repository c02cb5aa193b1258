# SPDX-License-Identifier: GPL-2.0-or-later
"""Families, groups and their patterns: chosen in a tree, changed in a form, tested while they are typed."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..core.actor_draft import FINDING, Draft
from ..core.errors import FlashpointsError
from ..core.text import number, translate
from .actor_answers import Answer
from .actor_lists import (
    chosen_line,
    events_words,
    name_heads,
    names_words,
    pattern_heads,
    set_up,
    show_names,
    show_patterns,
)
from .actor_tree import GroupTree, Which, fill_groups, label_of
from .look import show_as_list

PAUSE_MS = 250
"""After the last key, before a pattern is tested."""
PATTERN_LINES, MATCH_LINES = 3, 3


class GroupsTab(QObject):
    """Works the first tab of the form. What is changed goes into the draft at once."""

    changed = pyqtSignal()  # the draft
    chosen = pyqtSignal()  # another pattern, to be tested
    refused = pyqtSignal(object)

    def __init__(self, form: Any) -> None:
        super().__init__(form)
        self._form, self._draft = form, Draft([], [])
        self._answer: Answer | None = None
        self._row: int | None = None
        self._showing = False
        self.tree = GroupTree(form.groupTree)
        set_up(form.patternsTable, pattern_heads(), [2, 3], PATTERN_LINES)
        set_up(form.matchesTable, name_heads(), [1], MATCH_LINES)
        for combo in (form.familyCombo, form.umbrellaCombo):
            show_as_list(combo)
        form.colourButton.setAllowOpacity(False)
        self._edits = dict(
            zip(FINDING, (form.patternEdit, form.countryEdit, form.interEdit, form.startEdit, form.endEdit))
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.take_typed)
        self._connect()

    def _connect(self) -> None:
        form = self._form
        self.tree.chosen.connect(self._show_chosen)
        form.patternsTable.itemSelectionChanged.connect(self._pattern_chosen)
        for edit in self._edits.values():
            edit.textEdited.connect(lambda _: self._pause.start())
        form.labelEdit.editingFinished.connect(lambda: self._describe(label=form.labelEdit.text().strip()))
        form.frenchEdit.editingFinished.connect(
            lambda: self._describe(label_fr=form.frenchEdit.text().strip())
        )
        form.colourButton.colorChanged.connect(lambda colour: self._describe(colour=colour.name().upper()))
        form.familyColourButton.clicked.connect(lambda: self._describe(colour=""))
        form.familyCombo.activated.connect(lambda _: self._describe(family=form.familyCombo.currentData()))
        form.umbrellaCombo.activated.connect(
            lambda _: self._describe(umbrella=form.umbrellaCombo.currentData())
        )
        form.addGroupButton.clicked.connect(lambda: self.add_group(translate("Actors window", "New group")))
        form.removeGroupButton.clicked.connect(self._remove_group)
        form.upButton.clicked.connect(lambda: self._move(down=False))
        form.downButton.clicked.connect(lambda: self._move(down=True))
        form.addPatternButton.clicked.connect(self._add_pattern)
        form.removePatternButton.clicked.connect(self._remove_pattern)
        form.earlierButton.clicked.connect(lambda: self._move_pattern(down=False))
        form.laterButton.clicked.connect(lambda: self._move_pattern(down=True))

    # Showing

    def show_draft(self, draft: Draft, keep: Which | None = None) -> None:
        """Show a table, what was chosen stays chosen."""
        self._draft, self._answer = draft, None
        self.tree.show(draft, keep)

    @property
    def row(self) -> int | None:
        """Position in the table of the pattern that is chosen."""
        return self._row

    def _show_chosen(self) -> None:
        if self._pause.isActive():
            self.take_typed()
        which = self.tree.which()
        form = self._form
        self._showing = True
        form.groupLabel.setText(self._heading(which))
        for widget in (form.familyLabel, form.familyCombo, form.umbrellaLabel, form.umbrellaCombo,
                       form.familyColourButton, form.patternBox, form.matchesTable, form.patternsTable,
                       form.addPatternButton, form.removePatternButton, form.earlierButton, form.laterButton,
                       form.testLabel):  # fmt: skip
            widget.setVisible(which is not None and not which.is_family)
        form.removeGroupButton.setEnabled(which is not None and not which.is_family)
        if which is not None:
            self._show_cells(which)
        self._showing = False
        self._show_patterns(None)

    def _heading(self, which: Which | None) -> str:
        if which is None:
            return translate("Actors window", "Choose a family or a group.")
        text = translate("Actors window", "Group: {id}")
        if which.is_family:
            text = translate(
                "Actors window", "Family: {id}. Groups without a colour of their own have this one."
            )
        return text.format(id=which.id)

    def _cells(self, which: Which) -> dict[str, str]:
        if which.is_family:
            return next(row for row in self._draft.families if row["family"] == which.id)
        return self._draft.group(which.id)

    def _show_cells(self, which: Which) -> None:
        form, cells = self._form, self._cells(which)
        form.labelEdit.setText(cells["label"])
        form.frenchEdit.setText(cells["label_fr"])
        form.frenchEdit.setPlaceholderText(cells["label"])
        families = {row["family"]: row for row in self._draft.families}
        colour = cells["colour"] or families.get(cells["family"], {}).get("colour", "")
        form.colourButton.setColor(QColor(colour))
        form.familyColourButton.setEnabled(bool(cells["colour"]))
        if not which.is_family:
            form.familyCombo.clear()
            for row in self._draft.family_rows():
                form.familyCombo.addItem(label_of(row), row["family"])
            form.familyCombo.setCurrentIndex(form.familyCombo.findData(cells["family"]))
            fill_groups(form.umbrellaCombo, self._draft, translate("Actors window", "no other group"))
            form.umbrellaCombo.setCurrentIndex(max(form.umbrellaCombo.findData(cells["umbrella"]), 0))

    def _patterns(self) -> list[int]:
        which = self.tree.which()
        return [] if which is None or which.is_family else self._draft.patterns_of(which.id)

    def _show_patterns(self, row: int | None) -> None:
        """Show the patterns of the chosen group; row : the one to choose, else the first."""
        places, table = self._patterns(), self._form.patternsTable
        review = self._answer.review if self._answer else None
        counts: list[tuple[int, int] | None] = [None] * len(places)
        if review is not None and len(review.rows) == len(self._draft.rows):
            counts = [(int(review.rows["events"][one]), int(review.rows["names"][one])) for one in places]
        table.blockSignals(True)
        show_patterns(table, [self._draft.rows[one] for one in places], counts)
        line = places.index(row) if row in places else 0
        if places:
            table.selectRow(line)
        table.blockSignals(False)
        self._pattern_chosen()

    def _pattern_chosen(self) -> None:
        if self._pause.isActive():
            self.take_typed()
        places, line = self._patterns(), chosen_line(self._form.patternsTable)
        row = places[line] if line is not None and line < len(places) else None
        other, self._row = row != self._row, row
        for name, edit in self._edits.items():
            text = self._draft.rows[row][name] if row is not None else ""
            if edit.text().strip() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        for widget in (self._form.patternBox, self._form.removePatternButton, self._form.earlierButton,
                       self._form.laterButton):  # fmt: skip
            widget.setEnabled(row is not None)
        if row is None:
            self._form.testLabel.setText(
                translate("Actors window", "This group has no pattern, so no name is found.")
            )
            show_names(self._form.matchesTable, [])
        elif other or self._answer is None or self._answer.row != row:
            self._form.testLabel.setText(translate("Actors window", "Testing…"))
            self.chosen.emit()

    def show_answer(self, answer: Answer) -> None:
        """Show what the table makes of the events."""
        self._answer = answer
        if answer.review is not None:
            self.tree.show_events(answer.review.groups, answer.review.families)
        if not self._pause.isActive():
            self._show_patterns(self._row)
        if answer.row == self._row and self._row is not None:
            self._form.testLabel.setText(self._tested(answer))
            pairs = answer.matched.names.itertuples(index=False) if answer.matched else ()
            show_names(self._form.matchesTable, [(str(name), int(events)) for name, events in pairs])

    def _tested(self, answer: Answer) -> str:
        if answer.matched is None or answer.row is None:
            return answer.wrong
        text = translate("Actors window", "This pattern matches {events}, {names}.").format(
            events=events_words(answer.matched.events), names=names_words(len(answer.matched.names))
        )
        if answer.review is not None:
            decided = int(answer.review.rows["events"][answer.row])
            if decided < answer.matched.events:
                more = translate(
                    "Actors window", "It decides {n} of them; the others fit a pattern that is tried earlier."
                )
                text = f"{text} {more.format(n=number(decided))}"
        return text

    # Changing

    def take_typed(self) -> None:
        """Put what was typed into the draft."""
        self._pause.stop()
        if self._row is not None:
            cells = {name: edit.text().strip() for name, edit in self._edits.items()}
            if any(self._draft.rows[self._row][name] != text for name, text in cells.items()):
                self._draft.set_pattern(self._row, **cells)
                self.changed.emit()

    def _describe(self, **cells: str) -> None:
        which = self.tree.which()
        if self._showing or which is None:
            return
        now = self._cells(which)
        if all(now[name] == text for name, text in cells.items()):
            return
        if which.is_family:
            self._draft.set_family(which.id, **cells)
        else:
            self._draft.set_group(which.id, **cells)
        self.tree.show(self._draft, which)
        self.changed.emit()

    def add_group(self, label: str, name: str = "") -> None:
        """Add a group to the chosen family; name : the one that it is found by."""
        which = self.tree.which()
        family = (which.id if which.is_family else self._cells(which)["family"]) if which else ""
        families = self._draft.family_rows()
        group = self._draft.add_group(label, family or families[-1]["family"])
        if name:
            self._draft.assign(name, group)
        self._after(Which(group, False))
        self._form.labelEdit.setFocus()
        self._form.labelEdit.selectAll()

    def _remove_group(self) -> None:
        which = self.tree.which()
        if which is not None and not which.is_family:
            try:
                self._draft.remove_group(which.id)
            except FlashpointsError as error:
                self.refused.emit(error)
                return
            self._after(None)

    def _move(self, down: bool) -> None:
        which = self.tree.which()
        if which is not None:
            move = self._draft.move_family if which.is_family else self._draft.move_group
            if move(which.id, down):
                self._after(which)

    def _after(self, which: Which | None) -> None:
        self.tree.show(self._draft, which)
        self.changed.emit()

    def _add_pattern(self) -> None:
        which = self.tree.which()
        if which is not None and not which.is_family:
            new = translate("Actors window", "^New pattern$")
            row = self._draft.add_pattern(which.id, pattern=new)
            self._show_patterns(row)
            self.changed.emit()
            self._form.patternEdit.setFocus()
            self._form.patternEdit.selectAll()

    def _remove_pattern(self) -> None:
        if self._row is not None:
            self._draft.remove_pattern(self._row)
            self._show_patterns(None)
            self.changed.emit()

    def _move_pattern(self, down: bool) -> None:
        if self._row is not None:
            row = self._draft.move_pattern(self._row, down)
            self._show_patterns(row)
            self.changed.emit()
