# SPDX-License-Identifier: GPL-2.0-or-later
"""Corrects the days that a store says its file covers, where the rule (core.account.Report.coverage) is wrong."""

from __future__ import annotations

from pathlib import Path

from ..core.errors import FlashpointsError
from ..core.periods import Period
from ..core.text import translate
from .geopackage import connect


def set_coverage(
    store: Path, dataset: str | None, country: str | None, period: Period, sha256: str | None = None
) -> None:
    """Write what is covered, in one transaction.

    dataset, country, sha256 : whose coverage, from which file; None for that of all. What covers all countries is
        also written to the imports that it comes from.

    Raises
    ------
    FlashpointsError : when the store cannot be written, or has nothing of that source and country.
    """
    days = {"start": period.start.isoformat(), "end": period.end.isoformat()}
    words = {**days, "dataset": dataset, "country": country, "sha256": sha256}
    which = " AND ".join(
        f"(:{name} IS NULL OR {name} = :{name})" for name in ("dataset", "country", "sha256")
    )
    with connect(store) as connection, connection:
        query = f"SELECT DISTINCT sha256 FROM coverage WHERE {which}"  # nosec B608 (no text but ours)
        files = connection.execute(query, words).fetchall()
        if not files:
            raise FlashpointsError(
                translate("Coverage", "The store has no events of {dataset} in {country}.").format(
                    dataset=dataset or "*", country=country or "*"
                ),
                str(store),
                translate("Coverage", "Look in its table coverage for what it has."),
            )
        connection.execute(f"UPDATE coverage SET start = :start, end = :end WHERE {which}", words)  # nosec B608
        if country is None:
            connection.executemany(
                "UPDATE imports SET coverage_start = ?, coverage_end = ? WHERE sha256 = ?",
                [(days["start"], days["end"], one) for (one,) in files],
            )
