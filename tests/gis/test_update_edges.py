# SPDX-License-Identifier: GPL-2.0-or-later
"""Updates at their edges: places that move, more changes than a page shows, files that know less, broken rows."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from event_files import row, write
from flashpoints.plugin.gis.store import read_rows
from flashpoints.plugin.gis.updating import READING, update_events
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from stores import Rows, Store, counts, days

Make = Callable[[Rows], Store]


@pytest.fixture
def make(run: Callable, tmp_path: Path) -> Make:
    return lambda rows: Store(run, tmp_path, rows)


def within(store: Store, west: float, south: float) -> list[str]:
    """Ids of the events in a box of a tenth of a degree, found through the store's index of places."""
    layer = QgsVectorLayer(f"{store.path}|layername=events", "events", "ogr")
    box = QgsRectangle(west, south, west + 0.1, south + 0.1)
    return [one["event_id"] for one in layer.getFeatures(QgsFeatureRequest().setFilterRect(box))]


def test_an_event_that_moved_is_found_where_it_is_now(make: Make) -> None:
    rows = days(range(80))
    store = make(rows)
    rows[5]["latitude"], rows[5]["longitude"] = "12.03", "-7.96"
    rows[6]["notes"] = "Something else."
    assert counts(store.update(rows)) == (0, 2, 0, 78, 0)
    assert within(store, -8.0, 12.0) == ["MLI5"]
    assert len(within(store, -4.25, 14.45)) == 79
    assert store.changes()["MLI5"]["fields"] == "latitude;longitude"


def test_all_changes_are_listed_and_a_report_shows_the_first(make: Make, tmp_path: Path) -> None:
    rows = days(range(250))
    rows = [{**one, "event_date": f"2023-01-{1 + n % 28:02d}"} for n, one in enumerate(rows)]
    store = make(rows)
    newer = [{**one, "fatalities": "3", "notes": f"<b>{n}</b>"} for n, one in enumerate(rows[:240])]
    report = tmp_path / "report.html"
    ran = store.update(newer, ALLOW_REMOVALS=True, REPORT=str(report))
    assert counts(ran) == (0, 240, 10, 0, 0)
    listed = store.changes()
    assert {one["fields"] for one in listed.values() if one["change"] == "changed"} == {"fatalities;notes"}
    assert all(json.loads(listed[f"MLI{n}"]["new"])["notes"] == f"<b>{n}</b>" for n in range(240))
    assert json.loads(listed["MLI245"]["old"])["timestamp"] == 1_700_000_000
    page = report.read_text(encoding="utf-8")
    assert "the first 200 of 240" in page and "<b>7</b>" not in page and "&lt;b&gt;7" in page
    assert page.count("&lt;b&gt;") == 200 and "MLI245" in page


@pytest.mark.parametrize(
    "closed", ['",Nothing happened.', ',Nothing "happened.'], ids=["too wide", "of the width"]
)
def test_events_that_an_open_quotation_mark_swallows_are_not_removed(
    make: Make, tmp_path: Path, closed: str
) -> None:
    """They are no row of their own in the account, but the file has them."""
    rows = [row(n, event_date=f"2023-01-{1 + n % 28:02d}") for n in range(8000)]
    store = make(rows)
    path = write(tmp_path / "broken.csv", rows)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[300] = lines[300].replace(",Nothing", ',"Nothing')
    lines[420] = lines[420].replace(",Nothing happened.", closed)
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = store.update_from(path)
    (rejected,) = read_rows(store.path, "rejected_rows")
    assert "quotation mark" in rejected["reason"]
    assert counts(ran)[2] == 0 and len(store.events()) == 8000


@pytest.mark.parametrize("seed", range(3))
def test_the_account_of_an_update_is_that_of_a_plain_model(make: Make, tmp_path: Path, seed: int) -> None:
    """Two random exports with gaps, missing countries and time stamps, and a list of deleted ids; models are dicts."""
    chance = random.Random(seed)

    def made(n: int) -> dict[str, str]:
        kinds = chance.choice([("Battles", "Armed clash"), ("Protests", "Peaceful protest")])
        return row(
            n, event_date=f"2023-0{chance.randint(1, 3)}-{chance.randint(1, 28):02d}", event_type=kinds[0],
            sub_event_type=kinds[1], country=chance.choice(["Mali", "Niger", ""]),
            timestamp=chance.choice(["", "1700000000", "1800000000"]), fatalities=chance.choice(["", "0", "3"]),
        )  # fmt: skip

    old = {f"MLI{n}": made(n) for n in range(120)}
    fresh = {one: event for one, event in old.items() if chance.random() < 0.7}
    fresh |= {f"MLI{n}": made(n) for n in chance.sample(range(150), 40)}
    fresh = {
        one: event
        for one, event in fresh.items()
        if (event["country"], event["event_type"]) != ("", "Protests")
    }
    fresh = {one: event for one, event in fresh.items() if event["country"] != "Niger" or seed}
    deleted = {f"MLI{n}" for n in chance.sample(range(160), 12)}
    (tmp_path / "deleted.txt").write_text("\n".join(deleted), encoding="utf-8")

    first, last = (end(event["event_date"] for event in fresh.values()) for end in (min, max))
    scope = [{event[name] for event in fresh.values()} for name in ("country", "event_type")]
    both = (old.keys() & fresh.keys()) - deleted
    stamps = {one: (old[one]["timestamp"], fresh[one]["timestamp"]) for one in both}
    kept = {one for one, (before, after) in stamps.items() if before and after and before > after}
    plain = [{one: {**event, "timestamp": ""} for one, event in side.items()} for side in (old, fresh)]
    changed = {one for one in both - kept if plain[0][one] != plain[1][one]}
    removed = {
        one
        for one, event in old.items()
        if one in deleted
        or (
            one not in fresh
            and first <= event["event_date"] <= last
            and event["country"] in scope[0]
            and event["event_type"] in scope[1]
        )
    }
    added = fresh.keys() - old.keys() - deleted

    store = make(list(old.values()))
    ran = store.update(list(fresh.values()), DELETED=str(tmp_path / "deleted.txt"), ALLOW_REMOVALS=True)
    unchanged = both - kept - changed
    expected = tuple(map(len, (added, changed, removed, unchanged, kept)))
    assert counts(ran) == expected and min(expected) > 0
    assert sum(expected) - len(removed) == len(fresh.keys() - deleted)
    after = store.events()
    assert after.keys() == (old.keys() - removed) | added
    for one, event in after.items():
        source = old[one] if one in kept or one not in fresh else fresh[one]
        assert (event["fatalities"], event["country"]) == (
            int(source["fatalities"]) if source["fatalities"] else None,
            source["country"] or None,
        ), one
    assert {one for one, change in store.changes().items() if change["change"] == "changed"} == changed


def test_progress_moves_while_the_store_is_compared_and_written(make: Make, tmp_path: Path) -> None:
    rows = [row(n, event_date=f"2023-01-{1 + n % 28:02d}") for n in range(6000)]
    store = make(rows)
    path = write(tmp_path / "new.csv", [{**one, "notes": "Checked."} for one in rows])
    seen: list[float] = []
    update_events(path, store.path, progress=lambda done: seen.append(done) is None)
    moving = sorted({done for done in seen if READING < done < 1.0})
    assert len(moving) > 5 and moving[-1] > READING + 0.1
    assert seen == sorted(seen) and seen[-1] == 1.0


def test_a_joined_file_does_not_speak_for_the_years_of_another_country(make: Make) -> None:
    """Mali of two years and Niger of the last months only: Niger's older events stay."""
    mali = [
        {**one, "event_date": f"20{21 + n // 60}-{1 + n % 12:02d}-11"}
        for n, one in enumerate(days(range(120)))
    ]
    niger = [
        {
            **one,
            "event_date": f"20{21 + n // 60}-{1 + n % 12:02d}-17",
            "country": "Niger",
            "event_id_cnty": f"NIR{n}",
        }
        for n, one in enumerate(days(range(120)))
    ]
    store = make([*mali, *niger])
    late = [one for one in niger if one["event_date"] >= "2022-11"]
    assert counts(store.update([*mali, *late])) == (0, 0, 0, 120 + len(late), 0)
    gone = [one for one in late if one is not late[3]]
    assert counts(store.update([*mali, *gone])) == (0, 0, 1, 120 + len(gone), 0)
