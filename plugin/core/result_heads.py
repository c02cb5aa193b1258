# SPDX-License-Identifier: GPL-2.0-or-later
"""Heads of the columns of results, and the words of their cells."""

from __future__ import annotations

from typing import Any, Callable

from .comparison import ALL
from .result import COMPARISON, SITES, Result, as_number
from .rulings_counts import AS_CODED
from .shown_table import counted, day, kilometres, measured, p_value, ratio, words
from .text import translate

Head = tuple[str, Callable[[Any], str], bool, str]
"""Head, words of a cell, whether it stands right, tip."""


def known_heads(result: Result) -> dict[str, Head]:
    """Column -> head, words, whether it stands right, tip."""
    pair = result.pair()
    earlier, later = (one.label for one in pair) if pair else ("a", "b")
    beside = _widened() if result.kind in SITES else {}
    return {**_what(result), **_counts(earlier, later), **_changes(), **beside, **_areas()}


def _what(result: Result) -> dict[str, Head]:
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
        "line": (translate("Result table", "Line"), words, False, ""),
        "distance_km": (translate("Result table", "Distance, km"), kilometres, True, ""),
        "year": (translate("Result table", "Year"), words, True, ""),
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


def _counts(earlier: str, later: str) -> dict[str, Head]:
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
        "events_minus_10km": (
            translate("Result table", "10 km less"), counted, True,
            translate("Result table", "Events where the distance is 10 km less"),
        ),
        "events_plus_10km": (
            translate("Result table", "10 km more"), counted, True,
            translate("Result table", "Events where the distance is 10 km more"),
        ),
        "provisional": (
            translate("Result table", "Provisional"), yes, False,
            translate("Result table", "Reports of these days may still come in"),
        ),
        "previous_record": (translate("Result table", "Most so far"), yes, False, ""),
        "record": (translate("Result table", "Most so far"), yes, False, ""),
        "same_days": (
            translate("Result table", "By the same day"), counted, True,
            translate("Result table", "Events of the year until the same day"),
        ),
        "ratio": (
            translate("Result table", "Whole year / by that day"), ratio, True, "",
        ),
        "projected": (translate("Result table", "Projected"), counted, True, ""),
        "low": (translate("Result table", "At least"), counted, True, ""),
        "high": (translate("Result table", "At most"), counted, True, ""),
        "p_record": (
            translate("Result table", "Chance of a record"), measured(2), True,
            translate("Result table", "Chance to pass the most events of a full earlier year"),
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


def _changes() -> dict[str, Head]:
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


def _widened() -> dict[str, Head]:
    """Where the exact interval stands beside the one that allows for bursts."""
    tip = translate("Result table", "It allows for events that come in bursts")
    heads = {
        "rr_low_disp": (translate("Result table", "Lowest, with bursts"), ratio),
        "rr_high_disp": (translate("Result table", "Highest, with bursts"), ratio),
        "p_disp": (translate("Result table", "p, with bursts"), p_value),
    }
    return {name: (head, show, True, tip) for name, (head, show) in heads.items()}


def _areas() -> dict[str, Head]:
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


def yes(value: Any) -> str:
    """A mark where something holds."""
    return translate("Result table", "yes") if as_number(value) == 1 else ""


def row_name(value: Any) -> str:
    """A row's name in words: the names in brackets are ours."""
    own = {
        ALL: translate("Result table", "All"), "(outside)": translate("Result table", "Outside the regions"),
        "(none)": translate("Result table", "None named"),
        "(zone)": translate("Result table", "Zone together"),
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
