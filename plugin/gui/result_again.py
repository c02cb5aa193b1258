# SPDX-License-Identifier: GPL-2.0-or-later
"""A result once more: run again with what it was asked, or opened in its dialog to ask something else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSink,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import FlashpointsError
from ..core.result import Result
from ..core.text import translate
from ..gis.result_events import missing_inputs, run_parameters
from .result_inputs import choose_layer
from .result_lists import algorithm_of
from .results import default_folder, new_file
from .runner import Outcome
from .window import Window

OUTPUT = "OUTPUT"


class ResultAgain(QObject):
    """`refused` says why not; `busyChanged` and `progressed` (per cent) how far it is."""

    refused = pyqtSignal(object)
    busyChanged = pyqtSignal(bool)
    progressed = pyqtSignal(float)

    def __init__(self, host: Window, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host
        self.busy = False

    def run(self, layer: QgsVectorLayer, result: Result) -> None:
        """Run the algorithm with the stored parameters into new files; the old result stays."""
        try:
            algorithm = algorithm_of(result)
            chosen = self._replaced(algorithm, result)
            if chosen is None:
                return
            parameters = run_parameters(algorithm, result, _project_layers(), chosen)
            folder = _folder_of(layer) or default_folder(parameters.get("INPUT"))
            parameters.update(_outputs(algorithm, result, folder))
            run = self._host.runner.start(result.algorithm, parameters, result.title)
        except FlashpointsError as error:
            self.refused.emit(error)
            return
        self.busy = True
        self.busyChanged.emit(True)
        run.progressed.connect(self.progressed)
        run.finished.connect(lambda outcome: self._ended(outcome, algorithm.displayName()))

    def _ended(self, outcome: Outcome, what: str) -> None:
        self.busy = False
        self.busyChanged.emit(False)
        if outcome.succeeded:
            self._host.show_results(outcome, what)

    def _replaced(
        self, algorithm: QgsProcessingAlgorithm, result: Result
    ) -> dict[str, QgsVectorLayer] | None:
        """Layers in the place of those that are gone; None when the user does not want any."""
        chosen: dict[str, QgsVectorLayer] = {}
        for name, text in missing_inputs(algorithm, result, _project_layers()).items():
            layer = choose_layer(self._host.widget, name, text)
            if layer is None:
                return None
            chosen[name] = layer
        return chosen

    def change(self, result: Result) -> None:
        """Open the dialog of the analysis, filled with what was asked."""
        dialog = self._host.dialog_of(result.algorithm)
        if dialog is None:
            text = translate("Results", "“{title}” has no dialog of its own; run it from the Toolbox.")
            self.refused.emit(FlashpointsError(text.format(title=result.title)))
            return
        dialog.present()
        try:
            dialog.set_parameters(dict(result.parameters))
        except FlashpointsError as error:
            self.refused.emit(error)


def _project_layers() -> list[QgsMapLayer]:
    return list(QgsProject.instance().mapLayers().values())


def _folder_of(layer: QgsVectorLayer) -> Path | None:
    """The folder of a result's file; None for one in memory."""
    path = Path(layer.source().split("|")[0])
    return path.parent if layer.providerType() == "ogr" and path.parent.is_dir() else None


def _outputs(algorithm: QgsProcessingAlgorithm, result: Result, folder: Path) -> Mapping[str, str]:
    """A new file for each output that was asked for then; a result of an older version names none."""
    asked = result.parameters.get("outputs")
    wanted = {OUTPUT, *(asked if isinstance(asked, list) else ())}
    files = {}
    for one in algorithm.destinationParameterDefinitions():
        if one.name() in wanted and isinstance(one, QgsProcessingParameterFeatureSink):
            title = result.title if one.name() == OUTPUT else f"{result.title} {one.description()}"
            files[one.name()] = str(new_file(folder, title))
    return files
