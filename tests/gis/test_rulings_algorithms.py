# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings as algorithms: listed, made, exported and imported without a window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from databases import opened
from flashpoints.plugin.core.rulings_fields import RULABLE
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gis.geopackage import register_point_functions
from flashpoints.plugin.gis.provenance import definition_id, rulings_in_force
from flashpoints.plugin.gis.rulings_algorithm import store_behind
from qgis.core import QgsApplication, QgsFeatureRequest, QgsProcessingException, QgsProject, QgsVectorLayer

PARAMETERS = {
    "listrulings": {"INPUT", "OUTPUT"},
    "addruling": {"INPUT", "EVENT_ID", "FIELD", "VALUE", "REASON", "AUTHOR"},
    "decideruling": {"INPUT", "EVENT_ID", "FIELD", "DECISION", "AUTHOR"},
    "exportrulings": {"INPUT", "OUTPUT"},
    "importrulings": {"INPUT", "FILE"},
}
WHO = {"REASON": "seen by our staff", "AUTHOR": "A. Analyst"}


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(store, tmp_path / "own.gpkg"))


def first_event(path: Path) -> str:
    layer = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    return next(layer.getFeatures(QgsFeatureRequest().setLimit(1)))["event_id"]


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_parameters_and_metadata(provider: object, name: str) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
    definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    assert set(definitions) == PARAMETERS[name]
    optional = {n for n, d in definitions.items() if d.flags() & d.Flag.FlagOptional}
    assert optional == ({"VALUE"} if name == "addruling" else set())
    assert algorithm.displayName() and len(algorithm.shortHelpString()) > 100
    assert algorithm.groupId() == "events"
    assert all(definition.description() for definition in definitions.values())
    if "FIELD" in definitions:
        assert tuple(definitions["FIELD"].options()) == RULABLE


def test_a_ruling_from_the_toolbox(run: Callable, own: Path) -> None:
    """Made with the store's path alone, seen by the project's layer, and listed."""
    event_id = first_event(own)
    layer = QgsVectorLayer(f"{own}|layername=events", "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    told: list[None] = []
    layer.dataChanged.connect(lambda: told.append(None))
    made = run("addruling", INPUT=str(own), EVENT_ID=event_id, FIELD="fatalities", VALUE="77", **WHO)
    assert made.results["VALUE"] == "77" and made.results["ID"] == 1
    assert "Fatalities: “77” instead of" in made.log
    assert told  # so that windows ask anew
    listed = run("listrulings", INPUT=layer)
    row = listed.frame().iloc[0]
    assert (row["event_id"], row["field"], row["value"], row["status"]) == (
        event_id,
        "fatalities",
        "77",
        "in_force",
    )
    assert row["source_value"] == row["source_now"] == made.results["SOURCE_VALUE"]
    assert (listed.results["IN_FORCE"], listed.results["CONFLICTS"]) == (1, 0)
    assert definition_id(listed.layer()) == "rulings/1" and rulings_in_force(listed.layer()) == 1
    QgsProject.instance().removeMapLayer(layer.id())


def test_an_empty_list_is_a_table_all_the_same(run: Callable, own: Path) -> None:
    listed = run("listrulings", INPUT=str(own))
    assert listed.frame().empty and "0 rulings" in listed.log


def test_a_conflict_is_decided_without_a_window(run: Callable, own: Path) -> None:
    """Kept beside the source's new value, in the name of who decides; then withdrawn."""
    event_id = first_event(own)
    one = {"INPUT": str(own), "EVENT_ID": event_id, "FIELD": "fatalities"}
    run("addruling", VALUE="77", **one, **WHO)
    with opened(own) as connection:
        register_point_functions(connection)
        connection.execute("UPDATE events SET fatalities = 55 WHERE event_id = ?", (event_id,))
    assert run("listrulings", INPUT=str(own)).results["CONFLICTS"] == 1
    kept = run("decideruling", DECISION="keep", AUTHOR="B. Chief", **one)
    assert kept.results["VALUE"] == "77" and "“77” holds" in kept.log
    listed = run("listrulings", INPUT=str(own))
    assert (listed.results["CONFLICTS"], listed.results["IN_FORCE"], listed.results["WITHDRAWN"]) == (0, 1, 1)
    row = listed.frame().set_index("status").loc["in_force"]
    assert (row["author"], row["source_value"], row["value"]) == ("B. Chief", "55", "77")
    assert run("decideruling", DECISION="source", AUTHOR="B. Chief", **one).results["VALUE"] == "55"
    assert run("listrulings", INPUT=str(own)).results["IN_FORCE"] == 0
    with pytest.raises(QgsProcessingException, match="in force"):
        run("decideruling", DECISION="source", AUTHOR="B. Chief", **one)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"EVENT_ID": "NOT THERE"}, "no event of this id"),
        ({"VALUE": "many"}, "not a number"),
        ({"REASON": " "}, "reason is missing"),
        ({"AUTHOR": ""}, "name"),
        ({"FIELD": "notes"}, "“notes” is not a field.*event_date"),
    ],
)
def test_wrong_input_is_answered_in_plain_words(run: Callable, own: Path, changes: dict, words: str) -> None:
    question = {"INPUT": str(own), "EVENT_ID": first_event(own), "FIELD": "fatalities", "VALUE": "77", **WHO}
    with pytest.raises(QgsProcessingException, match=words):
        run("addruling", **{**question, **changes})
    assert rulings.read(own) == []


def test_layers_without_a_store_are_refused(run: Callable, store_layer: QgsVectorLayer) -> None:
    with pytest.raises(QgsProcessingException, match="no event store.*Load events"):
        run("listrulings", INPUT=store_layer.materialize(QgsFeatureRequest().setLimit(3)))


def test_a_result_knows_the_store_it_was_made_from(run: Callable, own: Path, tmp_path: Path) -> None:
    """From a list of counted events in a file of its own, too, an event can be corrected; dialogs give layers' ids."""
    layer = QgsVectorLayer(f"{own}|layername=events", "events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    ran = run("buffercounts", INPUT=layer.id(), PERIODS="2023-H1", EVENTS=str(tmp_path / "list.gpkg"))
    QgsProject.instance().removeMapLayer(layer.id())
    listing = QgsVectorLayer(ran.results["EVENTS"], "list", "ogr")
    listing.loadDefaultMetadata()
    assert store_behind(listing) == own
    event_id = next(listing.getFeatures())["event_id"]
    run("addruling", INPUT=str(own), EVENT_ID=event_id, FIELD="exclude", VALUE="1", **WHO)
    own.unlink()
    assert store_behind(listing) is None


def test_files_with_rulings_go_from_store_to_store(
    run: Callable, own: Path, store: Path, tmp_path: Path
) -> None:
    event_id = first_event(own)
    run("addruling", INPUT=str(own), EVENT_ID=event_id, FIELD="location", VALUE="=1+1", **WHO)
    target = tmp_path / "rulings.csv"
    assert run("exportrulings", INPUT=str(own), OUTPUT=str(target)).results["RULINGS"] == 1
    other = Path(shutil.copy(store, tmp_path / "other.gpkg"))
    done = run("importrulings", INPUT=str(other), FILE=str(target))
    numbers = [done.results[name] for name in ("ROWS_READ", "ADDED", "WITHDRAWN", "ALREADY_THERE", "REFUSED")]
    assert numbers == [1, 1, 0, 0, 0] and "1 rows read = 1 added" in done.log
    assert rulings.read(other)[0].value == "=1+1"
    with pytest.raises(QgsProcessingException, match="no list of rulings"):
        (tmp_path / "x.csv").write_text("a,b\n", encoding="utf-8")
        run("importrulings", INPUT=str(other), FILE=str(tmp_path / "x.csv"))
