# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of columns as files write them: compared, found, and listed in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .zones import fold

SHOWN_NAMES = 12
SHOWN_CHARACTERS = 40


def fold_header(name: str) -> str:
    """A column name without case, accents and punctuation: "Event Date" and "EVENT_DATE" are event_date."""
    return fold(name.replace("\ufeff", "")).replace(" ", "_")


def position_of(header: Sequence[str], column: str) -> int | None:
    """Index of a column by its name (case, accents and punctuation do not count) or by #3 for the third."""
    if column in header:
        return list(header).index(column)
    number = column[1:]
    if column.startswith("#") and number.isascii() and number.isdigit() and len(number) < 6:
        return int(number) - 1 if 1 <= int(number) <= len(header) else None
    folded, wanted = [fold_header(name) for name in header], fold_header(column)
    return folded.index(wanted) if wanted and wanted in folded else None


def shown(name: str) -> str:
    """A text from a file for a sentence: of no more than a few words."""
    return name if len(name) <= SHOWN_CHARACTERS else f"{name[:SHOWN_CHARACTERS]}…"


def listed(names: Iterable[str]) -> str:
    """Names for a sentence; what a file calls a column may be of any length, and there may be hundreds."""
    cut = [shown(name) for name in names if name.strip()]
    return ", ".join(cut if len(cut) <= SHOWN_NAMES else [*cut[:SHOWN_NAMES], "…"])
