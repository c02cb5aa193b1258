# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a result comes from, written into it: title, definition, parameters, source files, software version.

Everything lies in QGIS's own layer metadata: a colleague reads it in Layer Properties, a program gets it back with
`read_parameters`, `read_sources` and `definition_id`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsBox3d,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..core.errors import FlashpointsError
from ..core.text import number, translate
from .geopackage import connect

PARAMETERS, SOURCES = "flashpoints:parameters", "flashpoints:sources"
DEFINITION, VERSION, RULINGS = "flashpoints:definition", "flashpoints:version", "flashpoints:rulings"
"""Vocabularies of keywords with one value each: JSON, JSON, such as footprint-discs/1, such as 0.1.0, such as 3."""
CAVEATS = "flashpoints:caveats"
"""A vocabulary with one value, a JSON list of sentences."""


STYLES_INSIDE = ("GPKG", "SQLite")
"""Files that hold styles themselves; QGIS releases have no common way to ask."""


def annotate(
    layer: QgsVectorLayer,
    *,
    title: str,
    definition: str,
    definition_id: str,
    parameters: Mapping[str, Any],
    sources: Sequence[Mapping[str, Any]],
    version: str,
    rulings: int = 0,
    caveats: Sequence[str] = (),
) -> None:
    """Write into a layer's metadata what it shows and how it was made.

    Parameters
    ----------
    title : what the layer shows, in words.
    definition, definition_id : how its numbers are defined, in words and as an id such as footprint-discs/1.
    parameters : what was asked, of JSON's types.
    sources : a mapping for each source file, of JSON's types: file_name, sha256, dataset, credit, terms, access_date
        and synthetic have a meaning here; what is not known is left out or None.
    version : the software's.
    rulings : how many rulings of analysts are in force in the store of the events.
    caveats : what has to be said beside the numbers, the weightiest first.
    """
    known = [{key: value for key, value in source.items() if value is not None} for source in sources]
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(definition_id)
    metadata.setType("dataset")
    metadata.setTitle(title)
    metadata.setAbstract(_abstract(definition, known))
    metadata.setKeywords(
        {
            PARAMETERS: [json.dumps(dict(parameters), ensure_ascii=False, sort_keys=True)],
            SOURCES: [json.dumps(known, ensure_ascii=False, sort_keys=True)],
            DEFINITION: [definition_id],
            VERSION: [version],
            RULINGS: [str(rulings)],
            CAVEATS: [json.dumps(list(caveats), ensure_ascii=False)],
        }
    )
    metadata.setRights(list(dict.fromkeys(source["credit"] for source in known if source.get("credit"))))
    metadata.setLicenses(list(dict.fromkeys(source["terms"] for source in known if source.get("terms"))))
    ruled = translate("Provenance", "{n} rulings of analysts in force.").format(n=number(rulings))
    history = [_made(version), *([ruled] if rulings else []), *(_source_line(source) for source in known)]
    metadata.setHistory(history)
    metadata.setCrs(layer.crs())
    metadata.setExtent(_extent(layer))
    layer.setMetadata(metadata)


def _abstract(definition: str, sources: list[dict[str, Any]]) -> str:
    synthetic = translate("Provenance", "SYNTHETIC: made from invented events, for trials only.")
    return f"{synthetic} {definition}" if any(source.get("synthetic") for source in sources) else definition


def _made(version: str) -> str:
    now = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
    return translate("Provenance", "{time}: made with Flashpoints {version}").format(
        time=now, version=version
    )


def _source_line(source: Mapping[str, Any]) -> str:
    name, digest, date = (source.get(key) for key in ("file_name", "sha256", "access_date"))
    parts = [
        translate("Provenance", "Source: {name}").format(name=name or "–"),
        f"SHA-256 {digest}" if digest else "",
        translate("Provenance", "accessed {date}").format(date=date) if date else "",
        source.get("credit") or source.get("dataset") or "",
    ]
    return "; ".join(part for part in parts if part)


def _extent(layer: QgsVectorLayer) -> QgsLayerMetadata.Extent:
    extent = QgsLayerMetadata.Extent()
    if layer.isSpatial() and not layer.extent().isEmpty():
        spatial = QgsLayerMetadata.SpatialExtent()
        box = layer.extent()
        spatial.bounds = QgsBox3d(box.xMinimum(), box.yMinimum(), 0, box.xMaximum(), box.yMaximum(), 0)
        spatial.extentCrs = layer.crs()
        extent.setSpatialExtents([spatial])
    return extent


def read_parameters(layer: QgsVectorLayer) -> dict[str, Any]:
    """The parameters that `annotate` wrote; empty for a layer that is not ours."""
    found = _json(_keyword(layer, PARAMETERS))
    return found if isinstance(found, dict) else {}


def read_sources(layer: QgsVectorLayer) -> list[dict[str, Any]]:
    """The source files that `annotate` wrote; empty for a layer that is not ours."""
    found = _json(_keyword(layer, SOURCES))
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def definition_id(layer: QgsVectorLayer) -> str:
    """The id of the definition of a layer's numbers; empty for a layer that is not ours."""
    return _keyword(layer, DEFINITION)


def software_version(layer: QgsVectorLayer) -> str:
    """The version of the software that made a layer; empty for a layer that is not ours."""
    return _keyword(layer, VERSION)


def rulings_in_force(layer: QgsVectorLayer) -> int:
    """How many rulings were in force when a layer was made; 0 for a layer that is not ours."""
    written = _keyword(layer, RULINGS)
    return int(written) if written.isdigit() else 0


def _json(text: str) -> Any:
    """What a keyword holds; None where somebody has edited it and it is no JSON any more."""
    try:
        return json.loads(text or "null")
    except ValueError:
        return None


def read_caveats(layer: QgsVectorLayer) -> list[str]:
    """What has to be said beside a result's numbers, the weightiest first; empty for a layer that is not ours."""
    found = _json(_keyword(layer, CAVEATS))
    return [str(text) for text in found] if isinstance(found, list) else []


def _keyword(layer: QgsVectorLayer, vocabulary: str) -> str:
    return next(iter(layer.metadata().keywords().get(vocabulary, [])), "")


def save_style_and_metadata(
    destination: str | QgsVectorLayer,
    styler: Callable[[QgsVectorLayer], None] | None,
    annotator: Callable[[QgsVectorLayer], None],
    context: QgsProcessingContext | None = None,
) -> QgsVectorLayer:
    """Style and annotate an output so that it opens that way wherever it is opened; for postProcessAlgorithm.

    Parameters
    ----------
    destination : a sink's destination: `path|layername=x`, a path, the id of a layer of the context; or a layer.
    styler, annotator : what sets renderer and labels (None: the style it has stays), and what calls `annotate`.
    context : where a temporary layer is looked up.

    Returns the styled layer. A GeoPackage gets its default style and metadata inside, other files get .qml and .qmd
    beside them, a temporary layer is changed itself. Nothing is asked, and an older style is replaced.

    Raises
    ------
    FlashpointsError : the output cannot be opened again, or style or metadata cannot be written.
    """
    layer = destination if isinstance(destination, QgsVectorLayer) else _open(destination, context)
    if styler is not None:
        styler(layer)
    annotator(layer)
    if layer.providerType() == "memory":
        return layer
    if styler is None:
        pass
    elif layer.providerType() != "ogr" or layer.storageType() in STYLES_INSIDE:
        _save_style_in_database(layer)
    else:
        _check(layer.saveNamedStyle(layer.styleURI()), layer)
    _check(layer.saveDefaultMetadata(), layer)
    return layer


def _open(destination: str, context: QgsProcessingContext | None) -> QgsVectorLayer:
    if context is not None:
        layer = context.getMapLayer(destination)
        if isinstance(layer, QgsVectorLayer):
            return layer
    source = _with_layer_name(destination)
    parts = QgsProviderRegistry.instance().decodeUri("ogr", source)
    layer = QgsVectorLayer(source, parts.get("layerName") or "result", "ogr")
    if not layer.isValid():
        raise FlashpointsError(
            translate("Provenance", "The result cannot be opened again to style it."), destination
        )
    return layer


def _with_layer_name(source: str) -> str:
    """The same source with the layer's name, without which a GeoPackage's metadata cannot be saved."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", source)
    path = str(parts.get("path") or "")
    if parts.get("layerName") or not path.lower().endswith(".gpkg"):
        return source
    layers = QgsProviderRegistry.instance().querySublayers(path)
    return f"{path}|layername={layers[0].name()}" if layers else source


def _save_style_in_database(layer: QgsVectorLayer) -> None:
    """Save the style as the layer's default one, in the place of an older one of ours.

    Before 3.24, saving over a name that exists asks in a modal window and hangs where there is none; another program
    may save the same style at any moment, so in a file ours gets a name of its own first.
    """
    name = layer.name()
    in_file = layer.providerType() == "ogr"
    saved = uuid.uuid4().hex[:16] if in_file else name  # GDAL has room for 30 characters
    if not in_file:
        _delete_styles(layer, name)
    if hasattr(layer, "saveStyleToDatabaseV2"):
        message = layer.saveStyleToDatabaseV2(saved, "", True, "")[1]
    else:
        message = layer.saveStyleToDatabase(saved, "", True, "")
    _check((message, not message), layer)
    if in_file:
        _delete_styles(layer, name)
        path = Path(layer.source().split("|")[0])
        with connect(path) as connection:
            connection.execute("UPDATE layer_styles SET styleName = ? WHERE styleName = ?", (name, saved))
            connection.commit()


def _delete_styles(layer: QgsVectorLayer, name: str) -> None:
    """Delete the styles of a name from the layer's database."""
    for style_id in _styles_named(layer, name):
        layer.deleteStyleFromDatabase(style_id)
    if _styles_named(layer, name):
        _check((translate("Provenance", "another program is writing to the file"), False), layer)


def _styles_named(layer: QgsVectorLayer, name: str) -> list[str]:
    _, ids, names, *_ = layer.listStylesInDatabase()
    return [style_id for style_id, style_name in zip(ids, names) if style_name == name]


def _check(outcome: tuple[str, bool], layer: QgsVectorLayer) -> None:
    message, done = outcome
    if not done:
        raise FlashpointsError(
            translate("Provenance", "Style or metadata cannot be saved ({reason}).").format(reason=message),
            layer.source(),
            translate("Provenance", "Check that the file may be written and is not open elsewhere."),
        )
