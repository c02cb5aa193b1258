# SPDX-License-Identifier: GPL-2.0-or-later
"""A layout as a file: PDF and SVG with text as text, PNG at 300 dpi."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from osgeo import gdal
from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout

from ..core.errors import FlashpointsError
from ..core.text import translate
from .geopackage import check_writable

DPI = 300


def check_target(path: Path) -> None:
    """Say at the start what would only fail at the end.

    Raises
    ------
    FlashpointsError : an ending that is none of the three, or a folder that cannot be written.
    """
    if path.suffix.lower() not in _WRITERS:
        raise FlashpointsError(
            translate("Layouts", "A brief cannot be written as “{ending}”.").format(
                ending=path.suffix or path.name
            ),
            str(path),
            translate("Layouts", "End the name in .pdf, .png or .svg."),
        )
    check_writable(path)


def export(layout: QgsPrintLayout, path: Path, dpi: int = DPI) -> None:
    """Write the first page of a layout, in the format of the path's ending.

    Raises
    ------
    FlashpointsError : another ending, a folder that cannot be written, or an export that failed.
    """
    check_target(path)
    result = _WRITERS[path.suffix.lower()](layout, path, dpi)
    if result != QgsLayoutExporter.ExportResult.Success or not path.is_file():
        raise FlashpointsError(
            _reason(result),
            str(path),
            translate("Layouts", "Close the file where it is open, or choose another name."),
        )


def _pdf(layout: QgsPrintLayout, path: Path, dpi: int) -> int:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.forceVectorOutput = True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.exportMetadata = True
    settings.simplifyGeometries = True
    return QgsLayoutExporter(layout).exportToPdf(str(path), settings)


def _png(layout: QgsPrintLayout, path: Path, dpi: int) -> int:
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.pages = [0]
    settings.generateWorldFile = False
    gdal.PushErrorHandler(
        "CPLQuietErrorHandler"
    )  # QGIS tries to georeference the picture, which a PNG cannot hold
    try:
        return QgsLayoutExporter(layout).exportToImage(str(path), settings)
    finally:
        gdal.PopErrorHandler()


def _svg(layout: QgsPrintLayout, path: Path, dpi: int) -> int:
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = dpi
    settings.forceVectorOutput = True
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return QgsLayoutExporter(layout).exportToSvg(str(path), settings)


def _reason(result: int) -> str:
    reasons = {
        QgsLayoutExporter.ExportResult.FileError: translate("Layouts", "The file cannot be written."),
        QgsLayoutExporter.ExportResult.MemoryError: translate(
            "Layouts", "There is not enough memory for the page."
        ),
        QgsLayoutExporter.ExportResult.Canceled: translate("Layouts", "Cancelled; nothing was written."),
    }
    return reasons.get(result, translate("Layouts", "QGIS could not draw the page."))


_WRITERS: dict[str, Callable[[QgsPrintLayout, Path, int], int]] = {".pdf": _pdf, ".png": _png, ".svg": _svg}
