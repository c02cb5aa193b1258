# SPDX-License-Identifier: GPL-2.0-or-later
"""Compare periods: the events of two periods by region, zone, group or type, and how sure the change is."""

from __future__ import annotations

from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QLabel

from ..core.text import number, translate
from ..gis.paths import UI
from .dialog import AnalysisDialog
from .regions_row import RegionsRow
from .results import new_file
from .window import Window

FORM, _ = uic.loadUiType(str(UI / "compare_periods_dialog.ui"))
CONFIDENCES = (0.90, 0.95, 0.99)


class ComparePeriodsDialog(AnalysisDialog, FORM):
    """What to compare by, regions, the selection, and the confidence of the intervals."""

    name = "compare_periods"
    algorithm = "flashpoints:compareperiods"

    def __init__(self, host: Window) -> None:
        super().__init__(host)
        self.regions.changed.connect(self.check)

    def labels(self) -> list[QLabel]:
        """The labels of the first column."""
        return [self.groupByLabel, self.regionsLabel, self.fieldLabel, self.confidenceLabel]

    def restore(self) -> None:
        """Open with what was chosen last."""
        self.regions = RegionsRow(self.regionsCombo, self.fieldCombo, self.fieldLabel)
        self.regions.restore(self.settings)
        for value, text in self._groupings():
            self.groupByCombo.addItem(text, value)
        for confidence in CONFIDENCES:
            percent = translate("Compare periods", "{n} %").format(n=number(confidence * 100))
            self.confidenceCombo.addItem(percent, confidence)
        self.groupByCombo.setCurrentIndex(max(self.groupByCombo.findData(self.settings.text("group_by")), 0))
        written = float(self.settings.text("confidence", "0.95"))
        self.confidenceCombo.setCurrentIndex(max(self.confidenceCombo.findData(written), 0))
        super().restore()

    def _groupings(self) -> tuple[tuple[str, str], ...]:
        return (
            ("region", translate("Compare periods", "Region")),
            ("zone", translate("Compare periods", "Zone (north, centre, south)")),
            ("actor_family", translate("Compare periods", "Family of actors")),
            ("actor_group", translate("Compare periods", "Group of actors")),
            ("event_type", translate("Compare periods", "Event type")),
        )

    def keep(self) -> None:
        """Remember what is chosen."""
        super().keep()
        self.regions.keep(self.settings)
        self.settings.keep(
            group_by=str(self.groupByCombo.currentData()), confidence=str(self.confidenceCombo.currentData())
        )

    def collect(self) -> dict[str, Any]:
        """Parameters of compareperiods, which asks for its two periods one by one."""
        parameters = self.selection.parameters()
        del parameters["PERIODS"]
        earlier, later = self.selection.periods()
        return {
            **parameters,
            **self.regions.parameters(),
            "PERIOD_A": earlier.iso,
            "PERIOD_B": later.iso,
            "GROUP_BY": self.groupByCombo.currentData(),
            "CONFIDENCE": self.confidenceCombo.currentData(),
        }

    def title(self) -> str:
        """Comparison by region, 2023-H1 against 2022-H2, militant Islamist."""
        return translate("Compare periods", "Comparison by {what}, {rest}").format(
            what=self.groupByCombo.currentText().lower(), rest=self.selection.what_and_when()
        )

    def outputs(self) -> dict[str, str]:
        """A new GeoPackage in the folder for results."""
        return {"OUTPUT": str(new_file(self.foot.folder(), self.title()))}
