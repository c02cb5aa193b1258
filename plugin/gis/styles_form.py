# SPDX-License-Identifier: GPL-2.0-or-later
"""The attribute form of events: the columns in groups, codes in words."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsVectorLayer,
)

from ..core.event_card import Labels, precision_words
from ..core.text import translate
from .styles_common import inert


def set_form(layer: QgsVectorLayer, labels: Labels) -> None:
    """Group the columns of an event layer in its form, and let codes be read as words.

    The codes stay what they are: filters and expressions ask for them, words are only shown.
    """
    _set_words(layer, labels)
    config = layer.editFormConfig()
    config.clearTabs()
    root = config.invisibleRootContainer()
    for title, columns in _groups().items():
        there = [name for name in columns if layer.fields().lookupField(name) >= 0]
        if not there:
            continue
        container = QgsAttributeEditorContainer(title, root)
        for name in there:
            index = layer.fields().lookupField(name)
            container.addChildElement(QgsAttributeEditorField(name, index, container))
        config.addTab(container)
    config.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    layer.setEditFormConfig(config)


def _groups() -> dict[str, tuple[str, ...]]:
    """Titles of the form's groups, and their columns."""
    return {
        translate("Fields", "What"): (
            "event_id", "event_type", "sub_event_type", "disorder_type", "original_event_type", "fatalities",
            "fatalities_low", "fatalities_high", "civilian_targeting", "targeting_derived", "tags",
        ),
        translate("Fields", "When"): ("event_date", "end_date", "time_precision", "year"),
        translate("Fields", "Who"): (
            "actor1", "assoc_actor_1", "inter1", "side_1_groups", "actor2", "assoc_actor_2", "inter2",
            "side_2_groups", "interaction", "lead_group", "actor_groups", "actor_families", "side_1_families",
            "side_2_families",
        ),
        translate("Fields", "Where"): (
            "location", "admin3", "admin2", "admin1", "country", "region", "iso", "geo_precision", "area_only",
            "latitude", "longitude",
        ),
        translate("Fields", "Source"): ("source", "source_scale", "notes", "dataset", "timestamp"),
    }  # fmt: skip


def _set_words(layer: QgsVectorLayer, labels: Labels) -> None:
    words: dict[str, Mapping[str, str]] = {
        "lead_group": labels.groups,
        "time_precision": {
            "1": translate("Fields", "1: the day"),
            "2": translate("Fields", "2: the week"),
            "3": translate("Fields", "3: the month"),
        },
        "geo_precision": {str(code): f"{code}: {text}" for code, text in precision_words().items()},
    }
    for column, values in words.items():
        index = layer.fields().lookupField(column)
        if index >= 0:
            pairs = [{inert(label): value} for value, label in values.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": pairs}))
    index = layer.fields().lookupField("notes")
    if index >= 0:
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True}))
