# SPDX-License-Identifier: GPL-2.0-or-later
"""The same days of earlier years: whether a change is more than the season."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from .comparison import ALL, OUTSIDE, compare
from .periods import Period, add_months
from .text import number, translate

COLUMNS = (
    "name", "period", "start", "end", "days", "events", "rate_ratio", "rr_low_disp", "rr_high_disp", "p_disp",
    "p_adjusted", "note",
)  # fmt: skip
USUAL_YEARS = 5


def same_days(period: Period, years: int) -> Period:
    """The same days `years` earlier; the end of a month stays one, also of February."""
    start, end = (add_months(day, -12 * years) for day in (period.start, period.end))
    if period.end.day == calendar.monthrange(period.end.year, period.end.month)[1]:
        end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return Period(start, end)


def earlier_years(period: Period, coverage: Period | None, most: int = USUAL_YEARS) -> list[Period]:
    """The same days of earlier years that the data cover at least in part, the latest first.

    A period of more than a year goes back in steps of as many whole years as it needs to share no day with the next.
    coverage : what the data cover; None: everything.
    """
    step = next(
        n
        for n in range(1, period.end.year - period.start.year + 3)
        if same_days(period, n).end < period.start
    )
    found: list[Period] = []
    for index in range(1, most + 1):
        if period.start.year - index * step < 1:
            break
        earlier = same_days(period, index * step)
        if earlier.clip(coverage) is not None:
            found.append(earlier)
    return found


def years_text(counts: Iterable[tuple[Period, float]]) -> str:
    """The counts of the same days of earlier years in one line; empty for none."""
    listed = ", ".join(f"{number(events)} ({period.end.year})" for period, events in counts)
    text = translate("Earlier years", "Same days of earlier years: {counts}")
    return text.format(counts=listed) if listed else ""


def against_earlier(
    events: pd.DataFrame,
    names: Sequence[str],
    later: Period,
    earlier: Sequence[Period],
    *,
    all_events: pd.DataFrame | None = None,
    coverage: Period | None = None,
    outside: Sequence[str] = (ALL, OUTSIDE),
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Set one period beside each of some earlier ones, every pair as `comparison.compare` does.

    Parameters are those of `compare`; the events are those of all periods together.

    Returns
    -------
    One row a name and period with `COLUMNS`, the later period's own first, which has no ratio. A ratio is the later
    period over the row's, per day; p_adjusted is among the names of one year.
    """
    tables = [
        compare(
            events, names, one, later, all_events=all_events, coverage=coverage, outside=outside,
            confidence=confidence,
        ).assign(period=one.label, start=one.start, end=one.end, year=index)
        for index, one in enumerate(earlier, 1)
    ]  # fmt: skip
    found = [table.rename(columns={"events_a": "events", "days_a": "days"}) for table in tables]
    if tables:
        own = tables[0].rename(columns={"events_b": "events", "days_b": "days"})
        own = own.assign(period=later.label, start=later.start, end=later.end, year=0, note="")
        for name in ("rate_ratio", "rr_low_disp", "rr_high_disp", "p_disp", "p_adjusted"):
            own[name] = np.nan
        found.insert(0, own)
    if not found:
        return pd.DataFrame(columns=list(COLUMNS))
    both = pd.concat([table[[*COLUMNS, "year"]] for table in found], ignore_index=True)
    order = pd.DataFrame({"row": pd.factorize(both["name"])[0], "year": both["year"]})
    return both.loc[order.sort_values(["row", "year"], kind="stable").index, list(COLUMNS)].reset_index(
        drop=True
    )
