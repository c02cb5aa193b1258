# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading: every row is accounted for, whatever is in the file, and every refusal is in plain words."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pandas as pd
import pytest
from flashpoints.plugin.core import textfile
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.reading import EventReader, read_events, recognise

COLUMNS = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
]  # fmt: skip


def row(number: int, **changes: str) -> dict[str, str]:
    """A made-up event in today's form."""
    event = dict.fromkeys(COLUMNS, "")
    event.update(
        event_id_cnty=f"XXX{number}", event_date="2023-02-01", year="2023", time_precision="1", geo_precision="1",
        event_type="Battles", sub_event_type="Armed clash", actor1="Group A", inter1="2", actor2="Group B", inter2="1",
        country="Mali", admin1="Mopti", latitude="14.5", longitude="-4.2", fatalities="2", timestamp="1700000000",
    )  # fmt: skip
    return {**event, **changes}


def write(path: Path, rows: list[dict[str, str]], columns: list[str] = COLUMNS, **options: str) -> Path:
    with path.open("w", newline="", encoding=options.pop("encoding", "utf-8")) as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", **options)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_row_becomes_a_canonical_event(tmp_path: Path) -> None:
    events, rejected, report = read_events(
        write(tmp_path / "a.csv", [row(1, actor1="  Group   A ", notes="")])
    )
    event = events.iloc[0]
    assert len(events) == 1 and rejected.empty and report.balanced
    assert (event["event_id"], event["event_date"], event["year"]) == ("XXX1", "2023-02-01", 2023)
    assert (event["latitude"], event["longitude"]) == (14.5, -4.2)
    assert (event["actor1"], event["fatalities"], event["geo_precision"]) == ("Group A", 2, 1)
    assert event["notes"] is None and event["dataset"] == "ACLED"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"event_id_cnty": " "}, "no event id"),
        ({"event_date": ""}, "no event_date"),
        ({"event_date": "2023-02-30"}, "event_date is not a date"),
        ({"event_type": ""}, "no event_type"),
        ({"event_type": "Massacre"}, "event_type is not a known type"),
        ({"latitude": ""}, "no latitude"),
        ({"longitude": "west"}, "longitude is not a number"),
        ({"latitude": "91"}, "latitude is out of range"),
        ({"longitude": "-181"}, "longitude is out of range"),
        ({"latitude": "0", "longitude": "0.0"}, "latitude and longitude are both 0"),
        ({"latitude": "nan"}, "latitude is not a number"),
        ({"fatalities": "many"}, "fatalities is not a number"),
        ({"fatalities": "-1"}, "fatalities is out of range"),
        ({"fatalities": "1.5"}, "fatalities is not a whole number"),
        ({"geo_precision": "4"}, "geo_precision is out of range"),
    ],
)
def test_a_bad_row_is_kept_with_its_number_and_reason(
    tmp_path: Path, changes: dict[str, str], reason: str
) -> None:
    path = write(tmp_path / "a.csv", [row(1), row(2, **changes), row(3)])
    events, rejected, report = read_events(path)
    assert list(events["event_id"]) == ["XXX1", "XXX3"]
    assert rejected[["row_number", "reason"]].values.tolist() == [[3, reason]]  # the header is row 1
    assert next(csv.reader([rejected["raw"][0]])) == [row(2, **changes)[name] for name in COLUMNS]
    assert report.balanced and report.rejected == 1 and report.reasons == {reason: 1}


def test_unknown_fatalities_are_not_zero(tmp_path: Path) -> None:
    events, _, _ = read_events(write(tmp_path / "a.csv", [row(1, fatalities=""), row(2, fatalities="0")]))
    assert events["fatalities"].tolist() == [None, 0]


def test_rows_of_the_wrong_width_are_rejected_not_shifted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(1), row(2)])
    lines = path.read_text().splitlines()
    path.write_text("\n".join([lines[0], lines[1] + ",extra", "short,row", "", lines[2]]) + "\n")
    events, rejected, report = read_events(path)
    assert list(events["event_id"]) == ["XXX2"]
    assert rejected["row_number"].tolist() == [2, 3]
    assert rejected["reason"].tolist() == [
        "32 fields where the header has 31",
        "2 fields where the header has 31",
    ]
    assert (report.read, report.rejected) == (3, 2) and report.balanced


def test_the_newest_timestamp_of_an_event_stays(tmp_path: Path) -> None:
    rows = [
        row(1, notes="old", timestamp="1"), row(2), row(1, notes="new", timestamp="2"),
        row(1, notes="twin", timestamp="2"), row(2), row(1, notes="older", timestamp="0"),
    ]  # fmt: skip
    events, _, report = read_events(write(tmp_path / "a.csv", rows))
    assert sorted(zip(events["event_id"], events["notes"].fillna(""))) == [("XXX1", "new"), ("XXX2", "")]
    assert (report.read, report.events, report.merged) == (6, 2, 4) and report.balanced


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_merging_does_not_depend_on_the_batches(tmp_path: Path, size: int) -> None:
    rows = [row(n % 4, notes=str(n), timestamp=str(n % 3)) for n in range(12)]
    reader = EventReader(write(tmp_path / "a.csv", rows))
    kept: dict[str, str] = {}
    for batch in reader.batches(size):
        for event_id in batch.superseded:
            del kept[event_id]
        for event_id, notes in zip(batch.events["event_id"], batch.events["notes"]):
            assert event_id not in kept
            kept[event_id] = notes
    expected = {}
    for n in range(12):  # the newest timestamp; the first of equals
        best = expected.get(f"XXX{n % 4}")
        if best is None or n % 3 > int(best) % 3:
            expected[f"XXX{n % 4}"] = str(n)
    assert kept == expected and reader.report.events == 4 and reader.report.balanced


def test_filtering_by_country_counts_and_keeps_the_coverage(tmp_path: Path) -> None:
    rows = [
        row(1),
        row(2, country="Niger", event_date="2023-05-20"),
        row(3, country="Mali ", event_date="2023-03-09"),
    ]
    events, _, report = read_events(write(tmp_path / "a.csv", rows), countries=["mali"])
    assert list(events["event_id"]) == ["XXX1", "XXX3"]
    assert (report.filtered, report.balanced) == (1, True)
    assert report.coverage is not None
    assert report.coverage.iso == "2023-02-01/2023-05-20"  # a fact of the file, not of what is left


def test_columns_may_come_in_any_order_and_with_others(tmp_path: Path) -> None:
    columns = [*reversed(COLUMNS), "mine"]
    events, _, _ = read_events(write(tmp_path / "a.csv", [row(1)], columns))
    assert events["actor2"][0] == "Group B"
    assert "Not used: mine." in recognise(tmp_path / "a.csv").evidence


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-8", ";"), ("cp1252", ","), ("utf-16", "\t")]
)
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = write(tmp_path / "a.csv", [row(1, location="Ségou")], encoding=encoding, delimiter=delimiter)
    assert read_events(path)[0]["location"][0] == "Ségou"


def test_dates_in_words(tmp_path: Path) -> None:
    events, _, _ = read_events(write(tmp_path / "a.csv", [row(1, event_date="06 December 2022")]))
    assert events["event_date"][0] == "2022-12-06" and events["year"][0] == 2022


@pytest.mark.parametrize(
    ("changes", "targeting", "derived"),
    [
        ({"event_type": "Violence against civilians"}, "Civilian targeting", 1),
        ({"inter2": "7"}, "Civilian targeting", 1),
        ({"inter1": "Civilians"}, "Civilian targeting", 1),
        ({"civilian_targeting": "Civilian targeting"}, "Civilian targeting", 0),
        ({}, None, 0),
    ],
)
def test_blank_targeting_is_derived_and_marked(
    tmp_path: Path, changes: dict[str, str], targeting: str | None, derived: int
) -> None:
    events, _, _ = read_events(write(tmp_path / "a.csv", [row(1, **changes)]))
    assert (events["civilian_targeting"][0], events["targeting_derived"][0]) == (targeting, derived)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n \n", "empty"),
        ("photo.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        ("archive.csv", b"PK\x03\x04rest", "ZIP"),
        ("noise.csv", bytes(range(256)), "binary"),
        ("header.csv", (",".join(COLUMNS) + "\n").encode(), "no rows"),
        ("nowhere.csv", b"event_id_cnty,event_date,event_type,actor1,country\nA,,Battles,x,Mali\n", "no coordinates"),
        ("counts.csv", b"COUNTRY,ADMIN1,WEEK,EVENTS,FATALITIES\nMali,Mopti,,4,9\n", "counts of events"),
        ("other.csv", b"name,age\nx,3\n", "is not known"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_serve_is_refused_in_plain_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FlashpointsError, match=words) as caught:
        read_events(path)
    assert caught.value.where == str(path) and caught.value.remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="no such file"):
        read_events(tmp_path / "none.csv")
    with pytest.raises(FlashpointsError, match="folder"):
        read_events(tmp_path)


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="auto, acled"):
        read_events(write(tmp_path / "a.csv", [row(1)]), "gdelt")


def test_columns_of_many_values_come_out_the_same(tmp_path: Path) -> None:
    """Texts that hardly recur are not numbered after the first batch; nobody must see a difference."""
    rows = [row(n, location=f"  place   {n} ", actor1=f"Group {n % 3}") for n in range(9000)]
    events, _, report = read_events(write(tmp_path / "a.csv", rows))
    parts = [batch.events for batch in EventReader(tmp_path / "a.csv").batches(2500)]
    small = pd.concat(parts, ignore_index=True)
    assert report.events == 9000 and events["location"].tolist() == [f"place {n}" for n in range(9000)]
    assert small["location"].tolist() == events["location"].tolist()
    assert small["actor1"].tolist() == events["actor1"].tolist() == [f"Group {n % 3}" for n in range(9000)]


def test_the_account_of_rows_always_adds_up(tmp_path: Path) -> None:
    """Random damage, seeded: each row is one of the four, and the events are those that a plain loop keeps."""
    chance = random.Random(7)
    damages = [
        {},
        {},
        {},
        {"latitude": "x"},
        {"event_date": "?"},
        {"country": "Niger"},
        {"event_id_cnty": "XXX1"},
    ]
    for trial in range(20):
        rows = [row(n, **chance.choice(damages)) for n in range(chance.randrange(1, 60))]
        path = write(tmp_path / f"{trial}.csv", rows)
        events, rejected, report = read_events(path, countries=["Mali"] if trial % 2 else [])
        good = [r for r in rows if r["latitude"] != "x" and r["event_date"] != "?"]
        wanted = [r for r in good if trial % 2 == 0 or r["country"] == "Mali"]
        assert report.balanced and report.read == len(rows)
        assert report.rejected == len(rejected) == len(rows) - len(good)
        assert report.filtered == len(good) - len(wanted)
        assert (
            set(events["event_id"]) == {r["event_id_cnty"] for r in wanted} and events["event_id"].is_unique
        )


def test_any_text_in_any_cell_keeps_the_account(tmp_path: Path) -> None:
    hypothesis = pytest.importorskip("hypothesis")
    if hypothesis.__spec__ is None:
        pytest.skip("hypothesis is not installed")
    strategies = hypothesis.strategies
    cell = strategies.text(max_size=12) | strategies.sampled_from(
        ["14.5", "2023-02-01", "Battles", "", "7", '"', ";", "\0"]
    )
    changes = strategies.dictionaries(strategies.sampled_from(COLUMNS), cell, max_size=5)
    path = tmp_path / "a.csv"

    @hypothesis.settings(max_examples=150, deadline=None)
    @hypothesis.given(strategies.lists(changes, min_size=1, max_size=8), strategies.integers(1, 9))
    def check(damages: list[dict[str, str]], size: int) -> None:
        rows = [
            row(n, **{k: v.encode("utf-8", "replace").decode() for k, v in d.items()})
            for n, d in enumerate(damages)
        ]
        write(path, rows, encoding="utf-8")
        if "\0" in path.read_text(encoding="utf-8")[:4096]:
            with pytest.raises(FlashpointsError, match="binary"):
                EventReader(path)
            return
        reader = EventReader(path)
        batches = list(reader.batches(size))
        assert reader.report.balanced
        assert sum(len(batch.rejected) for batch in batches) == reader.report.rejected
        assert sum(len(b.events) - len(b.superseded) for b in batches) == reader.report.events

    check()


def test_the_real_sample_is_read_whole(acled_world: Path) -> None:
    events, rejected, report = read_events(acled_world)
    table = pd.read_csv(acled_world, dtype=str, keep_default_na=False)  # another reader
    assert (report.read, report.events, len(rejected)) == (9000, 9000, 0)
    assert set(events["event_id"]) == set(table["event_id_cnty"])
    assert int(events["fatalities"].sum()) == table["fatalities"].astype(int).sum()
    mali = events[events["country"] == "Mali"]
    assert len(mali) == 64
    assert (
        mali["event_type"].isin(["Battles", "Explosions/Remote violence", "Violence against civilians"]).sum()
        == 41
    )


def test_a_big_file_can_be_cancelled_while_it_is_looked_through(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("event_id_cnty,event_date\n" + "MLI1,2023-01-01\n" * 1_000_000, encoding="utf-8")
    asked: list[None] = []

    def going() -> bool:
        asked.append(None)
        return len(asked) < 3

    with pytest.raises(FlashpointsError, match="cancelled"):
        textfile.inspect(path, going=going)
    assert len(asked) == 3
