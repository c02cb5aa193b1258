# SPDX-License-Identifier: GPL-2.0-or-later
"""The live half of Buffer counts: the same core function as the algorithm, on events that are read once."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

import pandas as pd
from qgis.core import QgsVectorLayer

from ..core.actors import ActorTable
from ..core.periods import Period
from ..core.places import Place
from ..core.rings import profile, ring_counts
from ..core.rulings import same
from ..core.rulings_counts import rings_as_coded
from ..core.selection import Selection, at_a_place, parse_event_types, split_list
from ..core.text import number, translate
from ..gis.algorithm import load_actors
from ..gis.frames import EventSource

COLUMNS = (
    "event_date", "event_type", "dataset", "geo_precision", "fatalities", "actor_groups", "actor_families",
    "area_only",
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """What is asked: one ring in two periods."""

    place: Place
    radius_km: float
    earlier: Period
    later: Period
    event_types: str
    actor_groups: str
    dataset: str


@dataclass(frozen=True)
class Answer:
    """Rows of `rings_as_coded` for the two periods, and the counts by radius of `profile` for both."""

    question: Question
    earlier: dict[str, Any]
    later: dict[str, Any]
    by_radius: pd.DataFrame
    filter_used: str


class EventFrame:
    """The events of one layer in memory, read in the first thread that asks."""

    def __init__(self, layer: QgsVectorLayer, use_layer_filter: bool) -> None:
        self._source = EventSource.from_layer(layer, use_layer_filter)
        self._frame: pd.DataFrame | None = None
        self._coded: pd.DataFrame | None = None
        self._actors: ActorTable | None = None
        self._reading = threading.Lock()

    def answer(self, question: Question) -> Answer:
        """Count. Safe in any thread."""
        with self._reading:
            if self._frame is None:
                frame, coded = self._source.read_both(COLUMNS)
                self._frame = frame[at_a_place(frame)]
                self._coded = None if coded is None else coded[at_a_place(coded)]
            if self._actors is None:
                self._actors = load_actors(self._source)
        selection = Selection(
            dataset=question.dataset or None,
            event_types=parse_event_types(question.event_types),
            actor_groups=tuple(sorted(self._actors.expand(split_list(question.actor_groups)))),
        )
        chosen = self._frame[selection.mask(self._frame).mask]
        coded = None if self._coded is None else self._coded[selection.mask(self._coded).mask]
        coverage = self._source.coverage(selection.dataset)
        periods = [question.earlier, question.later]
        place = question.place
        centre = pd.DataFrame({"name": [place.name], "lon": [place.longitude], "lat": [place.latitude]})
        radii = [question.radius_km]
        rows = ring_counts(chosen, centre, radii, periods, coverage=coverage)
        without = None if coded is None else ring_counts(coded, centre, radii, periods, coverage=coverage)
        rows = rings_as_coded(rows, without)
        earlier, later = (rows[rows["period"] == period.label].iloc[0].to_dict() for period in periods)
        by_radius = profile(chosen, centre, periods, coverage=coverage)
        return Answer(question, earlier, later, by_radius, self._source.filter_used)


def count_text(row: dict[str, Any]) -> str:
    """The count of one period; a dash where the file does not cover it."""
    return number(row["events"])


def coded_text(row: dict[str, Any]) -> str:
    """What stands under a count that rulings changed: what the source has; empty where they did not."""
    if same(row["events"], row["events_as_coded"]):
        return ""
    return translate("Live", "({n} as coded by the source)").format(n=number(row["events_as_coded"]))


def ratio_text(answer: Answer) -> str:
    """The change in one line: the ratio per day with its interval, or the reason why there is none."""
    later, earlier = answer.later, answer.earlier
    uncovered = [row for row in (later, earlier) if not row["days"] > 0]
    if uncovered:
        return translate("Live", "The file does not cover {period}.").format(period=uncovered[0]["period"])
    if later["events"] == 0 and earlier["events"] == 0:
        return translate("Live", "No events in either period.")
    if earlier["events"] == 0:
        return translate("Live", "From 0. Per day at least × {low} (95 % interval), p {p}").format(
            low=number(later["rr_low"], 2), p=p_text(later["p_value"])
        )
    return translate("Live", "× {ratio} per day (95 % interval {low} to {high}), p {p}").format(
        ratio=number(later["rate_ratio"], 2), low=number(later["rr_low"], 2),
        high=number(later["rr_high"], 2), p=p_text(later["p_value"]),
    )  # fmt: skip


def p_text(p: float) -> str:
    """A p-value as it is printed."""
    return "< " + number(0.001, 3) if p < 0.001 else number(p, 3)


def caveats(answer: Answer, most: int = 2) -> list[str]:
    """What a reader must know about the two numbers, the weightiest first, at most `most`."""
    found = []
    if answer.filter_used:
        found.append(
            translate("Live", "Only what the layer shows is counted: {filter}.").format(
                filter=answer.filter_used
            )
        )
    for row, period in ((answer.later, answer.question.later), (answer.earlier, answer.question.earlier)):
        if 0 < row["days"] < period.days:
            text = translate("Live", "The file covers {days} of the {all} days of {period}.")
            found.append(text.format(days=number(row["days"]), all=number(period.days), period=row["period"]))
    vague = answer.later["events_gp3"] + answer.later["events_gp_unknown"]
    if vague > 0:
        text = translate(
            "Live", "{n} of {all} events of {period} are placed only to a wider area, or not said how well."
        )
        if not answer.later["events_gp_unknown"] > 0:
            text = translate("Live", "{n} of {all} events of {period} are placed only to a wider area.")
        found.append(
            text.format(n=number(vague), all=number(answer.later["events"]), period=answer.later["period"])
        )
    if answer.later["p_value"] >= 0.05:
        found.append(translate("Live", "A change like this is within what chance alone would give."))
    return found[:most]
