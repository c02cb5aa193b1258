# SPDX-License-Identifier: GPL-2.0-or-later
"""How events look: colour by lead group, glyph by event type, size by fatalities, a ring where civilians were hit.

An ordinary rule-based renderer. The rules under the first heading draw; those under the other headings are the key
to glyphs, sizes and the ring: they match the events that they explain, so that a legend that lists only what is on
the map keeps them, and draw nothing on the map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..core.actors import OTHER, ActorTable, Family, Group
from ..core.errors import FlashpointsError
from ..core.text import number, translate
from ..core.zones import read_table
from .frames import EventSource
from .paths import RESOURCES
from .store_writer import TALLIED
from .styles_common import (
    counted,
    label_in,
    one_of,
    quoted,
    renderer_of,
    rule,
    set_labels,
)
from .styles_fields import name_fields, set_temporal
from .styles_marks import BASE_MM, FATALITIES, GLYPHS, KEY_MM, TARGETED, event_symbol, key_symbol, size_mm

KEY_FATALITIES = (0, 10, 100)
MOST_OBSTACLES = 5_000

CATEGORY_COLUMNS = ("event_type", "label", "label_fr", "glyph", "scale", "violent")


@dataclass(frozen=True)
class ActorClass:
    """One colour of the legend: `groups` are all ids of lead groups that have it."""

    label: str
    colour: str
    groups: tuple[str, ...]


def style_events(
    layer: QgsVectorLayer,
    actors: ActorTable,
    *,
    by: str = "group",
    categories_csv: Path | None = None,
    language: str | None = None,
    tally: Mapping[str, Counter[Any]] | None = None,
) -> None:
    """Give an event layer its look, field names, map tip and temporal properties.

    Parameters
    ----------
    layer : points with the canonical columns, of any provider.
    actors : core's ActorTable.
    by : `family`; or `group`: groups that have a colour of their own apart, the others by family.
    categories_csv : event types and their glyphs; the plugin's own when None.
    language : of the labels (en, fr); None: QGIS's.
    tally : events by value, of each column in store_writer.TALLIED, where somebody has counted them already; else
        the layer's events are counted, as its filter leaves them.

    Raises
    ------
    FlashpointsError : `by` is none of the two, or the table of categories is not usable.
    """
    if by not in ("group", "family"):
        raise FlashpointsError(
            translate("Styles", "Events cannot be coloured by “{by}”.").format(by=by),
            remedy=translate("Styles", "Colour them by group or by family."),
        )
    categories = _categories(categories_csv or RESOURCES / "categories.csv")
    tally = {name: _present(counts) for name, counts in (tally or _tally(layer)).items()}
    headings = [
        _who(tally["lead_group"], actors, by, categories, language),
        _what(tally["event_type"], tally["civilian_targeting"], categories, language),
        _how_many(max(filter(None, tally["fatalities"]), default=0)),
    ]
    renderer = renderer_of(headings if tally["event_type"] else [])
    # the large ones first, unknown numbers last; of equals the latest on top, and the same picture every time
    clauses = [("fatalities", False, False), ("event_date", True, False), ("event_id", True, False)]
    order = [QgsFeatureRequest.OrderByClause(*clause) for clause in clauses]
    renderer.setOrderBy(QgsFeatureRequest.OrderBy(order))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    _keep_names_off(layer)
    name_fields(layer)
    set_temporal(layer)


def _keep_names_off(layer: QgsVectorLayer) -> None:
    """Let the names of the base map give way to the events, as long as there are not too many to go round.

    QGIS draws all labels over all layers; this is its "blocking" mode of labels, which draws none of the layer's own.
    """
    settings = QgsPalLayerSettings()
    settings.fieldName = "''"
    settings.isExpression = True
    settings.drawLabels = False
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(True)
    settings.setObstacleSettings(obstacles)
    set_labels(layer, settings)
    layer.setLabelsEnabled(layer.featureCount() <= MOST_OBSTACLES)


def _categories(path: Path) -> list[dict[str, str]]:
    rows = read_table(path, CATEGORY_COLUMNS)
    unknown = sorted({row["glyph"] for row in rows} - set(GLYPHS))
    if unknown:
        raise FlashpointsError(
            translate("Styles", "There is no glyph {name}.").format(name=unknown[0]),
            str(path),
            translate("Styles", "The glyphs are: {names}.").format(names=", ".join(GLYPHS)),
        )
    return rows


def _tally(layer: QgsVectorLayer) -> dict[str, Counter[Any]]:
    """How many of the layer's events have each value of the tallied columns; the layer's filter holds.

    As the source coded them: that is what the layer draws.
    """
    copy = layer.clone()
    copy.removeSelection()  # which would hold too
    source = EventSource.from_layer(copy, use_layer_filter=True)
    frame = source.read_as_coded(TALLIED).astype(object)
    return {name: Counter(frame[name].where(frame[name].notna(), "").tolist()) for name in TALLIED}


def _present(counts: Mapping[Any, int]) -> Counter[Any]:
    """Values that are there; what has none is ""."""
    return +Counter({value or "": count for value, count in counts.items()})


def actor_classes(
    actors: ActorTable, by: str, present: Mapping[str, int], language: str | None
) -> list[ActorClass]:
    """The colours of the legend in the order of the families, those of no present group left out.

    Groups and families that share a colour share a legend entry. The neutral colour is not among them.
    """
    neutral = actors.family(OTHER).colour.lower()
    families = {family.id: family for family in actors.families}
    members: dict[str, list[Group]] = {}
    order = {family.id: index for index, family in enumerate(actors.families)}
    for group in sorted(actors.groups, key=lambda group: order[group.family]):
        own = group.colour if by == "group" else ""
        members.setdefault((own or families[group.family].colour).lower(), []).append(group)
    split = {
        group.family
        for group in actors.groups
        if by == "group" and (group.colour or families[group.family].colour) != families[group.family].colour
    }
    classes = []
    for colour, groups in members.items():
        seen = [group for group in groups if present.get(group.id)]
        if seen and colour != neutral:
            label = _class_label(seen, groups[-1], families, split, language)
            classes.append(ActorClass(label, colour.upper(), tuple(group.id for group in groups)))
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


def _who(
    present: Counter[str], actors: ActorTable, by: str, categories: list[dict[str, str]], language: str | None
) -> QgsRuleBasedRenderer.Rule:
    heading = rule(translate("Styles", "Lead group") if by == "group" else translate("Styles", "Actors"))
    left = sum(present.values())
    for one in actor_classes(actors, by, present, language):
        count = sum(present.get(group, 0) for group in one.groups)
        left -= count
        symbol = event_symbol(one.colour, categories, pale=False)
        heading.appendChild(rule(counted(one.label, count), symbol, one_of("lead_group", one.groups)))
    if left:
        neutral = actors.family(OTHER)
        symbol = event_symbol(neutral.colour, categories, pale=True)
        heading.appendChild(rule(counted(label_in(neutral, language), left), symbol, "ELSE"))
    return heading


def _what(
    present: Counter[str],
    targeting: Counter[str],
    categories: list[dict[str, str]],
    language: str | None,
) -> QgsRuleBasedRenderer.Rule:
    heading = rule(translate("Styles", "Event type"))
    for row in categories:
        count = present.get(row["event_type"], 0)
        if count:
            symbol = key_symbol(row["glyph"], KEY_MM * float(row["scale"]))
            condition = f'"event_type" = {quoted(row["event_type"])}'
            heading.appendChild(rule(counted(label_in(row, language), count), symbol, condition))
    targeted = sum(count for text, count in targeting.items() if text.strip())
    if targeted:
        label = counted(translate("Styles", "Ring: civilians targeted"), targeted)
        heading.appendChild(rule(label, key_symbol("circle", BASE_MM, ring=True), TARGETED))
    return heading


def _how_many(most: float) -> QgsRuleBasedRenderer.Rule:
    """The key to sizes, as far as the layer's fatalities reach."""
    heading = rule(translate("Styles", "Reported fatalities"))
    for index, value in enumerate(KEY_FATALITIES):
        if value <= most or index == 0:
            following = KEY_FATALITIES[index + 1] if index + 1 < len(KEY_FATALITIES) else None
            condition = f"{FATALITIES} >= {value}" + (f" AND {FATALITIES} < {following}" if following else "")
            label = number(value) if value else translate("Styles", "none or unknown")
            heading.appendChild(rule(label, key_symbol("circle", size_mm(value)), condition))
    return heading
