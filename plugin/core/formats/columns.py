# SPDX-License-Identifier: GPL-2.0-or-later
"""Any table, by a mapping of its columns: canonical column -> column of the file.

A mapping is what the user gives (the COLUMNS parameter, JSON) laid over what can be guessed. Its values are names of
columns, #3 for the third column, =Mali for a value that holds for every row, and #row, for event_id only, for the
number of the row. A null leaves a canonical column out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..column_guess import Guess, guess_columns
from ..errors import FlashpointsError
from ..headers import listed, position_of, shown
from ..schema import COLUMN_NAMES, DERIVED_COLUMNS
from ..text import translate
from .form import Format

ROW_NUMBER = "#row"
CONSTANT = "="
REQUIRED = ("event_id", "event_date", "event_type", "latitude", "longitude")
OWN_DATASET = "Other"
_ACLED_ID = re.compile(r"[A-Z]{3}\d+$", re.ASCII)

MAPPABLE = tuple(name for name in COLUMN_NAMES if name not in DERIVED_COLUMNS or name == "dataset")
"""Canonical columns that a mapping may name."""

FORMAT = Format(
    id="columns",
    dataset=OWN_DATASET,
    title=lambda: translate("Formats", "A table, by its columns"),
    columns={name: (name,) for name in MAPPABLE},
    required=REQUIRED,
)


@dataclass(frozen=True)
class Mapped:
    """Where the canonical columns are: positions in the file, values for every row, and what was guessed."""

    positions: dict[str, int] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    guesses: dict[str, Guess] = field(default_factory=dict)


def parse_mapping(text: str | None) -> dict[str, str | None]:
    """The COLUMNS parameter as a mapping; empty text is an empty one.

    Raises
    ------
    FlashpointsError : when it is no JSON object of texts.
    """
    if not (text or "").strip():
        return {}
    try:
        mapping = json.loads(text or "")
    except (json.JSONDecodeError, RecursionError) as error:
        raise _bad_mapping(translate("Columns", "It is no JSON: {reason}.").format(reason=error)) from error
    if not isinstance(mapping, dict) or not all(
        value is None or isinstance(value, str) for value in mapping.values()
    ):
        raise _bad_mapping(translate("Columns", "It is no JSON object of texts."))
    return mapping


def map_columns(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    mapping: Mapping[str, str | None],
    guess: bool = True,
) -> Mapped:
    """Lay a mapping over the guesses.

    Raises
    ------
    FlashpointsError : when it names a canonical column or a column of the file that does not exist.
    """
    unknown = [name for name in mapping if name not in MAPPABLE]
    if unknown:
        raise _bad_mapping(
            translate("Columns", "There is no canonical column {names}.").format(names=listed(unknown)),
            translate("Columns", "Choose from: {names}.").format(names=", ".join(MAPPABLE)),
        )
    found = Mapped()
    for canonical, column in mapping.items():
        if not column:
            continue
        numbered = canonical == "event_id" and column == ROW_NUMBER
        constant = column not in header and (column.startswith(CONSTANT) or numbered)
        position = None if constant else position_of(header, column)  # =Mali does not mean a column Mali
        if position is not None:
            found.positions[canonical] = position
        elif constant:
            found.constants[canonical] = column.removeprefix(CONSTANT).strip()
        else:
            raise _bad_mapping(
                translate("Columns", "The file has no column “{name}”.").format(name=shown(column)),
                translate("Columns", "It has: {names}.").format(names=listed(header)),
            )
    if guess:
        used = set(found.positions.values())
        for canonical, one in guess_columns(header, rows).items():
            if canonical not in mapping and one.position not in used:
                found.positions[canonical] = one.position
                found.guesses[canonical] = one
    return found


def dataset_of(ids: Sequence[str]) -> str:
    """The source that ids speak for: ACLED's are three letters and a number; else a file of the user's own."""
    acled = sum(bool(_ACLED_ID.match(text)) for text in ids)
    return "ACLED" if ids and acled >= 0.9 * len(ids) else OWN_DATASET


def explain(found: Mapped, header: Sequence[str]) -> list[str]:
    """What was mapped and why, in sentences."""
    given = [
        f"{name} = {shown(header[position])}"
        for name, position in found.positions.items()
        if name not in found.guesses
    ]
    given += [f"{name} = {shown(value)}" for name, value in found.constants.items()]
    sentences = [translate("Columns", "As given: {names}.").format(names="; ".join(given))] if given else []
    if found.guesses:
        guessed = "; ".join(
            f"{name} = {shown(one.column)} ({one.why})" for name, one in found.guesses.items()
        )
        sentences.append(translate("Columns", "Guessed: {names}.").format(names=guessed))
    if found.constants.get("event_id") == ROW_NUMBER:
        sentences.append(
            translate("Columns", "The events are known by their row numbers only: no update can follow them.")
        )
    return sentences


def missing_columns(found: Mapped) -> list[str]:
    """The canonical columns without which no row is an event."""
    return [name for name in REQUIRED if name not in found.positions and name not in found.constants]


def _bad_mapping(what: str, remedy: str = "") -> FlashpointsError:
    example = translate("Columns", "Give it like this: {example}.").format(
        example='{"event_date": "date", "country": "=Mali"}'
    )
    return FlashpointsError(what, "COLUMNS", remedy or example)
