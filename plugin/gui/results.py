# SPDX-License-Identifier: GPL-2.0-or-later
"""Where results are written, and how they come back as layers."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingOutputVectorLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QStandardPaths

from ..core.errors import FlashpointsError
from ..core.text import translate
from . import tree

LONGEST_NAME = 90
"""Characters of a file name: Windows still stumbles over long paths."""


def default_folder(layer: QgsMapLayer | None) -> Path:
    """The folder for results on a layer: beside its event store, else beside the project, else in Documents."""
    store = tree.file_of(layer)
    if store is not None:
        return store.parent / translate("Results", "{store} results").format(store=store.stem)
    home = QgsProject.instance().homePath()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(home or documents) / translate("Results", "Flashpoints results")


def slug(title: str) -> str:
    """A title as a file name that every system takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].strip("-") or "result"


def new_file(folder: Path, title: str, suffix: str = ".gpkg") -> Path:
    """A file that is not there yet, in a folder that is made when needed: no result is ever overwritten.

    Raises
    ------
    FlashpointsError : when the folder cannot be made or written.
    """
    make_folder(folder)
    stem = slug(title)
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{suffix}"
        number += 1
    return path


def make_folder(folder: Path) -> None:
    """Make a folder and try that a file can be written in it."""
    probe = folder / ".flashpoints-can-write"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise FlashpointsError(
            translate("Results", "Nothing can be written in this folder ({reason}).").format(
                reason=error.strerror or str(error)
            ),
            where=str(folder),
            remedy=translate("Results", "Choose another folder."),
        ) from error


def load_layers(algorithm_id: str, results: dict[str, Any]) -> list[QgsVectorLayer]:
    """The vector outputs of a run as layers, with the style, metadata and name they were stored with.

    Raises
    ------
    FlashpointsError : when an output that the algorithm names cannot be opened.
    """
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    layers = []
    for definition in algorithm.outputDefinitions():
        source = results.get(definition.name())
        if isinstance(definition, QgsProcessingOutputVectorLayer) and source:
            layers.append(open_layer(str(source)))
    return layers


def open_layer(source: str) -> QgsVectorLayer:
    """Open a stored layer, named by the title in its metadata."""
    layer = QgsVectorLayer(source, Path(source.split("|")[0]).stem, "ogr")
    if not layer.isValid():
        raise FlashpointsError(
            translate("Results", "The result was written but cannot be opened."),
            where=source,
            remedy=translate("Results", "Look whether the file is still there, and run again."),
        )
    layer.loadDefaultMetadata()
    if layer.metadata().title():
        layer.setName(layer.metadata().title())
    return layer
