# SPDX-License-Identifier: GPL-2.0-or-later
"""Who acts in the synthetic sample and how: names in time, kinds of event, reported deaths."""

from __future__ import annotations

from typing import NamedTuple

# fmt: off
_MINUSMA = "MINUSMA: United Nations Multidimensional Integrated Stabilization Mission in Mali"
_JNIM = "JNIM: Group for Support of Islam and Muslims"
_ISGS = (("", "Islamic State (Greater Sahara)"),
         ("2019-03-22", "Islamic State (West Africa) - Greater Sahara Faction"),
         ("2022-03-21", "Islamic State (Sahel)"))
# Actor: inter code, and names with the first day of each (blank: always); ACLED renames actors as governments
# and groups change.
Names = tuple[tuple[str, str], ...]
ACTORS: dict[str, tuple[int, Names]] = {
    "none": (0, (("", ""),)),
    "army": (1, (("", "Military Forces of Mali (2013-2020)"),
                 ("2020-08-18", "Military Forces of Mali (2020-2021)"),
                 ("2021-05-24", "Military Forces of Mali (2021-)"))),
    "special": (1, (("", "Military Forces of Mali (2013-2020) Special Forces"),
                    ("2020-08-18", "Military Forces of Mali (2020-2021) Special Forces"),
                    ("2021-05-24", "Military Forces of Mali (2021-) Special Forces"))),
    "police": (1, (("", "Police Forces of Mali (2013-2020) Gendarmerie"),
                   ("2020-08-18", "Police Forces of Mali (2020-) Gendarmerie"),
                   ("2021-05-24", "Police Forces of Mali (2021-) Gendarmerie"))),
    "wagner": (8, (("2021-12-01", "Wagner Group"),)),
    "minusma": (8, (("", f"{_MINUSMA} (2013-)"), ("2021-05-24", f"{_MINUSMA} (2021-)"))),
    "france": (8, (("", "Military Forces of France (2012-2017)"),
                   ("2017-05-14", "Military Forces of France (2017-)"))),
    "burkina": (8, (("", "Military Forces of Burkina Faso (2015-2022)"),
                    ("2022-01-24", "Military Forces of Burkina Faso (2022-2022)"),
                    ("2022-09-30", "Military Forces of Burkina Faso (2022-)"))),
    "jnim": (2, (("", "Ansar Dine"), ("2017-03-02", _JNIM))),
    "macina": (2, (("", "Katiba Macina"),)),
    "serma": (2, (("", "Katiba Serma"),)),
    "gourma": (2, (("", "Katiba Gourma"),)),
    "ansardine": (2, (("", "Ansar Dine"),)),
    "mourabitoune": (2, (("", "Al Mourabitoune Battalion"),)),
    "aqim": (2, (("", "AQIM: Al Qaeda in the Islamic Maghreb"),)),
    "ansaroul": (2, (("", "Ansaroul Islam"),)),
    "islamist": (3, (("", "Islamist Militia (Mali)"),)),
    "isgs": (2, _ISGS),
    "either": (2, tuple((since, f"{_JNIM} and/or {name}") for since, name in _ISGS)),
    "dana": (4, (("", "Dan Na Ambassagou"),)),
    "dozo": (4, (("", "Dozo (Communal) Militia (Mali)"),)),
    "fulani": (4, (("", "Fulani Ethnic Militia (Mali)"),)),
    "dogon": (4, (("", "Dogon Communal Militia (Mali)"),)),
    "bambara": (4, (("", "Bambara Communal Militia (Mali)"),)),
    "gatia": (3, (("", "GATIA: Imghad Tuareg and Allies Self-Defense Group"),)),
    "msa": (3, (("", "MSA: Movement for Azawad Salvation"),)),
    "cma": (2, (("", "CMA: Coordination of Azawad Movements"),)),
    "hcua": (2, (("", "HCUA: High Council for the Unity of Azawad"),)),
    "mnla": (2, (("", "MNLA: National Movement for the Liberation of Azawad"),)),
    "csp": (3, (("", "CSP: Permanent Strategic Framework"),)),
    "unidentified": (3, (("", "Unidentified Armed Group (Mali)"),)),
    "civilians": (7, (("", "Civilians (Mali)"),)),
    "protesters": (6, (("", "Protesters (Mali)"),)),
    "rioters": (5, (("", "Rioters (Mali)"),)),
}
# A brigade of JNIM is coded together with it in about half of its events.
BRIGADES = ("macina", "serma", "gourma")
# Who the civilians or the marchers are, with weights; often nothing is coded.
VICTIMS: tuple[tuple[str, float], ...] = (
    ("", 50), ("Fulani Ethnic Group (Mali); Pastoralists (Mali)", 14), ("Farmers (Mali)", 9),
    ("Dogon Ethnic Group (Mali)", 9), ("Labour Group (Mali)", 7), ("Women (Mali)", 5), ("Teachers (Mali)", 3),
    ("Aid Workers (International)", 3))
CROWDS: tuple[tuple[str, float], ...] = (
    ("", 60), ("Labour Group (Mali)", 14), ("Students (Mali)", 10), ("Women (Mali)", 8),
    ("Teachers (Mali)", 8))

BATTLE, BLAST, VAC = "Battles", "Explosions/Remote violence", "Violence against civilians"
CLASH, SEIZE, ATTACK = "Armed clash", "Non-state actor overtakes territory", "Attack"
IED, SHELL, AIR = "Remote explosive/landmine/IED", "Shelling/artillery/missile attack", "Air/drone strike"
TAKE, LOOT = "Abduction/forced disappearance", "Looting/property destruction"
STRATEGIC = "Strategic developments"
_N, _NM = "Gao Menaka Tombouctou Kidal", "Gao Menaka Tombouctou Kidal Mopti"
_S = "Kayes Koulikoro Sikasso Segou Bamako"


class Script(NamedTuple):
    """One kind of event: weight, types, side 1 and its associate, side 2, table of deaths; where and when.

    A side `family` is the group drawn for the region. No `regions`: anywhere. Both half-years are included.
    """

    weight: float
    event_type: str
    sub_type: str
    side_1: str
    assoc_1: str
    side_2: str
    deaths: str
    regions: str = ""
    since: str = "2017-H1"
    until: str = "2023-H1"


SCRIPTS: dict[str, list[Script]] = {
    "family_vac": [
        Script(64, VAC, ATTACK, "family", "none", "civilians", "attack"),
        Script(35, VAC, TAKE, "family", "none", "civilians", "few"),
        Script(1, VAC, "Sexual violence", "family", "none", "civilians", "few"),
    ],
    "family_fight": [
        Script(22, BATTLE, CLASH, "family", "none", "army", "clash"),
        Script(14, BATTLE, CLASH, "army", "none", "family", "clash"),
        Script(2, BATTLE, CLASH, "special", "none", "family", "clash", since="2019-H1"),
        Script(14, BLAST, IED, "family", "none", "army", "blast"),
        Script(5, BLAST, IED, "family", "none", "civilians", "blast"),
        Script(7, BATTLE, CLASH, "family", "none", "police", "clash", _S),
        Script(10, BLAST, IED, "family", "none", "minusma", "few", _NM),
        Script(7, BLAST, SHELL, "family", "none", "minusma", "few", _N),
        Script(3, BATTLE, CLASH, "family", "none", "minusma", "clash", _NM),
        Script(2, BLAST, SHELL, "family", "none", "army", "few"),
        Script(1, BLAST, "Suicide bomb", "family", "none", "army", "clash"),
        Script(4, BLAST, IED, "family", "none", "france", "few", _N, until="2022-H1"),
        Script(6, BATTLE, CLASH, "france", "none", "family", "clash", _N, until="2022-H1"),
        Script(5, BLAST, AIR, "france", "none", "family", "clash", _NM, until="2022-H1"),
        Script(3, BLAST, AIR, "army", "none", "family", "clash", since="2019-H1", until="2021-H2"),
        Script(11, BLAST, AIR, "army", "none", "family", "clash", since="2022-H1"),
        Script(9, BATTLE, CLASH, "family", "none", "dana", "clash", "Mopti", since="2018-H1"),
        Script(8, BATTLE, CLASH, "family", "none", "dozo", "clash", "Mopti Segou Sikasso", since="2019-H2"),
        Script(6, BATTLE, CLASH, "msa", "gatia", "family", "clash", "Gao Menaka", since="2017-H2"),
        Script(9, BATTLE, CLASH, "family", "none", "msa", "clash", "Menaka", since="2018-H1"),
        Script(4, BATTLE, CLASH, "family", "none", "csp", "clash", "Gao Menaka Kidal", since="2021-H2"),
        Script(1, BATTLE, CLASH, "burkina", "none", "family", "clash", "Mopti", since="2019-H1"),
        Script(0.5, BATTLE, "Government regains territory", "army", "none", "family", "clash"),
    ],
    "wagner_fight": [
        Script(55, BATTLE, CLASH, "army", "wagner", "family", "clash"),
        Script(30, BATTLE, CLASH, "wagner", "army", "family", "clash"),
        Script(15, BLAST, IED, "family", "none", "wagner", "blast"),
    ],
    "rivals": [
        Script(50, BATTLE, CLASH, "jnim", "none", "isgs", "clash"),
        Script(42, BATTLE, CLASH, "isgs", "none", "jnim", "clash"),
        Script(8, BATTLE, CLASH, "gourma", "jnim", "isgs", "clash"),
    ],
    "taken": [
        Script(7, BATTLE, SEIZE, "isgs", "none", "msa", "clash"),
        Script(3, BATTLE, SEIZE, "isgs", "none", "army", "clash"),
    ],
    "wagner_vac": [
        Script(56, VAC, ATTACK, "wagner", "army", "civilians", "raid"),
        Script(26, VAC, ATTACK, "army", "wagner", "civilians", "raid"),
        Script(18, VAC, TAKE, "wagner", "army", "civilians", "few"),
    ],
    "state_vac": [
        Script(70, VAC, ATTACK, "army", "none", "civilians", "massacre"),
        Script(10, VAC, ATTACK, "police", "none", "civilians", "few"),
        Script(20, VAC, TAKE, "army", "none", "civilians", "few"),
    ],
    "militia_vac": [
        Script(36, VAC, ATTACK, "dana", "none", "civilians", "massacre"),
        Script(22, VAC, ATTACK, "dozo", "none", "civilians", "massacre"),
        Script(28, VAC, ATTACK, "fulani", "none", "civilians", "massacre"),
        Script(14, VAC, TAKE, "dana", "none", "civilians", "few"),
    ],
    "militia_fight": [
        Script(50, BATTLE, CLASH, "dana", "none", "fulani", "clash"),
        Script(40, BATTLE, CLASH, "fulani", "none", "dozo", "clash"),
        Script(10, BATTLE, CLASH, "army", "none", "dana", "clash"),
    ],
    "unidentified_vac": [
        Script(72, VAC, ATTACK, "unidentified", "none", "civilians", "crime"),
        Script(28, VAC, TAKE, "unidentified", "none", "civilians", "few"),
    ],
    "unidentified_fight": [
        Script(35, BATTLE, CLASH, "unidentified", "none", "army", "clash"),
        Script(15, BATTLE, CLASH, "unidentified", "none", "police", "few"),
        Script(15, BLAST, IED, "unidentified", "none", "minusma", "few", _NM),
        Script(15, BLAST, IED, "unidentified", "none", "army", "blast"),
        Script(10, BLAST, IED, "unidentified", "none", "civilians", "blast"),
        Script(10, BATTLE, CLASH, "unidentified", "none", "gatia", "few", _N),
    ],
    "azawad": [
        Script(45, BATTLE, CLASH, "cma", "none", "gatia", "clash"),
        Script(20, BATTLE, CLASH, "gatia", "none", "hcua", "clash"),
        Script(15, BATTLE, CLASH, "mnla", "cma", "msa", "clash"),
        Script(20, BATTLE, CLASH, "gatia", "msa", "cma", "clash"),
    ],
    "communal": [
        Script(60, BATTLE, CLASH, "dogon", "none", "fulani", "clash", "Mopti"),
        Script(40, BATTLE, CLASH, "bambara", "none", "fulani", "clash"),
        Script(20, BATTLE, CLASH, "bambara", "none", "bambara", "few"),
    ],
    "protest": [
        Script(93, "Protests", "Peaceful protest", "protesters", "none", "none", "zero"),
        Script(5, "Protests", "Protest with intervention", "protesters", "none", "police", "zero"),
        Script(2, "Protests", "Excessive force against protesters", "protesters", "none", "police", "few"),
    ],
    "riot": [
        Script(58, "Riots", "Violent demonstration", "rioters", "none", "none", "zero"),
        Script(14, "Riots", "Violent demonstration", "rioters", "none", "police", "few"),
        Script(28, "Riots", "Mob violence", "rioters", "none", "civilians", "few"),
    ],
    "strategic_family": [
        Script(56, STRATEGIC, LOOT, "family", "none", "civilians", "zero"),
        Script(10, STRATEGIC, "Change to group/activity", "family", "none", "none", "zero"),
        Script(8, STRATEGIC, "Non-violent transfer of territory", "family", "none", "none", "zero"),
        Script(10, STRATEGIC, "Arrests", "army", "none", "family", "zero"),
        Script(10, STRATEGIC, "Disrupted weapons use", "minusma", "none", "family", "zero", _NM),
        Script(6, STRATEGIC, "Agreement", "family", "none", "dozo", "zero", "Mopti Segou", since="2020-H1"),
    ],
    "strategic_else": [
        Script(40, STRATEGIC, LOOT, "unidentified", "none", "civilians", "zero"),
        Script(14, STRATEGIC, LOOT, "dana", "none", "civilians", "zero", "Mopti"),
        Script(16, STRATEGIC, "Arrests", "army", "none", "unidentified", "zero"),
        Script(8, STRATEGIC, "Agreement", "cma", "none", "gatia", "zero", _N),
        Script(8, STRATEGIC, "Disrupted weapons use", "minusma", "none", "unidentified", "zero", _N),
        Script(45, STRATEGIC, LOOT, "wagner", "army", "civilians", "zero", "Mopti Segou", since="2022-H1"),
        Script(8, STRATEGIC, "Other", "army", "none", "none", "zero"),
    ],
}
# Reported deaths: values with weights, skewed; ACLED codes "tens" as 10, "dozens" as 12, "hundreds" as 100.
DEATHS: dict[str, tuple[tuple[int, float], ...]] = {
    "zero": ((0, 1),),
    "few": ((0, 86), (1, 9), (2, 4), (3, 1)),
    "crime": ((0, 38), (1, 38), (2, 14), (3, 6), (4, 2), (6, 1), (10, 1)),
    "blast": ((0, 40), (1, 18), (2, 14), (3, 11), (4, 7), (6, 5), (10, 4), (12, 1)),
    "clash": ((0, 36), (1, 14), (2, 12), (3, 14), (4, 6), (5, 5), (7, 4), (10, 6), (12, 2), (21, 1)),
    "attack": (
        (0, 13), (1, 20), (2, 16), (3, 14), (4, 8), (5, 7),
        (7, 7), (10, 9), (12, 4), (25, 1.2), (60, 0.5), (100, 0.3)),
    "raid": (
        (0, 12.5), (1, 22), (2, 18), (3, 16), (4, 9), (5, 7),
        (7, 6), (10, 8), (12, 3), (24, 1), (40, 1.5), (100, 0.5)),
    "massacre": (
        (0, 26), (1, 24), (2, 15), (3, 12), (4, 6), (5, 5),
        (7, 4), (10, 5), (12, 2), (23, 0.8), (40, 0.4), (100, 0.2)),
}
# fmt: on
