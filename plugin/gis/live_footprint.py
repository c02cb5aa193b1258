# SPDX-License-Identifier: GPL-2.0-or-later
"""What the preview of footprints answers: the algorithm's own study, on events and regions that are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..core.caveats import NEEDED, caveats
from ..core.footprint_facts import PeriodFacts
from ..core.periods import Period
from ..core.selection import in_period
from .actor_table import label_of
from .footprint_study import FootprintStudy, definition
from .live_events import LiveEvents
from .live_regions import RegionsOf
from .parameters import POLYGON

MANY = 20_000
"""With more events than this the counts are told before the areas, which then take more than a second."""


@dataclass(frozen=True)
class FootprintQuestion:
    """Two periods, how to measure, and the algorithm's parameters, which choose the events and their regions."""

    earlier: Period
    later: Period
    method: str
    size_km: float
    parameters: Mapping[str, Any]
    regions: RegionsOf


@dataclass(frozen=True)
class FootprintAnswer:
    """The facts of both periods with the ids of their events; change : rows of `FootprintStudy.change_areas`.

    change is None while areas are not measured yet, and where a period is not covered.
    caveats : lines that have to stand beside the numbers; notes : how events came into the regions.
    """

    question: FootprintQuestion
    earlier: PeriodFacts
    later: PeriodFacts
    earlier_ids: tuple[str, ...]
    later_ids: tuple[str, ...]
    change: pd.DataFrame | None
    caveats: tuple[str, ...]
    notes: tuple[str, ...]
    definition: str


def answer(
    events: LiveEvents,
    question: FootprintQuestion,
    going: Callable[[float], bool],
    counted: Callable[[FootprintAnswer], None] = lambda answer: None,
) -> FootprintAnswer:
    """Count and measure. Safe in any thread.

    going : as of `footprints.footprint`; counted : gets the answer without areas first where there are many events.

    Raises
    ------
    FlashpointsError : as the algorithm would, and when the answer is no longer wanted.
    """
    job, frame = events.load(question.parameters, ["country", "admin1", *NEEDED], by_place=True)
    origin = str(question.parameters.get("REGION_FROM") or POLYGON)
    regions = question.regions(frame)
    study = FootprintStudy(job, frame, regions, origin, question.method, question.size_km, going)
    if len(frame) > MANY:
        counted(_answer(study, question, events, measured=False))
    return _answer(study, question, events, measured=True)


def _answer(
    study: FootprintStudy, question: FootprintQuestion, events: LiveEvents, measured: bool
) -> FootprintAnswer:
    facts = dict(zip(study.job.periods, study.facts(measured=measured)))
    earlier, later = facts[question.earlier], facts[question.later]
    job, chosen = study.job, study.counted
    found = caveats(
        chosen, job.periods, job.coverage, as_coded=job.as_coded, groups=job.selection.actor_groups,
        filter_used=events.source.filter_used,
    )  # fmt: skip
    words = job.selection.describe(lambda one: label_of(job.actors, one))
    before, after = (_ids(chosen, period.clip(job.coverage)) for period in (question.earlier, question.later))
    change = study.change_areas() if measured and earlier.covered and later.covered else None
    return FootprintAnswer(
        question, earlier, later, before, after, change, tuple(one.text for one in found),
        tuple(study.regional.notes), definition(question.method, question.size_km).format(selection=words),
    )  # fmt: skip


def _ids(events: pd.DataFrame, covered: Period | None) -> tuple[str, ...]:
    """The ids of the events of the covered part of a period."""
    if covered is None:
        return ()
    return tuple(events["event_id"][in_period(events["event_date"], covered)])
