# SPDX-License-Identifier: GPL-2.0-or-later
"""A comparison of two periods in the words of the live half."""

from __future__ import annotations

import pandas as pd

from ..core.comparison import ALL
from ..core.earlier_years import years_text
from ..core.periods import Period
from ..core.rulings import same
from ..core.text import number, translate
from ..gis.live_comparison import ComparisonAnswer


def under(row: pd.Series, letter: str, title: str) -> str:
    """What stands under a count: its period, and the source's count where rulings changed it."""
    count, coded = row[f"events_{letter}"], row[f"events_{letter}_as_coded"]
    if same(count, coded):
        return title
    text = translate("Comparison words", "({n} as coded by the source)").format(n=number(coded))
    return f"{text}\n{title}"


def sentence(found: ComparisonAnswer) -> str:
    """The change of all events together in one line, or the reason why there is none."""
    row = found.whole
    asked = found.question
    for letter, period in (("b", asked.later), ("a", asked.earlier)):
        if not row[f"days_{letter}"] > 0:
            text = translate("Comparison words", "The file does not cover {period}.")
            return text.format(period=period.label)
    if row["events_a"] == 0 and row["events_b"] == 0:
        return translate("Comparison words", "No events in either period.")
    percent = number(100 * asked.confidence)
    p = p_text(row["p_disp"])
    if row["events_a"] == 0:
        text = translate("Comparison words", "From 0. Per day at least × {low} ({percent} % interval), p {p}")
        return text.format(low=number(row["rr_low_disp"], 2), percent=percent, p=p)
    text = translate("Comparison words", "× {ratio} per day ({percent} % interval {low} to {high}), p {p}")
    return text.format(
        ratio=number(row["rate_ratio"], 2), low=number(row["rr_low_disp"], 2),
        high=number(row["rr_high_disp"], 2), percent=percent, p=p,
    )  # fmt: skip


def years_line(found: ComparisonAnswer) -> str:
    """All events of the same days of earlier years; empty where nobody asks for them."""
    if not found.question.earlier_years:
        return ""
    if found.years is None:
        return translate("Comparison words", "The file covers no earlier year’s days.")
    whole = found.years[found.years["id"] == ALL].iloc[1:]
    return years_text((Period(row.start, row.end), row.events) for row in whole.itertuples())


def interval_text(low: float, high: float) -> str:
    """An interval of a ratio; open above where the earlier count is 0."""
    if pd.isna(low):
        return number(None)
    end = "∞" if pd.isna(high) else number(high, 2)
    return translate("Comparison words", "{low} to {high}").format(low=number(low, 2), high=end)


def p_text(p: float) -> str:
    """A p-value as it is printed."""
    if p is None or pd.isna(p):
        return number(None)
    return "< " + number(0.001, 3) if p < 0.001 else number(p, 3)


def copied(found: ComparisonAnswer) -> str:
    """The sentence with its footnote."""
    asked, row = found.question, found.whole
    text = translate(
        "Comparison words", "{later} events in {later_period}, {earlier} in {earlier_period}. {rest}"
    )
    said = text.format(
        later=number(row["events_b"]), later_period=asked.later.title(), earlier=number(row["events_a"]),
        earlier_period=asked.earlier.title(), rest=sentence(found),
    )  # fmt: skip
    return "\n".join(filter(None, [said, years_line(found), found.definition, *found.caveats]))
