# SPDX-License-Identifier: GPL-2.0-or-later
"""The words round a key figure: what all figures of a brief share, and the sentences that its numbers allow."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from .comparison import ALL, OUTSIDE
from .periods import Period
from .rates import wilson
from .recipes import Words
from .rulings import same
from .schema import EVENT_TYPES

SIGNIFICANT = 0.05
_MAX_NAMED = 3  # regions named in a note
_BURSTS_FROM = 1.05  # a dispersion that is worth a sentence


@dataclass(frozen=True)
class Ask:
    """What every figure of one brief shares: the words, the two periods, what is covered, who and what counts."""

    words: Words
    earlier: Period
    later: Period
    coverage: Period | None
    country: str = ""
    event_types: Sequence[str] = ()
    confidence: float = 0.95

    def phrases(self) -> dict[str, str]:
        """The placeholders that every sentence may use."""
        words = self.words
        places = words.get("in_country")
        return {
            "earlier": words.period(self.earlier),
            "later": words.period(self.later),
            "in_earlier": words.in_period(self.earlier),
            "in_later": words.in_period(self.later),
            "country": self.country,
            "in_country": str(places.get(self.country, places["*"])).format(country=self.country),
            "confidence": words.number(100 * self.confidence),
        }

    def coverage_note(self) -> str:
        """Say which of the two periods is covered in part; empty when both are covered whole."""
        notes = []
        for period in (self.earlier, self.later):
            covered = period.clip(self.coverage)
            if covered is not None and covered.days < period.days:
                days, of = self.words.number(covered.days), self.words.number(period.days)
                notes.append(
                    self.words("common.partly_covered", days=days, of=of, period=self.words.period(period))
                )
        return " ".join(notes)

    @property
    def other_types(self) -> str:
        """The event types that the selection leaves out, in words; empty when it leaves out none."""
        left = [name for name in EVENT_TYPES if name not in self.event_types]
        return self.words.join([self.words(f"event_types.{name}") for name in left])


@dataclass(frozen=True)
class Change:
    """A later number over an earlier one: ratio, its limits and p; NaN where not defined."""

    ratio: float
    low: float
    high: float
    p_value: float


def state_of(later: float, earlier: float) -> str:
    """What can be said of two numbers: change, from_zero, none or not_covered."""
    if math.isnan(later) or math.isnan(earlier):
        return "not_covered"
    if earlier > 0:
        return "change"
    return "from_zero" if later > 0 else "none"


@dataclass(frozen=True)
class Coded:
    """A later and an earlier number as coded by the source; NaN where that is not known."""

    later: float = math.nan
    earlier: float = math.nan


def beside(words: Words, count: float, coded: float) -> str:
    """What the source has where rulings changed a number, in brackets; empty where they did not."""
    return "" if same(count, coded) else words("common.as_coded", n=words.number(coded))


def coded_sentence(words: Words, later: float, earlier: float, coded: Coded, unit: str = "") -> str:
    """Both numbers as coded by the source; empty where rulings changed neither, as they are printed."""
    told = [words.number(one) for one in (later, earlier)]
    has = [words.number(one if math.isnan(two) else two) for one, two in
           ((later, coded.later), (earlier, coded.earlier))]  # fmt: skip
    if told == has:
        return ""
    return words("common.both_as_coded", later=f"{has[0]}{unit}", earlier=f"{has[1]}{unit}")


def change_sentence(
    ask: Ask, kind: str, later: float, earlier: float, change: Change, coded: Coded, **more: object
) -> str:
    """The sentence of a count, its change and how sure that is. It stands behind the count itself."""
    words, phrases, state = ask.words, ask.phrases(), state_of(later, earlier)
    said = ""
    if state in ("change", "from_zero"):
        said = words(
            "common.ratio" if state == "change" else "common.from_zero",
            ratio=words.ratio(change.ratio),
            low=words.ratio(change.low),
            high=words.ratio(change.high),
            confidence=phrases["confidence"],
        )
    text = words(
        f"{kind}.{state}",
        events=f"{beside(words, later, coded.later)} {words.noun('event', later)}".strip(),
        earlier_count=f"{words.number(earlier)} {beside(words, earlier, coded.earlier)}".strip(),
        change=said,
        **phrases,
        **more,
    )
    if state in ("from_zero", "none"):  # the sentence has no place for a count of 0
        hidden = Coded(coded.later if state == "none" else math.nan, coded.earlier)
        text = f"{text} {coded_sentence(words, later, earlier, hidden)}".strip()
    if said and not change.p_value < 1 - ask.confidence:
        text = f"{text} {words('common.within_chance')}"
    return text


def wider_count(ask: Ask, key: str, later: float, earlier: float, coded: Coded) -> str:
    """A wider count beside a figure's own: with all types (`all_types`) or of all actors too (`any_actor`).

    Empty when the selection has all types already.
    """
    if key == "all_types" and not ask.other_types:
        return ""
    words = ask.words
    text = words(
        f"common.{key}", later=words.number(later), earlier=words.number(earlier), others=ask.other_types
    )
    return f"{text} {coded_sentence(words, later, earlier, coded)}".strip()


def share_sentence(
    ask: Ask, zone: str | None, rows: pd.DataFrame, zone_of: Mapping[str, str], total: float
) -> str:
    """Which share of the later period's events lies in a zone, with Wilson's interval.

    Empty for no zone, no region that belongs to it, or no events.
    """
    members = [name for name in rows["name"] if zone and zone_of.get(name) == zone]
    if not members or not total > 0:
        return ""
    words = ask.words
    inside = float(rows.loc[rows["name"].isin(members), "events_b"].sum())
    low, high = (words.number(100 * float(limit)) for limit in wilson(inside, total, ask.confidence))
    title = words.get("comparison.zones").get(zone, zone)
    if len(members) <= _MAX_NAMED:
        title = words("comparison.zone_names", zone=title, names=", ".join(members))
    return words("comparison.share", share=words.number(100 * inside / total), zone=title, low=low, high=high)


def clear_regions(words: Words, rows: pd.DataFrame) -> str:
    """The regions whose change is beyond chance after adjustment, the largest counts first."""
    beyond = rows[(rows["p_adjusted"] < SIGNIFICANT) & ~rows["name"].isin((ALL, OUTSIDE))]
    beyond = beyond.sort_values("events_b", ascending=False)
    if beyond.empty:
        return words("comparison.clear_none")
    names = []
    for name, ratio in zip(beyond["name"].head(_MAX_NAMED), beyond["rate_ratio"]):
        said = words("table.from_zero") if math.isnan(ratio) else f"× {words.ratio(ratio)}"
        names.append(f"{name} ({said})")
    rest = len(beyond) - len(names)
    if rest:
        names.append(words("table.other_regions", n=rest, regions=words.noun("region", rest)))
    return words("comparison.clear", names=words.join(names))


def bursts(words: Words, phi: float) -> str:
    """That the interval allows for events that come in bursts; empty where they do not."""
    return words("comparison.bursts", phi=words.number(phi, 1)) if phi > _BURSTS_FROM else ""


def sensitivity(ask: Ask, table: pd.DataFrame | None) -> tuple[float, float, str]:
    """Lowest and highest change of the footprint over the radii tried (ratios), and the sentence about them.

    NaN, NaN and "" where there is nothing to compare.
    """
    nothing = math.nan, math.nan, ""
    if table is None or table.empty:
        return nothing
    table = table[table["method"] == "discs"]
    wide = table.pivot_table(index=["precision", "size_km"], columns="period", values="footprint_km2")
    later, earlier = ask.later.label, ask.earlier.label
    if not {later, earlier} <= set(wide.columns):
        return nothing
    ratios = (wide[later] / wide[earlier].where(wide[earlier] > 0)).dropna()
    if ratios.empty:
        return nothing
    low, high, words = float(ratios.min()), float(ratios.max()), ask.words
    text = words(
        "footprint.sensitivity",
        small=words.number(float(table["size_km"].min())),
        large=words.number(float(table["size_km"].max())),
        low=f"{words.percent(low - 1)} %",
        high=f"{words.percent(high - 1)} %",
    )
    return low, high, text


def p_text(words: Words, p_value: float) -> str:
    """A p-value in words; empty where there is none."""
    if math.isnan(p_value):
        return ""
    if p_value < 0.001:
        return words("common.p_small")
    return words("common.p", p=words.number(p_value, 3 if p_value < 0.1 else 2))


def together(ask: Ask, notes: Sequence[str]) -> str:
    """Notes as one text, with what has to be said about coverage."""
    return " ".join(note for note in (*notes, ask.coverage_note()) if note)


def row_of(rows: pd.DataFrame, period: Period, **where: object) -> Mapping[str, Any]:
    """The row of a period (by its label) with the given values; empty when there is none."""
    chosen = rows[rows["period"] == period.label]
    for column, wanted in where.items():
        chosen = chosen[chosen[column] == wanted]
    return chosen.iloc[0].to_dict() if len(chosen) else {}


def row_named(rows: pd.DataFrame, name: str) -> Mapping[str, Any]:
    """The row of a comparison with a name; empty when there is none."""
    chosen = rows[rows["name"] == name]
    return chosen.iloc[0].to_dict() if len(chosen) else {}


def number_in(row: Mapping[str, Any], column: str) -> float:
    """A number of a row; NaN when it is missing or not there."""
    found = row.get(column)
    return math.nan if found is None or pd.isna(found) else float(found)
