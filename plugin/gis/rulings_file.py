# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings as a CSV file: for a colleague, an archive, or another store of the same events.

Text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken off again on the way in.
"""

from __future__ import annotations

import csv
import datetime
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..core.errors import FlashpointsError
from ..core.rulings import Ruling, check, in_force
from ..core.rulings_fields import field_label, source_text
from ..core.spreadsheets import guarded, unguarded
from ..core.text import number, translate
from .rulings import COLUMNS, insert, now, of_texts, read, writing
from .rulings_events import events_of

_NEEDED = ("event_id", "field", "value", "reason", "author")


@dataclass
class Imported:
    """What became of the rows of a file: added + withdrawn + already_there + refused = rows read.

    added : now in the store; withdrawn : those there that the file has as withdrawn; refused : line and reason;
    without_event : of the added, those on events that the store does not hold.
    """

    added: int = 0
    withdrawn: int = 0
    already_there: int = 0
    without_event: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        """The rows of the file."""
        return self.added + self.withdrawn + self.already_there + len(self.refused)

    def sentences(self) -> list[str]:
        """What to tell the user."""
        text = translate(
            "Rulings",
            "{read} rows read = {added} added + {withdrawn} withdrawn + {there} already there + {refused} refused.",
        )
        said = [
            text.format(
                read=number(self.read), added=number(self.added), withdrawn=number(self.withdrawn),
                there=number(self.already_there), refused=number(len(self.refused)),
            )
        ]  # fmt: skip
        if self.without_event:
            text = translate(
                "Rulings", "{n} are on events that this store does not hold; they wait for them."
            )
            said.append(text.format(n=number(self.without_event)))
        line = translate("Rulings", "Line {n}: {reason}")
        return [*said, *(line.format(n=number(row), reason=reason) for row, reason in self.refused)]


def export_rulings(store: Path, target: Path) -> int:
    """Write all rulings of a store, withdrawn ones too. Returns how many.

    Raises
    ------
    FlashpointsError : the store cannot be read, or the file not be written.
    """
    rulings = read(store)
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            writer.writerows([guarded(str(getattr(one, name) or "")) for name in COLUMNS] for one in rulings)
    except OSError as error:
        raise FlashpointsError(
            translate("Rulings", "The rulings cannot be written: {reason}.").format(reason=error.strerror),
            str(target),
            translate("Rulings", "Choose a folder that you may write to."),
        ) from error
    return len(rulings)


def import_rulings(store: Path, source: Path) -> Imported:
    """Add the rulings of a file to a store, in one transaction. No row is dropped in silence.

    A ruling that the store has already stays one; a newer ruling on the same field of the same event wins over an
    older one, whichever of the two is in the file.

    Raises
    ------
    FlashpointsError : the file is no list of rulings, or the store cannot be written.
    """
    rows = _rows(source)
    with writing(store) as connection:
        frame = events_of(store, [row["event_id"] for _, row in rows])
        importer = _Importer(
            connection, read(store), {row["event_id"]: row for row in frame.to_dict("records")}
        )
        for line, row in rows:
            try:
                importer.take(row)
            except FlashpointsError as error:
                importer.done.refused.append((line, str(error)))
    return importer.done


class _Importer:
    """Takes rows one by one, and counts what becomes of them."""

    def __init__(
        self, connection: sqlite3.Connection, there: Sequence[Ruling], events: dict[str, dict[str, Any]]
    ) -> None:
        self.done = Imported()
        self._connection, self._events = connection, events
        self._known = {_key(one): one for one in there}
        self._holding = {(one.event_id, one.field): one for one in in_force(there)}

    def take(self, row: dict[str, str]) -> None:
        """Add one row, or see that it is there. Raises FlashpointsError when it cannot be taken."""
        ruling = _ruling(row)
        event = self._events.get(ruling.event_id)
        if "source_value" not in row and event is not None:
            ruling = replace(ruling, source_value=source_text(ruling.field, event))
        there = self._known.get(_key(ruling))
        if there is not None:
            self._meet(there, ruling)
            return
        place = ruling.event_id, ruling.field
        holding = self._holding.get(place)
        if ruling.in_force and holding is not None and holding.made_at > ruling.made_at:
            raise FlashpointsError(
                translate("Rulings", "A newer ruling on {field} is in force.").format(
                    field=field_label(ruling.field)
                ),
                ruling.event_id,
            )
        made = insert(self._connection, ruling)
        if made.in_force:
            self._holding[place] = made
            if holding is not None:
                self._known[_key(holding)] = replace(holding, withdrawn_at=made.made_at)
        self._known[_key(made)] = made
        self.done.added += 1
        self.done.without_event += event is None

    def _meet(self, there: Ruling, ruling: Ruling) -> None:
        """A row that the store has: where the file has it as withdrawn, it is withdrawn here too."""
        if ruling.in_force or not there.in_force:
            self.done.already_there += 1
            return
        self._connection.execute(
            "UPDATE rulings SET withdrawn_at = ? WHERE fid = ?", (ruling.withdrawn_at, there.id)
        )
        self._known[_key(there)] = replace(there, withdrawn_at=ruling.withdrawn_at)
        self._holding.pop((there.event_id, there.field), None)
        self.done.withdrawn += 1


def _key(ruling: Ruling) -> tuple[str, ...]:
    """What makes a ruling the same one in two files."""
    return ruling.event_id, ruling.field, ruling.value, ruling.reason, ruling.author, ruling.made_at


def _ruling(row: dict[str, str]) -> Ruling:
    """A checked ruling from a row. Raises FlashpointsError when it is none."""
    texts = {name: row.get(name, "") for name in COLUMNS}
    made_at = _time(texts["made_at"], "made_at") or now()
    withdrawn_at = _time(texts["withdrawn_at"], "withdrawn_at")
    return check(of_texts({**texts, "made_at": made_at, "withdrawn_at": withdrawn_at}))


def _time(text: str, column: str) -> str:
    """A time in UTC as it is stored; a time without a zone is UTC."""
    if not text.strip():
        return ""
    try:
        moment = datetime.datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        raise FlashpointsError(
            translate("Rulings", "“{text}” is no time.").format(text=text),
            column,
            translate("Rulings", "Write it as 2023-07-01T10:00:00+00:00."),
        ) from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)
    return aware.astimezone(datetime.timezone.utc).isoformat(timespec="seconds")


def _rows(source: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a file as column -> text, each with its line; what is no list of rulings is refused whole."""
    remedy = translate("Rulings", "Give a CSV file with the columns {names}.").format(
        names=", ".join(_NEEDED)
    )
    try:
        with source.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            missing = [name for name in _NEEDED if name not in header]
            if missing:
                raise FlashpointsError(
                    translate("Rulings", "This is no list of rulings: it lacks the columns {names}.").format(
                        names=", ".join(missing)
                    ),
                    str(source),
                    remedy,
                )
            rows = [
                (reader.line_num, dict(zip(header, map(unguarded, cells)))) for cells in reader if any(cells)
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FlashpointsError(
            translate("Rulings", "The file cannot be read ({reason}).").format(reason=error),
            str(source),
            remedy,
        ) from error
    return [(line, {**dict.fromkeys(_NEEDED, ""), **row}) for line, row in rows]
