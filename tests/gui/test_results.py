# SPDX-License-Identifier: GPL-2.0-or-later
"""Where results go: files that are never overwritten, and the right place among the layers."""

from __future__ import annotations

from pathlib import Path

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gui import results, tree
from qgis.core import QgsProject, QgsVectorLayer


def polygon_layer(name: str) -> QgsVectorLayer:
    """A layer without a file, for the order of layers."""
    return QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", name, "memory")


def names() -> list[str]:
    """The tree, read from top to bottom, groups left out."""
    return [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def test_slug() -> None:
    """Every system takes it; nothing of the sense is lost."""
    assert (
        results.slug("Rings round Ségou, 2023-H1 against 2022-H2")
        == "rings-round-segou-2023-h1-against-2022-h2"
    )
    assert results.slug("…") == "result"
    assert len(results.slug("long " * 100)) <= 90


def test_new_file_is_never_an_old_one(tmp_path: Path) -> None:
    """A second run of the same question stands beside the first."""
    folder = tmp_path / "store results"
    first = results.new_file(folder, "Footprint")
    assert first == folder / "footprint.gpkg"
    first.touch()
    assert results.new_file(folder, "Footprint") == folder / "footprint-2.gpkg"
    assert list(folder.iterdir()) == [first]


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Said with the folder's name, before anything runs."""
    (tmp_path / "file").touch()
    with pytest.raises(FlashpointsError, match="Choose another folder") as caught:
        results.new_file(tmp_path / "file" / "below", "Footprint")
    assert str(tmp_path / "file" / "below") in str(caught.value)


def test_default_folder_is_beside_the_store(events: QgsVectorLayer, store: Path) -> None:
    """`mali.gpkg` -> `mali results`; a layer without a file has a folder all the same."""
    assert results.default_folder(events) == store.parent / "mali results"
    assert results.default_folder(polygon_layer("x")).name == "Flashpoints results"


def test_order_of_layers(events: QgsVectorLayer) -> None:
    """Events on top, rings over footprints over comparisons, the base at the bottom, whatever comes first."""
    QgsProject.instance().removeMapLayer(events.id())
    other = polygon_layer("The user's own")
    QgsProject.instance().addMapLayer(other)
    tree.add_base([polygon_layer("Countries")])
    tree.add_results([polygon_layer("Comparison")], "flashpoints:compareperiods")
    tree.add_events(polygon_layer("Events"))
    tree.add_results([polygon_layer("Rings")], "flashpoints:buffercounts")
    tree.add_results([polygon_layer("Footprint"), polygon_layer("Change")], "flashpoints:regionfootprints")
    ours = [name for name in names() if name != "The user's own"]
    assert ours == ["Events", "Rings", "Footprint", "Change", "Comparison", "Countries"]
    assert names()[-1] == "Countries"
    assert tree.has_base()


def test_earlier_results_of_the_kind_are_switched_off(qgis_app: object) -> None:
    """Off, not out; results of another kind stay on."""
    tree.add_results([polygon_layer("Rings")], "flashpoints:buffercounts")
    tree.add_results([polygon_layer("First")], "flashpoints:compareperiods")
    tree.add_results([polygon_layer("Second")], "flashpoints:compareperiods")
    shown = {node.name(): node.isVisible() for node in QgsProject.instance().layerTreeRoot().findLayers()}
    assert shown == {"Rings": True, "Second": True, "First": False}


def test_file_that_is_no_layer(tmp_path: Path) -> None:
    """An output that went missing is said."""
    with pytest.raises(FlashpointsError, match="cannot be opened"):
        results.open_layer(str(tmp_path / "gone.gpkg"))
