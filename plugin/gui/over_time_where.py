# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the events of Over time lie, beside the regions that the shared selection names: everywhere, or in a ring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter

from ..core.places import load_places
from ..core.ring_words import kilometres
from ..core.text import translate
from ..gis.over_time import REGION, ZONE, Ring
from .choices import find_place, label_of, written
from .look import show_as_list
from .numbers import parse_radius
from .over_time_choices import EVERYWHERE, RINGED, wheres
from .point_picker import PointPicker
from .regions_row import RegionsRow
from .settings import DialogSettings
from .where_again import centre_text, choose

DEFAULT_PLACE = "Bamako"


class OverTimeWhere(QObject):
    """Drives the boxes of the form that say where; `changed` follows every choice, `picked` one on the map."""

    changed = pyqtSignal()
    picked = pyqtSignal()

    def __init__(self, form: Any, canvas: QgsMapCanvas) -> None:
        super().__init__(form)
        self._form = form
        self._places = sorted(load_places(), key=label_of)
        self.regions = RegionsRow(form.regionsCombo, form.fieldCombo, form.fieldLabel)
        for place in self._places:
            form.centreCombo.addItem(label_of(place))
        completer = QCompleter(form.centreCombo.model(), form.centreCombo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        form.centreCombo.setCompleter(completer)
        show_as_list(form.centreCombo)
        for value, text in wheres():
            form.whereCombo.addItem(text, value)
        self._picker = PointPicker(canvas, form.pickButton)
        self._picker.picked.connect(self._take)

    def connect_changes(self) -> None:
        """Tell of changes from now on, and show only what the choice needs."""
        form = self._form
        for combo in (form.whereCombo, form.groupByCombo):
            combo.currentIndexChanged.connect(self._follow)
        form.centreCombo.editTextChanged.connect(self.changed)
        form.radiusEdit.textChanged.connect(self.changed)
        form.selection.changed.connect(self._follow_regions)
        self.regions.changed.connect(self._follow)
        self._follow()

    def _follow(self, *_: object) -> None:
        form, ringed = self._form, self._kind() == RINGED
        for widget in (
            form.centreLabel,
            form.centreCombo,
            form.pickButton,
            form.radiusLabel,
            form.radiusEdit,
        ):
            widget.setVisible(ringed)
        self._follow_regions()
        if not ringed:
            self.stop_picking()
        self.changed.emit()

    def _follow_regions(self) -> None:
        """The polygons of regions are asked for only where something depends on them."""
        form, asks = self._form, self._asks_regions()
        own = form.regionsCombo.currentLayer() is not None
        for widget in (form.regionsLabel, form.regionsCombo):
            widget.setVisible(asks)
        for widget in (form.fieldLabel, form.fieldCombo):
            widget.setVisible(asks and own)

    def _take(self, longitude: float, latitude: float) -> None:
        self._form.centreCombo.setEditText(written(longitude, latitude))
        self.picked.emit()

    def stop_picking(self) -> None:
        """Give the map its tool back."""
        self._form.pickButton.setChecked(False)

    # The answer

    def _kind(self) -> str:
        return str(self._form.whereCombo.currentData())

    def _asks_regions(self) -> bool:
        return bool(self.names()) or self._form.groupByCombo.currentData() in (REGION, ZONE)

    def names(self) -> str:
        """The regions and zones that the selection names, with semicolons between."""
        return str(self._form.selection.more.parameters().get("WHERE", ""))

    def ring(self) -> Ring | None:
        """The ring, where one is asked for. Raises FlashpointsError when its centre or radius is none."""
        if self._kind() != RINGED:
            return None
        place = find_place(self._form.centreCombo.currentText(), self._places)
        return Ring(place.longitude, place.latitude, parse_radius(self._form.radiusEdit.text()))

    def title(self) -> str:
        """Within 150 km of Bamako; in Mopti; everywhere in the file."""
        ring, names = self.ring(), self.names()
        parts = [ring.title()] if ring is not None else []
        if names:
            parts.append(translate("Over time", "in {names}").format(names=", ".join(names.split(";"))))
        return ", ".join(parts) or translate("Over time", "everywhere in the file")

    def parameters(self) -> dict[str, Any]:
        """CENTRE and RADIUS_KM, REGIONS and REGION_FIELD. Raises FlashpointsError when something is missing."""
        ring = self.ring()
        found: dict[str, Any] = {}
        if ring is not None:
            found["CENTRE"] = f"{ring.longitude},{ring.latitude} [EPSG:4326]"
            found["RADIUS_KM"] = ring.radius_km
        return {**found, **(self.regions.parameters() if self._asks_regions() else {})}

    # Remembered from one time to the next

    def restore(self, settings: DialogSettings) -> None:
        """Open with what was chosen last."""
        form = self._form
        self.regions.restore(settings)
        form.whereCombo.setCurrentIndex(max(form.whereCombo.findData(settings.text("where", EVERYWHERE)), 0))
        default = next((label_of(place) for place in self._places if place.name == DEFAULT_PLACE), "")
        form.centreCombo.setEditText(settings.text("centre", default))
        form.radiusEdit.setText(settings.text("radius", "150"))

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again where the events of an earlier run lay. FlashpointsError when the project lacks its layer."""
        form = self._form
        centre = centre_text(parameters, self._places)
        choose(form.whereCombo, RINGED if centre else EVERYWHERE)
        if centre:
            form.centreCombo.setEditText(centre)
            form.radiusEdit.setText(kilometres(float(parameters["RADIUS_KM"])))
        self.regions.set_parameters(parameters)

    def keep(self, settings: DialogSettings) -> None:
        """Remember what is chosen."""
        form = self._form
        self.regions.keep(settings)
        settings.keep(
            where=self._kind(), centre=form.centreCombo.currentText(), radius=form.radiusEdit.text()
        )
