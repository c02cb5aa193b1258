# SPDX-License-Identifier: GPL-2.0-or-later
"""What the synthetic sample is shaped like: numbers and names only, read by make_sample.py.

Every count is invented. The tables are set so that the whole shows the pattern of a published reading of
Mali's conflict (pace, rings, regions, actors), never any single event that took place.
"""

from __future__ import annotations

from typing import NamedTuple

# The half-years of every row of 13 counts below.
HALVES: tuple[str, ...] = tuple(f"{year}-H{half}" for year in range(2017, 2024) for half in (1, 2))[:-1]

# fmt: off
# Cercle: its towns, each with how far (km) invented villages may lie from it and be in the same region on a
# fine and on a coarse boundary file alike; 0 where the border is near: events then fall on the town itself.
CERCLES: dict[str, str] = {
    "Bamako": "Bamako 0",
    "Kayes": "Kayes 25, Sadiola 23, Ambidedi 25, Diboli 0",
    "Bafoulabe": "Bafoulabe 25, Mahina 25, Manantali 25",
    "Diema": "Diema 25, Bema 25, Lakamane 25",
    "Kenieba": "Kenieba 13",
    "Kita": "Kita 25, Toukoto 25, Sebekoro 25, Sirakoro 17",
    "Nioro": "Nioro 19, Sandare 25",
    "Yelimane": "Yelimane 25",
    "Koulikoro": "Koulikoro 25, Nyamina 0, Sirakorola 25",
    "Banamba": "Banamba 25",
    "Dioila": "Dioila 25, Fana 5, Beleko 12, Massigui 4",
    "Kangaba": "Kangaba 25, Kouremale 0",
    "Kati": "Kati 5, Ouelessebougou 15, Sanankoroba 9, Siby 25, Faladje 22",
    "Kolokani": "Kolokani 25, Didieni 25",
    "Nara": "Nara 25, Mourdiah 25, Dilly 25, Balle 15, Fallou 25, Goumbou 25",
    "Sikasso": "Sikasso 25, Niena 25, Klela 25",
    "Kadiolo": "Kadiolo 11, Zegoua 0, Loulouni 12, Misseni 7",
    "Yorosso": "Yorosso 25",
    "Kolondieba": "Kolondieba 25, Kadiana 8",
    "Yanfolila": "Yanfolila 21, Selingue 4",
    "Koutiala": "Koutiala 22, Mpessoba 5, Konseguela 11",
    "Bougouni": "Bougouni 25, Garalo 25, Manankoro 0, Koumantou 25",
    "Segou": "Segou 25, Markala 25, Sansanding 25",
    "Baroueli": "Baroueli 15, Konobougou 9",
    "Bla": "Bla 16, Yangasso 25",
    "San": "San 25, Kimparana 15",
    "Niono": "Niono 25, Sokolo 25, Nampala 21, Diabaly 25, Dogofry 25, Siribala 25",
    "Tominian": "Tominian 25, Mandiakuy 15, Benena 0",
    "Macina": "Macina 14, Kolongotomo 25",
    "Mopti": "Mopti 25, Sevare 25, Konna 25, Fatoma 25, Korientze 8",
    "Bandiagara": "Bandiagara 25, Sangha 25",
    "Bankass": "Bankass 25, Ouenkoro 0, Diallassagou 25",
    "Youwarou": "Youwarou 25",
    "Djenne": "Djenne 22, Sofara 10, Kouakourou 25",
    "Douentza": "Douentza 25, Hombori 12, Boni 20, Mondoro 16, Ngouma 9",
    "Koro": "Koro 21, Dinangourou 20, Madougou 25, Dioungani 15",
    "Tenenkou": "Tenenkou 25, Diafarabe 7, Toguere-Koumbe 25, Dioura 14",
    "Tombouctou": "Tombouctou 40, Ber 40, Araouane 40, Taoudenni 40, Kabara 40",
    "Dire": "Dire 39",
    "Goundam": "Goundam 40, Tonka 39, Bintagoungou 40",
    "Gourma-Rharous": "Gourma-Rharous 35, Gossi 40, Bambara-Maoude 8",
    "Niafunke": "Niafunke 9, Lere 10, Soumpi 11, Sarafere 22",
    "Gao": "Gao 40, Djebock 40, Ntillit 10",
    "Ansongo": "Ansongo 40, Labbezanga 0, Ouattagouna 21",
    "Bourem": "Bourem 33, Bamba 0",
    "Menaka": "Menaka 60",
    "Anderamboukane": "Anderamboukane 0",
    "Inekar": "Inekar 55",
    "Tidermene": "Tidermene 60",
    "Kidal": "Kidal 60, Anefis 0",
    "Tessalit": "Tessalit 58, Aguelhok 60",
    "Abeibara": "Abeibara 60",
    "Tin-Essako": "Tin-Essako 48",
}
TOWNS: dict[str, tuple[str, int]] = {
    town.rsplit(" ", 1)[0]: (cercle, int(town.rsplit(" ", 1)[1]))
    for cercle, towns in CERCLES.items() for town in towns.split(", ")
}
# How often events fall on a town and its villages, beside 1 for the others.
WEIGHTS: dict[str, float] = {"Anefis": 0.2, "Anderamboukane": 0.3, "Taoudenni": 0.1, "Araouane": 0.2}
# The militant family comes to these towns late: the west, near Senegal and Mauritania.
LATE: dict[str, str] = dict.fromkeys(
    ("Kayes", "Diboli", "Ambidedi", "Sadiola", "Kenieba", "Yelimane", "Sandare", "Nioro", "Bema"), "2022-H2")
FIRST, LAST = HALVES[0], HALVES[-1]

# Violent events (battles, explosions, violence against civilians) that involve the militant family.
FAMILY: dict[str, tuple[int, ...]] = {
    "Mopti": (28, 34, 42, 50, 60, 58, 68, 82, 98, 126, 158, 165, 185),
    "Segou": (12, 14, 18, 20, 22, 20, 26, 30, 40, 56, 82, 83, 94),
    "Gao": (14, 17, 22, 26, 26, 22, 25, 30, 34, 38, 44, 50, 52),
    "Menaka": (4, 6, 16, 14, 14, 10, 12, 14, 18, 20, 48, 48, 46),
    "Tombouctou": (18, 20, 18, 20, 22, 20, 22, 24, 30, 34, 38, 42, 48),
    "Kidal": (12, 15, 12, 16, 14, 12, 14, 14, 14, 12, 14, 8, 9),
    "Koulikoro": (2, 3, 2, 3, 4, 4, 6, 8, 12, 17, 20, 26, 31),
    "Sikasso": (1, 2, 1, 2, 3, 3, 5, 6, 10, 16, 22, 22, 21),
    "Kayes": (1, 1, 1, 1, 1, 1, 1, 2, 2, 4, 4, 6, 18),
    "Bamako": (1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1),
}
# Of these, violence against civilians by the family in all regions, and how the regions weigh in it (else 1).
FAMILY_VAC: tuple[int, ...] = (12, 16, 22, 26, 34, 30, 36, 40, 41, 50, 125, 160, 184)
VAC_WEIGHT: dict[str, float] = {
    "Mopti": 1.1, "Menaka": 1.6, "Gao": 1.2, "Kidal": 0.3, "Bamako": 0.0, "Tombouctou": 0.7}
# Of these too: fights between JNIM and ISGS, and towns that ISGS takes.
RIVALS: dict[str, tuple[int, ...]] = {
    "Gao": (0, 0, 0, 0, 0, 2, 8, 7, 4, 4, 8, 14, 18), "Tombouctou": (0, 0, 0, 0, 0, 1, 4, 3, 2, 2, 4, 8, 12),
    "Menaka": (0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 3, 5, 6), "Mopti": (0, 0, 0, 0, 0, 0, 3, 2, 1, 0, 0, 0, 0)}
TAKEN: dict[str, tuple[int, ...]] = {"Menaka": (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 4)}
# Wagner, by half-year and these regions: fights with the family (they are in FAMILY), attacks on civilians.
WAGNER_REGIONS: tuple[str, ...] = ("Mopti", "Segou", "Tombouctou", "Gao", "Koulikoro")
WAGNER_FIGHT: dict[str, tuple[int, ...]] = {
    "2021-H2": (1, 1, 1, 0, 0), "2022-H1": (15, 9, 8, 4, 4), "2022-H2": (11, 8, 7, 3, 4),
    "2023-H1": (8, 5, 6, 3, 4)}
WAGNER_VAC: dict[str, tuple[int, ...]] = {
    "2021-H2": (2, 1, 0, 0, 0), "2022-H1": (33, 17, 7, 3, 4), "2022-H2": (26, 14, 8, 4, 4),
    "2023-H1": (36, 19, 7, 3, 4)}

# The 150 km ring round Bamako, event by event (a name is the town or near it). No other violent event of the
# family falls in it: 16 in the first half of 2023, 5 in the half-year before, and fewer in earlier 12 months.
RING: dict[str, tuple[str, ...]] = {
    "2017-H1": ("Bamako",), "2017-H2": ("Bamako", "Koulikoro"), "2018-H1": ("Banamba",),
    "2018-H2": ("Bamako",),
    "2019-H1": ("Kolokani",), "2019-H2": ("Banamba",), "2020-H1": ("Bamako", "Banamba", "Dioila"),
    "2020-H2": ("Banamba", "Didieni"), "2021-H1": ("Bamako", "Banamba", "Fana", "Bougouni"),
    "2021-H2": ("Banamba", "Kolokani", "Kangaba", "Sebekoro"),
    "2022-H1": ("Banamba", "Didieni", "Fana", "Ouelessebougou"),
    "2022-H2": ("Kati", "Banamba", "Banamba", "Dioila", "Bougouni"),
    "2023-H1": (
        "Bamako", "Kati", "Koulikoro", "Koulikoro", "Banamba", "Banamba", "Banamba", "Kolokani", "Fana",
        "Fana", "Dioila", "Ouelessebougou", "Nyamina", "Sirakorola", "Baroueli", "Bougouni"),
}
# Different places per event of the family, which sets the footprint of a half-year, and for the other half-years.
DISTINCT: dict[str, float] = {"2022-H2": 0.592, "2023-H1": 0.622}
DISTINCT_ELSE = 0.6

# Who acts for the family: key, weight, first and last half-year.
Mix = list[tuple[str, float, str, str]]
_SOUTH: Mix = [("jnim", 6, FIRST, LAST), ("macina", 4, FIRST, LAST), ("islamist", 1, FIRST, "2019-H2")]
FAMILY_MIX: dict[str, Mix] = {
    "Mopti": [
        ("jnim", 52, FIRST, LAST), ("macina", 34, FIRST, LAST), ("serma", 5, "2018-H2", LAST),
        ("ansaroul", 5, FIRST, LAST), ("isgs", 3, "2019-H1", LAST), ("islamist", 3, FIRST, "2019-H2")],
    "Segou": [("jnim", 62, FIRST, LAST), ("macina", 38, FIRST, LAST)],
    "Gao": [
        ("isgs", 46, FIRST, LAST), ("jnim", 43, FIRST, LAST), ("gourma", 4, "2018-H1", LAST),
        ("either", 6, "2018-H1", LAST), ("mourabitoune", 6, FIRST, "2017-H2")],
    "Menaka": [("isgs", 91, FIRST, LAST), ("jnim", 9, FIRST, LAST)],
    "Tombouctou": [
        ("jnim", 70, FIRST, LAST), ("aqim", 20, FIRST, "2018-H2"), ("gourma", 5, "2018-H1", LAST),
        ("isgs", 10, "2021-H2", LAST), ("ansardine", 5, FIRST, "2018-H1")],
    "Kidal": [("jnim", 80, FIRST, LAST), ("ansardine", 15, FIRST, "2018-H2"), ("aqim", 5, FIRST, "2020-H2")],
    "Koulikoro": _SOUTH, "Sikasso": _SOUTH, "Kayes": _SOUTH, "Bamako": _SOUTH,
}


class Block(NamedTuple):
    """Events that do not involve the family by violence: which script, how many a half-year, where."""

    script: str
    counts: tuple[int, ...]
    regions: dict[str, float]
    distinct: float  # different places per event; 0: in towns only


_CENTRE = {"Mopti": 8.0, "Segou": 2.5}
_RURAL = {"Mopti": 8.0, "Segou": 5.0, "Sikasso": 3.0, "Koulikoro": 3.0, "Kayes": 2.0, "Gao": 2.0}
_NORTH = {"Gao": 5.0, "Menaka": 4.0, "Kidal": 3.0, "Tombouctou": 3.0}
_WIDE = {
    "Mopti": 28.0, "Gao": 22.0, "Tombouctou": 20.0, "Menaka": 13.0, "Segou": 8.0, "Kidal": 4.0,
    "Koulikoro": 3.0, "Sikasso": 2.0, "Kayes": 1.0}
_CROWD = {
    "Bamako": 44.0, "Mopti": 9.0, "Gao": 10.0, "Tombouctou": 8.0, "Segou": 7.0, "Sikasso": 7.0,
    "Kayes": 6.0, "Koulikoro": 6.0, "Kidal": 3.0, "Menaka": 3.0}
BLOCKS: tuple[Block, ...] = (
    Block("state_vac", (6, 8, 14, 16, 12, 14, 30, 24, 16, 20, 34, 22, 20), _CENTRE, 0.8),
    Block("militia_vac", (10, 18, 60, 74, 76, 60, 62, 50, 42, 34, 28, 26, 22), _CENTRE, 0.8),
    Block("militia_fight", (6, 9, 26, 32, 34, 28, 26, 20, 16, 14, 10, 8, 8), _CENTRE, 0.8),
    Block("unidentified_vac", (50, 56, 66, 70, 66, 68, 74, 72, 78, 82, 86, 82, 78), _WIDE, 0.7),
    Block("unidentified_fight", (20, 20, 22, 24, 24, 24, 26, 24, 26, 24, 24, 22, 22), _WIDE, 0.8),
    Block("azawad", (26, 20, 10, 8, 6, 6, 6, 6, 4, 5, 4, 4, 3), _NORTH, 0.8),
    Block("communal", (8, 9, 11, 12, 12, 11, 10, 10, 9, 9, 8, 8, 8), _RURAL, 0.9),
    Block("protest", (34, 42, 58, 66, 80, 84, 130, 150, 86, 92, 88, 80, 74), _CROWD, 0.0),
    Block("riot", (10, 12, 16, 18, 16, 18, 42, 28, 18, 20, 16, 16, 14), _CROWD, 0.0),
    Block("strategic_family", (16, 18, 20, 22, 24, 24, 28, 30, 36, 42, 58, 62, 70), _WIDE, 0.75),
    Block("strategic_else", (28, 30, 32, 34, 36, 36, 42, 44, 46, 50, 52, 50, 52), _WIDE, 0.6),
)
# fmt: on
