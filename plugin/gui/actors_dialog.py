# SPDX-License-Identifier: GPL-2.0-or-later
"""Actors: the groups, families, colours, order and patterns of a store, changed and tested without code.

The rooms: actor_groups_tab (families, groups, patterns), actor_names_tab (names without a group), actor_answers (what
the table makes of the events, in a thread). What is saved goes through the algorithm reclassifyevents.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtGui import QCloseEvent

from ..core.actor_check import problems
from ..core.actor_draft import Draft
from ..core.actor_file import write_actor_file
from ..core.actor_mentions import Mentions
from ..core.errors import FlashpointsError
from ..core.text import number, translate
from ..gis.actor_table import shipped_families, shipped_rows
from ..gis.paths import UI
from ..gis.reclassifying import known_families, refuse
from ..gis.store import EVENTS
from .actor_answers import ActorAnswers, Answer
from .actor_files import ask_for_export, ask_for_import, read_table_file
from .actor_groups_tab import GroupsTab
from .actor_names_tab import NamesTab
from .actor_source import ActorSource
from .dialog import FlashpointsDialog
from .look import show_as_notice
from .runner import Outcome
from .stores import events_layer
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "actors_dialog.ui"))


class ActorsDialog(FlashpointsDialog, FORM):
    """Holds the table that is edited, and the events that it is tested on."""

    name = "actors"
    algorithm = "flashpoints:reclassifyevents"
    width_in_lines = 68.0
    height_in_lines = 40.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.draft = Draft(shipped_rows(), shipped_families())
        self._passed: tempfile.TemporaryDirectory[str] | None = None
        self.foot.folderRow.hide()
        for frame in (self.emptyFrame, self.keepFrame):
            show_as_notice(frame, "hint")
        self.keepFrame.hide()
        self.groups, self.names = GroupsTab(self), NamesTab(self)
        self.answers = ActorAnswers(self)
        self.source = ActorSource(self.storeCombo, self)
        self._asked = False  # whether the foot asks what to do with edits
        self.keepLabel.setText(
            translate(
                "Actors window",
                "These events lie in no event store, so groups cannot be kept with them. Load them into a store with "
                "“Load events” first; here a table can be tried and exported.",
            )
        )
        self._connect()
        self._open()
        self.source.list_layers()

    def _connect(self) -> None:
        self.source.opened.connect(self._open)
        self.source.asked.connect(self._other_asked)
        self.source.written.connect(self._written)
        self.source.read.connect(self._read)
        self.source.refused.connect(self.foot.show_problem)
        self.answers.answered.connect(self._answered)
        self.answers.refused.connect(self.foot.show_problem)
        self.groups.changed.connect(self._changed)
        self.groups.chosen.connect(self._ask)
        self.groups.refused.connect(self.foot.show_problem)
        self.names.assigned.connect(self._assign)
        self.names.asked_group.connect(self._new_group_of)
        self.undoButton.clicked.connect(self._undo)
        self.importButton.clicked.connect(lambda: ask_for_import(self, self._folder(), self.import_from))
        self.exportButton.clicked.connect(lambda: ask_for_export(self, self._folder(), self.export_to))
        self.restoreButton.clicked.connect(self._restore_shipped)

    def verb(self) -> str:
        """What the button does."""
        return translate("Actors window", "Sa&ve")

    # Whose events

    def _open(self) -> None:
        """Show the table of the chosen store."""
        there = bool(self.source.key)
        self.emptyFrame.setVisible(not there)
        self.formPage.setEnabled(there)
        self.foot.show_problem(None)
        self.foot.show_notes([])
        self.keepFrame.setVisible(there and self.source.store is None)
        self.draft = Draft(*self.source.tables())
        self.answers.set_mentions(None, [])
        self.names.show_names(None, 0)
        self._show_draft()

    def _other_asked(self, key: str) -> None:
        """Another store is wanted."""
        self.groups.take_typed()
        if self.draft.changed:
            self._ask_about_edits(lambda: self.source.open(key))
        else:
            self.source.open(key)

    def _written(self) -> None:
        """The events or the table may be others now; edits that are not saved stay."""
        if self.run is None and self.isVisible() and self.source.key:
            if not self.draft.changed and self.source.tables() != (self.draft.rows, self.draft.families):
                self.source.open(self.source.key)
            else:
                self.source.read_events()

    def _read(self, mentions: Mentions) -> None:
        self.answers.set_mentions(mentions, [*self.draft.rows, *shipped_rows()])
        self._ask()

    # What the table makes of them

    def _ask(self) -> None:
        self.answers.ask(self.draft, self.groups.row)

    def _answered(self, answer: Answer) -> None:
        if self.run is not None:
            return
        self.groups.show_answer(answer)
        if answer.review is not None and self.answers.mentions is not None:
            self.names.show_names(answer.review, self.answers.mentions.total)
        if not self._asked:
            self.foot.show_problem(FlashpointsError(answer.problems[0].sentence) if answer.problems else None)
        self._refresh(bool(answer.problems))

    def _refresh(self, wrong: bool = False) -> None:
        self.undoButton.setEnabled(self.draft.can_undo)
        self.foot.runButton.setEnabled(
            self.draft.changed and not wrong and self.source.store is not None and self.run is None
        )

    def _changed(self) -> None:
        """The draft is another one."""
        self._asked, self.source.keep = False, self.draft.changed
        self.foot.statusLabel.setText(
            translate("Actors window", "Not saved yet.") if self.draft.changed else ""
        )
        self.names.show_groups(self.draft)
        self._refresh()
        self._ask()

    def _show_draft(self) -> None:
        self.groups.show_draft(self.draft)
        self._changed()

    def _undo(self) -> None:
        self.draft.undo()
        self._show_draft()

    def _assign(self, name: str, group: str) -> None:
        self.draft.assign(name, group)
        self._show_draft()

    def _new_group_of(self, name: str) -> None:
        self.tabs.setCurrentIndex(0)
        self.groups.add_group(name, name)

    # Files

    def _restore_shipped(self) -> None:
        """The plugin's own table, as an edit that can be undone and has to be saved."""
        self.draft.replace(shipped_rows(), shipped_families())
        self._show_draft()

    def import_from(self, path: Path) -> None:
        """Take the table of a file, as an edit that can be undone and has to be saved."""
        try:
            file = read_table_file(path, self.draft)
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return
        self.settings.keep(folder=str(path.parent))
        self.draft.replace(file.rows, file.families)
        self._show_draft()
        self.foot.show_notes(file.notes)

    def export_to(self, path: Path) -> None:
        """Write the table as it stands here."""
        target = path if path.suffix else path.with_suffix(".csv")
        try:
            write_actor_file(target, self.draft.rows, self.draft.families)
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return
        self.settings.keep(folder=str(target.parent))
        text = translate("Actors window", "The table is written to {file}.")
        self.foot.statusLabel.setText(text.format(file=target.name))

    def _folder(self) -> str:
        store = self.source.store
        return self.settings.text("folder") or (str(store.parent) if store else "")

    # Saving

    def collect(self) -> dict[str, Any]:
        """Parameters of reclassifyevents: the table goes by a file, as from the Toolbox."""
        self.groups.take_typed()
        refuse(problems(self.draft.rows, self.draft.families, known_families()))
        self._passed = tempfile.TemporaryDirectory(prefix="flashpoints-actors-")
        path = Path(self._passed.name, "actors.csv")
        write_actor_file(path, self.draft.rows, self.draft.families)
        return {"INPUT": f"{self.source.key}|layername={EVENTS}", "ACTORS": str(path)}

    def outputs(self) -> dict[str, str]:
        """Nothing but the store is written."""
        return {}

    def title(self) -> str:
        """Reclassify events.gpkg."""
        return translate("Actors window", "Reclassify {store}").format(store=Path(self.source.key).name)

    def start(self) -> None:
        """What is saved stays as it is until the end."""
        super().start()
        self.formPage.setEnabled(self.run is None)

    def _finished(self, outcome: Outcome) -> None:
        self.formPage.setEnabled(True)
        if self._passed is not None:
            self._passed.cleanup()
        super()._finished(outcome)
        self._refresh()

    def succeeded(self, outcome: Outcome) -> None:
        """Say how many events changed; the layers have been read again by the algorithm."""
        self.draft.saved()
        self.source.keep = False
        text = translate("Actors window", "Saved: {changed} of {n} events changed their groups.").format(
            changed=number(outcome.results["EVENTS_CHANGED"]), n=number(outcome.results["EVENTS"])
        )
        self.foot.statusLabel.setText(text)
        self.foot.show_notes(outcome.warnings)
        layer = events_layer(self.source.store) if self.source.store else None
        if layer is not None:
            self.host.looks.refresh(layer)  # the marks by place follow, too
        self.host.say_done(text)

    # Leaving

    def _ask_about_edits(self, discard: Any) -> None:
        """Edits are never lost without a word; the answer is a button of the foot, and Save."""
        self._asked = True
        self.foot.show_problem(
            FlashpointsError(
                translate("Actors window", "The table has changes that are not saved."),
                remedy=translate("Actors window", "Save them, or discard them."),
            )
        )

        def go() -> None:
            self.draft = Draft(*self.draft.state_saved())
            discard()

        self.foot.offer(translate("Actors window", "Discard"), go)

    def _may_leave(self) -> bool:
        self.groups.take_typed()
        if not self.draft.changed:
            return True
        self._ask_about_edits(self._leave)
        return False

    def _leave(self) -> None:
        self._show_draft()
        self.close()

    def done(self, result: int) -> None:
        """Escape and Close ask first."""
        if self._may_leave():
            super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """The window's own button asks first, too."""
        if self._may_leave():
            super().closeEvent(event)
        else:
            event.ignore()
