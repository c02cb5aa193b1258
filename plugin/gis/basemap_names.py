# SPDX-License-Identifier: GPL-2.0-or-later
"""What the world map lacks, written into the copy of it: towns, and names as people here write them.

They lie in the file of the base map, so that a project shows them without the plugin.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

from osgeo import gdal, ogr, osr
from qgis.core import QgsApplication

from ..core.places import Place, load_places
from ..core.zones import CountryTable, read_table
from .geopackage import SRS_ID
from .paths import RESOURCES

TOWNS = "towns"
NAME_EN, NAME_FR = "name_en", "name_fr"
"""Columns of the base map's tables: the name to write on a map, in English and in French."""

_TABLES = ("places.csv", "map_names.csv", "countries.csv")


def version() -> str:
    """A mark of the tables that go into a base map, so that a copy with older ones is not taken for today's."""
    mark = 0
    for name in _TABLES:
        mark = zlib.crc32((Path(RESOURCES) / name).read_bytes(), mark)
    return f"{mark:08x}"


def add_names(layer: ogr.Layer, name_field: str, country_field: str = "") -> None:
    """Give the features of a table their names in English and French; those of the map where the table says nothing.

    country_field : of regions, the one with the code of their country; "" for countries.
    """
    rows = read_table(RESOURCES / "map_names.csv", ("a3", "name", "label", "label_fr"))
    known = {(row["a3"], row["name"]): row for row in rows}
    for column in (NAME_EN, NAME_FR):
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for feature in list(layer):
        name = feature[name_field]
        if not name:
            continue
        row = known.get((feature[country_field] if country_field else "", name), {})
        feature[NAME_EN] = row.get("label") or name
        feature[NAME_FR] = row.get("label_fr") or row.get("label") or name
        layer.SetFeature(feature)


def country_name(name: str) -> str:
    """What a country of the world map is called, in the user's language."""
    rows = read_table(RESOURCES / "map_names.csv", ("a3", "name", "label", "label_fr"))
    row = next((row for row in rows if row["name"] == name and not row["a3"]), {})
    french = QgsApplication.locale().startswith("fr")
    return (french and row.get("label_fr")) or row.get("label") or name


def add_towns(target: gdal.Dataset, codes: Mapping[str, str]) -> None:
    """Write the towns of `resources/places.csv`; codes : folded country names -> adm0_a3, as the world map has them."""
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(SRS_ID)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = target.CreateLayer(TOWNS, srs, ogr.wkbPoint)
    if layer is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    for column in ("name", NAME_EN, NAME_FR, "kind", "country", "a3", "admin1"):
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    countries = CountryTable.from_csv(RESOURCES / "countries.csv")
    for place in load_places():
        layer.CreateFeature(_feature(layer, place, countries.a3(place.country, codes) or ""))


def _feature(layer: ogr.Layer, place: Place, code: str) -> ogr.Feature:
    feature = ogr.Feature(layer.GetLayerDefn())
    values = {
        "name": place.name, NAME_EN: place.name, NAME_FR: place.label_fr or place.name, "kind": place.kind,
        "country": place.country, "a3": code, "admin1": place.admin1,
    }  # fmt: skip
    for column, value in values.items():
        feature[column] = value
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(place.longitude, place.latitude)
    feature.SetGeometry(point)
    return feature
