# SPDX-License-Identifier: GPL-2.0-or-later
"""The same days of earlier years, and one period beside each of them."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.comparison import compare
from flashpoints.plugin.core.earlier_years import COLUMNS, against_earlier, earlier_years, same_days
from flashpoints.plugin.core.periods import Period, parse_period


@pytest.mark.parametrize(
    ("period", "years", "same"),
    [
        ("2023-H1", 1, "2022-H1"),
        ("2023-H1", 3, "2020-H1"),
        ("2023", 2, "2021"),
        ("2024-02", 1, "2023-02"),
        ("2023-02", 3, "2020-02"),  # a whole February stays one
        ("2024-02-29/2024-03-10", 1, "2023-02-28/2023-03-10"),
        ("2023-11-15/2024-01-14", 1, "2022-11-15/2023-01-14"),
        ("2023-02-20/2023-02-28", 3, "2020-02-20/2020-02-29"),  # to the end of the month
    ],
)
def test_the_same_days(period: str, years: int, same: str) -> None:
    assert same_days(parse_period(period), years) == parse_period(same)


def test_years_are_those_that_the_data_cover_the_latest_first() -> None:
    coverage = parse_period("2020-03-01/2023-06-30")
    found = earlier_years(parse_period("2023-H1"), coverage)
    assert [one.label for one in found] == ["2022-H1", "2021-H1", "2020-H1"]  # the last one in part
    assert [one.label for one in earlier_years(parse_period("2023-H1"), coverage, 1)] == ["2022-H1"]
    assert earlier_years(parse_period("2020-H1"), coverage) == []
    assert len(earlier_years(parse_period("2023-H1"), None, 40)) == 40
    assert len(earlier_years(parse_period("0003"), None, 40)) == 2


@pytest.mark.parametrize(
    "period", ["2023", "2021-07-01/2023-06-30", "2020-01-01/2023-06-30", "P12M/2023-06-30"]
)
def test_a_long_period_steps_back_without_sharing_a_day(period: str) -> None:
    found = earlier_years(parse_period(period), None, 3)
    spans = sorted([parse_period(period), *found])
    assert len(found) == 3 and not any(one.overlaps(other) for one, other in zip(spans, spans[1:]))


def made(seed: int = 4) -> pd.DataFrame:
    generator = np.random.default_rng(seed)
    day = pd.Timestamp("2018-01-01") + pd.to_timedelta(generator.integers(0, 5 * 365, 900), unit="D")
    return pd.DataFrame(
        {
            "name": generator.choice(["a", "b", "c"], 900),
            "event_date": day,
            "fatalities": generator.poisson(1.0, 900),
        }
    )


def test_every_pair_is_what_a_comparison_of_the_two_gives() -> None:
    events, later = made(), parse_period("2022-H1")
    coverage = Period(datetime.date(2019, 3, 1), datetime.date(2022, 12, 31))
    years = earlier_years(later, coverage)
    table = against_earlier(events, list("abcd"), later, years, all_events=events, coverage=coverage)
    assert tuple(table.columns) == COLUMNS and len(years) == 3
    rows = table.set_index(["name", "period"])
    assert [period for name, period in rows.index if name == "a"] == [
        "2022-H1",
        "2021-H1",
        "2020-H1",
        "2019-H1",
    ]
    for year in years:
        pair = compare(events, list("abcd"), year, later, all_events=events, coverage=coverage).set_index(
            "name"
        )
        for name in ["a", "b", "c", "d", "(all)"]:
            row = rows.loc[(name, year.label)]
            for column in ("rate_ratio", "rr_low_disp", "rr_high_disp", "p_disp", "p_adjusted"):
                assert row[column] == pytest.approx(pair.loc[name, column], nan_ok=True)
            assert (row["events"], row["days"]) == (pair.loc[name, "events_a"], pair.loc[name, "days_a"])
            covered = [
                day
                for other, day in zip(events["name"], events["event_date"])
                if name in (other, "(all)")
                and year.start <= day.date() <= year.end
                and day.date() >= coverage.start
            ]
            assert row["events"] == len(covered)
            own = rows.loc[(name, "2022-H1")]
            assert own["events"] == pair.loc[name, "events_b"] and np.isnan(own["rate_ratio"])
    assert "122 of 181 days covered" in rows.loc[("a", "2019-H1"), "note"]
    assert rows.loc[("a", "2022-H1"), "note"] == ""


def test_no_earlier_year_is_an_empty_table() -> None:
    table = against_earlier(made(), list("abc"), parse_period("2022-H1"), [])
    assert table.empty and tuple(table.columns) == COLUMNS
