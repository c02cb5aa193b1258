# SPDX-License-Identifier: GPL-2.0-or-later
"""Bars of time: how wide they are, what they hold, and what a map shows."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.histogram import View, bins_for, count_bins, frame_start, frame_step
from flashpoints.plugin.core.periods import Period, parse_period

DAY = datetime.date


@pytest.mark.parametrize(
    ("span", "step", "bars", "first"),
    [
        (Period(DAY(2023, 5, 5), DAY(2023, 5, 5)), "day", 1, DAY(2023, 5, 5)),
        (Period(DAY(2023, 1, 30), DAY(2023, 3, 1)), "day", 31, DAY(2023, 1, 30)),
        (parse_period("2022-H1"), "week", 26 + 1, DAY(2021, 12, 27)),
        (Period(DAY(2017, 1, 2), DAY(2023, 6, 30)), "month", 78, DAY(2017, 1, 1)),
        (Period(DAY(1997, 2, 2), DAY(2023, 6, 30)), "quarter", 106, DAY(1997, 1, 1)),
        (Period(DAY(1946, 2, 2), DAY(2023, 6, 30)), "year", 78, DAY(1946, 1, 1)),
    ],
)
def test_bars_are_as_wide_as_the_span_asks(span: Period, step: str, bars: int, first: DAY) -> None:
    """They begin with a Monday, a month, a quarter or a year, follow each other, and hold the whole span."""
    bins = bins_for(span)
    assert (bins.step, len(bins), bins.edges[0].item()) == (step, bars, first)
    periods = [bins.period(i, i) for i in range(len(bins))]
    assert all(a.end + datetime.timedelta(days=1) == b.start for a, b in zip(periods, periods[1:]))
    assert periods[0].start <= span.start <= periods[0].end
    assert periods[-1].start <= span.end <= periods[-1].end
    assert all(bins.name(i) for i in range(len(bins)))


def test_months_as_pandas_counts_them() -> None:
    """Random days, classes and a filter, against a table made by pandas; days outside and no days are told."""
    random = np.random.default_rng(7)
    days = np.datetime64("2019-01-01") + random.integers(0, 1500, 5000)
    days = np.append(days, [np.datetime64("NaT"), np.datetime64("1999-01-01"), np.datetime64("2099-01-01")])
    classes, kept = random.integers(0, 4, len(days)), random.random(len(days)) < 0.7
    kept[-3:] = True
    bins = bins_for(Period(DAY(2019, 1, 1), DAY(2023, 6, 1)))
    found = count_bins(bins, bins.of(days), classes, kept, 4)
    frame = pd.DataFrame({"month": pd.to_datetime(days), "class": classes})[kept].iloc[:-3]
    expected = frame.groupby([frame["month"].dt.to_period("M"), "class"]).size().unstack(fill_value=0)
    there = [bins.edges[i].item().strftime("%Y-%m") in expected.index.astype(str) for i in range(len(bins))]
    assert (found.counts[there] == expected.to_numpy()).all()
    assert found.counts.sum() == len(frame) and found.outside == 3


def test_a_bar_in_words() -> None:
    """Its name and total, then its classes, the largest first."""
    bins = bins_for(parse_period("2022"))
    found = count_bins(bins, np.array([1] * 4), np.array([2, 0, 2, 2]), np.ones(4, bool), 3)
    assert found.words(1, ["a", "b", "c"]) == ["February 2022: 4 events", "c: 3", "a: 1"]


def test_bars_in_whichever_order_make_a_period() -> None:
    """Both ends included."""
    bins = bins_for(parse_period("2022"))
    assert bins.period(5, 0) == bins.period(0, 5) == parse_period("2022-H1")


def test_what_a_map_shows() -> None:
    """Edges included, unknown places not; a turned map shows what its corners hold."""
    x, y = np.array([0.0, 2.0, 2.1, np.nan, 1.4]), np.array([0.0, 1.0, 0.0, 0.0, 1.4])
    assert View(0, 0, 2, 1).holds(x, y).tolist() == [True, True, False, False, False]
    assert View(0, 0, 2, 1, 45).holds(np.array([1.4, 1.4]), np.array([1.4, -1.4])).tolist() != [True, True]
    assert View(0, 0, 2, 1, 90).holds(np.array([0.5, 1.5]), np.array([1.9, 0.0])).tolist() == [True, False]


def test_pictures_of_a_span() -> None:
    """Days, weeks, months, years, each beginning where the calendar has it."""
    cases = (
        ("2023-06", "day", DAY(2023, 6, 1)), ("2023-H1", "week", DAY(2022, 12, 26)), ("2017-01-15/2023-06-30", "month",
        DAY(2017, 1, 1)), ("1989-05-01/2023-06-30", "year", DAY(1989, 1, 1)),
    )  # fmt: skip
    for text, step, first in cases:
        span = parse_period(text)
        assert (frame_step(span), frame_start(span, step)) == (step, first)
