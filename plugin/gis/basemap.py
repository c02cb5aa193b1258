# SPDX-License-Identifier: GPL-2.0-or-later
"""The offline base: countries and regions copied out of QGIS's own world map (Natural Earth, public domain), and the
towns of `resources/places.csv`.

The world map itself is only ever read as an immutable file: it belongs to the QGIS installation, and GDAL changes
a GeoPackage that it could write to.
"""

from __future__ import annotations

import functools
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsMapLayer, QgsVectorLayer

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..core.zones import fold
from .basemap_names import TOWNS, add_names, add_towns, version
from .paths import world_map
from .styles_base import style_base
from .styles_towns import style_towns

COUNTRIES, REGIONS = "countries", "states_provinces"
ROLE = "flashpoints/base"
"""Custom property of a layer of the base map: towns, borders, regions or countries."""
CREDIT = "Natural Earth, naturalearthdata.com"
NEAR_DEGREES = 0.05
"""Countries nearer than this are neighbours; the map's generalised borders do not always touch."""

_NO_CODE = ("", "-1", "-99")


def open_world_map() -> gdal.Dataset:
    """The world map, read-only and immutable.

    Raises
    ------
    FlashpointsError : this QGIS came without it.
    """
    path = world_map()
    dataset, reason = None, ""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, open_options=["IMMUTABLE=YES"])
    except RuntimeError as error:  # where another plugin has switched GDAL's exceptions on
        reason = f" ({error})"
    if dataset is None:
        raise FlashpointsError(
            translate("Basemap", "QGIS's own world map is missing or cannot be read.") + reason,
            str(path),
            translate("Basemap", "Choose a region layer of your own, or install QGIS's data files again."),
        )
    return dataset


def country_a3_by_name() -> dict[str, str]:
    """Folded country names of the world map (`admin` of its regions, NAME of its countries) -> adm0_a3."""
    return dict(_codes()[0])


@functools.lru_cache(maxsize=1)
def _codes() -> tuple[dict[str, str], dict[str, str]]:
    """Names -> adm0_a3, and iso_a2 -> adm0_a3, which the map's two layers share where ISO_A3 differs (South Sudan)."""
    dataset = open_world_map()
    names: dict[str, str] = {}
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    # grouped by the database: the map has thousands of regions
    query = (
        f"SELECT admin, adm0_a3, iso_a2, count(*) AS n FROM {REGIONS} "  # nosec B608 (a constant)
        "GROUP BY admin, adm0_a3, iso_a2 ORDER BY min(fid)"
    )
    regions = dataset.ExecuteSQL(query)
    for feature in regions:
        names.setdefault(fold(feature["admin"]), feature["adm0_a3"])
        seen[feature["iso_a2"] or ""][feature["adm0_a3"]] += feature["n"]
    dataset.ReleaseResultSet(regions)
    by_iso = {iso: codes.most_common(1)[0][0] for iso, codes in seen.items() if iso not in _NO_CODE}
    countries = dataset.ExecuteSQL(f"SELECT NAME, iso_a2 FROM {COUNTRIES} ORDER BY fid")  # nosec B608
    for feature in countries:
        code = by_iso.get(feature["iso_a2"] or "")
        if feature["NAME"] and code:
            names.setdefault(fold(feature["NAME"]), code)
    dataset.ReleaseResultSet(countries)
    return names, by_iso


def copy_world_map(folder: Path, focus_a3: str | Sequence[str] = ()) -> Path:
    """Put a GeoPackage with the base map into a folder and return its path; one that is there is used again.

    Parameters
    ----------
    folder : made when it is missing.
    focus_a3 : adm0_a3 of one or several countries: only their regions and their neighbours' are copied (5 MB
        instead of 12), into a file named after them and after the version of our tables of towns and names. All
        countries of the world and all towns are always there.

    Raises
    ------
    FlashpointsError : no world map, an unknown code, or a folder that cannot be written.
    """
    focus = _as_list(focus_a3)
    target = Path(folder) / ("_".join(["basemap", *sorted(focus), version()]) + ".gpkg")
    if target.is_file():
        return target
    world = open_world_map()
    wanted = _with_neighbours(world, focus)
    # written aside and renamed, so that a half-written file is never taken for a base map
    aside = target.with_name(f"{target.stem}.{uuid.uuid4().hex}.part.gpkg")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(world, aside, wanted)
        aside.replace(target)
    except (OSError, RuntimeError) as error:
        raise FlashpointsError(
            translate("Basemap", "The base map cannot be written ({reason}).").format(reason=error),
            str(folder),
            translate("Basemap", "Choose a folder that you may write to."),
        ) from error
    finally:
        if aside.exists():
            aside.unlink()
    return target


def _as_list(codes: str | Sequence[str]) -> list[str]:
    return [code for code in ([codes] if isinstance(codes, str) else codes) if code]


def _with_neighbours(world: gdal.Dataset, focus: list[str]) -> list[str]:
    """The codes of the focus and of the countries that border on it; none for the whole world."""
    if not focus:
        return []
    shapes = {code: shape for code, (_, shape) in country_shapes(world).items()}
    missing = [code for code in focus if code not in shapes]
    if missing:
        raise FlashpointsError(
            translate("Basemap", "QGIS's world map has no country {code}.").format(code=missing[0]),
            remedy=translate("Basemap", "Use the three-letter code of Natural Earth, such as MLI for Mali."),
        )
    return sorted(
        set(focus) | {code for code in shapes if _near(shapes[code], (shapes[one] for one in focus))}
    )


def country_shapes(world: gdal.Dataset) -> dict[str, tuple[str, ogr.Geometry]]:
    """adm0_a3 -> name and polygons of each country of the world map; `world` must outlive them."""
    by_iso = _codes()[1]
    shapes: dict[str, tuple[str, ogr.Geometry]] = {}
    for feature in world.GetLayerByName(COUNTRIES):
        code = by_iso.get(feature["iso_a2"] or "")
        if code:
            name, shape = feature["NAME"] or code, feature.GetGeometryRef().Clone()
            if code in shapes:
                name, shape = shapes[code][0], shapes[code][1].Union(shape)
            shapes[code] = (name, shape)
    return shapes


def _near(shape: ogr.Geometry, others: Iterable[ogr.Geometry]) -> bool:
    west, east, south, north = shape.GetEnvelope()
    for other in others:
        w, e, s, n = other.GetEnvelope()
        apart = max(w - east, west - e, s - north, south - n)
        if apart <= NEAR_DEGREES and shape.Distance(other) <= NEAR_DEGREES:
            return True
    return False


def _write(world: gdal.Dataset, path: Path, wanted: list[str]) -> None:
    """Write countries, with the codes of their regions as a3, the regions of the wanted countries, or all, and towns.

    Feature by feature: gdal.VectorTranslate reads a GeoPackage under a filter with a thread of its own, which crashed
    now and then (GDAL 3.10).
    """
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    if target is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    codes = ", ".join(f"'{code}'" for code in wanted)
    source = world.GetLayerByName(REGIONS)
    source.SetAttributeFilter(f"adm0_a3 IN ({codes})" if codes else None)
    regions = target.CopyLayer(source, REGIONS)
    source.SetAttributeFilter(None)
    countries = target.CopyLayer(world.GetLayerByName(COUNTRIES), COUNTRIES)
    if regions is None or countries is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    target.StartTransaction()
    _add_codes(countries)
    add_names(countries, "NAME")
    add_names(regions, "name", "adm0_a3")
    add_towns(target, country_a3_by_name())
    target.CommitTransaction()


def _add_codes(countries: ogr.Layer) -> None:
    # a function of its own: a feature that is still held when another field is added crashes GDAL in the end
    countries.CreateField(ogr.FieldDefn("a3", ogr.OFTString))
    for feature in list(countries):
        code = _codes()[1].get(feature["iso_a2"] or "")
        if code:
            feature["a3"] = code
            countries.SetFeature(feature)


def base_layers(
    path: Path, focus_a3: str | Sequence[str] = (), language: str | None = None
) -> list[QgsVectorLayer]:
    """The styled layers of a base map that `copy_world_map` made: towns, borders, regions,
    countries, the topmost first.

    Without a focus all land looks alike; towns are left out where the table has none of the copied regions' countries.
    Names are in QGIS's language, or the given one. The layers are not added to a project. They are read-only, and
    QGIS's Identify passes them over.

    Raises
    ------
    FlashpointsError : the file is no base map.
    """
    towns = _open(path, TOWNS, translate("Basemap", "Towns"), "towns")
    borders = _open(path, COUNTRIES, translate("Basemap", "Borders"), "borders")
    regions = _open(path, REGIONS, translate("Basemap", "Regions"), "regions")
    countries = _open(path, COUNTRIES, translate("Basemap", "Countries"), "countries")
    style_base(countries, regions, _as_list(focus_a3), borders, language=language)
    style_towns(towns, language)
    there = _values(towns, "a3") & _values(regions, "adm0_a3")
    return [*([towns] if there else []), borders, regions, countries]


def _values(layer: QgsVectorLayer, column: str) -> set[str]:
    return {str(value) for value in layer.uniqueValues(layer.fields().lookupField(column))}


def _open(path: Path, table: str, name: str, role: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", name, "ogr")
    if not layer.isValid():
        raise FlashpointsError(
            translate("Basemap", "The file is no base map: it has no layer {name}.").format(name=table),
            str(path),
            translate("Basemap", "Delete it; it is made again."),
        )
    layer.setReadOnly(True)
    layer.setCustomProperty(ROLE, role)
    # Identify and the locator answer about events; the layers themselves may be taken out
    layer.setFlags(QgsMapLayer.LayerFlag.Removable)
    return layer
