# SPDX-License-Identifier: GPL-2.0-or-later
"""The buttons of the docks: “Filter and time”, and “Results”."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.gui import QgisInterface

from ..core.text import translate
from .dock_action import DockAction

if TYPE_CHECKING:
    from .window import Window


class FilterAction(DockAction):
    """Shows the dock that chooses which events show."""

    def __init__(
        self, iface: QgisInterface, host: Callable[[], Window], explain: Callable[[], None] | None
    ) -> None:
        tip = translate(
            "Plugin", "Choose which events show, and when: groups, types, text, a histogram over time"
        )
        words = (translate("Plugin", "Filter and time"), tip)
        super().__init__(iface, "filter_bar", words, lambda: self._dock_of(host()), explain)

    def _dock_of(self, host: Window) -> Any:
        from .filter_dock import FilterDock  # which needs pandas

        return FilterDock(host)


class ResultsAction(DockAction):
    """Shows the dock of the project's results."""

    def __init__(
        self, iface: QgisInterface, host: Callable[[], Window], explain: Callable[[], None] | None
    ) -> None:
        tip = translate("Plugin", "Every result as table, chart and text; list its events, run it again")
        words = (translate("Plugin", "Results"), tip)
        super().__init__(iface, "results", words, lambda: self._dock_of(host()), explain)

    def _dock_of(self, host: Window) -> Any:
        from .results_dock import ResultsDock  # which needs pandas

        return ResultsDock(host)
