# SPDX-License-Identifier: GPL-2.0-or-later
"""One field of one event corrected, with reason and name."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ...core.rulings import Ruling
from ...core.rulings_fields import RULABLE, field_label
from ...core.text import translate
from ..parameters import text_of
from ..rulings import add
from ..rulings_algorithm import RulingsAlgorithm


class AddRuling(RulingsAlgorithm):
    """Processing algorithm flashpoints:addruling."""

    ID = "addruling"
    writes = True

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("AddRuling", "Correct an event")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "AddRuling",
            "Corrects one field of one event with a reason and a name. The source's value stays beside it, and every "
            "figure says both where they differ. The correction survives updates of the store. An empty value means "
            "none, or not known; the field “exclude” with the value 1 leaves the event out; “point” takes latitude, "
            "longitude.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add_one, text = self.addParameter, QgsProcessingParameterString
        self.add_store()
        add_one(text("EVENT_ID", translate("AddRuling", "Id of the event")))
        add_one(
            QgsProcessingParameterEnum(
                "FIELD", translate("AddRuling", "Field"), list(RULABLE), False, None, False, True
            )
        )
        add_one(text("VALUE", translate("AddRuling", "Value that holds instead"), optional=True))
        add_one(text("REASON", translate("AddRuling", "Reason")))
        add_one(text("AUTHOR", translate("AddRuling", "Name of who corrects it")))
        self.addOutput(
            QgsProcessingOutputString("SOURCE_VALUE", translate("AddRuling", "The source's value"))
        )
        self.addOutput(QgsProcessingOutputString("VALUE", translate("AddRuling", "Value that holds instead")))
        self.addOutput(QgsProcessingOutputNumber("ID", translate("AddRuling", "Number of the ruling")))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Check and write."""
        field = self.parameterAsEnumString(parameters, "FIELD", context) or text_of(parameters, "FIELD")
        event_id, value, reason, author = (
            text_of(parameters, name) for name in ("EVENT_ID", "VALUE", "REASON", "AUTHOR")
        )
        made = add(self.store, Ruling(event_id, field, value, reason, author))
        said = translate("AddRuling", "{event}, {field}: “{value}” instead of “{source}”.")
        feedback.pushInfo(
            said.format(
                event=made.event_id, field=field_label(made.field), value=made.value, source=made.source_value
            )
        )
        return {"SOURCE_VALUE": made.source_value, "VALUE": made.value, "ID": made.id}
