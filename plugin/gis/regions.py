# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions: named polygons, the countries they belong to, and which region an event lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from osgeo import ogr
from pyproj import Geod
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPoint,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QTransform

from ..core.errors import FlashpointsError
from ..core.resources import RESOURCES
from ..core.text import translate
from ..core.zones import CountryTable, ZoneTable, read_table
from .basemap import country_a3_by_name, open_world_map
from .footprints import area_km2, collect

OUTSIDE = -1
SNAP_KM = 10.0
LEAST_SHARE = 0.1
BORDER_SHARE = 0.001
RESERVED = ("(all)", "(outside)", "(none)", "(zone)")
_GEOD = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Region:
    """A named polygon in WGS 84.

    canonical : its name in resources/regions.csv, else its own.
    countries : alpha-3 codes of the countries it lies in, the one with most of it first; none at sea.
    """

    name: str
    canonical: str
    zone: str
    countries: tuple[str, ...]
    geometry: QgsGeometry
    area_km2: float


@dataclass
class Placement:
    """For each event the index of its region (OUTSIDE: none), and how many were taken to the nearest one."""

    index: np.ndarray
    snapped: int


@dataclass
class RegionSet:
    """The regions of an analysis.

    origin : where they come from, in words; field : the field of their names.
    """

    regions: list[Region]
    origin: str
    field: str
    zones: ZoneTable

    @property
    def names(self) -> list[str]:
        """Names in the regions' order."""
        return [region.name for region in self.regions]

    @property
    def countries(self) -> set[str]:
        """Alpha-3 codes of the countries that the regions belong to."""
        return {code for region in self.regions for code in region.countries}

    def union(self) -> QgsGeometry:
        """All regions as one polygon."""
        return QgsGeometry.unaryUnion([region.geometry for region in self.regions])

    def zone_label(self, zone: str) -> str:
        """A zone's name for people, "" for none."""
        return next((known.label for known in self.zones.zones if known.id == zone), "")

    @cached_property
    def overlap(self) -> float:
        """How many km2 of land lie in more than one region; 0 where it is no more than borders drawn twice."""
        whole = sum(region.area_km2 for region in self.regions)
        common = whole - area_km2(self.union())
        return common if common > BORDER_SHARE * whole else 0.0

    def place(self, longitude: np.ndarray, latitude: np.ndarray, snap_km: float = SNAP_KM) -> Placement:
        """Which region each point lies in; a point in none goes to the nearest one within `snap_km`.

        Works on distinct points. NaN coordinates are OUTSIDE.
        """
        points = np.column_stack([longitude, latitude]).astype(float)
        distinct, inverse = np.unique(points, axis=0, return_inverse=True)
        index = np.full(len(distinct), OUTSIDE)
        for number, region in enumerate(self.regions):
            box = region.geometry.boundingBox()
            x, y = distinct[:, 0], distinct[:, 1]
            near = (
                (x >= box.xMinimum()) & (x <= box.xMaximum()) & (y >= box.yMinimum()) & (y <= box.yMaximum())
            )
            engine = QgsGeometry.createGeometryEngine(region.geometry.constGet())
            engine.prepareGeometry()
            for i in np.flatnonzero(near & (index == OUTSIDE)):
                if engine.intersects(QgsPoint(*distinct[i])):
                    index[i] = number
        snapped = np.zeros(len(distinct), dtype=bool)
        for i in np.flatnonzero((index == OUTSIDE) & ~np.isnan(distinct).any(axis=1)):
            index[i] = self._nearest(distinct[i], snap_km)
            snapped[i] = index[i] != OUTSIDE
        inverse = np.asarray(inverse).ravel()
        return Placement(index[inverse], int(snapped[inverse].sum()))

    def _nearest(self, point: np.ndarray, snap_km: float) -> int:
        """Index of the region whose edge is nearest on the ellipsoid, OUTSIDE when none is within `snap_km`."""
        best, best_km = OUTSIDE, np.nextafter(snap_km, np.inf)
        narrow = max(np.cos(np.radians(point[1])), 0.01)  # a degree of longitude beside one of latitude
        margin = snap_km / 110.0 / narrow
        square = QTransform().scale(narrow, 1.0)
        here = QgsGeometry.fromPointXY(QgsPointXY(point[0] * narrow, point[1]))
        for number, region in enumerate(self.regions):
            if not region.geometry.boundingBox().buffered(margin).contains(QgsPointXY(*point)):
                continue
            shape = QgsGeometry(region.geometry)
            shape.transform(square)
            there = shape.nearestPoint(here).asPoint()
            km = _GEOD.inv(point[0], point[1], there.x() / narrow, there.y())[2] / 1000.0
            if km < best_km:
                best, best_km = number, km
        return best


def from_layer(layer: QgsVectorLayer, name_field: str = "") -> RegionSet:
    """Regions from any polygon layer; polygons of one name are one region. Call in the layer's own thread.

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
    for name, geometry in _shapes_of(layer, chosen):
        named.setdefault(name, []).append(geometry)
    if not named:
        raise FlashpointsError(
            translate("Regions", "The regions layer is empty."),
            layer.name(),
            translate("Regions", "Choose another."),
        )
    return _region_set(named, layer.name(), chosen, None)


def _shapes_of(layer: QgsVectorLayer, field: str) -> Iterator[tuple[str, QgsGeometry]]:
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
