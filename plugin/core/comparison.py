# SPDX-License-Identifier: GPL-2.0-or-later
"""Two periods set side by side, row by row: counts, rates, and how sure the change is.

Everywhere here period a is the earlier and period b the later; a rate ratio is the later over the earlier.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .errors import FlashpointsError
from .periods import Period, ordered_pair
from .rates import benjamini_hochberg, dispersion, pooled_dispersion, rate_ratio
from .text import number, translate

ALL = "(all)"
OUTSIDE = "(outside)"
NO_ZONE = "(none)"
CHANGE_COLUMNS = (
    "rate_ratio", "rr_low", "rr_high", "p_value", "dispersion", "rr_low_disp", "rr_high_disp", "p_disp"
)  # fmt: skip
"""How sure a change is: the exact interval, and the same widened by the dispersion."""
COLUMNS = (
    "name", "events_a", "events_b", "days_a", "days_b", "fatalities_a", "fatalities_b", "change_pct",
    *CHANGE_COLUMNS, "p_adjusted", "note",
)  # fmt: skip
OWN_DISPERSION = 20
"""A row with fewer events in both periods together takes the dispersion of a pool of rows."""
_EPOCH = datetime.date(1970, 1, 1)


def compare(
    events: pd.DataFrame,
    names: Sequence[str],
    period_a: Period,
    period_b: Period,
    *,
    all_events: pd.DataFrame | None = None,
    coverage: Period | None = None,
    outside: Sequence[str] = (ALL, OUTSIDE),
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Compare the events of each name in two periods.

    Dispersion is the variance to mean of the weekly counts (`rates.dispersion`). Weeks are whole weeks from
    the first covered day of each period; the days left over at its end are in the counts but in no week. A
    row with fewer than 20 events in both periods together takes the dispersion pooled over the rows that do
    not stand outside. Where neither period has 2 whole weeks it is NaN, and the *_disp columns use 1.

    Parameters
    ----------
    events : columns name, event_date (datetime64), fatalities (NaN where unknown); an event may stand under
        several names, in one row for each.
    names : the rows of the result in their order, with those that have no event.
    period_a, period_b : the earlier and the later period. Where they overlap there is no ratio.
    all_events : columns event_date and fatalities, each event once, for the row `(all)`, which comes last
        unless `names` places it.
    coverage : what the data cover; None: everything. Only covered days count, with the events of those days.
    outside : names that stand outside the adjustment for many rows, as rows without any event do.
    confidence : of the intervals.

    Returns
    -------
    One row a name, with `COLUMNS`. Counts are floats: NaN where a period is not covered. `fatalities_*` sum
    the numbers that are known, and are NaN when there are events and none of their numbers is. `change_pct`
    compares counts, not rates. `p_adjusted` is Benjamini-Hochberg's of `p_disp`.

    Raises
    ------
    FlashpointsError : period b starts before period a; an event whose name is not among `names`.
    """
    if (period_b.start, period_b.end) < (period_a.start, period_a.end):
        ordered_pair(period_a, period_b)
    rows = list(dict.fromkeys(names))
    if all_events is not None and ALL not in rows:
        rows.append(ALL)
    table = _stack(events, rows, all_events)
    a = _tally(table, len(rows), period_a, coverage)
    b = _tally(table, len(rows), period_b, coverage)
    apart = np.isin(np.array(rows, dtype=object), list(outside))
    phi = _dispersions(a, b, apart)
    frame = pd.DataFrame({"name": rows})
    for letter, tally in (("a", a), ("b", b)):
        frame[f"events_{letter}"] = tally.events
        frame[f"days_{letter}"] = tally.days
        frame[f"fatalities_{letter}"] = tally.fatalities
    with np.errstate(invalid="ignore", divide="ignore"):
        frame["change_pct"] = np.where(a.events > 0, 100.0 * (b.events / a.events - 1.0), np.nan)
    overlap = overlapping(period_a, period_b)
    earlier = np.full(len(rows), np.nan) if overlap else a.events
    for column, values in change_columns(b.events, b.days, earlier, a.days, phi, confidence).items():
        frame[column] = values
    frame["p_adjusted"] = benjamini_hochberg(np.where(apart, np.nan, frame["p_disp"]))
    shared = [coverage_note(period, coverage, name_it=True) for period in (period_a, period_b)]
    frame["note"] = _notes(a, b, overlap, shared, phi)
    return frame[list(COLUMNS)]


@dataclass(frozen=True)
class _Tally:
    """What one period holds: (rows,) arrays, and (rows, weeks) counts of whole weeks."""

    events: np.ndarray
    fatalities: np.ndarray
    unknown: np.ndarray
    weeks: np.ndarray
    days: int


def _stack(events: pd.DataFrame, rows: list[str], all_events: pd.DataFrame | None) -> pd.DataFrame:
    """One table of row number, day and fatalities; the events of `(all)` under its own number."""
    number_of = pd.Index(rows, dtype=object)
    codes = number_of.get_indexer(pd.Index(events["name"], dtype=object))
    if (codes < 0).any():
        lost = sorted({str(name) for name in events["name"].to_numpy(dtype=object)[codes < 0]})
        raise FlashpointsError(
            translate("Comparison", "There are events under names that have no row: {names}.").format(
                names=", ".join(lost)
            )
        )
    parts = [(codes, events)]
    if all_events is not None:
        keep = codes != rows.index(ALL)
        parts = [(codes[keep], events[keep]), (np.full(len(all_events), rows.index(ALL)), all_events)]
    return pd.DataFrame(
        {
            "row": np.concatenate([part[0] for part in parts]),
            "day": np.concatenate([day_numbers(part[1]["event_date"]) for part in parts]),
            "fatalities": np.concatenate([numbers(part[1]["fatalities"]) for part in parts]),
        }
    )


def _tally(table: pd.DataFrame, n_rows: int, period: Period, coverage: Period | None) -> _Tally:
    covered = period.clip(coverage) if coverage is not None else period
    if covered is None:
        nothing = np.full(n_rows, np.nan)
        return _Tally(nothing, nothing, nothing, np.empty((n_rows, 0)), 0)
    day = table["day"].to_numpy()
    inside = days_within(day, covered)
    row, day = table["row"].to_numpy()[inside], day[inside]
    fatalities = table["fatalities"].to_numpy()[inside]
    events = np.bincount(row, minlength=n_rows).astype(float)
    unknown = np.bincount(row[np.isnan(fatalities)], minlength=n_rows).astype(float)
    total = np.bincount(row, np.nan_to_num(fatalities), minlength=n_rows)
    week, whole = week_of(day, day_number(covered.start)), whole_weeks(covered)
    counted = week < whole
    weeks = np.bincount(row[counted] * whole + week[counted], minlength=n_rows * whole).reshape(n_rows, whole)
    return _Tally(events, known_sum(total, events, unknown), unknown, weeks, covered.days)


def _dispersions(a: _Tally, b: _Tally, apart: np.ndarray) -> np.ndarray:
    own = np.broadcast_to(dispersion(a.weeks, b.weeks), apart.shape)
    pooled = pooled_dispersion(a.weeks[~apart], b.weeks[~apart])
    return own_or_pooled(own, pooled, np.nan_to_num(a.events) + np.nan_to_num(b.events))


def _notes(a: _Tally, b: _Tally, overlap: bool, shared: list[str], phi: np.ndarray) -> list[str]:
    if overlap:
        shared = [*shared, translate("Comparison", "the periods overlap")]
    pair = pair_notes(b.events, a.events)
    unknown = np.nan_to_num(a.unknown) + np.nan_to_num(b.unknown)
    unmeasured = [""] * len(pair) if overlap else unmeasured_notes(phi, a.events + b.events)
    return [
        join_notes([*shared, own, unknown_note(unknown[index]), unmeasured[index]])
        for index, own in enumerate(pair)
    ]


# shared with rings.py


def overlapping(first: Period, second: Period) -> bool:
    """Whether two periods have a day in common."""
    return first.start <= second.end and second.start <= first.end


def day_numbers(dates: pd.Series) -> np.ndarray:
    """Days since 1970-01-01 as integers (a DataFrame does not keep datetime64[D]); lowest where missing."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def day_number(date: datetime.date) -> int:
    """Days from 1970-01-01 to a date."""
    return (date - _EPOCH).days


def days_within(day: np.ndarray, period: Period) -> np.ndarray:
    """Which `day_numbers` lie in a period."""
    return (day >= day_number(period.start)) & (day <= day_number(period.end))


def week_of(day: np.ndarray, first: np.ndarray | int) -> np.ndarray:
    """The number of each day's week, counted from 0 at the first covered day of its period. All `day_numbers`."""
    return (day - first) // 7


def whole_weeks(covered: Period) -> int:
    """How many weeks of the covered days are whole; days of a `week_of` this number or above are in none."""
    return covered.days // 7


def own_or_pooled(own: np.ndarray, pooled: np.ndarray | float, events: np.ndarray) -> np.ndarray:
    """Each row's own dispersion where it has `OWN_DISPERSION` events or the pool has none, else the pool's."""
    return np.where(((events >= OWN_DISPERSION) & ~np.isnan(own)) | np.isnan(pooled), own, pooled)


def change_columns(
    later: np.ndarray, days_later: np.ndarray | float, earlier: np.ndarray, days_earlier: np.ndarray | float,
    phi: np.ndarray, confidence: float = 0.95,
) -> dict[str, np.ndarray]:  # fmt: skip
    """`CHANGE_COLUMNS` of two counts and their covered days. phi : dispersion; NaN, where unknown, counts as 1."""
    plain = rate_ratio(later, days_later, earlier, days_earlier, confidence)
    wide = rate_ratio(later, days_later, earlier, days_earlier, confidence, np.where(np.isnan(phi), 1.0, phi))
    values = (
        plain.ratio, plain.low, plain.high, plain.p_value, phi, wide.low, wide.high, wide.p_value
    )  # fmt: skip
    return dict(zip(CHANGE_COLUMNS, values))


def unmeasured_notes(phi: np.ndarray, events: np.ndarray) -> list[str]:
    """Say where there are events in both periods' covered days and no dispersion could be measured."""
    text = translate("Comparison", "dispersion could not be measured")
    return [text if unknown else "" for unknown in (np.isnan(phi) & (events > 0)).ravel()]


def numbers(values: pd.Series) -> np.ndarray:
    """Numbers as float, NaN where missing, from a plain or a nullable column."""
    return pd.to_numeric(values).to_numpy(dtype=float, na_value=np.nan)


def known_sum(total: np.ndarray, events: np.ndarray, unknown: np.ndarray) -> np.ndarray:
    """The sum of what is known; NaN where there are events and nothing is known of any."""
    return np.where((events > 0) & (unknown == events), np.nan, total)


def pair_notes(later: np.ndarray, earlier: np.ndarray) -> list[str]:
    """Say where two counts give no ratio: none in either period, or none in the earlier one."""
    nothing, from_zero = translate("Comparison", "no events"), translate("Comparison", "from 0")
    return [
        "" if before != 0 or np.isnan(after) else (nothing if after == 0 else from_zero)
        for after, before in zip(later, earlier)
    ]


def unknown_note(events: float) -> str:
    """Say how many events have no number of fatalities; empty for none."""
    text = translate("Comparison", "events with unknown fatalities: {n}")
    return text.format(n=number(events)) if events > 0 else ""


def coverage_note(period: Period, coverage: Period | None, name_it: bool = False) -> str:
    """Say that a period is not, or only partly, covered by the data; empty when it is wholly covered."""
    covered = period.clip(coverage) if coverage is not None else period
    if covered is None:
        note = translate("Comparison", "not covered by the data")
    elif covered.days < period.days:
        note = translate("Comparison", "{covered} of {days} days covered by the data").format(
            covered=number(covered.days), days=number(period.days)
        )
    else:
        return ""
    if not name_it:
        return note
    return translate("Comparison", "{period}: {note}").format(period=period.label, note=note)


def join_notes(parts: Sequence[str]) -> str:
    """Join the notes that say something."""
    return "; ".join(part for part in parts if part)
