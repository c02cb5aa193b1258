# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS objects: layers, the event store, styles, regions, layouts and algorithms. No widgets."""
