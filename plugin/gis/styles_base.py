# SPDX-License-Identifier: GPL-2.0-or-later
"""How the base map looks: quiet land, lines and names under the events."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

from ..core.text import translate
from .basemap_names import NAME_EN, NAME_FR
from .styles_common import fill, is_french, looks, one_of, outline, renderer_of, rule, text_format

REGION_LABELS_FROM, ALL_REGION_LABELS_FROM = 12_000_000, 4_000_000
COUNTRY_LABELS_FROM = 60_000_000
"""Scale denominators above which names are left away; regions of all countries crowd sooner than those of the focus."""

COUNTRY_PRIORITY, REGION_PRIORITY = 4, 3
"""Of labels, 0 to 10: a town's name goes before that of its region, which has room elsewhere."""


def style_base(
    countries: QgsVectorLayer,
    regions: QgsVectorLayer | None,
    focus_a3: str | Sequence[str],
    borders: QgsVectorLayer | None = None,
    *,
    language: str | None = None,
) -> None:
    """Give the polygons of the base map their look.

    Parameters
    ----------
    countries : polygons with a column a3 and name; filled, those of focus_a3 lighter.
    regions : polygons with adm0_a3 and name; thin lines, named inside the focus.
    focus_a3 : one code or several (adm0_a3 of the regions); none: all land is alike.
    borders : the countries once more, to lie above the regions, whose thin lines would cover the country's line.
        Without it the countries draw their own lines.
    language : of the names, where the layers have them in more than one (en, fr); None: QGIS's.
    """
    focus = [focus_a3] if isinstance(focus_a3, str) else list(focus_a3)
    focus = [code for code in focus if code]
    _fill_countries(countries, focus, lines=borders is None)
    if borders is not None:
        borders.setRenderer(renderer_of(_border_rules(focus)))
        borders.setLabelsEnabled(False)
    _label_countries(countries, focus, language)
    if regions is not None:
        regions.setRenderer(renderer_of(_region_rules(focus)))
        _label_regions(regions, focus, language)


def _fill_countries(countries: QgsVectorLayer, focus: list[str], *, lines: bool) -> None:
    line = looks()["country_line"] if lines else None
    neighbour_line = looks()["neighbour_line"] if lines else None
    if not focus:
        countries.setRenderer(renderer_of([rule(_all(), fill(looks()["land"].colour, line))]))
        return
    others = rule(_neighbours(), fill(looks()["neighbour"].colour, neighbour_line), "ELSE")
    own = rule(_own(), fill(looks()["land"].colour, line), one_of("a3", focus))
    countries.setRenderer(renderer_of([others, own]))


def _border_rules(focus: list[str]) -> list[QgsRuleBasedRenderer.Rule]:
    if not focus:
        return [rule(_all(), outline(looks()["country_line"]))]
    others = rule(_neighbours(), outline(looks()["neighbour_line"]), "ELSE")
    line = outline(looks()["country_line"])
    # the country's own line lies over its neighbours' thinner ones
    line.symbolLayer(0).setRenderingPass(1)
    return [others, rule(_own(), line, one_of("a3", focus))]


def _region_rules(focus: list[str]) -> list[QgsRuleBasedRenderer.Rule]:
    if not focus:
        return [rule(_all(), outline(looks()["region_line"]))]
    others = rule(_neighbours(), outline(looks()["neighbour_region_line"]), "ELSE")
    return [others, rule(_own(), outline(looks()["region_line"]), one_of("adm0_a3", focus))]


def _own() -> str:
    return translate("Basemap", "country of the events")


def _neighbours() -> str:
    return translate("Basemap", "other countries")


def _all() -> str:
    return translate("Basemap", "all countries")


def _label_countries(countries: QgsVectorLayer, focus: list[str], language: str | None) -> None:
    condition = f"NOT coalesce({one_of('a3', focus)}, false)" if focus else ""
    buffer = looks()["neighbour"].colour if focus else looks()["land"].colour
    text = text_format(looks()["base_label"].colour, 8, buffer)
    spaced(text, 1.2)
    settings = _names(f"upper({name_column(countries, language)})", text, COUNTRY_PRIORITY)
    _set_rules(countries, settings, condition, COUNTRY_LABELS_FROM)


def _label_regions(regions: QgsVectorLayer, focus: list[str], language: str | None) -> None:
    condition = one_of("adm0_a3", focus) if focus else ""
    text = text_format(looks()["region_label"].colour, 7.5, looks()["base_label_buffer"].colour)
    spaced(text, 1.5)
    settings = _names(name_column(regions, language), text, REGION_PRIORITY)
    smallest = REGION_LABELS_FROM if focus else ALL_REGION_LABELS_FROM
    _set_rules(regions, settings, condition, smallest)


def name_column(layer: QgsVectorLayer, language: str | None) -> str:
    """The column with the names to write, as an expression has it; `name` where there are none in this language."""
    wanted = NAME_FR if is_french(language) else NAME_EN
    return f'"{wanted}"' if layer.fields().lookupField(wanted) >= 0 else '"name"'


def spaced(text: QgsTextFormat, points: float) -> None:
    """Let the letters stand apart, as names of areas do: it tells a region from its capital of that name."""
    font = text.font()
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, points)
    text.setFont(font)


def _names(expression: str, text: QgsTextFormat, priority: int) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.priority = priority
    settings.setFormat(text)
    # the land is everywhere: as an obstacle it would only push the names of towns about
    obstacles = settings.obstacleSettings()
    obstacles.setIsObstacle(False)
    settings.setObstacleSettings(obstacles)
    return settings


def _set_rules(layer: QgsVectorLayer, settings: QgsPalLayerSettings, condition: str, smallest: int) -> None:
    root = QgsRuleBasedLabeling.Rule(None)
    root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, smallest, condition))
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)
