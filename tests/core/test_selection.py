# SPDX-License-Identifier: GPL-2.0-or-later
"""The selection: each condition against rows whose answer is known by reading them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.schema import EVENT_TYPES, VIOLENT_TYPES
from flashpoints.plugin.core.selection import Selection, in_period, parse_event_types, split_list

B, X, V, P, S = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Strategic developments",
)

T = "Civilian targeting"

ROWS = [
    # id, type, side 1, side 2, families 1, families 2, targeting, country, geo, time, dead, dataset
    ("a", B, ";jnim;", ";military;", ";militant_islamist;", ";state_forces;", None, "Mali", 1, 1, 3, "ACLED"),
    ("b", V, ";isgs;", ";civilians;", ";militant_islamist;", ";civilians;", T, "Mali", 2, 1, None, "ACLED"),
    ("c", B, ";jnim;isgs;", ";military;", ";militant_islamist;", ";state_forces;", None, "Niger", 3, 2, 0, "ACLED"),
    ("d", B, ";isgs;", ";jnim;", ";militant_islamist;", ";militant_islamist;", None, "Mali", None, None, 7, "ACLED"),
    ("e", P, ";protesters;", "", ";protesters_rioters;", "", None, "Mali", 1, 1, 0, "ACLED"),
    ("f", X, None, None, None, None, T, "Mali", 2, 3, 1, "UCDP"),
    ("g", S, ";wagner;", "", ";russian_forces;", "", None, "Mali", 1, 1, 0, "ACLED"),
]  # fmt: skip
COLUMNS = [
    "event_id", "event_type", "side_1_groups", "side_2_groups", "side_1_families", "side_2_families",
    "civilian_targeting", "country", "geo_precision", "time_precision", "fatalities", "dataset",
]  # fmt: skip


@pytest.fixture
def frame() -> pd.DataFrame:
    table = pd.DataFrame(ROWS, columns=COLUMNS)
    for column, sides in (("actor_groups", "groups"), ("actor_families", "families")):
        both = table[f"side_1_{sides}"].fillna(";") + table[f"side_2_{sides}"].fillna("").str.lstrip(";")
        table[column] = both
    table.loc[table["event_id"] == "f", ["actor_groups", "actor_families"]] = [
        ";jnim;",
        ";militant_islamist;",
    ]
    table["sub_event_type"] = "Armed clash"
    for column in ("geo_precision", "time_precision", "fatalities"):
        table[column] = table[column].astype(float)
    return table


def kept(frame: pd.DataFrame, **conditions: object) -> str:
    """The ids that a selection of all types keeps, unless types are given."""
    return "".join(
        frame["event_id"][Selection(**{"event_types": EVENT_TYPES, **conditions}).mask(frame).mask]
    )


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({}, "abcdefg"),
        ({"event_types": VIOLENT_TYPES}, "abcdf"),
        ({"actor_groups": ("jnim",)}, "acdf"),
        ({"actor_groups": ("militant_islamist",)}, "abcdf"),
        ({"actor_groups": ("nim",)}, ""),
        ({"actor_groups": ("jnim",), "role": "side_1"}, "ac"),
        ({"actor_groups": ("jnim",), "role": "side_2"}, "d"),
        ({"actor_groups": ("jnim",), "against": ("isgs",)}, "d"),  # c names both on one side: no opponents
        ({"actor_groups": ("isgs",), "against": ("jnim",), "role": "side_1"}, "d"),
        ({"actor_groups": ("isgs",), "against": ("jnim",), "role": "side_2"}, ""),
        ({"actor_groups": ("militant_islamist",), "against": ("state_forces",)}, "ac"),
        ({"against": ("civilians",)}, "b"),
        ({"civilians": "vac"}, "b"),
        ({"civilians": "targeted"}, "bf"),
        ({"countries": ("niger",)}, "c"),
        ({"dataset": "UCDP"}, "f"),
        ({"geo_precision_max": 2}, "abefg"),
        ({"time_precision_max": 1}, "abeg"),
        ({"min_fatalities": 1}, "adf"),
        ({"sub_event_types": ("armed clash",)}, "abcdefg"),
        ({"sub_event_types": ("Abduction",)}, ""),
    ],
)
def test_each_condition(frame: pd.DataFrame, conditions: dict[str, object], ids: str) -> None:
    assert kept(frame, **conditions) == ids


@pytest.mark.parametrize(
    ("conditions", "left_out"),
    [
        ({"geo_precision_max": 2}, {"place precision unknown": 1}),
        ({"time_precision_max": 2}, {"date precision unknown": 1}),
        ({"min_fatalities": 1}, {"fatalities unknown": 1}),
        ({"actor_groups": ("jnim",), "role": "side_1"}, {"sides unknown": 1}),
        ({"actor_groups": ("jnim",), "against": ("isgs",)}, {"sides unknown": 1}),
        ({"actor_groups": ("jnim",)}, {}),
    ],
)
def test_what_cannot_be_judged_is_counted(
    frame: pd.DataFrame, conditions: dict[str, object], left_out: dict[str, int]
) -> None:
    assert Selection(event_types=EVENT_TYPES, **conditions).mask(frame).left_out == left_out


def test_mask_reads_only_the_columns_it_names(frame: pd.DataFrame) -> None:
    selection = Selection(actor_groups=("jnim",), against=("isgs",), min_fatalities=2, countries=("Mali",))
    narrow = selection.mask(frame[list(selection.columns)]).mask
    assert np.array_equal(narrow, selection.mask(frame).mask)


def test_an_empty_frame_is_no_error(frame: pd.DataFrame) -> None:
    assert Selection(actor_groups=("jnim",), min_fatalities=1).mask(frame.head(0)).mask.size == 0


def test_event_types_are_read_in_any_case_and_order() -> None:
    assert parse_event_types("protests; BATTLES") == (B, P)
    assert parse_event_types("") == VIOLENT_TYPES
    assert parse_event_types("*") == EVENT_TYPES
    with pytest.raises(FlashpointsError, match="Violence against civilians"):
        parse_event_types("Battles; Massacres")


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "both"},
        {"role": "side_1"},
        {"civilians": "yes"},
        {"geo_precision_max": 0},
        {"min_fatalities": -1},
    ],
)
def test_a_wrong_choice_is_said(wrong: dict[str, object]) -> None:
    with pytest.raises(FlashpointsError) as caught:
        Selection(**wrong)
    assert caught.value.remedy and caught.value.where == next(iter(wrong)).upper()


def test_both_ends_of_a_period_are_inside() -> None:
    from flashpoints.plugin.core.periods import parse_period

    dates = pd.Series(pd.to_datetime(["2022-12-31", "2023-01-01", "2023-06-30", "2023-07-01", None]))
    assert in_period(dates, parse_period("2023-H1")).tolist() == [False, True, True, False, False]


def test_split_list() -> None:
    assert split_list(" a; b;;a ;") == ("a", "b")
    assert split_list(None) == ()


def test_description_names_every_condition() -> None:
    selection = Selection(
        event_types=(B,), actor_groups=("jnim",), role="side_1", against=("isgs",), civilians="targeted",
        where=("centre",), countries=("Mali",), geo_precision_max=2, time_precision_max=1, min_fatalities=10,
        dataset="ACLED", sub_event_types=("Armed clash",),
    )  # fmt: skip
    words = selection.describe(str.upper)
    for part in (
        B,
        "JNIM",
        "side 1",
        "ISGS",
        "target civilians",
        "centre",
        "Mali",
        "at most 2",
        "at most 1",
        "10",
        "ACLED",
    ):
        assert part in words
    assert Selection(event_types=EVENT_TYPES).describe() == "all event types"
