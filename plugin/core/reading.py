# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to canonical events, rejected rows and the account of rows.

A file is read batch by batch, so that its size does not matter. Nothing is dropped: every row read is an event,
was merged into one, was filtered out as asked, or was rejected and is kept with its number and the reason.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from . import checks, textfile
from .errors import FlashpointsError
from .formats import Recognition
from .formats import recognise as recognise_columns
from .periods import Period
from .resources import RESOURCES
from .schema import CIVILIAN_TARGETING, CIVILIAN_VIOLENCE, CIVILIANS_INTER, COLUMNS, DERIVED_COLUMNS, INTEGER
from .text import translate
from .zones import CountryTable, fold

BATCH_ROWS = 50_000
SYNTHETIC = "SYNTHETIC"
SYNTHETIC_DATASET = "Synthetic"

_LONG_TEXTS = ("event_id", "notes", "tags")
_RANGES = {"geo_precision": (1, 3), "time_precision": (1, 3), "fatalities": (0, 1e9)}
_CHECKED = ("event_id", "event_date", "event_type", "latitude", "longitude")


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
    first = [tuple(fields) for (_, fields), _ in zip(textfile.records(file), range(rows))]
    return Preview(file, recognition, tuple(first))


class EventReader:
    """Reads one file: iterate `batches()`, then look at `report`."""

    def __init__(self, path: str | Path, format_id: str = "auto", countries: Sequence[str] = ()) -> None:
        self.preview = recognise(path, format_id)
        self.file = self.preview.file
        self.report = Report()
        self._positions = self.preview.recognition.positions
        self._countries = {spelling for name in countries for spelling in _spellings(name)}
        self._timestamps: dict[str, float] = {}

    def batches(self, batch_rows: int = BATCH_ROWS) -> Iterator[Batch]:
        """The file's rows, `batch_rows` at a time.

        Raises
        ------
        FlashpointsError : when the file holds no row at all.
        """
        numbers: list[int] = []
        rows: list[list[str]] = []
        characters = 0
        for number, fields in textfile.records(self.file):
            numbers.append(number)
            rows.append(fields)
            if len(rows) == batch_rows:
                characters += sum(map(len, rows[0])) * len(rows)
                yield self._batch(numbers, rows, min(characters / max(self.file.size, 1), 0.99))
                numbers, rows = [], []
        if rows:
            yield self._batch(numbers, rows, 1.0)
        if not self.report.read:
            raise FlashpointsError(
                translate("Reading", "The file has column names but no rows."),
                str(self.file.path),
                translate("Reading", "Export it again, with a wider choice of dates or countries."),
            )

    def _batch(self, numbers: list[int], rows: list[list[str]], fraction: float) -> Batch:
        width = len(self.file.header)
        whole = [len(fields) == width for fields in rows]
        rejected: list[tuple[int, str, str]] = []
        if not all(whole):
            rejected = [
                _wrong_width(n, fields, width) for n, fields, fits in zip(numbers, rows, whole) if not fits
            ]
            numbers = [n for n, fits in zip(numbers, whole) if fits]
            rows = [fields for fields, fits in zip(rows, whole) if fits]
        self.report.read += len(whole)
        frame, problems = self._convert(rows)
        kept = problems == ""
        self._note_coverage(frame[kept])
        if self._countries:
            wanted = frame["country"].map(
                {name: fold(name) in self._countries for name in frame["country"].dropna().unique()}
            )
            out = kept & ~wanted.fillna(False).to_numpy(dtype=bool)
            self.report.filtered += int(out.sum())
            kept &= ~out
        bad = np.flatnonzero(problems != "")
        rejected += [(numbers[i], problems[i], _as_csv(rows[i])) for i in bad]
        self.report.rejected += len(rejected)
        self.report.reasons.update(reason for _, reason, _ in rejected)
        events, superseded = self._merge(frame[kept])
        self.report.synthetic |= bool((events["dataset"] == SYNTHETIC_DATASET).any())
        table = pd.DataFrame(sorted(rejected), columns=["row_number", "reason", "raw"])
        return Batch(events, table, superseded, fraction)

    def _convert(self, rows: list[list[str]]) -> tuple[pd.DataFrame, np.ndarray]:
        """Canonical columns of rows of the right width, and what is wrong with each row."""
        texts = list(zip(*rows)) if rows else [()] * len(self.file.header)
        values: dict[str, np.ndarray] = {}
        problems: dict[str, np.ndarray] = {}
        for column in COLUMNS:
            name = column.name
            if name in DERIVED_COLUMNS or name == "end_date":
                continue
            if name not in self._positions:
                values[name] = np.full(len(rows), None, dtype=object)
                continue
            text = texts[self._positions[name]]
            if name == "event_date":
                values[name], problems[name] = checks.dates(text)
            elif name == "event_type":
                values[name], problems[name] = checks.event_types(text)
            elif name in ("latitude", "longitude"):
                values[name], problems[name] = checks.coordinates(
                    text, name, 90 if name == "latitude" else 180
                )
            elif column.kind == INTEGER:
                values[name], problems[name] = checks.integers(text, name, *_RANGES.get(name, ()))
            else:
                values[name] = (
                    checks.long_text_values(text) if name in _LONG_TEXTS else checks.text_values(text)
                )
        _check_ids(values, problems)
        frame = pd.DataFrame(values)
        _derive(frame, self.preview.recognition.form.dataset)
        order = [*_CHECKED, *(name for name in problems if name not in _CHECKED)]
        return frame, checks.first_problems(*(problems[name] for name in order))

    def _note_coverage(self, frame: pd.DataFrame) -> None:
        if frame.empty:
            return
        country = frame["country"].fillna("")
        for name, dates in frame.groupby(country)["event_date"]:
            first, last = self.report.dates.get(name, (dates.min(), dates.max()))
            self.report.dates[name] = (min(first, dates.min()), max(last, dates.max()))

    def _merge(self, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
        """One row an event_id: the newest timestamp stays, the first row where they are equal."""
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
        return frame.drop(columns="_stamp"), superseded


def _spellings(country: str) -> set[str]:
    """A country's name, folded, and its other spellings."""
    return CountryTable.from_csv(RESOURCES / "countries.csv").spellings(country)


def _check_ids(values: dict[str, np.ndarray], problems: dict[str, np.ndarray]) -> None:
    ids = values["event_id"]
    ids[:] = [text.strip() or None if text else None for text in ids]
    problems["event_id"] = np.where(ids == None, translate("Rows", "no event id"), "").astype(object)  # noqa: E711
    nowhere = (values["latitude"] == 0) & (values["longitude"] == 0) & (problems["latitude"] == "")
    problems["latitude"][nowhere] = translate("Rows", "latitude and longitude are both 0")


def _derive(frame: pd.DataFrame, dataset: str) -> None:
    """Fill what follows from other columns: year, civilian targeting where blank, the dataset."""
    frame["end_date"] = None
    frame["year"] = frame["event_date"].map(lambda day: int(day[:4]), na_action="ignore")
    blank = frame["civilian_targeting"].isna()
    civilians = pd.Series(False, index=frame.index)
    for column in ("inter1", "inter2"):
        civilians |= frame[column].map(_is_civilians, na_action="ignore") == True  # noqa: E712 (missing is not)
    derived = blank & ((frame["event_type"] == CIVILIAN_VIOLENCE) | civilians)
    frame["targeting_derived"] = derived.astype(int)
    frame.loc[derived, "civilian_targeting"] = CIVILIAN_TARGETING
    synthetic = frame["source"].map(lambda text: text.startswith(SYNTHETIC), na_action="ignore") == True  # noqa: E712
    frame["dataset"] = np.where(synthetic, SYNTHETIC_DATASET, dataset)


def _is_civilians(inter: str) -> bool:
    return inter.casefold() in CIVILIANS_INTER


def _wrong_width(number: int, fields: list[str], width: int) -> tuple[int, str, str]:
    reason = translate("Rows", "{found} fields where the header has {expected}").format(
        found=len(fields), expected=width
    )
    if not fields:
        reason = translate("Rows", "cannot be read as CSV")
    return number, reason, _as_csv(fields)


def _as_csv(fields: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(fields)
    return out.getvalue()


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
