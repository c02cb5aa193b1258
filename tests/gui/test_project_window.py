# SPDX-License-Identifier: GPL-2.0-or-later
"""Saving the project, closing QGIS and opening it again, in two real windows."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from flashpoints.tools import window

from .conftest import save_own_style
from .test_real_window import assert_clean, explain

PROBE = window.ROOT / "tools" / "probe_project.py"
HALF = "2022-07-01", "2022-12-31"

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(window.can_run()), reason=f"no window can be opened: {window.can_run()}"),
]


def test_style_groups_filter_and_time_come_back(store: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(store, tmp_path / "own.gpkg"))
    save_own_style(own)
    task = {"store": str(own), "project": str(tmp_path / "project.qgz")}
    home = tmp_path / "home"  # both are the same user's
    saved, again = (
        window.run(name, tmp_path, probe=PROBE, task=task, home=home) for name in ("save", "reopen")
    )
    for seen in (saved, again):
        assert_clean(seen)
    facts = again.result["facts"]
    assert facts == saved.result["facts"], explain(again)
    with sqlite3.connect(own) as connection:
        query = "SELECT count(*) FROM events WHERE event_date BETWEEN ? AND ?"
        events = connection.execute(query, HALF).fetchone()[0]
    assert facts["shown"] == facts["places"] == events > 0
    assert (facts["renderer"], facts["as made"], facts["near"], facts["far"]) == (
        "pointDisplacement", True, True, True
    )  # fmt: skip
    assert facts["legend"][0] == "Actors" and facts["legend"][1].startswith("Groups as our office says (")
    assert facts["family"] == "Groups as our office says"
    assert facts["plays"] is True
    assert facts["range"] == ["2022-06-27", "2022-12-31"] and facts["step"][0] == 1  # weeks, from a Monday on
