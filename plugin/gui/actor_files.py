# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of actors from and to files: which file, and whether its table can be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..core.actor_check import problems
from ..core.actor_draft import Draft
from ..core.actor_file import ActorFile, read_actor_file
from ..core.text import translate
from ..gis.reclassifying import known_families, refuse

KIND = "CSV (*.csv)"


def ask_for_import(parent: QWidget, folder: str, go: Callable[[Path], None]) -> None:
    """Let the user choose a file to read."""
    title = translate("Actors window", "Import a table of actors")
    path, _filter = QFileDialog.getOpenFileName(parent, title, folder, KIND)
    if path:
        go(Path(path))


def ask_for_export(parent: QWidget, folder: str, go: Callable[[Path], None]) -> None:
    """Let the user choose a file to write."""
    title = translate("Actors window", "Export the table of actors")
    path, _filter = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / "actors.csv"), KIND)
    if path:
        go(Path(path))


def read_table_file(path: Path, draft: Draft) -> ActorFile:
    """The table of a file, which can be used.

    Raises
    ------
    FlashpointsError : it cannot be read, or used: with the line of each problem.
    """
    file = read_actor_file(path, draft.families)
    refuse(problems(file.rows, file.families, known_families()), file.lines, path.name)
    return file
