# SPDX-License-Identifier: GPL-2.0-or-later
"""The centres of rings from a layer of points."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProcessingContext

from ..core.errors import FlashpointsError
from ..core.places import name_of_point
from ..core.text import translate


def centres_of_layer(source: Any, field: str, context: QgsProcessingContext) -> pd.DataFrame:
    """Name, lon and lat of the points of a layer."""
    if field and field not in source.fields().names():
        raise FlashpointsError(
            translate("BufferCounts", "The layer of centres has no field “{name}”.").format(name=field),
            "CENTRE_NAME",
            translate("BufferCounts", "Its fields are: {names}.").format(
                names=", ".join(source.fields().names())
            ),
        )
    request = QgsFeatureRequest().setDestinationCrs(
        QgsCoordinateReferenceSystem("EPSG:4326"), context.transformContext()
    )
    rows = []
    for feature in source.getFeatures(request):
        if feature.geometry().isNull() or feature.geometry().isEmpty():
            continue
        point = feature.geometry().centroid().asPoint()
        named = field and feature[field] not in (None, NULL)
        rows.append(
            (str(feature[field]) if named else name_of_point(point.x(), point.y()), point.x(), point.y())
        )
    if not rows:
        raise FlashpointsError(
            translate("BufferCounts", "The layer of centres holds no points."),
            "CENTRES",
            translate("BufferCounts", "Choose another layer, or give one centre."),
        )
    frame = pd.DataFrame(rows, columns=["name", "lon", "lat"])
    while frame["name"].duplicated().any():
        repeated = frame.groupby("name").cumcount() + 1
        frame.loc[repeated > 1, "name"] += " (" + repeated[repeated > 1].astype(str) + ")"
    return frame
