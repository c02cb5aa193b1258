# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of importevents: declared here, read by the algorithm."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...core.dates import AUTO, DATE_ORDERS
from ...core.formats import format_ids
from ...core.text import translate

NUMBERS = ("ROWS_READ", "EVENTS", "ROWS_MERGED", "ROWS_FILTERED", "ROWS_REJECTED")
UPDATE_NUMBERS = ("ADDED", "CHANGED", "REMOVED", "UNCHANGED", "KEPT")
CREATE, UPDATE = "create", "update"


def declare(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare parameters and outputs."""
    add, string = algorithm.addParameter, QgsProcessingParameterString
    add(QgsProcessingParameterFile("INPUT", translate("ImportEvents", "Event file")))
    label = translate("ImportEvents", "Format")
    add(QgsProcessingParameterEnum("FORMAT", label, list(format_ids()), False, "auto", True, True))
    add(
        string(
            "COLUMNS",
            translate("ImportEvents", "Columns (JSON: canonical -> column in the file)"),
            optional=True,
        )
    )
    add(string("COUNTRIES", translate("ImportEvents", "Only these countries, separated by ;"), optional=True))
    label = translate("ImportEvents", "Order of day and month, where dates are numbers")
    add(QgsProcessingParameterEnum("DATE_ORDER", label, list(DATE_ORDERS), False, AUTO, True, True))
    label = translate("ImportEvents", "Sheet, layer or file in the archive")
    add(string("TABLE", label, optional=True))
    label = translate("ImportEvents", "Whose events they are, where the file does not tell")
    add(string("DATASET", label, optional=True))
    label, modes = translate("ImportEvents", "Mode"), [CREATE, UPDATE]
    add(QgsProcessingParameterEnum("MODE", label, modes, False, CREATE, True, True))
    points = QgsProcessing.SourceType.TypeVectorPoint
    add(QgsProcessingParameterVectorDestination("OUTPUT", translate("ImportEvents", "Event store"), points))
    label, html = translate("ImportEvents", "Report"), "HTML (*.html)"
    add(QgsProcessingParameterFileDestination("REPORT", label, html, None, True, False))
    _declare_update(algorithm)
    for name in (*NUMBERS, *UPDATE_NUMBERS):
        algorithm.addOutput(QgsProcessingOutputNumber(name, name))
    algorithm.addOutput(QgsProcessingOutputString("CONFIRM", translate("ImportEvents", "To be confirmed")))
    account = translate("ImportEvents", "Account of rows (JSON: reasons, notices, coverage)")
    algorithm.addOutput(QgsProcessingOutputString("ACCOUNT", account))


def _declare_update(algorithm: QgsProcessingAlgorithm) -> None:
    add, flag = algorithm.addParameter, QgsProcessingParameterBoolean
    add(flag("PREVIEW", translate("ImportEvents", "Update: compare only, touch nothing"), False, True))
    label = translate("ImportEvents", "Update: many removals and vanishing names are right")
    add(flag("ALLOW_REMOVALS", label, False, True))
    label = translate("ImportEvents", "Update: list of events that the source deleted")
    add(QgsProcessingParameterFile("DELETED", label, optional=True))
