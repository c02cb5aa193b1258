# SPDX-License-Identifier: GPL-2.0-or-later
"""All rulings of a store, and how each stands."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...core.rulings import CONFLICT, IN_FORCE, ORPHAN, WITHDRAWN
from ...core.schema import INTEGER, TEXT
from ...core.text import number, translate
from ..rulings import listed
from ..rulings_algorithm import RulingsAlgorithm

FIELDS = {
    "id": INTEGER, "event_id": TEXT, "field": TEXT, "status": TEXT, "source_value": TEXT, "value": TEXT,
    "source_now": TEXT, "reason": TEXT, "author": TEXT, "made_at": TEXT, "withdrawn_at": TEXT,
}  # fmt: skip
NUMBERS = {"IN_FORCE": IN_FORCE, "CONFLICTS": CONFLICT, "ORPHANS": ORPHAN, "WITHDRAWN": WITHDRAWN}


class ListRulings(RulingsAlgorithm):
    """Processing algorithm flashpoints:listrulings."""

    ID = "listrulings"

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ListRulings", "List rulings")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ListRulings",
            "A table of all corrections of single events in an event store: the source's value when the ruling was "
            "made, the value that holds instead, the source's value today, and the status: in_force; conflict, where "
            "the source has changed the field since and somebody has to decide (the ruling holds until then); orphan, "
            "where the event is no longer there; withdrawn.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        self.add_store()
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", translate("ListRulings", "Rulings"), table)
        )
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, compare with the events, and write the table."""
        found = listed(self.store)
        frame = pd.DataFrame([_row(one) for one in found], columns=list(FIELDS), dtype=object)
        counts = {name: sum(one.status == status for one in found) for name, status in NUMBERS.items()}
        text = translate(
            "ListRulings",
            "{n} rulings: {force} in force, {conflicts} to decide, {orphans} without their event.",
        )
        self._record.rulings = counts["IN_FORCE"] + counts["CONFLICTS"]
        feedback.pushInfo(
            text.format(
                n=number(len(found)), force=number(self._record.rulings), conflicts=number(counts["CONFLICTS"]),
                orphans=number(counts["ORPHANS"]),
            )
        )  # fmt: skip
        self._record.definition = translate("ListRulings", "Corrections of single events by analysts.")
        self._record.definition_id = "rulings/1"
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.NoGeometry)
        name = translate("ListRulings", "Rulings ({store})").format(store=self.store.stem)
        output = {"OUTPUT": self.save(opened, frame, FIELDS, name, lambda layer: None)} if opened else {}
        return {**output, **counts}


def _row(standing: Any) -> dict[str, Any]:
    of_ruling = {name: getattr(standing.ruling, name) for name in FIELDS if hasattr(standing.ruling, name)}
    return {**of_ruling, "status": standing.status, "source_now": standing.source_now}
