# SPDX-License-Identifier: GPL-2.0-or-later
"""How much land the places with recorded events cover, region by region and period by period."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...core.comparison import coverage_note, join_notes
from ...core.discs import distinct_places
from ...core.errors import FlashpointsError
from ...core.periods import Period, ordered_pair
from ...core.rulings_counts import with_as_coded
from ...core.schema import INTEGER, REAL, TEXT
from ...core.text import translate
from .. import parameters as shared
from ..algorithm import FlashpointsAlgorithm
from ..footprints import DEFAULT_SIZE_KM, DEFINITIONS, DISCS, GRID, collect, disc_area_km2
from ..region_footprints import Footprints
from ..regional import ALL_ROW, OUTSIDE_ROW, Regional, by_region, counted_in
from ..regions import RegionSet
from ..styles import style_footprints

FIELDS = {
    "region": TEXT, "zone": TEXT, "period": TEXT, "events": INTEGER, "events_as_coded": INTEGER,
    "locations": INTEGER, "footprint_km2": REAL, "footprint_km2_as_coded": REAL, "region_km2": REAL,
    "share_pct": REAL, "note": TEXT,
}  # fmt: skip
CHANGE_FIELDS = {"region": TEXT, "status": TEXT, "area_km2": REAL}
SENSITIVITY_FIELDS = {
    "method": TEXT,
    "size_km": REAL,
    "precision": TEXT,
    "period": TEXT,
    "footprint_km2": REAL,
}
SENSITIVITY_KM = (1.0, 2.0, 2.5, 3.0, 5.0, 10.0)
STATUSES = ("newly_recorded", "both", "no_longer_recorded")


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
            self._check_pair()
        frame = self.load(["country", "admin1"], feedback)
        regions = self.regions_for(frame, feedback)
        origin = self.parameterAsEnumString(parameters, "REGION_FROM", context)
        regional, coded = self._placed(frame, regions, origin)
        kept = regional.kept(regions, self.job.selection.where)
        everywhere = not self.job.selection.where
        self.counts_only(regional.events[everywhere | regional.events["region"].isin(kept)])
        for note in regional.notes:
            feedback.pushInfo(note)
        maker = Footprints(regional, regions, kept, method, size, feedback)
        without = None if coded is None else Footprints(coded, regions, kept, method, size, feedback)
        shapes = self._shapes(maker)
        rows = self._beside_the_source(shapes, maker, without)
        said = (f"{region}, {period}" for region, period in zip(rows["region"], rows["period"]))
        self.say_ruled_counts(zip(said, rows["events"], rows["events_as_coded"]), feedback)
        self.define(self._definition(method).replace("{km}", f"{size:g}"), DEFINITIONS[method], rows)
        title = self._title()
        results = {}
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, QgsWkbTypes.Type.MultiPolygon)
        if opened:
            results["OUTPUT"] = self.save(
                opened, rows, FIELDS, title, style_footprints, list(rows["geometry"])
            )
        results.update(self._save_change(parameters, context, shapes, maker, title))
        results.update(self._save_sensitivity(parameters, context, maker, feedback, title))
        return {**results, **self.save_events(parameters, context, self._listing(maker), title)}

    def _check_pair(self) -> None:
        """A change is between two periods that the data cover and that share no day."""
        job = self.job
        periods = job.selection.periods
        if periods and len(periods) != 2:
            raise FlashpointsError(
                translate("RegionFootprints", "A change needs two periods; there are {n}.").format(
                    n=len(periods)
                ),
                "CHANGE",
                translate("RegionFootprints", "Give two periods, such as 2022-H2;2023-H1."),
            )
        coverage = job.source.coverage(job.selection.dataset)
        if periods:
            ordered_pair(*sorted(periods))
        for period in periods:
            if coverage and not period.clip(coverage):
                raise FlashpointsError(
                    translate("RegionFootprints", "The data do not cover {period}.").format(
                        period=period.label
                    ),
                    "CHANGE",
                    translate("RegionFootprints", "They cover {start} to {end}.").format(
                        start=coverage.start.isoformat(), end=coverage.end.isoformat()
                    ),
                )

    def _placed(
        self, frame: pd.DataFrame, regions: RegionSet, origin: str
    ) -> tuple[Regional, Regional | None]:
        """The events in regions, as ruled and as coded, with the same names of regions."""
        regional = by_region(frame, regions, origin)
        if self.job.as_coded is None:
            return regional, None
        coded = by_region(self.job.as_coded, regions, origin)
        regional.names = coded.names = list(dict.fromkeys([*regional.names, *coded.names]))
        regional.zone_of = coded.zone_of = {**coded.zone_of, **regional.zone_of}
        return regional, coded

    def _shapes(self, maker: Footprints) -> dict[Period, dict[str, QgsGeometry]]:
        return {period: maker.of_period(self._events(period, maker)) for period in self.job.periods}

    def _events(self, period: Period, maker: Footprints) -> pd.DataFrame:
        return counted_in(maker.regional.events, period, self.job.coverage)

    def _beside_the_source(
        self, shapes: dict[Period, dict[str, QgsGeometry]], maker: Footprints, without: Footprints | None
    ) -> pd.DataFrame:
        """The rows of all periods, with their counts and areas as coded by the source; `without` : rulings."""
        makers = [maker] if without is None else [maker, without]
        outside = {
            period
            for period in self.job.periods
            if any((self._events(period, one)["region"] == OUTSIDE_ROW).any() for one in makers)
        }

        def table(one: Footprints, drawn: dict[Period, dict[str, QgsGeometry]]) -> pd.DataFrame:
            parts = [self._rows(period, drawn[period], one, period in outside) for period in self.job.periods]
            return pd.concat(parts, ignore_index=True)

        coded = None if without is None else table(without, self._shapes(without))
        return with_as_coded(table(maker, shapes), coded, ("region", "period"), ("events", "footprint_km2"))

    def _rows(
        self, period: Period, shapes: dict[str, QgsGeometry], maker: Footprints, outside: bool
    ) -> pd.DataFrame:
        """One row a region, then `(outside)` when it holds events, then `(all)`."""
        covered = period.clip(self.job.coverage)
        events = self._events(period, maker)
        rows = []
        for name in [*maker.names, OUTSIDE_ROW, ALL_ROW]:
            own = maker.counted(events) if name == ALL_ROW else events[events["region"] == name]
            if name == OUTSIDE_ROW and (self.job.selection.where or not outside):
                continue
            area = disc_area_km2(shapes[name]) if name in shapes else None
            land = maker.land_km2(name)
            rows.append(
                {
                    "region": name, "zone": maker.zone_label(name), "period": period.label,
                    "events": len(own) if covered else None,
                    "locations": len(distinct_places(own["longitude"], own["latitude"])) if covered else None,
                    "footprint_km2": area if covered else None, "region_km2": land,
                    "share_pct": 100 * area / land if covered and area is not None and land else None,
                    "note": join_notes([coverage_note(period, self.job.coverage), maker.note(name)]),
                    "geometry": shapes.get(name),
                }
            )  # fmt: skip
        return pd.DataFrame(rows)

    def _save_change(
        self, parameters: dict[str, Any], context: QgsProcessingContext,
        shapes: dict[Period, dict[str, QgsGeometry]], maker: Footprints, title: str,
    ) -> dict[str, str]:  # fmt: skip
        opened = self.open_sink(parameters, "CHANGE", context, CHANGE_FIELDS, QgsWkbTypes.Type.MultiPolygon)
        if opened is None:
            return {}
        earlier, later = (shapes[period] for period in sorted(self.job.periods))
        rows = []
        for name in [*maker.names, ALL_ROW]:
            if name not in later:
                continue
            parts = (
                later[name].difference(earlier[name]),
                later[name].intersection(earlier[name]),
                earlier[name].difference(later[name]),
            )
            for status, part in zip(STATUSES, parts):
                shape = collect([part])
                rows.append(
                    {"region": name, "status": status, "area_km2": disc_area_km2(shape), "geometry": shape}
                )
        frame = pd.DataFrame(rows)
        name = translate("RegionFootprints", "Change of: {title}").format(title=title)
        return {
            "CHANGE": self.save(opened, frame, CHANGE_FIELDS, name, style_footprints, list(frame["geometry"]))
        }

    def _save_sensitivity(
        self, parameters: dict[str, Any], context: QgsProcessingContext, used: Footprints,
        feedback: QgsProcessingFeedback, title: str,
    ) -> dict[str, str]:  # fmt: skip
        opened = self.open_sink(
            parameters, "SENSITIVITY", context, SENSITIVITY_FIELDS, QgsWkbTypes.Type.NoGeometry
        )
        if opened is None:
            return {}
        rows = []
        choices = [(DISCS, size) for size in SENSITIVITY_KM] + [(GRID, DEFAULT_SIZE_KM[GRID])]
        for method, size in choices:
            maker = Footprints(used.regional, used.regions, used.names, method, size, feedback)
            for period in self.job.periods:
                events = counted_in(used.regional.events, period, self.job.coverage)
                for precision, kept in (("1-3", events), ("1-2", events[events["geo_precision"] <= 2])):
                    area = disc_area_km2(maker.whole(kept)) if period.clip(self.job.coverage) else None
                    rows.append(
                        {
                            "method": method,
                            "size_km": size,
                            "precision": precision,
                            "period": period.label,
                            "footprint_km2": area,
                        }
                    )
        name = translate("RegionFootprints", "Sensitivity of: {title}").format(title=title)
        return {
            "SENSITIVITY": self.save(opened, pd.DataFrame(rows), SENSITIVITY_FIELDS, name, lambda layer: None)
        }

    def _definition(self, method: str) -> str:
        if method == GRID:
            return translate(
                "RegionFootprints",
                "Area with recorded events: cells of {km} km (equal area) that hold an event; {selection}.",
            )
        return translate(
            "RegionFootprints",
            "Area with recorded events: union of geodesic discs of {km} km round the distinct event locations, "
            "cut by the regions, km2 on the WGS 84 ellipsoid; {selection}.",
        )

    def _title(self) -> str:
        periods = sorted(self.job.periods)
        if len(periods) == 2:
            when = translate("RegionFootprints", "{later} against {earlier}").format(
                later=periods[1].label, earlier=periods[0].label
            )
        else:
            when = ", ".join(period.label for period in periods[:3])
        return self.with_who(translate("RegionFootprints", "Footprint {when}").format(when=when))

    def _listing(self, maker: Footprints) -> pd.DataFrame:
        """The events of each row and period; those of `(all)` are those of its regions, and what is outside."""
        parts = [maker.regional.events.head(0).assign(figure="", period="")]
        for period in self.job.periods if self.job.listed else ():
            events = maker.counted(self._events(period, maker))
            parts.append(events.assign(figure=events["region"], period=period.label))
        return pd.concat(parts, ignore_index=True)
