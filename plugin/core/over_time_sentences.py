# SPDX-License-Identifier: GPL-2.0-or-later
"""What tables over time say in sentences, and the words that sentences of all results share."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .comparison import ALL
from .errors import FlashpointsError
from .periods import Period, parse_period
from .result import STEPS, WINDOWS, as_number
from .rulings import as_coded
from .text import number, translate


def over_time(kind: str, rows: Sequence[Mapping[str, Any]], chosen: bool) -> list[str]:
    """Sentences on rows of `countsovertime`, `rollingrecord` and `yearprojection`; chosen : those were asked."""
    if kind == STEPS:
        return _chosen_steps(rows) if chosen else _steps(rows)
    if chosen:
        return [_span(row) for row in rows]
    return _windows(rows) if kind == WINDOWS else _years(rows)


def events_words(count: float, coded: float = math.nan) -> str:
    """15 events (16 as coded by the source)."""
    said = as_coded(count, count if math.isnan(coded) else coded)
    if count == 1:
        return translate("Result words", "{n} event").format(n=said)
    return translate("Result words", "{n} events").format(n=said)


def period_words(label: str) -> str:
    """A period by its label, in words."""
    try:
        return parse_period(label).title()
    except FlashpointsError:
        return label


def _counted(row: Mapping[str, Any]) -> str:
    return events_words(as_number(row["events"]), as_number(row.get("events_as_coded")))


def _chosen_steps(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    text, named = translate("Result words", "{what} ({later})."), translate("Result words", "{name}: {text}")
    said = []
    for row in rows:
        one = text.format(what=_counted(row), later=period_words(str(row["period"])))
        said.append(one if row["id"] == ALL else named.format(name=row["name"], text=one))
    return said


def _steps(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """All events, and the step with the most."""
    known = [row for row in rows if row["id"] == ALL and not math.isnan(as_number(row["events"]))]
    if not known:
        return []
    total = sum(as_number(row["events"]) for row in known)
    most = max(known, key=lambda row: as_number(row["events"]))
    whole = Period(known[0]["start"], known[-1]["end"])
    text = translate("Result words", "{what} ({later}), the most in {step}: {most}.")
    return [
        text.format(
            what=events_words(total), later=whole.title(), step=period_words(str(most["period"])),
            most=number(as_number(most["events"])),
        )
    ]  # fmt: skip


def _span(row: Mapping[str, Any]) -> str:
    text = translate("Result words", "{what} ({later}).")
    return text.format(what=_counted(row), later=Period(row["start"], row["end"]).title())


def _windows(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    if not rows:
        return []
    most = max(rows, key=lambda row: as_number(row["events"]))
    text = translate("Result words", "The most in any earlier window: {text}")
    return [text.format(text=_span(most))]


def _years(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The year that is not over, and the most that an earlier one had."""
    own = rows[-1] if rows else {}
    if not rows or math.isnan(as_number(own.get("projected"))):
        return []
    text = translate(
        "Result words", "{what} so far ({later}); {n} expected in the whole year ({low} to {high}, 95 %)."
    )
    said = [
        text.format(
            what=_counted(own), later=Period(own["start"], own["end"]).title(), n=number(as_number(own["projected"])),
            low=number(as_number(own["low"])), high=number(as_number(own["high"])),
        )
    ]  # fmt: skip
    if not math.isnan(as_number(own.get("p_record"))):
        text = translate("Result words", "Chance to pass the most of a full earlier year: {percent} %.")
        said.append(text.format(percent=number(100 * as_number(own["p_record"]))))
    return said
