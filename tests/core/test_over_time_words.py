# SPDX-License-Identifier: GPL-2.0-or-later
"""Pace and record in sentences."""

from __future__ import annotations

import datetime
import math

import pandas as pd
import pytest
from flashpoints.plugin.core.over_time_words import (
    chance_sentence,
    chance_text,
    pace_sentence,
    record_sentence,
    same_days_sentence,
)
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.rolling import rolling_record
from flashpoints.plugin.core.year_pace import year_pace

Day = datetime.date
WHOLE = Period(Day(2021, 1, 1), Day(2023, 6, 30))


def frame_of(dates: list[Day]) -> pd.DataFrame:
    return pd.DataFrame({"event_date": pd.to_datetime(pd.Series(dates, dtype="datetime64[ns]"))})


def on(day: Day, n: int) -> list[Day]:
    return [day] * n


def test_pace() -> None:
    days = [Day(2023, 1, 1) + datetime.timedelta(days=index * 181 // 500) for index in range(500)]
    before = [Day(2022, 1, 1) + datetime.timedelta(days=index * 365 // 1000) for index in range(1000)]
    pace = year_pace(frame_of(days + before), WHOLE)
    assert pace_sentence(pace, 500) == (
        "2023: 500 events by 30 June 2023; at this pace 1,009 by the end of the year (95 % interval 947 to 1,073)."
    )
    assert "500 (503 as coded by the source) events" in pace_sentence(pace, 503)
    assert chance_sentence(pace) == "Chance to pass the 1,000 of 2022 (most of 2021 to 2022): 60\u00a0%."
    assert same_days_sentence(pace).startswith(
        "If the rest of the year adds as large a share as in 2022: 1,00"
    )


def test_a_year_that_is_over_and_a_record_that_is_passed() -> None:
    frame = frame_of(on(Day(2021, 3, 1), 4) + on(Day(2022, 3, 1), 3) + on(Day(2023, 3, 1), 9))
    over = year_pace(frame, WHOLE, Day(2022, 12, 31))
    assert pace_sentence(over, 3) == "2022: 3 events."
    assert chance_sentence(over) == "It is not above the 4 of 2021 (the only earlier year)."
    assert same_days_sentence(over) == ""
    assert chance_sentence(year_pace(frame, WHOLE)) == (
        "The count so far is above the 4 of 2021 (most of 2021 to 2022) already."
    )
    assert "no earlier year" in chance_sentence(year_pace(frame, WHOLE, Day(2021, 6, 30)))


@pytest.mark.parametrize(
    ("p", "text"),
    [(0.0, "0 %"), (0.004, "less than 1 %"), (0.5965, "60 %"), (0.999, "more than 99 %"), (1.0, "100 %"),
     (math.nan, "–")],
)  # fmt: skip
def test_chances_never_round_to_certainty(p: float, text: str) -> None:
    assert chance_text(p) == text.replace(" %", "\u00a0%")


def test_records() -> None:
    period = parse_period("2023-H1")

    def say(before: int, now: int, coded: int | None = None) -> str:
        record = rolling_record(
            frame_of(on(Day(2022, 5, 3), before) + on(Day(2023, 2, 1), now)), period, WHOLE
        )
        return record_sentence(record, now if coded is None else coded, record.previous)

    head = "January to June 2023"
    assert (
        say(9, 16)
        == f"{head} (16 events) is a record: no earlier 12 months had more than 9, those to 3 May 2022."
    )
    assert say(9, 15, 16).startswith(f"{head} (15 (16 as coded by the source) events) is a record")
    assert say(9, 9) == f"{head} (9 events) is no record: 12 months had as many before, those to 3 May 2022."
    assert say(9, 8) == f"{head} (8 events) is no record: 12 months had 9 before, those to 3 May 2022."
    assert say(0, 2) == f"{head} (2 events) is a record: no earlier 12 months had more than 0."
    early = rolling_record(frame_of([]), parse_period("2021-H2"), WHOLE)
    assert record_sentence(early, 0, 0).startswith(
        "Whether July to December 2021 is a record is not known: The file"
    )
