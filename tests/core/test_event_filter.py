# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter bar's filter as a value: what it restricts, what it says, and that it comes back from JSON."""

from __future__ import annotations

import datetime
import unicodedata

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.event_filter import NOTHING, EventFilter, from_json, shown_text
from flashpoints.plugin.core.periods import parse_period, provisional_from
from flashpoints.plugin.core.schema import BATTLES, EVENT_TYPES
from flashpoints.plugin.core.text_search import MOST_LETTERS, needles, plain, variants

FULL = EventFilter(
    parse_period("2023-H1"), ("jnim+", "state_forces"), (BATTLES,), 2, 1, 3, 'Ségou "l\'attaque du" 100%'
)


def test_nothing_restricts_nothing() -> None:
    """And says nothing."""
    assert NOTHING.is_empty and NOTHING.parts == () and NOTHING.describe() == ""
    assert EventFilter(text='  "" ').is_empty
    assert NOTHING.selection(lambda ids: ids).event_types == EVENT_TYPES


def test_a_filter_comes_back_from_json() -> None:
    """All of it, and only what restricts is written."""
    assert from_json(FULL.to_json()) == FULL
    assert NOTHING.to_json() == "{}" and from_json("{}") == NOTHING
    assert FULL.without("period", "text").parts == (
        "groups", "event_types", "geo_precision_max", "time_precision_max", "min_fatalities",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "[1]", "7", '{"period": "soon"}', '{"geo_precision_max": 9}', '{"a": 1}', '{"groups": 3}']
)
def test_what_is_no_filter_is_refused(text: str) -> None:
    """One exception for all of it."""
    with pytest.raises(FlashpointsError):
        from_json(text)


def test_a_filter_in_words() -> None:
    """With the names of groups that are handed in."""
    said = FULL.describe(
        {"jnim+": "JNIM and the groups under it", "state_forces": "State forces"}.__getitem__
    )
    for part in (
        "January to June 2023",
        "JNIM and the groups under it",
        "Battles",
        "at most 2",
        "3 fatalities",
    ):
        assert part in said
    assert "Ségou" in said and "jnim" not in said


def test_how_many_show() -> None:
    """With separators."""
    assert shown_text(1204, 9000) == "1,204 of 9,000 events show"
    assert shown_text(9000, 9000) == "All 9,000 events show"
    assert shown_text(1204, None) == "1,204 events show"


def test_words_and_phrases() -> None:
    """Each once, in small letters, without accents; control signs go, and a pasted page is cut."""
    assert needles("Ségou  JNIM ségou") == ("segou", "jnim")
    assert needles('"Katiba Macina" Mopti') == ("katiba macina", "mopti")
    assert needles('left "open phrase') == ("left", "open phrase")
    assert needles("a\x00b\tc") == ("a", "b", "c")
    assert needles("Se\u0301gou") == ("segou",)  # the accent as a letter of its own
    assert sum(map(len, needles("x" * 9999))) == MOST_LETTERS


def test_plain_keeps_the_length_and_every_variant_is_plain_the_same() -> None:
    """Against Python's own table of letters."""
    for code in (*range(0x20, 0x250), 0x2019, 0x627, 0x1F600):
        letter = chr(code)
        assert len(plain(letter)) == 1
        for one in variants(plain(letter)):
            assert plain(one) == plain(letter), (letter, one)
    for letter in "éèêëÉÈÊËēĔ":
        assert letter in variants("e")
        assert unicodedata.normalize("NFD", letter)[0].lower() == "e"
    assert set("eE") < set(variants("e")) and "f" not in variants("e")
    assert variants("%") == "%" and variants("١") == "١"


def test_provisional_weeks() -> None:
    """The last eight weeks of a file, its last day included."""
    end = datetime.date(2023, 6, 30)
    assert (end - provisional_from(end)).days + 1 == 56
