# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of actors as one CSV file: its rows, and a row without group for each family.

Cells that a spreadsheet would take for a formula get an apostrophe in front, which is taken off again at reading. The
file of the plugin itself, which has no rows of families, is read as well.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .actors import ActorTable
from .errors import FlashpointsError
from .spreadsheets import guarded, unguarded
from .text import number, translate
from .textfile import inspect

COLUMNS = (*ActorTable.COLUMNS, "non_state_armed")
NEEDED = ("pattern", "group", "family")
_FAMILY = ActorTable.FAMILY_COLUMNS
_BLOCK = 10_000
_STEP = 10


@dataclass(frozen=True)
class ActorFile:
    """A file that was read. lines : of each row the line in the file; notes : what was left out or added."""

    rows: list[dict[str, str]]
    families: list[dict[str, str]]
    lines: list[int]
    notes: list[str] = field(default_factory=list)


def write_actor_file(
    path: Path, rows: Sequence[Mapping[str, str]], families: Sequence[Mapping[str, str]]
) -> None:
    """Write rows and families as ActorTable has them; UTF-8 with a byte order mark, which spreadsheets want.

    Raises
    ------
    FlashpointsError : the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for row in (*families, *rows):
                writer.writerow([guarded(row.get(name, "")) for name in COLUMNS])
    except OSError as error:
        raise FlashpointsError(
            translate("Actor file", "The table cannot be written: {reason}.").format(reason=error.strerror),
            str(path),
            translate("Actor file", "Close it in other programs, or choose another folder."),
        ) from error


def read_actor_file(path: Path, families: Sequence[Mapping[str, str]]) -> ActorFile:
    """Read a table; columns in any order, separated by commas, semicolons or tabs, in any usual encoding.

    families : hold where the file says nothing of a family. Whether the table can be used, `actor_check.problems`
    tells.

    Raises
    ------
    FlashpointsError : no text table, a column is missing, or a line has too many or too few cells.
    """
    file = inspect(path)
    header = [name.strip().lower() for name in file.header]
    _check_header(header, path)
    rows: list[dict[str, str]] = []
    lines: list[int] = []
    own: dict[str, dict[str, str]] = {row["family"]: dict(row) for row in families}
    for block in file.blocks(_BLOCK):
        if block.misfits:
            raise _misfit(path, block.misfits[0][0], len(header))
        for index, line in enumerate(block.numbers):
            cells = dict(zip(header, (unguarded(text.strip()).strip() for text in block.fields(index))))
            row = {name: cells.get(name, "") for name in COLUMNS}
            if row["family"] and not (row["group"] or row["pattern"] or row["inter"]):
                filled = {name: row[name] for name in _FAMILY if name in header}
                own[row["family"]] = {**dict.fromkeys(_FAMILY, ""), **own.get(row["family"], {}), **filled}
            elif any(row.values()):
                rows.append({name: row[name] for name in ActorTable.COLUMNS})
                lines.append(line)
    notes = [_unknown(header)] if set(header) - set(COLUMNS) else []
    if "order" not in header:
        _number(rows)
        notes.append(translate("Actor file", "There is no column “order”: the groups keep the file's order."))
    return ActorFile(rows, list(own.values()), lines, notes)


def _check_header(header: Sequence[str], path: Path) -> None:
    missing = [name for name in NEEDED if name not in header]
    twice = sorted({name for name in header if header.count(name) > 1 and name in COLUMNS})
    if missing:
        text = translate("Actor file", "This is no table of actors: it lacks the columns {names}.")
        raise FlashpointsError(
            text.format(names=", ".join(missing)),
            str(path),
            translate("Actor file", "Its columns are: {names}.").format(names=", ".join(COLUMNS)),
        )
    if twice:
        raise FlashpointsError(
            translate("Actor file", "The column {name} stands twice.").format(name=twice[0]),
            str(path),
            translate("Actor file", "Take one of them out."),
        )


def _misfit(path: Path, line: int, width: int) -> FlashpointsError:
    return FlashpointsError(
        translate("Actor file", "Line {line} does not have {n} cells as the first line has.").format(
            line=line, n=number(width)
        ),
        str(path),
        translate(
            "Actor file", "Save the table as CSV from a spreadsheet, which puts quotes where they belong."
        ),
    )


def _unknown(header: Sequence[str]) -> str:
    names = ", ".join(name for name in header if name not in COLUMNS)
    return translate("Actor file", "Columns that mean nothing here are left out: {names}.").format(
        names=names
    )


def _number(rows: Sequence[dict[str, str]]) -> None:
    """Rank the groups as they come."""
    for position, group in enumerate(dict.fromkeys(row["group"] for row in rows), start=1):
        first = next(row for row in rows if row["group"] == group)
        first["order"] = str(position * _STEP)
