# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map: copied out of QGIS's own, which stays as it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis import basemap, paths
from osgeo import ogr
from pictures import Picture
from qgis.core import QgsRectangle, QgsVectorLayer

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
    assert [layer.name() for layer in layers] == ["Borders", "Regions", "Countries"]
    assert all(layer.isValid() and layer.readOnly() for layer in layers)
    picture = Picture(
        layers, 800, 800, crs="EPSG:4326", extent=QgsRectangle(-8, 11, 0, 19)
    )  # about 1:11,000,000
    assert picture.errors == []
    assert picture.at(-3.2, 17.3) == "#f7f5f0"  # in the region of Timbuktu
    assert picture.at(-1.4, 12.6) == "#eceae4"  # in Burkina Faso
    assert {"Mopti", "Ségou", "BURKINA FASO", "MAURITANIA"} <= set(picture.labels)
    assert "MALI" not in picture.labels and "Centre" not in picture.labels
    far = Picture(layers, 800, 800, crs="EPSG:4326", extent=QgsRectangle(-15, 5, 10, 30))
    assert "Mopti" not in far.labels and "NIGER" in far.labels


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
