# SPDX-License-Identifier: GPL-2.0-or-later
"""Where things lie: the plugin's own folders and QGIS's world map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from ..core.resources import RESOURCES

ROOT = Path(__file__).resolve().parents[2]
"""The installed package, which is also the root of the checkout."""

UI = ROOT / "ui"
STYLES = RESOURCES / "styles"

__all__ = ["RESOURCES", "ROOT", "STYLES", "UI", "world_map"]


def world_map() -> Path:
    """QGIS's own world map. Read it with basemap.open_world_map and never show it: GDAL changes what it can write.

    A function, since QGIS knows its folders only once the application runs.
    """
    return Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
