# SPDX-License-Identifier: GPL-2.0-or-later
"""What the card of an event is made from: a feature's values, the words of the tables, the rulings of its store."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from qgis.core import QgsFeature
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.actors import ActorTable
from ..core.dates import iso_date
from ..core.event_card import Labels
from ..core.rulings import Ruling, Standing, standings
from ..core.schema import COLUMN_NAMES, DATE, KINDS
from ..core.zones import read_table
from .paths import RESOURCES
from .styles_common import is_null, label_in


def values_of(feature: QgsFeature) -> dict[str, Any]:
    """The canonical columns that a feature has, as plain values: dates as dates, None where a cell is empty."""
    fields = feature.fields()
    return {
        name: _plain(feature[index], KINDS[name])
        for name in COLUMN_NAMES
        if (index := fields.lookupField(name)) >= 0
    }


def _plain(value: Any, kind: str) -> Any:
    if is_null(value):
        return None
    if kind != DATE:
        return value
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toPyDate() if value.isValid() else None
    iso = iso_date(str(value).strip())
    return datetime.date.fromisoformat(iso) if iso else str(value)


def labels_of(actors: ActorTable, language: str | None = None) -> Labels:
    """The words of the tables; language : en or fr, None for QGIS's."""
    types = read_table(RESOURCES / "categories.csv", ("event_type", "label", "label_fr"))
    sub_types = read_table(RESOURCES / "sub_event_types.csv", ("sub_event_type", "label_fr"))
    named = [{"id": row["sub_event_type"], "label": row["sub_event_type"], **row} for row in sub_types]
    return Labels(
        {row["event_type"]: label_in(row, language) for row in types},
        {row["id"]: label_in(row, language) for row in named},
        {group.id: label_in(group, language) for group in actors.groups},
        {family.id: label_in(family, language) for family in actors.families},
        {group.id: group.family for group in actors.groups},
    )


def rulings_on(event: Mapping[str, Any], rulings: Sequence[Ruling]) -> list[Standing]:
    """How those of some rulings stand that are on an event, which is given by its own values: no store is searched."""
    own = [one for one in rulings if one.event_id == str(event.get("event_id"))]
    if not own:
        return []
    return standings(own, pd.DataFrame([dict(event)]))
