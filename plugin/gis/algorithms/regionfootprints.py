# SPDX-License-Identifier: GPL-2.0-or-later
"""How much land the places with recorded events cover, region by region and period by period."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...core.footprint_facts import area_sentence, change_sentence
from ...core.schema import INTEGER, REAL, TEXT
from ...core.text import translate
from .. import parameters as shared
from ..algorithm import FlashpointsAlgorithm
from ..footprint_study import FootprintStudy, check_pair, definition
from ..footprints import DEFAULT_SIZE_KM, DEFINITIONS, DISCS, GRID
from ..regional import ALL_ROW
from ..styles import style_footprints

FIELDS = {
    "region": TEXT, "zone": TEXT, "period": TEXT, "events": INTEGER, "events_as_coded": INTEGER,
    "locations": INTEGER, "footprint_km2": REAL, "footprint_km2_as_coded": REAL, "region_km2": REAL,
    "share_pct": REAL, "note": TEXT,
}  # fmt: skip
CHANGE_FIELDS = {"region": TEXT, "zone": TEXT, "status": TEXT, "area_km2": REAL}
SENSITIVITY_FIELDS = {
    "method": TEXT,
    "size_km": REAL,
    "precision": TEXT,
    "period": TEXT,
    "footprint_km2": REAL,
}


class RegionFootprints(FlashpointsAlgorithm):
    """Processing algorithm flashpoints:regionfootprints."""

    ID = "regionfootprints"
    BY_PLACE = True

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("RegionFootprints", "Region footprints")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "RegionFootprints",
            "The area of the places with recorded events: the union of geodesic discs of 2.5 km round the distinct "
            "event locations, cut by the regions and measured on the ellipsoid. Silence is not safety: land that "
            "is no longer recorded is not land that is safe.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        shared.add_regions(add)
        shared.add_periods(add, pair=False)
        label, methods = translate("RegionFootprints", "Method"), [DISCS, GRID]
        add(QgsProcessingParameterEnum("METHOD", label, methods, False, DISCS, True, True))
        label = translate("RegionFootprints", "Radius of discs or side of cells in km (empty: 2.5 or 10)")
        add(
            QgsProcessingParameterNumber(
                "SIZE_KM", label, QgsProcessingParameterNumber.Type.Double, None, True
            )
        )
        shared.add_selection(add)
        polygons, table = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        add(
            QgsProcessingParameterFeatureSink("OUTPUT", translate("RegionFootprints", "Footprints"), polygons)
        )
        label = translate("RegionFootprints", "Change between two periods")
        add(QgsProcessingParameterFeatureSink("CHANGE", label, polygons, None, True, False))
        label = translate("RegionFootprints", "Sensitivity to the size")
        add(QgsProcessingParameterFeatureSink("SENSITIVITY", label, table, None, True, False))
        label = translate("RegionFootprints", "Events that were counted")
        add(QgsProcessingParameterFeatureSink("EVENTS", label, table, None, True, False))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Unite, cut, measure and write."""
        method = self.parameterAsEnumString(parameters, "METHOD", context) or DISCS
        given = parameters.get("SIZE_KM") not in (None, "")
        size = self.parameterAsDouble(parameters, "SIZE_KM", context) if given else DEFAULT_SIZE_KM[method]
        if parameters.get("CHANGE"):
            check_pair(self.job)
        study = self._study(parameters, context, method, size, feedback)
        self.counts_only(study.counted)
        rows = study.rows()
        self._tell(rows, study, feedback)
        self.define(definition(method, size), DEFINITIONS[method], rows)
        title = self._title()
        results = {}
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.MultiPolygon)
        if opened:
            results["OUTPUT"] = self.save(
                opened, rows, FIELDS, title, style_footprints, list(rows["geometry"])
            )
        results.update(self._save_change(parameters, context, study, title, feedback))
        results.update(self._save_sensitivity(parameters, context, study, title))
        listing = study.listed() if self.job.listed else study.regional.events.head(0)
        return {**results, **self.save_events(parameters, context, listing, title)}

    def _study(
        self, parameters: dict[str, Any], context: QgsProcessingContext, method: str, size: float,
        feedback: QgsProcessingFeedback,
    ) -> FootprintStudy:  # fmt: skip
        """The question, with its events placed in regions."""

        def going(fraction: float) -> bool:
            feedback.setProgress(100 * fraction)
            return not feedback.isCanceled()

        frame = self.load(["country", "admin1"], feedback)
        regions = self.regions_for(frame, feedback)
        origin = self.parameterAsEnumString(parameters, "REGION_FROM", context)
        return FootprintStudy(self.job, frame, regions, origin, method, size, going)

    def _tell(self, rows: pd.DataFrame, study: FootprintStudy, feedback: QgsProcessingFeedback) -> None:
        """What belongs beside the numbers, in the log."""
        for note in study.regional.notes:
            feedback.pushInfo(note)
        said = (f"{region}, {period}" for region, period in zip(rows["region"], rows["period"]))
        self.say_ruled_counts(zip(said, rows["events"], rows["events_as_coded"]), feedback)
        for sentence in filter(None, map(area_sentence, study.facts())):
            feedback.pushInfo(sentence)

    def _save_change(
        self, parameters: dict[str, Any], context: QgsProcessingContext, study: FootprintStudy, title: str,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, str]:  # fmt: skip
        opened = self.open_sink(parameters, "CHANGE", context, CHANGE_FIELDS, QgsWkbTypes.Type.MultiPolygon)
        if opened is None:
            return {}
        frame = study.change()
        whole = frame[frame["region"] == ALL_ROW]
        feedback.pushInfo(change_sentence(dict(zip(whole["status"], whole["area_km2"]))))
        name = translate("RegionFootprints", "Change of: {title}").format(title=title)
        return {
            "CHANGE": self.save(opened, frame, CHANGE_FIELDS, name, style_footprints, list(frame["geometry"]))
        }

    def _save_sensitivity(
        self, parameters: dict[str, Any], context: QgsProcessingContext, study: FootprintStudy, title: str
    ) -> dict[str, str]:
        opened = self.open_sink(
            parameters, "SENSITIVITY", context, SENSITIVITY_FIELDS, QgsWkbTypes.Type.NoGeometry
        )
        if opened is None:
            return {}
        name = translate("RegionFootprints", "Sensitivity of: {title}").format(title=title)
        table = study.sensitivity()
        return {"SENSITIVITY": self.save(opened, table, SENSITIVITY_FIELDS, name, lambda layer: None)}

    def _title(self) -> str:
        periods = sorted(self.job.periods)
        if len(periods) == 2:
            when = translate("RegionFootprints", "{later} against {earlier}").format(
                later=periods[1].label, earlier=periods[0].label
            )
        else:
            when = ", ".join(period.label for period in periods[:3])
        return self.with_who(translate("RegionFootprints", "Footprint {when}").format(when=when))
