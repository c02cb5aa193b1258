# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the events behind a number of a result in the background, and opens their list."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import FlashpointsError
from ..core.result import Ask, Result
from ..core.text import number, translate
from ..gis.frames import EventSource
from ..gis.result_events import (
    Listed,
    differences,
    events_parameters,
    number_note,
    run_parameters,
)
from .runner import Outcome, Run
from .window import Window, failure


def algorithm_of(result: Result) -> QgsProcessingAlgorithm:
    """The algorithm that made a result. FlashpointsError when this version does not have it."""
    algorithm = QgsApplication.processingRegistry().algorithmById(result.algorithm)
    if algorithm is None:
        raise FlashpointsError(
            translate("Results", "This version of Flashpoints does not know “{name}”.").format(
                name=result.algorithm
            ),
            result.title,
            translate("Results", "Install a newer version of the plugin."),
        )
    return algorithm


class ResultLists(QObject):
    """One question at a time; what was found for a result is kept while its store stays as it is."""

    busyChanged = pyqtSignal(bool)
    refused = pyqtSignal(object)

    def __init__(self, host: Window, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._run: Run | None = None
        self._kept: dict[str, tuple[Any, Listed, QgsVectorLayer]] = {}

    @property
    def busy(self) -> bool:
        """Whether a question is under way."""
        return self._run is not None

    def ask(self, layer: QgsVectorLayer, result: Result, ask: Ask) -> None:
        """Open the list of the events of a number. layer : the result's; `refused` says why there is none."""
        self.drop()
        try:
            parameters = run_parameters(
                algorithm_of(result), result, list(QgsProject.instance().mapLayers().values())
            )
            parameters.update(ask.changes)
            events = parameters["INPUT"]
            state = (_state_of(events), tuple(sorted(ask.changes.items())))
            kept = self._kept.get(layer.id())
            if kept is not None and kept[0] == state and not sip.isdeleted(kept[2]):
                self._open(result, ask, kept[1], kept[2])
                return
            title = translate("Results", "Finding the events of “{title}”").format(title=result.title)
            run = self._host.runner.start(result.algorithm, events_parameters(parameters), title, quiet=True)
        except FlashpointsError as error:
            self.refused.emit(error)
            return
        self._run = run
        run.finished.connect(
            lambda outcome: self._found(run, outcome, (layer.id(), state, events), result, ask)
        )
        self.busyChanged.emit(True)

    def drop(self) -> None:
        """Forget the question under way."""
        run, self._run = self._run, None
        if run is not None:
            run.cancel()
            self.busyChanged.emit(False)

    def forget(self) -> None:
        """Forget what was found, too."""
        self.drop()
        self._kept.clear()

    def _found(
        self, run: Run, outcome: Outcome, key: tuple[str, Any, QgsVectorLayer], result: Result, ask: Ask
    ) -> None:
        if self._run is not run or sip.isdeleted(self):
            return
        self._run = None
        self.busyChanged.emit(False)
        if not outcome.succeeded:
            self.refused.emit(failure(outcome))
            return
        listing = run.context.getMapLayer(str(outcome.results["EVENTS"]))
        layer_id, state, events = key
        if sip.isdeleted(events):
            return
        listed = Listed.of_layer(listing)
        self._kept[layer_id] = (state, listed, events)
        self._open(result, ask, listed, events)

    def _open(self, result: Result, ask: Ask, listed: Listed, events: QgsVectorLayer) -> None:
        ids = listed.of(ask)
        title = translate("Results", "{number}: {title}").format(number=number(ask.count), title=ask.title)
        try:
            changed = differences(result, EventSource.from_layer(events))
        except FlashpointsError as error:
            self.refused.emit(error)
            return
        note = "\n".join(filter(None, [number_note(ask, len(ids)), *changed]))
        self._host.list_events(events, title, ids, note)


def _state_of(layer: QgsVectorLayer) -> Any:
    """What changes when the events of a layer do."""
    path = Path(layer.source().split("|")[0])
    files = [one for one in (path, Path(f"{path}-wal")) if one.is_file()]
    times = tuple((one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in files)
    shown = (layer.subsetString(), tuple(layer.selectedFeatureIds()))
    return (times, shown) if times else (time.monotonic_ns(), shown)
