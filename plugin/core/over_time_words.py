# SPDX-License-Identifier: GPL-2.0-or-later
"""A year's pace and a record in sentences: the same ones in the log, in tables and in the window."""

from __future__ import annotations

import math

from .rolling import Record
from .rulings import as_coded
from .text import date, number, translate
from .year_pace import YearPace


def pace_sentence(pace: YearPace, coded: float) -> str:
    """The year so far and where it is heading. coded : the count so far as coded by the source."""
    projection = pace.projection
    if projection.t_rem == 0:
        text = translate("Year pace", "{year}: {n} events.")
        return text.format(year=pace.year, n=as_coded(projection.n, coded))
    text = translate(
        "Year pace",
        "{year}: {n} events by {day}; at this pace {mean} by the end of the year "
        "({confidence} % interval {low} to {high}).",
    )
    return text.format(
        year=pace.year, n=as_coded(projection.n, coded), day=date(pace.so_far.end), mean=number(projection.mean),
        confidence=number(projection.confidence * 100), low=number(projection.total_low),
        high=number(projection.total_high),
    )  # fmt: skip


def chance_sentence(pace: YearPace) -> str:
    """The chance that the year passes the highest of the earlier ones, or why it is not known."""
    if pace.reason or pace.record_year is None:
        text = translate("Year pace", "No chance to pass an earlier record is given: {reason}")
        return text.format(reason=pace.reason)
    words = {
        "record": number(pace.record), "year": pace.record_year, "years": _years(pace),
        "chance": chance_text(pace.p_record),
    }  # fmt: skip
    if pace.projection.n > pace.record:
        text = translate("Year pace", "The count so far is above the {record} of {year} ({years}) already.")
    elif pace.projection.t_rem == 0:
        text = translate("Year pace", "It is not above the {record} of {year} ({years}).")
    else:
        text = translate("Year pace", "Chance to pass the {record} of {year} ({years}): {chance}.")
    return text.format(**words)


def _years(pace: YearPace) -> str:
    first, last = pace.years["year"].iloc[0], pace.year - 1
    if first == last:
        return translate("Year pace", "the only earlier year")
    return translate("Year pace", "most of {first} to {last}").format(first=first, last=last)


def same_days_sentence(pace: YearPace) -> str:
    """How many times its count by the same day each full earlier year came to; empty where none can be said."""
    ratios = pace.years["ratio"].dropna()
    if ratios.empty or pace.projection.t_rem == 0:
        return ""
    low, high = (number(pace.projection.n * one) for one in (ratios.min(), ratios.max()))
    if len(ratios) == 1:
        text = translate("Year pace", "If the rest of the year adds as large a share as in {year}: {low}.")
        return text.format(year=pace.years.loc[ratios.index[0], "year"], low=low)
    text = translate(
        "Year pace", "If the rest of the year adds as large a share as in the earlier years: {low} to {high}."
    )
    return text.format(low=low, high=high)


def chance_text(p: float) -> str:
    """A probability in percent, never 0 or 100 where it is neither."""
    if math.isnan(p):
        return number(p)
    text, percent = translate("Year pace", "{n} %"), 100 * p
    if 0 < p < 0.01:
        text, percent = translate("Year pace", "less than {n} %"), 1
    if 0.99 < p < 1:
        text, percent = translate("Year pace", "more than {n} %"), 99
    return text.format(n=number(percent)).replace(" %", "\u00a0%")  # which must not begin a line


def record_sentence(record: Record, coded: float, previous_coded: float) -> str:
    """A period against every earlier window, or why nothing can be said."""
    if record.is_record is None or record.previous_end is None:
        text = translate("Record", "Whether {period} is a record is not known: {reason}")
        return text.format(period=record.period.title(), reason=record.reason)
    if record.is_record:
        text = translate(
            "Record",
            "{period} ({n} events) is a record: no earlier {months} months had more than {most}{when}.",
        )
    elif record.events == record.previous:
        text = translate(
            "Record", "{period} ({n} events) is no record: {months} months had as many before{when}."
        )
    else:
        text = translate(
            "Record", "{period} ({n} events) is no record: {months} months had {most} before{when}."
        )
    when = (
        translate("Record", ", those to {end}").format(end=date(record.previous_end))
        if record.previous
        else ""
    )
    return text.format(
        period=record.period.title(), n=as_coded(record.events, coded), months=number(record.months),
        most=as_coded(record.previous, previous_coded), when=when,
    )  # fmt: skip
