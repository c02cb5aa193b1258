# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said beside a count: each line against rows whose answer is known, or against plain loops."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.caveats import (
    CHANCE,
    COVERAGE,
    EDGES,
    FILTER,
    KINDS,
    NOT_COVERED,
    PRECISION,
    PROVISIONAL,
    RULINGS,
    SEVERAL,
    UNPLACED,
    Caveat,
    caveats,
    sentences,
)  # fmt: skip
from flashpoints.plugin.core.edges import date_widths, near_an_edge
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.core.zones import read_table
from hypothesis import given
from hypothesis import strategies as st

H1, H2 = parse_period("2023-H1"), parse_period("2022-H2")
LONG_AGO = datetime.date(2030, 1, 1)
"""No day is provisional."""


def events(*days: str, **columns: object) -> pd.DataFrame:
    """A frame with a row a day."""
    frame = pd.DataFrame({"event_date": pd.to_datetime(list(days))})
    return frame.assign(**columns)


def of(found: list[Caveat], kind: str) -> str:
    """The text of a kind; "" where nothing is said of it."""
    return next((one.text for one in found if one.kind == kind), "")


def test_each_kind_has_its_thresholds() -> None:
    """The table and the code know the same kinds."""
    rows = read_table(RESOURCES / "caveats.csv", ("kind", "least", "share", "weight"))
    assert sorted(row["kind"] for row in rows) == sorted(KINDS)


def test_nothing_is_said_where_nothing_matters() -> None:
    frame = events(
        "2023-03-01", "2022-09-01", geo_precision=[1, 2], time_precision=[1, 1], longitude=[1.0, 2.0]
    )
    assert caveats(frame, [H2, H1], Period(datetime.date(2020, 1, 1), datetime.date(2024, 6, 30))) == []
    assert caveats(frame.iloc[:0], [H2, H1], None) == []


def test_precision_of_place_in_three_counts() -> None:
    """Town, with its surroundings, all: of each period, and only where some lie wider or nobody says."""
    frame = events(
        *["2023-03-01"] * 6, "2022-09-01", geo_precision=[1, 1, 2, 3, 3, np.nan, 1],
    )  # fmt: skip
    text = of(caveats(frame, [H2, H1]), PRECISION)
    assert text == (
        "By precision of place: 2 in the town, 3 with its surroundings, 6 in all (2023-H1); "
        "1 in the town, 1 with its surroundings, 1 in all (2022-H2)."
    )
    assert not of(caveats(frame, [H2, H1], by_place=False), PRECISION)
    assert not of(caveats(frame.iloc[:3], [H2, H1]), PRECISION)


@pytest.mark.parametrize(("vague", "said"), [(0, False), (1, False), (2, False), (3, True)])
def test_a_share_below_one_in_a_hundred_is_not_said(vague: int, said: bool) -> None:
    frame = events(*["2023-03-01"] * 250, geo_precision=[3] * vague + [1] * (250 - vague))
    assert bool(of(caveats(frame, [H1]), PRECISION)) is said


def test_days_beyond_the_file() -> None:
    """How many days of the period the file covers, and a period that it does not cover at all."""
    found = caveats(
        events("2023-01-02"), [H2, H1], Period(datetime.date(2023, 1, 1), datetime.date(2023, 6, 20))
    )
    assert of(found, COVERAGE) == "The file covers 171 of the 181 days of 2023-H1."
    assert of(found, NOT_COVERED) == "The file does not cover 2022-H2."
    assert [one.kind for one in found][:2] == [NOT_COVERED, COVERAGE]


def test_provisional_weeks_are_said_also_without_events_in_them() -> None:
    """What is still to come is missing from a count of 0, too."""
    covered = Period(datetime.date(2020, 1, 1), H1.end)
    found = caveats(events("2023-05-06", "2023-05-05", "2022-09-01"), [H2, H1], covered)
    assert of(found, PROVISIONAL) == "Provisional in this file, from 6 May 2023 on: 1 of 2 (2023-H1)."
    found = caveats(events("2023-01-06"), [H2, H1], covered)
    assert of(found, PROVISIONAL) == "Provisional in this file, from 6 May 2023 on: 0 of 1 (2023-H1)."
    assert not of(caveats(events("2022-09-01"), [H2], covered), PROVISIONAL)
    later = Period(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))  # wholly after the file
    assert not of(caveats(events("2022-09-01"), [later], covered), PROVISIONAL)
    found = caveats(events("2022-09-01"), [H2], covered, provisional=datetime.date(2022, 8, 1))
    assert of(found, PROVISIONAL) == "Provisional in this file, from 1 August 2022 on: 1 of 1 (2022-H2)."


def test_events_without_a_place() -> None:
    """Those in the frame, and those beside it."""
    frame = events("2023-03-01", "2023-03-02", longitude=[np.nan, 1.0])
    assert of(caveats(frame, [H1]), UNPLACED) == "Events without a place, in no ring and no region: 1."
    assert "region: 5" in of(caveats(frame, [H1], unplaced=4), UNPLACED)
    assert not of(caveats(frame, [H1], by_place=False), UNPLACED)


def test_rulings_that_change_a_count() -> None:
    coded = events(*["2023-03-01"] * 16, "2022-09-01")
    frame = coded.iloc[1:]
    text = "With rulings of analysts: 15 (16 as coded by the source) in 2023-H1."
    assert of(caveats(frame, [H2, H1], as_coded=coded), RULINGS) == text
    assert not of(caveats(coded, [H2, H1], as_coded=coded), RULINGS)


def test_events_that_name_several_groups() -> None:
    """Only of those that were asked for; with a breakdown, those that stand in two rows."""
    frame = events(
        *["2023-03-01"] * 4,
        actor_groups=[";jnim;military;", ";jnim;isgs;", ";isgs;", None],
        actor_families=[
            ";militant_islamist;state_forces;",
            ";militant_islamist;",
            ";militant_islamist;",
            None,
        ],
    )
    text = "Events that name several of the chosen groups, counted once: 1 of 4 (2023-H1)."
    assert of(caveats(frame, [H1], groups=("jnim", "isgs")), SEVERAL) == text
    assert not of(caveats(frame, [H1], groups=("militant_islamist",)), SEVERAL)
    assert not of(caveats(frame, [H1]), SEVERAL)
    text = "Events that stand in several rows and count once in all: 2 of 4 (2023-H1)."
    assert of(caveats(frame, [H1], breakdown="actor_groups"), SEVERAL) == text


def test_a_filter_comes_first_and_chance_last() -> None:
    frame = events("2023-03-01", geo_precision=[3])
    found = caveats(frame, [H1], filter_used="country = 'Mali'", p_value=0.4)
    assert [one.kind for one in found] == [FILTER, PRECISION, CHANCE]
    assert sentences(found, 1) == ["Only what the layer shows is counted: country = 'Mali'."]
    assert not of(caveats(frame, [H1], p_value=0.01), CHANCE)
    assert not of(caveats(frame, [H1], p_value=float("nan")), CHANCE)


def test_more_than_two_periods_are_counted_together() -> None:
    frame = events("2023-03-01", "2022-03-01", "2021-03-01", geo_precision=[3, 1, 2])
    found = caveats(frame, [parse_period(text) for text in ("2021", "2022", "2023")])
    assert of(found, PRECISION) == "By precision of place: 1 in the town, 2 with its surroundings, 3 in all."


DAYS = st.dates(datetime.date(2022, 11, 1), datetime.date(2023, 3, 1))


@given(st.lists(st.tuples(DAYS, st.sampled_from([1, 2, 3, None]))), DAYS, st.integers(0, 60))
def test_edges_against_a_loop(
    rows: list[tuple[datetime.date, int | None]], start: datetime.date, long: int
) -> None:
    """An event is near an edge when some day of its week or month could lie on the other side."""
    period = Period(start, start + datetime.timedelta(days=long))
    frame = events(*(day.isoformat() for day, _ in rows), time_precision=[one for _, one in rows])
    expected = []
    for day, precision in rows:
        width = {2: 7, 3: 31}.get(precision or 1, 1)
        reach = [day + datetime.timedelta(days=shift) for shift in range(1 - width, width)]
        inside = period.start <= day <= period.end
        expected.append(inside and any(not period.start <= one <= period.end for one in reach))
    assert near_an_edge(frame, period).tolist() == expected
    assert date_widths() == {2: 7, 3: 31}
    said = of(caveats(frame, [period], provisional=LONG_AGO), EDGES)
    counted = sum(period.start <= day <= period.end for day, _ in rows)
    text = f"Dated only to a week or month, near an edge of the period: {sum(expected)} of {counted} ({period.label})."
    assert said == (text if any(expected) else "")


PLACES = st.lists(st.tuples(DAYS, st.sampled_from([1, 2, 3, None]), st.booleans()), max_size=40)


@given(PLACES)
def test_all_lines_against_loops(rows: list[tuple[datetime.date, int | None, bool]]) -> None:
    """Counts by precision and without a place, whatever the rows are; weights fall."""
    frame = events(
        *(day.isoformat() for day, *_ in rows),
        geo_precision=[one for _, one, _ in rows], longitude=[1.0 if there else np.nan for *_, there in rows],
    )  # fmt: skip
    found = caveats(frame, [H1], provisional=LONG_AGO)
    inside = [row for row in rows if H1.start <= row[0] <= H1.end]
    town, near = (sum(one is not None and one <= limit for _, one, _ in inside) for limit in (1, 2))
    text = f"{town} in the town, {near} with its surroundings, {len(inside)} in all"
    assert (text in of(found, PRECISION)) is (near < len(inside))
    lost = sum(not there for *_, there in inside)
    assert of(found, UNPLACED).endswith(f": {lost}.") if lost else not of(found, UNPLACED)
    weights = [one.weight for one in found]
    assert weights == sorted(weights, reverse=True)
