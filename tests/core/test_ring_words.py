# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences beside a ring's count."""

from __future__ import annotations

import numpy as np
from flashpoints.plugin.core.ring_words import beside_text, kilometres, precision_text

ROW = {
    "radius_km": 150.0, "events": 16.0, "events_minus_10km": 14.0, "events_plus_10km": 19.0, "events_gp1": 6.0,
    "events_gp2": 5.0, "events_gp3": 4.0, "events_gp_unknown": 1.0, "events_without_gp3": 12.0,
}  # fmt: skip


def test_other_distances() -> None:
    assert beside_text(ROW) == "Within 140 km: 14, 160 km: 19."
    earlier = {**ROW, "events_minus_10km": 4.0, "events_plus_10km": 1234.0}
    assert beside_text(ROW, earlier) == "Within 140 km: 14 (4), 160 km: 19 (1,234)."
    assert beside_text({**ROW, "radius_km": 2.5, "events_minus_10km": np.nan}) == "Within 12.5 km: 19."


def test_how_well_events_are_placed() -> None:
    assert precision_text(ROW) == (
        "Placed: 6 at the town, 5 near it, 4 only to a wider area, 1 not said how well. "
        "Without those of a wider area: 12."
    )
    assert (
        precision_text({**ROW, "events_gp3": 0.0, "events_gp_unknown": 0.0})
        == "Placed: 6 at the town, 5 near it."
    )
    assert precision_text({**ROW, "events": 0.0}) == ""
    assert precision_text({**ROW, "events": np.nan}) == ""


def test_kilometres_are_short_and_exact() -> None:
    assert [kilometres(km) for km in (150.0, 2.5, 0.25, 20_000.0)] == ["150", "2.5", "0.25", "20,000"]
