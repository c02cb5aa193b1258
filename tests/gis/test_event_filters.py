# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter bar's filter as the layer's own: the same events as the core's selection, whatever the provider."""

from __future__ import annotations

import json
import shutil
import sqlite3
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.event_filter import NOTHING, SEARCHED, EventFilter
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.core.schema import BATTLES, CIVILIAN_VIOLENCE, STRATEGIC
from flashpoints.plugin.core.selection import in_period
from flashpoints.plugin.gis.event_filters import (
    KEEP,
    PROPERTY,
    REPLACE,
    apply_filter,
    can_count_aside,
    count_in_file,
    count_shown,
    file_of,
    read_filter,
    reasons,
    refusal,
)
from flashpoints.plugin.gis.loading import load_actors
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

H1, H2 = parse_period("2023-H1"), parse_period("2022-H2")
ACCENTS = {
    "SYN00010": "Ségou",
    "SYN00011": "SÉGOU",
    "SYN00012": "Côte d’Ivoire",
    "SYN00013": "100 % _ * ? [x] \\ |",
}
FILTERS = [
    EventFilter(period=H1),
    EventFilter(groups=("jnim",)),
    EventFilter(groups=("jnim+", "state_forces")),
    EventFilter(event_types=(BATTLES, CIVILIAN_VIOLENCE)),
    EventFilter(event_types=(STRATEGIC,), geo_precision_max=2),
    EventFilter(time_precision_max=1, min_fatalities=5),
    EventFilter(H2, ("militant_islamist",), (CIVILIAN_VIOLENCE,), 1, 2, 1, "mopti"),
    EventFilter(text="Ségou"),
    EventFilter(text="segou"),
    EventFilter(text="SEGOU JNIM"),
    EventFilter(text='"katiba macina"'),
    EventFilter(text="cote d'ivoire"),
]
ODD = [
    "\\' OR 1=1 --", "\\", "a!b", "!_", "x|option:y", "Gao|x=1",
    "'", "''", '"', "%", "_", "*", "?", "[x]", "]", "\\", "|", "100 % _ *", "x' OR '1'='1", "'); DROP TABLE events; --",
    "|layername=rulings", "|subset=1", "$$", "@element", "[% 1+1 %]", "a\x00b", "ß", "مالي", "--",
    "/*", "(?i)x", "^a", "{0}", "\u202e",
]  # fmt: skip


@pytest.fixture(scope="module")
def events(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's store with some places of letters that are not ASCII, unknown numbers and no date."""
    path = tmp_path_factory.mktemp("filter") / "mali.gpkg"
    shutil.copy(store, path)
    layer = QgsVectorLayer(f"{path}|layername=events", "e", "ogr")
    early = layer.getFeatures(
        QgsFeatureRequest().setFilterExpression("\"event_date\" < to_date('2022-01-01')")
    )
    kept = {*ACCENTS, "SYN00020"}
    assert layer.dataProvider().deleteFeatures([one.id() for one in early if one["event_id"] not in kept])
    fields = layer.fields()
    changes: dict[int, dict[int, Any]] = {}
    for feature in layer.getFeatures():
        name = feature["event_id"]
        values = {"location": ACCENTS[name]} if name in ACCENTS else {}
        if name == "SYN00020":
            values = {"fatalities": None, "geo_precision": None, "time_precision": None}
        if values:
            changes[feature.id()] = {fields.lookupField(key): value for key, value in values.items()}
    assert layer.dataProvider().changeAttributeValues(changes)
    return path


@pytest.fixture(scope="module")
def rows(events: Path) -> pd.DataFrame:
    """The same rows by SQLite alone."""
    with sqlite3.connect(f"file:{events}?immutable=1", uri=True) as connection:
        frame = pd.read_sql("SELECT * FROM events", connection)
    frame["event_date"] = pd.to_datetime(frame["event_date"])
    texts = frame[list(SEARCHED)].fillna("").astype(str)
    frame["searched"] = ["\n".join(map(bare, row)) for row in texts.itertuples(index=False)]
    return frame


def bare(text: object) -> str:
    """A text without case and accents, by Python's own means."""
    letters = unicodedata.normalize("NFKD", str(text).replace("’", "'"))
    return "".join(one for one in letters if not unicodedata.combining(one)).lower()


def found_by(rows: pd.DataFrame, words: list[str]) -> np.ndarray:
    """Which rows have all words, each in one column or another."""
    kept = np.ones(len(rows), dtype=bool)
    for word in words:
        kept &= rows["searched"].str.contains(word, regex=False).to_numpy(dtype=bool)
    return kept


def expected(rows: pd.DataFrame, chosen: EventFilter) -> set[str]:
    """Ids of the events of a filter: the core's selection on the frame, the text by a plain search."""
    kept = chosen.selection(load_actors().expand).mask(rows).mask
    if chosen.period is not None:
        kept &= in_period(rows["event_date"], chosen.period)
    phrase = "katiba macina"
    words = [phrase] if phrase in chosen.text else bare(chosen.text).split()
    kept &= found_by(rows, words)
    return set(rows["event_id"][kept])


def gpkg(path: Path) -> QgsVectorLayer:
    """The store's events."""
    return QgsVectorLayer(f"{path}|layername=events", "Events", "ogr")


def memory(path: Path) -> QgsVectorLayer:
    """The same in memory."""
    return gpkg(path).materialize(QgsFeatureRequest())


def written(driver: str, suffix: str) -> Callable[[Path], QgsVectorLayer]:
    """The same in a file of another format."""

    def go(path: Path) -> QgsVectorLayer:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = driver
        target = path.with_suffix(suffix)
        if not target.exists():
            done = QgsVectorFileWriter.writeAsVectorFormatV3(
                gpkg(path), str(target), QgsProject.instance().transformContext(), options
            )
            assert done[0] == QgsVectorFileWriter.WriterError.NoError, done
        return QgsVectorLayer(str(target), "Events", "ogr")

    return go


LAYERS = {
    "gpkg": gpkg,
    "memory": memory,
    "sqlite": written("SQLite", ".sqlite"),
    "geojson": written("GeoJSON", ".geojson"),
    "flatgeobuf": written("FlatGeobuf", ".fgb"),
}


def ids_of(layer: QgsVectorLayer) -> set[str]:
    """The events that a layer shows."""
    request = QgsFeatureRequest().setSubsetOfAttributes(["event_id"], layer.fields())
    return {feature["event_id"] for feature in layer.getFeatures(request)}


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda one: one.to_json()[:60])
@pytest.mark.parametrize("kind", ["gpkg", "memory", "sqlite"])
def test_a_layer_shows_the_events_that_the_selection_has(
    events: Path, rows: pd.DataFrame, kind: str, chosen: EventFilter
) -> None:
    """Event by event, and as many as counted."""
    layer = LAYERS[kind](events)
    wanted = expected(rows, chosen)
    apply_filter(layer, chosen, expand=load_actors().expand)
    assert ids_of(layer) == wanted
    assert count_shown(layer) == len(wanted) > 0
    if can_count_aside(layer):
        assert count_in_file(*file_of(layer), layer.subsetString()) == len(wanted)
    apply_filter(layer, NOTHING)
    assert layer.subsetString() == "" and count_shown(layer) == len(rows)


@pytest.mark.parametrize("kind", ["geojson", "flatgeobuf"])
@pytest.mark.parametrize("chosen", FILTERS[:8] + FILTERS[9:11], ids=lambda one: one.to_json()[:60])
def test_files_that_are_no_database(events: Path, rows: pd.DataFrame, kind: str, chosen: EventFilter) -> None:
    """The same but for accents, which OGR's own language takes as they are written."""
    layer = LAYERS[kind](events)
    apply_filter(layer, chosen, expand=load_actors().expand)
    wanted = expected(rows, chosen)
    missed = wanted - ids_of(layer)
    assert ids_of(layer) <= wanted
    assert missed <= (set(ACCENTS) if chosen.text else set())


def test_gpkg_finds_small_and_capital_accents(events: Path) -> None:
    """Which SQLite's LIKE alone does not."""
    layer = gpkg(events)
    for typed in ("segou", "Ségou", "SÉGOU"):
        apply_filter(layer, EventFilter(text=typed))
        assert {"SYN00010", "SYN00011"} <= ids_of(layer)


@pytest.mark.parametrize("kind", LAYERS)
@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_odd_texts_are_only_looked_for(events: Path, rows: pd.DataFrame, kind: str, text: str) -> None:
    """Nothing typed becomes part of the question: what is found has the text in it, the file stays as it was."""
    layer = LAYERS[kind](events)
    apply_filter(layer, EventFilter(text=text))
    found = ids_of(layer)
    parts = [part for part in bare(text.replace('"', " ").replace("\x00", " ")).split() if part]
    if parts:
        wanted = set(rows["event_id"][found_by(rows, parts)])
        if kind in ("geojson", "flatgeobuf"):  # some signs stand for any sign there
            assert wanted - found <= set(ACCENTS) and (found <= wanted or set(text) & set("\\|"))
        else:
            assert found == wanted
    else:
        assert len(found) == len(rows)
    again = QgsVectorLayer(layer.source(), "again", layer.providerType())
    if kind != "memory":
        assert again.isValid() and again.subsetString() == layer.subsetString()
        assert ids_of(again) == found
    apply_filter(layer, NOTHING)
    assert len(ids_of(layer)) == len(rows)


def test_what_was_set_is_read_back(events: Path) -> None:
    """Also when nothing restricts, and after the subset string was cleared by hand."""
    layer = gpkg(events)
    assert read_filter(layer).chosen == NOTHING
    for chosen in FILTERS:
        apply_filter(layer, chosen, expand=load_actors().expand)
        assert read_filter(layer) == type(read_filter(layer))(chosen)
    layer.setSubsetString("")
    assert read_filter(layer).chosen == NOTHING and read_filter(layer).own == ""
    apply_filter(layer, FILTERS[0])
    apply_filter(layer, NOTHING)
    assert layer.customProperty(PROPERTY) is None


def test_a_filter_made_by_hand_is_never_replaced_unasked(events: Path, rows: pd.DataFrame) -> None:
    """Refused with what to do; replaced or kept when asked; what is kept stays when the bar is cleared."""
    layer, own = gpkg(events), "\"admin1\" = 'Mopti' OR \"admin1\" = 'Gao'"
    layer.setSubsetString(own)
    with pytest.raises(FlashpointsError, match="replace"):
        apply_filter(layer, FILTERS[0])
    assert layer.subsetString() == own and read_filter(layer).foreign == own
    apply_filter(layer, FILTERS[0], own=KEEP)
    state = read_filter(layer)
    assert (state.chosen, state.own, state.kept, state.foreign) == (FILTERS[0], own, True, "")
    there = rows["admin1"].isin(["Mopti", "Gao"])
    assert ids_of(layer) == expected(rows, FILTERS[0]) & set(rows["event_id"][there])
    apply_filter(layer, FILTERS[1])
    assert ids_of(layer) == expected(rows, FILTERS[1]) & set(rows["event_id"][there])
    apply_filter(layer, NOTHING)
    assert layer.subsetString() == own and read_filter(layer).kept
    apply_filter(layer, FILTERS[0], own=REPLACE)
    assert read_filter(layer).own == "" and ids_of(layer) == expected(rows, FILTERS[0])
    layer.setSubsetString(layer.subsetString() + ' AND "fatalities" > 3')
    assert read_filter(layer).foreign == layer.subsetString()


@pytest.mark.parametrize(
    "kept", ["[]", "7", "{", '{"subset": "1 = 1", "filter": {"period": "x"}}', '{"subset": 3}']
)
def test_a_property_that_makes_no_sense_is_no_filter_of_ours(events: Path, kept: str) -> None:
    """It may come from a later version, or a style of another layer."""
    layer = gpkg(events)
    layer.setSubsetString("1 = 1")
    layer.setCustomProperty(PROPERTY, kept)
    assert read_filter(layer).foreign == "1 = 1"


def test_the_project_brings_the_filter_back(events: Path, tmp_path: Path) -> None:
    """Saved and opened again, odd text and kept filter included."""
    chosen = EventFilter(H1, ("jnim+",), text='d\'a|layername=x "é %"')
    project = QgsProject()
    layer = gpkg(events)
    layer.setSubsetString("\"admin1\" <> 'Gao|x'")
    apply_filter(layer, chosen, own=KEEP, expand=load_actors().expand)
    subset = layer.subsetString()
    project.addMapLayer(layer)
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    (back,) = again.mapLayers().values()
    assert back.isValid() and back.subsetString() == subset
    state = read_filter(back)
    assert (state.chosen, state.own, state.kept) == (chosen, "\"admin1\" <> 'Gao|x'", True)


def test_nothing_is_set_twice(events: Path) -> None:
    """One change of the filter is one change of the layer."""
    layer, heard = gpkg(events), []
    layer.subsetStringChanged.connect(lambda: heard.append(read_filter(layer).chosen))
    apply_filter(layer, FILTERS[0])
    apply_filter(layer, FILTERS[0])
    apply_filter(layer, FILTERS[3])
    assert heard == [FILTERS[0], FILTERS[3]]


def test_why_a_layer_cannot_be_filtered(events: Path) -> None:
    """Edited, gone, no events, no filters: one sentence each, and nothing is changed."""
    layer = gpkg(events)
    assert refusal(layer) == ""
    layer.startEditing()
    assert "being edited" in refusal(layer)
    with pytest.raises(FlashpointsError, match="edited"):
        apply_filter(layer, FILTERS[0])
    layer.rollBack()
    assert "cannot be read" in refusal(QgsVectorLayer(str(events.parent / "no.gpkg"), "x", "ogr"))
    assert "lacks the columns" in refusal(QgsVectorLayer("Point?field=a:string", "x", "memory"))
    layer.setSubsetString("SELECT * FROM events WHERE fatalities > 3")
    assert "whole query" in refusal(layer)


def few_columns(*fields: str) -> QgsVectorLayer:
    """A layer in memory with two events."""
    uri = "Point?crs=EPSG:4326&field=event_id:string" + "".join(f"&field={field}" for field in fields)
    layer = QgsVectorLayer(uri, "few", "memory")
    for name in ("a", "b"):
        feature = QgsFeature(layer.fields())
        feature["event_id"] = name
        assert layer.dataProvider().addFeatures([feature])[0]
    return layer


def test_blocks_that_a_layer_cannot_answer_say_why() -> None:
    """Columns that are missing or hold text; the others work."""
    layer = few_columns("event_date:date", "event_type:string", "fatalities:string", "actor_groups:string")
    found = reasons(layer)
    assert set(found) == {"groups", "geo_precision_max", "time_precision_max", "min_fatalities"}
    assert "Families" in found["groups"] and "Groups" not in found["groups"]
    assert "text, no numbers" in found["min_fatalities"]
    with pytest.raises(FlashpointsError, match="Precision of place"):
        apply_filter(layer, EventFilter(geo_precision_max=1))
    apply_filter(layer, EventFilter(text="B"))
    assert ids_of(layer) == {"b"}


@pytest.mark.parametrize("kind", ["date", "datetime", "string"])
def test_dates_as_layers_hold_them(kind: str) -> None:
    """The last day counts to its night; no date is in no period; text must be ISO."""
    layer = few_columns(f"event_date:{kind}", "event_type:string")
    late = {"date": "2023-06-30", "datetime": "2023-06-30T23:30:00", "string": "2023-06-30"}[kind]
    values = {"a": late, "b": "2023-07-01" if kind != "datetime" else "2023-07-01T00:00:00"}
    index = layer.fields().lookupField("event_date")
    changes = {one.id(): {index: values[one["event_id"]]} for one in layer.getFeatures()}
    assert layer.dataProvider().changeAttributeValues(changes)
    apply_filter(layer, EventFilter(period=H1))
    assert ids_of(layer) == {"a"}


def test_dates_written_in_another_way_cannot_be_filtered() -> None:
    """They are told, before anybody looks for a missing event."""
    layer = few_columns("event_date:string", "event_type:string")
    index = layer.fields().lookupField("event_date")
    layer.dataProvider().changeAttributeValues(
        {1: {index: "06 December 2022"}, 2: {index: "07 December 2022"}}
    )
    assert "year-month-day" in reasons(layer)["period"]


def test_an_empty_layer(events: Path) -> None:
    """Is filtered like any other."""
    layer = few_columns("event_date:date", "event_type:string")
    layer.dataProvider().truncate()
    apply_filter(layer, EventFilter(period=H1, text="x"))
    assert count_shown(layer) == 0


# What the filter must not change


@pytest.mark.parametrize("algorithm", ["buffercounts", "compareperiods"])
def test_looking_never_changes_counting(run: Callable[..., Any], events: Path, algorithm: str) -> None:
    """The layer shows 2023-H1 alone; both half-years are counted all the same, unless the filter is asked to hold."""
    layer = gpkg(events)
    QgsProject.instance().addMapLayer(layer)
    given = {"INPUT": layer.id()}
    given |= (
        {"PERIODS": "2022-H2;2023-H1"}
        if algorithm == "buffercounts"
        else {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}
    )

    def counts(**more: Any) -> tuple[Any, str]:
        ran = run(algorithm, **given, **more)
        frame = ran.frame()
        if algorithm == "compareperiods":
            return frame.set_index("name")[["events_a", "events_b"]].sort_index(), ran.log
        return frame.set_index(["radius_km", "period"])["events"].sort_index(), ran.log

    before, _ = counts()
    apply_filter(layer, EventFilter(period=H1))
    after, log = counts()
    assert before.equals(after)
    assert "January to June 2023" in log  # the filter that was ignored is said
    held, said = counts(USE_LAYER_FILTER=True)
    assert "January to June 2023" in said
    if algorithm == "compareperiods":
        assert before["events_a"].sum() > 0 and held["events_a"].sum() == 0
        assert held["events_b"].equals(before["events_b"])
    else:
        assert before.xs("2022-H2", level="period").sum() > 0 == held.xs("2022-H2", level="period").sum()
        assert held.xs("2023-H1", level="period").equals(before.xs("2023-H1", level="period"))
    QgsProject.instance().removeMapLayer(layer.id())


def test_the_property_is_plain_json(events: Path) -> None:
    """For other tools and later versions."""
    layer = gpkg(events)
    apply_filter(layer, FILTERS[0])
    kept = json.loads(layer.customProperty(PROPERTY))
    assert kept == {"filter": {"period": "2023-01-01/2023-06-30"}, "own": "", "subset": layer.subsetString()}
