# SPDX-License-Identifier: GPL-2.0-or-later
"""What Buffer counts measures distances from: a place, the points or lines of a layer, or a border."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProcessingContext, QgsProcessingFeatureSource, QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from ..core.errors import FlashpointsError
from ..core.places import Place, load_places
from ..core.ring_engine import Centre, Site, centres_of
from ..core.selection import split_list
from ..core.text import translate
from ..gis.centres import centres_of_layer
from ..gis.lines import border_names, borders, lines_of_layer
from .choices import find_place, label_of, written
from .look import show_as_list
from .numbers import parse_radii
from .settings import DialogSettings
from .where_again import centre_text, choose, named_layer

PLACE, POINTS, BORDER, LINES = "place", "points", "border", "lines"
DEFAULT_PLACE = "Bamako"
USUAL_RADII = "50, 100, 150"


class RingWhere(QWidget):
    """Rows of a form. `changed` comes whenever the answer would be another one."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = sorted(load_places(), key=label_of)
        self._make_rows()
        self._make_pages()
        self.aroundCombo.currentIndexChanged.connect(self._show_page)
        self.countryCombo.currentTextChanged.connect(self._offer_neighbours)
        self.layerCombo.layerChanged.connect(self.fieldCombo.setLayer)
        for signal in (
            self.centreCombo.editTextChanged, self.radiiEdit.textChanged, self.neighbourCombo.editTextChanged,
            self.layerCombo.layerChanged, self.fieldCombo.fieldChanged,
        ):  # fmt: skip
            signal.connect(self.changed)

    def _make_rows(self) -> None:
        form = QGridLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setColumnStretch(1, 1)
        self.aroundLabel = QLabel(translate("Buffer counts", "Whe&re"), self)
        self.aroundCombo = _combo(self)
        for value, text in (
            (PLACE, translate("Buffer counts", "Round a place")),
            (POINTS, translate("Buffer counts", "Round the points of a layer")),
            (BORDER, translate("Buffer counts", "Along a border")),
            (LINES, translate("Buffer counts", "Along the lines of a layer")),
        ):
            self.aroundCombo.addItem(text, value)
        self.pageLabel = QLabel(self)
        self.pages = QStackedWidget(self)
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.radiiLabel = QLabel(translate("Buffer counts", "Ra&dii, km"), self)
        self.radiiEdit = QLineEdit(self)
        self.radiiEdit.setToolTip(translate("Buffer counts", "One number for each ring, with commas between"))
        rows = (
            (self.aroundLabel, self.aroundCombo),
            (self.pageLabel, self.pages),
            (self.radiiLabel, self.radiiEdit),
        )
        for row, (label, widget) in enumerate(rows):
            form.addWidget(label, row, 0)
            form.addWidget(widget, row, 1)
            label.setBuddy(widget)

    def _make_pages(self) -> None:
        self.centreCombo, self.pickButton = _editable(self), QPushButton(self)
        self.centreCombo.setToolTip(
            translate("Buffer counts", "A town, or longitude and latitude in degrees: -8.0029, 12.6392")
        )
        for place in self._places:
            self.centreCombo.addItem(label_of(place))
        self.pickButton.setText(translate("Buffer counts", "Set on &map"))
        tip = translate(
            "Buffer counts", "Click on the map to place the rings; drag their cross or their lines"
        )
        self.pickButton.setToolTip(tip)
        self.pickButton.setCheckable(True)
        self.pickButton.setAutoDefault(False)
        self.layerCombo, self.fieldCombo = QgsMapLayerComboBox(self), QgsFieldComboBox(self)
        self.fieldCombo.setAllowEmptyFieldName(True)
        self.fieldCombo.setToolTip(translate("Buffer counts", "The field with the names"))
        self.countryCombo, self.neighbourCombo = _editable(self), _editable(self)
        self.neighbourCombo.setToolTip(
            translate(
                "Buffer counts", "A neighbour, or several with ; between; empty: the borders with all of them"
            )
        )
        names = (
            (self.layerCombo, translate("Buffer counts", "Layer")),
            (self.fieldCombo, translate("Buffer counts", "Field with the names")),
            (self.countryCombo, translate("Buffer counts", "Country")),
            (self.neighbourCombo, translate("Buffer counts", "Neighbours")),
            (self.centreCombo, translate("Buffer counts", "Centre")),
        )
        for widget, name in names:
            widget.setAccessibleName(name)
        with_ = QLabel(translate("Buffer counts", "with"), self)
        for row in (
            (self.centreCombo, self.pickButton),
            (self.layerCombo, self.fieldCombo),
            (self.countryCombo, with_, self.neighbourCombo),
        ):
            page = QWidget(self)
            layout = QHBoxLayout(page)
            layout.setContentsMargins(0, 0, 0, 0)
            for widget in row:
                layout.addWidget(widget, 0 if isinstance(widget, (QPushButton, QLabel)) else 1)
            self.pages.addWidget(page)

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.aroundLabel, self.pageLabel, self.radiiLabel]

    # What is chosen

    @property
    def around(self) -> str:
        """PLACE, POINTS, BORDER or LINES."""
        return str(self.aroundCombo.currentData())

    @property
    def along(self) -> bool:
        """Whether distances are measured from lines."""
        return self.around in (BORDER, LINES)

    def radii(self) -> list[float]:
        """The radii in rising order. Raises FlashpointsError when there is none."""
        return parse_radii(self.radiiEdit.text())

    def place(self) -> Place:
        """The chosen centre. Raises FlashpointsError when the text is none."""
        return find_place(self.centreCombo.currentText(), self._places)

    def put(self, longitude: float, latitude: float) -> None:
        """Another centre."""
        self.centreCombo.setEditText(written(longitude, latitude))

    def where(self) -> str:
        """The place, the layer or the border, for titles."""
        if self.around == PLACE:
            return self.place().name
        if self.around == BORDER:
            names = [self.countryCombo.currentText().strip(), *split_list(self.neighbourCombo.currentText())]
            return " – ".join(names)
        layer = self.layerCombo.currentLayer()
        return str(layer.name()) if layer else ""

    def parameters(self) -> dict[str, Any]:
        """The algorithm's parameters of sites and distances. Raises FlashpointsError when something is missing."""
        radii = ",".join(f"{radius:g}" for radius in self.radii())
        key = "DISTANCES_KM" if self.along else "RADII_KM"
        if self.around == PLACE:
            place = self.place()
            return {"CENTRE": f"{place.longitude},{place.latitude} [EPSG:4326]", key: radii}
        if self.around == BORDER:
            country, neighbours = (
                self.countryCombo.currentText().strip(),
                self.neighbourCombo.currentText().strip(),
            )
            if not country:
                raise FlashpointsError(
                    translate("Buffer counts", "No country is chosen."),
                    remedy=translate("Buffer counts", "Choose the country whose border it is."),
                )
            return {"BORDER_OF": country, "BORDER_WITH": neighbours, key: radii}
        layer = self._layer()
        names = ("LINES", "LINE_NAME") if self.along else ("CENTRES", "CENTRE_NAME")
        return {names[0]: layer.id(), names[1]: self.fieldCombo.currentField(), key: radii}

    def sites(self) -> Callable[[], Sequence[Site]]:
        """What distances are measured from, to be made in a thread; layers are read here and now."""
        if self.around == PLACE:
            place = self.place()
            centre = Centre(place.name, place.longitude, place.latitude)
            return lambda: [centre]
        if self.around == BORDER:
            country, neighbours = self.countryCombo.currentText().strip(), self.neighbourCombo.currentText()
            return lambda: borders(country, split_list(neighbours))
        source, field = QgsProcessingFeatureSource(self._layer(), _context()), self.fieldCombo.currentField()
        if self.around == LINES:
            lines = lines_of_layer(source, field)
            return lambda: lines
        centres = centres_of(centres_of_layer(source, field, _context()))
        return lambda: centres

    def _layer(self) -> Any:
        layer = self.layerCombo.currentLayer()
        if layer is None:
            raise FlashpointsError(
                translate("Buffer counts", "There is no layer to choose."),
                remedy=translate("Buffer counts", "Add a layer of points or lines to the project."),
            )
        return layer

    # Rows

    def _show_page(self) -> None:
        around = self.around
        filters = QgsMapLayerProxyModel.Filter
        self.pages.setCurrentIndex({PLACE: 0, POINTS: 1, LINES: 1, BORDER: 2}[around])
        if around in (POINTS, LINES):
            kinds = filters.PointLayer if around == POINTS else filters.LineLayer | filters.PolygonLayer
            self.layerCombo.setFilters(kinds)
            self.fieldCombo.setLayer(self.layerCombo.currentLayer())
        if around == BORDER and not self.countryCombo.count():
            self._offer_countries()
        self.pageLabel.setText(
            {
                PLACE: translate("Buffer counts", "Place"),
                BORDER: translate("Buffer counts", "Border of"),
            }.get(around, translate("Buffer counts", "Layer"))
        )
        distances = translate("Buffer counts", "&Distances, km")
        self.radiiLabel.setText(distances if self.along else translate("Buffer counts", "Ra&dii, km"))
        self.changed.emit()

    def _offer_countries(self) -> None:
        kept = self.countryCombo.currentText()
        with QSignalBlocker(self.countryCombo):
            self.countryCombo.addItems(border_names(""))
            self.countryCombo.setEditText(kept)
        self._offer_neighbours()

    def _offer_neighbours(self) -> None:
        kept = self.neighbourCombo.currentText()
        names = border_names(self.countryCombo.currentText().strip())
        with QSignalBlocker(self.neighbourCombo):
            self.neighbourCombo.clear()
            self.neighbourCombo.addItems(["", *names])
            self.neighbourCombo.setEditText(kept if set(split_list(kept)) <= set(names) else "")
        self.changed.emit()

    # Remembering

    def restore(self, settings: DialogSettings) -> None:
        """Open with what was chosen last."""
        self.centreCombo.setEditText(settings.text("centre", self._usual_place()))
        self.radiiEdit.setText(settings.text("radii", USUAL_RADII))
        self.countryCombo.setEditText(settings.text("border_of"))
        self.neighbourCombo.setEditText(settings.text("border_with"))
        self.aroundCombo.setCurrentIndex(max(self.aroundCombo.findData(settings.text("around", PLACE)), 0))
        self._show_page()

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Show again where an earlier run measured from. FlashpointsError when the project lacks its layer."""
        self.radiiEdit.setText(
            str(parameters.get("DISTANCES_KM") or parameters.get("RADII_KM") or USUAL_RADII)
        )
        if parameters.get("BORDER_OF"):
            choose(self.aroundCombo, BORDER)
            self.countryCombo.setEditText(str(parameters["BORDER_OF"]))
            self.neighbourCombo.setEditText(str(parameters.get("BORDER_WITH") or ""))
            return
        for around, layer_name, field_name in (
            (POINTS, "CENTRES", "CENTRE_NAME"), (LINES, "LINES", "LINE_NAME"),
        ):  # fmt: skip
            layer = named_layer(parameters, layer_name)
            if layer is not None:
                choose(self.aroundCombo, around)
                self.layerCombo.setLayer(layer)
                self.fieldCombo.setField(str(parameters.get(field_name) or ""))
                return
        choose(self.aroundCombo, PLACE)
        self.centreCombo.setEditText(centre_text(parameters, self._places) or self._usual_place())

    def _usual_place(self) -> str:
        return next((label_of(place) for place in self._places if place.name == DEFAULT_PLACE), "")

    def keep(self, settings: DialogSettings) -> None:
        """Remember what is chosen."""
        settings.keep(
            centre=self.centreCombo.currentText(), radii=self.radiiEdit.text(), around=self.around,
            border_of=self.countryCombo.currentText(), border_with=self.neighbourCombo.currentText(),
        )  # fmt: skip


def _combo(parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(14)
    return combo


def _editable(parent: QWidget) -> QComboBox:
    """A box that takes text and completes it from any part of a word."""
    combo = _combo(parent)
    combo.setMinimumContentsLength(10)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setMaxVisibleItems(15)
    completer = QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    combo.setCompleter(completer)
    show_as_list(combo)
    return combo


def _context() -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context
