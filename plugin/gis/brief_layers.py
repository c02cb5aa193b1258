# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a brief: layers of a project of their own, styled, with the extents and legends that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsProperty,
    QgsRuleBasedLabeling,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QColor

from ..core.comparison import ALL
from ..core.event_look import EventLook
from ..core.places import load_places
from ..core.recipes import Words
from ..core.zones import fold
from .basemap import base_layers, copy_world_map
from .brief_extents import detail_of, equal_area_crs, extent_in, focus_extent
from .brief_symbols import (
    PAGE_SIZE,
    SMALL_PT,
    in_one_family,
    key_entries,
    locator_layer,
    present_labels,
    shrink,
    top_rules,
    unnamed,
)
from .layout_legend import LegendEntry
from .layouts import MapContent
from .styles import style_base, style_events, style_footprints, style_rings
from .styles_common import looks, quoted, text_format

EVENT_COLUMNS = ("event_id", "event_date", "event_type", "lead_group", "fatalities", "civilian_targeting")
_EVENT_URI = (
    "Point?crs=EPSG:4326&field=event_id:string&field=event_date:date&field=event_type:string"
    "&field=lead_group:string&field=fatalities:integer&field=civilian_targeting:string"
)
_REGION_URI = "MultiPolygon?crs=EPSG:4326&field=adm0_a3:string&field=name:string"
_PLACE_URI = "Point?crs=EPSG:4326&field=name:string&field=kind:string"
ON_PAPER = EventLook(provisional=False)  # the chart of months marks the last weeks
MARGIN, LOCATOR_FACTOR = 1.06, 3.0
TOWN = QColor("#2B2B2B")


@dataclass
class BriefLayers:
    """What the maps and legends of a brief show; None where there is nothing.

    kept : every layer, which must live as long as the layout; detail : the region that the footprint's map shows.
    """

    main: MapContent
    locator: MapContent
    footprint: MapContent
    legend: Sequence[LegendEntry]
    footprint_legend: Sequence[LegendEntry] | None
    kept: list[QgsMapLayer] = field(default_factory=list)
    detail: str = ""


@dataclass(frozen=True)
class MapSources:
    """What the maps are made from.

    events : the later period's selected events; rings, change, regions : outputs of the three analyses (regions with
    the field name, one polygon each); focus_a3 : codes of the countries; country : their name in places.csv.
    """

    events: pd.DataFrame
    rings: QgsVectorLayer | None
    change: QgsVectorLayer | None
    regions: QgsVectorLayer
    focus_a3: Sequence[str]
    country: str


def build_layers(
    project: QgsProject, sources: MapSources, words: Words, actors: Any,
    ring_label: str, change_labels: Sequence[str], folder: Path,
) -> BriefLayers:  # fmt: skip
    """Make, style and add the layers of a brief to its project.

    Parameters
    ----------
    ring_label : what stands on the ring; change_labels : of the three statuses of the footprint's change.
    folder : for the copy of the world map; it has to last as long as the project.
    """
    base = _base(sources, folder, words.language)
    events = _events(sources.events, actors, words.language)
    targeted = int((sources.events["civilian_targeting"].fillna("").str.strip() != "").sum())
    legend = key_entries(events, targeted, words) if len(sources.events) else []
    for heading in top_rules(events):
        for child in heading.children():
            shrink(child.symbol(), PAGE_SIZE)
    rings = _rings(sources.rings, ring_label)
    towns = _towns(sources.country)
    change = _change(sources.change)
    locator = locator_layer(base[-1], sources.focus_a3)
    layers = [layer for layer in (events, rings, change, towns, *base, locator) if layer is not None]
    project.addMapLayers(layers, False)
    crs = equal_area_crs(sources.regions.extent())
    project.setCrs(crs)
    project.setEllipsoid("WGS84")
    main = [
        layer
        for layer in (towns, events, rings, *base[:-2], unnamed(base[-2]), base[-1])
        if layer is not None
    ]
    focus = focus_extent(events, rings, sources.regions)
    result = BriefLayers(
        MapContent(main, extent_in(focus, crs, MARGIN), crs),
        MapContent([locator], extent_in(sources.regions.extent(), crs, LOCATOR_FACTOR), crs),
        MapContent(base, extent_in(sources.regions.extent(), crs, MARGIN), crs),
        legend,
        None,
        [*layers, *(entry.layer for entry in legend), *main],
    )
    if change is not None:
        extent, result.detail = detail_of(change, crs)
        result.footprint = MapContent([change, *base], extent, crs)
        result.footprint_legend = [LegendEntry(change, labels=present_labels(change, change_labels))]
    return result


def memory_layer(uri: str, name: str, rows: Sequence[tuple[Sequence[Any], QgsGeometry]]) -> QgsVectorLayer:
    """A memory layer with the given attributes and geometries."""
    layer = QgsVectorLayer(uri, name, "memory")
    features = []
    for attributes, geometry in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(attributes))
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def regions_layer(
    names: Sequence[str], codes: Sequence[str], shapes: Sequence[QgsGeometry], title: str
) -> QgsVectorLayer:
    """Regions as a layer with the fields adm0_a3 and name."""
    rows = [((code, name), shape) for name, code, shape in zip(names, codes, shapes)]
    return memory_layer(_REGION_URI, title, rows)


def _events(frame: pd.DataFrame, actors: Any, language: str) -> QgsVectorLayer:
    rows = []
    columns = zip(*(frame[name] for name in EVENT_COLUMNS), frame["longitude"], frame["latitude"])
    for identifier, day, kind, group, fatalities, targeting, x, y in columns:
        known = None if pd.isna(fatalities) else int(fatalities)
        date = QDate(day.year, day.month, day.day)
        texts = [None if pd.isna(one) else one for one in (kind, group, targeting)]
        values = (identifier, date, *texts[:2], known, texts[2])
        rows.append((values, QgsGeometry.fromPointXY(QgsPointXY(x, y)) if not np.isnan(x) else QgsGeometry()))
    layer = memory_layer(_EVENT_URI, "events", rows)
    style_events(layer, actors, look=ON_PAPER, language=language)
    layer.setLabelsEnabled(False)  # which would keep the towns' names off the page where events are dense
    layer.temporalProperties().setIsActive(False)  # a layout without a time shows all of them
    return layer


def _rings(source: QgsVectorLayer | None, label: str) -> QgsVectorLayer | None:
    """The ring in the look of the analysis, with its sentence of counts as its only label."""
    if source is None or not source.featureCount():
        return None
    layer = source.materialize(QgsFeatureRequest())
    style_rings(layer)
    labeling = layer.labeling()
    if labeling is not None and not isinstance(labeling, QgsRuleBasedLabeling):
        settings = labeling.settings()
        settings.fieldName = f"if({settings.fieldName} <> '', {quoted(label)}, '')"
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    in_one_family(layer)
    return layer


def _change(source: QgsVectorLayer | None) -> QgsVectorLayer | None:
    """The change of the footprint, without the row of all regions, painted without a see-through layer.

    A layer that is see-through as a whole would be turned into a picture in the PDF.
    """
    if source is None:
        return None
    layer = source.materialize(
        QgsFeatureRequest().setFilterExpression(f'"region" <> \'{ALL}\' AND "area_km2" > 0')
    )
    if not layer.featureCount():
        return None
    style_footprints(layer)
    layer.setOpacity(1.0)
    return layer


def _base(sources: MapSources, folder: Path, language: str) -> list[QgsVectorLayer]:
    """Borders, regions and countries; the regions are those that were counted in."""
    focus = list(sources.focus_a3)
    borders, _, countries = base_layers(copy_world_map(folder, focus), focus, language)[-3:]
    regions = memory_layer(
        _REGION_URI, "regions",
        [
            (((focus or [""])[0], feature["name"]), feature.geometry())
            for feature in sources.regions.getFeatures() if feature.hasGeometry()
        ],
    )  # fmt: skip
    style_base(
        countries, regions, (focus or [""])[0] if len(focus) < 2 else focus, borders, language=language
    )
    for layer in (regions, countries):
        in_one_family(layer)
    return [borders, regions, countries]


def _towns(country: str) -> QgsVectorLayer:
    """The country's capital and regional seats as small named dots."""
    rows = [
        ((place.name, place.kind), QgsGeometry.fromPointXY(QgsPointXY(place.longitude, place.latitude)))
        for place in load_places()
        if fold(place.country) == fold(country) and place.kind in ("capital", "regional_seat")
    ]
    layer = memory_layer(_PLACE_URI, "towns", rows)
    dot = QgsMarkerSymbol.createSimple(
        {"name": "square", "size": "1.0", "color": "#2B2B2B", "outline_style": "no"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(dot))
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 0.6
    settings.setFormat(text_format(TOWN, SMALL_PT, looks()["land"].colour))
    capital_first = QgsProperty.fromExpression("if(\"kind\" = 'capital', 10, 4)")
    always = QgsProperty.fromExpression("\"kind\" = 'capital'")
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.Priority, capital_first)
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.AlwaysShow, always)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    in_one_family(layer)
    return layer
