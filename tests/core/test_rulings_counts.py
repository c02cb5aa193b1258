# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts with rulings beside counts without: the same core functions on both tables of events."""

from __future__ import annotations

import numpy as np
import pandas as pd
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.rings import ring_counts
from flashpoints.plugin.core.rulings_counts import rings_as_coded, with_as_coded

PERIODS = [parse_period("2022-H2"), parse_period("2023-H1")]
CENTRES = pd.DataFrame({"name": ["Here", "There"], "lon": [-8.0, 0.0], "lat": [12.6, 16.0]})


def events(*rows: tuple[str, float, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["event_date", "longitude", "latitude", "group"])
    frame["event_date"] = pd.to_datetime(frame["event_date"])
    return frame.assign(geo_precision=1.0, fatalities=2.0)


CODED = events(
    ("2023-02-01", -8.0, 12.6, ";a;"), ("2023-02-02", -8.0, 12.7, ";b;"), ("2022-08-01", -8.0, 12.6, ";a;c;"),
)  # fmt: skip
RULED = events(
    ("2023-02-01", 0.0, 16.0, ";a;"), ("2023-02-02", -8.0, 12.7, ";z;"), ("2022-08-01", -8.0, 12.6, ";a;c;"),
)  # fmt: skip


def count(frame: pd.DataFrame, broken_down: bool) -> pd.DataFrame:
    return ring_counts(frame, CENTRES, [50, 100], PERIODS, breakdown=frame["group"] if broken_down else None)


def test_each_ring_knows_what_the_source_counts() -> None:
    table = rings_as_coded(count(RULED, False), count(CODED, False))
    at = table.set_index(["centre", "radius_km", "period"])
    assert at.loc[("Here", 50, "2023-H1"), ["events", "events_as_coded"]].tolist() == [1, 2]
    assert at.loc[("There", 100, "2023-H1"), ["events", "events_as_coded"]].tolist() == [1, 0]
    assert at.loc[("Here", 100, "2022-H2"), ["events", "events_as_coded"]].tolist() == [1, 1]


def test_rows_that_only_the_source_has_stand_among_the_others() -> None:
    """All events of group b are another group's now: 0, and 1 as coded."""
    ruled, coded = count(RULED, True), count(CODED, True)
    table = rings_as_coded(ruled, coded)
    here = table[(table["centre"] == "Here") & (table["radius_km"] == 50) & (table["period"] == "2023-H1")]
    found = here.set_index("breakdown")[["events", "events_as_coded"]].T.to_dict("list")
    assert found == {"a": [0, 1], "b": [0, 1], "c": [0, 0], "z": [1, 0], "(all)": [1, 2]}
    assert here["breakdown"].tolist() == ["a", "b", "c", "z", "(all)"]
    for name, part in (("events", ruled), ("events_as_coded", coded)):
        assert table[name].sum() == part["events"].sum()
    columns = [name for name in ruled if name != "note"]
    kept = table.merge(ruled[columns], on=columns)
    assert len(kept) == len(ruled)  # the others are as they were


def test_without_a_difference_the_counts_are_the_same() -> None:
    table = rings_as_coded(count(CODED, True), None)
    assert (table["events"] == table["events_as_coded"]).all()


def test_a_period_without_coverage_stays_unknown() -> None:
    table = pd.DataFrame({"name": ["x", "y"], "events": [np.nan, 1.0]})
    coded = pd.DataFrame({"name": ["x", "z"], "events": [np.nan, 4.0]})
    both = with_as_coded(table, coded, ["name"])
    assert np.isnan(both["events_as_coded"][0]) and both["events_as_coded"][1] == 0
