# SPDX-License-Identifier: GPL-2.0-or-later
"""Time, records and pace: from the events that count to the tables that algorithms write and previews show."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..core.counts_over_time import Steps, counts_over_time, names_in, steps_of
from ..core.errors import FlashpointsError
from ..core.geodesy import check_points, check_radii
from ..core.periods import Period
from ..core.places import name_of_point
from ..core.points import Points
from ..core.ring_spots import explode
from ..core.rolling import Record, rolling_record
from ..core.rulings_counts import AS_CODED, with_as_coded
from ..core.schema import EVENT_TYPES
from ..core.text import number, translate
from ..core.year_pace import YearPace, year_pace
from .actor_table import label_of
from .algorithm import regions_of
from .frames import EventSource
from .loading import Job, coverage_notes
from .parameters import POLYGON
from .regional import ALL_ROW, NO_ZONE_ROW, OUTSIDE_ROW, by_region
from .regions import RegionSet

NONE, REGION, ZONE, GROUP, FAMILY, TYPE = (
    "none", "region", "zone", "actor_group", "actor_family", "event_type"
)  # fmt: skip
GROUPINGS = {
    NONE: "",
    REGION: "",
    ZONE: "",
    GROUP: "actor_groups",
    FAMILY: "actor_families",
    TYPE: "event_type",
}
"""GROUP_BY -> the column that it is read from; regions and zones come from places."""
_EVER = Period(datetime.date(1800, 1, 1), datetime.date(2199, 12, 31))


@dataclass(frozen=True)
class Ring:
    """A geodesic circle; degrees and kilometres. Raises FlashpointsError for what is none."""

    longitude: float
    latitude: float
    radius_km: float

    def __post_init__(self) -> None:
        check_points(np.array([self.longitude]), np.array([self.latitude]))
        check_radii(np.array([self.radius_km]))

    def holds(self, frame: pd.DataFrame) -> np.ndarray:
        """Bool array: which events are at most the radius away."""
        x, y = (frame[name].to_numpy(dtype=float) for name in ("longitude", "latitude"))
        return Points(x, y).beyond(self.longitude, self.latitude, np.array([self.radius_km])) == 0

    def title(self) -> str:
        """Within 150 km of Bamako."""
        decimals = 0 if self.radius_km == int(self.radius_km) else 1
        text = translate("Over time", "within {radius} km of {place}")
        return text.format(
            radius=number(self.radius_km, decimals), place=name_of_point(self.longitude, self.latitude)
        )


@dataclass(frozen=True)
class Grouped:
    """Events and the rows that they stand in.

    events : each once; breakdown : along them, `;a;b;` or one value, None without a grouping; names : rows in order.
    """

    events: pd.DataFrame
    breakdown: pd.Series | None
    names: list[str]

    def named(self) -> pd.DataFrame:
        """The events with `name`, once for each row that they stand in; `(all)` where there is no grouping."""
        if self.breakdown is None:
            return self.events.assign(name=ALL_ROW)
        source, value, values, _ = explode(self.breakdown, np.arange(len(self.events)))
        names = np.array(values, dtype=object)[value]
        own = names != ALL_ROW
        return self.events.iloc[source[own]].assign(name=names[own]).reset_index(drop=True)


@dataclass(frozen=True)
class Study:
    """The events of a place, as ruled and, where rulings make a difference, as coded; notes on what lies outside."""

    job: Job
    now: Grouped
    coded: Grouped | None
    notes: tuple[str, ...]

    @property
    def coverage(self) -> Period:
        """What the data cover."""
        if self.job.coverage is None:
            raise RuntimeError("a study of events that are not loaded")
        return self.job.coverage


def whole_file(source: EventSource) -> Period:
    """All days that a layer's file covers, of whatever dataset: what projections and records need to see."""
    covered = source.covered()
    if covered:
        return Period(covered[0].start, covered[-1].end)
    return source.coverage() or _EVER


def columns_for(group_by: str, placed: bool) -> list[str]:
    """The columns of the events that a study reads beside the usual ones. placed : whether it asks for regions."""
    columns = [GROUPINGS[group_by]] if GROUPINGS[group_by] else []
    return [*columns, *(["country", "admin1"] if placed else [])]


def is_placed(group_by: str, where: Sequence[str], regions: RegionSet | None) -> bool:
    """Whether a question needs the events' regions: to group by them, to keep some, or because they are given."""
    return group_by in (REGION, ZONE) or bool(where) or regions is not None


def _placed(job: Job, group_by: str) -> bool:
    return is_placed(group_by, job.selection.where, job.regions)


def study(
    job: Job, frame: pd.DataFrame, ring: Ring | None = None, group_by: str = NONE, origin: str = POLYGON
) -> Study:
    """Keep the events of a ring, and of the regions and zones that the selection names, and say which rows they make.

    Parameters
    ----------
    job, frame : as `load_events` settles and gives them, with the columns of `columns_for`.
    origin : polygon or column: where an event's region comes from.

    Raises
    ------
    FlashpointsError : a region or zone that is none; regions of which no zone is known, by zone.
    """
    if _placed(job, group_by):
        regions_of(job, frame)
    now, notes = _grouped(job, frame, ring, group_by, origin)
    if job.as_coded is None:
        return Study(job, now, None, tuple(notes))
    coded, _ = _grouped(job, job.as_coded, ring, group_by, origin)
    names = list(dict.fromkeys([*now.names, *coded.names]))
    return Study(
        job, dataclasses.replace(now, names=names), dataclasses.replace(coded, names=names), tuple(notes)
    )


def _grouped(
    job: Job, frame: pd.DataFrame, ring: Ring | None, group_by: str, origin: str
) -> tuple[Grouped, list[str]]:
    if ring is not None:
        frame = frame[ring.holds(frame)].reset_index(drop=True)
    if not _placed(job, group_by) or job.regions is None:
        return _by_value(frame, group_by), []
    regional = by_region(frame, job.regions, origin)
    kept = regional.kept(job.regions, job.selection.where)
    events = regional.events
    if job.selection.where:
        events = events[events["region"].isin(kept)].reset_index(drop=True)
    if group_by not in (REGION, ZONE):
        return _by_value(events, group_by), regional.notes
    key, names = events["region"], list(kept)
    if group_by == ZONE:
        zones = {regional.zone_of.get(name, "") for name in names}
        if not any(zones):
            raise FlashpointsError(
                translate("Over time", "No zone is known for these regions."),
                "GROUP_BY",
                translate("Over time", "Group by region, or add the regions to resources/regions.csv."),
            )
        key = key.map({**regional.zone_of, OUTSIDE_ROW: OUTSIDE_ROW}).replace("", NO_ZONE_ROW)
        names = sorted(zone for zone in zones if zone)
    names += [row for row in (NO_ZONE_ROW, OUTSIDE_ROW) if (key == row).any()]
    return Grouped(events, key, names), regional.notes


def _by_value(frame: pd.DataFrame, group_by: str) -> Grouped:
    if not GROUPINGS[group_by]:
        return Grouped(frame, None, [])
    breakdown = frame[GROUPINGS[group_by]]
    names = names_in(breakdown)
    if group_by == TYPE:
        names = sorted(
            names, key=lambda name: EVENT_TYPES.index(name) if name in EVENT_TYPES else len(EVENT_TYPES)
        )
    return Grouped(frame, breakdown, names)


def row_label(one: str, group_by: str, job: Job) -> str:
    """What a row is called for people: ids of groups, families and zones get their names."""
    if one == NO_ZONE_ROW and group_by == ZONE:
        return translate("Over time", "(no zone)")
    if one.startswith("("):
        return one
    if group_by == ZONE and job.regions:
        return job.regions.zone_label(one)
    return label_of(job.actors, one) if group_by in (GROUP, FAMILY) else one


# The three answers


def time_table(
    of: Study, step: str, periods: Sequence[Period] = (), group_by: str = NONE
) -> tuple[Steps, pd.DataFrame]:
    """Counts by step and row, with events_as_coded, and `id` beside `name`. No periods: all that the data cover.

    Groups, families and types have a row where they have an event in one of the periods, regions and zones always.
    """
    steps = steps_of(list(periods) or [of.coverage], step, of.coverage)
    table, coded = (
        None
        if one is None
        else counts_over_time(
            one.events, steps, breakdown=one.breakdown, names=one.names, coverage=of.coverage
        )
        for one in (of.now, of.coded)
    )
    table = with_as_coded(table, coded, ("start", "name"))
    if group_by not in (REGION, ZONE):  # a group that was active in other years only is no row here
        both = table[["events", f"events{AS_CODED}"]].fillna(0).sum(axis=1).groupby(table["name"]).sum()
        table = table[(table["name"] == ALL_ROW) | (table["name"].map(both) > 0)].reset_index(drop=True)
    table["id"] = table["name"]
    labels = {one: row_label(one, group_by, of.job) for one in table["id"].unique()}
    table["name"] = table["id"].map(labels)
    return steps, table


@dataclass(frozen=True)
class Both:
    """A number as ruled and as coded by the source."""

    now: float
    coded: float


def record_of(of: Study, period: Period, months: int) -> tuple[Record, Both, Both]:
    """A period against every earlier window; its count and that of the previous record, each also as coded.

    The record's windows get the column events_as_coded.
    """
    record = rolling_record(of.now.events, period, of.coverage, months)
    coded = None if of.coded is None else rolling_record(of.coded.events, period, of.coverage, months)
    windows = with_as_coded(record.windows, None if coded is None else coded.windows, ("end",))
    other = coded or record
    return (
        dataclasses.replace(record, windows=windows),
        Both(record.events, other.events),
        Both(record.previous, other.previous),
    )


def pace_of(of: Study, as_of: datetime.date | None = None) -> tuple[YearPace, Both]:
    """The year's projection beside the earlier years, and the count so far, also as coded.

    The table of years gets the columns events_as_coded and, on the row of the projected year, projected, low, high,
    dispersion and p_record.
    """
    gaps = " ".join(coverage_notes(dataclasses.replace(of.job, periods=(of.coverage,))))
    pace = year_pace(of.now.events, of.coverage, as_of, gaps=gaps)
    coded = None if of.coded is None else year_pace(of.coded.events, of.coverage, as_of, gaps=gaps)
    years = with_as_coded(pace.years, None if coded is None else coded.years, ("year",))
    now, own = pace.projection.n, (years["year"] == pace.year).to_numpy()
    for name, value in (
        ("projected", pace.projection.mean), ("low", pace.projection.total_low),
        ("high", pace.projection.total_high), ("dispersion", pace.dispersion), ("p_record", pace.p_record),
    ):  # fmt: skip
        years[name] = np.where(own, value, np.nan)
    return (
        dataclasses.replace(pace, years=years),
        Both(now, now if coded is None else coded.projection.n),
    )


def ruled_rows(table: pd.DataFrame, label: Sequence[str]) -> list[tuple[str, float, float]]:
    """What is counted, its count and its count as coded, for the log."""
    return list(zip(label, table["events"], table[f"events{AS_CODED}"]))
