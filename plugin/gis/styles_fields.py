# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS shows of an event beside its mark: names of fields, the map tip, and when it is on the map."""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer

from ..core.actors import OTHER, ActorTable
from ..core.text import translate
from .actor_table import actor_table
from .event_card import labels_of
from .styles_common import is_french
from .styles_form import set_form
from .styles_tip import tip_template

DAY = "23 hours 59 minutes 59 seconds"


def field_names() -> dict[str, str]:
    """The canonical columns in the user's words."""
    return {
        "event_id": translate("Fields", "Event"),
        "event_date": translate("Fields", "Date"),
        "end_date": translate("Fields", "Last date"),
        "year": translate("Fields", "Year"),
        "time_precision": translate("Fields", "Precision of time"),
        "disorder_type": translate("Fields", "Kind of disorder"),
        "event_type": translate("Fields", "Event type"),
        "sub_event_type": translate("Fields", "Sub-type"),
        "original_event_type": translate("Fields", "Event type as the source wrote it"),
        "actor1": translate("Fields", "Actor 1"),
        "assoc_actor_1": translate("Fields", "Associates of actor 1"),
        "inter1": translate("Fields", "Kind of actor 1"),
        "actor2": translate("Fields", "Actor 2"),
        "assoc_actor_2": translate("Fields", "Associates of actor 2"),
        "inter2": translate("Fields", "Kind of actor 2"),
        "interaction": translate("Fields", "Interaction"),
        "civilian_targeting": translate("Fields", "Civilian targeting"),
        "targeting_derived": translate("Fields", "Targeting derived by Flashpoints"),
        "lead_group": translate("Fields", "Lead group"),
        "actor_groups": translate("Fields", "Groups"),
        "actor_families": translate("Fields", "Families"),
        "side_1_groups": translate("Fields", "Groups on side 1"),
        "side_2_groups": translate("Fields", "Groups on side 2"),
        "side_1_families": translate("Fields", "Families on side 1"),
        "side_2_families": translate("Fields", "Families on side 2"),
        "iso": translate("Fields", "Country code (ISO number)"),
        "region": translate("Fields", "World region"),
        "country": translate("Fields", "Country"),
        "admin1": translate("Fields", "Region (admin 1)"),
        "admin2": translate("Fields", "District (admin 2)"),
        "admin3": translate("Fields", "Sub-district (admin 3)"),
        "location": translate("Fields", "Place"),
        "latitude": translate("Fields", "Latitude"),
        "longitude": translate("Fields", "Longitude"),
        "geo_precision": translate("Fields", "Precision of place"),
        "area_only": translate("Fields", "Placed to a region or country only"),
        "fatalities": translate("Fields", "Reported fatalities"),
        "fatalities_low": translate("Fields", "Reported fatalities, lowest estimate"),
        "fatalities_high": translate("Fields", "Reported fatalities, highest estimate"),
        "dataset": translate("Fields", "Dataset"),
        "timestamp": translate("Fields", "Changed at source (Unix time)"),
        "source": translate("Fields", "Source"),
        "source_scale": translate("Fields", "Scale of source"),
        "tags": translate("Fields", "Tags"),
        "notes": translate("Fields", "Notes"),
    }


def name_fields(layer: QgsVectorLayer, actors: ActorTable | None = None, language: str | None = None) -> None:
    """Give the fields of an event layer their names in the user's words, and the layer a map tip and a form.

    Parameters
    ----------
    actors : whose labels the tip uses; the table that ships with the plugin when None.
    language : of labels and dates (en, fr); None: QGIS's.
    """
    for column, alias in field_names().items():
        index = layer.fields().lookupField(column)
        if index >= 0:
            layer.setFieldAlias(index, alias)
    table = actors or actor_table()
    colours = {group.id: group.colour for group in table.groups if group.family != OTHER}
    labels = labels_of(table, language)
    layer.setMapTipTemplate(tip_template(labels, colours, "fr" if is_french(language) else "en"))
    layer.setDisplayExpression("concat(format_date(\"event_date\", 'yyyy-MM-dd'), ' ', \"location\")")
    set_form(layer, labels)


def set_temporal(layer: QgsVectorLayer) -> None:
    """Let QGIS's temporal controller play an event layer: from the morning of its date to the night of its last date.

    Call it again on a layer that was opened from a file: a stored style does not restore this.
    """
    last = '"event_date"'
    if layer.fields().lookupField("end_date") >= 0:
        last = 'coalesce("end_date", "event_date")'
    properties = layer.temporalProperties()
    # not by the field itself: QGIS finds no date later than or equal to the midnight that it begins with
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    properties.setStartExpression('to_datetime("event_date")')
    properties.setEndExpression(f"to_datetime({last}) + to_interval('{DAY}')")
    properties.setIsActive(True)
