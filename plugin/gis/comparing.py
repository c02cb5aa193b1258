# SPDX-License-Identifier: GPL-2.0-or-later
"""One question about two periods, answered: rows by place, group or type, and the same days of earlier years.

The algorithm and the preview of its window both ask here, so that they say the same numbers.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from qgis.core import QgsGeometry

from ..core.comparison import compare
from ..core.earlier_years import against_earlier, earlier_years
from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.ring_spots import parse_values
from ..core.rulings_counts import with_as_coded
from ..core.schema import EVENT_TYPES
from ..core.text import translate
from .actor_table import label_of
from .loading import Job
from .region_names import NameReport
from .regional import ALL_ROW, NO_ZONE_ROW, OUTSIDE_ROW, Regional, by_region, counted_in
from .regions import RegionSet

REGION, ZONE = "region", "zone"
GROUPINGS = {
    REGION: "region",
    ZONE: "zone",
    "actor_group": "actor_groups",
    "actor_family": "actor_families",
    "event_type": "event_type",
}
SPATIAL = (REGION, ZONE)
COUNTS = ("events_a", "events_b")
APART = (ALL_ROW, OUTSIDE_ROW, NO_ZONE_ROW)
"""Rows that stand outside the adjustment for many rows."""


def definition() -> str:
    """What a comparison's numbers are, with a place for the selection."""
    return translate(
        "ComparePeriods",
        "Events per day, later over earlier period, exact conditional interval; {selection}.",
    )


def columns_for(group_by: str) -> list[str]:
    """The columns of the events that a grouping asks for, beyond those of every analysis."""
    return ["country", "admin1", *([] if group_by in SPATIAL else [GROUPINGS[group_by]])]


@dataclass(frozen=True)
class Rows:
    """The rows of a comparison. names : in order; named : events with `name`, once for each row; events : each once."""

    names: list[str]
    named: pd.DataFrame
    events: pd.DataFrame
    notes: list[str]
    matched: NameReport | None = None


class ComparisonStudy:
    """Two periods of a job, row by row.

    job : settled, with its two periods; frame : its events, with `columns_for` the grouping.
    regions : where the grouping is by place, or events are restricted to places; else None.
    origin : where an event's region comes from; confidence : of the intervals.
    """

    def __init__(
        self, job: Job, frame: pd.DataFrame, regions: RegionSet | None, origin: str, group_by: str,
        confidence: float,
    ) -> None:  # fmt: skip
        """FlashpointsError where no zone is known, and for a name that is no region."""
        self.job, self.regions, self.group_by = job, regions, group_by
        self._origin, self._confidence = origin, confidence
        self.rows = self._rows(frame)
        self._coded = None if job.as_coded is None else self._rows(job.as_coded)

    @property
    def periods(self) -> tuple[Period, Period]:
        """The earlier and the later period."""
        a, b = self.job.periods
        return a, b

    def table(self) -> pd.DataFrame:
        """The comparison with the columns of `core.comparison`, id (the row's own name), name (in words), and the
        counts as coded by the source.
        """
        a, b = self.periods

        def one(rows: Rows, names: list[str]) -> pd.DataFrame:
            return compare(
                rows.named, names, a, b, all_events=rows.events[["event_date", "fatalities"]],
                coverage=self.job.coverage, outside=APART, confidence=self._confidence,
            )  # fmt: skip

        coded = self._coded
        names = _together(self.rows.names, [] if coded is None else coded.names)
        without = None if coded is None else one(coded, names)
        return self._labelled(with_as_coded(one(self.rows, names), without, ["name"], COUNTS))

    def years(self, most: int) -> tuple[Period, ...]:
        """The later period and the same days of earlier years; empty where the data cover none of those."""
        later = self.periods[1]
        found = earlier_years(later, self.job.coverage, most)
        return (later, *found) if found else ()

    def earlier_job(self, most: int) -> Job | None:
        """The job that loads the events of `years`; None where there are none."""
        years = self.years(most)
        if not years:
            return None
        selection = dataclasses.replace(self.job.selection, periods=years)
        return dataclasses.replace(self.job, selection=selection, listed=False, as_coded=None)

    def earlier_table(self, job: Job, frame: pd.DataFrame) -> pd.DataFrame:
        """The later period beside the same days of earlier years: see `core.earlier_years.against_earlier`.

        job, frame : as of `earlier_job`, or another of its periods, loaded. Has id, name and events_as_coded, too.
        """
        rows = self._rows(frame)
        coded = None if job.as_coded is None else self._rows(job.as_coded)
        names = _together(self.rows.names, rows.names, [] if coded is None else coded.names)

        def one(of: Rows) -> pd.DataFrame:
            return against_earlier(
                of.named, names, job.periods[0], job.periods[1:],
                all_events=of.events[["event_date", "fatalities"]], coverage=self.job.coverage, outside=APART,
                confidence=self._confidence,
            )  # fmt: skip

        table = with_as_coded(one(rows), None if coded is None else one(coded), ["name", "period"])
        return self._labelled(table)

    def _labelled(self, table: pd.DataFrame) -> pd.DataFrame:
        names = {one: self._label(one) for one in table["name"].unique()}
        return table.assign(id=table["name"], name=table["name"].map(names))

    def _label(self, one: str) -> str:
        if one == NO_ZONE_ROW and self.group_by == ZONE:
            return translate("ComparePeriods", "(no zone)")
        if one.startswith("("):
            return one
        if self.group_by == ZONE and self.regions:
            return self.regions.zone_label(one)
        return label_of(self.job.actors, one) if self.group_by in ("actor_group", "actor_family") else one

    def listed(self) -> pd.DataFrame:
        """The events behind the rows, with the columns figure (the row's id) and period."""
        parts = [self.rows.events.head(0).assign(figure="", period="")]
        for period in self.periods:
            events = counted_in(self.rows.named, period, self.job.coverage)
            parts.append(events.assign(figure=events["name"], period=period.label))
        return pd.concat(parts, ignore_index=True)

    def shapes(self, ids: Sequence[str]) -> list[QgsGeometry | None]:
        """The polygon of each row; none for `(all)`, `(outside)` and names that no polygon has."""
        shapes: dict[str, QgsGeometry] = {}
        for region in self.regions.regions if self.regions else ():
            key = region.name if self.group_by == REGION else region.zone or NO_ZONE_ROW
            shapes[key] = (
                shapes[key].combine(region.geometry) if key in shapes else QgsGeometry(region.geometry)
            )
        for shape in shapes.values():
            shape.convertToMultiType()
        return [shapes.get(name) for name in ids]

    # Rows

    def _rows(self, frame: pd.DataFrame) -> Rows:
        """Place or group events that count."""
        where, notes, matched = self.job.selection.where, [], None
        if self.regions is not None:
            regional = by_region(frame, self.regions, self._origin)
            regional.names = regional.kept(self.regions, where)
            if where:
                regional.events = regional.events[regional.events["region"].isin(regional.names)]
            notes, matched, frame = regional.notes, regional.matched, regional.events
        if self.group_by in SPATIAL:
            names, named = _rows_by_place(regional, self.group_by)
        else:
            names, named = _rows_by_value(frame, GROUPINGS[self.group_by])
        return Rows(names, named, frame, notes, matched)


def _together(*names: Sequence[str]) -> list[str]:
    """Each name once, in order."""
    return list(dict.fromkeys(name for some in names for name in some))


def _rows_by_place(regional: Regional, group_by: str) -> tuple[list[str], pd.DataFrame]:
    events = regional.events
    key = events["region"]
    names = list(regional.names)
    if group_by == ZONE:
        zones = list(dict.fromkeys(regional.zone_of.get(name, "") for name in names))
        if not any(zones):
            raise FlashpointsError(
                translate("ComparePeriods", "No zone is known for these regions."),
                "GROUP_BY",
                translate(
                    "ComparePeriods", "Compare by region, or add the regions to resources/regions.csv."
                ),
            )
        key = key.map({**regional.zone_of, OUTSIDE_ROW: OUTSIDE_ROW}).replace("", NO_ZONE_ROW)
        names = sorted(zone for zone in zones if zone)
    names += [row for row in (NO_ZONE_ROW, OUTSIDE_ROW) if (key == row).any()]
    return names, events.assign(name=key)


def _rows_by_value(frame: pd.DataFrame, column: str) -> tuple[list[str], pd.DataFrame]:
    """Rows by group, family or type: an event that names two groups stands in both."""
    parsed = {text: parse_values(text) for text in frame[column].fillna("").unique()}
    lists = frame[column].fillna("").map(parsed)
    named = frame.assign(name=lists).explode("name", ignore_index=True)
    if column == "event_type":
        return [name for name in EVENT_TYPES if (named["name"] == name).any()], named
    return list(named["name"].value_counts().index), named
