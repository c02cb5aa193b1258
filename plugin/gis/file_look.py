# SPDX-License-Identifier: GPL-2.0-or-later
"""A file before it is loaded, also one whose form nobody knows yet: what it holds, and what is still to be said of it.

`core.reading.recognise` refuses a file that it cannot load. A window has to go on from there: show the first rows,
what can be guessed, and what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..core import reading, sources
from ..core.column_guess import Guess
from ..core.dates import AMBIGUOUS, MIXED, numeric_date
from ..core.errors import FlashpointsError
from ..core.formats import AUTO, FORMATS, columns, evidence, is_aggregate
from ..core.formats.form import Format
from ..core.headers import position_of
from ..core.sources import Sample, Source
from ..core.text import translate
from .tabular import open_source, table_of, tables

_MOST_MONTHS = 12


@dataclass(frozen=True)
class Opened:
    """A file and the sheet, layer or member that is read; no source while it is not known which of several.

    tables : what there is to choose from, often nothing; table : the one that is read.
    """

    path: Path
    tables: tuple[str, ...]
    table: str
    source: Source | None
    sample: Sample


@dataclass(frozen=True)
class DateDoubt:
    """Numeric dates that read both ways, or some one way and some the other.

    either : the first text that reads both ways; day_first, month_first : the first that reads one way only. Any may
    be "".
    """

    either: str = ""
    day_first: str = ""
    month_first: str = ""


@dataclass(frozen=True)
class FileLook:
    """What is known of a file, and what is not.

    format_id : the FORMAT to load it with; automatic : the form that was recognised, None for none.
    positions, constants, guesses : as in core.formats.Recognition; missing : canonical columns that are still needed.
    doubt : about the order of day and month, None for none; problem : why it cannot be loaded at all.
    """

    file: Opened
    format_id: str
    automatic: Format | None
    evidence: tuple[str, ...] = ()
    positions: dict[str, int] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    guesses: dict[str, Guess] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    doubt: DateDoubt | None = None
    problem: FlashpointsError | None = None

    @property
    def header(self) -> tuple[str, ...]:
        """The file's columns."""
        return self.file.sample.header

    @property
    def form(self) -> str:
        """Id of the form in force, recognised or chosen."""
        recognised = self.automatic or columns.FORMAT
        return recognised.id if self.format_id == AUTO else self.format_id


def open_file(path: Path, table: str = "", rows: int = reading.SAMPLE_ROWS) -> Opened:
    """Open a file for looking at it.

    Raises
    ------
    FlashpointsError : when it cannot be read, or holds nothing that could be events.
    """
    names = tables(path)
    try:
        source = open_source(path, table)
    except FlashpointsError:
        if table or len(names) < 2:
            raise
        return Opened(path, names, "", None, Sample((), ()))  # which of them is asked about
    return Opened(path, names, table or table_of(source), source, sources.sample(source, rows))


def look(file: Opened, format_id: str = AUTO, mapping: Mapping[str, str | None] | None = None) -> FileLook:
    """Find out what a file is, by itself (`auto`) or taken for a form; never refuses what a mapping can help.

    mapping : canonical column -> column of the file, as core.formats.columns has it, laid over what is found.
    """
    if file.source is None:
        return FileLook(file, format_id, None)
    automatic, refusal = _recognised(file.source)
    chosen = format_id
    if format_id == AUTO and (mapping or not automatic):
        chosen = (automatic or columns.FORMAT).id
    if refusal is not None and is_aggregate(file.sample):
        return FileLook(file, chosen, automatic, problem=refusal)
    try:
        preview = reading.recognise(file.source, chosen, 0, columns=mapping or None)
    except FlashpointsError as error:
        return _partial(file, chosen, automatic, mapping or {}, error)
    found = preview.recognition
    said = _evidence(file, found.positions) if found.form is columns.FORMAT else preview.evidence
    doubt = None
    if preview.date_order in (AMBIGUOUS, MIXED):
        doubt = _doubt(file.source, found.positions["event_date"])
    return FileLook(
        file, chosen, automatic, tuple(said), found.positions, found.constants, found.guesses, (), doubt
    )


def _recognised(source: Source) -> tuple[Format | None, FlashpointsError | None]:
    """The form that the content speaks for; None and why not for none."""
    try:
        return reading.recognise(source, AUTO, 0).recognition.form, None
    except FlashpointsError as error:
        return None, error


def _partial(
    file: Opened,
    format_id: str,
    automatic: Format | None,
    mapping: Mapping[str, str | None],
    error: FlashpointsError,
) -> FileLook:
    """A file that lacks what an event needs, or whose columns nobody has named yet."""
    header, forms = file.sample.header, [form for form in FORMATS if form.id == format_id]
    given = columns.map_columns(header, file.sample.rows, mapping, guess=not forms)
    known = {*given.positions, *given.constants}
    missing, positions = columns.missing_columns(given), given.positions
    if forms:
        own = [without(form.positions(header), mapping) for form in forms]
        lacks = [
            [name for name in form.required if name not in {*there, *known}]
            for form, there in zip(forms, own)
        ]
        missing, there = min(zip(lacks, own), key=lambda pair: len(pair[0]))
        positions = {**there, **positions}
    return FileLook(
        file, format_id, automatic, tuple(_evidence(file, positions)), positions, given.constants,
        given.guesses, tuple(missing), problem=None if missing else error,
    )  # fmt: skip


def without(positions: Mapping[str, int], mapping: Mapping[str, str | None]) -> dict[str, int]:
    """The positions of the canonical columns that a mapping does not speak of."""
    return {name: at for name, at in positions.items() if name not in mapping}


def _evidence(file: Opened, positions: Mapping[str, int]) -> list[str]:
    """What the content shows; which column is which stands in the window itself."""
    found = evidence.of_content(file.sample, positions)
    dataset = columns.dataset_of(file.sample.texts(positions.get("event_id")))
    if dataset != columns.OWN_DATASET:
        found.append(translate("Formats", "The ids are like those of {name}.").format(name=dataset))
    return [*found, *(file.source.notes if file.source is not None else ())]


def _doubt(source: Source, position: int) -> DateDoubt:
    """The first texts of a column that show the doubt about its dates."""
    either = day_first = month_first = ""
    for text in sources.column_texts(source, position):
        numbers = numeric_date(text.strip())
        if numbers is None or numbers[0] == numbers[1]:
            continue
        if max(numbers[:2]) <= _MOST_MONTHS:
            either = either or text.strip()
        elif numbers[0] > _MOST_MONTHS:
            day_first = day_first or text.strip()
        else:
            month_first = month_first or text.strip()
        if either and day_first and month_first:
            break
    return DateDoubt(either, day_first, month_first)


def spelled(header: tuple[str, ...], position: int) -> str:
    """How a mapping names a column: by its name where that is unmistakable, else by its number."""
    name, by_number = header[position], f"#{position + 1}"
    if name and not name.startswith(columns.CONSTANT) and position_of(header, name) == position:
        return name
    return by_number if position_of(header, by_number) == position else name
