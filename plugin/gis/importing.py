# SPDX-License-Identifier: GPL-2.0-or-later
"""From an event file to an event store: read, classify, write, account for."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.actors import ActorTable
from ..core.dates import AUTO
from ..core.errors import FlashpointsError
from ..core.halves import Halves
from ..core.reading import EventReader, Preview, Report
from ..core.text import number, translate
from .country_boxes import country_boxes
from .event_rows import classify
from .import_worker import SecondProcess, Sharing
from .store import evidence_text
from .store_writer import StoreWriter, check_going
from .tabular import open_source
from .version import plugin_version

_LOOKED = 0.01
"""Share of the work that looking through the file takes, before its first row is read."""
_READING = 0.9
"""How much of the time passes until the last row is written; the rest are the indexes."""


@dataclass(frozen=True)
class ImportResult:
    """What an import did: the account of rows, what the file was, and names that no actor pattern matched.

    tally : events of the store by value, of the columns that the legend counts; empty where nobody counted.
    """

    report: Report
    preview: Preview
    unmatched: list[tuple[str, int]]
    tally: dict[str, Counter[Any]] = field(default_factory=dict)


def import_events(
    path: Path,
    store: Path,
    actors: ActorTable,
    *,
    format_id: str = "auto",
    countries: Sequence[str] = (),
    columns: Mapping[str, str | None] | None = None,
    date_order: str = AUTO,
    dataset: str = "",
    table: str = "",
    progress: Callable[[float], bool] = lambda fraction: True,
    sharing: Sharing | None = None,
) -> ImportResult:
    """Write a new event store from a file.

    `columns`, `date_order` and `dataset` are as EventReader takes them, `table` as open_source does. `progress`
    takes the fraction done and answers whether to go on; `sharing` says when a second process helps.

    Raises
    ------
    FlashpointsError : for a file or folder that does not serve, or when the import was cancelled; a store that
        was there before then stays as it was.
    """
    if path.resolve() == store.resolve():
        raise FlashpointsError(
            translate("Import", "The file to read and the store to write are the same file."),
            str(path),
            translate("Import", "Choose another name for the store."),
        )
    rows = actors.rows()
    ending = lambda done: progress(_READING + (1.0 - _READING) * done)  # noqa: E731
    with SecondProcess(path, store, sharing or Sharing()) as second:
        reader = EventReader(
            open_source(path, table, lambda: progress(0.0)),
            format_id,
            countries,
            columns=columns,
            date_order=date_order,
            dataset=dataset,
            boxes=country_boxes(),
        )
        with StoreWriter(store, list(rows[0]), ending) as writer:
            choices = {"countries": countries, "date_order": date_order, "dataset": dataset}
            halves = second.job(reader, actors, choices, writer)
            check_going(progress(_LOOKED))
            unmatched = _write_events(reader, halves, second, writer, actors, progress)
            if countries and not reader.report.events and reader.report.filtered:
                raise _no_event_in(countries, reader)
            if not reader.report.events and store.is_file():
                raise _no_event_at_all(reader)
            writer.add_rows("actors", rows)
            writer.add_rows("families", actors.family_rows())
            _write_account(writer, reader)
    progress(1.0)
    if not reader.report.balanced:
        raise AssertionError("the account of rows does not add up")
    ranked = sorted(unmatched.items(), key=lambda item: (-item[1], item[0]))
    return ImportResult(reader.report, reader.preview, ranked, writer.tally)


def _write_events(
    reader: EventReader,
    halves: Halves | None,
    second: SecondProcess,
    writer: StoreWriter,
    actors: ActorTable,
    progress: Callable[[float], bool],
) -> Counter[str]:
    """Write all events and rejected rows; answers with the names that no actor pattern matched -> events."""
    unmatched: Counter[str] = Counter()
    read, shown = 0.0, _LOOKED / _READING

    def going() -> bool:
        nonlocal shown
        shown = max(shown, min(read + second.fraction, 1.0))
        return progress(_READING * shown)

    def elsewhere() -> bool:
        return second.take_over(reader, writer, unmatched, going)

    for batch in reader.batches(halves=halves, elsewhere=elsewhere):
        unmatched.update(classify(actors, batch.events))
        if batch.superseded:
            writer.remove_events(batch.superseded)
        writer.add_events(batch.events)
        writer.add_rows("rejected_rows", batch.rejected.assign(file_name=reader.file.path.name))
        second.listen()
        read = batch.fraction
        check_going(going())
    return unmatched


def _no_event_at_all(reader: EventReader) -> FlashpointsError:
    """A store of nothing never takes the place of one that is there."""
    report = reader.report
    reasons = "; ".join(f"{reason} ({number(count)})" for reason, count in report.reasons.most_common(3))
    return FlashpointsError(
        translate(
            "Import", "None of the {n} rows is an event; the store that is there stays as it is."
        ).format(n=number(report.read)),
        str(reader.file.path),
        translate("Import", "Why rows were rejected: {reasons}.").format(reasons=reasons or "–"),
    )


def _no_event_in(countries: Sequence[str], reader: EventReader) -> FlashpointsError:
    return FlashpointsError(
        translate("Import", "No event of the file lies in {names}.").format(names=", ".join(countries)),
        str(reader.file.path),
        translate("Import", "Its countries are: {names}.").format(
            names=", ".join(sorted(reader.report.dates)[:12])
        ),
    )


def _write_account(writer: StoreWriter, reader: EventReader) -> None:
    report, file, recognition = reader.report, reader.file, reader.preview.recognition
    coverage = report.coverage
    start, end = (coverage.start.isoformat(), coverage.end.isoformat()) if coverage else (None, None)
    counts = [(dataset, country, count) for (dataset, country), count in writer.counts.items() if count]
    datasets = sorted({dataset for dataset, _, _ in counts if dataset})
    writer.add_rows(
        "imports",
        [
            {
                "file_name": file.path.name,
                "sha256": file.sha256,
                "format": recognition.format_id,
                "evidence": evidence_text([f"{reader.preview.label}.", *reader.preview.evidence]),
                "dataset": ";".join(datasets) or recognition.dataset,
                "rows_read": report.read,
                "events": report.events,
                "rows_merged": report.merged,
                "rows_filtered": report.filtered,
                "rows_rejected": report.rejected,
                "mode": "create",
                "added": report.events,
                "changed": 0,
                "removed": 0,
                "coverage_start": start,
                "coverage_end": end,
                "access_date": _access_date(file.path),
                "imported_at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
                "synthetic": int(report.synthetic),
                "plugin_version": plugin_version(),
            }
        ],
    )
    writer.add_rows(
        "coverage",
        [
            {
                "sha256": file.sha256, "dataset": dataset, "country": country, "start": start, "end": end,
                "first_event": report.dates[country or ""][0], "last_event": report.dates[country or ""][1],
                "events": count,
            }
            for dataset, country, count in counts
        ],
    )  # fmt: skip


def _access_date(path: Path) -> str:
    """When the file was fetched, as far as the file itself tells: the day it was last written."""
    return datetime.date.fromtimestamp(path.stat().st_mtime).isoformat()
