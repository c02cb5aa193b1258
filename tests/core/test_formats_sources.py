# SPDX-License-Identifier: GPL-2.0-or-later
"""Files as they lie on disks: packed, damaged, with title lines and open quotes; progress and row numbers."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
from pathlib import Path

import pytest
from event_files import COLUMNS, row, write, write_lines
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.reading import EventReader, read_events, recognise

ROWS = [row(n) for n in range(1, 41)]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    return write(tmp_path / "plain.csv", ROWS, encoding="cp1252").read_bytes()


def test_gzip(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(content))
    events, _, report = read_events(path)
    assert events["event_id"].tolist() == [r["event_id_cnty"] for r in ROWS] and report.balanced
    assert (
        recognise(path).file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    )  # of the file as it is


def test_zip(tmp_path: Path, content: bytes) -> None:
    members = {"readme.txt": b"Read me", "__MACOSX/._events.csv": b"?", "data/events.csv": content}
    path = zipped(tmp_path / "a.zip", members)
    events, _, _ = read_events(path)
    assert len(events) == 40
    assert "Read from data/events.csv in the archive." in recognise(path).evidence


def test_a_zip_with_several_tables_asks_which(tmp_path: Path, content: bytes) -> None:
    path = zipped(tmp_path / "a.zip", {"one.csv": content, "two.csv": content})
    with pytest.raises(FlashpointsError, match="2 files that may be meant: one.csv, two.csv") as caught:
        recognise(path)
    assert "TABLE" in caught.value.remedy
    assert len(read_events(path, table="two.csv")[0]) == 40
    with pytest.raises(FlashpointsError, match="no file “three.csv”"):
        recognise(path, table="three.csv")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
@pytest.mark.parametrize("packing", ["gzip", "zip"])
def test_damaged_archives_are_refused(tmp_path: Path, content: bytes, packing: str, share: float) -> None:
    path = tmp_path / "a"
    if packing == "gzip":
        path.write_bytes(gzip.compress(content))
    else:
        zipped(path, {"a.csv": content})
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(FlashpointsError, match="damaged"):
        read_events(path)


def test_damage_inside_an_archive_is_found(tmp_path: Path, content: bytes) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": content})
    raw = bytearray(path.read_bytes())
    raw[300] ^= 0xFF
    path.write_bytes(raw)
    with pytest.raises(FlashpointsError, match="damaged"):
        read_events(path)


def test_a_locked_archive_and_a_workbook_are_told_apart(tmp_path: Path, content: bytes) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": content})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(FlashpointsError, match="password"):
        recognise(path)
    with pytest.raises(FlashpointsError, match="This is a workbook"):
        recognise(zipped(tmp_path / "b.xlsx", {"xl/workbook.xml": b"<workbook/>"}))


def test_the_separator_line_of_excel(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.csv",
        "sep=;",
        "id;date;type;lat;lon",
        "1;2023-02-03;Battles;1,5;2",
        "2;2023-02-03;Battles;x;2",
    )
    events, rejected, _ = read_events(path)
    assert events["latitude"].tolist() == [1.5] and rejected["row_number"].tolist() == [4]


def test_blank_lines_before_the_header_count_as_rows_of_the_sheet(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.csv", "", ",,,,", "id,date,type,lat,lon", "1,x,Battles,1,2", "2,2023-02-03,Riots,1,2"
    )
    events, rejected, _ = read_events(path)
    assert events["event_id"].tolist() == ["2"] and rejected["row_number"].tolist() == [4]


def test_a_quotation_mark_that_is_not_closed_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [row(n) for n in range(200)])
    lines = path.read_text().splitlines()
    lines[4] = '"' + lines[4]
    path.write_text("\n".join(lines) + "\n")
    events, rejected, report = read_events(path)
    assert len(events) == 3 and report.balanced
    assert rejected["row_number"].tolist() == [5]
    assert rejected["reason"][0].startswith("a quotation mark is not closed: 19")


def test_rows_of_delimiters_only_are_said_to_be_empty(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.csv", "id,date,type,lat,lon", "1,2023-02-03,Battles,1,2", ",,,,", ",,")
    _, rejected, report = read_events(path)
    assert rejected["reason"].tolist() == ["no event id", "no text in any field"] and report.balanced


def test_progress_grows_to_the_end(tmp_path: Path) -> None:
    for path in (
        write(tmp_path / "a.csv", [row(n, notes="x" * 2000) for n in range(500)]),
        tmp_path / "a.gz",
    ):
        if path.suffix == ".gz":
            path.write_bytes(gzip.compress((tmp_path / "a.csv").read_bytes()))
        fractions = [batch.fraction for batch in EventReader(path).batches(10)]
        assert fractions == sorted(fractions) and fractions[-1] >= 0.99
    assert fractions[0] < 1
    plain = [batch.fraction for batch in EventReader(tmp_path / "a.csv").batches(10)]
    assert plain[24] == pytest.approx(0.5, abs=0.3)


def test_long_names_of_columns_are_cut_in_messages(tmp_path: Path) -> None:
    columns = [*COLUMNS, *("x" * 3000 + str(n) for n in range(20))]
    evidence = recognise(write(tmp_path / "a.csv", [row(1)], columns)).evidence
    assert max(map(len, evidence)) < 800


def test_rows_that_a_quotation_mark_swallows_are_rejected_though_the_row_has_its_width(
    tmp_path: Path,
) -> None:
    """It opens in the notes of one row and closes in those of another: 121 rows look like one."""
    path = write(tmp_path / "a.csv", [row(n) for n in range(1, 401)])
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[100] = lines[100].replace("Nothing happened.", '"Nothing happened.')
    lines[220] = lines[220].replace("Nothing happened.", 'Nothing "happened.')
    path.write_text("\n".join(lines), encoding="utf-8")
    events, rejected, report = read_events(path)
    assert report.balanced and len(events) + 121 == 400
    (reason,) = rejected["reason"]
    assert "quotation mark is not closed: 120 lines" in reason


def test_a_web_page_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("\n<!DOCTYPE html><html><body>Log in, please</body></html>", encoding="utf-8")
    with pytest.raises(FlashpointsError, match="web page.*log in"):
        recognise(path)
