# SPDX-License-Identifier: GPL-2.0-or-later
"""Load events: from a file to an event store, with every row accounted for.

The rooms: load_file (which file, read as what), load_columns (what its columns are taken for), load_dates (the order
of day and month), load_store (where to), load_comparison (what an update will do), load_account (what became of the
rows), load_loaded (what follows the loading).
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
from ..gis.file_look import FileLook, Opened, look, open_file
from ..gis.paths import UI
from ..gis.store import is_store
from .background import Latest
from .column_words import in_words
from .dialog import FlashpointsDialog
from .load_account import AccountPanel
from .load_columns import ColumnsPanel
from .load_comparison import ComparisonPanel
from .load_dates import DateQuestion
from .load_file import FileRows
from .load_loaded import LoadedStore
from .load_store import REPLACE, UPDATE, StoreRows
from .look import align_labels, grow_by, set_tab_order
from .runner import Outcome
from .stores import layers_of, store_events
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "load_events_dialog.ui"))


PAUSE_MS = 300


class LoadEventsDialog(FlashpointsDialog, FORM):
    """Puts the rooms together and decides whether there is something to run."""

    name = "load_events"
    algorithm = "flashpoints:importevents"
    width_in_lines = 50.0
    height_in_lines = 16.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self._look: FileLook | None = None
        self._opened: Opened | None = None
        self._problem: FlashpointsError | None = None
        self._opens_store = self._compared = self._done = False
        self._reader = Latest(translate("Load events", "Looking at the file"), self)
        self._reader.answered.connect(self._show_look)
        self._reader.refused.connect(self._show_no_file)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_at_file)
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

    def _file_chosen(self) -> None:
        self._look = self._opened = self._problem = None
        self._opens_store = False
        self.file.clear()
        self._forget_choices()
        self.account.hide()
        self.store.show_rows(True)
        self._ask_again()
        if self.file.path() is None:
            self._pause.stop()
            self.file.say(
                translate(
                    "Load events",
                    "Choose a file of events: CSV, a workbook, a layer, also zipped; or an event store.",
                )
            )

    def _form_chosen(self) -> None:
        """Another sheet or another form: what was said of its columns and dates is void."""
        if self._opened is not None and self.file.table() != self._opened.table:
            self._opened = None
        self._forget_choices()
        self._ask_again()

    def _forget_choices(self) -> None:
        self.columns.forget()
        self.columns.hide()
        self.dates.ask(None)

    def _ask_again(self) -> None:
        """Look once the path or the value has come to rest: it may be written key by key."""
        self._reader.drop()
        self._pause.start()
        self._something_chosen()

    def _look_at_file(self) -> None:
        path = self.file.path()
        if path is None:
            return
        if path.suffix.lower() == ".gpkg" and self._is_store(path) is not False:
            return
        if self._opened is None:
            self.store.propose(path)
        opened, table = self._opened, self.file.table()
        format_id, mapping = self.file.format_id(), self.columns.mapping()
        self._reader.ask(lambda: look(opened or open_file(path, table), format_id, mapping))
        self._refresh()

    def _is_store(self, path: Path) -> bool | None:
        """Whether a GeoPackage is an event store, which is then offered; None when it cannot be read, which is said."""
        try:
            if not is_store(path):
                return False
            self._show_store(store_events(path))
        except FlashpointsError as error:
            self._show_no_file(error)
            return None
        return True

    def _show_look(self, found: FileLook) -> None:
        first = self._look is None or not self._look.header
        self._look, self._opened = found, found.file
        self.file.show_look(found)
        self._problem = found.problem
        if found.problem is None:
            self.columns.show_file(found)
            if first:
                self.columns.fold(False)
        else:
            self.columns.hide()
        self.dates.ask(found.doubt)
        self._refresh()
        QTimer.singleShot(0, self.fit_form)

    def _show_no_file(self, error: FlashpointsError) -> None:
        self._look = self._opened = None
        self.file.clear()
        self.columns.hide()
        self._problem = error
        self._refresh()

    def _show_store(self, count: int) -> None:
        self.store.show_rows(False)
        text = translate("Load events", "This is an event store with {n} events. It is opened as it is.")
        self.file.say(text.format(n=number(count)))
        self._opens_store = True
        self._refresh()

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
        verb = self.verb()
        if self.store.mode() == UPDATE and not self._opens_store:
            verb = (
                translate("Load events", "Upda&te")
                if self._compared
                else translate("Load events", "Co&mpare")
            )
        self.foot.runButton.setText(verb)
        waits, problem = self._waits_for(), self._problem
        if problem is None and self.file.path() is not None and not self._opens_store and not self._done:
            problem = self.store.refusal()
        self.foot.show_problem(problem)
        if not self._done:
            self.foot.statusLabel.setText(waits)
        known = self._opens_store or self._look is not None
        self.foot.runButton.setEnabled(known and problem is None and not waits and not self._done)

    def _waits_for(self) -> str:
        """What has to be said or chosen before anything can run; "" for nothing."""
        if self._opens_store:
            return ""
        if self.file.path() is not None and (self._pause.isActive() or self._reader.busy):
            return translate("Load events", "Looking at the file…")
        if self._look is None:
            return ""
        if not self._look.header:
            return translate("Load events", "Choose the sheet or layer first.")
        if self._look.missing:
            return translate("Load events", "Still needed: {names}.").format(
                names=in_words(self._look.missing)
            )
        if self.dates.open():
            return translate("Load events", "Say first how the dates are to be read.")
        if self._compared and self.comparison.waits():
            return translate("Load events", "Look at the warnings first.")
        return ""

    # Running

    def collect(self) -> dict[str, Any]:
        """Parameters of importevents."""
        if self._look is None:
            raise FlashpointsError(
                translate("Load events", "No event file is chosen."),
                remedy=translate("Load events", "Choose one."),
            )
        mapping = self.columns.mapping()
        parameters = {
            "INPUT": str(self._look.file.path),
            "FORMAT": self._look.format_id,
            "COLUMNS": json.dumps(mapping, ensure_ascii=False) if mapping else "",
            "DATE_ORDER": self.dates.order() or AUTO,
            "TABLE": self._look.file.table if self._look.file.tables else "",
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
        if self._opens_store and path is not None:
            self.keep()
            self.loaded.add_to_map(path)
            return
        in_the_way = layers_of(Path(self.storeWidget.filePath().strip()))
        if in_the_way and self.store.mode() == REPLACE and self.replaceCheck.isChecked():
            self._ask_for_layers(in_the_way)
            return
        super().start()

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
            FlashpointsDialog.start(self)

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
