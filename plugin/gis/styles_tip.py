# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tip of events: the short form of the event's card, as a template of QGIS's own expressions.

The labels of groups and types are written into the template, so that a project shows them without the plugin. Every
text of the file is escaped: QGIS renders tips as HTML. A column that the layer lacks, or loses later, leaves its words
out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..core.event_card import Labels, area_words, precision_words, time_words
from ..core.text import translate
from ..core.zones import read_table
from .paths import RESOURCES
from .styles_common import looks, quoted

NOTES_AT_MOST = 280
"""Characters of the notes in a tip; the card has them whole."""

GLYPHS = {
    "circle": "●", "diamond": "◆", "square": "■", "star": "★", "triangle_up": "▲", "triangle_down": "▼",
}  # fmt: skip
"""The marks of event types as characters."""

_PLATE = (
    '<div style="width:340px;padding:4px;background-color:#FCFBF8;color:#222222;font-family:sans-serif;'
    'font-size:9.5pt">'
)
"""Both colours are set: a dark theme must not leave black text on a dark ground."""

_SMALL = '<span style="font-size:8.5pt;color:#5A544A">'


def tip_template(labels: Labels, colours: Mapping[str, str], language: str) -> str:
    """The HTML of an event layer's map tip.

    Parameters
    ----------
    labels : words of types, groups and families; colours : lead group -> #RRGGBB.
    language : of dates, en or fr.
    """
    lines = [
        _title(labels, colours),
        _when(language),
        _where(),
        _actor(1, labels),
        _actor(2, labels),
        _groups(labels),
        _dead(),
        _labelled(translate("Card", "Source"), _cell("source")),
        _cut("notes"),
    ]
    foot = _joined("' · '", _cell("event_id"), _cell("dataset"))
    blocks = "\n".join(f"[% {one} %]" for one in (*map(_line, lines), foot))
    return f"{_PLATE}\n{blocks}\n</div>"


def escaped(text: str) -> str:
    """An expression that gives a text as HTML shows it; what QGIS would compute ([% %]) is broken up as well."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("[%", "&#91;%")):
        text = f"replace({text}, '{sign}', '{entity}')"
    return text


def _raw(column: str) -> str:
    """A cell as text, '' where it is empty or the column is missing."""
    return f"coalesce(trim(to_string(attribute('{column}'))), '')"


def _cell(column: str) -> str:
    return escaped(_raw(column))


def _map(values: Mapping[Any, str]) -> str:
    pairs = ", ".join(f"{quoted(str(key))}, {quoted(text)}" for key, text in values.items())
    return f"map({pairs})"


def _word(values: Mapping[Any, str], key: str) -> str:
    """An expression for the word of a key; the key itself where there is none. Words are HTML already."""
    return f"coalesce(map_get({_map(values)}, {key}), {escaped(key)})"


def _html(values: Mapping[str, str]) -> dict[Any, str]:
    """Labels of tables, which an office may edit, as HTML."""
    signs = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("[%", "&#91;%"), ("%]", "%&#93;"))
    texts: dict[Any, str] = {}
    for key, text in values.items():
        for sign, entity in signs:
            text = text.replace(sign, entity)
        texts[key] = text
    return texts


def _line(text: str) -> str:
    """A line of the tip; nothing where there is no text."""
    return f"with_variable('line', {text}, if(@line <> '', @line || '<br>', ''))"


def _joined(between: str, *texts: str) -> str:
    return f"array_to_string(array_filter(array({', '.join(texts)}), @element <> ''), {between})"


def _filled(template: str, **parts: str) -> str:
    """A translated sentence as an expression: {name} is the expression of that name, the rest is written as it is."""
    pieces = re.split(r"\{(\w+)\}", template)
    texts = [parts[piece] if place % 2 else quoted(piece) for place, piece in enumerate(pieces) if piece]
    return " || ".join(texts)


def _where_there_is(text: str, sentence: str) -> str:
    """A sentence that has @text in it, where there is such a text."""
    return f"with_variable('text', {text}, if(@text <> '', {sentence}, ''))"


def _labelled(label: str, text: str) -> str:
    sentence = _filled(translate("Card", "{label}: {text}"), label=quoted(label), text="@text")
    return _where_there_is(text, sentence)


def _small(text: str) -> str:
    return _where_there_is(text, f"'{_SMALL}' || @text || '</span>'")


def _title(labels: Labels, colours: Mapping[str, str]) -> str:
    rows = read_table(RESOURCES / "categories.csv", ("event_type", "glyph"))
    glyph = (
        f"map_get({_map({row['event_type']: GLYPHS[row['glyph']] for row in rows})}, {_raw('event_type')})"
    )
    colour = f"map_get({_map(dict(colours))}, {_raw('lead_group')})"
    plain = quoted(looks()["key_glyph"].colour.name())
    mark = f"'<span style=\"color:' || coalesce({colour}, {plain}) || '\">' || coalesce({glyph}, '•') || '</span> '"
    words = _joined(
        "' · '",
        _word(_html(labels.types), _raw("event_type")),
        _word(_html(labels.sub_types), _raw("sub_event_type")),
    )
    return f"{mark} || '<b>' || {words} || '</b>'"


def _when(language: str) -> str:
    def day(column: str) -> str:
        shown = f"format_date(to_date(attribute('{column}')), 'd MMMM yyyy', '{language}')"
        return f"coalesce(try({shown}), {_cell(column)})"

    one = f"{_raw('end_date')} IN ('', {_raw('event_date')})"
    days = _filled(translate("Card", "{start} to {end}"), start=day("event_date"), end=day("end_date"))
    known = f"coalesce(map_get({_map(dict(time_words()))}, {_raw('time_precision')}), '')"
    return _joined("'<br>'", f"if({one}, {day('event_date')}, {days})", _small(known))


def _where() -> str:
    names = _joined("', '", *(_cell(name) for name in ("location", "admin2", "admin1", "country")))
    once = f"array_to_string(array_distinct(string_to_array({names}, ', ')), ', ')"
    known = f"coalesce(map_get({_map(dict(precision_words()))}, {_raw('geo_precision')}), '')"
    area = f"if({_raw('area_only')} IN ('1', 'true'), {quoted(area_words())}, {known})"
    return _joined("'<br>'", once, _small(area))


def _groups_of(column: str, labels: Labels) -> str:
    one_by_one = f"array_filter(string_to_array({_raw(column)}, ';'), @element <> '')"
    words = f"coalesce(map_get(@groups, @element), {escaped('@element')})"
    return (
        f"with_variable('groups', {_map(_html(labels.groups))}, "
        f"array_to_string(array_foreach({one_by_one}, {words}), ', '))"
    )


def _actor(side: int, labels: Labels) -> str:
    label = {1: translate("Card", "Actor 1"), 2: translate("Card", "Actor 2")}[side]
    others = _filled(translate("Card", "with {names}"), names="@text")
    others = _where_there_is(_cell(f"assoc_actor_{side}"), others)
    return _joined(
        "'<br>'",
        _labelled(label, _cell(f"actor{side}")),
        _small(_joined("' · '", others, _groups_of(f"side_{side}_groups", labels))),
    )


def _groups(labels: Labels) -> str:
    """All groups, where nobody knows the sides."""
    sides = f"{_raw('side_1_groups')} || {_raw('side_2_groups')}"
    groups = _labelled(translate("Card", "Groups"), _groups_of("actor_groups", labels))
    return f"if({sides} = '', {groups}, '')"


def _dead() -> str:
    unknown = quoted(translate("Card", "unknown"))
    count = f"try(format_number(to_int({_raw('fatalities')}), 0), {_cell('fatalities')})"
    known = f"if({_raw('fatalities')} = '', {unknown}, {count})"
    low, high = _raw("fatalities_low"), _raw("fatalities_high")
    certain = f"{low} = '' OR {high} = '' OR ({low} = {_raw('fatalities')} AND {high} = {low})"
    span = _filled(
        translate("Card", "{best} (between {low} and {high})"),
        best=known,
        low=escaped(low),
        high=escaped(high),
    )
    dead = _labelled(translate("Card", "Reported fatalities"), f"if({certain}, {known}, {span})")
    civilians = (
        f"if({_raw('civilian_targeting')} = '', '', {quoted(translate('Card', 'Civilian targeting'))})"
    )
    return _joined("' · '", f"if({_has('fatalities')}, {dead}, '')", civilians)


def _has(column: str) -> str:
    """Whether the layer has a column at all."""
    return f"coalesce(array_contains(map_akeys(attributes()), '{column}'), false)"


def _cut(column: str) -> str:
    """A long text, cut at a word."""
    text = _raw(column)
    cut = f"left({text}, {NOTES_AT_MOST})"
    short = (
        f"if(length({text}) > {NOTES_AT_MOST}, regexp_replace({cut}, '\\\\s+\\\\S*$', '') || ' …', {text})"
    )
    return _small(escaped(short))
