# SPDX-License-Identifier: GPL-2.0-or-later
"""Records: every window by a plain loop, ties, and what the file does not reach back to."""

from __future__ import annotations

import datetime
import math

import pandas as pd
import pytest
from flashpoints.plugin.core.comparison import day_numbers
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.rolling import parse_window, rolling_record, window_counts
from hypothesis import given, settings
from hypothesis import strategies as st

Day = datetime.date
ONE = datetime.timedelta(days=1)
WHOLE = Period(Day(2017, 1, 1), Day(2023, 6, 30))


def frame_of(dates: list[Day]) -> pd.DataFrame:
    return pd.DataFrame({"event_date": pd.to_datetime(pd.Series(dates, dtype="datetime64[ns]"))})


def windows_by_hand(
    dates: list[Day], coverage: Period, months: int, until: Day
) -> list[tuple[Day, Day, int]]:
    """Each window as the grammar of periods reads it, counted event by event."""
    found, end = [], coverage.start
    while end <= min(until, coverage.end):
        window = parse_period(f"P{months}M/{end.isoformat()}")
        if window.start >= coverage.start:
            found.append((window.start, end, sum(window.start <= day <= end for day in dates)))
        end += ONE
    return found


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.dates(Day(2018, 6, 1), Day(2022, 3, 31)), max_size=25),
    st.sampled_from([1, 2, 6, 12, 25]),
    st.dates(Day(2018, 11, 1), Day(2020, 3, 31)),
    st.integers(0, 900),
)
def test_every_window_against_a_loop(dates: list[Day], months: int, start: Day, length: int) -> None:
    """Through the 29th of February and the ends of months."""
    coverage = Period(start, start + datetime.timedelta(days=length))
    until = Day(2021, 8, 15)
    table = window_counts(day_numbers(frame_of(dates)["event_date"]), coverage, months, until)
    by_hand = windows_by_hand(dates, coverage, months, until)
    assert list(zip(table["start"], table["end"], table["events"])) == by_hand
    assert all(row.days == (row.end - row.start).days + 1 for row in table.itertuples())


def test_a_half_year_that_beats_every_earlier_year() -> None:
    """As the report has it: 16 in half a year; the best 12 months before had 15, and do not coincide with a year."""
    earlier = [Day(2021, 7, 1)] * 7 + [Day(2022, 6, 30)] * 8 + [Day(2020, 2, 29)] * 3
    half = [Day(2023, 1, 1)] * 9 + [Day(2023, 6, 30)] * 7
    record = rolling_record(frame_of(earlier + half), parse_period("2023-H1"), WHOLE)
    assert (record.is_record, record.events, record.previous) == (True, 16, 15)
    assert (record.previous_end, record.ties) == (Day(2022, 6, 30), 1)
    assert record.windows["end"].iloc[-1] == Day(2022, 12, 31)
    assert record.windows["end"].iloc[0] == Day(2017, 12, 31)
    assert record.reason == ""
    one_fewer = rolling_record(frame_of(earlier + half[1:]), parse_period("2023-H1"), WHOLE)
    assert one_fewer.is_record is False  # as many is no record
    assert one_fewer.events == one_fewer.previous


def test_the_first_window_with_the_highest_count_and_its_ties() -> None:
    record = rolling_record(frame_of([Day(2018, 3, 5), Day(2020, 3, 5)]), parse_period("2023-H1"), WHOLE)
    assert (record.previous, record.previous_end) == (1, Day(2018, 3, 5))
    assert record.ties == record.windows["previous_record"].sum() == 365 + 365
    none = rolling_record(frame_of([]), parse_period("2023-H1"), WHOLE)
    assert (none.is_record, none.events, none.previous, none.ties) == (False, 0, 0, len(none.windows))


def test_windows_do_not_reach_into_the_period() -> None:
    record = rolling_record(frame_of([Day(2023, 1, 1)] * 5), parse_period("2023-H1"), WHOLE)
    assert (record.is_record, record.previous) == (True, 0)
    before = rolling_record(frame_of([Day(2022, 12, 31)] * 5), parse_period("2023-H1"), WHOLE)
    assert (before.is_record, before.previous, before.previous_end) == (False, 5, Day(2022, 12, 31))


def test_a_file_that_does_not_reach_back() -> None:
    short = Period(Day(2022, 3, 1), Day(2023, 6, 30))
    record = rolling_record(frame_of([Day(2023, 2, 1)]), parse_period("2023-H1"), short)
    assert record.is_record is None
    assert math.isnan(record.previous) and record.previous_end is None and record.windows.empty
    assert "1 March 2022" in record.reason and "12 months" in record.reason
    just = rolling_record(
        frame_of([Day(2023, 2, 1)]), parse_period("2023-H1"), Period(Day(2022, 1, 1), short.end)
    )
    assert (just.is_record, len(just.windows)) == (True, 1)
    assert "all of which overlap" in just.notes[0]
    enough = rolling_record(frame_of([]), parse_period("2023-H1"), Period(Day(2021, 1, 1), short.end))
    assert "overlap" not in enough.notes[0]


def test_a_period_outside_the_file_is_not_counted_as_none() -> None:
    outside = rolling_record(frame_of([Day(2020, 1, 1)]), parse_period("2024"), WHOLE)
    assert outside.is_record is None and math.isnan(outside.events)
    assert "not covered" in outside.reason
    part = rolling_record(
        frame_of([Day(2023, 1, 5)] * 2 + [Day(2019, 1, 1)] * 3), parse_period("2023"), WHOLE
    )
    assert part.is_record is False
    assert part.reason == "2023: 181 of 365 days covered by the data"
    reached = rolling_record(frame_of([Day(2023, 1, 5)] * 4), parse_period("2023"), WHOLE)
    assert (reached.is_record, reached.reason) == (True, "")  # more can only come


def test_says_what_a_reader_has_to_know() -> None:
    notes = " ".join(rolling_record(frame_of([]), parse_period("2021-01-01/2023-06-30"), WHOLE).notes)
    assert "longer than the windows" in notes and "provisional" in notes
    early = rolling_record(frame_of([]), parse_period("2020"), WHOLE).notes
    assert len(early) == 1 and early[0].startswith("Compared with 731 windows")


def test_the_sum_of_a_long_file() -> None:
    """26 years, all events on one day: each window either holds all of them or none."""
    long = Period(Day(1997, 1, 1), Day(2022, 12, 31))
    record = rolling_record(frame_of([Day(2004, 2, 29)] * 400), parse_period("2022"), long)
    assert set(record.windows["events"]) == {0, 400}
    assert (record.windows["events"] == 400).sum() == 365  # ends 29 February 2004 to 27 February 2005


@pytest.mark.parametrize("text", ["", "12", "P0M", "P1Y", "P12M/2023-01-01", "PM"])
def test_refuses_what_is_no_window(text: str) -> None:
    with pytest.raises(FlashpointsError) as refused:
        parse_window(text)
    assert refused.value.where == "WINDOW"


def test_reads_windows() -> None:
    assert (parse_window(" P12M "), parse_window("p6m")) == (12, 6)
