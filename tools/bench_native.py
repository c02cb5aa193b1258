# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user would pick instead: QGIS's own algorithms, one after the other, on the same layer on disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from bench_jobs import CENTRE, PERIODS, RADII_KM, Counts, Options, timed
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

TYPES = ("Battles", "Explosions/Remote violence", "Violence against civilians")
AROUND_CENTRE = f"PROJ:+proj=aeqd +lon_0={CENTRE[0]} +lat_0={CENTRE[1]} +datum=WGS84"
"""Distances from the centre are true in it, so that its circles hold the same events as ours."""
EQUAL_AREA = "PROJ:+proj=laea +lon_0=-4 +lat_0=17 +datum=WGS84"
RING_SEGMENTS = 90  # a quarter circle; QGIS's default of 5 cuts 1.6 % off a ring
DISC_M = 2500


def _start_processing() -> Any:
    folder = f"{QgsApplication.pkgDataPath()}/python/plugins"
    if folder not in sys.path:
        sys.path.append(folder)
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    return processing.run


def _extracts(run: Any, options: Options) -> Iterator[tuple[str, Any]]:
    """(period, its events of the default types): native:extractbyexpression."""
    types = ", ".join(f"'{name}'" for name in TYPES)
    for period, (start, end) in PERIODS.items():
        expression = (
            f'"event_date" >= \'{start}\' AND "event_date" <= \'{end}\' AND "event_type" IN ({types})'
        )
        parameters = {"INPUT": options["store"], "EXPRESSION": expression, "OUTPUT": "TEMPORARY_OUTPUT"}
        yield period, run("native:extractbyexpression", parameters)["OUTPUT"]


def _reprojected(run: Any, layer: Any, definition: str) -> Any:
    target = QgsCoordinateReferenceSystem(definition)
    parameters = {"INPUT": layer, "TARGET_CRS": target, "OUTPUT": "TEMPORARY_OUTPUT"}
    return run("native:reprojectlayer", parameters)["OUTPUT"]


def _points_within(run: Any, polygons: Any, points: Any) -> Any:
    parameters = {"POLYGONS": polygons, "POINTS": points, "FIELD": "n", "OUTPUT": "TEMPORARY_OUTPUT"}
    return run("native:countpointsinpolygon", parameters)["OUTPUT"]


def native_rings(options: Options) -> dict[str, Any]:
    """A period: extract, reproject; a ring: buffer of the centre, count points in polygon."""
    run = _start_processing()
    centre = QgsVectorLayer("Point?crs=EPSG:4326", "centre", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*CENTRE)))
    centre.dataProvider().addFeatures([feature])
    centre.updateExtents()

    def work() -> Counts:
        counts: Counts = {}
        middle = _reprojected(run, centre, AROUND_CENTRE)
        for period, events in _extracts(run, options):
            points = _reprojected(run, events, AROUND_CENTRE)
            for radius in RADII_KM:
                parameters = {"INPUT": middle, "DISTANCE": radius * 1000, "SEGMENTS": RING_SEGMENTS}
                ring = run("native:buffer", {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
                (row,) = _points_within(run, ring, points).getFeatures()
                counts[f"{radius:g} km, {period}"] = row["n"]
        return counts

    return timed(work)


def native_footprints(options: Options) -> dict[str, Any]:
    """A period: extract, reproject, buffer with dissolve (QGIS's default segments), intersection with the regions."""
    run = _start_processing()
    regions = _reprojected(run, options["regions"], EQUAL_AREA)

    def work() -> Counts:
        counts: Counts = {}
        for period, events in _extracts(run, options):
            points = _reprojected(run, events, EQUAL_AREA)
            parameters = {"INPUT": points, "DISTANCE": DISC_M, "DISSOLVE": True, "OUTPUT": "TEMPORARY_OUTPUT"}
            discs = run("native:buffer", parameters)["OUTPUT"]
            parameters = {
                "INPUT": regions,
                "OVERLAY": discs,
                "OVERLAY_FIELDS": [],
                "OUTPUT": "TEMPORARY_OUTPUT",
            }
            for row in run("native:intersection", parameters)["OUTPUT"].getFeatures():
                name = f"{row['name']}, {period}"
                counts[name] = counts.get(name, 0.0) + row.geometry().area() / 1e6
        return counts

    return timed(work)


def native_comparison(options: Options) -> dict[str, Any]:
    """A period: extract, count points in the regions. No rates, no intervals: QGIS has none."""
    run = _start_processing()

    def work() -> Counts:
        counts: Counts = {}
        for period, events in _extracts(run, options):
            for row in _points_within(run, options["regions"], events).getFeatures():
                counts[f"{row['name']}, {period}"] = row["n"]
        return counts

    return timed(work)


JOBS = (native_rings, native_footprints, native_comparison)
