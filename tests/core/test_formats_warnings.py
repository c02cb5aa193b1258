# SPDX-License-Identifier: GPL-2.0-or-later
"""Warnings: events that are taken and look wrong. None of them costs an event, and none comes for sound files."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import pytest
from event_files import COLUMNS_2022, Row, row, write
from flashpoints.plugin.core.account import Notice
from flashpoints.plugin.core.notices import period_of_name
from flashpoints.plugin.core.periods import Period
from flashpoints.plugin.core.reading import EventReader, read_events

TODAY = datetime.date(2023, 7, 10)


def notices(path: Path, size: int = 50, **choices: object) -> dict[str, Notice]:
    """Kind -> notice, of a file in which no row is rejected."""
    reader = EventReader(path, today=TODAY, **choices)  # type: ignore[arg-type]
    for _ in reader.batches(size):
        pass
    assert reader.report.balanced and not reader.report.rejected
    return {notice.kind: notice for notice in reader.report.notices}


def sound_rows(
    count: int = 120, country: str = "Mali", prefix: str = "MLI", x: float = -4.0, y: float = 14.0
) -> list[Row]:
    """Events of half a year, about 20 a month, scattered over three degrees."""
    chance = random.Random(country)
    return [
        row(
            n, event_id_cnty=f"{prefix}{n + 1}", country=country, event_date=f"2023-{n % 6 + 1:02d}-{n % 27 + 1:02d}",
            latitude=f"{y + chance.uniform(-1.5, 1.5):.4f}", longitude=f"{x + chance.uniform(-1.5, 1.5):.4f}",
        )
        for n in range(count)
    ]  # fmt: skip


def test_a_sound_file_has_no_warnings(tmp_path: Path) -> None:
    rows = [*sound_rows(), *sound_rows(country="Niger", prefix="NIR", x=3)]
    assert notices(write(tmp_path / "a.csv", rows)) == {}


def test_foreign_ids(tmp_path: Path) -> None:
    rows = sound_rows()
    for n, foreign in ((3, "BFO31"), (70, "NIR9"), (90, "NIR10")):
        rows[n]["event_id_cnty"] = foreign
    notice = notices(write(tmp_path / "a.csv", rows))["foreign_ids"]
    assert notice.count == 3 and set(notice.examples) <= {"BFO31", "NIR9", "NIR10"}
    assert "Events of Mali with ids of another country: 3, such as" in notice.sentence


def test_swapped_coordinates(tmp_path: Path) -> None:
    rows = sound_rows()
    for n in (5, 6):
        rows[n].update(latitude=rows[n]["longitude"], longitude=rows[n]["latitude"])
    found = notices(write(tmp_path / "a.csv", rows))
    assert (found["swapped_coordinates"].count, found["swapped_coordinates"].examples) == (
        2,
        ("MLI6", "MLI7"),
    )
    assert "far_points" not in found


def test_points_far_from_their_country(tmp_path: Path) -> None:
    rows = sound_rows()
    rows[8].update(latitude="48.85", longitude="2.35")
    notice = notices(write(tmp_path / "a.csv", rows))["far_points"]
    assert (notice.count, notice.examples) == (1, ("MLI9",)) and "far from all its others" in notice.sentence


def test_points_outside_a_box_from_a_map(tmp_path: Path) -> None:
    rows = sound_rows()
    rows[8].update(latitude="9.9", longitude="-4.0")  # near the others, but south of the border
    path = write(tmp_path / "a.csv", rows)
    assert notices(path) == {}
    notice = notices(path, boxes={"mali": (-12.3, 10.1, 4.3, 25.0)})["far_points"]
    assert notice.examples == ("MLI9",) and "lie outside it" in notice.sentence


def test_few_points_make_no_usual_place(tmp_path: Path) -> None:
    rows = [row(n, latitude=str(10 * n), longitude=str(20 * n - 60)) for n in range(1, 7)]
    assert "far_points" not in notices(write(tmp_path / "a.csv", rows))


def test_dates_in_the_future_and_before_any_source(tmp_path: Path) -> None:
    rows = sound_rows()
    rows[1]["event_date"] = "2023-07-11"
    rows[2]["event_date"] = "2023-07-10"
    rows[3]["event_date"] = "1922-06-01"
    found = notices(write(tmp_path / "a.csv", rows))
    assert (found["future_dates"].count, found["future_dates"].examples) == (1, ("MLI2",))
    assert (found["early_dates"].count, found["early_dates"].examples) == (1, ("MLI4",))


def test_a_file_that_ends_before_its_period(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", sound_rows())  # the last event is of 27 June
    last = max(r["event_date"] for r in sound_rows())
    assert last == "2023-06-27"
    half_year = Period(datetime.date(2023, 1, 1), datetime.date(2023, 6, 30))
    assert "ends_early" not in notices(path, expected=half_year)
    notice = notices(path, expected=Period(datetime.date(2023, 1, 1), datetime.date(2023, 7, 31)))[
        "ends_early"
    ]
    assert (
        "27 June 2023" in notice.sentence
        and "34 days before the end of January to July 2023" in notice.sentence
    )


def test_months_without_any_event(tmp_path: Path) -> None:
    rows = [r for r in sound_rows() if r["event_date"][5:7] not in ("03", "04")]
    notice = notices(write(tmp_path / "a.csv", rows))["missing_months"]
    assert (notice.count, notice.examples) == (2, ("2023-03", "2023-04"))
    assert notice.sentence == "The file has no event at all in 2023-03, 2023-04."


def test_a_month_that_one_country_lacks(tmp_path: Path) -> None:
    niger = [r for r in sound_rows(country="Niger", prefix="NIR", x=3) if r["event_date"][5:7] != "06"]
    togo = sound_rows(4, country="Togo", prefix="TOG", x=1, y=8)  # too few to expect one a month
    notice = notices(write(tmp_path / "a.csv", [*sound_rows(), *niger, *togo]))["missing_months"]
    assert notice.sentence == "Niger has no event in 2023-06; it usually has 20 a month."


@pytest.mark.parametrize("name", ["SÃ©gou", "L\u00e2\u20ac\u2122Or", "Gao \ufffd", "TombouctouÃ¨", "ï¿½pays"])
def test_garbled_names_are_noticed(tmp_path: Path, name: str) -> None:
    rows = [*sound_rows(30), row(99, location=name), row(98, actor1="Éleveurs de Ménaka (Â)")]
    found = notices(write(tmp_path / "a.csv", rows))
    assert (found["garbled_names"].count, found["garbled_names"].examples) == (1, (name,))
    assert name in found["garbled_names"].sentence


def test_a_few_broken_bytes_do_not_garble_all_names(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(n, location="Ségou") for n in range(50)])
    path.write_bytes(path.read_bytes().replace("Ségou".encode(), b"S\xe9gou", 1))
    events, _, report = read_events(path)
    assert events["location"].tolist() == ["S\ufffdgou", *["Ségou"] * 49]
    assert [notice.kind for notice in report.notices] == ["garbled_names"]


def test_numbers_that_no_figure_needs_are_left_empty_and_counted(tmp_path: Path) -> None:
    rows = [row(1, iso="MLI"), row(2, timestamp="yesterday"), row(3)]
    events, _, report = read_events(write(tmp_path / "a.csv", rows))
    assert events["iso"].tolist() == [None, 466, 466]
    assert events["timestamp"].tolist() == [1700000000, None, 1700000000]
    sentences = [notice.sentence for notice in report.notices if notice.kind == "left_empty"]
    assert sorted(sentences) == [
        "Rows in which iso is not a number: 1. It is left empty there.",
        "Rows in which timestamp is not a number: 1. It is left empty there.",
    ]


def test_a_row_of_tags_is_warned_of_once_only(tmp_path: Path) -> None:
    """It is rejected; that its cells are no numbers is no news."""
    tags = dict.fromkeys(row(), "#tag")
    _, rejected, report = read_events(write(tmp_path / "a.csv", [tags, row(1), row(2, iso="MLI")]))
    assert rejected["reason"].tolist() == ["a row of HXL tags, no event"]
    assert [notice.sentence for notice in report.notices] == [
        "Rows in which iso is not a number: 1. It is left empty there."
    ]


def test_ids_that_differ_in_capitals_and_events_without_a_country(tmp_path: Path) -> None:
    rows = [row(1), row(2), row(3, event_id_cnty="mli2"), row(4, country=" "), row(5, event_id_cnty="mli5")]
    _, _, report = read_events(write(tmp_path / "a.csv", rows))
    assert [notice.sentence for notice in report.notices] == [
        "Events whose ids differ from another one only in capitals: 1, such as mli2.",
        "Events without a country: 1, such as MLI4. Counts by country or region leave them out.",
    ]


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_rows_that_are_replaced_later_are_not_warned_of(tmp_path: Path, size: int) -> None:
    rows = [
        row(1, event_date="2030-01-01", timestamp="1"),
        *sound_rows(),
        row(1, event_date="2023-05-01", timestamp="9"),
    ]
    rows[0]["event_id_cnty"] = rows[-1]["event_id_cnty"] = "MLI5000"
    path = write(tmp_path / "a.csv", rows, COLUMNS_2022)
    assert notices(path, size) == {}
    rows[0]["timestamp"] = "10"
    assert notices(write(path, rows, COLUMNS_2022), size)["future_dates"].count == 1


def test_real_events_are_not_warned_of(acled_world: Path) -> None:
    _, _, report = read_events(acled_world)
    assert report.notices == []


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("2022-01-01-2023-06-30-Mali.csv", "2022-01-01/2023-06-30"),
        ("Mali 2022-01-01 to 2022-12-31.xlsx", "2022-01-01/2022-12-31"),
        ("2023-06-30.csv", None),
        ("2023-06-31-2023-07-31.csv", None),
        ("2023-06-30_2022-01-01.csv", None),
    ],
)
def test_a_files_name_may_say_its_period(name: str, period: str | None) -> None:
    found = period_of_name(name)
    assert (found.iso if found else None) == period


def test_a_file_that_ends_before_the_period_of_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "2023-01-01-2023-07-31-Mali.csv", sound_rows())
    assert set(notices(path)) == {"ends_early"}


def test_dates_that_cannot_be_true_cover_nothing(tmp_path: Path) -> None:
    """Or a slip of the pen would make quiet years of days that no file covers."""
    rows = [*sound_rows(60), row(98, event_date="2150-01-01"), row(99, event_date="1023-01-01")]
    path = write(tmp_path / "a.csv", rows)
    events, _, report = read_events(path)
    true = sorted(day for day in events["event_date"] if "1946" < day < "2100")
    assert len(events) == len(true) + 2
    assert report.coverage == Period(
        datetime.date.fromisoformat(true[0]).replace(day=1), datetime.date.fromisoformat(true[-1])
    )
    kinds = {notice.kind for notice in report.notices}
    assert {"future_dates", "early_dates"} <= kinds and "missing_months" not in kinds


def test_a_file_of_nothing_else_covers_what_it_says(tmp_path: Path) -> None:
    _, _, report = read_events(write(tmp_path / "a.csv", [row(1, event_date="2150-02-03")]))
    assert report.coverage == Period(datetime.date(2150, 2, 1), datetime.date(2150, 2, 3))


def test_a_file_of_many_countries_has_no_wall_of_warnings(tmp_path: Path) -> None:
    """Each of nine countries has one foreign id but the first, which has three."""
    rows: list[Row] = []
    for number in range(9):
        letter = "ABCDEFGHI"[number]
        rows += sound_rows(40, country=f"Land {letter}", prefix=f"L{letter}A")
        strange = [f"XY{letter}{n}" for n in range(3 if number == 0 else 1)]
        rows += [
            row(1, event_id_cnty=one, country=f"Land {letter}", event_date="2023-02-02") for one in strange
        ]
    _, _, report = read_events(write(tmp_path / "a.csv", rows))
    found = [notice for notice in report.notices if notice.kind == "foreign_ids"]
    assert len(found) == 5 and found[0].count == 3 and "Land A" in found[0].sentence
    assert found[-1].sentence == "The same in other countries: 5 (5 countries)."
    assert sum(notice.count for notice in found) == 11
