# SPDX-License-Identifier: GPL-2.0-or-later
"""Style events: what colour, shape and size say, and what stands for many events on one place, with a live preview."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QHideEvent
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog

from ..core.errors import FlashpointsError
from ..core.event_look import (
    EVENT_TYPE,
    NOTHING,
    EventLook,
    default_look,
    fitted,
)
from ..core.text import translate
from ..gis.event_tally import EventCounter, ShownEvents
from ..gis.event_views import Counted, counted, read_shown
from ..gis.layer_look import is_as_made, look_of
from ..gis.look_classes import LookTables
from ..gis.paths import UI
from .background import Latest
from .dialog import FlashpointsDialog
from .facts import holds_events
from .look import show_as_notice
from .style_choices import afar_choices, colour_choices, near_choices
from .style_classes import StyleClasses
from .style_preview import StylePreview
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "style_dialog.ui"))
PAUSE_MS = 150


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
        self.classes = StyleClasses(self.classTree, self.classHint, self)
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
        self.classes.changed.connect(self._changed)
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
        self.classes.forget()
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
            shown=self.classes.shown(),
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
        self.classes.ask_for(look.shown)
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
        if self._read is not None:
            shown, tables = self._read
            self.classes.show(str(self.colourCombo.currentData()), tables, shown.tally)

    def _colour_chosen(self) -> None:
        if not self._filling:
            self.classes.ask_for(())
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
