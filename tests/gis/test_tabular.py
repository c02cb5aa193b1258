# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbooks and layers as sources of rows: the same events as from text, the same account, the same refusals."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from event_files import COLUMNS_2018, COLUMNS_2022, Row, row, write
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.reading import EventReader, read_events, recognise
from flashpoints.plugin.gis.tabular import open_source
from osgeo import gdal, ogr, osr
from workbooks import Cell, write_workbook

NUMBERS = ("latitude", "longitude", "fatalities", "inter1", "inter2", "geo_precision", "iso", "timestamp")


def sheet(rows: list[Row], columns: list[str]) -> list[list[Cell]]:
    """Rows as a spreadsheet holds them: UPPERCASE headers, numbers as numbers, dates as dates."""

    def cell(name: str, text: str) -> Cell:
        if name == "event_date":
            return datetime.date.fromisoformat(text)
        return (float(text) if name in NUMBERS else text) if text else None

    return [
        [name.upper() for name in columns],
        *([cell(name, one[name]) for name in columns] for one in rows),
    ]


def same(left: Path, right: Path) -> bool:
    one, other = (read_events(open_source(path))[0] for path in (left, right))
    return len(one) > 0 and one.equals(other)


ROWS = [
    row(n, event_date=f"2022-12-{n:02d}", fatalities="" if n == 3 else str(n), notes="Ségou; =1+1")
    for n in range(1, 10)
]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A regional workbook: a sheet of words beside that of the events."""
    words = [["About this file"], ["Made up"]]
    return write_workbook(tmp_path / "Region.xlsx", {"Read me": words, "Events": sheet(ROWS, COLUMNS_2022)})


def test_a_workbook_gives_the_same_events_as_text(workbook: Path, tmp_path: Path) -> None:
    assert same(workbook, write(tmp_path / "a.csv", ROWS, COLUMNS_2022))
    preview = recognise(open_source(workbook))
    assert (preview.format_id, preview.label) == ("acled", "ACLED, as exported from 2019 to 2022")
    assert "Sheet “Events” of the workbook." in preview.evidence


def test_rows_of_a_sheet_keep_their_numbers(tmp_path: Path) -> None:
    cells = sheet(ROWS, COLUMNS_2022)
    tags: list[Cell] = ["#event"] * len(COLUMNS_2022)
    rows = [["Events of the region"], [], cells[0], tags, cells[1], [None] * 9, ["x", *cells[2][1:-9]]]
    path = write_workbook(tmp_path / "a.xlsx", {"Events": rows})
    events, rejected, report = read_events(open_source(path))
    assert events["event_date"].tolist() == ["2022-12-01"] and report.balanced
    assert rejected["row_number"].tolist() == [4, 7]
    assert rejected["reason"][0] == "a row of HXL tags, no event"


def test_dates_as_bare_numbers_and_as_words_in_one_column(tmp_path: Path) -> None:
    rows = sheet(ROWS[:3], COLUMNS_2018)
    at = COLUMNS_2018.index("event_date")
    rows[1][at], rows[2][at] = 43404, "31 October 2018"
    events, _, _ = read_events(open_source(write_workbook(tmp_path / "a.xlsx", {"Events": rows})))
    assert events["event_date"].tolist() == ["2018-10-31", "2018-10-31", "2022-12-03"]


def test_several_sheets_of_events_ask_which(tmp_path: Path) -> None:
    cells = sheet(ROWS, COLUMNS_2022)
    path = write_workbook(tmp_path / "a.xlsx", {"North": cells, "South": cells[:4]})
    with pytest.raises(FlashpointsError, match="Several sheets") as caught:
        open_source(path)
    assert "North, South" in caught.value.remedy
    assert len(read_events(open_source(path, "South"))[0]) == 3
    with pytest.raises(FlashpointsError, match="There is no sheet or layer “East”"):
        open_source(path, "East")


def test_a_sheet_of_column_names_only(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"Sheet1": sheet([], COLUMNS_2022)})
    with pytest.raises(FlashpointsError, match="no rows|No sheet or layer of this file has rows") as caught:
        read_events(open_source(path))
    assert "TABLE" not in caught.value.remedy


def test_an_archive_that_lacks_the_file_or_any(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("north.csv", "a,b\n")
        archive.writestr("south.csv", "a,b\n")
    with pytest.raises(FlashpointsError, match=r"no file “east\.csv”. It holds: north\.csv, south\.csv"):
        open_source(path, "east.csv")
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    with pytest.raises(FlashpointsError, match="The archive is empty"):
        open_source(tmp_path / "empty.zip")


def test_half_a_workbook_is_called_one(workbook: Path) -> None:
    workbook.write_bytes(workbook.read_bytes()[: workbook.stat().st_size // 2])
    with pytest.raises(FlashpointsError, match="The workbook is damaged"):
        open_source(workbook)


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="cannot be opened"):
        open_source(tmp_path / f"{'x' * 300}.csv")


def test_a_workbook_in_a_zip(workbook: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(workbook, "2022/Region.xlsx")
    source = open_source(path)
    assert len(read_events(source)[0]) == 9 and source.path == path


def layer(
    path: Path, driver: str, epsg: int, points: list[Any], columns: list[str], wkt: str = "POINT ({} {})"
) -> Path:
    """A layer of events with geometry and without coordinates in its attributes."""
    gdal.UseExceptions()
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    dataset = gdal.GetDriverByName(driver).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    made = dataset.CreateLayer(
        "incidents", srs, ogr.CreateGeometryFromWkt(wkt.format(0, 0)).GetGeometryType()
    )
    for name in columns:
        kind = {"event_date": ogr.OFTDate, "fatalities": ogr.OFTInteger}.get(name, ogr.OFTString)
        made.CreateField(ogr.FieldDefn(name, kind))
    for one, point in zip(ROWS, points):
        feature = ogr.Feature(made.GetLayerDefn())
        for name in columns:
            if one[name]:
                text = one[name].replace("-", "/") if name == "event_date" else one[name]
                feature.SetField(columns.index(name), text)  # a shapefile cuts the names
        if point is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt.format(*point)))
        made.CreateFeature(feature)
    return path


ATTRIBUTES = ["event_id_cnty", "event_date", "event_type", "actor1", "country", "fatalities"]


@pytest.mark.parametrize(
    ("name", "driver"), [("a.gpkg", "GPKG"), ("a.geojson", "GeoJSON"), ("a.shp", "ESRI Shapefile")]
)
def test_layers_give_their_points(tmp_path: Path, name: str, driver: str) -> None:
    path = layer(tmp_path / name, driver, 4326, [(-4.25, 14.5), (-4.0, 13.0), None], ATTRIBUTES)
    before = path.read_bytes()
    events, rejected, report = read_events(open_source(path))
    assert events[["event_id", "longitude", "latitude", "event_date"]].values.tolist() == [
        ["MLI1", -4.25, 14.5, "2022-12-01"],
        ["MLI2", -4.0, 13.0, "2022-12-02"],
    ]
    assert events["fatalities"].tolist() == [1, 2]
    assert rejected["reason"].tolist() == ["no latitude"] and report.balanced
    assert path.read_bytes() == before  # a layer that is only read stays as it is


def test_multipoints_of_one_point_are_points(tmp_path: Path) -> None:
    wkt = "MULTIPOINT (({} {}))"
    path = layer(tmp_path / "a.gpkg", "GPKG", 4326, [(-4.25, 14.5), (-4.0, 13.0)], ATTRIBUTES, wkt)
    events, _, report = read_events(open_source(path))
    assert events[["longitude", "latitude"]].values.tolist() == [[-4.25, 14.5], [-4.0, 13.0]]
    assert (report.read, report.rejected) == (2, 0)


def test_areas_are_no_places_of_events(tmp_path: Path) -> None:
    """Not a store without events, but a refusal: districts are not where something happened."""
    wkt = "POLYGON (({0} {1}, 10 20, 11 20, {0} {1}))"
    path = layer(tmp_path / "a.gpkg", "GPKG", 4326, [(-4.25, 14.5)], ATTRIBUTES, wkt)
    with pytest.raises(FlashpointsError, match="no coordinates"):
        read_events(open_source(path))


def test_points_of_another_system_are_transformed(tmp_path: Path) -> None:
    # EPSG:3857 of longitude -4.25, latitude 14.5, by the sphere's formulas
    path = layer(tmp_path / "a.gpkg", "GPKG", 3857, [(-473107.835871, 1631643.467007)], ATTRIBUTES)
    events, _, _ = read_events(open_source(path))
    assert events["longitude"][0] == pytest.approx(-4.25, abs=1e-6)
    assert events["latitude"][0] == pytest.approx(14.5, abs=1e-6)


def test_a_shapefile_in_a_zip_with_its_parts(tmp_path: Path) -> None:
    layer(tmp_path / "incidents.shp", "ESRI Shapefile", 4326, [(-4.25, 14.5)], ATTRIBUTES)
    path = tmp_path / "packed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for part in tmp_path.glob("incidents.*"):
            archive.write(part, f"data/{part.name}")
    events, _, _ = read_events(open_source(path))
    assert events[["event_id", "latitude"]].values.tolist() == [["MLI1", 14.5]]


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.tab"])
def test_text_goes_to_the_core_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, ROWS, COLUMNS_2022, delimiter="\t")
    reader = EventReader(open_source(path))
    assert sum(len(batch.events) for batch in reader.batches()) == 9
    assert "columns separated by tabs" in " ".join(reader.preview.evidence)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.gpkg", b"SQLite format 3\x00" + bytes(100), "cannot be read"),
        ("a.xlsx", b"PK\x03\x04" + bytes(100), "damaged"),
        ("a.geojson", b'{"type": "FeatureColl', "cannot be read"),
        ("a.shp", b"\x00\x00\x27\x0a" + bytes(100), "cannot be read"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cannot be read"),
        ("a.zip", b"PK\x05\x06" + bytes(18), "ZIP|is empty"),
        ("a.csv", b"", "empty"),
    ],
)
def test_damaged_files_are_refused_in_plain_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FlashpointsError, match=words) as caught:
        open_source(path)
    assert caught.value.where == str(path) and caught.value.remedy


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FlashpointsError, match="no such file"):
        open_source(tmp_path / "none.xlsx")
    with pytest.raises(FlashpointsError, match="folder"):
        open_source(tmp_path)
