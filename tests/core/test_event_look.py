# SPDX-License-Identifier: GPL-2.0-or-later
"""The choices of a look, and how they are kept."""

from __future__ import annotations

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.event_look import EventLook, default_look, fitted


def test_a_look_comes_back_as_it_was_kept() -> None:
    look = EventLook("family", False, True, False, True, ("jnim", "wagner"), "cluster", "pies", 1_200_000)
    assert EventLook.from_json(look.to_json()) == look
    assert EventLook.from_json(EventLook().to_json()) == EventLook()


def test_what_a_newer_version_adds_is_left_away() -> None:
    assert EventLook.from_json('{"colour": "family", "glow": true}') == EventLook(colour="family")


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[]", '{"colour": 3}', '{"sizes": "yes"}', '{"shown": "jnim"}']
)
def test_settings_that_are_no_look_are_refused(text: str) -> None:
    with pytest.raises(FlashpointsError, match="cannot be read"):
        EventLook.from_json(text)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"colour": "mood"}, "“mood”.*group, family, event_type"),
        ({"near": "heap"}, "“heap”.*events, offset, cluster"),
        ({"afar": "squares"}, "“squares”.*none, circles, pies"),
        ({"shown": tuple("abcdefg")}, "7 colours cannot be told apart.*at most 6"),
        ({"afar_scale": 0}, "above 0"),
    ],
)
def test_choices_that_are_not_offered_are_refused_in_words(given: dict[str, object], said: str) -> None:
    with pytest.raises(FlashpointsError, match=said):
        EventLook(**given)  # type: ignore[arg-type]


def test_few_events_are_drawn_each_and_many_by_place() -> None:
    assert default_look(608) == EventLook()
    many = default_look(8_000)
    assert (many.near, many.afar) == ("offset", "circles")


def test_a_look_is_fitted_to_the_columns_that_are_there() -> None:
    look = EventLook()
    assert fitted(look, ["lead_group", "fatalities", "civilian_targeting"]) == look
    bare = fitted(look, ["event_id", "event_date", "event_type"])
    assert (bare.colour, bare.sizes, bare.rings, bare.glyphs) == ("event_type", False, False, True)
