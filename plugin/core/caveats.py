# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reader has to know about a count, in one short line each, and only where it matters.

What “matters” means is data: `resources/caveats.csv` gives for each kind the least number of events (of days, for
coverage), their least share of the count, and a weight, by which the lines are put in order.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from .edges import near_an_edge
from .periods import Period, provisional_from
from .resources import RESOURCES
from .rulings import as_coded as count_as_coded
from .selection import in_period, split_list
from .text import date, number, translate
from .zones import read_table

FILTER, NOT_COVERED, COVERAGE, UNPLACED, PRECISION, PROVISIONAL, EDGES, RULINGS, SEVERAL, CHANCE = KINDS = (
    "filter", "not_covered", "coverage", "unplaced", "precision", "provisional", "edges", "rulings", "several",
    "chance",
)  # fmt: skip
NEEDED = ("event_date", "geo_precision", "time_precision")
"""Columns without which the usual lines are left out."""
MOST_PERIODS = 2
"""As many are told apart in a line; more are counted together."""
CHANCE_P = 0.05


@dataclass(frozen=True)
class Caveat:
    """One line. kind : one of KINDS; weight : the greater, the more it may change the reading of the count."""

    kind: str
    text: str
    weight: float


@dataclass(frozen=True)
class _Rule:
    least: float
    share: float
    weight: float


@dataclass(frozen=True)
class _Counted:
    """The events of one period, or of all of them: label, mask over the frame, how many."""

    label: str
    mask: np.ndarray
    total: int


def caveats(
    events: pd.DataFrame,
    periods: Sequence[Period],
    coverage: Period | None = None,
    *,
    as_coded: pd.DataFrame | None = None,
    provisional: datetime.date | None = None,
    by_place: bool = True,
    unplaced: int = 0,
    groups: Collection[str] = (),
    breakdown: str = "",
    filter_used: str = "",
    p_value: float | None = None,
) -> list[Caveat]:
    """What has to be said beside the number of `events` in each of `periods`, the weightiest first.

    Parameters
    ----------
    events : the events that are counted, one row each, with event_date; every line needs columns of its own
        (geo_precision, time_precision, longitude, actor_groups, actor_families) and is left out without them.
    periods : those that the number is of; the last in time is named first. Events outside them are not looked at.
    coverage : the days that the file covers; None: not known, nothing is said of days.
    as_coded : the same events without any ruling; None where rulings make no difference.
    provisional : the first provisional day; by default that of a file that ends with `coverage`.
    by_place : whether the number depends on where events are (a ring, a region), so that precision of place matters.
    unplaced : events beside `events` that would count and are in no ring or region since they have no place.
    groups : group and family ids that were asked for: events that name several of them are told.
    breakdown : the column, actor_groups or actor_families, by which the number is split into rows.
    filter_used : the layer's filter in words, where it holds.
    p_value : of the change between two periods, where there is one.
    """
    newest = sorted(periods, reverse=True)
    counted = _counted(events, newest)
    found = [
        _filter(filter_used),
        *_coverage(newest, coverage),
        _unplaced(events, counted, unplaced, by_place),
    ]
    if by_place and "geo_precision" in events:
        found.append(_precision(events, counted))
    found.append(_provisional(events, newest, counted, coverage, provisional))
    if "time_precision" in events:
        found.append(_edges(events, newest, counted))
    found += [
        _rulings(as_coded, newest, counted),
        _several(events, counted, groups, breakdown),
        _chance(p_value),
    ]
    there = [one for one in found if one is not None]
    return sorted(there, key=lambda one: (-one.weight, KINDS.index(one.kind)))


def sentences(found: Sequence[Caveat], most: int | None = None) -> list[str]:
    """The texts of the weightiest, at most `most`."""
    return [one.text for one in found[:most]]


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, _Rule]:
    rows = read_table(RESOURCES / "caveats.csv", ("kind", "least", "share", "weight"))
    return {row["kind"]: _Rule(*(float(row[name]) for name in ("least", "share", "weight"))) for row in rows}


def _caveat(kind: str, text: str, n: float, share: float) -> Caveat | None:
    """A line about n events or days, which are a share of all, where that many matter."""
    rule = _rules()[kind]
    if n < rule.least or share < rule.share:
        return None
    return Caveat(kind, text, rule.weight * min(share, 1.0))


def _share(n: float, total: float) -> float:
    return n / total if total > 0 else float(n > 0)


def _whole(kind: str, text: str) -> Caveat:
    return Caveat(kind, text, _rules()[kind].weight)


def _counted(events: pd.DataFrame, periods: Sequence[Period]) -> list[_Counted]:
    masks = [in_period(events["event_date"], one) for one in periods]
    if len(periods) > MOST_PERIODS:
        mask = np.logical_or.reduce(masks)
        return [_Counted("", mask, int(mask.sum()))]
    return [_Counted(one.label, mask, int(mask.sum())) for one, mask in zip(periods, masks)]


def _shares(counted: Sequence[_Counted], numbers: Sequence[int]) -> str:
    """4 of 16 (2023-H1), 1 of 5 (2022-H2): the periods that have any, else the first."""
    parts = []
    for one, n in zip(counted, numbers):
        if n or not any(numbers):
            text = translate("Caveats", "{n} of {all}").format(n=number(n), all=number(one.total))
            parts.append(f"{text} ({one.label})" if one.label else text)
    return ", ".join(parts)


def _of_events(
    kind: str, text: str, counted: Sequence[_Counted], of: Callable[[np.ndarray], int]
) -> Caveat | None:
    """A line with `{counts}`: in how many events of each period something holds; judged by the worst period."""
    numbers = [of(one.mask) for one in counted]
    if not any(numbers):
        return None
    found = [_caveat(kind, "", n, _share(n, one.total)) for one, n in zip(counted, numbers)]
    weights = [one.weight for one in found if one is not None]
    return Caveat(kind, text.format(counts=_shares(counted, numbers)), max(weights)) if weights else None


def _filter(filter_used: str) -> Caveat | None:
    if not filter_used:
        return None
    text = translate("Caveats", "Only what the layer shows is counted: {filter}.")
    return _whole(FILTER, text.format(filter=filter_used))


def _coverage(periods: Sequence[Period], coverage: Period | None) -> list[Caveat | None]:
    found: list[Caveat | None] = []
    for period in periods if coverage else ():
        days = covered.days if (covered := period.clip(coverage)) else 0
        if not days:
            text = translate("Caveats", "The file does not cover {period}.").format(period=period.label)
            found.append(_whole(NOT_COVERED, text))
        elif days < period.days:
            text = translate("Caveats", "The file covers {days} of the {all} days of {period}.").format(
                days=number(days), all=number(period.days), period=period.label
            )
            found.append(_caveat(COVERAGE, text, period.days - days, 1 - days / period.days))
    return found


def _unplaced(
    events: pd.DataFrame, counted: Sequence[_Counted], beside: int, by_place: bool
) -> Caveat | None:
    if not by_place:
        return None
    total = sum(one.total for one in counted)
    lost = beside
    if "longitude" in events:
        missing = events["longitude"].isna().to_numpy()
        lost += int(sum((missing & one.mask).sum() for one in counted))
    text = translate("Caveats", "Events without a place, in no ring and no region: {n}.").format(
        n=number(lost)
    )
    return _caveat(UNPLACED, text, lost, _share(lost, total + beside))


def _precision(events: pd.DataFrame, counted: Sequence[_Counted]) -> Caveat | None:
    """Counts by precision: 1, 1 and 2, all; only where some are placed to a wider area or nobody says how well."""
    values = pd.to_numeric(events["geo_precision"]).to_numpy(dtype=float, na_value=np.nan)
    parts, weights = [], []
    for one in counted:
        town, near = (int(((values <= limit) & one.mask).sum()) for limit in (1, 2))
        caveat = _caveat(PRECISION, "", one.total - near, _share(one.total - near, one.total))
        weights.append(caveat.weight if caveat else 0.0)
        text = translate("Caveats", "{town} in the town, {near} with its surroundings, {all} in all")
        text = text.format(town=number(town), near=number(near), all=number(one.total))
        parts.append(f"{text} ({one.label})" if one.label else text)
    if not any(weights):
        return None
    shown = [part for part, one in zip(parts, counted) if one.total]
    text = translate("Caveats", "By precision of place: {counts}.").format(counts="; ".join(shown))
    return Caveat(PRECISION, text, max(weights))


def _provisional(
    events: pd.DataFrame, periods: Sequence[Period], counted: Sequence[_Counted],
    coverage: Period | None, since: datetime.date | None,
) -> Caveat | None:  # fmt: skip
    """Also where no event is provisional yet: those that are still to come are the ones that are missing."""
    if since is None and coverage is not None:
        since = provisional_from(coverage.end)
    last = coverage.end if coverage else datetime.date.max
    reached = [one for one in periods if since and one.end >= since and one.start <= last]
    if since is None or not reached:
        return None
    late = events["event_date"].to_numpy(dtype="datetime64[D]") >= np.datetime64(since)
    shown = [one for one in counted if one.label in ("", *(period.label for period in reached))]
    numbers = [int((late & one.mask).sum()) for one in shown]
    days = [((one.end - max(one.start, since)).days + 1) / one.days for one in reached]
    share = max([*days, *(_share(n, one.total) for n, one in zip(numbers, shown))])
    text = translate("Caveats", "Provisional in this file, from {day} on: {counts}.").format(
        day=date(since), counts=_shares(shown, numbers)
    )
    return _caveat(PROVISIONAL, text, max(1, *numbers), share)


def _edges(events: pd.DataFrame, periods: Sequence[Period], counted: Sequence[_Counted]) -> Caveat | None:
    near = np.logical_or.reduce([near_an_edge(events, one) for one in periods])
    text = translate("Caveats", "Dated only to a week or month, near an edge of the period: {counts}.")
    return _of_events(EDGES, text, counted, lambda mask: int((near & mask).sum()))


def _rulings(
    coded: pd.DataFrame | None, periods: Sequence[Period], counted: Sequence[_Counted]
) -> Caveat | None:
    if coded is None:
        return None
    before = _counted(coded, periods)
    changed = [(one, old) for one, old in zip(counted, before) if one.total != old.total]
    if not changed:
        return None
    parts = []
    for one, old in changed:
        text = count_as_coded(one.total, old.total)
        parts.append(translate("Caveats", "{count} in {period}").format(count=text, period=one.label))
    texts = parts if changed[0][0].label else [count_as_coded(changed[0][0].total, changed[0][1].total)]
    text = translate("Caveats", "With rulings of analysts: {counts}.").format(counts=", ".join(texts))
    largest = max(abs(one.total - old.total) for one, old in changed)
    return _caveat(RULINGS, text, largest, _share(largest, max(old.total for _, old in changed)))


def _several(
    events: pd.DataFrame, counted: Sequence[_Counted], groups: Collection[str], breakdown: str
) -> Caveat | None:
    if breakdown and breakdown in events:
        several = _names(events[breakdown], None) > 1
        text = translate("Caveats", "Events that stand in several rows and count once in all: {counts}.")
        return _of_events(SEVERAL, text, counted, lambda mask: int((several & mask).sum()))
    columns = [name for name in ("actor_groups", "actor_families") if name in events]
    if len(set(groups)) < 2 or not columns:
        return None
    several = np.maximum.reduce([_names(events[name], set(groups)) for name in columns]) > 1
    text = translate("Caveats", "Events that name several of the chosen groups, counted once: {counts}.")
    return _of_events(SEVERAL, text, counted, lambda mask: int((several & mask).sum()))


def _names(values: pd.Series, among: Collection[str] | None) -> np.ndarray:
    """How many ids of a column such as `;jnim;isgs;` each row names, of some or of all."""
    codes, uniques = pd.factorize(values)
    listed = [[one for one in split_list(str(text)) if among is None or one in among] for text in uniques]
    return np.append([len(ids) for ids in listed], 0)[codes]


def _chance(p_value: float | None) -> Caveat | None:
    if p_value is None or not p_value >= CHANCE_P:
        return None
    text = translate("Caveats", "A change like this is within what chance alone would give.")
    return _whole(CHANCE, text)
