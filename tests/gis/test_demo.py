# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job end to end on real events: every printed number against one that the test works out itself."""

from __future__ import annotations

import csv
import json
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from pyproj import Geod
from qgis.core import QgsProject, QgsVectorLayer

GEOD = Geod(ellps="WGS84")
VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
Rows = list[dict[str, str]]


def demo(root: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What `make demo` calls, in a process of its own."""
    command = [sys.executable, str(root / "tools" / "demo.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600)


def read(path: Path) -> tuple[list[str], Rows]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def cells(text: str, heading: str, first: str) -> list[str]:
    """The cells of the row that starts with `first` in the table under a heading."""
    table = text[text.index(heading) :]
    line = next(line for line in table.splitlines() if line.strip().startswith(first))
    return re.split(r"\s{2,}", line.strip())


def near_bamako(row: dict[str, str], km: float) -> bool:
    return GEOD.inv(-8.0029, 12.6392, float(row["longitude"]), float(row["latitude"]))[2] <= km * 1000


@pytest.fixture(scope="module", params=["as it is", "shuffled, 100 rows fewer"])
def world(
    request: pytest.FixtureRequest, acled_world: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    if request.param == "as it is":
        return acled_world
    columns, rows = read(acled_world)
    random.Random(4).shuffle(rows)
    path = tmp_path_factory.mktemp("shuffled") / "events.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows[100:])
    return path


def test_real_events_end_with_a_brief(root: Path, world: Path, mali_boundaries: Path, tmp_path: Path) -> None:
    done = demo(root, "--events", world, "--regions", mali_boundaries, "--out", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    text, rows = done.stdout, read(world)[1]
    mali = [row for row in rows if row["country"] == "Mali"]
    violent = [row for row in mali if row["event_type"] in VIOLENT]
    if len(rows) == 9000:  # the reference numbers of the real file
        ring = [row for row in mali if near_bamako(row, 150)]
        assert (len(mali), len(violent), len(ring)) == (64, 41, 4)
        assert not [row for row in ring if row["event_type"] in VIOLENT]
    assert f"{len(rows):,} rows read = {len(rows):,} events + 0 merged + 0 filtered + 0 rejected" in text
    assert f"Mali: {len(mali)} events, {len(violent)} of the violent types" in text
    quarters = {"2022-Q1": ("2022-01-01", "2022-03-31"), "2022-Q2": ("2022-04-01", "2022-06-30")}
    for label, kept in (("all actors, violent types", violent), ("all actors, all types", mali)):
        row = cells(text, "Events within a distance", f"150 km, {label}")
        inside = [event for event in kept if near_bamako(event, 150)]
        expected = [sum(a <= e["event_date"] <= b for e in inside) for a, b in quarters.values()]
        assert [int(row[1]), int(row[2]), int(row[-1])] == [*expected, len(inside)]
        assert ("no events" in row) == (sum(expected) == 0)
    for name, count in Counter(row["event_type"] for row in mali).items():
        row = cells(text, "by event type", name)
        assert int(row[1]) + int(row[2]) == count
    whole = cells(text, "by region", "(all)")
    assert int(whole[1]) + int(whole[2]) == len(violent)
    assert_whole(tmp_path / "demo", len(rows))


def assert_whole(folder: Path, events: int) -> None:
    """Everything is there and opens: store, layers with their looks and origins, project, brief."""
    layer = QgsVectorLayer(f"{folder / 'events.gpkg'}|layername=events", "events", "ogr")
    assert layer.featureCount() == events and layer.renderer().type() != "singleSymbol"
    for name in ("rings", "footprints", "comparison", "footprint_change"):
        result = QgsVectorLayer(str(folder / f"{name}.gpkg"), name, "ogr")
        assert result.isValid() and result.featureCount() > 0, name
        assert result.metadata().title() and result.renderer().type() != "singleSymbol", name
    project = QgsProject()
    assert project.read(str(folder / "flashpoints.qgz"))
    assert len(project.mapLayers()) >= 6 and all(layer.isValid() for layer in project.mapLayers().values())
    project.clear()
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "brief.png").stat().st_size > 100_000 and (folder / "map.png").stat().st_size > 50_000
    assert json.loads((folder / "brief.json").read_text(encoding="utf-8"))
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "brief.pdf"), "-"], capture_output=True, text=True
    )
    assert "Mali" in text.stdout and "150 km" in text.stdout
    assert not list(folder.glob("*-wal")) and not list(folder.glob(".*"))


def test_the_sample_says_that_it_is_synthetic(root: Path, tmp_path: Path) -> None:
    done = demo(root, "--out", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    assert "3.25 (1.14 – 11.35)" in cells(done.stdout, "Events within", "150 km, militant")
    layer = QgsVectorLayer(f"{tmp_path / 'demo' / 'events.gpkg'}|layername=events", "events", "ogr")
    assert layer.metadata().title() == "Events (synthetic sample)"
    pdf = ["pdftotext", str(tmp_path / "demo" / "brief.pdf"), "-"]
    assert "SYNTHETIC" in subprocess.run(pdf, capture_output=True, text=True).stdout
    assert_whole(
        tmp_path / "demo", len(read(root / "resources" / "sample" / "mali_synthetic_2017_2023.csv")[1])
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--events", "none.csv"], "no such file"),
        (["--events", "photo.csv"], "JPEG"),
        (["--events", "empty.csv"], "empty"),
        (["--out", "/proc/nowhere"], "cannot be written"),
        (["--regions", "empty.csv"], "no polygons"),
    ],
)
def test_wrong_input_ends_in_plain_words(
    root: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "photo.csv").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "empty.csv").write_bytes(b"")
    arguments = [str(tmp_path / one) if one.endswith(".csv") else one for one in arguments]
    out = [] if "--out" in arguments else ["--out", str(tmp_path / "demo")]
    done = demo(root, *arguments, *out)
    assert done.returncode == 1 and words in done.stderr and "Traceback" not in done.stderr
