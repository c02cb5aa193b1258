# SPDX-License-Identifier: GPL-2.0-or-later
"""A result of an analysis as plain values: its kind, its rows, and which events stand behind each number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from .comparison import ALL
from .errors import FlashpointsError
from .periods import Period, parse_period
from .shown_table import kilometres
from .text import translate

RINGS, PROFILE, FOOTPRINTS, CHANGE, SENSITIVITY, COMPARISON, EVENTS, TABLE = (
    "rings", "profile", "footprints", "change", "sensitivity", "comparison", "events", "table",
)  # fmt: skip
_COLUMNS = {
    RINGS: {"centre", "radius_km", "period", "events", "events_gp1"},
    PROFILE: {"centre", "radius_km", "period", "events"},
    FOOTPRINTS: {"region", "period", "footprint_km2", "region_km2"},
    CHANGE: {"region", "status", "area_km2"},
    SENSITIVITY: {"method", "size_km", "footprint_km2"},
    COMPARISON: {"name", "id", "events_a", "events_b", "rate_ratio"},
    EVENTS: {"figure", "event_id"},
}
"""What a result of each kind has; the first that fits is its kind."""


@dataclass(frozen=True)
class Ask:
    """A number of a result. figure, period : its events in the output EVENTS; figure None: all of the period.

    title : what it counts, in words; count : the number, NaN where the period is not covered.
    column : the column of the result that holds it.
    """

    title: str
    count: float
    figure: str | None
    period: str
    column: str = "events"


@dataclass(frozen=True)
class Result:
    """rows : all columns of the layer, one row a feature, with the feature's id as index.

    definition : in words; sources : as `provenance.read_sources` gives them; made : when, as ISO text in UTC.
    """

    title: str
    definition_id: str
    rows: pd.DataFrame
    parameters: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[Mapping[str, Any], ...] = ()
    definition: str = ""
    version: str = ""
    made: str = ""
    rulings: int = 0

    @property
    def kind(self) -> str:
        """One of the kinds above, by the columns that there are."""
        there = set(self.rows.columns)
        return next((kind for kind, needed in _COLUMNS.items() if needed <= there), TABLE)

    @property
    def algorithm(self) -> str:
        """The id of the algorithm that made it."""
        return str(self.parameters.get("algorithm") or "")

    def periods(self) -> list[Period]:
        """Its periods, the latest last; none where it does not say."""
        if "period" in self.rows:
            written = self.rows["period"].dropna().unique()
        else:
            written = [self.parameters.get(name) for name in ("PERIOD_A", "PERIOD_B")]
        found = [_period(text) for text in written]
        return sorted((one for one in found if one is not None), key=lambda one: (one.end, one.start))

    def pair(self) -> tuple[Period, Period] | None:
        """The earlier and the later period; None where there are not just two."""
        periods = self.periods()
        return (periods[0], periods[1]) if len(periods) == 2 else None

    def asks(self, position: int) -> list[Ask]:
        """The numbers of a row that a list of events can be asked of; none for areas and lists."""
        row = self.rows.iloc[position].to_dict()
        if self.kind == RINGS:
            return [_of_ring(row)]
        if self.kind == FOOTPRINTS:
            figure = None if row["region"] == ALL else str(row["region"])
            return [_ask(str(row["region"]), row, figure)]
        return self._of_comparison(row) if self.kind == COMPARISON else []

    def _of_comparison(self, row: Mapping[str, Any]) -> list[Ask]:
        pair = self.pair()
        if pair is None:
            return []
        figure = None if row["id"] == ALL else str(row["id"])
        asks = []
        for column, period in zip(("events_a", "events_b"), pair):
            title = _titled(str(row["name"]), period.label)
            asks.append(Ask(title, as_number(row[column]), figure, period.label, column))
        return asks


def ring_figure(centre: str, radius_km: float, breakdown: str = ALL) -> str:
    """What a ring, or a part of it, is called in the output EVENTS. breakdown : its id."""
    text = translate("BufferCounts", "{radius} km of {place}").format(radius=f"{radius_km:g}", place=centre)
    return text if breakdown == ALL else f"{text}, {breakdown}"


def _of_ring(row: Mapping[str, Any]) -> Ask:
    part = str(row.get("breakdown_id") or ALL)
    figure = ring_figure(str(row["centre"]), float(row["radius_km"]), part)
    text = translate("Results", "within {radius} km of {place}")
    title = text.format(radius=kilometres(row["radius_km"]), place=row["centre"])
    if part != ALL:
        title = f"{title}, {row.get('breakdown') or part}"
    return _ask(title, row, figure)


def _ask(title: str, row: Mapping[str, Any], figure: str | None) -> Ask:
    return Ask(_titled(title, str(row["period"])), as_number(row["events"]), figure, str(row["period"]))


def _titled(what: str, period: str) -> str:
    return translate("Results", "{what}, {period}").format(what=what, period=period)


def as_number(value: Any) -> float:
    """A cell as a number; NaN for what is none."""
    try:
        return math.nan if value is None else float(value)
    except (TypeError, ValueError):
        return math.nan


def _period(text: Any) -> Period | None:
    try:
        return parse_period(str(text)) if text else None
    except FlashpointsError:
        return None
