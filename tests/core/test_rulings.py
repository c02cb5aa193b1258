# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings: what can be corrected and how, what follows from a correction, and when the source has changed since."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.core.rulings import (
    CONFLICT,
    IN_FORCE,
    ORPHAN,
    WITHDRAWN,
    Ruling,
    as_coded,
    check,
    conflicts,
    in_force,
    standings,
)
from flashpoints.plugin.core.rulings_fields import (
    EXCLUDE,
    POINT,
    RULABLE,
    canonical,
    choices,
    field_label,
    point_of,
    source_text,
)
from flashpoints.plugin.core.rulings_over import NEEDED_COLUMNS, RULED, lay_over
from flashpoints.plugin.core.schema import COLUMN_NAMES, KINDS, SIDE_COLUMNS
from hypothesis import given
from hypothesis import strategies as st

CLASSIFIED = ("actor_groups", "actor_families", "lead_group", *SIDE_COLUMNS)


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


def event(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A made-up event as the store holds it, not classified yet."""
    row: dict[str, Any] = dict.fromkeys(COLUMN_NAMES)
    row.update(
        event_id=f"SYN{number}", event_date=pd.Timestamp("2023-02-01"), year=2023.0, event_type="Battles",
        sub_event_type="Armed clash", disorder_type="Political violence", actor1="JNIM", inter1="2",
        actor2="Military Forces of Mali (2021-)", inter2="1", targeting_derived=0.0, country="Mali", admin1="Mopti",
        location="Village", latitude=14.5, longitude=-4.2, geo_precision=1.0, fatalities=2.0, dataset="Synthetic",
    )  # fmt: skip
    return {**row, **changes}


def frame_of(actors: ActorTable, *rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows or (event(),)))
    for name, column in actors.classify(frame).columns.items():
        frame[name] = column
    for name, kind in KINDS.items():
        if kind in ("integer", "real", "boolean"):
            frame[name] = pd.to_numeric(frame[name]).astype(float)
    return frame


def ruling(field: str, value: str, event_id: str = "SYN1", **more: Any) -> Ruling:
    given = {"reason": "the report says so", "author": "A. Analyst", "made_at": "2023-07-01T10:00:00+00:00"}
    return Ruling(event_id, field, value, **{**given, **more})


@pytest.mark.parametrize(
    ("field", "text", "stored"),
    [
        ("event_date", "30 June 2023", "2023-06-30"),
        ("event_type", " violence against  civilians ", "Violence against civilians"),
        ("event_type", "BATTLES", "Battles"),
        ("sub_event_type", "armed clash", "Armed clash"),
        ("sub_event_type", "Something of their own", "Something of their own"),
        ("actor1", "  JNIM:   Katiba ", "JNIM: Katiba"),
        ("actor2", "", ""),
        ("inter1", "State Forces", "State Forces"),
        (POINT, "12.6392, -8.0029", "12.6392, -8.0029"),
        (POINT, "12,6392; -8,0029", "12.6392, -8.0029"),
        (POINT, "12.60 -8", "12.6, -8"),
        ("geo_precision", "2", "2"),
        ("geo_precision", "", ""),
        ("fatalities", "12.0", "12"),
        ("civilian_targeting", "Civilians targeted", "Civilian targeting"),
        ("civilian_targeting", "", ""),
        (EXCLUDE, "1", "1"),
    ],
)
def test_values_are_kept_in_one_spelling(field: str, text: str, stored: str) -> None:
    assert check(ruling(field, text)).value == stored


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"field": "notes"}, "not a field that can be corrected"),
        ({"field": "event_id"}, "not a field that can be corrected"),
        ({"value": "Massacres"}, "not an event type.*Battles"),
        ({"field": "event_date", "value": "03/04/2023"}, "not a date.*2023-06-30"),
        ({"field": "event_date", "value": "2023-02-30"}, "not a date"),
        ({"field": "event_date", "value": ""}, "not a date"),
        ({"field": "event_date", "value": "2500-01-01"}, "out of range"),
        ({"field": "fatalities", "value": "-1"}, "out of range.*whole number"),
        ({"field": "fatalities", "value": "many"}, "not a number"),
        ({"field": "geo_precision", "value": "4"}, "out of range"),
        ({"field": "inter1", "value": "9"}, "not a code"),
        ({"field": POINT, "value": "Bamako"}, "not a place.*latitude, longitude"),
        ({"field": POINT, "value": "0, 0"}, "both 0"),
        ({"field": POINT, "value": "-118.2, 34.05"}, "nowhere on Earth"),
        ({"field": POINT, "value": ""}, "not a place"),
        ({"field": "civilian_targeting", "value": "perhaps"}, "neither"),
        ({"field": EXCLUDE, "value": ""}, "only 1"),
        ({"reason": "  "}, "reason is missing"),
        ({"author": ""}, "name is missing"),
        ({"event_id": " "}, "No event"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(changes: dict[str, str], words: str) -> None:
    with pytest.raises(FlashpointsError, match=words) as caught:
        check(replace(ruling("event_type", "Riots"), **changes))
    assert caught.value.remedy


def test_every_field_has_words_and_fits_its_choices() -> None:
    assert len({field_label(field) for field in RULABLE}) == len(RULABLE)
    for field in RULABLE:
        assert all(canonical(field, value) == value for value in choices(field))
    assert "Armed clash" in choices("sub_event_type", "Battles")
    assert "Armed clash" not in choices("sub_event_type", "Riots")


@given(st.sampled_from(RULABLE), st.text(max_size=30))
def test_any_text_is_taken_or_refused_and_what_is_taken_stays(field: str, text: str) -> None:
    try:
        value = canonical(field, text)
    except FlashpointsError:
        return
    assert canonical(field, value) == value


@given(
    st.floats(-90, 90, allow_nan=False, allow_infinity=False),
    st.floats(-180, 180, allow_nan=False, allow_infinity=False),
)
def test_places_survive_as_text(latitude: float, longitude: float) -> None:
    text = source_text(POINT, {"latitude": latitude, "longitude": longitude})
    assert point_of(text) == pytest.approx((latitude, longitude), abs=1e-10)
    if round(latitude, 10) or round(longitude, 10):
        assert canonical(POINT, text) == text


def test_a_ruled_actor_moves_the_event_to_other_groups(actors: ActorTable) -> None:
    """The same groups as an import of the corrected name gives."""
    frame = frame_of(actors, event(1), event(2))
    assert ";jnim;" in frame["actor_groups"][0]
    over, excluded = lay_over(frame, [ruling("actor1", "Dan Na Ambassagou")], actors)
    wanted = frame_of(actors, event(1, actor1="Dan Na Ambassagou", inter1=None))
    for name in CLASSIFIED:
        assert over[name][0] == wanted[name][0]
    assert "dan_na_ambassagou" in over["side_1_groups"][0] and "jnim" not in over["actor_groups"][0]
    assert over["inter1"][0] is None  # the source's code spoke of another actor
    assert repr(over.iloc[1].to_dict()) == repr({**frame.iloc[1].to_dict(), RULED: ""})
    assert not excluded.any()
    assert frame["actor1"][0] == "JNIM"  # the source's values are not touched


def test_a_ruled_type_takes_what_follows_with_it(actors: ActorTable) -> None:
    frame = frame_of(actors, event())
    over, _ = lay_over(frame, [ruling("event_type", "Violence against civilians")], actors)
    row = over.iloc[0]
    assert (row["event_type"], row["disorder_type"]) == ("Violence against civilians", "Political violence")
    assert (row["civilian_targeting"], row["targeting_derived"]) == ("Civilian targeting", 1)
    assert row["sub_event_type"] is None  # an armed clash is a battle
    both = [ruling("event_type", "Protests"), ruling("sub_event_type", "Peaceful protest")]
    row = lay_over(frame, both, actors)[0].iloc[0]
    assert (row["sub_event_type"], row["disorder_type"]) == ("Peaceful protest", "Demonstrations")
    assert row["civilian_targeting"] is None
    assert row[RULED] == "event_type;sub_event_type"


def test_civilian_targeting_of_the_source_stays_and_a_derived_one_goes(actors: ActorTable) -> None:
    violence = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
    derived = event(1, **violence, civilian_targeting="Civilian targeting", targeting_derived=1.0)
    coded = event(2, **violence, civilian_targeting="Civilian targeting", targeting_derived=0.0)
    rulings = [ruling("event_type", "Battles", f"SYN{number}") for number in (1, 2)]
    over, _ = lay_over(frame_of(actors, derived, coded), rulings, actors)
    assert over["civilian_targeting"].tolist() == [None, "Civilian targeting"]
    assert over["targeting_derived"].tolist() == [0, 0]
    said = ruling("civilian_targeting", "", "SYN2")
    over, _ = lay_over(frame_of(actors, derived, coded), [*rulings, said], actors)
    assert over["civilian_targeting"].tolist() == [None, None]


def test_place_date_numbers_and_exclusion(actors: ActorTable) -> None:
    frame = frame_of(actors, event(1), event(2), event(3))
    rulings = [
        ruling(POINT, "12.6392, -8.0029"),
        ruling("event_date", "2022-12-31"),
        ruling("fatalities", ""),
        ruling("geo_precision", "3"),
        ruling(EXCLUDE, "1", "SYN3"),
        ruling("location", "Elsewhere", "NOT THERE"),
    ]
    over, excluded = lay_over(frame, rulings, actors)
    row = over.iloc[0]
    assert (row["latitude"], row["longitude"]) == (12.6392, -8.0029)
    assert (row["event_date"], row["year"]) == (pd.Timestamp("2022-12-31"), 2022)
    assert np.isnan(row["fatalities"]) and row["geo_precision"] == 3
    assert row[RULED] == f"event_date;{POINT};geo_precision;fatalities"
    assert excluded.tolist() == [False, False, True]
    assert over["event_date"].dtype == "datetime64[ns]"
    assert {over[name].dtype == float for name in ("latitude", "fatalities", "year")} == {True}


def test_a_ruled_place_is_more_than_an_area(actors: ActorTable) -> None:
    frame = frame_of(actors, event(1, area_only=1.0), event(2, area_only=1.0))
    over, _ = lay_over(frame, [ruling(POINT, "12.6392, -8.0029"), ruling("fatalities", "3", "SYN2")], actors)
    assert over["area_only"].tolist() == [0, 1]


def test_unknown_sides_stay_unknown(actors: ActorTable) -> None:
    frame = frame_of(actors, event())
    for name in SIDE_COLUMNS:
        frame[name] = None
    over, _ = lay_over(frame, [ruling("actor1", "Dan Na Ambassagou")], actors)
    assert over[list(SIDE_COLUMNS)].isna().all(axis=None)
    assert "dan_na_ambassagou" in over["actor_groups"][0]


def test_withdrawn_and_older_rulings_do_not_hold(actors: ActorTable) -> None:
    old = ruling("location", "First", made_at="2023-07-01T10:00:00+00:00", id=1)
    new = ruling("location", "Second", made_at="2023-07-02T10:00:00+00:00", id=2)
    gone = replace(new, value="Third", made_at="2023-07-03T10:00:00+00:00", withdrawn_at="2023-07-04", id=3)
    assert in_force([new, gone, old]) == [new]
    over, _ = lay_over(frame_of(actors), [new, gone, old], actors)
    assert over["location"][0] == "Second"


def test_a_ruling_that_cannot_be_is_said_not_skipped(actors: ActorTable) -> None:
    """Someone has written into the table by hand."""
    for bad in (ruling("fatalities", "many"), ruling("notes", "x")):
        with pytest.raises(FlashpointsError, match="SYN1"):
            lay_over(frame_of(actors), [bad], actors)


def test_conflicts_and_orphans(actors: ActorTable) -> None:
    frame = frame_of(actors, event(1), event(2))
    calm = ruling(POINT, "12, -8", source_value="14.5, -4.2")
    changed = ruling("fatalities", "5", "SYN2", source_value="1")
    orphan = ruling("location", "Elsewhere", "SYN9", source_value="Village")
    gone = replace(changed, withdrawn_at="2023-07-04T00:00:00+00:00")
    left_out = ruling(EXCLUDE, "1", "SYN2")
    everything = [calm, changed, orphan, gone, left_out]
    found = standings(everything, frame)
    assert [one.status for one in found] == [IN_FORCE, CONFLICT, ORPHAN, WITHDRAWN, IN_FORCE]
    assert [one.source_now for one in found] == ["14.5, -4.2", "2", None, "2", ""]
    assert [one.ruling for one in conflicts(everything, frame)] == [changed]
    assert standings([], frame) == [] and standings([orphan], frame.head(0))[0].status == ORPHAN


@given(st.data())
def test_no_source_value_is_a_conflict_with_itself(data: st.DataObject) -> None:
    """Whatever the source says, a ruling made now is no conflict now."""
    texts = st.none() | st.text(max_size=10)
    days = st.dates(datetime.date(1700, 1, 1), datetime.date(2200, 1, 1)).map(pd.Timestamp)
    row = event(
        fatalities=data.draw(st.none() | st.integers(0, 10**6).map(float)), actor1=data.draw(texts),
        location=data.draw(texts), latitude=data.draw(st.floats(-90, 90)), longitude=data.draw(st.floats(-180, 180)),
        event_date=data.draw(st.just(pd.NaT) | days),
    )  # fmt: skip
    frame = pd.DataFrame([row])
    for field in RULABLE:
        made = ruling(field, "", source_value=source_text(field, frame.to_dict("records")[0]))
        assert standings([made], frame)[0].status == IN_FORCE, field


@given(st.lists(st.tuples(st.sampled_from(RULABLE), st.integers(1, 3), st.integers(0, 20)), max_size=12))
def test_only_ruled_events_change(asked: list[tuple[str, int, int]]) -> None:
    """Whatever is ruled, events without a ruling, and columns that no ruling reaches, are as they were."""
    table = ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
    frame = frame_of(table, *(event(number) for number in (1, 2, 3)))
    some = {
        "event_date": "2021-05-04", "event_type": "Riots", POINT: "1, 2", "geo_precision": "2", "fatalities": "7",
        "civilian_targeting": "Civilian targeting", EXCLUDE: "1", "inter1": "3", "inter2": "7",
    }  # fmt: skip
    rulings = [
        ruling(field, some.get(field, f"Text {value}"), f"SYN{number}", id=index)
        for index, (field, number, value) in enumerate(asked)
    ]
    over, excluded = lay_over(frame, rulings, table)
    ruled = {f"SYN{number}" for _, number, _ in asked}
    out = {f"SYN{number}" for field, number, _ in asked if field == EXCLUDE}
    assert {one for one, gone in zip(over["event_id"], excluded) if gone} == out
    for before, after in zip(frame.to_dict("records"), over.to_dict("records")):
        if before["event_id"] not in ruled:
            assert repr({**before, RULED: ""}) == repr(after)
        for name in ("country", "dataset", "notes", "timestamp"):
            assert repr(before[name]) == repr(after[name])


def test_the_frame_that_is_needed_is_named() -> None:
    assert set(NEEDED_COLUMNS) <= set(COLUMN_NAMES)


def test_a_count_says_what_the_source_has() -> None:
    assert as_coded(15, 16) == "15 (16 as coded by the source)"
    assert as_coded(1500, 1500.0) == "1,500"
    assert as_coded(15, None) == as_coded(15, float("nan")) == "15"
    assert as_coded(None, None) == "–"
