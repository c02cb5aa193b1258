# SPDX-License-Identifier: GPL-2.0-or-later
"""A recipe: what a brief asks, in which words, resolved for a date.

A recipe is a JSON file. It holds relative periods, one selection, the figures, and the sentences of every language
that it can be printed in, with that language's months and separators: a new language is a new block of text.
"""

from __future__ import annotations

import calendar
import datetime
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import FlashpointsError
from .periods import Period, add_months, default_pair, months_from, parse_period
from .text import translate

FORMAT = "flashpoints-recipe/1"
KINDS = ("ring", "footprint", "comparison")


class Words:
    """The sentences of one language of a recipe, and numbers, dates and periods as that language writes them."""

    def __init__(self, language: str, texts: Mapping[str, Any]) -> None:
        self.language = language
        self._texts = texts

    def get(self, key: str) -> Any:
        """What the recipe holds under a dotted key (`ring.change`); FlashpointsError when it is not there."""
        value: Any = self._texts
        for part in key.split("."):
            if not isinstance(value, Mapping) or part not in value:
                raise FlashpointsError(
                    translate("Recipes", "The recipe has no text “{key}” in the language {language}.").format(
                        key=key, language=self.language
                    ),
                    remedy=translate("Recipes", "Copy it from the recipe that comes with the plugin."),
                )
            value = value[part]
        return value

    def __call__(self, key: str, **values: object) -> str:
        """The text under a key, its placeholders filled."""
        template = str(self.get(key))
        try:
            return template.format(**values)
        except (KeyError, IndexError, ValueError) as error:
            raise FlashpointsError(
                translate(
                    "Recipes", "The text “{key}” has a placeholder that cannot be filled ({reason})."
                ).format(key=key, reason=error),
                template,
                translate("Recipes", "It may use: {names}.").format(names=", ".join(sorted(values))),
            ) from error

    def choose(self, key: str, names: Sequence[str], otherwise: str, **values: object) -> str:
        """The text of a single name where the recipe has one for it (`head.who`), else the general text."""
        special = self.get(key)
        if len(names) == 1 and names[0] in special:
            return str(special[names[0]]).format(**values)
        return self(otherwise, **values)

    def number(self, value: float | None, decimals: int = 0) -> str:
        """A number with this language's separators; an en dash for what is not known."""
        if value is None or math.isnan(value):
            return "–"
        plain = f"{value:,.{decimals}f}".replace("-", "−")
        marks = self.get("numbers")
        return plain.replace(",", "\0").replace(".", marks["decimal"]).replace("\0", marks["thousands"])

    def ratio(self, value: float | None) -> str:
        """A ratio with about three digits."""
        if value is None or math.isnan(value):
            return "–"
        return self.number(value, 2 if value < 19.995 else 1 if value < 99.95 else 0)

    def percent(self, share: float) -> str:
        """A change as a share (0.18) in signed per cent, +18."""
        whole = round(100 * share)
        return ("+" if whole > 0 else "") + self.number(whole)

    def noun(self, key: str, count: float) -> str:
        """The singular or plural that goes with a count."""
        singular, plural = self.get(f"nouns.{key}")
        return str(singular if abs(count) <= 1 and (count != 0 or self.get("singular_below") > 1) else plural)

    def join(self, names: Sequence[str]) -> str:
        """Names in a row: a, b and c."""
        if len(names) < 2:
            return "".join(names)
        return self("and", first=", ".join(names[:-1]), last=names[-1])

    def date(self, day: datetime.date) -> str:
        """A date in words."""
        return self("periods.day", day=day.day, month=self.get("months")[day.month - 1], year=day.year)

    def period(self, period: Period) -> str:
        """A period in words: January to June 2023."""
        return self._titled(period)[1]

    def in_period(self, period: Period) -> str:
        """A period within a sentence: from January to June 2023."""
        form, title = self._titled(period)
        return self(f"periods.in_{form}", title=title)

    def short_period(self, period: Period) -> str:
        """A period for the head of a column: H1 2023."""
        label = period.label
        for mark, key in (("H", "periods.half"), ("Q", "periods.quarter")):
            if f"-{mark}" in label:
                return self(key, n=label[-1], year=label[:4])
        form, title = self._titled(period)
        return (
            title
            if form in ("year", "month")
            else f"{period.start.isoformat()}\u2013{period.end.isoformat()}"
        )

    def _titled(self, period: Period) -> tuple[str, str]:
        start, end, months = period.start, period.end, self.get("months")
        last_day = calendar.monthrange(end.year, end.month)[1]
        if start.day != 1 or end.day != last_day:
            return "days", self("periods.days", start=self.date(start), end=self.date(end))
        first, last = months[start.month - 1], months[end.month - 1]
        if start.year != end.year:
            return "months", self(
                "periods.months_years", first=first, last=last, first_year=start.year, last_year=end.year
            )
        if (start.month, end.month) == (1, 12):
            return "year", self("periods.year", year=start.year)
        if start.month == end.month:
            return "month", self("periods.month", month=first, year=start.year)
        return "months", self("periods.months", first=first, last=last, year=start.year)


@dataclass(frozen=True)
class Recipe:
    """One recipe as read. `content` is the whole JSON object; `path` names it in messages."""

    content: Mapping[str, Any]
    path: str = ""

    @property
    def id(self) -> str:
        """What the recipe is called."""
        return str(self.content["id"])

    @property
    def selection(self) -> Mapping[str, Any]:
        """Which events count: fields of core's Selection."""
        return dict(self.content.get("selection", {}))

    @property
    def chart_months(self) -> int:
        """How many months the chart goes back."""
        return int(self.content.get("chart", {}).get("months", 36))

    @property
    def table_rows(self) -> int:
        """How many rows the table of regions may have below its head."""
        return int(self.content.get("table", {}).get("rows", 10))

    def figure(self, kind: str) -> Mapping[str, Any] | None:
        """The first figure of a kind; None when the recipe asks for none."""
        return next((figure for figure in self.content["figures"] if figure["kind"] == kind), None)

    def words(self, language: str) -> Words:
        """The texts of a language. FlashpointsError when the recipe is not written in it."""
        texts = self.content["texts"]
        if language not in texts:
            raise FlashpointsError(
                translate("Recipes", "The recipe has no texts in the language “{language}”.").format(
                    language=language
                ),
                self.path,
                translate("Recipes", "It has: {names}.").format(names=", ".join(texts)),
            )
        return Words(language, texts[language])

    def periods(self, coverage: Period, as_of: datetime.date | None = None) -> tuple[Period, Period]:
        """The (earlier, later) periods as of a date, by default the last day of the coverage.

        A file that does not reach back to the start of the earlier period is compared with itself instead: its
        last two quarters, or what `default_pair` finds.

        Raises
        ------
        FlashpointsError : the date lies before the coverage, or the later period wholly outside it.
        """
        day = as_of or coverage.end
        if day < coverage.start:
            raise _not_covered(day.isoformat(), coverage)
        known = Period(coverage.start, min(day, coverage.end))
        names = self.content.get("periods", {})
        later = _relative(names.get("later", "last_half_year"), day)
        earlier = _relative(names.get("earlier", "half_year_before"), day)
        if later.clip(known) is None or earlier.start < coverage.start:
            if day > coverage.end and later.start > coverage.end:
                raise _not_covered(later.label, coverage)
            return default_pair(known)
        return earlier, later


def load_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises
    ------
    FlashpointsError : the file cannot be read, is no JSON, or is no recipe of this version.
    """
    remedy = translate("Recipes", "Start from a copy of resources/recipes/brief.json.")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FlashpointsError(
            translate("Recipes", "The recipe cannot be read ({reason}).").format(reason=error),
            str(path),
            remedy,
        ) from error
    except json.JSONDecodeError as error:
        raise FlashpointsError(
            translate("Recipes", "The recipe is not valid JSON: {reason} in line {line}.").format(
                reason=error.msg, line=error.lineno
            ),
            str(path),
            remedy,
        ) from error
    problem = _problem(content)
    if problem:
        raise FlashpointsError(problem, str(path), remedy)
    return Recipe(content, str(path))


def _problem(content: Any) -> str:
    """What keeps a JSON value from being a recipe; empty when nothing does."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return translate("Recipes", "The file is not a recipe of the format {format}.").format(format=FORMAT)
    missing = [key for key in ("id", "figures", "texts") if key not in content]
    if missing:
        return translate("Recipes", "The recipe lacks: {names}.").format(names=", ".join(missing))
    for figure in content["figures"]:
        if figure.get("kind") not in KINDS:
            return translate("Recipes", "“{kind}” is not a kind of figure; there is {names}.").format(
                kind=figure.get("kind"), names=", ".join(KINDS)
            )
    return ""


def _not_covered(what: str, coverage: Period) -> FlashpointsError:
    return FlashpointsError(
        translate("Recipes", "The events do not cover {what}: they run from {start} to {end}.").format(
            what=what, start=coverage.start.isoformat(), end=coverage.end.isoformat()
        ),
        "AS_OF",
        translate("Recipes", "Choose a date within that span, or leave it empty for its last day."),
    )


def _relative(name: str, as_of: datetime.date) -> Period:
    """A relative period as of a day; a name that is none is read as a period (2022-H2)."""
    after = as_of + datetime.timedelta(days=1)
    half = datetime.date(after.year, 1 if after.month < 7 else 7, 1)  # the half-year that is not over yet
    starts = {
        "last_half_year": (half, -6, 6),
        "half_year_before": (half, -12, 6),
        "same_half_year_before": (half, -18, 6),
        "last_12_months": (after, -12, 12),
        "12_months_before": (after, -24, 12),
    }
    if name not in starts:
        return parse_period(name)
    base, back, length = starts[name]
    return months_from(add_months(base, back), length)
