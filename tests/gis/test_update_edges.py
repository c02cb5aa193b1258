# SPDX-License-Identifier: GPL-2.0-or-later
"""Updates at their edges: places that move, more changes than a page shows, files that know less, broken rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from event_files import row, write
from flashpoints.plugin.gis.store import read_rows
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from stores import Rows, Store, counts, days

Make = Callable[[Rows], Store]


@pytest.fixture
def make(run: Callable, tmp_path: Path) -> Make:
    return lambda rows: Store(run, tmp_path, rows)


def within(store: Store, west: float, south: float) -> list[str]:
    """Ids of the events in a box of a tenth of a degree, found through the store's index of places."""
    layer = QgsVectorLayer(f"{store.path}|layername=events", "events", "ogr")
    box = QgsRectangle(west, south, west + 0.1, south + 0.1)
    return [one["event_id"] for one in layer.getFeatures(QgsFeatureRequest().setFilterRect(box))]


def test_an_event_that_moved_is_found_where_it_is_now(make: Make) -> None:
    rows = days(range(80))
    store = make(rows)
    rows[5]["latitude"], rows[5]["longitude"] = "12.03", "-7.96"
    rows[6]["notes"] = "Something else."
    assert counts(store.update(rows)) == (0, 2, 0, 78, 0)
    assert within(store, -8.0, 12.0) == ["MLI5"]
    assert len(within(store, -4.25, 14.45)) == 79
    assert store.changes()["MLI5"]["fields"] == "latitude;longitude"


def test_all_changes_are_listed_and_a_report_shows_the_first(make: Make, tmp_path: Path) -> None:
    rows = days(range(250))
    rows = [{**one, "event_date": f"2023-01-{1 + n % 28:02d}"} for n, one in enumerate(rows)]
    store = make(rows)
    newer = [{**one, "fatalities": "3", "notes": f"<b>{n}</b>"} for n, one in enumerate(rows[:240])]
    report = tmp_path / "report.html"
    ran = store.update(newer, ALLOW_REMOVALS=True, REPORT=str(report))
    assert counts(ran) == (0, 240, 10, 0, 0)
    listed = store.changes()
    assert {one["fields"] for one in listed.values() if one["change"] == "changed"} == {"fatalities;notes"}
    assert all(json.loads(listed[f"MLI{n}"]["new"])["notes"] == f"<b>{n}</b>" for n in range(240))
    assert json.loads(listed["MLI245"]["old"])["timestamp"] == 1_700_000_000
    page = report.read_text(encoding="utf-8")
    assert "the first 200 of 240" in page and "<b>7</b>" not in page and "&lt;b&gt;7" in page
    assert page.count("&lt;b&gt;") == 200 and "MLI245" in page


def test_events_that_an_open_quotation_mark_swallows_are_not_removed(make: Make, tmp_path: Path) -> None:
    """They are no row of their own in the account, but the file has them."""
    rows = [row(n, event_date=f"2023-01-{1 + n % 28:02d}") for n in range(8000)]
    store = make(rows)
    path = write(tmp_path / "broken.csv", rows)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[300] = lines[300].replace(",Nothing", ',"Nothing')
    lines[420] = lines[420].replace(",Nothing happened.", '",Nothing happened.')
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = store.update_from(path)
    (rejected,) = read_rows(store.path, "rejected_rows")
    assert "quotation mark" in rejected["reason"]
    assert counts(ran)[2] == 0 and len(store.events()) == 8000
