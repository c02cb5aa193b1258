# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import says in the log, and the report it writes."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingFeedback

from ..core.errors import FlashpointsError
from ..core.text import number, translate
from .importing import ImportResult


def tell(result: ImportResult, feedback: QgsProcessingFeedback) -> None:
    """The account of rows, why rows were rejected, what looks wrong, and names that no pattern matches."""
    report = result.report
    feedback.pushInfo(f"{result.preview.label}: {' '.join(result.preview.evidence)}")
    feedback.pushInfo(
        translate(
            "ImportEvents",
            "{read} rows read = {events} events + {merged} merged + {filtered} filtered + {rejected} rejected.",
        ).format(
            read=number(report.read), events=number(report.events), merged=number(report.merged),
            filtered=number(report.filtered), rejected=number(report.rejected),
        )
    )  # fmt: skip
    for reason, count in report.reasons.most_common():
        text = translate("ImportEvents", "Rejected: {n} × {reason}")
        feedback.pushWarning(text.format(n=number(count), reason=reason))
    for notice in report.notices:
        feedback.pushWarning(notice.sentence)
    if result.unmatched:
        names = "; ".join(f"{name} ({number(count)})" for name, count in result.unmatched[:5])
        text = translate("ImportEvents", "{n} actor names match no pattern, most often: {names}.")
        feedback.pushInfo(text.format(n=number(len(result.unmatched)), names=names))


def write_report(path: Path, html: str) -> None:
    """Write a page of HTML.

    Raises
    ------
    FlashpointsError : when it cannot be written; the store is complete then.
    """
    try:
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise FlashpointsError(
            translate("ImportEvents", "The report cannot be written: {reason}.").format(
                reason=error.strerror
            ),
            str(path),
            translate("ImportEvents", "The store itself is complete. Choose another place for the report."),
        ) from error
