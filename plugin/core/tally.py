# SPDX-License-Identifier: GPL-2.0-or-later
"""What a legend has to know of the events that a layer shows: how many there are of each class."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Tally:
    """Events by lead group and by type ("" for none), those that target civilians, provisional ones; most fatalities.

    since : the first provisional day, None where it is not known.
    """

    groups: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    targeted: int = 0
    provisional: int = 0
    most_fatalities: float = 0.0
    since: datetime.date | None = None

    @property
    def events(self) -> int:
        """How many events there are."""
        return sum(self.types.values())

    @classmethod
    def of_values(
        cls,
        counts: Mapping[str, Mapping[Any, int]],
        *,
        targeted: int | None = None,
        provisional: int | None = None,
        most_fatalities: float | None = None,
        since: datetime.date | None = None,
    ) -> Tally:
        """From events by value of lead_group and event_type.

        What is not given beside them is counted from values of civilian_targeting, event_date (ISO), fatalities.
        """
        if targeted is None:
            targeted = sum(n for text, n in counts["civilian_targeting"].items() if str(text or "").strip())
        if provisional is None:
            late = since.isoformat() if since else "9999"
            provisional = sum(n for day, n in counts["event_date"].items() if day and str(day) >= late)
        if most_fatalities is None:
            most_fatalities = max((one for one, n in counts["fatalities"].items() if one and n), default=0.0)
        groups, types = (_present(counts[name]) for name in ("lead_group", "event_type"))
        return cls(groups, types, targeted, provisional, most_fatalities, since)


def _present(counts: Mapping[Any, int]) -> Counter[str]:
    """Values that are there; what has none is ""."""
    found: Counter[str] = Counter()
    for value, count in counts.items():
        found[value or ""] += count
    return +found
