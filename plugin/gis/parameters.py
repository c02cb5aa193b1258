# SPDX-License-Identifier: GPL-2.0-or-later
"""The selection as Processing parameters: the same names, defaults and words in every algorithm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.periods import Period, parse_period, parse_periods
from ..core.schema import VIOLENT_TYPES
from ..core.selection import CIVILIANS, PRECISION_MAX, ROLES, Selection, parse_event_types, split_list
from ..core.text import translate

POLYGON, COLUMN = "polygon", "column"
_TEXTS = ("DATASET", "EVENT_TYPES", "SUB_EVENT_TYPES", "ACTOR_GROUPS", "AGAINST", "WHERE", "COUNTRIES")
_CHOICES = ("ROLE", "CIVILIANS")
_LIMITS = {"GEO_PRECISION_MAX": PRECISION_MAX, "TIME_PRECISION_MAX": PRECISION_MAX, "MIN_FATALITIES": 0}


def add_input(add: Callable[[QgsProcessingParameterDefinition], Any]) -> None:
    """The event layer and whether its filter holds."""
    add(
        QgsProcessingParameterVectorLayer(
            "INPUT", translate("Parameters", "Events"), [QgsProcessing.SourceType.TypeVectorPoint]
        )
    )
    label = translate("Parameters", "Count only what the layer's filter and selection leave")
    add(QgsProcessingParameterBoolean("USE_LAYER_FILTER", label, defaultValue=False, optional=True))


def add_periods(add: Callable[[QgsProcessingParameterDefinition], Any], pair: bool) -> None:
    """PERIODS, or PERIOD_A and PERIOD_B; empty: the last two half-years that the file covers."""
    hint = translate("Parameters", "such as 2023-H1, 2023, 2023-06 or 2023-01-01/2023-06-30")
    if pair:
        earlier, later = translate("Parameters", "Earlier period"), translate("Parameters", "Later period")
        add(QgsProcessingParameterString("PERIOD_A", f"{earlier} ({hint})", optional=True))
        add(QgsProcessingParameterString("PERIOD_B", f"{later} ({hint})", optional=True))
    else:
        periods = translate("Parameters", "Periods, separated by ;")
        add(QgsProcessingParameterString("PERIODS", f"{periods} ({hint})", optional=True))


def add_selection(add: Callable[[QgsProcessingParameterDefinition], Any]) -> None:
    """Who and what, and the rarer conditions as advanced parameters."""
    text, choice, count = (
        QgsProcessingParameterString,
        QgsProcessingParameterEnum,
        QgsProcessingParameterNumber,
    )
    types = translate("Parameters", "Event types, separated by ; (* for all)")
    add(text("EVENT_TYPES", types, defaultValue="; ".join(VIOLENT_TYPES), optional=True))
    add(text("ACTOR_GROUPS", translate("Parameters", "Groups or families, separated by ;"), optional=True))
    advanced = (
        text("DATASET", translate("Parameters", "Dataset"), optional=True),
        text("SUB_EVENT_TYPES", translate("Parameters", "Sub-event types, separated by ;"), optional=True),
        _choice(choice, "ROLE", translate("Parameters", "Side of the groups"), ROLES),
        text("AGAINST", translate("Parameters", "Groups or families on the opposite side"), optional=True),
        _choice(choice, "CIVILIANS", translate("Parameters", "Events against civilians"), CIVILIANS),
        text(
            "WHERE", translate("Parameters", "Only in these regions or zones, separated by ;"), optional=True
        ),
        text("COUNTRIES", translate("Parameters", "Only in these countries, separated by ;"), optional=True),
        _number(
            count,
            "GEO_PRECISION_MAX",
            translate("Parameters", "Place precision at most"),
            PRECISION_MAX,
            1,
            3,
        ),
        _number(
            count,
            "TIME_PRECISION_MAX",
            translate("Parameters", "Date precision at most"),
            PRECISION_MAX,
            1,
            3,
        ),
        _number(
            count, "MIN_FATALITIES", translate("Parameters", "At least this many fatalities"), 0, 0, 1_000_000
        ),
    )
    for parameter in advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        add(parameter)


def add_regions(add: Callable[[QgsProcessingParameterDefinition], Any], advanced: bool = False) -> None:
    """The polygons that events are counted in, and where an event's region is read from."""
    parameters = (
        QgsProcessingParameterVectorLayer(
            "REGIONS",
            translate("Parameters", "Regions (empty: QGIS's own world map)"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        QgsProcessingParameterField(
            "REGION_FIELD",
            translate("Parameters", "Field with the regions' names"),
            parentLayerParameterName="REGIONS",
            optional=True,
        ),
        _choice(
            QgsProcessingParameterEnum,
            "REGION_FROM",
            translate("Parameters", "An event's region comes from"),
            (POLYGON, COLUMN),
        ),
    )
    for number, parameter in enumerate(parameters):
        if advanced or number == 2:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        add(parameter)


def _choice(kind: type, name: str, label: str, options: tuple[str, ...]) -> QgsProcessingParameterDefinition:
    return kind(
        name, label, options=list(options), defaultValue=options[0], optional=True, usesStaticStrings=True
    )


def _number(
    kind: type, name: str, label: str, default: int, low: int, high: int
) -> QgsProcessingParameterDefinition:
    integer = QgsProcessingParameterNumber.Type.Integer
    return kind(name, label, integer, defaultValue=default, optional=True, minValue=low, maxValue=high)


def text_of(parameters: Mapping[str, Any], name: str, default: str = "") -> str:
    """A text parameter; a list, as scripts like to give, is its items with ; between them.

    Raises
    ------
    FlashpointsError : for what is neither text, number nor list.
    """
    value = parameters.get(name)
    if isinstance(value, (list, tuple)):
        return ";".join(str(item) for item in value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return default
    if isinstance(value, (str, int, float)):
        return str(value)
    raise FlashpointsError(
        translate("Parameters", "This is no text."),
        name,
        translate("Parameters", "Give text with ; between its parts."),
    )


def read_periods(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> tuple[Period, ...]:
    """The periods asked for, in the order written; empty when none is."""
    if algorithm.parameterDefinition("PERIODS"):
        return tuple(parse_periods(text_of(parameters, "PERIODS")))
    written = [text_of(parameters, name) for name in ("PERIOD_A", "PERIOD_B")]
    return tuple(parse_period(text) for text in written if text)


def read_selection(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    actors: ActorTable,
) -> Selection:
    """The selection that the parameters of a run describe.

    Raises
    ------
    FlashpointsError : in plain words, for a word that is none of the choices.
    """
    plain: dict[str, Any] = {name: text_of(parameters, name) for name in _TEXTS}
    plain.update({name: algorithm.parameterAsEnumString(parameters, name, context) for name in _CHOICES})
    plain.update({name: algorithm.parameterAsInt(parameters, name, context) for name in _LIMITS})
    return selection_of(plain, actors, read_periods(algorithm, parameters))


def selection_of(
    parameters: Mapping[str, Any], actors: ActorTable, periods: Sequence[Period] | None = None
) -> Selection:
    """The selection that plain values describe, by the names of the parameters; what is missing restricts nothing.

    periods : where they are known already; None: as written under PERIODS, or PERIOD_A and PERIOD_B.

    Raises
    ------
    FlashpointsError : in plain words, for a word that is none of the choices.
    """

    def text(name: str) -> str:
        return text_of(parameters, name)

    def limit(name: str) -> int:
        return int(parameters.get(name, _LIMITS[name]))

    written = (text("PERIODS"), text("PERIOD_A"), text("PERIOD_B"))
    return Selection(
        periods=tuple(parse_periods(";".join(filter(None, written))) if periods is None else periods),
        dataset=text("DATASET").strip() or None,
        event_types=parse_event_types(text("EVENT_TYPES")),
        sub_event_types=split_list(text("SUB_EVENT_TYPES")),
        actor_groups=tuple(sorted(actors.expand(split_list(text("ACTOR_GROUPS"))))),
        role=text("ROLE") or ROLES[0],
        against=tuple(sorted(actors.expand(split_list(text("AGAINST"))))),
        civilians=text("CIVILIANS") or CIVILIANS[0],
        where=split_list(text("WHERE")),
        countries=split_list(text("COUNTRIES")),
        geo_precision_max=limit("GEO_PRECISION_MAX"),
        time_precision_max=limit("TIME_PRECISION_MAX"),
        min_fatalities=limit("MIN_FATALITIES"),
    )
