# SPDX-License-Identifier: GPL-2.0-or-later
"""The live half of Over time: what the three algorithms compute, on events that are read once."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..core.over_time_words import chance_sentence, pace_sentence, record_sentence, same_days_sentence
from ..core.periods import Period
from ..core.rolling import Record
from ..core.rulings import same
from ..core.selection import in_period, split_list
from ..core.text import date, number, translate
from ..core.year_pace import YearPace
from ..gis.actor_table import label_of
from ..gis.chart_look import Draw
from ..gis.charts_over_time import counts_chart, row_colours, windows_chart, years_chart
from ..gis.live_events import LiveEvents
from ..gis.live_regions import RegionsOf
from ..gis.loading import Job
from ..gis.over_time import (
    NONE,
    Both,
    Ring,
    Study,
    columns_for,
    is_placed,
    pace_of,
    record_of,
    study,
    time_table,
    whole_file,
)
from ..gis.regions import RegionSet
from .live_half import Number, Shown

COUNTS, YEARS, WINDOWS = "counts", "years", "windows"
MONTHS = 12
"""The windows that the later period is compared with."""


@dataclass(frozen=True)
class Question:
    """What is asked. parameters : those that choose the events; asked : the span of the counts, none for all.

    regions : gives those that the parameters name; earlier, later : the two periods of the selection.
    """

    parameters: Mapping[str, Any]
    ring: Ring | None
    regions: RegionsOf
    step: str
    group_by: str
    asked: tuple[Period, ...]
    earlier: Period
    later: Period


@dataclass(frozen=True)
class Answer:
    """The three answers.

    ids : the events of the later period; counted : the selection in words; notes : on events that regions leave out.
    """

    question: Question
    table: pd.DataFrame
    colours: dict[str, str]
    pace: YearPace
    so_far: Both
    record: Record
    count: Both
    previous: Both
    ids: tuple[str, ...]
    counted: str
    coverage: Period
    filter_used: str
    notes: tuple[str, ...]

    def sentences(self) -> list[str]:
        """All three in words."""
        found = [pace_sentence(self.pace, self.so_far.coded), chance_sentence(self.pace)]
        found += [same_days_sentence(self.pace)]
        found += [record_sentence(self.record, self.count.coded, self.previous.coded)]
        return [text for text in found if text]

    def chart(self, kind: str) -> Draw:
        """The chart of counts, of years or of windows."""
        if kind == YEARS:
            return years_chart(self.pace.years)
        if kind == WINDOWS:
            record = self.record
            return windows_chart(record.windows, record.period.label, record.events, record.months)
        return counts_chart(self.table, self.colours, (self.question.earlier, self.question.later))


class Studies:
    """What was placed and grouped last: another step, span or chart needs the same events in the same rows."""

    def __init__(self) -> None:
        self._frame: pd.DataFrame | None = None
        self._known: dict[object, Study] = {}

    def of(
        self,
        job: Job,
        frame: pd.DataFrame,
        regions: RegionSet | None,
        ring: Ring | None,
        group_by: str = NONE,
    ) -> Study:
        """As `study`, of a job of its own with these regions."""
        if self._frame is not frame:
            self._frame, self._known = frame, {}
        key = (id(regions), ring, group_by)
        found = self._known.get(key)
        if found is None:
            found = study(dataclasses.replace(job, regions=regions), frame, ring, group_by)
            self._known[key] = found
        return found


def answer(events: LiveEvents, question: Question, studies: Studies) -> Answer:
    """Count. Safe in any thread."""
    where = split_list(str(question.parameters.get("WHERE", "")))
    placed = is_placed(question.group_by, where, None)
    columns = columns_for(question.group_by, placed)
    parameters = {**question.parameters, "PERIODS": whole_file(events.source).iso}
    job, frame = events.load(parameters, columns, by_place=question.ring is not None)
    regions = question.regions(frame) if placed else None
    grouped = studies.of(job, frame, regions, question.ring, question.group_by)
    _, table = time_table(grouped, question.step, question.asked, question.group_by)
    # regions that only say the rows restrict neither pace nor record
    whole = studies.of(job, frame, regions if where else None, question.ring)
    pace, so_far = pace_of(whole)
    record, count, previous = record_of(whole, question.later, MONTHS)
    ids = _ids(whole.now.events, question.later)
    counted = job.selection.describe(lambda one: label_of(job.actors, one))
    return Answer(
        question, table, row_colours(job.actors, question.group_by), pace, so_far, record, count, previous, ids,
        counted, whole.coverage, events.source.filter_used, grouped.notes,
    )  # fmt: skip


def _ids(events: pd.DataFrame, period: Period) -> tuple[str, ...]:
    return tuple(events["event_id"][in_period(events["event_date"], period)])


def shown(found: Answer, where: str) -> Shown:
    """What the half says. where : the place in words."""
    later, pace = found.question.later, found.pace
    title = translate("Over time", "Events {where}").format(where=where)
    under = [later.title(), _coded(found.count)]
    expected = number(pace.projection.mean)
    text = translate("Over time", "expected in {year}\n(95 %: {low} to {high})")
    if pace.projection.t_rem == 0:
        text = translate("Over time", "in {year}")
    expected_under = text.format(
        year=pace.year, low=number(pace.projection.total_low), high=number(pace.projection.total_high)
    )
    named = translate("Over time", "{title}, {period}")
    sentence = [chance_sentence(pace), record_sentence(found.record, found.count.coded, found.previous.coded)]
    return Shown(
        title,
        Number(
            number(found.count.now),
            "\n".join(filter(None, under)),
            named.format(title=title, period=later.label),
            found.ids,
        ),
        Number(expected, expected_under),
        "\n".join(sentence),
        tuple(_caveats(found)),
        _copied(found, where),
    )


def _coded(count: Both) -> str:
    """What stands under a count that rulings changed."""
    if same(count.now, count.coded):
        return ""
    return translate("Live", "({n} as coded by the source)").format(n=number(count.coded))


def _caveats(found: Answer) -> list[str]:
    """What a reader must know, the weightiest first."""
    lines = []
    if found.filter_used:
        text = translate("Live", "Only what the layer shows is counted: {filter}.")
        lines.append(text.format(filter=found.filter_used))
    lines += found.notes  # what the regions of the chart leave out
    return [*lines, *filter(None, [same_days_sentence(found.pace)]), *found.pace.notes, *found.record.notes]


def _copied(found: Answer, where: str) -> str:
    """The sentences with their footnote."""
    foot = translate("Over time", "Counted: {selection}; {where}. The file covers {start} to {end}.")
    foot = foot.format(
        selection=found.counted, where=where, start=date(found.coverage.start), end=date(found.coverage.end)
    )
    return "\n".join([" ".join(found.sentences()), foot])
