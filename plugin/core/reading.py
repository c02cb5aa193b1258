# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to canonical events, rejected rows and the account of rows.

A file is read batch by batch, so that its size does not matter. Nothing is dropped: every row read is an event,
was merged into one, was filtered out as asked, or was rejected and is kept with its number and the reason.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from . import dates, sources
from .account import Notice, RejectedRow, Report
from .actor_rows import ActorRows
from .checks import by_value, first_problems
from .column_guess import Guess
from .converting import SYNTHETIC_DATASET, Converter, Values
from .dates import AUTO, DateReader
from .errors import FlashpointsError
from .formats import Recognition
from .formats import recognise as recognise_columns
from .merging import Merger
from .notices import judge, of_cells, period_of_name
from .periods import Period
from .places_check import Box
from .resources import RESOURCES
from .sources import Source
from .text import translate
from .watch import Watch
from .zones import CountryTable, fold

__all__ = ["Batch", "EventReader", "Notice", "Preview", "Report", "read_events", "recognise"]

BATCH_ROWS = 20_000
SAMPLE_ROWS = 1_000
"""The form of a file and the meaning of its columns are looked for in so many rows."""


@dataclass
class Batch:
    """A part of the file: canonical events, rejected rows, and ids of earlier batches that newer rows replace.

    events : columns of the schema without the actors' groups, event_date as ISO text; with schema.SIDES_UNKNOWN
        beside them where rows of actors were merged.
    rejected : row_number, reason, raw (the row as CSV).
    """

    events: pd.DataFrame
    rejected: pd.DataFrame
    superseded: list[str]
    fraction: float


@dataclass(frozen=True)
class Preview:
    """What is known of a file before it is loaded: its form and its first rows.

    date_order : how its numeric dates are written, over the whole column: dmy, mdy, ambiguous, mixed, or none; the
        third and the fourth have to be asked about.
    """

    file: Source
    recognition: Recognition
    rows: tuple[tuple[str, ...], ...]
    date_order: str = dates.NONE

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
        """What speaks for the form, in sentences, and how the file is read."""
        return [*self.recognition.evidence, *self.file.notes]

    @property
    def columns(self) -> tuple[str, ...]:
        """The file's columns."""
        return self.recognition.columns

    @property
    def guesses(self) -> dict[str, Guess]:
        """Canonical column -> the file's column and why, for what was guessed."""
        return self.recognition.guesses


def recognise(
    path: str | Path | Source,
    format_id: str = AUTO,
    rows: int = 5,
    *,
    columns: Mapping[str, str | None] | None = None,
    table: str = "",
) -> Preview:
    """Find out what a file is and show its first rows.

    Parameters
    ----------
    path : a text file, also in a .gz or .zip, or a source from the floor above.
    columns : canonical column -> column of the file, see formats.columns; table : the file in an archive.

    Raises
    ------
    FlashpointsError : in plain words, when it cannot be read or is no event file.
    """
    source = sources.open_source(path, table) if isinstance(path, (str, Path)) else path
    sample = sources.sample(source, SAMPLE_ROWS)
    recognition = recognise_columns(
        sample,
        format_id,
        columns,
        str(source.path),
        lambda one, actor: sources.several_texts(source, one, actor),
    )
    order, position = dates.NONE, recognition.positions.get("event_date")
    if position is not None and dates.day_month_order(sample.texts(position)) != dates.NONE:
        order = dates.day_month_order(sources.column_texts(source, position))
    return Preview(source, recognition, sample.rows[:rows], order)


class EventReader:
    """Reads one file: iterate `batches()`, then look at `report`.

    Parameters
    ----------
    path, format_id, columns, table : as `recognise` takes them.
    countries : names; events of other countries are filtered out and counted.
    date_order : auto, dmy or mdy, for numeric dates.
    dataset : whose events they are, where the file does not tell; "" for what its form says.
    expected : the period that the file should cover, for a warning where it ends before; by default what its name
        says.
    today : for the warning about dates in the future.
    boxes : folded country name -> (west, south, east, north), for the warning about points outside their country.

    Raises
    ------
    FlashpointsError : in plain words, when the file cannot be read, is no event file, or needs a choice.
    """

    def __init__(
        self,
        path: str | Path | Source,
        format_id: str = AUTO,
        countries: Sequence[str] = (),
        *,
        columns: Mapping[str, str | None] | None = None,
        date_order: str = AUTO,
        dataset: str = "",
        table: str = "",
        expected: Period | None = None,
        today: datetime.date | None = None,
        boxes: Mapping[str, Box] | None = None,
    ) -> None:
        dates.check_order(date_order)
        self.preview = recognise(path, format_id, columns=columns, table=table)
        self.file = self.preview.file
        self.report = Report()
        recognition = self.preview.recognition
        position = recognition.positions.get("event_date")
        if date_order == AUTO:
            dates.refuse_order(self.preview.date_order, str(self.file.path))
        reader = DateReader(
            date_order,
            lambda: sources.column_texts(self.file, position) if position is not None else iter(()),
            str(self.file.path),
        )
        self._converter = Converter(recognition, reader, dataset)
        self._countries = {spelling for name in countries for spelling in _spellings(name)}
        self._merger, self._watch = Merger(), Watch()
        if recognition.form.one_row_an_actor:
            self._converter.actors = ActorRows()
        self._today, self._boxes = today or datetime.date.today(), boxes
        self._expected = expected or period_of_name(self.file.path.name)

    def batches(self, batch_rows: int = BATCH_ROWS) -> Iterator[Batch]:
        """The file's rows, `batch_rows` at a time.

        Raises
        ------
        FlashpointsError : when the file holds no row at all, or its dates turn out to need a choice.
        """
        if self._converter.actors is not None:
            self._gather_actors(self._converter.actors, batch_rows)
        rejected: list[RejectedRow] = []
        rows = 0
        for block in self.file.blocks(batch_rows):
            rejected += self._converter.add(block)
            rows += len(block.numbers) + len(block.misfits)
            if rows >= batch_rows:
                yield self._batch(rows, rejected, block.fraction)
                rows, rejected = 0, []
        if rows:
            yield self._batch(rows, rejected, 1.0)
        if not self.report.read:
            raise FlashpointsError(
                translate("Reading", "The file has column names but no rows."),
                str(self.file.path),
                translate("Reading", "Export it again, with a wider choice of dates or countries."),
            )
        self.report.notices = [
            *judge(self._watch.facts(), self._today, self._expected, self._boxes),
            *of_cells(self._converter.left_empty, list(self._converter.garbled)),
        ]

    def _gather_actors(self, actors: ActorRows, batch_rows: int) -> None:
        """Read the whole file once for the actors of each event; the rows that will be rejected do not count."""
        for block in self.file.blocks(batch_rows):
            values, problems = self._converter.columns(block)
            found = first_problems(len(block.numbers), problems)
            sound = slice(None) if found is None else found == ""
            actors.add({name: column[sound] for name, column in values.items()})
        self._converter.left_empty.clear()

    def _batch(self, rows: int, rejected: list[RejectedRow], fraction: float) -> Batch:
        values = self._converter.take()
        self.report.read += rows
        self.report.note_rejected(rejected)
        self.report.note_coverage(values["country"], values["event_date"], self._today)
        events, superseded = self._keep(values)
        table = pd.DataFrame(sorted(rejected), columns=["row_number", "reason", "raw"])
        return Batch(events, table, superseded, fraction)

    def _keep(self, values: Values) -> tuple[pd.DataFrame, list[str]]:
        """Filter and merge sound rows: the events that stay, and the ids of earlier ones that they supersede."""
        if self._countries:
            wanted = by_value(values["country"], lambda name: fold(name) in self._countries).astype(bool)
            self.report.filtered += int((~wanted).sum())
            values = {name: column[wanted] for name, column in values.items()}
        events, superseded = self._merger.merge(values)
        self.report.events += len(events) - len(superseded)
        self.report.merged += len(values["event_id"]) - len(events) + len(superseded)
        self.report.synthetic |= SYNTHETIC_DATASET in events["dataset"].tolist()
        self._watch.add(events, superseded)
        return events, superseded


def _spellings(country: str) -> set[str]:
    """A country's name, folded, and its other spellings."""
    return CountryTable.from_csv(RESOURCES / "countries.csv").spellings(country)


def read_events(
    path: str | Path | Source, format_id: str = AUTO, countries: Sequence[str] = (), **choices: object
) -> tuple[pd.DataFrame, pd.DataFrame, Report]:
    """A whole file at once: (events, rejected rows, the account of rows); `choices` as EventReader takes them."""
    reader = EventReader(path, format_id, countries, **choices)  # type: ignore[arg-type]
    parts: list[pd.DataFrame] = []
    rejected: list[pd.DataFrame] = []
    for batch in reader.batches():
        parts = (
            [part[~part["event_id"].isin(batch.superseded)] for part in parts] if batch.superseded else parts
        )
        parts.append(batch.events)
        rejected.append(batch.rejected)
    return pd.concat(parts, ignore_index=True), pd.concat(rejected, ignore_index=True), reader.report
