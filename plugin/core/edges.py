# SPDX-License-Identifier: GPL-2.0-or-later
"""Events that are dated to a week or a month: near an edge of a period, nobody knows on which side they happened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from .periods import Period
from .resources import RESOURCES
from .selection import in_period
from .zones import read_table


@lru_cache(maxsize=1)
def date_widths() -> Mapping[int, int]:
    """time_precision -> the days within which such an event happened; the precision of a day has no entry."""
    rows = read_table(RESOURCES / "date_widths.csv", ("time_precision", "days"))
    return {int(row["time_precision"]): int(row["days"]) for row in rows}


def near_an_edge(events: pd.DataFrame, period: Period) -> np.ndarray:
    """Bool array: events of a period (columns event_date, time_precision) that may have happened outside it.

    They are dated to some days, and lie less than as many from the period's first or last day.
    """
    days = events["event_date"].to_numpy(dtype="datetime64[D]")
    precision = pd.to_numeric(events["time_precision"]).to_numpy(dtype=float, na_value=np.nan)
    width = np.zeros(len(events))
    for limit, wide in date_widths().items():
        width[precision == limit] = wide
    inside = in_period(events["event_date"], period)
    from_start = (days - np.datetime64(period.start)).astype(float) + 1
    to_end = (np.datetime64(period.end) - days).astype(float) + 1
    return np.asarray(inside & (np.minimum(from_start, to_end) < width))
