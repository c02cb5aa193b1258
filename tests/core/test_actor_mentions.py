# SPDX-License-Identifier: GPL-2.0-or-later
"""Names, and the rows of the table that decide them, against plain loops over single events."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import actor_events
import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.actor_mentions import COLUMNS, NOBODY, Mentions
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.zones import read_table

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TABLE = ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
SAMPLE = RESOURCES / "sample" / "mali_synthetic_2017_2023.csv"


def mentions(rows: list[dict[str, str]]) -> Mentions:
    return Mentions.of(pd.DataFrame(rows)[list(COLUMNS)])


def plain(**cells: str) -> dict[str, str]:
    return {**dict.fromkeys(ActorTable.COLUMNS, ""), "group": "x", **cells}


@pytest.mark.parametrize(
    "pattern", ["Katiba", "river", "Mali", r"^Katiba (?:Serma|Macina)$", "nothing at all", "."]
)
def test_a_pattern_by_itself(pattern: str) -> None:
    """Events and names as plain loops with `re` count them."""
    events = actor_events.rows()
    total, names = actor_events.matching(pattern, events)
    found = mentions(events).test(plain(pattern=pattern))
    assert found.events == total
    assert dict(found.names.itertuples(index=False)) == dict(names)
    ranked = sorted(names.items(), key=lambda one: (-one[1], one[0]))
    assert list(found.names.itertuples(index=False, name=None)) == ranked


@pytest.mark.parametrize(
    ("cells", "keep"),
    [
        ({"country": "Mali|Niger"}, lambda event: True),
        ({"country": "Niger"}, lambda event: False),
        (
            {"start": "2023-03-01", "end": "2023-04-30"},
            lambda event: event["event_date"][5:7] in ("03", "04"),
        ),
        ({"end": "2023-01-31"}, lambda event: event["event_date"] <= "2023-01-31"),
        ({"inter": "0"}, lambda event: True),
        ({"inter": "2|3"}, lambda event: False),
    ],
)
def test_limits_of_a_pattern(cells: dict[str, str], keep: object) -> None:
    events = actor_events.rows()
    total, _ = actor_events.matching("Sons of the River", [one for one in events if keep(one)])  # type: ignore[operator]
    assert mentions(events).test(plain(pattern="Sons of the River", **cells)).events == total


def test_rows_without_a_pattern_count_by_the_kind_of_actor() -> None:
    events = actor_events.rows()
    assert mentions(events).test(plain(inter="7")).events == sum(one["inter2"] == "7" for one in events)
    assert mentions(events).test(plain()).events == 0


def test_a_table_decides_in_order() -> None:
    """The row that a loop over the rows reaches first, of each name of each event of the sample."""
    events = read_table(SAMPLE, COLUMNS)[:4000] + actor_events.rows()
    rows = [
        plain(pattern="^Katiba"), plain(pattern="Serma", group="y"), plain(pattern="Mali", group="z"),
        plain(pattern="Traor", group="x"), plain(group="other"),
    ]  # fmt: skip
    decided: list[Counter[str]] = [Counter() for _ in rows]
    by_row, lost, lost_events, groups = Counter(), Counter(), 0, Counter()  # type: ignore[var-annotated]
    for event in events:
        of_name = {
            name: next((n for n, row in enumerate(rows[:4]) if re.search(row["pattern"], name, re.I)), None)
            for name in actor_events.names_in(event)
        }
        by_row.update({row for row in of_name.values() if row is not None})
        groups.update({"other" if row is None else rows[row]["group"] for row in of_name.values()})
        lost.update(name for name, row in of_name.items() if row is None)
        lost_events += None in of_name.values()
        for name, row in of_name.items():
            if row is not None:
                decided[row][name] += 1
    review = mentions(events).review(rows)
    assert review.rows["events"].tolist() == [by_row[n] for n in range(len(rows))]
    assert review.rows["names"].tolist() == [len(names) for names in decided]
    assert {name: n for name, n in review.groups.items() if n} == dict(groups)
    assert dict(review.unmatched.itertuples(index=False)) == dict(lost)
    assert review.unmatched_events == lost_events > 0
    first = review.unmatched["events"].tolist()
    assert first == sorted(first, reverse=True)
    names = review.names.set_index("name")
    assert names.loc["Katiba Serma", "row"] == 0 and names.loc["Katiba Serma", "group"] == "x"
    assert set(names.index[names["row"] == NOBODY]) == set(lost)


def test_the_same_as_the_classification() -> None:
    """Groups and unknown names as ActorTable.classify finds them, which reads events and not mentions."""
    frame = pd.DataFrame([*read_table(SAMPLE, COLUMNS), *actor_events.rows()]).fillna("")
    classified = TABLE.classify(frame.assign(event_type=frame["event_type"]))
    review = Mentions.of(frame).review(TABLE.rows())
    assert review.unmatched.equals(classified.unmatched) and len(review.unmatched) == 4
    for group in TABLE.groups:
        events = classified.columns["actor_groups"].str.contains(f";{group.id};", regex=False).sum()
        assert review.groups[group.id] == events
    for family in TABLE.families:
        events = classified.columns["actor_families"].str.contains(f";{family.id};", regex=False).sum()
        assert review.families.get(family.id, 0) == events


def test_events_that_are_counted_already_weigh() -> None:
    events = actor_events.rows()
    frame = pd.DataFrame(events)[list(COLUMNS)]
    weighed = Mentions(
        frame,
        np.arange(len(frame)),
        frame["event_date"].tolist(),
        np.arange(len(frame)),
        np.full(len(frame), 5),
    )
    one, five = mentions(events).test(plain(pattern="Mali")), weighed.test(plain(pattern="Mali"))
    assert (weighed.total, five.events) == (5 * len(events), 5 * one.events)


def test_no_events_and_no_rows() -> None:
    empty = Mentions.of(pd.DataFrame({name: [] for name in COLUMNS}))
    review = empty.review(TABLE.rows())
    assert (empty.total, review.unmatched_events, len(review.names)) == (0, 0, 0)
    assert empty.test(plain(pattern="a")).events == 0
    assert set(mentions(actor_events.rows()).review([]).names["group"]) == {"other"}
    dates = pd.DataFrame(actor_events.rows())[list(COLUMNS)].assign(event_date=None)
    assert Mentions.of(dates).test(plain(pattern="Mali", start="2023-01-01")).events == 0


def test_dates_of_any_kind_are_dates() -> None:
    frame = pd.DataFrame(actor_events.rows())[list(COLUMNS)]
    row = plain(pattern="Mali", start="2023-03-01")
    as_time = frame.assign(event_date=pd.to_datetime(frame["event_date"]))
    assert Mentions.of(as_time).test(row).events == Mentions.of(frame).test(row).events > 0


def test_a_row_that_cannot_be_read() -> None:
    with pytest.raises(FlashpointsError, match="cannot be read"):
        mentions(actor_events.rows()).test(plain(pattern="("))
