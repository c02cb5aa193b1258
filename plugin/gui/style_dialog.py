# SPDX-License-Identifier: GPL-2.0-or-later
"""Style events: what colour, shape and size say, and what stands for many events on one place, with a live preview."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QHideEvent
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QTreeWidgetItem

from ..core.errors import FlashpointsError
from ..core.event_look import (
    CIRCLES,
    CLUSTER,
    EVENT_TYPE,
    EVENTS,
    FAMILY,
    GROUP,
    MOST_COLOURS,
    NOTHING,
    OFFSET,
    PIES,
    EventLook,
    default_look,
    fitted,
)
from ..core.text import number, translate
from ..gis.event_tally import EventCounter, ShownEvents
from ..gis.event_views import Counted, counted, read_shown
from ..gis.layer_look import is_as_made, look_of
from ..gis.look_classes import LookTables, chosen_classes, offered_classes
from ..gis.paths import UI
from .background import Latest
from .choices import chip
from .dialog import FlashpointsDialog
from .look import show_as_notice
from .selection_widget import holds_events
from .style_preview import StylePreview
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "style_dialog.ui"))
PAUSE_MS = 150


def colour_choices() -> dict[str, str]:
    """What the colour can say, in words."""
    return {
        GROUP: translate("Style", "Actor group"),
        FAMILY: translate("Style", "Actor family"),
        EVENT_TYPE: translate("Style", "Event type"),
    }


def near_choices() -> dict[str, str]:
    """How events that share a place are drawn, in words."""
    return {
        EVENTS: translate("Style", "Each event where it is, on top of each other"),
        OFFSET: translate("Style", "Set round the place, each to be seen"),
        CLUSTER: translate("Style", "One mark with their number"),
    }


def afar_choices() -> dict[str, str]:
    """What stands for the events at small scales, in words."""
    return {
        NOTHING: translate("Style", "The events themselves, at every scale"),
        CIRCLES: translate("Style", "A circle a place: area by events, colour of most"),
        PIES: translate("Style", "A pie a place: area by events, slices by colour"),
    }


class StyleDialog(FlashpointsDialog, FORM):
    """Holds a look; reading, counting and styling happen below."""

    name = "style"
    width_in_lines = 62.0
    height_in_lines = 40.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.foot.folderRow.hide()
        self._read: tuple[ShownEvents, LookTables] | None = None
        self._looked_at = ""
        self._filling = False
        self._reader = Latest(translate("Style", "Counting the events"), self)
        self._reader.answered.connect(self._show_read)
        self._reader.refused.connect(self._show_unread)
        self._counter = Latest(translate("Style", "Putting the events together"), self)
        self._counter.answered.connect(self._show_counted)
        self._counter.refused.connect(self.foot.show_problem)
        self.preview = StylePreview(host.canvas, self.canvasLayout, self.legendLayout)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._count)
        for frame in (self.emptyFrame, self.editedFrame):
            show_as_notice(frame, "hint")
        for combo, choices in (
            (self.colourCombo, colour_choices()), (self.nearCombo, near_choices()), (self.afarCombo, afar_choices())
        ):  # fmt: skip
            for value, text in choices.items():
                combo.addItem(text, value)
        self.layerCombo.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
        self._connect()
        self.refresh_layers()

    def verb(self) -> str:
        """What the button does."""
        return translate("Style", "&Apply")

    def _connect(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.connect(self.refresh_layers)
        project.layersRemoved.connect(self.refresh_layers)
        self.emptyButton.clicked.connect(lambda: self.host.open_dialog("load_events"))
        self.saveButton.clicked.connect(self._save_by_hand)
        self.layerCombo.layerChanged.connect(self._look_at_layer)
        self.colourCombo.currentIndexChanged.connect(self._colour_chosen)
        self.classTree.itemChanged.connect(self._class_ticked)
        for check in (self.glyphsCheck, self.sizesCheck, self.ringsCheck, self.provisionalCheck):
            check.toggled.connect(self._changed)
        for combo in (self.nearCombo, self.afarCombo):
            combo.currentIndexChanged.connect(self._changed)
        self.scaleWidget.scaleChanged.connect(self._changed)
        self.host.looks.refreshed.connect(self._layer_refreshed)

    def room_for_form(self) -> int:
        """The preview beside the form wants some of it."""
        return super().room_for_form() - self.preview.canvas.minimumWidth() - self.splitter.handleWidth()

    # The layer

    def layer(self) -> QgsVectorLayer | None:
        """The chosen events layer; None when the project has none."""
        layer = self.layerCombo.currentLayer()
        return layer if layer is not None and holds_events(layer) else None

    def refresh_layers(self, *_: object) -> None:
        """Offer the event layers of the project and nothing else."""
        others = [one for one in QgsProject.instance().mapLayers().values() if not holds_events(one)]
        self.layerCombo.setExceptedLayerList(others)
        self._look_at_layer()

    def _look_at_layer(self, *_: object) -> None:
        layer = self.layer()
        if self._looked_at != (layer.id() if layer is not None else ""):
            self._looked_at = layer.id() if layer is not None else ""
            self.foot.statusLabel.clear()  # it spoke of another layer
            self.foot.show_problem(None)
        self.emptyFrame.setVisible(layer is None)
        self.splitter.setEnabled(layer is not None)
        self.foot.runButton.setEnabled(False)
        self._read = None
        self._reader.drop()
        self._counter.drop()
        self._show_edited()
        if layer is None or not self.isVisible():
            self.preview.clear()
            return
        self._show_look(look_of(layer) or default_look(layer.featureCount()))
        try:
            counter = EventCounter.of(layer)
        except FlashpointsError as error:
            self._show_unread(error)
            return
        self._reader.ask(lambda: read_shown(counter))

    def _layer_refreshed(self, layer_id: str) -> None:
        layer = self.layer()
        if layer is not None and layer.id() == layer_id and self.isVisible():
            self._look_at_layer()

    def _show_edited(self) -> None:
        layer = self.layer()
        self.editedFrame.setVisible(layer is not None and not is_as_made(layer))

    def _show_read(self, answer: tuple[ShownEvents, LookTables]) -> None:
        self._read = answer
        self.foot.show_problem(None)
        self.foot.runButton.setEnabled(True)
        self._fill_classes()
        self._count()

    def _show_unread(self, error: FlashpointsError) -> None:
        self.foot.show_problem(error)
        self.preview.clear()

    # The look

    def look(self) -> EventLook:
        """What is chosen.

        Raises
        ------
        FlashpointsError : more colours than can be told apart.
        """
        chosen = EventLook(
            colour=str(self.colourCombo.currentData()),
            glyphs=self.glyphsCheck.isChecked(),
            sizes=self.sizesCheck.isChecked(),
            rings=self.ringsCheck.isChecked(),
            provisional=self.provisionalCheck.isChecked(),
            shown=self._shown(),
            near=str(self.nearCombo.currentData()),
            afar=str(self.afarCombo.currentData()),
            afar_scale=max(round(self.scaleWidget.scale()), 1),
        )
        layer = self.layer()
        return chosen if layer is None else fitted(chosen, layer.fields().names())

    def _show_look(self, look: EventLook) -> None:
        self._filling = True
        _choose(self.colourCombo, look.colour)
        _choose(self.nearCombo, look.near)
        _choose(self.afarCombo, look.afar)
        for check, on in (
            (self.glyphsCheck, look.glyphs), (self.sizesCheck, look.sizes),
            (self.ringsCheck, look.rings), (self.provisionalCheck, look.provisional),
        ):  # fmt: skip
            check.setChecked(on)
        self.scaleWidget.setScale(look.afar_scale)
        self._asked = look.shown
        self._filling = False
        self._echo()

    def _echo(self) -> None:
        """Offer only what has an effect on this layer."""
        layer = self.layer()
        columns = layer.fields().names() if layer is not None else []
        self.sizesCheck.setEnabled("fatalities" in columns)
        self.ringsCheck.setEnabled("civilian_targeting" in columns)
        self.colourCombo.setEnabled("lead_group" in columns)
        if "lead_group" not in columns:
            _choose(self.colourCombo, EVENT_TYPE)
        by_scale = self.afarCombo.currentData() != NOTHING
        self.scaleLabel.setEnabled(by_scale)
        self.scaleWidget.setEnabled(by_scale)

    # Classes

    def _fill_classes(self) -> None:
        if self._read is None:
            return
        shown, tables = self._read
        offered = offered_classes(str(self.colourCombo.currentData()), tables, shown.tally)
        ticked = {one.id for one in chosen_classes(offered, EventLook(shown=self._asked))}
        self._automatic = {one.id for one in chosen_classes(offered, EventLook())}
        self._filling = True
        self.classTree.clear()
        for one in offered:
            item = QTreeWidgetItem([one.label, number(one.events)])
            item.setIcon(0, chip(one.colour, self.fontMetrics().height()))
            item.setData(0, Qt.ItemDataRole.UserRole, one.id)
            item.setCheckState(0, Qt.CheckState.Checked if one.id in ticked else Qt.CheckState.Unchecked)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.classTree.addTopLevelItem(item)
        self.classTree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        self.classTree.resizeColumnToContents(0)
        self._filling = False
        self._say_classes()

    def _ticked(self) -> list[str]:
        items = [self.classTree.topLevelItem(index) for index in range(self.classTree.topLevelItemCount())]
        return [
            str(item.data(0, Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState(0) == Qt.CheckState.Checked
        ]

    def _shown(self) -> tuple[str, ...]:
        ticked = self._ticked()
        if self._read is None:
            return self._asked
        return () if set(ticked) == self._automatic else tuple(ticked)

    def _say_classes(self) -> None:
        text = translate("Style", "All others are drawn in grey. Six colours at most can be told apart.")
        if self.classTree.topLevelItemCount() == 0:
            text = translate("Style", "None of these events has an actor or type with a colour of its own.")
            if self._read is not None and not self._read[0].tally.events:
                text = translate(
                    "Style", "The layer shows no events now: its filter hides them, or it is empty."
                )
        elif not self._ticked():
            text = translate("Style", "Nothing is ticked: the six with most events get their colours.")
        self.classHint.setText(text)

    def _class_ticked(self, item: QTreeWidgetItem) -> None:
        if self._filling:
            return
        if len(self._ticked()) > MOST_COLOURS:
            self._filling = True
            item.setCheckState(0, Qt.CheckState.Unchecked)
            self._filling = False
            self.classHint.setText(
                translate("Style", "Six colours at most can be told apart: untick another one first.")
            )
            return
        self._say_classes()
        self._changed()

    def _colour_chosen(self) -> None:
        if not self._filling:
            self._asked = ()
            self._fill_classes()
            self._changed()

    # The preview

    def _changed(self, *_: object) -> None:
        if not self._filling:
            self._echo()
            self.foot.statusLabel.clear()
            self._pause.start()

    def _count(self) -> None:
        if self._read is None:
            return
        try:
            look = self.look()
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return
        shown, tables = self._read
        self._counter.ask(lambda: (look, counted(shown, tables, look)))

    def _show_counted(self, answer: tuple[EventLook, Counted]) -> None:
        layer = self.layer()
        if layer is not None:
            self.preview.show(layer, *answer)

    # What the buttons do

    def start(self) -> None:
        """Give the layer the look."""
        layer = self.layer()
        if layer is None:
            return
        try:
            self.host.looks.apply(layer, self.look())
        except FlashpointsError as error:
            self.foot.show_problem(error)
            return
        self.foot.statusLabel.setText(translate("Style", "Applied to “{layer}”.").format(layer=layer.name()))

    def _save_by_hand(self) -> None:
        layer = self.layer()
        if layer is None:
            return
        kind = translate("Style", "QGIS layer style") + " (*.qml)"
        path, _chosen = QFileDialog.getSaveFileName(self, translate("Style", "Save style"), "", kind)
        if path:
            text, saved = layer.saveNamedStyle(path if path.lower().endswith(".qml") else f"{path}.qml")
            self.foot.show_problem(None if saved else FlashpointsError(text, path))
            self.foot.statusLabel.setText(translate("Style", "The style is saved.") if saved else "")

    def present(self) -> None:
        """Open, and look at the layer as it is now."""
        super().present()
        self._look_at_layer()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Let go of the copies: nobody looks at them."""
        self.preview.clear()
        super().hideEvent(event)


def _choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(max(combo.findData(value), 0))
