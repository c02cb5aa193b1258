# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens QGIS's own temporal controller, ready to play an events layer."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction, QDockWidget

from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.text import translate
from ..gis.styles import set_temporal
from ..gis.time_setup import set_up_time, start_playing
from .window import Window


def play(host: Window, layer: QgsVectorLayer, span: Period) -> None:
    """Show the temporal controller in animated mode over a span; the user's own settings of the project stay."""
    project, controller = QgsProject.instance(), host.canvas.temporalController()
    if controller is None:
        host.say_failed(FlashpointsError(translate("Filter bar", "This window has no temporal controller.")))
        return
    if not layer.temporalProperties().isActive():
        set_temporal(layer)
    ours = set_up_time(project, span)
    _show_panel(host)
    start_playing(project, controller)
    if not ours:
        host.say_done(
            translate(
                "Filter bar",
                "The project has time settings of its own: these are played.",
            )
        )


def _show_panel(host: Window) -> None:
    window = host.iface.mainWindow()
    panel = window.findChild(QDockWidget, "Temporal Controller")
    action = window.findChild(QAction, "mActionTemporalController")
    if panel is None and action is not None:
        action.trigger()
    elif panel is not None:
        panel.setVisible(True)
        panel.raise_()
