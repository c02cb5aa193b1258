# SPDX-License-Identifier: GPL-2.0-or-later
"""Every form of ACLED's files that people have: one test or more for each row of the table in the design."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from event_files import COLUMNS, COLUMNS_2018, COLUMNS_2022, row, write
from flashpoints.plugin.core import formats
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.reading import EventReader, read_events, recognise
from flashpoints.plugin.core.schema import EVENT_TYPES

OLD_TYPES = [  # as exported until 2018 -> today's type, today's sub-type
    ("Battle-No change of territory", {}, "Battles", "Armed clash"),
    ("Battle-Government regains territory", {}, "Battles", "Government regains territory"),
    ("Battle-Non-state actor overtakes territory", {}, "Battles", "Non-state actor overtakes territory"),
    ("Remote violence", {}, "Explosions/Remote violence", None),
    ("Violence against civilians", {"inter2": "7"}, "Violence against civilians", None),
    ("Riots/Protests", {"inter1": "5", "inter2": "0"}, "Riots", None),
    ("Riots/Protests", {"inter1": "6", "inter2": "1"}, "Protests", None),
    ("Strategic development", {}, "Strategic developments", None),
    (
        "Non-violent transfer of territory",
        {},
        "Strategic developments",
        "Non-violent transfer of territory",
    ),
    ("Headquarters or base established", {}, "Strategic developments", "Headquarters or base established"),
]


def export_2018(path: Path) -> Path:
    rows = [
        row(n, event_type=name, event_date="31 October 2018", **changes)
        for n, (name, changes, _, _) in enumerate(OLD_TYPES)
    ]
    return write(path, rows, COLUMNS_2018, quoting=csv.QUOTE_ALL)


def test_2018_exports_have_old_types_and_dates_in_words(tmp_path: Path) -> None:
    path = export_2018(tmp_path / "a.csv")
    events, rejected, report = read_events(path)
    assert report.events == len(OLD_TYPES) and rejected.empty and report.balanced
    assert events["event_type"].tolist() == [name for _, _, name, _ in OLD_TYPES]
    assert events["sub_event_type"].tolist() == [sub for _, _, _, sub in OLD_TYPES]
    assert set(events["event_date"]) == {"2018-10-31"} and set(events["year"]) == {2018}
    preview = recognise(path)
    assert (preview.format_id, preview.label) == ("acled", "ACLED, as exported until 2018")
    assert "Not used: data_id, event_id_no_cnty, iso3." in preview.evidence
    assert any("Battle-No change of territory" in sentence for sentence in preview.evidence)


def test_old_types_are_kept_beside_todays(tmp_path: Path) -> None:
    events, _, _ = read_events(export_2018(tmp_path / "a.csv"))
    kept = [None if name in EVENT_TYPES else name for name, _, _, _ in OLD_TYPES]
    assert events["original_event_type"].tolist() == kept
    assert kept.count(None) == 1  # violence against civilians was always called so


def test_old_vintages_get_disorder_type_and_targeting(tmp_path: Path) -> None:
    events, _, _ = read_events(export_2018(tmp_path / "a.csv"))
    political, strategic = "Political violence", "Strategic developments"
    # riots of no known kind may be mob violence or a violent demonstration: that is not guessed
    expected = [political] * 5 + [None, "Demonstrations"] + [strategic] * 3
    assert events["disorder_type"].tolist() == expected
    assert events["civilian_targeting"].notna().tolist() == [n == 4 for n in range(10)]
    assert events["targeting_derived"].tolist() == [int(n == 4) for n in range(10)]


@pytest.mark.parametrize(
    ("event_type", "sub_type", "disorder"),
    [
        ("Riots", "Mob violence", "Political violence"),
        ("Riots", "Violent demonstration", "Demonstrations"),
        ("Protests", "Peaceful protest", "Demonstrations"),
        ("Protests", "Excessive force against protesters", "Political violence; Demonstrations"),
        ("Explosions/Remote violence", "Grenade", "Political violence"),
        ("Strategic developments", "Arrests", "Strategic developments"),
    ],
)
def test_the_disorder_type_follows_from_type_and_sub_type(
    tmp_path: Path, event_type: str, sub_type: str, disorder: str
) -> None:
    events, _, _ = read_events(
        write(tmp_path / "a.csv", [row(event_type=event_type, sub_event_type=sub_type)])
    )
    assert events["disorder_type"].tolist() == [disorder]


def test_riots_or_protests_without_either_are_rejected(tmp_path: Path) -> None:
    rows = [row(1, event_type="Riots/Protests", inter1="1", inter2="6"), row(2, event_type="Riots/Protests")]
    events, rejected, report = read_events(write(tmp_path / "a.csv", rows, COLUMNS_2018))
    assert events["event_type"].tolist() == ["Protests"]  # the protesters are side 2
    assert "inter1 or inter2" in rejected["reason"][0] and report.balanced


@pytest.mark.parametrize("alphabetical", [False, True])
def test_2020_api_dumps_begin_with_an_unnamed_index(tmp_path: Path, alphabetical: bool) -> None:
    names = ["", *(sorted(COLUMNS_2022) if alphabetical else COLUMNS_2022)]
    rows = [{**row(n, event_date="2020-05-0" + str(n)), "": str(n - 1)} for n in range(1, 4)]
    path = write(tmp_path / "a.csv", rows, names)
    events, _, report = read_events(path)
    assert events["event_date"].tolist() == ["2020-05-01", "2020-05-02", "2020-05-03"] and report.balanced
    assert events["actor2"].tolist() == ["Group B (Mali)"] * 3
    preview = recognise(path)
    assert preview.label == "ACLED, dumped from its API with row numbers"
    assert any("1 columns without a name" in sentence for sentence in preview.evidence)


def test_rows_of_hxl_tags_are_skipped_and_accounted_for(tmp_path: Path) -> None:
    tags = dict.fromkeys(COLUMNS_2022, "")
    tags.update(event_id_cnty="#event+code", event_date="#date+occurred", latitude="#geo+lat")
    path = write(
        tmp_path / "a.csv", [tags, row(1), row(2, latitude="?")], COLUMNS_2022, lineterminator="\r\n"
    )
    events, rejected, report = read_events(path)
    assert b"\r\n" in path.read_bytes()
    assert events["event_id"].tolist() == ["MLI1"]
    assert (report.read, report.events, report.rejected) == (3, 1, 2)
    assert rejected[["row_number", "reason"]].values.tolist() == [
        [2, "a row of HXL tags, no event"],
        [4, "latitude is not a number"],
    ]
    assert (
        "A row of HXL tags below the header is no event; it counts as rejected." in recognise(path).evidence
    )


def test_the_2022_standard(tmp_path: Path) -> None:
    rows = [row(1, event_date="06 December 2022"), row(2, event_date="31 December 2022", inter2="7")]
    path = write(tmp_path / "a.csv", rows, COLUMNS_2022)
    events, _, report = read_events(path)
    assert recognise(path).label == "ACLED, as exported from 2019 to 2022"
    assert events["event_date"].tolist() == ["2022-12-06", "2022-12-31"] and report.balanced
    assert events["civilian_targeting"].tolist() == [None, "Civilian targeting"]
    assert events["disorder_type"].tolist() == ["Political violence"] * 2
    assert events["original_event_type"].tolist() == [None, None]


def test_the_slip_of_2022_and_2023_is_put_right(tmp_path: Path) -> None:
    rows = [
        row(1, disorder_type="Demostrations", event_type="Protests", sub_event_type="Peaceful protest"),
        row(2, disorder_type="Political violence", event_type="Violence against civilians"),
    ]
    path = write(tmp_path / "a.csv", rows)
    events, _, _ = read_events(path)
    assert recognise(path).label == "ACLED, as exported since 2023"
    assert events["disorder_type"].tolist() == ["Demonstrations", "Political violence"]
    assert events["targeting_derived"].tolist() == [0, 1]  # civilian_targeting is blank in the whole file


@pytest.mark.parametrize(
    ("civilians", "rebels"), [("Civilians", "Rebel group"), ("civilian", "REBEL GROUPS")]
)
def test_kinds_of_actors_in_words(tmp_path: Path, civilians: str, rebels: str) -> None:
    rows = [
        row(1, inter1=rebels, inter2=civilians, interaction=f"{rebels}-{civilians}"),
        row(2, inter1=rebels),
    ]
    path = write(tmp_path / "a.csv", rows)
    events, _, _ = read_events(path)
    assert events["civilian_targeting"].notna().tolist() == [True, False]
    assert events["inter1"].tolist() == [rebels, rebels]  # the file's own words stay
    assert "Kinds of actors are words, as since 2024." in recognise(path).evidence


def test_uppercase_headers(tmp_path: Path) -> None:
    columns = [name.upper() for name in COLUMNS_2022]
    path = write(tmp_path / "a.csv", [{k.upper(): v for k, v in row(1).items()}], columns)
    assert read_events(path)[0]["actor2"].tolist() == ["Group B (Mali)"]


def test_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    rows = [row(1, latitude="14,5", longitude="-4,25"), row(2, latitude=" 13,0 ", fatalities="3,0")]
    path = write(tmp_path / "a.csv", rows, delimiter=";")
    events, _, report = read_events(path)
    assert events[["latitude", "longitude"]].values.tolist() == [[14.5, -4.25], [13.0, -4.2]]
    assert events["fatalities"].tolist() == [2, 3] and report.balanced
    assert "Text in UTF-8, columns separated by semicolons." in recognise(path).evidence


def test_a_thousand_is_not_taken_for_one(tmp_path: Path) -> None:
    events, rejected, _ = read_events(write(tmp_path / "a.csv", [row(1, fatalities="1,000"), row(2)]))
    assert events["event_id"].tolist() == ["MLI2"]
    assert rejected["reason"].tolist() == ["fatalities is not a number"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.csv", [row(1, location="Ségou", actor1="Éleveurs")], encoding=encoding)
    events, _, report = read_events(path)
    assert events[["location", "actor1"]].values.tolist() == [["Ségou", "Éleveurs"]]
    assert report.notices == []


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("30 juin 2023", "2023-06-30"), ("1er août 2021", "2021-08-01"), ("15 FÉVRIER 2022", "2022-02-15"),
        ("3 févr. 2020", "2020-02-03"), ("3-janv.-20", "2020-01-03"), ("14 juil. 2019", "2019-07-14"),
        ("30 decembre 2018", "2018-12-30"), ("lundi 2 mai 2022", "2022-05-02"), ("30-Jun-23", "2023-06-30"),
        ("1-Jan-15", "2015-01-01"), ("4 Sept 2016", "2016-09-04"), ("June 30, 2023", "2023-06-30"),
        ("2023-Jun-30", "2023-06-30"), ("12-mars-98", "1998-03-12"), ("2023-06-30T12:30:00Z", "2023-06-30"),
        ("2023/6/3", "2023-06-03"), ("20230630", "2023-06-30"), ("43404", "2018-10-31"),
        ("2 de mayo de 2021", "2021-05-02"), ("30 June 2023", "2023-06-30"),
    ],
)  # fmt: skip
def test_dates_of_many_hands(tmp_path: Path, written: str, iso: str) -> None:
    events, rejected, _ = read_events(write(tmp_path / "a.csv", [row(1, event_date=written)]))
    assert events["event_date"].tolist() == [iso], rejected["reason"].tolist()


@pytest.mark.parametrize(
    "written", ["31 jui 2023", "32 June 2023", "2023-13-01", "June 2023", "31102018", "soon", "0", "1.5"]
)
def test_what_is_no_date_is_rejected(tmp_path: Path, written: str) -> None:
    _, rejected, report = read_events(write(tmp_path / "a.csv", [row(1, event_date=written), row(2)]))
    assert rejected["reason"].tolist() == ["event_date is not a date"] and report.balanced


def test_an_empty_second_actor_is_normal(tmp_path: Path) -> None:
    rows = [row(1, event_type="Protests", inter1="6", actor2="", inter2="0")]
    events, _, report = read_events(write(tmp_path / "a.csv", rows))
    assert events["actor2"].tolist() == [None] and report.notices == []


def test_stray_white_space_is_taken_out_of_names(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(1, actor1=" Group \u00a0 A\t(Mali)", country="Mali ", admin1=" ")])
    event = read_events(path)[0].iloc[0]
    assert (event["actor1"], event["country"], event["admin1"]) == ("Group A (Mali)", "Mali", None)


def test_a_known_form_can_be_overruled(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(1)])
    assert recognise(path).format_id == "acled"
    assert recognise(path, "columns").format_id == "columns"
    assert recognise(path, "acled_actor_based").format_id == "acled_actor_based"
    with pytest.raises(FlashpointsError, match="As UCDP GED it lacks: id, date_start"):
        recognise(path, "ucdp_ged")
    with pytest.raises(
        FlashpointsError, match="Choose one of: auto, acled, acled_actor_based, ucdp_ged, columns"
    ):
        recognise(path, "gdelt")


def test_a_format_takes_renamed_columns(tmp_path: Path) -> None:
    columns = ["when" if name == "event_date" else name for name in COLUMNS]
    path = write(tmp_path / "a.csv", [{**row(1), "when": "2023-02-01"}], columns)
    events, _, _ = read_events(path, "acled", columns={"event_date": "when"})
    assert (events["event_date"][0], events["dataset"][0]) == ("2023-02-01", "ACLED")


AGGREGATES = {
    "months": "Country,Admin1,Admin2,ISO3,Month,Year,Events,Fatalities\nMali,Mopti,Bankass,MLI,June,2023,4,9\n",
    "weeks": "WEEK,REGION,COUNTRY,ADMIN1,EVENT_TYPE,EVENTS,FATALITIES,ID,CENTROID_LATITUDE,CENTROID_LONGITUDE\n"
    "2023-06-24,Western Africa,Mali,Mopti,Battles,4,9,77,14.5,-4.2\n",
    "french": "pays,region,mois,nb_evenements,morts\nMali,Mopti,2023-06,4,9\n",
}


@pytest.mark.parametrize("kind", AGGREGATES)
@pytest.mark.parametrize("format_id", ["auto", "acled", "columns"])
def test_aggregates_are_refused_with_the_reason(tmp_path: Path, kind: str, format_id: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(AGGREGATES[kind])
    with pytest.raises(FlashpointsError, match="counts of events by place and time") as caught:
        EventReader(path, format_id)
    assert "single events" in caught.value.remedy


def test_every_form_has_what_it_requires() -> None:
    for form in formats.FORMATS:
        assert set(form.required) <= set(form.columns), form.label
        assert form.label and form.id in formats.format_ids()
