# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dialogs need of QGIS's window: runs, the message bar, the map, and each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMessageLog,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMessageBox, QPushButton, QWidget

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.result_layers import is_result
from . import results, tree
from .look_keeper import LookKeeper
from .runner import Outcome, Runner

if TYPE_CHECKING:
    from .event_card_dialog import EventCardDialog
    from .event_list import EventListDock
    from .filter_action import ResultsAction

TITLE = "Flashpoints"
MARGIN = 1.1
"""How much wider than the layer the map is after Show."""


class Window(QObject):
    """One for the plugin. Holds the runner, so that a run goes on when its dialog is closed."""

    def __init__(
        self,
        iface: QgisInterface,
        open_dialog: Callable[[str], None],
        looks: LookKeeper | None = None,
        correct: Callable[[QgsVectorLayer, QgsFeature], None] | None = None,
        dialog: Callable[[str], Any] | None = None,
        results: Callable[[], ResultsAction | None] = lambda: None,
    ) -> None:
        """correct : opens the dialog that corrects an event; dialog : makes one by its name; results : their button."""
        super().__init__()
        self.iface = iface
        self.looks = looks or LookKeeper(iface.mapCanvas(), self)
        self.open_dialog = open_dialog
        self.correct = correct
        self._dialog = dialog
        self._results = results
        self._card_shown: EventCardDialog | None = None
        self._event_list: EventListDock | None = None
        self.runner = Runner()
        self.runner.ended.connect(self._ended)

    @property
    def widget(self) -> QWidget:
        """The parent of dialogs."""
        return self.iface.mainWindow()

    @property
    def canvas(self) -> QgsMapCanvas:
        """The map."""
        return self.iface.mapCanvas()

    def zoom_to(self, layers: list[QgsVectorLayer]) -> None:
        """Show the extent of some layers."""
        self._zoom([(layer.extent(), layer.crs()) for layer in layers if layer.isSpatial()])

    def zoom_to_shapes(self, shapes: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem) -> None:
        """Show some shapes of one layer; nothing happens for none."""
        self._zoom([(shape.boundingBox(), crs) for shape in shapes])

    def _zoom(self, boxes: Sequence[tuple[QgsRectangle, QgsCoordinateReferenceSystem]]) -> None:
        extent = QgsRectangle()
        for box, crs in boxes:
            if not box.isEmpty():
                change = QgsCoordinateTransform(
                    crs, self.canvas.mapSettings().destinationCrs(), QgsProject.instance()
                )
                extent.combineExtentWith(change.transformBoundingBox(box))
        if not extent.isEmpty():
            extent.scale(MARGIN)
            self.canvas.setExtent(extent)
            self.canvas.refresh()

    # Events behind a number

    def list_events(
        self, layer: QgsVectorLayer, title: str, event_ids: Sequence[str], note: str = ""
    ) -> EventListDock:
        """Open the list of some events of a layer. title : what they are the events of; note : said above them."""
        from .event_list import EventListDock  # which needs this module

        if self._event_list is None or sip.isdeleted(self._event_list):
            self._event_list = EventListDock(self)
            self.stack_docks(self._event_list)
        self._event_list.list_events(layer, title, event_ids, note)
        self._event_list.show()
        self._event_list.raise_()
        return self._event_list

    def stack_docks(self, dock: QDockWidget) -> None:
        """Put a dock of results behind its sister, where both are at the foot of the window."""
        window, foot = self.widget, Qt.DockWidgetArea.BottomDockWidgetArea
        action = self._results()
        for other in (self._event_list, action.dock if action is not None else None):
            if (
                other is None
                or other is dock
                or sip.isdeleted(other)
                or other.isFloating()
                or dock.isFloating()
            ):
                continue
            if window.dockWidgetArea(other) == foot == window.dockWidgetArea(dock):
                window.tabifyDockWidget(other, dock)

    def read_card(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Show an event in the panel of cards."""
        if self._dialog is not None:
            self._card_shown = self._dialog("event_card")
            self._card_shown.present_event(layer, feature)

    def is_card_open(self) -> bool:
        """Whether the panel of cards shows an event that `read_card` was asked for."""
        card = self._card_shown
        return card is not None and not sip.isdeleted(card) and card.isVisible() and card.is_given

    def remove_docks(self) -> None:
        """Take the list of events out of the window; for unloading."""
        dock, self._event_list = self._event_list, None
        if dock is not None and not sip.isdeleted(dock):
            dock.let_go()
            dock.close()
            self.iface.removeDockWidget(dock)
            dock.deleteLater()

    # Results

    def show_in_dock(self, layers: Sequence[QgsVectorLayer]) -> None:
        """Show the first result among some layers in the dock, unless somebody has closed it."""
        action = self._results()
        result = next((layer for layer in layers if is_result(layer)), None)
        if action is None or result is None:
            return
        if not action.was_closed:
            action.show_dock(True)
        if action.dock is not None:
            action.dock.show_layer(result)

    def dialog_of(self, algorithm_id: str) -> Any:
        """The dialog of an analysis; None where it has none."""
        name = algorithm_id.partition(":")[2]
        return self._dialog(name) if self._dialog is not None and name else None

    # Messages
    # Messages

    def say_done(
        self, text: str, button: str = "", action: Callable[[], None] | None = None, seconds: int = 10
    ) -> None:
        """A quiet message, with a button when there is something to see."""
        self._push(text, Qgis.MessageLevel.Success, button, action, seconds)

    def say_failed(self, error: FlashpointsError, details: str = "") -> None:
        """What went wrong and what to do; the rest behind a Details button. Stays until it is closed."""
        QgsMessageLog.logMessage(f"{error}\n{details}".strip(), TITLE, Qgis.MessageLevel.Warning)
        button = translate("Window", "Details") if details else ""
        self._push(
            str(error), Qgis.MessageLevel.Warning, button, lambda: self.show_details(error, details), 0
        )

    def _push(
        self,
        text: str,
        level: Qgis.MessageLevel,
        button: str,
        action: Callable[[], None] | None,
        seconds: int,
    ) -> None:
        bar = self.iface.messageBar()
        item = bar.createMessage(TITLE, escape(text, quote=False))  # which renders HTML
        if button and action is not None:
            push = QPushButton(button)
            push.clicked.connect(lambda: action())
            item.layout().addWidget(push)
        bar.pushWidget(item, level, seconds)

    def show_details(self, error: FlashpointsError, details: str) -> None:
        """The whole story, for whoever has to help."""
        box = QMessageBox(self.widget)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(TITLE)
        box.setText(error.what)
        box.setInformativeText(" ".join(part for part in (error.where, error.remedy) if part))
        box.setDetailedText(details)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.exec()

    # Runs

    def _ended(self, outcome: Outcome) -> None:
        if outcome.cancelled:
            self.iface.messageBar().pushMessage(
                TITLE,
                escape(translate("Window", "Cancelled: {title}").format(title=outcome.title), quote=False),
                Qgis.MessageLevel.Info,
                5,
            )
        elif not outcome.succeeded:
            self.say_failed(failure(outcome), outcome.log)

    def show_results(self, outcome: Outcome, what: str) -> list[QgsVectorLayer]:
        """Put a run's layers on the map and say so. Returns the layers.

        what : the name of the analysis, for the message.
        """
        try:
            layers = results.load_layers(outcome.algorithm_id, outcome.results)
        except FlashpointsError as error:
            self.say_failed(error, outcome.log)
            return []
        tree.add_results(layers, outcome.algorithm_id)
        self.show_in_dock(layers)
        text = translate("Window", "{what}: the result is on the map.").format(what=what)
        if not any(layer.isSpatial() for layer in layers):
            text = translate("Window", "{what}: the table is in the layer list.").format(what=what)
        self.say_done(text, translate("Window", "Show"), lambda: self._show(layers))
        return layers

    def _show(self, layers: list[QgsVectorLayer]) -> None:
        """Bring a result to view: the map goes there, a table opens, and marks do not cover small areas."""
        there = [layer for layer in layers if not sip.isdeleted(layer)]
        if there and tree.is_covered_by_events(there[0]):
            tree.switch_off_events()
        self.zoom_to(there)
        for table in [layer for layer in there if not layer.isSpatial()]:
            self.iface.showAttributeTable(table)


def failure(outcome: Outcome) -> FlashpointsError:
    """The first thing a failed run said, in one message; a Python traceback is cut down to its last line."""
    said = (
        outcome.errors[0].strip() if outcome.errors else translate("Window", "It stopped without saying why.")
    )
    if "Traceback (most recent call last)" in said:
        return FlashpointsError(
            translate("Window", "“{title}” stopped with an error of the plugin: {error}").format(
                title=outcome.title, error=said.splitlines()[-1]
            ),
            remedy=translate("Window", "Please report it with the details."),
        )
    return FlashpointsError(said)
