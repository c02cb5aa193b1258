# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of old and foreign files in today's: event types, disorder types, spellings.

The words are tables of `resources/`: event_types.csv, disorder_types.csv, spellings.csv.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from .actor_names import inter_code
from .checks import ByValue
from .resources import RESOURCES
from .schema import EVENT_TYPES
from .text import translate
from .zones import fold, read_table


@dataclass(frozen=True)
class EventType:
    """What a file's word for a type means.

    name : one of the six, None where the kind of actor decides; sub_type : where the word says one;
    original : the file's word where it is none of the six; by_inter : inter code -> name.
    """

    name: str | None = None
    sub_type: str | None = None
    original: str | None = None
    by_inter: Mapping[int, str] = field(default_factory=dict)


UNKNOWN = EventType()


@functools.lru_cache(maxsize=1)
def _type_table() -> dict[str, EventType]:
    """Folded word -> what it means."""
    table: dict[str, EventType] = {fold(name): EventType(name) for name in EVENT_TYPES}
    divided: dict[str, dict[int, str]] = {}
    for row in read_table(RESOURCES / "event_types.csv", ("name", "event_type", "sub_event_type", "inter")):
        word = fold(row["name"])
        if row["inter"]:
            divided.setdefault(word, {})[int(row["inter"])] = row["event_type"]
        else:
            table.setdefault(word, EventType(row["event_type"], row["sub_event_type"] or None))
    return {**table, **{word: EventType(by_inter=names) for word, names in divided.items()}}


def meaning(text: str) -> EventType:
    """What a file's word for a type means; UNKNOWN for a word that no row of the table has."""
    found = _type_table().get(fold(text))
    if found is None:
        return UNKNOWN
    word = " ".join(text.split())
    original = None if found.name is not None and fold(word) == fold(found.name) else word
    return EventType(found.name, found.sub_type, original, found.by_inter)


def event_types(word: Callable[[str], str] = str) -> ByValue:
    """A converter from text to EventType; `word` gives the word for what the file writes."""

    def convert(text: str) -> tuple[EventType, str]:
        if not text:
            return UNKNOWN, translate("Rows", "no event_type")
        found = meaning(word(text))
        return found, "" if found is not UNKNOWN else translate("Rows", "event_type is not a known type")

    return ByValue(convert)


def resolve_types(values: dict[str, np.ndarray]) -> np.ndarray | None:
    """Put names in the place of the EventTypes in `values["event_type"]`, with the sub-type and the original.

    Needs inter1 and inter2, which decide between riots and protests. Returns problems, or None for none.
    """
    types: list[EventType] = values["event_type"].tolist()
    names = np.empty(len(types), dtype=object)
    names[:] = [found.name for found in types]
    values["event_type"] = names
    values["original_event_type"] = np.full(len(types), None, dtype=object)
    originals = [found.original for found in types]
    if originals.count(None) == len(originals):
        return None
    values["original_event_type"][:] = originals
    _fill_sub_types(values["sub_event_type"], types)
    return _divide(values, types)


def _fill_sub_types(sub_types: np.ndarray, types: list[EventType]) -> None:
    for row, found in enumerate(types):
        if found.sub_type and sub_types[row] is None:
            sub_types[row] = found.sub_type


def _divide(values: dict[str, np.ndarray], types: list[EventType]) -> np.ndarray | None:
    """Give the types that the kind of actor decides; side 1 is asked first."""
    rows = [row for row, found in enumerate(types) if found.by_inter]
    unclear = []
    for row in rows:
        codes = (inter_code(values[name][row] or "") for name in ("inter1", "inter2"))
        values["event_type"][row] = next(
            (types[row].by_inter[c] for c in codes if c in types[row].by_inter), None
        )
        if values["event_type"][row] is None:
            unclear.append(row)
    if not unclear:
        return None
    problems = np.full(len(types), "", dtype=object)
    sentence = translate("Rows", "the type {name} is divided by inter1 or inter2, which do not say")
    for row in unclear:
        problems[row] = sentence.format(name=types[row].original)
    return problems


@functools.lru_cache(maxsize=1)
def _disorder_table() -> dict[tuple[str, str], str]:
    rows = read_table(RESOURCES / "disorder_types.csv", ("event_type", "sub_event_type", "disorder_type"))
    return {(row["event_type"], fold(row["sub_event_type"])): row["disorder_type"] for row in rows}


def disorder_type(event_type: str | None, sub_type: str | None) -> str | None:
    """The disorder type that follows from the type and the sub-type; None where it does not (riots of no kind)."""
    table = _disorder_table()
    return table.get((event_type or "", fold(sub_type))) or table.get((event_type or "", ""))


@functools.lru_cache(maxsize=1)
def _spelling_table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table(RESOURCES / "spellings.csv", ("column", "found", "meant")):
        table.setdefault(row["column"], {})[fold(row["found"])] = row["meant"]
    return table


def spelling(column: str) -> Callable[[str], str]:
    """A function that puts a source's known slips in one column right, and leaves other text alone."""
    known = _spelling_table().get(column)
    return (lambda text: known.get(fold(text), text)) if known else str
