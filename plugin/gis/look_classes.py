# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of a legend: which groups, families or event types get one, in a fixed order and always the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.actors import OTHER, ActorTable, Family, Group
from ..core.errors import FlashpointsError
from ..core.event_look import EVENT_TYPE, GROUP, MOST_COLOURS, EventLook
from ..core.tally import Tally
from ..core.text import translate
from ..core.zones import read_table
from .styles_common import label_in, one_of

CATEGORY_COLUMNS = ("event_type", "label", "label_fr", "glyph", "scale", "violent", "colour")


@dataclass(frozen=True)
class LookClass:
    """One colour of the legend.

    column, values : the events that have it, none for all the rest; events : how many there are; pale : too light for
    a white edge; category : the event type's row, where the colour is of one type.
    """

    id: str
    label: str
    colour: str
    column: str
    values: tuple[str, ...]
    events: int
    pale: bool = False
    category: Mapping[str, str] | None = None

    @property
    def condition(self) -> str:
        """The expression that finds its events; ELSE for the rest."""
        return one_of(self.column, self.values) if self.values else "ELSE"


@dataclass(frozen=True)
class LookTables:
    """What classes are made from: actors, the rows of categories.csv, and the language of labels (None: QGIS's)."""

    actors: ActorTable
    categories: Sequence[Mapping[str, str]]
    language: str | None = None


def read_categories(path: Path, glyphs: Sequence[str]) -> list[dict[str, str]]:
    """The event types with their labels, glyphs and colours.

    Raises
    ------
    FlashpointsError : not readable, or a glyph that is not among `glyphs`.
    """
    rows = read_table(path, CATEGORY_COLUMNS)
    unknown = sorted({row["glyph"] for row in rows} - set(glyphs))
    if unknown:
        raise FlashpointsError(
            translate("Styles", "There is no glyph {name}.").format(name=unknown[0]),
            str(path),
            translate("Styles", "The glyphs are: {names}.").format(names=", ".join(glyphs)),
        )
    return rows


def look_classes(look: EventLook, tables: LookTables, tally: Tally) -> list[LookClass]:
    """The classes that a legend shows, none empty: those with a colour in a fixed order, then the rest in grey."""
    offered = offered_classes(look.colour, tables, tally)
    chosen = chosen_classes(offered, look)
    left = tally.events - sum(one.events for one in chosen)
    if left > 0:
        chosen.append(_rest(offered, tables, left))
    return chosen


def offered_classes(colour: str, tables: LookTables, tally: Tally) -> list[LookClass]:
    """All classes that could have a colour and have events, in the order of the tables."""
    if colour == EVENT_TYPE:
        return _type_classes(tables, tally.types)
    return _actor_classes(colour, tables, tally.groups)


def chosen_classes(offered: Sequence[LookClass], look: EventLook) -> list[LookClass]:
    """The classes that get a colour: those that were asked for, else those with most events."""
    if look.shown:
        return [one for one in offered if {one.id, *one.values} & set(look.shown)][:MOST_COLOURS]
    ranked = sorted(offered, key=lambda one: -one.events)[:MOST_COLOURS]
    return [one for one in offered if one in ranked]


def _rest(offered: Sequence[LookClass], tables: LookTables, events: int) -> LookClass:
    neutral = tables.actors.family(OTHER)
    column = offered[0].column if offered else "lead_group"
    return LookClass(OTHER, label_in(neutral, tables.language), neutral.colour, column, (), events, pale=True)


def _type_classes(tables: LookTables, present: Mapping[str, int]) -> list[LookClass]:
    neutral = tables.actors.family(OTHER).colour.lower()
    return [
        LookClass(
            row["event_type"], label_in(row, tables.language), row["colour"], "event_type", (row["event_type"],),
            present[row["event_type"]], row["colour"].lower() == neutral, row,
        )
        for row in tables.categories
        if present.get(row["event_type"])
    ]  # fmt: skip


def _actor_classes(colour: str, tables: LookTables, present: Mapping[str, int]) -> list[LookClass]:
    """Groups and families that share a colour share a class; the neutral colour is none."""
    actors = tables.actors
    neutral = actors.family(OTHER).colour.lower()
    families = {family.id: family for family in actors.families}
    order = {family.id: index for index, family in enumerate(actors.families)}
    members: dict[str, list[Group]] = {}
    for group in sorted(actors.groups, key=lambda group: order[group.family]):
        own = group.colour if colour == GROUP else ""
        members.setdefault((own or families[group.family].colour).lower(), []).append(group)
    split = {
        group.family
        for group in actors.groups
        if colour == GROUP
        and (group.colour or families[group.family].colour) != families[group.family].colour
    }
    classes = []
    for value, groups in members.items():
        seen = [group for group in groups if present.get(group.id)]
        if seen and value != neutral:
            label = _class_label(seen, groups[-1], families, split, tables.language)
            ids = tuple(group.id for group in groups)
            events = sum(present.get(one, 0) for one in ids)
            name = groups[0].id if colour == GROUP else groups[0].family
            classes.append(LookClass(name, label, value.upper(), "lead_group", ids, events))
    return classes


def _class_label(
    seen: list[Group], last: Group, families: Mapping[str, Family], split: set[str], language: str | None
) -> str:
    """What to call the groups of one colour: their families, or where these are split the groups themselves.

    More than two go by the name of the colour's last group in the table, which is the one for all the rest.
    """
    ids = list(dict.fromkeys(group.family for group in seen))
    if not split.intersection(ids):
        return ", ".join(label_in(families[one], language) for one in ids)
    heads = [group for group in seen if group.umbrella not in {other.id for other in seen}]
    if len(heads) <= 2:
        return ", ".join(label_in(group, language) for group in heads)
    return label_in(last, language)
