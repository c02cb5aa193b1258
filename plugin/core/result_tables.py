# SPDX-License-Identifier: GPL-2.0-or-later
"""Results as tables that people read: which columns of each kind, in which order, under which heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from .comparison import ALL
from .result import (
    BANDS,
    CHANGE,
    COMPARISON,
    EARLIER,
    FOOTPRINTS,
    PROFILE,
    RINGS,
    SENSITIVITY,
    SITES,
    STEPS,
    WINDOWS,
    YEARS,
    Result,
    as_number,
)
from .result_heads import known_heads
from .rulings import same
from .rulings_counts import AS_CODED
from .shown_table import Shown, ShownTable, counted, day, measured, words
from .text import number, translate

SIGNIFICANT = 0.05
_WITHIN = (
    "period", "days", "breakdown", "events", "events_as_coded", "rate_ratio", "rr_low", "rr_high", "p_value",
    "dispersion", "rr_low_disp", "rr_high_disp", "p_disp", "events_gp1", "events_gp2", "events_gp3",
    "events_gp_unknown", "events_minus_10km", "events_plus_10km", "locations", "fatalities", "fatalities_unknown",
    "note",
)  # fmt: skip
_ORDER = {
    RINGS: ("centre", "radius_km", *_WITHIN),
    BANDS: ("line", "distance_km", *_WITHIN),
    PROFILE: ("centre", "radius_km", "period", "events", "events_as_coded"),
    FOOTPRINTS: (
        "region", "zone", "period", "footprint_km2", "footprint_km2_as_coded", "share_pct", "region_km2", "events",
        "events_as_coded", "locations", "note",
    ),
    CHANGE: ("region", "zone", "status", "area_km2"),
    EARLIER: (
        "name", "period", "days", "events", "events_as_coded", "rate_ratio", "rr_low_disp", "rr_high_disp",
        "p_adjusted", "note",
    ),
    STEPS: (
        "period", "name", "days", "events", "events_as_coded", "fatalities", "fatalities_unknown", "provisional",
        "note",
    ),
    WINDOWS: ("start", "end", "days", "events", "events_as_coded", "previous_record", "note"),
    YEARS: (
        "year", "days", "events", "events_as_coded", "same_days", "ratio", "projected", "low", "high", "p_record",
        "record", "note",
    ),
    SENSITIVITY: ("method", "size_km", "precision", "period", "footprint_km2"),
    COMPARISON: (
        "name", "events_a", "events_a_as_coded", "events_b", "events_b_as_coded", "change_pct", "rate_ratio",
        "rr_low_disp", "rr_high_disp", "p_adjusted", "fatalities_a", "fatalities_b", "days_a", "days_b", "dispersion",
        "note",
    ),
}  # fmt: skip
"""The columns of each kind; others of the layer, which are the same values in another form, are in its table."""
_ONLY_IF_SEVERAL = ("centre", "line")
_ONLY_IF_SOME = (
    "zone",
    "note",
    "events_gp_unknown",
    "fatalities_unknown",
    "rate_ratio",
    "rr_low",
    "rr_high",
    "p_value",
    "dispersion",
)
_WIDENED = {"rr_low_disp": "rr_low", "rr_high_disp": "rr_high", "p_disp": "p_value"}
"""Columns that say something where they differ from others beside them."""
_CHANGES = (
    "rate_ratio",
    "rr_low",
    "rr_high",
    "rr_low_disp",
    "rr_high_disp",
    "change_pct",
    "p_value",
    "p_disp",
    "p_adjusted",
)


def result_table(result: Result) -> ShownTable:
    """The table of a result. Rows that are no region, group or type of their own stand at the foot."""
    rows = result.rows
    names = [name for name in _ORDER.get(result.kind, tuple(rows.columns)) if name in rows]
    names = [name for name in names if _is_worth(result, name)]
    return ShownTable(
        tuple(_column(result, name) for name in names),
        rows.reset_index(drop=True),
        _foot(result),
        _quiet(result),
    )


def _is_worth(result: Result, name: str) -> bool:
    """Whether a column says something here."""
    rows = result.rows
    if name.endswith(AS_CODED):
        ruled = rows[name[: -len(AS_CODED)]] if name[: -len(AS_CODED)] in rows else rows[name]
        return any(not same(as_number(one), as_number(two)) for one, two in zip(ruled, rows[name]))
    if _WIDENED.get(name) in rows and result.kind in SITES:
        plain, wide = _numbers(rows, _WIDENED[name]), _numbers(rows, name)
        return bool((plain < wide).any() or (wide < plain).any())
    if name in _ONLY_IF_SEVERAL or (name == "name" and "step_days" in rows):
        return bool(rows[name].nunique() > 1)
    if name in _ONLY_IF_SOME:
        return any(words(value) not in ("", "0") for value in rows[name])
    return True


def _foot(result: Result) -> np.ndarray:
    column = {COMPARISON: "id", FOOTPRINTS: "region", CHANGE: "region"}.get(result.kind)
    if column is None:
        return np.zeros(len(result.rows), dtype=bool)
    return np.array([str(name).startswith("(") for name in result.rows[column]], dtype=bool)


def _quiet(result: Result) -> np.ndarray:
    """Rows whose change may be chance: by the adjusted p, of which `(all)` and what is outside have none."""
    rows = result.rows
    if result.kind in (COMPARISON, EARLIER):
        p = _numbers(rows, "p_adjusted")
        return ~(np.where(np.isnan(p), _numbers(rows, "p_disp"), p) < SIGNIFICANT)
    if result.kind in SITES:
        p = _numbers(rows, "p_disp")
        return ~(np.where(np.isnan(p), _numbers(rows, "p_value"), p) < SIGNIFICANT)
    return np.zeros(len(rows), dtype=bool)


def _numbers(rows: pd.DataFrame, name: str) -> np.ndarray:
    there = rows[name] if name in rows else [None] * len(rows)
    return np.array([as_number(value) for value in there], dtype=float)


def _column(result: Result, name: str) -> Shown:
    head, show, right, tip = known_heads(result).get(name) or _unknown(result.rows, name)
    return Shown(name, head, show, right, tip, steady=name not in _CHANGES)


def _unknown(rows: pd.DataFrame, name: str) -> tuple[str, Any, bool, str]:
    """A column that nobody has described: under its own name, numbers right."""
    values = [value for value in rows[name] if words(value)]
    head = name.replace("_", " ")
    if values and all(
        isinstance(value, (int, np.integer)) and not isinstance(value, bool) for value in values
    ):
        return head, counted, True, ""
    if values and all(isinstance(value, (int, float, np.number)) for value in values):
        return head, measured(2), True, ""
    if values and all(hasattr(value, "isoformat") for value in values):
        return head, day, False, ""
    return head, words, False, ""


def foot_line(result: Result, chosen: Sequence[int] = ()) -> str:
    """How many rows there are, and how many are selected."""
    text = (
        translate("Result table", "1 row")
        if len(result.rows) == 1
        else translate("Result table", "{n} rows").format(n=number(len(result.rows)))
    )
    if len(chosen) > 1:
        text += " · " + translate("Result table", "{n} selected").format(n=number(len(chosen)))
    return " · ".join(filter(None, [text, _total(result)]))


def _total(result: Result) -> str:
    """What all rows come to, which may stand out of sight; empty where rows do not add up."""
    rows, kind = result.rows, result.kind
    pair = result.pair()
    if kind == COMPARISON and pair and (rows["id"] == ALL).any():
        row = rows[rows["id"] == ALL].iloc[0]
        text = translate("Result table", "All: {later} events in {after}, {earlier} in {before}")
        later, earlier = (number(as_number(row[name])) for name in ("events_b", "events_a"))
        return text.format(later=later, earlier=earlier, after=pair[1].label, before=pair[0].label)
    if kind == FOOTPRINTS and pair:
        areas = rows[rows["region"] == ALL].set_index("period")["footprint_km2"]
        text = translate("Result table", "All: {later} km² in {after}, {earlier} km² in {before}")
        earlier, later = (number(as_number(areas.get(one.label))) for one in pair)
        return text.format(later=later, earlier=earlier, after=pair[1].label, before=pair[0].label)
    if kind == STEPS:
        known = [as_number(one) for one in rows.loc[rows["id"] == ALL, "events"]]
        total = number(sum(one for one in known if one == one))
        return translate("Result table", "All: {n} events").format(n=total)
    return ""
