# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates from one reference system to another, by the PROJ that GDAL carries.

Not by pyproj: where its own PROJ finds no data folder, as in some virtual environments, it knows no systems.
"""

from __future__ import annotations

import numpy as np
from osgeo import osr


def transform_points(x: np.ndarray, y: np.ndarray, source: str, target: str) -> tuple[np.ndarray, np.ndarray]:
    """Points of one system in another.

    x, y : arrays of one dimension, easting (longitude) first; NaN stays NaN.
    source, target : authority codes such as EPSG:4326, or WKT.
    """
    systems = []
    for definition in (source, target):
        system = osr.SpatialReference()
        system.SetFromUserInput(definition)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    known = np.isfinite(x) & np.isfinite(y)
    result = np.full((len(x), 2), np.nan)
    points = np.column_stack([x[known], y[known]])
    if len(points):
        moved = osr.CoordinateTransformation(*systems).TransformPoints(points)
        result[known] = np.asarray(moved, dtype=float)[:, :2]
    return result[:, 0], result[:, 1]
