# SPDX-License-Identifier: GPL-2.0-or-later
"""A button that shows a dock and hides it, and shows it again where it was open the last time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction

from .look import icon
from .settings import DialogSettings


class DockAction(QAction):
    """Pressed while its dock is open, also behind another one.

    make : makes the dock when it is first shown, which has `place` and `let_go`; explain : says why there can be none,
    None where there can.
    """

    def __init__(
        self,
        iface: QgisInterface,
        name: str,
        words: tuple[str, str],
        make: Callable[[], Any],
        explain: Callable[[], None] | None,
    ) -> None:
        """name : of icon and settings; words : text and tip."""
        super().__init__(icon(name), words[0], iface.mainWindow())
        self.setObjectName(f"flashpoints_{name}")
        self.setToolTip(words[1])
        self.setStatusTip(words[1])
        self.setCheckable(True)
        self.dock: Any = None
        self._iface, self._make, self._explain = iface, make, explain
        self._settings = DialogSettings(name)
        self.triggered.connect(self.show_dock)
        if explain is None and self._settings.flag("open"):
            QTimer.singleShot(0, self._open_again)  # the window is not ready before

    def _open_again(self) -> None:
        if not sip.isdeleted(self):
            self.show_dock(True)

    @property
    def was_closed(self) -> bool:
        """Whether somebody has closed the dock and did not open it again."""
        return not self._settings.flag("open", True)

    def show_dock(self, on: bool) -> None:
        """Show the dock, or hide it. The focus stays where it is."""
        if self._explain is not None:
            self.setChecked(False)
            self._explain()
            return
        if self.dock is None:
            self.dock = self._make()
            self.dock.place()
            self.dock.visibilityChanged.connect(self._follow)
        self.dock.setVisible(on)
        if on:
            self.dock.raise_()
        self._follow()

    def _follow(self, *_: object) -> None:
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
