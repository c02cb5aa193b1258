# SPDX-License-Identifier: GPL-2.0-or-later
"""What happened between two tables of events, checked against a plain comparison of dicts."""

from __future__ import annotations

import json
import random
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.deletions import read_deleted_ids
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.snapshots import ADDED, CHANGED, COMPARED, REMOVED, compare, difference, rows_of

COLUMNS = [
    "event_id",
    "dataset",
    "event_date",
    "event_type",
    "actor1",
    "latitude",
    "longitude",
    "fatalities",
    "timestamp",
]


def event(one: str, **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "event_id": one, "dataset": "ACLED", "event_date": "2023-01-05", "event_type": "Battles", "actor1": "A",
        "latitude": 14.5, "longitude": -4.2, "fatalities": 3, "timestamp": 1,
    }  # fmt: skip
    return {**made, **changes}


def table(*events: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(events), columns=COLUMNS, dtype=object)


def compared(old: pd.DataFrame, new: pd.DataFrame) -> Any:
    return compare(rows_of(old), list(old.columns), rows_of(new), list(new.columns))


def test_each_kind_of_change_is_listed_with_its_values() -> None:
    old = table(event("A"), event("B"), event("C"), event("D", fatalities=None))
    new = table(event("D", fatalities=0), event("B", actor1="B", fatalities=5), event("E"), event("A"))
    found = compared(old, new)
    rows = {row.event_id: row for row in found.table.itertuples()}
    assert {one: row.change for one, row in rows.items()} == {
        "B": CHANGED, "C": REMOVED, "D": CHANGED, "E": ADDED,
    }  # fmt: skip
    assert set(rows["B"].fields.split(";")) == {"actor1", "fatalities"}
    assert json.loads(rows["B"].old) == {"actor1": "A", "fatalities": 3}
    assert json.loads(rows["B"].new) == {"actor1": "B", "fatalities": 5}
    assert json.loads(rows["D"].old) == {"fatalities": None}
    assert json.loads(rows["C"].old)["latitude"] == 14.5 and json.loads(rows["C"].old)["timestamp"] == 1
    assert json.loads(rows["E"].new)["event_date"] == "2023-01-05"
    assert found.unchanged == 1


def test_a_newer_time_stamp_alone_is_no_change() -> None:
    found = compared(table(event("A"), event("B")), table(event("A", timestamp=9), event("B")))
    assert (len(found.table), found.unchanged, found.touched) == (0, 2, 1)


def test_the_order_of_rows_and_missing_values_are_no_change() -> None:
    old = table(event("A", actor1=None), event("B"))
    new = table(event("B"), event("A", actor1=float("nan")))
    assert compared(old, new).table.empty


def test_what_another_system_leaves_of_a_point_is_no_change() -> None:
    old = table(event("A"))
    assert compared(old, table(event("A", latitude=14.5 + 4e-8))).table.empty
    assert len(compared(old, table(event("A", latitude=14.5 + 1e-4))).table) == 1


def test_what_somebody_wrote_into_a_number_is_listed() -> None:
    """SQLite takes any text into a column of numbers."""
    old = table(event("A1", fatalities="many", latitude="north"))
    found = compared(old, table(event("A1", fatalities=7, latitude=14.5)))
    assert json.loads(found.table["old"][0]) == {"fatalities": "many", "latitude": "north"}
    assert json.loads(found.table["new"][0]) == {"fatalities": 7, "latitude": 14.5}


def test_equal_ids_of_two_sources_are_two_events() -> None:
    old = table(event("1"), event("1", dataset="UCDP GED", fatalities=9))
    found = compared(old, table(event("1"), event("1", dataset="UCDP GED", fatalities=8)))
    (row,) = found.table.itertuples()
    assert (row.change, json.loads(row.old), found.unchanged) == (CHANGED, {"fatalities": 9}, 1)


def test_tables_of_which_one_names_no_dataset_go_by_ids() -> None:
    assert compared(table(event("A")).drop(columns="dataset"), table(event("A"))).unchanged == 1


def test_columns_that_one_side_lacks_are_said() -> None:
    old = table(event("A"))
    found = compared(old, table(event("A")).drop(columns="actor1"))
    assert found.not_compared == ("actor1",) and "actor1" not in found.compared


def test_an_id_twice_and_no_ids_are_refused() -> None:
    with pytest.raises(FlashpointsError, match="more than once"):
        compared(table(event("A"), event("A")), table())
    with pytest.raises(FlashpointsError, match="event_id"):
        compared(table(event("A")).drop(columns="event_id"), table())


def test_random_tables_against_a_plain_comparison() -> None:
    chance = random.Random(3)
    events = [event(f"E{n}") for n in range(300)]
    old = [one for one in events if chance.random() < 0.9]
    new = []
    for one in events:
        if chance.random() < 0.9:
            changes = {
                "fatalities": chance.choice([3, 3, 4, None]),
                "actor1": chance.choice(["A", "A", "B"]),
                "event_date": chance.choice(["2023-01-05", "2023-01-06"]),
            }
            new.append({**one, **changes})
    chance.shuffle(new)
    found = compared(table(*old), table(*new))
    left, right = ({one["event_id"]: one for one in side} for side in (old, new))
    expected = dict.fromkeys(left.keys() - right.keys(), REMOVED)
    expected.update(dict.fromkeys(right.keys() - left.keys(), ADDED))
    differing = {
        one: {name for name in COLUMNS if left[one][name] != right[one][name]}
        for one in left.keys() & right.keys()
    }
    expected.update({one: CHANGED for one, names in differing.items() if names})
    assert dict(zip(found.table["event_id"], found.table["change"])) == expected
    listed = found.table[found.table["change"] == CHANGED]
    assert {one: set(names.split(";")) for one, names in zip(listed["event_id"], listed["fields"])} == {
        one: names for one, names in differing.items() if names
    }


def test_what_is_derived_is_not_compared() -> None:
    assert {"actor_groups", "lead_group", "year", "timestamp", "dataset"}.isdisjoint(COMPARED)
    assert {"event_date", "actor1", "notes", "latitude"} <= set(COMPARED)


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (b"MLI1\nMLI2\r\n\nMLI1\n", ["MLI1", "MLI2"]),
        (b"\xef\xbb\xbfevent_id_cnty,deleted_timestamp\nMLI7,1700000000\nMLI8,1\n", ["MLI7", "MLI8"]),
        (b"deleted_timestamp;EVENT_ID_CNTY\n1; MLI7 \n", ["MLI7"]),
    ],
)
def test_lists_of_deleted_events(tmp_path: Any, content: bytes, ids: list[str]) -> None:
    path = tmp_path / "deleted.csv"
    path.write_bytes(content)
    assert read_deleted_ids(path) == ids


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "no ids"), (b"a,b\n1,2\n", "which column"), (b"\x00\x01", "no ids")]
)
def test_what_is_no_list_is_refused(tmp_path: Any, content: bytes, words: str) -> None:
    path = tmp_path / "deleted.csv"
    path.write_bytes(content)
    with pytest.raises(FlashpointsError, match=words) as caught:
        read_deleted_ids(path)
    assert caught.value.remedy
    with pytest.raises(FlashpointsError, match="cannot be opened"):
        read_deleted_ids(tmp_path / "none.csv")


def test_row_by_row_is_what_table_by_table_finds() -> None:
    """Missing values of both kinds, zeros, and places that differ by less than a centimetre."""
    chance = random.Random(5)
    values: dict[str, list[Any]] = {
        "actor1": ["A", "B", "", None], "fatalities": [0, 1, None], "latitude": [14.5, 14.5 + 5e-8, 14.6],
        "event_date": ["2023-01-05", "2023-01-06"], "timestamp": [1, 2, None],
    }  # fmt: skip
    sides = [
        [event(f"E{n}", **{name: chance.choice(some) for name, some in values.items()}) for n in range(400)]
        for _ in range(2)
    ]
    names = [name for name in COMPARED if name in COLUMNS]
    found = {
        row.event_id: (row.fields, json.loads(row.old), json.loads(row.new))
        for row in compared(*(table(*side) for side in sides)).table.itertuples()
    }
    for old, new in zip(*sides):
        single = difference(names, [old[name] for name in names], [new[name] for name in names])
        expected = found.pop(old["event_id"], None)
        assert bool(single) == (expected is not None), (old, new)
        if expected is not None:
            before, after = ({name: pair[side] for name, pair in single.items()} for side in (0, 1))
            assert (";".join(single), before, after) == expected
    assert not found and len({one["actor1"] for one in sides[0]}) == 4
