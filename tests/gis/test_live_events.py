# SPDX-License-Identifier: GPL-2.0-or-later
"""Events kept for previews: the same as those that the algorithms load, whatever is asked in whatever order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis.frames import EventSource
from flashpoints.plugin.gis.live_events import LiveEvents
from flashpoints.plugin.gis.loading import Job, load_actors, load_events
from flashpoints.plugin.gis.parameters import selection_of
from qgis.core import QgsVectorLayer

QUESTIONS: list[dict[str, Any]] = [
    {"PERIODS": "2022-H2;2023-H1"},
    {"PERIODS": "2022-H2;2023-H1", "EVENT_TYPES": "*"},
    {"PERIOD_A": "2022-Q1", "PERIOD_B": "2022-Q2", "ACTOR_GROUPS": "militant_islamist", "ROLE": "side_1"},
    {"PERIODS": "2021", "CIVILIANS": "targeted", "GEO_PRECISION_MAX": 2, "MIN_FATALITIES": 1},
    {"ACTOR_GROUPS": "jnim", "AGAINST": "isgs"},
    {"PERIODS": "2022-H2;2023-H1"},
]


@pytest.fixture
def layer(store: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{store}|layername=events", "events", "ogr")
    assert layer.isValid()
    return layer


def loaded(layer: QgsVectorLayer, question: dict[str, Any], columns: list[str]) -> tuple[Job, pd.DataFrame]:
    source = EventSource.from_layer(layer)
    actors = load_actors(source)
    job = Job(source, actors, selection_of(question, actors), None)
    frame, job.left_out = load_events(job, ["event_id", *columns])
    return job, frame


def by_id(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values("event_id").reset_index(drop=True)


def test_a_preview_loads_what_the_algorithm_loads(layer: QgsVectorLayer) -> None:
    live = LiveEvents(layer)
    for question in QUESTIONS:
        for columns in (["event_type"], ["country", "admin1"]):
            job, frame = live.load(question, columns)
            own_job, own = loaded(layer, question, columns)
            assert len(own) > 0, question
            pd.testing.assert_frame_equal(by_id(frame), by_id(own)[list(frame.columns)], check_dtype=False)
            assert (job.periods, job.coverage, job.left_out) == (
                own_job.periods, own_job.coverage, own_job.left_out,
            )  # fmt: skip


def test_the_same_question_is_answered_with_the_same_objects(layer: QgsVectorLayer) -> None:
    live = LiveEvents(layer)
    job, frame = live.load(QUESTIONS[0], ["event_type"])
    assert live.load({**QUESTIONS[0], "RADII_KM": "50"}, ["event_type"]) == (job, frame)
    assert live.load(QUESTIONS[1], ["event_type"])[1] is not frame


def test_a_wrong_word_is_said(layer: QgsVectorLayer) -> None:
    with pytest.raises(FlashpointsError, match="no_such_group"):
        LiveEvents(layer).load({"ACTOR_GROUPS": "no_such_group"}, [])


def test_the_layers_filter_holds_where_it_is_asked_for(layer: QgsVectorLayer) -> None:
    layer.setSubsetString("\"event_date\" >= '2023-01-01'")
    assert len(LiveEvents(layer, True).load({"PERIODS": "2022-H2"}, [])[1]) == 0
    assert len(LiveEvents(layer, False).load({"PERIODS": "2022-H2"}, [])[1]) > 0


def test_two_selections_are_kept_and_no_more(layer: QgsVectorLayer) -> None:
    live = LiveEvents(layer)
    first, second = live.load(QUESTIONS[0], []), live.load(QUESTIONS[1], [])
    assert live.load(QUESTIONS[0], []) is first and live.load(QUESTIONS[1], []) is second
    third = live.load(QUESTIONS[3], [])
    assert live.load(QUESTIONS[1], []) is second and live.load(QUESTIONS[3], []) is third
    again = live.load(QUESTIONS[0], [])
    assert again is not first and again[1].equals(first[1])
