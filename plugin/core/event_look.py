# SPDX-License-Identifier: GPL-2.0-or-later
"""How an office wants its events to look: what colour, shape and size say, and what stands for many on a place."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from .errors import FlashpointsError
from .text import translate

GROUP, FAMILY, EVENT_TYPE = "group", "family", "event_type"
COLOURS = (GROUP, FAMILY, EVENT_TYPE)
EVENTS, OFFSET, CLUSTER = "events", "offset", "cluster"
NEAR = (EVENTS, OFFSET, CLUSTER)
NOTHING, CIRCLES, PIES = "none", "circles", "pies"
AFAR = (NOTHING, CIRCLES, PIES)
MOST_COLOURS = 6
"""Colours beside the neutral one: more are not told apart at a glance."""

AFAR_SCALE = 750_000
MANY = 3_000
"""Events from which a map of a country reads better with one circle a place than with all marks."""


@dataclass(frozen=True)
class EventLook:
    """What the style of an event layer is made from.

    colour : `group`, `family` or `event_type`. glyphs, sizes, rings, provisional : whether the shape says the event
    type, the size the fatalities, a second ring that civilians were targeted, an open mark that the event is of the
    last weeks. shown : ids that get a colour, at most MOST_COLOURS; none: those with most events. near : each event
    where it is, `offset` round its place, or a `cluster` with a count. afar : what is drawn instead at scales smaller
    than 1 : `afar_scale`, one mark a place.
    """

    colour: str = GROUP
    glyphs: bool = True
    sizes: bool = True
    rings: bool = True
    provisional: bool = True
    shown: tuple[str, ...] = ()
    near: str = EVENTS
    afar: str = NOTHING
    afar_scale: int = AFAR_SCALE

    def __post_init__(self) -> None:
        """Raise FlashpointsError where a choice is none of those offered."""
        for name, value, offered in (
            ("colour", self.colour, COLOURS), ("near", self.near, NEAR), ("afar", self.afar, AFAR)
        ):  # fmt: skip
            if value not in offered:
                raise FlashpointsError(
                    translate("Look", "Events cannot look by “{value}”.").format(value=value),
                    name,
                    translate("Look", "There is: {names}.").format(names=", ".join(offered)),
                )
        if len(self.shown) > MOST_COLOURS:
            raise FlashpointsError(
                translate("Look", "{n} colours cannot be told apart on a map.").format(n=len(self.shown)),
                "shown",
                translate("Look", "Choose at most {n}; the others are drawn in grey.").format(n=MOST_COLOURS),
            )
        if not self.afar_scale > 0:
            raise FlashpointsError(
                translate("Look", "The scale has to be a number above 0."),
                "afar_scale",
                translate("Look", "Give the denominator, such as 750000 for 1:750,000."),
            )

    def to_json(self) -> str:
        """As one line of JSON."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> EventLook:
        """Read what to_json wrote; what a newer version added is left away.

        Raises
        ------
        FlashpointsError : no JSON object, or choices that are not offered.
        """
        try:
            given = json.loads(text)
        except ValueError:
            given = None
        known = {field.name: type(field.default) for field in fields(cls)}
        if not isinstance(given, dict):
            raise _unreadable(text)
        values: dict[str, Any] = {name: value for name, value in given.items() if name in known}
        shown = values.get("shown")
        if isinstance(shown, list):
            values["shown"] = tuple(str(one) for one in shown)
        if any(type(value) is not known[name] for name, value in values.items()):
            raise _unreadable(text)
        return cls(**values)


def _unreadable(text: str) -> FlashpointsError:
    return FlashpointsError(
        translate("Look", "The settings of the style cannot be read."),
        text[:80],
        translate("Look", "Choose the style again."),
    )


def fitted(look: EventLook, columns: Collection[str]) -> EventLook:
    """The look as far as a layer of these columns can have it."""
    if look.colour != EVENT_TYPE and "lead_group" not in columns:
        look = replace(look, colour=EVENT_TYPE, shown=())
    return replace(
        look,
        sizes=look.sizes and "fatalities" in columns,
        rings=look.rings and "civilian_targeting" in columns,
    )


def default_look(events: int) -> EventLook:
    """The look of a layer that nobody has styled yet; `events`: how many it holds."""
    return EventLook() if events <= MANY else EventLook(near=OFFSET, afar=CIRCLES)
