# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of the lists in the shared selection: who, sub-event types, countries and regions, with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ..core.actors import ActorTable
from ..core.resources import RESOURCES
from ..core.schema import EVENT_TYPES
from ..core.text import number, translate
from ..core.zones import ZoneTable, fold, read_table
from ..gis.facet_events import Numbers
from ..gis.styles_common import label_in
from .checklist import Choice
from .choices import who_choices

_LABEL = Qt.ItemDataRole.UserRole + 1


def who_lines(actors: ActorTable, numbers: Numbers | None, field: str) -> list[Choice]:
    """Families and their groups, those that no event of the layer names left out; field : whose numbers they get."""
    there = None if numbers is None else numbers.occurring.get("actor_groups")
    found = _counts(numbers, field)
    lines: list[Choice] = []
    family = ""
    for who in who_choices(actors):
        if who.is_family:
            family = who.id
        if not who.id or (there is not None and not there.get(who.id.rstrip("+"))):
            continue
        count = None if found is None else found.get(who.id, 0)
        lines.append(Choice(who.id, who.label, count, who.colour, "" if who.is_family else family))
    return lines


def sub_type_lines(numbers: Numbers | None) -> list[Choice]:
    """The sub-event types that occur in the layer, under their types, which are headings."""
    rows = read_table(RESOURCES / "sub_event_types.csv", ("sub_event_type", "event_type", "label_fr"))
    known = {fold(row["sub_event_type"]): row for row in rows}
    found = _counts(numbers, "sub_event_types")
    by_type: dict[str, list[str]] = {name: [] for name in (*EVENT_TYPES, "")}
    for name in _there(numbers, "sub_event_types"):
        by_type.setdefault(known.get(fold(name), {}).get("event_type", ""), []).append(name)
    lines: list[Choice] = []
    for event_type, names in by_type.items():
        heading = f"{event_type}:" if event_type and names else ""
        if heading:
            lines.append(Choice(heading, type_labels().get(event_type, event_type), heading=True))
        for name in names:
            label = _in_french(known.get(fold(name), {})) or name
            lines.append(Choice(name, label, _of(found, name), under=heading))
    return lines


def country_lines(numbers: Numbers | None) -> list[Choice]:
    """The countries that occur in the layer."""
    found = _counts(numbers, "countries")
    return [Choice(name, name, _of(found, name)) for name in _there(numbers, "countries")]


def region_lines(numbers: Numbers | None) -> list[Choice]:
    """Zones and in them the regions that the events name themselves; regions of no zone at the end."""
    zones = ZoneTable.from_csv(RESOURCES / "regions.csv")
    found = _counts(numbers, "where")
    by_zone: dict[str, list[str]] = {zone.id: [] for zone in zones.zones}
    for name in _there(numbers, "where"):
        by_zone.setdefault((zones.canonical(name) or ("", ""))[1], []).append(name)
    lines: list[Choice] = []
    for zone in zones.zones:
        names = by_zone.pop(zone.id)
        if names:
            total = None if found is None else sum(found.get(name, 0) for name in names)
            label = zone.label_fr if QgsApplication.locale().startswith("fr") else zone.label
            lines.append(Choice(zone.id, label or zone.label, total))
            lines += [Choice(name, name, _of(found, name), under=zone.id) for name in names]
    return lines + [Choice(name, name, _of(found, name)) for names in by_zone.values() for name in names]


def type_labels() -> dict[str, str]:
    """Event type -> its name in the user's language."""
    rows = read_table(RESOURCES / "categories.csv", ("event_type", "label", "label_fr"))
    return {row["event_type"]: label_in(row, None) for row in rows}


def _in_french(row: Mapping[str, str]) -> str:
    return row.get("label_fr", "") if QgsApplication.locale().startswith("fr") else ""


def _counts(numbers: Numbers | None, field: str) -> Mapping[str, int] | None:
    """None while they are not known, and where the layer lacks the column."""
    return None if numbers is None else numbers.facets.counts.get(field)


def _of(found: Mapping[str, int] | None, name: str) -> int | None:
    return None if found is None else found.get(name, 0)


def _there(numbers: Numbers | None, field: str) -> list[str]:
    return [] if numbers is None else sorted(numbers.occurring.get(field, {}), key=fold)


# Boxes of which one choice holds


def fill(combo: QComboBox, choices: Mapping[Any, str]) -> None:
    """Offer choices: value -> text."""
    for value, text in choices.items():
        combo.addItem(text, value)
        combo.setItemData(combo.count() - 1, text, _LABEL)


def show_counts(combo: QComboBox, counts: Mapping[Any, int] | None) -> None:
    """Write the number of events behind each choice; None: nothing is known."""
    for index in range(combo.count()):
        text, count = str(combo.itemData(index, _LABEL)), (counts or {}).get(combo.itemData(index))
        if count is not None:
            text = translate("Selection", "{choice}: {n}").format(choice=text, n=number(count))
        combo.setItemText(index, text)


def label_of(combo: QComboBox) -> str:
    """The chosen text without its number."""
    return str(combo.currentData(_LABEL))


def allow_values(combo: QComboBox, values: set[Any], reason: str) -> None:
    """Switch some choices off for a reason, or on for none."""
    for index in range(combo.count()):
        if combo.itemData(index) in values:
            combo.model().item(index).setEnabled(not reason)
            combo.setItemData(index, reason or None, Qt.ItemDataRole.ToolTipRole)
