# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of an import as one HTML page, where text from the file is escaped, never rendered; and as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from html import escape

from ..core.account import Report
from ..core.text import date, number, translate
from .importing import ImportResult

_STYLE = (
    "body{font:14px/1.45 sans-serif;margin:2em;max-width:52em;color:#222}h1{font-size:1.4em}h2{font-size:1.1em;"
    "margin-top:1.6em}table{border-collapse:collapse}td,th{padding:.2em .8em .2em 0;text-align:left;"
    "border-bottom:1px solid #ddd}td.n{text-align:right}"
)


def report_html(result: ImportResult, more: str = "") -> str:
    """What was read, what became of it and why, and which actor names no pattern matches; `more` is HTML to put in."""
    report, file = result.report, result.preview.file
    coverage = report.coverage
    account = [
        (translate("Report", "Rows read"), report.read),
        (translate("Report", "Events"), report.events),
        (translate("Report", "Merged into another row of the same event"), report.merged),
        (translate("Report", "Filtered out by country"), report.filtered),
        (translate("Report", "Rejected"), report.rejected),
    ]
    parts = [
        f"<h1>{escape(translate('Report', 'Import of {file}').format(file=file.path.name))}</h1>",
        f"<p>{escape(result.preview.label)}. {escape(' '.join(result.preview.evidence))}</p>",
        f"<p>{escape(translate('Report', 'SHA-256: {hash}').format(hash=file.sha256))}</p>",
    ]
    if coverage:
        covered = translate("Report", "Dates covered: {start} to {end}.")
        parts.append(f"<p>{escape(covered.format(start=date(coverage.start), end=date(coverage.end)))}</p>")
    if report.synthetic:
        parts.append(f"<p><b>{escape(translate('Report', 'SYNTHETIC data: not real events.'))}</b></p>")
    parts.append(table_html(translate("Report", "What became of the rows"), account))
    if report.reasons:
        parts.append(table_html(translate("Report", "Why rows were rejected"), report.reasons.most_common()))
        where = translate(
            "Report", "The table rejected_rows of the store holds them, with their row numbers."
        )
        parts.append(f"<p>{escape(where)}</p>")
    if report.notices:
        parts.append(
            f"<h2>{escape(translate('Report', 'What looks wrong (nothing was left out for it)'))}</h2>"
        )
        parts.append(
            f"<ul>{''.join(f'<li>{escape(notice.sentence)}</li>' for notice in report.notices)}</ul>"
        )
    parts.append(more)
    if result.unmatched:
        title = translate("Report", "Actor names that no pattern matches, by events")
        parts.append(table_html(title, result.unmatched))
    head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{_STYLE}</style></head>'
    return f"{head}<body>{''.join(parts)}</body></html>"


def account_json(report: Report) -> str:
    """What the numbers leave out: {reasons: [[reason, rows]], notices: [{kind, count, sentence, examples}],
    coverage: {start, end} or null}, the most frequent reason first."""
    coverage = report.coverage
    return json.dumps(
        {
            "reasons": report.reasons.most_common(),
            "notices": [dataclasses.asdict(notice) for notice in report.notices],
            "coverage": coverage and {"start": coverage.start.isoformat(), "end": coverage.end.isoformat()},
        },
        ensure_ascii=False,
    )


def table_html(title: str, rows: Iterable[tuple[str, int]]) -> str:
    """A heading with a table of names and numbers."""
    body = "".join(
        f'<tr><td>{escape(name)}</td><td class="n">{escape(number(count))}</td></tr>' for name, count in rows
    )
    return f"<h2>{escape(title)}</h2><table>{body}</table>"
