# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances as people write them, and the names of points."""

from __future__ import annotations

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.places import name_of_point, parse_kilometres


def test_lists_of_kilometres() -> None:
    assert parse_kilometres("150, 50;100, 50", "RADII_KM") == [50.0, 100.0, 150.0]


@pytest.mark.parametrize("text", ["-5", "abc", "0", "50,inf", "nan", "", " ; "])
def test_what_is_no_distance_is_said(text: str) -> None:
    with pytest.raises(FlashpointsError) as caught:
        parse_kilometres(text, "RADII_KM")
    assert caught.value.where == "RADII_KM" and "50,100,150" in caught.value.remedy


def test_a_point_has_the_name_of_the_town_it_is() -> None:
    assert name_of_point(-8.0029, 12.6392) == "Bamako"
    assert name_of_point(-8.3, 12.9) == "12.9000, -8.3000"
