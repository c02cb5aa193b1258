# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter bar's filter as the events layer's own filter, and back again.

What was set is kept beside the layer, in a custom property that QGIS saves with the project, together with the
subset string that was made of it. A layer whose subset string is another one has a filter of somebody else's, which is
never replaced unasked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from osgeo import gdal
from qgis.core import QgsField, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from ..core.dates import iso_date
from ..core.errors import FlashpointsError
from ..core.event_filter import BLOCKS, NOTHING, SEARCHED, EventFilter, from_json
from ..core.text import translate
from ..core.text_search import needles
from .actor_table import actor_table
from .event_layers import REQUIRED
from .styles_common import label_in
from .styles_fields import field_names
from .subset_sql import DATE, DATETIME, TEXT, Sql, language_of

PROPERTY = "flashpoints/filter"
REFUSE, REPLACE, KEEP = "refuse", "replace", "keep"
"""What becomes of a filter that somebody else has set: nothing is done, it goes, or it holds beside the new one."""

Expand = Callable[[Iterable[str]], Iterable[str]]
_NUMBERS = ("geo_precision", "time_precision", "fatalities")


@dataclass(frozen=True)
class FilterState:
    """How a layer is filtered.

    chosen : the bar's part. own : the condition that somebody else set, "" for none; `kept` when it holds beside the
    bar's at the user's wish, else the bar has nothing to say until the user decides.
    """

    chosen: EventFilter = NOTHING
    own: str = ""
    kept: bool = False

    @property
    def foreign(self) -> str:
        """Somebody else's condition that the user has not decided about; "" for none."""
        return "" if self.kept else self.own


def read_filter(layer: QgsVectorLayer) -> FilterState:
    """How a layer is filtered now, also after its project was opened again."""
    subset = layer.subsetString()
    try:
        kept = json.loads(str(layer.customProperty(PROPERTY, "") or "{}"))
        if not subset or kept.get("subset") != subset:
            return FilterState(own=subset)
        own = str(kept.get("own", ""))
        return FilterState(from_json(json.dumps(kept.get("filter", {}))), own, kept=bool(own))
    except (FlashpointsError, ValueError, AttributeError):  # of a later version, or edited by hand
        return FilterState(own=subset)


def filter_in_words(layer: QgsVectorLayer) -> str:
    """A layer's filter for people to read: the filter bar's in words, anybody else's as it is written."""
    state = read_filter(layer)
    labels = {}
    if state.chosen.groups:
        table = actor_table()
        labels = {one.id: label_in(one, None) for one in table.families}
        labels.update((one.id, label_in(one, None)) for one in table.groups)
    described = state.chosen.describe(lambda one: labels.get(one, one))
    return "; ".join(part for part in (described, state.own) if part)


def apply_filter(
    layer: QgsVectorLayer, chosen: EventFilter, *, own: str = REFUSE, expand: Expand | None = None
) -> None:
    """Let a layer show the events of a filter and no others. Sets the subset string once, and only when it changes.

    own : what becomes of somebody else's filter: `refuse`, `replace`, or `keep` (both hold). One that was kept
        earlier stays, unless it is to be replaced.
    expand : ActorTable.expand of the layer's table, for ids such as `jnim+`.

    Raises
    ------
    FlashpointsError : when the layer cannot be filtered, lacks a column, or has somebody else's filter.
    """
    problem = refusal(layer)
    if problem:
        raise FlashpointsError(problem, layer.name())
    state = read_filter(layer)
    if state.foreign and own == REFUSE:
        raise FlashpointsError(
            translate("Event filter", "The layer has a filter of its own."),
            layer.name(),
            translate("Event filter", "Choose whether to replace it, or to keep it and add to it."),
        )
    base = state.own if own != REPLACE else ""
    ours = condition(layer, chosen, expand)
    subset = f"({base}) AND ({ours})" if base and ours else base or ours
    kept = {"filter": json.loads(chosen.to_json()), "subset": subset, "own": base}
    before = layer.customProperty(PROPERTY)
    if subset:  # first, since whoever hears of the new subset string asks for it
        layer.setCustomProperty(PROPERTY, json.dumps(kept, ensure_ascii=False, sort_keys=True))
    if layer.subsetString() != subset and not layer.setSubsetString(subset):
        layer.setCustomProperty(PROPERTY, before) if before else layer.removeCustomProperty(PROPERTY)
        raise FlashpointsError(
            translate("Event filter", "QGIS did not take the filter."),
            layer.name(),
            translate("Event filter", "Look in View > Panels > Log Messages for the reason."),
        )
    if not subset:
        layer.removeCustomProperty(PROPERTY)


def condition(layer: QgsVectorLayer, chosen: EventFilter, expand: Expand | None = None) -> str:
    """A filter in the language of the layer's provider; "" when every event shows.

    Raises
    ------
    FlashpointsError : when the provider has no filters, or a column is missing.
    """
    sql = language_of(layer)
    missing = reasons(layer)
    wrong = next((missing[part] for part in chosen.parts if part in missing), "")
    if sql is None or wrong:
        raise FlashpointsError(wrong or refusal(layer), layer.name())
    if any(one.endswith("+") for one in chosen.groups) and expand is None:
        raise FlashpointsError(
            translate("Event filter", "The groups under {name} are not known here.").format(
                name=chosen.groups[0]
            )
        )
    parts = []
    if chosen.period is not None:
        parts.append(sql.period("event_date", chosen.period, date_kind(layer)))
    if chosen.event_types:
        parts.append(sql.one_of("event_type", chosen.event_types))
    parts += [
        f'"{name}" <= {limit}'
        for name, limit in (
            ("geo_precision", chosen.geo_precision_max),
            ("time_precision", chosen.time_precision_max),
        )
        if f"{name}_max" in chosen.parts
    ]
    if chosen.min_fatalities:
        parts.append(f'"fatalities" >= {int(chosen.min_fatalities)}')
    if chosen.groups:
        ids = sorted(expand(chosen.groups) if expand else chosen.groups)
        parts.append(_names_any(sql, ids))
    return " AND ".join([*parts, *text_conditions(layer, sql, chosen)])


def _names_any(sql: Sql, ids: list[str]) -> str:
    columns = BLOCKS["groups"]
    return "(" + " OR ".join(sql.has(name, f";{one};") for name in columns for one in ids) + ")"


def text_conditions(layer: QgsVectorLayer, sql: Sql, chosen: EventFilter) -> list[str]:
    """The conditions of the free text alone: one for each word or phrase."""
    there = [name for name in SEARCHED if name in provider_columns(layer)]
    return [f"({sql.contains(there, needle)})" for needle in needles(chosen.text)]


# What a layer allows


def provider_columns(layer: QgsVectorLayer) -> dict[str, QgsField]:
    """The columns that the provider knows: a joined or virtual one cannot be asked for in a filter."""
    fields = layer.dataProvider().fields()
    return {fields.at(i).name(): fields.at(i) for i in range(fields.count())}


def refusal(layer: QgsVectorLayer) -> str:
    """Why a layer cannot be filtered now, in one sentence; "" when it can."""
    if not layer.isValid():
        return translate("Event filter", "The layer cannot be read: check that its file is still there.")
    missing = [name for name in REQUIRED if name not in layer.fields().names()]
    if missing:
        return translate("Event filter", "This is no layer of events: it lacks the columns {names}.").format(
            names=", ".join(missing)
        )
    if layer.isEditable():
        return translate(
            "Event filter", "The layer is being edited: save the edits or stop editing, then filter."
        )
    if language_of(layer) is None or not layer.dataProvider().supportsSubsetString():
        return translate(
            "Event filter",
            "A layer of this kind ({kind}) has no filters: load the events into an event store.",
        ).format(kind=layer.providerType())
    if layer.subsetString().strip().lower().startswith(("select ", "select\n")):
        return translate(
            "Event filter", "The layer's own filter is a whole query: clear it in QGIS's query builder first."
        )
    return ""


def reasons(layer: QgsVectorLayer) -> dict[str, str]:
    """The parts of a filter (as in EventFilter.parts) that a layer cannot answer, each with the reason."""
    there = provider_columns(layer)
    found = {}
    for part, columns in BLOCKS.items():
        missing = [name for name in columns if name not in there]
        if missing:
            labels = field_names()
            text = translate("Event filter", "The layer does not have: {names}.")
            found[part] = text.format(names=", ".join(labels.get(name, name) for name in missing))
            continue
        if columns[0] in _NUMBERS and not there[columns[0]].isNumeric():
            text = translate("Event filter", "The column {name} holds text, no numbers.")
            found[part] = text.format(name=columns[0])
    if "period" not in found and not date_kind(layer):
        found["period"] = translate(
            "Event filter", "The dates are written as text that is not year-month-day."
        )
    return found


def date_kind(layer: QgsVectorLayer) -> str:
    """How the layer holds event_date (subset_sql); "" for text that cannot be compared."""
    kind = provider_columns(layer)["event_date"].type()
    if kind in (QVariant.Date, QVariant.DateTime):
        return DATE if kind == QVariant.Date else DATETIME
    index = layer.fields().lookupField("event_date")
    for feature in layer.getFeatures():  # the first one that has a date tells
        written = str(feature.attribute(index) or "").strip()
        if written and written != "NULL":
            return TEXT if iso_date(written[:10]) == written[:10] else ""
    return TEXT


# Counting


def can_count_aside(layer: QgsVectorLayer) -> bool:
    """Whether `count_in_file` can count the layer's events without touching the layer."""
    return layer.providerType() == "ogr" and language_of(layer) is not None


def count_shown(layer: QgsVectorLayer) -> int:
    """How many events a layer shows under its filter, as QGIS counts them; in the layer's own thread."""
    return int(layer.featureCount())


def file_of(layer: QgsVectorLayer) -> tuple[str, str]:
    """(path, table) of a layer in a file, for `count_in_file`."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or ""), str(parts.get("layerName") or "")


def count_in_file(path: str, table: str, subset: str) -> int | None:
    """How many rows of a table fit a condition, in any thread; None when GDAL cannot say."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
        layer = dataset and (dataset.GetLayerByName(table) if table else dataset.GetLayer(0))
        if not layer or layer.SetAttributeFilter(subset or None) != 0:
            return None
        count = layer.GetFeatureCount()
        return int(count) if count >= 0 else None
    except RuntimeError:  # another plugin may have switched GDAL's exceptions on
        return None
    finally:
        gdal.PopErrorHandler()
