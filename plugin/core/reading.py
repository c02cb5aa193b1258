# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to canonical events, rejected rows and the account of rows.

A file is read batch by batch, so that its size does not matter. Nothing is dropped: every row read is an event,
was merged into one, was filtered out as asked, or was rejected and is kept with its number and the reason.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from . import dates, sources
from .account import Notice, Report
from .column_guess import Guess
from .dates import AUTO, DateReader
from .errors import FlashpointsError
from .formats import Recognition
from .formats import recognise as recognise_columns
from .halves import Halves
from .notices import period_of_name
from .periods import Period
from .places_check import Box
from .rows import Batch, Rows
from .sources import Source
from .text import translate

__all__ = ["Batch", "EventReader", "Notice", "Preview", "Report", "read_events", "recognise"]

BATCH_ROWS = 20_000
SAMPLE_ROWS = 1_000
"""The form of a file and the meaning of its columns are looked for in so many rows."""


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
        recognition = self.preview.recognition
        position = recognition.positions.get("event_date")
        if date_order == AUTO:
            dates.refuse_order(self.preview.date_order, str(self.file.path))
        reader = DateReader(
            date_order,
            lambda: sources.column_texts(self.file, position) if position is not None else iter(()),
            str(self.file.path),
        )
        self.rows = Rows(recognition, reader, dataset, countries, today)
        self._boxes = boxes
        self._expected = expected or period_of_name(self.file.path.name)

    @property
    def report(self) -> Report:
        """The account of the rows read so far."""
        return self.rows.report

    def batches(
        self,
        batch_rows: int = BATCH_ROWS,
        *,
        halves: Halves | None = None,
        elsewhere: Callable[[], bool] = lambda: False,
    ) -> Iterator[Batch]:
        """The file's rows, `batch_rows` at a time.

        halves : the file in two parts; elsewhere : called when the first has been read, it answers whether the rows
        of the second have been taken over from somewhere else.

        Raises
        ------
        FlashpointsError : when the file holds no row at all, or its dates turn out to need a choice.
        """
        if self.preview.recognition.form.one_row_an_actor:
            self.rows.gather_actors(self.file.blocks(batch_rows))
        if halves is None:
            yield from self.rows.batches(self.file.blocks(batch_rows), batch_rows)
        else:
            yield from self.rows.batches(halves.first(batch_rows), batch_rows)
            if not halves.whole and not elsewhere():
                yield from self.rows.batches(halves.second(batch_rows), batch_rows)
        if not self.report.read:
            raise FlashpointsError(
                translate("Reading", "The file has column names but no rows."),
                str(self.file.path),
                translate("Reading", "Export it again, with a wider choice of dates or countries."),
            )
        self.rows.end(self._expected, self._boxes)


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
