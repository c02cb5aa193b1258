# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs imports, updates and reclassifications that come to a bad end: python store_child.py JOB (JSON).

Each attempt runs in a process of its own, forked from this one, that kills itself with SIGKILL at its point: when so
much of the work is done, or around the step that makes the result count (before, after, or so many seconds into the
commit).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import headless

headless.register()

from flashpoints.plugin.core import reading  # noqa: E402
from flashpoints.plugin.core.actor_file import read_actor_file  # noqa: E402
from flashpoints.plugin.core.actors import ActorTable  # noqa: E402
from flashpoints.plugin.core.errors import FlashpointsError  # noqa: E402
from flashpoints.plugin.core.resources import RESOURCES  # noqa: E402
from flashpoints.plugin.gis import reclassifying, store_writer, updating  # noqa: E402
from flashpoints.plugin.gis.actor_table import shipped_families  # noqa: E402
from flashpoints.plugin.gis.importing import import_events  # noqa: E402

BATCH_ROWS = 400


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at_share(share: float) -> Callable[[float], bool]:
    """A progress callback that kills the process once so much is done."""

    def look(fraction: float) -> bool:
        if fraction >= share:
            die()
        return True

    return look


def around(function: Callable[..., object], before: bool) -> Callable[..., object]:
    """A function that kills the process before or after it has run."""

    def killing(*arguments: object, **options: object) -> object:
        if before:
            die()
        function(*arguments, **options)
        die()
        return None

    return killing


def with_timer(function: Callable[..., object], seconds: float) -> Callable[..., object]:
    """A function after which the process has so long to live: the system ends it, in the middle of whatever it does."""

    def starting(*arguments: object, **options: object) -> object:
        result = function(*arguments, **options)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return result

    return starting


def attempt(mode: str, events: Path, store: Path, point: str) -> None:
    """Import or update, until the point is reached."""
    if mode == "reclassify":
        reclassify(events, store, point)
        return
    reading.EventReader.batches.__defaults__ = (BATCH_ROWS,)  # type: ignore[attr-defined]
    progress: Callable[[float], bool] = lambda fraction: True  # noqa: E731
    if point in ("before commit", "after commit"):
        before = point.startswith("before")
        if mode == "create":
            store_writer.os.replace = around(os.replace, before)  # type: ignore[attr-defined]
        elif before:
            updating._apply = around(updating._apply, before=False)  # type: ignore[assignment]
        else:
            progress = at_share(1.0)
    elif point.startswith("commit"):
        updating._apply = with_timer(updating._apply, float(point.split()[1]))  # type: ignore[assignment]
    elif point:
        progress = at_share(float(point))
    actors = ActorTable.from_csv(RESOURCES / "actors.csv", RESOURCES / "families.csv")
    if mode == "create":
        import_events(events, store, actors, progress=progress)
    else:
        updating.update_events(events, store, allow_removals=True, progress=progress)


def reclassify(table: Path, store: Path, point: str) -> None:
    """Give a store the table of actors of a file, until the point is reached."""
    progress: Callable[[float], bool] = lambda fraction: True  # noqa: E731
    if point == "before commit":
        reclassifying._touch = around(reclassifying._touch, before=False)  # type: ignore[assignment]
    elif point == "after commit":
        progress = at_share(1.0)
        reclassifying._TOGETHER = 10**9
    elif point.startswith("commit"):
        reclassifying._touch = with_timer(reclassifying._touch, float(point.split()[1]))  # type: ignore[assignment]
    elif point:
        progress = at_share(float(point))
        reclassifying._TOGETHER = 100
    file = read_actor_file(table, shipped_families())
    reclassifying.reclassify(store, file.rows, file.families, progress=progress)


def forked(work: Callable[[], None]) -> int:
    """Run work in a fork; how it ended, as os.waitstatus_to_exitcode has it (-9: killed)."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except FlashpointsError as error:
            print(error, flush=True)
            os._exit(3)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def refused(job: dict[str, str]) -> dict[str, object]:
    """Update a store where it lies; what was said against it."""
    try:
        attempt(job["mode"], Path(job["events"]), Path(job["store"]), "")
    except FlashpointsError as error:
        return {"code": 3, "said": str(error)}
    return {"code": 0, "said": ""}


def main() -> None:
    """Make all attempts of a job; print how each ended."""
    job = json.loads(sys.argv[1])
    if "store" in job:
        print(json.dumps(refused(job)))
        return
    ended = {}
    for point in job["points"]:
        store = Path(job["folder"]) / (point or "whole").replace(" ", "_") / "events.gpkg"
        store.parent.mkdir()
        shutil.copy(job["old"], store)
        ended[point] = forked(lambda s=store, p=point: attempt(job["mode"], Path(job["events"]), s, p))
    print(json.dumps(ended))


if __name__ == "__main__":
    main()
