# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of actors: its groups and families, its rows to a store and back, and what is wrong with a wrong one."""

from __future__ import annotations

import itertools
from pathlib import Path

import pandas as pd
import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ACTORS, FAMILIES = RESOURCES / "actors.csv", RESOURCES / "families.csv"
TABLE = ActorTable.from_csv(ACTORS, FAMILIES)
COMMUNAL = "communal_militias"


def groups_of(table: ActorTable, *names: str) -> list[str]:
    """What a table makes of names, each as the first actor of an event in Mali."""
    frame = pd.DataFrame({"actor1": names}).assign(
        assoc_actor_1="", inter1="", actor2="", assoc_actor_2="", inter2="",
        country="Mali", event_date="2023-06-01", event_type="Battles",
    )  # fmt: skip
    return table.classify(frame).columns["actor_groups"].tolist()


def test_expand() -> None:
    under_jnim = {
        "jnim", "katiba_macina", "katiba_serma", "katiba_gourma", "other_katibas", "ansar_dine", "al_mourabitoune",
        "aqim_sahara",
    }  # fmt: skip
    assert TABLE.expand(["jnim"]) == {"jnim"}
    assert TABLE.expand(["jnim+"]) == under_jnim
    assert TABLE.expand(["jnim+", " isgs ", "russian_forces"]) == under_jnim | {"isgs", "russian_forces"}
    assert TABLE.expand(["cma+"]) == {"cma", "mnla", "hcua", "maa"}
    assert TABLE.expand([]) == set()
    for wrong in ("jnin", "jnin+", "militant_islamist+", ""):
        with pytest.raises(FlashpointsError, match="jnim"):
            TABLE.expand([wrong])
    with pytest.raises(FlashpointsError, match="militant_islamist"):
        TABLE.expand(["nobody"])


def test_families_and_colours_of_the_map() -> None:
    colours = {
        "militant_islamist": "#D55E00", "russian_forces": "#000000", "state_forces": "#0072B2",
        "international_forces": "#56B4E9", "azawad_movements": "#009E73", "platform_groups": "#009E73",
        "communal_militias": "#FBD41A", "unidentified": "#C8C8C8", "protesters_rioters": "#C8C8C8",
        "civilians": "#C8C8C8", "other": "#C8C8C8",
    }  # fmt: skip
    assert {family.id: family.colour for family in TABLE.families} == colours
    assert [family.id for family in TABLE.families] == list(colours)
    apart = {"jnim": "#D55E00", "katiba_macina": "#E69F00", "isgs": "#CC79A7", "ansaroul_islam": "#84480F"}
    for group in [one for one in TABLE.groups if one.family == "militant_islamist"]:
        assert group.colour == apart.get(group.id, "#FDB282")
    assert TABLE.group("minusma").colour == colours["international_forces"]
    assert [group.order for group in TABLE.groups] == sorted({group.order for group in TABLE.groups})
    ranks = [TABLE.families.index(TABLE.family(group.family)) for group in TABLE.groups]
    assert ranks == sorted(ranks), "groups are ranked within their families"
    assert all(item.label and item.label_fr for item in (*TABLE.groups, *TABLE.families))


def test_rows_go_through_a_store_and_back() -> None:
    def as_a_store_reads(rows: list[dict[str, str]]) -> list[dict[str, object]]:
        return [
            {key: (int(value) if key == "order" and value else value or empty) for key, value in row.items()}
            for row, empty in zip(rows, itertools.cycle([None, float("nan"), ""]))
        ]

    again = ActorTable.from_rows(as_a_store_reads(TABLE.rows()), as_a_store_reads(TABLE.family_rows()))
    assert again.groups == TABLE.groups
    assert again.families == TABLE.families
    assert again.rows() == TABLE.rows()
    names = ("Katiba Serma", "Military Forces of Mali (2021-)", "Military Forces of Niger (2021-)", "Nobody")
    assert groups_of(again, *names) == groups_of(TABLE, *names)
    assert groups_of(TABLE, *names) == [";katiba_serma;", ";military;", ";foreign_forces;", ";other;"]


def test_an_office_changes_its_table() -> None:
    rows = [*TABLE.rows()]
    rows.insert(
        0,
        {
            "pattern": "^Group of Our Own",
            "group": "ours",
            "label": "Ours",
            "family": COMMUNAL,
            "order": "555",
        },
    )
    table = ActorTable.from_rows(rows, FAMILIES)
    assert groups_of(table, "Group of Our Own (Mali)", "Wagner Group") == [";ours;", ";wagner;"]
    assert table.group("ours").colour == table.family(COMMUNAL).colour
    assert table.group("ours").label_fr == "Ours"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"pattern": "("}, "line 2"),
        ({"start": "1 May 2020"}, "line 2"),
        ({"end": "9999-12-31"}, "line 2"),
        ({"inter": "rebel"}, "line 2"),
        ({"country": "own"}, "line 2"),
        ({"family": "nobody"}, "nobody"),
        ({"umbrella": "nobody"}, "nobody"),
        ({"group": "two words", "family": "other"}, "two words"),
        ({"order": "first"}, "first"),
        (
            {"group": "isgs", "label": "Another", "umbrella": "", "family": "", "colour": "", "order": ""},
            "isgs",
        ),
    ],
)
def test_a_wrong_row_is_named(change: dict[str, str], words: str) -> None:
    rows = TABLE.rows()
    rows[0] = {**rows[0], **change}
    with pytest.raises(FlashpointsError, match=words):
        ActorTable.from_rows(rows, FAMILIES)


def test_tables_that_are_not_tables(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="absent"):
        ActorTable.from_csv(tmp_path / "absent.csv", FAMILIES)
    (tmp_path / "bad.csv").write_bytes(b"pattern,group\n\xff\xfe,x\n")
    with pytest.raises(FlashpointsError, match=r"bad\.csv"):
        ActorTable.from_csv(tmp_path / "bad.csv", FAMILIES)
    (tmp_path / "short.csv").write_text("pattern,group\na,b\n", encoding="utf-8")
    with pytest.raises(FlashpointsError, match="umbrella"):
        ActorTable.from_csv(tmp_path / "short.csv", FAMILIES)
    with pytest.raises(FlashpointsError, match="other"):
        ActorTable.from_rows([row for row in TABLE.rows() if row["group"] != "other"], FAMILIES)
    with pytest.raises(FlashpointsError, match="twice"):
        ActorTable.from_rows(TABLE.rows(), [*TABLE.family_rows(), TABLE.family_rows()[0]])
    with pytest.raises(FlashpointsError, match="nobody"):
        TABLE.group("nobody")
    with pytest.raises(FlashpointsError, match="jnim"):
        TABLE.family("jnim")
