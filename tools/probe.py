# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done inside a real QGIS window (`qgis --code`); started by tools/window.py, which see.

A scenario is a generator: it does something, yields for how many milliseconds QGIS should go on, looks again.
What it puts into `seen` becomes the JSON answer. An error in it is answered too, and QGIS left all the same.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QLabel, QMenu, QMessageBox, QToolBar, QWidget
from qgis.utils import iface

Steps = Generator[int, None, None]

TASK: dict[str, Any] = json.loads(os.environ["FLASHPOINTS_PROBE"])
OUT = Path(TASK["out"])
ACTIONS = (
    "flashpoints_load_events",
    "flashpoints_style",
    "flashpoints_ruling",
    "flashpoints_rulings",
    "flashpoints_actors",
    "flashpoints_buffer_counts",
    "flashpoints_region_footprints",
    "flashpoints_compare_periods",
    "flashpoints_make_brief",
)
seen: dict[str, Any] = {"complete": False}


def toolbar() -> QToolBar | None:
    """The plugin's toolbar, when it is there."""
    return iface.mainWindow().findChild(QToolBar, "FlashpointsToolbar")


def action(name: str) -> QAction:
    """One of the plugin's actions, by object name."""
    bar = toolbar()
    found = [a for a in bar.actions() if a.objectName() == name] if bar else []
    if not found:
        raise LookupError(f"the toolbar has no action {name}")
    return found[0]


def windows() -> list[QWidget]:
    """The dialogs that are open now."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def click(name: str) -> None:
    """Press the toolbar's button with the mouse, as a user does."""
    bar = toolbar()
    button = bar.widgetForAction(action(name)) if bar else None
    if button is None:
        raise LookupError(f"no button for {name}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8))


def open_dialog(name: str) -> Generator[int, None, QDialog]:
    """Press a button of the toolbar; gives back the dialog that it opened."""
    before = set(windows())
    click(name)
    for _ in range(50):
        yield 100
        fresh = [window for window in windows() if window not in before]
        if fresh:
            yield 400  # for its live preview
            return fresh[0]
    raise LookupError(f"{name} opened no dialog")


def grab(widget: QWidget, name: str) -> str:
    """Save a picture of a widget; returns the file's name."""
    QApplication.processEvents()
    if not widget.grab().save(str(OUT / f"{name}.png")):
        raise OSError(f"cannot save {name}.png")
    return f"{name}.png"


def texts(widget: QWidget) -> list[str]:
    """What can be read in a widget's labels."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def bar_messages() -> list[str]:
    """What QGIS's message bar says now."""
    return [f"{item.title()} {item.text()}" for item in iface.messageBar().items()]


def describe(window: QDialog) -> dict[str, Any]:
    """The facts about a dialog that a test wants to know."""
    return {
        "object": window.objectName(),
        "class": type(window).__name__,
        "title": window.windowTitle(),
        "modal": window.isModal(),
        "size": [window.width(), window.height()],
        "texts": texts(window),
    }


def click_every_button() -> Steps:
    """Press each button of the toolbar, look at what opens, take the plugin out and put it back."""
    seen["loaded"] = "flashpoints" in qgis.utils.plugins
    seen["provider"] = QgsApplication.processingRegistry().providerById("flashpoints") is not None
    bar = toolbar()
    seen["toolbar"] = bar is not None and bar.isVisible()
    seen["buttons"] = {}
    for name in ACTIONS:
        one = action(name)
        menus = [w for w in one.associatedWidgets() if isinstance(w, QMenu)]
        seen["buttons"][name] = facts = {
            "text": one.text(),
            "tooltip": one.toolTip(),
            "icon": not one.icon().isNull(),
            "in_menu": bool(menus),
        }
        dialog = yield from open_dialog(name)
        facts["dialog"] = describe(dialog)
        facts["picture"] = grab(dialog, name)
        dialog.close()
        yield 200
        facts["closed"] = not dialog.isVisible()
    seen["window"] = grab(iface.mainWindow(), "window")
    seen["bar"] = bar_messages()
    qgis.utils.unloadPlugin("flashpoints")
    yield 300
    seen["unloaded"] = {
        "toolbar": toolbar() is None,
        "provider": QgsApplication.processingRegistry().providerById("flashpoints") is None,
    }
    qgis.utils.loadPlugin("flashpoints")
    qgis.utils.startPlugin("flashpoints")
    yield 300
    seen["loaded_again"] = toolbar() is not None and "flashpoints" in qgis.utils.plugins


def without_libraries() -> Steps:
    """On a QGIS that lacks pandas and scipy: the plugin is there and says so, also at its buttons."""
    seen["loaded"] = "flashpoints" in qgis.utils.plugins
    seen["toolbar"] = toolbar() is not None
    seen["says"] = bar_messages()
    seen["window"] = grab(iface.mainWindow(), "without_libraries")
    for name in ACTIONS:
        if not action(name).isEnabled():
            seen["says"].append(action(name).toolTip())
            continue
        QTimer.singleShot(800, dismiss)  # the answer may be a modal message
        click(name)
        yield 1200
        seen["says"] += bar_messages()
        for window in windows():
            seen["says"] += texts(window)
            window.close()


def dismiss() -> None:
    """Close a modal message, keeping its words."""
    window = QApplication.activeModalWidget()
    if isinstance(window, QMessageBox):
        seen["says"].append(f"{window.text()} {window.informativeText()}")
    if window is not None:
        window.close()


def leave() -> None:
    """Write the answer, and close QGIS as a user does."""
    Path(TASK["result"]).write_text(json.dumps(seen, indent=1, default=str), encoding="utf-8")
    QgsProject.instance().clear()  # QGIS would ask about layers in the temporary folder, where this profile is
    QgsProject.instance().setDirty(False)
    QgsApplication.taskManager().cancelAll()
    exit_when_idle()


def exit_when_idle() -> None:
    """Leave when no task is in a thread any more: QGIS asks about running ones, also about cancelled ones."""
    if QgsApplication.taskManager().countActiveTasks():
        QTimer.singleShot(100, exit_when_idle)  # the watchdog ends it when one never comes to its end
        return
    iface.actionExit().trigger()


def give_up() -> None:
    """After too long: say which window stands in the way, and end at once."""
    modal = QApplication.activeModalWidget()
    blocking = f"{modal.windowTitle()}: {texts(modal)}" if modal else "none"
    tasks = [task.description() for task in QgsApplication.taskManager().activeTasks()]
    seen["error"] = f"not done after {TASK['seconds']} s; modal window: {blocking}; tasks: {tasks}"
    screen = QApplication.primaryScreen()
    if screen is not None:
        screen.grabWindow(0).save(str(OUT / "gave_up.png"))
    Path(TASK["result"]).write_text(json.dumps(seen, indent=1, default=str), encoding="utf-8")
    os._exit(3)


class Driver:
    """Takes a scenario through its steps on QGIS's own event loop."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.watchdog = QTimer()
        self.watchdog.setSingleShot(True)
        self.watchdog.timeout.connect(give_up)
        self.watchdog.start(int(TASK["seconds"]) * 1000)
        iface.mainWindow().setGeometry(QApplication.primaryScreen().availableGeometry())
        QTimer.singleShot(1500, self.step)

    def step(self) -> None:
        """One step; at the end, or at an error of whatever kind, the answer is written and QGIS left."""
        pause = None
        try:
            pause = next(self.steps)
        except StopIteration:
            seen["complete"] = True
        finally:
            if sys.exc_info()[0] is not None:
                seen["error"] = traceback.format_exc()
            if pause is None:
                QTimer.singleShot(0, leave)
            else:
                QTimer.singleShot(pause, self.step)


def start(scenario: Callable[[], Steps]) -> Driver:
    """Begin a scenario; keep what is returned."""
    seen["qgis"] = Qgis.QGIS_VERSION
    return Driver(scenario())


SCENARIOS = {"click_every_button": click_every_button, "without_libraries": without_libraries}
if TASK["scenario"] in SCENARIOS:
    driver = start(SCENARIOS[TASK["scenario"]])
