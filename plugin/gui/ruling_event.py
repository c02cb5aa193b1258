# SPDX-License-Identifier: GPL-2.0-or-later
"""The event that a user points at: which store it lies in, what the source says of it, and what was ruled on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsMapLayer, QgsVectorLayer

from ..core.errors import FlashpointsError
from ..core.rulings import Standing
from ..core.text import date, number, translate
from ..gis.rulings import listed
from ..gis.rulings_algorithm import store_behind
from ..gis.rulings_events import events_of

ID = "event_id"


@dataclass(frozen=True)
class Chosen:
    """An event by its store and id."""

    store: Path
    event_id: str


@dataclass(frozen=True)
class EventFacts:
    """event : the source's values by column; standings : all rulings on it, the newest first."""

    chosen: Chosen
    event: dict[str, Any]
    standings: list[Standing]

    def holding(self, field: str) -> Standing | None:
        """The ruling that holds on a field."""
        return next(
            (one for one in self.standings if one.ruling.field == field and one.ruling.in_force), None
        )


def holds_events(layer: QgsMapLayer | None) -> bool:
    """Whether a layer has ids of events, so that one of them can be corrected."""
    return isinstance(layer, QgsVectorLayer) and layer.fields().lookupField(ID) >= 0


def selected_event(layer: QgsMapLayer | None) -> Chosen | None:
    """The one event that is selected in a layer; None where none is, or several are.

    Raises
    ------
    FlashpointsError : the event lies in no event store.
    """
    if not isinstance(layer, QgsVectorLayer) or not holds_events(layer) or layer.selectedFeatureCount() != 1:
        return None
    return event_of(layer, layer.selectedFeatures()[0])


def event_of(layer: QgsVectorLayer, feature: QgsFeature) -> Chosen:
    """The event of a feature.

    Raises
    ------
    FlashpointsError : it lies in no event store.
    """
    store = store_behind(layer)
    if store is None:
        raise FlashpointsError(
            translate("Ruling", "This layer belongs to no event store, which alone can keep a correction."),
            where=layer.name(),
            remedy=translate("Ruling", "Select the event in the layer that “Load events” has made."),
        )
    return Chosen(store, str(feature[ID]))


def facts_of(chosen: Chosen) -> EventFacts:
    """Look an event up; safe in any thread.

    Raises
    ------
    FlashpointsError : the store cannot be read, or has no such event.
    """
    events = events_of(chosen.store, [chosen.event_id]).to_dict("records")
    if not events:
        raise FlashpointsError(
            translate("Ruling", "The store has no event of this id any more."),
            where=chosen.event_id,
            remedy=translate("Ruling", "Select it in the events layer of the store."),
        )
    return EventFacts(chosen, events[0], listed(chosen.store, chosen.event_id))


def title_of(event: dict[str, Any]) -> str:
    """When and where: SYN1, 3 February 2023, Village, Mopti, Mali."""
    day = event["event_date"]
    when = [date(day.date())] if day == day and day is not None else []
    where = [str(event[name]) for name in ("location", "admin1", "country") if event[name]]
    return ", ".join([str(event[ID]), *when, *where])


def words_of(event: dict[str, Any]) -> str:
    """What and who, as the source has it."""
    what = " / ".join(str(event[name]) for name in ("event_type", "sub_event_type") if event[name])
    who = [str(event[name]) for name in ("actor1", "actor2") if event[name]]
    text = (
        f"{what}: {translate('Ruling', '{one} and {two}').format(one=who[0], two=who[1])}"
        if len(who) == 2
        else (": ".join([what, *who]))
    )
    dead = event["fatalities"]
    unknown = translate("Ruling", "fatalities not known")
    known = translate("Ruling", "fatalities: {n}").format(n=number(dead))
    return f"{text}; {unknown if dead is None or dead != dead else known}"
