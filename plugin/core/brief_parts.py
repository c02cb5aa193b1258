# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of a brief that are more than one number: the table of regions and the counts by month."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from .comparison import ALL, OUTSIDE
from .figure_words import SIGNIFICANT, Ask, number_in, state_of
from .periods import Period, add_months
from .recipes import Words
from .rulings import same
from .rulings_counts import AS_CODED

HEAD, PLAIN, TOTAL = "head", "plain", "total"
OTHERS = ""
"""The column of groups that are not named apart."""


@dataclass(frozen=True)
class TableRow:
    """One printed row: its cells as text, its tone (head, plain, total), and whether its change is beyond chance."""

    cells: tuple[str, ...]
    tone: str = PLAIN
    clear: bool = False


def region_table(
    ask: Ask, rows: pd.DataFrame, footprints: pd.DataFrame | None, most: int = 10
) -> list[TableRow]:
    """The regions, most events first, then what is outside them, then all; at most `most` rows below the head.

    Parameters
    ----------
    rows : output of `compareperiods` by region; regions without any event in both periods fold into the last line.
    footprints : output of `regionfootprints`; None leaves its two columns out.
    """
    apart = rows["name"].isin((ALL, OUTSIDE))
    regions = rows[~apart].copy()
    regions["most"] = np.fmax(regions["events_a"].fillna(0), regions["events_b"].fillna(0))
    regions = regions.sort_values(["events_b", "most"], ascending=False, kind="stable")
    outside = rows[(rows["name"] == OUTSIDE) & (rows[["events_a", "events_b"]].fillna(0).sum(axis=1) > 0)]
    room = most - 1 - len(outside)
    named = regions if len(regions) <= room else regions.head(room - 1)
    areas = _areas(footprints)
    table = [TableRow(_head(ask, footprints is not None), HEAD)]
    for row in named.to_dict("records"):
        table.append(
            _row(ask, row, areas, str(row["name"]), PLAIN, number_in(row, "p_adjusted") < SIGNIFICANT)
        )
    if len(named) < len(regions):
        table.append(_rest(ask, regions.iloc[len(named) :], areas))
    for row in outside.to_dict("records"):
        table.append(_row(ask, row, areas, ask.words("table.outside"), PLAIN, False))
    for row in rows[rows["name"] == ALL].to_dict("records"):
        table.append(
            _row(ask, row, areas, ask.words("table.all"), TOTAL, number_in(row, "p_disp") < SIGNIFICANT)
        )
    return table


def monthly_counts(
    frame: pd.DataFrame, span: Period, classes: Mapping[str, str], most: int = 3
) -> pd.DataFrame:
    """Events by month and class.

    Parameters
    ----------
    frame : events with event_date (datetime64) and lead_group; one row an event.
    classes : lead group -> the class that it is shown as; the others fall into `OTHERS`, as do all classes but the
        `most` largest.

    Returns
    -------
    One row for each month that the span touches (index: first day, datetime64), one integer column a class, the
    largest first, `OTHERS` last.
    """
    months = pd.date_range(span.start.replace(day=1), span.end, freq="MS")
    inside = frame["event_date"].between(pd.Timestamp(span.start), pd.Timestamp(span.end)).to_numpy()
    dates, group = (
        frame.loc[inside, "event_date"],
        frame.loc[inside, "lead_group"].map(classes).fillna(OTHERS),
    )
    counts = group[group != OTHERS].value_counts()
    largest = sorted(counts.index, key=lambda name: (-int(counts[name]), str(name)))[:most]
    named = np.where(group.isin(largest).to_numpy(), group.to_numpy(dtype=object), OTHERS)
    month = dates.to_numpy(dtype="datetime64[M]").astype("datetime64[ns]")
    table = pd.crosstab(month, named) if len(month) else pd.DataFrame()
    table = table.reindex(index=months, columns=[*largest, OTHERS], fill_value=0)
    return table.fillna(0).astype(int)


def chart_span(later: Period, coverage: Period, months: int) -> Period:
    """The last `months` months up to the end of the later period, as far as the data reach back."""
    first = add_months(later.end.replace(day=1), 1 - months)
    return Period(max(first, coverage.start), max(min(later.end, coverage.end), coverage.start))


def _head(ask: Ask, with_areas: bool) -> tuple[str, ...]:
    words = ask.words
    short = [words.short_period(period) for period in (ask.earlier, ask.later)]
    cells = [words("table.region"), *(words("table.events", period=period) for period in short)]
    cells += [words("table.change"), words("table.interval", confidence=ask.phrases()["confidence"])]
    cells += [words("table.area", period=period) for period in short] if with_areas else []
    return tuple(cells)


def _row(
    ask: Ask, row: Mapping[str, Any], areas: Mapping[str, dict[str, float]] | None, name: str, tone: str, clear: bool
) -> TableRow:  # fmt: skip
    words = ask.words
    a, b = number_in(row, "events_a"), number_in(row, "events_b")
    state, low, high = state_of(b, a), number_in(row, "rr_low_disp"), number_in(row, "rr_high_disp")
    change, interval = "", ""
    if state == "change":
        change = f"× {words.ratio(number_in(row, 'rate_ratio'))}"
        interval = words("table.interval_values", low=words.ratio(low), high=words.ratio(high))
    elif state == "from_zero":
        change, interval = words("table.from_zero"), words("table.at_least", low=words.ratio(low))
    else:
        change = words(f"table.{state}")
    counts = [_count_cell(words, row, column) for column in ("events_a", "events_b")]
    cells = [name, *counts, change, interval]
    return TableRow((*cells, *_area_cells(ask, areas, [str(row["name"])])), tone, clear)


def _count_cell(words: Words, row: Mapping[str, Any], column: str) -> str:
    """A count; in brackets that of the source, where rulings changed it."""
    count, coded = number_in(row, column), number_in(row, f"{column}{AS_CODED}")
    return words.number(count) if same(count, coded) else f"{words.number(count)} ({words.number(coded)})"


def shows_as_coded(table: Sequence[TableRow]) -> bool:
    """Whether a count of the table has that of the source beside it."""
    return any("(" in cell for row in table if row.tone != HEAD for cell in row.cells[1:3])


def _rest(ask: Ask, rest: pd.DataFrame, areas: Mapping[str, dict[str, float]] | None) -> TableRow:
    """One line for the regions that the table has no room for."""
    words = ask.words
    name = words("table.other_regions", n=len(rest), regions=words.noun("region", len(rest)))
    columns = ("events_a", "events_b")
    both = [name for column in columns for name in (column, f"{column}{AS_CODED}") if name in rest]
    total = {name: float(pd.to_numeric(rest[name]).sum(min_count=1)) for name in both}
    counts = [_count_cell(words, total, column) for column in columns]
    return TableRow((name, *counts, "", "", *_area_cells(ask, areas, list(rest["name"]))))


def _areas(footprints: pd.DataFrame | None) -> dict[str, dict[str, float]] | None:
    """km2 by region, then by period label."""
    if footprints is None:
        return None
    areas: dict[str, dict[str, float]] = {}
    for row in footprints.to_dict("records"):
        areas.setdefault(str(row["region"]), {})[str(row["period"])] = number_in(row, "footprint_km2")
    return areas


def _area_cells(
    ask: Ask, areas: Mapping[str, dict[str, float]] | None, names: Sequence[str]
) -> tuple[str, ...]:
    if areas is None:
        return ()
    cells = []
    for period in (ask.earlier, ask.later):
        values = [areas.get(name, {}).get(period.label, math.nan) for name in names]
        known = [value for value in values if not math.isnan(value)]
        cells.append(ask.words.number(sum(known) if known else math.nan))
    return tuple(cells)
