# SPDX-License-Identifier: GPL-2.0-or-later
"""What people write: towns, coordinates, kilometres."""

from __future__ import annotations

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.places import load_places
from flashpoints.plugin.gui.choices import find_place, label_of, written
from flashpoints.plugin.gui.numbers import parse_radii, parse_radius


@pytest.mark.parametrize(
    ("text", "longitude", "latitude"),
    [
        ("Bamako (Mali)", -8.0029, 12.6392),
        ("bamako", -8.0029, 12.6392),
        ("-8.0029, 12.6392", -8.0029, 12.6392),
        (" -8.0029 12.6392 ", -8.0029, 12.6392),
        ("12.6392° N, 8.0029° W", -8.0029, 12.6392),
        ("1.5 S, 30.25 e", 30.25, -1.5),
    ],
)
def test_place_is_found(text: str, longitude: float, latitude: float) -> None:
    """By name, or by coordinates that say which is which."""
    place = find_place(text, load_places())
    assert (place.longitude, place.latitude) == (longitude, latitude)


def test_coordinates_are_written_so_that_they_read_back() -> None:
    """What a click on the map writes is what the field reads."""
    for longitude, latitude in ((-8.0029, 12.6392), (12.5, -33.25), (0.0, 0.0)):
        place = find_place(written(longitude, latitude), [])
        assert (place.longitude, place.latitude) == (longitude, latitude)
        assert place.name == written(longitude, latitude)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bamakoo", "is no town of the list"),
        ("", "No centre is chosen"),
        ("500, 12", "no such point on Earth"),
        ("12, -95", "no such point on Earth"),
    ],
)
def test_place_is_refused(text: str, words: str) -> None:
    """With a way out."""
    with pytest.raises(FlashpointsError, match=words) as caught:
        find_place(text, load_places())
    assert "-8.0029, 12.6392" in caught.value.remedy


def test_towns_can_be_told_apart() -> None:
    """No two lines of the list are the same."""
    labels = [label_of(place) for place in load_places()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("text", "radii"),
    [
        ("50, 100, 150", [50, 100, 150]),
        ("150,50", [50, 150]),
        ("50 100", [50, 100]),
        ("2,5; 10", [2.5, 10]),
        ("2.5", [2.5]),
    ],
)
def test_radii(text: str, radii: list[float]) -> None:
    """Commas separate, except beside semicolons."""
    assert parse_radii(text) == radii


@pytest.mark.parametrize("text", ["-5", "abc", "", "0", "50, x", "inf", "nan"])
def test_radii_are_refused(text: str) -> None:
    """In words without code names."""
    with pytest.raises(FlashpointsError) as caught:
        parse_radii(text)
    assert "kilometres" in caught.value.remedy
    assert "RADII" not in str(caught.value)


def test_radius() -> None:
    """A decimal comma is a decimal comma where there is one number."""
    assert parse_radius("2,5") == parse_radius(" 2.5 ") == 2.5
    for text in ("-5", "abc", "1; 2", ""):
        with pytest.raises(FlashpointsError):
            parse_radius(text)
