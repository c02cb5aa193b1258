# SPDX-License-Identifier: GPL-2.0-or-later
"""Recipes and key figures: periods as of a date, numbers as a language writes them, and what may be said of them."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flashpoints.plugin.core.brief_parts import OTHERS, chart_span, monthly_counts, region_table
from flashpoints.plugin.core.comparison import compare
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.figure_words import share_sentence
from flashpoints.plugin.core.figures import (
    Ask,
    change_areas,
    comparison_figure,
    footprint_figure,
    ring_figure,
)
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.recipes import Recipe, load_recipe
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.core.rings import ring_counts
from flashpoints.plugin.core.schema import EVENT_TYPES, VIOLENT_TYPES

H1, H2 = parse_period("2023-H1"), parse_period("2022-H2")
WHOLE = Period(datetime.date(2017, 1, 1), datetime.date(2023, 6, 30))
RING = {"id": "ring", "kind": "ring", "place": {"name": "Bamako"}, "radius_km": 150}
FOOTPRINT = {"id": "footprint", "kind": "footprint", "size_km": 2.5}
COMPARISON = {"id": "comparison", "kind": "comparison", "share_of": "centre"}


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return load_recipe(RESOURCES / "recipes" / "brief.json")


def ask(recipe: Recipe, language: str = "en", coverage: Period = WHOLE, **more: Any) -> Ask:
    given = {"country": "Mali", "event_types": VIOLENT_TYPES, **more}
    return Ask(recipe.words(language), H2, H1, coverage, **given)


def events(days: Sequence[str], longitude: float = -8.0, latitude: float = 12.6, **more: Any) -> pd.DataFrame:
    """Events on the given days, all at one place just outside Bamako's centre."""
    frame = pd.DataFrame({"event_date": pd.to_datetime(list(days))})
    return frame.assign(longitude=longitude, latitude=latitude, geo_precision=1.0, fatalities=0.0, **more)


def spread(period: Period, count: int) -> list[str]:
    """So many days of a period, evenly apart."""
    return [
        (period.start + datetime.timedelta(days=i * period.days // count)).isoformat() for i in range(count)
    ]


def rings(later: int, earlier: int, coverage: Period = WHOLE) -> pd.DataFrame:
    frame = events(spread(H1, later) + spread(H2, earlier))
    centre = pd.DataFrame({"name": ["Bamako"], "lon": [-8.0029], "lat": [12.6392]})
    return ring_counts(frame, centre, [150], [H2, H1], coverage=coverage)


def compared(counts: dict[str, tuple[int, int]]) -> pd.DataFrame:
    """A comparison by region from (earlier, later) counts."""
    parts = [events(spread(H2, a) + spread(H1, b)).assign(name=name) for name, (a, b) in counts.items()]
    frame = pd.concat(parts, ignore_index=True)
    return compare(frame, list(counts), H2, H1, all_events=frame, coverage=WHOLE)


# -- periods ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "earlier", "later"),
    [
        (None, "2022-H2", "2023-H1"),
        ("2023-06-29", "2022-H1", "2022-H2"),
        ("2022-12-31", "2022-H1", "2022-H2"),
        ("2018-07-15", "2017-H2", "2018-H1"),
        ("2017-12-31", "2017-H1", "2017-H2"),
        ("2017-11-02", "2017-Q2", "2017-Q3"),  # 2016 is not covered: the last two quarters instead
    ],
)
def test_half_years_as_of_a_date(recipe: Recipe, as_of: str | None, earlier: str, later: str) -> None:
    day = datetime.date.fromisoformat(as_of) if as_of else None
    assert recipe.periods(WHOLE, day) == (parse_period(earlier), parse_period(later))


def test_a_file_of_one_half_year_compares_its_two_quarters(recipe: Recipe) -> None:
    half = Period(datetime.date(2022, 1, 1), datetime.date(2022, 6, 30))
    assert recipe.periods(half) == (parse_period("2022-Q1"), parse_period("2022-Q2"))


@pytest.mark.parametrize("day", ["2016-12-31", "2025-01-01"])
def test_a_date_that_the_events_do_not_cover_is_refused_in_words(recipe: Recipe, day: str) -> None:
    with pytest.raises(FlashpointsError, match="2017-01-01 to 2023-06-30"):
        recipe.periods(WHOLE, datetime.date.fromisoformat(day))


def test_twelve_months_and_named_periods() -> None:
    recipe = Recipe(
        {"id": "x", "figures": [], "texts": {}, "periods": {"later": "last_12_months", "earlier": "2021"}}
    )
    assert recipe.periods(WHOLE) == (parse_period("2021"), parse_period("P12M/2023-06-30"))


# -- languages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "thousands", "ratio", "change", "period", "within", "short"),
    [
        ("en", "6,150", "3.25", "+18", "January to June 2023", "from January to June 2023", "H1 2023"),
        ("fr", "6\u202f150", "3,25", "+18", "janvier à juin 2023", "de janvier à juin 2023", "S1 2023"),
    ],
)
def test_numbers_and_periods_of_a_language(
    recipe: Recipe,
    language: str,
    thousands: str,
    ratio: str,
    change: str,
    period: str,
    within: str,
    short: str,
) -> None:
    words = recipe.words(language)
    assert words.number(6150) == thousands
    assert words.ratio(3.25304) == ratio
    assert words.percent(0.182) == change
    assert (words.period(H1), words.in_period(H1), words.short_period(H1)) == (period, within, short)


def test_ratios_carry_about_three_digits(recipe: Recipe) -> None:
    words = recipe.words("en")
    assert [words.ratio(x) for x in (0.004, 1.13874, 11.35414, 46.86, 123.4)] == [
        "0.00",
        "1.14",
        "11.35",
        "46.9",
        "123",
    ]
    assert words.ratio(math.nan) == words.number(None) == "–"
    assert words.number(-2.5, 1) == "−2.5"


@pytest.mark.parametrize(
    ("text", "en", "fr"),
    [
        ("2022", "in 2022", "en 2022"),
        ("2023-06", "in June 2023", "en juin 2023"),
        ("2022-07-01/2023-06-30", "from July 2022 to June 2023", "de juillet 2022 à juin 2023"),
        ("2023-01-03/2023-06-28", "from 3 January 2023 to 28 June 2023", "du 3 janvier 2023 au 28 juin 2023"),
    ],
)
def test_periods_within_a_sentence(recipe: Recipe, text: str, en: str, fr: str) -> None:
    assert recipe.words("en").in_period(parse_period(text)) == en
    assert recipe.words("fr").in_period(parse_period(text)) == fr


def test_zero_is_plural_in_english_and_singular_in_french(recipe: Recipe) -> None:
    assert [recipe.words("en").noun("event", n) for n in (0, 1, 2)] == ["events", "event", "events"]
    assert [recipe.words("fr").noun("event", n) for n in (0, 1, 2)] == [
        "événement",
        "événement",
        "événements",
    ]


def test_both_languages_hold_the_same_texts_with_the_same_placeholders(recipe: Recipe) -> None:
    """A sentence that one language lacks would stop a brief at the end of its work."""

    def leaves(texts: Any, path: str = "") -> dict[str, frozenset[str]]:
        if isinstance(texts, dict):
            found: dict[str, frozenset[str]] = {}
            for key, value in texts.items():
                found.update(leaves(value, f"{path}.{key}"))
            return found
        marks = json.dumps(texts).replace("{", "}").split("}")[1::2]
        return {path: frozenset(marks)}

    texts = {
        name: {k: v for k, v in part.items() if k != "in_country"}
        for name, part in recipe.content["texts"].items()
    }
    assert leaves(texts["en"]) == leaves(texts["fr"])


# -- the ring --------------------------------------------------------------------------------------------------


def test_ring_prints_the_reference_ratio_and_interval(recipe: Recipe) -> None:
    """16 in 181 days against 5 in 184: field.md section 4."""
    figure = ring_figure(ask(recipe), RING, rings(16, 5))
    assert figure.headline == "16"
    assert figure.sentence == (
        "events within 150 km of Bamako, against 5 from July to December 2022: × 3.25, 95 % interval 1.14 to 11.35."
    )
    assert "p 0.024" in figure.note
    assert (figure.numerator, figure.denominator, figure.definition_id) == (16, 5, "ring-geodesic/1")
    assert [round(x, 5) for x in (figure.value, figure.low, figure.high)] == [3.25304, 1.13874, 11.35414]


def test_ring_in_french(recipe: Recipe) -> None:
    figure = ring_figure(ask(recipe, "fr"), RING, rings(16, 5))
    assert (
        "contre 5 de juillet à décembre 2022 : × 3,25, intervalle à 95 % de 1,14 à 11,35." in figure.sentence
    )


def test_a_change_within_chance_says_so(recipe: Recipe) -> None:
    assert "Chance alone could explain it" in ring_figure(ask(recipe), RING, rings(9, 3)).sentence
    assert "Chance alone" not in ring_figure(ask(recipe), RING, rings(16, 5)).sentence


def test_nothing_against_nothing_is_no_ratio(recipe: Recipe) -> None:
    figure = ring_figure(ask(recipe), RING, rings(0, 0))
    assert figure.state == "none"
    assert figure.sentence.startswith("No events within 150 km of Bamako")
    assert "×" not in figure.sentence + figure.note
    assert math.isnan(figure.value)


def test_from_zero_has_a_lower_limit_only(recipe: Recipe) -> None:
    figure = ring_figure(ask(recipe), RING, rings(7, 0))
    assert figure.state == "from_zero"
    assert "from 0" in figure.sentence
    assert "or more" in figure.sentence
    assert math.isnan(figure.value)
    assert math.isnan(figure.high)
    assert figure.low > 1


def test_a_period_outside_the_file_is_not_covered_and_not_zero(recipe: Recipe) -> None:
    coverage = Period(datetime.date(2023, 1, 1), datetime.date(2023, 6, 30))
    figure = ring_figure(ask(recipe, coverage=coverage), RING, rings(16, 0, coverage))
    assert figure.state == "not_covered"
    assert figure.sentence.endswith("The file does not cover July to December 2022.")


def test_a_period_covered_in_part_is_said(recipe: Recipe) -> None:
    coverage = Period(datetime.date(2022, 10, 1), datetime.date(2023, 6, 30))
    figure = ring_figure(ask(recipe, coverage=coverage), RING, rings(16, 8, coverage))
    assert "92 of the 184 days of July to December 2022" in figure.note


def test_wider_counts_stand_beside_the_default(recipe: Recipe) -> None:
    figure = ring_figure(ask(recipe), RING, rings(16, 5), rings(21, 9), rings(34, 20))
    assert "21 with protests, riots and strategic developments (9 before)." in figure.note
    assert "All actors and types: 34 (20 before)." in figure.note
    everything = ring_figure(
        ask(recipe, event_types=EVENT_TYPES), RING, rings(16, 5), rings(16, 5), rings(34, 20)
    )
    assert "protests" not in everything.note


def test_events_placed_only_to_a_wider_area_are_said(recipe: Recipe) -> None:
    table = rings(16, 5)
    table.loc[table["period"] == "2023-H1", "events_gp3"] = 4
    assert "4 of 16 placed only to a wider area." in ring_figure(ask(recipe), RING, table).note


# -- footprint -------------------------------------------------------------------------------------------------


def footprints(later: float, earlier: float) -> pd.DataFrame:
    rows = [
        ("(all)", "2022-H2", earlier, 270),
        ("(all)", "2023-H1", later, 320),
        ("Mopti", "2023-H1", 99.0, 5),
    ]
    return pd.DataFrame(rows, columns=["region", "period", "footprint_km2", "locations"])


def test_footprint_prints_areas_change_and_what_it_owes_to_the_radius(recipe: Recipe) -> None:
    sizes = pd.DataFrame(
        [
            ("discs", size, "1-3", period, area)
            for size, areas in ((1.0, (100, 112)), (10.0, (1000, 1240)))
            for period, area in zip(("2022-H2", "2023-H1"), areas)
        ]
        + [("grid", 10.0, "1-3", "2022-H2", 1.0), ("grid", 10.0, "1-3", "2023-H1", 9.0)],
        columns=["method", "size_km", "precision", "period", "footprint_km2"],
    )
    figure = footprint_figure(ask(recipe), FOOTPRINT, footprints(6150, 5200), sizes)
    assert figure.headline == "6,150 km²"
    assert (
        "(2.5 km round each place), against 5,200 km² from July to December 2022: +18 %." in figure.sentence
    )
    assert "With radii from 1 to 10 km: +12 % to +24 %." in figure.note
    assert "320 places, 270 before" in figure.note
    assert (round(figure.value, 4), figure.definition_id) == (1.1827, "footprint-discs/1")


def test_footprint_from_nothing_and_of_nothing(recipe: Recipe) -> None:
    assert footprint_figure(ask(recipe), FOOTPRINT, footprints(10, 0)).sentence.endswith("from 0.")
    nothing = footprint_figure(ask(recipe), FOOTPRINT, footprints(0, 0))
    assert nothing.sentence.startswith("No area with recorded events")
    assert nothing.headline == "0 km²"


def test_change_areas_are_those_of_all_regions_or_their_sum() -> None:
    rows = pd.DataFrame(
        [("Mopti", "both", 3.0), ("Gao", "both", 4.0), ("Gao", "newly_recorded", 1.0)],
        columns=["region", "status", "area_km2"],
    )
    assert change_areas(rows) == {"newly_recorded": 1.0, "both": 7.0, "no_longer_recorded": 0.0}
    whole = pd.concat([rows, pd.DataFrame([("(all)", "both", 6.5)], columns=rows.columns)])
    assert change_areas(whole)["both"] == 6.5


# -- comparison and table --------------------------------------------------------------------------------------

ZONES = {"Mopti": "centre", "Ségou": "centre", "Gao": "north", "Kayes": "south"}


def test_comparison_prints_total_share_and_clear_regions(recipe: Recipe) -> None:
    table = compared({"Mopti": (90, 100), "Ségou": (40, 45), "Gao": (50, 50), "Kayes": (5, 55)})
    figure = comparison_figure(ask(recipe), COMPARISON, table, ZONES)
    assert figure.headline == "250"
    assert figure.sentence.startswith("events in Mali, against 185 from July to December 2022: × 1.37")
    # 145 of 250: Wilson's interval by hand, (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)
    p, n, z = 145 / 250, 250, 1.959963985
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    low, high = round(100 * (middle - half)), round(100 * (middle + half))
    assert f"58 % of them in the centre (Mopti, Ségou), interval {low} to {high} %." in figure.sentence
    assert figure.note.startswith("Beyond chance: Kayes (× 11.18).")


def test_share_is_left_out_without_a_region_of_the_zone(recipe: Recipe) -> None:
    table = compared({"Gao": (5, 5)})
    assert share_sentence(ask(recipe), "centre", table, ZONES, 5) == ""
    assert share_sentence(ask(recipe), None, table, ZONES, 5) == ""


def test_table_orders_folds_and_marks(recipe: Recipe) -> None:
    counts = {f"R{i:02}": (i, i) for i in range(12)}
    counts["Kayes"] = (5, 60)
    table = compared({**counts, "(outside)": (1, 2)})
    rows = region_table(ask(recipe), table, None, most=8)
    assert [row.cells[0] for row in rows] == [
        "Region", "Kayes", "R11", "R10", "R09", "R08", "8 other regions", "Outside the regions", "All",
    ]  # fmt: skip
    assert [row.clear for row in rows][1:3] == [True, False]
    assert rows[6].cells[1:3] == (str(sum(range(8))), str(sum(range(8))))
    assert rows[-1].cells[1:3] == (str(66 + 5 + 1), str(66 + 60 + 2))


def test_table_says_no_events_from_zero_and_areas(recipe: Recipe) -> None:
    areas = pd.DataFrame(
        [
            ("Gao", "2022-H2", 10.0),
            ("Gao", "2023-H1", 20.0),
            ("Kidal", "2022-H2", 0.0),
            ("Kidal", "2023-H1", 5.0),
        ],
        columns=["region", "period", "footprint_km2"],
    )
    rows = region_table(ask(recipe), compared({"Gao": (0, 0), "Kidal": (0, 4)}), areas)
    cells = {row.cells[0]: row.cells for row in rows}
    assert cells["Gao"][3:] == ("no events", "", "10", "20")
    assert cells["Kidal"][3] == "from 0"
    assert cells["Kidal"][4].endswith("or more")
    assert len({len(row.cells) for row in rows}) == 1


def test_months_are_counted_whole_and_by_class() -> None:
    days = ["2023-01-01", "2023-01-31", "2023-03-15", "2023-03-16", "2023-07-01"]
    frame = events(days, lead_group=["jnim", "isgs", "jnim", None, "jnim"])
    table = monthly_counts(
        frame, Period(datetime.date(2023, 1, 1), datetime.date(2023, 3, 31)), {"jnim": "J", "isgs": "I"}
    )
    assert list(table.columns) == ["J", "I", OTHERS]
    assert table.to_numpy().tolist() == [[1, 1, 0], [0, 0, 0], [1, 0, 1]]
    empty = monthly_counts(frame.head(0), Period(datetime.date(2023, 1, 1), datetime.date(2023, 3, 31)), {})
    assert empty.to_numpy().sum() == 0
    assert len(empty) == 3


def test_chart_reaches_back_as_far_as_asked_and_covered() -> None:
    assert chart_span(H1, WHOLE, 36).iso == "2020-07-01/2023-06-30"
    assert chart_span(H1, Period(datetime.date(2022, 5, 1), WHOLE.end), 36).iso == "2022-05-01/2023-06-30"


# -- recipes that are none -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("{", "not valid JSON"),
        ("[]", "not a recipe"),
        ('{"format": "flashpoints-recipe/1", "id": "x"}', "figures, texts"),
        ('{"format": "flashpoints-recipe/1", "id": "x", "texts": {}, "figures": [{"kind": "pie"}]}', "pie"),
    ],
)
def test_what_is_no_recipe_is_refused_in_words(tmp_path: Path, content: str, word: str) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FlashpointsError, match=word):
        load_recipe(path)


def test_a_missing_language_text_or_placeholder_is_named(recipe: Recipe) -> None:
    with pytest.raises(FlashpointsError, match="“pt”"):
        recipe.words("pt")
    with pytest.raises(FlashpointsError, match="ring.nothing"):
        recipe.words("en")("ring.nothing")
    with pytest.raises(FlashpointsError, match="placeholder"):
        recipe.words("en")("ring.coarse", n=1)
