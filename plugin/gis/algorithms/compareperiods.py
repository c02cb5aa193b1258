# SPDX-License-Identifier: GPL-2.0-or-later
"""What rose and what fell between two periods, and whether it is more than chance."""

from __future__ import annotations

from dataclasses import dataclass
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

from ...core.comparison import compare
from ...core.errors import FlashpointsError
from ...core.ring_spots import parse_values
from ...core.rulings_counts import AS_CODED, with_as_coded
from ...core.schema import EVENT_TYPES, INTEGER, REAL, TEXT
from ...core.text import translate
from .. import parameters as shared
from ..algorithm import FlashpointsAlgorithm
from ..regional import ALL_ROW, NO_ZONE_ROW, OUTSIDE_ROW, Regional, by_region, counted_in
from ..regions import RegionSet
from ..styles import style_comparison

REGION, ZONE = "region", "zone"
GROUPINGS = {
    REGION: "region",
    ZONE: "zone",
    "actor_group": "actor_groups",
    "actor_family": "actor_families",
    "event_type": "event_type",
}
FIELDS = {
    "name": TEXT, "id": TEXT, "events_a": INTEGER, "events_b": INTEGER, "events_a_as_coded": INTEGER,
    "events_b_as_coded": INTEGER, "days_a": INTEGER, "days_b": INTEGER,
    "fatalities_a": INTEGER, "fatalities_b": INTEGER, "change_pct": REAL, "rate_ratio": REAL, "rr_low": REAL,
    "rr_high": REAL, "p_value": REAL, "dispersion": REAL, "rr_low_disp": REAL, "rr_high_disp": REAL,
    "p_disp": REAL, "p_adjusted": REAL, "note": TEXT,
}  # fmt: skip


COUNTS = ("events_a", "events_b")


@dataclass(frozen=True)
class _Rows:
    """The rows of a comparison. names : in order; named : events with `name`, once for each row; events : each once."""

    names: list[str]
    named: pd.DataFrame
    events: pd.DataFrame
    notes: list[str]


class ComparePeriods(FlashpointsAlgorithm):
    """Processing algorithm flashpoints:compareperiods."""

    ID = "compareperiods"
    _regions: RegionSet | None = None
    _origin = ""

    def displayName(self) -> str:
        """Name in the Toolbox."""
        return translate("ComparePeriods", "Compare periods")

    def shortHelpString(self) -> str:
        """What it does, in the Toolbox's side panel."""
        return translate(
            "ComparePeriods",
            "Events of two periods by region, zone, group or type: change of counts, ratio of events per day with "
            "its exact conditional interval and p-value, the same widened by the dispersion of the weekly counts, "
            "and p-values adjusted for many rows (Benjamini-Hochberg).",
        )

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        """Declare the parameters."""
        add = self.addParameter
        shared.add_input(add)
        shared.add_regions(add)
        shared.add_periods(add, pair=True)
        label, options = translate("ComparePeriods", "Rows"), list(GROUPINGS)
        add(QgsProcessingParameterEnum("GROUP_BY", label, options, False, REGION, True, True))
        shared.add_selection(add)
        double = QgsProcessingParameterNumber.Type.Double
        label = translate("ComparePeriods", "Confidence of the intervals")
        add(QgsProcessingParameterNumber("CONFIDENCE", label, double, 0.95, True, 0.5, 0.999))
        anything = QgsProcessing.SourceType.TypeVector
        add(QgsProcessingParameterFeatureSink("OUTPUT", translate("ComparePeriods", "Comparison"), anything))
        label = translate("ComparePeriods", "Events that were counted")
        add(QgsProcessingParameterFeatureSink("EVENTS", label, anything, None, True, False))

    def run_job(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Place or group the events, compare, and write."""
        group_by = self.parameterAsEnumString(parameters, "GROUP_BY", context) or REGION
        column = GROUPINGS[group_by]
        spatial = group_by in (REGION, ZONE)
        columns = ["country", "admin1", *([] if spatial else [column])]
        frame = self.load(columns, feedback, pair=True)
        if spatial or self.job.selection.where or self.job.regions:
            self._regions = self.regions_for(frame, feedback)
            self._origin = self.parameterAsEnumString(parameters, "REGION_FROM", context)
        confidence = self.parameterAsDouble(parameters, "CONFIDENCE", context)
        rows, table = self._both(frame, group_by, confidence, feedback)
        named, frame = rows.named, rows.events
        self.counts_only(frame)
        table["id"] = table["name"]
        several = len(named) - len(frame)
        if several > 0:
            feedback.pushInfo(
                translate(
                    "ComparePeriods",
                    "{n} times an event stands in more than one row; (all) counts each once.",
                ).format(n=several)
            )
        shapes = _shapes(table["name"], self._regions, group_by) if spatial else None
        table["name"] = [self._label(one, group_by) for one in table["id"]]
        for period, count in zip(self.job.periods, COUNTS):
            said = (f"{name}, {period.label}" for name in table["name"])
            self.say_ruled_counts(zip(said, table[count], table[f"{count}{AS_CODED}"]), feedback)
        text = translate(
            "ComparePeriods",
            "Events per day, later over earlier period, exact conditional interval; {selection}.",
        )
        self.define(text, "rate-ratio-exact/1", table)
        title = self._title(group_by)
        kind = QgsWkbTypes.Type.MultiPolygon if spatial else QgsWkbTypes.Type.NoGeometry
        opened = self.open_sink(parameters, "OUTPUT", context, FIELDS, kind)
        results = (
            {"OUTPUT": self.save(opened, table, FIELDS, title, style_comparison, shapes)} if opened else {}
        )
        return {**results, **self.save_events(parameters, context, self._listing(named, frame), title)}

    def _both(
        self, frame: pd.DataFrame, group_by: str, confidence: float, feedback: QgsProcessingFeedback
    ) -> tuple[_Rows, pd.DataFrame]:
        """The rows, and their comparison with the counts as coded beside those as ruled."""
        rows = self._rows(frame, group_by)
        for note in rows.notes:
            feedback.pushInfo(note)
        coded = self.job.as_coded
        if coded is None:
            return rows, with_as_coded(self._compare(rows, rows.names, confidence), None, ["name"], COUNTS)
        coded_rows = self._rows(coded, group_by)
        names = list(dict.fromkeys([*rows.names, *coded_rows.names]))
        table, without = (self._compare(one, names, confidence) for one in (rows, coded_rows))
        return rows, with_as_coded(table, without, ["name"], COUNTS)

    def _rows(self, frame: pd.DataFrame, group_by: str) -> _Rows:
        """Place or group events that count."""
        where, notes = self.job.selection.where, []
        if self._regions is not None:
            regional = by_region(frame, self._regions, self._origin)
            regional.names = regional.kept(self._regions, where)
            if where:
                regional.events = regional.events[regional.events["region"].isin(regional.names)]
            notes, frame = regional.notes, regional.events
        if group_by in (REGION, ZONE):
            names, named = self._rows_by_place(regional, group_by)
        else:
            names, named = _rows_by_value(frame, GROUPINGS[group_by])
        return _Rows(names, named, frame, notes)

    def _compare(self, rows: _Rows, names: list[str], confidence: float) -> pd.DataFrame:
        a, b = self.job.periods
        return compare(
            rows.named, names, a, b, all_events=rows.events[["event_date", "fatalities"]],
            coverage=self.job.coverage, outside=(ALL_ROW, OUTSIDE_ROW, NO_ZONE_ROW), confidence=confidence,
        )  # fmt: skip

    def _rows_by_place(self, regional: Regional, group_by: str) -> tuple[list[str], pd.DataFrame]:
        events = regional.events
        key = events["region"]
        names = list(regional.names)
        if group_by == ZONE:
            zones = list(dict.fromkeys(regional.zone_of.get(name, "") for name in names))
            if not any(zones):
                raise FlashpointsError(
                    translate("ComparePeriods", "No zone is known for these regions."),
                    "GROUP_BY",
                    translate(
                        "ComparePeriods", "Compare by region, or add the regions to resources/regions.csv."
                    ),
                )
            key = key.map({**regional.zone_of, OUTSIDE_ROW: OUTSIDE_ROW}).replace("", NO_ZONE_ROW)
            names = sorted(zone for zone in zones if zone)
        names += [row for row in (NO_ZONE_ROW, OUTSIDE_ROW) if (key == row).any()]
        return names, events.assign(name=key)

    def _label(self, one: str, group_by: str) -> str:
        if one == NO_ZONE_ROW and group_by == ZONE:
            return translate("ComparePeriods", "(no zone)")
        if one.startswith("("):
            return one
        if group_by == ZONE and self.job.regions:
            return self.job.regions.zone_label(one)
        return self.label_of(one) if group_by in ("actor_group", "actor_family") else one

    def _title(self, group_by: str) -> str:
        rows = {
            REGION: translate("ComparePeriods", "by region"),
            ZONE: translate("ComparePeriods", "by zone"),
            "actor_group": translate("ComparePeriods", "by group"),
            "actor_family": translate("ComparePeriods", "by family"),
            "event_type": translate("ComparePeriods", "by event type"),
        }
        a, b = self.job.periods
        text = translate("ComparePeriods", "{later} against {earlier} {rows}")
        return self.with_who(text.format(later=b.label, earlier=a.label, rows=rows[group_by]))

    def _listing(self, named: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
        parts = [frame.head(0).assign(figure="", period="")]
        for period in self.job.periods if self.job.listed else ():
            events = counted_in(named, period, self.job.coverage)
            parts.append(events.assign(figure=events["name"], period=period.label))
        return pd.concat(parts, ignore_index=True)


def _rows_by_value(frame: pd.DataFrame, column: str) -> tuple[list[str], pd.DataFrame]:
    """Rows by group, family or type: an event that names two groups stands in both."""
    parsed = {text: parse_values(text) for text in frame[column].fillna("").unique()}
    lists = frame[column].fillna("").map(parsed)
    named = frame.assign(name=lists).explode("name", ignore_index=True)
    if column == "event_type":
        return [name for name in EVENT_TYPES if (named["name"] == name).any()], named
    return list(named["name"].value_counts().index), named


def _shapes(names: pd.Series, regions: RegionSet | None, group_by: str) -> list[QgsGeometry | None]:
    """The polygon of each row; none for `(all)`, `(outside)` and names that no polygon has."""
    shapes: dict[str, QgsGeometry] = {}
    for region in regions.regions if regions else ():
        key = region.name if group_by == REGION else region.zone or NO_ZONE_ROW
        shapes[key] = shapes[key].combine(region.geometry) if key in shapes else QgsGeometry(region.geometry)
    for shape in shapes.values():
        shape.convertToMultiType()
    return [shapes.get(name) for name in names]
