# SPDX-License-Identifier: GPL-2.0-or-later
"""What the filter bar holds: which events are shown. It never changes what an analysis counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .errors import FlashpointsError
from .periods import Period, parse_period
from .schema import EVENT_TYPES
from .selection import PRECISION_MAX, Selection
from .text import number, translate
from .text_search import needles

SEARCHED = (
    "event_id", "event_type", "sub_event_type", "actor1", "actor2", "assoc_actor_1", "assoc_actor_2",
    "location", "admin1", "admin2", "admin3", "source", "notes",
)  # fmt: skip
"""The columns that free text is looked for in, the short ones first."""

BLOCKS: Mapping[str, tuple[str, ...]] = {
    "period": ("event_date",),
    "groups": ("actor_groups", "actor_families"),
    "event_types": ("event_type",),
    "geo_precision_max": ("geo_precision",),
    "time_precision_max": ("time_precision",),
    "min_fatalities": ("fatalities",),
}
"""The columns without which a part of the filter cannot be answered. Free text takes what there is of SEARCHED."""


@dataclass(frozen=True)
class EventFilter:
    """Which events show. Empty tuples, None and "" mean no restriction, as in Selection.

    period : the start of an event lies in it, both ends included; an event without a date is in none.
    groups : group or family ids, `jnim+` with the groups under it.
    event_types : names of schema.EVENT_TYPES.
    geo_precision_max, time_precision_max : 1 to 3; 3 keeps events without a precision, less leaves them out.
    min_fatalities : 0 keeps events whose fatalities are unknown; more leaves them out.
    text : words, or phrases in double quotes, that must all be found in some column of SEARCHED.

    Raises
    ------
    FlashpointsError : a precision or number that Selection refuses.
    """

    period: Period | None = None
    groups: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    geo_precision_max: int = PRECISION_MAX
    time_precision_max: int = PRECISION_MAX
    min_fatalities: int = 0
    text: str = ""

    def __post_init__(self) -> None:
        self.selection(lambda ids: ids)

    @property
    def is_empty(self) -> bool:
        """Whether every event shows."""
        return not self.parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the fields that restrict something."""
        restricts = {
            "period": self.period is not None,
            "groups": bool(self.groups),
            "event_types": bool(self.event_types),
            "geo_precision_max": self.geo_precision_max < PRECISION_MAX,
            "time_precision_max": self.time_precision_max < PRECISION_MAX,
            "min_fatalities": self.min_fatalities > 0,
            "text": bool(needles(self.text)),
        }
        return tuple(name for name, does in restricts.items() if does)

    def without(self, *names: str) -> EventFilter:
        """The same with some fields as if nothing had been chosen in them."""
        return replace(self, **{name: getattr(NOTHING, name) for name in names})

    def selection(self, expand: Callable[[Iterable[str]], Iterable[str]]) -> Selection:
        """The same question to a DataFrame, period and text left out; `expand` is ActorTable.expand."""
        return Selection(
            event_types=self.event_types or EVENT_TYPES,
            actor_groups=tuple(sorted(expand(self.groups))),
            geo_precision_max=self.geo_precision_max,
            time_precision_max=self.time_precision_max,
            min_fatalities=self.min_fatalities,
        )

    def describe(self, label: Callable[[str], str] = str) -> str:
        """The filter in words; "" when every event shows. `label` names a group or family id."""
        said = []
        if self.period is not None:
            said.append(self.period.title())
        chosen = self.selection(lambda ids: ids)
        if self.parts and set(self.parts) - {"period", "text"}:
            said.append(replace(chosen, actor_groups=self.groups).describe(label))
        if needles(self.text):
            said.append(translate("Event filter", "with the text “{text}”").format(text=self.text.strip()))
        return "; ".join(said)

    def to_json(self) -> str:
        """The filter as JSON: only what restricts."""
        values: dict[str, Any] = {name: getattr(self, name) for name in self.parts}
        if self.period is not None:
            values["period"] = self.period.iso
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


NOTHING = EventFilter()
"""The filter that shows every event."""


def from_json(text: str) -> EventFilter:
    """Read what to_json wrote.

    Raises
    ------
    FlashpointsError : it is no such thing.
    """
    try:
        values = dict(json.loads(text))
        if "period" in values:
            values["period"] = parse_period(str(values["period"]))
        for name in ("groups", "event_types"):
            values[name] = tuple(str(one) for one in values.get(name, ()))
        for name in ("geo_precision_max", "time_precision_max", "min_fatalities"):
            values[name] = int(values.get(name, getattr(NOTHING, name)))
        values["text"] = str(values.get("text", ""))
        return EventFilter(**values)
    except (TypeError, ValueError) as error:
        raise FlashpointsError(
            translate("Event filter", "What is kept of the layer's filter cannot be read ({reason}).").format(
                reason=error
            )
        ) from error


def shown_text(shown: int, total: int | None) -> str:
    """How many of how many events show, in words; total None while it is not known."""
    if total is None:
        return translate("Event filter", "{n} events show").format(n=number(shown))
    if shown == total:
        return translate("Event filter", "All {n} events show").format(n=number(total))
    return translate("Event filter", "{n} of {all} events show").format(n=number(shown), all=number(total))
