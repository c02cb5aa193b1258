# SPDX-License-Identifier: GPL-2.0-or-later
"""How events look: colour by actor or type, glyph by event type, size by fatalities, a ring where civilians were hit.

Ordinary renderers. The rules under the first heading draw; those under the other headings are the key to glyphs,
sizes, the ring and open marks: they match the events that they explain, so that a legend that lists only what is on
the map keeps them, and draw nothing on the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from ..core.actors import ActorTable
from ..core.event_look import CLUSTER, EVENT_TYPE, GROUP, OFFSET, EventLook, fitted
from ..core.tally import Tally
from ..core.text import date as date_text
from ..core.text import number, translate
from .event_tally import EventCounter
from .layer_look import is_as_made, keep_look, look_of
from .look_classes import LookClass, LookTables, look_classes, read_categories
from .paths import RESOURCES
from .styles_common import counted, label_in, quoted, renderer_of, rule
from .styles_fields import name_fields, set_temporal
from .styles_marks import (
    BASE_MM,
    FATALITIES,
    GLYPHS,
    KEY_MM,
    TARGETED,
    event_symbol,
    key_symbol,
    late_expression,
    size_mm,
)
from .styles_obstacles import keep_names_off
from .styles_together import clustered, keep_ticks, offset

KEY_FATALITIES = (0, 10, 100)


def style_events(
    layer: QgsVectorLayer,
    actors: ActorTable,
    *,
    look: EventLook | None = None,
    categories_csv: Path | None = None,
    language: str | None = None,
    tally: Tally | None = None,
) -> None:
    """Give an event layer its look, field names, map tip and temporal properties.

    Parameters
    ----------
    layer : points with the canonical columns, of any provider.
    actors : core's ActorTable.
    look : what colour, shape and size say; None: the layer's own, else the ordinary one.
    categories_csv : event types, their glyphs and colours; the plugin's own when None.
    language : of the labels (en, fr); None: QGIS's.
    tally : the layer's events by class, as its filter leaves them, where somebody has counted them already.

    Raises
    ------
    FlashpointsError : the table of categories is not usable, or the layer cannot be read.
    """
    tables = look_tables(actors, categories_csv, language)
    tally = EventCounter.of(layer).count() if tally is None else tally
    show_look(layer, look or look_of(layer) or EventLook(), tables, tally)
    keep_names_off(layer, tally.events)
    name_fields(layer, actors, language)
    set_temporal(layer)


def show_look(layer: QgsVectorLayer, look: EventLook, tables: LookTables, tally: Tally) -> None:
    """Give an event layer the marks and the legend of a look, and nothing else: labels, names and times stay.

    What somebody unticked in the legend of the look before stays unticked.
    """
    look = fitted(look, layer.fields().names())
    renderer = events_renderer(look, tables, tally, _dates_are_text(layer))
    if is_as_made(layer):
        keep_ticks(layer.renderer(), renderer)
    layer.setRenderer(renderer)
    keep_look(layer, look)


def look_tables(
    actors: ActorTable, categories_csv: Path | None = None, language: str | None = None
) -> LookTables:
    """The tables that a look is made from; the plugin's own event types unless others are given."""
    return LookTables(
        actors, read_categories(categories_csv or RESOURCES / "categories.csv", list(GLYPHS)), language
    )


def events_renderer(
    look: EventLook, tables: LookTables, tally: Tally, date_is_text: bool = False
) -> QgsFeatureRenderer:
    """The renderer of a look for events that are as many as the tally says."""
    late = (
        late_expression(tally.since, date_is_text)
        if look.provisional and tally.since and tally.provisional
        else ""
    )
    headings = [
        _colours(look, look_classes(look, tables, tally), tables, late),
        _shapes(look, tables, tally, late),
        _sizes(look, tally),
    ]
    rules = renderer_of([one for one in headings if one.children()] if tally.events else [])
    # the large ones first, unknown numbers last; of equals the latest on top, and the same picture every time
    clauses = [("fatalities", False, False), ("event_date", True, False), ("event_id", True, False)]
    order = [QgsFeatureRequest.OrderByClause(*clause) for clause in clauses]
    rules.setOrderBy(QgsFeatureRequest.OrderBy(order))
    rules.setOrderByEnabled(True)
    return {OFFSET: offset, CLUSTER: clustered}.get(look.near, lambda own: own)(rules)


def _dates_are_text(layer: QgsVectorLayer) -> bool:
    index = layer.fields().lookupField("event_date")
    return index >= 0 and layer.fields().at(index).type() == QVariant.String


def _colours(
    look: EventLook, classes: Sequence[LookClass], tables: LookTables, late: str
) -> QgsRuleBasedRenderer.Rule:
    titles = {GROUP: translate("Styles", "Lead group"), EVENT_TYPE: translate("Styles", "Event type")}
    heading = rule(titles.get(look.colour, translate("Styles", "Actors")))
    for one in classes:
        symbol = event_symbol(one, tables.categories, look, late)
        heading.appendChild(rule(counted(one.label, one.events), symbol, one.condition))
    return heading


def _shapes(look: EventLook, tables: LookTables, tally: Tally, late: str) -> QgsRuleBasedRenderer.Rule:
    """The key to shapes, unless the colours have them already, to the ring and to open marks."""
    by_shape = look.glyphs and look.colour != EVENT_TYPE
    heading = rule(translate("Styles", "Event type") if by_shape else translate("Styles", "Marks"))
    for row in tables.categories if by_shape else ():
        count = tally.types.get(row["event_type"], 0)
        if count:
            symbol = key_symbol(row["glyph"], KEY_MM * float(row["scale"]))
            condition = f'"event_type" = {quoted(row["event_type"])}'
            heading.appendChild(rule(counted(label_in(row, tables.language), count), symbol, condition))
    if look.rings and tally.targeted:
        label = counted(translate("Styles", "Ring: civilians targeted"), tally.targeted)
        heading.appendChild(rule(label, key_symbol("circle", BASE_MM, ring=True), TARGETED))
    if late and tally.since:
        text = translate("Styles", "Open: provisional, since {date}").format(date=date_text(tally.since))
        heading.appendChild(
            rule(counted(text, tally.provisional), key_symbol("circle", KEY_MM, hollow=True), late)
        )
    return heading


def _sizes(look: EventLook, tally: Tally) -> QgsRuleBasedRenderer.Rule:
    """The key to sizes, as far as the layer's fatalities reach."""
    heading = rule(translate("Styles", "Reported fatalities"))
    for index, value in enumerate(KEY_FATALITIES if look.sizes else ()):
        if value <= tally.most_fatalities or index == 0:
            following = KEY_FATALITIES[index + 1] if index + 1 < len(KEY_FATALITIES) else None
            condition = f"{FATALITIES} >= {value}" + (f" AND {FATALITIES} < {following}" if following else "")
            label = number(value) if value else translate("Styles", "none or unknown")
            heading.appendChild(rule(label, key_symbol("circle", size_mm(value)), condition))
    return heading
