# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of an event that a ruling can correct: their names, what they can take, and their values as text."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from . import checks, vocabulary
from .actor_names import inter_code
from .dates import iso_date
from .errors import FlashpointsError
from .resources import RESOURCES
from .schema import CIVILIAN_TARGETING, DATE, EVENT_TYPES, INTEGER, KINDS
from .text import translate
from .zones import fold, read_table

POINT, EXCLUDE = "point", "exclude"
"""Fields of rulings that are no column: latitude and longitude together, and leaving an event out."""
RULABLE = (
    "event_date", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2",
    "inter2", "admin1", "location", POINT, "geo_precision", "fatalities", "civilian_targeting", EXCLUDE,
)  # fmt: skip
YES = "1"
_MOST_FATALITIES = 10**9
_FIRST_YEAR, _LAST_YEAR = 1700, 2200  # what pandas can hold in nanoseconds, rounded
_PAIR = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*(?:[,;]|\s)\s*([+-]?\d+(?:\.\d+)?)\s*", re.ASCII)
_COMMA_PAIR = re.compile(r"\s*([+-]?\d+(?:,\d+)?)\s*(?:;|\s)\s*([+-]?\d+(?:,\d+)?)\s*", re.ASCII)


def field_label(field: str) -> str:
    """A field in words."""
    labels = {
        "event_date": translate("Rulings", "Date"),
        "event_type": translate("Rulings", "Event type"),
        "sub_event_type": translate("Rulings", "Sub-event type"),
        "actor1": translate("Rulings", "Actor 1"),
        "assoc_actor_1": translate("Rulings", "Associates of actor 1"),
        "inter1": translate("Rulings", "Kind of actor 1 (code 1 to 8)"),
        "actor2": translate("Rulings", "Actor 2"),
        "assoc_actor_2": translate("Rulings", "Associates of actor 2"),
        "inter2": translate("Rulings", "Kind of actor 2 (code 1 to 8)"),
        "admin1": translate("Rulings", "Region (admin 1)"),
        "location": translate("Rulings", "Name of the place"),
        POINT: translate("Rulings", "Place: latitude, longitude"),
        "geo_precision": translate("Rulings", "Precision of the place (1 to 3)"),
        "fatalities": translate("Rulings", "Fatalities"),
        "civilian_targeting": translate("Rulings", "Civilians targeted"),
        EXCLUDE: translate("Rulings", "Leave the event out"),
    }
    return labels.get(field, field)


def choices(field: str, event_type: str = "") -> tuple[str, ...]:
    """The values that a field can take, or the usual ones; () where it is free. "" is one: none, or not known."""
    if field == "event_type":
        return EVENT_TYPES
    if field == "sub_event_type":
        return tuple(name for name, of in _sub_types().values() if not event_type or of == event_type)
    few = {
        "geo_precision": ("1", "2", "3"),
        "civilian_targeting": (CIVILIAN_TARGETING, ""),
        EXCLUDE: (YES,),
    }
    return few.get(field, ())


def canonical(field: str, text: str, where: str = "") -> str:
    """A value as it is stored.

    Raises
    ------
    FlashpointsError : the field cannot take it.
    """
    value, problem = _READERS.get(field, _text_reader(field))(" ".join(text.split()))
    if problem:
        raise FlashpointsError(
            translate("Rulings", "{field}: “{text}” cannot be: {problem}.").format(
                field=field_label(field), text=text, problem=problem
            ),
            where,
            _remedy(field),
        )
    return value


def source_text(field: str, event: Mapping[str, Any]) -> str:
    """What the source says of a field, as text.

    event : the canonical columns of one event; dates as datetime, text or None, unknown numbers None or NaN.
    """
    if field == EXCLUDE:
        return ""
    if field == POINT:
        latitude, longitude = event.get("latitude"), event.get("longitude")
        return "" if _missing(latitude) or _missing(longitude) else point_text(latitude, longitude)
    value = event.get(field)
    if _missing(value):
        return ""
    if KINDS[field] == DATE:
        return str(value)[:10]
    return str(int(float(str(value)))) if KINDS[field] == INTEGER else str(value)


def point_text(latitude: Any, longitude: Any) -> str:
    """A place as the text of a ruling: latitude, longitude in degrees."""
    return f"{_degrees(float(latitude))}, {_degrees(float(longitude))}"


def point_of(text: str) -> tuple[float, float]:
    """Latitude and longitude of a canonical text."""
    latitude, _, longitude = text.partition(",")
    return float(latitude), float(longitude)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def _degrees(value: float) -> str:
    """Ten decimals, a hundredth of a millimetre, and none that say nothing."""
    return f"{round(value, 10) + 0.0:.10f}".rstrip("0").rstrip(".")


@functools.lru_cache(maxsize=1)
def _sub_types() -> dict[str, tuple[str, str]]:
    """Folded sub-event type -> its spelling and its event type."""
    rows = read_table(RESOURCES / "sub_event_types.csv", ("sub_event_type", "event_type"))
    return {fold(row["sub_event_type"]): (row["sub_event_type"], row["event_type"]) for row in rows}


def type_of_sub_type(sub_type: str) -> str:
    """The event type that a sub-event type belongs to; "" for one that no type is known of."""
    return _sub_types().get(fold(sub_type), ("", ""))[1]


# what each field can take: from tidy text to (canonical text, what is wrong with it)

_Reader = Callable[[str], "tuple[str, str]"]


def _text_reader(field: str) -> _Reader:
    spelling = vocabulary.spelling(field)
    return lambda text: (spelling(text), "")


def _date(text: str) -> tuple[str, str]:
    found = iso_date(text) or ""
    if found and not _FIRST_YEAR <= int(found[:4]) <= _LAST_YEAR:
        return "", translate("Rulings", "it is out of range")
    return found, "" if found else translate("Rulings", "it is not a date")


def _event_type(text: str) -> tuple[str, str]:
    found = vocabulary.meaning(text).name
    return found or "", "" if found else translate("Rulings", "it is not an event type")


def _sub_type(text: str) -> tuple[str, str]:
    spelt = vocabulary.spelling("sub_event_type")(text)
    return _sub_types().get(fold(spelt), (spelt, ""))[0], ""


def _inter(text: str) -> tuple[str, str]:
    return text, "" if not text or inter_code(text) else translate("Rulings", "it is not a code")


def _number_reader(field: str, low: int, high: int) -> _Reader:
    convert = checks.integers(field, low, high)

    def read(text: str) -> tuple[str, str]:
        values, problems = convert([text])
        if problems is not None:
            return "", str(problems[0])
        return "" if values[0] is None else str(values[0]), ""

    return read


def _point(text: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(text) or _COMMA_PAIR.fullmatch(text)
    if not found:
        return "", translate("Rulings", "it is not a place")
    latitude, longitude = (round(float(part.replace(",", ".")), 10) + 0.0 for part in found.groups())
    if abs(latitude) > 90 or abs(longitude) > 180:
        return "", translate("Rulings", "it is nowhere on Earth")
    if latitude == 0 and longitude == 0:
        return "", translate("Rulings", "latitude and longitude are both 0")
    return point_text(latitude, longitude), ""


def _targeting(text: str) -> tuple[str, str]:
    if not text or fold(vocabulary.spelling("civilian_targeting")(text)) == fold(CIVILIAN_TARGETING):
        return CIVILIAN_TARGETING if text else "", ""
    return "", translate("Rulings", "it is neither “Civilian targeting” nor empty")


def _exclude(text: str) -> tuple[str, str]:
    return YES, "" if text == YES else translate("Rulings", "only 1 leaves an event out")


_READERS: dict[str, _Reader] = {
    "event_date": _date,
    "event_type": _event_type,
    "sub_event_type": _sub_type,
    "inter1": _inter,
    "inter2": _inter,
    POINT: _point,
    "geo_precision": _number_reader("geo_precision", 1, 3),
    "fatalities": _number_reader("fatalities", 0, _MOST_FATALITIES),
    "civilian_targeting": _targeting,
    EXCLUDE: _exclude,
}


def _remedy(field: str) -> str:
    if field == "event_date":
        return translate("Rulings", "Write year, month and day, such as 2023-06-30.")
    if field == POINT:
        return translate("Rulings", "Write latitude, longitude in degrees, such as 12.6392, -8.0029.")
    if field in ("inter1", "inter2"):
        return translate("Rulings", "Write 1 to 8, or leave it empty.")
    named = [f"“{name}”" for name in choices(field) if name]
    if named:
        return translate("Rulings", "Choose one of: {names}.").format(names=", ".join(named))
    return translate("Rulings", "Write a whole number, or leave it empty where it is not known.")
