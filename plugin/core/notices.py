# SPDX-License-Identifier: GPL-2.0-or-later
"""What looks wrong among the events of a file, though each row by itself is sound: warnings, never rejections.

Judged when the file has ended, since only the whole file tells where a country's events usually lie and which
months it has.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from .account import EARLIEST, Notice
from .headers import shown
from .periods import Period
from .places_check import Box, stray_points, usual_box
from .text import date, number, translate
from .watch import Facts
from .zones import fold

_EXAMPLES = 3
_LETTERS = 3
_LATE_DAYS = 7
_USUAL_EVENTS = 5  # a month: at such a rate, a month without any event has a chance of under 1 %
_COUNTRIES_SHOWN = 4
_MONTHS_SHOWN = 12
_TWO_DATES = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})\D{1,4}(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII)


def period_of_name(name: str) -> Period | None:
    """The period that a file's name says it covers, as in 2022-01-01-2023-06-30-Mali.csv; None where it says none."""
    found = _TWO_DATES.search(name)
    if not found:
        return None
    try:
        start, end = (datetime.date.fromisoformat(text) for text in found.groups())
    except ValueError:
        return None
    return Period(start, end) if start <= end else None


def judge(
    facts: Facts,
    today: datetime.date,
    expected: Period | None = None,
    boxes: Mapping[str, Box] | None = None,
) -> list[Notice]:
    """All warnings about the events of a file.

    Parameters
    ----------
    today : dates after it lie in the future.
    expected : the period that the file should cover, where that is known.
    boxes : folded country name -> where the country lies, from a map; else where most of its events lie.
    """
    if not facts.ids:
        return []
    return [
        *_odd_dates(facts, today),
        *_marked(facts),
        *_few(_foreign_ids(facts)),
        *_same_but_for_case(facts),
        *_nowhere(facts),
        *_few(_stray(facts, boxes or {})),
        *_few(_gaps(facts, today)),
        *(_ends_early(facts, expected, today) if expected is not None else ()),
    ]


def _few(notices: Iterable[Notice]) -> Iterator[Notice]:
    """Of one kind the weightiest, and the others together: a file of the world has many countries."""
    kinds: dict[str, list[Notice]] = {}
    for notice in notices:
        kinds.setdefault(notice.kind, []).append(notice)
    for kind, found in kinds.items():
        found.sort(key=lambda notice: -notice.count)
        yield from found[:_COUNTRIES_SHOWN]
        rest = found[_COUNTRIES_SHOWN:]
        if rest:
            sentence = translate("Notices", "The same in other countries: {n} ({countries} countries).")
            count = sum(notice.count for notice in rest)
            text = sentence.format(n=number(count), countries=number(len(rest)))
            yield Notice(kind, count, text, rest[0].examples)


def of_cells(left_empty: Mapping[str, int], garbled: Sequence[str]) -> Iterator[Notice]:
    """Warnings about cells: what could not be read where no figure needs it, and names in a wrong encoding."""
    if garbled:
        sentence = translate(
            "Notices",
            "Names that look garbled, because somebody saved the file in a wrong encoding: {n}, such as “{name}”.",
        )
        text = sentence.format(n=number(len(garbled)), name=shown(garbled[0]))
        yield Notice("garbled_names", len(garbled), text, tuple(garbled[:_EXAMPLES]))
    for problem, count in left_empty.items():
        sentence = translate("Notices", "Rows in which {problem}: {n}. It is left empty there.")
        yield Notice("left_empty", count, sentence.format(problem=problem, n=number(count)))


def _notice(kind: str, sentence: str, ids: Sequence[str], count: int, **words: str) -> Notice:
    examples = tuple(ids[:_EXAMPLES])
    return Notice(kind, count, sentence.format(n=number(count), id=shown(examples[0]), **words), examples)


def _of_rows(facts: Facts, kind: str, sentence: str, rows: np.ndarray, **words: str) -> Iterator[Notice]:
    """A notice about events by their positions; none for none."""
    if len(rows):
        yield _notice(kind, sentence, [facts.ids[row] for row in rows[:_EXAMPLES]], len(rows), **words)


def _odd_dates(facts: Facts, today: datetime.date) -> Iterator[Notice]:
    late = np.array([day > today.isoformat() for day in facts.days])
    early = np.array([day < EARLIEST for day in facts.days])
    sentence = translate("Notices", "Events dated in the future: {n}, such as {id}.")
    yield from _of_rows(facts, "future_dates", sentence, np.flatnonzero(late[facts.day]))
    sentence = translate("Notices", "Events dated before 1946: {n}, such as {id}.")
    yield from _of_rows(facts, "early_dates", sentence, np.flatnonzero(early[facts.day]))


def _marked(facts: Facts) -> Iterator[Notice]:
    """What only some forms have: ranges of dates, places known by area, unknown sides."""
    sentences = {
        "sides_unknown": translate(
            "Notices", "Events of which the file does not tell the sides: {n}, such as {id}. "
            "Questions of role and opponent leave them out."
        ),
        "area_only": translate(
            "Notices",
            "Events placed to a region or country only: {n}, such as {id}. They stay out of rings and footprints.",
        ),
        "date_ranges": translate(
            "Notices", "Events dated by several days, which count on the first: {n}, such as {id}."
        ),
        "ends_before_start": translate("Notices", "Events that end before they start: {n}, such as {id}."),
    }  # fmt: skip
    for kind, rows in facts.marked.items():
        yield from _of_rows(facts, kind, sentences[kind], rows)


def _foreign_ids(facts: Facts) -> Iterator[Notice]:
    """Ids that begin with other letters than most of the country's, as ACLED's do (three for each country)."""
    codes, prefixes = pd.factorize(np.array([one[:_LETTERS].upper() for one in facts.ids], dtype=object))
    telling = np.array(
        [len(prefix) == _LETTERS and prefix.isascii() and prefix.isalpha() for prefix in prefixes]
    )
    keys = facts.country.astype(np.int64) * len(prefixes) + codes
    found, first, counts = np.unique(keys[telling[codes]], return_index=True, return_counts=True)
    rows = np.flatnonzero(telling[codes])[first]
    countries = found // len(prefixes)
    for code in np.unique(countries).tolist():
        there = np.flatnonzero(countries == code)
        usual = there[np.argmax(counts[there])]
        others = there[there != usual]
        country, count = facts.countries[code], int(counts[others].sum())
        if country and count and count < counts[usual]:
            sentence = translate(
                "Notices", "Events of {country} with ids of another country: {n}, such as {id}."
            )
            ids = [facts.ids[rows[other]] for other in others]
            yield _notice("foreign_ids", sentence, ids, count, country=shown(country))


def _same_but_for_case(facts: Facts) -> Iterator[Notice]:
    """Ids that differ from another one only in capital letters: most likely one event, counted twice."""
    odd = {row: one.upper() for row, one in enumerate(facts.ids) if one != one.upper()}
    if odd:
        counts = Counter(one.upper() for one in facts.ids)
        sentence = translate(
            "Notices", "Events whose ids differ from another one only in capitals: {n}, such as {id}."
        )
        rows = np.array([row for row, one in odd.items() if counts[one] > 1], dtype=np.int64)
        yield from _of_rows(facts, "ids_by_case", sentence, rows)


def _nowhere(facts: Facts) -> Iterator[Notice]:
    """Events without a country in a file that names countries: they stay out of every count by country or region."""
    empty = np.array([not name for name in facts.countries])
    if not empty.all():
        sentence = translate(
            "Notices",
            "Events without a country: {n}, such as {id}. Counts by country or region leave them out.",
        )
        yield from _of_rows(facts, "no_country", sentence, np.flatnonzero(empty[facts.country]))


def _stray(facts: Facts, boxes: Mapping[str, Box]) -> Iterator[Notice]:
    swapped_text = translate(
        "Notices",
        "Events of {country} that lie far away, but in it once latitude and longitude are swapped: {n}, such as {id}.",
    )
    outside_text = translate("Notices", "Events of {country} that lie outside it: {n}, such as {id}.")
    far_text = translate(
        "Notices", "Events of {country} that lie far from all its others: {n}, such as {id}."
    )
    order = np.argsort(facts.country, kind="stable")
    ends = np.cumsum(np.bincount(facts.country, minlength=len(facts.countries)))
    for country, rows in zip(facts.countries, np.split(order, ends[:-1])):
        x, y = facts.x[rows], facts.y[rows]
        known = boxes.get(fold(country))
        box = known or usual_box(x, y)
        if country and box is not None:
            words = {"country": shown(country)}
            swapped, far = stray_points(x, y, box)
            yield from _of_rows(facts, "swapped_coordinates", swapped_text, rows[swapped], **words)
            yield from _of_rows(facts, "far_points", outside_text if known else far_text, rows[far], **words)


def _gaps(facts: Facts, today: datetime.date) -> Iterator[Notice]:
    """Months without any event between the file's first and last; those of a country that usually has some."""
    true = np.array([EARLIEST <= day <= today.isoformat() for day in facts.days])[facts.day]
    if not true.any():
        return
    months = np.array([int(day[:4]) * 12 + int(day[5:7]) - 1 for day in facts.days])[facts.day][true]
    first, span = int(months.min()), int(months.max() - months.min()) + 1
    cells = facts.country[true].astype(np.int64) * span + (months - first)
    table = np.bincount(cells, minlength=len(facts.countries) * span).reshape(-1, span)
    everywhere = table.sum(axis=0)
    if not everywhere.all():
        sentence = translate("Notices", "The file has no event at all in {months}.")
        yield _gap_notice(sentence, first + np.flatnonzero(everywhere == 0))
    for country, counts in zip(facts.countries, table):
        empty, usual = np.flatnonzero((counts == 0) & (everywhere > 0)), float(np.median(counts))
        if country and usual >= _USUAL_EVENTS and len(empty):
            sentence = translate("Notices", "{country} has no event in {months}; it usually has {n} a month.")
            yield _gap_notice(sentence, first + empty, country=shown(country), n=number(usual))


def _gap_notice(sentence: str, months: Iterable[int], **words: str) -> Notice:
    names = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]
    written = ", ".join(names if len(names) <= _MONTHS_SHOWN else [*names[:_MONTHS_SHOWN], "…"])
    return Notice(
        "missing_months", len(names), sentence.format(months=written, **words), tuple(names[:_MONTHS_SHOWN])
    )


def _ends_early(facts: Facts, expected: Period, today: datetime.date) -> Iterator[Notice]:
    days_past = [day for day in facts.days if day <= today.isoformat()]
    last = datetime.date.fromisoformat(max(days_past or facts.days))
    days = (expected.end - last).days
    if days > _LATE_DAYS:
        sentence = translate("Notices", "The last event is of {last}, {n} days before the end of {period}.")
        text = sentence.format(last=date(last), n=number(days), period=expected.title())
        yield Notice("ends_early", days, text)
