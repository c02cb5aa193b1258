# SPDX-License-Identifier: GPL-2.0-or-later
"""UCDP GED, the Georeferenced Event Dataset of the Uppsala Conflict Data Program (CC BY 4.0).

Fatal events only, dated by ranges. Types of violence: 1 state-based and 2 non-state become Battles, 3 one-sided
becomes Violence against civilians. Precision of place 1 (exact), 2 (within 25 km), 3 (second-order unit) keep their
number; 4 (first-order unit), 5 (a line or a fuzzy area), 6 (the country), 7 (sea or air) become 3 and are known by
area only. Precision of date 1 (the day), 2 and 3 (within a week), 4 (within a month), 5 (more) become 1, 2, 2, 3, 3.
Meanings: UCDP GED Codebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..checks import ByValue, Convert
from ..text import translate
from ..vocabulary import event_types
from .form import Format

_TYPES = {"1": "State-based violence", "2": "Non-state violence", "3": "One-sided violence"}
_PLACE = {"1": 1, "2": 2, "3": 3, "4": 3, "5": 3, "6": 3, "7": 3}
_DATE = {"1": 1, "2": 2, "3": 2, "4": 3, "5": 3}
_AREA_ONLY = {code: int(int(code) >= 4) for code in _PLACE}
_INTER_1 = {"1": "State forces"}  # in state-based violence side A is a government
_INTER_2 = {"3": "Civilians"}


def _coded(meaning: Mapping[str, Any], column: str, unknown: bool = False) -> Convert:
    """A converter by a code; other codes are a problem, or nothing where `unknown` is allowed."""

    def convert(text: str) -> tuple[Any, str]:
        code = text.removesuffix(".0")
        if code in meaning or unknown or not code:
            return meaning.get(code), ""
        return None, translate("Rows", "{column} is out of range").format(column=column)

    return ByValue(convert)


def _type_of_violence() -> Convert:
    return event_types(lambda text: _TYPES.get(text.removesuffix(".0"), text))


FORMAT = Format(
    id="ucdp_ged",
    dataset="UCDP GED",
    title=lambda: translate("Formats", "UCDP GED"),
    columns={
        "event_id": ("id",),
        "event_date": ("date_start",),
        "end_date": ("date_end",),
        "time_precision": ("date_prec",),
        "event_type": ("type_of_violence",),
        "actor1": ("side_a",),
        "inter1": ("type_of_violence",),
        "actor2": ("side_b",),
        "inter2": ("type_of_violence",),
        "region": ("region",),
        "country": ("country",),
        "admin1": ("adm_1",),
        "admin2": ("adm_2",),
        "location": ("where_coordinates",),
        "latitude": ("latitude",),
        "longitude": ("longitude",),
        "geo_precision": ("where_prec",),
        "area_only": ("where_prec",),
        "fatalities": ("best",),
        "fatalities_low": ("low",),
        "fatalities_high": ("high",),
        "source": ("source_article",),
        "tags": ("dyad_name",),
        "notes": ("source_headline", "where_description"),
    },
    required=(
        "event_id",
        "event_date",
        "event_type",
        "actor1",
        "country",
        "latitude",
        "longitude",
        "fatalities",
    ),
    signs=("type_of_violence", "where_prec", "date_prec", "dyad_name", "best"),
    converters={
        "event_type": _type_of_violence,
        "inter1": lambda: _coded(_INTER_1, "type_of_violence", unknown=True),
        "inter2": lambda: _coded(_INTER_2, "type_of_violence", unknown=True),
        "time_precision": lambda: _coded(_DATE, "date_prec"),
        "geo_precision": lambda: _coded(_PLACE, "where_prec"),
        "area_only": lambda: _coded(_AREA_ONLY, "where_prec"),
    },
)
