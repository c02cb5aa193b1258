# SPDX-License-Identifier: GPL-2.0-or-later
"""From what a layer shows to its classes and places: read in any thread, shown in the one of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from qgis.core import QgsVectorLayer

from ..core.event_look import NOTHING, EventLook
from .event_tally import EventCounter, ShownEvents
from .layer_look import is_as_made, keep_mark
from .loading import load_actors
from .look_classes import LookClass, LookTables, look_classes
from .places_layer import COLUMNS, fill_places, places_of
from .styles_events import look_tables
from .styles_places import style_places


@dataclass
class Counted:
    """The events that show, the tables they are named by, their classes, and their places where the look has them."""

    shown: ShownEvents
    tables: LookTables
    classes: list[LookClass]
    places: pd.DataFrame | None


@dataclass(frozen=True)
class Drawn:
    """How the events of a layer are coloured: by value of a column, and all the rest; None: they are not drawn."""

    colours: Mapping[str, str]
    rest: str | None
    present: frozenset[str]

    @classmethod
    def of(cls, counted: Counted) -> Drawn:
        """By the classes that were counted."""
        colours = {value: one.colour for one in counted.classes for value in one.values}
        rest = next((one.colour for one in counted.classes if not one.values), None)
        column = counted.classes[0].column if counted.classes else ""
        tally = counted.shown.tally
        return cls(colours, rest, frozenset(tally.types if column == "event_type" else tally.groups))

    def draws_otherwise(self, now: Drawn) -> bool:
        """Whether events that are there now have another colour than these classes give them."""
        return any(self.colours.get(one, self.rest) != now.colours.get(one, now.rest) for one in now.present)


def read_shown(counter: EventCounter) -> tuple[ShownEvents, LookTables]:
    """What a layer shows and the tables of its store; in any thread.

    Raises
    ------
    FlashpointsError : the layer or its store cannot be read.
    """
    return counter.read(*COLUMNS), look_tables(load_actors(counter.source))


def counted(shown: ShownEvents, tables: LookTables, look: EventLook) -> Counted:
    """The classes of a look for what a layer shows, and its places where the look asks for them; in any thread."""
    classes = look_classes(look, tables, shown.tally)
    places = places_of(shown, classes) if look.afar != NOTHING else None
    return Counted(shown, tables, classes, places)


def show_places(layer: QgsVectorLayer, look: EventLook, answer: Counted, *, force: bool = True) -> None:
    """Fill a layer of places and style it; without force a style that somebody has edited by hand stays."""
    if answer.places is not None:
        fill_places(layer, answer.places)
        most = int(answer.places["events"].max()) if len(answer.places) else 1
        if force or is_as_made(layer):
            style_places(layer, look.afar, answer.classes, most)
            keep_mark(layer)
