# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of the windows share: a plugin in a window, the sample as a store, and patience."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QElapsedTimer, QEventLoop, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QWidget

PATIENCE_MS = 60_000


def wait(until: Callable[[], Any], ms: int = PATIENCE_MS) -> bool:
    """Let Qt go on until something holds; false when it does not in time."""
    timer = QElapsedTimer()
    timer.start()
    while not until() and timer.elapsed() < ms:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return bool(until())


def click(widget: QWidget) -> None:
    """Press the left button of the mouse on a widget; a tick box answers only where its box and text are."""
    place = QPoint(8, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def click_text(button: QWidget) -> None:
    """Press a radio button on its circle; beside its text it does not answer."""
    place = QPoint(8, button.height() // 2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def settled(dialog: Any) -> bool:
    """Wait until the Load dialog has looked at its file and said something."""
    looking = dialog.looking
    return wait(
        lambda: not looking.busy and not (looking.look is looking.problem is looking.store_events is None)
    )


def load(dialog: Any) -> None:
    """Press the button that runs and wait for the end."""
    click(dialog.foot.runButton)
    assert wait(lambda: dialog.run is None)


def write(edit: QWidget, text: str) -> None:
    """Replace the text of an edit, key by key."""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


@pytest.fixture(scope="session", autouse=True)
def no_collection() -> None:
    """Windows of earlier tests stay until the end: QGIS 3.44 crashes when Python collects them in the middle of one."""
    gc.disable()


@pytest.fixture(autouse=True)
def clean(qgis_app: QgsApplication, qgis_canvas: QgsMapCanvas) -> Iterator[None]:
    """No settings and no layers of another test. Nobody looks at the map, so it is not drawn in its threads:
    taking all layers from under a drawing canvas crashed QGIS 3.22 once in many runs."""
    qgis_canvas.setRenderFlag(False)
    QgsSettings().remove("flashpoints")
    yield
    QgsProject.instance().clear()
    QgsSettings().remove("flashpoints")


@pytest.fixture
def plugin(qgis_iface: Any) -> Iterator[Any]:
    """The plugin, loaded into a window, and taken out again."""
    from flashpoints import classFactory

    window = qgis_iface.mainWindow()
    window.resize(1000, 700)
    window.show()
    made = classFactory(qgis_iface)
    made.initGui()
    yield made
    made.unload()
    qgis_iface.messageBar().clearWidgets()


@pytest.fixture(scope="session")
def store(qgis_app: QgsApplication, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The synthetic sample as an event store; tests that write beside it copy it."""
    from flashpoints.plugin.gis.algorithm import load_actors
    from flashpoints.plugin.gis.importing import import_events

    path = tmp_path_factory.mktemp("store") / "mali.gpkg"
    import_events(sample, path, load_actors())
    return path


@pytest.fixture
def own_store(store: Path, tmp_path: Path) -> Path:
    """The sample's store in a folder of the test's own, its events on the map."""
    path = tmp_path / "mali.gpkg"
    shutil.copy(store, path)
    layer = QgsVectorLayer(f"{path}|layername=events", "Events", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return path


def save_own_style(store: Path) -> None:
    """Put the plugin's style into a store, as an import does."""
    from flashpoints.plugin.gis.algorithm import load_actors
    from flashpoints.plugin.gis.styles import style_events

    layer = QgsVectorLayer(f"{store}|layername=events", "events", "ogr")
    style_events(layer, load_actors())
    assert not layer.saveStyleToDatabase("events", "", True, "")


@pytest.fixture
def events(store: Path) -> QgsVectorLayer:
    """The sample's events as a layer of the project."""
    layer = QgsVectorLayer(f"{store}|layername=events", "Events", "ogr")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def open_dialog(plugin: Any) -> Callable[[str], Any]:
    """Press a button of the toolbar, and wait until the dialog knows its layer."""

    def go(name: str) -> Any:
        action = next(one for one in plugin.actions if one.objectName() == f"flashpoints_{name}")
        click(plugin.toolbar.widgetForAction(action))
        dialog = plugin.dialogs[name]
        selection = getattr(dialog, "selection", None)
        if selection is not None and selection.layer() is not None:
            assert wait(lambda: selection.facts is not None)
        return dialog

    return go


@pytest.fixture
def choose(open_dialog: Any) -> Callable[[Path], Any]:
    """Open the dialog and write a file's path into it, as by keyboard; wait for what it says of the file."""

    def go(path: Path) -> Any:
        dialog = open_dialog("load_events")
        write(dialog.fileWidget.lineEdit(), str(path))
        assert settled(dialog)
        return dialog

    return go
