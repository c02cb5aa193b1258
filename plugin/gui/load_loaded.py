# SPDX-License-Identifier: GPL-2.0-or-later
"""What follows the loading: the events on the map, the account, the rejected rows, the days covered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..core.errors import FlashpointsError
from ..core.text import number, translate
from ..gis.coverage import set_coverage
from ..gis.store import read_rows
from .foot import DialogFoot
from .load_account import AccountPanel
from .stores import add_store, open_table, store_events
from .window import Window


class LoadedStore(QObject):
    """Works the account's buttons on the store that was loaded last."""

    def __init__(self, host: Window, foot: DialogFoot, account: AccountPanel) -> None:
        super().__init__(foot)
        self._host, self._foot, self._account = host, foot, account
        self._store, self._report = Path(), ""
        account.rejectedButton.clicked.connect(self._show_rejected)
        account.reportButton.clicked.connect(self._show_report)
        account.coverage.corrected.connect(self._correct_coverage)

    def show(self, store: Path, results: dict[str, Any]) -> None:
        """Show the results of importevents, and the events on the map."""
        self._store, self._report = store, str(results.get("REPORT") or "")
        self._account.reportButton.setVisible(bool(self._report))
        self._account.show_account(results)
        self.add_to_map(store)

    def add_to_map(self, store: Path) -> None:
        """Show a store's events, and say so."""
        try:
            layer, events = add_store(self._host, store), store_events(store)
        except FlashpointsError as error:
            self._foot.show_problem(error)
            return
        text = translate("Load events", "Loaded: {name}, {n} events").format(
            name=layer.name(), n=number(events)
        )
        self._foot.statusLabel.setText(text)
        self._host.say_done(text, translate("Load events", "Show"), lambda: self._zoom(layer.id()))

    def _zoom(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            self._host.zoom_to([layer])

    def _correct_coverage(self) -> None:
        try:
            period = self._account.coverage.period()
            newest = read_rows(self._store, "imports")[-1]["sha256"]  # earlier files cover what they cover
            set_coverage(self._store, None, None, period, newest)
        except FlashpointsError as error:
            self._foot.show_problem(error)
            return
        self._foot.show_problem(None)
        self._account.coverage.show_period(period)

    def _show_rejected(self) -> None:
        try:
            open_table(self._host, self._store, "rejected_rows", translate("Load events", "Rejected rows"))
        except FlashpointsError as error:
            self._foot.show_problem(error)

    def _show_report(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._report))
