# SPDX-License-Identifier: GPL-2.0-or-later
"""The events of some ids, read from their layer: what stands behind a number."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import pandas as pd
from qgis.core import QgsVectorLayer

from ..core.rulings_fields import EXCLUDE
from ..core.rulings_over import RULED
from ..core.schema import KINDS
from ..core.spreadsheets import as_text
from .frames import EventSource
from .kinds import as_kind
from .rulings_events import quoted

LISTED = (
    "event_id", "event_date", "location", "admin1", "country", "actor1", "actor2", "event_type", "sub_event_type",
    "fatalities", "geo_precision", "source", "dataset", RULED,
)  # fmt: skip
TOGETHER = 50_000
"""Ids in one question to the database, which has no index of them: each question reads the table once."""


class ListedSource(EventSource):
    """Reads events by their ids where the database can find them."""

    _ids: Sequence[str] = ()

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> ListedSource:
        """Take the snapshot; as `from_layer`."""
        return cast(ListedSource, cls.from_layer(layer))

    def _condition(self, *question: Any, **more: Any) -> str:
        condition = super()._condition(*question, **more)
        asked = f'"event_id" IN ({", ".join(map(quoted, self._ids))})' if self._ids else ""
        return " AND ".join(filter(None, (condition, asked)))

    def rows_of(self, event_ids: Iterable[str]) -> pd.DataFrame:
        """The events of some ids as ruled, in the order of the ids; for any thread.

        The columns are LISTED with longitude and latitude. An event that is ruled out comes as the source has it, with
        `exclude` in the column `ruled`. Ids that the layer does not have (any more) have no row.

        Raises
        ------
        FlashpointsError : when the layer cannot be read.
        """
        wanted = list(dict.fromkeys(event_ids))
        coded = self._coded(wanted)
        ruled = self.ruled.over(coded, set(coded["event_id"])) if self.ruled is not None else None
        if ruled is not None:
            out = coded[~coded["event_id"].isin(ruled["event_id"])].assign(**{RULED: EXCLUDE})
            coded = pd.concat([ruled, out], ignore_index=True) if len(out) else ruled
        place = {event_id: at for at, event_id in enumerate(wanted)}
        return coded.iloc[coded["event_id"].map(place).argsort(kind="stable")].reset_index(drop=True)

    def _coded(self, wanted: list[str]) -> pd.DataFrame:
        if not wanted:
            return self._none()
        if not self.direct:
            frame = self.read_as_coded(LISTED, filtered=False)
            return frame[frame["event_id"].isin(set(wanted))].reset_index(drop=True)
        parts = []
        for start in range(0, len(wanted), TOGETHER):
            self._ids = wanted[start : start + TOGETHER]
            parts.append(self.read_as_coded(LISTED, filtered=False))
        parts = [part for part in parts if len(part)]
        return pd.concat(parts, ignore_index=True) if parts else self._none()

    def _none(self) -> pd.DataFrame:
        names = [*LISTED, "longitude", "latitude"]
        return pd.DataFrame({name: as_kind(pd.Series(dtype=object), KINDS.get(name)) for name in names})


def write_csv(path: Path, events: pd.DataFrame) -> None:
    """Write events that `rows_of` gave as CSV that spreadsheets open well. OSError where it cannot be written."""
    names = [*LISTED, "longitude", "latitude"]
    dates = pd.to_datetime(events["event_date"]).dt.strftime("%Y-%m-%d")
    columns = [dates if name == "event_date" else events[name] for name in names]
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for values in zip(*columns):
            writer.writerow([_cell(value) for value in values])


def _cell(value: Any) -> Any:
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value == int(value):
        return int(value)
    return as_text(value) if isinstance(value, str) else value
