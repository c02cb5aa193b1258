# SPDX-License-Identifier: GPL-2.0-or-later
"""The rulings of a store as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from ...core.text import number, translate
from ..rulings_algorithm import RulingsAlgorithm
from ..rulings_file import export_rulings


class ExportRulings(RulingsAlgorithm):
    """Processing algorithm flashpoints:exportrulings."""

    ID = "exportrulings"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ExportRulings", "Export rulings")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ExportRulings",
            "Writes all corrections of single events in an event store, withdrawn ones too, to a CSV file, for "
            "“Import rulings” on another computer. Text that a spreadsheet would take for a formula gets an "
            "apostrophe in front.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        self.add_store()
        label = translate("ExportRulings", "File")
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", label, "CSV (*.csv)"))
        self.addOutput(QgsProcessingOutputNumber("RULINGS", translate("ExportRulings", "Number of rulings")))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the file."""
        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        count = export_rulings(self.store, path)
        feedback.pushInfo(translate("ExportRulings", "{n} rulings written.").format(n=number(count)))
        return {"OUTPUT": str(path), "RULINGS": count}
