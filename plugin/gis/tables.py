# SPDX-License-Identifier: GPL-2.0-or-later
"""From a DataFrame to a Processing sink: fields, attributes, geometries."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import NULL, QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QDate, QVariant

from ..core.errors import FlashpointsError
from ..core.schema import DATE, INTEGER, REAL, TEXT
from ..core.spreadsheets import as_text
from ..core.text import translate

_TYPES = {TEXT: QVariant.String, INTEGER: QVariant.Int, REAL: QVariant.Double, DATE: QVariant.Date}

Spec = Mapping[str, str]
"""Field name -> kind of the schema (text, integer, real, date), in order."""


def fields_of(spec: Spec) -> QgsFields:
    """QGIS's fields for a specification."""
    fields = QgsFields()
    for name, kind in spec.items():
        fields.append(QgsField(name, _TYPES[kind]))
    return fields


def write(
    sink: QgsFeatureSink,
    frame: pd.DataFrame,
    spec: Spec,
    geometries: Sequence[QgsGeometry | None] | None = None,
    for_spreadsheets: bool = False,
) -> None:
    """Add a row of the sink for each row of the frame; what is not known becomes NULL.

    for_spreadsheets : whether text must not start a formula, as in CSV and XLSX.

    Raises
    ------
    FlashpointsError : when the sink takes no more rows.
    """
    columns = [[_value(value, kind) for value in frame[name]] for name, kind in spec.items()]
    if for_spreadsheets:
        columns = [[as_text(value) if isinstance(value, str) else value for value in one] for one in columns]
    fields = fields_of(spec)
    for number, attributes in enumerate(zip(*columns)):
        feature = QgsFeature(fields)
        feature.setAttributes(list(attributes))
        geometry = geometries[number] if geometries is not None else None
        if geometry is not None:
            feature.setGeometry(geometry)
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise FlashpointsError(
                translate("Tables", "A result row could not be written: {reason}.").format(
                    reason=sink.lastError()
                ),
                remedy=translate("Tables", "Check that the disk has room and that the file is not in use."),
            )


def _value(value: Any, kind: str) -> Any:
    if value is None or value is pd.NaT or (isinstance(value, (float, np.floating)) and np.isnan(value)):
        return NULL
    if kind == DATE:
        day = value.date() if isinstance(value, datetime.datetime) else value
        return QDate(day.year, day.month, day.day)
    if kind == INTEGER:
        return int(value)
    return float(value) if kind == REAL else str(value)


def attributes_frame(layer: Any, names: Sequence[str] | None = None) -> pd.DataFrame:
    """The attributes of a small layer as a frame; NULL becomes None, dates become datetime.date."""
    wanted = list(names or layer.fields().names())
    rows = [[_plain(feature[name]) for name in wanted] for feature in layer.getFeatures()]
    return pd.DataFrame(rows, columns=wanted, dtype=object)


def _plain(value: Any) -> Any:
    if value is None or value == NULL:
        return None
    return value.toPyDate() if isinstance(value, QDate) else value
