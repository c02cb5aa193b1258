# SPDX-License-Identifier: GPL-2.0-or-later
"""What a word typed into a search box finds: whatever the case, and with or without accents."""

from __future__ import annotations

import functools
import re
import unicodedata

MOST_LETTERS = 200
"""What of a typed text is looked for; nobody types more, and a pasted page would stall a database."""

_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_ACCENTED = range(0xC0, 0x180)  # Latin-1 and Latin Extended-A: what French, English and African names need
_APOSTROPHES = "'’‘ʼ´"
_SIGNS = dict.fromkeys(_APOSTROPHES, "'")


def plain(text: str) -> str:
    """A text in small letters without accents, with all else as it is: "Ségou’s" -> "segou's". Keeps the length."""
    return "".join(_plain_letter(letter) for letter in text)


@functools.lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    base = unicodedata.normalize("NFKD", letter) if ord(letter) in _ACCENTED else letter
    kept = [one for one in base if not unicodedata.combining(one)]
    small = (kept[0] if len(kept) == 1 else letter).lower()
    return small if len(small) == 1 else letter


@functools.lru_cache(maxsize=1024)
def variants(letter: str) -> str:
    """Every letter that is `plain` the same, the plain one first: "e" -> "eEÈÉÊË..."; other signs only themselves."""
    known = (chr(code) for code in (*range(0x20, 0x7F), *_ACCENTED, *map(ord, _APOSTROPHES)))
    same = [one for one in known if _plain_letter(one) == letter and one != letter]
    upper = letter.upper()
    new = len(upper) == 1 and upper not in (letter, *same) and _plain_letter(upper) == letter
    return "".join([letter, *same, upper if new else ""])


def needles(text: str) -> tuple[str, ...]:
    """The parts of a typed text that must all be found, `plain`: words, and what stands in double quotes as a whole."""
    clean = unicodedata.normalize("NFC", _CONTROL.sub(" ", text))[:MOST_LETTERS]
    parts = (plain((quoted or word).strip()) for quoted, word in _PART.findall(clean))
    return tuple(dict.fromkeys(part for part in parts if part))
