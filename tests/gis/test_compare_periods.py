# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm compareperiods beyond its counts: earlier years, any grouping, its parameters at their extremes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from flashpoints.plugin.core.schema import VIOLENT_TYPES
from qgis.core import QgsVectorLayer

PAIR = {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}


@pytest.fixture(scope="module")
def rows(sample: Path) -> list[dict[str, str]]:
    with sample.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["country"] == "Mali"]


def in_first_half(rows: list[dict[str, str]], year: int, kind: str) -> int:
    return sum(
        1
        for row in rows
        if row["event_type"] == kind and f"{year}-01-01" <= row["event_date"] <= f"{year}-06-30"
    )


def test_the_same_days_of_earlier_years_are_counted_from_the_file(
    run: Callable, store_layer: QgsVectorLayer, rows: list
) -> None:
    ran = run(
        "compareperiods", INPUT=store_layer, **PAIR, GROUP_BY="event_type", EARLIER="memory:", EARLIER_YEARS=3
    )
    table, main = ran.frame("EARLIER"), ran.frame().set_index("id")
    assert list(dict.fromkeys(table["period"])) == ["2023-H1", "2022-H1", "2021-H1", "2020-H1"]
    found = table.set_index(["id", "period"])
    for kind in VIOLENT_TYPES:
        for year in range(2020, 2024):
            row = found.loc[(kind, f"{year}-H1")]
            assert row["events"] == row["events_as_coded"] == in_first_half(rows, year, kind)
        assert found.loc[(kind, "2023-H1"), "events"] == main.loc[kind, "events_b"]
        row = found.loc[(kind, "2020-H1")]
        expected = (main.loc[kind, "events_b"] / 181) / (row["events"] / 182)
        assert row["days"] == 182 and row["rate_ratio"] == pytest.approx(expected)
    whole = [found.loc[("(all)", f"{year}-H1"), "events"] for year in range(2020, 2024)]
    assert whole == [
        sum(in_first_half(rows, year, kind) for kind in VIOLENT_TYPES) for year in range(2020, 2024)
    ]


def test_an_earlier_year_against_itself_is_the_comparison_of_those_two(
    run: Callable, store_layer: QgsVectorLayer
) -> None:
    """2022-H1 against 2023-H1, asked for as a pair and met among the earlier years: one number."""
    pair = (
        run("compareperiods", INPUT=store_layer, PERIOD_A="2022-H1", PERIOD_B="2023-H1")
        .frame()
        .set_index("id")
    )
    met = run("compareperiods", INPUT=store_layer, **PAIR, EARLIER="memory:").frame("EARLIER")
    met = met[met["period"] == "2022-H1"].set_index("id")
    for column, own in (("events", "events_a"), ("rate_ratio", "rate_ratio"), ("rr_low_disp", "rr_low_disp")):
        for name in pair.index:
            assert met.loc[name, column] == pytest.approx(pair.loc[name, own]), (name, column)


def test_a_file_without_earlier_years_says_so(run: Callable, store_layer: QgsVectorLayer) -> None:
    asked = {"PERIOD_A": "2017-01-01/2017-01-31", "PERIOD_B": "2017-02-01/2017-02-28"}
    ran = run("compareperiods", INPUT=store_layer, **asked, EARLIER="memory:")
    assert ran.frame("EARLIER").empty and "no earlier year’s days of 2017-02" in ran.log


@pytest.mark.parametrize("group_by", ["region", "zone", "actor_group", "actor_family", "event_type"])
def test_every_grouping_has_its_earlier_years(
    run: Callable, store_layer: QgsVectorLayer, group_by: str
) -> None:
    ran = run("compareperiods", INPUT=store_layer, **PAIR, GROUP_BY=group_by, EARLIER="memory:")
    main, table = ran.frame(), ran.frame("EARLIER")
    assert set(main["id"]) <= set(table["id"]) and table["name"].notna().all()
    own = table[table["period"] == "2023-H1"].set_index("id")["events"]
    assert own[main["id"]].tolist() == main["events_b"].tolist()


def test_one_day_beside_another_and_a_radius_of_years(run: Callable, store_layer: QgsVectorLayer) -> None:
    one_day = {"PERIOD_A": "2023-01-01/2023-01-01", "PERIOD_B": "2023-01-02/2023-01-02"}
    frame = run("compareperiods", INPUT=store_layer, **one_day).frame()
    assert set(frame["days_a"]) == set(frame["days_b"]) == {1} and frame["dispersion"].isna().all()
    years = {"PERIOD_A": "1997-01-01/2009-12-31", "PERIOD_B": "2010-01-01/2022-12-31"}
    ran = run("compareperiods", INPUT=store_layer, **years, EARLIER="memory:")
    whole = ran.frame().set_index("id").loc["(all)"]
    assert (
        whole["rate_ratio"] is None and "not covered by the data" in whole["note"]
    )  # the file begins in 2017
    assert ran.frame("EARLIER").empty
