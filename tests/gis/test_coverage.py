# SPDX-License-Identifier: GPL-2.0-or-later
"""The days that a store covers, corrected by hand."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import pytest
from databases import opened
from event_files import COLUMNS, row, write
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period
from flashpoints.plugin.gis.algorithm import load_actors
from flashpoints.plugin.gis.coverage import set_coverage
from flashpoints.plugin.gis.frames import EventSource
from flashpoints.plugin.gis.importing import import_events
from flashpoints.plugin.gis.updating import update_events
from qgis.core import QgsVectorLayer

YEAR = Period(datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two events in two countries."""
    rows = [row(1, event_date="2022-03-05"), row(2, event_date="2022-11-30", country="Niger")]
    path = tmp_path / "a.gpkg"
    import_events(write(tmp_path / "a.csv", rows, COLUMNS), path, load_actors())
    return path


def coverage(store: Path, *countries: str) -> Period | None:
    """As the analyses see it."""
    layer = QgsVectorLayer(f"{store}|layername=events", "events", "ogr")
    return EventSource.from_layer(layer).coverage("ACLED", countries)


def imported(store: Path) -> tuple[str, str]:
    """What the list of imports says."""
    with opened(f"file:{store}?mode=ro", uri=True) as connection:
        start, end = connection.execute(
            "SELECT coverage_start, coverage_end FROM imports ORDER BY fid"
        ).fetchone()
    return start, end


def test_the_rule_and_its_correction(store: Path) -> None:
    assert coverage(store) == Period(datetime.date(2022, 3, 1), datetime.date(2022, 11, 30))
    set_coverage(store, None, None, YEAR)
    assert coverage(store) == YEAR and imported(store) == ("2022-01-01", "2022-12-31")


def test_one_country_alone(store: Path) -> None:
    set_coverage(store, "ACLED", "Niger", YEAR)
    assert coverage(store, "Niger") == YEAR
    assert coverage(store, "Mali") == Period(datetime.date(2022, 3, 1), datetime.date(2022, 11, 30))
    assert imported(store) == ("2022-03-01", "2022-11-30")  # of the whole file


def test_one_file_alone(store: Path, tmp_path: Path) -> None:
    """An update brings its own coverage; correcting it leaves that of the first file."""
    newer = write(tmp_path / "b.csv", [row(3, event_date="2022-12-24")], COLUMNS)
    update_events(newer, store)
    newest = hashlib.sha256(newer.read_bytes()).hexdigest()
    set_coverage(store, None, None, Period(datetime.date(2022, 12, 1), datetime.date(2022, 12, 31)), newest)
    assert coverage(store) == Period(datetime.date(2022, 3, 1), datetime.date(2022, 12, 31))
    assert imported(store) == ("2022-03-01", "2022-11-30")


def test_what_the_store_does_not_have(store: Path) -> None:
    with pytest.raises(FlashpointsError, match="no events of UCDP GED"):
        set_coverage(store, "UCDP GED", None, YEAR)
    assert imported(store) == ("2022-03-01", "2022-11-30")
