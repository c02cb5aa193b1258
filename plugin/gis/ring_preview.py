# SPDX-License-Identifier: GPL-2.0-or-later
"""What the live half of Buffer counts shows: the algorithms' own counting, kept ready for the next question."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from ..core.caveats import caveats, sentences
from ..core.earlier_years import earlier_years
from ..core.overlap import overlap_text, overlaps
from ..core.periods import Period
from ..core.points import Points
from ..core.ring_engine import PROFILE_RADII, RingEngine, Site
from ..core.ring_spots import COUNTS
from ..core.rings import BESIDE_KM
from ..core.selection import in_period
from ..core.text import translate
from .actor_table import label_of
from .live_events import LiveEvents
from .loading import Job
from .ring_algorithm import BREAKDOWNS
from .ring_counting import RingCounting, SettledCounting, whole
from .ring_shapes import missing_countries, shape_of_site

REACH_KM = float(PROFILE_RADII[-1]) + BESIDE_KM


@dataclass(frozen=True)
class RingQuestion:
    """What is asked.

    parameters : the algorithm's, which choose the events; two periods.
    sites : makes what distances are measured from, in any thread.
    radii : kilometres, rising; radius : the one of them that the numbers are about.
    site : the name of the site that they are about; another name means the first.
    """

    parameters: Mapping[str, Any]
    sites: Callable[[], Sequence[Site]]
    radii: tuple[float, ...]
    radius: float
    site: str = ""


@dataclass(frozen=True)
class RingAnswer:
    """Counts of one ring or band in two periods, with all that stands beside them.

    rows : of `rings.ring_counts` with events_as_coded, of the chosen site and all radii.
    everywhere : the rows of all sites at the chosen radius, where there are several.
    years : counts of the same days of earlier years, for any site and radius; None where the file covers none.
    ids : of the events behind the two numbers, by period label; none while one drags.
    caveats : sentences, the weightiest first; none while one drags.
    """

    question: RingQuestion
    job: Job
    counting: RingCounting
    sites: tuple[Site, ...]
    site: Site
    rows: pd.DataFrame
    profile: pd.DataFrame
    settled: SettledCounting | None = None
    everywhere: pd.DataFrame | None = None
    years: RingEngine | None = None
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    caveats: tuple[str, ...] = ()

    @property
    def periods(self) -> tuple[Period, Period]:
        """The earlier and the later period."""
        earlier, later = sorted(self.job.periods)
        return earlier, later

    @property
    def earlier(self) -> dict[str, Any]:
        """The row of the earlier period."""
        return self._row(self.periods[0])

    @property
    def later(self) -> dict[str, Any]:
        """The row of the later period."""
        return self._row(self.periods[1])

    @property
    def by_value(self) -> pd.DataFrame:
        """The rows of a breakdown at the chosen radius."""
        return self.rows[self.rows["radius_km"] == self.question.radius]

    def label_of(self, name: str) -> str:
        """The name of a group or family id for people; anything else as it is."""
        actors = self.job.actors
        known = {one.id for one in actors.families} | {one.id for one in actors.groups}
        return label_of(actors, name) if name in known else name

    def _row(self, period: Period) -> dict[str, Any]:
        rows = whole(self.by_value)
        row: dict[str, Any] = rows[rows["period"] == period.label].iloc[0].to_dict()
        return row

    def same_days(self) -> list[tuple[Period, float]]:
        """Events within the radius on the same days of earlier years, the latest first."""
        if self.years is None:
            return []
        counts = self.years.around(self.site, np.array([self.question.radius]))[COUNTS.index("events"), 0, -1]
        return list(zip(self.years.periods, counts.tolist()))

    # While one drags

    def moved(self, site: Site) -> RingAnswer:
        """The same question of another site, at once: no ids, no caveats."""
        question = self.question
        return dataclasses.replace(
            self, site=site, sites=(site,), settled=None, everywhere=None, ids={}, caveats=(),
            rows=self.counting.rows([site], question.radii), profile=self.counting.profile([site]),
        )  # fmt: skip

    def with_radii(self, radii: Sequence[float], radius: float) -> RingAnswer:
        """The same question of other radii, at once: no ids, no caveats."""
        question = dataclasses.replace(self.question, radii=tuple(radii), radius=radius)
        source = self.settled
        rows = source.rows(question.radii) if source else self.counting.rows([self.site], question.radii)
        everywhere = None if self.everywhere is None else whole(self.counting.rows(self.sites, [radius]))
        return dataclasses.replace(
            self, question=question, rows=rows, everywhere=everywhere, ids={}, caveats=()
        )


class RingPreview:
    """Answers questions about the events of one layer; keeps what the next one is likely to need. For any thread."""

    def __init__(self, events: LiveEvents) -> None:
        self.events = events
        self._kept: tuple[Job, str, RingCounting] | None = None
        self._kept_years: tuple[Job, RingEngine] | None = None

    def answer(self, question: RingQuestion) -> RingAnswer:
        """Count. Raises FlashpointsError when the layer, or the sites, cannot answer."""
        by = str(question.parameters.get("BREAKDOWN") or "none")
        column = BREAKDOWNS[by]
        job, frame = self.events.load(question.parameters, [column] if column else [], by_place=True)
        if self._kept is None or self._kept[0] is not job or self._kept[1] != by:
            self._kept = (job, by, RingCounting.of(job, frame, job.as_coded, column))
        counting = self._kept[2]
        sites = tuple(question.sites())
        site = next((one for one in sites if one.name == question.site), sites[0])
        settled = counting.settle(site, max(REACH_KM, 2 * question.radii[-1]))
        several = len(sites) > 1
        answer = RingAnswer(
            question, job, counting, sites, site, settled.rows(question.radii), settled.profile(), settled,
            whole(counting.rows(sites, [question.radius])) if several else None, self._years(question, job),
        )  # fmt: skip
        inside = _inside(frame, site, question.radius)
        coded = None if job.as_coded is None else _inside(job.as_coded, site, question.radius)
        ids = {
            period.label: tuple(inside["event_id"][in_period(inside["event_date"], period)])
            for period in job.periods
        }
        return dataclasses.replace(
            answer, ids=ids, caveats=tuple(_caveats(answer, frame, inside, coded, column))
        )

    def _years(self, question: RingQuestion, job: Job) -> RingEngine | None:
        """The events of the same days of earlier years, ready to be counted."""
        periods = [one for one in earlier_years(max(job.periods), job.coverage) if one not in job.periods]
        if not periods:
            return None
        asked = {"PERIODS": ";".join(one.iso for one in periods), "PERIOD_A": "", "PERIOD_B": ""}
        own, frame = self.events.load({**question.parameters, **asked}, [], by_place=True)
        if self._kept_years is None or self._kept_years[0] is not own:
            self._kept_years = (own, RingEngine(frame, own.periods, coverage=own.coverage))
        return self._kept_years[1]


def _inside(frame: pd.DataFrame, site: Site, radius: float) -> pd.DataFrame:
    points = Points(*(frame[name].to_numpy(dtype=float) for name in ("longitude", "latitude")))
    return frame[site.beyond(points, np.array([radius])) == 0]


def _caveats(
    answer: RingAnswer,
    frame: pd.DataFrame,
    inside: pd.DataFrame,
    coded: pd.DataFrame | None,
    column: str | None,
) -> list[str]:
    job, question = answer.job, answer.question
    found = caveats(
        inside, answer.periods, job.coverage, as_coded=coded, unplaced=int(frame["longitude"].isna().sum()),
        groups=job.selection.actor_groups, breakdown=column or "", filter_used=job.source.filter_used,
        p_value=answer.later["p_value"],
    )  # fmt: skip
    reached = missing_countries(job.source, [shape_of_site(answer.site, question.radius)])
    texts = []
    if reached:
        text = translate("Ring preview", "It reaches into {names}, of which the file holds no events.")
        texts.append(text.format(names=", ".join(reached)))
    shared = overlaps(answer.counting.as_ruled, answer.sites, [question.radius])
    if len(answer.sites) > 1 and shared:
        texts.append(overlap_text(shared[-1]))
    return [*texts, *sentences(found)]
