# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin class. It loads everywhere: without a window, and where libraries are missing, which it then says.

Nothing here imports pandas, scipy or pyproj before it is needed; dialogs and provider are imported when they are used.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMessageBox, QToolBar

from ..core.resources import RESOURCES
from ..core.text import translate
from ..gis import language
from ..requirements_check import LIBRARIES, explain, missing_libraries, remedy

if TYPE_CHECKING:
    from qgis.core import QgsProcessingProvider
    from qgis.gui import QgisInterface

    from .event_action import EventAction
    from .filter_action import FilterAction, ResultsAction
    from .look_keeper import LookKeeper
    from .window import Window

TITLE = "Flashpoints"
MENU = "Flashpoints"
LAST_ANALYSIS = "counts_over_time"
"""The button after which that of their results comes."""


@dataclass(frozen=True)
class Tool:
    """A button: its dialog's module and class, and its words."""

    name: str
    dialog: str
    text: str
    tip: str


def tools() -> list[Tool]:
    """The buttons, in the order of the work."""
    return [
        Tool("load_events", "LoadEventsDialog", translate("Plugin", "Load events…"),
             translate("Plugin", "Load events from a file, with every row accounted for")),
        Tool("style", "StyleDialog", translate("Plugin", "Style events…"),
             translate("Plugin", "Choose what colour, shape and size of the marks say")),
        Tool("event_card", "EventCardDialog", translate("Plugin", "Event card"),
             translate("Plugin", "Click on the map to read the events there, one by one")),
        Tool("ruling", "RulingDialog", translate("Plugin", "Correct event…"),
             translate("Plugin", "Correct the event that is selected: place, actor, type, or leave it out")),
        Tool("rulings", "RulingsDialog", translate("Plugin", "Rulings…"),
             translate("Plugin", "List the corrections of events: withdraw, decide, export, import")),
        Tool("actors", "ActorsDialog", translate("Plugin", "Actors…"),
             translate("Plugin", "Change the groups of actors: names, families, colours, order, patterns")),
        Tool("buffer_counts", "BufferCountsDialog", translate("Plugin", "Buffer counts…"),
             translate("Plugin", "Count events within some distance of a place, in two periods")),
        Tool("region_footprints", "RegionFootprintsDialog", translate("Plugin", "Region footprints…"),
             translate("Plugin", "Map the area of the places with recorded events, region by region")),
        Tool("compare_periods", "ComparePeriodsDialog", translate("Plugin", "Compare periods…"),
             translate("Plugin", "Compare the events of two periods by region, zone, group or type")),
        Tool("counts_over_time", "CountsOverTimeDialog", translate("Plugin", "Over time…"),
             translate("Plugin", "Count events by month or year, project the year, find records")),
        Tool("make_brief", "MakeBriefDialog", translate("Plugin", "Make brief…"),
             translate("Plugin", "Make a page to send: map, figures, definitions, source")),
    ]  # fmt: skip


class FlashpointsPlugin:
    """What QGIS holds of the plugin. `iface` is None under qgis_process."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: QgsProcessingProvider | None = None
        self.missing: list[str] = []
        self.actions: list[QAction] = []
        self.toolbar: QToolBar | None = None
        self.window: Window | None = None
        self.dialogs: dict[str, Any] = {}
        self.event_action: EventAction | None = None
        self.look_keeper: LookKeeper | None = None
        self.filter_action: FilterAction | None = None
        self.results_action: ResultsAction | None = None
        self.translator = language.install()

    # Processing, with or without a window

    def initProcessing(self) -> None:  # noqa: N802 (QGIS's name)
        """Register the algorithms, or say in the log why they cannot be."""
        if self.provider is not None:
            return
        self.missing = missing_libraries()
        if not self.missing:
            self._register()
        if self.missing:
            text = f"{explain(self.missing)} {remedy(self.missing)}"
            QgsMessageLog.logMessage(text, TITLE, Qgis.MessageLevel.Warning)

    def _register(self) -> None:
        try:
            module = importlib.import_module("..gis.provider", __package__)
        except ImportError as error:
            library = (error.name or "").partition(".")[0]
            if library not in LIBRARIES:
                raise  # a mistake of ours, which must be seen
            self.missing = [library]  # there, but broken
            return
        provider = module.FlashpointsProvider()
        if QgsApplication.processingRegistry().addProvider(provider):
            self.provider = provider

    # The window

    @property
    def gui(self) -> QgisInterface:
        """QGIS's window; only asked for where there is one."""
        if self.iface is None:
            raise RuntimeError("there is no window")
        return self.iface

    def initGui(self) -> None:  # noqa: N802
        """Add toolbar and menu. Called by QGIS when there is a window."""
        self.initProcessing()
        if self.iface is None:
            return
        if not self.missing:
            self._keep_looks()
        toolbar = self.gui.addToolBar(TITLE)
        toolbar.setObjectName("FlashpointsToolbar")
        for tool in tools():
            self._add_action(tool, toolbar)
            if tool.name == "load_events":
                self.filter_action = self._add_dock_action("FilterAction", toolbar)
            if tool.name == LAST_ANALYSIS:
                self.results_action = self._add_dock_action("ResultsAction", toolbar)
        self.toolbar = toolbar
        if self.missing:
            self._say_missing_once()
        else:
            self._add_event_action()

    def _add_dock_action(self, kind: str, toolbar: QToolBar) -> Any:
        """The button of a dock; the dock itself is made when it is first shown."""
        module = importlib.import_module(".filter_action", __package__)
        explain = self._explain_missing if self.missing else None
        action = getattr(module, kind)(self.gui, self._host, explain)
        toolbar.addAction(action)
        self.gui.addPluginToMenu(MENU, action)
        self.actions.append(action)
        return action

    def _add_event_action(self) -> None:
        """An action on single events in tables and in the Identify window."""
        from .event_action import EventAction

        self.event_action = EventAction(self.gui.mainWindow(), self._correct)

    def _keep_looks(self) -> None:
        """Legends and marks by place that follow what the layers show."""
        from .look_keeper import LookKeeper

        self.look_keeper = LookKeeper(self.gui.mapCanvas())

    def _correct(self, layer: Any, feature: Any) -> None:
        self._dialog("ruling").present_feature(layer, feature)

    def _add_action(self, tool: Tool, toolbar: QToolBar) -> None:
        action = QAction(
            QIcon(str(RESOURCES / "icons" / f"{tool.name}.svg")), tool.text, self.gui.mainWindow()
        )
        action.setObjectName(f"flashpoints_{tool.name}")
        action.setToolTip(tool.tip)
        action.setStatusTip(tool.tip)
        action.triggered.connect(lambda: self.open(tool.name))
        toolbar.addAction(action)
        self.gui.addPluginToMenu(MENU, action)
        self.actions.append(action)

    def open(self, name: str) -> None:
        """Open a dialog by name, or say why it cannot work here."""
        if self.missing:
            self._explain_missing()
            return
        self._dialog(name).present()

    def _dialog(self, name: str) -> Any:
        if name not in self.dialogs:
            self.dialogs[name] = self._make_dialog(name)
        return self.dialogs[name]

    def _dialog_of(self, name: str) -> Any:
        """A dialog by its name, or by that of its algorithm; None where there is none."""
        names = {tool.name.replace("_", ""): tool.name for tool in tools()}
        known = names.get(name.replace("_", ""))
        return None if known is None else self._dialog(known)

    def _host(self) -> Window:
        from .window import Window

        if self.window is None:
            self.window = Window(
                self.gui,
                self.open,
                self.look_keeper,
                self._correct,
                self._dialog_of,
                lambda: self.results_action,
            )
        return self.window

    def _make_dialog(self, name: str) -> Any:
        class_name = next(tool.dialog for tool in tools() if tool.name == name)
        module = importlib.import_module(f".{name}_dialog", __package__)
        return getattr(module, class_name)(self._host())

    def _say_missing_once(self) -> None:
        self.gui.messageBar().pushMessage(
            TITLE,
            translate("Plugin", "{problem} Click one of its buttons to see what to do.").format(
                problem=explain(self.missing)
            ),
            Qgis.MessageLevel.Warning,
            0,
        )

    def _explain_missing(self) -> None:
        box = QMessageBox(self.gui.mainWindow())
        box.setObjectName("flashpoints_missing")
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(TITLE)
        box.setText(explain(self.missing))
        box.setInformativeText(remedy(self.missing))
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.open()

    def _stop_threads(self) -> None:
        from .background import wait_for_all

        if self.window is not None:
            self.window.runner.cancel_all()
        wait_for_all()

    def _remove_docks(self) -> None:
        for action in (self.filter_action, self.results_action):
            if action is not None:
                action.remove_dock()
        self.filter_action = self.results_action = None
        if self.window is not None:
            self.window.remove_docks()

    def unload(self) -> None:
        """Take everything out again. Parts that QGIS has deleted already are left alone."""
        if not self.missing:
            self._stop_threads()
        for dialog in self.dialogs.values():
            if not sip.isdeleted(dialog):
                dialog.close()
                dialog.deleteLater()
        self.dialogs.clear()
        if self.event_action is not None:
            self.event_action.remove()
            self.event_action = None
        if self.look_keeper is not None:
            self.look_keeper.remove()
            self.look_keeper = None
        self._remove_docks()
        for action in self.actions:
            if not sip.isdeleted(action):
                self.gui.removePluginMenu(MENU, action)
                action.deleteLater()
        self.actions.clear()
        if self.toolbar is not None and not sip.isdeleted(self.toolbar):
            self.toolbar.deleteLater()
        self.toolbar = self.window = None
        if self.provider is not None and not sip.isdeleted(self.provider):
            QgsApplication.processingRegistry().removeProvider(self.provider)
        self.provider = None
        language.remove(self.translator)
        self.translator = None
