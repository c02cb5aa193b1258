# SPDX-License-Identifier: GPL-2.0-or-later
"""Taking a result along: on the clipboard as table, sentences or picture, and as CSV, XLSX, PNG and SVG."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.errors import FlashpointsError
from ..core.result import EVENTS
from ..core.result_words import footnote, sentences
from ..core.text import number, translate
from ..gis.result_layers import save_rows
from .results import slug
from .results_page import CHART, TEXT
from .shown_model import ShownModel, copy_table, put_on_clipboard
from .terms import may_save_rows

if TYPE_CHECKING:
    from .results_dock import ResultsDock

_TABLES, _PICTURES = (".csv", ".xlsx"), (".png", ".svg")


class ResultFiles(QObject):
    """Acts on what the dock shows."""

    def __init__(self, dock: ResultsDock) -> None:
        super().__init__(dock)
        self._dock = dock

    def offer(self) -> None:
        """Fill the menu of the button that saves."""
        menu = self._dock.page.saveMenu
        menu.clear()
        for suffix, text in (
            (".csv", translate("Results dock", "Table as CSV…")),
            (".xlsx", translate("Results dock", "Table as XLSX…")),
            (".png", translate("Results dock", "Chart as PNG…")),
            (".svg", translate("Results dock", "Chart as SVG…")),
        ):
            action = menu.addAction(text)
            action.setEnabled(suffix in _TABLES or self._dock.page.chart.has_chart)
            action.triggered.connect(lambda _=False, suffix=suffix: self.choose_file(suffix))

    # The clipboard

    def copy(self) -> None:
        """Copy what the front tab shows."""
        dock, result = self._dock, self._dock.result
        if result is None or dock.table is None:
            return
        tab = dock.page.tabs.currentIndex()
        if tab == TEXT:
            self.copy_sentences()
        elif tab == CHART:
            try:
                dock.page.chart.copy()
            except FlashpointsError as error:
                dock.host.say_failed(error)
                return
            dock.host.say_done(translate("Results dock", "The chart is on the clipboard."))
        else:
            rows = dock.page.view.copied()
            copy_table(dock.table, rows, result.title, [*result.caveats, *footnote(result)])
            dock.host.say_done(translate("Results dock", "Copied: {n} rows.").format(n=number(len(rows))))

    def copy_sentences(self) -> None:
        """Copy what the selected rows say, or all, with the footnote."""
        result = self._dock.result
        if result is None:
            return
        said = sentences(result, self._dock.page.view.positions() or None) or [result.title]
        notes = [*result.caveats, *footnote(result)]
        html = "".join(f"<p>{escape(one)}</p>" for one in said)
        small = "<br>".join(escape(one) for one in notes)
        put_on_clipboard("\n".join([*said, "", *notes]), f"{html}<p><small>{small}</small></p>")
        self._dock.host.say_done(translate("Results dock", "Copied with its footnote."))

    # Files

    def choose_file(self, suffix: str) -> None:
        """Ask where, then save. Rows of events leave only when the terms of their source are accepted."""
        result = self._dock.result
        if result is None:
            return
        rows_of_events = result.kind == EVENTS and suffix in _TABLES
        if rows_of_events and not may_save_rows(self._dock, result.sources, len(result.rows)):
            return
        kind = f"{suffix[1:].upper()} (*{suffix})"
        proposed = self._folder() / f"{slug(result.title)}{suffix}"
        title = translate("Results dock", "Save the result")
        path, _filter = QFileDialog.getSaveFileName(self._dock, title, str(proposed), kind)
        if path:
            self.save(Path(path if path.lower().endswith(suffix) else f"{path}{suffix}"))

    def save(self, path: Path) -> None:
        """Write the table, in the order that it is shown in, or the chart, by the file's ending."""
        dock, layer, result = self._dock, self._dock.layer(), self._dock.result
        if layer is None or result is None:
            return
        try:
            if path.suffix.lower() in _PICTURES:
                dock.page.chart.save(path)
            else:
                model = dock.page.view.model()
                order = model.lines() if isinstance(model, ShownModel) else range(len(result.rows))
                save_rows(result.rows.iloc[list(order)], path)
        except FlashpointsError as error:
            dock.host.say_failed(error)
            return
        dock.host.say_done(translate("Results dock", "Saved: {name}").format(name=path.name))

    def _folder(self) -> Path:
        layer = self._dock.layer()
        beside = Path(layer.source().split("|")[0]).parent if layer is not None else Path()
        return beside if beside.is_absolute() else Path(QgsProject.instance().homePath() or Path.home())
