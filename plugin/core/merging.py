# SPDX-License-Identifier: GPL-2.0-or-later
"""One row an event: of rows that repeat an event the newest stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

NEVER = -np.inf
"""Older than any time stamp."""


def stamps_of(timestamps: np.ndarray) -> list[float]:
    """Time stamps as numbers; rows without one are older than any with one."""
    return [NEVER if stamp is None else float(stamp) for stamp in timestamps.tolist()]


class Merger:
    """Keeps one row an event id over all batches: the newest time stamp stays, the first row where they are equal."""

    def __init__(self) -> None:
        self._stamps: dict[str, float] = {}

    def merge(self, values: dict[str, np.ndarray]) -> tuple[pd.DataFrame, list[str]]:
        """The rows that stay, and the ids of events of earlier batches that newer rows replace."""
        ids, stamps = values["event_id"].tolist(), stamps_of(values["timestamp"])
        # a dtype that is said stays: pandas 3 makes strings of objects, and NaN of their None
        columns = {name: pd.Series(column, dtype=column.dtype, copy=False) for name, column in values.items()}
        frame = pd.DataFrame(columns, copy=False)
        superseded: list[str] = []
        if len(set(ids)) < len(ids) or not self._stamps.keys().isdisjoint(ids):
            kept, superseded = self._choose(ids, stamps)
            frame = frame.iloc[kept].reset_index(drop=True)
            ids, stamps = [ids[row] for row in kept], [stamps[row] for row in kept]
        self._stamps.update(zip(ids, stamps))
        return frame, superseded

    def knows(self, ids: Iterable[str]) -> bool:
        """Whether any of these ids has come by."""
        return not self._stamps.keys().isdisjoint(ids)

    def _choose(self, ids: Sequence[str], stamps: Sequence[float]) -> tuple[list[int], list[str]]:
        best: dict[str, int] = {}
        for row, (one, stamp) in enumerate(zip(ids, stamps)):
            if one not in best:
                if one not in self._stamps or stamp > self._stamps[one]:
                    best[one] = row
            elif stamp > stamps[best[one]]:
                best[one] = row
        return sorted(best.values()), [one for one in best if one in self._stamps]
