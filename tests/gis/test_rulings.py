# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings in an event store: written beside the events, laid over them when they are read, and never lost."""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from databases import opened
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.rulings import CONFLICT, IN_FORCE, ORPHAN, WITHDRAWN, Ruling
from flashpoints.plugin.core.selection import Selection
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gis.frames import EventSource
from flashpoints.plugin.gis.rulings_file import export_rulings, import_rulings
from qgis.core import QgsFeatureRequest, QgsVectorLayer

FAR = "24.0, 1.0"
COLUMNS = ["event_id", "event_date", "event_type", "actor1", "actor_groups", "fatalities", "ruled"]


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the sample's store, to write to."""
    return Path(shutil.copy(store, tmp_path / "own.gpkg"))


def layer_of(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    assert layer.isValid()
    return layer


def ruling(event_id: str, field: str, value: str, **more: Any) -> Ruling:
    return Ruling(event_id, field, value, **{"reason": "seen by our staff", "author": "A. Analyst", **more})


def some_events(path: Path, condition: str = "1") -> list[dict[str, Any]]:
    with opened(path) as connection:
        connection.row_factory = sqlite3.Row
        query = f"SELECT * FROM events WHERE {condition} ORDER BY event_id LIMIT 3"
        return [dict(row) for row in connection.execute(query)]


def source_changes(path: Path, event: str, **values: Any) -> None:
    """What an update of the store from a newer file does to one event."""
    with opened(path) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        for name, value in values.items():
            connection.execute(f"UPDATE events SET {name} = ? WHERE event_id = ?", (value, event))


def test_a_ruling_stands_beside_the_source(own: Path) -> None:
    first, *_ = some_events(own)
    made = rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    assert made.source_value == str(first["fatalities"])
    assert rulings.read(own) == [made]
    assert made.made_at.endswith("+00:00") and made.withdrawn_at is None
    assert some_events(own)[0] == first  # the events are not touched
    (standing,) = rulings.listed(own)
    assert (standing.status, standing.source_now) == (IN_FORCE, made.source_value)
    assert rulings.listed(own, "another") == []


def test_the_store_stays_a_sound_geopackage(own: Path) -> None:
    first, *_ = some_events(own)
    rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    table = QgsVectorLayer(f"{own}|layername=rulings", "rulings", "ogr")
    assert table.isValid() and table.featureCount() == 1
    with opened(own) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_events_are_read_as_ruled_and_as_coded(own: Path) -> None:
    """Moved, corrected and left out; every other event is as it was, and in its place."""
    a, b, c = some_events(own)
    rulings.add(own, ruling(a["event_id"], "point", FAR))
    rulings.add(own, ruling(b["event_id"], "actor1", "Dan Na Ambassagou"))
    rulings.add(own, ruling(c["event_id"], "exclude", "1"))
    source = EventSource.from_layer(layer_of(own))
    ruled, coded = source.read_both(COLUMNS)
    assert coded is not None and len(coded) == len(ruled) + 1 == layer_of(own).featureCount()
    assert source.rulings_in_force == 3
    kept = coded[coded["event_id"] != c["event_id"]].reset_index(drop=True)
    assert ruled["event_id"].tolist() == kept["event_id"].tolist()
    assert ruled.dtypes.to_dict() == coded.dtypes.to_dict()
    others = ~kept["event_id"].isin([a["event_id"], b["event_id"]])
    pd.testing.assert_frame_equal(ruled[others], kept[others])
    by_id = ruled.set_index("event_id")
    assert tuple(by_id.loc[a["event_id"], ["latitude", "longitude"]]) == (24.0, 1.0)
    assert ";dan_na_ambassagou;" in by_id.loc[b["event_id"], "actor_groups"]
    assert by_id.loc[[a["event_id"], b["event_id"]], "ruled"].tolist() == ["point", "actor1"]
    pd.testing.assert_frame_equal(coded, EventSource.from_layer(layer_of(own)).read_as_coded(COLUMNS))


def test_without_rulings_nothing_is_read_twice(own: Path) -> None:
    source = EventSource.from_layer(layer_of(own))
    frame, coded = source.read_both(["event_type"])
    assert coded is None and list(frame) == ["event_type", "longitude", "latitude"]
    first, *_ = some_events(own)
    rulings.withdraw(own, [rulings.add(own, ruling(first["event_id"], "fatalities", "77")).id])
    assert EventSource.from_layer(layer_of(own)).read_both(["event_type"])[1] is None


def test_the_database_filter_loses_no_ruled_event(own: Path) -> None:
    """A protest that is ruled a battle is counted, though the database is asked for battles only; by date likewise."""
    protest, *_ = some_events(own, "event_type = 'Protests' AND event_date LIKE '2023-0%'")
    early, *_ = some_events(own, "event_type = 'Battles' AND event_date LIKE '2019-%'")
    rulings.add(own, ruling(protest["event_id"], "event_type", "Battles"))
    rulings.add(own, ruling(early["event_id"], "event_date", "2023-01-31"))
    source, period = EventSource.from_layer(layer_of(own)), parse_period("2023-H1")
    ruled, coded = source.read_both(["event_id", "event_date"], Selection(), period)
    assert coded is not None
    gained = set(ruled["event_id"]) - set(coded["event_id"])
    assert gained == {protest["event_id"], early["event_id"]}
    dates = ruled.set_index("event_id")["event_date"]
    assert dates[early["event_id"]] == pd.Timestamp("2023-01-31")


def test_what_the_layer_filter_hides_stays_hidden(own: Path) -> None:
    """Only what the layer shows is asked for: a ruling brings no other event in."""
    a, b, _ = some_events(own)
    rulings.add(own, ruling(a["event_id"], "fatalities", "77"))
    rulings.add(own, ruling(b["event_id"], "fatalities", "78"))
    layer = layer_of(own)
    layer.setSubsetString(f"event_id = '{a['event_id']}'")
    frame = EventSource.from_layer(layer, use_layer_filter=True).read(["event_id", "fatalities"])
    assert frame[["event_id", "fatalities"]].to_numpy().tolist() == [[a["event_id"], 77.0]]
    everything = EventSource.from_layer(layer).read(["event_id", "fatalities"])
    assert everything["fatalities"].isin([77, 78]).sum() >= 2


def test_layers_that_are_no_store_have_no_rulings(own: Path) -> None:
    first, *_ = some_events(own)
    rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    copied = layer_of(own).materialize(QgsFeatureRequest())
    source = EventSource.from_layer(copied)
    assert source.rulings_in_force == 0 and source.read_both(["event_id"])[1] is None


def test_two_snapshots_hold_their_own_rulings(own: Path) -> None:
    """A source that was read before a ruling answers as it did; a new one knows the ruling."""
    first, *_ = some_events(own)
    before = EventSource.from_layer(layer_of(own))
    old = before.read(["event_id", "fatalities"])
    rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    after = EventSource.from_layer(layer_of(own)).read(["event_id", "fatalities"]).set_index("event_id")
    pd.testing.assert_frame_equal(before.read(["event_id", "fatalities"]), old)
    assert after.loc[first["event_id"], "fatalities"] == 77


def test_any_number_of_rulings_is_withdrawn_at_once(own: Path) -> None:
    """SQLite takes a quarter of a million values in one statement at the most, an old one 999."""
    first, *_ = some_events(own)
    made = rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    assert rulings.withdraw(own, [*range(10**6, 10**6 + 260_000), made.id, made.id]) == 1
    assert [one.in_force for one in rulings.read(own)] == [False]


def test_a_newer_ruling_withdraws_the_older(own: Path) -> None:
    first, *_ = some_events(own)
    rulings.add(own, ruling(first["event_id"], "location", "First"))
    rulings.add(own, ruling(first["event_id"], "location", "Second"))
    old, new = rulings.read(own)
    assert (old.in_force, new.in_force) == (False, True)
    assert [one.status for one in rulings.listed(own)] == [IN_FORCE, WITHDRAWN]
    assert rulings.withdraw(own, [old.id, new.id]) == 1
    assert not any(one.in_force for one in rulings.read(own))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"event_id": "NOT THERE"}, "no event of this id"),
        ({"field": "event_type", "value": "Massacres"}, "not an event type"),
        ({"reason": " "}, "reason is missing"),
        ({"field": "country", "value": "Niger"}, "not a field that can be corrected"),
    ],
)
def test_what_cannot_be_ruled_is_said_and_nothing_is_written(own: Path, changes: dict, words: str) -> None:
    first, *_ = some_events(own)
    with pytest.raises(FlashpointsError, match=words):
        rulings.add(own, replace(ruling(first["event_id"], "fatalities", "77"), **changes))
    assert rulings.read(own) == []


def test_what_the_source_says_itself_is_no_ruling(own: Path) -> None:
    first, *_ = some_events(own)
    with pytest.raises(FlashpointsError, match="the source says"):
        rulings.add(own, ruling(first["event_id"], "location", first["location"]))


def test_a_change_at_the_source_is_put_up_for_decision(own: Path) -> None:
    a, b, c = some_events(own)
    for event in (a, b, c):
        rulings.add(own, ruling(event["event_id"], "location", "Elsewhere"))
    source_changes(own, a["event_id"], location="New at the source")
    source_changes(own, b["event_id"], location="New at the source", fatalities=99)
    source_changes(own, c["event_id"], fatalities=99)  # another field: nothing to decide
    found = {one.ruling.event_id: one for one in rulings.listed(own)}
    assert [found[one["event_id"]].status for one in (a, b, c)] == [CONFLICT, CONFLICT, IN_FORCE]
    assert found[a["event_id"]].source_now == "New at the source"
    by_id = EventSource.from_layer(layer_of(own)).read(["event_id", "location"]).set_index("event_id")
    assert by_id.loc[a["event_id"], "location"] == "Elsewhere"  # holds until somebody decides
    kept = rulings.decide(own, found[a["event_id"]].ruling, keep=True, author="B. Editor")
    assert (kept.value, kept.author, kept.source_value) == ("Elsewhere", "B. Editor", "New at the source")
    rulings.decide(own, found[b["event_id"]].ruling, keep=False, author="B. Editor")
    by_id = EventSource.from_layer(layer_of(own)).read(["event_id", "location"]).set_index("event_id")
    assert by_id.loc[a["event_id"], "location"] == "Elsewhere"
    assert by_id.loc[b["event_id"], "location"] == "New at the source"
    assert CONFLICT not in [one.status for one in rulings.listed(own)]
    with pytest.raises(FlashpointsError, match="nothing to decide"):
        rulings.decide(own, found[b["event_id"]].ruling, keep=True, author="B. Editor")


def test_rulings_of_events_that_are_gone_stay_listed(own: Path) -> None:
    first, *_ = some_events(own)
    rulings.add(own, ruling(first["event_id"], "location", "Elsewhere"))
    source_changes(own, first["event_id"], event_id="SOMETHING ELSE")
    (standing,) = rulings.listed(own)
    assert (standing.status, standing.source_now) == (ORPHAN, None)
    source = EventSource.from_layer(layer_of(own))
    assert source.read_both(["event_id"])[1] is None and source.rulings_in_force == 0


def test_a_store_in_other_hands_is_left_alone(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = some_events(own)
    wanted = ruling(first["event_id"], "fatalities", "77")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **more: connect(*args, **{"timeout": 0.1, **more}))
    with opened(own) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(FlashpointsError, match="writing to this file"):
            rulings.add(own, wanted)
        holder.rollback()
    assert rulings.read(own) == []
    for path in (tmp_path / "none.gpkg", tmp_path / "text.gpkg", tmp_path):
        if path.name == "text.gpkg":
            path.write_text("no store", encoding="utf-8")
        with pytest.raises(FlashpointsError):
            rulings.add(path, wanted)
    assert not (tmp_path / "none.gpkg").exists()
    assert (tmp_path / "text.gpkg").read_text(encoding="utf-8") == "no store"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_store_that_may_only_be_read_is_said(own: Path) -> None:
    first, *_ = some_events(own)
    before = own.read_bytes()
    own.chmod(0o444)
    with pytest.raises(FlashpointsError, match="may only be read"):
        rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    assert own.read_bytes() == before and rulings.read(own) == []


def test_a_store_that_qgis_shows_takes_a_ruling(own: Path) -> None:
    layer = layer_of(own)
    iterator = layer.getFeatures()
    next(iterator)  # in the middle of reading
    first, *_ = some_events(own)
    rulings.add(own, ruling(first["event_id"], "fatalities", "77"))
    assert sum(1 for _ in iterator) == layer.featureCount() - 1
    frame = EventSource.from_layer(layer).read(["event_id", "fatalities"]).set_index("event_id")
    assert frame.loc[first["event_id"], "fatalities"] == 77


def test_many_rulings(own: Path) -> None:
    """More than fit into one question to the database."""
    ids = EventSource.from_layer(layer_of(own)).read_as_coded(["event_id"])["event_id"].tolist()[:4_500]
    with rulings.writing(own) as connection:
        for number, event_id in enumerate(ids):
            made = ruling(event_id, "fatalities", str(1_000 + number), made_at=rulings.now())
            rulings.insert(connection, made)
    frame = EventSource.from_layer(layer_of(own)).read(["event_id", "fatalities"]).set_index("event_id")
    assert frame.loc[ids, "fatalities"].tolist() == [1_000.0 + number for number in range(len(ids))]


# Files


def test_export_and_import_give_the_same_rulings(own: Path, store: Path, tmp_path: Path) -> None:
    """Withdrawn ones, negative numbers, formulas, quotes and apostrophes too; no cell starts a formula."""
    a, b, c = some_events(own)
    reasons = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "'quoted'", "'=both", 'plain, "with" all']
    for reason in reasons:
        rulings.add(own, ruling(a["event_id"], "location", f"Place {reason}", reason=reason, author=reason))
    rulings.add(own, ruling(b["event_id"], "point", "-12.5, -8"))
    rulings.withdraw(own, [rulings.add(own, ruling(c["event_id"], "exclude", "1")).id])
    target = tmp_path / "rulings.csv"
    assert export_rulings(own, target) == len(reasons) + 2
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == list(rulings.COLUMNS)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    other = Path(shutil.copy(store, tmp_path / "other.gpkg"))
    done = import_rulings(other, target)
    assert (done.added, done.already_there, done.refused) == (len(reasons) + 2, 0, [])
    assert [replace(one, id=0) for one in rulings.read(other)] == [
        replace(one, id=0) for one in rulings.read(own)
    ]
    again = import_rulings(other, target)
    assert (again.added, again.already_there) == (0, len(reasons) + 2)
    assert len(rulings.read(other)) == len(reasons) + 2


def write_csv(path: Path, *rows: dict[str, str]) -> Path:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_every_row_of_a_file_is_accounted_for(own: Path, tmp_path: Path) -> None:
    a, b, _ = some_events(own)
    made = rulings.add(own, ruling(a["event_id"], "fatalities", "77"))
    row = {"event_id": b["event_id"], "field": "location", "value": "Elsewhere", "reason": "r", "author": "n",
           "made_at": "", "withdrawn_at": ""}  # fmt: skip
    path = write_csv(
        tmp_path / "in.csv",
        row,
        {**row, "event_id": "NOT THERE YET"},
        {**row, "field": "notes"},
        {**row, "reason": ""},
        {**row, "made_at": "yesterday"},
        {
            **row,
            "event_id": a["event_id"],
            "field": "fatalities",
            "value": "5",
            "made_at": "2020-01-01T00:00:00Z",
        },
        {**{name: str(getattr(made, name)) for name in row}, "withdrawn_at": "2030-01-01T00:00:00+00:00"},
    )
    done = import_rulings(own, path)
    assert (done.read, done.added, done.withdrawn, done.without_event) == (7, 2, 1, 1)
    assert [line for line, _ in done.refused] == [4, 5, 6, 7]
    for words, (_, reason) in zip(
        ("not a field", "reason is missing", "no time", "newer ruling"), done.refused
    ):
        assert words in reason
    assert any("7 rows read = 2 added + 1 withdrawn" in sentence for sentence in done.sentences())
    statuses = {(one.ruling.event_id, one.ruling.field): one.status for one in rulings.listed(own)}
    assert statuses == {
        (a["event_id"], "fatalities"): WITHDRAWN,
        (b["event_id"], "location"): IN_FORCE,
        ("NOT THERE YET", "location"): ORPHAN,
    }
    (read,) = [one for one in rulings.read(own) if one.event_id == b["event_id"]]
    assert read.source_value == b["location"]  # the file does not say: what the source says today


@pytest.mark.parametrize(
    "content", [b"", b"event_id;field\n", b"a,b\n1,2\n", b"\xff\xfe\x00\x81", b"event_id,field\n"]
)
def test_a_file_that_is_no_list_of_rulings_is_refused_whole(
    own: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(FlashpointsError, match="columns event_id, field, value, reason, author"):
        import_rulings(own, tmp_path / "x.csv")
    with pytest.raises(FlashpointsError, match="cannot be read"):
        import_rulings(own, tmp_path / "nowhere.csv")
    with pytest.raises(FlashpointsError, match="cannot be written"):
        export_rulings(own, tmp_path / "no folder" / "x.csv")
    assert rulings.read(own) == []
