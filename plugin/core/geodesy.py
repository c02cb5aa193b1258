# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances, rings and discs on the WGS 84 ellipsoid.

All geodesics are those of Karney (2013), "Algorithms for geodesics", J. Geodesy 87:43-55, as PROJ solves
them. A sphere errs by up to 0.6 %, which moves real events across a ring; a plane errs more.
"""

from __future__ import annotations

import numpy as np
from pyproj import Geod

from .errors import FlashpointsError
from .text import translate

_WGS84 = Geod(ellps="WGS84")
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
_SPHERE_KM = 6371.0088  # mean radius of WGS 84
_SPHERE_MARGIN = 1.01  # great circles on that sphere differ from geodesics by less than 0.6 %


def distances_km(lon0: float, lat0: float, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Geodesic distances from one point to many.

    Parameters
    ----------
    lon0, lat0 : the point, degrees.
    lon, lat : degrees, of any common shape.

    Returns
    -------
    Kilometres, in the shape of `lon` and `lat`; NaN where a coordinate is missing or impossible.
    """
    lon, lat = np.broadcast_arrays(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    lon0s, lat0s = np.full(lon.size, lon0, dtype=float), np.full(lat.size, lat0, dtype=float)
    _, _, metres = _WGS84.inv(lon0s, lat0s, lon.ravel(), lat.ravel())
    return np.asarray(metres, dtype=float).reshape(lon.shape) / 1000.0


def boxes_round(lon: float, lat: float, radius_km: float) -> list[Box]:
    """Boxes that hold every point within a radius of one.

    Two where the 180th meridian runs through; the whole width of the Earth where a pole is near. A little larger than
    need be, for a database that is to leave out the rest.
    """
    reach = radius_km / _SPHERE_KM * _SPHERE_MARGIN + 1e-9
    south, north = lat - np.degrees(reach), lat + np.degrees(reach)
    if south <= -90 or north >= 90:
        return [(-180.0, max(south, -90.0), 180.0, min(north, 90.0))]
    # the widest part of a circle on a sphere lies a little poleward of its centre
    width = np.degrees(np.arcsin(min(np.sin(reach) / np.cos(np.radians(lat)), 1.0)))
    west, east = lon - width, lon + width
    if east - west >= 360:
        return [(-180.0, south, 180.0, north)]
    turns = [(west + shift, east + shift) for shift in (-720.0, -360.0, 0.0, 360.0, 720.0)]
    return [(max(w, -180.0), south, min(e, 180.0), north) for w, e in turns if w <= 180.0 and e >= -180.0]


def circle(lon: float, lat: float, radius_km: float, vertices: int = 360) -> np.ndarray:
    """Return the geodesic circle round one point.

    Returns
    -------
    (vertices, 2) array of longitude and latitude, counter-clockwise from due north; the first vertex is not
    repeated at the end. Raises as `discs` does.
    """
    return discs(np.array([lon]), np.array([lat]), radius_km, vertices)[0]


def discs(lon: np.ndarray, lat: np.ndarray, radius_km: float, vertices: int = 90) -> np.ndarray:
    """Geodesic circles of one radius round many points, in one call.

    A polygon of n vertices on the circle loses 1 - (n / 2 pi) sin(2 pi / n) of its area: 0.08 % at 90.

    Parameters
    ----------
    lon, lat : (n,) arrays, degrees.
    radius_km : kilometres, above 0.
    vertices : corners of each circle, at least 3.

    Returns
    -------
    (n, vertices, 2) array of longitude and latitude, counter-clockwise from due north, rings not closed.
    A circle that crosses the 180th meridian runs on past 180, so that it stays in one piece; one round a pole
    cannot be drawn in degrees.

    Raises
    ------
    FlashpointsError : a radius or a coordinate that is none, or fewer than 3 vertices.
    """
    lon, lat = np.asarray(lon, dtype=float).ravel(), np.asarray(lat, dtype=float).ravel()
    check_radii(np.array([radius_km]))
    check_points(lon, lat)
    if vertices < 3:
        raise FlashpointsError(translate("Geodesy", "A circle needs at least 3 vertices."))
    azimuths = -360.0 * np.arange(vertices) / vertices  # falling: counter-clockwise
    count = lon.size * vertices
    x, y, _ = _WGS84.fwd(
        np.repeat(lon, vertices), np.repeat(lat, vertices), np.tile(azimuths, lon.size),
        np.full(count, radius_km * 1000.0),
    )  # fmt: skip
    result = np.stack([np.asarray(x), np.asarray(y)], axis=-1).reshape(lon.size, vertices, 2)
    away = result[:, :, 0] - lon[:, None]
    result[:, :, 0] -= 360.0 * (away > 180.0)
    result[:, :, 0] += 360.0 * (away < -180.0)
    return result


def check_radii(radii_km: np.ndarray) -> None:
    """Raise FlashpointsError unless every radius is a positive, finite number of kilometres."""
    for radius in np.asarray(radii_km, dtype=float).ravel():
        if not (np.isfinite(radius) and radius > 0):
            raise FlashpointsError(
                translate("Geodesy", "A radius of {radius} km makes no ring.").format(radius=f"{radius:g}"),
                remedy=translate("Geodesy", "Give a number of kilometres above 0."),
            )


def check_points(lon: np.ndarray, lat: np.ndarray) -> None:
    """Raise FlashpointsError unless every longitude and latitude is one on Earth, in degrees."""
    with np.errstate(invalid="ignore"):
        good = (np.abs(lon) <= 360) & (np.abs(lat) <= 90)
    if not np.all(good):
        first = int(np.flatnonzero(~good)[0])
        raise FlashpointsError(
            translate("Geodesy", "There is no point on Earth at longitude {lon}, latitude {lat}.").format(
                lon=f"{lon[first]:g}", lat=f"{lat[first]:g}"
            ),
            remedy=translate("Geodesy", "Give degrees: longitude -180 to 180, latitude -90 to 90."),
        )
