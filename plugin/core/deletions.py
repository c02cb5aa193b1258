# SPDX-License-Identifier: GPL-2.0-or-later
"""A source's list of deleted events: ids, one a line, or a table with a column of them (as ACLED's `deleted` gives)."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .errors import FlashpointsError
from .headers import fold_header, shown
from .text import translate

ID_COLUMNS = ("event_id_cnty", "event_id", "id")
_MOST_BYTES = 200_000_000
_DELIMITERS = ",;\t|"


def read_deleted_ids(path: Path) -> list[str]:
    """The ids in the file, each once, in its order.

    Raises
    ------
    FlashpointsError : when the file cannot be read or holds no ids.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES)
    except OSError as error:
        raise FlashpointsError(
            translate("Deletions", "The list of deleted events cannot be opened: {reason}.").format(
                reason=error.strerror
            ),
            str(path),
            translate("Deletions", "Check the path."),
        ) from error
    if b"\x00" in raw:
        raise _no_list(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(map(str.strip, row))]
    ids = list(dict.fromkeys(filter(None, _ids(rows, path))))
    if not ids:
        raise _no_list(path)
    return ids


def _ids(rows: list[list[str]], path: Path) -> list[str]:
    if not rows:
        return []
    header = [fold_header(name) for name in rows[0]]
    at = next((header.index(name) for name in ID_COLUMNS if name in header), None)
    if at is not None:
        return [row[at].strip() for row in rows[1:] if at < len(row)]
    if len(header) > 1:
        raise FlashpointsError(
            translate("Deletions", "It is not known which column of the list holds the ids: {names}.").format(
                names=", ".join(map(shown, rows[0]))
            ),
            str(path),
            translate("Deletions", "Name it event_id_cnty, or give one id a line."),
        )
    return [row[0].strip() for row in rows]


def _no_list(path: Path) -> FlashpointsError:
    return FlashpointsError(
        translate("Deletions", "The list of deleted events holds no ids."),
        str(path),
        translate(
            "Deletions", "Give a text file with one id a line, or a table with a column event_id_cnty."
        ),
    )
