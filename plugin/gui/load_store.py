# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the Load dialog that say where the events go, and what happens to a store that is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.store import check_replaceable, check_store

NEW, UPDATE, REPLACE = "new", "update", "replace"


class StoreRows(QObject):
    """Works the store, mode, deleted ids and countries widgets of a form."""

    changed = pyqtSignal()

    def __init__(self, form: Any) -> None:
        super().__init__(form)
        self._form = form
        self._proposed = ""
        self._shown = True
        self._there = False
        self._refusal: FlashpointsError | None = None
        form.storeWidget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        form.storeWidget.setFilter("GeoPackage (*.gpkg)")
        form.storeWidget.setConfirmOverwrite(False)
        form.deletedWidget.setFilter(
            f"{translate('Load store', 'Lists of ids')} (*.txt *.csv);;{translate('Load store', 'All files')} (*)"
        )
        form.deletedWidget.lineEdit().setPlaceholderText(translate("Load store", "Optional"))
        self._radios = QButtonGroup(form)
        for radio in (form.updateRadio, form.replaceRadio):
            self._radios.addButton(radio)
            radio.clicked.connect(lambda _: self._mode_chosen())
        form.storeWidget.fileChanged.connect(lambda _: self.look())
        form.deletedWidget.fileChanged.connect(lambda _: self.changed.emit())
        form.countriesEdit.textChanged.connect(lambda _: self.changed.emit())
        form.replaceCheck.clicked.connect(lambda _: self.changed.emit())
        self.look()

    def propose(self, path: Path) -> None:
        """A store beside the file, unless the user named another."""
        if path.name and self._form.storeWidget.filePath() in ("", self._proposed):
            stem = path.with_suffix("") if path.suffix.lower() in (".gz", ".zip") else path
            proposed = stem.with_suffix(".gpkg") if stem.suffix else stem.with_name(stem.name + ".gpkg")
            if proposed == path:
                proposed = path.with_name(f"{path.stem} events.gpkg")
            self._proposed = str(proposed)
            self._form.storeWidget.setFilePath(self._proposed)

    def show_rows(self, shown: bool) -> None:
        """A store that is opened as it is needs none of them."""
        self._shown = shown
        form = self._form
        for widget in (form.storeLabel, form.storeWidget, form.countriesLabel, form.countriesEdit):
            widget.setVisible(shown)
        self._show_mode()

    def look(self) -> None:
        """See what is there."""
        written = self._form.storeWidget.filePath().strip()
        path = self._path(written) if written else None
        self._there = path is not None and path.is_file()
        self._refusal = None
        if path is not None and self._there:
            try:
                check_store(path)
            except FlashpointsError as error:
                self._refusal = error
        self._form.updateRadio.setChecked(True)
        self._form.replaceCheck.setChecked(False)
        self._show_mode()
        self.changed.emit()

    def refusal(self) -> FlashpointsError | None:
        """Why nothing can be written there, as far as it can be told beforehand."""
        if self._refusal is None and self.mode() == REPLACE:
            try:
                check_replaceable(self.store())
            except FlashpointsError as error:
                return error
        return self._refusal if self._shown else None

    def _mode_chosen(self) -> None:
        self._form.replaceCheck.setChecked(False)
        self._show_mode()
        self.changed.emit()

    def _show_mode(self) -> None:
        form = self._form
        mode = self.mode()
        for radio in (form.updateRadio, form.replaceRadio):
            radio.setVisible(self._shown and self._there and self._refusal is None)
        form.replaceCheck.setVisible(self._shown and mode == REPLACE)
        for widget in (form.deletedLabel, form.deletedWidget):
            widget.setVisible(self._shown and mode == UPDATE)

    def mode(self) -> str:
        """new, update or replace; new also where what is there is no store, which refusal() tells."""
        if not self._there or self._refusal is not None:
            return NEW
        return UPDATE if self._form.updateRadio.isChecked() else REPLACE

    def store(self) -> Path:
        """The store's path. Raises FlashpointsError when none is named."""
        written = self._form.storeWidget.filePath().strip()
        if not written:
            raise FlashpointsError(
                translate("Load events", "No event store is named."),
                remedy=translate("Load events", "Choose where to save it."),
            )
        return self._path(written)

    def _path(self, written: str) -> Path:
        path = Path(written)
        named = path.suffix.lower() == ".gpkg" or not path.name
        return path if named else path.with_name(path.name + ".gpkg")

    def check(self) -> None:
        """Raise FlashpointsError when a store would be replaced without a word, or when none can be."""
        path = self.store()
        if path.is_file() and not self._there:
            self.look()  # it came since
        refusal = self.refusal()
        if refusal is not None:
            raise refusal
        if self.mode() == REPLACE and not self._form.replaceCheck.isChecked():
            raise FlashpointsError(
                translate("Load events", "There is an event store of this name already."),
                where=path.name,
                remedy=translate("Load events", "Tick that it may be discarded, or choose another name."),
            )

    def parameters(self) -> dict[str, Any]:
        """MODE, COUNTRIES and what an update takes."""
        countries = self._form.countriesEdit.text().strip()
        if self.mode() != UPDATE:
            return {"COUNTRIES": countries, "MODE": "create"}
        deleted = self._form.deletedWidget.filePath().strip()
        return {"COUNTRIES": countries, "MODE": "update", **({"DELETED": deleted} if deleted else {})}
