# SPDX-License-Identifier: GPL-2.0-or-later
"""The one selection that every analysis shares: which events count.

Where, when, who and what are asked in the same words everywhere; `mask` is the only place that answers them.
Periods and regions are held here and applied by the analyses, which need every period apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .errors import FlashpointsError
from .periods import Period
from .schema import CIVILIAN_VIOLENCE, EVENT_TYPES, VIOLENT_TYPES
from .text import number, translate
from .zones import fold

ALL = "*"
ROLES = ("any", "side_1", "side_2")
CIVILIANS = ("any", "vac", "targeted")
PRECISION_MAX = 3

_SIDES = {
    "any": ("actor_groups", "actor_families"),
    "side_1": ("side_1_groups", "side_1_families"),
    "side_2": ("side_2_groups", "side_2_families"),
}
_OPPOSITE = {"side_1": "side_2", "side_2": "side_1"}


def split_list(text: str | None) -> tuple[str, ...]:
    """The parts of a `;`-separated string, without white space, each once, in order."""
    return tuple(dict.fromkeys(part.strip() for part in (text or "").split(";") if part.strip()))


def parse_event_types(text: str | None) -> tuple[str, ...]:
    """Event types as written by a user: empty for the violent three, `*` for all.

    Raises
    ------
    FlashpointsError : when a name is not one of the six.
    """
    parts = split_list(text)
    if not parts:
        return VIOLENT_TYPES
    if ALL in parts:
        return EVENT_TYPES
    known = {fold(name): name for name in EVENT_TYPES}
    wrong = [part for part in parts if fold(part) not in known]
    if wrong:
        raise FlashpointsError(
            translate("Selection", "“{name}” is not an event type.").format(name=wrong[0]),
            remedy=translate("Selection", "The event types are: {names}; or * for all.").format(
                names="; ".join(EVENT_TYPES)
            ),
        )
    return tuple(name for name in EVENT_TYPES if name in {known[fold(part)] for part in parts})


@dataclass
class Selected:
    """What a selection keeps of a frame.

    mask : bool array, one for each row.
    left_out : reason -> number of events that could not be judged and were left out.
    """

    mask: np.ndarray
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Selection:
    """Which events count. Empty tuples and None mean no restriction.

    actor_groups, against : plain group or family ids (`jnim+` is written out before, by ActorTable.expand).
    role : the side on which actor_groups stand: any, side_1, side_2.
    civilians : any, vac (the event type) or targeted (civilian_targeting).
    where : region or zone names; the analyses apply it after placing events in regions.
    geo_precision_max, time_precision_max : 1 to 3; 3 keeps events without a precision, less leaves them out.
    min_fatalities : 0 keeps events whose fatalities are unknown; more leaves them out and counts them.
    """

    periods: tuple[Period, ...] = ()
    dataset: str | None = None
    event_types: tuple[str, ...] = VIOLENT_TYPES
    sub_event_types: tuple[str, ...] = ()
    actor_groups: tuple[str, ...] = ()
    role: str = "any"
    against: tuple[str, ...] = ()
    civilians: str = "any"
    where: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    geo_precision_max: int = PRECISION_MAX
    time_precision_max: int = PRECISION_MAX
    min_fatalities: int = 0

    def __post_init__(self) -> None:
        _check_choice("ROLE", self.role, ROLES)
        _check_choice("CIVILIANS", self.civilians, CIVILIANS)
        for name in ("geo_precision_max", "time_precision_max"):
            _check_choice(name.upper(), str(getattr(self, name)), ("1", "2", "3"))
        if self.role != "any" and not self.actor_groups and not self.against:
            raise FlashpointsError(
                translate("Selection", "A side is chosen, but no group that should stand on it."),
                where="ROLE",
                remedy=translate("Selection", "Choose groups or families, or any side."),
            )
        if self.min_fatalities < 0:
            raise FlashpointsError(
                translate("Selection", "The minimum of fatalities is {n}.").format(n=self.min_fatalities),
                where="MIN_FATALITIES",
                remedy=translate("Selection", "Give 0 or more."),
            )

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the event table that `mask` reads for this selection."""
        needed = ["event_type"]
        needed += ["dataset"] if self.dataset else []
        needed += ["sub_event_type"] if self.sub_event_types else []
        needed += ["country"] if self.countries else []
        needed += ["civilian_targeting"] if self.civilians == "targeted" else []
        needed += ["geo_precision"] if self.geo_precision_max < PRECISION_MAX else []
        needed += ["time_precision"] if self.time_precision_max < PRECISION_MAX else []
        needed += ["fatalities"] if self.min_fatalities else []
        if self.actor_groups or self.against:
            sides = ("side_1", "side_2") if self.against else (self.role,)
            needed += [column for side in sides for column in _SIDES[side]]
        return tuple(dict.fromkeys(needed))

    def mask(self, frame: pd.DataFrame) -> Selected:
        """Judge every row of a frame that has `columns`.

        Returns the rows that count, and why others could not be judged.
        """
        selected = Selected(np.ones(len(frame), dtype=bool))
        if self.dataset:
            selected.mask &= _among(frame["dataset"], (self.dataset,))
        if set(self.event_types) != set(EVENT_TYPES):
            selected.mask &= _among(frame["event_type"], self.event_types)
        if self.sub_event_types:
            selected.mask &= _among(frame["sub_event_type"], self.sub_event_types)
        if self.countries:
            selected.mask &= _among(frame["country"], self.countries)
        if self.civilians == "vac":
            selected.mask &= _among(frame["event_type"], (CIVILIAN_VIOLENCE,))
        elif self.civilians == "targeted":
            selected.mask &= _where_unique(frame["civilian_targeting"], lambda text: bool(text.strip()))
        self._mask_numbers(frame, selected)
        if self.actor_groups or self.against:
            self._mask_actors(frame, selected)
        return selected

    def _mask_numbers(self, frame: pd.DataFrame, selected: Selected) -> None:
        limits = (
            ("geo_precision", self.geo_precision_max, translate("Selection", "place precision unknown")),
            ("time_precision", self.time_precision_max, translate("Selection", "date precision unknown")),
        )
        for column, limit, reason in limits:
            if limit < PRECISION_MAX:
                values = pd.to_numeric(frame[column]).to_numpy(dtype=float, na_value=np.nan)
                _leave_out(selected, np.isnan(values), reason)
                selected.mask &= values <= limit
        if self.min_fatalities:
            values = pd.to_numeric(frame["fatalities"]).to_numpy(dtype=float, na_value=np.nan)
            _leave_out(selected, np.isnan(values), translate("Selection", "fatalities unknown"))
            selected.mask &= values >= self.min_fatalities

    def _mask_actors(self, frame: pd.DataFrame, selected: Selected) -> None:
        if self.role == "any" and not self.against:
            selected.mask &= _on_side(frame, "any", self.actor_groups)
            return
        unknown = frame["side_1_groups" if self.against or self.role == "side_1" else "side_2_groups"].isna()
        _leave_out(selected, unknown.to_numpy(), translate("Selection", "sides unknown"))
        meeting = np.zeros(len(frame), dtype=bool)
        for side in ("side_1", "side_2") if self.role == "any" else (self.role,):
            there = _on_side(frame, side, self.actor_groups)
            meeting |= there & _on_side(frame, _OPPOSITE[side], self.against) if self.against else there
        selected.mask &= meeting

    def describe(self, label: Callable[[str], str] = str) -> str:
        """The selection in words, for logs, methods boxes and metadata; `label` names a group or family id."""
        everything = set(self.event_types) == set(EVENT_TYPES)
        side = translate("Selection", "side 1") if self.role == "side_1" else translate("Selection", "side 2")
        sentences = (
            (everything, translate("Selection", "all event types"), ""),
            (not everything, translate("Selection", "event types: {}"), ", ".join(self.event_types)),
            (self.sub_event_types, translate("Selection", "sub-event types: {}"), ", ".join(self.sub_event_types)),
            (self.actor_groups, translate("Selection", "involving: {}"), ", ".join(map(label, self.actor_groups))),
            (self.role != "any", translate("Selection", "on {} only"), side),
            (self.against, translate("Selection", "against: {}"), ", ".join(map(label, self.against))),
            (self.civilians == "vac", translate("Selection", "violence against civilians only"), ""),
            (self.civilians == "targeted", translate("Selection", "events that target civilians only"), ""),
            (self.where, translate("Selection", "in: {}"), ", ".join(self.where)),
            (self.countries, translate("Selection", "countries: {}"), ", ".join(self.countries)),
            (self.geo_precision_max < PRECISION_MAX, translate("Selection", "place precision at most {}"),
             self.geo_precision_max),
            (self.time_precision_max < PRECISION_MAX, translate("Selection", "date precision at most {}"),
             self.time_precision_max),
            (self.min_fatalities, translate("Selection", "at least {} fatalities"), number(self.min_fatalities)),
            (self.dataset, translate("Selection", "dataset: {}"), self.dataset),
        )  # fmt: skip
        return "; ".join(sentence.format(value) for applies, sentence, value in sentences if applies)


def at_a_place(frame: pd.DataFrame) -> np.ndarray:
    """Which events are placed better than to a region or country (column area_only): the others are in no ring."""
    return (frame["area_only"].fillna(0).to_numpy(dtype=float) != 1).astype(bool)


def in_period(dates: pd.Series, period: Period) -> np.ndarray:
    """Bool array: which dates (datetime64) lie in a period, both ends included."""
    days = dates.to_numpy(dtype="datetime64[D]")
    return (days >= np.datetime64(period.start)) & (days <= np.datetime64(period.end))


def _check_choice(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise FlashpointsError(
            translate("Selection", "“{value}” is not a choice here.").format(value=value),
            where=name,
            remedy=translate("Selection", "Choose one of: {names}.").format(names=", ".join(allowed)),
        )


def _where_unique(values: pd.Series, test: Callable[[str], bool]) -> np.ndarray:
    """Apply a test of text to each distinct value once; missing text fails it."""
    codes, uniques = pd.factorize(values)
    passed = np.fromiter((test(str(value)) for value in uniques), dtype=bool, count=len(uniques))
    return np.append(passed, False)[codes]


def _among(values: pd.Series, names: Iterable[str]) -> np.ndarray:
    wanted = {fold(name) for name in names}
    return _where_unique(values, lambda text: fold(text) in wanted)


def _on_side(frame: pd.DataFrame, side: str, ids: tuple[str, ...]) -> np.ndarray:
    """Which events name one of the ids on a side; any event whose side is known when there are none."""
    groups, families = (frame[column] for column in _SIDES[side])
    if not ids:
        return groups.notna().to_numpy()
    marks = [f";{one};" for one in ids]

    def named(text: str) -> bool:
        return any(mark in text for mark in marks)

    return _where_unique(groups, named) | _where_unique(families, named)


def _leave_out(selected: Selected, unknown: np.ndarray, reason: str) -> None:
    count = int((unknown & selected.mask).sum())
    if count:
        selected.left_out[reason] = count
