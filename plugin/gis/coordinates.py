# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates from one reference system to another, by the PROJ that GDAL carries.

Not by pyproj: where its own PROJ finds no data folder, as in some virtual environments, it knows no systems.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from osgeo import osr

from ..core.errors import FlashpointsError
from ..core.text import translate

WGS84 = "EPSG:4326"


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


def to_wgs84(frame: pd.DataFrame, source: str, name: str) -> pd.DataFrame:
    """Bring the columns longitude and latitude of a frame, which it changes, into degrees of WGS 84.

    source : the system that they are in, as of transform_points; "" for WGS 84. name : of the layer, for errors.

    Raises
    ------
    FlashpointsError : points that are nowhere on Earth.
    """
    if source and not frame.empty:
        x, y = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
        frame["longitude"], frame["latitude"] = transform_points(x, y, source, WGS84)
    if (frame["longitude"].abs() > 180).any() or (frame["latitude"].abs() > 90).any():
        raise FlashpointsError(
            translate("Frames", "The layer has points that are nowhere on Earth in its reference system."),
            name,
            translate("Frames", "Set the layer's right coordinate reference system."),
        )
    return frame
