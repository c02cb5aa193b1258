# SPDX-License-Identifier: GPL-2.0-or-later
"""Events for a preview: read once, kept in memory, and chosen by the algorithms' own `load_events`."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from qgis.core import QgsVectorLayer

from ..core.periods import Period
from ..core.selection import Selection
from .frames import EventSource
from .loading import Job, load_actors, load_events
from .parameters import selection_of
from .store import Box

MOST_KEPT = 2
"""Selections whose events are kept: a preview asks for its periods, and for the same days of earlier years."""


class KeptSource(EventSource):
    """Reads each column of the events once; whatever is asked later is answered from memory."""

    _frames: tuple[pd.DataFrame, pd.DataFrame | None] | None = None
    _asked_for: tuple[str, ...] = ()

    def read_both(
        self,
        columns: Sequence[str],
        selection: Selection | None = None,
        span: Period | None = None,
        *,
        near: Sequence[Box] = (),
        filtered: bool = True,
    ) -> tuple[pd.DataFrame, pd.DataFrame | None]:
        """As EventSource.read_both; every row comes back, and the caller's masks say which count."""
        asked = self._asked(columns, selection)
        if not filtered:  # asked once, for the coverage of a layer without imports
            return super().read_both(columns, filtered=False)
        if self._frames is None or not set(asked) <= set(self._asked_for):
            self._asked_for = tuple(dict.fromkeys([*self._asked_for, *asked]))
            self._frames = super().read_both(self._asked_for)
        hidden = set(self._asked_for) - set(asked)
        now, coded = self._frames
        return _without(now, hidden), None if coded is None else _without(coded, hidden)


def _without(frame: pd.DataFrame, hidden: set[str]) -> pd.DataFrame:
    return frame[[name for name in frame.columns if name not in hidden]]


class LiveEvents:
    """The events of one layer as they were when this was made; make another when the layer changes."""

    def __init__(self, layer: QgsVectorLayer, use_layer_filter: bool = False) -> None:
        """Call it in the thread that owns the layer. FlashpointsError when it cannot be read."""
        self._source = KeptSource.from_layer(layer, use_layer_filter)
        self._actors = load_actors(self._source)
        self._reading = threading.Lock()
        self._answers: dict[object, tuple[Job, pd.DataFrame]] = {}  # the latest comes last

    @property
    def source(self) -> EventSource:
        """Where the events come from, for what else a preview has to know."""
        return self._source

    def load(
        self,
        parameters: Mapping[str, Any],
        columns: Sequence[str],
        *,
        by_place: bool = False,
        pair: bool = False,
    ) -> tuple[Job, pd.DataFrame]:
        """The events that count, exactly as the algorithm with these parameters would load them. For any thread.

        Parameters
        ----------
        parameters : the algorithm's, as plain values; those that choose no events are passed over.
        columns : beyond those that every analysis reads, and event_id.
        by_place, pair : as in `Job` and `load_events`.

        Returns the settled job and its events, the same objects while the selection stays the same: do not change
        them.

        Raises
        ------
        FlashpointsError : when the layer cannot answer.
        """
        with self._reading:
            selection = selection_of(parameters, self._actors)
            question = (selection, tuple(columns), by_place, pair)
            if question in self._answers:
                self._answers[question] = self._answers.pop(question)
            else:
                job = Job(self._source, self._actors, selection, None, by_place=by_place)
                frame, job.left_out = load_events(job, ["event_id", *columns], pair)
                self._answers[question] = (job, frame)
                for oldest in list(self._answers)[:-MOST_KEPT]:
                    del self._answers[oldest]
            return self._answers[question]
