# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the Load dialog that say which file, which sheet of it, and as what it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.formats import AUTO, FORMATS, columns
from ..core.headers import shown
from ..core.text import translate
from ..gis.file_look import FileLook
from .lines import Lines, PlainLabel
from .look import show_as_list

MOST_EVIDENCE = 3
_FILES = "*.csv *.tsv *.txt *.xlsx *.xls *.ods *.zip *.gz *.gpkg *.shp *.geojson"


def format_choices() -> dict[str, str]:
    """What a file can be taken for: id -> name. Vintages of one source are told apart by themselves."""
    names: dict[str, str] = {}
    for form in (*FORMATS, columns.FORMAT):
        several = sum(one.id == form.id for one in FORMATS) > 1
        of_any_year = translate("Load file", "{source}, of any year").format(source=form.dataset)
        names.setdefault(form.id, of_any_year if several else form.label)
    return names


class FileRows(QObject):
    """Works the widgets `fileWidget`, `tableCombo`, `formatCombo` and `evidencePlace` of a form."""

    fileChosen = pyqtSignal()
    tableChosen = pyqtSignal()
    formatChosen = pyqtSignal()

    def __init__(self, form: Any) -> None:
        super().__init__(form)
        self._form = form
        self.hintLabel = PlainLabel()
        self.hintLabel.setObjectName("hintLabel")
        self.evidence = Lines(MOST_EVIDENCE)
        form.evidencePlace.addWidget(self.hintLabel)
        form.evidencePlace.addWidget(self.evidence)
        form.fileWidget.setFilter(
            f"{translate('Load file', 'Event files')} ({_FILES});;{translate('Load file', 'All files')} (*)"
        )
        form.fileWidget.setDialogTitle(translate("Load file", "Choose the event file"))
        show_as_list(form.tableCombo)
        show_as_list(form.formatCombo)
        form.formatCombo.setToolTip(
            translate("Load file", "Found from the content of the file. Choose another where that is wrong.")
        )
        form.fileWidget.fileChanged.connect(lambda _: self.fileChosen.emit())
        form.tableCombo.activated.connect(lambda _: self.tableChosen.emit())
        form.formatCombo.activated.connect(lambda _: self.formatChosen.emit())
        self.clear()

    def path(self) -> Path | None:
        """The file, None for none."""
        written = self._form.fileWidget.filePath().strip()
        return Path(written) if written else None

    def table(self) -> str:
        """The sheet, layer or member that was chosen; "" for none."""
        return str(self._form.tableCombo.currentData() or "")

    def format_id(self) -> str:
        """What it is to be taken for, `auto` by default."""
        return str(self._form.formatCombo.currentData() or AUTO)

    def clear(self) -> None:
        """Nothing is known of the file yet."""
        self._form.tableCombo.clear()
        self._form.formatCombo.clear()
        self._show_rows(False, False)
        self.evidence.show_lines([])
        self.say("")

    def say(self, text: str) -> None:
        """A sentence in the place of the evidence."""
        self.hintLabel.setText(text)
        self.hintLabel.setVisible(bool(text))

    def show_look(self, look: FileLook) -> None:
        """Offer the file's tables and the forms, say what was recognised and by what."""
        self._fill_tables(look)
        known = bool(look.header)
        if known:
            self._fill_formats(look)
        self._show_rows(len(look.file.tables) > 1, known and not look.problem)
        self.evidence.show_lines(look.evidence)
        self.say(
            ""
            if known
            else translate("Load file", "The file holds several tables. Choose the one with the events.")
        )

    def _show_rows(self, tables: bool, formats: bool) -> None:
        form = self._form
        for widgets, on in (
            ((form.tableLabel, form.tableCombo), tables),
            ((form.formatLabel, form.formatCombo), formats),
        ):
            for widget in widgets:
                widget.setVisible(on)

    def _fill_tables(self, look: FileLook) -> None:
        combo = self._form.tableCombo
        combo.clear()
        for name in look.file.tables:
            combo.addItem(shown(name), name)
        combo.setCurrentIndex(combo.findData(look.file.table) if look.file.table else -1)
        combo.setPlaceholderText(translate("Load file", "Choose one"))

    def _fill_formats(self, look: FileLook) -> None:
        combo, chosen = self._form.formatCombo, self.format_id()
        combo.clear()
        if look.automatic:
            recognised = translate("Load file", "Recognised: {form}").format(form=look.automatic.label)
        else:
            recognised = translate("Load file", "Not recognised: a table, by its columns")
        combo.addItem(recognised, AUTO)
        for format_id, name in format_choices().items():
            combo.addItem(name, format_id)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
