# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's events in memory for the histogram: when, whose and where they were, and what a filter asks of them."""

from __future__ import annotations

import datetime
import threading
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..core.account import EARLIEST
from ..core.actors import OTHER, ActorTable
from ..core.event_filter import EventFilter
from ..core.histogram import Bins, Histogram, View, bins_for, count_bins
from ..core.periods import Period
from ..core.text import translate
from .coordinates import transform_points
from .event_filters import read_filter, text_conditions
from .frames import WGS84, EventSource
from .loading import load_actors
from .styles_common import label_in
from .subset_sql import language_of

COLUMNS = (
    "event_date", "event_type", "lead_group", "actor_groups", "actor_families",
    "geo_precision", "time_precision", "fatalities",
)  # fmt: skip
_TEXTS = ("event_type", "lead_group", "actor_groups", "actor_families")
_UPRIGHT = (WGS84, "EPSG:3857")
"""Systems whose rectangles along the axes are rectangles in the other."""
_NEUTRAL = "#8C8C8C"


@dataclass(frozen=True)
class ShownMap:
    """What the map shows, for a thread: a rectangle in the system `crs`."""

    view: View
    crs: str


def shown_map(settings: QgsMapSettings) -> ShownMap:
    """Take over a map's extent; in degrees where that is exact, else in the map's own system."""
    crs = settings.destinationCrs()
    extent, turned = settings.extent(), settings.rotation()
    if crs.authid() in _UPRIGHT and not turned:
        if crs.authid() != WGS84:
            degrees = QgsCoordinateReferenceSystem(WGS84)
            extent = QgsCoordinateTransform(crs, degrees, QgsProject.instance()).transformBoundingBox(extent)
        return ShownMap(_view(extent, 0.0), WGS84)
    return ShownMap(_view(extent, turned), crs.toWkt() if crs.isValid() else WGS84)


def _view(extent: QgsRectangle, turned: float) -> View:
    centre = extent.center()
    return View(centre.x(), centre.y(), extent.width() / 2, extent.height() / 2, turned)


@dataclass(frozen=True)
class EventClass:
    """One colour of the bars: the families that have it."""

    name: str
    colour: str


@dataclass
class _Known:
    """What was read; arrays have one value for each event."""

    frame: pd.DataFrame
    days: np.ndarray
    classes: np.ndarray
    names: list[EventClass]
    actors: ActorTable


class EventTimes:
    """Made in the layer's thread, read and asked in any other; read once."""

    def __init__(self, source: EventSource) -> None:
        self._source = source
        self._reading = threading.Lock()
        self._known: _Known | None = None
        self._placed: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self._mask: tuple[EventFilter, np.ndarray] | None = None
        self._bars: tuple[Bins, np.ndarray] | None = None

    @classmethod
    def whole(cls, layer: QgsVectorLayer) -> EventTimes:
        """All events of a layer, whatever its filter. Raises FlashpointsError when it cannot be read."""
        return cls(EventSource.from_layer(layer))

    @classmethod
    def found(cls, layer: QgsVectorLayer) -> EventTimes | None:
        """Those that the database alone can find: by free text and by a filter that somebody else has set.

        None where there is neither: then `whole` answers everything.
        """
        condition = conditions_by_database(layer)
        if not condition:
            return None
        copy = layer.clone()
        copy.removeSelection()
        copy.setSubsetString(condition)
        return cls(EventSource.from_layer(copy, use_layer_filter=True))

    @property
    def known(self) -> _Known:
        """Everything, read by whoever asks first."""
        with self._reading:
            if self._known is None:
                self._known = self._read()
        return self._known

    def _read(self) -> _Known:
        frame = self._source.read_as_coded(COLUMNS)
        for name in _TEXTS:  # each distinct text is looked at once
            frame[name] = frame[name].astype("category")
        actors = load_actors(self._source)
        codes, names = _classes(frame["lead_group"], actors, "lead_group" in self._source.columns)
        days = frame["event_date"].to_numpy(dtype="datetime64[D]")
        return _Known(frame, days, codes, names, actors)

    @property
    def total(self) -> int:
        """How many events there are."""
        return len(self.known.frame)

    @property
    def actors(self) -> ActorTable:
        """The table of actors that holds for the layer."""
        return self.known.actors

    @property
    def names(self) -> list[EventClass]:
        """The classes of the bars, from the foot up."""
        return self.known.names

    def span(self) -> Period | None:
        """From the first event to the last; dates that no event can have do not count. None for no events."""
        days = self.known.days
        days = days[~np.isnat(days)]
        today = np.datetime64(datetime.date.today())
        true = days[(days >= np.datetime64(EARLIEST)) & (days <= today)]
        days = true if len(true) else days
        return Period(days.min().item(), days.max().item()) if len(days) else None

    def numbers_of_groups(self) -> Counter[str]:
        """How many events name each group and each family."""
        counted: Counter[str] = Counter()
        for column in ("actor_groups", "actor_families"):
            texts = self.known.frame[column].value_counts()
            for text, count in zip(texts.index, texts.to_numpy()):
                for one in set(str(text).strip(";").split(";")) - {""}:
                    counted[one] = max(counted[one], 0) + int(count)
        return counted

    def numbers_of_types(self) -> Counter[str]:
        """How many events have each type."""
        texts = self.known.frame["event_type"].value_counts()
        return Counter({str(text): int(count) for text, count in zip(texts.index, texts.to_numpy())})

    def histogram(self, chosen: EventFilter, bins: Bins, shown: ShownMap | None = None) -> Histogram:
        """Events of a filter, its period and text left out, in each bar; with `shown` only those on the map."""
        known = self.known
        kept = self._kept(chosen.without("period", "text"))
        if shown is not None:
            kept = kept & shown.view.holds(*self._places(shown.crs))
        if self._bars is None or self._bars[0] is not bins:
            self._bars = (bins, bins.of(known.days))
        return count_bins(bins, self._bars[1], known.classes, kept, len(known.names))

    def _kept(self, chosen: EventFilter) -> np.ndarray:
        if self._mask is None or self._mask[0] != chosen:
            known = self.known
            self._mask = (chosen, chosen.selection(known.actors.expand).mask(known.frame).mask)
        return self._mask[1]

    def _places(self, crs: str) -> tuple[np.ndarray, np.ndarray]:
        if crs not in self._placed:
            frame = self.known.frame
            x, y = frame["longitude"].to_numpy(dtype=float), frame["latitude"].to_numpy(dtype=float)
            self._placed = {crs: (x, y) if crs == WGS84 else transform_points(x, y, WGS84, crs)}
        return self._placed[crs]


def conditions_by_database(layer: QgsVectorLayer) -> str:
    """The part of a layer's filter that only its provider can answer; "" for none."""
    state, sql = read_filter(layer), language_of(layer)
    texts = text_conditions(layer, sql, state.chosen) if sql is not None else []
    return " AND ".join(
        [*([f"({state.own})"] if state.own and texts else [state.own] * bool(state.own)), *texts]
    )


def bars_for(times: EventTimes) -> Bins | None:
    """The bars of a layer; None for one without events."""
    span = times.span()
    return bins_for(span) if span is not None else None


def _classes(leads: pd.Series, actors: ActorTable, there: bool) -> tuple[np.ndarray, list[EventClass]]:
    """The class of each event by the family of its lead group, and the classes; families of one colour are one."""
    if not there:
        return np.zeros(len(leads), dtype=int), [EventClass(translate("Histogram", "Events"), _NEUTRAL)]
    by_colour: dict[str, list[str]] = {}
    for family in actors.families:
        by_colour.setdefault(family.colour.upper(), []).append(family.id)
    index = {one: i for i, families in enumerate(by_colour.values()) for one in families}
    family_of = {group.id: group.family for group in actors.groups}
    codes = [index[family_of.get(str(lead), OTHER)] for lead in leads.cat.categories]
    lookup = np.array([*codes, index[OTHER]], dtype=int)
    names = [
        EventClass(
            ", ".join(label_in(actors.family(one), None) for one in (ids if len(ids) < 3 else ids[-1:])),
            colour,
        )
        for colour, ids in by_colour.items()
    ]
    return lookup[leads.cat.codes.to_numpy()], names
