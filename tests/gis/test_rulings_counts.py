# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings hold by default in every analysis, and the figures say what the source has: 15 (16 as coded)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.places import load_places
from flashpoints.plugin.core.ring_engine import Centre
from flashpoints.plugin.core.rulings import Ruling
from flashpoints.plugin.gis import rulings
from flashpoints.plugin.gis.live_events import LiveEvents
from flashpoints.plugin.gis.provenance import rulings_in_force
from flashpoints.plugin.gis.ring_preview import RingPreview, RingQuestion
from flashpoints.plugin.gui.live import coded_text, count_text
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsVectorLayer

FAR = "19.5, 0.9"
"""In the desert of the region Kidal, more than 1,000 km from Bamako."""
RING = {"ACTOR_GROUPS": "militant_islamist", "PERIODS": "2022-H2;2023-H1", "RADII_KM": "150"}
PAIR = {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"}


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(store, tmp_path / "own.gpkg"))


def layer_of(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=events", "events", "ogr")
    assert layer.isValid()
    return layer


def rule(path: Path, event_id: str, field: str, value: str) -> None:
    rulings.add(path, Ruling(event_id, field, value, "seen by our staff", "A. Analyst"))


@pytest.fixture
def inside(run: Callable, own: Path) -> list[dict[str, Any]]:
    """The 16 events within 150 km of Bamako in the first half of 2023."""
    listed = run("buffercounts", INPUT=layer_of(own), EVENTS="memory:", **RING).frame("EVENTS")
    found = listed[listed["period"] == "2023-H1"].to_dict("records")
    assert len(found) == 16
    return found


def ring(run: Callable, path: Path, **more: Any) -> Any:
    return run("buffercounts", INPUT=layer_of(path), **{**RING, **more})


def later(frame: Any) -> tuple[int, int]:
    row = frame[frame["period"] == "2023-H1"].iloc[0]
    return row["events"], row["events_as_coded"]


def test_without_rulings_both_counts_are_the_same(run: Callable, own: Path) -> None:
    ran = ring(run, own)
    assert (ran.frame()["events"] == ran.frame()["events_as_coded"]).all()
    assert "as coded" not in ran.log and "rulings" not in ran.log
    assert rulings_in_force(ran.layer()) == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [("point", FAR), ("exclude", "1"), ("event_date", "2021-02-03"), ("event_type", "Protests"),
     ("actor1", "Military Forces of France")],
)  # fmt: skip
def test_15_of_16_as_coded_by_the_source(
    run: Callable, own: Path, inside: list, field: str, value: str
) -> None:
    """Moved out of the ring, left out, at another time, of another kind, by another actor."""
    event = inside[0]
    rule(own, event["event_id"], field, value)
    if field == "actor1":  # nor does the family stand elsewhere in the event
        for name in ("assoc_actor_1", "actor2", "assoc_actor_2"):
            rule_unless_so(own, event["event_id"], name, "")
    ran = ring(run, own)
    assert later(ran.frame()) == (15, 16)
    earlier = ran.frame()[ran.frame()["period"] == "2022-H2"].iloc[0]
    assert earlier["events"] == earlier["events_as_coded"] == 5
    assert "2023-H1: 15 (16 as coded by the source)" in ran.log
    assert rulings_in_force(ran.layer()) == len([one for one in rulings.read(own) if one.in_force])


def rule_unless_so(path: Path, event_id: str, field: str, value: str) -> None:
    """Make a ruling, unless the source says so itself."""
    try:
        rule(path, event_id, field, value)
    except FlashpointsError as error:
        assert "the source says" in str(error)


def test_a_retyped_event_comes_in(run: Callable, own: Path, inside: list) -> None:
    """A protest near Bamako that is ruled an attack by JNIM: 17 (16 as coded)."""
    everything = run(
        "buffercounts", INPUT=layer_of(own), EVENTS="memory:", EVENT_TYPES="Protests;Riots", PERIODS="2023-H1",
        RADII_KM="150",
    ).frame("EVENTS")  # fmt: skip
    event = everything.iloc[0]
    rule(own, event["event_id"], "event_type", "Violence against civilians")
    rule(own, event["event_id"], "actor1", "JNIM: Group for Support of Islam and Muslims")
    ran = ring(run, own, EVENTS="memory:")
    assert later(ran.frame()) == (17, 16)
    listed = ran.frame("EVENTS").set_index("event_id")
    assert listed.loc[event["event_id"], "ruled"] == "event_type;actor1"
    assert listed.loc[event["event_id"], "event_type"] == "Violence against civilians"
    assert (listed["ruled"].fillna("") != "").sum() == 1


def test_a_ruling_elsewhere_leaves_the_ring_alone(run: Callable, own: Path, inside: list) -> None:
    """It counts in the selection, but not in this place."""
    near = {one["event_id"] for one in inside}
    listed = run("compareperiods", INPUT=layer_of(own), EVENTS="memory:", **PAIR).frame("EVENTS")
    far = next(
        one for one in listed.to_dict("records") if one["admin1"] == "Gao" and one["event_id"] not in near
    )
    rule(own, far["event_id"], "point", FAR)
    assert later(ring(run, own).frame()) == (16, 16)


def test_a_withdrawn_ruling_gives_the_sixteenth_back(run: Callable, own: Path, inside: list) -> None:
    rule(own, inside[0]["event_id"], "exclude", "1")
    assert later(ring(run, own).frame()) == (15, 16)
    rulings.withdraw(own, [rulings.read(own)[0].id])
    ran = ring(run, own)
    assert later(ran.frame()) == (16, 16) and "as coded" not in ran.log


def test_groups_move_in_a_breakdown(run: Callable, own: Path, inside: list) -> None:
    """Every group has its count with and without rulings; `(all)` counts each event once."""
    event = inside[0]
    rule(own, event["event_id"], "actor1", "Dan Na Ambassagou")
    frame = run(
        "buffercounts", INPUT=layer_of(own), PERIODS="2023-H1", RADII_KM="150", BREAKDOWN="actor_group"
    ).frame()
    by_id = frame.set_index("breakdown_id")
    assert by_id.loc["dan_na_ambassagou", ["events", "events_as_coded"]].tolist() == [1, 0]
    lost = by_id[by_id["events"] < by_id["events_as_coded"]]
    assert len(lost) >= 1 and (lost["events_as_coded"] - lost["events"] == 1).all()
    assert by_id.loc["(all)", "events"] == by_id.loc["(all)", "events_as_coded"]


def test_a_group_that_rulings_empty_keeps_its_row(run: Callable, own: Path, inside: list) -> None:
    """All its events are others' now: 0, and as many as the source has."""
    question = {"INPUT": layer_of(own), "PERIODS": "2023-H1", "RADII_KM": "150", "BREAKDOWN": "event_type"}
    listed = run("buffercounts", EVENTS="memory:", **question).frame("EVENTS")
    listed = listed[listed["figure"] == "150 km of Bamako"]  # not once more under its part
    kind = listed["event_type"].value_counts().index[-1]
    for event_id in listed[listed["event_type"] == kind]["event_id"]:
        rule(own, event_id, "exclude", "1")
    frame = run("buffercounts", **{**question, "INPUT": layer_of(own)}).frame().set_index("breakdown")
    count = int((listed["event_type"] == kind).sum())
    assert frame.loc[kind, ["events", "events_as_coded"]].tolist() == [0, count]
    assert frame.loc["(all)", "events_as_coded"] == frame.loc["(all)", "events"] + count == len(listed)


@pytest.mark.parametrize("group_by", ["region", "zone", "actor_group", "actor_family", "event_type"])
def test_a_comparison_has_both_counts(run: Callable, own: Path, inside: list, group_by: str) -> None:
    before = run("compareperiods", INPUT=layer_of(own), GROUP_BY=group_by, **PAIR).frame().set_index("id")
    rule(own, inside[0]["event_id"], "point", FAR)
    rule(own, inside[1]["event_id"], "exclude", "1")
    ran = run("compareperiods", INPUT=layer_of(own), GROUP_BY=group_by, **PAIR)
    after = ran.frame().set_index("id")
    for name in ("events_a", "events_b"):
        assert after[f"{name}_as_coded"].to_dict() == before[name].to_dict()
    assert after.loc["(all)", "events_b"] == before.loc["(all)", "events_b"] - 1
    total = f"{after.loc['(all)', 'events_b']:,} ({before.loc['(all)', 'events_b']:,} as coded by the source)"
    assert total in ran.log
    if group_by == "region":
        assert after.loc["Kidal", "events_b"] == before.loc["Kidal", "events_b"] + 1


def test_footprints_have_both_counts_and_areas(run: Callable, own: Path, inside: list) -> None:
    question = {"PERIODS": "2022-H2;2023-H1", "ACTOR_GROUPS": "militant_islamist"}
    before = run("regionfootprints", INPUT=layer_of(own), **question).frame().set_index(["region", "period"])
    assert (before["footprint_km2"].dropna() == before["footprint_km2_as_coded"].dropna()).all()
    rule(own, inside[0]["event_id"], "point", FAR)
    after = run("regionfootprints", INPUT=layer_of(own), **question).frame().set_index(["region", "period"])
    assert list(after.index) == list(before.index)
    assert after["events_as_coded"].to_dict() == before["events"].to_dict()
    for key, area in before["footprint_km2"].dropna().items():
        assert after.loc[key, "footprint_km2_as_coded"] == pytest.approx(area)
    kidal = ("Kidal", "2023-H1")
    assert after.loc[kidal, "events"] == before.loc[kidal, "events"] + 1
    assert after.loc[kidal, "footprint_km2"] > before.loc[kidal, "footprint_km2"] + 19
    assert after.loc[("(all)", "2023-H1"), "events"] == before.loc[("(all)", "2023-H1"), "events"]


def test_events_ruled_out_of_a_country_have_their_row(run: Callable, own: Path, inside: list) -> None:
    """A point that is ruled into the sea is outside, where as coded nothing was."""
    question = {"PERIODS": "2023-H1", "ACTOR_GROUPS": "militant_islamist"}
    rule(own, inside[0]["event_id"], "point", "0.5, -25")
    frame = run("regionfootprints", INPUT=layer_of(own), **question).frame().set_index("region")
    assert frame.loc["(outside)", ["events", "events_as_coded"]].tolist() == [1, 0]
    table = run("compareperiods", INPUT=layer_of(own), **PAIR).frame().set_index("id")
    assert table.loc["(outside)", ["events_b", "events_b_as_coded"]].tolist() == [1, 0]


def labels_of(layer: QgsVectorLayer) -> list[str]:
    """What the layer's labels say, feature by feature, those that say something."""
    expression = QgsExpression(layer.labeling().settings().fieldName)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(expression.evaluate(context))
        assert not expression.hasEvalError(), expression.evalErrorString()
    return [text for text in texts if text]


def test_the_profile_has_both(run: Callable, own: Path, inside: list) -> None:
    rule(own, inside[0]["event_id"], "exclude", "1")
    frame = ring(run, own, PROFILE="memory:").frame("PROFILE")
    last = frame[(frame["period"] == "2023-H1") & (frame["radius_km"] == 150)].iloc[0]
    assert (last["events"], last["events_as_coded"]) == (15, 16)


def test_the_label_of_a_comparison_has_both(run: Callable, own: Path, inside: list) -> None:
    plain = run("compareperiods", INPUT=layer_of(own), **PAIR)
    before = next(one for one in labels_of(plain.layer()) if one.startswith("Kidal"))
    assert "as coded" not in before
    rule(own, inside[0]["event_id"], "point", FAR)
    ruled = run("compareperiods", INPUT=layer_of(own), **PAIR)
    label = next(one for one in labels_of(ruled.layer()) if one.startswith("Kidal"))
    name, counts = before.split("\n")
    earlier, _, count = counts.partition(" → ")
    assert label == f"{name}\n{earlier} → {int(count) + 1}\n({counts} as coded by the source)"


def test_the_label_on_the_ring_has_both(run: Callable, own: Path, inside: list) -> None:
    def label(path: Path) -> str:
        ran = ring(run, path)
        (text,) = labels_of(ran.layer())
        return text

    assert label(own) == "150 km: 16 (5)"
    rule(own, inside[0]["event_id"], "point", FAR)
    assert label(own) == "150 km: 15 (5); as coded by the source: 16 (5)"


def test_the_live_answer_has_both(own: Path, inside: list) -> None:
    parameters = {"PERIODS": "2022-H2;2023-H1", "ACTOR_GROUPS": "militant_islamist"}
    question = RingQuestion(parameters, lambda: [bamako()], (100.0, 150.0), 150.0)
    plain = RingPreview(LiveEvents(layer_of(own))).answer(question)
    assert (count_text(plain.later), coded_text(plain.later)) == ("16", "")
    assert set(plain.ids["2023-H1"]) == {one["event_id"] for one in inside} and len(inside) == 16
    rule(own, inside[0]["event_id"], "point", FAR)
    found = RingPreview(LiveEvents(layer_of(own))).answer(question)
    assert (count_text(found.later), coded_text(found.later)) == ("15", "(16 as coded by the source)")
    assert (count_text(found.earlier), coded_text(found.earlier)) == ("5", "")
    assert inside[0]["event_id"] not in found.ids["2023-H1"] and len(found.ids["2022-H2"]) == 5
    again = found.with_radii([100.0, 150.0], 150.0)  # while one drags: the same numbers
    assert (count_text(again.later), coded_text(again.later)) == ("15", "(16 as coded by the source)")
    assert again.moved(bamako()).later == found.later


def bamako() -> Centre:
    return next(
        Centre(place.name, place.longitude, place.latitude)
        for place in load_places()
        if place.name == "Bamako"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_brief_says_both(run: Callable, own: Path, inside: list, tmp_path: Path, language: str) -> None:
    rule(own, inside[0]["event_id"], "point", FAR)
    rule(own, inside[1]["event_id"], "exclude", "1")
    run(
        "makebrief", INPUT=layer_of(own), PERIODS="2022-H2;2023-H1", LANGUAGE=language,
        OUTPUT=str(tmp_path / "brief.pdf"),
    )  # fmt: skip
    record = json.loads((tmp_path / "brief.json").read_text(encoding="utf-8"))
    figures = {figure["kind"]: figure for figure in record["figures"]}
    ring = figures["ring"]
    words = {"en": "as coded by the source", "fr": "selon le codage de la source"}[language]
    assert (ring["headline"], ring["numerator_as_coded"]) == ("14", 16)
    assert ring["sentence"].startswith(f"(16 {words}) ")
    total = figures["comparison"]
    assert total["numerator_as_coded"] == total["numerator"] + 1 and words in total["sentence"]
    assert words.casefold() in figures["footprint"]["note"].casefold()
    assert record["rulings"] == 2
    assert any("(" in cell for row in record["regions"][1:] for cell in row[1:3])


@pytest.mark.parametrize(
    ("field", "value", "coded_filter"),
    [
        ("event_date", "2023-03-03", "\"event_date\" < '2020-01-01'"),
        ("event_type", "Battles", "\"event_type\" = 'Protests'"),
        ("point", "12.7, -8.1", "\"event_date\" BETWEEN '2023-01-01' AND '2023-06-30' AND \"latitude\" > 15"),
    ],
    ids=["into the period", "into the types", "into the ring"],
)
def test_what_rulings_bring_in_counts_under_a_filter_that_shows_it(
    run: Callable, own: Path, field: str, value: str, coded_filter: str
) -> None:
    """The layer shows the event, the question does not ask for it as coded, and a ruling brings it in."""
    asked = {**RING, "ACTOR_GROUPS": ""}
    layer = layer_of(own)
    layer.setSubsetString(coded_filter)
    ruled = next(
        feature["event_id"]
        for feature in layer.getFeatures()
        if field == "event_type" or feature["event_type"] == "Battles"
    )
    if field == "event_type":
        rulings.add(own, Ruling(ruled, "point", "12.7, -8.1", "seen by our staff", "A. Analyst"))
        rulings.add(own, Ruling(ruled, "event_date", "2023-03-03", "seen by our staff", "A. Analyst"))
    rule(own, ruled, field, value)
    if field == "event_date":
        rule_unless_so(own, ruled, "point", "12.7, -8.1")
    ran = run("buffercounts", INPUT=layer, USE_LAYER_FILTER=True, EVENTS="memory:", **asked)
    now, coded = later(ran.frame())
    assert ruled in set(ran.frame("EVENTS")["event_id"]) and now == coded + 1
    layer.setSubsetString(f"\"event_id\" <> '{ruled}'")
    without = run("buffercounts", INPUT=layer, USE_LAYER_FILTER=True, EVENTS="memory:", **asked)
    assert ruled not in set(without.frame("EVENTS")["event_id"])
