# SPDX-License-Identifier: GPL-2.0-or-later
"""The projection of a year: field.md's numbers, plain counts of the earlier years, and how often it holds."""

from __future__ import annotations

import datetime
import math

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period
from flashpoints.plugin.core.year_pace import year_pace
from scipy import stats

Day = datetime.date
WHOLE = Period(Day(2017, 1, 1), Day(2023, 6, 30))


def frame_of(dates: list[Day]) -> pd.DataFrame:
    return pd.DataFrame({"event_date": pd.to_datetime(pd.Series(dates, dtype="datetime64[ns]"))})


def spread(n: int, period: Period) -> list[Day]:
    """Events as evenly over a period as can be."""
    return [period.start + datetime.timedelta(days=index * period.days // n) for index in range(n)]


def drawn(seed: int, period: Period, mean: float, phi: float = 3.0) -> list[Day]:
    """Over-dispersed weeks: negative binomial counts, each week's events on any of its days."""
    rng = np.random.default_rng(seed)
    days = []
    for week in range(-(-period.days // 7)):
        for _ in range(rng.negative_binomial(mean / (phi - 1), 1 / phi)):
            days.append(period.start + datetime.timedelta(days=week * 7 + int(rng.integers(0, 7))))
    return [day for day in days if day <= period.end]


def test_published_projection() -> None:
    """500 events in 181 of 365 days, evenly: 947 to 1,073 and P(> 1,000) = 0.5965."""
    earlier = spread(1000, Period(Day(2022, 1, 1), Day(2022, 12, 31)))
    frame = frame_of(earlier + spread(500, Period(Day(2023, 1, 1), Day(2023, 6, 30))))
    pace = year_pace(frame, Period(Day(2022, 1, 1), Day(2023, 6, 30)))
    assert pace.dispersion < 1  # even: nothing is widened
    assert (pace.projection.total_low, pace.projection.total_high) == (947, 1073)
    assert (pace.record, pace.record_year) == (1000, 2022)
    assert pace.p_record == pytest.approx(0.5965, abs=5e-5)
    assert (pace.projection.t_obs, pace.projection.t_rem, pace.year) == (181, 184, 2023)


def test_widened_by_the_dispersion_of_weeks_by_hand() -> None:
    """Whole weeks of this year and the 52 before it, each about its own mean; the interval is scipy's."""
    dates = drawn(1, WHOLE, 9.0)
    pace = year_pace(frame_of(dates), WHOLE)
    squares = freedom = 0.0
    before = Day(2023, 1, 1) - datetime.timedelta(days=364)
    for first, whole in ((Day(2023, 1, 1), 181 // 7), (before, 52)):
        weeks = [0] * whole
        for day in dates:
            index = (day - first).days // 7
            if 0 <= index < whole:
                weeks[index] += 1
        mean = sum(weeks) / whole
        squares += sum((count - mean) ** 2 for count in weeks) / mean
        freedom += whole - 1
    phi = squares / freedom
    assert phi > 2
    assert pace.dispersion == pytest.approx(phi)
    assert pace.weeks == 25 + 52
    n = sum(day.year == 2023 for day in dates)
    rest = stats.nbinom(n / phi + 0.5, 1 / (1 + 184 / 181))
    assert pace.projection.total_low == math.floor(n + phi * rest.ppf(0.025) + 1e-9)
    assert pace.projection.total_high == math.ceil(n + phi * rest.ppf(0.975) - 1e-9)
    assert pace.projection.mean == pytest.approx(n + phi * (n / phi + 0.5) * 184 / 181)


def test_earlier_years_beside_it_by_a_loop() -> None:
    dates = drawn(2, WHOLE, 5.0)
    for as_of in (Day(2023, 6, 30), Day(2023, 1, 1), Day(2020, 2, 29), Day(2020, 12, 31)):
        pace = year_pace(frame_of(dates), WHOLE, as_of)
        totals = {}
        for row in pace.years.to_dict("records"):
            year = row["year"]
            if year == as_of.year:
                assert row["events"] == sum(Day(year, 1, 1) <= day <= as_of for day in dates)
                assert row["full"] == 0 and math.isnan(row["ratio"])
                continue
            totals[year] = sum(day.year == year for day in dates)
            same = sum(day.year == year and (day.month, day.day) <= (as_of.month, as_of.day) for day in dates)
            assert (row["events"], row["same_days"], row["full"]) == (totals[year], same, 1)
            assert row["ratio"] == pytest.approx(totals[year] / same) if same else math.isnan(row["ratio"])
        assert pace.record == max(totals.values())
        assert totals[pace.record_year] == pace.record
        assert pace.p_record == pace.projection.p_above(pace.record)
    assert pace.projection.t_rem == 0  # 31 December: the year is over
    assert pace.projection.total_low == pace.projection.total_high == pace.projection.n
    assert pace.p_record == float(pace.projection.n > pace.record)


def test_no_chance_where_an_earlier_year_is_not_wholly_there() -> None:
    march = Period(Day(2021, 3, 1), Day(2023, 6, 30))
    pace = year_pace(frame_of(drawn(3, march, 5.0)), march)
    assert math.isnan(pace.p_record) and "Of 2021" in pace.reason and "306 days" in pace.reason
    assert pace.record_year == 2022  # the only full one
    first = year_pace(frame_of([]), Period(Day(2023, 1, 1), Day(2023, 6, 30)))
    assert math.isnan(first.p_record) and math.isnan(first.record) and "no earlier year" in first.reason
    holes = year_pace(frame_of([]), WHOLE, gaps="No file covers May 2019.")
    assert math.isnan(holes.p_record) and holes.reason == "No file covers May 2019."


def test_a_year_just_begun_and_a_file_of_one_day() -> None:
    begun = year_pace(frame_of(drawn(4, WHOLE, 5.0)), WHOLE, Day(2023, 1, 1))
    assert begun.projection.t_obs == 1 and begun.projection.t_rem == 364
    assert begun.weeks == 52 and begun.dispersion > 1  # measured by the year before
    assert begun.projection.total_low < begun.projection.total_high
    day = Period(Day(2024, 2, 29), Day(2024, 2, 29))
    one = year_pace(frame_of([Day(2024, 2, 29)]), day)
    assert (one.projection.n, one.projection.t_rem, one.weeks) == (1, 365, 0)
    assert math.isnan(one.dispersion)
    assert any("29 February 2024" in note for note in one.notes)
    assert any("cannot be measured" in note for note in one.notes)


def test_no_events_and_all_on_one_day() -> None:
    none = year_pace(frame_of([]), WHOLE)
    assert (none.projection.n, none.projection.total_low, none.record) == (0, 0, 0)
    assert 1 <= none.projection.total_high <= 4
    assert 0 < none.p_record < 1
    burst = year_pace(frame_of([Day(2023, 3, 1)] * 300), WHOLE)
    assert burst.dispersion > 100  # all events are one cluster, and the interval says so
    assert burst.projection.total_high - burst.projection.total_low > 500


def test_says_how_many_events_are_provisional() -> None:
    frame = frame_of([Day(2023, 5, 6)] * 2 + [Day(2023, 5, 5)])  # 6 May to 30 June are the last 56 days
    notes = year_pace(frame, WHOLE).notes
    assert any(note.startswith("2 of the events so far") for note in notes)
    assert not any("so far lie" in note for note in year_pace(frame, WHOLE, Day(2023, 5, 5)).notes)


def test_refuses_a_day_that_is_not_covered() -> None:
    for day in (Day(2023, 7, 1), Day(2016, 12, 31)):
        with pytest.raises(FlashpointsError) as refused:
            year_pace(frame_of([]), WHOLE, day)
        assert refused.value.where == "AS_OF"


@pytest.mark.parametrize(
    ("mean", "phi", "day"), [(2.0, 3.0, 21), (6.0, 3.0, 91), (10.0, 3.0, 181), (6.0, 1.0, 91)]
)
def test_calibration(mean: float, phi: float, day: int) -> None:
    """The whole path, dispersion measured from the same weeks: 93 to 98 % of totals lie in the printed interval."""
    rng = np.random.default_rng(int(100 * mean + 10 * phi + day))
    replicates, weeks = 400, 105
    start = Day(2023, 1, 1) - datetime.timedelta(days=52 * 7)
    coverage = Period(start, Day(2023, 1, 1) + datetime.timedelta(days=day - 1))
    counts = (
        rng.poisson(mean, (replicates, weeks))
        if phi == 1
        else rng.negative_binomial(mean / (phi - 1), 1 / phi, (replicates, weeks))
    )
    inside = 0
    firsts = np.datetime64(start) + 7 * np.arange(weeks)
    for row in counts:
        days = np.repeat(firsts, row) + rng.integers(0, 7, row.sum())
        total = np.count_nonzero(days.astype("datetime64[Y]") == np.datetime64("2023"))
        pace = year_pace(pd.DataFrame({"event_date": days.astype("datetime64[ns]")}), coverage)
        inside += pace.projection.total_low <= total <= pace.projection.total_high
    assert 0.92 <= inside / replicates <= 0.985  # 93 to 98 %, less twice the error of so few draws
