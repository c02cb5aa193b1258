# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences beside the count of a ring or band: what another distance and better placed events alone would give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .rings import BESIDE_KM
from .text import number, translate


def kilometres(value: float) -> str:
    """A distance as it is printed: 150, or 2.5."""
    for decimals in (0, 1, 2):
        if round(value, decimals) == value:
            return number(value, decimals)
    return number(value, 3)


def beside_text(row: Mapping[str, Any], earlier: Mapping[str, Any] | None = None) -> str:
    """The counts 10 km nearer and further; of the earlier period, where it is given, in brackets.

    row, earlier : rows of `rings.ring_counts` of one radius.
    """
    radius = float(row["radius_km"])
    found = []
    for name, km in (("events_minus_10km", radius - BESIDE_KM), ("events_plus_10km", radius + BESIDE_KM)):
        if km > 0:
            count = number(row[name])
            if earlier is not None:
                count = f"{count} ({number(earlier[name])})"
            found.append(translate("Rings", "{radius} km: {n}").format(radius=kilometres(km), n=count))
    return translate("Rings", "Within {counts}.").format(counts=", ".join(found))


def precision_text(row: Mapping[str, Any]) -> str:
    """How well the events are placed, and how many remain without those of a wider area; empty for no events."""
    if not row["events"] > 0:
        return ""
    parts = (
        ("events_gp1", translate("Rings", "{n} at the town")),
        ("events_gp2", translate("Rings", "{n} near it")),
        ("events_gp3", translate("Rings", "{n} only to a wider area")),
        ("events_gp_unknown", translate("Rings", "{n} not said how well")),
    )
    placed = ", ".join(text.format(n=number(row[name])) for name, text in parts if row[name] > 0)
    text = translate("Rings", "Placed: {placed}.").format(placed=placed)
    if not row["events_gp3"] > 0:
        return text
    without = translate("Rings", "Without those of a wider area: {n}.").format(
        n=number(row["events_without_gp3"])
    )
    return f"{text} {without}"
