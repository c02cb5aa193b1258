# SPDX-License-Identifier: GPL-2.0-or-later
"""How many events lie within each radius of a centre, period by period."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.caveats import COVERAGE, NOT_COVERED, UNPLACED
from ...core.comparison import ALL
from ...core.errors import FlashpointsError
from ...core.geodesy import boxes_round, circle, distances_km
from ...core.places import name_of_point, parse_kilometres
from ...core.result import ring_figure
from ...core.rings import PROFILE_RADII, parse_values, profile, ring_counts
from ...core.rulings_counts import rings_as_coded, with_as_coded
from ...core.schema import DATE, INTEGER, REAL, TEXT
from ...core.text import number, translate
from .. import parameters as shared
from ..algorithm import FlashpointsAlgorithm
from ..centres import centres_of_layer
from ..footprints import polygon
from ..regional import counted_in, keep_where, missing_countries
from ..styles import style_rings

BAMAKO = "-8.0029,12.6392"
RADII_KM = "50,100,150"
BREAKDOWNS = {
    "none": None,
    "actor_group": "actor_groups",
    "actor_family": "actor_families",
    "event_type": "event_type",
}
FIELDS = {
    "centre": TEXT, "radius_km": REAL, "period": TEXT, "start": DATE, "end": DATE, "days": INTEGER,
    "breakdown": TEXT, "breakdown_id": TEXT, "events": INTEGER, "events_as_coded": INTEGER,
    "fatalities": INTEGER, "fatalities_unknown": INTEGER,
    "events_gp1": INTEGER, "events_gp2": INTEGER, "events_gp3": INTEGER, "events_gp_unknown": INTEGER,
    "locations": INTEGER, "rate_ratio": REAL, "rr_low": REAL, "rr_high": REAL, "p_value": REAL, "note": TEXT,
}  # fmt: skip
PROFILE_FIELDS = {
    "centre": TEXT, "period": TEXT, "radius_km": REAL, "events": INTEGER, "events_as_coded": INTEGER,
}  # fmt: skip


class BufferCounts(FlashpointsAlgorithm):
    """Processing algorithm flashpoints:buffercounts."""

    ID = "buffercounts"
    BY_PLACE = True
    TELLS = frozenset({COVERAGE, NOT_COVERED, UNPLACED})

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("BufferCounts", "Buffer counts")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "BufferCounts",
            "Counts the events within each radius of a centre, for each period. Distances are geodesic on the "
            "WGS 84 ellipsoid; an event at exactly the radius is inside. With two periods the later is compared "
            "with the earlier: ratio of events per day, exact conditional interval and p-value.",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        add(QgsProcessingParameterPoint("CENTRE", translate("BufferCounts", "Centre"), BAMAKO, optional=True))
        points = [QgsProcessing.SourceType.TypeVectorPoint]
        label = translate("BufferCounts", "Centres from a point layer (instead of one centre)")
        add(QgsProcessingParameterFeatureSource("CENTRES", label, points, optional=True))
        label = translate("BufferCounts", "Field with the centres' names")
        add(
            QgsProcessingParameterField(
                "CENTRE_NAME", label, parentLayerParameterName="CENTRES", optional=True
            )
        )
        label = translate("BufferCounts", "Radii in km, separated by commas")
        add(QgsProcessingParameterString("RADII_KM", label, RADII_KM, optional=True))
        shared.add_periods(add, pair=False)
        label, options = translate("BufferCounts", "Break down by"), list(BREAKDOWNS)
        add(QgsProcessingParameterEnum("BREAKDOWN", label, options, False, options[0], True, True))
        shared.add_selection(add)
        shared.add_regions(add, advanced=True)
        table, anything = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPolygon
        add(QgsProcessingParameterFeatureSink("OUTPUT", translate("BufferCounts", "Rings"), anything))
        label = translate("BufferCounts", "Profile: events by radius")
        add(QgsProcessingParameterFeatureSink("PROFILE", label, table, None, True, False))
        label = translate("BufferCounts", "Events that were counted")
        add(QgsProcessingParameterFeatureSink("EVENTS", label, table, None, True, False))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take over the centres beside the selection."""
        super().prepare(parameters, context, feedback)
        self._radii = parse_kilometres(shared.text_of(parameters, "RADII_KM", RADII_KM), "RADII_KM")
        self._centres = self._read_centres(parameters, context)

    def _read_centres(self, parameters: dict[str, Any], context: QgsProcessingContext) -> pd.DataFrame:
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        source = self.parameterAsSource(parameters, "CENTRES", context) if parameters.get("CENTRES") else None
        if parameters.get("CENTRES") and source is None:
            raise FlashpointsError(
                translate("BufferCounts", "The layer of centres cannot be opened."),
                "CENTRES",
                translate("BufferCounts", "Give a point layer of the project, or the path of one."),
            )
        if source is None:
            given = parameters if parameters.get("CENTRE") else {**parameters, "CENTRE": BAMAKO}
            point = self.parameterAsPoint(given, "CENTRE", context, wgs84)
            if (
                abs(point.x()) > 180
                or abs(point.y()) > 90
                or (isinstance(given["CENTRE"], str) and point.isEmpty())
            ):
                raise FlashpointsError(
                    translate("BufferCounts", "“{text}” is not a point.").format(text=given["CENTRE"]),
                    "CENTRE",
                    translate("BufferCounts", "Give longitude,latitude in degrees, such as -8.0029,12.6392."),
                )
            return pd.DataFrame(
                {"name": [name_of_point(point.x(), point.y())], "lon": point.x(), "lat": point.y()}
            )
        return centres_of_layer(source, self.parameterAsString(parameters, "CENTRE_NAME", context), context)

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count, and write rings, profile and list."""
        by = self.parameterAsEnumString(parameters, "BREAKDOWN", context) or "none"
        column = BREAKDOWNS[by]
        where = self.job.selection.where
        reach = max([*self._radii, *(PROFILE_RADII[-1:] if parameters.get("PROFILE") else ())])
        if not where:  # the regions that a name is looked up in may depend on all events
            self.job.near = [
                box for one in self._centres.itertuples() for box in boxes_round(one.lon, one.lat, reach)
            ]
        frame = self.load(
            [*([column] if column else []), *(["country", "admin1"] if where else [])], feedback
        )
        coded = self.job.as_coded
        if where:
            origin = self.parameterAsEnumString(parameters, "REGION_FROM", context)
            regions = self.regions_for(frame, feedback)
            frame = keep_where(frame, regions, where, origin)
            coded = None if coded is None else keep_where(coded, regions, where, origin)
        self.counts_only(frame[self._within(frame)])
        counts = self._count(frame, column)
        reached = coded is not None and self._ruled_within(pd.concat([frame, coded]))
        counts = rings_as_coded(counts, self._count(coded, column) if reached else None)
        fields = self._label_breakdown(counts, by)
        self._say_counts(frame, counts, feedback)
        title = self._title()
        text = translate(
            "BufferCounts",
            "Events whose geodesic distance (WGS 84) from the centre is at most the radius; {selection}.",
        )
        self.define(text, "ring-geodesic/1", counts)
        rings = {
            (row.name, radius): polygon(circle(row.lon, row.lat, radius))
            for row in self._centres.itertuples() for radius in self._radii
        }  # fmt: skip
        shapes = [rings[key] for key in zip(counts["centre"], counts["radius_km"])]
        opened = self.open_sink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.Polygon)
        results = {"OUTPUT": self.save(opened, counts, fields, title, style_rings, shapes)} if opened else {}
        opened = self.open_sink(parameters, "PROFILE", context, PROFILE_FIELDS, QgsWkbTypes.Type.NoGeometry)
        if opened:
            without = None if coded is None else self._profile(coded)
            table = with_as_coded(self._profile(frame), without, ("centre", "period", "radius_km"))
            name = translate("BufferCounts", "Profile of: {title}").format(title=title)
            results["PROFILE"] = self.save(opened, table, PROFILE_FIELDS, name, lambda layer: None)
        return {**results, **self.save_events(parameters, context, self._listing(frame, column), title)}

    def _count(self, frame: pd.DataFrame, column: str | None) -> pd.DataFrame:
        return ring_counts(
            frame, self._centres, self._radii, self.job.periods,
            coverage=self.job.coverage, breakdown=frame[column] if column else None,
        )  # fmt: skip

    def _profile(self, frame: pd.DataFrame) -> pd.DataFrame:
        return profile(frame, self._centres, self.job.periods, coverage=self.job.coverage)

    def _ruled_within(self, frame: pd.DataFrame) -> bool:
        """Whether any ruled event lies in the largest ring of any centre, as ruled or as coded."""
        ruled = self.job.source.ruled
        return bool(self._within(frame[frame["event_id"].isin(ruled.ids if ruled else ())]).any())

    def _within(self, frame: pd.DataFrame) -> np.ndarray:
        """Which events lie in the largest ring of any centre."""
        x, y = frame["longitude"].to_numpy(dtype=float), frame["latitude"].to_numpy(dtype=float)
        inside = np.zeros(len(frame), dtype=bool)
        for one in self._centres.itertuples():
            inside |= distances_km(one.lon, one.lat, x, y) <= max(self._radii)
        return inside

    def _label_breakdown(self, counts: pd.DataFrame, by: str) -> dict[str, str]:
        if "breakdown" not in counts:
            return {name: kind for name, kind in FIELDS.items() if not name.startswith("breakdown")}
        counts["breakdown_id"] = counts["breakdown"]
        if by != "event_type":
            counts["breakdown"] = [
                one if one.startswith("(") else self.label_of(one) for one in counts["breakdown"]
            ]
        return FIELDS

    def _say_counts(self, frame: pd.DataFrame, counts: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
        lost = int(frame["longitude"].isna().sum())
        if lost:
            feedback.pushWarning(
                translate("BufferCounts", "{n} events have no place and are in no ring.").format(
                    n=number(lost)
                )
            )
        reached = missing_countries(self.job.source, self._centres, max(self._radii))
        if reached:
            note = translate(
                "BufferCounts", "The rings reach into {names}, of which the file holds no events."
            ).format(names=", ".join(reached))
            feedback.pushWarning(note)
        for text in sorted({note for note in counts["note"] if note}):
            feedback.pushInfo(text)
        rows = counts[counts["breakdown"] == ALL] if "breakdown" in counts else counts
        text = translate("BufferCounts", "Events within {radius} km of {place}, {period}")
        said = (
            text.format(radius=f"{row.radius_km:g}", place=row.centre, period=row.period)
            for row in rows.itertuples()
        )
        self.say_ruled_counts(zip(said, rows["events"], rows["events_as_coded"]), feedback)

    def _title(self) -> str:
        periods = sorted(self.job.periods)
        when = (
            periods[-1].label
            if len(periods) != 2
            else translate("BufferCounts", "{later} against {earlier}").format(
                later=periods[1].label, earlier=periods[0].label
            )
        )
        if len(periods) > 2:
            when = translate("BufferCounts", "{n} periods").format(n=len(periods))
        names = list(self._centres["name"])
        where = names[0] if len(names) == 1 else translate("BufferCounts", "{n} centres").format(n=len(names))
        return self.with_who(
            translate("BufferCounts", "Rings round {place} {when}").format(place=where, when=when)
        )

    def _listing(self, frame: pd.DataFrame, column: str | None) -> pd.DataFrame:
        """The events of each ring and period, and of each part of them where there is a breakdown."""
        parts = [frame.head(0).assign(figure="", period="")]
        x, y = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
        for centre in self._centres.itertuples() if self.job.listed else ():
            away = distances_km(centre.lon, centre.lat, x, y)
            for radius in self._radii:
                for period in self.job.periods:
                    events = counted_in(frame[away <= radius], period, self.job.coverage)
                    events = events.assign(figure=ring_figure(centre.name, radius), period=period.label)
                    parts.append(events)
                    if column:
                        parts.append(_by_part(events, column, centre.name, radius))
        return pd.concat(parts, ignore_index=True)


def _by_part(events: pd.DataFrame, column: str, centre: str, radius: float) -> pd.DataFrame:
    """The same events under the parts that they belong to, each under all of its own."""
    named = events.assign(part=[parse_values(text) for text in events[column].fillna("")]).explode("part")
    return named.assign(figure=[ring_figure(centre, radius, part) for part in named["part"]])
