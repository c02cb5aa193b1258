# SPDX-License-Identifier: GPL-2.0-or-later
"""What `make bench` runs: the plugin beside what a user would pick instead, on the same file, in one run.

Both sides take turns (A B A B ...), each time in a fresh process, and the medians are compared: on a busy machine
seconds mean little, their ratios more. That both give about the same answer is checked too. A missed limit is
printed, not an error: the exit code is 1 only when something failed to run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from text_table import Cells, text_table

# This process stays small: a child's peak memory counts from its parent's, so nothing big is imported here.
TOOLS = Path(__file__).resolve().parent
FOLDER = TOOLS.parent / "build" / "bench"
ANSWER = "bench-answer "
SIZES = (20_000, 400_000)
JUDGED = 400_000  # the limits of ratios hold at this size
MEMORY_LIMITS_MB = {20_000: 400, 400_000: 3_000, 2_500_000: 6_000}
"""Above an idle QGIS for files of fewer than JUDGED rows, else in all."""
CANCEL_LIMIT_S = 2.0
OGR2OGR = (
    "ogr2ogr", "-f", "GPKG", "{out}", "{csv}", "-oo", "AUTODETECT_TYPE=YES", "-oo", "X_POSSIBLE_NAMES=longitude",
    "-oo", "Y_POSSIBLE_NAMES=latitude", "-a_srs", "EPSG:4326", "-lco", "SPATIAL_INDEX=YES",
)  # fmt: skip


@dataclass(frozen=True)
class Contest:
    """One question: our job, the job beside it (None: ogr2ogr), the limit of the ratio, how far answers may differ."""

    title: str
    ours: str
    other: str | None
    limit: float
    apart: float
    remark: str


CONTESTS = {
    "import": Contest("import, whole processes", "importevents", None, 0.75, 0.0, "ogr2ogr to a GeoPackage"),
    "rings": Contest(
        "3 rings x 2 periods", "buffercounts", "native_rings", 0.25, 0.002,
        "extract, reproject, then buffer and count points a ring",
    ),
    "footprints": Contest(
        "footprint of 2 periods", "regionfootprints", "native_footprints", 0.5, 0.02,
        "extract, reproject, buffer with dissolve (default segments: discs 1.6 % small), intersection",
    ),
    "comparison": Contest(
        "comparison by region", "compareperiods", "native_comparison", 1 / 3, 0.01,
        "extract, then count points in the regions (no rates, no intervals)",
    ),
    "paint": Contest(
        "first map of the country", "first_paint", "native_first_paint", 1.3, 0.0,
        "QGIS's categorised style with its classes ready; ours counts its legend and the places too",
    ),
    "filter": Contest(
        "a filter's answer on the map", "filtered_paint", "native_filtered_paint", 1.3, 0.0,
        "the same filter on QGIS's categorised style: set, counted, drawn",
    ),
}  # fmt: skip


@dataclass
class Run:
    """One process: seconds from its start to its end and of its work alone, peak memory, and what it counted.

    wait : the longest time, in seconds, in which a click on Cancel would not have been noticed.
    """

    whole: float
    work: float
    peak_mb: float
    counts: dict[str, float]
    wait: float = 0.0


@dataclass
class Side:
    """All runs of one side of a contest."""

    runs: list[Run] = field(default_factory=list)

    def median(self, name: str) -> float:
        """Median of one of the numbers of the runs."""
        return statistics.median(getattr(run, name) for run in self.runs)


def process(command: Sequence[str]) -> Run:
    """Run a command to its end.

    Raises
    ------
    RuntimeError : when it fails, with the end of what it said.
    """
    os.sync()  # what the other side wrote is not ours to wait for
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(FOLDER / "profile"),
    }
    with (FOLDER / "said.txt").open("w+", encoding="utf-8", errors="replace") as said:
        started = time.perf_counter()
        child = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        whole = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)  # Popen is not to wait for it again
        said.seek(0)
        lines = said.read().splitlines()
    if child.returncode:
        raise RuntimeError(
            f"{' '.join(command[:3])} ended with {child.returncode}:\n" + "\n".join(lines[-15:])
        )
    answers = [line for line in lines if line.startswith(ANSWER)]
    answer: dict[str, Any] = (
        json.loads(answers[-1][len(ANSWER) :]) if answers else {"seconds": whole, "counts": {}}
    )
    return Run(whole, answer["seconds"], usage.ru_maxrss / 1024, answer["counts"], answer.get("wait", 0.0))


def job(name: str, **options: Any) -> Run:
    """One job of bench_jobs.py in a fresh process."""
    texts = {key: str(value) for key, value in options.items()}
    return process([sys.executable, str(TOOLS / "bench_jobs.py"), name, json.dumps(texts)])


def bench_file(rows: int) -> Path:
    """The synthetic file; made anew when the generator is newer."""
    path = FOLDER / f"events_{rows}.csv"
    newest = max(source.stat().st_mtime for source in TOOLS.glob("*sample*.py"))
    if not path.is_file() or path.stat().st_mtime < newest:
        print(f"Making {rows:,} synthetic events, half of them on repeated places ...", flush=True)
        making = FOLDER / f"events_{rows}.part"
        process([sys.executable, str(TOOLS / "make_sample.py"), "--rows", str(rows), "--out", str(making)])
        making.replace(path)
    return path


def contest(chosen: Contest, rows: int, repeat: int) -> tuple[Side, Side]:
    """Let both sides take turns."""
    csv, store, out = bench_file(rows), FOLDER / f"store_{rows}.gpkg", FOLDER / "result.gpkg"
    ours, other = Side(), Side()
    for turn in range(repeat):
        print(f"{rows:,} rows, {chosen.title}: turn {turn + 1} of {repeat}", flush=True)
        out.unlink(missing_ok=True)
        files = {"store": f"{store}|layername=events", "regions": FOLDER / "regions.gpkg", "csv": csv}
        ours.runs.append(job(chosen.ours, out=store if chosen.other is None else out, **files))
        out.unlink(missing_ok=True)
        if chosen.other is None:
            other.runs.append(process([part.format(out=out, csv=csv) for part in OGR2OGR]))
        else:
            other.runs.append(job(chosen.other, **files))
    out.unlink(missing_ok=True)
    return ours, other


def difference(ours: dict[str, float], other: dict[str, float]) -> float:
    """How far two answers are apart: the sum of differences over the sum of what the other side counted."""
    names = {*ours, *other}
    apart = sum(abs(ours.get(name, 0.0) - other.get(name, 0.0)) for name in names)
    return apart / max(sum(other.values()), 1.0)


def verdict(value: float, limit: float, judged: bool) -> str:
    """Whether a limit holds, in a word."""
    return ("kept" if value <= limit else "MISSED") if judged else ""


def time_rows(chosen: Contest, rows: int, ours: Side, other: Side) -> list[Cells]:
    """The lines of a contest: for the import with and without the start of QGIS."""
    kinds = (
        [("whole", chosen.title), ("work", "import, without start-up")]
        if chosen.other is None
        else [("work", chosen.title)]
    )
    lines = []
    for kind, title in kinds:
        mine, theirs = ours.median(kind), other.median(kind)
        judged = rows == JUDGED and (kind == "whole" or chosen.other is not None)
        limit = f"{chosen.limit:.2f}" if judged else ""
        apart = f"{100 * difference(ours.runs[0].counts, other.runs[0].counts):.2f} %" if chosen.other else ""
        ratio = mine / theirs
        word, numbers = verdict(ratio, chosen.limit, judged), (mine, theirs, ratio)
        lines.append((f"{rows:,}", title, *(f"{one:.2f}" for one in numbers), limit, word, apart))
    return lines


def memory_row(rows: int, ours: Side, idle: float) -> Cells:
    """The line of an import about its memory and how soon it can be cancelled."""
    peak, limit = max(run.peak_mb for run in ours.runs), MEMORY_LIMITS_MB.get(rows)
    in_all = rows >= JUDGED
    kind = f"{limit:,} {'in all' if in_all else 'above idle'}" if limit else ""
    word = verdict(peak if in_all else peak - idle, limit, True) if limit else ""
    wait = max(run.wait for run in ours.runs)
    return (
        f"{rows:,}", "flashpoints:importevents", f"{peak:,.0f}", f"{peak - idle:,.0f}", kind, word,
        f"{wait:.2f} s of {CANCEL_LIMIT_S:g}", verdict(wait, CANCEL_LIMIT_S, True),
    )  # fmt: skip


def growth(sides: dict[str, dict[int, Side]]) -> list[str]:
    """How the time of each question of ours grows from the smallest file to each larger one, a row; 1 is linear."""
    text = "{title}, time a row: {rows:,} rows take {share:.2f} of what {first:,} rows take."
    lines = []
    for name, ours in sides.items():
        first, *larger = sorted(ours)
        each = {rows: side.median("work") / rows for rows, side in ours.items()}
        lines += [
            text.format(title=CONTESTS[name].title, rows=rows, share=each[rows] / each[first], first=first)
            for rows in larger
        ]
    return ["", *lines]


def check_answers(chosen: Contest, ours: Side, other: Side, rows: int) -> str:
    """What is to be said when the two sides answered differently, or the import lost rows; empty when all is well."""
    mine = ours.runs[0].counts
    if chosen.other is None:
        lost = rows - mine["events"]
        return f"{chosen.title}: {lost:,.0f} of {rows:,} rows are no events" if lost else ""
    apart = difference(mine, other.runs[0].counts)
    if apart <= chosen.apart and sum(mine.values()) > 0:
        return ""
    return f"{chosen.title}: the answers are {100 * apart:.2f} % apart, more than {100 * chosen.apart:g} %"


def bench(sizes: Sequence[int], names: Sequence[str], repeat: int) -> list[str]:
    """Run everything and print the tables. Returns complaints about answers that differ."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "regions.gpkg").unlink(missing_ok=True)
    job("regions", out=FOLDER / "regions.gpkg")
    times: list[Cells] = [("rows", "question", "ours s", "other s", "ratio", "limit", "", "apart")]
    memory: list[Cells] = [
        (
            "rows",
            "peak memory of the import",
            "MB",
            "above idle",
            "limit",
            "",
            "longest wait after Cancel",
            "",
        )
    ]
    sides: dict[str, dict[int, Side]] = {name: {} for name in names}
    complaints = []
    idle = job("idle").peak_mb
    for rows in sizes:
        if "import" not in names:
            job("importevents", csv=bench_file(rows), out=FOLDER / f"store_{rows}.gpkg")
        for name in names:
            ours, other = contest(CONTESTS[name], rows, repeat)
            times += time_rows(CONTESTS[name], rows, ours, other)
            complaints.append(check_answers(CONTESTS[name], ours, other, rows))
            sides[name][rows] = ours
            if name == "import":
                memory.append(memory_row(rows, ours, idle))
    print()
    for line in [*text_table(times), "", *(text_table(memory) if len(memory) > 1 else ()), *growth(sides)]:
        print(line)
    print(
        f"\nAn idle QGIS without the plugin takes {idle:,.0f} MB. Seconds: medians of {repeat}, {os.cpu_count()} cores."
    )
    for name in names:
        print(f"{CONTESTS[name].title}: beside {CONTESTS[name].remark}")
    return [complaint for complaint in complaints if complaint]


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--rows", type=int, nargs="+", default=SIZES, help="sizes of the file (default: 20000 400000)"
    )
    parser.add_argument(
        "--only", nargs="+", choices=list(CONTESTS), default=list(CONTESTS), help="these questions"
    )
    parser.add_argument("--repeat", type=int, default=3, help="turns of each side (default: 3)")
    options = parser.parse_args()
    try:
        complaints = bench(options.rows, options.only, max(options.repeat, 1))
    except RuntimeError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    for complaint in complaints:
        print(f"bench: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
