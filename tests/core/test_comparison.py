# SPDX-License-Identifier: GPL-2.0-or-later
"""Two periods compared: the table, its notes, and whether its intervals hold."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core import rates
from flashpoints.plugin.core.comparison import COLUMNS, compare
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period, parse_period
from hypothesis import given, settings
from hypothesis import strategies as st

H2, H1 = parse_period("2022-H2"), parse_period("2023-H1")
TESTED = ["rate_ratio", "rr_low", "rr_high", "p_value", "rr_low_disp", "rr_high_disp", "p_disp", "p_adjusted"]


def events_of(rows: list[tuple[str, str, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["name", "event_date", "fatalities"])
    frame["event_date"] = pd.to_datetime(frame["event_date"])
    return frame.astype({"fatalities": float})


def spread(name: str, period: Period, n: int, fatalities: float = 1.0) -> list[tuple[str, str, float]]:
    """n events, evenly through the period."""
    step = [period.start + datetime.timedelta(days=int(i * period.days / n)) for i in range(n)]
    return [(name, day.isoformat(), fatalities) for day in step]


def test_the_columns_of_the_contract_and_one_row_a_name() -> None:
    table = compare(events_of(spread("Segou", H1, 3)), ["Mopti", "Segou"], H2, H1)
    assert table.columns.tolist() == [
        "name", "events_a", "events_b", "days_a", "days_b", "fatalities_a", "fatalities_b", "change_pct",
        "rate_ratio", "rr_low", "rr_high", "p_value",
        "dispersion", "rr_low_disp", "rr_high_disp", "p_disp", "p_adjusted", "note",
    ]  # fmt: skip
    assert tuple(table.columns) == COLUMNS
    assert table["name"].tolist() == ["Mopti", "Segou"]


def test_sixteen_against_five() -> None:
    events = events_of(spread("Bamako", H1, 16, 2) + spread("Bamako", H2, 5, 3))
    row = compare(events, ["Bamako"], H2, H1).iloc[0]
    assert row[["events_a", "events_b", "days_a", "days_b"]].tolist() == [5, 16, 184, 181]
    assert row[["fatalities_a", "fatalities_b", "change_pct"]].tolist() == pytest.approx([15, 32, 220])
    found = row[["rate_ratio", "rr_low", "rr_high"]].tolist()
    assert found == pytest.approx([3.25304, 1.13874, 11.35414], abs=5e-6)
    assert row["p_value"] == pytest.approx(0.024154, abs=5e-7)
    assert row["dispersion"] < 1  # evenly spread: more regular than chance, which buys no narrower interval
    assert row["p_disp"] == row["p_value"] == row["p_adjusted"]


def test_both_ends_of_a_period_belong_to_it() -> None:
    days = ["2022-06-30", "2022-07-01", "2022-12-31", "2023-01-01", "2023-06-30", "2023-07-01"]
    row = compare(events_of([("x", day, 0.0) for day in days]), ["x"], H2, H1).iloc[0]
    assert (row["events_a"], row["events_b"]) == (2, 2)


def test_notes() -> None:
    events = events_of(
        spread("from", H1, 7)
        + spread("to", H2, 7)
        + [
            ("unknown", day, dead)
            for day, dead in (("2023-02-01", np.nan), ("2023-02-01", 5.0), ("2022-08-01", np.nan))
        ]
    )
    table = compare(events, ["from", "to", "none", "unknown"], H2, H1).set_index("name")
    assert table["note"].to_dict() == {
        "from": "from 0",
        "to": "",
        "none": "no events",
        "unknown": "events with unknown fatalities: 2",
    }
    assert table.loc["none", [*TESTED, "change_pct"]].isna().all()
    assert table.loc["none", ["events_a", "events_b", "fatalities_a"]].tolist() == [0, 0, 0]
    assert table.loc["from", ["rate_ratio", "rr_high", "rr_high_disp", "change_pct"]].isna().all()
    assert (table.loc["from", ["rr_low", "rr_low_disp"]] > 0).all()
    assert table.loc["from", "p_value"] < 0.05
    assert table.loc["to", ["rate_ratio", "rr_low", "change_pct"]].tolist() == [0, 0, -100]
    assert table.loc["unknown", "fatalities_b"] == 5
    assert np.isnan(table.loc["unknown", "fatalities_a"])


def test_adjustment_is_among_the_rows_that_are_tested() -> None:
    events = spread("(outside)", H1, 30) + spread("a", H1, 20) + spread("a", H2, 5)
    events += spread("b", H1, 9) + spread("b", H2, 3) + spread("c", H1, 10) + spread("c", H2, 10)
    frame = events_of(events)
    names = ["a", "b", "c", "empty", "(outside)"]
    table = compare(frame, names, H2, H1, all_events=frame).set_index("name")
    tested = table.loc[["a", "b", "c"]]
    expected = rates.benjamini_hochberg(tested["p_disp"].to_numpy())
    assert tested["p_adjusted"].to_numpy() == pytest.approx(expected)
    assert table.loc["a", "p_adjusted"] == pytest.approx(3 * table.loc["a", "p_disp"])
    assert table.loc[["empty", "(outside)", "(all)"], "p_adjusted"].isna().all()
    assert table.loc[["(outside)", "(all)"], "p_disp"].notna().all()


def test_an_event_under_two_names_counts_once_in_all() -> None:
    shared = spread("jnim", H1, 4)
    events = events_of(shared + [("isgs", *rest) for _, *rest in shared] + spread("isgs", H2, 2))
    once = events_of(shared + spread("isgs", H2, 2)).drop(columns="name")
    table = compare(events, ["jnim", "isgs"], H2, H1, all_events=once).set_index("name")
    assert table["events_b"].to_dict() == {"jnim": 4, "isgs": 4, "(all)": 4}
    assert table["events_a"].to_dict() == {"jnim": 0, "isgs": 2, "(all)": 2}
    first = compare(events, ["(all)", "jnim", "isgs"], H2, H1, all_events=once)
    assert first["name"].tolist() == ["(all)", "jnim", "isgs"]
    assert first["events_b"].tolist() == [4, 4, 4]
    named = pd.concat([events, once.assign(name="(all)")])  # rows of that name give way to the argument
    assert compare(named, ["(all)", "jnim", "isgs"], H2, H1, all_events=once).equals(first)


def test_a_period_outside_the_coverage_is_not_zero() -> None:
    events = events_of(spread("x", H1, 12))
    coverage = Period(datetime.date(2023, 1, 1), datetime.date(2023, 3, 31))
    row = compare(events, ["x"], H2, H1, coverage=coverage).iloc[0]
    assert row[["events_a", "fatalities_a", "change_pct", *TESTED]].isna().all()
    assert (row["days_a"], row["days_b"], row["events_b"]) == (0, 90, 6)
    assert row["note"] == "2022-H2: not covered by the data; 2023-H1: 90 of 181 days covered by the data"


def test_exposure_is_the_covered_part() -> None:
    events = events_of(spread("x", H2, 184) + spread("x", H1, 181))
    coverage = Period(datetime.date(2022, 10, 1), datetime.date(2023, 12, 31))
    row = compare(events, ["x"], H2, H1, coverage=coverage).iloc[0]
    assert (row["events_a"], row["days_a"]) == (92, 92)
    assert row["rate_ratio"] == pytest.approx(1)
    assert row["change_pct"] == pytest.approx(100 * (181 / 92 - 1))
    assert row["dispersion"] == 0


def test_overlapping_periods_have_counts_and_no_ratio() -> None:
    events = events_of(spread("x", H1, 12))
    row = compare(events, ["x"], parse_period("P12M/2023-06-30"), H1).iloc[0]
    assert (row["events_a"], row["events_b"]) == (12, 12)
    assert row[TESTED].isna().all()
    assert row["note"] == "the periods overlap"


def test_refuses_reversed_periods_and_events_without_a_row() -> None:
    events = events_of(spread("x", H1, 12))
    with pytest.raises(FlashpointsError, match="[Ss]wap"):
        compare(events, ["x"], H1, H2)
    with pytest.raises(FlashpointsError, match="x"):
        compare(events, ["y"], H2, H1)


def test_no_events() -> None:
    nothing = events_of([])
    table = compare(nothing, ["x"], H2, H1, all_events=nothing)
    assert table["name"].tolist() == ["x", "(all)"]
    assert table["note"].tolist() == ["no events", "no events"]
    assert table["dispersion"].isna().all()


def test_weeks_are_whole_ones_from_the_start_of_each_period() -> None:
    # 15 days: two weeks, and a day that is in the counts only. 12 and 8 events a week: mean 10, variance 8
    a = Period(datetime.date(2023, 1, 3), datetime.date(2023, 1, 17))
    b = Period(datetime.date(2023, 1, 18), datetime.date(2023, 2, 1))
    counts = (("2023-01-09", 12), ("2023-01-10", 8), ("2023-01-17", 50))
    row = compare(events_of([("x", day, 0.0) for day, n in counts for _ in range(n)]), ["x"], a, b).iloc[0]
    assert row["events_a"] == 70
    assert row["dispersion"] == pytest.approx(8 / 10)


def test_dispersion_cannot_be_measured_in_less_than_two_weeks() -> None:
    a, b = (Period(datetime.date(2023, 1, day), datetime.date(2023, 1, day + 12)) for day in (1, 15))
    row = compare(events_of(spread("x", a, 13) + [("x", "2023-01-20", 1.0)] * 30), ["x"], a, b).iloc[0]
    assert np.isnan(row["dispersion"])
    assert (row["rr_low_disp"], row["p_disp"]) == (row["rr_low"], row["p_value"])
    assert row["note"] == "dispersion could not be measured"


def weekly_events(name: str, weeks: np.ndarray, start: str) -> pd.DataFrame:
    """One event a count, on the first day of its week."""
    day = pd.Timestamp(start) + pd.to_timedelta(7 * np.repeat(np.arange(weeks.size), weeks), unit="D")
    return pd.DataFrame({"name": name, "event_date": day, "fatalities": 0.0})


def test_small_rows_take_the_dispersion_of_all_rows() -> None:
    rng = np.random.default_rng(5)
    weeks = {name: rng.negative_binomial(1, 0.2, (2, 25)) for name in ("big", "other")}
    weeks["small"] = np.zeros((2, 25), dtype=int)
    weeks["small"][0, [3, 9, 12]] = 2
    weeks["small"][1, [1, 20]] = 3
    frame = pd.concat(
        [weekly_events(name, part[0], "2022-07-01") for name, part in weeks.items()]
        + [weekly_events(name, part[1], "2023-01-01") for name, part in weeks.items()]
    )
    late = Period(H2.start, H2.start + datetime.timedelta(days=174))
    table = compare(frame, list(weeks), late, H1, all_events=frame).set_index("name")
    for name in ("big", "other"):
        assert table.loc[name, "dispersion"] == pytest.approx(rates.dispersion(*weeks[name]))
    everything = np.array(list(weeks.values()))
    assert table.loc["small", "dispersion"] == pytest.approx(
        rates.pooled_dispersion(everything[:, 0], everything[:, 1])
    )
    assert table.loc["(all)", "dispersion"] == pytest.approx(rates.dispersion(*everything.sum(axis=0)))
    row = table.loc["small"]
    expected = rates.rate_ratio(6, 181, 6, 175, phi=row["dispersion"])
    assert row[["rr_low_disp", "rr_high_disp", "p_disp"]].tolist() == pytest.approx(
        [expected.low, expected.high, expected.p_value]
    )
    assert row["rr_high_disp"] > row["rr_high"]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-40, 400), st.integers(0, 9)), max_size=80))
def test_rows_add_up_to_all(rows: list[tuple[str, int, int]]) -> None:
    start = datetime.date(2022, 7, 1)
    events = events_of(
        [(name, (start + datetime.timedelta(days=day)).isoformat(), float(dead)) for name, day, dead in rows]
    )
    table = compare(events, list("abcd"), H2, H1, all_events=events).set_index("name")
    counted = ["events_a", "events_b", "fatalities_a", "fatalities_b"]
    assert table.loc[list("abcd"), counted].sum().tolist() == table.loc["(all)", counted].tolist()
    assert table.loc["(all)", "events_a"] == sum(0 <= day < 184 for _, day, _ in rows)
    assert table.loc["(all)", "events_b"] == sum(184 <= day < 365 for _, day, _ in rows)


@pytest.mark.parametrize(("phi", "ratio"), [(1.0, 1.0), (2.0, 1.0), (3.0, 2.0)])
def test_calibration_of_the_printed_table(phi: float, ratio: float) -> None:
    """26 regions of 10 to 300 events a half-year, many times over, through the table itself.

    Rows of 20 events and more cover 93 to 98 %. Smaller ones are exact-test conservative: 93 % and more.
    """
    rng = np.random.default_rng([3, int(phi), int(ratio)])
    worlds, regions, weeks = 40, 26, 25
    a, b = (Period(half.start, half.start + datetime.timedelta(days=174)) for half in (H2, H1))
    mean = np.geomspace(4, 300, regions)[None, :, None] / weeks * np.ones((worlds, 1, weeks))
    large, small, rejected = [], [], []

    def draw(mu: np.ndarray) -> np.ndarray:
        return rng.poisson(mu) if phi == 1 else rng.negative_binomial(mu / (phi - 1), 1 / phi)

    earlier, later = draw(mean), draw(ratio * mean)
    names = [f"region {number}" for number in range(regions)]
    week = np.arange(weeks)
    for world in range(worlds):
        parts = []
        for counts, period in ((earlier[world], a), (later[world], b)):
            region, when = np.divmod(np.repeat(np.arange(regions * weeks), counts.ravel()), week.size)
            after = pd.to_timedelta(7 * when + rng.integers(0, 7, when.size), unit="D")
            day = pd.Timestamp(period.start) + after
            name = np.array(names)[region]
            parts.append(pd.DataFrame({"name": name, "event_date": day, "fatalities": 0.0}))
        table = compare(pd.concat(parts), names, a, b)
        total = table["events_a"] + table["events_b"]
        holds = (table["rr_low_disp"] <= ratio) & ~(table["rr_high_disp"] < ratio)
        large += holds[total >= 20].tolist()
        small += holds[(total > 0) & (total < 20)].tolist()
        rejected.append((table["p_adjusted"] < 0.05).any())
    assert len(large) > 500
    assert 0.93 <= np.mean(large) <= 0.98
    assert np.mean(small) >= 0.93
    if ratio == 1:  # a world in which nothing changed shows a change in about 1 of 20
        assert np.mean(rejected) <= 0.15
    else:
        assert np.mean(rejected) > 0.9
