# SPDX-License-Identifier: GPL-2.0-or-later
"""One event as a person reads it: what, when, where, who, with what precision, from which source.

What an event does not say has no line. A number that is not known is called unknown, never 0.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .rulings import CONFLICT, Standing
from .rulings_fields import EXCLUDE, field_label
from .schema import CIVILIAN_TARGETING
from .text import date, number, translate


@dataclass(frozen=True)
class Labels:
    """Words of the tables in the reader's language, by id: types and sub-types of events, groups, families.

    family_of : group id -> family id.
    """

    types: Mapping[str, str] = field(default_factory=dict)
    sub_types: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    family_of: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """A line of a card: its label, what it says, and what stands under that in smaller print."""

    label: str
    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """title : type and sub-type; notes : the source's account, whole; foot : id and dataset."""

    title: str
    lines: tuple[Line, ...]
    notes: str
    foot: str

    def as_text(self) -> str:
        """The card as plain text, to paste."""
        rows = [self.title]
        for line in self.lines:
            under = "".join(f" ({text})" for text in line.under)
            rows.append(translate("Card", "{label}: {text}").format(label=line.label, text=line.text) + under)
        return "\n".join(text for text in [*rows, self.notes, self.foot] if text)


def make_card(event: Mapping[str, Any], labels: Labels, standings: Sequence[Standing] = ()) -> Card:
    """The card of an event.

    Parameters
    ----------
    event : canonical columns that there are; texts, numbers, dates; None or NaN where a cell is empty.
    standings : the rulings on the event.
    """
    lines = [
        _when(event),
        _where(event),
        *_who(event, labels),
        _dead(event),
        _civilians(event),
        _line(translate("Card", "Written as"), text_of(event, "original_event_type")),
        _source(event),
        _line(translate("Card", "Tags"), text_of(event, "tags")),
        *_rulings(standings),
    ]
    return Card(
        _title(event, labels),
        tuple(line for line in lines if line is not None),
        text_of(event, "notes"),
        " · ".join(filter(None, (text_of(event, "event_id"), text_of(event, "dataset")))),
    )


def text_of(event: Mapping[str, Any], column: str) -> str:
    """A cell as text without white space round it; "" where there is none."""
    value = event.get(column)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return str(value).strip()


def number_of(event: Mapping[str, Any], column: str) -> float | None:
    """A cell as a number; None where there is none."""
    try:
        found = float(text_of(event, column) or "nan")
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _is_true(event: Mapping[str, Any], column: str) -> bool:
    """Whether a cell says yes: databases keep it as a number, layers by hand also as a word."""
    return text_of(event, column).lower() == "true" or bool(number_of(event, column))


def _line(label: str, text: str, *under: str) -> Line | None:
    return Line(label, text, tuple(filter(None, under))) if text else None


def _title(event: Mapping[str, Any], labels: Labels) -> str:
    kind, sub = text_of(event, "event_type"), text_of(event, "sub_event_type")
    words = [labels.types.get(kind, kind), labels.sub_types.get(sub, sub)]
    return " · ".join(dict.fromkeys(filter(None, words))) or translate("Card", "Event")


def _when(event: Mapping[str, Any]) -> Line | None:
    days = [
        value
        for name in ("event_date", "end_date")
        if isinstance(value := event.get(name), datetime.date) and value == value
    ]
    shown = list(dict.fromkeys(date(day) for day in days)) or [text_of(event, "event_date")]
    text = shown[0]
    if len(shown) == 2:
        text = translate("Card", "{start} to {end}").format(start=shown[0], end=shown[1])
    return _line(
        translate("Card", "When"), text, time_words().get(int(number_of(event, "time_precision") or 0), "")
    )


def _where(event: Mapping[str, Any]) -> Line | None:
    parts = (text_of(event, name) for name in ("location", "admin3", "admin2", "admin1", "country"))
    text = ", ".join(dict.fromkeys(filter(None, parts)))
    return _line(translate("Card", "Where"), text, place_words(event))


def place_words(event: Mapping[str, Any]) -> str:
    """How exactly the place is known, in words; "" where nothing says."""
    if _is_true(event, "area_only"):
        return area_words()
    return precision_words().get(int(number_of(event, "geo_precision") or 0), "")


def time_words() -> dict[int, str]:
    """The precision of time in words, where it is not the day."""
    return {
        2: translate("Card", "the week is known, not the day"),
        3: translate("Card", "the month is known, not the day"),
    }


def precision_words() -> dict[int, str]:
    """The precision of the place in words."""
    return {
        1: translate("Card", "at the place itself"),
        2: translate("Card", "near the place, or in the area round it"),
        3: translate("Card", "placed to the provincial capital or a natural place only"),
    }


def area_words() -> str:
    """What is said of an event that has no place."""
    return translate("Card", "placed to a region or country only")


def _who(event: Mapping[str, Any], labels: Labels) -> list[Line | None]:
    lines = []
    sides = any(text_of(event, f"side_{side}_groups") for side in (1, 2))
    for side, label in ((1, translate("Card", "Actor 1")), (2, translate("Card", "Actor 2"))):
        name, with_them = text_of(event, f"actor{side}"), text_of(event, f"assoc_actor_{side}")
        under = [translate("Card", "with {names}").format(names=with_them)] if with_them else []
        if sides:
            under.append(group_words(text_of(event, f"side_{side}_groups"), labels))
        lines.append(_line(label, name or (translate("Card", "not named") if any(under) else ""), *under))
    if not sides:
        lines.append(_line(translate("Card", "Groups"), group_words(text_of(event, "actor_groups"), labels)))
    return lines


def group_words(ids: str, labels: Labels) -> str:
    """Groups with their families: `;jnim;isgs;` -> JNIM, ISGS (Militant Islamist groups)."""
    by_family: dict[str, list[str]] = {}
    for one in filter(None, ids.split(";")):
        by_family.setdefault(labels.family_of.get(one, ""), []).append(labels.groups.get(one, one))
    texts = []
    for family, groups in by_family.items():
        words, named = labels.families.get(family, family), ", ".join(groups)
        texts.append(f"{named} ({words})" if words and words != named else named)
    return "; ".join(texts)


def _dead(event: Mapping[str, Any]) -> Line | None:
    if "fatalities" not in event:
        return None
    known = number_of(event, "fatalities")
    text = translate("Card", "unknown") if known is None else number(known)
    low, high = number_of(event, "fatalities_low"), number_of(event, "fatalities_high")
    if low is not None and high is not None and (low, high) != (known, known):
        text = translate("Card", "{best} (between {low} and {high})").format(
            best=text, low=number(low), high=number(high)
        )
    return _line(translate("Card", "Reported fatalities"), text)


def _civilians(event: Mapping[str, Any]) -> Line | None:
    said = text_of(event, "civilian_targeting")
    if not said:
        return None
    if _is_true(event, "targeting_derived"):
        text = translate("Card", "yes, derived from the type and the actors")
    else:
        text = translate("Card", "yes, as the source has it")
    return _line(translate("Card", "Civilian targeting"), text, "" if said == CIVILIAN_TARGETING else said)


def _source(event: Mapping[str, Any]) -> Line | None:
    source, scale = text_of(event, "source"), text_of(event, "source_scale")
    if not source:
        return _line(translate("Card", "Scale of source"), scale)
    under = translate("Card", "scale: {scale}").format(scale=scale) if scale else ""
    return _line(translate("Card", "Source"), source, under)


def _rulings(standings: Sequence[Standing]) -> list[Line | None]:
    return [_ruling(one) for one in standings if one.ruling.in_force and one.source_now is not None]


def _ruling(one: Standing) -> Line | None:
    ruling, none = one.ruling, translate("Card", "nothing")
    if ruling.field == EXCLUDE:
        text = translate("Card", "left out of all figures")
    else:
        text = translate("Card", "{field}: “{new}” holds, the source has “{old}”").format(
            field=field_label(ruling.field), new=ruling.value or none, old=one.source_now or none
        )
    undecided = (
        translate("Card", "to decide: the source has changed it since") if one.status == CONFLICT else ""
    )
    who = ", ".join(filter(None, (ruling.author, _day(ruling.made_at))))
    return _line(translate("Card", "Corrected"), text, ruling.reason, who, undecided)


def _day(moment: str) -> str:
    try:
        return date(datetime.date.fromisoformat(moment[:10]))
    except ValueError:
        return moment
