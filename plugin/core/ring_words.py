# SPDX-License-Identifier: GPL-2.0-or-later
"""Sentences beside the count of a ring or band: its change, and what other distances and better placed events give."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from .figure_words import SIGNIFICANT
from .result import as_number
from .rings import BESIDE_KM
from .shown_table import p_value, ratio
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


def change_text(row: Mapping[str, Any]) -> str:
    """The change in one line: the ratio per day with its interval; empty where there is none.

    row : of `rings.ring_counts`, of the later of two periods.
    """
    if not row["p_value"] >= 0:
        return ""
    if math.isnan(row["rate_ratio"]):
        return translate("Live", "From 0. Per day at least × {low} (95 % interval), p {p}").format(
            low=_ratio(row["rr_low"]), p=_p(row["p_value"])
        )
    return translate("Live", "× {ratio} per day (95 % interval {low} to {high}), p {p}").format(
        ratio=_ratio(row["rate_ratio"]), low=_ratio(row["rr_low"]), high=_ratio(row["rr_high"]), p=_p(row["p_value"])
    )  # fmt: skip


def change_bursts_text(row: Mapping[str, Any]) -> str:
    """`bursts_text` with the digits of `change_text`."""
    return bursts_text(row, _ratio, _p)


def bursts_text(
    row: Mapping[str, Any],
    ratio_words: Callable[[float], str] = ratio,
    p_words: Callable[[float], str] = p_value,
) -> str:
    """The interval that allows for events in bursts, in one line; empty where it is printed as the exact one is.

    Parameters
    ----------
    row : of `rings.ring_counts`, of the later of two periods; a result of before it had these columns says nothing.
    ratio_words, p_words : how the exact interval beside it is printed.
    """

    def printed(low: float, high: float, p: float) -> tuple[str, str, str]:
        return ratio_words(low), ratio_words(high), p_words(p)

    low, high, p = (as_number(row.get(name)) for name in ("rr_low_disp", "rr_high_disp", "p_disp"))
    plain_low, plain_high, plain_p = (as_number(row.get(name)) for name in ("rr_low", "rr_high", "p_value"))
    if not p >= 0 or printed(low, high, p) == printed(plain_low, plain_high, plain_p):
        return ""
    chance = plain_p < SIGNIFICANT <= p
    if math.isnan(high):
        text = translate("Rings", "Allowing for bursts (dispersion {phi}): at least × {low}, p {p}.")
        if chance:
            text = translate(
                "Rings",
                "Allowing for bursts (dispersion {phi}): at least × {low}, p {p}, which chance alone could give.",
            )
    else:
        text = translate("Rings", "Allowing for bursts (dispersion {phi}): × {low} to {high}, p {p}.")
        if chance:
            text = translate(
                "Rings",
                "Allowing for bursts (dispersion {phi}): × {low} to {high}, p {p}, which chance alone could give.",
            )
    phi = as_number(row.get("dispersion"))
    return text.format(
        phi=number(phi, 1 if phi >= 1.05 else 2), low=ratio_words(low), high=ratio_words(high), p=p_words(p)
    )


def _ratio(value: float) -> str:
    return number(value, 2)


def _p(p: float) -> str:
    return "< " + number(0.001, 3) if p < 0.001 else number(p, 3)
