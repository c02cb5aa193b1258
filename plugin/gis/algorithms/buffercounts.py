# SPDX-License-Identifier: GPL-2.0-or-later
"""How many events lie within each radius of a centre, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterPoint,
    QgsVectorLayer,
)

from ...core.errors import FlashpointsError
from ...core.places import name_of_point
from ...core.ring_engine import Centre, Site, centres_of
from ...core.text import translate
from ..centres import centres_of_layer
from ..ring_algorithm import RingAlgorithm
from ..styles import style_rings

BAMAKO = "-8.0029,12.6392"


class BufferCounts(RingAlgorithm):
    """Processing algorithm flashpoints:buffercounts."""

    ID = "buffercounts"
    SITE, DISTANCE = "centre", "radius_km"
    DISTANCES, DEFAULT_KM = "RADII_KM", "50,100,150"
    DEFINITION = "ring-geodesic/1"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("BufferCounts", "Buffer counts")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "BufferCounts",
            "Counts the events within each radius of a centre, for each period. Distances are geodesic on the "
            "WGS 84 ellipsoid; an event at exactly the radius is inside. With two periods the later is compared "
            "with the earlier: ratio of events per day, exact conditional interval and p-value.",
        )

    def words(self, name: str) -> str:
        """What this algorithm calls things."""
        return {
            "output": translate("BufferCounts", "Rings"),
            "counted": translate("BufferCounts", "Events within {km} km of {place}, {period}"),
            "definition": translate(
                "BufferCounts",
                "Events whose geodesic distance (WGS 84) from the centre is at most the radius; {selection}.",
            ),
            "overlap": translate("BufferCounts", "Rings of {km} km overlap by {area} km²."),
            "reached": translate(
                "BufferCounts", "The rings reach into {names}, of which the file holds no events."
            ),
            "lost": translate("BufferCounts", "{n} events have no place and are in no ring."),
            "several": translate("BufferCounts", "{n} centres"),
            "title": translate("BufferCounts", "Rings round {place} {when}"),
        }[name]

    def add_sites(self) -> None:
        """A point, or a layer of points, and radii."""
        add = self.addParameter
        add(QgsProcessingParameterPoint("CENTRE", translate("BufferCounts", "Centre"), BAMAKO, optional=True))
        points = [QgsProcessing.SourceType.TypeVectorPoint]
        label = translate("BufferCounts", "Centres from a point layer (instead of one centre)")
        add(QgsProcessingParameterFeatureSource("CENTRES", label, points, optional=True))
        label = translate("BufferCounts", "Field with the centres' names")
        add(
            QgsProcessingParameterField(
                "CENTRE_NAME", label, parentLayerParameterName="CENTRES", optional=True
            )
        )
        self.add_distances(translate("BufferCounts", "Radii in km, separated by commas"))

    def read_sites(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Sequence[Site]:
        """The centres, by name."""
        if not parameters.get("CENTRES"):
            return [self._centre(parameters, context)]
        source = self.parameterAsSource(parameters, "CENTRES", context)
        if source is None:
            raise FlashpointsError(
                translate("BufferCounts", "The layer of centres cannot be opened."),
                "CENTRES",
                translate("BufferCounts", "Give a point layer of the project, or the path of one."),
            )
        return centres_of(
            centres_of_layer(source, self.parameterAsString(parameters, "CENTRE_NAME", context), context)
        )

    def _centre(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Centre:
        given = parameters if parameters.get("CENTRE") else {**parameters, "CENTRE": BAMAKO}
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        point = self.parameterAsPoint(given, "CENTRE", context, wgs84)
        nowhere = abs(point.x()) > 180 or abs(point.y()) > 90
        if nowhere or (isinstance(given["CENTRE"], str) and point.isEmpty()):
            raise FlashpointsError(
                translate("BufferCounts", "“{text}” is not a point.").format(text=given["CENTRE"]),
                "CENTRE",
                translate("BufferCounts", "Give longitude,latitude in degrees, such as -8.0029,12.6392."),
            )
        return Centre(name_of_point(point.x(), point.y()), point.x(), point.y())

    def style(self, layer: QgsVectorLayer) -> None:
        """Dashed by radius, labelled in the north."""
        style_rings(layer)
