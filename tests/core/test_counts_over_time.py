# SPDX-License-Identifier: GPL-2.0-or-later
"""Events by step of time, against plain loops over days."""

from __future__ import annotations

import calendar
import datetime
import math
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core import counts_over_time as over_time
from flashpoints.plugin.core.comparison import ALL
from flashpoints.plugin.core.counts_over_time import STEPS, counts_over_time, names_in, steps_of
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period, parse_period, parse_periods
from hypothesis import given, settings
from hypothesis import strategies as st

Day = datetime.date
ONE = datetime.timedelta(days=1)


def frame_of(dates: list[Day], fatalities: list[float] | None = None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "event_date": pd.to_datetime(pd.Series(dates, dtype="datetime64[ns]")),
            "fatalities": [1.0] * len(dates) if fatalities is None else fatalities,
        }
    )


def step_by_hand(day: Day, step: str) -> tuple[Day, Day]:
    """First and last day of the step that a day lies in, without any arithmetic on arrays."""
    if step == "day":
        return day, day
    if step == "week":
        monday = day - datetime.timedelta(days=day.weekday())
        return monday, monday + datetime.timedelta(days=6)
    months = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}[step]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return Day(day.year, first, 1), Day(day.year, last, calendar.monthrange(day.year, last)[1])


def days_of(period: Period) -> list[Day]:
    return [period.start + datetime.timedelta(days=n) for n in range(period.days)]


dates = st.dates(Day(1996, 1, 1), Day(2024, 12, 31))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(dates, st.sampled_from([None, 0.0, 3.0])), max_size=30),
    st.lists(st.tuples(dates, st.integers(0, 500)), min_size=1, max_size=3),
    st.tuples(dates, st.integers(0, 9000)),
    st.sampled_from(STEPS),
)
def test_against_a_loop_over_days(
    events: list[tuple[Day, float | None]], asked: list[tuple[Day, int]], covered: tuple[Day, int], step: str
) -> None:
    """Periods may overlap, start in the middle of a step, and lie outside the coverage."""
    periods = [Period(start, start + datetime.timedelta(days=length)) for start, length in asked]
    coverage = Period(covered[0], covered[0] + datetime.timedelta(days=covered[1]))
    frame = frame_of([day for day, _ in events], [math.nan if dead is None else dead for _, dead in events])
    table = counts_over_time(frame, steps_of(periods, step, coverage), coverage=coverage)
    asked_days = {day for period in periods for day in days_of(period)}
    counted = {day for day in asked_days if coverage.start <= day <= coverage.end}
    late = coverage.end - datetime.timedelta(days=55)
    wanted = sorted({step_by_hand(day, step) for day in asked_days})
    assert list(zip(table["start"], table["end"])) == wanted
    for row in table.to_dict("records"):
        whole = days_of(Period(row["start"], row["end"]))
        here = [day for day in whole if day in counted]
        inside = [dead for day, dead in events if day in here]
        assert (row["days"], row["step_days"]) == (len(here), len(whole))
        assert row["provisional"] == int(any(day >= late for day in here))
        assert row["name"] == ALL and row["period"] == Period(row["start"], row["end"]).label
        if not here:
            assert math.isnan(row["events"]) and math.isnan(row["fatalities"])
            assert row["note"] == "not covered by the data"
            continue
        known = [dead for dead in inside if dead is not None]
        assert row["events"] == len(inside)
        assert row["fatalities_unknown"] == len(inside) - len(known)
        assert math.isnan(row["fatalities"]) if inside and not known else row["fatalities"] == sum(known)
        assert ("days counted" in row["note"]) == (len(here) < len(whole))
    assert table["events"].sum() == sum(day in counted for day, _ in events)


def test_an_event_of_several_groups_stands_in_each_row_and_once_in_all() -> None:
    frame = frame_of([Day(2023, 1, 2), Day(2023, 1, 9), Day(2023, 2, 1), Day(2023, 2, 2)])
    groups = pd.Series([";jnim;isgs;", ";jnim;jnim;", None, ""])
    table = counts_over_time(frame, steps_of(parse_periods("2023-01;2023-02"), "month"), breakdown=groups)
    counts = {
        (row.period, row.name_): row.events for row in table.rename(columns={"name": "name_"}).itertuples()
    }
    assert counts == {
        ("2023-01", "jnim"): 2, ("2023-01", "isgs"): 1, ("2023-01", "(none)"): 0, ("2023-01", ALL): 2,
        ("2023-02", "jnim"): 0, ("2023-02", "isgs"): 0, ("2023-02", "(none)"): 2, ("2023-02", ALL): 2,
    }  # fmt: skip
    assert names_in(groups) == ["jnim", "isgs", "(none)"]
    assert list(table["name"][:4]) == ["jnim", "isgs", "(none)", ALL]


def test_asked_names_have_a_row_in_each_covered_step() -> None:
    coverage = Period(Day(2023, 1, 1), Day(2023, 1, 31))
    frame = frame_of([Day(2023, 1, 2)])
    steps = steps_of([parse_period("2023-Q1")], "month", coverage)
    table = counts_over_time(
        frame, steps, breakdown=pd.Series(["Gao"]), names=["Kayes", "Gao"], coverage=coverage
    )
    assert list(table["name"]) == ["Kayes", "Gao", ALL, ALL, ALL]
    assert list(table["events"])[:3] == [0, 1, 1]
    with pytest.raises(FlashpointsError, match="Gao"):
        counts_over_time(frame, steps, breakdown=pd.Series(["Gao"]), names=["Kayes"], coverage=coverage)


def test_nothing_and_one_and_all_on_one_day() -> None:
    year = [parse_period("2024")]
    empty = counts_over_time(frame_of([]), steps_of(year, "quarter"))
    assert list(empty["events"]) == [0, 0, 0, 0] and list(empty["fatalities"]) == [0, 0, 0, 0]
    leap = counts_over_time(frame_of([Day(2024, 2, 29)] * 1000), steps_of(year, "day"))
    assert len(leap) == 366
    assert leap.set_index("start")["events"].to_dict()[Day(2024, 2, 29)] == 1000
    one = counts_over_time(
        frame_of([Day(2024, 12, 31)]), steps_of([Period(Day(2024, 12, 31), Day(2024, 12, 31))], "year")
    )
    assert (one["events"][0], one["days"][0], one["step_days"][0]) == (1, 1, 366)


def test_twenty_six_years_of_days_add_up_to_the_years() -> None:
    coverage = Period(Day(1997, 1, 1), Day(2022, 12, 31))
    rng = np.random.default_rng(5)
    chosen = [
        coverage.start + datetime.timedelta(days=int(n)) for n in rng.integers(0, coverage.days, 20_000)
    ]
    years = Counter(day.year for day in chosen)
    table = counts_over_time(frame_of(chosen), steps_of([coverage], "year", coverage), coverage=coverage)
    assert {row.start.year: row.events for row in table.itertuples()} == years
    for step in STEPS:
        table = counts_over_time(frame_of(chosen), steps_of([coverage], step, coverage), coverage=coverage)
        assert table["events"].sum() == 20_000
        assert (table["end"].iloc[:-1].map(lambda day: day + ONE).tolist()) == table["start"].iloc[
            1:
        ].tolist()


def test_events_outside_the_asked_days_of_a_step_do_not_count() -> None:
    frame = frame_of([Day(2023, 1, 14), Day(2023, 1, 15), Day(2023, 1, 31)])
    table = counts_over_time(frame, steps_of([Period(Day(2023, 1, 15), Day(2023, 1, 30))], "month"))
    assert (table["events"][0], table["days"][0], table["note"][0]) == (1, 16, "16 of 31 days counted")


def test_refuses_what_is_no_step_and_what_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FlashpointsError, match="fortnight"):
        steps_of([parse_period("2023")], "fortnight")
    with pytest.raises(FlashpointsError, match="No period"):
        steps_of([], "day")
    monkeypatch.setattr(over_time, "MOST_ROWS", 364)
    with pytest.raises(FlashpointsError, match="365 rows"):
        counts_over_time(frame_of([]), steps_of([parse_period("2023")], "day"))
