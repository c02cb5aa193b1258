# SPDX-License-Identifier: GPL-2.0-or-later
"""Which events count: layer, when, who and what. One widget for every dialog, one dict of algorithm parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.text import translate
from ..gis.facet_events import lacking
from ..gis.loading import load_actors
from ..gis.paths import UI
from .background import Latest
from .choices import Who
from .facts import Facts, ask_for_facts, holds_events
from .look import set_tab_order
from .periods_row import PeriodsRow
from .selection_again import check_columns, input_layer, pair_of
from .selection_choices import EventChoices
from .selection_numbers import NumberAnswers
from .settings import DialogSettings

FORM, _ = uic.loadUiType(str(UI / "selection_widget.ui"))


class SelectionWidget(QWidget, FORM):
    """Holds the choice; computes nothing. `changed` follows every choice, `layerChanged` a new layer or its facts."""

    changed = pyqtSignal()
    layerChanged = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setupUi(self)
        self.facts: Facts | None = None
        self._facts_error: FlashpointsError | None = None
        self.one_column = False
        self._number_periods: tuple[Period, ...] = ()
        self._looked_at = ""
        self._wanted_dataset = ""
        self._followed: set[str] = set()
        self._reader = Latest(translate("Selection", "Looking at the events"), self)
        self._reader.answered.connect(self._show_facts)
        self._reader.refused.connect(self._show_no_facts)
        self._answers = NumberAnswers(self)
        self.layerCombo.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
        self._make_choices()
        self._fill_datasets([])
        self.periods_row = PeriodsRow(self.presetCombo, self.laterCombo, self.earlierCombo)
        self._connect()
        self.refresh_layers()
        self._echo()

    def _make_choices(self) -> None:
        checks = (self.battlesCheck, self.explosionsCheck, self.civiliansCheck,
                  self.protestsCheck, self.riotsCheck, self.strategicCheck)  # fmt: skip
        self.choices = EventChoices(self.selectionLayout, checks, self.precisionCombo, load_actors())
        self.more = self.choices.more
        who = self.choices.whoList
        self.whoPlace.addWidget(who)
        self.whoLabel.setBuddy(who)
        self.morePlace.addWidget(self.more)
        self._answers.known.connect(self.choices.show_numbers)
        set_tab_order([self.earlierCombo, who, *checks, self.precisionCombo, *self.more.stops()])

    def use_one_column(self) -> None:
        """Set the event types one under the other, for narrow screens."""
        self.one_column = True
        self.choices.use_one_column()

    def use_where(self) -> None:
        """Offer regions and zones by name too: for dialogs whose algorithm takes WHERE."""
        self.more.use_where()

    def labels(self) -> list[QLabel]:
        """The labels of the first column, for lining up with other forms."""
        return [
            self.layerLabel, self.datasetLabel, self.presetLabel, self.againstLabel, self.whoLabel, self.whatLabel,
            self.precisionLabel, *self.more.labels(),
        ]  # fmt: skip

    def _connect(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.connect(self.refresh_layers)
        project.layersRemoved.connect(self.refresh_layers)
        self.layerCombo.layerChanged.connect(self._look_at_layer)
        self.filterCheck.toggled.connect(self.changed)
        self.datasetCombo.currentIndexChanged.connect(self._dataset_chosen)
        self.periods_row.changed.connect(self._periods_changed)
        self.choices.changed.connect(self.changed)
        self.changed.connect(self._ask_for_numbers)

    # The layer and what is known of it

    def refresh_layers(self, *_: object) -> None:
        """Offer the event layers of the project and nothing else."""
        others = [one for one in QgsProject.instance().mapLayers().values() if not holds_events(one)]
        self.layerCombo.setExceptedLayerList(others)
        if self._layer_id() != self._looked_at:
            self._look_at_layer()

    def _layer_id(self) -> str:
        layer = self.layer()
        return "" if layer is None else layer.id()

    def layer(self) -> QgsVectorLayer | None:
        """The chosen events layer; None when the project has none."""
        layer = self.layerCombo.currentLayer()
        return layer if layer is not None and holds_events(layer) else None

    def select_layer(self, layer: QgsVectorLayer) -> None:
        """Choose a layer."""
        self.layerCombo.setLayer(layer)

    def _look_at_layer(self, *_: object) -> None:
        layer = self.layer()
        self._looked_at = self._layer_id()
        self.facts, self._facts_error = None, None
        self._reader.drop()
        self._answers.forget()
        self._fill_datasets([])
        self.choices.allow({} if layer is None else lacking(layer))
        if layer is not None:
            self._follow(layer)
            ask_for_facts(self._reader, layer, self.dataset())
        self.periods_row.set_coverage(None)
        self._echo()
        self.layerChanged.emit()
        self.changed.emit()

    def _follow(self, layer: QgsVectorLayer) -> None:
        """Ask again when the events, or the groups of their store, have been written."""

        def ask() -> None:
            if self.layer() is layer:
                ask_for_facts(self._reader, layer, self.dataset())

        if layer.id() not in self._followed:
            self._followed.add(layer.id())
            layer.dataChanged.connect(ask)

    def _show_facts(self, facts: Facts) -> None:
        self.facts, self._facts_error = facts, None
        self._fill_datasets(facts.datasets)
        self.choices.set_actors(facts.actors)
        self.periods_row.set_coverage(facts.coverage)
        self._echo()
        self.layerChanged.emit()
        self.changed.emit()

    def _show_no_facts(self, error: FlashpointsError) -> None:
        self._facts_error = error
        self._echo()
        self.changed.emit()

    # Source of the events, when the layer holds several

    def _fill_datasets(self, names: list[str]) -> None:
        """Offer the sources; the row is there only when there is a choice. Choosing one asks for its coverage."""
        if names != [self.datasetCombo.itemText(i) for i in range(self.datasetCombo.count())]:
            self.datasetCombo.clear()
            self.datasetCombo.addItems(names)
            if self._wanted_dataset in names:
                self.datasetCombo.setCurrentText(self._wanted_dataset)
        self.datasetLabel.setVisible(len(names) > 1)
        self.datasetCombo.setVisible(len(names) > 1)

    def dataset(self) -> str:
        """The chosen source; empty when the layer has only one."""
        return self.datasetCombo.currentText() if self.datasetCombo.count() > 1 else ""

    def _dataset_chosen(self) -> None:
        layer = self.layer()
        if layer is not None and self.dataset():
            ask_for_facts(self._reader, layer, self.dataset())
            self.changed.emit()

    # When

    def periods(self) -> tuple[Period, Period]:
        """(earlier, later). Raises FlashpointsError when a text is no period, or the order is wrong."""
        return self.periods_row.periods()

    def _periods_changed(self) -> None:
        self._echo()
        self.changed.emit()

    def _echo(self) -> None:
        """Say the periods in words, or why there are none yet."""
        text = (
            self.periods_row.in_words()
            if self.facts is not None
            else translate("Selection", "Looking at the events…")
        )
        if self._facts_error is not None:
            text = str(self._facts_error)
        self.periodsEcho.setText(text if self.layer() is not None else "")

    def who(self) -> Who:
        """The first chosen family or group, or everyone."""
        return next(iter(self.choices.chosen_who()), Who("", translate("Choices", "Everyone")))

    def choose_who(self, *ids: str) -> None:
        """Choose families and groups by id; an unknown one chooses nobody until a table comes that knows it."""
        self.choices.choose_who(*ids)
        self.changed.emit()

    # The numbers beside the choices

    def count_numbers_in(self, *periods: Period) -> None:
        """For dialogs that count in other days than the two periods; none: in the two periods again."""
        self._number_periods = periods
        self._ask_for_numbers()

    def _ask_for_numbers(self) -> None:
        layer = self.layer()
        try:
            parameters = self.parameters() if self.facts is not None else None
        except FlashpointsError:
            parameters = None  # the foot of the dialog says what is wrong
        if layer is None or parameters is None:
            self._answers.drop()
        else:
            days = ";".join(one.iso for one in self._number_periods)
            self._answers.ask(layer, {**parameters, "PERIODS": days or parameters["PERIODS"]})

    # The answer

    def parameters(self) -> dict[str, Any]:
        """The selection as parameters of any of the algorithms.

        Raises
        ------
        FlashpointsError : in words for the window, when something is missing or wrong.
        """
        layer = self.layer()
        if layer is None:
            raise FlashpointsError(
                translate("Selection", "There are no events in this project yet."),
                remedy=translate("Selection", "Load an event file first."),
            )
        earlier, later = self.periods()
        chosen = {
            "INPUT": layer.id(),
            "USE_LAYER_FILTER": self.filterCheck.isChecked(),
            "PERIODS": f"{earlier.iso};{later.iso}",
            "DATASET": self.dataset(),
            **self.choices.parameters(),
        }
        return {name: value for name, value in chosen.items() if value != ""}

    def set_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Choose what the parameters of an earlier run say; what they leave out is as the algorithms have it.

        INPUT : the id of a layer, or where its data are, as results keep it.

        Raises
        ------
        FlashpointsError : when the project does not have the events, or they lack a column that is asked for.
        """
        layer, pair = input_layer(parameters), pair_of(parameters)
        check_columns(layer, parameters)
        self.select_layer(layer)
        self._wanted_dataset = str(parameters.get("DATASET", ""))
        if self._wanted_dataset:
            self.datasetCombo.setCurrentText(self._wanted_dataset)
        self.filterCheck.setChecked(bool(parameters.get("USE_LAYER_FILTER")))
        if pair is not None:
            self.periods_row.write(pair[0].label, pair[1].label)
        self.choices.show_parameters(parameters)
        self.changed.emit()

    def what_and_when(self) -> str:
        """The selection as the tail of a title: 2023-H1 against 2022-H2, militant Islamist."""
        earlier, later = self.periods()
        text = translate("Selection", "{later} against {earlier}").format(
            later=later.label, earlier=earlier.label
        )
        return ", ".join(filter(None, [text, self.choices.who_in_words()]))

    def keep(self, settings: DialogSettings) -> None:
        """Remember the choice."""
        self.periods_row.keep(settings)
        self.choices.keep(settings)
        settings.keep(layer_filter=self.filterCheck.isChecked())

    def restore(self, settings: DialogSettings) -> None:
        """Open with what was chosen last."""
        self.choices.restore(settings)
        self.filterCheck.setChecked(settings.flag("layer_filter"))
        self.periods_row.restore(settings)
