# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that goes into a file which spreadsheets open: it must never start a formula there.

The leading apostrophe is what spreadsheets themselves write for "this is text" (OWASP, CSV Injection).
"""

from __future__ import annotations

STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a program take a cell for a formula. A number as text, such as -4.2, is none."""
FILES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
"""Endings of files that spreadsheets open."""
MARK = "'"


def as_text(text: str) -> str:
    """The text with an apostrophe before it where it would start a formula."""
    return MARK + text if text.startswith(STARTS) and not _is_number(text) else text


def from_text(text: str) -> str:
    """What `as_text` was given."""
    rest = text[1:]
    return rest if text.startswith(MARK) and as_text(rest) == text else text


def guarded(text: str) -> str:
    """As `as_text`, for files that come back: what starts with the mark itself gets one too, so nothing is lost."""
    return MARK + text if text.startswith((*STARTS, MARK)) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith(MARK) and text[1:].startswith((*STARTS, MARK)) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
