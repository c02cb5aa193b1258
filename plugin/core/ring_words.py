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


def beside_text(row: Mapping[str, Any]) -> str:
    """The counts 10 km nearer and further; `row` is one of `rings.ring_counts`."""
    radius = float(row["radius_km"])
    more = translate("Rings", "Within {radius} km: {n}").format(
        radius=kilometres(radius + BESIDE_KM), n=number(row["events_plus_10km"])
    )
    if radius <= BESIDE_KM:
        return translate("Rings", "{more}.").format(more=more)
    text = translate("Rings", "Within {radius} km: {n}; {more}.")
    fewer = kilometres(radius - BESIDE_KM)
    return text.format(radius=fewer, n=number(row["events_minus_10km"]), more=more[:1].lower() + more[1:])


def precision_text(row: Mapping[str, Any]) -> str:
    """How well the events are placed, and how many remain without those of a wider area; empty for no events."""
    if not row["events"] > 0:
        return ""
    parts = (
        ("events_gp1", translate("Rings", "at the town {n}")),
        ("events_gp2", translate("Rings", "near it {n}")),
        ("events_gp3", translate("Rings", "only to a wider area {n}")),
        ("events_gp_unknown", translate("Rings", "not said {n}")),
    )
    placed = ", ".join(text.format(n=number(row[name])) for name, text in parts if row[name] > 0)
    text = translate("Rings", "Placed: {placed}.").format(placed=placed)
    if not row["events_gp3"] > 0:
        return text
    without = translate("Rings", "Without those of a wider area: {n}.").format(
        n=number(row["events_without_gp3"])
    )
    return f"{text} {without}"
