# SPDX-License-Identifier: GPL-2.0-or-later
"""Periods: every way of writing one, what is refused, and which two are compared when nobody chose."""

from __future__ import annotations

import datetime

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import (
    Period,
    blocks,
    default_pair,
    ordered_pair,
    parse_period,
    parse_periods,
)

day = datetime.date


@pytest.mark.parametrize(
    ("text", "start", "end", "days"),
    [
        ("2023-01-01/2023-06-30", day(2023, 1, 1), day(2023, 6, 30), 181),
        ("2022-H2", day(2022, 7, 1), day(2022, 12, 31), 184),
        ("2023-h1", day(2023, 1, 1), day(2023, 6, 30), 181),
        ("2020", day(2020, 1, 1), day(2020, 12, 31), 366),
        ("2023-Q2", day(2023, 4, 1), day(2023, 6, 30), 91),
        ("2024-02", day(2024, 2, 1), day(2024, 2, 29), 29),
        ("P12M/2023-06-30", day(2022, 7, 1), day(2023, 6, 30), 365),
        ("P1M/2023-03-15", day(2023, 2, 16), day(2023, 3, 15), 28),
        ("9999", day(9999, 1, 1), day(9999, 12, 31), 365),
        ("2020-01-01/9999-12-31", day(2020, 1, 1), day(9999, 12, 31), 2914635),
        ("P1M/9999-12-31", day(9999, 12, 1), day(9999, 12, 31), 31),
        ("P6M/2023-06-30", day(2023, 1, 1), day(2023, 6, 30), 181),
        ("P12M/2024-02-29", day(2023, 3, 1), day(2024, 2, 29), 366),
        (" 2023-05-01/2023-05-01 ", day(2023, 5, 1), day(2023, 5, 1), 1),
    ],
)
def test_every_form_is_read(text: str, start: datetime.date, end: datetime.date, days: int) -> None:
    period = parse_period(text)
    assert (period.start, period.end, period.days) == (start, end, days)
    assert parse_period(period.label) == period
    assert parse_period(period.iso) == period


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023-01-01/2023-12-31", "2023"),
        ("2023-07-01/2023-12-31", "2023-H2"),
        ("2023-06-01/2023-06-30", "2023-06"),
    ],
)
def test_a_label_is_the_shortest_form(text: str, label: str) -> None:
    assert parse_period(text).label == label


@pytest.mark.parametrize(
    "text",
    ["", "2023-H3", "2023-Q5", "2023-13", "half of 2023", "P0M/2023-01-01", "0000", "P999M/0050-01-01"],
)
def test_what_is_no_period_is_said(text: str) -> None:
    with pytest.raises(FlashpointsError) as caught:
        parse_period(text)
    assert text in caught.value.what
    assert caught.value.remedy


def test_a_reversed_period_says_how_to_turn_it() -> None:
    with pytest.raises(FlashpointsError, match="2023-01-01/2023-06-30"):
        parse_period("2023-06-30/2023-01-01")


def test_a_list_keeps_order_and_drops_twins() -> None:
    assert [p.label for p in parse_periods("2023-H1; 2022-H2;2023-01-01/2023-06-30;")] == [
        "2023-H1",
        "2022-H2",
    ]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (day(2017, 1, 1), day(2023, 6, 30), ("2022-H2", "2023-H1")),
        (day(2017, 1, 1), day(2023, 6, 29), ("2022-H1", "2022-H2")),  # the last half-year is not over
        (day(2022, 1, 1), day(2022, 6, 30), ("2022-Q1", "2022-Q2")),  # a file of one half-year
        (day(2022, 5, 1), day(2022, 6, 30), ("2022-05", "2022-06")),
        (day(2022, 5, 3), day(2022, 5, 6), ("2022-05-03/2022-05-04", "2022-05-05/2022-05-06")),
    ],
)
def test_default_periods_lie_inside_the_coverage(
    start: datetime.date, end: datetime.date, expected: tuple[str, str]
) -> None:
    earlier, later = default_pair(Period(start, end))
    assert (earlier.label, later.label) == expected
    assert start <= earlier.start and earlier.end < later.start and later.end <= end


def test_one_day_cannot_be_compared_with_itself() -> None:
    with pytest.raises(FlashpointsError, match="single day"):
        default_pair(Period(day(2022, 5, 3), day(2022, 5, 3)))


def test_a_pair_must_be_in_order_and_apart() -> None:
    a, b = parse_period("2022-H2"), parse_period("2023-H1")
    assert ordered_pair(a, b) == (a, b)
    with pytest.raises(FlashpointsError, match="Swap"):
        ordered_pair(b, a)
    with pytest.raises(FlashpointsError, match="overlap"):
        ordered_pair(parse_period("2022"), a)


def test_clip_keeps_the_covered_part() -> None:
    period = parse_period("2023-H1")
    assert period.clip(None) == period
    assert period.clip(parse_period("2023-Q2")) == parse_period("2023-Q2")
    assert period.clip(parse_period("2022")) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2023-H1", "January to June 2023"),
        ("2023-06", "June 2023"),
        ("P12M/2023-06-30", "July 2022 to June 2023"),
        ("2023-05-02/2023-05-09", "2 May 2023 to 9 May 2023"),
        ("2023-05-02/2023-05-02", "2 May 2023"),
    ],
)
def test_titles_are_words(text: str, title: str) -> None:
    assert parse_period(text).title() == title


def test_blocks_join_what_touches_and_keep_gaps() -> None:
    day = datetime.date
    first, next_month = Period(day(2022, 1, 1), day(2022, 6, 11)), Period(day(2022, 7, 1), day(2022, 7, 31))
    within, later = Period(day(2022, 2, 1), day(2022, 3, 1)), Period(day(2022, 9, 1), day(2022, 9, 9))
    assert blocks([later, within, next_month, first]) == [Period(day(2022, 1, 1), day(2022, 7, 31)), later]
    assert blocks([]) == []
