# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of analyses as layers: which layers are some, what they say of themselves, and their rows as files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsMapLayer,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.errors import FlashpointsError
from ..core.result import Result
from ..core.schema import DATE, INTEGER, REAL, TEXT
from ..core.text import translate
from .provenance import (
    definition_id,
    read_caveats,
    read_parameters,
    read_sources,
    rulings_in_force,
    software_version,
)
from .tables import fields_of, write

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FORMATS = {".csv": "CSV", ".xlsx": "XLSX"}


def is_result(layer: QgsMapLayer | None) -> bool:
    """Whether a layer says that one of our analyses made it; the events of a store are no result."""
    if not isinstance(layer, QgsVectorLayer) or not definition_id(layer):
        return False
    fields = layer.fields()
    if fields.lookupField("event_id") >= 0 and fields.lookupField("figure") < 0:
        return False
    return str(read_parameters(layer).get("algorithm") or "").startswith("flashpoints:")


def results_of(layers: Iterable[QgsMapLayer]) -> list[QgsVectorLayer]:
    """The results among some layers, the newest first."""
    found = [layer for layer in layers if isinstance(layer, QgsVectorLayer) and is_result(layer)]
    return sorted(found, key=lambda layer: (made_at(layer), _written_at(layer), layer.name()), reverse=True)


def _written_at(layer: QgsVectorLayer) -> int:
    """When a layer's file was last written; of two results of one second the later is the newer."""
    path = Path(layer.source().split("|")[0])
    return path.stat().st_mtime_ns if path.is_file() else 0


def made_at(layer: QgsVectorLayer) -> str:
    """When a result was made: ISO text in UTC; empty where it does not say."""
    found = (_TIME.match(line) for line in layer.metadata().history())
    return next((match.group() for match in found if match), "")


def read_result(layer: QgsVectorLayer) -> Result:
    """What a layer holds and says of itself, as plain values.

    Raises
    ------
    FlashpointsError : the layer's file cannot be read.
    """
    if not layer.isValid():
        raise FlashpointsError(
            translate("Results", "The file of this result cannot be read."),
            layer.name(),
            translate("Results", "Look whether it is still there, or run the analysis again."),
        )
    names = [name for name in layer.fields().names() if name != "fid"]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    indexes = [layer.fields().lookupField(name) for name in names]
    ids, rows = [], []
    for feature in layer.getFeatures(request):
        attributes = feature.attributes()
        ids.append(feature.id())
        rows.append([_plain(attributes[index]) for index in indexes])
    metadata = layer.metadata()
    return Result(
        title=layer.name(),
        definition_id=definition_id(layer),
        rows=pd.DataFrame(rows, columns=names, index=ids, dtype=object),
        parameters=read_parameters(layer),
        sources=tuple(read_sources(layer)),
        definition=metadata.abstract(),
        version=software_version(layer),
        made=made_at(layer),
        rulings=rulings_in_force(layer),
        caveats=tuple(read_caveats(layer)),
    )


def _plain(value: Any) -> Any:
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        value = value.date()
    return value.toPyDate() if isinstance(value, QDate) else value


def save_rows(rows: pd.DataFrame, path: Path) -> None:
    """Write rows of a result with all its columns as CSV or XLSX, by the file's ending, through GDAL.

    rows : as `read_result` gives them, in the order wanted. No text of theirs can start a formula.

    Raises
    ------
    FlashpointsError : the file cannot be written.
    """
    driver = FORMATS.get(path.suffix.lower(), "CSV")
    kinds = {name: _kind(rows[name]) for name in rows.columns}
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.fileEncoding = "UTF-8"
    if driver == "CSV":
        options.layerOptions = ["WRITE_BOM=YES"]
    elif path.exists():
        path.unlink()
    sink = QgsVectorFileWriter.create(
        str(path), fields_of(kinds), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem(),
        QgsProject.instance().transformContext(), options, QgsFeatureSink.SinkFlags(),
    )  # fmt: skip
    if sink.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise _unwritable(path, sink.errorMessage())
    write(sink, rows, kinds, for_spreadsheets=True)
    if not sink.flushBuffer():
        raise _unwritable(path, sink.errorMessage())
    del sink


def _unwritable(path: Path, reason: str) -> FlashpointsError:
    return FlashpointsError(
        translate("Results", "The table cannot be written ({reason}).").format(reason=reason.strip() or "–"),
        str(path),
        translate("Results", "Choose another folder, or close the file where it is open."),
    )


def _kind(values: pd.Series) -> str:
    known = values.dropna()
    if len(known) and all(isinstance(value, int) and not isinstance(value, bool) for value in known):
        return INTEGER
    if len(known) and all(isinstance(value, (int, float)) for value in known):
        return REAL
    if len(known) and all(hasattr(value, "isoformat") for value in known):
        return DATE
    return TEXT
