# SPDX-License-Identifier: GPL-2.0-or-later
"""The footprints of two periods in the words of the live half."""

from __future__ import annotations

from ..core.comparison import ALL
from ..core.footprint_facts import PeriodFacts, change_pct, change_sentence, decimals_of
from ..core.periods import Period
from ..core.text import number, translate
from ..gis.live_footprint import FootprintAnswer


def area_text(facts: PeriodFacts) -> str:
    """The large number: an area in km²; dots while it is measured, a dash where the file does not cover the period."""
    if not facts.covered:
        return number(None)
    if facts.footprint_km2 is None:
        return translate("Footprint words", "…")
    return number(facts.footprint_km2, decimals_of(facts.footprint_km2))


def under(facts: PeriodFacts, period: Period) -> str:
    """What stands under it: the period, its events, the regions that have one, and how few places hold how many."""
    if not facts.covered:
        return "\n".join([period.title(), translate("Footprint words", "not covered by the file")])
    lines = [translate("Footprint words", "km², {period}").format(period=period.title())]
    if facts.share_pct is not None:
        text = translate("Footprint words", "{share} % of the land")
        lines.append(text.format(share=number(facts.share_pct, 2)))
    text = translate("Footprint words", "{n} events at {places} places")
    lines.append(text.format(n=number(facts.events), places=number(facts.locations)))
    text = translate("Footprint words", "in {n} of {all} regions")
    lines.append(text.format(n=number(facts.regions_with_events), all=number(facts.regions)))
    if facts.busiest.all_events:
        text = translate("Footprint words", "{share} % of them at the {places} busiest places")
        lines.append(
            text.format(share=number(100 * facts.busiest.share), places=number(facts.busiest.places))
        )
    return "\n".join(lines)


def sentence(found: FootprintAnswer) -> str:
    """The change in one line, with its parts, or why there is none."""
    for facts in (found.later, found.earlier):
        if not facts.covered:
            text = translate("Footprint words", "The file does not cover {period}.")
            return text.format(period=facts.label)
    if found.change is None:
        return translate("Footprint words", "Measuring…")
    whole = found.change[found.change["region"] == ALL]
    parts = change_sentence(dict(zip(whole["status"], whole["area_km2"])))
    percent = change_pct(found.earlier, found.later)
    if percent is None:
        return parts
    text = translate("Footprint words", "{percent} %. {parts}")
    sign = "+" if percent > 0 else "−" if percent < 0 else "±"
    return text.format(percent=f"{sign}{number(abs(percent), 0 if abs(percent) >= 10 else 1)}", parts=parts)


def copied(found: FootprintAnswer) -> str:
    """The sentence with its footnote; empty while there is none."""
    if found.change is None:
        return ""
    text = translate(
        "Footprint words",
        "Land with recorded events: {later} km² in {later_period}, {earlier} km² in {earlier_period}. {rest}",
    )
    asked = found.question
    said = text.format(
        later=area_text(found.later), later_period=asked.later.title(), earlier=area_text(found.earlier),
        earlier_period=asked.earlier.title(), rest=sentence(found),
    )  # fmt: skip
    return "\n".join([said, found.definition, *found.caveats])
