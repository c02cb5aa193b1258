# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings: an analyst's corrections of single fields of single events, kept beside the source's values.

The events themselves keep what the source coded. `rulings_over` lays rulings over them when they are read, so that a
ruling survives every update, and can be withdrawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from .errors import FlashpointsError
from .rulings_fields import RULABLE, canonical, source_text
from .text import number, translate

IN_FORCE, CONFLICT, ORPHAN, WITHDRAWN = "in_force", "conflict", "orphan", "withdrawn"


@dataclass(frozen=True)
class Ruling:
    """One correction. All values are text, "" for none; times are ISO 8601 in UTC.

    field : one of RULABLE; source_value : what the source said when the ruling was made; value : what holds instead;
    withdrawn_at : None while it is in force; id : its row in the store, 0 before it has one.
    """

    event_id: str
    field: str
    value: str
    reason: str
    author: str
    source_value: str = ""
    made_at: str = ""
    withdrawn_at: str | None = None
    id: int = 0

    @property
    def in_force(self) -> bool:
        """Whether nobody has withdrawn it."""
        return not self.withdrawn_at


@dataclass(frozen=True)
class Standing:
    """How a ruling stands today.

    status : in_force; conflict, where the source has changed the field since, so that somebody has to decide (until
    then the ruling holds); orphan, where the event is no longer there; withdrawn. source_now : what the source says
    today, None where the event is not there.
    """

    ruling: Ruling
    status: str
    source_now: str | None


def status_label(status: str) -> str:
    """A status in words."""
    return {
        IN_FORCE: translate("Rulings", "in force"),
        CONFLICT: translate("Rulings", "to decide"),
        ORPHAN: translate("Rulings", "event is gone"),
        WITHDRAWN: translate("Rulings", "withdrawn"),
    }[status]


def check(ruling: Ruling) -> Ruling:
    """The ruling with its texts in their canonical form.

    Raises
    ------
    FlashpointsError : an unknown field, a value that the field cannot take, no event, no reason or no name.
    """
    if ruling.field not in RULABLE:
        raise FlashpointsError(
            translate("Rulings", "“{name}” is not a field that can be corrected.").format(name=ruling.field),
            ruling.event_id,
            translate("Rulings", "It can be one of: {names}.").format(names=", ".join(RULABLE)),
        )
    tidy = {name: " ".join(getattr(ruling, name).split()) for name in ("reason", "author")}
    for text, problem, remedy in (
        (ruling.event_id.strip(), translate("Rulings", "No event is named."),
         translate("Rulings", "Give the event's id.")),
        (tidy["reason"], translate("Rulings", "The reason is missing."),
         translate("Rulings", "Say why: others will read it beside the number.")),
        (tidy["author"], translate("Rulings", "The name is missing."),
         translate("Rulings", "Say who corrects the event.")),
    ):  # fmt: skip
        if not text:
            raise FlashpointsError(problem, ruling.event_id, remedy)
    value = canonical(ruling.field, ruling.value, ruling.event_id)
    return replace(
        ruling, event_id=ruling.event_id.strip(), value=value, reason=tidy["reason"], author=tidy["author"]
    )


def in_force(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Those that hold: of each event and field the newest that is not withdrawn."""
    latest: dict[tuple[str, str], Ruling] = {}
    for ruling in sorted(rulings, key=lambda one: (one.made_at, one.id)):
        if ruling.in_force:
            latest[ruling.event_id, ruling.field] = ruling
    return list(latest.values())


def standings(rulings: Sequence[Ruling], events: pd.DataFrame) -> list[Standing]:
    """How each ruling stands, in the order given.

    events : the source's values, with event_id and the columns of the fields; at least of the rulings' events.
    """
    wanted = {ruling.event_id for ruling in rulings}
    there = events[events["event_id"].isin(wanted)].to_dict("records")
    now = {str(event["event_id"]): event for event in there}
    return [_standing(ruling, now.get(ruling.event_id)) for ruling in rulings]


def conflicts(rulings: Sequence[Ruling], events: pd.DataFrame) -> list[Standing]:
    """The rulings in force whose field the source has changed since they were made; parameters as `standings`."""
    return [one for one in standings(rulings, events) if one.status == CONFLICT]


def as_coded(count: float | None, coded: float | None) -> str:
    """A count as figures say it: 15, or 15 (16 as coded by the source) where rulings changed it."""
    if same(count, coded):
        return number(count)
    return translate("Rulings", "{n} ({coded} as coded by the source)").format(
        n=number(count), coded=number(coded)
    )


def same(count: float | None, coded: float | None) -> bool:
    """Whether rulings leave a count as the source has it; where nothing is known of that, they do."""
    return coded is None or math.isnan(coded) or (count is not None and count == coded)


def _standing(ruling: Ruling, event: Mapping[str, Any] | None) -> Standing:
    source_now = None if event is None else source_text(ruling.field, event)
    if not ruling.in_force:
        return Standing(ruling, WITHDRAWN, source_now)
    if source_now is None:
        return Standing(ruling, ORPHAN, None)
    return Standing(ruling, IN_FORCE if source_now == ruling.source_value else CONFLICT, source_now)
