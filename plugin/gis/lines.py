# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines to count along: of a layer in any reference system, and borders from QGIS's own world map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from osgeo import ogr
from qgis.core import NULL, QgsFeatureRequest, QgsGeometry, QgsProcessingFeatureSource, QgsWkbTypes

from ..core.errors import FlashpointsError
from ..core.near_lines import PIECE_KM, Line, piece_lengths_km
from ..core.text import translate
from .basemap import country_shapes, open_world_map
from .coordinates import WGS84, transform_points
from .region_sources import country_codes

_MOST_ROUNDS = 16


def lines_of_layer(source: QgsProcessingFeatureSource, name_field: str) -> list[Line]:
    """The lines of a layer, one for each name; without a field all of them are one line with the layer's name.

    A line is straight between its vertices as the layer's own reference system draws it. Of polygons it is the outline.

    Raises
    ------
    FlashpointsError : no such field; no lines; lines that are nowhere on Earth.
    """
    names = source.fields().names()
    if name_field and name_field not in names:
        raise FlashpointsError(
            translate("BandCounts", "The layer of lines has no field “{name}”.").format(name=name_field),
            "LINE_NAME",
            translate("BandCounts", "Its fields are: {names}.").format(names=", ".join(names)),
        )
    found: dict[str, list[np.ndarray]] = {}
    for feature in source.getFeatures(QgsFeatureRequest()):
        given = feature[name_field] if name_field else None
        name = source.sourceName() if given in (None, NULL, "") else str(given)
        found.setdefault(name, []).extend(_vertices(feature.geometry()))
    lines = [
        Line(name, pieces)
        for name, parts in found.items()
        if len(pieces := pieces_of(parts, source.sourceCrs().toWkt()))
    ]
    if not lines:
        raise FlashpointsError(
            translate("BandCounts", "The layer holds no lines."),
            "LINES",
            translate("BandCounts", "Choose another layer, or name two countries."),
        )
    return lines


def pieces_of(parts: Sequence[np.ndarray], crs: str) -> np.ndarray:
    """(n, 2, 2) pieces of at most `PIECE_KM`, in degrees, of lines given as (vertices, 2) arrays.

    crs : of the vertices, as of `transform_points`. Long pieces are halved as the system draws them.
    """
    straight = [np.stack([part[:-1], part[1:]], axis=1) for part in parts if len(part) > 1]
    if not straight:
        return np.empty((0, 2, 2))
    plane = np.concatenate(straight)
    for _ in range(_MOST_ROUNDS):
        x, y = transform_points(plane[..., 0].ravel(), plane[..., 1].ravel(), crs, WGS84)
        degrees = np.stack([x, y], axis=1).reshape(-1, 2, 2)
        if not np.isfinite(degrees).all():
            break
        long = piece_lengths_km(degrees) > PIECE_KM
        if not long.any():
            return degrees
        middle = plane[long].mean(axis=1)
        halves = [
            np.stack([plane[long][:, 0], middle], axis=1),
            np.stack([middle, plane[long][:, 1]], axis=1),
        ]
        plane = np.concatenate([plane[~long], *halves])
    raise FlashpointsError(
        translate("BandCounts", "The layer has lines that are nowhere on Earth in its reference system."),
        "LINES",
        translate("BandCounts", "Set the layer's right coordinate reference system."),
    )


def _vertices(geometry: QgsGeometry) -> list[np.ndarray]:
    """The parts of a line, or of a polygon's outline, as arrays of vertices; nothing of points."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    if geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
        geometry = QgsGeometry(geometry.constGet().boundary())
    if geometry.type() != QgsWkbTypes.GeometryType.LineGeometry:
        return []
    return [
        np.array([(vertex.x(), vertex.y()) for vertex in part.vertices()], dtype=float)
        for part in geometry.constParts()
    ]


def borders(country: str, neighbours: Sequence[str]) -> list[Line]:
    """The land borders of a country with its neighbours, of QGIS's own world map, each named `Mali – Senegal`.

    neighbours : names of countries; none for every neighbour.

    Raises
    ------
    FlashpointsError : a name that is no country there; countries without a common border.
    """
    world = open_world_map()
    shapes = country_shapes(world)
    asked = country_codes([country, *neighbours])
    for name, code in asked.items():
        if code not in shapes:
            raise FlashpointsError(
                translate("BandCounts", "QGIS's world map has no country “{name}”.").format(name=name),
                "BORDER_OF, BORDER_WITH",
                translate("BandCounts", "Write the name as the map does, such as Mali or Senegal."),
            )
    names = {code: name for code, (name, _) in shapes.items()}
    own = names[asked[country]]
    outline = shapes[asked[country]][1].Boundary()
    codes = [asked[name] for name in neighbours] or sorted(
        set(shapes) - {asked[country]}, key=names.__getitem__
    )
    found = []
    for code in dict.fromkeys(codes):
        parts = _common(outline, shapes[code][1])
        if parts:
            found.append(Line(f"{own} – {names[code]}", pieces_of(parts, WGS84)))
        elif neighbours:
            raise FlashpointsError(
                translate("BandCounts", "{one} and {other} have no common border on land.").format(
                    one=own, other=names[code]
                ),
                "BORDER_OF, BORDER_WITH",
                translate("BandCounts", "Name neighbours, or leave the second field empty for all of them."),
            )
    if not found:
        raise FlashpointsError(
            translate("BandCounts", "{one} has no border on land.").format(one=own),
            "BORDER_OF",
            translate("BandCounts", "Choose a line layer, such as a coast."),
        )
    return found


def border_names(country: str) -> list[str]:
    """The neighbours of a country of QGIS's own world map, in order; of no country all countries."""
    shapes = country_shapes(open_world_map())
    if not country:
        return sorted(name for name, _ in shapes.values())
    code = country_codes([country])[country]
    if code not in shapes:
        return []
    outline = shapes[code][1].Boundary()
    return sorted(
        name for other, (name, shape) in shapes.items() if other != code and _common(outline, shape)
    )


def _common(outline: ogr.Geometry, other: ogr.Geometry) -> list[np.ndarray]:
    """The lines that two countries' outlines share; countries share their vertices there, and a point is no border."""
    west, east, south, north = outline.GetEnvelope()
    w, e, s, n = other.GetEnvelope()
    if max(w - east, west - e, s - north, south - n) > 0:
        return []
    shared = outline.Intersection(other.Boundary())
    parts = (
        [shared]
        if shared.GetGeometryCount() == 0
        else [shared.GetGeometryRef(i) for i in range(shared.GetGeometryCount())]
    )
    return [np.array(part.GetPoints())[:, :2] for part in parts if part.GetPointCount() > 1]
