# SPDX-License-Identifier: GPL-2.0-or-later
"""Which events count: layer, when, who and what. One widget for every dialog, one dict of algorithm parameters."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QWidget

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.schema import EVENT_TYPES, VIOLENT_TYPES
from ..core.text import translate
from ..gis.loading import load_actors
from ..gis.paths import UI
from .background import Latest
from .choices import IndentGroups, Who, chip, who_choices
from .facts import Facts, ask_for_facts
from .look import show_as_list
from .periods_row import PeriodsRow
from .settings import DialogSettings

FORM, _ = uic.loadUiType(str(UI / "selection_widget.ui"))
EVENT_FIELDS = frozenset({"event_id", "event_date", "event_type"})


def holds_events(layer: QgsMapLayer) -> bool:
    """Whether a layer has the columns of the event table."""
    return isinstance(layer, QgsVectorLayer) and set(layer.fields().names()) >= EVENT_FIELDS


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
        self._looked_at = ""
        self._wanted = ""  # who was asked for, also where the table of the layer is not known yet
        self._followed: set[str] = set()
        self._reader = Latest(translate("Selection", "Looking at the events"), self)
        self._reader.answered.connect(self._show_facts)
        self._reader.refused.connect(self._show_no_facts)
        self.layerCombo.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
        self._fill_who(load_actors())
        for check, name in self._checks():
            check.setChecked(name in VIOLENT_TYPES)
        self._fill_datasets([])
        self.periods_row = PeriodsRow(self.presetCombo, self.laterCombo, self.earlierCombo)
        self._connect()
        self.refresh_layers()
        self._echo()

    def _checks(self) -> list[tuple[QCheckBox, str]]:
        checks = (self.battlesCheck, self.explosionsCheck, self.civiliansCheck,
                  self.protestsCheck, self.riotsCheck, self.strategicCheck)  # fmt: skip
        return list(zip(checks, EVENT_TYPES))

    def use_one_column(self) -> None:
        """Set the event types one under the other, for narrow screens."""
        self.one_column = True
        row, column, _, _ = self.selectionLayout.getItemPosition(
            self.selectionLayout.indexOf(self.battlesCheck)
        )
        for offset, (check, _) in enumerate(self._checks()):
            self.selectionLayout.addWidget(check, row + offset, column, 1, 2)

    def labels(self) -> list[QLabel]:
        """The labels of the first column, for lining up with other forms."""
        return [
            self.layerLabel, self.datasetLabel, self.presetLabel, self.againstLabel, self.whoLabel, self.whatLabel
        ]  # fmt: skip

    def _connect(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.connect(self.refresh_layers)
        project.layersRemoved.connect(self.refresh_layers)
        self.layerCombo.layerChanged.connect(self._look_at_layer)
        self.filterCheck.toggled.connect(self.changed)
        self.datasetCombo.currentIndexChanged.connect(self._dataset_chosen)
        self.periods_row.changed.connect(self._periods_changed)
        self.whoCombo.currentIndexChanged.connect(self.changed)
        self.whoCombo.activated.connect(lambda _: self.choose_who(self.who().id))
        for check, _ in self._checks():
            check.toggled.connect(self.changed)

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
        self._fill_datasets([])
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
        self._fill_who(facts.actors)
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

    # Who and what

    def _fill_who(self, actors: ActorTable) -> None:
        """Offer a table's groups; the chosen one stays chosen where the table has it."""
        choices = who_choices(actors)
        if choices == [self.whoCombo.itemData(i) for i in range(self.whoCombo.count())]:
            return
        before = self.who()
        size = self.whoCombo.iconSize().height()
        self.whoCombo.blockSignals(True)
        self.whoCombo.clear()
        for who in choices:
            self.whoCombo.addItem(who.label, who)
            index = self.whoCombo.count() - 1
            if who.colour:
                self.whoCombo.setItemIcon(index, chip(who.colour, size))
        self.choose_who(before.id if before is not None and before.id else self._wanted)
        self.whoCombo.blockSignals(False)
        self.whoCombo.setItemDelegate(IndentGroups(self.whoCombo))
        show_as_list(self.whoCombo)

    def who(self) -> Who:
        """The chosen family, group, or everyone."""
        return self.whoCombo.currentData()

    def choose_who(self, one: str) -> None:
        """Choose by id; an unknown id chooses everyone until a table comes that knows it."""
        self._wanted = one
        ids = [self.whoCombo.itemData(i).id for i in range(self.whoCombo.count())]
        self.whoCombo.setCurrentIndex(ids.index(one) if one in ids else 0)

    def event_types(self) -> list[str]:
        """The checked event types."""
        return [name for check, name in self._checks() if check.isChecked()]

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
        types = self.event_types()
        if not types:
            raise FlashpointsError(
                translate("Selection", "No event type is ticked."),
                remedy=translate("Selection", "Tick at least one."),
            )
        earlier, later = self.periods()
        chosen = {
            "INPUT": layer.id(),
            "USE_LAYER_FILTER": self.filterCheck.isChecked(),
            "PERIODS": f"{earlier.iso};{later.iso}",
            "EVENT_TYPES": "*" if len(types) == len(EVENT_TYPES) else ";".join(types),
            "ACTOR_GROUPS": self.who().id,
            "DATASET": self.dataset(),
        }
        return {name: value for name, value in chosen.items() if value != ""}

    def what_and_when(self) -> str:
        """The selection as the tail of a title: 2023-H1 against 2022-H2, militant Islamist."""
        earlier, later = self.periods()
        text = translate("Selection", "{later} against {earlier}").format(
            later=later.label, earlier=earlier.label
        )
        return f"{text}, {self.who().label}" if self.who().id else text

    # Remembered from one time to the next

    def keep(self, settings: DialogSettings) -> None:
        """Remember the choice."""
        self.periods_row.keep(settings)
        settings.keep(
            who=self.who().id,
            types=";".join(self.event_types()),
            layer_filter=self.filterCheck.isChecked(),
        )

    def restore(self, settings: DialogSettings) -> None:
        """Open with what was chosen last."""
        self.choose_who(settings.text("who"))
        types = settings.text("types", ";".join(VIOLENT_TYPES)).split(";")
        for check, name in self._checks():
            check.setChecked(name in types)
        self.filterCheck.setChecked(settings.flag("layer_filter"))
        self.periods_row.restore(settings)
