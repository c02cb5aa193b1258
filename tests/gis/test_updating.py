# SPDX-License-Identifier: GPL-2.0-or-later
"""A newer export into a store: what it changes, what it must not touch, and what has to be confirmed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from event_files import row, write
from flashpoints.plugin.gis.geopackage import register_point_functions
from flashpoints.plugin.gis.store import read_rows
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from stores import Rows, Store, counts, days


@pytest.fixture(autouse=True)
def clean_project() -> Iterator[None]:
    """No layer on a file of these tests is left in the project for others."""
    yield
    QgsProject.instance().clear()


@pytest.fixture
def make(run: Callable, tmp_path: Path) -> Callable[[Rows], Store]:
    return lambda rows: Store(run, tmp_path, rows)


def test_added_changed_and_removed_events_are_listed(make: Callable[[Rows], Store]) -> None:
    rows = days(range(80))
    store = make(rows)
    fids = {one: event["fid"] for one, event in store.events().items()}
    rows[10]["fatalities"], rows[10]["actor1"] = "9", "Group C (Mali)"
    ran = store.update([*rows[:20], *rows[21:], row(500, event_date="2023-02-02", latitude="13.0")])
    assert counts(ran) == (1, 1, 1, 78, 0)
    events, changes = store.events(), store.changes()
    assert len(events) == 80 and "MLI20" not in events
    assert (events["MLI10"]["fatalities"], events["MLI10"]["actor1"]) == (9, "Group C (Mali)")
    assert events["MLI10"]["fid"] == fids["MLI10"]
    assert set(changes) == {"MLI10", "MLI20", "MLI500"}
    assert changes["MLI10"]["fields"] == "actor1;fatalities"
    assert json.loads(changes["MLI10"]["old"]) == {"actor1": "Group A (Mali)", "fatalities": 2}
    assert json.loads(changes["MLI10"]["new"]) == {"actor1": "Group C (Mali)", "fatalities": 9}
    assert json.loads(changes["MLI20"]["old"])["event_date"] == "2023-01-21"
    assert changes["MLI20"]["reason"] and changes["MLI500"]["change"] == "added"
    first, second = read_rows(store.path, "imports")
    assert (first["mode"], first["added"]) == ("create", 80)
    assert (second["mode"], second["added"], second["changed"], second["removed"]) == ("update", 1, 1, 1)
    assert changes["MLI10"]["sha256"] == second["sha256"]
    layer = QgsVectorLayer(f"{store.path}|layername=events", "events", "ogr")
    assert layer.extent().yMinimum() == 13.0 and layer.featureCount() == 80


def test_the_same_file_again_changes_nothing(make: Callable[[Rows], Store]) -> None:
    rows = days(range(40))
    store = make(rows)
    before = store.events()
    assert counts(store.update(rows)) == (0, 0, 0, 40, 0)
    assert store.events() == before and not store.changes()


def test_comparing_touches_nothing(make: Callable[[Rows], Store], tmp_path: Path) -> None:
    rows = days(range(60))
    store = make(rows)
    before = store.content()
    report = tmp_path / "report.html"
    ran = store.update([*rows[:30], row(99)], PREVIEW=True, REPORT=str(report))
    assert counts(ran)[:3] == (1, 0, 0)  # the file ends with row 30: it says nothing of what comes later
    ran = store.update([*rows[:10], *rows[20:]], PREVIEW=True, REPORT=str(report))
    assert counts(ran)[:3] == (0, 0, 10) and json.loads(ran.results["CONFIRM"])
    assert "Compared only" in report.read_text(encoding="utf-8")
    assert store.content() == before
    names = {path.name for path in tmp_path.iterdir() if not path.name.endswith(("-wal", "-shm"))}
    assert names == {"old.csv", "new.csv", "events.gpkg", "report.html"}


@pytest.mark.parametrize(
    ("name", "narrower"),
    [
        ("dates", days(range(20, 40))),
        ("countries", days(range(60), country="Mali")[::1]),
        ("types", days(range(60))),
        ("dataset", days(range(60))),
    ],
)
def test_a_file_removes_nothing_outside_what_it_covers(
    make: Callable[[Rows], Store], name: str, narrower: Rows
) -> None:
    """Dates, countries, event types and dataset of the file bound what it can say is gone."""
    others = {
        "dates": days(range(40, 60)),
        "countries": days(range(100, 110), country="Niger"),
        "types": days(range(100, 110), event_type="Protests", sub_event_type="Peaceful protest", inter1="6"),
        "dataset": [],
    }[name]
    store = make([*narrower, *others])
    if name == "dataset":
        ran = store.update(narrower[:30], DATASET="Mine", ALLOW_REMOVALS=True)
        assert counts(ran)[2] == 0 and len(read_rows(store.path, "events")) == 90
        return
    ran = store.update(narrower)
    assert counts(ran) == (0, 0, 0, len(narrower), 0)
    assert len(store.events()) == len(narrower) + len(others)


def test_a_newer_time_stamp_wins(make: Callable[[Rows], Store]) -> None:
    rows = days(range(30))
    rows[3]["timestamp"] = "1800000000"
    store = make(rows)
    rows[3]["timestamp"], rows[3]["notes"] = "1700000000", "An older state."
    rows[4]["timestamp"], rows[4]["notes"] = "1800000000", "A newer state."
    rows[5]["timestamp"] = "1900000000"
    assert counts(store.update(rows)) == (0, 1, 0, 28, 1)
    events = store.events()
    assert (events["MLI3"]["notes"], events["MLI4"]["notes"]) == ("Nothing happened.", "A newer state.")
    assert events["MLI5"]["timestamp"] == 1_900_000_000 and set(store.changes()) == {"MLI4"}


def test_an_event_whose_row_is_rejected_is_not_removed(make: Callable[[Rows], Store]) -> None:
    rows = days(range(30))
    store = make(rows)
    rows[7]["latitude"] = "north"
    ran = store.update(rows)
    assert counts(ran) == (0, 0, 0, 29, 0) and "MLI7" in store.events()
    assert "because their rows in the file were rejected: 1" in ran.log
    (rejected,) = read_rows(store.path, "rejected_rows")
    assert rejected["file_name"] == "new.csv"


def test_many_removals_need_a_confirmation(make: Callable[[Rows], Store]) -> None:
    rows = days(range(60))
    store = make(rows)
    before = store.content()
    fewer = [*rows[:20], *rows[22:]]
    with pytest.raises(QgsProcessingException, match=r"2 of the 60 events .* \(3\.3 %\)") as stopped:
        store.update(fewer)
    assert "ALLOW_REMOVALS" in str(stopped.value)
    assert store.content() == before
    assert counts(store.update(fewer, ALLOW_REMOVALS=True)) == (0, 0, 2, 58, 0)


def test_one_removal_in_sixty_does_not(make: Callable[[Rows], Store]) -> None:
    rows = days(range(60))
    store = make(rows)
    assert counts(store.update([*rows[:20], *rows[21:]])) == (0, 0, 1, 59, 0)


def test_a_name_that_vanishes_needs_a_confirmation(make: Callable[[Rows], Store]) -> None:
    """An actor that is renamed in all its events, and a sub-event type that goes with its last event."""
    rows = days(range(80))
    rows[5]["actor2"] = rows[6]["actor2"] = "Rare Group (Mali)"
    rows[9]["sub_event_type"] = "Chemical weapon"
    store = make(rows)
    rows[5]["actor2"] = rows[6]["actor2"] = "Renamed Group (Mali)"
    with pytest.raises(QgsProcessingException, match=r"Rare Group \(Mali\) \(2\)"):
        store.update(rows)
    rows[5]["actor2"] = "Rare Group (Mali)"
    with pytest.raises(QgsProcessingException, match=r"sub-event types any more: Chemical weapon \(1\)"):
        store.update([*rows[:9], *rows[10:]])
    assert counts(store.update(rows)) == (0, 1, 0, 79, 0)


def test_what_a_file_has_no_column_for_stays(make: Callable[[Rows], Store], tmp_path: Path) -> None:
    """A file trimmed by hand blanks nothing; what it does say counts, also where it says that nothing is there."""
    rows = days(range(20), civilian_targeting="Civilian targeting", disorder_type="Political violence")
    rows[3]["event_type"] = "Violence against civilians"
    store = make(rows)
    before = store.events()
    known = [
        "event_id_cnty",
        "event_date",
        "event_type",
        "country",
        "latitude",
        "longitude",
        "admin1",
        "location",
    ]
    rows[7]["location"], rows[8]["admin1"], rows[9]["event_type"] = "Elsewhere", "", "Strategic developments"
    path = write(tmp_path / "trimmed.csv", rows, known)
    lookalike = {"COLUMNS": json.dumps({"event_id": "event_id_cnty"})}
    preview = store.update_from(path, PREVIEW=True, **lookalike)
    assert counts(preview) == (0, 3, 0, 17, 0) and store.events() == before
    ran = store.update_from(path, **lookalike)
    assert counts(ran) == (0, 3, 0, 17, 0)
    assert "no columns for time_precision, disorder_type, sub_event_type, actor1" in ran.log
    after = store.events()
    assert {one: event for one, event in after.items() if one not in ("MLI7", "MLI8", "MLI9")} == {
        one: event for one, event in before.items() if one not in ("MLI7", "MLI8", "MLI9")
    }
    assert after["MLI7"] == {**before["MLI7"], "location": "Elsewhere"}
    assert after["MLI8"] == {**before["MLI8"], "admin1": None}
    changed = {"event_type": "Strategic developments", "sub_event_type": None}
    changed["disorder_type"] = "Strategic developments"
    assert after["MLI9"] == {**before["MLI9"], **changed}
    assert store.changes()["MLI9"]["fields"] == "disorder_type;event_type;sub_event_type"


def test_a_feature_without_an_id_is_somebodys_own(make: Callable[[Rows], Store]) -> None:
    rows = days(range(20))
    store = make(rows)
    with opened(store.path) as connection:
        register_point_functions(connection)
        connection.execute(
            "INSERT INTO events (event_date, event_type, dataset, country) SELECT event_date, event_type, dataset, "
            "country FROM events WHERE event_id = 'MLI9'"
        )
        connection.commit()
    assert counts(store.update(rows)) == (0, 0, 0, 20, 0)
    assert len(read_rows(store.path, "events")) == 21


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE changes",
        "DROP TABLE imports",
        "DROP TABLE rejected_rows",
        "ALTER TABLE events DROP COLUMN dataset",
        "ALTER TABLE changes DROP COLUMN reason",
    ],
)
def test_a_store_that_somebody_took_a_part_of(make: Callable[[Rows], Store], damage: str) -> None:
    if "COLUMN" in damage and sqlite3.sqlite_version_info < (3, 35):
        pytest.skip("this SQLite cannot drop columns")
    store = make(days(range(20)))
    with opened(store.path) as connection:
        register_point_functions(connection)
        connection.execute(damage)
        connection.commit()
    before = store.content()
    with pytest.raises(
        QgsProcessingException, match="A table or column of this event store is missing: .*Take the"
    ):
        store.update(days(range(30)))
    assert store.content() == before


def test_a_number_that_somebody_wrote_over_is_put_right_and_listed(make: Callable[[Rows], Store]) -> None:
    rows = days(range(20))
    store = make(rows)
    with opened(store.path) as connection:
        register_point_functions(connection)
        connection.execute("UPDATE events SET fatalities = 'many' WHERE event_id = 'MLI4'")
        connection.commit()
    assert counts(store.update(rows)) == (0, 1, 0, 19, 0)
    assert store.events()["MLI4"]["fatalities"] == 2
    assert json.loads(store.changes()["MLI4"]["old"]) == {"fatalities": "many"}


@pytest.mark.parametrize("mode", ["create", "update"])
def test_a_store_whose_name_is_too_long(run: Callable, tmp_path: Path, mode: str) -> None:
    path = write(tmp_path / "new.csv", days(range(3)))
    with pytest.raises(QgsProcessingException, match="File name too long|no such event store"):
        run("importevents", INPUT=str(path), OUTPUT=str(tmp_path / f"{'x' * 300}.gpkg"), MODE=mode)


def test_a_list_of_deleted_ids_is_taken(make: Callable[[Rows], Store], tmp_path: Path) -> None:
    """Wherever they lie, and whether or not the file still has them."""
    rows = days(range(80))
    store = make(rows)
    listed = tmp_path / "deleted.csv"
    listed.write_text("event_id_cnty,deleted_timestamp\nMLI70,1\nMLI3,1\nNER1,1\n", encoding="utf-8")
    ran = store.update(rows[:40], DELETED=str(listed), ALLOW_REMOVALS=True)
    assert counts(ran) == (0, 0, 2, 39, 0)
    assert {"MLI70", "MLI3"}.isdisjoint(store.events()) and len(store.events()) == 78
    assert store.changes()["MLI70"]["reason"] == "in the source's list of deleted events"
    assert "Ids of the list of deleted events that are not in the store: 1" in ran.log


def test_events_known_by_row_numbers_cannot_be_followed(make: Callable[[Rows], Store]) -> None:
    store = make(days(range(10)))
    with pytest.raises(QgsProcessingException, match="row numbers"):
        store.update(days(range(10)), COLUMNS='{"event_id": "#row"}', DATASET="ACLED")


def test_all_else_in_the_store_stays(
    make: Callable[[Rows], Store], tmp_path: Path, qgis_new_project: None
) -> None:
    """Results, rulings and a style of the user's own; also while QGIS shows the store."""
    store = make(days(range(30)))
    with opened(store.path) as connection:
        connection.execute("CREATE TABLE mine (note TEXT)")
        connection.execute("INSERT INTO mine VALUES ('a result')")
        connection.execute("INSERT INTO rulings (event_id, field, value) VALUES ('MLI3', 'exclude', '1')")
    layer = QgsVectorLayer(f"{store.path}|layername=events", "My events", "ogr")
    symbol = QgsSymbol.defaultSymbol(QgsWkbTypes.GeometryType.PointGeometry)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    QgsProject.instance().addMapLayer(layer)
    assert len(list(layer.getFeatures())) == 30
    assert counts(store.update(days(range(40))))[0] == 10
    assert layer.featureCount() == len(list(layer.getFeatures())) == 40
    assert layer.name() == "My events" and isinstance(layer.renderer(), QgsSingleSymbolRenderer)
    assert read_rows(store.path, "mine")[0]["note"] == "a result"
    assert read_rows(store.path, "rulings")[0]["value"] == "1"


def test_rulings_survive_and_what_the_source_changed_too_is_said(
    run: Callable, make: Callable[[Rows], Store]
) -> None:
    rows = days(range(60))
    store = make(rows)
    who = {"REASON": "Counted twice.", "AUTHOR": "A. Analyst"}
    for one, field, value in (
        ("MLI3", "fatalities", "0"),
        ("MLI4", "fatalities", "1"),
        ("MLI5", "exclude", "1"),
    ):
        run("addruling", INPUT=str(store.path), EVENT_ID=one, FIELD=field, VALUE=value, **who)
    rows[3]["fatalities"] = "9"
    ran = store.update([*rows[:5], *rows[6:]])
    assert "the source has changed too, to be decided: MLI3 (fatalities)." in ran.log
    assert "no longer there: MLI5 (exclude)." in ran.log
    assert store.events()["MLI3"]["fatalities"] == 9, "the source's value stands in the events"
    listed = run("listrulings", INPUT=str(store.path)).frame().set_index("event_id")
    assert listed["status"].to_dict() == {"MLI3": "conflict", "MLI4": "in_force", "MLI5": "orphan"}
    assert listed.loc["MLI3", ["source_value", "value", "source_now"]].tolist() == ["2", "0", "9"]


def test_our_own_legend_counts_anew(make: Callable[[Rows], Store], qgis_new_project: None) -> None:
    store = make(days(range(30)))
    layer = QgsVectorLayer(f"{store.path}|layername=events", "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert "(30)" in labels(layer)
    layer.setCustomProperty("flashpoints/kind", "events")
    store.update(days(range(40)))
    assert "(40)" in labels(layer)
    assert layer.customProperty("flashpoints/kind") == "events" and layer.temporalProperties().isActive()
    assert "(40)" in labels(QgsVectorLayer(f"{store.path}|layername=events", "events", "ogr"))


def test_a_layer_whose_path_is_spelled_otherwise_counts_anew(
    make: Callable[[Rows], Store], tmp_path: Path, qgis_new_project: None
) -> None:
    """One file has several spellings: on Windows each path has two."""
    store = make(days(range(30)))
    layer = QgsVectorLayer(f"{tmp_path}//events.gpkg|layername=events", "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    store.update(days(range(40)))
    assert "(40)" in labels(layer)


def labels(layer: QgsVectorLayer) -> str:
    renderer = layer.renderer()
    assert isinstance(renderer, QgsRuleBasedRenderer)
    return " ".join(rule.label() for rule in renderer.rootRule().descendants())


def test_edits_that_are_not_saved_stop_an_update(
    make: Callable[[Rows], Store], qgis_new_project: None
) -> None:
    store = make(days(range(10)))
    layer = QgsVectorLayer(f"{store.path}|layername=events", "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("notes"), "edited")
    with pytest.raises(QgsProcessingException, match="edits that are not saved"):
        store.update(days(range(12)))
    layer.rollBack()


@pytest.mark.parametrize("kind", ["foreign", "rulings", "results", "projects"])
def test_a_new_store_never_takes_the_place_of_what_cannot_be_had_again(
    run: Callable, make: Callable[[Rows], Store], tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "events.gpkg"
    if kind == "foreign":
        with opened(path) as connection:
            connection.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
    else:
        made = {
            "rulings": ["INSERT INTO rulings (event_id, field, value) VALUES ('MLI3', 'exclude', '1')"],
            "results": [
                "CREATE TABLE mine (fid INTEGER PRIMARY KEY)",
                "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('mine', 'attributes')",
            ],
            "projects": [
                "CREATE TABLE qgis_projects (name TEXT, metadata BLOB, content BLOB)",
                "INSERT INTO qgis_projects (name) VALUES ('mine')",
            ],
        }[kind]
        make(days(range(10)))
        with opened(path) as connection:
            for statement in made:
                connection.execute(statement)
    before = path.read_bytes()
    events = write(tmp_path / "a.csv", days(range(5)))
    reasons = {"foreign": "no event store", "rulings": "rulings: 1"}
    with pytest.raises(QgsProcessingException, match=reasons.get(kind, "other layers or projects: mine")):
        run("importevents", INPUT=str(events), OUTPUT=str(path))
    assert path.read_bytes() == before


def test_a_store_of_version_1_is_migrated_with_a_copy_kept(make: Callable[[Rows], Store]) -> None:
    store = make(days(range(30)))
    store.age()
    before = read_rows(store.path, "events")
    ran = store.update(days(range(40)))
    backup = store.path.with_name("events (version 1).gpkg")
    assert backup.name in ran.log
    assert read_rows(backup, "events") == before
    assert len(store.events()) == 40 and {one["mode"] for one in read_rows(store.path, "imports")} == {
        "create",
        "update",
    }
    assert {one["key"]: one["value"] for one in read_rows(store.path, "flashpoints_meta")} == {
        "schema_version": "2"
    }
    assert store.events()["MLI35"]["area_only"] is None


def test_an_update_that_is_stopped_does_not_migrate_the_store(make: Callable[[Rows], Store]) -> None:
    rows = days(range(60))
    store = make(rows)
    store.age()
    before = store.content()
    with pytest.raises(QgsProcessingException, match="The store is as it was"):
        store.update([*rows[:20], *rows[24:]])
    assert store.content() == before
    assert [path.name for path in store.path.parent.glob("*.gpkg")] == ["events.gpkg"]


def test_two_stores_are_compared_without_touching_either(
    run: Callable, make: Callable[[Rows], Store], tmp_path: Path
) -> None:
    rows = days(range(60))
    old, new = make(rows), tmp_path / "new.gpkg"
    newer = [*rows[:10], *rows[12:40], row(99, event_date="2023-01-30")]
    newer[0]["fatalities"] = "7"
    run("importevents", INPUT=str(write(tmp_path / "n.csv", newer)), OUTPUT=str(new))
    with opened(new) as connection:
        columns = "event_id, field, source_value, value, reason, author, made_at"
        ruling = (
            "('MLI5', 'fatalities', '2', '50', 'Counted twice.', 'A. Analyst', '2023-02-01T00:00:00+00:00')"
        )
        connection.execute(f"INSERT INTO rulings ({columns}) VALUES {ruling}")
    before = old.content()
    ran = run("comparesnapshots", OLD=str(old.path), NEW=str(new))
    names = ("ADDED", "CHANGED", "REMOVED", "UNCHANGED", "OUTSIDE")
    assert [ran.results[name] for name in names] == [1, 1, 22, 37, 20]
    table = {one.event_id: one for one in ran.frame().itertuples()}
    assert (table["MLI0"].fields, json.loads(table["MLI0"].new)) == ("fatalities", {"fatalities": 7})
    assert table["MLI10"].note is None and table["MLI50"].note
    assert "MLI5" not in table, "a ruling is no change of the source"
    assert old.content() == before


def test_layers_of_another_kind_and_system_are_compared(run: Callable, tmp_path: Path) -> None:
    """A memory layer in metres beside a store: the same events are the same."""
    rows = days(range(20))
    path = tmp_path / "a.gpkg"
    run("importevents", INPUT=str(write(tmp_path / "a.csv", rows)), OUTPUT=str(path))
    layer = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    moved = processing_run("native:reprojectlayer", INPUT=layer, TARGET_CRS="EPSG:32630")
    ran = run("comparesnapshots", OLD=f"{path}|layername=events", NEW=moved)
    assert (ran.results["UNCHANGED"], ran.frame().shape[0]) == (20, 0)


def processing_run(name: str, **parameters: Any) -> QgsVectorLayer:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    if algorithm is None:
        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    context = QgsProcessingContext()
    results, fine = algorithm.run({"OUTPUT": "memory:", **parameters}, context, QgsProcessingFeedback())
    assert fine
    return context.takeResultLayer(results["OUTPUT"])


def in_2022(numbers: range) -> Rows:
    return [{**one, "event_date": one["event_date"].replace("2023", "2022")} for one in days(numbers)]


def test_days_that_no_file_covers_are_not_counted_as_quiet(
    run: Callable, make: Callable[[Rows], Store]
) -> None:
    """January and February 2022, then January and February 2023: in between nobody knows."""
    store = make(in_2022(range(56)))
    store.update(days(range(100, 156)))
    ran = run(
        "compareperiods", INPUT=f"{store.path}|layername=events", PERIOD_A="2022-01", PERIOD_B="2023-05",
        GROUP_BY="event_type",
    )  # fmt: skip
    (row,) = ran.frame().query("name == 'Battles'").itertuples()
    assert (row.days_a, row.days_b, row.events_b) == (0, 31, 28)
    assert "No file covers the days between 28 February 2022 and 1 April 2023" in ran.log


def test_files_that_touch_cover_what_both_cover(run: Callable, make: Callable[[Rows], Store]) -> None:
    store = make(days(range(28)))
    store.update(days(range(28, 56)))
    ran = run(
        "compareperiods", INPUT=f"{store.path}|layername=events", PERIOD_A="2023-01", PERIOD_B="2023-02",
        GROUP_BY="event_type",
    )  # fmt: skip
    (row,) = ran.frame().query("name == 'Battles'").itertuples()
    assert (row.events_a, row.events_b) == (28, 28) and row.days_b == 28


def test_a_country_that_is_covered_for_less_is_said(run: Callable, make: Callable[[Rows], Store]) -> None:
    store = make(days(range(56)))
    store.update(
        [{**one, "event_id_cnty": f"NIR{n}"} for n, one in enumerate(days(range(28), country="Niger"))]
    )
    ran = run(
        "compareperiods", INPUT=f"{store.path}|layername=events", PERIOD_A="2023-01", PERIOD_B="2023-02",
        GROUP_BY="event_type",
    )  # fmt: skip
    assert "Of Niger the store only covers 1 January 2023 to 28 January 2023" in ran.log


def test_a_store_of_nothing_takes_no_place(
    run: Callable, make: Callable[[Rows], Store], tmp_path: Path
) -> None:
    """Latitude and longitude in words: all rows are rejected, and the store that is there stays."""
    store = make(days(range(10)))
    before = store.content()
    broken = write(tmp_path / "b.csv", days(range(10), latitude="north"))
    with pytest.raises(
        QgsProcessingException, match=r"None of the 10 rows .* latitude is not a number \(10\)"
    ):
        run("importevents", INPUT=str(broken), OUTPUT=str(store.path))
    assert store.content() == before
    ran = run("importevents", INPUT=str(broken), OUTPUT=str(tmp_path / "new.gpkg"))
    assert (ran.results["EVENTS"], ran.results["ROWS_REJECTED"]) == (0, 10)
