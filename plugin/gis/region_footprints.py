# SPDX-License-Identifier: GPL-2.0-or-later
"""The footprints of one analysis: of all events that count, cut by its regions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from qgis.core import QgsGeometry

from ..core.discs import check_size
from ..core.text import translate
from .footprints import DISCS, Cutter, area_km2, collect, cut, disc_area_km2, footprint
from .regional import ALL_ROW, Regional
from .regions import RegionSet

SHORT_EDGES_KM = 10.0
"""Up to this radius no edge of a disc is so long that its line on the ground differs from the one in degrees."""


class Footprints:
    """Footprints of one method and size in the regions of one analysis.

    Every event of the regions' countries casts its disc; only the kept regions cut it, so that a region's own
    footprint does not depend on which others are asked for.
    """

    def __init__(
        self, regional: Regional, regions: RegionSet, kept: list[str], method: str, size: float,
        progress: Callable[[float], bool] = lambda fraction: True,
    ) -> None:  # fmt: skip
        """FlashpointsError for a size that makes no footprint."""
        check_size(size)
        self.regional, self.regions, self.names = regional, regions, kept
        self.method, self.size, self.progress = method, size, progress
        self._by_name = {region.name: region for region in regions.regions if region.name in kept}
        self._land = QgsGeometry.unaryUnion([region.geometry for region in self._by_name.values()])
        self._land_km2: float | None = None
        self._everything = len(kept) == len(regional.names)

    def of_size(self, method: str, size: float) -> Footprints:
        """The same events and regions, measured otherwise."""
        return Footprints(self.regional, self.regions, self.names, method, size, self.progress)

    def counted(self, events: pd.DataFrame) -> pd.DataFrame:
        """The events of `(all)`: of the kept regions, with those outside when every region is kept."""
        return events if self._everything else events[events["region"].isin(self.names)]

    def of_period(self, events: pd.DataFrame) -> dict[str, QgsGeometry]:
        """Region -> its part of the footprint of all events; `(all)` -> the part in the union of the regions."""
        cutter = Cutter(self._parts(events))
        shapes = {name: cutter.cut(region.geometry) for name, region in self._by_name.items()}
        shapes[ALL_ROW] = cutter.cut_by_union(self._land)
        return shapes

    def whole(self, events: pd.DataFrame) -> QgsGeometry:
        """The footprint of events in the union of the regions."""
        return cut(self._parts(events), self._land)

    def _parts(self, events: pd.DataFrame) -> list[QgsGeometry]:
        x, y = events["longitude"].to_numpy(dtype=float), events["latitude"].to_numpy(dtype=float)
        return footprint(x, y, self.method, self.size, self.progress)

    def area(self, shape: QgsGeometry) -> float:
        """The area of a part of these footprints in km2 on the ellipsoid."""
        if self.method == DISCS and self.size > SHORT_EDGES_KM:
            return area_km2(shape)
        return disc_area_km2(
            shape
        )  # cells have edges along meridians and parallels, as in an equal-area plane

    def together(self, shapes: Sequence[QgsGeometry]) -> QgsGeometry:
        """The parts of several regions as one; land that lies in two of them is there once."""
        return collect([QgsGeometry.unaryUnion(list(shapes))] if self.regions.overlap else shapes)

    def land_km2(self, name: str) -> float | None:
        """Area of a region, or of the union of all of them."""
        if name != ALL_ROW:
            return self._by_name[name].area_km2 if name in self._by_name else None
        if self._land_km2 is None:
            self._land_km2 = area_km2(self._land)
        return self._land_km2

    def note(self, name: str) -> str:
        """What a reader must know of a row: by the file's own column, events and polygon can differ."""
        if self.regional.by_column and name in self._by_name:
            return translate("RegionFootprints", "footprint of the polygon, events by the column admin1")
        return ""

    def zone_label(self, name: str) -> str:
        """The zone of a region in words, "" for none."""
        return self.regions.zone_label(self.regional.zone_of.get(name, ""))

    def zones(self) -> dict[str, list[str]]:
        """Zone in words -> its kept regions that have a polygon; regions of no zone are left out."""
        found: dict[str, list[str]] = {}
        for name in self._by_name:
            if self.zone_label(name):
                found.setdefault(self.zone_label(name), []).append(name)
        return found
