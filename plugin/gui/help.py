# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of help: in the user's language where there are such pages, in English otherwise."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..core.resources import RESOURCES

FOLDER = RESOURCES / "help"


def help_page(name: str, locale: str | None = None) -> Path:
    """The file of a page for a locale such as fr_FR, QGIS's own unless told."""
    language = (locale or QgsApplication.locale()).split("_")[0]
    own = FOLDER / language / f"{name}.html"
    return own if own.is_file() else FOLDER / f"{name}.html"


def open_help(name: str) -> None:
    """Show a page in the browser; it needs no internet."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(help_page(name))))
