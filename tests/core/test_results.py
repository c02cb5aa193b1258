# SPDX-License-Identifier: GPL-2.0-or-later
"""Results as tables and sentences: order, foot, words, what is copied."""

from __future__ import annotations

import datetime
import math
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.event_table import event_table, foot_line
from flashpoints.plugin.core.rates import rate_ratio
from flashpoints.plugin.core.result import Result
from flashpoints.plugin.core.result_tables import result_table
from flashpoints.plugin.core.result_words import footnote, sentences
from flashpoints.plugin.core.shown_table import Shown, ShownTable, as_html, as_text, counted, words


def rings(later: float, earlier: float) -> Result:
    """A ring in two half-years, as the algorithm writes it."""
    found = rate_ratio(np.array([later]), np.array([181.0]), np.array([earlier]), np.array([184.0]))
    nothing = {"rate_ratio": None, "rr_low": None, "rr_high": None, "p_value": None}
    tests = {
        "rate_ratio": float(found.ratio[0]), "rr_low": float(found.low[0]), "rr_high": float(found.high[0]),
        "p_value": float(found.p_value[0]),
    }  # fmt: skip
    rows = [
        {"centre": "Bamako", "radius_km": 150.0, "period": period, "events": count, "events_as_coded": count,
         "events_gp1": 1, **numbers}
        for period, count, numbers in (("2022-H2", earlier, nothing), ("2023-H1", later, tests))
    ]  # fmt: skip
    source = {"dataset": "ACLED", "credit": "Source: ACLED.", "file_name": "a.csv", "sha256": "ab" * 32,
              "access_date": "2023-07-01", "terms": "rows may not be passed on"}  # fmt: skip
    return Result(
        "Rings", "ring-geodesic/1", pd.DataFrame(rows, dtype=object), {"algorithm": "flashpoints:buffercounts"},
        (source,), "Events within; types", "0.2", "2023-07-02T10:11:12Z", rulings=2,
    )  # fmt: skip


def test_the_sentence_has_the_numbers_of_the_field() -> None:
    (said,) = sentences(rings(16, 5))
    assert said == (
        "16 events within 150 km of Bamako (January to June 2023), 5 before (July to December 2022): "
        "× 3.25 per day (95 % interval 1.14 to 11.35), p 0.024."
    )


@pytest.mark.parametrize(
    ("later", "earlier", "part"),
    [
        (9, 3, "Chance alone could explain it."),
        (4, 0, "none before (July to December 2022): per day at least × "),
        (0, 0, "0 events within 150 km of Bamako (January to June 2023), 0 before (July to December 2022)."),
        (1, 5, "1 event within"),
        (math.nan, 5, "The file does not cover January to June 2023."),
        (3, math.nan, "the file does not cover July to December 2022."),
    ],
)
def test_each_state_has_its_sentence(later: float, earlier: float, part: str) -> None:
    (said,) = sentences(rings(later, earlier))
    assert part in said and "nan" not in said


def test_the_footnote_says_where_the_numbers_come_from() -> None:
    text = "\n".join(footnote(rings(16, 5)))
    for part in (
        "Events within; types", "a.csv", "SHA-256 abab", "2023-07-01", "Source: ACLED;", "may not be passed on",
        "2 rulings", "0.2", "2023-07-02 10:11", "ring-geodesic/1",
    ):  # fmt: skip
        assert part in text


def test_a_row_of_many_is_judged_by_the_adjusted_p() -> None:
    """Three times as many events in one region of nine: p 0.036 alone, 0.32 among the nine."""
    rows = [
        {"name": name, "id": name, "events_a": 6, "events_b": 18, "rate_ratio": 3.05, "rr_low_disp": 1.06,
         "rr_high_disp": 10.6, "p_disp": 0.036, "p_adjusted": p}
        for name, p in (("Kayes", 0.32), ("(all)", None))
    ]  # fmt: skip
    parameters = {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}
    result = Result("Regions", "rate-ratio-exact/1", pd.DataFrame(rows, dtype=object), parameters)
    whole, part = sentences(result)
    assert whole.startswith("All: 18 events") and whole.endswith("p 0.036.")
    assert part.endswith("p 0.32 (adjusted for many rows). Chance alone could explain it.")
    made = result_table(result)
    at = [column.name for column in made.columns].index("rate_ratio")
    assert made.is_quiet(0, at) and not made.is_quiet(1, at)


def table() -> ShownTable:
    """Names with accents, HTML and an unknown number; the last row is the total."""
    rows = pd.DataFrame(
        {"name": ["Sikasso", "Ségou", "<b>Gao</b>", None, "All"], "n": [2.0, 10.0, math.nan, 1.0, 13.0]}
    )
    foot = np.array([False, False, False, False, True])
    columns = (Shown("name", "Name", words), Shown("n", "n", counted, True))
    return ShownTable(columns, rows, foot, np.array([True, False, False, False, False]))


def test_sorting_leaves_the_foot_below_and_what_is_unknown_last() -> None:
    made = table()
    assert [made.text(row, 0) for row in made.order(0)] == ["<b>Gao</b>", "Ségou", "Sikasso", "", "All"]
    assert [made.text(row, 1) for row in made.order(1)] == ["1", "2", "10", "–", "13"]
    assert [made.text(row, 1) for row in made.order(1, descending=True)] == ["10", "2", "1", "–", "13"]


class Reader(HTMLParser):
    """The cells of a table, and the tags that there are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.cells.append(data)


def test_what_is_copied_is_what_is_shown() -> None:
    made = table()
    lines = as_text(made, [1, 0, 4], ["a note"]).splitlines()
    assert lines == ["Name\tn", "Ségou\t10", "Sikasso\t2", "All\t13", "", "a note"]
    read = Reader(as_html(made, [2, 0], "A <title>", ["a <note>"]))
    assert read.tags == {"p", "b", "small", "table", "tr", "th", "td"} and "<b>Gao</b>" in read.cells
    assert "A <title>" in read.cells and "a <note>" in read.cells


def test_only_the_change_of_a_row_is_grey() -> None:
    made = result_table(rings(9, 3))
    names = [column.name for column in made.columns]
    assert made.is_quiet(1, names.index("rate_ratio")) and not made.is_quiet(1, names.index("events"))
    assert not result_table(rings(16, 5)).is_quiet(1, names.index("rate_ratio"))
    assert "centre" not in names and "events_as_coded" not in names  # which say nothing here


def test_a_list_of_events_counts_unknown_deaths_apart() -> None:
    dates = pd.to_datetime(["2023-02-01", "2023-01-01", "2023-03-01"])
    events = pd.DataFrame(
        {
            "event_id": ["a", "b", "c"], "event_date": dates, "location": "Konna", "admin1": ["Mopti", None, "Mopti"],
            "actor1": ["X", "X", None], "actor2": ["Y", None, None], "event_type": "Battles",
            "sub_event_type": None, "fatalities": [3.0, math.nan, 9.0], "geo_precision": [1.0, 2.0, math.nan],
            "source": "S", "ruled": ["fatalities", "", "exclude"],
        }
    )  # fmt: skip
    assert foot_line(events) == (
        "2 events · 3 reported killed · 1 with fatalities not known · 1 left out by rulings and not counted"
    )
    made = event_table(events)
    shown = [[made.text(row, column) for column in range(len(made.columns))] for row in made.order(0)]
    assert shown[0][:7] == ["1 January 2023", "Konna", "X", "Battles", "–", "2", "S"]
    assert shown[1][:5] == ["1 February 2023", "Konna, Mopti", "X – Y", "Battles", "3"]
    assert shown[2][5:8] == ["–", "S", "left out"] and made.is_quiet(2, 0)


def test_steps_are_added_up_in_words() -> None:
    rows = []
    for month, count in ((1, 4), (2, 7)):
        start = datetime.date(2023, month, 1)
        end = datetime.date(2023, month, 31 if month == 1 else 28)
        rows.append(
            {"name": "(all)", "id": "(all)", "period": f"2023-0{month}", "start": start, "end": end,
             "events": count, "step_days": 31}
        )  # fmt: skip
    (said,) = sentences(Result("Months", "x/1", pd.DataFrame(rows, dtype=object)))
    assert said == "11 events (January to February 2023), the most in February 2023: 7."
