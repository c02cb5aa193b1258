# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map of a project: it follows the countries of the stores that are loaded, and lasts with the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from event_files import row, write
from flashpoints.plugin.gis.algorithm import load_actors
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gui import base_map, tree
from flashpoints.plugin.gui.stores import add_store
from flashpoints.plugin.gui.window import Window
from qgis.core import QgsMapLayer, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from .conftest import wait


@pytest.fixture
def make(tmp_path: Path, qgis_app: object) -> Callable[..., Path]:
    """A store of some events in some countries."""

    def go(name: str, *countries: str) -> Path:
        rows = [row(n, country=country) for n, country in enumerate(countries)]
        path = tmp_path / f"{name}.gpkg"
        import_events(write(tmp_path / f"{name}.csv", rows), path, load_actors())
        return path

    return go


@pytest.fixture
def host(qgis_iface: Any) -> Window:
    return Window(qgis_iface, lambda name: None)


def roles() -> dict[str, QgsVectorLayer]:
    return {layer.name(): layer for layer in tree.base_layers()}


def test_second_country_widens_the_base_and_a_third_time_changes_nothing(
    host: Window, make: Callable
) -> None:
    add_store(host, make("mali", "Mali"))
    assert wait(tree.has_base) and tree.base_focus() == ("MLI",)
    before = roles()
    assert list(before) == ["Towns", "Borders", "Regions", "Countries"]
    assert "TCD" not in before["Regions"].uniqueValues(before["Regions"].fields().lookupField("adm0_a3"))
    add_store(host, make("sudan", "Sudan", "Mali"))
    assert wait(lambda: tree.base_focus() == ("MLI", "SDN"))
    after = roles()
    assert {name: layer.id() for name, layer in after.items()} == {n: one.id() for n, one in before.items()}
    assert all(layer.isValid() and layer.readOnly() for layer in after.values())
    assert "TCD" in after["Regions"].uniqueValues(after["Regions"].fields().lookupField("adm0_a3"))
    assert "'SDN'" in after["Countries"].renderer().dump()
    sources = [layer.source() for layer in after.values()]
    add_store(host, make("again", "Sudan"))
    base_map.show_base(host, make("mali again", "Mali"))
    wait(lambda: False, 1500)
    assert [layer.source() for layer in roles().values()] == sources


def test_a_look_of_the_users_own_is_kept(host: Window, make: Callable) -> None:
    add_store(host, make("mali", "Mali"))
    assert wait(tree.has_base)
    countries = roles()["Countries"]
    own = QgsSingleSymbolRenderer.defaultRenderer(countries.geometryType())
    own.symbol().setColor(QColor("#123456"))
    countries.setRenderer(own)
    add_store(host, make("chad", "Chad"))
    assert wait(lambda: tree.base_focus() == ("MLI", "TCD"))
    assert roles()["Countries"].renderer().symbol().color().name() == "#123456"
    assert "'TCD'" in roles()["Borders"].renderer().dump()


def test_many_countries_get_the_world(host: Window, make: Callable) -> None:
    names = ("Mali", "Niger", "Chad", "Sudan", "Kenya", "Uganda", "Somalia", "Libya", "Egypt")
    add_store(host, make("many", *names))
    assert wait(tree.has_base) and tree.base_focus() == (base_map.WORLD,)
    add_store(host, make("mali", "Mali"))
    wait(lambda: False, 800)
    assert tree.base_focus() == (base_map.WORLD,)


def test_events_far_from_the_listed_towns_have_no_towns(host: Window, make: Callable) -> None:
    add_store(host, make("ukraine", "Ukraine"))
    assert wait(tree.has_base)
    assert list(roles()) == ["Borders", "Regions", "Countries"]


def test_project_brings_the_base_back(host: Window, make: Callable, tmp_path: Path) -> None:
    add_store(host, make("mali", "Mali"))
    assert wait(tree.has_base)
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(path)
    assert tree.base_focus() == ("MLI",)
    assert list(roles()) == ["Towns", "Borders", "Regions", "Countries"]
    for layer in roles().values():
        assert layer.isValid() and layer.readOnly()
        assert not layer.flags() & QgsMapLayer.LayerFlag.Identifiable
    towns = roles()["Towns"]
    assert towns.labelsEnabled() and len(towns.renderer().rootRule().children()) == 4
    with opened(tree.file_of(towns)) as connection:
        assert connection.execute("SELECT count(*) FROM towns").fetchone()[0] == towns.featureCount() > 300
