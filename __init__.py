# SPDX-License-Identifier: GPL-2.0-or-later
"""Flashpoints, a QGIS plugin. QGIS calls classFactory; qgis_process calls it with None."""


def classFactory(iface):  # noqa: N802 (the name QGIS asks for)
    """Make the plugin; everything is imported in here, so that a missing library cannot stop QGIS."""
    from .plugin.gui.main import FlashpointsPlugin

    return FlashpointsPlugin(iface)
