# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of a live half for two counts: the numbers, what stands under them, and how sure the change is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from ..core.ring_words import change_text
from ..core.rulings import same
from ..core.text import number, translate


class Pair(Protocol):
    """Two rows of `rings.ring_counts` with events_as_coded."""

    @property
    def earlier(self) -> Mapping[str, Any]:
        """The row of the earlier period."""

    @property
    def later(self) -> Mapping[str, Any]:
        """The row of the later period."""


def count_text(row: Mapping[str, Any]) -> str:
    """The count of one period; a dash where the file does not cover it."""
    return number(row["events"])


def coded_text(row: Mapping[str, Any]) -> str:
    """What stands under a count that rulings changed: what the source has; empty where they did not."""
    if same(row["events"], row["events_as_coded"]):
        return ""
    return translate("Live", "({n} as coded by the source)").format(n=number(row["events_as_coded"]))


def ratio_text(answer: Pair) -> str:
    """The change in one line: the ratio per day with its interval, or the reason why there is none."""
    later, earlier = answer.later, answer.earlier
    uncovered = [row for row in (later, earlier) if not row["days"] > 0]
    if uncovered:
        return translate("Live", "The file does not cover {period}.").format(period=uncovered[0]["period"])
    if later["events"] == 0 and earlier["events"] == 0:
        return translate("Live", "No events in either period.")
    return change_text(later) or translate("Live", "The periods overlap: there is no ratio.")
