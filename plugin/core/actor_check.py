# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything that is wrong with an edited table of actors, row by row: nobody mends it one message at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .actor_names import INTER_CODES, read_rule
from .actor_patterns import repeats_repeats, slow_name
from .actors import OTHER, ActorTable
from .errors import FlashpointsError
from .text import translate

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_ID = re.compile(r"[^;+\s]+")
_WHOLE = re.compile(r"-?[0-9]+")
_DESCRIPTION = ("label", "label_fr", "umbrella", "family", "colour", "order")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    row : position in the table's rows, None for one that is about a family or the whole table; group, family : the
    id it is about; column : the cell.
    """

    what: str
    remedy: str = ""
    row: int | None = None
    group: str = ""
    family: str = ""
    column: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong and what would be right."""
        return f"{self.what} {self.remedy}".strip()


def problems(
    rows: Sequence[Mapping[str, str]],
    families: Sequence[Mapping[str, str]],
    known: Iterable[str] = (),
) -> list[Problem]:
    """Return all problems of a table as ActorTable takes it, in the order of its rows; none when it can be used.

    known : the ids of the families that there are; others cannot be added, as selections and recipes name them.
    """
    ids = set(known) or {row["family"] for row in families}
    found = [*_of_families(families, ids)]
    for number, row in enumerate(rows):
        found += _of_row(number, row, ids, {one["group"] for one in rows})
    found += _of_groups(rows)
    if not found:
        try:
            ActorTable(rows, families)
        except FlashpointsError as error:
            found.append(Problem(error.what, error.remedy))
    return found


def pattern_problem(row: Mapping[str, str]) -> str:
    """Return what is wrong with the cells of one row that find names; "" when nothing is."""
    return next((one.sentence for one in _of_pattern(0, row)), "")


def slow_pattern(row: Mapping[str, str], names: Iterable[str], number: int | None = None) -> Problem | None:
    """Return the problem of a pattern that takes too long on one of some names."""
    name = slow_name(re.compile(row["pattern"], re.IGNORECASE), names) if row["pattern"] else None
    if name is None:
        return None
    text = translate("Actor check", "The pattern takes too long on “{name}”.").format(name=name)
    return Problem(text, _simpler(), number, row["group"], column="pattern")


def _simpler() -> str:
    return translate("Actor check", "Write it with fewer signs such as * and +.")


def _of_families(families: Sequence[Mapping[str, str]], known: set[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for row in families:
        one = row["family"]
        if one in seen:
            text = translate("Actor check", "The family {name} stands twice.").format(name=one)
            yield Problem(text, family=one)
        if one not in known:
            yield _no_family(one, known, None, "")
        seen.add(one)
        for problem in (
            _colour_problem(row["colour"], needed=True),
            _order_problem(row["order"], needed=True),
        ):
            if problem:
                yield Problem(problem, family=one)
    for one in sorted(known - seen):
        text = translate("Actor check", "The family {name} is missing.").format(name=one)
        yield Problem(text, family=one)


def _of_row(number: int, row: Mapping[str, str], families: set[str], groups: set[str]) -> Iterator[Problem]:
    group = row["group"]
    if not _ID.fullmatch(group):
        yield Problem(
            translate("Actor check", "“{name}” cannot be the id of a group.").format(name=group),
            translate("Actor check", "Use letters, digits and underscores."),
            number,
            group,
            column="group",
        )
    if row["family"] and row["family"] not in families:
        yield _no_family(row["family"], families, number, group)
    if row["umbrella"] and (row["umbrella"] not in groups or row["umbrella"] == group):
        text = translate("Actor check", "The group {group} cannot stand under “{name}”.")
        yield Problem(
            text.format(group=group, name=row["umbrella"]),
            translate("Actor check", "Give the id of another group, or leave it empty."),
            number,
            group,
            column="umbrella",
        )
    for column, problem in (
        ("colour", _colour_problem(row["colour"])),
        ("order", _order_problem(row["order"])),
    ):
        if problem:
            yield Problem(problem, "", number, group, column=column)
    yield from _of_pattern(number, row)


def _of_pattern(number: int, row: Mapping[str, str]) -> Iterator[Problem]:
    group = row["group"]
    codes = row["inter"].split("|") if row["inter"] else []
    if not all(code.isdecimal() and len(code) == 1 and int(code) < INTER_CODES for code in codes):
        yield Problem(
            translate("Actor check", "“{text}” are no codes of the kind of actor.").format(text=row["inter"]),
            translate("Actor check", "Write 0 to 8, several as 2|3."),
            number,
            group,
            column="inter",
        )
        return
    try:
        read_rule(row, 0, "")
    except FlashpointsError as error:
        yield Problem(error.what, error.remedy, number, group, column="pattern")
        return
    if repeats_repeats(row["pattern"]):
        text = translate("Actor check", "A repeat inside a repeat, such as (a+)+, can take for ever.")
        yield Problem(text, _simpler(), number, group, column="pattern")
    if row["start"] and row["end"] and row["start"] > row["end"]:
        text = translate("Actor check", "The end {end} lies before the start {start}.")
        yield Problem(text.format(start=row["start"], end=row["end"]), "", number, group, column="end")


def _of_groups(rows: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    described: dict[str, dict[str, str]] = {}
    for number, row in enumerate(rows):
        cells = described.setdefault(row["group"], dict.fromkeys(_DESCRIPTION, ""))
        for name in _DESCRIPTION:
            if row[name] and cells[name] and row[name] != cells[name]:
                text = translate(
                    "Actor check", "The group {group} has two values of {column}: {one} and {two}."
                )
                yield Problem(
                    text.format(group=row["group"], column=name, one=cells[name], two=row[name]),
                    translate("Actor check", "Fill the cell in one row of the group only."),
                    number,
                    row["group"],
                    column=name,
                )
            cells[name] = cells[name] or row[name]
    for group, cells in described.items():
        if not cells["family"]:
            text = translate("Actor check", "The group {group} belongs to no family.")
            yield Problem(text.format(group=group), group=group, column="family")
        if not cells["order"]:
            text = translate("Actor check", "The group {group} has no order.")
            yield Problem(text.format(group=group), group=group, column="order")
    if described.get(OTHER, {}).get("family") != OTHER:
        text = translate("Actor check", "The group {name} of the family {name} is missing.").format(
            name=OTHER
        )
        yield Problem(text, translate("Actor check", "It is where names without a group go."), group=OTHER)


def _no_family(name: str, known: set[str], number: int | None, group: str) -> Problem:
    return Problem(
        translate("Actor check", "There is no family “{name}”.").format(name=name),
        translate("Actor check", "The families are: {names}.").format(names=", ".join(sorted(known))),
        number,
        group,
        name,
        "family",
    )


def _colour_problem(text: str, needed: bool = False) -> str:
    if _COLOUR.fullmatch(text) or (not text and not needed):
        return ""
    return translate("Actor check", "“{text}” is no colour; write one as #D55E00.").format(text=text)


def _order_problem(text: str, needed: bool = False) -> str:
    if _WHOLE.fullmatch(text) or (not text and not needed):
        return ""
    return translate("Actor check", "The order “{text}” is not a whole number.").format(text=text)
