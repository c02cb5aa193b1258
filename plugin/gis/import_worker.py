# SPDX-License-Identifier: GPL-2.0-or-later
"""Has the second half of a large file read by a second process, while this one reads the first.

Python runs on one processor, and reading is what an import takes its time for. Whatever goes wrong with the second
process (it cannot start, dies, hangs, or meets a row that is not plain), this one reads the second half itself.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsLogger
from qgis.PyQt.QtCore import QProcess

from ..core import dates, halves
from ..core.actors import ActorTable
from ..core.errors import FlashpointsError
from ..core.formats.columns import ROW_NUMBER
from ..core.halves import Halves
from ..core.reading import EventReader
from .geopackage import PART, remove_database
from .import_part import DONE
from .import_summary import read_summary
from .paths import ROOT
from .store_writer import PAGE_BYTES, StoreWriter, check_going

_CHILD = Path(__file__).with_name("import_child.py")
_LOOK_MS = 100
TAKEN_OVER = "taken over"


@dataclass
class Sharing:
    """When and how a file is read by two processes.

    smallest : bytes of a file that is worth it; processors : the machine needs to have so many;
    share : of the file that this process reads, which starts earlier and ends later;
    python : the interpreter, "" for that of QGIS; silence_s : the second process hangs when it says nothing for so
    long; outcome : what came of it, in words for the debug log.
    """

    smallest: int = 60_000_000
    processors: int = 2
    share: float = 0.54
    python: str = ""
    silence_s: float = 20.0
    outcome: str = "not asked"


class SecondProcess:
    """A context manager: enter it early, since the process takes a while to load; then its `job`, and `take_over`.

    Whatever happens, the process and its database are gone when it is left.
    """

    def __init__(self, path: Path, store: Path, sharing: Sharing) -> None:
        self._path, self._sharing = path, sharing
        self._part = store.with_name(f".{store.stem}.second.{os.getpid()}{PART}")
        self._process: QProcess | None = None
        self._lines: list[str] = []
        self._halves: Halves | None = None
        self._heard = 0.0
        self.fraction = 0.0
        """How much of the whole file it has read."""

    def __enter__(self) -> SecondProcess:
        sharing = self._sharing
        python = sharing.python or _python()
        if python and _processors() >= sharing.processors and _size(self._path) >= sharing.smallest:
            self._process = QProcess()
            self._process.start(python, [str(_CHILD)])
            self._send({"root": str(ROOT), "path": [str(place) for place in sys.path]})
        return self

    def __exit__(self, *error: object) -> None:
        self._drop(self._sharing.outcome if self._sharing.outcome == TAKEN_OVER else "not waited for")
        QgsLogger.debug(f"Flashpoints: the second process: {self._sharing.outcome}")

    def job(
        self, reader: EventReader, actors: ActorTable, choices: dict[str, Any], writer: StoreWriter
    ) -> Halves | None:
        """Have it read the second half; None where this process has to read all.

        choices : countries, date_order and dataset as the reader has them.
        """
        self.listen()
        recognition = reader.preview.recognition
        odd = recognition.form.one_row_an_actor or ROW_NUMBER in recognition.constants.values()
        if self._process is None:
            return None
        cut = self._halves = None if odd else halves.cut(reader.file, self._sharing.share)
        if cut is None:
            self._drop("the file is not of the kind")
            return None
        order = choices["date_order"]
        if order == dates.AUTO and reader.preview.date_order in (dates.DMY, dates.MDY):
            order = reader.preview.date_order
        remove_database(self._part)
        self._send(
            {
                "file": str(self._path), "at": cut.at, "delimiter": cut.file.delimiter, "part": str(self._part),
                "page_bytes": PAGE_BYTES, "events_sql": writer.events_sql,
                "form": recognition.format_id, "columns": recognition.columns, "positions": recognition.positions,
                "constants": recognition.constants, "form_dataset": recognition.dataset,
                "dataset": choices["dataset"], "countries": list(choices["countries"]), "date_order": order,
                "today": reader.rows.today.isoformat(), "actors": actors.rows(), "families": actors.family_rows(),
            }
        )  # fmt: skip
        return cut

    def take_over(
        self, reader: EventReader, writer: StoreWriter, unmatched: Counter[str], going: Callable[[], bool]
    ) -> bool:
        """Wait for it and take over what it has made; False where this process has to read the second half itself.

        Raises
        ------
        FlashpointsError : when `going` says to stop, or when the store cannot be written.
        """
        while self._process is not None and DONE not in self._lines:
            check_going(going())
            self.listen(_LOOK_MS)
        if self._process is None:
            return False
        try:
            summary = read_summary(self._part)
        except FlashpointsError as error:
            return self._drop(error.what)
        if not reader.rows.extend(summary.report, summary.facts):
            return self._drop("it has events of the first half")
        writer.extend(self._part, summary.events)
        unmatched.update(summary.unmatched)
        self._sharing.outcome = TAKEN_OVER
        return True

    def listen(self, wait_ms: int = 0) -> None:
        """Hear what it says; there may be no event loop that does it."""
        if self._process is None or DONE in self._lines:
            return
        self._process.waitForReadyRead(wait_ms)
        while self._process.canReadLine():
            self._lines.append(bytes(self._process.readLine().data()).decode("ascii", "replace").strip())
            self._heard = time.monotonic()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            self._drop(f"ended: {said[-300:] or self._process.errorString()}")
        elif self._halves is not None and self._halves.whole:
            self._drop("the first half is not regular")
        elif time.monotonic() - self._heard > self._sharing.silence_s:
            self._drop("hangs")
        elif self._halves is not None and self._lines and self._lines[-1].isdecimal():
            self.fraction = (int(self._lines[-1]) - self._halves.at) / self._halves.file.size

    def _send(self, message: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(message).encode("ascii") + b"\n")
            self._process.waitForBytesWritten(_LOOK_MS)
            self._heard = time.monotonic()

    def _drop(self, why: str) -> bool:
        """Do without it from now on."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished()
            self._process, self.fraction = None, 0.0
            self._sharing.outcome = why
            remove_database(self._part)
        return False


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _python() -> str:
    """The interpreter of the Python that runs here, which may be inside another program; "" where none is found."""
    if Path(sys.executable or "").name.lower().startswith("python"):
        return sys.executable
    inside = Path(sys.exec_prefix)
    places = (inside / "python.exe", inside / "pythonw.exe", inside / "bin" / "python3")
    return next((str(place) for place in places if place.is_file()), "")
