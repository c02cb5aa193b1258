# SPDX-License-Identifier: GPL-2.0-or-later
"""What counting round places and counting along lines share: everything but what the distance is measured from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.caveats import COVERAGE, NOT_COVERED, PRECISION, UNPLACED
from ..core.comparison import CHANGE_COLUMNS
from ..core.overlap import overlap_text, overlaps
from ..core.places import parse_kilometres
from ..core.points import Points
from ..core.result import ring_figure
from ..core.ring_engine import PROFILE_RADII, Site
from ..core.ring_spots import parse_values
from ..core.ring_words import (
    beside_text,
    change_bursts_text,
    change_text,
    kilometres,
    precision_text,
)
from ..core.rings import BESIDE_KM
from ..core.schema import DATE, INTEGER, REAL, TEXT
from ..core.text import number, translate
from . import parameters as shared
from .algorithm import MOST_LINES, FlashpointsAlgorithm
from .regional import counted_in, keep_where
from .ring_counting import RingCounting, whole
from .ring_shapes import missing_countries, overlap_km2, shape_of_site

BREAKDOWNS = {
    "none": None,
    "actor_group": "actor_groups",
    "actor_family": "actor_families",
    "event_type": "event_type",
}
_COUNTED = {
    "period": TEXT, "start": DATE, "end": DATE, "days": INTEGER,
    "breakdown": TEXT, "breakdown_id": TEXT, "events": INTEGER, "events_as_coded": INTEGER,
    "fatalities": INTEGER, "fatalities_unknown": INTEGER,
    "events_gp1": INTEGER, "events_gp2": INTEGER, "events_gp3": INTEGER, "events_gp_unknown": INTEGER,
    "events_without_gp3": INTEGER, "events_minus_10km": INTEGER, "events_plus_10km": INTEGER,
    "locations": INTEGER, **dict.fromkeys(CHANGE_COLUMNS, REAL), "note": TEXT,
}  # fmt: skip


class RingAlgorithm(FlashpointsAlgorithm):
    """Counts within distances of sites. Subclasses say what the sites are, how they look, and their words."""

    BY_PLACE = True
    TELLS = frozenset({COVERAGE, NOT_COVERED, PRECISION, UNPLACED})
    SITE, DISTANCE = "", ""
    """The names of the two columns of a site and a distance."""
    DISTANCES, DEFAULT_KM = "", ""
    """The parameter of the distances and its default."""
    DEFINITION = ""

    # What the subclasses say

    def add_sites(self) -> None:
        """Declare the parameters of what distances are measured from, and of the distances."""
        raise NotImplementedError

    def read_sites(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Sequence[Site]:
        """What distances are measured from; in the main thread."""
        raise NotImplementedError

    def style(self, layer: QgsVectorLayer) -> None:
        """How the result looks."""
        raise NotImplementedError

    def words(self, name: str) -> str:
        """The sentences `counted`, `definition`, `overlap`, `reached`, `lost`, `several` and `title`."""
        raise NotImplementedError

    # The algorithm

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        self.add_sites()
        shared.add_periods(add, pair=False)
        label, options = translate("BufferCounts", "Break down by"), list(BREAKDOWNS)
        add(QgsProcessingParameterEnum("BREAKDOWN", label, options, False, options[0], True, True))
        shared.add_selection(add)
        shared.add_regions(add, advanced=True)
        table, polygons = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPolygon
        add(QgsProcessingParameterFeatureSink("OUTPUT", self.words("output"), polygons))
        label = translate("BufferCounts", "Profile: events by distance")
        add(QgsProcessingParameterFeatureSink("PROFILE", label, table, None, True, False))
        label = translate("BufferCounts", "Events that were counted")
        add(QgsProcessingParameterFeatureSink("EVENTS", label, table, None, True, False))

    def add_distances(self, label: str) -> None:
        """Declare the distances."""
        self.addParameter(QgsProcessingParameterString(self.DISTANCES, label, self.DEFAULT_KM, optional=True))

    def prepare(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Take over the sites beside the selection."""
        super().prepare(parameters, context, feedback)
        text = shared.text_of(parameters, self.DISTANCES, self.DEFAULT_KM)
        self._km = parse_kilometres(text, self.DISTANCES)
        self._sites = self.read_sites(parameters, context)

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count, and write areas, profile and list."""
        by = self.parameterAsEnumString(parameters, "BREAKDOWN", context) or "none"
        column = BREAKDOWNS[by]
        frame, counting = self._events(parameters, context, feedback, column)
        beyond = self._beyond(frame)
        self.counts_only(frame[np.min(beyond, axis=0) < len(self._km)])
        counts = counting.rows(self._sites, self._km)
        shapes = {(site.name, km): shape_of_site(site, km) for site in self._sites for km in self._km}
        self._say_counts(frame, whole(counts), feedback)
        self._say_sites(counting, shapes, feedback)
        title = self._title()
        fields = self._label(counts, by)
        self.define(self.words("definition"), self.DEFINITION, counts)
        for shape in shapes.values():
            shape.convertToMultiType()
        placed = [shapes[key] for key in zip(counts["centre"], counts["radius_km"])]
        opened = self.open_sink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Type.MultiPolygon)
        results = {}
        if opened:
            results["OUTPUT"] = self.save(opened, self._named(counts), fields, title, self.style, placed)
        spec = {
            self.SITE: TEXT,
            "period": TEXT,
            self.DISTANCE: REAL,
            "events": INTEGER,
            "events_as_coded": INTEGER,
        }
        opened = self.open_sink(parameters, "PROFILE", context, spec, QgsWkbTypes.Type.NoGeometry)
        if opened:
            table = self._named(counting.profile(self._sites))
            name = translate("BufferCounts", "Profile of: {title}").format(title=title)
            results["PROFILE"] = self.save(opened, table, spec, name, lambda layer: None)
        return {
            **results,
            **self.save_events(parameters, context, self._listing(frame, beyond, column), title),
        }

    def _events(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        column: str | None,
    ) -> tuple[pd.DataFrame, RingCounting]:  # fmt: skip
        where = self.job.selection.where
        reach = max(self._km[-1] + BESIDE_KM, PROFILE_RADII[-1] if parameters.get("PROFILE") else 0.0)
        if not where:  # the regions that a name is looked up in may depend on all events
            self.job.near = [box for site in self._sites for box in site.boxes(reach)]
        columns = [*([column] if column else []), *(["country", "admin1"] if where else [])]
        frame = self.load(columns, feedback)
        coded = self.job.as_coded
        if where:
            origin = self.parameterAsEnumString(parameters, "REGION_FROM", context)
            regions = self.regions_for(frame, feedback)
            frame = keep_where(frame, regions, where, origin)
            coded = None if coded is None else keep_where(coded, regions, where, origin)
        return frame, RingCounting.of(self.job, frame, coded, column)

    def _named(self, table: pd.DataFrame) -> pd.DataFrame:
        return table.rename(columns={"centre": self.SITE, "radius_km": self.DISTANCE})

    def _label(self, counts: pd.DataFrame, by: str) -> dict[str, str]:
        """Name the values of the breakdown. Returns the fields of the result."""
        counts["breakdown_id"] = counts["breakdown"]
        if by in ("actor_group", "actor_family"):
            names = {
                one: one if one.startswith("(") else self.label_of(one) for one in set(counts["breakdown"])
            }
            counts["breakdown"] = counts["breakdown"].map(names)
        counted = {
            name: kind for name, kind in _COUNTED.items() if by != "none" or not name.startswith("breakdown")
        }
        return {self.SITE: TEXT, self.DISTANCE: REAL, **counted}

    def _say_counts(self, frame: pd.DataFrame, counts: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
        lost = int(frame["longitude"].isna().sum())
        if lost:
            feedback.pushWarning(self.words("lost").format(n=number(lost)))
        for text in sorted({note for note in counts["note"] if note}):
            feedback.pushInfo(text)
        counted = self.words("counted")
        rows = counts.to_dict("records")
        said = [
            counted.format(km=kilometres(row["radius_km"]), place=row["centre"], period=row["period"])
            for row in rows
        ]
        for what, row in list(zip(said, rows))[:MOST_LINES]:
            change = change_text(row)
            parts = [
                f"{what}: {number(row['events'])}.", f"{change}." if change else "", change_bursts_text(row),
                beside_text(row), precision_text(row),
            ]  # fmt: skip
            feedback.pushInfo(" ".join(filter(None, parts)))
        self.say_ruled_counts(zip(said, counts["events"], counts["events_as_coded"]), feedback)

    def _say_sites(
        self,
        counting: RingCounting,
        shapes: dict[tuple[str, float], QgsGeometry],
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Say what overlaps, and what the file lacks."""
        largest = [shapes[site.name, self._km[-1]] for site in self._sites]
        reached = missing_countries(self.job.source, largest)
        if reached:
            feedback.pushWarning(self.words("reached").format(names=", ".join(reached)))
        if len(self._sites) < 2:
            return
        for km in self._km:
            area = overlap_km2([shapes[site.name, km] for site in self._sites])
            if area >= 1:
                text = self.words("overlap").format(km=kilometres(km), area=number(area))
                feedback.pushWarning(text)
        for one in overlaps(counting.as_ruled, self._sites, self._km)[:MOST_LINES]:
            feedback.pushWarning(overlap_text(one))

    def _title(self) -> str:
        periods = sorted(self.job.periods)
        when = periods[-1].label
        if len(periods) == 2:
            text = translate("BufferCounts", "{later} against {earlier}")
            when = text.format(later=periods[1].label, earlier=periods[0].label)
        if len(periods) > 2:
            when = translate("BufferCounts", "{n} periods").format(n=len(periods))
        names = [site.name for site in self._sites]
        where = names[0] if len(names) == 1 else self.words("several").format(n=len(names))
        return self.with_who(self.words("title").format(place=where, when=when))

    def _beyond(self, frame: pd.DataFrame) -> list[np.ndarray]:
        """By site, how many of the distances each event is beyond."""
        points = Points(*(frame[name].to_numpy(dtype=float) for name in ("longitude", "latitude")))
        return [site.beyond(points, np.array(self._km)) for site in self._sites]

    def _listing(self, frame: pd.DataFrame, beyond: list[np.ndarray], column: str | None) -> pd.DataFrame:
        """The events of each area and period, and of each part of them where there is a breakdown."""
        parts = [frame.head(0).assign(figure="", period="")]
        for site, out in zip(self._sites, beyond) if self.job.listed else ():
            for index, km in enumerate(self._km):
                for period in self.job.periods:
                    events = counted_in(frame[out <= index], period, self.job.coverage)
                    events = events.assign(figure=ring_figure(site.name, km), period=period.label)
                    parts.append(events)
                    if column:
                        parts.append(_by_part(events, column, site.name, km))
        return pd.concat(parts, ignore_index=True)


def _by_part(events: pd.DataFrame, column: str, site: str, km: float) -> pd.DataFrame:
    """The same events under the parts that they belong to, each under all of its own."""
    named = events.assign(part=[parse_values(text) for text in events[column].fillna("")]).explode("part")
    return named.assign(figure=[ring_figure(site, km, part) for part in named["part"]])
