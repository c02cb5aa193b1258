# SPDX-License-Identifier: GPL-2.0-or-later
"""Results as tables that people read: which columns of each kind, in which order, under which heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from .comparison import ALL
from .result import CHANGE, COMPARISON, FOOTPRINTS, PROFILE, RINGS, SENSITIVITY, Result, as_number
from .rulings import same
from .rulings_counts import AS_CODED
from .shown_table import Shown, ShownTable, counted, day, kilometres, measured, p_value, ratio, words
from .text import number, translate

SIGNIFICANT = 0.05
_ORDER = {
    RINGS: (
        "centre", "radius_km", "period", "days", "breakdown", "events", "events_as_coded", "events_gp1", "events_gp2",
        "events_gp3", "events_gp_unknown", "locations", "fatalities", "fatalities_unknown", "rate_ratio", "rr_low",
        "rr_high", "p_value", "note",
    ),
    PROFILE: ("centre", "radius_km", "period", "events", "events_as_coded"),
    FOOTPRINTS: (
        "region", "zone", "period", "footprint_km2", "footprint_km2_as_coded", "share_pct", "region_km2", "events",
        "events_as_coded", "locations", "note",
    ),
    CHANGE: ("region", "status", "area_km2"),
    SENSITIVITY: ("method", "size_km", "precision", "period", "footprint_km2"),
    COMPARISON: (
        "name", "events_a", "events_a_as_coded", "events_b", "events_b_as_coded", "change_pct", "rate_ratio",
        "rr_low_disp", "rr_high_disp", "p_adjusted", "fatalities_a", "fatalities_b", "days_a", "days_b", "dispersion",
        "note",
    ),
}  # fmt: skip
"""The columns of each kind; others of the layer, which are the same values in another form, are in its table."""
_ONLY_IF_SEVERAL = ("centre",)
_ONLY_IF_SOME = (
    "zone",
    "note",
    "events_gp_unknown",
    "fatalities_unknown",
    "rate_ratio",
    "rr_low",
    "rr_high",
    "p_value",
)
_CHANGES = (
    "rate_ratio",
    "rr_low",
    "rr_high",
    "rr_low_disp",
    "rr_high_disp",
    "change_pct",
    "p_value",
    "p_adjusted",
)


def result_table(result: Result) -> ShownTable:
    """The table of a result. Rows that are no region, group or type of their own stand at the foot."""
    rows = result.rows
    names = [name for name in _ORDER.get(result.kind, tuple(rows.columns)) if name in rows]
    names = [name for name in names if _is_worth(rows, name)]
    return ShownTable(
        tuple(_column(result, name) for name in names),
        rows.reset_index(drop=True),
        _foot(result),
        _quiet(result),
    )


def _is_worth(rows: pd.DataFrame, name: str) -> bool:
    """Whether a column says something here."""
    if name.endswith(AS_CODED):
        ruled = rows[name[: -len(AS_CODED)]] if name[: -len(AS_CODED)] in rows else rows[name]
        return any(not same(as_number(one), as_number(two)) for one, two in zip(ruled, rows[name]))
    if name in _ONLY_IF_SEVERAL:
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
    if result.kind == COMPARISON:
        p = _numbers(rows, "p_adjusted")
        return ~(np.where(np.isnan(p), _numbers(rows, "p_disp"), p) < SIGNIFICANT)
    if result.kind == RINGS:
        return ~(_numbers(rows, "p_value") < SIGNIFICANT)
    return np.zeros(len(rows), dtype=bool)


def _numbers(rows: pd.DataFrame, name: str) -> np.ndarray:
    there = rows[name] if name in rows else [None] * len(rows)
    return np.array([as_number(value) for value in there], dtype=float)


def _column(result: Result, name: str) -> Shown:
    head, show, right, tip = _known(result).get(name) or _unknown(result.rows, name)
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


def _known(result: Result) -> dict[str, tuple[str, Any, bool, str]]:
    """Column -> head, words, whether it stands right, tip."""
    pair = result.pair()
    earlier, later = (one.label for one in pair) if pair else ("a", "b")
    return {**_what(result), **_counts(earlier, later), **_changes(), **_areas()}


def _what(result: Result) -> dict[str, tuple[str, Any, bool, str]]:
    rows = {
        "region": translate("Result table", "Region"), "zone": translate("Result table", "Zone"),
        "actor_group": translate("Result table", "Group"), "actor_family": translate("Result table", "Family"),
        "event_type": translate("Result table", "Event type"),
    }  # fmt: skip
    grouped = result.parameters.get("GROUP_BY") or ("region" if result.kind == COMPARISON else "")
    by = rows.get(str(grouped), translate("Result table", "Name"))
    part = rows.get(str(result.parameters.get("BREAKDOWN") or ""), translate("Result table", "Part"))
    return {
        "centre": (translate("Result table", "Centre"), words, False, ""),
        "radius_km": (translate("Result table", "Radius, km"), kilometres, True, ""),
        "period": (translate("Result table", "Period"), words, False, ""),
        "breakdown": (part, row_name, False, ""),
        "name": (by, row_name, False, ""),
        "region": (rows["region"], row_name, False, ""),
        "zone": (rows["zone"], words, False, ""),
        "status": (translate("Result table", "Land"), status_words, False, ""),
        "method": (translate("Result table", "Method"), method_words, False, ""),
        "precision": (translate("Result table", "Place precision"), words, False, ""),
        "note": (translate("Result table", "Note"), words, False, ""),
        "start": (translate("Result table", "From"), day, False, ""),
        "end": (translate("Result table", "To"), day, False, ""),
    }


def _counts(earlier: str, later: str) -> dict[str, tuple[str, Any, bool, str]]:
    coded = translate("Result table", "As coded by the source, without the rulings of analysts")
    killed = translate("Result table", "Reported estimates of all sides’ dead")
    events, dead = translate("Result table", "Events"), translate("Result table", "Reported killed")
    as_coded, days = translate("Result table", "As coded"), translate("Result table", "Days covered")
    found = {
        "events": (events, counted, True, ""), "events_as_coded": (as_coded, counted, True, coded),
        "days": (days, counted, True, ""), "fatalities": (dead, counted, True, killed),
        "events_gp1": (
            translate("Result table", "Town known"), counted, True,
            translate("Result table", "Place precision 1: placed in the town itself"),
        ),
        "events_gp2": (
            translate("Result table", "Near it"), counted, True,
            translate("Result table", "Place precision 2: near the town, or a small area coded to its town"),
        ),
        "events_gp3": (
            translate("Result table", "Wider area"), counted, True,
            translate("Result table", "Place precision 3: a larger region, coded to one point of it"),
        ),
        "events_gp_unknown": (
            translate("Result table", "Not said"), counted, True,
            translate("Result table", "The source does not say how well the place is known"),
        ),
        "fatalities_unknown": (
            translate("Result table", "Killed not known"), counted, True,
            translate("Result table", "Events of which the source gives no number of killed"),
        ),
        "locations": (
            translate("Result table", "Places"), counted, True, translate("Result table", "Distinct coordinates")
        ),
    }  # fmt: skip
    for letter, period in (("a", earlier), ("b", later)):
        for name, (head, tip) in {
            f"events_{letter}": (events, ""), f"events_{letter}{AS_CODED}": (as_coded, coded),
            f"fatalities_{letter}": (dead, killed), f"days_{letter}": (days, ""),
        }.items():  # fmt: skip
            found[name] = (_of(head, period), counted, True, tip)
    return found


def _of(head: str, period: str) -> str:
    return translate("Result table", "{head}, {period}").format(head=head, period=period)


def _changes() -> dict[str, tuple[str, Any, bool, str]]:
    low, high = translate("Result table", "Lowest"), translate("Result table", "Highest")
    limit = translate("Result table", "Limit of the interval of the rate ratio")
    wide = translate(
        "Result table", "Limit of the interval of the rate ratio; it allows for events that come in bursts"
    )
    per_day = translate("Result table", "Events per covered day, later period over earlier")
    adjusted = translate(
        "Result table", "Chance of such a change where there is none, adjusted for many rows"
    )
    return {
        "change_pct": (
            translate("Result table", "Change, %"), measured(0), True,
            translate("Result table", "Of the counts, whatever the length of the periods"),
        ),
        "rate_ratio": (translate("Result table", "Rate ratio"), ratio, True, per_day),
        "rr_low": (low, ratio, True, limit), "rr_high": (high, ratio, True, limit),
        "rr_low_disp": (low, ratio, True, wide), "rr_high_disp": (high, ratio, True, wide),
        "p_value": (translate("Result table", "p"), p_value, True, ""),
        "p_adjusted": (translate("Result table", "p, adjusted"), p_value, True, adjusted),
        "dispersion": (
            translate("Result table", "Bursts"), measured(1), True,
            translate("Result table", "Variance of the weekly counts over their mean; 1 is chance"),
        ),
    }  # fmt: skip


def _areas() -> dict[str, tuple[str, Any, bool, str]]:
    return {
        "footprint_km2": (
            translate("Result table", "Footprint, km²"), measured(0), True,
            translate("Result table", "Area with recorded events"),
        ),
        "footprint_km2_as_coded": (translate("Result table", "As coded, km²"), measured(0), True, ""),
        "region_km2": (translate("Result table", "Region, km²"), measured(0), True, ""),
        "share_pct": (translate("Result table", "Share of region, %"), measured(2), True, ""),
        "area_km2": (translate("Result table", "Area, km²"), measured(0), True, ""),
        "size_km": (translate("Result table", "Size, km"), kilometres, True, ""),
    }  # fmt: skip


def row_name(value: Any) -> str:
    """A row's name in words: the names in brackets are ours."""
    own = {
        ALL: translate("Result table", "All"), "(outside)": translate("Result table", "Outside the regions"),
        "(none)": translate("Result table", "None named"),
    }  # fmt: skip
    return own.get(words(value), words(value))


def status_words(value: Any) -> str:
    """What became of land with recorded events, in words."""
    own = {
        "newly_recorded": translate("Result table", "newly recorded"),
        "both": translate("Result table", "in both periods"),
        "no_longer_recorded": translate("Result table", "no longer recorded"),
    }
    return own.get(words(value), words(value))


def method_words(value: Any) -> str:
    """How a footprint was measured, in words."""
    own = {"discs": translate("Result table", "discs"), "grid": translate("Result table", "grid")}
    return own.get(words(value), words(value))


def foot_line(result: Result, chosen: Sequence[int] = ()) -> str:
    """How many rows there are, and how many are selected."""
    text = (
        translate("Result table", "1 row")
        if len(result.rows) == 1
        else translate("Result table", "{n} rows").format(n=number(len(result.rows)))
    )
    if len(chosen) > 1:
        text += " · " + translate("Result table", "{n} selected").format(n=number(len(chosen)))
    return text
