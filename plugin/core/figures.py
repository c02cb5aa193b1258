# SPDX-License-Identifier: GPL-2.0-or-later
"""Key figures: the rows of the analyses turned into one number, one sentence and its uncertainty each.

Nothing is counted here. The counts come from `rings`, `comparison` and the footprints, through the algorithms that
everybody can run; this module only chooses what to say about them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from .comparison import ALL
from .figure_words import (
    Ask,
    Change,
    Coded,
    bursts,
    change_sentence,
    clear_regions,
    coded_sentence,
    number_in,
    p_text,
    row_named,
    row_of,
    sensitivity,
    share_sentence,
    state_of,
    together,
    wider_count,
)
from .rulings_counts import AS_CODED

RING, FOOTPRINT, COMPARISON = "ring-geodesic/1", "footprint-discs/1", "rate-ratio-exact/1"
STATUSES = ("newly_recorded", "both", "no_longer_recorded")

__all__ = ["Ask", "Figure", "change_areas", "comparison_figure", "footprint_figure", "ring_figure"]


@dataclass(frozen=True)
class Figure:
    """One key figure.

    headline : the number as printed; sentence : what it is, with the change and its interval; note : what else a
    reader must know. value is the change (later over earlier), low and high its interval (of a footprint: over the
    radii tried); numerator and denominator are the later and the earlier number, *_as_coded the same
    without rulings; all NaN where there is none.
    state : change, from_zero, none or not_covered.
    """

    id: str
    kind: str
    state: str
    headline: str
    sentence: str
    note: str
    value: float
    low: float
    high: float
    numerator: float
    denominator: float
    numerator_as_coded: float
    denominator_as_coded: float
    definition_id: str
    definition: str
    caveat: str

    def record(self) -> dict[str, Any]:
        """The figure for a JSON file: NaN as None."""
        plain = asdict(self)
        return {
            key: None if isinstance(one, float) and math.isnan(one) else one for key, one in plain.items()
        }


def ring_figure(
    ask: Ask,
    spec: Mapping[str, Any],
    rows: pd.DataFrame,
    all_types: pd.DataFrame | None = None,
    anyone: pd.DataFrame | None = None,
) -> Figure:
    """Events within a ring.

    Parameters
    ----------
    spec : the recipe's figure with id, radius_km and place (a mapping with a name).
    rows, all_types, anyone : rows of `buffercounts` at that place and radius, for both periods: of the selection,
        of the selection with every event type, and of every actor and type.
    """
    words, radius = ask.words, float(spec["radius_km"])
    place = {"radius": words.number(radius), "place": spec["place"]["name"]}

    def both(table: pd.DataFrame, column: str) -> tuple[float, float]:
        later, earlier = (row_of(table, period, radius_km=radius) for period in (ask.later, ask.earlier))
        return number_in(later, column), number_in(earlier, column)

    count, before = both(rows, "events")
    coded = Coded(*both(rows, f"events{AS_CODED}"))
    change = Change(*(both(rows, name)[0] for name in ("rate_ratio", "rr_low", "rr_high", "p_value")))
    notes = [p_text(words, change.p_value)]
    for key, other in (("all_types", all_types), ("any_actor", anyone)):
        if other is not None:
            wider = Coded(*both(other, f"events{AS_CODED}"))
            notes.append(wider_count(ask, key, *both(other, "events"), wider))
    coarse = both(rows, "events_gp3")[0]
    if coarse > 0:
        notes.append(words("ring.coarse", n=words.number(coarse), count=words.number(count)))
    return Figure(
        id=str(spec["id"]), kind="ring", state=state_of(count, before), headline=words.number(count),
        sentence=change_sentence(ask, "ring", count, before, change, coded, **place), note=together(ask, notes),
        value=change.ratio, low=change.low, high=change.high, numerator=count, denominator=before,
        numerator_as_coded=coded.later, denominator_as_coded=coded.earlier,
        definition_id=RING, definition=words("ring.definition", **place), caveat=words("ring.caveat", **place),
    )  # fmt: skip


def comparison_figure(
    ask: Ask,
    spec: Mapping[str, Any],
    rows: pd.DataFrame,
    zone_of: Mapping[str, str],
    all_types: pd.DataFrame | None = None,
    anyone: pd.DataFrame | None = None,
) -> Figure:
    """Events in all regions together, and the share of one zone. Its interval allows for dispersion.

    Parameters
    ----------
    spec : the recipe's figure with id and, optionally, share_of (a zone).
    rows, all_types, anyone : output of `compareperiods` by region, of the selection, of the selection with every
        event type, and of every actor and type.
    zone_of : region name -> zone id, for the share; regions without a zone are left out of it.
    """
    words, total = ask.words, row_named(rows, ALL)
    count, before = number_in(total, "events_b"), number_in(total, "events_a")
    tests = ("rate_ratio", "rr_low_disp", "rr_high_disp", "p_disp")
    change, state = Change(*(number_in(total, name) for name in tests)), state_of(count, before)
    coded = _coded_pair(total)
    share = share_sentence(ask, spec.get("share_of"), rows, zone_of, count)
    notes = []
    if state == "change":
        notes = [clear_regions(words, rows), bursts(words, number_in(total, "dispersion"))]
    for key, other in (("all_types", all_types), ("any_actor", anyone)):
        if other is not None:
            wide = row_named(other, ALL)
            pair = (number_in(wide, "events_b"), number_in(wide, "events_a"))
            notes.append(wider_count(ask, key, *pair, _coded_pair(wide)))
    return Figure(
        id=str(spec["id"]), kind="comparison", state=state, headline=words.number(count),
        sentence=f"{change_sentence(ask, 'comparison', count, before, change, coded)} {share}".strip(),
        note=together(ask, notes), value=change.ratio, low=change.low, high=change.high,
        numerator=count, denominator=before,
        numerator_as_coded=coded.later, denominator_as_coded=coded.earlier, definition_id=COMPARISON,
        definition=words("comparison.definition"), caveat=words("comparison.caveat"),
    )  # fmt: skip


def _coded_pair(row: Mapping[str, Any]) -> Coded:
    """Both counts of a row of a comparison, as coded by the source."""
    return Coded(*(number_in(row, f"{name}{AS_CODED}") for name in ("events_b", "events_a")))


def footprint_figure(
    ask: Ask, spec: Mapping[str, Any], rows: pd.DataFrame, sizes: pd.DataFrame | None = None
) -> Figure:
    """The area with recorded events.

    Parameters
    ----------
    spec : the recipe's figure with id and size_km, the radius of the discs.
    rows : output of `regionfootprints`, both periods; the row `(all)` is what is printed.
    sizes : its SENSITIVITY table (method, size_km, precision, period, footprint_km2), or None.
    """
    words, size = ask.words, float(spec["size_km"])
    radius = words.number(size, 0 if size.is_integer() else 1)
    later, earlier = (row_of(rows, period, region=ALL) for period in (ask.later, ask.earlier))
    area, before = number_in(later, "footprint_km2"), number_in(earlier, "footprint_km2")
    state = state_of(area, before)
    change = area / before if state == "change" else math.nan
    low, high, tried = sensitivity(ask, sizes)
    percent = "" if math.isnan(change) else f"{words.percent(change - 1)} %"
    notes = []
    if state in ("change", "from_zero"):
        places, places_before = number_in(later, "locations"), number_in(earlier, "locations")
        noun = words.noun("place", places)
        notes.append(
            words(
                "footprint.places",
                later=words.number(places),
                earlier=words.number(places_before),
                places=noun,
            )
        )
    coded = Coded(*(number_in(row, f"footprint_km2{AS_CODED}") for row in (later, earlier)))
    notes += [tried if state == "change" else "", coded_sentence(words, area, before, coded, " km²")]
    notes.append(words("footprint.silence"))
    return Figure(
        id=str(spec["id"]), kind="footprint", state=state, headline=f"{words.number(area)} km²",
        sentence=words(
            f"footprint.{state}", radius=radius, earlier_area=words.number(before), percent=percent, **ask.phrases()
        ),
        note=together(ask, notes), value=change, low=low, high=high, numerator=area, denominator=before,
        numerator_as_coded=coded.later, denominator_as_coded=coded.earlier,
        definition_id=FOOTPRINT, definition=words("footprint.definition", radius=radius),
        caveat=words("footprint.caveat"),
    )  # fmt: skip


def change_areas(change: pd.DataFrame) -> dict[str, float]:
    """km2 by status, from the CHANGE layer's rows; of the row `(all)` where there is one, else their sum."""
    rows = change[change["region"] == ALL] if (change["region"] == ALL).any() else change
    return {status: float(rows.loc[rows["status"] == status, "area_km2"].sum()) for status in STATUSES}
