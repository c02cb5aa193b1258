# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers drawn to a picture, to look at pixels: a plane in which one map unit is one pixel and 10 pixels are 1 mm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

PLANE = "EPSG:3857"
DPI = 254
WHITE = QColor("#FFFFFF")


def layer_of(kind: str, fields: Sequence[str], rows: Sequence[tuple[str, Sequence[Any]]]) -> QgsVectorLayer:
    """A memory layer on the plane: fields as name:type, rows as (WKT or "", attributes)."""
    uri = f"{kind}?crs={PLANE}" + "".join(f"&field={field}" for field in fields)
    layer = QgsVectorLayer(uri, "layer", "memory")
    for wkt, attributes in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(attributes))
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.dataProvider().addFeatures([feature])[0]
    layer.updateExtents()
    return layer


class Picture:
    """What a map of some layers shows between (0, 0) and (width, height), north up."""

    def __init__(
        self,
        layers: Sequence[QgsVectorLayer],
        width: int = 400,
        height: int = 400,
        *,
        extent: QgsRectangle | None = None,
        crs: str = PLANE,
        times: QgsDateTimeRange | None = None,
    ) -> None:
        settings = QgsMapSettings()
        settings.setLayers(list(layers))
        settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
        settings.setOutputDpi(DPI)
        settings.setOutputSize(QSize(width, height))
        settings.setExtent(extent or QgsRectangle(0, 0, width, height))
        settings.setBackgroundColor(WHITE)
        if times is not None:
            settings.setTemporalRange(times)
            settings.setIsTemporal(True)
        context = QgsExpressionContext()
        context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
        settings.setExpressionContext(context)
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        self.errors = [error.message for error in job.errors()]
        self.image: QImage = job.renderedImage()
        self._settings = settings
        self._results = job.takeLabelingResults()  # which own the positions
        self.found = found = self._results.labelsWithinRect(settings.visibleExtent())
        # QGIS now and then reports one label twice
        self.labels = sorted(
            text for text, _ in {(label.labelText, label.labelRect.toString(1)) for label in found}
        )

    def at(self, x: float, y: float) -> str:
        """The colour at a map position, as #rrggbb."""
        pixel = self._settings.mapToPixel().transform(x, y)
        return self.image.pixelColor(round(pixel.x()), round(pixel.y())).name()

    def colours(self) -> set[str]:
        """Every colour of the picture."""
        return {
            self.image.pixelColor(x, y).name()
            for x in range(self.image.width())
            for y in range(self.image.height())
        }

    def run(self, x: float, y: float, colour: str) -> int:
        """How many pixels of a colour lie on a row through a position without a gap."""
        columns = range(self.image.width())
        row = [self.at(column, y) == colour.lower() for column in columns]
        left, right = round(x), round(x)
        while left > 0 and row[left - 1]:
            left -= 1
        while right < len(row) - 1 and row[right + 1]:
            right += 1
        return right - left + 1 if row[round(x)] else 0


def legend(layer: QgsVectorLayer) -> list[str]:
    """The entries of a layer's legend, in order."""
    return [item.label() for item in layer.renderer().legendSymbolItems()]
