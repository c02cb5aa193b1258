# SPDX-License-Identifier: GPL-2.0-or-later
"""Any form of event file through importevents: what is in the store, the log and the report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from event_files import COLUMNS_2018, COLUMNS_2022, GED_COLUMNS, ged_row, row, write, write_lines
from flashpoints.plugin.gis.store import read_rows
from qgis.core import QgsProcessingException
from workbooks import write_workbook

SIDES = ("side_1_groups", "side_1_families", "side_2_groups", "side_2_families")


def events(store: Path) -> dict[str, dict[str, object]]:
    return {one["event_id"]: one for one in read_rows(store, "events")}


def test_old_types_and_warnings_reach_store_and_report(run: Callable, tmp_path: Path) -> None:
    rows = [
        row(1, event_type="Remote violence", event_date="31 October 2018"),
        row(2, event_date="01 January 2150", location="SÃ©gou"),
    ]
    path = write(tmp_path / "<b>a.csv", rows, COLUMNS_2018)
    store, report = tmp_path / "a.gpkg", tmp_path / "a.html"
    ran = run("importevents", INPUT=str(path), OUTPUT=str(store), REPORT=str(report))
    assert events(store)["MLI1"]["original_event_type"] == "Remote violence"
    assert "Events dated in the future: 1, such as MLI2." in ran.log
    html = report.read_text(encoding="utf-8")
    assert (
        "dated in the future" in html and "SÃ©gou" in html and "<b>" not in html.partition("<body>")[2][:40]
    )


def test_unknown_sides_are_null(run: Callable, tmp_path: Path) -> None:
    columns = [name for name in COLUMNS_2022 if name not in ("actor2", "assoc_actor_2", "inter2")]
    rows = [
        row(1, actor1="JNIM: Group for Support of Islam and Muslims", inter1="2"),
        row(1, actor1="Military Forces of Mali (2021-)", inter1="1"),
        row(2, actor1="JNIM: Group for Support of Islam and Muslims", inter1="2"),
        row(2, actor1="Civilians (Mali)", inter1="7"),
    ]
    store = tmp_path / "a.gpkg"
    ran = run("importevents", INPUT=str(write(tmp_path / "a.csv", rows, columns)), OUTPUT=str(store))
    found = events(store)
    assert [found["MLI1"][name] for name in SIDES] == [None] * 4
    assert ";jnim;" in str(found["MLI1"]["actor_groups"])
    assert (found["MLI2"]["side_1_groups"], found["MLI2"]["side_2_groups"]) == (";jnim;", ";civilians;")
    assert (ran.results["EVENTS"], ran.results["ROWS_MERGED"]) == (2, 2)


def test_a_workbook_by_its_columns(run: Callable, tmp_path: Path) -> None:
    header = ["No", "Date", "Nature", "Lat", "Long", "Morts"]
    path = write_workbook(
        tmp_path / "a.xlsx", {"Events": [header, [7, "03/04/2023", "Combats", 14.5, -4.2, 3]]}
    )
    store, mapping = tmp_path / "a.gpkg", {"event_id": "No", "country": "=Mali"}
    parameters = {"INPUT": str(path), "OUTPUT": str(store), "COLUMNS": json.dumps(mapping)}
    with pytest.raises(QgsProcessingException, match="whether the day or the month comes first"):
        run("importevents", **parameters)
    assert not store.exists()
    run("importevents", **parameters, DATE_ORDER="dmy", DATASET="Office", TABLE="Events")
    event = events(store)["7"]
    assert (event["event_date"], event["event_type"], event["fatalities"]) == ("2023-04-03", "Battles", 3)
    assert (event["country"], event["dataset"]) == ("Mali", "Office")
    assert read_rows(store, "imports")[0]["format"] == "columns"


def test_a_mapping_that_is_none_is_refused(run: Callable, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", "id,date,type,lat,lon", "1,2023-02-03,Battles,1,2")
    with pytest.raises(QgsProcessingException, match="no JSON"):
        run("importevents", INPUT=str(path), OUTPUT=str(tmp_path / "a.gpkg"), COLUMNS="date")


def test_ged_stays_out_of_rings_where_only_the_region_is_known(run: Callable, tmp_path: Path) -> None:
    """where_prec 4 and more; events of several days that end after their period are said."""
    rows = [
        ged_row(1, date_start="2019-03-30", date_end="2019-04-02", latitude="12.7", longitude="-8.0"),
        ged_row(2, date_start="2019-03-10", date_end="2019-03-10", latitude="12.7", longitude="-8.0"),
        ged_row(
            3,
            date_start="2019-03-11",
            date_end="2019-03-11",
            latitude="12.7",
            longitude="-8.0",
            where_prec="4",
        ),
        ged_row(4, date_start="2019-06-29", date_end="2019-06-29", latitude="12.7", longitude="-8.0"),
    ]
    store = tmp_path / "a.gpkg"
    run("importevents", INPUT=str(write(tmp_path / "a.csv", rows, GED_COLUMNS)), OUTPUT=str(store))
    ran = run("buffercounts", INPUT=f"{store}|layername=events", RADII_KM="50", PERIODS="2019-Q1;2019-Q2")
    assert ran.frame()["events"].tolist() == [2, 1]
    assert "1 events left out: placed to a region or country only" in ran.log
    assert "end after their period: 1;" in ran.log
    (compared,) = run(
        "compareperiods", INPUT=f"{store}|layername=events", PERIOD_A="2019-Q1", PERIOD_B="2019-Q2",
        GROUP_BY="event_type",
    ).frame().query("name == 'Battles'").itertuples()  # fmt: skip
    assert (compared.events_a, compared.events_b) == (3, 1)
    layer = ran.layer()
    assert "CC BY 4.0" in " ".join(layer.metadata().rights()) + " ".join(layer.metadata().licenses())
