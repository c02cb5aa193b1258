# SPDX-License-Identifier: GPL-2.0-or-later
"""The button “Filter and time”: shows the dock and hides it, and shows it again where it was open the last time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction

from ..core.text import translate
from .look import icon
from .settings import DialogSettings

if TYPE_CHECKING:
    from .filter_dock import FilterDock
    from .window import Window


class FilterAction(QAction):
    """Pressed while the dock is shown. `explain` says why there can be no dock; None where there can."""

    def __init__(
        self, iface: QgisInterface, host: Callable[[], Window], explain: Callable[[], None] | None
    ) -> None:
        super().__init__(icon("filter_bar"), translate("Plugin", "Filter and time"), iface.mainWindow())
        self.setObjectName("flashpoints_filter_bar")
        tip = translate(
            "Plugin", "Choose which events show, and when: groups, types, text, a histogram over time"
        )
        self.setToolTip(tip)
        self.setStatusTip(tip)
        self.setCheckable(True)
        self.dock: FilterDock | None = None
        self._iface, self._host, self._explain = iface, host, explain
        self._settings = DialogSettings("filter_bar")
        self.triggered.connect(self._pressed)
        if explain is None and self._settings.flag("open"):
            QTimer.singleShot(0, self._open_again)  # the window is not ready before

    def _open_again(self) -> None:
        if not sip.isdeleted(self):
            self._pressed(True)

    def _pressed(self, on: bool) -> None:
        if self._explain is not None:
            self.setChecked(False)
            self._explain()
            return
        if self.dock is None:
            from .filter_dock import FilterDock  # which needs pandas

            self.dock = FilterDock(self._host())
            self.dock.place()
            self.dock.visibilityChanged.connect(self._follow)
        self.dock.setVisible(on)
        if on:
            self.dock.raise_()
        self._follow()

    def _follow(self, *_: object) -> None:
        """The button is down while the dock is open, also behind another one."""
        if self.dock is not None and not sip.isdeleted(self.dock):
            is_open = not self.dock.isHidden()
            self.setChecked(is_open)
            self._settings.keep(open=is_open)

    def remove_dock(self) -> None:
        """Take the dock out of the window; whether it was open stays remembered."""
        dock, self.dock = self.dock, None
        if dock is not None and not sip.isdeleted(dock):
            dock.visibilityChanged.disconnect(self._follow)
            dock.let_go()
            dock.close()
            self._iface.removeDockWidget(dock)
            dock.deleteLater()
