# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of actors while it is edited: changes, undo, what is wrong with it, patterns without end, CSV files."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import actor_events
import pandas as pd
import pytest
from flashpoints.plugin.core.actor_check import Problem, pattern_problem, problems, slow_pattern
from flashpoints.plugin.core.actor_draft import Draft, exact
from flashpoints.plugin.core.actor_file import COLUMNS, read_actor_file, write_actor_file
from flashpoints.plugin.core.actor_mentions import Mentions
from flashpoints.plugin.core.actor_patterns import repeats_repeats, slow_name
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TABLE = ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
LONG = "Unidentified Armed Group of the Northern Provinces and of all the Islands of the River (Mali)"


@pytest.fixture
def draft() -> Draft:
    return Draft(TABLE.rows(), TABLE.family_rows())


def wrong(draft: Draft) -> list[Problem]:
    return problems(draft.rows, draft.families)


# Changes


@pytest.mark.parametrize(
    "name", [*actor_events.STRANGERS, "C++ (Group) [x] ^$|\\ {2}", "Katiba.Serma", "#1 & ~ -"]
)
def test_a_name_is_assigned_exactly(draft: Draft, name: str) -> None:
    """It is found, whatever signs it has, before rows that fitted it; no other name is."""
    draft.assign(name, "dozo")
    assert re.search(exact(name), name) and not re.search(exact(name), f"{name}x")
    frame = pd.DataFrame({"actor1": [name, "Katiba Serma", f"New {name}"]}).assign(
        assoc_actor_1="", inter1="2", actor2="", assoc_actor_2="", inter2="", country="Mali",
        event_date="2023-06-01", event_type="Battles",
    )  # fmt: skip
    found = ActorTable(draft.rows, draft.families).classify(frame).columns["actor_groups"].tolist()
    assert found[0] == ";dozo;" and found[1] == ";katiba_serma;" and found[2] != ";dozo;"
    draft.assign(name, "isgs")
    assert [row["group"] for row in draft.rows if row["pattern"] == exact(name)] == ["isgs"]


def test_every_change_can_be_undone(draft: Draft) -> None:
    start = ([dict(row) for row in draft.rows], [dict(row) for row in draft.families])
    states = []
    for change in (
        lambda: draft.set_family("civilians", label="People", colour="#010203"),
        lambda: draft.set_group("military", label="Army"),
        lambda: draft.add_group("Sons of the River", "communal_militias"),
        lambda: draft.move_group("sons_of_the_river", down=False),
        lambda: draft.move_family("civilians", down=False),
        lambda: draft.set_pattern(draft.add_pattern("dozo", pattern="x"), pattern="y", country="Mali"),
        lambda: draft.move_pattern(5, down=True),
        lambda: draft.remove_pattern(draft.patterns_of("isgs")[0]),
        lambda: draft.remove_group("jnim"),
        lambda: draft.assign("Anyone", "dozo"),
        lambda: draft.replace(start[0][3:], start[1]),
    ):
        states.append(([dict(row) for row in draft.rows], [dict(row) for row in draft.families]))
        change()
        assert draft.changed
        if change is not None and len(states) < 11:
            assert wrong(draft) == []
    while draft.can_undo:
        draft.undo()
        if (draft.rows, draft.families) == states[-1]:
            states.pop()
    assert (draft.rows, draft.families) == start and not draft.changed and not states


def test_groups_and_families_keep_their_ranks(draft: Draft) -> None:
    new = draft.add_group("Kéné Brigade!", "communal_militias")
    assert new == "kene_brigade"
    ids = [group["group"] for group in draft.groups()]
    assert ids[ids.index("other_communal") + 1] == new
    assert draft.move_group(new, down=False) and not draft.move_group("jnim", down=False)
    ids = [group["group"] for group in draft.groups()]
    assert ids.index(new) + 1 == ids.index("other_communal")
    assert draft.move_family("state_forces", down=False)
    table = ActorTable(draft.rows, draft.families)
    assert [one.id for one in table.families][1:3] == ["state_forces", "russian_forces"]
    ranks = [group.family for group in table.groups]
    assert ranks.index("state_forces") < ranks.index("russian_forces")
    assert {g.id: g.label for g in table.groups if g.id != new} == {g.id: g.label for g in TABLE.groups}


def test_what_a_removed_pattern_says_of_its_group_stays(draft: Draft) -> None:
    """Also when it was the group's last one."""
    before = draft.group("isgs")
    for _ in draft.patterns_of("isgs"):
        draft.remove_pattern(draft.patterns_of("isgs")[0])
    assert draft.patterns_of("isgs") == [] and draft.group("isgs") == before and wrong(draft) == []
    assert draft.add_pattern("isgs", pattern="again") == draft.patterns_of("isgs")[0]
    with pytest.raises(FlashpointsError, match="cannot be removed"):
        draft.remove_group("other")
    draft.remove_group("jnim")
    assert "jnim" not in {row["umbrella"] for row in draft.rows} and wrong(draft) == []


def test_a_pattern_is_tried_earlier(draft: Draft) -> None:
    number = draft.patterns_of("isgs")[0]
    before = draft.rows[number - 1]
    assert draft.move_pattern(number, down=False) == number - 1
    assert draft.rows[number] == before
    assert draft.move_pattern(0, down=False) == 0


# What is wrong


def test_all_problems_are_named_at_once(draft: Draft) -> None:
    rows = draft.rows
    rows[0].update(pattern="(", colour="red", order="first")
    rows[1].update(family="nobody", umbrella="nobody")
    rows[3].update(inter="rebel")
    rows[4].update(start="2023-05-01", end="2023-04-01")
    rows[5].update(label="Another name")
    rows.append({**rows[8], "group": "two words"})
    draft.families[0]["colour"] = ""
    found = wrong(draft)
    assert {(one.row, one.column) for one in found if one.row is not None} >= {
        (0, "pattern"), (0, "colour"), (0, "order"), (1, "family"), (1, "umbrella"), (3, "inter"), (4, "end"),
        (5, "label"), (len(rows) - 1, "group"),
    }  # fmt: skip
    assert [one.family for one in found if one.row is None] == ["militant_islamist"]
    assert all(one.what.endswith(".") for one in found)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.families.pop(), "The family other is missing"),
        (lambda d: d.families.append(dict(d.families[0])), "stands twice"),
        (
            lambda d: d.families.append({**d.families[0], "family": "pirates"}),
            "no family “pirates”.*families are",
        ),
        (lambda d: d.rows.append({**d.rows[0], "group": "new", "order": "", "label": "N"}), "has no order"),
        (
            lambda d: d.rows.append({**d.rows[0], "group": "new", "family": "", "label": "N"}),
            "belongs to no family",
        ),
        (lambda d: d.rows.pop(), "other of the family other is missing"),
        (lambda d: d.rows[0].update(umbrella="jnim"), "cannot stand under"),
    ],
)
def test_one_problem(draft: Draft, change: object, words: str) -> None:
    change(draft)  # type: ignore[operator]
    said = " ".join(
        one.sentence for one in problems(draft.rows, draft.families, [f.id for f in TABLE.families])
    )
    assert re.search(words, said), said


def test_the_tables_of_the_plugin_and_of_a_draft_are_fine(draft: Draft) -> None:
    assert wrong(draft) == []


# Patterns without end


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+$", r"(a|aa)+$", r"(\w+\s?)+X", r"(?:a?){30}", r"((a*)){5,}", r"(x{1,20}){1,20}", r"(?=(a+)+)b",
     r"(?P<country>(?:\w+ )+)+$", r"(?:(?:ab)?c?)*"],
)  # fmt: skip
def test_a_repeat_in_a_repeat_is_refused(pattern: str) -> None:
    assert repeats_repeats(pattern)
    row = {**dict.fromkeys(ActorTable.COLUMNS, ""), "group": "x", "pattern": pattern}
    assert "for ever" in pattern_problem(row)


@pytest.mark.parametrize(
    "pattern", [r"(?:foo|bar)+", r"(?:ab)+", r".*Mali.*", r"(?:a?){3}", r"[a-z ]+\(", ""]
)
def test_harmless_patterns_are_not(pattern: str) -> None:
    assert not repeats_repeats(pattern)


def test_patterns_of_the_plugin_come_to_an_end() -> None:
    """On the longest names that they meet."""
    for row in TABLE.rows():
        assert not repeats_repeats(row["pattern"]), row["pattern"]
        assert slow_pattern(row, [LONG, f"Military Forces of {LONG}"]) is None


def test_a_slow_pattern_is_stopped() -> None:
    """One that no look at its signs finds; run in a process of its own, so that a failure ends too."""
    code = (
        "import re, sys\n"
        f"sys.path[:0] = {sys.path!r}\n"
        "import headless; headless.register()\n"
        "from flashpoints.plugin.core.actor_patterns import slow_name\n"
        f"print(slow_name(re.compile('.*' * 12 + '!$'), ['Mali', {LONG!r}]))\n"
    )
    tools = str(Path(__file__).resolve().parents[2] / "tools")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, cwd=tools, check=False
    )
    assert done.stdout.strip() == LONG, done.stderr


def test_a_busy_computer_makes_no_pattern_slow() -> None:
    """A first try may have waited for others; the second decides. The clock here is not a real one."""
    ticks = iter([0.0, 1.0, 1.0, 1.0] + [1.0] * 1000)
    assert slow_name(re.compile("Mali"), ["Mali"], clock=lambda: next(ticks)) is None
    ticks = iter([0.0, 1.0, 1.0, 2.0])
    assert slow_name(re.compile("Mali"), ["Mali"], clock=lambda: next(ticks)) == "Mali"


# Files


def test_a_table_comes_back_exactly(draft: Draft, tmp_path: Path) -> None:
    """Also what a spreadsheet would take for a formula, and apostrophes."""
    texts = ["=1+1", "-x", "+y|@z", "'=q", "''", "'", 'a "quoted" one, with; signs', "Kéké|Ségou"]
    for number, text in enumerate(texts):
        draft.add_pattern("dozo", pattern=text)
        draft.set_group("dozo", label=text or str(number))
        write_actor_file(tmp_path / "a.csv", draft.rows, draft.families)
        again = read_actor_file(tmp_path / "a.csv", TABLE.family_rows())
        assert (again.rows, again.families, again.notes) == (draft.rows, draft.families, [])
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for line in csv.reader(file) for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_files_that_spreadsheets_write(draft: Draft, tmp_path: Path, delimiter: str, encoding: str) -> None:
    """Columns in another order, another separator, another encoding, heads in capitals."""
    path = tmp_path / "a.csv"
    columns = list(reversed(COLUMNS))
    with path.open("w", encoding=encoding, newline="", errors="strict") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([name.upper() for name in columns])
        for row in (*draft.rows, *draft.families):
            writer.writerow([row.get(name, "") for name in columns])
    again = read_actor_file(path, TABLE.family_rows())
    assert (again.rows, again.families) == (draft.rows, draft.families)


def test_the_file_of_the_plugin_itself(draft: Draft) -> None:
    again = read_actor_file(RESOURCES / "actors.csv", TABLE.family_rows())
    assert (again.rows, again.families) == (draft.rows, draft.families)
    assert again.lines[0] == 2


def test_missing_columns_and_odd_lines(tmp_path: Path) -> None:
    def read(text: str) -> object:
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        return read_actor_file(tmp_path / "a.csv", TABLE.family_rows())

    few = read("pattern,group,family,remark\nA,a,other,hm\nB,b,civilians,\n,other,other,\n")
    assert [row["order"] for row in few.rows] == ["10", "20", "30"]  # type: ignore[attr-defined]
    assert any("remark" in note for note in few.notes)  # type: ignore[attr-defined]
    assert problems(few.rows, few.families) == []  # type: ignore[attr-defined]
    for text, words in (
        ("pattern,label\nA,a\n", "lacks the columns group, family"),
        ("pattern,group,family\nA,a\n", "Line 2 does not have 3 cells"),
        ("pattern,group,family,group\nA,a,other,b\n", "stands twice"),
        ("", "empty"),
    ):
        with pytest.raises(FlashpointsError, match=words) as caught:
            read(text)
        assert caught.value.remedy
    with pytest.raises(FlashpointsError):
        read_actor_file(tmp_path / "none.csv", [])
    with pytest.raises(FlashpointsError, match="cannot be written"):
        write_actor_file(tmp_path / "no" / "a.csv", [], [])


def test_exact_names_reach_their_events(draft: Draft) -> None:
    """The whole way: ranked names assigned one after the other leave none."""
    who = Mentions.of(pd.DataFrame(actor_events.rows()))
    assert dict(who.review(draft.rows).unmatched.itertuples(index=False)) == actor_events.STRANGERS
    for left in (3, 2, 1, 0):
        draft.assign(who.review(draft.rows).unmatched["name"][0], "other_communal")
        assert len(who.review(draft.rows).unmatched) == left
    assert who.review(draft.rows).groups["other_communal"] == 21
