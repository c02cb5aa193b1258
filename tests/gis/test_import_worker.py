# SPDX-License-Identifier: GPL-2.0-or-later
"""A file read by two processes gives the store that one process makes, whatever becomes of the second."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from databases import opened
from event_files import COLUMNS, row
from flashpoints.plugin.core.actors import ActorTable
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.resources import RESOURCES
from flashpoints.plugin.gis.import_worker import TAKEN_OVER, Sharing
from flashpoints.plugin.gis.importing import ImportResult, import_events
from qgis.core import QgsApplication, QgsTask

ROWS = 600
SECOND_ROW = ROWS - 20  # of the second half
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc and SIGKILL")


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")


def rows(count: int = ROWS) -> list[dict[str, str]]:
    """Made-up events in two countries, some with quotes, line ends and commas in their notes."""
    notes = ("Nothing happened.", 'He said "no",\nthen "", and left.', "One line,\r\nand another\n", '"')
    return [
        row(
            number,
            event_date=f"2023-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            notes=notes[number % len(notes)],
            country="Mali" if number % 3 else "Niger",
            actor1=f"Group of the {number % 40} (Mali)",
            location="Gao" if number % 5 else "Ménaka",
            fatalities=str(number % 7),
        )
        for number in range(1, count + 1)
    ]


def text(events: list[dict[str, str]], line_end: str = "\n") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator=line_end)
    writer.writeheader()
    writer.writerows(events)
    return out.getvalue()


def with_row(at: int, count: int = ROWS, **changes: str) -> str:
    events = rows(count)
    events[at].update(changes)
    return text(events)


def dump(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    with opened(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {}
        for (table,) in tables:
            names = [one[1] for one in connection.execute(f"PRAGMA table_info('{table}')")]
            kept = ", ".join(f'"{name}"' for name in names if name not in ("imported_at", "last_change"))
            found[table] = connection.execute(f"SELECT {kept} FROM '{table}'").fetchall()
    return found


@pytest.fixture
def both(actors: ActorTable, tmp_path: Path) -> Callable[..., ImportResult]:
    """Import a file with one process and with two, and compare everything; returns what two made of it."""

    def compare(path: Path, outcome: str, share: float = 0.5, **choices: Any) -> ImportResult:
        sharing = Sharing(smallest=1, processors=1, share=share)
        sharing = Sharing(**{**vars(sharing), **choices.pop("sharing", {})})
        made = {}
        for name, how in (("one", Sharing(smallest=2**60)), ("two", sharing)):
            (tmp_path / name).mkdir()
            store = tmp_path / name / "a.gpkg"
            made[name] = (import_events(path, store, actors, sharing=how, **choices), dump(store))
            assert [one.name for one in store.parent.iterdir()] == ["a.gpkg"]
        assert outcome in sharing.outcome, sharing.outcome
        (one, there), (two, here) = made["one"], made["two"]
        assert here.keys() == there.keys() and [name for name in here if here[name] != there[name]] == []
        assert (two.report, two.unmatched, two.tally) == (one.report, one.unmatched, one.tally)
        assert two.report.balanced
        return two

    return compare


def written(path: Path, content: str) -> Path:
    path.write_bytes(content.encode("utf-8"))
    return path


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_the_sample(both: Callable[..., ImportResult], sample: Path, share: float) -> None:
    assert both(sample, TAKEN_OVER, share).report.events == 8144


@pytest.mark.parametrize(
    "content",
    [text(rows()), text(rows(), "\r\n"), text(rows()).rstrip("\n"), "\ufeff" + text(rows())],
    ids=["line ends in quotes", "CRLF", "no final line end", "byte order mark"],
)
@pytest.mark.parametrize("share", [0.5, 0.501, 0.502])
def test_records_over_several_lines(
    both: Callable[..., ImportResult], tmp_path: Path, content: str, share: float
) -> None:
    """The cut falls into different places of a record."""
    result = both(written(tmp_path / "a.csv", content), TAKEN_OVER, share)
    assert (result.report.read, result.report.events) == (ROWS, ROWS)


@pytest.mark.parametrize(
    ("content", "outcome", "rejected", "merged"),
    [
        (with_row(5, event_date="never"), TAKEN_OVER, 1, 0),
        (with_row(5, event_id_cnty="MLI3"), TAKEN_OVER, 0, 1),
        (with_row(SECOND_ROW, event_date="never"), "not plain", 1, 0),
        (with_row(SECOND_ROW, event_id_cnty=f"MLI{ROWS}"), "not plain", 0, 1),
        (with_row(SECOND_ROW, event_id_cnty="MLI3"), "of the first half", 0, 1),
        (with_row(SECOND_ROW, location="SÃ©gou"), "not plain", 0, 0),
        (with_row(SECOND_ROW, timestamp="yesterday"), "not plain", 0, 0),
        (with_row(SECOND_ROW, event_date="25/03/2023"), TAKEN_OVER, 0, 0),
        (with_row(1_190, 1_200, event_date="25/03/2023"), "not plain", 0, 0),
        (text(rows()) + "\nMLI1,one cell too few\n", "not plain", 1, 0),
        (text(rows()).replace("MLI7,", 'ML"I7,'), "not regular", 0, 0),
        (text(rows()).replace("\nMLI7,", "\n\nMLI7,"), "not regular", 0, 0),
    ],
    ids=[
        "rejected before", "merged before", "rejected", "merged", "repeats the first half", "garbled",
        "left empty", "date order", "date order found late", "misfit", "quote in a cell", "blank line",
    ],
)  # fmt: skip
def test_what_is_odd(
    both: Callable[..., ImportResult],
    tmp_path: Path,
    content: str,
    outcome: str,
    rejected: int,
    merged: int,
) -> None:
    report = both(written(tmp_path / "a.csv", content), outcome).report
    assert (report.rejected, report.merged) == (rejected, merged)


def test_a_newer_row_of_an_event_of_the_first_half(actors: ActorTable, tmp_path: Path) -> None:
    """It takes the older one's place. Only the rows' numbers are others, as they are where batches end elsewhere."""
    path = tmp_path / "a.csv"
    written(path, with_row(SECOND_ROW, event_id_cnty="MLI3", timestamp="1800000000"))
    found = []
    for name, smallest in (("one", 2**60), ("two", 1)):
        store, sharing = tmp_path / f"{name}.gpkg", Sharing(smallest=smallest, processors=1)
        import_events(path, store, actors, sharing=sharing)
        found.append(
            {table: [one[1:] for one in dump(store)[table]] for table in ("events", "imports", "coverage")}
        )
    assert "of the first half" in sharing.outcome
    assert found[0] == found[1] and len(found[1]["events"]) == ROWS - 1


def test_choices(both: Callable[..., ImportResult], tmp_path: Path) -> None:
    """Countries, and numeric dates whose order the whole column tells."""
    events = rows()
    for number, one in enumerate(events):
        one["event_date"] = f"{number % 28 + 1:02d}/03/2023"
    path = written(tmp_path / "a.csv", text(events))
    report = both(path, TAKEN_OVER, countries=["Niger"]).report
    assert (report.events, report.filtered) == (ROWS // 3, ROWS - ROWS // 3)


def test_files_that_one_process_reads(both: Callable[..., ImportResult], tmp_path: Path) -> None:
    """Rows that are known by their numbers only need to be counted from the first."""
    path = written(tmp_path / "a.csv", text(rows()))
    both(path, "not of the kind", columns={"event_id": "#row"})


@pytest.mark.parametrize(
    ("script", "outcome"),
    [("", "ended"), ("#!/bin/sh\nexit 3\n", "ended"), ("#!/bin/sh\nexec sleep 60\n", "hangs")],
    ids=["no such file", "ends at once", "says nothing"],
)
@linux_only
def test_an_interpreter_that_does_not_serve(
    both: Callable[..., ImportResult], tmp_path: Path, script: str, outcome: str
) -> None:
    python = tmp_path / "python"
    if script:
        python.write_text(script, encoding="utf-8")
        python.chmod(0o755)
    path = written(tmp_path / "a.csv", text(rows()))
    both(path, outcome, sharing={"python": str(python), "silence_s": 1.0})


def seconds(parent: int) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            there = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            script = (folder / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if there == parent and b"import_child.py" in script:
            yield int(folder.name)


def wait_for(done: Callable[[], Any]) -> None:
    for _ in range(3_000):
        if done():
            return
        time.sleep(0.01)
    raise TimeoutError


@linux_only
def test_a_second_process_that_is_killed(both: Callable[..., ImportResult], tmp_path: Path) -> None:
    """While it writes: the first process finds out, and reads the rest itself."""
    part = tmp_path / "two" / f".a.second.{os.getpid()}.part.gpkg"
    killed: list[int] = []

    def progress(done: float) -> bool:
        if done and (tmp_path / "two").exists() and not killed:
            wait_for(part.exists)
            killed.extend(seconds(os.getpid()))
            for one in killed:
                os.kill(one, signal.SIGKILL)
        return True

    both(written(tmp_path / "a.csv", text(rows(30_000))), "ended", progress=progress)
    assert len(killed) == 1


@linux_only
@pytest.mark.parametrize("calls", [1, 2, 3])
def test_cancelling_ends_the_second_process(
    actors: ActorTable, tmp_path: Path, sample: Path, calls: int
) -> None:
    """Before the first row, after it, and while the first process waits for the second."""
    store, asked = tmp_path / "a.gpkg", []

    def progress(done: float) -> bool:
        asked.extend([done] if done else [])  # once the file has been looked through
        return len(asked) < calls

    sharing = Sharing(smallest=1, processors=1, share=0.1)
    with pytest.raises(FlashpointsError, match="cancelled"):
        import_events(sample, store, actors, sharing=sharing, progress=progress)
    assert list(seconds(os.getpid())) == [] and list(tmp_path.iterdir()) == []


def ended(process: int) -> bool:
    """Whether a process is gone, or waits as a zombie for a parent that does not ask after it."""
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


@linux_only
def test_a_second_process_ends_with_the_first(
    actors: ActorTable, sample: Path, root: Path, tmp_path: Path
) -> None:
    """SIGKILL of the first: the second is gone soon, and the next import sweeps what both have left."""
    store = tmp_path / "a.gpkg"
    code = (
        f"import sys, time; sys.path.insert(0, {str(root / 'tools')!r})\n"
        "import headless; headless.register()\n"
        "from pathlib import Path\n"
        "from flashpoints.plugin.gis.loading import load_actors\n"
        "from flashpoints.plugin.gis.importing import Sharing, import_events\n"
        "slowly = lambda done: done == 0 or print('writing', flush=True) or time.sleep(60)\n"
        f"import_events(Path({str(sample)!r}), Path({str(store)!r}), load_actors(), progress=slowly,\n"
        "    sharing=Sharing(smallest=1, processors=1))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "writing\n"
        wait_for(lambda: len(list(tmp_path.glob(".a.second.*.part.gpkg"))) == 1)
        (second,) = seconds(process.pid)
        os.kill(process.pid, signal.SIGKILL)
    wait_for(lambda: ended(second))
    import_events(sample, store, actors)
    assert [path.name for path in tmp_path.iterdir()] == ["a.gpkg"]


def test_inside_a_task(qgis_app: Any, actors: ActorTable, tmp_path: Path, sample: Path) -> None:
    """As the window runs it: in a thread without event loop."""
    sharing = Sharing(smallest=1, processors=1)
    task = QgsTask.fromFunction(
        "import",
        lambda task: import_events(sample, tmp_path / "a.gpkg", actors, sharing=sharing).report.events,
    )
    QgsApplication.taskManager().addTask(task)
    assert task.waitForFinished(60_000)
    assert (sharing.outcome, task.returned_values) == (TAKEN_OVER, 8144)
