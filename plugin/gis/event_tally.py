# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer shows, read once in any thread: for the counts of its legend and for its marks by place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pandas as pd
from qgis.core import QgsVectorLayer

from ..core.periods import provisional_from
from ..core.tally import Tally
from .event_layers import copy_of
from .event_rows import TALLIED
from .frames import EventSource


@dataclass
class ShownEvents:
    """The events that a layer's filter leaves, as the source coded them: that is what the layer draws.

    frame : the columns of TALLIED, those asked for beside them, and longitude and latitude; tally : its counts.
    """

    frame: pd.DataFrame
    tally: Tally


@dataclass
class EventCounter:
    """A snapshot of a layer and its filter, which any thread may count."""

    source: EventSource

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> EventCounter:
        """Take the snapshot, in the thread that owns the layer.

        Raises
        ------
        FlashpointsError : the layer is broken or is none of events.
        """
        # a selection would hold too
        return cls(EventSource.from_layer(copy_of(layer), use_layer_filter=True))

    def count(self) -> Tally:
        """The events that the layer shows.

        Raises
        ------
        FlashpointsError : when the layer cannot be read.
        """
        return self.read().tally

    def read(self, *columns: str) -> ShownEvents:
        """The events that the layer shows, with some more columns, and their counts; errors as of `count`."""
        frame = self.source.read_as_coded([*TALLIED, *columns])
        coverage = self.source.coverage()
        return ShownEvents(frame, tally_of(frame, coverage.end if coverage else None))


def tally_of(frame: pd.DataFrame, coverage_end: datetime.date | None) -> Tally:
    """Count a frame that has the columns of TALLIED; coverage_end : the last day of its file, None: not known."""
    since = provisional_from(coverage_end) if coverage_end else None
    late = int((frame["event_date"] >= pd.Timestamp(since)).sum()) if since else 0
    most = frame["fatalities"].max()
    return Tally.of_values(
        {name: frame[name].fillna("").value_counts().to_dict() for name in ("lead_group", "event_type")},
        targeted=int((frame["civilian_targeting"].fillna("").astype(str).str.strip() != "").sum()),
        provisional=late,
        most_fatalities=0.0 if pd.isna(most) else float(most),
        since=since,
    )
