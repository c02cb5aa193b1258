# SPDX-License-Identifier: GPL-2.0-or-later
"""Events in several rings, against a loop over events and rings."""

from __future__ import annotations

import numpy as np
import pandas as pd
from flashpoints.plugin.core.overlap import overlap_text, overlaps
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.ring_engine import Centre, RingEngine
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
PERIODS = [parse_period("2022-H2"), parse_period("2023-H1")]
SITES = [Centre("a", -8.0, 12.6), Centre("b", -7.5, 12.9), Centre("c", -4.2, 14.5)]


def made(n: int) -> pd.DataFrame:
    rng = np.random.default_rng(5)
    return pd.DataFrame(
        {
            "event_date": pd.Timestamp("2022-07-01") + pd.to_timedelta(rng.integers(0, 365, n), unit="D"),
            "longitude": rng.uniform(-10, -3, n).round(1), "latitude": rng.uniform(11, 16, n).round(1),
            "geo_precision": 1.0, "fatalities": 0.0, "groups": rng.choice([";a;", ";a;b;"], n),
        }
    )  # fmt: skip


def test_against_a_loop() -> None:
    frame = made(800)
    engine = RingEngine(frame, PERIODS, breakdown=frame["groups"])
    found = {(one.radius_km, one.period.label): one for one in overlaps(engine, SITES, [20, 60, 250])}
    for radius in (20.0, 60.0, 250.0):
        for period in PERIODS:
            rings = [
                sum(WGS84.inv(s.lon, s.lat, r.longitude, r.latitude)[2] <= 1000 * radius for s in SITES)
                for r in frame.itertuples()
                if period.start <= r.event_date.date() <= period.end
            ]
            several = sum(count > 1 for count in rings)
            one = found.get((radius, period.label))
            if not several:
                assert one is None
                continue
            assert (one.events, one.in_several, one.summed) == (
                sum(c > 0 for c in rings),
                several,
                sum(rings),
            )
            assert one.summed > one.events
    assert not [key for key in found if key[0] == 20.0]  # 62 km apart: rings of 20 km share nothing
    assert len(found) == 4


def test_the_sentence() -> None:
    frame = made(800)
    text = overlap_text(overlaps(RingEngine(frame, PERIODS), SITES, [250])[0])
    assert text.startswith("2022-H2, 250 km: ")
    assert "lie in more than one of the areas. The counts add up to" in text
