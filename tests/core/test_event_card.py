# SPDX-License-Identifier: GPL-2.0-or-later
"""The card of one event: what it says, what it leaves out, and how it says what is not known."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.event_card import Labels, group_words, make_card
from flashpoints.plugin.core.rulings import Ruling, standings

LABELS = Labels(
    {"Battles": "Combats"}, {"Armed clash": "Affrontement armé"},
    {"jnim": "JNIM (GSIM)", "isgs": "EIS", "wagner": "Groupe Wagner", "civilians": "Civils"},
    {"militant_islamist": "Groupes islamistes militants", "russian_forces": "Forces russes", "civilians": "Civils"},
    {"jnim": "militant_islamist", "isgs": "militant_islamist", "wagner": "russian_forces", "civilians": "civilians"},
)  # fmt: skip


def event(**changes: Any) -> dict[str, Any]:
    full = {
        "event_id": "MLI1", "event_date": datetime.date(2023, 2, 3), "time_precision": 1, "event_type": "Battles",
        "sub_event_type": "Armed clash", "actor1": "Katiba X", "assoc_actor_1": "Group Y", "actor2": "Company Z",
        "side_1_groups": ";jnim;isgs;", "side_2_groups": ";wagner;", "country": "Mali", "admin1": "Mopti",
        "admin2": "Mopti", "location": "Konna", "geo_precision": 1, "fatalities": 3, "source": "A paper",
        "source_scale": "National", "dataset": "ACLED", "notes": "What happened.",
    }  # fmt: skip
    return {**full, **changes}


def lines(**changes: Any) -> dict[str, tuple[str, ...]]:
    card = make_card(event(**changes), LABELS)
    return {line.label: (line.text, *line.under) for line in card.lines}


def test_a_whole_event() -> None:
    card = make_card(event(), LABELS)
    assert card.title == "Combats · Affrontement armé"
    assert {line.label: (line.text, *line.under) for line in card.lines} == {
        "When": ("3 February 2023",),
        "Where": ("Konna, Mopti, Mali", "at the place itself"),
        "Actor 1": ("Katiba X", "with Group Y", "JNIM (GSIM), EIS (Groupes islamistes militants)"),
        "Actor 2": ("Company Z", "Groupe Wagner (Forces russes)"),
        "Reported fatalities": ("3",),
        "Source": ("A paper", "scale: National"),
    }
    assert (card.notes, card.foot) == ("What happened.", "MLI1 · ACLED")


@pytest.mark.parametrize("nothing", [None, float("nan"), "", "  "])
def test_what_is_empty_has_no_line(nothing: Any) -> None:
    whole = event()
    bare = dict.fromkeys(whole, nothing)
    card = make_card(bare, LABELS)
    assert [(line.label, line.text) for line in card.lines] == [("Reported fatalities", "unknown")]
    assert (card.title, card.notes, card.foot) == ("Event", "", "")
    assert make_card({}, LABELS).lines == ()


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"fatalities": 0}, "0"),
        ({"fatalities": None}, "unknown"),
        ({"fatalities": math.nan}, "unknown"),
        ({"fatalities": 1200}, "1,200"),
        ({"fatalities": 3, "fatalities_low": 2, "fatalities_high": 6}, "3 (between 2 and 6)"),
        ({"fatalities": 3, "fatalities_low": 3, "fatalities_high": 3}, "3"),
        ({"fatalities": None, "fatalities_low": 0, "fatalities_high": 6}, "unknown (between 0 and 6)"),
        ({"fatalities": "many"}, "unknown"),
    ],
)
def test_fatalities(values: dict[str, Any], text: str) -> None:
    assert lines(**values)["Reported fatalities"] == (text,)


@pytest.mark.parametrize(
    ("values", "under"),
    [
        ({"geo_precision": 2}, ("near the place, or in the area round it",)),
        ({"geo_precision": 3}, ("placed to the provincial capital or a natural place only",)),
        ({"geo_precision": 3, "area_only": True}, ("placed to a region or country only",)),
        ({"geo_precision": None, "area_only": 0}, ()),
    ],
)
def test_precision_of_place_in_words(values: dict[str, Any], under: tuple[str, ...]) -> None:
    assert lines(**values)["Where"][1:] == under


def test_dates() -> None:
    later = datetime.date(2023, 2, 7)
    assert lines(end_date=later, time_precision=2)["When"] == (
        "3 February 2023 to 7 February 2023", "the week is known, not the day"
    )  # fmt: skip
    assert lines(end_date=datetime.date(2023, 2, 3), time_precision=3)["When"] == (
        "3 February 2023", "the month is known, not the day"
    )  # fmt: skip
    assert lines(event_date="some day in May")["When"] == ("some day in May",)


def test_civilian_targeting_says_who_says_it() -> None:
    label = "Civilian targeting"
    assert lines(civilian_targeting=label)[label] == ("yes, as the source has it",)
    assert lines(civilian_targeting=label, targeting_derived=True)[label][0].startswith("yes, derived")
    assert label not in lines(civilian_targeting=None)


def test_groups_without_sides_stand_on_a_line_of_their_own() -> None:
    found = lines(side_1_groups=None, side_2_groups=None, actor_groups=";jnim;wagner;unknown_one;")
    assert found["Groups"] == (
        "JNIM (GSIM) (Groupes islamistes militants); Groupe Wagner (Forces russes); unknown_one",
    )
    assert found["Actor 2"] == ("Company Z",)
    assert group_words(";civilians;", LABELS) == "Civils"  # the family's name says nothing more


def test_an_actor_without_a_name_and_one_that_is_not_there() -> None:
    assert lines(actor2=None, side_2_groups=None).keys() == lines().keys() - {"Actor 2"}
    assert lines(actor2=None)["Actor 2"] == ("not named", "Groupe Wagner (Forces russes)")


def test_rulings_in_force_are_said_with_the_sources_value() -> None:
    own = event()
    rulings = [
        Ruling("MLI1", "location", "Sevare", "The camp", "A. N.", "Konna", "2024-03-05T10:00:00+00:00"),
        Ruling("MLI1", "admin1", "Gao", "Old", "A. N.", "Kidal", "2024-03-05T10:00:00+00:00"),
        Ruling("MLI1", "exclude", "1", "Twice", "B. N.", "", "2024-03-06T10:00:00+00:00"),
        Ruling("MLI1", "fatalities", "9", "Gone", "B. N.", "3", "2024-03-01", "2024-03-02"),
    ]
    card = make_card(own, LABELS, standings(rulings, pd.DataFrame([own])))
    said = [(line.text, *line.under) for line in card.lines if line.label == "Corrected"]
    assert said == [
        ("Name of the place: “Sevare” holds, the source has “Konna”", "The camp", "A. N., 5 March 2024"),
        ("Region (admin 1): “Gao” holds, the source has “Mopti”", "Old", "A. N., 5 March 2024",
         "to decide: the source has changed it since"),
        ("left out of all figures", "Twice", "B. N., 6 March 2024"),
    ]  # fmt: skip


def test_as_text() -> None:
    text = make_card(event(source=None, source_scale=None), LABELS).as_text().splitlines()
    assert text[:3] == [
        "Combats · Affrontement armé", "When: 3 February 2023", "Where: Konna, Mopti, Mali (at the place itself)"
    ]  # fmt: skip
    assert text[-2:] == ["What happened.", "MLI1 · ACLED"]
