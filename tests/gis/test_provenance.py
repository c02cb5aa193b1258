# SPDX-License-Identifier: GPL-2.0-or-later
"""Style and metadata that stay with a result, wherever it is opened again."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gis.provenance import (
    annotate,
    definition_id,
    read_parameters,
    read_sources,
    save_style_and_metadata,
)
from pictures import Picture, layer_of
from qgis.core import (
    QgsMarkerSymbol,
    QgsProcessingContext,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

PARAMETERS = {
    "RADII_KM": "50,100",
    "PERIODS": ["2023-H1", "2022-H2"],
    "WHERE": "Ségou; “Mopti”",
    "MIN": 0,
    "NONE": None,
}
SOURCES = [
    {"file_name": "événements & more.csv", "sha256": "ab" * 32, "credit": "ACLED, accessed 1 July 2023",
     "access_date": "2023-07-01", "synthetic": False},
    {"file_name": "sample.csv", "sha256": None, "dataset": "Synthetic", "synthetic": True},
]  # fmt: skip


def write(path: Path, name: str = "rings", *, add: bool = False) -> str:
    """A point in the middle of the picture as a file; returns path|layername=name."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    options.driverName = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile"}[path.suffix]
    if add:
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    layer = layer_of("Point", ("name:string",), [("POINT(200 200)", ("x",))])
    context = QgsProject.instance().transformContext()
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    assert error == QgsVectorFileWriter.WriterError.NoError
    return f"{path}|layername={name}" if path.suffix == ".gpkg" else str(path)


def colour(value: str) -> Any:
    def styler(layer: QgsVectorLayer) -> None:
        layer.setRenderer(
            QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": value, "size": "9"}))
        )

    return styler


def noted(title: str = "Rings round Bamako", **given: Any) -> Any:
    values = {
        "title": title, "definition": "Events within a geodesic circle.", "definition_id": "rings/1",
        "parameters": PARAMETERS, "sources": SOURCES, "version": "0.1.0", **given,
    }  # fmt: skip
    return lambda layer: annotate(layer, **values)


def seen(source: str) -> str:
    layer = QgsVectorLayer(source, "again", "ogr")
    layer.setCrs(layer_of("Point", (), []).crs())  # GeoJSON is always in degrees
    return Picture([layer]).at(200, 200)


def check_metadata(layer: QgsVectorLayer, title: str) -> None:
    assert layer.metadata().title() == title
    assert layer.metadata().abstract().startswith("SYNTHETIC")
    assert layer.metadata().abstract().endswith("Events within a geodesic circle.")
    assert layer.metadata().rights() == ["ACLED, accessed 1 July 2023"]
    history = layer.metadata().history()
    assert "Flashpoints 0.1.0" in history[0] and "ab" * 32 in history[1] and "sample.csv" in history[2]
    assert read_parameters(layer) == PARAMETERS
    assert read_sources(layer)[0] == SOURCES[0]
    assert read_sources(layer)[1] == {"file_name": "sample.csv", "dataset": "Synthetic", "synthetic": True}
    assert definition_id(layer) == "rings/1"


@pytest.mark.parametrize("with_name", [True, False])
def test_a_geopackage_holds_both_also_after_writing_twice(tmp_path: Path, with_name: bool) -> None:
    path = tmp_path / "out put.gpkg"
    source = write(path)
    for value, title in (("#ff0000", "first"), ("#0000ff", "second"), ("#00ff00", "third")):
        save_style_and_metadata(source if with_name else str(path), colour(value), noted(title))
        assert seen(source) == value
        check_metadata(QgsVectorLayer(source, "again", "ogr"), title)
    assert [file.name for file in tmp_path.iterdir() if file.suffix in (".qml", ".qmd")] == []
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT f_table_name, useAsDefault FROM layer_styles").fetchall() == [
        ("rings", 1)
    ]
    connection.close()


def test_each_layer_of_a_geopackage_keeps_its_own(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    one, two = write(path, "one"), write(path, "two", add=True)
    save_style_and_metadata(one, colour("#ff0000"), noted("The first"))
    save_style_and_metadata(two, colour("#0000ff"), noted("The second"))
    save_style_and_metadata(one, colour("#00ff00"), noted("The first again"))
    assert (seen(one), seen(two)) == ("#00ff00", "#0000ff")
    titles = [QgsVectorLayer(source, "x", "ogr").metadata().title() for source in (one, two)]
    assert titles == ["The first again", "The second"]


@pytest.mark.parametrize("suffix", [".geojson", ".shp"])
def test_other_files_get_them_beside_them(tmp_path: Path, suffix: str) -> None:
    source = write(tmp_path / f"rings{suffix}")
    for value in ("#ff0000", "#0000ff"):
        save_style_and_metadata(source, colour(value), noted())
    assert (tmp_path / "rings.qml").is_file() and (tmp_path / "rings.qmd").is_file()
    again = QgsVectorLayer(source, "again", "ogr")
    assert again.renderer().symbol().color().name() == "#0000ff"
    again.loadDefaultMetadata()  # as QGIS does when it adds the layer
    check_metadata(again, "Rings round Bamako")


def test_a_temporary_layer_is_changed_itself(tmp_path: Path) -> None:
    layer = layer_of("Point", ("name:string",), [("POINT(200 200)", ("x",))])
    context = QgsProcessingContext()
    context.temporaryLayerStore().addMapLayer(layer)
    assert save_style_and_metadata(layer.id(), colour("#00ff00"), noted(), context) is layer
    assert Picture([layer]).at(200, 200) == "#00ff00"
    check_metadata(layer, "Rings round Bamako")
    assert save_style_and_metadata(layer, colour("#ff0000"), noted("Again")) is layer
    assert Picture([layer]).at(200, 200) == "#ff0000"


def test_a_layer_that_is_not_ours_has_no_provenance() -> None:
    layer = layer_of("Point", (), [])
    assert (read_parameters(layer), read_sources(layer), definition_id(layer)) == ({}, [], "")


def test_a_file_that_another_program_writes_to_keeps_its_style(tmp_path: Path) -> None:
    """QGIS 3.22 would ask whether to replace the style that could not be deleted, in a window that nobody sees."""
    destination = write(tmp_path / "rings.gpkg")
    save_style_and_metadata(destination, colour("#00ff00"), lambda layer: None)
    with contextlib.closing(sqlite3.connect(tmp_path / "rings.gpkg")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FlashpointsError, match="cannot be saved"):
            save_style_and_metadata(destination, colour("#0000ff"), lambda layer: None)
        other.rollback()
    save_style_and_metadata(destination, colour("#0000ff"), lambda layer: None)


def test_an_output_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="cannot be opened again"):
        save_style_and_metadata(f"{tmp_path}/gone.gpkg|layername=x", colour("#ff0000"), noted())
    with pytest.raises(FlashpointsError, match="cannot be opened again"):
        save_style_and_metadata(f"{tmp_path}/gone.gpkg", colour("#ff0000"), noted())
