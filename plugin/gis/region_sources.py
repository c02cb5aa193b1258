# SPDX-License-Identifier: GPL-2.0-or-later
"""Where regions come from: any polygon layer, or QGIS's own world map, and the countries that they lie in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from osgeo import ogr
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import FlashpointsError
from ..core.resources import RESOURCES
from ..core.text import translate
from ..core.zones import CountryTable, ZoneTable, read_table
from .basemap import country_a3_by_name, open_world_map
from .footprints import area_km2, collect
from .regions import Region, RegionSet

LEAST_SHARE = 0.1
RESERVED = ("(all)", "(outside)", "(none)", "(zone)")


@dataclass(frozen=True)
class Shapes:
    """The polygons of a layer as they were read: by name, in WGS 84. origin, field : as in RegionSet."""

    named: dict[str, list[QgsGeometry]]
    origin: str
    field: str

    def regions(self) -> RegionSet:
        """Mend them and find their countries and zones; for any thread, as it takes its time.

        Raises
        ------
        FlashpointsError : when a polygon has no area.
        """
        return _region_set(self.named, self.origin, self.field, None)


def from_layer(layer: QgsVectorLayer, name_field: str = "") -> RegionSet:
    """Regions from any polygon layer; polygons of one name are one region. Call in the layer's own thread.

    Raises
    ------
    FlashpointsError : as `shapes_of`, and when a polygon has no area.
    """
    return shapes_of(layer, name_field).regions()


def shapes_of(layer: QgsVectorLayer, name_field: str = "") -> Shapes:
    """The polygons of a layer by name. Call in the layer's own thread.

    Raises
    ------
    FlashpointsError : when the layer has no polygons or no field with their names.
    """
    if not layer.isValid() or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise FlashpointsError(
            translate("Regions", "The regions layer holds no polygons."),
            layer.name(),
            translate("Regions", "Choose a layer of polygons, such as admin-1 boundaries."),
        )
    chosen = _name_field(layer, name_field)
    named: dict[str, list[QgsGeometry]] = {}
    for name, geometry in _named_shapes(layer, chosen):
        named.setdefault(name, []).append(geometry)
    if not named:
        raise FlashpointsError(
            translate("Regions", "The regions layer is empty."),
            layer.name(),
            translate("Regions", "Choose another."),
        )
    return Shapes(named, layer.name(), chosen)


def _named_shapes(layer: QgsVectorLayer, field: str) -> Iterator[tuple[str, QgsGeometry]]:
    """Name and shape in WGS 84 of each polygon."""
    target = QgsCoordinateReferenceSystem("EPSG:4326")
    request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
    transform = QgsCoordinateTransform(layer.crs(), target, QgsProject.instance().transformContext())
    earth = QgsRectangle(-180.001, -90.001, 180.001, 90.001)
    for feature in layer.getFeatures(request):
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            continue
        try:
            geometry.transform(transform)
            there = earth.contains(geometry.boundingBox())
        except QgsCsException:
            there = False
        if not there:
            raise FlashpointsError(
                translate(
                    "Regions",
                    "The regions layer has polygons that are nowhere on Earth in its reference system.",
                ),
                layer.name(),
                translate("Regions", "Set the layer's right coordinate reference system."),
            )
        name = feature[field]
        unnamed = translate("Regions", "(no name)")
        yield (unnamed if name is None or name == NULL else str(name).strip() or unnamed), geometry


def from_world_map(country: str) -> RegionSet:
    """The regions of a country from QGIS's own world map.

    Raises
    ------
    FlashpointsError : when the world map does not know the country.
    """
    a3 = country_code(country)
    named: dict[str, list[QgsGeometry]] = {}
    if a3:
        dataset = open_world_map()
        layer = dataset.GetLayerByName("states_provinces")
        layer.SetAttributeFilter(f"adm0_a3 = '{a3}'")
        for feature in layer:
            named.setdefault(feature.GetField("name") or "", []).append(shape_of(feature))
        del layer, dataset
    if not named:
        raise FlashpointsError(
            translate("Regions", "QGIS's world map has no regions for “{country}”.").format(country=country),
            "REGIONS",
            translate("Regions", "Choose a layer with the country's regions."),
        )
    return _region_set(named, translate("Regions", "QGIS's world map (Natural Earth)"), "name", a3)


def of_main_country(frame: pd.DataFrame) -> RegionSet:
    """The regions of the country with most of some events; frame : with the column country.

    Raises
    ------
    FlashpointsError : when no event names a country.
    """
    counts = frame["country"].dropna().value_counts() if "country" in frame else pd.Series(dtype=int)
    if counts.empty:
        raise FlashpointsError(
            translate("Algorithms", "No events are selected, so the country is not known."),
            "REGIONS",
            translate("Algorithms", "Widen the selection, or choose a regions layer."),
        )
    return from_world_map(str(counts.index[0]))


def country_code(name: str | None) -> str:
    """Alpha-3 code of a country as an event source writes it; "" when the world map does not know it."""
    table = CountryTable.from_csv(RESOURCES / "countries.csv")
    return table.a3(name, country_a3_by_name()) or ""


def country_codes(names: Sequence[str]) -> dict[str, str]:
    """`country_code` of each name."""
    table, known = CountryTable.from_csv(RESOURCES / "countries.csv"), country_a3_by_name()
    return {name: table.a3(name, known) or "" for name in names}


def _region_set(
    named: dict[str, list[QgsGeometry]], origin: str, name_field: str, a3: str | None
) -> RegionSet:
    zones = ZoneTable.from_csv(RESOURCES / "regions.csv")
    names = {country for zone in zones.zones for _, country in zone.regions}
    country_of = {code: country for country, code in country_codes(sorted(names)).items()}
    regions = []
    for name, shapes in sorted(named.items()):
        for codes, shape in [((a3,), shapes)] if a3 else _by_country(shapes):
            geometry = _one_polygon(name, shape)
            country = codes[0] if codes else ""
            # without a country the name alone has to tell, as for regions drawn by hand
            known, zone = zones.canonical(name, country_of.get(country, country) or None) or (name, "")
            regions.append(Region(name, known, zone, tuple(codes), geometry, area_km2(geometry)))
    return RegionSet(_told_apart(regions), origin, name_field, zones)


def _one_polygon(name: str, shapes: list[QgsGeometry]) -> QgsGeometry:
    """All polygons of a region as one, mended where they cross themselves."""
    united = collect(
        [QgsGeometry.unaryUnion([one if one.isGeosValid() else one.makeValid() for one in shapes])]
    )
    if united.isEmpty():
        raise FlashpointsError(
            translate("Regions", "The region “{name}” has no area.").format(name=name),
            "REGIONS",
            translate("Regions", "Mend its polygon, or leave it out."),
        )
    return united


def _by_country(shapes: list[QgsGeometry]) -> list[tuple[tuple[str, ...], list[QgsGeometry]]]:
    """Polygons of one name, apart where they lie in different countries: there is more than one “Centre”."""
    groups: dict[str, tuple[tuple[str, ...], list[QgsGeometry]]] = {}
    for shape in shapes:
        codes = _countries_at(shape)
        groups.setdefault(codes[0] if codes else "", (codes, []))[1].append(shape)
    return list(groups.values())


def _told_apart(regions: list[Region]) -> list[Region]:
    """Regions whose names are all different, and none of which is called like a row of ours."""
    recurring = {name for name, count in Counter(region.name for region in regions).items() if count > 1}
    country = {code: name for name, code in country_a3_by_name().items()}
    result = []
    for region in regions:
        name = region.name
        if name in recurring:
            name = f"{name} ({country.get(region.countries[0], '').title() if region.countries else '–'})"
        if name in RESERVED:
            name = f"“{name}”"
        result.append(replace(region, name=name))
    return result


def _countries_at(geometry: QgsGeometry) -> tuple[str, ...]:
    """Codes of the countries that hold at least a tenth of a region, the largest share first.

    A tenth, because boundary files differ by kilometres from the world map: a thin strip says nothing.
    """
    whole = geometry.area()
    shares: Counter[str] = Counter()
    box = geometry.boundingBox()
    dataset = open_world_map()
    layer = dataset.GetLayerByName("states_provinces")
    layer.SetSpatialFilterRect(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    sound = geometry if geometry.isGeosValid() else geometry.makeValid()
    for feature in layer:
        common = sound.intersection(shape_of(feature))
        if not common.isEmpty() and feature.GetField("adm0_a3"):
            shares[feature.GetField("adm0_a3")] += common.area()
    del layer, dataset
    return tuple(code for code, area in shares.most_common() if area >= LEAST_SHARE * whole > 0)


def shape_of(feature: ogr.Feature) -> QgsGeometry:
    """QGIS's geometry of one of GDAL's features."""
    shape = QgsGeometry()
    shape.fromWkb(bytes(feature.GetGeometryRef().ExportToWkb()))
    return shape


def _name_field(layer: QgsVectorLayer, asked: str) -> str:
    names = layer.fields().names()
    if asked:
        if asked in names:
            return asked
        raise FlashpointsError(
            translate("Regions", "The regions layer has no field “{name}”.").format(name=asked),
            "REGION_FIELD",
            translate("Regions", "Its fields are: {names}.").format(names=", ".join(names)),
        )
    folded = {name.casefold(): name for name in names}
    known = [row["field"].casefold() for row in read_table(RESOURCES / "region_fields.csv", ("field",))]
    for name in known:
        if name in folded:
            return folded[name]
    texts = [
        field.name() for field in layer.fields() if field.typeName().lower() in ("string", "text", "varchar")
    ]
    if not texts:
        raise FlashpointsError(
            translate("Regions", "The regions layer has no field with names."),
            layer.name(),
            translate("Regions", "Say which field holds the names of the regions."),
        )
    return texts[0]
