# SPDX-License-Identifier: GPL-2.0-or-later
"""Rulings from a file into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from ...core.text import translate
from ..rulings_algorithm import RulingsAlgorithm
from ..rulings_file import import_rulings

NUMBERS = ("ROWS_READ", "ADDED", "WITHDRAWN", "ALREADY_THERE", "REFUSED")


class ImportRulings(RulingsAlgorithm):
    """Processing algorithm flashpoints:importrulings."""

    ID = "importrulings"
    writes = True

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ImportRulings", "Import rulings")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ImportRulings",
            "Adds corrections of single events from a CSV file, such as “Export rulings” writes, to an event store. "
            "Every row is accounted for: added + withdrawn + already there + refused = rows read, each refusal with "
            "its line and reason. A newer ruling on a field wins over an older one.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        self.add_store()
        self.addParameter(
            QgsProcessingParameterFile("FILE", translate("ImportRulings", "File of rulings (CSV)"))
        )
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the file, and tell what became of its rows."""
        done = import_rulings(self.store, Path(self.parameterAsFile(parameters, "FILE", context)))
        first, *rest = done.sentences()
        feedback.pushInfo(first)
        for sentence in rest:
            feedback.pushWarning(sentence)
        counts = (done.read, done.added, done.withdrawn, done.already_there, len(done.refused))
        return dict(zip(NUMBERS, counts))
