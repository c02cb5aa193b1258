# SPDX-License-Identifier: GPL-2.0-or-later
"""Another table of actors into a store: the events' new groups, what stays, and what comes to a bad end."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import actor_events
import pandas as pd
import pytest
from databases import opened
from event_files import row, write
from flashpoints.plugin.core.actor_draft import Draft
from flashpoints.plugin.core.actor_file import write_actor_file
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis.actor_events import FOUND
from flashpoints.plugin.gis.actor_table import actors_of, shipped_families, shipped_rows
from flashpoints.plugin.gis.geopackage import register_point_functions
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gis.loading import load_actors
from flashpoints.plugin.gis.reclassifying import reclassify
from flashpoints.plugin.gis.store import EVENTS, read_rows
from flashpoints.plugin.gis.styles import style_events
from qgis.core import QgsApplication, QgsFeatureRequest, QgsProcessingException, QgsProject, QgsVectorLayer
from stores import Store, days

from .test_durability import child, content, linux_only

PARAMETERS = {"actornames": {"INPUT", "ACTORS", "OUTPUT"}, "reclassifyevents": {"INPUT", "ACTORS", "PREVIEW"}}


@pytest.fixture
def own(qgis_app: Any, tmp_path: Path) -> Path:
    """A store of made-up events with unknown names."""
    store = tmp_path / "own.gpkg"
    import_events(actor_events.file(tmp_path), store, load_actors())
    return store


@pytest.fixture
def draft() -> Draft:
    return Draft(shipped_rows(), shipped_families())


def events(store: Path) -> dict[str, dict[str, Any]]:
    return {one["event_id"]: one for one in read_rows(store, EVENTS)}


def test_only_what_changes_is_written(own: Path, draft: Draft) -> None:
    """Columns of groups as a fresh import with that table has them; all else as it was, row for row."""
    before = events(own)
    draft.assign("Guardians of Wagadou", "katiba_macina")
    draft.set_group("katiba_serma", label="Serma's people", family="communal_militias", umbrella="")
    done = reclassify(own, draft.rows, draft.families)
    after = events(own)
    changed = {one for one in after if after[one] != before[one]}
    named = {"Guardians of Wagadou", "Katiba Serma"}
    expected = {one for one, event in before.items() if actor_events.names_in(event) & named}
    assert changed == expected and done.changed == len(expected) == 20 and done.events == len(before)
    for one in changed:
        assert {key for key in after[one] if after[one][key] != before[one][key]} <= set(FOUND)
    fresh = own.with_name("fresh.gpkg")
    import_events(own.with_name("actors.csv"), fresh, actors_of(own))
    assert events(fresh) == after
    assert actors_of(own).rows() == draft.rows and actors_of(own).family_rows() == draft.families
    assert done.unmatched_events == 14 and len(done.unmatched) == 3
    content(own)  # the file is whole, its index and counts too


def test_no_change_touches_nothing(own: Path, draft: Draft) -> None:
    before = own.read_bytes()
    assert reclassify(own, draft.rows, draft.families).changed == 0
    draft.assign("Guardians of Wagadou", "dozo")
    assert reclassify(own, draft.rows, draft.families, apply=False).changed == 7
    assert own.read_bytes() == before


def test_a_label_alone_changes_no_event(own: Path, draft: Draft) -> None:
    draft.set_family("militant_islamist", label="Islamist groups", colour="#102030")
    assert reclassify(own, draft.rows, draft.families).changed == 0
    assert actors_of(own).family("militant_islamist").label == "Islamist groups"
    assert load_actors().family("militant_islamist").label == "Militant Islamist groups"


def test_unknown_sides_stay_unknown(own: Path, draft: Draft) -> None:
    """Events of actor-based exports: their order of actors says nothing."""
    sides = [name for name in FOUND if name.startswith("side_")]
    with opened(own) as connection:
        register_point_functions(connection)
        none = ", ".join(f"{name} = NULL" for name in sides)
        connection.execute(f"UPDATE events SET {none} WHERE event_id IN ('MLI1', 'MLI2')")
    draft.set_pattern(0, pattern="nobody at all")
    assert reclassify(own, draft.rows, draft.families).changed == 30
    after = events(own)
    assert all(after["MLI1"][name] is None for name in sides) and after["MLI1"]["actor_groups"].startswith(
        ";"
    )
    assert after["MLI3"]["side_1_groups"] == ";other;"


def test_a_row_with_dates_and_events_without(own: Path, draft: Draft) -> None:
    row = draft.add_pattern("dozo", pattern="Sons of the River", start="2023-03-15", end="2023-04-30")
    reclassify(own, draft.rows, draft.families)
    assert draft.rows[row]["start"]
    for event in events(own).values():
        mine = "Sons of the River" in event["actor1"] and "2023-03-15" <= event["event_date"] <= "2023-04-30"
        assert (";dozo;" in event["actor_groups"]) == mine


def test_a_store_of_before_families_were_kept(own: Path, draft: Draft) -> None:
    """It reads with the plugin's families, and gets a table of its own."""
    with opened(own) as connection:
        connection.execute("DROP TABLE families")
        for table in ("gpkg_contents", "gpkg_ogr_contents"):
            connection.execute(f"DELETE FROM {table} WHERE table_name = 'families'")
    assert actors_of(own).families == load_actors().families
    draft.set_family("civilians", label="People")
    reclassify(own, draft.rows, draft.families)
    assert actors_of(own).family("civilians").label == "People"
    assert QgsVectorLayer(f"{own}|layername=families", "f", "ogr").featureCount() == len(draft.families)
    assert "families" in {one["table_name"] for one in read_rows(own, "gpkg_contents")}


def test_a_store_of_version_1_is_migrated_and_copied(run: Callable, tmp_path: Path, draft: Draft) -> None:
    store = Store(run, tmp_path, days(range(1, 30)))
    store.age()
    draft.assign("Group A (Mali)", "dozo")
    draft.rows[1]["pattern"] = "("
    with pytest.raises(FlashpointsError, match="Line 3"):
        reclassify(store.path, draft.rows, draft.families)
    assert not list(tmp_path.glob("*version 1*")), "a table that cannot be used migrates nothing"
    draft.rows[1]["pattern"] = "x"
    done = reclassify(store.path, draft.rows, draft.families)
    assert done.changed == 29 and done.backup is not None and done.backup.is_file()
    assert {one["lead_group"] for one in store.events().values()} == {"dozo"}


def test_updates_keep_the_table(run: Callable, tmp_path: Path, draft: Draft) -> None:
    """A newer export is classified by the store's own table and families."""
    store = Store(run, tmp_path, days(range(1, 30)))
    draft.assign("Group A (Mali)", "dozo")
    draft.set_family("communal_militias", label="Village guards")
    reclassify(store.path, draft.rows, draft.families)
    store.update(days(range(1, 40)))
    assert {one["lead_group"] for one in store.events().values()} == {"dozo"} and len(store.events()) == 39
    assert actors_of(store.path).family("communal_militias").label == "Village guards"


def test_a_pattern_that_takes_for_ever_is_refused(own: Path, draft: Draft) -> None:
    before = own.read_bytes()
    for pattern, words in ((r"(\w+\s?)+X", "for ever"), (".*" * 12 + "!$", "too long on")):
        draft.rows[0]["pattern"] = pattern
        with pytest.raises(FlashpointsError, match=words):
            reclassify(own, draft.rows, draft.families)
    assert own.read_bytes() == before


def test_a_cancel_leaves_the_store(own: Path, draft: Draft) -> None:
    before = content(own)
    draft.set_pattern(0, pattern="nobody at all")
    with pytest.raises(FlashpointsError, match="Cancelled"):
        reclassify(own, draft.rows, draft.families, progress=lambda done: done < 0.4)
    assert content(own) == before


def test_a_store_that_is_written_elsewhere_is_said(own: Path, draft: Draft) -> None:
    draft.set_pattern(0, pattern="nobody at all")
    with opened(own) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FlashpointsError, match="writing to this file") as caught:
            reclassify(own, draft.rows, draft.families)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("kind", "words"),
    [("none", "no such"), ("text", "no GeoPackage"), ("cut", "damaged"), ("newer", "newer Flashpoints")],
)
def test_what_is_no_store_is_not_touched(kind: str, words: str, own: Path, draft: Draft) -> None:
    whole = own.read_bytes()
    if kind == "none":
        own.unlink()
    elif kind == "text":
        own.write_bytes(b"a,b\n1,2\n" * 1000)
    elif kind == "cut":
        own.write_bytes(whole[: len(whole) // 2])
    else:
        with opened(own) as connection:
            connection.execute("UPDATE flashpoints_meta SET value = '99' WHERE key = 'schema_version'")
    before = own.read_bytes() if own.exists() else None
    draft.set_pattern(0, pattern="nobody at all")
    with pytest.raises(FlashpointsError, match=words) as caught:
        reclassify(own, draft.rows, draft.families)
    assert caught.value.remedy
    assert (own.read_bytes() if own.exists() else None) == before


@linux_only
def test_a_kill_leaves_the_old_groups_or_the_new_ones(store: Path, draft: Draft, tmp_path: Path) -> None:
    """SIGKILL on the way, on both sides of the commit and inside it; then the same again runs to its end."""
    draft.set_pattern(0, pattern="nobody at all")
    draft.set_family("civilians", label="People")
    table = tmp_path / "table.csv"
    write_actor_file(table, draft.rows, draft.families)
    shares = ["0.0", "0.4", "0.5", "0.7", "0.9"]
    inside = [f"commit {step / 10_000}" for step in range(1, 31, 5)]
    points = ["", *shares, "before commit", "after commit", *inside]
    job = {"mode": "reclassify", "events": table, "old": store, "folder": tmp_path, "points": points}
    ended = child(job)
    old, new = content(store), content(tmp_path / "whole" / "events.gpkg")
    assert old["events"] != new["events"] and ended.pop("") == 0
    assert {ended[point] for point in (*shares, "before commit", "after commit")} == {-9}
    found = {point: content(tmp_path / point.replace(" ", "_") / "events.gpkg") for point in ended}
    states = {p: "old" if one == old else "new" if one == new else "neither" for p, one in found.items()}
    assert set(states.values()) <= {"old", "new"}, states
    assert (states["0.7"], states["before commit"], states["after commit"]) == ("old", "old", "new")
    again = tmp_path / "0.7" / "events.gpkg"
    reclassify(again, draft.rows, draft.families)
    assert content(again) == new and [path.name for path in again.parent.iterdir()] == ["events.gpkg"]


@linux_only
def test_a_store_that_may_only_be_read_is_said(store: Path, draft: Draft, tmp_path: Path) -> None:
    """A disk that is mounted read-only, which stops root too."""
    from .test_durability import _needs_namespace

    _needs_namespace()
    disk = tmp_path / "disk"
    disk.mkdir()
    own = Path(shutil.copy(store, disk / "a.gpkg"))
    with sqlite3.connect(own) as connection:  # as QGIS leaves it, whatever a test before has open
        connection.execute("PRAGMA journal_mode = DELETE")
    before = own.read_bytes()
    draft.set_pattern(0, pattern="nobody at all")
    write_actor_file(tmp_path / "table.csv", draft.rows, draft.families)
    script = f'mount --bind {disk} {disk} && mount -o remount,bind,ro {disk} && "$@"'
    job = {"mode": "reclassify", "events": tmp_path / "table.csv", "store": own}
    ended = child(job, "unshare", "-rm", "sh", "-c", script, "sh")
    assert ended["code"] == 3 and "Nothing can be written here" in ended["said"], ended
    assert own.read_bytes() == before


# As algorithms


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_parameters_and_metadata(provider: object, name: str) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
    definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    assert set(definitions) == PARAMETERS[name]
    assert definitions["ACTORS"].flags() & definitions["ACTORS"].Flag.FlagOptional
    assert algorithm.displayName() and len(algorithm.shortHelpString()) > 100
    assert algorithm.groupId() == "events" and all(one.description() for one in definitions.values())


def test_names_as_a_table(run: Callable, own: Path, draft: Draft, tmp_path: Path) -> None:
    """Of a store, of a layer that lies in none, and as another table would group them."""
    ran = run("actornames", INPUT=str(own))
    frame = ran.frame().set_index("name")
    counts = {
        name: len([1 for one in actor_events.rows() if name in actor_events.names_in(one)])
        for name in frame.index
    }
    assert frame["events"].to_dict() == counts
    assert frame.loc["Katiba Serma", ["actor_group", "family"]].tolist() == [
        "katiba_serma",
        "militant_islamist",
    ]
    row = int(frame.loc["Katiba Serma", "table_row"])
    assert shipped_rows()[row - 1]["pattern"] == frame.loc["Katiba Serma", "pattern"]
    lost = frame[frame["table_row"].isna()]["events"].to_dict()
    assert lost == actor_events.STRANGERS
    assert (ran.results["NAMES_UNMATCHED"], ran.results["EVENTS_UNMATCHED"]) == (4, 21)
    layer = QgsVectorLayer(f"{own}|layername={EVENTS}", "events", "ogr")
    copy = layer.materialize(QgsFeatureRequest())
    assert run("actornames", INPUT=copy).frame().equals(ran.frame())
    draft.assign("Guardians of Wagadou", "dozo")
    write_actor_file(tmp_path / "t.csv", draft.rows, draft.families)
    other = run("actornames", INPUT=str(own), ACTORS=str(tmp_path / "t.csv"))
    assert other.results["NAMES_UNMATCHED"] == 3
    assert other.frame().set_index("name").loc["Guardians of Wagadou", "group_label"] == "Dozo hunters"


def test_reclassify_from_the_toolbox(run: Callable, own: Path, draft: Draft, tmp_path: Path) -> None:
    """The project's layers are read again; only those in the plugin's own look are styled again."""
    layers = [QgsVectorLayer(f"{own}|layername={EVENTS}", name, "ogr") for name in ("ours", "theirs")]
    style_events(layers[0], load_actors())
    QgsProject.instance().addMapLayers(layers)
    theirs = layers[1].renderer().dump()
    told: list[int] = []
    for number, layer in enumerate(layers):
        layer.dataChanged.connect(lambda number=number: told.append(number))
    draft.assign("Sons of the River (Mali)", "dozo")
    write_actor_file(tmp_path / "t.csv", draft.rows, draft.families)
    question = {"INPUT": layers[0].id(), "ACTORS": str(tmp_path / "t.csv")}
    ran = run("reclassifyevents", **question, PREVIEW=True)
    assert ran.results["EVENTS_CHANGED"] == 10 and "would change" in ran.log and not told
    ran = run("reclassifyevents", **question)
    names = ("EVENTS", "EVENTS_CHANGED", "NAMES_UNMATCHED", "EVENTS_UNMATCHED")
    assert [ran.results[name] for name in names] == [63, 10, 3, 11]
    assert "Guardians of Wagadou: 7" in ran.log and set(told) == {0, 1}
    legend = [rule.label() for rule in layers[0].renderer().rootRule().descendants()]
    led = sum(one["lead_group"] == "dozo" for one in events(own).values())
    assert led == 8 and f"Communal militias ({led})" in legend and layers[1].renderer().dump() == theirs
    assert run("reclassifyevents", INPUT=str(own)).results["EVENTS_CHANGED"] == 0
    QgsProject.instance().removeMapLayers([layer.id() for layer in layers])


def test_wrong_input_is_answered_in_plain_words(run: Callable, own: Path, tmp_path: Path) -> None:
    layer = QgsVectorLayer(f"{own}|layername={EVENTS}", "events", "ogr")
    with pytest.raises(QgsProcessingException, match="event store only.*Load events"):
        run("reclassifyevents", INPUT=layer.materialize(QgsFeatureRequest()))
    (tmp_path / "bad.csv").write_text("pattern,group,family\n(,a,nobody\n", encoding="utf-8")
    with pytest.raises(
        QgsProcessingException, match="Line 2: There is no family.*Line 2: The row of a cannot"
    ):
        run("reclassifyevents", INPUT=str(own), ACTORS=str(tmp_path / "bad.csv"))
    with pytest.raises(QgsProcessingException, match="lacks the columns"):
        run("actornames", INPUT=str(own), ACTORS=str(write(tmp_path / "events.csv", [row()])))


def test_an_empty_store(run: Callable, tmp_path: Path, draft: Draft) -> None:
    store = Store(run, tmp_path, days(range(1, 5)))
    with opened(store.path) as connection:
        register_point_functions(connection)
        connection.execute("DELETE FROM events")
    draft.set_family("civilians", label="People")
    done = reclassify(store.path, draft.rows, draft.families)
    assert (done.events, done.changed) == (0, 0)
    assert actors_of(store.path).family("civilians").label == "People"
    assert run("actornames", INPUT=str(store.path)).frame().empty


def test_a_store_without_some_columns(own: Path, draft: Draft) -> None:
    with opened(own) as connection:
        register_point_functions(connection)
        for name in ("assoc_actor_1", "side_2_families", "inter2"):
            connection.execute(f"ALTER TABLE events DROP COLUMN {name}")
    draft.assign("Sons of the River (Mali)", "dozo")
    done = reclassify(own, draft.rows, draft.families)
    assert done.changed >= 10
    assert sum(";dozo;" in one["actor_groups"] for one in events(own).values()) == 10
    assert isinstance(done.unmatched, pd.DataFrame)
