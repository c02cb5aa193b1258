# SPDX-License-Identifier: GPL-2.0-or-later
"""Run by QGIS before it loads plugins (PYQGIS_STARTUP); started by tools/window.py, which see.

Hides the libraries that it is told to hide, keeps every message of QGIS's log, and ends a QGIS in which a
modal window waits for somebody who is not there, with the window's words in the log.
"""

from __future__ import annotations

import importlib.machinery
import json
import os
import sys
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

TASK: dict[str, Any] = json.loads(os.environ["FLASHPOINTS_PROBE"])


class Hiding(importlib.machinery.PathFinder):
    """Finds everything but what is hidden: as on a computer where that was never installed."""

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> Any:
        """Python's own answer, or None."""
        if name.partition(".")[0] in TASK["hidden"]:
            return None
        return super().find_spec(name, path, target)


class Watch:
    """Keeps QGIS's messages, and looks every second whether the same modal window still stands in the way.

    One class with all that it needs: QGIS runs this file in the name space that the probe will share.
    """

    patience = 8  # seconds that a modal window may stay

    def __init__(self) -> None:
        self.window: QWidget | None = None
        self.seconds = 0
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(1000)
        QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: self.keep(text, tag))

    def keep(self, text: str, tag: str) -> None:
        """Add a message to the log file."""
        with Path(TASK["log"]).open("a", encoding="utf-8") as file:
            file.write(f"[{tag}] {text}\n")

    def look(self) -> None:
        """Count, and end QGIS when it is enough."""
        window = QApplication.activeModalWidget()
        self.seconds = self.seconds + 1 if window is not None and window is self.window else 0
        self.window = window
        if window is not None and self.seconds >= self.patience:
            self.keep(self.words(window), "Modal window")
            window.grab().save(str(Path(TASK["out"]) / "modal.png"))
            os._exit(3)

    def words(self, window: QWidget) -> str:
        """Everything that can be read in a window."""
        said = [window.windowTitle(), *(label.text() for label in window.findChildren(QLabel))]
        return "\n".join([*said, *(text.toPlainText() for text in window.findChildren(QTextEdit))])


if not hasattr(sys, "flashpoints_watch"):  # QGIS runs this file twice
    sys.meta_path = [Hiding if f is importlib.machinery.PathFinder else f for f in sys.meta_path]
    sys.flashpoints_watch = Watch()  # kept by name, or it would be collected
