# SPDX-License-Identifier: GPL-2.0-or-later
"""Kilometres as people write them in a window, where a comma may be the decimal sign."""

from __future__ import annotations

from ..core.errors import FlashpointsError
from ..core.places import parse_kilometres
from ..core.text import translate


def parse_radii(text: str) -> list[float]:
    """Several radii. Beside semicolons a comma is the decimal sign: 2,5; 10. Else it separates: 50, 100, 150.

    Raises
    ------
    FlashpointsError : when one is no number above 0, or there is none.
    """
    plain = text.replace(",", ".") if ";" in text else ",".join(text.replace(",", " ").split())
    return parse_kilometres(plain, translate("Numbers", "Radii"))


def parse_radius(text: str) -> float:
    """One radius, with a decimal point or comma. Raises FlashpointsError unless it is one number above 0."""
    radii = parse_kilometres(text.strip().replace(",", "."), translate("Numbers", "Radius"))
    if len(radii) > 1:
        raise FlashpointsError(
            translate("Numbers", "There is one radius for all discs."),
            remedy=translate("Numbers", "Write one number of kilometres, such as 2.5."),
        )
    return radii[0]
