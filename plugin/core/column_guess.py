# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column of a file is which canonical one: guessed by name, in English and French, and by content.

The names are the table `resources/column_names.csv`. A name alone is not believed where the content speaks against
it, and a content alone only where it can hardly be anything else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .dates import numeric_date, plain_date
from .headers import fold_header
from .resources import RESOURCES
from .text import translate
from .vocabulary import UNKNOWN, meaning
from .zones import read_table

LANGUAGE, COUNT = "(language)", "(count)"
_SHAPEFILE_NAME = 10  # characters that a shapefile leaves of a name; folding takes a last underscore off
_MOST, _HALF = 0.9, 0.5
_ID = re.compile(r"[A-Za-z]{2,5}[-_ ]?\d+$", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,](\d+))?$", re.ASCII)


class Guess(NamedTuple):
    """The file's column, and why it is taken for the canonical one; `by_name` says whether its name alone says so."""

    column: str
    why: str
    position: int
    by_name: bool


class _Name(NamedTuple):
    column: str
    name: str
    language: str


@functools.lru_cache(maxsize=1)
def _names() -> tuple[_Name, ...]:
    rows = read_table(RESOURCES / "column_names.csv", ("column", "name", "language"))
    return tuple(_Name(row["column"], row["name"], row["language"]) for row in rows)


def count_columns(header: Sequence[str]) -> list[str]:
    """The columns that by their names hold numbers of events, as only aggregates have them."""
    counts = {name.name for name in _names() if name.column == COUNT}
    return [name for name in header if fold_header(name) in counts]


def guess_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Guess]:
    """Canonical column -> (column of the file, why, ...), for as many as can be guessed.

    Parameters
    ----------
    header : the file's columns; rows : its first rows, each as wide as the header.
    """
    columns = [[text for text in (row[at].strip() for row in rows) if text] for at in range(len(header))]
    guesses = _by_name(header, columns)
    taken = {guess.position for guess in guesses.values()}
    for canonical, test, why in _content_tests():
        fitting = [at for at in range(len(header)) if at not in taken and columns[at] and test(columns[at])]
        if canonical not in guesses and len(fitting) == 1:
            guesses[canonical] = Guess(header[fitting[0]], why, fitting[0], False)
            taken.add(fitting[0])
    return guesses


def _by_name(header: Sequence[str], columns: Sequence[Sequence[str]]) -> dict[str, Guess]:
    folded = [fold_header(name) for name in header]
    languages = [_language(folded, language) for language in ("en", "fr")]
    preferred = "fr" if languages[1] > languages[0] else "en"
    names = sorted(_names(), key=lambda name: name.name == "region" and name.language != preferred)
    guesses: dict[str, Guess] = {}
    taken: set[int] = set()
    for fits in (_same, _without_spaces, _cut):
        for name in names:
            if name.column in guesses or name.column.startswith("("):
                continue
            for at, given in enumerate(folded):
                if at not in taken and fits(given, name.name) and _believable(name.column, columns[at]):
                    guesses[name.column] = Guess(header[at], _why(given, name, fits), at, True)
                    taken.add(at)
                    break
    return guesses


def _language(folded: Sequence[str], language: str) -> int:
    """How many of the names are of one language only; those that are numbered and shared tell nothing."""
    others = {name.name for name in _names() if name.language != language}
    own = {name.name for name in _names() if name.language == language} - others
    return sum(name in own for name in folded)


def _same(given: str, name: str) -> bool:
    return given == name


def _without_spaces(given: str, name: str) -> bool:
    return len(given) > 2 and given.replace("_", "") == name.replace("_", "")


def _cut(given: str, name: str) -> bool:
    return _SHAPEFILE_NAME - 1 <= len(given) <= _SHAPEFILE_NAME and name.startswith(given)


def _why(given: str, name: _Name, fits: Callable[[str, str], bool]) -> str:
    if fits is _cut:
        return translate("Columns", "its name, cut to ten characters")
    if name.language == "fr":
        return translate("Columns", "its name in French")
    return translate("Columns", "its name")


def _believable(canonical: str, texts: Sequence[str]) -> bool:
    """Whether the content does not speak against the name; a column without any text is believed."""
    share = {
        "event_date": lambda text: _is_date(text, numbers=True),
        "end_date": lambda text: _is_date(text, numbers=True),
        "event_type": lambda text: meaning(text) is not UNKNOWN,
        "latitude": lambda text: _is_degrees(text, 90),
        "longitude": lambda text: _is_degrees(text, 180),
        "geo_precision": lambda text: text.removesuffix(".0") in ("1", "2", "3"),
        "time_precision": lambda text: text.removesuffix(".0") in ("1", "2", "3"),
        "iso": str.isdigit,
    }.get(canonical)
    return share is None or not texts or _share(texts, share) >= _HALF


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts)


def _is_date(text: str, numbers: bool = False) -> bool:
    """Whether this reads as a date; a bare number such as 43404 or 20230630 only where `numbers` may be dates."""
    if text.replace(".", "").isdigit() and not numbers:
        return False
    return plain_date(text) is not None or numeric_date(text) is not None


def _is_degrees(text: str, limit: int, decimals: bool = False) -> bool:
    found = _NUMBER.match(text)
    if not found or (decimals and not found[1]):
        return False
    return abs(float(text.replace(",", "."))) <= limit


def _content_tests() -> list[tuple[str, Callable[[Sequence[str]], bool], str]]:
    """For each canonical column that content can tell: its name, the test of a column's texts, and why."""

    def ids(texts: Sequence[str]) -> bool:
        return (
            len(set(texts)) >= _MOST * len(texts)
            and _share(texts, lambda text: bool(_ID.match(text))) >= _MOST
        )

    def longitudes(texts: Sequence[str]) -> bool:
        degrees = _share(texts, lambda text: _is_degrees(text, 180, True)) >= _MOST
        return degrees and not _share(texts, lambda text: _is_degrees(text, 90, True)) >= 1

    def latitudes(texts: Sequence[str]) -> bool:
        return _share(texts, lambda text: _is_degrees(text, 90, True)) >= _MOST

    def any_degrees(texts: Sequence[str]) -> bool:
        return _share(texts, lambda text: _is_degrees(text, 180, True)) >= _MOST

    return [
        ("event_date", lambda texts: _share(texts, _is_date) >= _MOST, translate("Columns", "its values are dates")),
        ("event_type", lambda texts: _share(texts, lambda text: meaning(text) is not UNKNOWN) >= _MOST,
         translate("Columns", "its values are event types")),
        ("event_id", ids, translate("Columns", "its values look like ids of events")),
        ("longitude", longitudes, translate("Columns", "its values are degrees, some beyond 90")),
        ("latitude", latitudes, translate("Columns", "its values are degrees of latitude")),
        ("longitude", any_degrees, translate("Columns", "its values are degrees, and the latitude is known")),
    ]  # fmt: skip
