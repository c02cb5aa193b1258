# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin in a window: its buttons, taking it out, and what it says when libraries are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flashpoints.plugin.gui import main
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from .conftest import click, wait

NAMES = [
    "load_events",
    "style",
    "event_card",
    "ruling",
    "rulings",
    "actors",
    "buffer_counts",
    "region_footprints",
    "compare_periods",
    "counts_over_time",
    "make_brief",
]


def provider() -> Any:
    """The plugin's provider in QGIS's registry."""
    return QgsApplication.processingRegistry().providerById("flashpoints")


def test_toolbar_and_actions(plugin: Any) -> None:
    """One button for each dialog and one for each dock, with words, a tip and an icon that can be drawn."""
    assert plugin.toolbar.objectName() == "FlashpointsToolbar"
    assert plugin.toolbar.windowTitle() == "Flashpoints"
    names = [NAMES[0], "filter_bar", *NAMES[1:-1], "results", NAMES[-1]]
    assert [action.objectName() for action in plugin.toolbar.actions()] == [
        f"flashpoints_{name}" for name in names
    ]
    for action in plugin.actions:
        assert action.text()
        assert action.toolTip()
        assert not action.icon().pixmap(24, 24).isNull()


def test_provider_comes_and_goes(plugin: Any) -> None:
    """Registered once, though QGIS may ask twice; gone after unloading."""
    plugin.initProcessing()
    assert provider() is not None
    plugin.unload()
    assert provider() is None
    assert plugin.actions == []


def test_unload_twice_and_after_qgis_deleted_the_toolbar(plugin: Any) -> None:
    """QGIS may have deleted parts already."""
    sip.delete(plugin.toolbar)
    plugin.unload()
    plugin.unload()
    assert plugin.toolbar is None


@pytest.mark.parametrize("name", NAMES)
def test_each_button_opens_its_dialog(plugin: Any, open_dialog: Any, name: str) -> None:
    """Not modal, titled, and closed when the plugin goes."""
    dialog = open_dialog(name)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.windowTitle()
    assert dialog.findChild(QWidget, "helpButton").isVisible()
    plugin.unload()
    assert wait(lambda: sip.isdeleted(dialog) or not dialog.isVisible(), 2000)


def test_a_dialog_is_opened_once(plugin: Any, open_dialog: Any) -> None:
    """A second press brings the same window to the front."""
    assert open_dialog("compare_periods") is open_dialog("compare_periods")


@pytest.fixture
def lacking(qgis_iface: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The plugin in a QGIS that has no scipy."""
    monkeypatch.setattr(main, "missing_libraries", lambda: ["scipy"])
    qgis_iface.mainWindow().show()
    made = main.FlashpointsPlugin(qgis_iface)
    made.initGui()
    yield made
    made.unload()
    qgis_iface.messageBar().clearWidgets()


def test_missing_library_is_said_once_in_the_message_bar(lacking: Any, qgis_iface: Any) -> None:
    """And the provider stays away."""
    items = qgis_iface.messageBar().items()
    texts = [item.text() for item in items] + sum(qgis_iface.messageBar().messages.values(), [])
    assert sum("lacks scipy" in text for text in texts) == 1
    assert provider() is None


def test_missing_library_is_explained_by_every_button(lacking: Any, qgis_iface: Any) -> None:
    """A plain message with the remedy, and no dialog behind it."""
    for action in lacking.actions:
        click(lacking.toolbar.widgetForAction(action))
        boxes = [
            one
            for one in qgis_iface.mainWindow().findChildren(QMessageBox, "flashpoints_missing")
            if one.isVisible()
        ]
        assert len(boxes) == 1
        assert "lacks scipy" in boxes[0].text()
        assert "start QGIS again" in boxes[0].informativeText()
        click(boxes[0].button(QMessageBox.StandardButton.Close))
        assert wait(lambda box=boxes[0]: sip.isdeleted(box) or not box.isVisible(), 2000)
    assert lacking.dialogs == {}
