# SPDX-License-Identifier: GPL-2.0-or-later
"""Region footprints: the area of the places with recorded events, region by region, in two periods."""

from __future__ import annotations

from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QLabel

from ..core.text import number, translate
from ..gis.paths import UI
from .dialog import AnalysisDialog
from .numbers import parse_radius
from .regions_row import RegionsRow
from .results import new_file
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "region_footprints_dialog.ui"))
DEFAULT_KM = 2.5


class RegionFootprintsDialog(AnalysisDialog, FORM):
    """Regions, the selection, and the radius of a disc."""

    name = "region_footprints"
    algorithm = "flashpoints:regionfootprints"

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.regions.changed.connect(self.check)
        self.radiusEdit.textChanged.connect(self.check)

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.regionsLabel, self.fieldLabel, self.radiusLabel]

    def restore(self) -> None:
        """Open with what was chosen last."""
        self.regions = RegionsRow(self.regionsCombo, self.fieldCombo, self.fieldLabel)
        self.regions.restore(self.settings)
        self.radiusEdit.setText(self.settings.text("radius") or number(DEFAULT_KM, 1))
        self.changeCheck.setChecked(self.settings.flag("change", True))
        super().restore()

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.regions.keep(self.settings)
        self.settings.keep(radius=self.radiusEdit.text(), change=self.changeCheck.isChecked())

    def collect(self) -> dict[str, Any]:
        """Parameters of regionfootprints."""
        return {
            **self.selection.parameters(),
            **self.regions.parameters(),
            "METHOD": "discs",
            "SIZE_KM": parse_radius(self.radiusEdit.text()),
        }

    def title(self) -> str:
        """Footprint, 2023-H1 against 2022-H2, militant Islamist."""
        return translate("Region footprints", "Footprint, {rest}").format(rest=self.selection.what_and_when())

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage for the areas, and one for what changed when asked."""
        files = {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}
        if self.changeCheck.isChecked():
            change = translate("Region footprints", "{title}, change").format(title=self.title())
            files["CHANGE"] = str(new_file(self.foot.folder(), change))
        return files
