# SPDX-License-Identifier: GPL-2.0-or-later
"""The synthetic sample: reproducible, plainly synthetic, well coded, and shaped as it promises.

Counted with csv, re and pyproj alone, so that a fault of the plugin cannot hide a fault of the file.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from pyproj import Geod

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "mali_synthetic_2017_2023.csv"
REAL = ROOT.parent / "shared" / "data" / "events" / "acledr_2022h1_world_sample.csv"
WGS84 = Geod(ellps="WGS84")
Row = dict[str, str]
COLUMNS = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,"
    "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
    "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
FAMILY = re.compile("JNIM|Katiba|Ansar Dine|Mourabitoune|AQIM|Ansaroul|Islamic State|Islamist Militia")
ACTORS = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")
CENTRE, SOUTH = {"Mopti", "Segou"}, {"Bamako", "Kayes", "Koulikoro", "Sikasso"}
BAMAKO = (-8.0029, 12.6392)
INTER = {
    "Military Forces of Mali": 1, "Police Forces of Mali": 1, "JNIM": 2, "Katiba": 2, "Ansar": 2, "AQIM": 2,
    "Al Mourabitoune": 2, "Islamic State": 2, "CMA": 2, "HCUA": 2, "MNLA": 2, "Islamist Militia": 3, "GATIA": 3,
    "MSA": 3, "CSP": 3, "Unidentified": 3, "Dan Na": 4, "Dozo": 4, "Fulani Ethnic Militia": 4, "Dogon Communal": 4,
    "Bambara Communal": 4, "Rioters": 5, "Protesters": 6, "Civilians": 7, "MINUSMA": 8, "Wagner": 8,
    "Military Forces of France": 8, "Military Forces of Burkina Faso": 8,
}  # fmt: skip
Events = list[Row]


def generate(*arguments: str) -> None:
    """Run the generator as people do."""
    command = [sys.executable, str(ROOT / "tools" / "make_sample.py"), *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def read(path: Path) -> Events:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def point(row: Row) -> tuple[float, float]:
    return float(row["longitude"]), float(row["latitude"])


def between(rows: Events, start: str, end: str) -> Events:
    return [row for row in rows if start <= row["event_date"] <= end]


def km(row: Row) -> float:
    return float(WGS84.inv(*BAMAKO, *point(row))[2]) / 1000


def deaths(rows: Events) -> int:
    return sum(int(row["fatalities"]) for row in rows)


def vac(rows: Events) -> Events:
    return [row for row in rows if row["event_type"] == "Violence against civilians"]


def of(rows: Events, column: str, values: set[str]) -> Events:
    return [row for row in rows if row[column] in values]


@pytest.fixture(scope="module")
def rows() -> Events:
    return read(SAMPLE)


@pytest.fixture(scope="module")
def family(rows: Events) -> Events:
    """Violent events that involve the militant family on any side."""
    return [r for r in of(rows, "event_type", VIOLENT) if any(FAMILY.search(r[actor]) for actor in ACTORS)]


@pytest.fixture(scope="module")
def attacks(family: Events) -> Events:
    """Violence against civilians by the family."""
    return [row for row in vac(family) if FAMILY.search(row["actor1"])]


@pytest.fixture(scope="module")
def wagner(rows: Events) -> Events:
    """Violent events with Wagner on any side."""
    return [r for r in of(rows, "event_type", VIOLENT) if any("Wagner" in r[actor] for actor in ACTORS)]


# -- the file ---------------------------------------------------------------------------------------------------------
def test_the_generator_writes_the_committed_bytes(tmp_path: Path) -> None:
    generate("--out", str(tmp_path / "again.csv"))
    assert (tmp_path / "again.csv").read_bytes() == SAMPLE.read_bytes()


def test_columns_are_acleds_31_in_order() -> None:
    raw = SAMPLE.read_bytes()
    assert raw.split(b"\n")[0].decode() == COLUMNS
    assert len(COLUMNS.split(",")) == 31
    assert b"\r" not in raw
    assert len(raw) < 4_000_000


def test_columns_are_those_of_a_real_file() -> None:
    if not REAL.exists():
        pytest.skip("the real sample is not here: ../shared/data/events/acledr_2022h1_world_sample.csv")
    with REAL.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == COLUMNS.split(",")


def test_every_row_says_that_it_is_synthetic(rows: Events) -> None:
    for number, row in enumerate(rows, start=1):
        assert row["source"] == "SYNTHETIC (Flashpoints sample)"
        assert row["notes"].startswith("SYNTHETIC EVENT, not a real one: ")
        assert row["event_id_cnty"] == f"SYN{number:05d}"


def test_size_order_and_span(rows: Events) -> None:
    assert 8_000 <= len(rows) <= 11_000
    days = [row["event_date"] for row in rows]
    assert days == sorted(days)
    # the first month and the last day are what an import takes as coverage
    assert days[0].startswith("2017-01-") and days[-1] == "2023-06-30"
    assert all(row["year"] == row["event_date"][:4] for row in rows)
    assert {row["event_type"] for row in rows} == VIOLENT | {"Protests", "Riots", "Strategic developments"}


# -- the coding -------------------------------------------------------------------------------------------------------
def test_fixed_columns(rows: Events) -> None:
    for row in rows:
        assert (row["iso"], row["region"], row["country"]) == ("466", "Western Africa", "Mali")
        assert (row["source_scale"], row["tags"]) == ("Other", "")
        written = dt.datetime.fromtimestamp(int(row["timestamp"]), dt.timezone.utc).date()
        assert dt.timedelta(7) <= written - dt.date.fromisoformat(row["event_date"]) <= dt.timedelta(43)


def test_inter_codes_and_interaction(rows: Events) -> None:
    for row in rows:
        for side in "12":
            name, code = row[f"actor{side}"], row[f"inter{side}"]
            expected = (
                0 if not name else next(value for start, value in INTER.items() if name.startswith(start))
            )
            assert code == str(expected), name
        low, high = sorted((row["inter1"], row["inter2"]))
        assert row["interaction"] == (row["inter1"] + "0" if row["inter2"] == "0" else low + high)


def test_disorder_type_and_civilian_targeting(rows: Events) -> None:
    for row in rows:
        kind, sub = row["event_type"], row["sub_event_type"]
        expected = "Political violence"
        if kind == "Strategic developments":
            expected = kind
        elif sub == "Excessive force against protesters":
            expected = "Political violence; Demonstrations"
        elif kind == "Protests" or sub == "Violent demonstration":
            expected = "Demonstrations"
        assert row["disorder_type"] == expected
        civilians = row["inter2"] == "7" and kind != "Strategic developments"
        targeted = civilians or kind in vac_types() or sub == "Excessive force against protesters"
        assert row["civilian_targeting"] == ("Civilian targeting" if targeted else "")
        if kind == "Violence against civilians":
            assert row["actor2"] == "Civilians (Mali)" and row["actor1"] not in ("", "Civilians (Mali)")


def vac_types() -> set[str]:
    return {"Violence against civilians"}


def test_precision_is_mixed_and_villages_are_mostly_2(rows: Events) -> None:
    villages = [row for row in rows if "(rural " in row["location"]]
    share = Counter(row["geo_precision"] for row in villages)
    assert set(share) == {"1", "2"} and 0.65 < share["2"] / len(villages) < 0.8
    everywhere = Counter(row["geo_precision"] for row in rows)
    assert set(everywhere) == {"1", "2", "3"} and 0.01 < everywhere["3"] / len(rows) < 0.05
    days = Counter(row["time_precision"] for row in rows)
    assert set(days) == {"1", "2", "3"} and 0.85 < days["1"] / len(rows) < 0.95


def test_deaths_are_skewed_and_have_acleds_codes(rows: Events) -> None:
    dead = Counter(int(row["fatalities"]) for row in rows)
    assert 0.5 < dead[0] / len(rows) < 0.75
    assert dead[10] > dead[7] > dead[12] > dead[25] + dead[40] > dead[100] >= 3
    assert not any(int(r["fatalities"]) for r in rows if r["event_type"] == "Strategic developments")


def test_towns_lie_where_places_csv_has_them(rows: Events) -> None:
    towns = {r["name"]: r for r in read(ROOT / "resources" / "places.csv") if r["country"] == "Mali"}
    at_town = 0
    for row in rows:
        town = towns[row["location"].split(" (rural ")[0]]
        assert row["admin1"] == town["admin1"]
        away = WGS84.inv(*point(town), *point(row))[2] / 1000
        assert away <= (61 if "(rural " in row["location"] else 0)
        at_town += away == 0
    assert at_town > len(rows) / 4
    places = {(r["location"], r["latitude"], r["longitude"]) for r in rows}
    assert len(places) == len({place[0] for place in places}) == len({place[1:] for place in places})


def test_about_half_of_the_events_share_their_point(rows: Events) -> None:
    count = Counter(point(row) for row in rows)
    assert 0.45 < sum(n for n in count.values() if n > 1) / len(rows) < 0.6


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Military Forces of Mali (2013-2020)", "2017-01-01", "2020-08-17"),
        ("Military Forces of Mali (2020-2021)", "2020-08-18", "2021-05-23"),
        ("Military Forces of Mali (2021-)", "2021-05-24", "2023-06-30"),
        ("Police Forces of Mali (2020-) Gendarmerie", "2020-08-18", "2021-05-23"),
        ("Military Forces of France (2017-)", "2017-05-14", "2022-08-15"),
        ("Wagner Group", "2021-12-01", "2023-06-30"),
        ("JNIM: Group for Support of Islam and Muslims", "2017-03-02", "2023-06-30"),
        ("Islamic State (Greater Sahara)", "2017-01-01", "2019-03-21"),
        ("Islamic State (West Africa) - Greater Sahara Faction", "2019-03-22", "2022-03-20"),
        ("Islamic State (Sahel)", "2022-03-21", "2023-06-30"),
    ],
)
def test_names_change_in_time(rows: Events, name: str, first: str, last: str) -> None:
    days = [row["event_date"] for row in rows if name in (row["actor1"], row["actor2"])]
    assert len(days) >= 5
    assert first <= min(days) and max(days) <= last


# -- the shape --------------------------------------------------------------------------------------------------------
def test_ring_of_150_km_round_bamako(family: Events) -> None:
    ring = [row for row in family if km(row) <= 150]
    assert len(between(ring, "2023-01-01", "2023-06-30")) == 16
    assert len(between(ring, "2022-07-01", "2022-12-31")) == 5
    edge = [row for row in between(ring, "2023-01-01", "2023-06-30") if km(row) > 140]
    assert [row["location"] for row in edge] == ["Bougouni"]
    assert km(edge[0]) == pytest.approx(146.674, abs=0.001)
    assert not [row for row in family if 149.5 < km(row) <= 150.5]


def test_no_earlier_12_months_had_as_many_in_the_ring(family: Events) -> None:
    days = [dt.date.fromisoformat(row["event_date"]) for row in family if km(row) <= 150]
    end, most = dt.date(2017, 12, 31), 0
    while end < dt.date(2023, 1, 1):
        start = (
            end.replace(year=end.year - 1)
            if (end.month, end.day) != (2, 29)
            else dt.date(end.year - 1, 2, 28)
        )
        most = max(most, sum(start < day <= end for day in days))
        end += dt.timedelta(1)
    assert 5 < most < 16


def test_pace(family: Events) -> None:
    first_half = len(between(family, "2023-01-01", "2023-06-30"))
    pace = first_half / 181 * 365
    years = [len(between(family, f"{year}-01-01", f"{year}-12-31")) for year in range(2017, 2023)]
    assert 1_000 < pace < 1_050
    assert years == sorted(years) and 800 < years[-1] < 950
    before_junta = len(between(family, "2019-08-18", "2020-08-17"))
    assert 2.7 < pace / before_junta < 3.1


def test_violence_against_civilians_by_the_family(attacks: Events) -> None:
    last = len(between(attacks, "2022-07-01", "2023-06-30"))
    assert last / len(between(attacks, "2019-08-18", "2020-08-17")) == pytest.approx(5, abs=0.3)
    assert last / len(between(attacks, "2021-01-01", "2021-12-31")) == pytest.approx(3.78, abs=0.05)
    assert deaths(between(attacks, "2021-01-01", "2023-06-30")) == pytest.approx(1_632, rel=0.03)


def test_places_and_zones(family: Events) -> None:
    last, before = (
        between(family, *days) for days in (("2022-07-01", "2023-06-30"), ("2021-07-01", "2022-06-30"))
    )
    assert len(of(last, "admin1", CENTRE)) / len(last) == pytest.approx(0.55, abs=0.005)
    assert len(of(last, "admin1", SOUTH)) / len(of(before, "admin1", SOUTH)) == pytest.approx(1.5, abs=0.02)
    assert len(of(last, "admin1", {"Kayes"})) == 3 * len(of(before, "admin1", {"Kayes"}))
    regions = Counter(row["admin1"] for row in family if row["admin1"] != "Bamako")
    assert min(regions, key=lambda region: regions[region]) == "Kayes"
    border = {"Diboli", "Kayes", "Ambidedi", "Nioro", "Yelimane", "Sandare", "Bema", "Kenieba", "Sadiola"}
    west = [row for row in family if row["admin1"] == "Kayes" and row["location"].split(" (")[0] in border]
    assert not between(west, "2017-01-01", "2022-06-30") and len(west) >= 10


def test_footprint_grows_by_18_percent(family: Events) -> None:
    """Area of the union of 2.5 km discs: each disc counts by the mean of 1 / (discs that cover it)."""
    reach = [2.5 * math.sqrt((i + 0.5) / 300) for i in range(300)]
    spiral = [(r * math.cos(2.399963 * i), r * math.sin(2.399963 * i)) for i, r in enumerate(reach)]
    areas = []
    for days in (("2022-07-01", "2022-12-31"), ("2023-01-01", "2023-06-30")):
        points = {point(row) for row in between(family, *days)}
        total = 0.0
        for lon, lat in points:
            shrink = 111.32 * math.cos(math.radians(lat))
            near = [((x - lon) * shrink, (y - lat) * 110.6) for x, y in points]
            near = [(x, y) for x, y in near if x * x + y * y < 25]
            covers = [sum((x - a) ** 2 + (y - b) ** 2 <= 6.25 for a, b in near) for x, y in spiral]
            total += math.pi * 6.25 * sum(1 / max(1, n) for n in covers) / 300
        areas.append(total)
    assert areas == pytest.approx([5_200, 6_150], rel=0.02)
    assert areas[1] / areas[0] == pytest.approx(1.18, abs=0.01)


def test_wagner(wagner: Events) -> None:
    assert len(vac(wagner)) / len(wagner) == pytest.approx(0.66, abs=0.02)
    assert deaths(vac(wagner)) / deaths(wagner) == pytest.approx(0.75, abs=0.03)
    centre = of(wagner, "admin1", CENTRE)
    assert len(centre) / len(wagner) > 0.6
    latest = between(centre, "2023-01-01", "2023-06-30")
    assert len(vac(latest)) / len(latest) == pytest.approx(0.8, abs=0.02)


def test_islamic_state_in_menaka_and_against_jnim(family: Events) -> None:
    late = between(family, "2022-01-01", "2023-06-30")
    menaka = [r for r in late if r["admin1"] == "Menaka"]
    assert sum("Islamic State" in r["actor1"] + r["actor2"] for r in menaka) / len(menaka) > 0.85
    taken = [r for r in family if r["sub_event_type"] == "Non-state actor overtakes territory"]
    assert {r["admin1"] for r in taken} == {"Menaka"} and len(taken) == 10
    rivals = [
        r["admin1"] for r in late
        if re.match("JNIM|Katiba", r["actor1"]) and r["actor2"].startswith("Islamic State")
        or re.match("JNIM|Katiba", r["actor2"]) and r["actor1"].startswith("Islamic State")
    ]  # fmt: skip
    assert Counter(rivals)["Gao"] == 40 and Counter(rivals)["Tombouctou"] == 24


def test_brigades_are_coded_as_such_and_with_jnim(family: Events) -> None:
    south_and_centre = of(family, "admin1", SOUTH | CENTRE)
    brigade = [row for row in south_and_centre if "Katiba Macina" in row["actor1"] + row["actor2"]]
    assert 0.2 < len(brigade) / len(south_and_centre) < 0.45
    together = [r for r in brigade if "JNIM" in r["assoc_actor_1"] + r["assoc_actor_2"]]
    assert 0.3 < len(together) / len(brigade) < 0.7


# -- the bench file ---------------------------------------------------------------------------------------------------
def test_bench_file_of_20_000_rows(tmp_path: Path) -> None:
    path = tmp_path / "bench.csv"
    generate("--rows", "20000", "--out", str(path))
    rows = read(path)
    assert path.read_bytes().split(b"\n")[0].decode() == COLUMNS
    assert len(rows) == 20_000 == len({row["event_id_cnty"] for row in rows})
    assert all(
        row["notes"].startswith("SYNTHETIC EVENT") and row["event_id_cnty"][:3] == "SYN" for row in rows
    )
    assert 280 < sum(len(row["notes"]) for row in rows) / len(rows) < 340
    assert {row["year"] for row in rows} == {str(year) for year in range(2017, 2024)}
    count = Counter(point(row) for row in rows)
    scattered = [row for row in rows if row["location"].startswith("Point ")]
    assert len(scattered) == 10_000 and all(count[point(row)] == 1 for row in scattered)
    assert sum(n for n in count.values() if n > 1) == pytest.approx(10_000, abs=50)
    assert all(-12.3 < x < 4.3 and 10.1 < y < 25.0 for x, y in count)


def test_bench_never_replaces_the_sample() -> None:
    before = SAMPLE.read_bytes()
    with pytest.raises(subprocess.CalledProcessError):
        generate("--rows", "10")
    assert SAMPLE.read_bytes() == before
