# SPDX-License-Identifier: GPL-2.0-or-later
"""The runner with real algorithms: success, failure in words, cancelling, and one that may not leave its thread."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gui.runner import Outcome, Runner
from flashpoints.plugin.gui.window import failure

from .conftest import wait


@pytest.fixture
def few(sample: Path, tmp_path: Path) -> Path:
    """The first 300 rows of the sample, one of them without a date."""
    with sample.open(encoding="utf-8", newline="") as file:
        rows = [row for _, row in zip(range(301), csv.reader(file))]
    rows[7][rows[0].index("event_date")] = "someday"
    path = tmp_path / "few.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def finish(runner: Runner, algorithm: str, **parameters: Any) -> Outcome:
    """Run to the end."""
    ended: list[Outcome] = []
    runner.ended.connect(ended.append)
    runner.start(f"flashpoints:{algorithm}", parameters, "A test")
    assert wait(lambda: ended)
    assert wait(lambda: not runner.active)
    return ended[0]


def test_success(plugin: Any, few: Path, tmp_path: Path) -> None:
    """Numbers, warnings, and a file."""
    outcome = finish(Runner(), "importevents", INPUT=str(few), OUTPUT=str(tmp_path / "few.gpkg"))
    assert outcome.succeeded
    assert outcome.errors == []
    assert (outcome.results["ROWS_READ"], outcome.results["EVENTS"], outcome.results["ROWS_REJECTED"]) == (
        300,
        299,
        1,
    )
    assert len(outcome.warnings) == 1
    assert (tmp_path / "few.gpkg").is_file()


def test_failure_in_the_thread(plugin: Any, tmp_path: Path) -> None:
    """What went wrong is the algorithm's own sentence, not a trace."""
    outcome = finish(
        Runner(), "importevents", INPUT=str(tmp_path / "gone.csv"), OUTPUT=str(tmp_path / "few.gpkg")
    )
    assert not outcome.succeeded
    assert not outcome.cancelled
    said = str(failure(outcome))
    assert "There is no such file" in said
    assert "gone.csv" in said
    assert "Traceback" not in said
    assert not (tmp_path / "few.gpkg").exists()


def test_failure_while_preparing(plugin: Any, few: Path, tmp_path: Path) -> None:
    """An error on the main thread, before the task starts, comes back the same way."""
    outcome = finish(
        Runner(), "importevents", INPUT=str(few), MODE="update", OUTPUT=str(tmp_path / "few.gpkg")
    )
    assert not outcome.succeeded
    assert "no such event store" in str(failure(outcome))


def test_failure_without_a_thread(plugin: Any, events: Any, tmp_path: Path) -> None:
    """The brief runs on the main thread; its refusals are told like all others."""
    parameters = {"INPUT": events.id(), "PERIODS": "2023-H1", "OUTPUT": str(tmp_path / "brief.pdf")}
    outcome = finish(Runner(), "makebrief", **parameters)
    assert not outcome.succeeded
    assert "compares two periods" in str(failure(outcome))


def test_unknown_algorithm(plugin: Any) -> None:
    """Refused at once, in words."""
    with pytest.raises(FlashpointsError, match="is not available"):
        Runner().start("flashpoints:nothing", {}, "A test")


def test_parameters_that_the_algorithm_refuses(plugin: Any, few: Path) -> None:
    """A missing mandatory parameter never starts a task."""
    runner = Runner()
    with pytest.raises(FlashpointsError):
        runner.start("flashpoints:buffercounts", {"OUTPUT": "x.gpkg"}, "A test")
    assert runner.active == []


def test_cancel(plugin: Any, sample: Path, tmp_path: Path) -> None:
    """Cancelled before it began: no file, no error."""
    runner, ended = Runner(), []
    runner.ended.connect(ended.append)
    run = runner.start(
        "flashpoints:importevents", {"INPUT": str(sample), "OUTPUT": str(tmp_path / "all.gpkg")}, "A test"
    )
    run.cancel()
    assert wait(lambda: ended)
    assert ended[0].cancelled
    assert not ended[0].succeeded
    assert not (tmp_path / "all.gpkg").exists()


def test_traceback_is_cut_to_its_last_line() -> None:
    """A mistake of ours is said as one; the rest stands in the details."""
    trace = "Traceback (most recent call last):\n  File x\nKeyError: 'y'\n"
    error = failure(Outcome("flashpoints:x", "A test", False, errors=[trace], log=trace))
    assert "KeyError: 'y'" in error.what
    assert "File x" not in error.what
    assert "report" in error.remedy
