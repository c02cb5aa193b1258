# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine that counts while one drags: both of its ways against a plain loop, and against the algorithm's rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.ring_engine import PROFILE_RADII, Centre, RingEngine
from flashpoints.plugin.core.ring_spots import COUNTS
from flashpoints.plugin.core.rings import profile, profile_within, ring_counts, rows_within
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
H1, H2 = parse_period("2023-H1"), parse_period("2022-H2")
BAMAKO = Centre("Bamako", -8.0029, 12.6392)
GROUPS = np.array([";jnim;", ";jnim;isgs;", ";wagner;", "", None], dtype=object)
centres = st.tuples(
    st.floats(-180, 180) | st.sampled_from([180.0, -180.0, 179.99]),
    st.floats(-90, 90) | st.sampled_from([90.0, -90.0, 0.0]),
)


def events(seed: int, n: int, lon: float = -8.0, lat: float = 12.6, spread: float = 4.0) -> pd.DataFrame:
    """Events of three half-years round a point, a third of them on shared places."""
    rng = np.random.default_rng(seed)
    y = np.clip(lat + rng.uniform(-spread, spread, n), -90, 90)
    x = (lon + rng.uniform(-spread, spread, n) + 180) % 360 - 180
    shared = rng.integers(0, max(n // 3, 1), n)
    again = rng.random(n) < 0.33
    frame = pd.DataFrame(
        {"longitude": np.where(again, x[shared], x), "latitude": np.where(again, y[shared], y)}
    )
    frame["event_date"] = pd.Timestamp("2022-01-01") + pd.to_timedelta(rng.integers(0, 546, n), unit="D")
    frame["geo_precision"] = rng.choice([1.0, 2.0, 3.0, np.nan], n)
    frame["fatalities"] = np.where(rng.random(n) < 0.1, np.nan, rng.poisson(2, n))
    frame["actor_groups"] = rng.choice(GROUPS, n)
    return frame


def by_hand(frame: pd.DataFrame, lon: float, lat: float, radius: float, period) -> list[float]:
    """Events, by precision, locations, known fatalities, unknown: one event after another."""
    counts, places = dict.fromkeys(COUNTS, 0.0), set()
    for row in frame.itertuples():
        if not period.start <= row.event_date.date() <= period.end:
            continue
        if WGS84.inv(lon, lat, row.longitude, row.latitude)[2] / 1000 > radius:
            continue
        counts["events"] += 1
        known = row.geo_precision in (1, 2, 3)
        counts[f"events_gp{int(row.geo_precision)}" if known else "events_gp_unknown"] += 1
        counts["fatalities_unknown"] += np.isnan(row.fatalities)
        counts["fatalities"] += np.nan_to_num(row.fatalities)
        places.add((row.longitude, row.latitude))
    return [*list({**counts, "locations": float(len(places))}.values())]


@settings(max_examples=60, deadline=None)
@given(centres, st.integers(0, 1000), st.floats(0.1, 20_000), st.sampled_from([0.01, 3.0, 60.0]))
@example((0.0, 0.0), 958, 1.0, 3.0)
@example((0.0, 90.0), 1, 150.0, 3.0)
@example((180.0, 0.0), 1, 0.1, 0.01)
@example((-8.0, 12.6), 1, 20_000.0, 60.0)
def test_both_ways_count_as_a_loop_does(
    centre: tuple[float, float], seed: int, radius: float, spread: float
) -> None:
    frame = events(seed, 60, *centre, spread)
    one = WGS84.inv(*centre, frame["longitude"][0], frame["latitude"][0])[2] / 1000
    radii = np.unique([radius, max(one, 1e-3), 150.0])  # an event exactly on a radius
    engine = RingEngine(frame, [H2, H1])
    site = Centre("here", *centre)
    moving, settled = engine.around(site, radii), engine.settle(site, 150.0).counts(radii)
    expected = [
        [[by_hand(frame, *centre, r, p)[i] for p in (H2, H1)] for r in radii] for i in range(len(COUNTS))
    ]
    np.testing.assert_array_equal(moving[:, :, 0, :], expected)
    np.testing.assert_array_equal(settled, moving)
    np.testing.assert_array_equal(engine.settle(site, 20_010.0).counts(radii), moving)


@pytest.mark.parametrize("column", [None, "actor_groups"])
def test_the_rows_are_those_of_the_algorithm(column: str | None) -> None:
    frame = events(7, 3000)
    split = None if column is None else frame[column]
    engine = RingEngine(frame, [H2, H1], breakdown=split)
    centre = pd.DataFrame({"name": [BAMAKO.name], "lon": [BAMAKO.lon], "lat": [BAMAKO.lat]})
    radii = np.array([5.0, 50.0, 150.0])
    table = ring_counts(frame, centre, radii, [H2, H1], breakdown=split)
    settled = engine.settle(BAMAKO, 310.0)
    for counted in (settled.within, lambda radii: engine.within(BAMAKO, radii)):
        rows = rows_within(engine, "Bamako", counted, radii)
        pd.testing.assert_frame_equal(rows[list(table.columns)], table)
    for events_within in (settled.events, lambda radii: engine.events_around(BAMAKO, radii)):
        made = profile_within(engine, "Bamako", events_within)
        pd.testing.assert_frame_equal(made, profile(frame, centre, [H2, H1]))
    assert engine.events_around(BAMAKO, radii).tolist() == engine.around(BAMAKO, radii)[0, :, -1, :].tolist()
    assert table["events"].max() > 80


def test_ten_kilometres_less_and_more_and_without_precision_3() -> None:
    frame = events(3, 2000)
    centre = pd.DataFrame({"name": ["Bamako"], "lon": [BAMAKO.lon], "lat": [BAMAKO.lat]})
    table = ring_counts(frame, centre, [5, 10, 150], [H2, H1])
    beside = ring_counts(frame, centre, [15, 20, 140, 160], [H2, H1]).set_index(["radius_km", "period"])[
        "events"
    ]
    for row in table.itertuples():
        more = beside[(row.radius_km + 10, row.period)]
        assert row.events_plus_10km == more
        if row.radius_km <= 10:
            assert np.isnan(row.events_minus_10km)
        else:
            assert row.events_minus_10km == beside[(140.0, row.period)]
        assert row.events_without_gp3 == row.events - row.events_gp3
    assert (table["events_without_gp3"] < table["events"]).any()


def test_a_period_that_is_not_covered_has_no_number() -> None:
    engine = RingEngine(events(1, 200), [H2, H1], coverage=H1)
    for counts in (engine.around(BAMAKO, PROFILE_RADII), engine.settle(BAMAKO, 310.0).counts(PROFILE_RADII)):
        assert np.isnan(counts[..., 0]).all()
        assert not np.isnan(counts[..., 1]).any()


def test_no_events_and_a_place_that_is_none() -> None:
    engine = RingEngine(events(1, 5).iloc[:0], [H2, H1])
    assert engine.around(BAMAKO, np.array([150.0])).sum() == 0
    assert engine.settle(BAMAKO, 310.0).counts(np.array([0.1, 20_000.0])).sum() == 0
    with pytest.raises(FlashpointsError, match="latitude 91"):
        Centre("nowhere", 0.0, 91.0)
