# SPDX-License-Identifier: GPL-2.0-or-later
"""From blocks of rows to batches of canonical events, with the account of the rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from .account import RejectedRow, Report
from .actor_rows import ActorRows
from .blocks import Block
from .checks import by_value, first_problems
from .converting import SYNTHETIC_DATASET, Converter, Values
from .dates import DateReader
from .formats import Recognition
from .merging import Merger
from .notices import judge, of_cells
from .periods import Period
from .places_check import Box
from .resources import RESOURCES
from .watch import Facts, Watch
from .zones import CountryTable, fold


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


class Rows:
    """Makes events of the rows of one file, of all or of those that follow one another somewhere in it.

    Parameters
    ----------
    recognition : what the file is; dates : reads its dates.
    dataset : whose events they are, where the file does not tell; "" for what its form says.
    countries : names; events of other countries are filtered out and counted.
    today : no later date counts for what the file covers.
    """

    def __init__(
        self,
        recognition: Recognition,
        dates: DateReader,
        dataset: str = "",
        countries: Sequence[str] = (),
        today: datetime.date | None = None,
    ) -> None:
        self.report = Report()
        self.today = today or datetime.date.today()
        self._converter = Converter(recognition, dates, dataset)
        self._countries = {spelling for name in countries for spelling in _spellings(name)}
        self._merger, self._watch = Merger(), Watch()
        if recognition.form.one_row_an_actor:
            self._converter.actors = ActorRows()

    def batches(self, blocks: Iterable[Block], batch_rows: int) -> Iterator[Batch]:
        """Make events of blocks, `batch_rows` at a time."""
        rejected: list[RejectedRow] = []
        rows = 0
        for block in blocks:
            rejected += self._converter.add(block)
            rows += len(block.numbers) + len(block.misfits)
            if rows >= batch_rows:
                yield self._batch(rows, rejected, block.fraction)
                rows, rejected = 0, []
        if rows:
            yield self._batch(rows, rejected, block.fraction)

    def gather_actors(self, blocks: Iterable[Block]) -> None:
        """Note the actors of each event, where rows are actors; rows that will be rejected do not count."""
        actors = self._converter.actors
        if actors is None:
            return
        for block in blocks:
            values, problems = self._converter.columns(block)
            found = first_problems(len(block.numbers), problems)
            sound = slice(None) if found is None else found == ""
            actors.add({name: column[sound] for name, column in values.items()})
        self._converter.left_empty.clear()

    def end(self, expected: Period | None, boxes: Mapping[str, Box] | None) -> None:
        """Judge what was noticed, once all rows have come."""
        self.report.notices = [
            *judge(self._watch.facts(), self.today, expected, boxes),
            *of_cells(self._converter.left_empty, list(self._converter.garbled)),
        ]

    @property
    def plain(self) -> bool:
        """Whether all rows so far were sound and each an event of its own, with nothing odd in their cells."""
        odd = self._converter.left_empty or self._converter.garbled
        return not (self.report.rejected or self.report.merged or odd)

    def facts(self) -> Facts:
        """What was noticed of the events so far."""
        return self._watch.facts()

    def extend(self, report: Report, facts: Facts) -> bool:
        """Take over the rows that follow, read elsewhere and `plain` there; False where they repeat events."""
        if self._merger.knows(facts.ids):
            return False
        self.report.extend(report)
        self._watch.extend(facts)
        return True

    def _batch(self, rows: int, rejected: list[RejectedRow], fraction: float) -> Batch:
        values = self._converter.take()
        self.report.read += rows
        self.report.note_rejected(rejected)
        self.report.note_coverage(values["country"], values["event_date"], self.today)
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
