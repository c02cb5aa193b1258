# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer beside the events with one mark a place, which stands for them at small scales.

It lies in memory and is filled again whenever the events' filter changes, so that a map of a country is drawn at
once however many events there are. A map that plays over time draws the events themselves: this layer hides there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..core.by_place import by_place
from ..core.event_look import MOST_COLOURS, NOTHING, EventLook
from ..core.text import translate
from .event_tally import ShownEvents
from .look_classes import LookClass

PLACES_OF = "flashpoints/places_of"
"""Custom property: the id of the layer whose events these are."""
COLUMNS = ("location",)
"""What is read of the events beside the columns that are counted."""

_CLASSES = tuple(f"class_{index}" for index in range(MOST_COLOURS + 1))
_FIELDS = (
    "location:string", "events:integer", "places:integer", "fatalities:integer", "first_date:date",
    "last_date:date", "main:integer", *(f"{name}:integer" for name in _CLASSES),
)  # fmt: skip
_NEVER = QDateTime(QDate(1, 1, 1), QTime(0, 0))


def places_of(shown: ShownEvents, classes: Sequence[LookClass]) -> pd.DataFrame:
    """The shown events by place and class, as core's by_place returns them; in any thread."""
    frame = shown.frame
    index = np.full(
        len(frame), max(len(classes) - 1, 0)
    )  # the last class is that of all the rest, if there is a rest
    if classes:
        codes, values = pd.factorize(frame[classes[0].column].fillna(""))
        of_value = {value: number for number, one in enumerate(classes) for value in one.values}
        index = np.array([of_value.get(value, len(classes) - 1) for value in values], dtype=int)[codes]
    return by_place(frame, index, max(len(classes), 1))


def new_places_layer(events: QgsVectorLayer) -> QgsVectorLayer:
    """An empty layer for the places of an event layer."""
    fields = "&".join(f"field={field}" for field in _FIELDS)
    name = translate("Places", "By place: {events}").format(events=events.name())
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&index=yes&{fields}", name, "memory")
    layer.setCustomProperty(PLACES_OF, events.id())
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # nothing is lost with it: it is made again
    layer.setReadOnly(True)
    times = layer.temporalProperties()
    times.setMode(Qgis.VectorTemporalMode.FixedTemporalRange)
    times.setFixedTemporalRange(QgsDateTimeRange(_NEVER, _NEVER))
    times.setIsActive(True)
    return layer


def fill_places(layer: QgsVectorLayer, places: pd.DataFrame) -> None:
    """Replace the features of a places layer by rows of by_place."""
    missing = [name for name in _CLASSES if name not in places]
    rows = places.assign(**dict.fromkeys(missing, 0))
    points = [QgsPointXY(x, y) for x, y in zip(rows["longitude"].tolist(), rows["latitude"].tolist())]
    columns = [rows[name].tolist() for name in ("location", "events", "places")]
    columns.append(rows["fatalities"].astype(int).tolist())
    columns += [[_date(day) for day in rows[name]] for name in ("first_date", "last_date")]
    columns += [rows[name].tolist() for name in ("main", *_CLASSES)]
    features = []
    for point, *values in zip(points, *columns):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        feature.setGeometry(QgsGeometry.fromPointXY(point))
        features.append(feature)
    provider = layer.dataProvider()
    provider.truncate()
    provider.addFeatures(features)
    layer.updateExtents()


def _date(value: pd.Timestamp) -> QDate | None:
    return None if pd.isna(value) else QDate(value.year, value.month, value.day)


def share_scales(events: QgsVectorLayer, places: QgsVectorLayer | None, look: EventLook) -> None:
    """Let the places stand for the events at small scales; without a places layer the events are there at all."""
    apart = places is not None and look.afar != NOTHING
    events.setScaleBasedVisibility(apart)
    if apart and places is not None:
        events.setMinimumScale(look.afar_scale)
        events.setMaximumScale(0)
        places.setScaleBasedVisibility(True)
        places.setMinimumScale(0)
        places.setMaximumScale(look.afar_scale)
