# SPDX-License-Identifier: GPL-2.0-or-later
"""Key figures where rulings changed a count: each says what the source has, and none does where nothing changed."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from flashpoints.plugin.core.brief_parts import region_table, shows_as_coded
from flashpoints.plugin.core.figures import Ask, comparison_figure, footprint_figure, ring_figure
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.recipes import load_recipe
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.core.schema import VIOLENT_TYPES

H1, H2 = parse_period("2023-H1"), parse_period("2022-H2")
WHOLE = Period(datetime.date(2017, 1, 1), datetime.date(2023, 6, 30))
RING = {"id": "ring", "kind": "ring", "place": {"name": "Bamako"}, "radius_km": 150}
TESTS = {"rate_ratio": 3.2, "rr_low": 1.1, "rr_high": 11.0, "p_value": 0.02}
Pair = tuple[float, float]


def ask(language: str = "en") -> Ask:
    words = load_recipe(RESOURCES / "recipes" / "brief.json").words(language)
    return Ask(words, H2, H1, WHOLE, country="Mali", event_types=VIOLENT_TYPES)


def rings(later: Pair, earlier: Pair) -> pd.DataFrame:
    """Rows of buffercounts: (count, count as coded) of each period."""
    rows = [
        {"period": period.label, "radius_km": 150.0, "events": count, "events_as_coded": coded, "events_gp3": 0.0,
         **TESTS}
        for period, (count, coded) in ((H2, earlier), (H1, later))
    ]  # fmt: skip
    return pd.DataFrame(rows)


def compared(*rows: tuple[str, Pair, Pair]) -> pd.DataFrame:
    """Rows of compareperiods: name, then (count, count as coded) of the later and the earlier period."""
    made = [
        {"name": name, "events_a": a, "events_b": b, "events_a_as_coded": coded_a, "events_b_as_coded": coded_b,
         "rate_ratio": 1.2, "rr_low_disp": 0.9, "rr_high_disp": 1.6, "p_disp": 0.2, "p_adjusted": 0.5,
         "dispersion": 1.0}
        for name, (b, coded_b), (a, coded_a) in rows
    ]  # fmt: skip
    return pd.DataFrame(made)


def test_nothing_is_said_where_nothing_changed() -> None:
    figure = ring_figure(ask(), RING, rings((16, 16), (5, 5)), rings((20, 20), (6, 6)))
    assert "coded" not in figure.sentence + figure.note
    assert (figure.numerator_as_coded, figure.denominator_as_coded) == (16, 5)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "15 (16 as coded by the source) events within 150 km of Bamako, against 6 (5 as coded by the source)",
        ),
        ("fr", "15 (16 selon le codage de la source) "),
    ],
)
def test_15_of_16(language: str, words: str) -> None:
    figure = ring_figure(ask(language), RING, rings((15, 16), (6, 5)))
    assert f"{figure.headline} {figure.sentence}".startswith(words)
    assert (figure.numerator, figure.numerator_as_coded) == (15, 16)


def test_only_the_changed_one_of_two_counts_says_so() -> None:
    sentence = ring_figure(ask(), RING, rings((15, 16), (5, 5))).sentence
    assert "against 5 from July" in sentence and sentence.count("as coded by the source") == 1


@pytest.mark.parametrize(
    ("later", "earlier", "words"),
    [
        ((0, 1), (0, 0), "As coded by the source: 1 (0 before)."),
        ((0, 1), (0, 2), "As coded by the source: 1 (2 before)."),
        ((7, 7), (0, 2), "As coded by the source: 7 (2 before)."),
    ],
)
def test_counts_of_0_that_are_not_printed_are_said_too(later: Pair, earlier: Pair, words: str) -> None:
    assert words in ring_figure(ask(), RING, rings(later, earlier)).sentence


def test_wider_counts_have_theirs() -> None:
    note = ring_figure(ask(), RING, rings((16, 16), (5, 5)), rings((20, 21), (6, 6))).note
    assert "20 with protests" in note and "As coded by the source: 21 (6 before)." in note


def test_the_comparison_and_its_table() -> None:
    rows = compared(
        ("Mopti", (10, 12), (8, 8)),
        ("Gao", (3, 3), (2, 1)),
        ("Kidal", (1, 1), (1, 1)),
        ("(all)", (14, 16), (11, 10)),
    )
    figure = comparison_figure(ask(), {"id": "c"}, rows, {})
    assert f"{figure.headline} {figure.sentence}".startswith("14 (16 as coded by the source) events in Mali")
    assert "against 11 (10 as coded by the source)" in figure.sentence
    table = region_table(ask(), rows, None)
    cells = {row.cells[0]: row.cells[1:3] for row in table[1:]}
    assert cells == {
        "Mopti": ("8", "10 (12)"),
        "Gao": ("2 (1)", "3"),
        "Kidal": ("1", "1"),
        "All": ("11 (10)", "14 (16)"),
    }
    assert shows_as_coded(table)
    folded = region_table(ask(), rows, None, most=3)
    assert folded[-2].cells[1:3] == ("3 (2)", "4")  # Gao and Kidal together
    plain = compared(("Mopti", (10, 10), (8, 8)), ("(all)", (10, 10), (8, 8)))
    assert not shows_as_coded(region_table(ask(), plain, None))


def test_the_area_as_coded_stands_in_the_note() -> None:
    rows = pd.DataFrame(
        {"region": "(all)", "period": [H2.label, H1.label], "footprint_km2": [1000.0, 2000.0],
         "footprint_km2_as_coded": [1000.0, 2019.6], "locations": [10, 20]}
    )  # fmt: skip
    spec = {"id": "footprint", "size_km": 2.5}
    assert "As coded by the source: 2,020 km² (1,000 km² before)." in footprint_figure(ask(), spec, rows).note
    rows["footprint_km2_as_coded"] = rows["footprint_km2"] + 0.2  # less than what is printed
    assert "coded" not in footprint_figure(ask(), spec, rows).note
