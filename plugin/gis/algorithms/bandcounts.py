# SPDX-License-Identifier: GPL-2.0-or-later
"""How many events lie within some distance of a line, such as a border or a road, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ...core.errors import FlashpointsError
from ...core.ring_engine import Site
from ...core.selection import split_list
from ...core.text import translate
from .. import parameters as shared
from ..lines import borders, lines_of_layer
from ..ring_algorithm import RingAlgorithm
from ..styles import style_rings


class BandCounts(RingAlgorithm):
    """Processing algorithm flashpoints:bandcounts."""

    ID = "bandcounts"
    SITE, DISTANCE = "line", "distance_km"
    DISTANCES, DEFAULT_KM = "DISTANCES_KM", "50"
    DEFINITION = "band-geodesic/1"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("BandCounts", "Counts along a line or border")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "BandCounts",
            "Counts the events within each distance of a line, on both sides of it, for each period. The line comes "
            "from a layer, or is the land border of two countries on QGIS's own world map. Distances are those of the "
            "shortest geodesic on the WGS 84 ellipsoid. To count on one side of a border, choose that country. With "
            "two periods the later is compared with the earlier: ratio of events per day, exact conditional interval "
            "and p-value.",
        )

    def words(self, name: str) -> str:
        """What this algorithm calls things."""
        return {
            "output": translate("BandCounts", "Bands"),
            "counted": translate("BandCounts", "Events within {km} km of the line {place}, {period}"),
            "definition": translate(
                "BandCounts",
                "Events whose geodesic distance (WGS 84) from the line is at most the given one, on both sides; "
                "{selection}.",
            ),
            "overlap": translate("BandCounts", "Bands of {km} km overlap by {area} km²."),
            "reached": translate(
                "BandCounts", "The bands reach into {names}, of which the file holds no events."
            ),
            "lost": translate("BandCounts", "{n} events have no place and are in no band."),
            "several": translate("BandCounts", "{n} lines"),
            "title": translate("BandCounts", "Along {place} {when}"),
        }[name]

    def add_sites(self) -> None:
        """A layer of lines, or the border of two countries, and distances."""
        add = self.addParameter
        kinds = [QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPolygon]
        label = translate("BandCounts", "Lines from a layer (of polygons the outlines)")
        add(QgsProcessingParameterFeatureSource("LINES", label, kinds, optional=True))
        label = translate("BandCounts", "Field with the lines' names")
        add(QgsProcessingParameterField("LINE_NAME", label, parentLayerParameterName="LINES", optional=True))
        label = translate("BandCounts", "Or the border of this country, on QGIS's world map")
        add(QgsProcessingParameterString("BORDER_OF", label, optional=True))
        label = translate("BandCounts", "with these neighbours, separated by ; (empty: all of them)")
        add(QgsProcessingParameterString("BORDER_WITH", label, optional=True))
        self.add_distances(translate("BandCounts", "Distances in km, separated by commas"))

    def read_sites(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Sequence[Site]:
        """The lines, by name."""
        if parameters.get("LINES"):
            source = self.parameterAsSource(parameters, "LINES", context)
            if source is None:
                raise FlashpointsError(
                    translate("BandCounts", "The layer of lines cannot be opened."),
                    "LINES",
                    translate("BandCounts", "Give a line layer of the project, or the path of one."),
                )
            return lines_of_layer(source, self.parameterAsString(parameters, "LINE_NAME", context))
        country = shared.text_of(parameters, "BORDER_OF").strip()
        if not country:
            raise FlashpointsError(
                translate("BandCounts", "There is no line to count along."),
                "LINES, BORDER_OF",
                translate("BandCounts", "Give a line layer, or a country whose border it is."),
            )
        return borders(country, split_list(shared.text_of(parameters, "BORDER_WITH")))

    def style(self, layer: QgsVectorLayer) -> None:
        """Dashed by distance, labelled in the north."""
        style_rings(layer)
