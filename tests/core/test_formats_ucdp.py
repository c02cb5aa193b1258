# SPDX-License-Identifier: GPL-2.0-or-later
"""UCDP GED: ranges of dates, its own codes of precision, three types of violence, best and low and high."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from event_files import GED_COLUMNS, ged_row, write
from flashpoints.plugin.core.reading import read_events, recognise
from flashpoints.plugin.core.resources import RESOURCES


def test_a_row_of_ged_becomes_an_event(tmp_path: Path) -> None:
    path = write(tmp_path / "ged.csv", [ged_row(1)], GED_COLUMNS)
    event = read_events(path)[0].iloc[0]
    assert recognise(path).format_id == "ucdp_ged"
    assert (event["event_id"], event["event_date"], event["end_date"]) == (
        "500001",
        "2019-01-05",
        "2019-01-05",
    )
    assert (event["fatalities"], event["fatalities_low"], event["fatalities_high"]) == (4, 3, 7)
    assert (event["actor1"], event["actor2"]) == ("Government of Country", "Group A")
    assert (event["country"], event["admin1"], event["location"]) == ("Mali", "Mopti region", "Village")
    assert (event["dataset"], event["tags"]) == ("UCDP GED", "Government of Country - Group A")


@pytest.mark.parametrize(
    ("code", "event_type", "original", "inters", "targeting"),
    [
        ("1", "Battles", "State-based violence", ("State forces", None), None),
        ("2", "Battles", "Non-state violence", (None, None), None),
        ("3", "Violence against civilians", "One-sided violence", (None, "Civilians"), "Civilian targeting"),
    ],
)
def test_types_of_violence(
    tmp_path: Path,
    code: str,
    event_type: str,
    original: str,
    inters: tuple[str | None, ...],
    targeting: str | None,
) -> None:
    path = write(tmp_path / "ged.csv", [ged_row(1, type_of_violence=code)], GED_COLUMNS)
    event = read_events(path)[0].iloc[0]
    assert (event["event_type"], event["original_event_type"]) == (event_type, original)
    assert (event["inter1"], event["inter2"]) == inters
    assert event["civilian_targeting"] == targeting and event["disorder_type"] == "Political violence"


def test_precision_of_place_and_date(tmp_path: Path) -> None:
    rows = [
        ged_row(n, where_prec=str(n), date_prec=str(min(n, 5)), longitude=str(-4 - n / 100))
        for n in range(1, 8)
    ]
    events, _, report = read_events(write(tmp_path / "ged.csv", rows, GED_COLUMNS))
    assert events["geo_precision"].tolist() == [1, 2, 3, 3, 3, 3, 3]
    assert events["area_only"].tolist() == [0, 0, 0, 1, 1, 1, 1]
    assert events["time_precision"].tolist() == [1, 2, 2, 3, 3, 3, 3]
    notice = next(notice for notice in report.notices if notice.kind == "area_only")
    assert notice.count == 4 and "rings" in notice.sentence and notice.examples[0] == "500004"


def test_events_are_dated_by_the_start_of_their_range(tmp_path: Path) -> None:
    rows = [
        ged_row(1, date_start="2019-12-28", date_end="2020-01-03"),
        ged_row(2),
        ged_row(3, date_start="2019-01-05", date_end="2019-01-01"),
    ]
    events, _, report = read_events(write(tmp_path / "ged.csv", rows, GED_COLUMNS))
    assert events["event_date"].tolist() == ["2019-12-28", "2019-01-05", "2019-01-05"]
    assert events["end_date"][0] == "2020-01-03" and events["year"][0] == 2019
    kinds = {notice.kind: notice.count for notice in report.notices if notice.kind != "missing_months"}
    assert kinds == {"date_ranges": 1, "ends_before_start": 1}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"type_of_violence": "4"}, "event_type is not a known type"),
        ({"where_prec": "8"}, "where_prec is out of range"),
        ({"date_prec": "0"}, "date_prec is out of range"),
        ({"date_end": "later"}, "end_date is not a date"),
        ({"best": "-1"}, "fatalities is out of range"),
    ],
)
def test_bad_rows_of_ged_are_rejected(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    rows = [ged_row(1), ged_row(2, **changes)]
    events, rejected, report = read_events(write(tmp_path / "ged.csv", rows, GED_COLUMNS))
    assert events["event_id"].tolist() == ["500001"] and report.balanced
    assert rejected["reason"].tolist() == [reason]


def test_ged_has_a_credit_line() -> None:
    with (RESOURCES / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["dataset"]: row for row in csv.DictReader(file)}
    source = sources["UCDP GED"]
    assert "CC BY 4.0" in source["credit"] and "CC BY 4.0" in source["credit_fr"]
    assert "{accessed}" in source["credit"] and "{accessed}" in source["credit_fr"]
