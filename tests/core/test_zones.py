# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of regions, zones and countries."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.zones import CountryTable, ZoneTable, fold
from hypothesis import given
from hypothesis import strategies as st

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ZONES = ZoneTable.from_csv(RESOURCES / "regions.csv")
COUNTRIES = CountryTable.from_csv(RESOURCES / "countries.csv")

# the 19 regions and Bamako since 2023, by zone
MALI = {
    "north": ["Gao", "Kidal", "Menaka", "Taoudenit", "Tombouctou"],
    "centre": ["Mopti", "Segou", "Bandiagara", "Douentza", "San"],
    "south": [
        "Bamako", "Kayes", "Koulikoro", "Sikasso", "Nioro", "Kita", "Nara", "Dioila", "Bougouni", "Koutiala",
    ],
}  # fmt: skip

# Natural Earth's names and codes, as QGIS's world map has them
WORLD = {
    "Mali": "MLI", "Niger": "NER", "Nigeria": "NGA", "Ivory Coast": "CIV", "Guinea": "GIN", "Guinea Bissau": "GNB",
    "Democratic Republic of the Congo": "COD", "Republic of the Congo": "COG", "United Republic of Tanzania": "TZA",
    "United States of America": "USA", "S. Sudan": "SDS", "Swaziland": "SWZ", "Macedonia": "MKD", "Kosovo": "KOS",
    "Republic of Serbia": "SRB", "The Bahamas": "BHS", "West Bank": "PSX", "Gaza Strip": "PSX", "Curaçao": "CUW",
    "Guernsey": "GGY", "France": "FRA", "Myanmar": "MMR", "Russia": "RUS",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ségou", "segou"), ("  GAO ", "gao"), ("Côte d'Ivoire", "cote d ivoire"), ("Côte d’Ivoire", "cote d ivoire"),
        ("Guinea-Bissau", "guinea bissau"), ("Dioïla", "dioila"), ("Se\u0301gou", "segou"), ("a_b", "a b"),
        ("S. Sudan", "s sudan"), ("Straße", "strasse"), ("", ""), (None, ""), ("--", ""),
    ],
)  # fmt: skip
def test_fold(text: str | None, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(f"  {text}.") == fold(text)


def test_the_zones_of_mali() -> None:
    assert [zone.id for zone in ZONES.zones] == ["north", "centre", "south"]
    assert [zone.label_fr for zone in ZONES.zones] == ["Nord", "Centre", "Sud"]
    for zone, names in MALI.items():
        assert set(ZONES.members(zone)) == set(names)
        for name in names:
            assert ZONES.canonical(name, "Mali") == (name, zone)
    assert sum(len(zone.regions) for zone in ZONES.zones) == 20


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Timbuktu", "Tombouctou"), ("TOMBOUCTOU", "Tombouctou"), ("Région de Tombouctou", "Tombouctou"),
        ("Ségou", "Segou"), ("segou region", "Segou"), ("Koulikouro", "Koulikoro"), ("Ménaka", "Menaka"),
        ("Bamako District", "Bamako"), ("District de Bamako", "Bamako"), ("Taoudénit", "Taoudenit"),
        ("Taoudenni", "Taoudenit"), ("Dioïla", "Dioila"), ("Nioro du Sahel", "Nioro"),
    ],
)  # fmt: skip
def test_spellings_and_vintages(spelling: str, name: str) -> None:
    for country in ("Mali", "MALI", None):
        found = ZONES.canonical(spelling, country)
        assert found is not None
        assert found[0] == name
        assert name in MALI[found[1]]


def test_a_region_that_no_zone_names_has_none() -> None:
    for name in ("Sahel", "Est", "", None, "Bougoun"):
        assert ZONES.canonical(name) is None
        assert ZONES.canonical(name, "Mali") is None
    assert ZONES.canonical("Kayes", "Senegal") is None
    with pytest.raises(FlashpointsError, match="north, centre, south"):
        ZONES.members("east")


def test_a_name_in_two_countries_needs_its_country(tmp_path: Path) -> None:
    path = tmp_path / "regions.csv"
    head = "zone,zone_label,zone_label_fr,country,name,aliases\n"
    path.write_text(head + "a,A,A,Mali,Kayes,K\nb,B,B,Senegal,Kayes,\n", encoding="utf-8")
    table = ZoneTable.from_csv(path)
    assert table.canonical("Kayes") is None
    assert table.canonical("K") == ("Kayes", "a")
    assert table.canonical("Kayes", "Senegal") == ("Kayes", "b")
    path.write_text(head + "a,A,A,Mali,Kayes,Kita\nb,B,B,Mali,Kita,\n", encoding="utf-8")
    with pytest.raises(FlashpointsError, match="Kita"):
        ZoneTable.from_csv(path)


def test_tables_that_cannot_be_read(tmp_path: Path) -> None:
    for table in (ZoneTable, CountryTable):
        with pytest.raises(FlashpointsError, match="absent"):
            table.from_csv(tmp_path / "absent.csv")
        (tmp_path / "short.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        with pytest.raises(FlashpointsError, match="aliases"):
            table.from_csv(tmp_path / "short.csv")
    (tmp_path / "twice.csv").write_text("a3,name,aliases\nAAA,A,X\nBBB,B,x\n", encoding="utf-8")
    with pytest.raises(FlashpointsError, match="two places"):
        CountryTable.from_csv(tmp_path / "twice.csv")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mali", "MLI"), ("mali ", "MLI"), ("Niger", "NER"), ("Nigeria", "NGA"), ("Côte d'Ivoire", "CIV"),
        ("Ivory Coast", "CIV"), ("Democratic Republic of Congo", "COD"), ("DR Congo (Zaire)", "COD"), ("Congo", "COG"),
        ("Republic of Congo", "COG"), ("Tanzania", "TZA"), ("United States", "USA"), ("South Sudan", "SDS"),
        ("eSwatini", "SWZ"), ("Kingdom of eSwatini (Swaziland)", "SWZ"), ("North Macedonia", "MKD"),
        ("Serbia (Yugoslavia)", "SRB"), ("Bahamas", "BHS"), ("Palestine", "PSX"), ("Curacao", "CUW"),
        ("Guinea-Bissau", "GNB"), ("Bailiwick of Guernsey", "GGY"), ("Reunion", "FRA"), ("Myanmar (Burma)", "MMR"),
        ("Russia (Soviet Union)", "RUS"), ("Kosovo", "KOS"),
        ("Atlantis", None), ("", None), (None, None), ("Turkey", None),
    ],
)  # fmt: skip
def test_country_codes(name: str | None, code: str | None) -> None:
    assert COUNTRIES.a3(name, WORLD) == code


def test_codes_are_those_of_the_layer_at_hand() -> None:
    assert COUNTRIES.a3("South Sudan", {"S. Sudan": "SSD"}) == "SSD"
    assert COUNTRIES.a3("S. Sudan", {"South Sudan": "SSD"}) == "SSD"
    assert COUNTRIES.a3("Tanzania", {"Some other name": "TZA"}) == "TZA"
    assert COUNTRIES.a3("Tanzania", {"Mali": "MLI"}) is None
    assert COUNTRIES.a3("Mali", {}) is None


def test_every_country_of_the_real_sample_is_on_the_world_map(acled_world: Path) -> None:
    gdal = pytest.importorskip("osgeo.gdal")
    gdal.UseExceptions()
    world_map = Path("/usr/share/qgis/resources/data/world_map.gpkg")
    if not world_map.is_file():
        pytest.skip("QGIS's world map is not where Debian puts it")
    source = gdal.OpenEx(str(world_map), gdal.OF_READONLY | gdal.OF_VECTOR, open_options=["IMMUTABLE=YES"])
    known = {
        feature["admin"]: feature["adm0_a3"]
        for feature in source.GetLayerByName("states_provinces")
        if feature["admin"]
    }
    assert WORLD.items() <= known.items()
    with acled_world.open(encoding="utf-8", newline="") as file:
        names = {row["country"] for row in csv.DictReader(file)}
    assert [name for name in sorted(names) if COUNTRIES.a3(name, known) is None] == []
    assert COUNTRIES.a3("Mali", known) == "MLI"
    assert ZONES.canonical("Timbuktu", "Mali") == ("Tombouctou", "north")
