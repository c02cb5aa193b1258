# SPDX-License-Identifier: GPL-2.0-or-later
"""A result in sentences that stand by themselves, and the footnote that says where their numbers come from."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .comparison import ALL
from .figure_words import state_of
from .over_time_sentences import events_words, over_time, period_words
from .result import CHANGE, COMPARISON, FOOTPRINTS, SITES, STEPS, WINDOWS, YEARS, Result, as_number
from .result_heads import row_name, status_words
from .result_tables import SIGNIFICANT
from .ring_words import bursts_text
from .rulings import as_coded
from .shown_table import kilometres, p_value, ratio
from .text import number, translate

MOST = 200
"""Sentences of one result; a table says more in less room."""


def sentences(result: Result, positions: Sequence[int] | None = None) -> list[str]:
    """What the rows of a result say, the uncertainty with it.

    positions : only of these rows; None: of all that say something of their own.
    """
    wanted = range(len(result.rows)) if positions is None else positions
    rows = [(at, result.rows.iloc[at].to_dict()) for at in wanted]
    rows.sort(key=lambda row: row[1].get("id", row[1].get("region")) != ALL)  # the whole before its parts
    if result.kind in SITES:
        said = [_ring(result, row) for _, row in rows if positions is not None or _is_latest(result, row)]
    elif result.kind == COMPARISON:
        said = [_comparison(result, row) for _, row in rows]
    elif result.kind == FOOTPRINTS:
        said = [
            _footprint(result, row) for _, row in rows if positions is not None or _is_latest(result, row)
        ]
    elif result.kind == CHANGE:
        said = [_land(row) for _, row in rows]
    elif result.kind in (STEPS, WINDOWS, YEARS):
        said = over_time(result.kind, [row for _, row in rows], positions is not None)
    else:
        said = []
    said = list(dict.fromkeys(filter(None, said)))
    rest = len(said) - MOST
    if rest > 0:
        text = translate("Result words", "And {n} more, which are in the table.")
        said = [*said[:MOST], text.format(n=number(rest))]
    return said


def footnote(result: Result) -> list[str]:
    """Definition with the selection, source file, access date, credit, rulings and software: a line each."""
    lines = [translate("Result words", "Definition: {text}").format(text=result.definition)]
    for source in result.sources:
        lines.append(_source(source))
        if source.get("terms"):
            lines.append(
                translate("Result words", "Terms: {text}.").format(text=str(source["terms"]).rstrip("."))
            )
    if result.rulings:
        text = translate("Result words", "{n} rulings of analysts are in force.")
        lines.append(text.format(n=number(result.rulings)))
    made = translate("Result words", "Made with Flashpoints {version} on {time} UTC; definition {id}.")
    time = result.made.replace("T", " ").rstrip("Z")[:16]
    lines.append(made.format(version=result.version or "–", time=time or "–", id=result.definition_id or "–"))
    return list(dict.fromkeys(line for line in lines if line))


def _source(source: Mapping[str, Any]) -> str:
    digest = str(source.get("sha256") or "")
    parts = [
        str(source.get("credit") or source.get("dataset") or ""),
        translate("Result words", "File: {name}").format(name=source.get("file_name") or "–"),
        f"SHA-256 {digest[:16]}…" if digest else "",
        translate("Result words", "accessed {date}").format(date=source["access_date"])
        if source.get("access_date")
        else "",
    ]
    return "; ".join(part.rstrip(".") for part in parts if part) + "."


def _is_latest(result: Result, row: Mapping[str, Any]) -> bool:
    """Whether a row is of the later of two periods, whose sentence tells of the earlier, too; all rows else."""
    pair = result.pair()
    return pair is None or row["period"] == pair[1].label


def _ring(result: Result, row: Mapping[str, Any]) -> str:
    site, distance = SITES[result.kind]
    count = as_number(row["events"])
    what = translate("Result words", "{events} within {radius} km of {place}").format(
        events=events_words(count, as_number(row.get("events_as_coded"))),
        radius=kilometres(row[distance]), place=row[site],
    )  # fmt: skip
    part = str(row.get("breakdown_id") or row.get("breakdown") or ALL)
    if part != ALL:
        what = translate("Result words", "{name}: {text}").format(name=row_name(row["breakdown"]), text=what)
    pair = result.pair()
    if pair is None or row["period"] != pair[1].label:
        return _one(what, str(row["period"]), count)
    partner = _partner(result, row, (site, distance, "breakdown"), pair[0].label)
    before = as_number(partner.get("events"))
    coded = as_number(partner.get("events_as_coded"))
    earlier = as_coded(before, before if math.isnan(coded) else coded)
    tests = ("rate_ratio", "rr_low", "rr_high", "p_value")
    said = _change(what, count, earlier, before, (pair[0].label, pair[1].label), row, tests)
    return " ".join(filter(None, [said, bursts_text(row)]))


def _comparison(result: Result, row: Mapping[str, Any]) -> str:
    pair = result.pair()
    if pair is None:
        return ""
    count, before = as_number(row["events_b"]), as_number(row["events_a"])
    what = translate("Result words", "{name}: {text}").format(
        name=row_name(row["name"]), text=events_words(count, as_number(row.get("events_b_as_coded")))
    )
    earlier = as_coded(before, as_number(row.get("events_a_as_coded", before)))
    adjusted = not math.isnan(as_number(row.get("p_adjusted")))  # as map, table and chart judge it
    tests = ("rate_ratio", "rr_low_disp", "rr_high_disp", "p_adjusted" if adjusted else "p_disp")
    confidence = float(result.parameters.get("CONFIDENCE") or 0.95)
    return _change(what, count, earlier, before, (pair[0].label, pair[1].label), row, tests, confidence)


def _change(
    what: str, count: float, earlier: str, before: float, labels: tuple[str, str], row: Mapping[str, Any],
    tests: tuple[str, str, str, str], confidence: float = 0.95,
) -> str:  # fmt: skip
    """16 events within … (January to June 2023), 5 before (July to December 2022): × 3.25 per day (…), p 0.024."""
    said = {
        "what": what,
        "before": earlier,
        "earlier": period_words(labels[0]),
        "later": period_words(labels[1]),
    }
    state = state_of(count, before)
    if state == "not_covered" and not math.isnan(count):
        text = translate("Result words", "{what} ({later}); the file does not cover {earlier}.")
        return text.format(**said)
    ratio_of, low, high, p = (as_number(row.get(name)) for name in tests)
    if state in ("not_covered", "none") or (state == "change" and math.isnan(ratio_of)):
        if math.isnan(count):
            return _one(what, labels[1], count)
        return translate("Result words", "{what} ({later}), {before} before ({earlier}).").format(**said)
    if state == "from_zero":
        text = translate(
            "Result words",
            "{what} ({later}), none before ({earlier}): per day at least × {low} ({confidence} % interval), p {p}.",
        )
    else:
        text = translate(
            "Result words",
            "{what} ({later}), {before} before ({earlier}): × {ratio} per day ({confidence} % interval {low} to "
            "{high}), p {p}.",
        )
    words_of_p = p_value(p)
    if tests[-1] == "p_adjusted":
        words_of_p = translate("Result words", "{p} (adjusted for many rows)").format(p=words_of_p)
    text = text.format(
        ratio=ratio(ratio_of), low=ratio(low), high=ratio(high), p=words_of_p,
        confidence=number(100 * confidence), **said,
    )  # fmt: skip
    if p >= SIGNIFICANT:
        text = f"{text} {translate('Result words', 'Chance alone could explain it.')}"
    return text


def _one(what: str, period: str, count: float) -> str:
    if math.isnan(count):
        return translate("Result words", "The file does not cover {later}.").format(
            later=period_words(period)
        )
    return translate("Result words", "{what} ({later}).").format(what=what, later=period_words(period))


def _footprint(result: Result, row: Mapping[str, Any]) -> str:
    name = row_name(row["region"])
    area = as_number(row["footprint_km2"])
    pair = result.pair()
    period = period_words(str(row["period"]))
    if row["region"] == "(outside)":  # has events, and no land
        return ""
    if math.isnan(area):
        return translate("Result words", "The file does not cover {later}.").format(later=period)
    share = as_number(row.get("share_pct"))
    text = translate(
        "Result words", "{name}: {area} km² with recorded events ({later}), {share} % of its land"
    )
    if math.isnan(share):
        text = translate("Result words", "{name}: {area} km² with recorded events ({later})")
    said = text.format(name=name, area=number(area), later=period, share=number(share, 2))
    if pair is None or row["period"] != pair[1].label:
        return f"{said}."
    before = as_number(_partner(result, row, ("region",), pair[0].label).get("footprint_km2"))
    if math.isnan(before):
        return f"{said}."
    text = translate("Result words", "{said}; {area} km² before ({earlier})")
    said = text.format(said=said, area=number(before), earlier=period_words(pair[0].label))
    if before > 0:
        percent = round(100 * (area / before - 1))
        sign = "+" if percent > 0 else "−" if percent < 0 else "±"
        said = translate("Result words", "{said}: {percent} %").format(
            said=said, percent=f"{sign}{number(abs(percent))}"
        )
    return f"{said}."


def _land(row: Mapping[str, Any]) -> str:
    text = translate("Result words", "{name}: {area} km² {status}.")
    return text.format(
        name=row_name(row["region"]),
        area=number(as_number(row["area_km2"])),
        status=status_words(row["status"]),
    )


def _partner(result: Result, row: Mapping[str, Any], keys: Sequence[str], period: str) -> Mapping[str, Any]:
    """The row of another period with the same names; empty when there is none."""
    chosen = (result.rows["period"] == period).to_numpy()
    for key in keys:
        if key in result.rows:
            chosen = chosen & (result.rows[key] == row[key]).to_numpy()
    found = np.flatnonzero(chosen)
    return result.rows.iloc[int(found[0])].to_dict() if len(found) else {}
