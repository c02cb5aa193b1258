# SPDX-License-Identifier: GPL-2.0-or-later
"""How rings and footprints look, and the change of a footprint."""

from __future__ import annotations

from qgis.core import (
    QgsPalLayerSettings,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..core.periods import parse_period
from ..core.text import number, translate
from ..core.zones import read_table
from .paths import STYLES
from .styles_common import (
    ALL_ROW,
    ZONE_ROW,
    area,
    looks,
    on_plate,
    one_of,
    outline,
    quoted,
    renderer_of,
    rows_of,
    rule,
    set_labels,
    text_format,
)

SIGNIFICANT = 0.05
WHITE = QColor("#FFFFFF")
RING, BAND = "radius_km", "distance_km"
"""The column of the distances: of rings, and of bands along lines."""
_NORTH = (
    "with_variable('x', x(centroid($geometry)), make_point(@x, y_max(intersection($geometry, "
    "make_line(make_point(@x, y_min($geometry)), make_point(@x, y_max($geometry)))))))"
)
"""Where the meridian of an area's middle leaves it in the north: on the outline, also of a crooked band."""
REPEATING = (ALL_ROW, ZONE_ROW)


def style_rings(layer: QgsVectorLayer) -> None:
    """Rings, or bands along lines, as dashed lines without a fill, labelled on the line in the north.

    Rows of an earlier period, and of a breakdown, lie on the same line: only the latest period's are drawn and
    labelled, with the earlier count in brackets, as in "150 km: 16 (5)". Bands of several lines carry the line's name.
    """
    distance = RING if layer.fields().lookupField(RING) >= 0 else BAND
    rows = rows_of(layer, "period", distance)
    periods = in_order({row["period"] for row in rows})
    whole = _whole_rows(layer)
    heading = rule(
        _rings_heading(periods), None, f'"period" = {quoted(periods[-1])}{whole}' if periods else ""
    )
    dashes = _dashes()
    for index, radius in enumerate(sorted({row[distance] for row in rows}, reverse=True)):
        symbol = outline(looks()["ring"], dashes[index % len(dashes)])
        label = translate("Styles", "{radius} km").format(
            radius=number(radius, 0 if radius == int(radius) else 1)
        )
        heading.appendChild(rule(label, symbol, f'"{distance}" = {radius!r}'))
    layer.setRenderer(renderer_of([heading]))
    if periods:
        _label_rings(layer, periods, whole, distance)


def in_order(periods: set[str]) -> list[str]:
    """Periods as their texts, the latest last."""
    return sorted(periods, key=lambda text: (parse_period(text).end, parse_period(text).start))


def _whole_rows(layer: QgsVectorLayer) -> str:
    """The further condition that keeps the rows of no breakdown, where there is one."""
    return (
        f' AND "breakdown_id" = {quoted(ALL_ROW)}' if layer.fields().lookupField("breakdown_id") >= 0 else ""
    )


def _rings_heading(periods: list[str]) -> str:
    if len(periods) == 2:
        text = translate("Styles", "Events within, {later} ({earlier})")
        return text.format(later=periods[1], earlier=periods[0])
    text = translate("Styles", "Events within, {later}")
    return text.format(later=periods[-1] if periods else "")


def _dashes() -> list[list[float]]:
    rows = sorted(
        read_table(STYLES / "ring_dashes.csv", ("order", "dash_mm")), key=lambda row: int(row["order"])
    )
    return [[float(part) for part in row["dash_mm"].split(";") if part] for row in rows]


def _label_rings(layer: QgsVectorLayer, periods: list[str], whole: str, distance: str) -> None:
    keys = ("centre", RING) if distance == RING else ("line", BAND)
    as_ruled, both_as_ruled = _ring_counts("events", periods, whole, keys)
    text = f"to_string(\"{distance}\"), ' km: ', {as_ruled}"
    if distance == BAND and len(layer.uniqueValues(layer.fields().lookupField("line"))) > 1:
        text = f"\"line\", ', ', {text}"
    if layer.fields().lookupField("events_as_coded") >= 0:
        as_coded, both_as_coded = _ring_counts("events_as_coded", periods, whole, keys)
        words = quoted(translate("Styles", "; as coded by the source: "))
        text += f", if(concat({both_as_ruled}) = concat({both_as_coded}), '', concat({words}, {as_coded}))"
    settings = QgsPalLayerSettings()
    settings.fieldName = f"if(\"period\" = {quoted(periods[-1])}{whole}, concat({text}), '')"
    settings.isExpression = True
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
    settings.geometryGenerator = _NORTH
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.displayAll = True
    settings.setFormat(
        on_plate(text_format(looks()["ring_label"].colour, 8, looks()["land"].colour, bold=True))
    )
    set_labels(layer, settings)


def _ring_counts(column: str, periods: list[str], whole: str, keys: tuple[str, str]) -> tuple[str, str]:
    """Arguments of `concat` that print a count with the earlier one in brackets, and that hold just the counts."""
    later = f"coalesce(to_string(\"{column}\"), '–')"
    if len(periods) != 2:
        return later, later
    row = f'"period" = {quoted(periods[0])}{whole}'
    same = " AND ".join(f"\"{name}\" = attribute(@parent, '{name}')" for name in keys)
    earlier = f"coalesce(to_string(aggregate(@layer, 'max', \"{column}\", {row} AND {same})), '–')"
    return f"{later}, ' (', {earlier}, ')'", f"{later}, ' ', {earlier}"


def style_footprints(layer: QgsVectorLayer) -> None:
    """Areas with recorded events: of the latest period (earlier ones are in the legend, switched off), or their change.

    A layer with a column `status` is a change; its colours are those of `look.csv`.
    """
    if layer.fields().lookupField("status") >= 0:
        _style_change(layer)
        return
    rows = rows_of(layer, "region", "period", "footprint_km2")
    periods, parts = in_order({row["period"] for row in rows}), _parts(rows)
    rules = []
    for period in reversed(periods):
        total = sum(
            row["footprint_km2"] or 0 for row in rows if row["period"] == period and _is_part(row, parts)
        )
        latest = period == periods[-1]
        symbol = area(looks()["footprint" if latest else "footprint_earlier"])
        rules.append(rule(_area_label(period, total), symbol, f'"period" = {quoted(period)}{parts}'))
        rules[-1].setActive(latest)
    layer.setRenderer(renderer_of(rules))


def _parts(rows: list[dict[str, object]]) -> str:
    """The further condition that leaves out the rows of all and of zones where they repeat the regions."""
    some = any(row["region"] not in REPEATING for row in rows)
    return f" AND NOT {one_of('region', REPEATING)}" if some else ""


def _is_part(row: dict[str, object], parts: str) -> bool:
    return not parts or row["region"] not in REPEATING


def _area_label(label: str, area: float) -> str:
    return translate("Styles", "{label} ({area} km²)").format(label=label, area=number(area))


def _style_change(layer: QgsVectorLayer) -> None:
    labels = {
        "newly_recorded": translate("Styles", "newly recorded"),
        "both": translate("Styles", "in both periods"),
        "no_longer_recorded": translate("Styles", "no longer recorded"),
    }
    rows = rows_of(layer, "region", "status", "area_km2")
    parts, rules = _parts(rows), []
    for status, label in labels.items():
        areas = [row["area_km2"] or 0 for row in rows if row["status"] == status and _is_part(row, parts)]
        if areas:
            symbol = area(looks()[status])
            rules.append(rule(_area_label(label, sum(areas)), symbol, f'"status" = {quoted(status)}{parts}'))
    layer.setRenderer(renderer_of(rules))
