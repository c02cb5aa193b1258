# SPDX-License-Identifier: GPL-2.0-or-later
"""One question about footprints, answered: rows by region and period, their change, and how much hangs on the size.

The algorithm and the preview of its window both ask here, so that they say the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import pandas as pd
from qgis.core import QgsGeometry

from ..core.comparison import coverage_note, join_notes
from ..core.discs import busiest_places, distinct_places
from ..core.errors import FlashpointsError
from ..core.footprint_facts import BOTH, GONE, NEW, STATUSES, PeriodFacts, reach_note
from ..core.periods import Period, ordered_pair
from ..core.rulings_counts import with_as_coded
from ..core.text import translate
from .footprints import DEFAULT_SIZE_KM, DISCS, GRID, collect
from .loading import Job
from .region_footprints import Footprints
from .regional import ALL_ROW, OUTSIDE_ROW, ZONE_ROW, Regional, by_region, counted_in
from .regions import RegionSet

SENSITIVITY_KM = (1.0, 2.0, 2.5, 3.0, 5.0, 10.0)
ROUNDING = 1e-9
"""Shares of an area below this are what sums of floating numbers leave over."""


class FootprintStudy:
    """The footprints of a job's periods in its regions. What is expensive is made when first asked for.

    job : settled, with its events loaded; frame : those events, with the columns country and admin1.
    origin : where an event's region comes from; method, size : of the footprint.
    progress : as of `footprints.footprint`.
    """

    def __init__(
        self, job: Job, frame: pd.DataFrame, regions: RegionSet, origin: str, method: str, size: float,
        progress: Callable[[float], bool] = lambda fraction: True,
    ) -> None:  # fmt: skip
        """FlashpointsError for a size that makes no footprint, and for a name that is no region."""
        self.job = job
        self.regional, coded = _placed(job, frame, regions, origin)
        kept = self.regional.kept(regions, job.selection.where)
        self._maker = Footprints(self.regional, regions, kept, method, size, progress)
        self._coded = None if coded is None else Footprints(coded, regions, kept, method, size, progress)

    @cached_property
    def _shapes(self) -> dict[Period, dict[str, QgsGeometry]]:
        return self._shapes_of(self._maker)

    def _shapes_of(self, maker: Footprints) -> dict[Period, dict[str, QgsGeometry]]:
        return {period: maker.of_period(self._events(period, maker)) for period in self.job.periods}

    def _events(self, period: Period, maker: Footprints) -> pd.DataFrame:
        return counted_in(maker.regional.events, period, self.job.coverage)

    @property
    def counted(self) -> pd.DataFrame:
        """The events behind the numbers of `(all)`, of all periods together."""
        return self._maker.counted(self.regional.events)

    def listed(self) -> pd.DataFrame:
        """The events of each row and period, with the columns figure (the region) and period.

        Those of `(all)` are those of its regions, and what is outside.
        """
        parts = [self.regional.events.head(0).assign(figure="", period="")]
        for period in self.job.periods:
            events = self._maker.counted(self._events(period, self._maker))
            parts.append(events.assign(figure=events["region"], period=period.label))
        return pd.concat(parts, ignore_index=True)

    def facts(self, *, measured: bool = True) -> list[PeriodFacts]:
        """What is to be said of each period; measured : whether with areas, which take longer than counts."""
        return [self._facts(period, measured) for period in self.job.periods]

    def _facts(self, period: Period, measured: bool) -> PeriodFacts:
        events = self._maker.counted(self._events(period, self._maker))
        x, y = events["longitude"], events["latitude"]
        names = self._maker.names
        covered = period.clip(self.job.coverage) is not None
        area = self._maker.area(self._shapes[period][ALL_ROW]) if measured and covered else None
        return PeriodFacts(
            period.label, covered, len(events), len(distinct_places(x, y)), area,
            self._maker.land_km2(ALL_ROW), int(events["region"].loc[events["region"].isin(names)].nunique()),
            len(names), busiest_places(x, y),
        )  # fmt: skip

    def rows(self) -> pd.DataFrame:
        """One row a region and period, with its geometry, and its counts and areas as coded by the source."""
        makers = [self._maker] if self._coded is None else [self._maker, self._coded]
        outside = {
            period
            for period in self.job.periods
            if any((self._events(period, one)["region"] == OUTSIDE_ROW).any() for one in makers)
        }

        def table(one: Footprints, drawn: dict[Period, dict[str, QgsGeometry]]) -> pd.DataFrame:
            parts = [self._rows(period, drawn[period], one, period in outside) for period in self.job.periods]
            return pd.concat(parts, ignore_index=True)

        coded = None if self._coded is None else table(self._coded, self._shapes_of(self._coded))
        found = with_as_coded(
            table(self._maker, self._shapes), coded, ("region", "period"), ("events", "footprint_km2")
        )
        reach = {one.label: reach_note(one) for one in self.facts(measured=False)}
        found["note"] = [
            join_notes([note, reach[period] if region == ALL_ROW else ""])
            for region, period, note in zip(found["region"], found["period"], found["note"])
        ]
        return found

    def _rows(
        self, period: Period, shapes: dict[str, QgsGeometry], maker: Footprints, outside: bool
    ) -> pd.DataFrame:
        """One row a region, then `(outside)` when it holds events, then `(all)`."""
        covered = period.clip(self.job.coverage)
        events = self._events(period, maker)
        rows = []
        for name in [*maker.names, OUTSIDE_ROW, ALL_ROW]:
            own = maker.counted(events) if name == ALL_ROW else events[events["region"] == name]
            if name == OUTSIDE_ROW and (self.job.selection.where or not outside):
                continue
            area = maker.area(shapes[name]) if name in shapes else None
            land = maker.land_km2(name)
            rows.append(
                {
                    "region": name, "zone": maker.zone_label(name), "period": period.label,
                    "events": len(own) if covered else None,
                    "locations": len(distinct_places(own["longitude"], own["latitude"])) if covered else None,
                    "footprint_km2": area if covered else None, "region_km2": land,
                    "share_pct": 100 * area / land if covered and area is not None and land else None,
                    "note": join_notes([coverage_note(period, self.job.coverage), maker.note(name)]),
                    "geometry": shapes.get(name),
                }
            )  # fmt: skip
        return pd.DataFrame(rows)

    def change_areas(self) -> pd.DataFrame:
        """Land by region, zone, `(all)` and status; see `core.footprint_facts.STATUSES`.

        By inclusion and exclusion, from the footprint of both periods together: what is in it and not in the earlier
        one is newly recorded. Rows of zones repeat the land of their regions. Where regions overlap, their land is in
        each of their rows and once in those of zones and in `(all)`.
        """
        periods = sorted(self.job.periods)
        both = pd.concat([self._events(period, self._maker) for period in periods])
        drawn = [*(self._shapes[period] for period in periods), self._maker.of_period(both)]
        areas = [{name: self._maker.area(shape) for name, shape in shapes.items()} for shapes in drawn]
        names = [name for name in self._maker.names if name in drawn[0]]
        rows = []
        for name in names:
            rows += _by_status(name, self._maker.zone_label(name), [one[name] for one in areas])
        for zone, own in self._maker.zones().items():
            summed = [sum(one[name] for name in own) for one in areas]
            if self._maker.regions.overlap:
                summed = [
                    self._maker.area(self._maker.together([one[name] for name in own])) for one in drawn
                ]
            rows += _by_status(ZONE_ROW, zone, summed)
        return pd.DataFrame([*rows, *_by_status(ALL_ROW, "", [one[ALL_ROW] for one in areas])])

    def change(self) -> pd.DataFrame:
        """`change_areas` with the land itself as geometry; rows of zones have none."""
        earlier, later = (self._shapes[period] for period in sorted(self.job.periods))
        names = [name for name in self._maker.names if name in later]
        parts = {name: _statuses(earlier[name], later[name]) for name in names}
        parts[ALL_ROW] = {
            status: self._maker.together([parts[name][status] for name in names]) for status in STATUSES
        }
        if self._maker.regions.overlap:
            parts[ALL_ROW] = _statuses(earlier[ALL_ROW], later[ALL_ROW])
        table = self.change_areas()
        table["geometry"] = [
            parts[region][status] if region in parts else None
            for region, status in zip(table["region"], table["status"])
        ]
        return table

    def sensitivity(self) -> pd.DataFrame:
        """The area in all regions by method, size and period, with events of every place precision and of 1 and 2."""
        rows = []
        for method, size in [*((DISCS, size) for size in SENSITIVITY_KM), (GRID, DEFAULT_SIZE_KM[GRID])]:
            maker = self._maker.of_size(method, size)
            for period in self.job.periods:
                events = self._events(period, maker)
                for precision, kept in (("1-3", events), ("1-2", events[events["geo_precision"] <= 2])):
                    covered = period.clip(self.job.coverage)
                    area = maker.area(maker.whole(kept)) if covered else None
                    rows.append(
                        {
                            "method": method, "size_km": size, "precision": precision, "period": period.label,
                            "footprint_km2": area,
                        }
                    )  # fmt: skip
        return pd.DataFrame(rows)


def _by_status(region: str, zone: str, areas: Sequence[float]) -> list[dict[str, Any]]:
    """The rows of one region; areas : of the earlier period, the later one, and both together."""
    earlier, later, either = areas
    found = {NEW: either - earlier, BOTH: earlier + later - either, GONE: either - later}
    return [
        {
            "region": region,
            "zone": zone,
            "status": status,
            "area_km2": area if area > ROUNDING * either else 0.0,
        }
        for status, area in found.items()
    ]


def _statuses(earlier: QgsGeometry, later: QgsGeometry) -> dict[str, QgsGeometry]:
    """Land by status: newly recorded, in both, no longer recorded. FlashpointsError when GEOS cannot tell."""
    parts = (later.difference(earlier), later.intersection(earlier), earlier.difference(later))
    for part in parts:
        if part.isNull():
            text = translate(
                "RegionFootprints", "Two footprints could not be set against each other: {reason}."
            )
            raise FlashpointsError(text.format(reason=part.lastError()))
    return {status: collect([part]) for status, part in zip(STATUSES, parts)}


def _placed(
    job: Job, frame: pd.DataFrame, regions: RegionSet, origin: str
) -> tuple[Regional, Regional | None]:
    """The events in regions, as ruled and as coded, with the same names of regions."""
    regional = by_region(frame, regions, origin)
    if job.as_coded is None:
        return regional, None
    coded = by_region(job.as_coded, regions, origin)
    regional.names = coded.names = list(dict.fromkeys([*regional.names, *coded.names]))
    regional.zone_of = coded.zone_of = {**coded.zone_of, **regional.zone_of}
    return regional, coded


def definition(method: str, size: float) -> str:
    """What a footprint is, with a place for the selection."""
    if method == GRID:
        text = translate(
            "RegionFootprints",
            "Area with recorded events: cells of {km} km (equal area) that hold an event; {selection}.",
        )
    else:
        text = translate(
            "RegionFootprints",
            "Area with recorded events: union of geodesic discs of {km} km round the distinct event locations, "
            "cut by the regions, km2 on the WGS 84 ellipsoid; {selection}.",
        )
    return text.replace("{km}", f"{size:g}")


def check_pair(job: Job) -> None:
    """Refuse a change unless it is between two periods that the data cover and that share no day.

    The job's events need not be loaded: its dataset is the one asked for, as `EventSource.coverage` takes it.

    Raises
    ------
    FlashpointsError : in plain words, with what would do.
    """
    periods = job.selection.periods
    if periods and len(periods) != 2:
        raise FlashpointsError(
            translate("RegionFootprints", "A change needs two periods; there are {n}.").format(
                n=len(periods)
            ),
            "CHANGE",
            translate("RegionFootprints", "Give two periods, such as 2022-H2;2023-H1."),
        )
    coverage = job.source.coverage(job.selection.dataset)
    if periods:
        ordered_pair(*sorted(periods))
    for period in periods:
        if coverage and not period.clip(coverage):
            raise FlashpointsError(
                translate("RegionFootprints", "The data do not cover {period}.").format(period=period.label),
                "CHANGE",
                translate("RegionFootprints", "They cover {start} to {end}.").format(
                    start=coverage.start.isoformat(), end=coverage.end.isoformat()
                ),
            )
