# SPDX-License-Identifier: GPL-2.0-or-later
"""The brief from the real pipeline: its numbers against loops over the raw file, and its words as printed."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis import layouts
from flashpoints.plugin.gis.importing import import_events
from pyproj import Geod
from qgis.core import (
    QgsApplication,
    QgsLayoutItemLabel,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsReadWriteContext,
)

GEOD = Geod(ellps="WGS84")
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
MILITANTS = (
    "JNIM", "Katiba", "Ansar Dine", "Al Mourabitoune", "AQIM", "Ansaroul Islam", "MUJAO", "Islamic State", "GSPC",
    "Boko Haram", "Islamist Militia",
)  # fmt: skip
ACTORS = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")
H1, H2 = ("2023-01-01", "2023-06-30"), ("2022-07-01", "2022-12-31")


def counted(
    rows: list[dict[str, str]], span: tuple[str, str], km: float | None = None, everything: bool = False
) -> int:
    """Events of a span of ISO dates, of militants and violent unless everything is asked for, by a plain loop."""
    total = 0
    for row in rows:
        militant = any(name in row[column] for name in MILITANTS for column in ACTORS)
        if span[0] <= row["event_date"] <= span[1] and (
            everything or (row["event_type"] in VIOLENT and militant)
        ):
            away = GEOD.inv(-8.0029, 12.6392, float(row["longitude"]), float(row["latitude"]))[2] / 1000
            total += km is None or away <= km
    return total


def pdf_text(path: Path) -> str:
    """The text of a PDF with any white space as one space."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run([program, str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def source(store: Path) -> str:
    return f"{store}|layername=events"


@pytest.fixture(scope="module")
def raw(sample: Path) -> list[dict[str, str]]:
    with sample.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def usual(
    provider: Any, store: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    """The page that the sample gives when nothing is chosen, and the numbers beside it."""
    path = tmp_path_factory.mktemp("usual") / "brief.pdf"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("flashpoints:makebrief")
    given = {"INPUT": source(store), "OUTPUT": str(path)}
    feedback = QgsProcessingFeedback(False)
    results, fine = algorithm.run(given, QgsProcessingContext(), feedback)
    assert fine
    assert "“" not in feedback.textLog()  # no item is missing, of another kind, or too small for its text
    return path, json.loads(Path(results["JSON"]).read_text(encoding="utf-8"))


@pytest.fixture
def brief(run: Callable[..., Any], store: Path, tmp_path: Path) -> Callable[..., tuple[Path, dict[str, Any]]]:
    """Make a brief; returns the page and the numbers beside it."""

    def make(name: str = "brief.pdf", **parameters: Any) -> tuple[Path, dict[str, Any]]:
        given = {"INPUT": source(store), "OUTPUT": str(tmp_path / name), **parameters}
        ran = run("makebrief", **given)
        results = ran.results
        assert "longer than its frame" not in ran.log
        assert Path(results["JSON"]).name == Path(name).with_suffix(".json").name
        return Path(results["OUTPUT"]), json.loads(Path(results["JSON"]).read_text(encoding="utf-8"))

    return make


def figures(numbers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {figure["kind"]: figure for figure in numbers["figures"]}


def test_numbers_are_those_of_a_plain_count(
    usual: tuple[Path, dict[str, Any]], raw: list[dict[str, str]]
) -> None:
    _, numbers = usual
    found = figures(numbers)
    assert numbers["periods"] == {"earlier": "/".join(H2), "later": "/".join(H1)}
    assert (found["ring"]["numerator"], found["ring"]["denominator"]) == (
        counted(raw, H1, 150),
        counted(raw, H2, 150),
    )
    assert (found["comparison"]["numerator"], found["comparison"]["denominator"]) == (
        counted(raw, H1),
        counted(raw, H2),
    )
    everyone = counted(raw, H1, 150, everything=True), counted(raw, H2, 150, everything=True)
    assert f"All actors and types: {everyone[0]} ({everyone[1]} before)." in found["ring"]["note"]


def test_brief_agrees_with_the_algorithms_that_anyone_runs(
    usual: tuple[Path, dict[str, Any]], run: Callable[..., Any], store: Path
) -> None:
    _, numbers = usual
    found = figures(numbers)
    shared = {"INPUT": source(store), "PERIODS": "2022-H2;2023-H1", "ACTOR_GROUPS": "militant_islamist"}
    ring = run("buffercounts", **shared, RADII_KM="150").frame()
    later = ring[ring["period"] == "2023-H1"].iloc[0]
    assert (later["rate_ratio"], later["rr_low"], later["rr_high"]) == pytest.approx(
        (found["ring"]["value"], found["ring"]["low"], found["ring"]["high"])
    )
    area = run("regionfootprints", **shared).frame()
    whole = area[area["region"] == "(all)"].set_index("period")["footprint_km2"]
    assert found["footprint"]["numerator"] == pytest.approx(whole["2023-H1"])
    assert found["footprint"]["denominator"] == pytest.approx(whole["2022-H2"])


def test_page_prints_the_figures_and_where_they_come_from(
    usual: tuple[Path, dict[str, Any]], sample: Path
) -> None:
    path, numbers = usual
    text = pdf_text(path)
    for figure in numbers["figures"]:
        assert figure["headline"] in text
        assert figure["sentence"] in text
        assert figure["note"] in text
        assert figure["definition_id"] in text
    assert "Mali: militant Islamist violence" in text
    assert "January to June 2023, compared with July to December 2022" in text
    assert sample.name in text
    assert numbers["source"]["sha256"][:12] in text
    assert "do not imply any judgement" in text
    assert (
        text.count("SYNTHETIC") >= 2
    )  # in the head and in the source line; pdftotext takes the slanted mark apart
    for region in ("Mopti", "Kayes", "Sikasso"):
        assert region in text


def test_page_in_french(brief: Callable[..., Any]) -> None:
    path, numbers = brief(LANGUAGE="fr")
    text = pdf_text(path)
    assert "SYNTHÉTIQUE" in text
    assert "Janvier à juin 2023, par rapport à juillet à décembre 2022" in text
    assert "intervalle à 95 % de" in text
    for english in ("events", "Source file", "compared with", "Chance"):
        assert english not in text
    assert " ".join(figures(numbers)["ring"]["sentence"].split()) in text


def test_periods_follow_as_of_and_can_be_given(brief: Callable[..., Any]) -> None:
    assert brief(AS_OF="2022-12-31")[1]["periods"] == {
        "earlier": "2022-01-01/2022-06-30",
        "later": "/".join(H2),
    }
    given = brief(PERIODS="2022;2021")[1]["periods"]
    assert given == {"earlier": "2021-01-01/2021-12-31", "later": "2022-01-01/2022-12-31"}


def test_given_selection_replaces_the_recipes(brief: Callable[..., Any], raw: list[dict[str, str]]) -> None:
    path, numbers = brief(EVENT_TYPES="Protests", ACTOR_GROUPS="protesters_rioters")
    protests = sum(row["event_type"] == "Protests" and H1[0] <= row["event_date"] <= H1[1] for row in raw)
    assert figures(numbers)["comparison"]["numerator"] == protests > 0
    assert "Mali: Protesters and rioters" in pdf_text(path)


def test_no_events_is_said_and_never_a_ratio(brief: Callable[..., Any]) -> None:
    path, numbers = brief(MIN_FATALITIES=1_000_000)
    assert {figure["state"] for figure in numbers["figures"]} == {"none"}
    text = pdf_text(path)
    assert "No events within 150 km of Bamako" in text
    assert "×" not in text


def test_other_formats(brief: Callable[..., Any]) -> None:
    assert brief("brief.png")[0].read_bytes().startswith(b"\x89PNG")
    assert ">SYNTHETIC<" in brief("brief.svg")[0].read_text(encoding="utf-8")


def changed_template(folder: Path, change: Callable[[Any], None]) -> Path:
    """The plugin's template as an office saves it after editing."""
    project = QgsProject()
    layout = layouts.load_template(RESOURCES / "layouts" / "brief_a4.qpt", project)
    change(layout)
    path = folder / "office.qpt"
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


def test_an_edited_template_cannot_lose_the_word_synthetic_or_the_source(
    brief: Callable[..., Any], tmp_path: Path
) -> None:
    def strip(layout: Any) -> None:
        for item in [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]:
            if item.id() != "title":
                layout.removeLayoutItem(item)

    text = pdf_text(brief(TEMPLATE=str(changed_template(tmp_path, strip)))[0])
    assert "Mali: militant Islamist violence" in text
    assert "SYNTHETIC" in text.split("SYNTHETIC sample data")[0]  # the mark, upright where it had to be added
    assert "not real events" in text


def test_an_edited_recipe_is_what_is_asked(
    brief: Callable[..., Any], tmp_path: Path, raw: list[dict[str, str]]
) -> None:
    recipe = json.loads((RESOURCES / "recipes" / "brief.json").read_text(encoding="utf-8"))
    recipe["figures"] = [{"id": "sikasso", "kind": "ring", "place": "Sikasso", "radius_km": 100}]
    recipe["periods"] = {"later": "2022", "earlier": "2021"}
    path = tmp_path / "recipe.json"
    path.write_text(json.dumps(recipe), encoding="utf-8")
    page, numbers = brief(RECIPE=str(path))
    (figure,) = numbers["figures"]
    assert (figure["id"], figure["kind"]) == ("sikasso", "ring")
    assert "within 100 km of Sikasso" in pdf_text(page)
    assert numbers["recipe"] == recipe


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"AS_OF": "tomorrow"}, "is not a date"),
        ({"AS_OF": "2030-01-01"}, "do not cover"),
        ({"PERIODS": "2022"}, "compares two periods"),
        ({"LANGUAGE": "en", "OUTPUT": "/nowhere/brief.pdf"}, "does not exist"),
        ({"OUTPUT": "brief.doc"}, "“.doc”"),
        ({"ACTOR_GROUPS": "martians"}, "martians"),
    ],
)
def test_wrong_input_is_refused_in_plain_words(
    brief: Callable[..., Any], wrong: dict[str, str], said: str
) -> None:
    with pytest.raises(QgsProcessingException) as refusal:
        brief(**wrong)
    assert said in str(refusal.value)
    assert "Traceback" not in str(refusal.value)


def test_a_folder_that_cannot_be_written_is_refused_at_once(
    brief: Callable[..., Any], tmp_path: Path
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    if os.access(locked, os.W_OK):
        locked.rmdir()
        locked.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(QgsProcessingException):
        brief(OUTPUT=str(locked / "brief.pdf"))


def test_brief_leaves_the_open_project_alone_and_stays_in_the_main_thread(
    usual: tuple[Path, dict[str, Any]],
) -> None:
    assert usual[0].is_file()
    assert not QgsProject.instance().mapLayers()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("flashpoints:makebrief")
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading


def test_real_file_of_one_half_year(
    run: Callable[..., Any], acled_world: Path, mali_boundaries: Path, tmp_path: Path
) -> None:
    """64 events in Mali, 4 of all types within 150 km of Bamako and none of the violent ones; quarters compared."""
    store = tmp_path / "world.gpkg"
    import_events(
        acled_world, store, ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
    )
    regions = f"{mali_boundaries}|layername=adm1"
    results = run("makebrief", INPUT=source(store), REGIONS=regions, OUTPUT=str(tmp_path / "b.pdf")).results
    numbers = json.loads(Path(results["JSON"]).read_text(encoding="utf-8"))
    found = figures(numbers)
    assert numbers["periods"] == {"earlier": "2022-01-01/2022-03-31", "later": "2022-04-01/2022-06-30"}
    assert (found["ring"]["state"], found["ring"]["headline"]) == ("none", "0")
    assert "All actors and types: 0 (4 before)." in found["ring"]["note"]
    assert "All actors and types: 34 (30 before)." in found["comparison"]["note"]
    text = pdf_text(tmp_path / "b.pdf")
    assert "Source: ACLED (www.acleddata.com), accessed" in text
    assert "SYNTHETIC" not in text
    assert "Koulikouro" in text
