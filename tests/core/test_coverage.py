# SPDX-License-Identifier: GPL-2.0-or-later
"""Of which days a file speaks, country by country."""

from __future__ import annotations

import random

from flashpoints.plugin.core.coverage import CHANCE, Events, covered

SPAN = ("2010-01-01", "2023-12-31")


def days(first: str, last: str, count: int) -> tuple[str, str]:
    """What of the span a country with so many events between two days is covered for."""
    (found,) = covered(SPAN, [Events("ACLED", "Niger", first, last, count)])
    return found.first, found.last


def test_a_country_is_covered_for_the_whole_file() -> None:
    assert days("2010-01-03", "2023-12-30", 4000) == SPAN
    assert days("2010-06-01", "2023-02-01", 12) == SPAN


def test_a_country_whose_file_began_later_is_not_covered_before() -> None:
    assert days("2022-01-02", "2023-12-30", 500) == ("2022-01-02", SPAN[1])
    assert days("2010-01-05", "2015-12-30", 300) == (SPAN[0], "2015-12-30")


def test_one_event_says_nothing_of_when_its_country_is_covered() -> None:
    assert days("2016-05-05", "2016-05-05", 1) == SPAN


def test_slips_of_the_pen_lie_outside_the_span() -> None:
    assert days("1023-01-01", "2150-01-01", 400) == SPAN


def test_events_at_random_are_hardly_ever_taken_for_a_shorter_file() -> None:
    """At each end, about one country in a hundred (the chance that is allowed) or fewer."""
    chance = random.Random(11)
    shorter = 0
    for _ in range(4000):
        found = sorted(
            chance.randrange(2010 * 365, 2024 * 365) for _ in range(chance.choice([1, 2, 3, 8, 40]))
        )
        first, last = (
            f"{day // 365}-{1 + day % 365 // 31:02d}-{1 + day % 28:02d}" for day in (found[0], found[-1])
        )
        shorter += days(first, max(first, last), len(found)) != SPAN
    assert shorter <= 4000 * 2 * CHANCE * 1.5
