# SPDX-License-Identifier: GPL-2.0-or-later
"""Make brief: one page to send, as PDF or picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QLabel

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.paths import UI
from .dialog import AnalysisDialog
from .regions_row import RegionsRow
from .results import default_folder, make_folder, slug
from .runner import Outcome
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "make_brief_dialog.ui"))
EVERYONE = ";"
"""A list without names: everyone. Left out, the recipe's own choice of groups would hold."""
SUFFIXES = (".pdf", ".png", ".svg")


class MakeBriefDialog(AnalysisDialog, FORM):
    """Regions, the selection, the language, and the file."""

    name = "make_brief"
    algorithm = "flashpoints:makebrief"
    height_in_lines = 33.0

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.regions.changed.connect(self.check)
        self.outputWidget.fileChanged.connect(self.check)

    def verb(self) -> str:
        """What the button does."""
        return translate("Make brief", "Ma&ke brief")

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.regionsLabel, self.fieldLabel, self.languageLabel, self.outputLabel]

    def restore(self) -> None:
        """Open with what was chosen last; the language is the window's the first time."""
        self._proposed = ""
        self.foot.folderRow.hide()
        self.regions = RegionsRow(self.regionsCombo, self.fieldCombo, self.fieldLabel)
        self.regions.restore(self.settings)
        self.languageCombo.addItem("English", "en")
        self.languageCombo.addItem("Français", "fr")
        usual = "fr" if QgsApplication.locale().startswith("fr") else "en"
        self.languageCombo.setCurrentIndex(self.languageCombo.findData(self.settings.text("language", usual)))
        self.outputWidget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.outputWidget.setFilter(
            translate("Make brief", "PDF document")
            + " (*.pdf);;"
            + translate("Make brief", "Picture")
            + " (*.png *.svg)"
        )
        super().restore()

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.regions.keep(self.settings)
        self.settings.keep(language=str(self.languageCombo.currentData()))

    def check(self) -> None:
        """Propose a file name that says what the page shows, then say what is wrong."""
        self._propose_file()
        super().check()

    def _propose_file(self) -> None:
        layer = self.selection.layer()
        if (
            layer is None
            or self.selection.facts is None
            or self.outputWidget.filePath() not in ("", self._proposed)
        ):
            return
        try:
            name = slug(self.title())
        except FlashpointsError:
            return  # the periods are wrong, which the foot says
        self._proposed = str(default_folder(layer) / f"{name}.pdf")
        self.outputWidget.blockSignals(True)
        self.outputWidget.setFilePath(self._proposed)
        self.outputWidget.blockSignals(False)

    def collect(self) -> dict[str, Any]:
        """Parameters of makebrief."""
        self._file()
        return {
            "ACTOR_GROUPS": EVERYONE,
            **self.selection.parameters(),
            **self.regions.parameters(),
            "LANGUAGE": self.languageCombo.currentData(),
        }

    def _file(self) -> Path:
        written = self.outputWidget.filePath().strip()
        if not written:
            raise FlashpointsError(
                translate("Make brief", "No file is named."),
                remedy=translate("Make brief", "Choose where to save the page."),
            )
        path = Path(written)
        if path.suffix.lower() not in SUFFIXES:
            raise FlashpointsError(
                translate("Make brief", "A page cannot be saved as “{name}”.").format(name=path.name),
                remedy=translate("Make brief", "Use a name that ends in .pdf, .png or .svg."),
            )
        return path

    def outputs(self) -> dict[str, str]:
        """The file, in a folder that is made when needed."""
        make_folder(self._file().parent)
        return {"OUTPUT": str(self._file())}

    def title(self) -> str:
        """Brief, 2023-H1 against 2022-H2, militant Islamist."""
        return translate("Make brief", "Brief, {rest}").format(rest=self.selection.what_and_when())

    def succeeded(self, outcome: Outcome) -> None:
        """Offer to open the page."""
        self.foot.show_notes(outcome.warnings)
        path = str(outcome.results.get("OUTPUT") or self._file())
        text = translate("Make brief", "The brief is ready: {file}").format(file=Path(path).name)
        self.foot.statusLabel.setText(text)
        self.host.say_done(
            text, translate("Make brief", "Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        )
