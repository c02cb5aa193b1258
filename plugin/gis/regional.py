# SPDX-License-Identifier: GPL-2.0-or-later
"""Events by region: which count, which lie outside, and what a file does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..core.comparison import ALL, NO_ZONE, OUTSIDE
from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.selection import in_period
from ..core.text import number, translate
from ..core.zones import fold
from .parameters import COLUMN
from .region_names import NameReport, compare_names, region_names
from .region_sources import country_codes
from .regions import RegionSet

ALL_ROW, OUTSIDE_ROW, NO_ZONE_ROW, ZONE_ROW = ALL, OUTSIDE, NO_ZONE, "(zone)"


@dataclass
class Regional:
    """Events of the regions' countries with the column `region`, and what has to be said about the others.

    events : the frame, with `region` (a region's name or `(outside)`).
    names : the regions' names, in order; zone_of : region name -> zone id, "" for none.
    notes : sentences on other countries, snapped points and disagreements; matched : how names go together.
    """

    events: pd.DataFrame
    names: list[str]
    zone_of: dict[str, str]
    notes: list[str]
    matched: NameReport
    by_column: bool = False

    def kept(self, regions: RegionSet, where: Sequence[str]) -> list[str]:
        """The names of the rows that region or zone names ask for; all of them when there are none.

        Raises
        ------
        FlashpointsError : when a name is neither a region nor a zone.
        """
        kept: set[str] = set()
        spellings = {name: self._spellings(name, regions) for name in self.names}
        for asked in where:
            canonical = regions.zones.canonical(asked)
            wanted = {fold(asked), fold(canonical[0]) if canonical else fold(asked)}
            found = {name for name, known in spellings.items() if wanted & known}
            if not found:
                raise FlashpointsError(
                    translate("Regional", "“{name}” is neither a region nor a zone here.").format(name=asked),
                    "WHERE",
                    translate("Regional", "There are: {names}.").format(names=", ".join(self.names)),
                )
            kept |= found
        return [name for name in self.names if name in kept or not where]

    def _spellings(self, name: str, regions: RegionSet) -> set[str]:
        zone = next((zone for zone in regions.zones.zones if zone.id == self.zone_of.get(name)), None)
        labels = (zone.id, zone.label, zone.label_fr) if zone else ()
        canonical = [region.canonical for region in regions.regions if region.name == name]
        return {fold(text) for text in (name, *canonical, *labels)} - {""}


def of_countries(frame: pd.DataFrame, regions: RegionSet) -> np.ndarray:
    """Bool array: events whose country is one of the regions' countries; all where no country is known."""
    if not regions.countries or frame["country"].isna().all():
        return np.ones(len(frame), dtype=bool)
    codes = country_codes([str(name) for name in frame["country"].dropna().unique()])
    return frame["country"].map(codes).isin(regions.countries).to_numpy()


def by_region(frame: pd.DataFrame, regions: RegionSet, region_from: str) -> Regional:
    """Place events in regions, by their point or by the file's own admin1.

    frame : columns country, admin1, longitude, latitude.
    """
    belongs = of_countries(frame, regions)
    notes = []
    if regions.overlap:
        text = translate(
            "Regional", "Regions overlap by {area} km2: what lies there counts in the first of them."
        )
        notes.append(text.format(area=number(regions.overlap)))
    if not belongs.all():
        text = translate("Regional", "Other countries: {n} events.")
        notes.append(text.format(n=number(int((~belongs).sum()))))
    events = frame[belongs].reset_index(drop=True)
    placed = regions.place(events["longitude"].to_numpy(), events["latitude"].to_numpy())
    if placed.snapped:
        text = translate(
            "Regional", "{n} events lie just outside the regions and count in the nearest one, within 10 km."
        )
        notes.append(text.format(n=number(placed.snapped)))
    by_point = np.array([*regions.names, OUTSIDE_ROW], dtype=object)[placed.index]
    by_column, spelled = region_names(events, regions)
    report = compare_names(events, by_column, by_point, regions)
    notes += report.sentences(by_column=region_from == COLUMN)
    zone_of = {region.name: region.zone for region in regions.regions}
    if region_from != COLUMN:
        return Regional(events.assign(region=by_point), regions.names, zone_of, notes, report)
    own = by_column.fillna(OUTSIDE_ROW)
    names = [*regions.names, *sorted(set(own) - set(regions.names) - {OUTSIDE_ROW})]
    for name in names:
        zone_of.setdefault(name, spelled.get(name, ""))
    return Regional(events.assign(region=own), names, zone_of, notes, report, by_column=True)


def keep_where(
    frame: pd.DataFrame, regions: RegionSet, where: Sequence[str], region_from: str
) -> pd.DataFrame:
    """Only the events that lie in the named regions or zones."""
    regional = by_region(frame, regions, region_from)
    return regional.events[regional.events["region"].isin(regional.kept(regions, where))].reset_index(
        drop=True
    )


def counted_in(frame: pd.DataFrame, period: Period, coverage: Period | None) -> pd.DataFrame:
    """The events of the covered part of a period; none when it is not covered."""
    covered = period.clip(coverage)
    return frame.head(0) if covered is None else frame[in_period(frame["event_date"], covered)]
