# SPDX-License-Identifier: GPL-2.0-or-later
"""Where countries lie, roughly: for the warning about events that lie outside theirs."""

from __future__ import annotations

from ..core.errors import FlashpointsError
from ..core.places_check import Box
from ..core.resources import RESOURCES
from ..core.zones import CountryTable, fold
from .basemap import open_world_map

MARGIN = 0.3
"""Degrees: the map's borders and coasts are coarse, and events at sea count for the country they are coded to."""
_QUERY = (
    "SELECT c.NAME, r.minx, r.miny, r.maxx, r.maxy FROM countries c "
    "JOIN rtree_countries_geom r ON r.id = c.fid WHERE c.NAME IS NOT NULL"
)


def country_boxes() -> dict[str, Box]:
    """Folded country name, in every spelling -> its box on QGIS's world map, with a margin, in degrees.

    Empty where QGIS came without the map: the events themselves then tell where their country is.
    """
    try:
        dataset = open_world_map()
    except FlashpointsError:
        return {}
    table = CountryTable.from_csv(RESOURCES / "countries.csv")
    boxes: dict[str, Box] = {}
    rows = dataset.ExecuteSQL(_QUERY)
    for row in rows:
        west, south, east, north = (float(row.GetField(index)) for index in range(1, 5))
        box = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
        for spelling in table.spellings(row.GetField(0)) | {fold(row.GetField(0))}:
            boxes[spelling] = box
    dataset.ReleaseResultSet(rows)
    return boxes
