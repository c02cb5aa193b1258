# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances of points from a line on the ellipsoid, such as a border or a road.

The distance is the length of the shortest geodesic to the line. Only pieces of the line that can hold its end are
looked at. Each is laid out round the point by geodesic distance and azimuth (an azimuthal equidistant plane), where
the nearest place of a straight piece is known in closed form. Pieces are at most `PIECE_KM` long; a piece then bends
away from straight by less than 2 cm within 300 km of the point, and by less than 10 cm within 1,000 km.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from pyproj import Geod
from scipy.spatial import cKDTree

from .errors import FlashpointsError
from .geodesy import Box, boxes_round, check_points
from .points import Points, chord_limits, through_earth
from .text import translate

PIECE_KM = 5.0
_WGS84 = Geod(ellps="WGS84")
_BATCH = 4_000
_MOST_KEPT = 2
"""Sets of points whose distances are kept: events as ruled and as coded."""
_TIGHT_KM = 6335.4
_SAG_KM = PIECE_KM**2 / (8 * _TIGHT_KM)
"""How deep a piece's chord runs below its geodesic at most."""


@dataclass(frozen=True)
class Line:
    """A line with a name, as pieces: (n, 2, 2) array of both ends' longitude and latitude in degrees.

    Raises
    ------
    FlashpointsError : no pieces, an end that is no place on Earth, a piece longer than `PIECE_KM`.
    """

    name: str
    pieces: np.ndarray
    _kept: list[tuple[Points, float, np.ndarray]] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not len(self.pieces):
            raise FlashpointsError(translate("Lines", "The line has no length."), self.name)
        check_points(self.pieces[..., 0].ravel(), self.pieces[..., 1].ravel())
        if piece_lengths_km(self.pieces).max() > PIECE_KM * 1.01:
            raise ValueError("a piece of the line is too long")

    def beyond(self, points: Points, radii_km: np.ndarray) -> np.ndarray:
        """How many of the rising distances each point's own exceeds: (n,) integers."""
        radii = np.asarray(radii_km, dtype=float)
        return np.searchsorted(radii, self.distances_within_km(points, float(radii[-1])), side="left")

    def distances_within_km(self, points: Points, limit_km: float) -> np.ndarray:
        """Each point's distance from the line in kilometres, infinity beyond a limit; kept for the same points."""
        known = next((one[2] for one in self._kept if one[0] is points and one[1] >= limit_km), None)
        away = _distances(self.pieces, points, limit_km) if known is None else known
        if known is None:
            self._kept[:] = [(points, limit_km, away), *self._kept][:_MOST_KEPT]
        return np.where(away <= limit_km, away, np.inf)

    def boxes(self, limit_km: float) -> list[Box]:
        """Boxes that hold every point within a limit: one, or the whole width where the 180th meridian is near."""
        lon, lat = self.pieces[..., 0], self.pieces[..., 1]
        corners = [(x, y) for x in (lon.min(), lon.max()) for y in (lat.min(), lat.max())]
        found = np.array([box for x, y in corners for box in boxes_round(float(x), float(y), limit_km)])
        low, high = found.min(axis=0), found.max(axis=0)
        return [(float(low[0]), float(low[1]), float(high[2]), float(high[3]))]


def piece_lengths_km(pieces: np.ndarray) -> np.ndarray:
    """Geodesic lengths of (n, 2, 2) pieces."""
    ends = np.asarray(pieces, dtype=float).reshape(-1, 4)
    return np.asarray(_WGS84.inv(ends[:, 0], ends[:, 1], ends[:, 2], ends[:, 3])[2]) / 1000.0


def _distances(pieces: np.ndarray, points: Points, limit_km: float) -> np.ndarray:
    ends = through_earth(pieces[..., 0], pieces[..., 1])  # (3, pieces, 2)
    tree = cKDTree(ends.mean(axis=2).T)
    result = np.full(len(points), np.inf)
    good = np.flatnonzero(np.isfinite(points.xyz).all(axis=0))
    middle = np.full(len(points), np.inf)
    middle[good] = tree.query(points.xyz[:, good].T)[0]
    good = np.flatnonzero(middle <= chord_limits(limit_km + PIECE_KM)[1])
    for batch in np.array_split(good, max(1, -(-len(good) // _BATCH))):
        if len(batch):
            result[batch] = _nearest(tree, ends, pieces, points, batch, middle[batch])
    return result


def _nearest(
    tree: cKDTree, ends: np.ndarray, pieces: np.ndarray, points: Points, batch: np.ndarray, middle: np.ndarray
) -> np.ndarray:
    """Distances of some points. Chords leave a few pieces for each, of which one is the nearest by geodesic.

    middle : the chord of each from the nearest middle of a piece, km.
    """
    xyz = points.xyz[:, batch]
    # the nearest place of the line lies no further than the nearest middle, and half a piece from its own middle
    reach = _arc(middle) + PIECE_KM / 2 + _SAG_KM
    lists = tree.query_ball_point(xyz.T, chord_limits(reach)[1])
    count = np.array([len(one) for one in lists])
    first = np.cumsum(count) - count
    piece = np.concatenate([np.asarray(one, dtype=np.intp) for one in lists])
    point = np.repeat(np.arange(len(batch)), count)
    straight = _to_chords(xyz[:, point], ends[:, piece])
    least = np.minimum.reduceat(straight, first)
    low, high = chord_limits(_arc(least))
    near = straight <= (least + (high - low) + 2 * _SAG_KM)[point]
    point, piece = point[near], piece[near]
    away = _to_pieces(points.lon[batch[point]], points.lat[batch[point]], pieces[piece])
    return np.asarray(np.minimum.reduceat(away, np.searchsorted(point, np.arange(len(batch)))))


def _arc(chord: np.ndarray) -> np.ndarray:
    """The longest geodesic in km that a chord through the Earth can have."""
    return np.asarray(2 * _TIGHT_KM * np.arcsin(np.minimum(chord / (2 * _TIGHT_KM), 1.0)))


def _to_chords(xyz: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Distances in km through the Earth of (3, n) points from the straight chords of (3, n, 2) pieces."""
    along, from_first = ends[..., 1] - ends[..., 0], xyz - ends[..., 0]
    away = from_first - _share(from_first, along) * along
    return np.asarray(np.sqrt((away * away).sum(axis=0)))


def _share(towards: np.ndarray, along: np.ndarray) -> np.ndarray:
    """How far along a piece its place nearest to a point lies, 0 to 1; `towards` goes from its start to the point."""
    length = (along * along).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(length > 0, (towards * along).sum(axis=0) / length, 0.0)
    return np.clip(share, 0.0, 1.0)


def _to_pieces(lon: np.ndarray, lat: np.ndarray, pieces: np.ndarray) -> np.ndarray:
    """Distance in km of each (n,) point from its own piece."""
    azimuth, _, metres = _WGS84.inv(
        np.tile(lon, 2), np.tile(lat, 2), pieces[:, :, 0].T.ravel(), pieces[:, :, 1].T.ravel()
    )
    turn, away = np.radians(azimuth), np.asarray(metres) / 1000.0
    first, second = np.stack([away * np.sin(turn), away * np.cos(turn)]).reshape(2, 2, -1).swapaxes(0, 1)
    foot = first + _share(-first, second - first) * (second - first)
    return np.asarray(np.hypot(foot[0], foot[1]))
