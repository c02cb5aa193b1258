# SPDX-License-Identifier: GPL-2.0-or-later
"""What speaks for a form, in sentences that a user can check against the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..dates import numeric_date, plain_date
from ..headers import listed, shown
from ..sources import Sample
from ..text import translate
from ..vocabulary import meaning
from .form import Format


def sentences(form: Format, sample: Sample, positions: Mapping[str, int]) -> list[str]:
    """Which of the form's columns are there, which are not, which are not used, and what the content shows."""
    there = translate("Formats", "{found} of the {all} columns of this format are there.")
    found = [there.format(found=sum(name in positions for name in form.columns), all=len(form.columns))]
    missing = [names[0] for name, names in form.columns.items() if name not in positions]
    if missing:
        found.append(translate("Formats", "Not in the file: {names}.").format(names=listed(missing)))
    return [*found, *filter(None, [unused(sample.header, positions)]), *of_content(sample, positions)]


def unused(header: Sequence[str], positions: Mapping[str, int]) -> str:
    """The columns that no canonical one takes; "" for none."""
    extra = [name for index, name in enumerate(header) if index not in positions.values()]
    named = [name for name in extra if name]
    parts = [translate("Formats", "Not used: {names}.").format(names=listed(named))] if named else []
    if len(named) < len(extra):
        parts.append(
            translate("Formats", "Not used: {n} columns without a name.").format(n=len(extra) - len(named))
        )
    return " ".join(parts)


def of_content(sample: Sample, positions: Mapping[str, int]) -> list[str]:
    """How the first rows write dates, types and kinds of actors, and whether tags stand among them."""
    found = []
    dates = sample.texts(positions.get("event_date"))
    if dates:
        typical = next((text for text in dates if plain_date(text) or numeric_date(text)), dates[0])
        found.append(translate("Formats", "Dates are written like “{text}”.").format(text=shown(typical)))
    inters = sample.texts(positions.get("inter1"))
    if inters and positions.get("inter1") != positions.get("event_type"):
        words = not inters[0].partition(".")[0].isdigit()
        found.append(
            translate("Formats", "Kinds of actors are words, as since 2024.")
            if words
            else translate("Formats", "Kinds of actors are numbers, as until 2023.")
        )
    old = [
        text for text in dict.fromkeys(sample.texts(positions.get("event_type"))) if meaning(text).original
    ]
    if old:
        sentence = translate(
            "Formats", "Event types such as “{text}” become one of today's six; the word is kept."
        )
        found.append(sentence.format(text=shown(old[0])))
    if sample.tag_rows:
        found.append(
            translate("Formats", "A row of HXL tags below the header is no event; it counts as rejected.")
        )
    return found


def actor_rows(example: str) -> str:
    """That rows are actors, with an event that shows it."""
    if not example:
        return translate("Formats", "Each row is one actor of an event; rows of one event are merged.")
    sentence = translate(
        "Formats", "There is no second actor, and event {id} has rows of several: they are merged."
    )
    return sentence.format(id=shown(example))
