# SPDX-License-Identifier: GPL-2.0-or-later
"""The live half of Buffer counts: the same core function as the algorithm, on events that are read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..core.geodesy import distances_within_km
from ..core.periods import Period
from ..core.places import Place
from ..core.rings import profile, ring_counts
from ..core.rulings import same
from ..core.rulings_counts import rings_as_coded
from ..core.selection import in_period
from ..core.text import number, translate
from ..gis.live_events import LiveEvents


@dataclass(frozen=True)
class Question:
    """What is asked: one ring in two periods, and the parameters that choose the events."""

    place: Place
    radius_km: float
    earlier: Period
    later: Period
    parameters: Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """Rows of `rings_as_coded` and ids of the events for the two periods, and the counts by radius for both."""

    question: Question
    earlier: dict[str, Any]
    later: dict[str, Any]
    earlier_ids: tuple[str, ...]
    later_ids: tuple[str, ...]
    by_radius: pd.DataFrame
    filter_used: str


def answer(events: LiveEvents, question: Question) -> Answer:
    """Count. Safe in any thread."""
    job, chosen = events.load(question.parameters, (), by_place=True)
    coverage, periods = job.coverage, [question.earlier, question.later]
    place = question.place
    centre = pd.DataFrame({"name": [place.name], "lon": [place.longitude], "lat": [place.latitude]})
    radii = [question.radius_km]
    rows = ring_counts(chosen, centre, radii, periods, coverage=coverage)
    coded = job.as_coded
    without = None if coded is None else ring_counts(coded, centre, radii, periods, coverage=coverage)
    rows = rings_as_coded(rows, without)
    earlier, later = (rows[rows["period"] == period.label].iloc[0].to_dict() for period in periods)
    by_radius = profile(chosen, centre, periods, coverage=coverage)
    ids = [_ids(chosen, question, period) for period in periods]
    return Answer(question, earlier, later, ids[0], ids[1], by_radius, events.source.filter_used)


def _ids(chosen: pd.DataFrame, question: Question, period: Period) -> tuple[str, ...]:
    """The events of one of the two numbers; what is not covered is not among the chosen ones."""
    there = chosen[in_period(chosen["event_date"], period)]
    x, y = (there[name].to_numpy(dtype=float) for name in ("longitude", "latitude"))
    place = question.place
    away = distances_within_km(place.longitude, place.latitude, x, y, question.radius_km)
    return tuple(there["event_id"][away <= question.radius_km])


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
