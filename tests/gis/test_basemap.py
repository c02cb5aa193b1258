# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map: copied out of QGIS's own, which stays as it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis import basemap, paths
from flashpoints.plugin.gis.styles_obstacles import CROWDING, VIEW_M2, keep_names_off, smallest_scale
from osgeo import ogr
from pictures import Picture
from qgis.core import QgsFeature, QgsGeometry, QgsMapLayer, QgsPointXY, QgsRectangle, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="module")
def mali(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return basemap.copy_world_map(tmp_path_factory.mktemp("base"), "MLI")


def codes(path: Path, table: str, column: str) -> set[str]:
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    return {str(feature[column]) for feature in layer.getFeatures() if feature[column]}


def state(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.glob("world_map*")
    }


def test_the_world_map_is_not_touched(tmp_path: Path) -> None:
    before = state(paths.world_map().parent)
    assert "world_map.gpkg" in before
    path = basemap.copy_world_map(tmp_path, "MLI")
    layers = basemap.base_layers(path, "MLI")
    Picture(layers, crs="EPSG:4326", extent=QgsRectangle(-12, 10, 4, 25))
    basemap.country_a3_by_name()
    assert state(paths.world_map().parent) == before
    assert not any(str(paths.world_map()) in layer.source() for layer in layers)


def test_the_copy_holds_the_country_its_neighbours_and_all_countries(mali: Path) -> None:
    neighbours = {"DZA", "NER", "BFA", "CIV", "GIN", "SEN", "MRT"}
    assert codes(mali, "states_provinces", "adm0_a3") == {"MLI"} | neighbours
    assert len(codes(mali, "countries", "NAME")) > 200
    assert {"MLI", "FRA", "SDS"} <= codes(mali, "countries", "a3")  # South Sudan is SSD in the other column
    assert mali.stat().st_size < 6_000_000


def test_several_countries_and_the_whole_world(tmp_path: Path, mali: Path) -> None:
    liptako = basemap.copy_world_map(tmp_path, ["MLI", "BFA", "NER"])
    assert codes(mali, "states_provinces", "adm0_a3") < codes(liptako, "states_provinces", "adm0_a3")
    world = basemap.copy_world_map(tmp_path)
    assert len(codes(world, "states_provinces", "adm0_a3")) > 200
    assert len({liptako, world}) == 2


def test_a_copy_is_used_again_and_a_half_written_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "basemap_MLI.0123.part.gpkg").write_bytes(b"SQLite format 3\0 and then the power went")
    first = basemap.copy_world_map(tmp_path / "new folder", "MLI")
    written = first.stat().st_mtime_ns
    assert basemap.copy_world_map(tmp_path / "new folder", "MLI") == first
    assert first.stat().st_mtime_ns == written
    assert [path.name for path in first.parent.iterdir()] == [first.name]
    second = basemap.copy_world_map(tmp_path, "MLI")
    assert QgsVectorLayer(f"{second}|layername=countries", "c", "ogr").isValid()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    with pytest.raises(FlashpointsError, match="base map cannot be written"):
        basemap.copy_world_map(blocked / "inside", "MLI")


def test_an_unknown_country_is_said(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="no country XXX"):
        basemap.copy_world_map(tmp_path, "XXX")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_world_map_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basemap, "world_map", lambda: tmp_path / "gone.gpkg")
    before = ogr.GetUseExceptions()
    try:
        for switch in (ogr.UseExceptions, ogr.DontUseExceptions):
            switch()
            with pytest.raises(FlashpointsError, match="world map is missing"):
                basemap.open_world_map()
    finally:
        (ogr.UseExceptions if before else ogr.DontUseExceptions)()


def test_layers_are_named_ordered_and_drawn(mali: Path) -> None:
    layers = basemap.base_layers(mali, "MLI")
    assert [layer.name() for layer in layers] == ["Towns", "Borders", "Regions", "Countries"]
    assert all(layer.isValid() and layer.readOnly() for layer in layers)
    for flag in (QgsMapLayer.LayerFlag.Identifiable, QgsMapLayer.LayerFlag.Searchable):
        assert not any(layer.flags() & flag for layer in layers)
    picture = Picture(
        layers, 800, 800, crs="EPSG:4326", extent=QgsRectangle(-8, 11, 0, 19)
    )  # about 1:11,000,000
    assert picture.errors == []
    assert picture.at(-3.2, 18.6) == "#f7f5f0"  # in the region of Timbuktu
    assert picture.at(-1.0, 11.3) == "#eceae4"  # in Burkina Faso
    assert {"Mopti", "Ségou", "BURKINA FASO", "MAURITANIA"} <= set(picture.labels)
    assert "MALI" not in picture.labels and "Centre" not in picture.labels
    far = Picture(layers, 800, 800, crs="EPSG:4326", extent=QgsRectangle(-15, 5, 10, 30))
    assert "Mopti" not in far.labels and "NIGER" in far.labels


def test_towns_come_by_scale(mali: Path) -> None:
    towns = basemap.base_layers(mali, "MLI")[0]

    def names(half: float, x: float = -4.0, y: float = 14.5) -> set[str]:
        box = QgsRectangle(x - half, y - half, x + half, y + half)
        return set(Picture([towns], 1600, 1600, crs="EPSG:4326", extent=box).labels)

    far, country, region, near = names(20), names(6), names(1.5), names(0.6)
    assert {"Bamako", "Ouagadougou", "Niamey"} <= far and not {"Mopti", "Gao", "Konna"} & far
    assert {"Bamako", "Mopti", "Segou", "Ouahigouya"} <= country and not {"Djenne", "Konna"} & country
    assert {"Mopti", "Djenne", "Bandiagara"} <= region and "Konna" not in region
    assert {"Mopti", "Sevare", "Konna"} <= near


def test_names_are_french_where_asked(mali: Path) -> None:
    layers = basemap.base_layers(mali, "MLI", "fr_FR")
    picture = Picture(layers, 1600, 1600, crs="EPSG:4326", extent=QgsRectangle(-8, 11, 0, 19))
    assert {"Ségou", "MAURITANIE", "Dédougou", "Tombouctou"} <= set(picture.labels)
    assert not {"Segou", "MAURITANIA", "Timbuktu"} & set(picture.labels)
    english = Picture(basemap.base_layers(mali, "MLI", "en"), 800, 800, crs="EPSG:4326",
                      extent=QgsRectangle(-8, 11, 0, 19))  # fmt: skip
    assert {"Tombouctou", "MAURITANIA"} <= set(english.labels)  # one name in tables and on maps


def test_every_town_lies_in_its_country(mali: Path, tmp_path: Path) -> None:
    """By the world map's own borders, which are generalised: Kidira lies on a border river."""
    world = QgsVectorLayer(f"{basemap.copy_world_map(tmp_path)}|layername=states_provinces", "r", "ogr")
    towns = QgsVectorLayer(f"{mali}|layername=towns", "t", "ogr")
    shapes: dict[str, list[QgsGeometry]] = {}
    for feature in world.getFeatures():
        shapes.setdefault(feature["adm0_a3"], []).append(feature.geometry())
    assert towns.featureCount() > 300
    far = {}
    for town in towns.getFeatures():
        degrees = min(shape.distance(town.geometry()) for shape in shapes[town["a3"]])
        if degrees > 0.02:
            far[town["name"]] = degrees
    assert far == {}


def events_at(points: list[tuple[float, float]]) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "events", "memory")
    for x, y in points:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        assert layer.dataProvider().addFeatures([feature])[0]
    layer.updateExtents()
    return layer


def label_box(layers: list[QgsVectorLayer], name: str, box: QgsRectangle) -> QgsRectangle:
    picture = Picture(layers, 1200, 1200, crs="EPSG:4326", extent=box)
    (found,) = [one.labelRect for one in picture.found if one.labelText == name]
    return found


def test_a_towns_name_steps_aside_for_events(mali: Path) -> None:
    """A mark that lies where the name was moves the name, not the other way round."""
    towns = basemap.base_layers(mali, "MLI")[0]
    box = QgsRectangle(-4.6, 14.1, -3.8, 14.9)
    before = label_box([towns], "Mopti", box)
    middle = before.center()
    events = events_at([(middle.x(), middle.y())])
    keep_names_off(events)
    assert not label_box([events, towns], "Mopti", box).contains(middle)


@pytest.mark.parametrize(("marks", "smallest"), [(5000, None), (0, None), (20_000, 1.0), (80_000, 0.5)])
def test_many_marks_are_obstacles_only_from_a_scale_on(marks: int, smallest: float | None) -> None:
    """Four times the marks: half the scale denominator, since a map at half of it shows a quarter of the land."""
    area = VIEW_M2 * CROWDING * 4  # where 20,000 marks at scale 1:1 put 5,000 on one map
    found = smallest_scale(marks, area)
    assert found == (None if smallest is None else pytest.approx(smallest))
    assert smallest_scale(20_000, 0) == 0  # all on one spot


def test_a_file_that_is_no_base_map_is_said(tmp_path: Path) -> None:
    wrong = tmp_path / "basemap.gpkg"
    wrong.write_bytes(b"")
    with pytest.raises(FlashpointsError, match="no base map"):
        basemap.base_layers(wrong)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mali", "MLI"),
        ("burkina faso", "BFA"),
        ("ivory coast", "CIV"),
        ("cote d ivoire", "CIV"),
        ("democratic republic of the congo", "COD"),
        ("dem rep congo", "COD"),
        ("s sudan", "SDS"),
    ],
)
def test_country_codes_by_folded_name(name: str, code: str) -> None:
    assert basemap.country_a3_by_name()[name] == code
