# SPDX-License-Identifier: GPL-2.0-or-later
"""Patterns that could take for ever, found before they meet a whole file.

Python's `re` tries alternatives one after the other and cannot be interrupted. A repeat inside a repeat, such as
(a+)+, doubles its work with every letter (Cox 2007, Regular Expression Matching Can Be Simple And Fast). Such
patterns are refused as they are written; for the rest, names are given letter by letter, so that a pattern whose work
grows too fast is stopped while it is still short.
"""

from __future__ import annotations

import importlib
import re
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_PARSER: Any = getattr(re, "_parser", None) or importlib.import_module("sre_parse")
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
MOST_TIMES = 4
"""A repeat of at most so many times does no harm, whatever is inside."""
_STEP = 3  # letters: the work of a bad pattern grows at most some hundredfold from one step to the next
SLOW = 0.05
"""Seconds that a pattern may take for one name; a good one takes a millionth."""


def repeats_repeats(pattern: str) -> bool:
    """Whether a pattern, which compiles, repeats what repeats or branches itself.

    Alternatives that begin with different letters are no branch in this sense.
    """
    return any(
        str(op) in _REPEATS and argument[1] > MOST_TIMES and _is_open(argument[2])
        for op, argument in _nodes(_PARSER.parse(pattern, re.IGNORECASE))
    )


def _is_open(body: Any) -> bool:
    """Whether a part of a pattern can fit one text in several ways."""
    for op, argument in _nodes(body):
        if str(op) in _REPEATS and argument[0] != argument[1]:
            return True
        if str(op) == "BRANCH" and not _begin_apart(argument[1]):
            return True
    return False


def _begin_apart(alternatives: Iterable[Any]) -> bool:
    firsts = [
        str(one[0][0]) == "LITERAL" and chr(one[0][1]).casefold() if len(one) else False
        for one in alternatives
    ]
    return all(firsts) and len(set(firsts)) == len(firsts)


def _nodes(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """All nodes of a parsed pattern, whatever they stand in."""
    for op, argument in parsed:
        yield op, argument
        stack = [argument]
        while stack:
            part = stack.pop()
            if isinstance(part, _PARSER.SubPattern):
                yield from _nodes(part)
            elif isinstance(part, (tuple, list)):
                stack.extend(part)


def slow_name(
    pattern: re.Pattern[str], names: Iterable[str], clock: Callable[[], float] = time.perf_counter
) -> str | None:
    """Return the first name for which a pattern takes longer than SLOW, or None.

    It is tried on the name's first letters, then on more of them, so that the answer comes soon in any case.
    """
    for name in names:
        for end in range(_STEP, len(name) + _STEP, _STEP):
            start = clock()
            pattern.search(name[:end])
            if clock() - start > SLOW and _again(pattern, name[:end], clock) > SLOW:
                return name
    return None


def _again(pattern: re.Pattern[str], text: str, clock: Callable[[], float]) -> float:
    """The time of a second try: the first may have waited for another program."""
    start = clock()
    pattern.search(text)
    return clock() - start
