# SPDX-License-Identifier: GPL-2.0-or-later
"""From a question to the events that count: what was asked is settled against what the layer holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.periods import Period, default_pair, ordered_pair
from ..core.resources import RESOURCES
from ..core.selection import Selection, at_a_place, in_period
from ..core.text import date, translate
from ..core.zones import CountryTable, fold, read_table
from .actor_table import actor_table
from .frames import EventSource
from .regions import RegionSet
from .rulings_events import touched_alike
from .store import Box

AREA_ONLY, END_DATE = "area_only", "end_date"
EVENT_COLUMNS = ("event_date", "geo_precision", "fatalities")
_ASKED_BY = {
    "sub_event_type": "SUB_EVENT_TYPES", "country": "COUNTRIES", "civilian_targeting": "CIVILIANS",
    "geo_precision": "GEO_PRECISION_MAX", "time_precision": "TIME_PRECISION_MAX", "fatalities": "MIN_FATALITIES",
    "dataset": "DATASET", "actor_groups": "ACTOR_GROUPS", "side_1_groups": "ROLE, AGAINST",
    "side_2_groups": "ROLE, AGAINST",
}  # fmt: skip


@dataclass
class Job:
    """What an analysis was asked, taken over in the main thread so that any thread can answer.

    as_coded : once the events are loaded, those that would count without any ruling; None where rulings make no
    difference.
    by_place : whether it asks where events were, so that those placed to a region or country only stay out.
    straddling : of the events that count, how many are dated by several days and end after their period.
    near : boxes in degrees outside which no event matters; none where all of them do.
    left_out : why how many events could not be judged; once they are loaded.
    """

    source: EventSource
    actors: ActorTable
    selection: Selection
    regions: RegionSet | None
    periods: tuple[Period, ...] = ()
    coverage: Period | None = None
    listed: bool = False
    by_place: bool = False
    straddling: int = 0
    near: Sequence[Box] = ()
    as_coded: pd.DataFrame | None = None
    left_out: dict[str, int] = dataclasses.field(default_factory=dict)


def load_actors(source: EventSource | None = None) -> ActorTable:
    """The store's own table of actors; the one that ships with the plugin when it has none."""
    return actor_table(source.rows("actors"), source.rows("families")) if source else actor_table()


def load_events(job: Job, columns: Sequence[str], pair: bool = False) -> tuple[pd.DataFrame, dict[str, int]]:
    """The events of the job's periods that count, with the asked columns, and why others could not be judged.

    They are as ruled. Settles the job's selection, periods and coverage, and its events as coded where they differ.
    Only covered days count.

    Raises
    ------
    FlashpointsError : when the layer cannot answer: no events, a column or name that it does not have.
    """
    _check_columns(job, columns)
    job.selection = dataclasses.replace(
        job.selection, dataset=_dataset(job), countries=_countries(job), sub_event_types=_sub_event_types(job)
    )
    job.coverage = job.source.coverage(job.selection.dataset, job.selection.countries)
    if job.coverage is None:
        raise FlashpointsError(
            translate("Algorithms", "The layer holds no events."),
            job.source.name,
            translate("Algorithms", "Load an event file first."),
        )
    job.periods = _periods(job, job.coverage, pair)
    span = Period(min(p.start for p in job.periods), max(p.end for p in job.periods))
    extra = _extra_columns(job)
    # ids are the longest column, and only lists of events and rulings ask for them
    ids = ["event_id"] if job.listed or job.source.ruled is not None else []
    asked = [*ids, *EVENT_COLUMNS, *extra, *columns]
    frame, coded = job.source.read_both(asked, job.selection, span, near=job.near)
    counting, left_out = _counting(job, frame)
    job.straddling = _straddling(counting, job.periods) if END_DATE in extra else 0
    job.as_coded = None
    if coded is not None and job.source.ruled is not None:
        without, _ = _counting(job, coded)
        job.as_coded = None if touched_alike(counting, without, job.source.ruled.ids) else without
    return counting, left_out


def _counting(job: Job, frame: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """The rows of covered days that the selection takes, and why others could not be judged."""
    undated = frame["event_date"].isna().to_numpy()
    covered = [period for period in (p.clip(job.coverage) for p in job.periods) if period]
    inside = np.zeros(len(frame), dtype=bool)
    for period in covered:
        inside |= in_period(frame["event_date"], period)
    in_time = frame[inside]
    selected = job.selection.mask(in_time)
    lost = int((undated & job.selection.mask(frame).mask).sum()) if undated.any() else 0
    left_out = {**({translate("Algorithms", "no readable date"): lost} if lost else {}), **selected.left_out}
    counting = in_time[selected.mask]
    if AREA_ONLY in _extra_columns(job):
        placed = at_a_place(counting)
        if not placed.all():
            left_out[translate("Algorithms", "placed to a region or country only")] = int((~placed).sum())
            counting = counting[placed]
    return counting.reset_index(drop=True), left_out


def _extra_columns(job: Job) -> list[str]:
    """Columns that only some sources fill: of areas without a place, and of events of several days."""
    rows = read_table(RESOURCES / "sources.csv", ("dataset", "ranges"))
    days_only = {row["dataset"] for row in rows if not row["ranges"]}
    dataset = job.selection.dataset
    if set([dataset] if dataset else job.source.datasets()) <= days_only:
        return []
    there = [*([AREA_ONLY] if job.by_place else []), END_DATE]
    return [name for name in there if name in job.source.columns]


def coverage_notes(job: Job) -> list[str]:
    """What a reader has to know of days that some file does not cover, in sentences."""
    selection, notes = job.selection, []
    found = job.source.covered(selection.dataset, selection.countries)
    for before, after in zip(found, found[1:]):
        text = translate(
            "Algorithms", "No file covers the days between {end} and {start}: only what comes after counts."
        )
        notes.append(text.format(end=date(before.end), start=date(after.start)))
    days = {period.clip(job.coverage) for period in job.periods} - {None}
    short: dict[Period, list[str]] = {}
    for country in selection.countries or job.source.names("country"):
        own = job.source.covered(selection.dataset, (country,))[-1:]
        if own and any(period and period.clip(own[0]) != period for period in days):
            short.setdefault(own[0], []).append(country)
    for period, countries in short.items():
        text = translate("Algorithms", "Of {countries} the store only covers {period}.")
        notes.append(text.format(countries=_few(countries, 5), period=period.title()))
    return notes


def _straddling(frame: pd.DataFrame, periods: Sequence[Period]) -> int:
    """How many events of several days end after the period that their first day lies in."""
    ends = frame[END_DATE]
    return sum(
        int((in_period(frame["event_date"], one) & (ends > pd.Timestamp(one.end)).to_numpy()).sum())
        for one in periods
    )


def _check_columns(job: Job, columns: Sequence[str]) -> None:
    """A column that the layer lacks must not turn into a count of 0."""
    needed = [*job.selection.columns, *(name for name in columns if name.startswith("actor_"))]
    for name in needed:
        if name not in job.source.columns:
            raise FlashpointsError(
                translate("Algorithms", "The layer has no column {name}, which this question needs.").format(
                    name=name
                ),
                _ASKED_BY.get(name, ""),
                translate("Algorithms", "Load the event file with “Load events”, or ask without it."),
            )


def _dataset(job: Job) -> str | None:
    """The dataset as the layer spells it."""
    there, asked = job.source.datasets(), job.selection.dataset
    if asked is None and len(there) <= 1:
        return None
    found = [name for name in there if asked and fold(name) == fold(asked)]
    if found:
        return found[0]
    what = translate("Algorithms", "The layer holds events of several datasets, which are never added up.")
    if asked:
        what = translate("Algorithms", "The layer holds no dataset “{name}”.").format(name=asked)
    remedy = translate("Algorithms", "Choose one of: {names}.").format(names=", ".join(there))
    raise FlashpointsError(what, "DATASET", remedy)


def _countries(job: Job) -> tuple[str, ...]:
    """The asked countries as the layer spells them."""
    if not job.selection.countries:
        return ()
    there = job.source.names("country")
    table = CountryTable.from_csv(RESOURCES / "countries.csv")
    found: list[str] = []
    for asked in job.selection.countries:
        spellings = table.spellings(asked)
        matches = [name for name in there if fold(name) in spellings]
        if not matches:
            raise FlashpointsError(
                translate("Algorithms", "The layer holds no events of “{name}”.").format(name=asked),
                "COUNTRIES",
                translate("Algorithms", "Its countries are: {names}.").format(names=_few(there)),
            )
        found += matches
    return tuple(dict.fromkeys(found))


def _sub_event_types(job: Job) -> tuple[str, ...]:
    """The asked sub-event types, each of which is ACLED's or occurs in the layer."""
    asked = job.selection.sub_event_types
    known = {
        fold(row["sub_event_type"])
        for row in read_table(RESOURCES / "sub_event_types.csv", ("sub_event_type",))
    }
    unknown = [name for name in asked if fold(name) not in known]
    if unknown:
        column = job.source.read(["sub_event_type"], filtered=False)["sub_event_type"]
        there = [str(name) for name in column.dropna().unique()]
        for name in unknown:
            if fold(name) not in {fold(one) for one in there}:
                raise FlashpointsError(
                    translate("Algorithms", "“{name}” is not a sub-event type of this layer.").format(
                        name=name
                    ),
                    "SUB_EVENT_TYPES",
                    translate("Algorithms", "It has: {names}.").format(names=_few(there)),
                )
    return asked


def _periods(job: Job, coverage: Period, pair: bool) -> tuple[Period, ...]:
    periods = job.selection.periods
    if pair and len(periods) == 1:
        raise FlashpointsError(
            translate("Algorithms", "Only one of the two periods is given."),
            "PERIOD_A, PERIOD_B",
            translate("Algorithms", "Give both, or none for the last two half-years that the file covers."),
        )
    if not periods:
        return default_pair(coverage)
    return ordered_pair(*periods) if pair else periods


def _few(names: Sequence[str], most: int = 12) -> str:
    """Names for a sentence, the first of many."""
    listed = ", ".join(sorted(names)[:most])
    return listed + (
        translate("Algorithms", " and {n} more").format(n=len(names) - most) if len(names) > most else ""
    )
