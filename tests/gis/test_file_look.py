# SPDX-License-Identifier: GPL-2.0-or-later
"""Files before they are loaded: what is known of them, what is asked, and that a mapping gives what it says."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from event_files import COLUMNS, GED_COLUMNS, ged_row, row, write, write_lines
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.reading import read_events
from flashpoints.plugin.gis.file_look import DateDoubt, look, open_file, spelled
from flashpoints.plugin.gis.tabular import open_source, tables
from workbooks import write_workbook


def sheets(*names: str) -> dict[str, list[list[str]]]:
    """Sheets of one event each."""
    return {
        name: [COLUMNS, [row(n)[column] for column in COLUMNS], [row(n + 50)[column] for column in COLUMNS]]
        for n, name in enumerate(names, 1)
    }


def test_a_known_form(tmp_path: Path) -> None:
    found = look(open_file(write(tmp_path / "a.csv", [row()], COLUMNS)))
    assert found.automatic is not None and found.automatic.id == found.form == "acled"
    assert (found.format_id, found.missing, found.problem, found.doubt) == ("auto", (), None, None)
    assert found.positions["event_id"] == 0 and found.file.sample.rows[0][0] == "MLI1"
    assert "31 of the 31 columns of this format are there." in found.evidence


def test_an_unknown_form_keeps_what_can_be_guessed(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", "date,latitude,what", "2023-02-01,14.5,x", "2023-02-02,14.6,y")
    found = look(open_file(path))
    assert found.automatic is None and found.form == found.format_id == "columns"
    assert found.missing == ("event_id", "event_type", "longitude") and found.problem is None
    assert found.positions == {"event_date": 0, "latitude": 1}


def test_a_mapping_fills_what_is_missing_and_loads(tmp_path: Path) -> None:
    lines = ("date,latitude,what,where", "2023-02-01,14.5,Battles,-4.5", "2023-02-02,14.6,Riots,-4.6")
    path = write_lines(tmp_path / "a.csv", *lines)
    mapping = {"event_type": "what", "longitude": "#4", "event_id": "#row", "country": "=Mali"}
    found = look(open_file(path), "auto", mapping)
    assert found.missing == () and found.problem is None
    events, _, report = read_events(open_source(path), found.format_id, columns=mapping)
    assert report.balanced and events["country"].tolist() == ["Mali", "Mali"]
    assert events["longitude"].tolist() == [-4.5, -4.6]


def test_a_form_that_does_not_fit_says_what_it_lacks(tmp_path: Path) -> None:
    file = open_file(write(tmp_path / "a.csv", [row()], COLUMNS))
    found = look(file, "ucdp_ged")
    assert found.automatic is not None and found.automatic.id == "acled"
    assert found.form == "ucdp_ged" and found.missing and found.problem is None


def test_changes_to_a_known_form_are_laid_over_it(tmp_path: Path) -> None:
    file = open_file(write(tmp_path / "a.csv", [ged_row()], GED_COLUMNS))
    found = look(file, "auto", {"location": "adm_2", "notes": None})
    assert found.format_id == "ucdp_ged"
    assert found.positions["location"] == GED_COLUMNS.index("adm_2") and "notes" not in found.positions


def test_counts_of_events_are_no_events(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", "country,admin1,year,month,events", "Mali,Mopti,2023,1,12")
    found = look(open_file(path))
    assert found.problem is not None and "counts of events" in str(found.problem)


@pytest.mark.parametrize(
    ("dates", "doubt"),
    [
        (("05/05/2023", "03/04/2023", "06/07/2023"), DateDoubt("03/04/2023")),
        (("13/02/2023", "02/25/2023"), DateDoubt("", "13/02/2023", "02/25/2023")),
        (("13/02/2023", "03/04/2023"), None),
        (("2023-04-03", "2023-04-04"), None),
    ],
)
def test_doubts_about_dates(tmp_path: Path, dates: tuple[str, ...], doubt: DateDoubt | None) -> None:
    rows = [row(n, event_date=text) for n, text in enumerate(dates)]
    assert look(open_file(write(tmp_path / "a.csv", rows, COLUMNS))).doubt == doubt


def test_tables_of_workbooks_and_archives(tmp_path: Path) -> None:
    book = write_workbook(tmp_path / "a.xlsx", {**sheets("One", "Two"), "Empty": []})
    assert tables(book) == ("One", "Two")
    assert tables(write(tmp_path / "b.csv", [row()], COLUMNS)) == ()
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for name in ("one.csv", "two.csv", "read me.txt"):
            archive.write(tmp_path / "b.csv", name)
    assert tables(tmp_path / "c.zip") == ("one.csv", "two.csv")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.write(book, "folder/a.xlsx")
    assert tables(tmp_path / "d.zip") == ("One", "Two")


@pytest.mark.parametrize("name", ["a.xlsx", "b.zip"])
def test_one_of_several_tables_is_asked_for(tmp_path: Path, name: str) -> None:
    if name == "a.xlsx":
        path, wanted = write_workbook(tmp_path / name, sheets("One", "Two")), "Two"
    else:
        path, wanted = tmp_path / name, "two.csv"
        with zipfile.ZipFile(path, "w") as archive:
            for number, member in enumerate(("one.csv", "two.csv"), 1):
                archive.write(write(tmp_path / "x.csv", [row(number)], COLUMNS), member)
    asked = open_file(path)
    assert asked.source is None and len(asked.tables) == 2 and look(asked).header == ()
    chosen = look(open_file(path, wanted))
    assert chosen.file.table == wanted and chosen.file.sample.rows[0][0] == "MLI2"


def test_the_only_sheet_of_events_is_chosen_and_named(tmp_path: Path) -> None:
    words = [["About", "this"], ["Made", "up"]]
    file = open_file(write_workbook(tmp_path / "a.xlsx", {"Read me": words, **sheets("Events")}))
    assert file.tables == ("Read me", "Events") and file.table == "Events"


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="no such file"):
        open_file(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("header", "position", "text"),
    [
        (("a", "b"), 1, "b"),
        (("a", "A"), 1, "A"),
        (("a", "a"), 1, "#2"),
        (("", "b"), 0, "#1"),
        (("=Mali", "b"), 0, "#1"),
        (("#2", "#2"), 1, "#2"),
    ],
)
def test_columns_are_spelled_unmistakably(header: tuple[str, ...], position: int, text: str) -> None:
    assert spelled(header, position) == text


def test_a_constant_is_no_name_of_a_column(tmp_path: Path) -> None:
    """=Mali means Mali, also where a column is called so, and #row the number where one is called Row."""
    lines = ("Row,date,type,lat,lon,Mali", "9,2023-02-01,Battles,14.5,-4.5,other")
    found = look(
        open_file(write_lines(tmp_path / "a.csv", *lines)),
        "columns",
        {"country": "=Mali", "event_id": "#row"},
    )
    assert found.constants == {"country": "Mali", "event_id": "#row"}
