# SPDX-License-Identifier: GPL-2.0-or-later
"""Events within rings: counted by centre, radius and period, on the ellipsoid.

An event is inside when its geodesic distance from the centre is at most the radius. Distances are solved once
for each centre, for distinct places only; the rest is sorting into bins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .comparison import (
    ALL,
    coverage_note,
    day_numbers,
    days_within,
    join_notes,
    known_sum,
    numbers,
    overlapping,
    pair_notes,
    unknown_note,
)
from .errors import FlashpointsError
from .geodesy import check_points, check_radii, distances_within_km
from .periods import Period
from .rates import rate_ratio
from .text import number, translate

NONE = "(none)"
PROFILE_RADII = np.arange(5.0, 301.0, 5.0)
COLUMNS = (
    "centre", "radius_km", "period", "start", "end", "days", "breakdown",
    "events", "fatalities", "fatalities_unknown",
    "events_gp1", "events_gp2", "events_gp3", "events_gp_unknown", "locations",
    "rate_ratio", "rr_low", "rr_high", "p_value", "note",
)  # fmt: skip
_TESTS = ("rate_ratio", "rr_low", "rr_high", "p_value")
# what is counted in each cell, in this order; "several" are the events of `(all)` that stand in several rows
_COUNTS = (
    "events", "events_gp1", "events_gp2", "events_gp3", "events_gp_unknown",
    "locations", "fatalities", "fatalities_unknown", "several",
)  # fmt: skip


def ring_counts(
    frame: pd.DataFrame,
    centres: pd.DataFrame,
    radii_km: Sequence[float] | np.ndarray,
    periods: Sequence[Period],
    *,
    coverage: Period | None = None,
    breakdown: pd.Series | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Count the events of each period within each radius of each centre.

    Parameters
    ----------
    frame : events; columns event_date (datetime64), longitude, latitude (degrees), geo_precision, fatalities
        (NaN where unknown). An event without coordinates is in no ring.
    centres : columns name, lon, lat.
    radii_km : kilometres; each once, in rising order, in the result.
    periods : in the order wanted. With exactly two that do not overlap, the rows of the later one compare it
        with the earlier one.
    coverage : what the data cover; None: everything. Only covered days count, with the events of those days.
    breakdown : along `frame`, one value an event (`Battles`) or several (`;jnim;isgs;`). An event of several
        counts in each of their rows and once in `(all)`; one without any counts in `(none)`. The rows are the
        values with an event within the largest radius of that centre in any of the periods.
    confidence : of the interval of the rate ratio.

    Returns
    -------
    `COLUMNS` (breakdown only when asked), by centre, radius, breakdown and period. period is its label, start
    and end are its dates as asked, days the covered ones. Counts are floats: NaN where a period is not
    covered. fatalities sum the known numbers, NaN when there are events and none is known; fatalities_unknown
    are the events without one. events_gp* split by geo_precision. locations are distinct coordinates.

    Raises
    ------
    FlashpointsError : a radius, a centre or a period is missing or cannot be one.
    """
    radii = np.unique(np.asarray(radii_km, dtype=float))
    parts = [
        _table(name, radii, periods, values, cell, coverage, confidence)
        for name, values, cell in _counted(frame, centres, radii, periods, coverage, breakdown)
    ]
    result = pd.concat(parts, ignore_index=True)[list(COLUMNS)]
    return result if breakdown is not None else result.drop(columns="breakdown")


def profile(
    frame: pd.DataFrame, centres: pd.DataFrame, periods: Sequence[Period], *, coverage: Period | None = None
) -> pd.DataFrame:
    """Count events within 5, 10, ... 300 km of each centre: how much an answer owes to its radius.

    Parameters as in `ring_counts`. Returns columns centre, period (label), radius_km, events (float, NaN
    where the period is not covered).
    """
    parts = [
        pd.DataFrame(
            {
                "centre": name,
                "period": np.repeat([period.label for period in periods], len(PROFILE_RADII)),
                "radius_km": np.tile(PROFILE_RADII, len(periods)),
                "events": cell["events"][:, 0, :].T.ravel(),
            }
        )
        for name, _, cell in _counted(frame, centres, PROFILE_RADII, periods, coverage, None)
    ]
    return pd.concat(parts, ignore_index=True)


def _counted(
    frame: pd.DataFrame, centres: pd.DataFrame, radii: np.ndarray, periods: Sequence[Period],
    coverage: Period | None, breakdown: pd.Series | None,
) -> Iterator[tuple[str, list[str], dict[str, np.ndarray]]]:  # fmt: skip
    """For each centre its name, breakdown values and a (radii, values, periods) array of each of _COUNTS."""
    if not (len(radii) and len(centres) and len(periods)):
        raise FlashpointsError(translate("Rings", "Rings need a centre, a radius and a period."))
    if breakdown is not None and len(breakdown) != len(frame):
        raise FlashpointsError(translate("Rings", "The breakdown has other rows than the events."))
    check_radii(radii)
    lon, lat = centres["lon"].to_numpy(dtype=float), centres["lat"].to_numpy(dtype=float)
    check_points(lon, lat)
    spans = [period.clip(coverage) if coverage is not None else period for period in periods]
    entries = _entries(frame, spans, breakdown)
    missing = [index for index, span in enumerate(spans) if span is None]
    for name, x, y in zip(centres["name"], lon, lat):
        distance = distances_within_km(x, y, entries.lon, entries.lat, float(radii[-1]))
        counts = _count(entries, np.searchsorted(radii, distance, side="left"), len(radii), len(periods))
        kept = np.flatnonzero(counts[0, -1].sum(axis=-1) > 0)
        kept = np.union1d(kept, [len(entries.values) - 1])  # `(all)`, even when it is 0
        counts = counts[:, :, kept]
        counts[..., missing] = np.nan
        yield name, [entries.values[index] for index in kept], dict(zip(_COUNTS, counts))


@dataclass(frozen=True)
class _Entries:
    """Events as counted: one entry for each period and breakdown value that an event counts in.

    `lon`, `lat` are (places,) arrays of the distinct places; `spots` are the distinct (place, value, period)
    triples; the others are (entries,) arrays. The last of `values` is `(all)`.
    """

    lon: np.ndarray
    lat: np.ndarray
    values: list[str]
    place: np.ndarray
    value: np.ndarray
    period: np.ndarray
    precision: np.ndarray  # 0, 1, 2 for 1, 2, 3; 3 for unknown
    fatalities: np.ndarray
    several: np.ndarray
    spots: tuple[np.ndarray, np.ndarray, np.ndarray]


def _entries(frame: pd.DataFrame, spans: Sequence[Period | None], breakdown: pd.Series | None) -> _Entries:
    day = day_numbers(frame["event_date"])
    lon, lat = numbers(frame["longitude"]), numbers(frame["latitude"])
    located = np.isfinite(lon) & np.isfinite(lat)
    none = np.empty(0, dtype=np.intp)
    rows = [none if span is None else np.flatnonzero(located & days_within(day, span)) for span in spans]
    event = np.concatenate(rows)
    places, place = np.unique(lon[event] + 1j * lat[event], return_inverse=True)
    source, value, values, several = explode(breakdown, event)
    period = np.repeat(np.arange(len(spans)), [part.size for part in rows])[source]
    place, event = place[source], event[source]
    precision = numbers(frame["geo_precision"])[event]
    key = (value * len(spans) + period) * np.int64(places.size) + place
    first = np.unique(key, return_index=True)[1]
    return _Entries(
        places.real, places.imag, values, place, value, period,
        np.where(np.isin(precision, (1, 2, 3)), precision, 4).astype(np.intp) - 1,
        numbers(frame["fatalities"])[event], several, (place[first], value[first], period[first]),
    )  # fmt: skip


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


def _count(entries: _Entries, ring: np.ndarray, n_radii: int, n_periods: int) -> np.ndarray:
    """Counts of a centre: (_COUNTS, radii, values, periods). `ring`: how many radii leave each place out."""
    shape = (n_radii, len(entries.values), n_periods)
    size = n_radii * len(entries.values) * n_periods
    ring_of_entry = ring[entries.place]
    inside = np.flatnonzero(ring_of_entry < n_radii)
    cell = np.ravel_multi_index((ring_of_entry[inside], entries.value[inside], entries.period[inside]), shape)
    place, value, period = (part[ring[entries.spots[0]] < n_radii] for part in entries.spots)
    spot = np.ravel_multi_index((ring[place], value, period), shape)
    fatalities, precision = entries.fatalities[inside], entries.precision[inside]
    unknown = np.isnan(fatalities)
    layers = [
        np.bincount(cell, minlength=size),
        *(np.bincount(cell[precision == column], minlength=size) for column in range(4)),
        np.bincount(spot, minlength=size),
        np.bincount(cell, np.where(unknown, 0.0, fatalities), minlength=size),
        np.bincount(cell[unknown], minlength=size),
        np.bincount(cell[entries.several[inside]], minlength=size),
    ]
    return np.cumsum(np.array(layers, dtype=float).reshape(len(layers), *shape), axis=1)


def _table(
    name: str, radii: np.ndarray, periods: Sequence[Period], values: list[str], cell: dict[str, np.ndarray],
    coverage: Period | None, confidence: float,
) -> pd.DataFrame:  # fmt: skip
    """Lay out one centre as rows."""
    shape = cell["events"].shape
    radius, value, period = (index.ravel() for index in np.indices(shape))
    covered = [span.clip(coverage) if coverage is not None else span for span in periods]
    days = np.array([0 if span is None else span.days for span in covered])
    tests, pair = _tests(cell["events"], periods, days, confidence)
    table = pd.DataFrame({"centre": name, "radius_km": radii[radius]})
    table["period"] = [periods[index].label for index in period]
    table["start"] = [periods[index].start for index in period]
    table["end"] = [periods[index].end for index in period]
    table["days"] = days[period]
    table["breakdown"] = np.array(values, dtype=object)[value]
    for column in _COUNTS:
        table[column] = cell[column].ravel()
    table["fatalities"] = known_sum(table["fatalities"], table["events"], table["fatalities_unknown"])
    for column, result in tests.items():
        table[column] = result.ravel()
    shared = [coverage_note(span, coverage) for span in periods]
    if len(periods) == 2:
        earlier, later = _in_order(periods)
        shared[later] = join_notes([shared[later], coverage_note(periods[earlier], coverage, name_it=True)])
    table["note"] = [
        join_notes([shared[index], own, _several_note(several), unknown_note(unknown)])
        for index, own, several, unknown in zip(
            period, pair.ravel(), table["several"], table["fatalities_unknown"]
        )
    ]
    return table


def _tests(
    events: np.ndarray, periods: Sequence[Period], days: np.ndarray, confidence: float
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The rate ratio's columns, and the notes on it, by cell: on the later of two periods, else empty."""
    tests = {column: np.full(events.shape, np.nan) for column in _TESTS}
    notes = np.full(events.shape, "", dtype=object)
    if len(periods) != 2:
        return tests, notes
    earlier, later = _in_order(periods)
    if overlapping(*periods):
        notes[..., later] = translate("Comparison", "the periods overlap")
        return tests, notes
    before, after = events[..., earlier], events[..., later]
    found = rate_ratio(after, days[later], before, days[earlier], confidence)
    for column, result in zip(tests, (found.ratio, found.low, found.high, found.p_value)):
        tests[column][..., later] = result
    notes[..., later] = np.array(pair_notes(after.ravel(), before.ravel()), dtype=object).reshape(after.shape)
    return tests, notes


def _in_order(periods: Sequence[Period]) -> list[int]:
    """The positions of two periods, the earlier first."""
    return sorted((0, 1), key=lambda index: (periods[index].start, periods[index].end))


def _several_note(events: float) -> str:
    text = translate("Rings", "events that stand in several rows: {n}")
    return text.format(n=number(events)) if events > 0 else ""
