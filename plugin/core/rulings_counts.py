# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts as ruled beside the same counts as coded by the source."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .comparison import ALL, CHANGE_COLUMNS
from .ring_spots import NONE

AS_CODED = "_as_coded"
"""Ends the name of a column that holds another column's count without any ruling."""
_RING = ("centre", "radius_km", "breakdown", "period")
_RING_COUNTS = (
    "events", "fatalities", "fatalities_unknown", "events_gp1", "events_gp2", "events_gp3", "events_gp_unknown",
    "events_without_gp3", "events_minus_10km", "events_plus_10km", "locations",
)  # fmt: skip


def with_as_coded(
    table: pd.DataFrame, coded: pd.DataFrame | None, keys: Sequence[str], counts: Sequence[str] = ("events",)
) -> pd.DataFrame:
    """Add to each count the column `<count>_as_coded`.

    Parameters
    ----------
    table, coded : the same table with rulings and without, one row for each combination of `keys`; a row that only
        the table has counts 0 without rulings. None: rulings make no difference.
    counts : columns of numbers, NaN where a period is not covered, which stays so.
    """
    names = {count: f"{count}{AS_CODED}" for count in counts}
    if coded is None:
        return table.assign(**{names[count]: table[count] for count in counts})
    found = coded[[*keys, *counts]].rename(columns=names).drop_duplicates(list(keys))
    both = table.merge(found, on=list(keys), how="left")
    for count, name in names.items():
        values = both[name].astype(float).fillna(0.0)
        both[name] = values.where(pd.to_numeric(both[count]).notna(), np.nan)
    return both


def rings_as_coded(table: pd.DataFrame, coded: pd.DataFrame | None) -> pd.DataFrame:
    """Rows of `rings.ring_counts` with events_as_coded, which `coded`, the same rows without rulings, gives.

    A breakdown that has events only without rulings gets a row with 0 events. None: rulings make no difference.
    """
    keys = [name for name in _RING if name in table]
    if coded is None:
        return with_as_coded(table, None, keys)
    there = pd.MultiIndex.from_frame(table[keys])
    gone = coded[~pd.MultiIndex.from_frame(coded[keys]).isin(there)].copy()
    if gone.empty:
        return with_as_coded(table, coded, keys)
    for name in _RING_COUNTS:
        gone[name] = gone[name].where(gone["events"].isna(), 0.0)
    gone[list(CHANGE_COLUMNS)] = np.nan
    gone["note"] = ""
    both = pd.concat([table, gone], ignore_index=True)
    rank = pd.DataFrame(
        {
            "centre": pd.factorize(both["centre"])[0],
            "radius_km": both["radius_km"],
            "last": both["breakdown"].map({NONE: 1, ALL: 2}).fillna(0),
            "breakdown": both["breakdown"],
            "period": pd.factorize(both["period"])[0],
        }
    )
    order = rank.sort_values(list(rank.columns), kind="stable").index
    return with_as_coded(both.loc[order].reset_index(drop=True), coded, keys)
