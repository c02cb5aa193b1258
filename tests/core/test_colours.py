# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of the map can be told apart, also by readers who do not see red and green as others do.

Distance: CIE76 in CIELAB under D65. Eyes: Machado, Oliveira and Fernandes (2009, severity 1.0) in linear RGB, and
Viénot, Brettel and Mollon (1999) as a second opinion.
"""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import numpy as np
import pytest

AT_LEAST = 15.0
GROUPS_AT_LEAST = 15.0
"""For the groups that are shown apart inside a family, beside all families: eleven colours."""

_TO_LMS = np.array([[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]])
_FROM_LMS = np.linalg.inv(_TO_LMS)
_NO_L = np.array([[0, 2.02344, -2.52581], [0, 1, 0], [0, 0, 1]])
_NO_M = np.array([[1, 0, 0], [0.494207, 0, 1.24827], [0, 0, 1]])
EYES = {
    "normal": np.eye(3),
    "protanope (Machado)": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranope (Machado)": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanope (Viénot)": _FROM_LMS @ _NO_L @ _TO_LMS,
    "deuteranope (Viénot)": _FROM_LMS @ _NO_M @ _TO_LMS,
}
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_D65 = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> np.ndarray:
    """Linear RGB, 0 to 1, of #rrggbb in sRGB."""
    values = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIELAB of linear RGB; what an eye's matrix puts outside the screen's range is clipped."""
    ratio = _TO_XYZ @ np.clip(rgb, 0, 1) / _D65
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def nearest(colours: set[str], eye: str) -> tuple[float, str, str]:
    """The two colours that an eye tells apart least, and their distance."""
    matrix = EYES[eye]
    return min(
        (float(np.linalg.norm(lab(matrix @ linear(one)) - lab(matrix @ linear(other)))), one, other)
        for one, other in itertools.combinations(sorted(colours), 2)
    )


def column(root: Path, table: str, name: str = "colour") -> list[dict[str, str]]:
    with (root / "resources" / table).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row[name]]


def test_the_conversion_against_published_values() -> None:
    # white, and sRGB red and green in CIELAB (D65) as colour calculators give them
    assert lab(linear("#FFFFFF")) == pytest.approx([100, 0, 0], abs=0.02)
    assert lab(linear("#FF0000")) == pytest.approx([53.24, 80.09, 67.20], abs=0.05)
    assert lab(linear("#00FF00")) == pytest.approx([87.73, -86.18, 83.18], abs=0.05)
    # greys stay grey to every eye, and red and green come close to each other
    for matrix in EYES.values():
        assert matrix @ np.ones(3) == pytest.approx(np.ones(3), abs=0.01)
    assert (
        nearest({"#B2182B", "#4D7F17"}, "deuteranope (Machado)")[0]
        < nearest({"#B2182B", "#4D7F17"}, "normal")[0] / 2
    )


@pytest.mark.parametrize("eye", EYES)
def test_families_can_be_told_apart(root: Path, eye: str) -> None:
    colours = {row["colour"].upper() for row in column(root, "families.csv")}
    assert len(colours) >= 6
    assert nearest(colours, eye)[0] >= AT_LEAST, nearest(colours, eye)


@pytest.mark.parametrize("eye", EYES)
def test_groups_shown_apart_can_be_told_from_each_other_and_from_the_families(root: Path, eye: str) -> None:
    rows = [*column(root, "families.csv"), *column(root, "actors.csv")]
    colours = {row["colour"].upper() for row in rows}
    assert nearest(colours, eye)[0] >= GROUPS_AT_LEAST, nearest(colours, eye)


@pytest.mark.parametrize("eye", EYES)
def test_event_types_can_be_told_apart(root: Path, eye: str) -> None:
    colours = {row["colour"].upper() for row in column(root, "categories.csv")}
    assert len(colours) == 6
    assert nearest(colours, eye)[0] >= AT_LEAST, nearest(colours, eye)


@pytest.mark.parametrize("eye", EYES)
def test_states_of_a_footprint_can_be_told_apart(root: Path, eye: str) -> None:
    states = ("newly_recorded", "both", "no_longer_recorded")
    colours = {row["colour"] for row in column(root, "styles/look.csv") if row["key"] in states}
    assert len(colours) == 3
    assert nearest(colours, eye)[0] >= AT_LEAST


@pytest.mark.parametrize("eye", EYES)
def test_neighbouring_classes_of_change_can_be_told_apart_and_darken_outwards(root: Path, eye: str) -> None:
    colours = [row["colour"] for row in column(root, "styles/change_classes.csv")]
    middle = len(colours) // 2
    for one, other in zip(colours, colours[1:]):
        assert nearest({one, other}, eye)[0] >= 12, (one, other)
    lightness = [lab(EYES[eye] @ linear(colour))[0] for colour in colours]
    assert lightness[: middle + 1] == sorted(lightness[: middle + 1])
    assert lightness[middle:] == sorted(lightness[middle:], reverse=True)


@pytest.mark.parametrize("eye", EYES)
def test_areas_without_a_ratio_are_not_taken_for_a_class_of_change(root: Path, eye: str) -> None:
    classes = [row["colour"] for row in column(root, "styles/change_classes.csv")]
    others = [
        row["colour"]
        for row in column(root, "styles/look.csv")
        if row["key"] in ("no_events", "not_covered", "from_zero")
    ]
    assert len(others) == 3
    for one, other in itertools.product(others, classes):
        assert nearest({one, other}, eye)[0] >= AT_LEAST, (one, other)
    assert nearest(set(others), eye)[0] >= AT_LEAST


def test_classes_of_change_leave_no_gap_and_mirror_each_other(root: Path) -> None:
    rows = column(root, "styles/change_classes.csv")
    limits = [(float(row["low"]), float(row["high"])) for row in rows]
    assert limits[0][0] == 0 and limits[-1][1] == float("inf")
    assert all(one[1] == other[0] for one, other in zip(limits, limits[1:]))
    inner = [low for low, _ in limits[1:]]
    assert [1 / value for value in reversed(inner)] == pytest.approx(inner)
    for row in rows:
        assert row["label"] and row["label_fr"]


def test_every_event_type_has_a_glyph_of_its_own(root: Path) -> None:
    from flashpoints.plugin.core.schema import EVENT_TYPES, VIOLENT_TYPES

    rows = column(root, "categories.csv", "glyph")
    assert [row["event_type"] for row in rows] == list(EVENT_TYPES)
    assert len({row["glyph"] for row in rows}) == len(EVENT_TYPES)
    assert {row["event_type"] for row in rows if row["violent"] == "1"} == set(VIOLENT_TYPES)
