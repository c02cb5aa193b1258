# SPDX-License-Identifier: GPL-2.0-or-later
"""What a brief says round its figures: head, headings, methods, source; and the facts that all of it is made from."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
from qgis.core import Qgis

from ..core.brief_parts import TableRow, shows_as_coded
from ..core.figure_words import beside
from ..core.figures import Ask, Figure, change_areas
from ..core.periods import Period, provisional_from
from ..core.recipes import Recipe, Words
from ..core.schema import EVENT_TYPES
from ..core.selection import Selection
from ..core.zones import read_table
from .brief_symbols import short_label
from .charts import Series
from .frames import EventSource
from .paths import RESOURCES
from .version import plugin_version


@dataclass(frozen=True)
class SourceFacts:
    """What is known of the file that the events come from."""

    name: str
    sha256: str
    accessed: str
    dataset: str
    synthetic: bool
    coverage: Period
    events: int


@dataclass
class BriefFacts:
    """Everything that a brief prints, as numbers and words; figures by kind; tested : rows of the adjustment.

    events_as_coded : those on the map as the source has them; rulings : how many are in force.
    """

    recipe: Recipe
    ask: Ask
    as_of: datetime.date
    selection: Selection
    group_labels: Sequence[str]
    figures: dict[str, Figure]
    table: list[TableRow]
    months: pd.DataFrame
    series: Sequence[Series]
    source: SourceFacts
    regions_origin: str
    events_on_map: int
    tested: int
    events_as_coded: float = math.nan
    rulings: int = 0
    change: pd.DataFrame | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def words(self) -> Words:
        """The words of the brief's language."""
        return self.ask.words


def source_facts(source: EventSource, coverage: Period) -> SourceFacts:
    """What the store recorded of the file at import; for another layer, what the layer itself tells."""
    imports = source.rows("imports")
    if not imports:
        events = source.read(["event_id"])["event_id"]
        synthetic = len(events) > 0 and bool(events.astype(str).str.startswith("SYN").all())
        datasets = ", ".join(source.names("dataset"))
        return SourceFacts(source.name, "", "", datasets, synthetic, coverage, len(events))
    last = imports[-1]
    names = ", ".join(dict.fromkeys(str(row["file_name"]) for row in imports))
    return SourceFacts(
        names, str(last["sha256"] or ""), str(last["access_date"] or ""), str(last["dataset"] or ""),
        any(bool(row["synthetic"]) for row in imports), coverage,
        sum(int(row["events"] or 0) for row in source.rows("coverage")),
    )  # fmt: skip


def ring_label(facts: BriefFacts, ring: Mapping[str, Any] | None) -> str:
    """What stands on the ring: its radius, and the counts of both periods."""
    figure = facts.figures.get("ring")
    if ring is None or figure is None:
        return ""
    words = facts.words
    radius, earlier = words.number(float(ring["radius_km"])), words.short_period(facts.ask.earlier)
    ruled, coded = (
        {"later_count": words.number(later), "earlier": earlier, "earlier_count": words.number(before)}
        for later, before in (
            (figure.numerator, figure.denominator), (figure.numerator_as_coded, figure.denominator_as_coded),
        )
    )  # fmt: skip
    label = words("legend.ring", radius=radius, **ruled)
    return label if ruled == coded else f"{label}\n{words('legend.ring_as_coded', **coded)}"


def counted(words: Words, count: float, coded: float) -> str:
    """A count, with that of the source beside it where rulings changed it."""
    return f"{words.number(count)} {beside(words, count, coded)}".strip()


def credit(facts: BriefFacts) -> str:
    """The source line that every visual carries: whose data, accessed when, under which filters."""
    words, source = facts.words, facts.source
    wanted = "Synthetic" if source.synthetic else source.dataset
    rows = {row["dataset"]: row for row in read_table(RESOURCES / "sources.csv", ("dataset", "credit"))}
    accessed = date_words(words, source.accessed)
    if wanted in rows:
        own = rows[wanted].get(f"credit_{words.language}") or rows[wanted]["credit"]
        line = own.format(accessed=accessed)
    else:
        line = words("credit.unknown", accessed=accessed, dataset=source.dataset or source.name)
    return f"{line} {words('credit.filters', selection=selection_words(facts), **periods_in_words(facts))}"


def methods(facts: BriefFacts) -> str:
    """The small print: file, filters, definitions with their ids, software."""
    words, source = facts.words, facts.source
    span = {"start": words.date(source.coverage.start), "end": words.date(source.coverage.end)}
    parts = [
        words("methods.heading"),
        words("methods.other_file", file=source.name, sha=source.sha256[:12] or "–"),
        words("methods.events", count=words.number(source.events), selection=selection_words(facts), **span),
    ]
    figures = [facts.figures[kind] for kind in ("ring", "footprint", "comparison") if kind in facts.figures]
    parts += [words(f"methods.{figure.kind}", definition=figure.definition) for figure in figures]
    if facts.rulings:
        parts.append(words("methods.rulings", n=words.number(facts.rulings)))
    parts.append(words("methods.ids", ids=", ".join(figure.definition_id for figure in figures)))
    if is_provisional(facts):
        parts.append(words("methods.provisional", date=words.date(provisional_from(source.coverage.end))))
    parts.append(words("methods.base", regions=facts.regions_origin))
    parts.append(
        words(
            "methods.software",
            version=plugin_version(),
            qgis=Qgis.version().split("-")[0],
            recipe=facts.recipe.id,
            as_of=words.date(facts.as_of),
        )  # fmt: skip
    )
    return " ".join(parts)


def selection_words(facts: BriefFacts) -> str:
    """The filters in the brief's language; what is seldom used in the window's language."""
    selection = facts.selection
    parts = [types_in_words(facts), actors_in_words(facts), ", ".join(selection.countries)]
    seldom = replace(
        selection, periods=(), event_types=EVENT_TYPES, actor_groups=(), countries=(), dataset=None
    ).describe()
    parts += seldom.split("; ")[1:]
    return ", ".join(part for part in parts if part)


def footprint_labels(facts: BriefFacts) -> list[str]:
    """Legend entries of the change map, with their areas."""
    if facts.change is None:
        return []
    return [
        facts.words(f"legend.{status}", area=facts.words.number(area))
        for status, area in change_areas(facts.change).items()
    ]


def is_provisional(facts: BriefFacts) -> bool:
    """Whether events of the later period may still change."""
    return facts.ask.later.end >= provisional_from(facts.source.coverage.end)


def periods_in_words(facts: BriefFacts) -> dict[str, str]:
    """The two periods in words."""
    words, ask = facts.words, facts.ask
    return {"later": words.period(ask.later), "earlier": words.period(ask.earlier)}


def tokens(facts: BriefFacts) -> dict[str, str]:
    """What placeholders in a template's own texts may stand for, beside the texts of its items."""
    words, ask = facts.words, facts.ask
    return {
        **periods_in_words(facts), "country": ask.country, "as_of": words.date(facts.as_of),
        "date": words.date(datetime.date.today()), "version": plugin_version(),
    }  # fmt: skip


def upper(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def producer(facts: BriefFacts) -> str:
    """What made the page, and when."""
    return facts.words(
        "head.producer", version=plugin_version(), date=facts.words.date(datetime.date.today())
    )


def subtitle(facts: BriefFacts) -> str:
    """What, who and when, in two lines; upright, too, what the mark across a page of the sample says."""
    when = f"{upper(facts.words('head.when', **periods_in_words(facts)))}."
    if facts.source.synthetic:
        when = f"{when} {facts.words('head.synthetic')}"
    return f"{upper(what(facts))}.\n{when}"


def title(facts: BriefFacts) -> str:
    """Country and actors."""
    words, groups = facts.words, list(facts.selection.actor_groups)
    if len(groups) == 1:
        who = words.choose("head.who", groups, "head.who_other", labels=short_label(facts.group_labels[0]))
    else:
        who = words("head.who_several" if groups else "head.who_anyone")
    return words("head.title", country=facts.ask.country, who=who)


def types_in_words(facts: BriefFacts) -> str:
    """The event types that count."""
    words, chosen = facts.words, facts.selection.event_types
    if set(chosen) == set(EVENT_TYPES):
        return words("event_types.all")
    return words.join([words(f"event_types.{name}") for name in chosen])


def actors_in_words(facts: BriefFacts) -> str:
    """Whose events count."""
    words, groups = facts.words, list(facts.selection.actor_groups)
    if not groups:
        return words("head.actors_anyone")
    return words.choose("head.actors", groups, "head.actors_other", labels=words.join(facts.group_labels))


def what(facts: BriefFacts) -> str:
    """Which events count, of whom."""
    return facts.words("head.what", types=types_in_words(facts), actors=actors_in_words(facts))


def map_title(facts: BriefFacts) -> str:
    """How many events the map shows, of when."""
    words, count = facts.words, facts.events_on_map
    key = "sections.map" if count else "sections.map_zero"
    later = words.period(facts.ask.later)
    shown = counted(words, count, facts.events_as_coded)
    return words(key, count=shown, events=words.noun("event", count), later=later)


def footprint_title(facts: BriefFacts, region: str) -> str:
    """What the map of the footprint shows, and round which region."""
    return (
        facts.words("sections.footprint", region=region) if region else facts.words("sections.footprint_zero")
    )


def table_note(facts: BriefFacts) -> str | None:
    """How to read what is grey and what is in brackets; None where nothing is."""
    words, notes = facts.words, []
    if facts.tested:
        regions = words.noun("region", facts.tested)
        notes.append(words("sections.regions_note", n=facts.tested, regions=regions))
    if shows_as_coded(facts.table):
        notes.append(words("sections.regions_coded"))
    return " ".join(notes) or None


def date_words(words: Words, iso: str) -> str:
    """A date of the imports table in words; the recipe's phrase when it was not recorded."""
    try:
        return words.date(datetime.date.fromisoformat(iso[:10]))
    except ValueError:
        return words("credit.no_date")
