# SPDX-License-Identifier: GPL-2.0-or-later
"""Load events: from a file to an event store, with every row accounted for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..core import reading
from ..core.errors import FlashpointsError
from ..core.text import number, translate
from ..gis.paths import UI
from . import preview_table
from .background import Latest
from .dialog import FlashpointsDialog
from .look import align_labels
from .runner import Outcome
from .stores import account_text, add_store, layers_of, open_table, store_events
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "load_events_dialog.ui"))


PAUSE_MS = 300


class LoadEventsDialog(FlashpointsDialog, FORM):
    """A file, what it was recognised as, where the store goes, and the account of rows."""

    name = "load_events"
    algorithm = "flashpoints:importevents"
    height_in_lines = 30.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self._proposed = ""
        self._report = ""
        self._preview: reading.Preview | None = None
        self._file_error: FlashpointsError | None = None
        self._reader = Latest(translate("Load events", "Looking at the file"), self)
        self._reader.answered.connect(self._show_file)
        self._reader.refused.connect(self._show_no_file)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_at_file)
        self._set_up_widgets()
        self.restore()
        self.fileWidget.fileChanged.connect(self._file_chosen)
        self.storeWidget.fileChanged.connect(self._store_chosen)
        self.rejectedButton.clicked.connect(self._show_rejected)
        self.reportButton.clicked.connect(self._show_report)
        self._file_chosen()
        self._store_chosen()

    def _set_up_widgets(self) -> None:
        self.foot.folderRow.hide()
        self.accountFrame.hide()
        self.previewTable.hide()
        self.fileWidget.setFilter(
            translate("Load events", "Event files")
            + " (*.csv *.txt *.tsv *.gpkg);;"
            + translate("Load events", "All files")
            + " (*)"
        )
        self.fileWidget.setDialogTitle(translate("Load events", "Choose the event file"))
        self.storeWidget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.storeWidget.setFilter("GeoPackage (*.gpkg)")
        self.storeWidget.setConfirmOverwrite(False)
        align_labels([self.fileLabel, self.storeLabel, self.countriesLabel])
        preview_table.set_up(self.previewTable)

    def verb(self) -> str:
        """What the button does."""
        return translate("Load events", "&Load")

    # Remembering

    def restore(self) -> None:
        """Open where the last file was."""
        self.fileWidget.setDefaultRoot(self.settings.text("folder"))
        self.countriesEdit.setText(self.settings.text("countries"))

    def keep(self) -> None:
        """Remember the folder and the countries."""
        chosen = self.fileWidget.filePath().strip()
        if chosen:
            self.settings.keep(folder=str(Path(chosen).parent))
        self.settings.keep(countries=self.countriesEdit.text())

    # The file

    def _file_chosen(self, *_: object) -> None:
        written = self.fileWidget.filePath().strip()
        self._preview, self._file_error = None, None
        self._reader.drop()
        self.accountFrame.hide()
        self.previewTable.hide()
        self.foot.statusLabel.clear()
        self.foot.runButton.setEnabled(False)
        self.foot.show_problem(None)
        self._pause.stop()
        if written:
            self.formatLabel.setText(translate("Load events", "Looking at the file…"))
            self._pause.start()
        else:
            self.formatLabel.setText(
                translate(
                    "Load events",
                    "Choose the event file that you exported, such as ACLED's CSV, or an event store.",
                )
            )

    def _look_at_file(self) -> None:
        """When the path has come to rest: it may have been written key by key."""
        path = Path(self.fileWidget.filePath().strip())
        self._show_store_fields(not _is_store(path))
        if _is_store(path):
            self._show_store(path)
            return
        self._propose_store(path)
        self._reader.ask(lambda: reading.recognise(path, rows=preview_table.LINES))

    def _show_store_fields(self, shown: bool) -> None:
        for widget in (self.storeLabel, self.storeWidget, self.countriesLabel, self.countriesEdit):
            widget.setVisible(shown)
        self._store_chosen()

    def _propose_store(self, path: Path) -> None:
        """Beside the file, unless the user named another store."""
        if path.name and self.storeWidget.filePath() in ("", self._proposed):
            self._proposed = str(path.with_suffix(".gpkg"))
            self.storeWidget.setFilePath(self._proposed)
        self._store_chosen()

    def _show_file(self, preview: reading.Preview) -> None:
        self._preview = preview
        evidence = " ".join(preview.evidence)
        self.formatLabel.setText(
            translate("Load events", "Recognised: {form}. {evidence}").format(
                form=preview.label, evidence=evidence
            )
        )
        preview_table.fill(self.previewTable, preview)
        self.previewTable.show()
        self.foot.runButton.setEnabled(self.run is None)

    def _show_no_file(self, error: FlashpointsError) -> None:
        self._file_error = error
        self.formatLabel.clear()
        self.foot.show_problem(error)

    def _show_store(self, path: Path) -> None:
        try:
            count = store_events(path)
        except FlashpointsError as error:
            self._show_no_file(error)
            return
        text = translate("Load events", "This is an event store with {n} events. It is opened as it is.")
        self.formatLabel.setText(text.format(n=number(count)))
        self.foot.runButton.setEnabled(True)

    # The store

    def _store(self) -> Path:
        written = self.storeWidget.filePath().strip()
        if not written:
            raise FlashpointsError(
                translate("Load events", "No event store is named."),
                remedy=translate("Load events", "Choose where to save it."),
            )
        path = Path(written)
        return path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")

    def _store_chosen(self, *_: object) -> None:
        written = self.storeWidget.filePath().strip()
        there = bool(written) and Path(written).is_file() and self.storeWidget.isVisibleTo(self)
        self.replaceCheck.setVisible(there)
        self.replaceCheck.setChecked(False)

    def _check_store(self, path: Path) -> None:
        if path.is_file() and not self.replaceCheck.isChecked():
            self.replaceCheck.show()
            raise FlashpointsError(
                translate("Load events", "There is an event store of this name already."),
                where=path.name,
                remedy=translate("Load events", "Tick “Replace”, which discards it, or choose another name."),
            )

    # Running

    def collect(self) -> dict[str, Any]:
        """Parameters of importevents."""
        path = self.fileWidget.filePath().strip()
        if self._file_error is not None:
            raise self._file_error
        return {
            "INPUT": path,
            "FORMAT": "auto",
            "COUNTRIES": self.countriesEdit.text().strip(),
            "MODE": "create",
        }

    def outputs(self) -> dict[str, str]:
        """The store, and the report beside it."""
        store = self._store()
        self._check_store(store)
        return {"OUTPUT": str(store), "REPORT": str(store.with_name(f"{store.stem} report.html"))}

    def title(self) -> str:
        """Load events of file.csv."""
        return translate("Load events", "Load events of {file}").format(
            file=Path(self.fileWidget.filePath()).name
        )

    def start(self) -> None:
        """Open a store as it is; import anything else."""
        path = Path(self.fileWidget.filePath().strip())
        if _is_store(path):
            self.keep()
            self._add(path)
            return
        in_the_way = layers_of(Path(self.storeWidget.filePath().strip()))
        if in_the_way and self.replaceCheck.isChecked():
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

        self.foot.offer(translate("Load events", "&Take them out and load"), remove_and_start)

    def succeeded(self, outcome: Outcome) -> None:
        """Show the account of rows, and the events on the map."""
        self._show_account(outcome.results)
        self.foot.show_notes(outcome.warnings)
        self.replaceCheck.hide()
        self._add(self._store())

    def _add(self, store: Path) -> None:
        try:
            layer = add_store(self.host, store)
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return
        text = translate("Load events", "Loaded: {name}, {n} events").format(
            name=layer.name(), n=number(layer.featureCount())
        )
        self.foot.statusLabel.setText(text)
        self.host.say_done(text, translate("Load events", "Show"), lambda: self._zoom(layer.id()))

    def _zoom(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            self.host.zoom_to([layer])

    # The account

    def _show_account(self, results: dict[str, Any]) -> None:
        self.accountLabel.setText(account_text(results))
        self.rejectedButton.setEnabled(int(results["ROWS_REJECTED"]) > 0)
        self._report = str(results.get("REPORT") or "")
        self.reportButton.setEnabled(bool(self._report))
        self.accountFrame.show()
        QTimer.singleShot(0, self._bring_account_into_view)

    def _bring_account_into_view(self) -> None:
        self.formScroll.ensureWidgetVisible(self.accountFrame)

    def _show_rejected(self) -> None:
        try:
            open_table(self.host, self._store(), "rejected_rows", translate("Load events", "Rejected rows"))
        except FlashpointsError as error:
            self.foot.show_problem(error)

    def _show_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._report))


def _is_store(path: Path) -> bool:
    return path.suffix.lower() == ".gpkg" and path.is_file()
