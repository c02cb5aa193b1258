# SPDX-License-Identifier: GPL-2.0-or-later
"""A ruling kept beside what the source says now, or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ...core.errors import FlashpointsError
from ...core.rulings import check, in_force
from ...core.rulings_fields import RULABLE, field_label
from ...core.text import translate
from .. import rulings
from ..parameters import text_of
from ..rulings_algorithm import RulingsAlgorithm

KEEP, SOURCE = "keep", "source"


class DecideRuling(RulingsAlgorithm):
    """Processing algorithm flashpoints:decideruling."""

    ID = "decideruling"
    writes = True

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("DecideRuling", "Decide on a ruling")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "DecideRuling",
            "Settles a ruling whose field the source has changed since (“List rulings” shows it as conflict): keep "
            "makes the ruling again in your name, beside the source's new value; source withdraws it, so that the "
            "source's value holds. A ruling without a conflict can be withdrawn in the same way. Nothing is deleted.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add, text, enum = self.addParameter, QgsProcessingParameterString, QgsProcessingParameterEnum
        self.add_store()
        add(text("EVENT_ID", translate("DecideRuling", "Id of the event")))
        add(enum("FIELD", translate("DecideRuling", "Field"), list(RULABLE), False, None, False, True))
        label = translate("DecideRuling", "What holds: keep the ruling, or take the source's value")
        add(enum("DECISION", label, [KEEP, SOURCE], False, None, False, True))
        add(text("AUTHOR", translate("DecideRuling", "Name of who decides")))
        self.addOutput(QgsProcessingOutputString("VALUE", translate("DecideRuling", "Value that holds")))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find the ruling in force, and decide."""
        field = self.parameterAsEnumString(parameters, "FIELD", context)
        decision = self.parameterAsEnumString(parameters, "DECISION", context)
        event_id, author = text_of(parameters, "EVENT_ID").strip(), text_of(parameters, "AUTHOR")
        found = [
            one
            for one in in_force(rulings.read(self.store))
            if (one.event_id, one.field) == (event_id, field)
        ]
        if not found or decision not in (KEEP, SOURCE):
            raise FlashpointsError(
                translate("DecideRuling", "No ruling on {field} of {event} is in force.").format(
                    field=field_label(field) if field else "–", event=event_id
                ),
                "EVENT_ID, FIELD, DECISION",
                translate("DecideRuling", "“List rulings” shows those that are; decide keep or source."),
            )
        source = next(
            one.source_now for one in rulings.listed(self.store, event_id) if one.ruling.id == found[0].id
        )
        if decision == KEEP:
            value = rulings.decide(self.store, found[0], True, author).value
        else:
            check(replace(found[0], author=author))
            rulings.withdraw(self.store, [found[0].id])
            value = source or ""
        feedback.pushInfo(
            translate("DecideRuling", "{event}, {field}: “{value}” holds.").format(
                event=event_id, field=field_label(field), value=value
            )
        )
        return {"VALUE": value}
