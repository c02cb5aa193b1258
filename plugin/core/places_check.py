# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether points lie where their country is: by the country's other events, or by a box from a map."""

from __future__ import annotations

import numpy as np

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_FEWEST = 20  # events from which a country's usual box is made
_TAILS = (0.02, 0.98)
_WIDENED = 1.5
_MARGIN = 3.0  # degrees, at least


def usual_box(x: np.ndarray, y: np.ndarray) -> Box | None:
    """Where the points of a country (degrees) usually lie; None where there are too few to tell.

    It is the middle 96 %, which a few stray points do not move, widened on each side by one and a half times as much,
    so that a country's far ends have room. A box from a map finds more and errs less.
    """
    if len(x) < _FEWEST:
        return None
    west, east = (float(value) for value in np.quantile(x, _TAILS))
    south, north = (float(value) for value in np.quantile(y, _TAILS))
    wide, high = (max(_MARGIN, _WIDENED * side) for side in (east - west, north - south))
    return west - wide, south - high, east + wide, north + high


def stray_points(x: np.ndarray, y: np.ndarray, box: Box) -> tuple[np.ndarray, np.ndarray]:
    """Which points of a country lie inside the box once longitude x and latitude y change places, and which lie far
    outside it either way (two bool arrays)."""
    outside = ~_inside(x, y, box)
    swapped = outside & _inside(y, x, box)
    return swapped, outside & ~swapped


def _inside(x: np.ndarray, y: np.ndarray, box: Box) -> np.ndarray:
    west, south, east, north = box
    return (x >= west) & (x <= east) & (y >= south) & (y <= north)
