# SPDX-License-Identifier: GPL-2.0-or-later
"""“Show me the 16”: the events behind a number as a list; each is shown on the map, read, and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsDockWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCloseEvent, QHideEvent
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.errors import FlashpointsError
from ..core.event_card import Labels
from ..core.event_table import event_table, foot_line
from ..core.shown_table import ShownTable
from ..core.text import number, translate
from ..gis.event_card import labels_of
from ..gis.event_listing import ListedSource, write_csv
from ..gis.loading import load_actors
from ..gis.outputs import source_row
from .background import Latest
from .event_list_page import EventListPage
from .map_marks import PlaceMark
from .results import slug
from .shown_model import copy_table
from .terms import may_save_rows
from .window import Window

WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")
NEAR_SCALE = 100_000
"""Zoom comes at least this near."""


@dataclass(frozen=True)
class Listing:
    """The events that were found, and of how many ids there are none any more."""

    events: pd.DataFrame
    labels: Labels
    gone: int
    sources: list[dict[str, Any]]


class EventListDock(QgsDockWidget):
    """A panel at the foot of the window. It reads in a thread, from a copy of the layer that has no filter."""

    def __init__(self, host: Window) -> None:
        super().__init__(translate("Event list", "Events"), host.widget)
        self.setObjectName("FlashpointsEventList")
        self.host = host
        self.layer: QgsVectorLayer | None = None
        self._ids: list[str] = []
        self._title = self._note = ""
        self._listing: Listing | None = None
        self.table: ShownTable | None = None
        self.mark = PlaceMark(host.canvas)
        self.page = EventListPage(self)
        self.setWidget(self.page)
        self._reader = Latest(translate("Event list", "Reading the events of a number"), self)
        self._reader.answered.connect(self._show)
        self._reader.refused.connect(self._refused)
        page = self.page
        page.view.doubleClicked.connect(lambda _: self.zoom())
        page.zoomButton.clicked.connect(self.zoom)
        page.cardButton.clicked.connect(self.read_card)
        page.correctButton.clicked.connect(self.correct)
        page.copyButton.clicked.connect(self.copy)
        page.saveButton.clicked.connect(self.choose_file)
        host.runner.ended.connect(self._again)  # which may have ruled on one of them
        QgsProject.instance().cleared.connect(self.forget)
        host.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self._say(translate("Event list", "Ask a number for its events: they are listed here."))

    # What is listed

    def list_events(
        self, layer: QgsVectorLayer, title: str, event_ids: Sequence[str], note: str = ""
    ) -> None:
        """List events of a layer; what its filter hides is listed all the same.

        title : what they are the events of; note : what has to be said about the number, "" for nothing.
        """
        self.mark.remove()
        self._ids, self._title, self._note = list(event_ids), title, note
        self._listing = self.table = None
        self.layer = layer.clone()
        self.layer.setSubsetString("")
        self._read()

    def _read(self) -> None:
        layer, ids = self.layer, self._ids
        if layer is None:
            return
        try:
            source = ListedSource.of(layer)
        except FlashpointsError as error:
            self._refused(error)
            return
        if self._listing is None:
            self._say(translate("Event list", "Reading the events…"))
        self._reader.ask(lambda: _listing(source, ids))

    def _again(self, *_: object) -> None:
        """Once something has run: the same events, as they are now."""
        if not sip.isdeleted(self) and self._listing is not None and self.isVisible():
            self._read()

    def _show(self, listing: Listing) -> None:
        before = self.chosen()
        self._listing = listing
        self.table = event_table(listing.events, listing.labels)
        self.page.show_table(self.table, self._title, self._notes(listing))
        self.page.footLabel.setText(foot_line(listing.events))
        self.page.view.selectionModel().selectionChanged.connect(self._selected)
        if before is not None:
            self.choose(str(before["event_id"]))
        self._selected()

    def _notes(self, listing: Listing) -> str:
        gone = translate("Event list", "{n} of the events are no longer in the layer.")
        said = [self._note, gone.format(n=number(listing.gone)) if listing.gone else ""]
        return "\n".join(filter(None, said))

    def _refused(self, error: FlashpointsError) -> None:
        self._listing = self.table = None
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.page.say(self._title, text)

    def forget(self) -> None:
        """The project is gone, and the layer with it."""
        if sip.isdeleted(self):
            return
        self._reader.drop()
        self.mark.remove()
        self.layer = self._listing = self.table = None
        self._ids, self._title, self._note = [], "", ""
        self._say(translate("Event list", "Ask a number for its events: they are listed here."))

    # One of them

    def chosen(self) -> pd.Series | None:
        """The row of the one selected event; None where none is, or several are."""
        rows = self.page.view.positions() if self.table is not None else []
        return self.table.rows.iloc[rows[0]] if self.table is not None and len(rows) == 1 else None

    def choose(self, event_id: str) -> None:
        """Select an event by its id; nothing happens when it is not listed."""
        if self.table is not None:
            there = np.flatnonzero((self.table.rows["event_id"] == event_id).to_numpy())
            if len(there):
                self.page.view.select(int(there[0]))

    def _selected(self, *_: object) -> None:
        row = self.chosen()
        self.page.enable(row is not None, bool(self.table is not None and len(self.table.rows)))
        point = self._point(row)
        if point is None:
            self.mark.remove()
        else:
            self.mark.show(point)
            canvas = self.host.canvas
            if not canvas.extent().contains(point):
                canvas.setCenter(point)
                canvas.refresh()
            canvas.flashGeometries([QgsGeometry.fromPointXY(point)], canvas.mapSettings().destinationCrs())
        if row is not None and self.host.is_card_open():
            self.read_card()

    def _point(self, row: pd.Series | None) -> QgsPointXY | None:
        """Where an event is in the map's units; None for one without a place."""
        if row is None or pd.isna(row["longitude"]) or pd.isna(row["latitude"]):
            return None
        crs = self.host.canvas.mapSettings().destinationCrs()
        change = QgsCoordinateTransform(WGS84, crs, QgsProject.instance())
        try:
            return change.transform(QgsPointXY(row["longitude"], row["latitude"]))
        except QgsCsException:  # a pole, in a projection that has none
            return None

    def zoom(self) -> None:
        """Bring the event to the middle of the map, and near."""
        point = self._point(self.chosen())
        if point is None:
            return
        canvas = self.host.canvas
        canvas.setCenter(point)
        if canvas.scale() > NEAR_SCALE:
            canvas.zoomScale(NEAR_SCALE)
        canvas.refresh()

    def _feature(self) -> QgsFeature | None:
        row = self.chosen()
        if row is None or self.layer is None:
            return None
        wanted = str(row["event_id"]).replace("'", "''")
        request = QgsFeatureRequest().setFilterExpression(f"\"event_id\" = '{wanted}'").setLimit(1)
        feature = next(iter(self.layer.getFeatures(request)), None)
        if feature is None:
            self._again()
        return feature

    def read_card(self) -> None:
        """Show the event's card."""
        feature = self._feature()
        if feature is not None and self.layer is not None:
            self.host.read_card(self.layer, feature)

    def correct(self) -> None:
        """Open the dialog that corrects it; it says so where the layer is of no store."""
        feature = self._feature()
        if feature is not None and self.layer is not None and self.host.correct is not None:
            self.host.correct(self.layer, feature)

    # All of them

    def copy(self) -> None:
        """Put the list, or the selected lines, on the clipboard: as text and as a table."""
        if self.table is None or self._listing is None:
            return
        rows = self.page.view.copied()
        notes = [foot_line(self.table.rows.iloc[rows]), *self.credits()]
        copy_table(self.table, rows, self._title, notes)
        self.host.say_done(translate("Event list", "Copied: {n} lines.").format(n=number(len(rows))))

    def credits(self) -> list[str]:
        """The lines that the sources of the events ask for."""
        sources = self._listing.sources if self._listing is not None else []
        return list(dict.fromkeys(str(one["credit"]) for one in sources if one.get("credit")))

    def choose_file(self) -> None:
        """Ask for a file and save the list there, if the terms of the source are accepted."""
        if self._listing is None or not may_save_rows(self, self._listing.sources, len(self._listing.events)):
            return
        title = translate("Event list", "Save the events as CSV")
        proposed = str(Path(QgsProject.instance().homePath() or Path.home()) / f"{slug(self._title)}.csv")
        path, _filter = QFileDialog.getSaveFileName(self, title, proposed, "CSV (*.csv)")
        if path:
            self.save(Path(path if path.lower().endswith(".csv") else f"{path}.csv"))

    def save(self, path: Path) -> None:
        """Write the events with their own columns, in the order of the list."""
        if self.table is None:
            return
        rows = self.table.rows.iloc[self.page.view.model().lines()]
        try:
            write_csv(path, rows)
        except OSError as error:
            text = translate("Event list", "The file cannot be written ({reason}).")
            self.host.say_failed(FlashpointsError(text.format(reason=error.strerror or error), str(path)))
            return
        self.host.say_done(translate("Event list", "Saved: {name}").format(name=path.name))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """The map keeps no mark of a list that nobody sees."""
        super().hideEvent(event)
        self.mark.remove()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stop reading."""
        self._reader.drop()
        super().closeEvent(event)

    def let_go(self) -> None:
        """Hear nothing any more; before the dock is taken out."""
        QgsProject.instance().cleared.disconnect(self.forget)
        self.host.runner.ended.disconnect(self._again)
        self.forget()


def _listing(source: ListedSource, ids: Sequence[str]) -> Listing:
    events = source.rows_of(ids)
    gone = len(set(ids)) - len(events)
    sources = [source_row(row) for row in source.rows("imports")]
    return Listing(events, labels_of(load_actors(source)), max(gone, 0), sources)
