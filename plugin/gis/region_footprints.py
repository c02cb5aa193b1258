# SPDX-License-Identifier: GPL-2.0-or-later
"""The footprints of one analysis: of all events that count, cut by its regions."""

from __future__ import annotations

import pandas as pd
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ..core.text import translate
from .footprints import Cutter, area_km2, cut, footprint
from .regional import ALL_ROW, Regional
from .regions import RegionSet


class Footprints:
    """Footprints of one method and size in the regions of one analysis.

    Every event of the regions' countries casts its disc; only the kept regions cut it, so that a region's own
    footprint does not depend on which others are asked for.
    """

    def __init__(
        self, regional: Regional, regions: RegionSet, kept: list[str], method: str, size: float,
        feedback: QgsProcessingFeedback,
    ) -> None:  # fmt: skip
        self.regional, self.regions, self.names, self.method, self.size = (
            regional,
            regions,
            kept,
            method,
            size,
        )
        self._feedback = feedback
        self._by_name = {region.name: region for region in regions.regions if region.name in kept}
        self._land = QgsGeometry.unaryUnion([region.geometry for region in self._by_name.values()])
        self._everything = len(kept) == len(regional.names)

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
        def going(fraction: float) -> bool:
            self._feedback.setProgress(100 * fraction)
            return not self._feedback.isCanceled()

        x, y = events["longitude"].to_numpy(dtype=float), events["latitude"].to_numpy(dtype=float)
        return footprint(x, y, self.method, self.size, going)

    def land_km2(self, name: str) -> float | None:
        """Area of a region, or of the union of all of them."""
        if name == ALL_ROW:
            return area_km2(self._land)
        return self._by_name[name].area_km2 if name in self._by_name else None

    def note(self, name: str) -> str:
        """What a reader must know of a row: by the file's own column, events and polygon can differ."""
        if self.regional.by_column and name in self._by_name:
            return translate("RegionFootprints", "footprint of the polygon, events by the column admin1")
        return ""

    def zone_label(self, name: str) -> str:
        """The zone of a region in words, "" for none."""
        return self.regions.zone_label(self.regional.zone_of.get(name, ""))
