# SPDX-License-Identifier: GPL-2.0-or-later
"""A result of an analysis as plain values: its kind, its rows, and which events stand behind each number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from .comparison import ALL
from .errors import FlashpointsError
from .periods import Period, parse_period
from .shown_table import kilometres
from .text import translate

RINGS, BANDS, PROFILE, FOOTPRINTS, CHANGE, SENSITIVITY, COMPARISON, EARLIER, STEPS, WINDOWS, YEARS, EVENTS, TABLE = (
    "rings", "bands", "profile", "footprints", "change", "sensitivity", "comparison", "earlier", "steps", "windows",
    "years", "events", "table",
)  # fmt: skip
_COLUMNS = {
    RINGS: {"centre", "radius_km", "period", "events", "events_gp1"},
    BANDS: {"line", "distance_km", "period", "events", "events_gp1"},
    PROFILE: {"centre", "radius_km", "period", "events"},
    FOOTPRINTS: {"region", "period", "footprint_km2", "region_km2"},
    CHANGE: {"region", "status", "area_km2"},
    SENSITIVITY: {"method", "size_km", "footprint_km2"},
    COMPARISON: {"name", "id", "events_a", "events_b", "rate_ratio"},
    EARLIER: {"name", "id", "period", "start", "end", "events", "rr_low_disp"},
    STEPS: {"name", "id", "period", "start", "end", "events", "step_days"},
    WINDOWS: {"start", "end", "days", "events", "previous_record"},
    YEARS: {"year", "start", "end", "events", "projected"},
    EVENTS: {"figure", "event_id"},
}
"""What a result of each kind has; the first that fits is its kind."""
SITES = {RINGS: ("centre", "radius_km"), BANDS: ("line", "distance_km")}
"""Kinds that count within distances of sites: the columns of both."""


@dataclass(frozen=True)
class Ask:
    """A number of a result. figure, period : its events in the output EVENTS; figure None: all of the period.

    title : what it counts, in words; count : the number, NaN where the period is not covered.
    column : the column of the result that holds it; changes : parameters to ask with in the place of the stored ones.
    """

    title: str
    count: float
    figure: str | None
    period: str
    column: str = "events"
    changes: Mapping[str, str] = field(default_factory=dict)


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
    caveats: tuple[str, ...] = ()

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
        if "period" in self.rows and self.kind not in (EARLIER, STEPS):
            written = list(self.rows["period"].dropna().unique())
        else:
            written = str(self.parameters.get("PERIODS") or "").split(";")
            written += [str(self.parameters.get(name) or "") for name in ("PERIOD_A", "PERIOD_B")]
        found = [_period(text) for text in written]
        return sorted((one for one in found if one is not None), key=lambda one: (one.end, one.start))

    def pair(self) -> tuple[Period, Period] | None:
        """The earlier and the later period; None where there are not just two."""
        periods = self.periods()
        return (periods[0], periods[1]) if len(periods) == 2 else None

    def asks(self, position: int) -> list[Ask]:
        """The numbers of a row that a list of events can be asked of; none for areas and lists."""
        row, kind = self.rows.iloc[position].to_dict(), self.kind
        if kind in SITES:
            return [_of_ring(row, *SITES[kind])]
        if kind == COMPARISON:
            return self._of_comparison(row)
        if kind == EARLIER:
            pair = self.pair()
            return [_of_earlier(row, pair[1].label if pair else "")]
        own = {
            FOOTPRINTS: _of_footprint, PROFILE: _of_profile, STEPS: _of_step, WINDOWS: _of_window,
            YEARS: _of_year,
        }.get(kind)  # fmt: skip
        return [own(row)] if own is not None else []

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


def window_figure() -> str:
    """What the asked period of a record is called in the output EVENTS."""
    return translate("RollingRecord", "Period")


def _of_ring(row: Mapping[str, Any], site: str, distance: str) -> Ask:
    part = str(row.get("breakdown_id") or ALL)
    figure = ring_figure(str(row[site]), float(row[distance]), part)
    text = translate("Results", "within {radius} km of {place}")
    title = text.format(radius=kilometres(row[distance]), place=row[site])
    if part != ALL:
        title = f"{title}, {row.get('breakdown') or part}"
    return _ask(title, row, figure)


def _of_profile(row: Mapping[str, Any]) -> Ask:
    found = _of_ring(row, *SITES[RINGS])
    return replace(found, changes={"RADII_KM": f"{float(row['radius_km']):g}"})


def _of_footprint(row: Mapping[str, Any]) -> Ask:
    return _ask(str(row["region"]), row, None if row["region"] == ALL else str(row["region"]))


def _of_earlier(row: Mapping[str, Any], later: str) -> Ask:
    """later : the label of the later period, which stands among the earlier years, too."""
    found = _of_step(row)
    return found if row["period"] == later else replace(found, changes={"PERIOD_A": _span(row).iso})


def _of_step(row: Mapping[str, Any]) -> Ask:
    return _ask(str(row["name"]), row, None if row["id"] == ALL else str(row["id"]))


def _of_window(row: Mapping[str, Any]) -> Ask:
    period = _span(row)
    found = _ask(translate("Results", "events"), {**row, "period": period.label}, window_figure())
    return replace(found, changes={"PERIOD": period.iso})


def _of_year(row: Mapping[str, Any]) -> Ask:
    period = _span(row)
    return _ask(translate("Results", "events"), {**row, "period": period.label}, str(row["year"]))


def _span(row: Mapping[str, Any]) -> Period:
    return Period(row["start"], row["end"])


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
