# SPDX-License-Identifier: GPL-2.0-or-later
"""The number beside each choice: against plain loops over events, one choice made at a time."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pandas as pd
from flashpoints.plugin.core.facets import FacetTable
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.schema import EVENT_TYPES
from flashpoints.plugin.core.selection import CIVILIANS, ROLES, Selection
from hypothesis import given, settings
from hypothesis import strategies as st

DAYS = (datetime.date(2022, 6, 30), datetime.date(2022, 7, 1), datetime.date(2023, 6, 30), None)
PERIODS = (parse_period("2022-H2"), parse_period("2023-H1"))
TYPES = ("Battles", "Violence against civilians", "Riots")
SUBS = ("Armed clash", "Attack", None)
COUNTRIES = ("Mali", "Niger", None)
GROUPS = {"jnim": "islamist", "isgs": "islamist", "army": "state", "wagner": "russian"}
UMBRELLAS = {"jnim+": ("jnim", "isgs")}

SIDE = st.sets(st.sampled_from(sorted(GROUPS)), max_size=2)
EVENT = st.fixed_dictionaries(
    {
        "event_date": st.sampled_from(DAYS),
        "event_type": st.sampled_from(TYPES),
        "sub_event_type": st.sampled_from(SUBS),
        "country": st.sampled_from(COUNTRIES),
        "civilian_targeting": st.sampled_from(["Civilian targeting", None]),
        "geo_precision": st.sampled_from([1, 2, 3, None]),
        "time_precision": st.sampled_from([1, 2, 3, None]),
        "fatalities": st.sampled_from([0, 3, None]),
        "sides": st.tuples(SIDE, SIDE, st.booleans()),
    }
)  # fmt: skip
ANY_GROUPS = st.lists(st.sampled_from([*sorted(GROUPS), "islamist", "state"]), max_size=2, unique=True).map(
    tuple
)
SELECTION = st.fixed_dictionaries(
    {
        "event_types": st.lists(st.sampled_from(TYPES), min_size=1, unique=True).map(tuple),
        "sub_event_types": st.lists(st.sampled_from(SUBS[:2]), max_size=1).map(tuple),
        "countries": st.lists(st.sampled_from(COUNTRIES[:2]), max_size=1).map(tuple),
        "civilians": st.sampled_from(CIVILIANS),
        "geo_precision_max": st.sampled_from([1, 2, 3]),
        "time_precision_max": st.sampled_from([1, 2, 3]),
        "min_fatalities": st.sampled_from([0, 1]),
        "actor_groups": ANY_GROUPS,
        "against": ANY_GROUPS,
        "role": st.sampled_from(ROLES),
    }
)


def joined(ids: set[str]) -> str:
    return ";" + "".join(f"{one};" for one in sorted(ids))


def frame_of(events: list[dict[str, Any]]) -> pd.DataFrame:
    """The canonical columns of events; where the sides are unknown, only who is named."""
    rows = []
    for event in events:
        one, two, known = event["sides"]
        families = [{GROUPS[name] for name in side} for side in (one, two)]
        row = {name: value for name, value in event.items() if name != "sides"}
        row.update(actor_groups=joined(one | two), actor_families=joined(families[0] | families[1]))
        for number, (side, family) in enumerate(zip((one, two), families), start=1):
            row[f"side_{number}_groups"] = joined(side) if known else None
            row[f"side_{number}_families"] = joined(family) if known else None
        rows.append(row)
    names = ["event_date", "event_type", "sub_event_type", "country", "civilian_targeting", "geo_precision",
             "time_precision", "fatalities"]  # fmt: skip
    who = [f"{part}_{kind}" for part in ("actor", "side_1", "side_2") for kind in ("groups", "families")]
    frame = pd.DataFrame(rows, columns=[*names, *who])
    frame["event_date"] = pd.to_datetime(frame["event_date"])
    for name in names[5:]:
        frame[name] = frame[name].astype(float)
    return frame


def fits(event: dict[str, Any], chosen: dict[str, Any]) -> bool:
    """One event, by reading it."""
    if event["event_date"] is None or not any(one.start <= event["event_date"] <= one.end for one in PERIODS):
        return False
    if event["event_type"] not in chosen["event_types"]:
        return False
    for field, name in (("sub_event_types", "sub_event_type"), ("countries", "country")):
        if chosen[field] and event[name] not in chosen[field]:
            return False
    if chosen["civilians"] == "vac" and event["event_type"] != "Violence against civilians":
        return False
    if chosen["civilians"] == "targeted" and not event["civilian_targeting"]:
        return False
    for field, name in (("geo_precision_max", "geo_precision"), ("time_precision_max", "time_precision")):
        if chosen[field] < 3 and (event[name] is None or event[name] > chosen[field]):
            return False
    if chosen["min_fatalities"] and (event["fatalities"] or 0) < chosen["min_fatalities"]:
        return False
    return who_fits(event, chosen)


def who_fits(event: dict[str, Any], chosen: dict[str, Any]) -> bool:
    one, two, known = event["sides"]
    sides = [{*side, *(GROUPS[name] for name in side)} for side in (one, two)]
    groups, against = set(chosen["actor_groups"]), set(chosen["against"])
    if not groups and not against:
        return True
    if chosen["role"] == "any" and not against:
        return bool(groups & (sides[0] | sides[1]))
    if not known:
        return False
    views = {"side_1": [sides], "side_2": [sides[::-1]], "any": [sides, sides[::-1]]}[chosen["role"]]
    return any(
        (not groups or bool(groups & own)) and (not against or bool(against & other)) for own, other in views
    )


def possible(chosen: dict[str, Any]) -> bool:
    return chosen["role"] == "any" or bool(chosen["actor_groups"] or chosen["against"])


@settings(max_examples=150)
@given(st.lists(EVENT, max_size=25), SELECTION)
def test_every_number_is_what_the_choice_alone_would_count(
    events: list[dict[str, Any]], chosen: dict[str, Any]
) -> None:
    """Other lists as they are, one choice in this one."""
    if not possible(chosen):
        chosen["role"] = "any"
    found = FacetTable(frame_of(events)).count(Selection(**chosen), PERIODS, UMBRELLAS)
    assert found.events == sum(fits(event, chosen) for event in events)
    for field in ("event_types", "sub_event_types", "countries", "actor_groups", "against"):
        ids = {"event_types": TYPES, "sub_event_types": SUBS[:2], "countries": COUNTRIES[:2]}.get(
            field, (*GROUPS, "islamist", "state", "jnim+")
        )
        for one in ids:
            single = {**chosen, field: UMBRELLAS.get(one, (one,))}
            expected = sum(fits(event, single) for event in events)
            assert found.counts[field].get(one, 0) == expected, (field, one)
    for field in ("civilians", "geo_precision_max", "time_precision_max", "role"):
        for one, count in found.counts[field].items():
            single = {**chosen, field: one}
            assert count == sum(fits(event, single) for event in events), (field, one)


def test_a_side_without_a_group_has_no_number() -> None:
    """Nothing can stand on it."""
    frame = frame_of([])
    assert set(FacetTable(frame).count(Selection(), PERIODS).counts["role"]) == {"any"}
    asked = Selection(actor_groups=("jnim",))
    assert set(FacetTable(frame).count(asked, PERIODS).counts["role"]) == set(ROLES)


def test_columns_that_a_layer_lacks_have_no_numbers() -> None:
    """Dates and types alone."""
    event = {
        "event_date": datetime.date(2023, 1, 1), "event_type": "Battles", "sub_event_type": None, "country": None,
        "civilian_targeting": None, "geo_precision": 1, "time_precision": 1, "fatalities": 0,
        "sides": ({"jnim"}, set(), True),
    }  # fmt: skip
    bare = FacetTable(frame_of([event, event])[["event_date", "event_type"]])
    found = bare.count(Selection(), PERIODS)
    assert found.events == 2
    assert found.counts["event_types"] == {"Battles": 2}
    assert "actor_groups" not in found.counts and "countries" not in found.counts
    assert found.counts["civilians"] == {"any": 2, "vac": 0}
    assert found.counts["geo_precision_max"] == {3: 2}
    narrowed = dataclasses.replace(Selection(), geo_precision_max=1)
    assert bare.count(narrowed, PERIODS).events == 2


def test_spellings_are_one_and_types_have_their_own_name() -> None:
    frame = pd.DataFrame(
        {"event_date": pd.to_datetime(["2023-01-01"] * 4), "event_type": ["BATTLES", "battles", "Riots", "Riots"],
         "country": ["Mali", "MALI", "Mali", None]}
    )  # fmt: skip
    table = FacetTable(frame)
    found = table.count(Selection(event_types=EVENT_TYPES), PERIODS)
    assert found.counts["event_types"] == {"Battles": 2, "Riots": 2}
    assert found.counts["countries"] == {"Mali": 3}
    assert table.occurring()["countries"] == {"Mali": 3}
    assert table.count(Selection(), ()).events == 0
