# SPDX-License-Identifier: GPL-2.0-or-later
"""Towns by name, and the name of a point that is one of them; numbers of kilometres as people write them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import FlashpointsError
from .geodesy import distances_km
from .resources import RESOURCES
from .selection import split_list
from .text import translate
from .zones import read_table

_NEAR_KM = 1.0


@dataclass(frozen=True)
class Place:
    """A town: longitude and latitude in degrees; label_fr : its French name where that is another one."""

    name: str
    country: str
    admin1: str
    kind: str
    longitude: float
    latitude: float
    label_fr: str = ""


def load_places() -> list[Place]:
    """The towns of resources/places.csv."""
    columns = ("name", "country", "admin1", "kind", "longitude", "latitude", "label_fr")
    rows = read_table(RESOURCES / "places.csv", columns)
    return [
        Place(
            row["name"],
            row["country"],
            row["admin1"],
            row["kind"],
            float(row["longitude"]),
            float(row["latitude"]),
            row["label_fr"],
        )
        for row in rows
    ]


def name_of_point(longitude: float, latitude: float) -> str:
    """The town within a kilometre of a point; else the coordinates themselves."""
    places = load_places()
    away = distances_km(
        longitude, latitude, np.array([p.longitude for p in places]), np.array([p.latitude for p in places])
    )
    nearest = int(np.argmin(away))
    return places[nearest].name if away[nearest] <= _NEAR_KM else f"{latitude:.4f}, {longitude:.4f}"


def parse_kilometres(text: str, name: str) -> list[float]:
    """Positive numbers of kilometres that commas or semicolons separate, each once.

    Raises
    ------
    FlashpointsError : when there is none, or one of them is no number above 0.
    """
    values = []
    for part in split_list(text.replace(",", ";")):
        try:
            value = float(part)
        except ValueError:
            value = np.nan
        if not (np.isfinite(value) and value > 0):
            raise FlashpointsError(
                translate("Places", "“{text}” is not a distance.").format(text=part),
                name,
                translate("Places", "Give numbers of kilometres above 0, such as 50,100,150."),
            )
        values.append(value)
    if not values:
        raise FlashpointsError(
            translate("Places", "No distance is given."),
            name,
            translate("Places", "Give kilometres, such as 50,100,150."),
        )
    return sorted(set(values))
