# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to canonical events, rejected rows and the account of rows.

A file is read batch by batch, so that its size does not matter. Nothing is dropped: every row read is an event,
was merged into one, was filtered out as asked, or was rejected and is kept with its number and the reason.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from . import csvblocks, textfile
from .converting import SYNTHETIC_DATASET, Converter, Rejected, by_value
from .errors import FlashpointsError
from .formats import Recognition
from .formats import recognise as recognise_columns
from .periods import Period
from .resources import RESOURCES
from .text import translate
from .zones import CountryTable, fold

BATCH_ROWS = 20_000


@dataclass
class Report:
    """The account of rows: events + merged + filtered + rejected = read.

    reasons : why rows were rejected -> how many; coverage : (country -> first and last event date) of all valid
    rows, those filtered out included, since what a file covers is a fact of the file.
    """

    read: int = 0
    events: int = 0
    merged: int = 0
    filtered: int = 0
    rejected: int = 0
    synthetic: bool = False
    reasons: Counter[str] = field(default_factory=Counter)
    dates: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def balanced(self) -> bool:
        """Whether every row is accounted for."""
        return self.events + self.merged + self.filtered + self.rejected == self.read

    @property
    def coverage(self) -> Period | None:
        """From the first of the month of the file's first event to its last event date."""
        if not self.dates:
            return None
        first = datetime.date.fromisoformat(min(first for first, _ in self.dates.values()))
        last = datetime.date.fromisoformat(max(last for _, last in self.dates.values()))
        return Period(first.replace(day=1), last)


@dataclass
class Batch:
    """A part of the file: canonical events, rejected rows, and ids of earlier batches that newer rows replace.

    events : columns of the schema without the actors' groups; event_date as ISO text.
    rejected : row_number, reason, raw (the row as CSV).
    """

    events: pd.DataFrame
    rejected: pd.DataFrame
    superseded: list[str]
    fraction: float


@dataclass(frozen=True)
class Preview:
    """What is known of a file before it is loaded: its form and its first rows."""

    file: textfile.TextFile
    recognition: Recognition
    rows: tuple[tuple[str, ...], ...]

    @property
    def format_id(self) -> str:
        """The recognised form's id."""
        return self.recognition.format_id

    @property
    def label(self) -> str:
        """The recognised form's name."""
        return self.recognition.label

    @property
    def evidence(self) -> list[str]:
        """What speaks for the form, in sentences."""
        return list(self.recognition.evidence)

    @property
    def columns(self) -> tuple[str, ...]:
        """The file's columns."""
        return self.recognition.columns


def recognise(path: str | Path, format_id: str = "auto", rows: int = 5) -> Preview:
    """Find out what a file is and show its first rows.

    Raises
    ------
    FlashpointsError : in plain words, when it cannot be read or is no event file.
    """
    file = textfile.inspect(Path(path))
    recognition = recognise_columns(file.header, format_id, str(path))
    first = [tuple(fields) for (_, fields), _ in zip(csvblocks.records(file), range(rows))]
    return Preview(file, recognition, tuple(first))


class EventReader:
    """Reads one file: iterate `batches()`, then look at `report`."""

    def __init__(self, path: str | Path, format_id: str = "auto", countries: Sequence[str] = ()) -> None:
        self.preview = recognise(path, format_id)
        self.file = self.preview.file
        self.report = Report()
        recognition = self.preview.recognition
        self._converter = Converter(recognition.positions, len(self.file.header), recognition.form.dataset)
        self._countries = {spelling for name in countries for spelling in _spellings(name)}
        self._timestamps: dict[str, float] = {}

    def batches(self, batch_rows: int = BATCH_ROWS) -> Iterator[Batch]:
        """The file's rows, `batch_rows` at a time.

        Raises
        ------
        FlashpointsError : when the file holds no row at all.
        """
        rejected: list[Rejected] = []
        rows, done = 0, 0
        for block in csvblocks.blocks(self.file, batch_rows):
            rejected += self._converter.add(block)
            rows += len(block.numbers) + len(block.misfits)
            done += block.characters
            if rows >= batch_rows:
                yield self._batch(rows, rejected, min(done / max(self.file.size, 1), 0.99))
                rows, rejected = 0, []
        if rows:
            yield self._batch(rows, rejected, 1.0)
        if not self.report.read:
            raise FlashpointsError(
                translate("Reading", "The file has column names but no rows."),
                str(self.file.path),
                translate("Reading", "Export it again, with a wider choice of dates or countries."),
            )

    def _batch(self, rows: int, rejected: list[Rejected], fraction: float) -> Batch:
        values = self._converter.take()
        self.report.read += rows
        self._note_coverage(values)
        if self._countries:
            wanted = by_value(values["country"], lambda name: fold(name) in self._countries).astype(bool)
            self.report.filtered += int((~wanted).sum())
            values = {name: column[wanted] for name, column in values.items()}
        self.report.rejected += len(rejected)
        self.report.reasons.update(reason for _, reason, _ in rejected)
        self.report.synthetic |= bool((values["dataset"] == SYNTHETIC_DATASET).any())
        events, superseded = self._merge(pd.DataFrame(values, copy=False))
        table = pd.DataFrame(sorted(rejected), columns=["row_number", "reason", "raw"])
        return Batch(events, table, superseded, fraction)

    def _note_coverage(self, values: dict[str, np.ndarray]) -> None:
        for country, day in set(zip(values["country"].tolist(), values["event_date"].tolist())):
            first, last = self.report.dates.get(country or "", (day, day))
            self.report.dates[country or ""] = (min(first, day), max(last, day))

    def _merge(self, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
        """One row an event_id: the newest timestamp stays, the first row where they are equal."""
        ids = frame["event_id"].tolist()
        if len(set(ids)) < len(ids) or not self._timestamps.keys().isdisjoint(ids):
            return self._merge_repeated(frame)
        stamps = pd.to_numeric(frame["timestamp"]).fillna(-np.inf)
        self._timestamps.update(zip(ids, stamps.tolist()))
        self.report.events += len(ids)
        return frame, []

    def _merge_repeated(self, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
        before = len(frame)
        stamps = pd.to_numeric(frame["timestamp"]).fillna(-np.inf)
        frame = frame.assign(_stamp=stamps.to_numpy(dtype=float))
        if frame["event_id"].duplicated().any():
            newest = frame.sort_values("_stamp", ascending=False, kind="stable").drop_duplicates("event_id")
            frame = newest.sort_index()
        known = frame["event_id"].map(self._timestamps)
        seen = known.notna()
        superseded: list[str] = []
        if seen.any():
            newer = seen & (frame["_stamp"] > known)
            superseded = frame.loc[newer, "event_id"].tolist()
            frame = frame[~seen | newer]
        self._timestamps.update(zip(frame["event_id"], frame["_stamp"]))
        self.report.events += len(frame) - len(superseded)
        self.report.merged += before - len(frame) + len(superseded)
        return frame.drop(columns="_stamp").reset_index(drop=True), superseded


def _spellings(country: str) -> set[str]:
    """A country's name, folded, and its other spellings."""
    return CountryTable.from_csv(RESOURCES / "countries.csv").spellings(country)


def read_events(
    path: str | Path, format_id: str = "auto", countries: Sequence[str] = ()
) -> tuple[pd.DataFrame, pd.DataFrame, Report]:
    """A whole file at once: (events, rejected rows, the account of rows)."""
    reader = EventReader(path, format_id, countries)
    parts: list[pd.DataFrame] = []
    rejected: list[pd.DataFrame] = []
    for batch in reader.batches():
        parts = (
            [part[~part["event_id"].isin(batch.superseded)] for part in parts] if batch.superseded else parts
        )
        parts.append(batch.events)
        rejected.append(batch.rejected)
    return pd.concat(parts, ignore_index=True), pd.concat(rejected, ignore_index=True), reader.report
