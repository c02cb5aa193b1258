# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin as `qgis_process` has it: no window, no project, every run a process of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import QgisProcess

SELECTION = (
    "INPUT USE_LAYER_FILTER DATASET EVENT_TYPES SUB_EVENT_TYPES ACTOR_GROUPS ROLE AGAINST CIVILIANS "
    "WHERE COUNTRIES GEO_PRECISION_MAX TIME_PRECISION_MAX MIN_FATALITIES"
)
# the contract's names; what is added to them later does no harm
PARAMETERS = {
    "importevents": "INPUT FORMAT COLUMNS COUNTRIES MODE OUTPUT",
    "buffercounts": SELECTION
    + " CENTRE CENTRES CENTRE_NAME RADII_KM PERIODS BREAKDOWN OUTPUT PROFILE EVENTS",
    "regionfootprints": SELECTION
    + " REGIONS REGION_FIELD METHOD SIZE_KM PERIODS OUTPUT CHANGE SENSITIVITY EVENTS",
    "compareperiods": SELECTION + " REGIONS REGION_FIELD PERIOD_A PERIOD_B GROUP_BY CONFIDENCE OUTPUT EVENTS",
    "countsovertime": SELECTION
    + " REGIONS REGION_FIELD STEP GROUP_BY PERIODS CENTRE RADIUS_KM OUTPUT CHART EVENTS",
    "rollingrecord": SELECTION + " REGIONS REGION_FIELD PERIOD WINDOW CENTRE RADIUS_KM OUTPUT EVENTS",
    "yearprojection": SELECTION + " REGIONS REGION_FIELD AS_OF CENTRE RADIUS_KM OUTPUT EVENTS",
    "actornames": "INPUT ACTORS OUTPUT",
    "reclassifyevents": "INPUT ACTORS PREVIEW",
    "listrulings": "INPUT OUTPUT",
    "addruling": "INPUT EVENT_ID FIELD VALUE REASON AUTHOR",
    "exportrulings": "INPUT OUTPUT",
    "importrulings": "INPUT FILE",
    "makebrief": "INPUT RECIPE AS_OF REGIONS REGION_FIELD OLD TEMPLATE LANGUAGE OUTPUT",
}


def rows(path: Path, query: str) -> list[tuple]:
    """What a query of a GeoPackage gives, read without touching the file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def source_of(path: Path, layer: str = "events") -> str:
    """A layer of a GeoPackage, as a parameter."""
    return f"{path}|layername={layer}"


@pytest.fixture(scope="module")
def store(qgis_process: QgisProcess, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, imported."""
    path = tmp_path_factory.mktemp("store") / "store.gpkg"
    qgis_process.run("importevents", INPUT=sample, OUTPUT=path)
    return path


def test_provider_is_listed_with_its_algorithms(qgis_process: QgisProcess) -> None:
    """Under its own name, with every algorithm of the contract."""
    provider = qgis_process.answer("list")["providers"]["flashpoints"]
    assert provider["name"] == "Flashpoints"
    assert {f"flashpoints:{name}" for name in PARAMETERS} <= set(provider["algorithms"])


@pytest.mark.parametrize("algorithm", sorted(PARAMETERS))
def test_algorithm_has_the_parameters_of_the_contract(qgis_process: QgisProcess, algorithm: str) -> None:
    """By their names; each has a description in words."""
    parameters = qgis_process.answer("help", f"flashpoints:{algorithm}")["parameters"]
    assert set(PARAMETERS[algorithm].split()) - set(parameters) == set()
    for name, parameter in parameters.items():
        assert parameter["description"] not in ("", name), name


def test_import_accounts_for_every_row(qgis_process: QgisProcess, sample: Path, tmp_path: Path) -> None:
    """Read = events + merged + filtered + rejected, and read is the number of lines of the file."""
    results = qgis_process.run("importevents", INPUT=sample, OUTPUT=tmp_path / "store.gpkg")
    parts = [int(results[name]) for name in ("EVENTS", "ROWS_MERGED", "ROWS_FILTERED", "ROWS_REJECTED")]
    lines = len(sample.read_text(encoding="utf-8").splitlines()) - 1
    assert int(results["ROWS_READ"]) == sum(parts) == lines
    assert rows(tmp_path / "store.gpkg", "select count(*) from events") == [(parts[0],)]


ANALYSES = {
    "buffercounts": {"PERIODS": "2022-H2;2023-H1"},
    "regionfootprints": {"PERIODS": "2022-H2;2023-H1"},
    "compareperiods": {"PERIOD_A": "2022-H2", "PERIOD_B": "2023-H1"},
}


@pytest.mark.parametrize("algorithm", sorted(ANALYSES))
def test_output_carries_style_and_metadata(
    qgis_process: QgisProcess, store: Path, tmp_path: Path, algorithm: str
) -> None:
    """With nothing loaded into a project, the GeoPackage holds rows, a default style and its account."""
    output = tmp_path / f"{algorithm}.gpkg"
    qgis_process.run(algorithm, INPUT=source_of(store), OUTPUT=output, **ANALYSES[algorithm])
    (table,) = rows(output, "select table_name from gpkg_contents where data_type = 'features'")
    assert rows(output, f'select count(*) from "{table[0]}"')[0][0] > 0
    styles = rows(output, "select f_table_name, useAsDefault, length(styleQML) from layer_styles")
    assert [(name, bool(default), size > 500) for name, default, size in styles] == [(table[0], True, True)]
    (metadata,) = rows(output, "select metadata from gpkg_metadata")
    assert "2023-H1" in metadata[0] or "2023-01-01/2023-06-30" in metadata[0]
    assert "flashpoints" in metadata[0].lower()


RING = {"CENTRE": "-8.0029,12.6392", "RADIUS_KM": 150, "ACTOR_GROUPS": "militant_islamist"}


def test_time_record_and_pace_without_a_window(
    qgis_process: QgisProcess, store: Path, tmp_path: Path
) -> None:
    """Tables with their account, a chart, and numbers that a script can read; what is not known is null."""
    question = {"INPUT": source_of(store), **RING}
    counts = tmp_path / "counts.gpkg"
    found = qgis_process.run(
        "countsovertime", STEP="half-year", OUTPUT=counts, CHART=tmp_path / "counts.png", **question
    )
    assert dict(rows(counts, "select period, events from counts"))["2023-H1"] == 16
    assert Path(found["CHART"]).read_bytes().startswith(b"\x89PNG")
    (metadata,) = rows(counts, "select metadata from gpkg_metadata")
    assert "counts-over-time/1" in metadata[0]
    record = qgis_process.run("rollingrecord", PERIOD="2023-H1", OUTPUT=tmp_path / "record.gpkg", **question)
    assert (record["IS_RECORD"], record["COUNT"]) == (True, 16)
    assert rows(tmp_path / "record.gpkg", "select max(events) from record") == [(record["PREVIOUS_RECORD"],)]
    early = qgis_process.run("rollingrecord", PERIOD="2017-H2", OUTPUT=tmp_path / "early.gpkg", **question)
    assert (
        early["IS_RECORD"] is None and early["PREVIOUS_RECORD"] is None and "not known" in early["SENTENCE"]
    )
    year = qgis_process.run("yearprojection", OUTPUT=tmp_path / "years.gpkg", **question)
    assert year["EVENTS_SO_FAR"] == 16 and year["LOW"] < year["PROJECTED"] < year["HIGH"]
    last = rows(tmp_path / "years.gpkg", "select low, high, p_record from years where year = 2023")
    assert last == [(year["LOW"], year["HIGH"], pytest.approx(year["P_RECORD"]))]


def test_brief_is_made(qgis_process: QgisProcess, store: Path, tmp_path: Path) -> None:
    """A page as PDF."""
    output = tmp_path / "brief.pdf"
    qgis_process.run("makebrief", INPUT=source_of(store), OUTPUT=output)
    assert output.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("algorithm", "wrong", "word"),
    [
        ("buffercounts", {"RADII_KM": "-5"}, "-5"),
        ("buffercounts", {"RADII_KM": "abc"}, "abc"),
        ("buffercounts", {"PERIODS": "2023-06-30/2023-01-01"}, "2023-06-30"),
        ("compareperiods", {"PERIOD_A": "2023-H9", "PERIOD_B": "2023-H1"}, "2023-H9"),
        ("countsovertime", {"STEP": "fortnight"}, "STEP"),
        ("rollingrecord", {"WINDOW": "P0M"}, "P0M"),
    ],
)
def test_wrong_values_are_refused_in_words(
    qgis_process: QgisProcess, store: Path, algorithm: str, wrong: dict[str, str], word: str, tmp_path: Path
) -> None:
    """The message names the value, and it is no traceback."""
    said = qgis_process.refusal(algorithm, INPUT=source_of(store), OUTPUT=tmp_path / "out.gpkg", **wrong)
    assert word in said
    assert "Traceback" not in said


def test_rulings_without_a_window(qgis_process: QgisProcess, store: Path, tmp_path: Path) -> None:
    """Made, counted, listed and written to a file, each by a process of its own."""
    own = tmp_path / "own.gpkg"
    own.write_bytes(store.read_bytes())
    ((event_id,),) = rows(
        own,
        "SELECT event_id FROM events WHERE event_date >= '2023-01-01' AND event_type = 'Battles' "
        "AND location = 'Bamako' LIMIT 1",
    )
    qgis_process.run(
        "addruling",
        INPUT=own,
        EVENT_ID=event_id,
        FIELD="exclude",
        VALUE="1",
        REASON="seen twice",
        AUTHOR="A. Analyst",
    )
    rings = tmp_path / "rings.gpkg"
    qgis_process.run("buffercounts", INPUT=source_of(own), PERIODS="2023-H1", RADII_KM="50", OUTPUT=rings)
    ((ruled, coded),) = rows(rings, "SELECT events, events_as_coded FROM rings")
    assert ruled == coded - 1
    listed = qgis_process.run("listrulings", INPUT=own, OUTPUT=tmp_path / "list.gpkg")
    assert (listed["IN_FORCE"], listed["CONFLICTS"]) == (1, 0)
    assert qgis_process.run("exportrulings", INPUT=own, OUTPUT=tmp_path / "list.csv")["RULINGS"] == 1
    assert event_id in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
