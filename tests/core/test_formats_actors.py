# SPDX-License-Identifier: GPL-2.0-or-later
"""Actor-based exports: the rows of one event become one event, on sides as far as they tell."""

from __future__ import annotations

import random
from pathlib import Path

import pandas as pd
import pytest
from event_files import COLUMNS_2022, Row, row, write
from flashpoints.plugin.core.actor_rows import Actor, forget_unknown_sides, sides
from flashpoints.plugin.core.reading import EventReader, read_events, recognise
from flashpoints.plugin.core.schema import SIDE_COLUMNS, SIDES_UNKNOWN

ACTOR_BASED = [name for name in COLUMNS_2022 if name not in ("actor2", "assoc_actor_2", "inter2")]


def actor_row(event: int, name: str, inter: str, **changes: str) -> Row:
    return row(event, actor1=name, inter1=inter, interaction="", **changes)


ROWS = [
    actor_row(1, "Group A", "2", event_type="Violence against civilians"),
    actor_row(1, "Civilians (Mali)", "7", event_type="Violence against civilians"),
    actor_row(2, "Group A", "2"),
    actor_row(2, "Military Forces of Mali (2021-)", "1"),
    actor_row(3, "Protesters (Mali)", "6", event_type="Protests"),
    actor_row(2, "Group A", "2"),  # an exact twin
    actor_row(4, "Rioters (Mali)", "5", event_type="Riots"),
    actor_row(4, "Civilians (Mali)", "7", event_type="Riots"),
]


def test_rows_of_one_event_become_one_event(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ROWS, ACTOR_BASED)
    preview = recognise(path)
    assert preview.format_id == "acled_actor_based"
    assert any("event MLI1 has rows of several" in sentence for sentence in preview.evidence)
    events, _, report = read_events(path)
    assert (report.read, report.events, report.merged, report.balanced) == (8, 4, 4, True)
    assert events[["event_id", "actor1", "inter1", "actor2", "inter2"]].values.tolist() == [
        ["MLI1", "Group A", "2", "Civilians (Mali)", "7"],
        ["MLI2", "Group A", "2", "Military Forces of Mali (2021-)", "1"],
        ["MLI3", None, None, "Protesters (Mali)", "6"],
        ["MLI4", "Rioters (Mali)", "5", "Civilians (Mali)", "7"],
    ]
    assert events[SIDES_UNKNOWN].tolist() == [False, True, False, False]
    assert events["civilian_targeting"].notna().tolist() == [True, False, False, True]
    notice = next(notice for notice in report.notices if notice.kind == "sides_unknown")
    assert (notice.count, notice.examples) == (1, ("MLI2",)) and "role" in notice.sentence


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_merging_depends_neither_on_batches_nor_on_the_order(tmp_path: Path, size: int) -> None:
    chance = random.Random(3)
    rows = [
        actor_row(n, name, inter)
        for n in range(40)
        for name, inter in (("Group A", "2"), ("Civilians (Mali)", "7"))
    ]
    chance.shuffle(rows)
    reader = EventReader(write(tmp_path / "a.csv", rows, ACTOR_BASED))
    batches = list(reader.batches(size))
    assert not any(batch.superseded for batch in batches)  # no event is written twice
    events = pd.concat([batch.events for batch in batches])
    assert len(events) == 40 and events["event_id"].is_unique
    assert set(events["actor1"]) == {"Group A"} and set(events["actor2"]) == {"Civilians (Mali)"}
    assert (reader.report.merged, reader.report.balanced) == (40, True)


def test_old_types_of_actor_rows_are_divided_by_the_whole_event(tmp_path: Path) -> None:
    columns = [name for name in ACTOR_BASED if name != "sub_event_type"]
    rows = [
        actor_row(1, "Police Forces of Mali (2013-2020)", "1", event_type="Riots/Protests"),
        actor_row(1, "Rioters (Mali)", "5", event_type="Riots/Protests"),
    ]
    events, rejected, _ = read_events(write(tmp_path / "a.csv", rows, columns))
    assert events["event_type"].tolist() == ["Riots"] and rejected.empty


def test_only_the_newest_rows_of_an_event_name_its_actors(tmp_path: Path) -> None:
    rows = [
        actor_row(1, "Old name", "2", timestamp="1"),
        actor_row(1, "Civilians (Mali)", "7", timestamp="1"),
        actor_row(1, "New name", "2", timestamp="2"),
        actor_row(1, "Civilians (Mali)", "7", timestamp="2"),
    ]
    events, _, report = read_events(write(tmp_path / "a.csv", rows, ACTOR_BASED))
    assert events[["actor1", "actor2"]].values.tolist() == [["New name", "Civilians (Mali)"]]
    assert (report.events, report.merged, report.balanced) == (1, 3, True)


def test_a_rejected_row_names_no_actor(tmp_path: Path) -> None:
    rows = [
        actor_row(1, "Group A", "2"),
        actor_row(1, "Ghost", "3", latitude="?"),
        actor_row(2, "B", "2"),
        actor_row(2, "C", "1"),
    ]
    events, rejected, report = read_events(write(tmp_path / "a.csv", rows, ACTOR_BASED))
    assert events[["actor1", "actor2"]].values.tolist() == [["Group A", None], ["B", "C"]]
    assert len(rejected) == 1 and report.balanced


def test_a_file_without_second_actors_is_not_taken_for_actor_based(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(1), row(2), row(2)], ACTOR_BASED)
    assert recognise(path).format_id == "acled"
    events, _, report = read_events(path)
    assert events["actor1"].tolist() == ["Group A (Mali)"] * 2 and report.merged == 1
    assert SIDES_UNKNOWN not in events


def test_an_event_of_two_rows_far_down_is_found(tmp_path: Path) -> None:
    rows = [actor_row(n, "Group A", "2") for n in range(3000)]
    path = write(tmp_path / "a.csv", [*rows, actor_row(17, "Civilians (Mali)", "7")], ACTOR_BASED)
    assert recognise(path).format_id == "acled_actor_based"
    assert recognise(path, "acled").format_id == "acled"  # overruled


REBEL, ARMY, MILITIA = (
    Actor("Rebels", None, "2"),
    Actor("Army", "Police", "State Forces"),
    Actor("M", None, "3"),
)
CIVILIANS, RIOTERS = Actor("Civilians (Mali)", None, "Civilians"), Actor("Rioters (Mali)", None, "5")
PROTESTERS, TRADERS = Actor("Protesters (Mali)", None, "6"), Actor("Traders", "Women", "7")


@pytest.mark.parametrize(
    ("actors", "first", "second", "known"),
    [
        ([CIVILIANS, REBEL], "Rebels", "Civilians (Mali)", True),
        ([REBEL, CIVILIANS, REBEL, CIVILIANS], "Rebels", "Civilians (Mali)", True),
        ([PROTESTERS, ARMY], "Army", "Protesters (Mali)", True),
        ([ARMY, RIOTERS, PROTESTERS], "Army", "Rioters (Mali)", True),
        ([CIVILIANS, RIOTERS], "Rioters (Mali)", "Civilians (Mali)", True),
        ([RIOTERS], None, "Rioters (Mali)", True),
        ([CIVILIANS], None, "Civilians (Mali)", True),
        ([REBEL], "Rebels", None, False),
        ([REBEL, ARMY], "Rebels", "Army", False),
        ([ARMY, REBEL], "Army", "Rebels", False),
        ([RIOTERS, PROTESTERS], "Rioters (Mali)", "Protesters (Mali)", False),
        ([REBEL, ARMY, CIVILIANS], "Rebels", "Army", False),
    ],
)
def test_sides(actors: list[Actor], first: str | None, second: str | None, known: bool) -> None:
    found = sides(actors)
    assert (found.actor1.name, found.actor2.name, found.known) == (first, second, known)


def test_no_actor_of_an_event_is_lost() -> None:
    found = sides([REBEL, ARMY, MILITIA, CIVILIANS])
    assert found.actor1.associates == "M; Civilians (Mali)" and found.actor2.associates == "Police"
    assert sides([ARMY, CIVILIANS, TRADERS]).actor2 == Actor(
        "Civilians (Mali)", "Traders; Women", "Civilians"
    )


def test_unknown_sides_have_no_groups(tmp_path: Path) -> None:
    events, _, _ = read_events(write(tmp_path / "a.csv", ROWS, ACTOR_BASED))
    for name in SIDE_COLUMNS:
        events[name] = pd.Series([";jnim;"] * 4, dtype=object)
    forget_unknown_sides(events)
    assert len(SIDE_COLUMNS) == 4
    for name in SIDE_COLUMNS:
        assert events[name].tolist() == [";jnim;", None, ";jnim;", ";jnim;"]
    plain, _, _ = read_events(write(tmp_path / "b.csv", [row(1)]))
    forget_unknown_sides(plain)  # nothing to do for a file whose rows are events
    assert not set(SIDE_COLUMNS) & set(plain.columns)
