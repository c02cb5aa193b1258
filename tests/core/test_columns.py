# SPDX-License-Identifier: GPL-2.0-or-later
"""Any table by its columns: guesses by name and content, mappings, and the order of day and month."""

from __future__ import annotations

from pathlib import Path

import pytest
from event_files import COLUMNS, row, write, write_lines
from flashpoints.plugin.core.column_guess import guess_columns
from flashpoints.plugin.core.dates import day_month_order, iso_date
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.formats.columns import MAPPABLE, parse_mapping
from flashpoints.plugin.core.reading import EventReader, read_events, recognise

TRIMMED = "id,date,annee,type,pays,latitude,longitude"


def found(header: list[str], *rows: list[str]) -> dict[str, str]:
    """Canonical column -> the file's column, as guessed."""
    return {name: guess.column for name, guess in guess_columns(header, rows).items()}


def test_a_file_trimmed_by_hand_is_read_by_its_columns(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.csv",
        TRIMMED,
        "MLI1,30-Jun-23,2023,Battles,Mali,14.5,-4.2",
        "MLI2,1-Jan-15,2015,Violence against civilians,Mali,14.6,-4.1",
    )
    preview = recognise(path)
    events, _, report = read_events(path)
    assert preview.format_id == "columns" and report.balanced
    assert {name: guess.column for name, guess in preview.guesses.items()} == {
        "event_id": "id", "event_date": "date", "event_type": "type", "country": "pays",
        "latitude": "latitude", "longitude": "longitude",
    }  # fmt: skip
    assert events["event_date"].tolist() == ["2023-06-30", "2015-01-01"]
    assert events["country"].tolist() == ["Mali", "Mali"] and events["actor1"].tolist() == [None, None]
    assert set(events["dataset"]) == {"ACLED"}  # by its ids: its terms hold for a trimmed file as well
    assert any("country = pays (its name in French)" in sentence for sentence in preview.evidence)


def test_names_are_guessed_in_english_and_french() -> None:
    english = ["Event ID", "Date", "Type of event", "Lat", "Lon", "Deaths", "District", "eventnumber2"]
    assert found(english) == {
        "event_id": "Event ID", "event_date": "Date", "event_type": "Type of event", "latitude": "Lat",
        "longitude": "Lon", "fatalities": "Deaths", "admin2": "District",
    }  # fmt: skip
    french = [
        "Identifiant",
        "Date de l'événement",
        "Type d'événement",
        "Pays",
        "Région",
        "Cercle",
        "Localité",
        "Tués",
    ]
    assert found(french) == {
        "event_id": "Identifiant", "event_date": "Date de l'événement", "event_type": "Type d'événement",
        "country": "Pays", "admin1": "Région", "admin2": "Cercle", "location": "Localité", "fatalities": "Tués",
    }  # fmt: skip


def test_region_is_the_worlds_in_english_and_the_countrys_in_french() -> None:
    assert found(["country", "region", "location"])["region"] == "region"
    assert found(["pays", "region", "commune"])["admin1"] == "region"
    assert found(["country", "region", "admin1"])["admin1"] == "admin1"


def test_names_that_a_shapefile_cut_are_guessed() -> None:
    cut = ["event_id_c", "event_date", "sub_event_", "assoc_acto", "assoc_ac_1", "civilian_t", "geo_precis"]
    assert found(cut) == {
        "event_id": "event_id_c", "event_date": "event_date", "sub_event_type": "sub_event_",
        "assoc_actor_1": "assoc_acto", "assoc_actor_2": "assoc_ac_1", "civilian_targeting": "civilian_t",
        "geo_precision": "geo_precis",
    }  # fmt: skip


def test_content_overrules_a_name() -> None:
    header = ["id", "date", "type", "x", "y"]
    rows = [
        ["A1", "spring", "ambush", "712345.0", "1401234.0"],
        ["A2", "winter", "raid", "712350.0", "1401239.0"],
    ]
    assert found(header, *rows) == {"event_id": "id"}  # no dates, no known types, metres


def test_what_has_no_telling_name_is_guessed_by_content() -> None:
    header = ["a", "b", "c", "d", "e", "f"]
    rows = [
        ["MLI7", "2023-02-03", "Battles", "14.51", "-104.21", "3"],
        ["MLI8", "4 March 2023", "Riots", "13.02", "-4.25", "0"],
        ["MLI9", "05/04/2023", "Protests", "12.25", "-4.75", ""],
    ]
    assert found(header, *rows) == {
        "event_id": "a", "event_date": "b", "event_type": "c", "latitude": "d", "longitude": "e"
    }  # fmt: skip
    why = guess_columns(header, rows)["longitude"]
    assert "beyond 90" in why.why and not why.by_name


def test_two_columns_of_degrees_are_not_told_apart_without_a_name() -> None:
    rows = [["14.51", "-4.21"], ["13.02", "-4.25"]]
    assert found(["a", "b"], *rows) == {}
    assert found(["lat", "b"], *rows) == {"latitude": "lat", "longitude": "b"}


def test_every_guess_is_a_column_that_can_be_mapped() -> None:
    assert set(found(COLUMNS)) == (set(COLUMNS) - {"event_id_cnty", "year"}) | {"event_id"}
    assert set(found(COLUMNS)) <= set(MAPPABLE)


def test_a_mapping_lies_over_the_guesses(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.csv", "nr;wann;was;breite;länge;lat;note", "7;2023-02-03;battle;14,5;-4,2;99;x"
    )
    mapping = {
        "event_id": "NR", "event_date": "wann", "event_type": "#3", "latitude": "breite", "longitude": "lange",
        "country": "=Mali", "notes": None,
    }  # fmt: skip
    events, _, _ = read_events(path, columns=mapping)
    event = events.iloc[0]
    assert (event["event_id"], event["event_date"], event["event_type"]) == ("7", "2023-02-03", "Battles")
    assert (event["latitude"], event["longitude"], event["country"]) == (14.5, -4.2, "Mali")
    assert event["notes"] is None and event["dataset"] == "Other"
    preview = recognise(path, columns=mapping)
    assert preview.format_id == "columns"
    assert any("country = Mali" in sentence for sentence in preview.evidence)


def test_rows_without_ids_are_known_by_their_numbers(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.csv", "date,type,lat,lon", "2023-02-03,Battles,14.5,-4.2", "2023-02-03,Riots,1,2"
    )
    with pytest.raises(FlashpointsError, match="not known which columns hold: event_id"):
        EventReader(path, "columns")
    events, _, _ = read_events(path, columns={"event_id": "#row"})
    assert events["event_id"].tolist() == ["2", "3"]
    evidence = recognise(path, columns={"event_id": "#row"}).evidence
    assert any("no update can follow them" in sentence for sentence in evidence)


def test_a_dataset_is_given_or_read(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.csv",
        "id,date,type,lat,lon,dataset",
        "1,2023-02-03,Battles,14.5,-4.2,",
        "2,2023-02-03,Riots,1,2,Office",
    )
    assert read_events(path)[0]["dataset"].tolist() == ["Other", "Office"]
    assert read_events(path, dataset="Police")[0]["dataset"].tolist() == ["Police", "Office"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object of texts"),
        ('{"event_date": 3}', "no JSON object of texts"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_mapping_that_is_none_is_refused(text: str, words: str) -> None:
    with pytest.raises(FlashpointsError, match=words) as caught:
        parse_mapping(text)
    assert caught.value.where == "COLUMNS" and caught.value.remedy


def test_mappings_of_what_does_not_exist_are_refused(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", TRIMMED, "MLI1,30-Jun-23,2023,Battles,Mali,14.5,-4.2")
    with pytest.raises(FlashpointsError, match="no canonical column when"):
        recognise(path, columns={"when": "date"})
    with pytest.raises(FlashpointsError, match="no column “day”") as caught:
        recognise(path, columns={"event_date": "day"})
    assert "annee" in caught.value.remedy
    assert parse_mapping(" ") == {} and parse_mapping('{"a": "b", "c": null}') == {"a": "b", "c": None}


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/04/2023", "13/04/2023"], "dmy"),
        (["03/04/2023", "04-13-2023", ""], "mdy"),
        (["03/04/2023", "05.06.23"], "ambiguous"),
        (["13/04/2023", "04/13/2023"], "mixed"),
        (["05/05/2023", "06/06/2023"], "dmy"),  # reads alike either way
        (["2023-02-01", "30 June 2023", "", "soon"], "none"),
        ([], "none"),
    ],
)
def test_the_order_of_day_and_month(values: list[str], order: str) -> None:
    assert day_month_order(values) == order


@pytest.mark.parametrize(("order", "first"), [("dmy", "2023-04-03"), ("mdy", "2023-03-04")])
def test_an_order_that_the_column_does_not_tell_is_asked_for(tmp_path: Path, order: str, first: str) -> None:
    path = write(tmp_path / "a.csv", [row(1, event_date="03/04/2023"), row(2, event_date="12/11/2022 10:30")])
    assert recognise(path).date_order == "ambiguous"  # the preview shows it, and the dialog asks
    with pytest.raises(FlashpointsError, match="whether the day or the month comes first") as caught:
        EventReader(path)
    assert "DATE_ORDER" in caught.value.remedy and caught.value.where == str(path)
    assert read_events(path, date_order=order)[0]["event_date"][0] == first


def test_the_whole_column_is_asked_not_its_first_rows(tmp_path: Path) -> None:
    rows = [row(n, event_date="03/04/2023") for n in range(2500)]
    path = write(tmp_path / "a.csv", [*rows, row(2500, event_date="25/04/2023")])
    assert recognise(path).date_order == "dmy"
    assert set(read_events(path)[0]["event_date"]) == {"2023-04-03", "2023-04-25"}


def test_numeric_dates_that_turn_up_late_are_not_guessed(tmp_path: Path) -> None:
    rows = [row(n) for n in range(2500)]
    path = write(tmp_path / "a.csv", [*rows, row(2500, event_date="03/04/2023")])
    reader = EventReader(path)
    with pytest.raises(FlashpointsError, match="03/04/2023"):
        list(reader.batches(500))
    assert read_events(path, date_order="mdy")[0]["event_date"].iloc[-1] == "2023-03-04"


def test_dates_against_the_chosen_order_are_rejected(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(1, event_date="03/25/2023"), row(2, event_date="25/03/2023")])
    with pytest.raises(FlashpointsError, match="Some dates have the day first, others the month"):
        EventReader(path)
    events, rejected, report = read_events(path, date_order="dmy")
    assert (
        events["event_id"].tolist() == ["MLI2"] and rejected["row_number"].tolist() == [2] and report.balanced
    )


def test_an_order_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="Choose one of: auto, dmy, mdy"):
        EventReader(write(tmp_path / "a.csv", [row(1)]), date_order="ymd")


def test_dates_of_layers_are_read_where_they_leave_no_doubt() -> None:
    texts = ["2023-06-30", " 30 June 2023 ", "2023-02-30", "03/04/2023", "", "soon"]
    assert [iso_date(text) for text in texts] == ["2023-06-30", "2023-06-30", None, None, None, None]
