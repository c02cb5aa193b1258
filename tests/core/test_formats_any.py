# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is in a file: no error but our own, and the account of rows always holds."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from pathlib import Path

import pytest
from event_files import COLUMNS, COLUMNS_2018, COLUMNS_2022, GED_COLUMNS, ged_row, row, write
from flashpoints.plugin.core import csvblocks
from flashpoints.plugin.core.dates import day_month_order, numeric_date, plain_date
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.formats.columns import parse_mapping
from flashpoints.plugin.core.reading import EventReader, recognise
from flashpoints.plugin.core.schema import COLUMN_NAMES, DERIVED_COLUMNS, SIDE_COLUMNS, SIDES_UNKNOWN
from hypothesis import example, given, settings
from hypothesis import strategies as st

ACTOR_BASED = [name for name in COLUMNS_2022 if name not in ("actor2", "assoc_actor_2", "inter2")]
LATER = {*SIDE_COLUMNS, "lead_group", "actor_groups", "actor_families"}
FORMS = {
    "2023": (COLUMNS, row),
    "2022": (COLUMNS_2022, row),
    "2020": (["", *sorted(COLUMNS_2022)], row),
    "2018": (COLUMNS_2018, row),
    "actors": (ACTOR_BASED, row),
    "ged": (GED_COLUMNS, ged_row),
    "trimmed": (["id", "date", "annee", "type", "pays", "latitude", "longitude"], None),
}
CELLS = st.text(max_size=12) | st.sampled_from(
    [
        "14.5", "14,5", "2023-02-01", "31 October 2018", "30-Jun-23", "13/02/2023", "02/13/2023", "01/02/2023",
        "Battles", "Riots/Protests", "Remote violence", "", " ", "7", "6", "5", "Civilians", "Rebel group", '"', "'",
        ";", ",", "\0", "\n", "\r", "\ufeff", "#date", "1e308", "-1e999", "nan", "99999999999999999999", "MLI1",
        "500001", "=1+1", "{n}", "{country}", "9" * 30, "Ã©", "0", "-0.0", "4", "2023-02-30", "43404",
    ]
)  # fmt: skip
TARGETS = [*COLUMNS, "#2", "#0", "#row", "=Mali", "="]
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp850"]
)


def trimmed_row(number: int, **changes: str) -> dict[str, str]:
    event = {"id": f"X{number}", "date": "2023-02-01", "annee": "2023", "type": "Battles", "pays": "Mali"}
    return {**event, "latitude": "14.5", "longitude": "-4.2", **changes}


def check(path: Path, size: int, **choices: str) -> EventReader | None:
    """Read a file to its end and check everything that has to hold; None when it is refused in plain words."""
    try:
        reader = EventReader(path, **choices)  # type: ignore[arg-type]
        batches = list(reader.batches(size))
    except FlashpointsError as error:
        assert error.what and error.remedy
        return None
    report = reader.report
    assert report.balanced
    assert sum(len(batch.rejected) for batch in batches) == report.rejected == sum(report.reasons.values())
    assert sum(len(batch.events) - len(batch.superseded) for batch in batches) == report.events
    there: dict[str, tuple[object, ...]] = {}
    for batch in batches:
        assert set(COLUMN_NAMES) - LATER <= set(batch.events.columns) <= {*COLUMN_NAMES, SIDES_UNKNOWN}
        for event_id in batch.superseded:
            del there[event_id]
        for event in batch.events.itertuples():
            assert event.event_id not in there
            there[event.event_id] = (event.event_date, event.event_type)
            assert -90 <= event.latitude <= 90 and -180 <= event.longitude <= 180
    assert len(there) == report.events and all(day and name for day, name in there.values())
    numbers = [number for batch in batches for number in batch.rejected["row_number"]]
    assert len(set(numbers)) == len(numbers)
    return reader


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[str], list[dict[str, str]]]:
    """A form, its columns in any order, some gone and some strange, and rows with any text in some cells."""
    form = draw(st.sampled_from(sorted(FORMS)))
    columns, make = FORMS[form]
    make = make or trimmed_row
    names = draw(st.permutations(columns))
    gone = draw(st.sets(st.sampled_from(columns), max_size=2))
    names = [name for name in names if name not in gone] + draw(st.lists(st.text(max_size=8), max_size=2))
    ids = st.integers(0, 5)
    changes = st.dictionaries(st.sampled_from(columns), CELLS, max_size=5)
    rows = draw(st.lists(st.tuples(ids, changes), min_size=1, max_size=9))
    return form, names, [make(number, **change) for number, change in rows]


@settings(max_examples=250, deadline=None)
@given(
    table=tables(), size=st.integers(1, 12), encoding=ENCODINGS, delimiter=st.sampled_from(",;\t|"),
    order=st.sampled_from(["auto", "dmy", "mdy"]),
)  # fmt: skip
def test_shuffled_columns_and_any_cells(
    tmp_path_factory: pytest.TempPathFactory,
    table: tuple[str, list[str], list[dict[str, str]]],
    size: int,
    encoding: str,
    delimiter: str,
    order: str,
) -> None:
    _, names, rows = table
    path = tmp_path_factory.getbasetemp() / "any.csv"
    write(path, rows, names, encoding=encoding, errors="replace", delimiter=delimiter)
    check(path, size, date_order=order)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_broken_rows(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(sorted(FORMS)))
    columns, make = FORMS[form]
    path = write(
        tmp_path_factory.getbasetemp() / "broken.csv", [(make or trimmed_row)(n) for n in range(8)], columns
    )
    raw = bytearray(path.read_bytes())
    header = raw.index(b"\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(header + 1, len(raw)))
        patch = data.draw(
            st.sampled_from([b'"', b",", b"\n", b"\r\n", b"\r", b"\x00", b"\xff", b'""', b"\n\n", b";"])
        )
        if data.draw(st.booleans()):
            del raw[at : at + data.draw(st.integers(1, 40))]
        else:
            raw[at:at] = patch
    path.write_bytes(raw)
    check(path, data.draw(st.integers(1, 12)))


@settings(max_examples=200, deadline=None)
@given(
    content=st.binary(max_size=600), packing=st.sampled_from(["plain", "gzip", "zip"]), named=st.booleans()
)
@example(content=b"\xff\xfe", packing="plain", named=False)
@example(content=b"\xff\xfe\x00\x00", packing="plain", named=False)
@example(content=b"\xef\xbb\xbf", packing="plain", named=False)
@example(content=b"sep=;", packing="plain", named=False)
@example(content=b"\x1f\x8b", packing="plain", named=False)
@example(content=b"PK\x03\x04", packing="plain", named=False)
def test_random_bytes(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, packing: str, named: bool
) -> None:
    content = ",".join(COLUMNS).encode() + b"\n" + content if named else content
    if packing == "gzip":
        content = gzip.compress(content)
    elif packing == "zip":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.csv", content)
        content = buffer.getvalue()
    path = tmp_path_factory.getbasetemp() / "random.bin"
    path.write_bytes(content)
    check(path, 3)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_archives(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.getbasetemp()
    plain = write(folder / "in.csv", [row(n) for n in range(5)]).read_bytes()
    if data.draw(st.booleans()):
        raw = bytearray(gzip.compress(plain))
    else:
        buffer = io.BytesIO()
        with zipfile.ZipFile(
            buffer, "w", data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
        ) as z:
            z.writestr("événements.csv", plain)
        raw = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = folder / "damaged.zip"
    path.write_bytes(raw)
    check(path, 3)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from([*COLUMN_NAMES, "x"]), st.none() | st.sampled_from(TARGETS)),
    st.sampled_from(["auto", "columns", "acled", "acled_actor_based", "ucdp_ged"]),
)  # fmt: skip
def test_any_mapping(
    tmp_path_factory: pytest.TempPathFactory, mapping: dict[str, str | None], format_id: str
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "mapped.csv", [row(n) for n in range(3)])
    check(path, 2, columns=mapping, format_id=format_id)  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}"))
def test_any_text_as_a_date(text: str) -> None:
    for parts in (plain_date(text), numeric_date(text)):
        assert parts is None or len(parts) == 3
    assert day_month_order([text]) in ("dmy", "mdy", "ambiguous", "mixed", "none")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_as_a_mapping(text: str) -> None:
    try:
        assert isinstance(parse_mapping(text), dict)
    except FlashpointsError as error:
        assert error.where == "COLUMNS"


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_forms_themselves_are_read(tmp_path: Path, form: str) -> None:
    """Otherwise the tests above could be content with refusals."""
    columns, make = FORMS[form]
    path = write(tmp_path / "a.csv", [(make or trimmed_row)(n) for n in range(5)], columns)
    reader = check(path, 2)
    assert reader is not None and reader.report.events == 5
    assert not set(recognise(path).recognition.positions) & set(DERIVED_COLUMNS) - {"area_only", "dataset"}


@settings(max_examples=300, deadline=None)
@given(
    content=st.lists(
        st.sampled_from(["a", "bc", '"', '""', ",", "\n", "\r\n", "\r", '"x,\ny"', "é", "\0", " ", "1,2,3\n"]),
        max_size=40,
    ).map("".join),
    size=st.integers(1, 5),
    characters=st.integers(1, 30),
)  # fmt: skip
def test_blocks_hold_what_the_csv_module_reads(content: str, size: int, characters: int) -> None:
    text = "x,y,z\n" + content
    expected = [
        (number, fields)
        for number, fields in enumerate(csv.reader(io.StringIO(text, newline="")), 1)
        if fields
    ][1:]
    found: list[tuple[int, list[str]]] = []
    for block in csvblocks.blocks(io.StringIO(text, newline=""), ",", 3, size, characters):
        assert 1 <= len(block.numbers) + len(block.misfits) <= size
        found += [(number, block.fields(row)) for row, number in enumerate(block.numbers)]
        found += block.misfits
    assert sorted(found) == expected
