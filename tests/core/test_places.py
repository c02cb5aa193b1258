# SPDX-License-Identifier: GPL-2.0-or-later
"""resources/places.csv: its form, the coordinates that are given, and Mali's towns against a settlement list."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from pyproj import Geod

ROOT = Path(__file__).resolve().parents[2]
SETTLEMENTS = ROOT.parent / "shared" / "data" / "places" / "mali_cod_settlements.csv"
WGS84 = Geod(ellps="WGS84")
Row = dict[str, str]
NEIGHBOURS = ("Mauritania", "Senegal", "Guinea", "Ivory Coast", "Burkina Faso", "Niger", "Algeria")
GIVEN = {
    "Bamako": (-8.0029, 12.6392),
    "Bougouni": (-7.4790, 11.4177),
    "Koulikoro": (-7.5599, 12.8627),
    "Segou": (-6.2157, 13.4317),
    "Kita": (-9.4895, 13.0349),
}
KM_FROM_BAMAKO = {"Bougouni": 146.674, "Koulikoro": 54.088, "Segou": 212.759, "Kita": 167.209}
ACLED_REGIONS = {
    "Bamako", "Gao", "Kayes", "Kidal", "Koulikoro", "Menaka", "Mopti", "Segou", "Sikasso", "Tombouctou",
}  # fmt: skip
# The settlement list of 2015 spells some names otherwise, and has Menaka inside Gao.
SPELLINGS = {
    "Aguelhok": "Aguel-Hoc", "Ambidedi": "Ambidedi Poste", "Anefis": "Anefif", "Araouane": "Araoune",
    "Bamba": "Bamba-Ile", "Baroueli": "Baraoueli", "Beleko": "Beleko-Soba", "Dioungani": "Dioungani-Dogon",
    "Dogofry": "Dogofryba K12", "Madougou": "Madougou-Dogon", "Mondoro": "Mondoro-Habe",
    "Ouenkoro": "Ouonkoro", "Siribala": "Siribala Coura", "Sirakorola": "Siarakorola",
    "Toguere-Koumbe": "Toguere-Coumbe",
}  # fmt: skip
REGION_2015 = {"Menaka": "Gao", "Koulikoro": "Koulikouro"}
UNLISTED = {"Taoudenni"}  # the list of 2015 has no settlement near it
TOLERANCE_KM = 5.0
WIDER_KM = {"Segou": 7.0}  # its coordinates are given (above) and lie in the east of the town


def fold(text: str) -> str:
    """Letters only, without case and accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub("[^a-z]", "", plain.lower())


def distance_km(a: Row, b: Row) -> float:
    return (
        WGS84.inv(float(a["longitude"]), float(a["latitude"]), float(b["longitude"]), float(b["latitude"]))[2]
        / 1000
    )


@pytest.fixture(scope="module")
def places() -> list[Row]:
    with (ROOT / "resources" / "places.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def mali(places: list[Row]) -> list[Row]:
    return [row for row in places if row["country"] == "Mali"]


@pytest.fixture(scope="module")
def settlements() -> list[Row]:
    if not SETTLEMENTS.exists():
        pytest.skip("the list of settlements is not here: ../shared/data/places/mali_cod_settlements.csv")
    with SETTLEMENTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_columns_and_values(places: list[Row]) -> None:
    assert list(places[0]) == ["name", "country", "admin1", "kind", "longitude", "latitude", "label_fr"]
    assert {row["kind"] for row in places} == {"capital", "regional_seat", "cercle_seat", "town"}
    for row in places:
        assert all(value == value.strip() for value in row.values()), row
        assert all(value for column, value in row.items() if column != "label_fr"), row
        assert row["label_fr"] != row["name"], row
        assert -18 <= float(row["longitude"]) <= 16 and 3 <= float(row["latitude"]) <= 37, row
    names = Counter((row["country"], row["name"]) for row in places)
    assert max(names.values()) == 1
    points = Counter((row["longitude"], row["latitude"]) for row in places)
    assert max(points.values()) == 1


def test_mali_its_neighbours_and_the_wider_region_each_with_one_capital(places: list[Row]) -> None:
    capitals = {row["country"]: row["name"] for row in places if row["kind"] == "capital"}
    assert {
        "Mali": "Bamako", "Senegal": "Dakar", "Mauritania": "Nouakchott", "Algeria": "Algiers", "Niger": "Niamey",
        "Burkina Faso": "Ouagadougou", "Ivory Coast": "Yamoussoukro", "Guinea": "Conakry",
    }.items() <= capitals.items()  # fmt: skip
    assert set(capitals) == {row["country"] for row in places}
    assert sum(row["kind"] == "capital" for row in places) == len(capitals)
    of_country = Counter(row["country"] for row in places)
    assert min(of_country[country] for country in NEIGHBOURS) >= 15


def test_french_names_differ_by_their_accents_or_are_other_names(places: list[Row]) -> None:
    other = {row["name"]: row["label_fr"] for row in places if row["label_fr"]}
    assert {"Segou": "Ségou", "Menaka": "Ménaka", "Algiers": "Alger", "Labe": "Labé"}.items() <= other.items()
    folded = {name for name, french in other.items() if fold(name) != fold(french)}
    assert folded == {"Algiers", "Baroueli", "Faladje", "Taoudenni"}


def test_mali_has_its_towns_in_acleds_regions(mali: list[Row]) -> None:
    assert 90 <= len(mali) <= 150
    assert {row["admin1"] for row in mali} == ACLED_REGIONS
    seats = {row["admin1"] for row in mali if row["kind"] in ("regional_seat", "capital")}
    assert seats == ACLED_REGIONS


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_given_coordinates_are_exact(mali: list[Row], name: str) -> None:
    (town,) = [row for row in mali if row["name"] == name]
    assert (float(town["longitude"]), float(town["latitude"])) == GIVEN[name]
    if name in KM_FROM_BAMAKO:
        (bamako,) = [row for row in mali if row["name"] == "Bamako"]
        assert distance_km(bamako, town) == pytest.approx(KM_FROM_BAMAKO[name], abs=0.001)


def test_every_town_is_where_the_settlement_list_has_it(mali: list[Row], settlements: list[Row]) -> None:
    by_name: dict[tuple[str, str], list[Row]] = {}
    for row in settlements:
        by_name.setdefault((fold(row["admin1Name"]), fold(row["name"])), []).append(row)
    wrong = {}
    for town in (row for row in mali if row["name"] not in UNLISTED):
        region = REGION_2015.get(town["admin1"], town["admin1"])
        same = by_name.get((fold(region), fold(SPELLINGS.get(town["name"], town["name"]))), [])
        nearest = min((distance_km(town, row) for row in same), default=float("inf"))
        if nearest > WIDER_KM.get(town["name"], TOLERANCE_KM):
            wrong[town["name"]] = round(nearest, 1)
    assert wrong == {}


def test_no_seat_of_a_cercle_is_missing(mali: list[Row], settlements: list[Row]) -> None:
    seats = [row for row in settlements if row["class"] in ("1", "2", "3")]
    assert len(seats) == 50
    far = [seat["name"] for seat in seats if min(distance_km(seat, town) for town in mali) > 7]
    assert far == []
    named = {row["name"] for row in mali if row["kind"] != "town"}
    near = {min(mali, key=lambda town, seat=seat: distance_km(seat, town))["name"] for seat in seats}
    assert near <= named, near - named
