# SPDX-License-Identifier: GPL-2.0-or-later
"""Events put together for counting by distance: one spot for each place, period and value of a breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .comparison import ALL, day_number, day_numbers, days_within, numbers, week_of, whole_weeks
from .errors import FlashpointsError
from .periods import Period
from .points import Points
from .text import translate

NONE = "(none)"
COUNTS = (
    "events", "events_gp1", "events_gp2", "events_gp3", "events_gp_unknown",
    "locations", "fatalities", "fatalities_unknown", "several",
)  # fmt: skip
"""What is counted, in this order; "several" are the events of `(all)` that stand in several rows."""


@dataclass(frozen=True)
class Spots:
    """Distinct places, and the distinct (place, value, period) triples with what they count.

    `place`, `value` and `period` are (spots,) positions in `points`, `values` and the periods; `layers` is
    (COUNTS, spots). The last of `values` is `(all)`.

    To count by weeks, each event is kept in each of its rows: `entry` is its spot, `day` its `day_numbers`, both of
    32 bits, for there are many; `spans` are the covered parts of the periods.
    """

    points: Points
    values: list[str]
    n_periods: int
    place: np.ndarray
    value: np.ndarray
    period: np.ndarray
    layers: np.ndarray
    entry: np.ndarray
    day: np.ndarray
    spans: tuple[Period | None, ...]

    @property
    def whole_weeks(self) -> list[int]:
        """The number of whole weeks of each period."""
        return [0 if span is None else whole_weeks(span) for span in self.spans]

    def week_slots(self, entries: np.ndarray) -> np.ndarray:
        """By entry, its place in a table of values by the whole weeks of all periods; -1 where it is in no such week.

        The weeks of one period stand before those of the next.
        """
        spot, whole = self.entry[entries], np.array(self.whole_weeks)
        period = self.period[spot]
        first = np.array([0 if span is None else day_number(span.start) for span in self.spans])
        week = week_of(self.day[entries], first[period])
        slots = self.value[spot] * whole.sum() + (np.cumsum(whole) - whole)[period] + week
        return np.where(week < whole[period], slots, -1)


def spots_of(frame: pd.DataFrame, spans: Sequence[Period | None], breakdown: pd.Series | None) -> Spots:
    """Put events together. `frame` and `breakdown` as in `rings.ring_counts`; a span of None counts nothing."""
    if breakdown is not None and len(breakdown) != len(frame):
        raise FlashpointsError(translate("Rings", "The breakdown has other rows than the events."))
    day = day_numbers(frame["event_date"])
    lon, lat = numbers(frame["longitude"]), numbers(frame["latitude"])
    located = np.isfinite(lon) & np.isfinite(lat)
    none = np.empty(0, dtype=np.intp)
    rows = [none if span is None else np.flatnonzero(located & days_within(day, span)) for span in spans]
    event = np.concatenate([none, *rows])
    place, places = pd.factorize(lon[event] + 1j * lat[event])
    source, value, values, several = explode(breakdown, event)
    period = np.repeat(np.arange(len(spans)), [part.size for part in rows])[source]
    shape = (max(len(places), 1), len(values), len(spans))
    spot, keys = pd.factorize(np.ravel_multi_index((place[source], value, period), shape))
    of_place, of_value, of_period = np.unravel_index(keys, shape)
    layers = _layers(frame, event[source], several, spot, len(keys))
    points = Points(places.real, places.imag)
    entry, when = spot.astype(np.int32), day[event].astype(np.int32)
    when = when if breakdown is None else when[source]
    return Spots(points, values, len(spans), of_place, of_value, of_period, layers, entry, when, tuple(spans))


def _layers(
    frame: pd.DataFrame, event: np.ndarray, several: np.ndarray, spot: np.ndarray, n: int
) -> np.ndarray:
    precision, fatalities = numbers(frame["geo_precision"])[event], numbers(frame["fatalities"])[event]
    known = np.isin(precision, (1, 2, 3))
    unknown = np.isnan(fatalities)
    return np.array(
        [
            np.bincount(spot, minlength=n),
            *(np.bincount(spot[precision == one], minlength=n) for one in (1, 2, 3)),
            np.bincount(spot[~known], minlength=n),
            np.ones(n),
            np.bincount(spot, np.where(unknown, 0.0, fatalities), minlength=n),
            np.bincount(spot[unknown], minlength=n),
            np.bincount(spot[several], minlength=n),
        ],
        dtype=float,
    )


def explode(
    breakdown: pd.Series | None, event: np.ndarray
) -> tuple[np.ndarray, np.ndarray, list[str], np.ndarray]:
    """Give each event an entry for each of its breakdown values and then one for `(all)`.

    Returns, by entry, the position in `event` and the number of the value; the values; and by entry whether
    it is the `(all)` of an event that has several.
    """
    everything = np.arange(event.size)
    if breakdown is None:
        return everything, np.zeros(event.size, dtype=np.intp), [ALL], np.zeros(event.size, dtype=bool)
    codes, texts = pd.factorize(breakdown.to_numpy(dtype=object)[event])  # a missing one gets code -1
    codes = np.where(codes < 0, len(texts), codes)
    lists = [*(parse_values(text) for text in texts), [NONE]]
    values = [*sorted({value for one in lists for value in one} - {NONE}), NONE, ALL]
    number_of = {value: index for index, value in enumerate(values)}
    flat = np.array([number_of[value] for one in lists for value in one], dtype=np.intp)
    lengths = np.array([len(one) for one in lists])
    starts = np.cumsum(lengths) - lengths
    count = lengths[codes]
    source = np.repeat(everything, count)
    step = np.arange(source.size) - np.repeat(np.cumsum(count) - count, count)
    value = flat[starts[codes][source] + step]
    every_value = np.concatenate([value, np.full(event.size, number_of[ALL], dtype=np.intp)])
    several = np.concatenate([np.zeros(source.size, dtype=bool), count > 1])
    return np.concatenate([source, everything]), every_value, values, several


def parse_values(text: str) -> list[str]:
    """Split `;a;b;` into its values, each once; a text without semicolons is one, an empty one `(none)`."""
    return list(dict.fromkeys(part.strip() for part in str(text).split(";") if part.strip())) or [NONE]
