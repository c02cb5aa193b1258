# SPDX-License-Identifier: GPL-2.0-or-later
"""The pairs of periods that people ask for most, worked out from what a file covers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..core.periods import Period, add_months, default_pair, months_from, parse_period
from ..core.text import date, translate

OWN = "own"
REFERENCE = datetime.date(2020, 8, 18)
"""The day the junta seized power in Mali, before and after which analysts compare."""

_A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Preset:
    """A named pair of periods; `own` has none."""

    id: str
    label: str
    earlier: Period | None = None
    later: Period | None = None


def presets(coverage: Period | None) -> list[Preset]:
    """The pairs on offer for a coverage, the usual one first, and own dates last."""
    own = Preset(OWN, translate("Presets", "Own dates"))
    if coverage is None:
        return [own]
    pairs = [_latest(coverage)] if coverage.days > 1 else []
    half = pairs[0] if pairs and _is_half_year(pairs[0].later) else None
    if half is not None and half.later is not None:
        same = Period(add_months(half.later.start, -12), add_months(half.later.end + _A_DAY, -12) - _A_DAY)
        label = translate("Presets", "Last half-year against the same a year before")
        pairs.append(Preset("season", label, same, half.later))
    pairs += [_twelve_months(coverage), _year_to_date(coverage)]
    if coverage.start <= REFERENCE <= coverage.end:
        label = translate("Presets", "12 months before and after {day}").format(day=date(REFERENCE))
        before = Period(add_months(REFERENCE, -12), REFERENCE - _A_DAY)
        after = Period(REFERENCE, add_months(REFERENCE, 12) - _A_DAY)
        pairs.append(Preset("reference", label, before, after))
    return [*pairs, own]


def _is_half_year(period: Period | None) -> bool:
    return period is not None and "-H" in period.label


def _latest(coverage: Period) -> Preset:
    """What the core proposes when nobody chose: half-years where the file covers two, else shorter ones."""
    earlier, later = default_pair(coverage)
    if _is_half_year(later):
        label = translate("Presets", "Last half-year against the one before")
    elif "-Q" in later.label:
        label = translate("Presets", "Last quarter against the one before")
    elif len(later.label) == len("2023-06"):
        label = translate("Presets", "Last month against the one before")
    else:
        label = translate("Presets", "Second half of the file against the first")
    return Preset("latest", label, earlier, later)


def _twelve_months(coverage: Period) -> Preset:
    after = coverage.end + _A_DAY
    start = add_months(after, -12)
    label = translate("Presets", "Last 12 months against the 12 before")
    return Preset(
        "twelve", label, Period(add_months(after, -24), start - _A_DAY), Period(start, coverage.end)
    )


def _year_to_date(coverage: Period) -> Preset:
    start = coverage.end.replace(month=1, day=1)
    label = translate("Presets", "Year to date against the same days last year")
    earlier = Period(add_months(start, -12), add_months(coverage.end, -12))
    return Preset("year", label, earlier, Period(start, coverage.end))


def single_presets(coverage: Period | None) -> list[Preset]:
    """One period each (`later`): the usual ones by name, then half-years and years, newest first."""
    if coverage is None:
        return []
    year = coverage.end.replace(month=1, day=1)
    named = [
        Preset("twelve", translate("Presets", "Last 12 months"), later=_twelve_months(coverage).later),
        Preset("year", translate("Presets", "Year to date"), later=Period(year, coverage.end)),
    ]
    if coverage.start < REFERENCE <= coverage.end:
        label = translate("Presets", "Since {day}").format(day=date(REFERENCE))
        named.append(Preset("since", label, later=Period(REFERENCE, coverage.end)))
    return [*named, *(Preset(text, text, later=parse_period(text)) for text in suggestions(coverage))]


def suggestions(coverage: Period | None) -> list[str]:
    """Periods to pick from a list, newest first: half-years, then years, of what the file covers."""
    if coverage is None:
        return []
    years = range(coverage.end.year, coverage.start.year - 1, -1)
    halves = [months_from(datetime.date(year, first, 1), 6) for year in years for first in (7, 1)]
    whole = [months_from(datetime.date(year, 1, 1), 12) for year in years]
    return [period.label for period in (*halves, *whole) if period.overlaps(coverage)]
