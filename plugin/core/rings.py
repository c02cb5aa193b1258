# SPDX-License-Identifier: GPL-2.0-or-later
"""Events within rings: counted by centre, radius and period, on the ellipsoid.

An event is inside when its geodesic distance from the centre is at most the radius. Distances are solved once
for each centre, for distinct places only; the rest is sorting into bins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from .comparison import (
    CHANGE_COLUMNS,
    change_columns,
    coverage_note,
    join_notes,
    known_sum,
    overlapping,
    pair_notes,
    unknown_note,
    unmeasured_notes,
)
from .errors import FlashpointsError
from .geodesy import check_radii
from .periods import Period
from .ring_bursts import ring_dispersions
from .ring_engine import PROFILE_RADII, RingEngine, Site, Within, centres_of
from .ring_spots import COUNTS
from .text import number, translate

BESIDE_KM = 10.0
"""How much smaller and larger the radii are whose counts stand beside a ring's."""
COLUMNS = (
    "centre", "radius_km", "period", "start", "end", "days", "breakdown",
    "events", "fatalities", "fatalities_unknown",
    "events_gp1", "events_gp2", "events_gp3", "events_gp_unknown", "events_without_gp3",
    "events_minus_10km", "events_plus_10km", "locations",
    *CHANGE_COLUMNS, "note",
)  # fmt: skip
WithinRadii = Callable[[np.ndarray], Within]
"""Rising radii in km -> what lies within them."""
_Tested = tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]
"""By cell `CHANGE_COLUMNS`, the notes on the ratio, and those on its dispersion."""


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
    are the events without one. events_gp* split by geo_precision; events_without_gp3 are those that remain when
    events placed to a wider area (3) are left out. events_minus_10km and events_plus_10km are counted within a radius
    10 km smaller (NaN where none is left) and larger. locations are distinct coordinates. `CHANGE_COLUMNS` as those
    of `comparison.compare`, the dispersion from `ring_bursts.ring_dispersions`.

    Raises
    ------
    FlashpointsError : a radius, a centre or a period is missing or cannot be one.
    """
    _check(len(radii_km) and len(centres) and len(periods))
    engine = RingEngine(frame, periods, coverage=coverage, breakdown=breakdown)
    result = ring_rows(engine, centres_of(centres), radii_km, confidence)
    return result if breakdown is not None else result.drop(columns="breakdown")


def ring_rows(
    engine: RingEngine,
    sites: Sequence[Site],
    radii_km: Sequence[float] | np.ndarray,
    confidence: float = 0.95,
    *,
    compared: bool = True,
) -> pd.DataFrame:
    """The rows of `ring_counts`, always with the column breakdown, for sites of any kind; `centre` is their name.

    compared : False leaves `CHANGE_COLUMNS` empty, for those who want the counts alone.
    """
    _check(len(radii_km) and len(sites) and len(engine.periods))
    radii = np.unique(np.asarray(radii_km, dtype=float))
    check_radii(radii)
    parts = [
        rows_within(engine, site.name, _around(engine, site), radii, confidence, compared=compared)
        for site in sites
    ]
    return pd.concat(parts, ignore_index=True)


def rows_within(
    engine: RingEngine, name: str, within: WithinRadii, radii_km: Sequence[float] | np.ndarray,
    confidence: float = 0.95, *, compared: bool = True,
) -> pd.DataFrame:  # fmt: skip
    """The rows of one site. `within` : `Settled.within`, or `RingEngine.within` of the site; radii : rising."""
    radii = np.asarray(radii_km, dtype=float)
    values, cell, phi = _cells(engine, within, radii, compared)
    tests = _tests(cell["events"], engine, phi, confidence) if compared else _untested(cell["events"])
    return _table(engine, name, radii, values, cell, tests)[list(COLUMNS)]


def _events_around(engine: RingEngine, site: Site) -> Callable[[np.ndarray], np.ndarray]:
    return lambda radii: engine.events_around(site, radii)


def _around(engine: RingEngine, site: Site) -> WithinRadii:
    return lambda radii: engine.within(site, radii)


def profile(
    frame: pd.DataFrame, centres: pd.DataFrame, periods: Sequence[Period], *, coverage: Period | None = None
) -> pd.DataFrame:
    """Count events within 5, 10, ... 300 km of each centre: how much an answer owes to its radius.

    Parameters as in `ring_counts`. Returns columns centre, period (label), radius_km, events (float, NaN
    where the period is not covered).
    """
    return profile_rows(RingEngine(frame, periods, coverage=coverage), centres_of(centres))


def profile_rows(engine: RingEngine, sites: Sequence[Site]) -> pd.DataFrame:
    """The rows of `profile` for sites of any kind."""
    parts = [profile_within(engine, site.name, _events_around(engine, site)) for site in sites]
    return pd.concat(parts, ignore_index=True)


def profile_within(
    engine: RingEngine, name: str, events_within: Callable[[np.ndarray], np.ndarray]
) -> pd.DataFrame:
    """The rows of one site. events_within : `Settled.events`, or `RingEngine.events_around` of the site."""
    labels = [period.label for period in engine.periods]
    return pd.DataFrame(
        {
            "centre": name,
            "period": np.repeat(labels, len(PROFILE_RADII)),
            "radius_km": np.tile(PROFILE_RADII, len(labels)),
            "events": events_within(PROFILE_RADII).T.ravel(),
        }
    )


def _check(complete: int) -> None:
    if not complete:
        raise FlashpointsError(translate("Rings", "Rings need a centre, a radius and a period."))


def _blank_below(counts: np.ndarray, radii: np.ndarray) -> np.ndarray:
    """A ring of no radius is none: not 0 events, but no number."""
    counts[radii <= 0] = np.nan
    return counts


def _cells(
    engine: RingEngine, within: WithinRadii, radii: np.ndarray, compared: bool
) -> tuple[list[str], dict[str, np.ndarray], np.ndarray]:
    """Breakdown values; by column a (radii, values, periods) array; and the dispersion, (radii, values)."""
    asked = np.unique(np.concatenate([radii, radii - BESIDE_KM, radii + BESIDE_KM]))
    asked = asked[asked > 0]
    found = within(asked)
    every = found.counts
    own, fewer, more = (np.searchsorted(asked, radii + step) for step in (0, -BESIDE_KM, BESIDE_KM))
    counts = every[:, own]
    kept = np.flatnonzero(np.nan_to_num(counts[0, -1]).sum(axis=-1) > 0)
    kept = np.union1d(kept, [len(engine.values) - 1])  # `(all)`, even when it is 0
    cell = dict(zip(COUNTS, counts[:, :, kept]))
    cell["events_minus_10km"] = _blank_below(every[0][np.ix_(fewer, kept)], radii - BESIDE_KM)
    cell["events_plus_10km"] = every[0][np.ix_(more, kept)]
    cell["events_without_gp3"] = cell["events"] - cell["events_gp3"]
    phi = np.full((len(radii), len(engine.values)), np.nan)
    if compared and len(engine.periods) == 2 and not overlapping(*engine.periods):
        phi = ring_dispersions(found.weekly(own), np.nan_to_num(counts[0]).sum(axis=-1))
    return [engine.values[index] for index in kept], cell, phi[:, kept]


def _table(
    engine: RingEngine, name: str, radii: np.ndarray, values: list[str], cell: dict[str, np.ndarray],
    tested: _Tested,
) -> pd.DataFrame:  # fmt: skip
    """Lay out one site as rows."""
    shape, periods, coverage, days = cell["events"].shape, engine.periods, engine.coverage, engine.days
    radius, value, period = (index.ravel() for index in np.indices(shape))
    tests, pair, unmeasured = tested
    table = pd.DataFrame({"centre": name, "radius_km": radii[radius]})
    table["period"] = [periods[index].label for index in period]
    table["start"] = [periods[index].start for index in period]
    table["end"] = [periods[index].end for index in period]
    table["days"] = days[period]
    table["breakdown"] = np.array(values, dtype=object)[value]
    for column, counts in cell.items():
        table[column] = counts.ravel()
    table["fatalities"] = known_sum(table["fatalities"], table["events"], table["fatalities_unknown"])
    for column, result in tests.items():
        table[column] = result.ravel()
    shared = [coverage_note(span, coverage) for span in periods]
    if len(periods) == 2:
        earlier, later = _in_order(periods)
        shared[later] = join_notes([shared[later], coverage_note(periods[earlier], coverage, name_it=True)])
    table["note"] = [
        join_notes([shared[index], own, _several_note(several), unknown_note(unknown), last])
        for index, own, several, unknown, last in zip(
            period, pair.ravel(), table["several"], table["fatalities_unknown"], unmeasured.ravel()
        )
    ]
    return table


def _untested(events: np.ndarray) -> _Tested:
    """Nothing on any cell."""
    tests = {column: np.full(events.shape, np.nan) for column in CHANGE_COLUMNS}
    return tests, np.full(events.shape, "", dtype=object), np.full(events.shape, "", dtype=object)


def _tests(events: np.ndarray, engine: RingEngine, phi: np.ndarray, confidence: float) -> _Tested:
    """What is tested on the later of two periods; else nothing."""
    tests, notes, unmeasured = _untested(events)
    periods, days = engine.periods, engine.days
    if len(periods) != 2:
        return tests, notes, unmeasured
    earlier, later = _in_order(periods)
    if overlapping(*periods):
        notes[..., later] = translate("Comparison", "the periods overlap")
        return tests, notes, unmeasured
    before, after = events[..., earlier], events[..., later]
    for column, result in change_columns(after, days[later], before, days[earlier], phi, confidence).items():
        tests[column][..., later] = result
    notes[..., later] = np.array(pair_notes(after.ravel(), before.ravel()), dtype=object).reshape(after.shape)
    missing = np.array(unmeasured_notes(phi, before + after), dtype=object)
    unmeasured[..., later] = missing.reshape(after.shape)
    return tests, notes, unmeasured


def _in_order(periods: Sequence[Period]) -> list[int]:
    """The positions of two periods, the earlier first."""
    return sorted((0, 1), key=lambda index: (periods[index].start, periods[index].end))


def _several_note(events: float) -> str:
    text = translate("Rings", "events that stand in several rows: {n}")
    return text.format(n=number(events)) if events > 0 else ""
