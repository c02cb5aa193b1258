# SPDX-License-Identifier: GPL-2.0-or-later
"""Events by place, against a plain loop."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.by_place import by_place


def frame(rows: list[tuple[float, float, str, float | None, str | None]]) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=["longitude", "latitude", "location", "fatalities", "event_date"])
    made["event_date"] = pd.to_datetime(made["event_date"])
    made["fatalities"] = made["fatalities"].astype(float)
    return made


def test_a_cell_stands_at_its_busiest_place() -> None:
    rows = [
        (-4.19, 14.49, "Mopti", 3, "2023-01-05"), (-4.19, 14.49, "Mopti", None, "2023-03-01"),
        (-4.11, 14.41, "Sévaré", 4, "2022-12-31"), (-8.0, 12.64, "Bamako", 0, "2023-02-01"),
        (math.nan, 14.0, "nowhere", 9, "2023-02-01"),
    ]  # fmt: skip
    made = by_place(frame(rows), np.array([0, 1, 0, 1, 1]), 2)
    assert made["events"].tolist() == [3, 1]
    first = made.iloc[0]
    assert (first["longitude"], first["latitude"], first["location"]) == (-4.19, 14.49, "Mopti")
    assert (first["places"], first["fatalities"], first["main"]) == (2, 7, 0)
    assert (first["class_0"], first["class_1"]) == (2, 1)
    days = (first["first_date"], first["last_date"])
    assert days == (pd.Timestamp("2022-12-31"), pd.Timestamp("2023-03-01"))
    assert made.iloc[1]["main"] == 1


def test_nothing_gives_nothing() -> None:
    made = by_place(frame([]), np.empty(0, dtype=int), 3)
    assert made.empty
    assert {"events", "main", "class_0", "class_1", "class_2"} <= set(made.columns)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_against_a_plain_loop(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, classes = 3_000, 4
    x = np.round(rng.uniform(-5, -3, n), 2) + 0.003  # many events on one point; none on the edge of a cell
    y = np.round(rng.uniform(13, 15, n), 2) + 0.003
    kind = rng.integers(0, classes, n)
    dead = np.where(rng.random(n) < 0.2, np.nan, rng.integers(0, 9, n))
    days = pd.Timestamp("2022-01-01") + pd.to_timedelta(rng.integers(0, 500, n), unit="D")
    events = pd.DataFrame(
        {"longitude": x, "latitude": y, "location": "x", "fatalities": dead, "event_date": days}
    )
    made = by_place(events, kind, classes)

    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i in range(n):
        cells[math.floor(x[i] * 10), math.floor(y[i] * 10)].append(i)
    assert len(made) == len(cells)
    assert made["events"].sum() == n
    assert made["events"].tolist() == sorted(made["events"], reverse=True)
    for row in made.to_dict("records"):
        check(
            row,
            cells[math.floor(row["longitude"] * 10), math.floor(row["latitude"] * 10)],
            x,
            y,
            kind,
            dead,
            days,
        )


def check(row: dict[str, Any], members: list[int], x: Any, y: Any, kind: Any, dead: Any, days: Any) -> None:
    """One row against the events of its cell."""
    points: dict[tuple[float, float], int] = defaultdict(int)
    for i in members:
        points[x[i], y[i]] += 1
    assert points[row["longitude"], row["latitude"]] == max(points.values())
    assert (row["events"], row["places"]) == (len(members), len(points))
    counts = [sum(kind[i] == one for i in members) for one in range(4)]
    assert [row[f"class_{one}"] for one in range(4)] == counts
    assert row["main"] == counts.index(max(counts))
    assert row["fatalities"] == sum(dead[i] for i in members if not math.isnan(dead[i]))
    assert row["first_date"] == min(days[i] for i in members)
    assert row["last_date"] == max(days[i] for i in members)
