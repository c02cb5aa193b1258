# SPDX-License-Identifier: GPL-2.0-or-later
"""How an algorithm writes its results: rows, then name, look and metadata, with a window and without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import FlashpointsError
from ..core.resources import RESOURCES
from ..core.schema import DATE, INTEGER, TEXT
from ..core.spreadsheets import FILES
from ..core.text import translate
from ..core.zones import read_table
from .provenance import annotate, save_style_and_metadata
from .tables import Spec, fields_of, write
from .version import plugin_version

LISTING = {
    "figure": TEXT, "period": TEXT, "event_id": TEXT, "event_date": DATE, "location": TEXT, "admin1": TEXT,
    "actor1": TEXT, "actor2": TEXT, "event_type": TEXT, "sub_event_type": TEXT, "fatalities": INTEGER,
    "geo_precision": INTEGER, "source": TEXT, "ruled": TEXT,
}  # fmt: skip


@dataclass
class Written:
    """One written output: where it is, what it is called and how it looks.

    style : None leaves the style that is stored with it; restyles : whether a layer of the project that shows it
    is styled too.
    """

    destination: str
    title: str
    style: Callable[[QgsVectorLayer], None] | None
    fields: tuple[str, ...] = ()
    restyles: Callable[[QgsVectorLayer], bool] = lambda layer: True


@dataclass
class Record:
    """What the metadata of the results say about them.

    rulings : how many are in force in the store; outputs : the names of those that were asked for; caveats : what has
    to be said beside the numbers, in sentences.
    """

    definition: str = ""
    definition_id: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    sources: list[dict[str, Any]] = field(default_factory=list)
    rulings: int = 0
    outputs: list[str] = field(default_factory=list)
    caveats: list[str] = field(default_factory=list)


class WritingAlgorithm(QgsProcessingAlgorithm):
    """An algorithm whose results explain themselves."""

    ID = ""

    def __init__(self) -> None:
        super().__init__()
        self._written: list[Written] = []
        self._record = Record()

    def open_sink(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, spec: Spec, kind: Any
    ) -> tuple[QgsFeatureSink, str] | None:
        """The sink of an output and its destination; None for an optional one that nobody asked for.

        Raises
        ------
        FlashpointsError : when the output cannot be written.
        """
        if not parameters.get(name):
            return None
        crs = QgsCoordinateReferenceSystem("EPSG:4326" if kind != QgsWkbTypes.Type.NoGeometry else "")
        try:
            sink, destination = self.parameterAsSink(parameters, name, context, fields_of(spec), kind, crs)
        except QgsProcessingException as error:
            raise self._unwritable(parameters, name, str(error)) from error
        if sink is None:
            raise self._unwritable(parameters, name, self.invalidSinkError(parameters, name))
        return sink, destination

    def _unwritable(self, parameters: dict[str, Any], name: str, reason: str) -> FlashpointsError:
        return FlashpointsError(
            translate("Algorithms", "The result cannot be written: {reason}").format(reason=reason.strip()),
            name,
            translate("Algorithms", "Choose a folder that exists and that you may write to."),
        )

    def save(
        self,
        opened: tuple[QgsFeatureSink, str],
        frame: pd.DataFrame,
        spec: Spec,
        title: str,
        style: Callable[[QgsVectorLayer], None],
        geometries: Sequence[QgsGeometry | None] | None = None,
    ) -> str:
        """Write rows and remember how the layer is called and looks. Returns the destination."""
        sink, destination = opened
        path = destination.split("|")[0].lower()
        write(sink, frame, spec, geometries, for_spreadsheets=path.endswith(FILES))
        sink.flushBuffer()
        self._written.append(Written(destination, title, style, tuple(spec)))
        return destination

    def save_events(
        self, parameters: dict[str, Any], context: QgsProcessingContext, listing: pd.DataFrame, title: str
    ) -> dict[str, str]:
        """The optional EVENTS output: which events stand behind each figure."""
        opened = self.open_sink(parameters, "EVENTS", context, LISTING, QgsWkbTypes.Type.Point)
        if opened is None:
            return {}
        points = [
            None if np.isnan(x) else QgsGeometry.fromPointXY(QgsPointXY(x, y))
            for x, y in zip(listing["longitude"], listing["latitude"])
        ]
        name = translate("Algorithms", "Events of: {title}").format(title=title)
        return {"EVENTS": self.save(opened, listing, LISTING, name, lambda layer: None, points)}

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Give every result its name, look and metadata, also where no window will load it."""
        for written in self._written:
            try:
                self._finish(written, context)
            except FlashpointsError as error:  # the numbers are written: a lost look must not lose them
                feedback.pushWarning(str(error))
        return {}

    def _finish(self, written: Written, context: QgsProcessingContext) -> None:
        for key in (written.destination, written.destination.split("|")[0]):
            if context.willLoadLayerOnCompletion(key):
                context.layerToLoadOnCompletionDetails(key).name = written.title
        temporary = context.temporaryLayerStore().mapLayer(written.destination)

        def style(layer: QgsVectorLayer) -> None:
            lacking = set(written.fields) - set(layer.fields().names())
            if lacking:
                raise FlashpointsError(
                    translate("Outputs", "This file format cannot keep the columns {names}.").format(
                        names=", ".join(sorted(lacking))
                    ),
                    written.destination,
                    translate("Outputs", "Save the result as GeoPackage."),
                )
            if layer.isSpatial() and written.style is not None:
                written.style(layer)

        save_style_and_metadata(
            temporary or written.destination,
            style if written.style is not None else None,
            lambda layer: self._annotate(layer, written),
        )
        _reload(written, context)

    def _annotate(self, layer: QgsVectorLayer, written: Written) -> None:
        record = self._record
        annotate(
            layer,
            title=written.title,
            definition=record.definition,
            definition_id=record.definition_id,
            parameters={
                "algorithm": f"flashpoints:{self.ID}",
                "outputs": record.outputs,
                **record.parameters,
            },
            sources=record.sources,
            version=plugin_version(),
            rulings=record.rulings,
            caveats=record.caveats,
        )


def _reload(written: Written, context: QgsProcessingContext) -> None:
    """Show what is new in layers of the project that lie on the written file."""
    project = context.project()
    path = Path(written.destination.split("|")[0])  # as paths: Windows writes one path with / and with \\
    for layer in project.mapLayers().values() if project else ():
        if isinstance(layer, QgsVectorLayer) and Path(layer.source().split("|")[0]) == path:
            layer.setDataSource(layer.source(), layer.name(), layer.providerType(), False)
            if written.style is not None and layer.isSpatial() and written.restyles(layer):
                written.style(layer)  # a stored style brings back neither the time of events nor our marks
            layer.triggerRepaint()


def source_row(row: dict[str, Any]) -> dict[str, Any]:
    """What the metadata of a result keep of a row of `imports`, with the credit that the source asks for."""
    kept = {key: row.get(key) for key in ("file_name", "sha256", "dataset", "access_date", "synthetic")}
    for source in read_table(RESOURCES / "sources.csv", ("dataset", "credit")):
        if source["dataset"] == row.get("dataset"):
            kept["credit"] = source["credit"].format(accessed=row.get("access_date") or "–")
            kept["terms"] = source["terms"]
    return kept
