# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings: all corrections of a store, what has to be decided, and files to pass them on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.errors import FlashpointsError
from ..core.rulings import CONFLICT, IN_FORCE, ORPHAN, WITHDRAWN, Ruling, Standing
from ..core.rulings_fields import field_label
from ..core.text import number, translate
from ..gis import rulings
from ..gis.paths import UI
from ..gis.rulings_algorithm import reload_layers
from ..gis.rulings_file import export_rulings, import_rulings
from ..gis.store import is_store
from . import tree
from .background import Latest
from .dialog import FlashpointsDialog
from .look import show_as_notice
from .ruling_event import ID, holds_events
from .rulings_table import LISTED, fill, set_up, value_words
from .settings import DialogSettings
from .stores import events_layer
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "rulings_dialog.ui"))
ORDER = (CONFLICT, IN_FORCE, ORPHAN, WITHDRAWN)
PAUSE_MS = 200


class RulingsDialog(FlashpointsDialog, FORM):
    """Reads and writes in threads; what is written elsewhere it sees, because layers say when they are read anew."""

    name = "rulings"
    width_in_lines = 62.0
    height_in_lines = 32.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self._shown: list[Standing] = []
        self._all: list[Standing] = []
        self._followed: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.foot.folderRow.hide()
        self.foot.runButton.hide()
        self.decideFrame.hide()
        for frame in (self.emptyFrame, self.decideFrame):
            show_as_notice(frame, "hint")
        set_up(self.rulingsTable, LISTED)
        self._reader = Latest(translate("Rulings window", "Reading the rulings"), self)
        self._reader.answered.connect(self._show)
        self._reader.refused.connect(self.foot.show_problem)
        self._writer = Latest(translate("Rulings window", "Writing the rulings"), self)
        self._writer.answered.connect(self._written)
        self._writer.refused.connect(self.foot.show_problem)
        self.authorEdit.setText(DialogSettings("ruling").text("author"))
        self._connect()
        self._list_stores()

    def _connect(self) -> None:
        self.storeCombo.currentIndexChanged.connect(self.refresh)
        self.withdrawnCheck.toggled.connect(lambda _: self._show(self._all))
        self.rulingsTable.itemSelectionChanged.connect(self._selected)
        self.withdrawButton.clicked.connect(self._withdraw)
        self.keepButton.clicked.connect(lambda: self._decide(keep=True))
        self.takeButton.clicked.connect(lambda: self._decide(keep=False))
        self.zoomButton.clicked.connect(self._zoom)
        self.exportButton.clicked.connect(self._choose_export)
        self.importButton.clicked.connect(self._choose_import)
        QgsProject.instance().layersAdded.connect(self._list_stores)
        QgsProject.instance().layersRemoved.connect(self._list_stores)

    # Which store

    def _list_stores(self, *_: object) -> None:
        """The stores of the project's events layers, the chosen one kept."""
        before = self.store()
        layers = [one for one in QgsProject.instance().mapLayers().values() if holds_events(one)]
        stores = dict.fromkeys(path for path in map(tree.file_of, layers) if path and self._serves(path))
        self.storeCombo.blockSignals(True)
        self.storeCombo.clear()
        for path in stores:
            self.storeCombo.addItem(path.name, str(path))
        self.storeCombo.setCurrentIndex(max(self.storeCombo.findData(str(before)), 0) if stores else -1)
        self.storeCombo.blockSignals(False)
        for layer in layers:
            self._follow(layer)
        self.emptyFrame.setVisible(not stores)
        self.formPage.setEnabled(bool(stores))
        self.refresh()

    def _serves(self, path: Path) -> bool:
        try:
            return is_store(path)
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return False

    def _follow(self, layer: QgsMapLayer) -> None:
        if layer.id() not in self._followed and isinstance(layer, QgsVectorLayer):
            self._followed.add(layer.id())
            layer.dataChanged.connect(self._pause.start)

    def store(self) -> Path | None:
        """The chosen store."""
        data = self.storeCombo.currentData()
        return Path(data) if data else None

    def present(self) -> None:
        """Open with what is in the store now."""
        self.refresh()
        super().present()

    def refresh(self, *_: object) -> None:
        """Read the rulings again."""
        store = self.store()
        if store is None:
            self._show([])
        else:
            self._reader.ask(lambda: rulings.listed(store))

    # The list

    def _show(self, standings: list[Standing]) -> None:
        self._all = standings
        shown = [one for one in standings if self.withdrawnCheck.isChecked() or one.status != WITHDRAWN]
        self._shown = sorted(shown, key=lambda one: ORDER.index(one.status))
        fill(self.rulingsTable, self._shown, LISTED)
        self.countLabel.setText(_counted(standings))
        if any(one.status == CONFLICT for one in self._shown):
            self.rulingsTable.selectRow(0)
        self._selected()

    def _chosen(self) -> Standing | None:
        rows = self.rulingsTable.selectionModel().selectedRows()
        return self._shown[rows[0].row()] if rows and rows[0].row() < len(self._shown) else None

    def _selected(self) -> None:
        chosen = self._chosen()
        self.withdrawButton.setEnabled(chosen is not None and chosen.ruling.in_force)
        self.zoomButton.setEnabled(chosen is not None and chosen.source_now is not None)
        self.exportButton.setEnabled(bool(self._all))
        to_decide = chosen is not None and chosen.status == CONFLICT
        self.decideFrame.setVisible(to_decide)
        if chosen is not None and to_decide:
            self.decideLabel.setText(_question(chosen))

    def _zoom(self) -> None:
        """Select the event and bring it into view."""
        chosen, store = self._chosen(), self.store()
        layer = events_layer(store) if store else None
        if chosen is None or layer is None:
            return
        name = chosen.ruling.event_id.replace("'", "''")
        layer.selectByExpression(f"\"{ID}\" = '{name}'")
        self.host.canvas.panToSelected(layer)
        self.host.canvas.flashFeatureIds(layer, layer.selectedFeatureIds())

    # Writing

    def _withdraw(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            ids = [chosen.ruling.id]
            said = translate("Rulings window", "Withdrawn: the source's value holds again.")
            self._write(lambda store: (rulings.withdraw(store, ids), said)[1])

    def _decide(self, keep: bool) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        ruling, author = chosen.ruling, self.authorEdit.text().strip()
        DialogSettings("ruling").keep(author=author)
        said = translate("Rulings window", "Decided: the source's value holds.")
        if keep:
            said = translate("Rulings window", "Decided: the ruling holds.")
        self._write(lambda store: (rulings.decide(store, ruling, keep, author), said)[1])

    def _choose_export(self) -> None:
        store = self.store()
        if store is None:
            return
        proposed = str(store.with_name(f"{store.stem} rulings.csv"))
        title = translate("Rulings window", "Export the rulings")
        path, _filter = QFileDialog.getSaveFileName(self, title, proposed, "CSV (*.csv)")
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the rulings to a file."""
        target = path if path.suffix else path.with_suffix(".csv")
        said = translate("Rulings window", "{n} rulings written to {file}.")
        self._write(lambda store: said.format(n=number(export_rulings(store, target)), file=target.name))

    def _choose_import(self) -> None:
        title = translate("Rulings window", "Import rulings")
        path, _filter = QFileDialog.getOpenFileName(self, title, str(self.store() or ""), "CSV (*.csv)")
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Add the rulings of a file."""
        self._write(lambda store: import_rulings(store, path).sentences())

    def _write(self, work: Callable[[Path], Any]) -> None:
        """Do something to the store in a thread; it answers with what to tell."""
        store = self.store()
        if store is not None:
            self.foot.show_problem(None)
            self.foot.show_notes([])
            self.foot.statusLabel.clear()
            self._writer.ask(lambda: (store, work(store)))

    def _written(self, answer: tuple[Path, Any]) -> None:
        store, said = answer
        first, *rest = [said] if isinstance(said, str) else said
        self.foot.statusLabel.setText(first)
        self.foot.show_notes(rest)
        reload_layers(store, QgsProject.instance().mapLayers().values())
        self.refresh()


def _counted(standings: list[Standing]) -> str:
    """How many rulings there are of each kind."""
    counts = {status: sum(one.status == status for one in standings) for status in ORDER}
    if not standings:
        return translate(
            "Rulings window", "No rulings yet. Select an event on the map and choose “Correct event…”."
        )
    parts = [
        translate("Rulings window", "{n} in force").format(n=number(counts[IN_FORCE] + counts[CONFLICT]))
    ]
    for status, text in (
        (CONFLICT, translate("Rulings window", "of these, {n} to decide: the source has changed")),
        (ORPHAN, translate("Rulings window", "{n} on events that are no longer there")),
        (WITHDRAWN, translate("Rulings window", "{n} withdrawn")),
    ):
        if counts[status]:
            parts.append(text.format(n=number(counts[status])))
    return "; ".join(parts) + "."


def _question(standing: Standing) -> str:
    """What there is to decide."""
    ruling: Ruling = standing.ruling
    none = translate("Rulings window", "nothing")
    if standing.source_now == ruling.value:
        text = translate(
            "Rulings window", "{field} of {event}: the source now says “{now}” itself, as the ruling does."
        )
    else:
        text = translate(
            "Rulings window",
            "{field} of {event}: the source said “{before}” when {who} ruled “{value}” ({reason}). Now the source says "
            "“{now}”. The ruling holds until you decide.",
        )
    return text.format(
        field=field_label(ruling.field), event=ruling.event_id, before=ruling.source_value or none, who=ruling.author,
        value=value_words(standing), reason=ruling.reason, now=standing.source_now or none,
    )  # fmt: skip
