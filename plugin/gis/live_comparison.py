# SPDX-License-Identifier: GPL-2.0-or-later
"""What the preview of a comparison answers: the algorithm's own study, on events and regions that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..core.caveats import NEEDED, caveats
from ..core.comparison import ALL
from ..core.earlier_years import USUAL_YEARS
from ..core.periods import Period
from .actor_table import label_of
from .comparing import GROUPINGS, SPATIAL, ComparisonStudy, columns_for, definition
from .live_events import LiveEvents
from .live_regions import RegionsOf
from .parameters import POLYGON, text_of
from .regional import counted_in


@dataclass(frozen=True)
class ComparisonQuestion:
    """The algorithm's parameters, and where its regions come from; earlier_years : whether those are asked for."""

    earlier: Period
    later: Period
    group_by: str
    confidence: float
    earlier_years: bool
    parameters: Mapping[str, Any]
    regions: RegionsOf


@dataclass(frozen=True)
class ComparisonAnswer:
    """Rows of `ComparisonStudy.table` and, when asked for, of `earlier_table`, with the ids of all events.

    unmatched : which names of the file no region has, and where they count; notes : the other words on regions.
    """

    question: ComparisonQuestion
    table: pd.DataFrame
    years: pd.DataFrame | None
    earlier_ids: tuple[str, ...]
    later_ids: tuple[str, ...]
    unmatched: str
    notes: tuple[str, ...]
    caveats: tuple[str, ...]
    definition: str

    @property
    def whole(self) -> pd.Series:
        """The row of all events together."""
        return self.table[self.table["id"] == ALL].iloc[0]


def answer(events: LiveEvents, question: ComparisonQuestion) -> ComparisonAnswer:
    """Count and compare. Safe in any thread. FlashpointsError as the algorithm would."""
    parameters, group_by = question.parameters, question.group_by
    columns = [*columns_for(group_by), *NEEDED]
    job, frame = events.load(parameters, columns, pair=True)
    regions = None
    if group_by in SPATIAL or job.selection.where or parameters.get("REGIONS"):
        regions = question.regions(frame)
    origin = text_of(parameters, "REGION_FROM", POLYGON)
    study = ComparisonStudy(job, frame, regions, origin, group_by, question.confidence)
    table = study.table()
    years = None
    periods = study.years(USUAL_YEARS) if question.earlier_years else ()
    if periods:
        asked = {"PERIOD_A": "", "PERIOD_B": "", "PERIODS": ";".join(one.iso for one in periods)}
        years = study.earlier_table(*events.load({**parameters, **asked}, columns))
    matched = study.rows.matched
    unmatched = matched.unmatched_sentence(origin != POLYGON) if matched and group_by in SPATIAL else ""
    words = job.selection.describe(lambda one: label_of(job.actors, one))
    before, after = (_ids(study, period) for period in study.periods)
    notes = tuple(note for note in study.rows.notes if note != unmatched)
    return ComparisonAnswer(
        question, table, years, before, after, unmatched, notes, _caveats(study, events, table),
        definition().format(selection=words),
    )  # fmt: skip


def _caveats(study: ComparisonStudy, events: LiveEvents, table: pd.DataFrame) -> tuple[str, ...]:
    job, group_by = study.job, study.group_by
    found = caveats(
        study.rows.events, job.periods, job.coverage, as_coded=job.as_coded, by_place=group_by in SPATIAL,
        groups=job.selection.actor_groups, breakdown="" if group_by in SPATIAL else GROUPINGS[group_by],
        filter_used=events.source.filter_used, p_value=table.loc[table["id"] == ALL, "p_disp"].iloc[0],
    )  # fmt: skip
    return tuple(one.text for one in found)


def _ids(study: ComparisonStudy, period: Period) -> tuple[str, ...]:
    return tuple(counted_in(study.rows.events, period, study.job.coverage)["event_id"])
