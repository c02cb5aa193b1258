# SPDX-License-Identifier: GPL-2.0-or-later
"""In two real windows: a ring's number in dialog, output, label, dock, sentence and list is one number."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flashpoints.tools import window

from .test_real_window import assert_clean, explain

PROBE = window.ROOT / "tools" / "probe_numbers.py"

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(window.can_run()), reason=f"no window can be opened: {window.can_run()}"),
]


def test_one_number_also_after_reopening(store: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(store, tmp_path / "own.gpkg"))
    task = {"store": str(own), "project": str(tmp_path / "project.qgz")}
    home = tmp_path / "home"  # both are the same user's
    counted, again = (
        window.run(name, tmp_path, probe=PROBE, task=task, home=home) for name in ("count", "reopen")
    )
    for seen in (counted, again):
        assert_clean(seen)
    earlier, later = counted.result["dialog"]
    assert int(later) > int(earlier) > 0
    for seen, name in ((counted, "count"), (again, "reopen")):
        told = seen.result[name]
        assert told["output"] == [int(earlier), int(later)], explain(seen)
        assert told["label"] == f"150 km: {later} ({earlier})"
        assert told["dock"] == later
        assert (
            f"{later} events within 150 km of Bamako" in told["text"] and f"{earlier} before" in told["text"]
        )
        assert told["list"].startswith(f"{later}: within 150 km of Bamako") and told["listed"] == int(later)
        assert told["note"] == ""
