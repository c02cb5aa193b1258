# SPDX-License-Identifier: GPL-2.0-or-later
"""Load events: from a file to an event store, with every row accounted for.

The rooms: load_file (which file, read as what), load_looking (what it is found to be), load_columns (what its columns
are taken for), load_dates (the order of day and month), load_store (where to), load_comparison (what an update will
do), load_account (what became of the rows), load_loaded (what follows the loading).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from ..core.dates import AUTO
from ..core.errors import FlashpointsError
from ..core.text import number, translate
from ..gis.paths import UI
from .column_words import in_words
from .dialog import FlashpointsDialog
from .load_account import AccountPanel
from .load_columns import ColumnsPanel
from .load_comparison import ComparisonPanel
from .load_dates import DateQuestion
from .load_file import FileRows
from .load_loaded import LoadedStore
from .load_looking import FileLooker, Question
from .load_store import REPLACE, UPDATE, StoreRows
from .look import align_labels, grow_by, set_tab_order
from .runner import Outcome
from .stores import layers_of
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "load_events_dialog.ui"))


class LoadEventsDialog(FlashpointsDialog, FORM):
    """Puts the rooms together and decides whether there is something to run."""

    name = "load_events"
    algorithm = "flashpoints:importevents"
    width_in_lines = 50.0
    height_in_lines = 16.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self._compared = self._done = False
        self.looking = FileLooker(self._question, self)
        self._build_rooms()
        self.restore()
        self._connect()
        self._file_chosen()

    def _build_rooms(self) -> None:
        self.foot.folderRow.hide()
        self.file, self.store = FileRows(self), StoreRows(self)
        self.columns, self.dates = ColumnsPanel(), DateQuestion()
        self.comparison, self.account = ComparisonPanel(), AccountPanel()
        self.loaded = LoadedStore(self.host, self.foot, self.account)
        self.columnsPlace.addWidget(self.columns)
        self.datesPlace.addWidget(self.dates)
        self.comparisonPlace.addWidget(self.comparison)
        self.accountPlace.addWidget(self.account)
        set_tab_order(
            [self.formatCombo, self.file.evidence.moreButton, *self.columns.stops(), *self.dates.stops()]
        )
        set_tab_order([self.countriesEdit, *self.comparison.stops(), *self.account.stops()])
        labels = (self.fileLabel, self.tableLabel, self.formatLabel)
        align_labels([*labels, self.storeLabel, self.deletedLabel, self.countriesLabel])

    def _connect(self) -> None:
        self.looking.begun.connect(self._looking_begins)
        self.looking.found.connect(self._show_found)
        self.file.fileChosen.connect(self._file_chosen)
        self.file.tableChosen.connect(self._form_chosen)
        self.file.formatChosen.connect(self._form_chosen)
        self.columns.changed.connect(self._ask_again)
        self.dates.answered.connect(self._something_chosen)
        self.store.changed.connect(self._something_chosen)
        self.comparison.confirmed.connect(self._refresh)

    def verb(self) -> str:
        """What the button does."""
        return translate("Load events", "&Load")

    def fit_form(self) -> None:
        """Grow with what there is to show, as far as the screen goes; what the user made larger stays so."""
        super().fit_form()
        view = self.formScroll.viewport().size()
        grow_by(self, self.formPage.heightForWidth(view.width()) - view.height())

    # Remembering

    def restore(self) -> None:
        """Open where the last file was."""
        self.fileWidget.setDefaultRoot(self.settings.text("folder"))
        self.countriesEdit.setText(self.settings.text("countries"))

    def keep(self) -> None:
        """Remember the folder and the countries."""
        path = self.file.path()
        if path is not None:
            self.settings.keep(folder=str(path.parent))
        self.settings.keep(countries=self.countriesEdit.text())

    # The file

    def _question(self) -> Question:
        return Question(self.file.path(), self.file.table(), self.file.format_id(), self.columns.mapping())

    def _file_chosen(self) -> None:
        self.looking.forget()
        self.file.clear()
        self._forget_choices()
        self.account.hide()
        self.store.show_rows(True)
        self._ask_again()
        if self.file.path() is None:
            self.file.say(
                translate(
                    "Load events",
                    "Choose a file of events: CSV, a workbook, a layer, also zipped; or an event store.",
                )
            )

    def _form_chosen(self) -> None:
        """Another sheet or another form: what was said of its columns and dates is void."""
        self._forget_choices()
        self._ask_again()

    def _forget_choices(self) -> None:
        self.columns.forget()
        self.columns.hide()
        self.dates.ask(None)

    def _ask_again(self) -> None:
        self.looking.ask_again()
        self._something_chosen()

    def _looking_begins(self) -> None:
        path = self.file.path()
        if path is not None and self.looking.look is None:
            self.store.propose(path)
        self._refresh()

    def _show_found(self) -> None:
        """Show what the file is, or that it is none."""
        found, events = self.looking.look, self.looking.store_events
        if events is not None:
            self.store.show_rows(False)
            text = translate("Load events", "This is an event store with {n} events. It is opened as it is.")
            self.file.say(text.format(n=number(events)))
        elif found is None:
            self.file.clear()
            self.columns.hide()
        else:
            self.file.show_look(found)
            self.columns.show_file(found)
            self.dates.ask(found.doubt)
        self._refresh()
        QTimer.singleShot(0, self.fit_form)

    # What can be run

    def _something_chosen(self) -> None:
        """What was compared or loaded is no longer what is asked for."""
        self._compared = False
        self.comparison.forget()
        if self._done:
            self._done = False
            self.store.look()
        self._refresh()

    def _refresh(self) -> None:
        """Name the button after what it will do, and say why it cannot be pressed."""
        if self.run is not None:
            return
        opens = self.looking.store_events is not None
        verb = self.verb()
        if self.store.mode() == UPDATE and not opens:
            update, compare = translate("Load events", "Upda&te"), translate("Load events", "Co&mpare")
            verb = update if self._compared else compare
        self.foot.runButton.setText(verb)
        waits, problem = self._waits_for(), self.looking.problem
        if problem is None and self.file.path() is not None and not opens and not self._done:
            problem = self.store.refusal()
        self.foot.show_problem(problem)
        if not self._done:
            self.foot.statusLabel.setText(waits)
        known = opens or self.looking.look is not None
        self.foot.runButton.setEnabled(known and problem is None and not waits and not self._done)

    def _waits_for(self) -> str:
        """What has to be said or chosen before anything can run; "" for nothing."""
        found = self.looking.look
        if self.looking.busy:
            return translate("Load events", "Looking at the file…")
        if self.looking.store_events is not None or found is None:
            return ""
        if not found.header:
            return translate("Load events", "Choose the sheet or layer first.")
        if found.missing:
            return translate("Load events", "Still needed: {names}.").format(names=in_words(found.missing))
        if self.dates.open():
            return translate("Load events", "Say first how the dates are to be read.")
        if self._compared and self.comparison.waits():
            return translate("Load events", "Look at the warnings first.")
        return ""

    # Running

    def collect(self) -> dict[str, Any]:
        """Parameters of importevents."""
        found = self.looking.look
        if found is None:
            raise FlashpointsError(
                translate("Load events", "No event file is chosen."),
                remedy=translate("Load events", "Choose one."),
            )
        mapping = self.columns.mapping()
        parameters = {
            "INPUT": str(found.file.path),
            "FORMAT": found.format_id,
            "COLUMNS": json.dumps(mapping, ensure_ascii=False) if mapping else "",
            "DATE_ORDER": self.dates.order() or AUTO,
            "TABLE": found.file.table if found.file.tables else "",
            **self.store.parameters(),
        }
        if self.store.mode() == UPDATE:
            parameters["PREVIEW"] = not self._compared
            parameters["ALLOW_REMOVALS"] = self.comparison.confirmCheck.isChecked()
        return parameters

    def outputs(self) -> dict[str, str]:
        """The store, and the report beside it; a comparison writes nothing."""
        self.store.check()
        store = self.store.store()
        if self.store.mode() == UPDATE and not self._compared:
            return {"OUTPUT": str(store), "REPORT": self.comparison.report_path()}
        return {"OUTPUT": str(store), "REPORT": str(store.with_name(f"{store.stem} report.html"))}

    def title(self) -> str:
        """Load events of file.csv."""
        path = self.file.path()
        return translate("Load events", "Load events of {file}").format(file=path.name if path else "")

    def start(self) -> None:
        """Open a store as it is; compare with one, or import."""
        path = self.file.path()
        if self.looking.store_events is not None and path is not None:
            self.keep()
            self.loaded.add_to_map(path)
            return
        in_the_way = layers_of(Path(self.storeWidget.filePath().strip()))
        if in_the_way and self.store.mode() == REPLACE and self.replaceCheck.isChecked():
            self._ask_for_layers(in_the_way)
            return
        self._run()

    def _run(self) -> None:
        """What is asked for stays as it is until the end."""
        super().start()
        self.formPage.setEnabled(self.run is None)

    def _finished(self, outcome: Outcome) -> None:
        self.formPage.setEnabled(True)
        super()._finished(outcome)

    def _ask_for_layers(self, layer_ids: list[str]) -> None:
        """A store that the project shows cannot be replaced under its feet."""
        self.foot.show_problem(
            FlashpointsError(
                translate("Load events", "The project shows layers of this event store."),
                remedy=translate("Load events", "They have to be taken out before it is replaced."),
            )
        )

        def remove_and_start() -> None:
            QgsProject.instance().removeMapLayers(layer_ids)
            self._run()

        self.foot.offer(translate("Load events", "Take them out and load"), remove_and_start)

    def succeeded(self, outcome: Outcome) -> None:
        """Show the comparison; or the account of rows, and the events on the map."""
        updated = self.store.mode() == UPDATE
        if updated and not self._compared:
            self._compared = True
            self.columns.fold(True)
            self.comparison.show_comparison(outcome.results, done=False)
            self._refresh()
            self._bring_into_view(self.comparison)
            return
        self._done = True
        if updated:
            self.comparison.show_comparison(outcome.results, done=True)
        self.columns.fold(True)
        self.replaceCheck.hide()
        self.loaded.show(self.store.store(), outcome.results)
        self._bring_into_view(self.account)
        self._refresh()

    def _bring_into_view(self, room: QWidget) -> None:
        def scroll() -> None:
            self.fit_form()
            self.formScroll.ensureWidgetVisible(room)

        QTimer.singleShot(0, scroll)
