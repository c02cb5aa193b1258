# SPDX-License-Identifier: GPL-2.0-or-later
"""One job of the bench in a process of its own: python bench_jobs.py JOB OPTIONS (JSON); answers with a line of JSON.

The work alone is timed: what comes before it (QGIS, the provider, the layers on disk) is the same for both sides.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from headless import register, running_qgis

ANSWER = "bench-answer "
IDLE = "idle"
CENTRE = (-8.0029, 12.6392)  # Bamako
RADII_KM = (50, 100, 150)
PERIODS = {"2022-H2": ("2022-07-01", "2022-12-31"), "2023-H1": ("2023-01-01", "2023-06-30")}
Options = dict[str, Any]
Counts = dict[str, float]


def timed(work: Callable[[], Counts]) -> dict[str, Any]:
    """Seconds of the work and what it counted."""
    started = time.perf_counter()
    counts = work()
    return {"seconds": time.perf_counter() - started, "counts": counts}


def regions(options: Options) -> dict[str, Any]:
    """Not timed: the regions of Mali as a layer of their own, which both sides take."""
    from flashpoints.plugin.gis.basemap import open_world_map
    from osgeo import gdal

    source = open_world_map()
    query = "SELECT name, geom FROM states_provinces WHERE adm0_a3 = 'MLI'"
    gdal.VectorTranslate(options["out"], source, SQLStatement=query, layerName="regions", format="GPKG")
    return {"seconds": 0.0, "counts": {}}


def importevents(options: Options) -> dict[str, Any]:
    """flashpoints:importevents, with everything that it does: checks, actors, account of rows, style, metadata."""
    from qgis.core import QgsProcessingFeedback

    class Asked(QgsProcessingFeedback):
        """Notes when the algorithm asks whether to go on: in between, a click on Cancel waits."""

        def __init__(self) -> None:
            super().__init__()
            self.times = [time.perf_counter()]

        def isCanceled(self) -> bool:
            self.times.append(time.perf_counter())
            return bool(super().isCanceled())

    feedback = Asked()
    answer = timed(
        lambda: {
            "events": _run("importevents", feedback, INPUT=options["csv"], OUTPUT=options["out"])["EVENTS"]
        }
    )
    times = [*feedback.times, time.perf_counter()]
    return {**answer, "wait": max(later - earlier for earlier, later in zip(times, times[1:]))}


def _run(name: str, feedback: Any = None, **parameters: Any) -> dict[str, Any]:
    """Run one of our algorithms as Processing does."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"flashpoints:{name}")
    feedback = feedback or QgsProcessingFeedback()
    results, done = algorithm.run(parameters, QgsProcessingContext(), feedback)
    if not done:
        raise RuntimeError(f"{name}: {feedback.textLog()}")
    return dict(results)


def _rows(path: str, *columns: str) -> list[tuple[Any, ...]]:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(path, "result", "ogr")
    return [tuple(feature[column] for column in columns) for feature in layer.getFeatures()]


def buffercounts(options: Options) -> dict[str, Any]:
    """Three rings, two periods, the default types."""

    def work() -> Counts:
        results = _run(
            "buffercounts", INPUT=options["store"], OUTPUT=options["out"], CENTRE=f"{CENTRE[0]},{CENTRE[1]}",
            RADII_KM=",".join(map(str, RADII_KM)), PERIODS=";".join(PERIODS),
        )  # fmt: skip
        rows = _rows(results["OUTPUT"], "radius_km", "period", "events")
        return {f"{radius:g} km, {period}": events for radius, period, events in rows}

    return timed(work)


def regionfootprints(options: Options) -> dict[str, Any]:
    """The footprint of two periods by region."""

    def work() -> Counts:
        results = _run(
            "regionfootprints", INPUT=options["store"], OUTPUT=options["out"], REGIONS=options["regions"],
            PERIODS=";".join(PERIODS),
        )  # fmt: skip
        rows = _rows(results["OUTPUT"], "region", "period", "footprint_km2")
        return {f"{region}, {period}": area for region, period, area in rows if not region.startswith("(")}

    return timed(work)


def compareperiods(options: Options) -> dict[str, Any]:
    """Two periods by region, with rate ratios, intervals and adjusted p-values."""

    def work() -> Counts:
        earlier, later = PERIODS
        results = _run(
            "compareperiods", INPUT=options["store"], OUTPUT=options["out"], REGIONS=options["regions"],
            PERIOD_A=earlier, PERIOD_B=later,
        )  # fmt: skip
        rows = _rows(results["OUTPUT"], "name", "events_a", "events_b")
        both = [(f"{name}, {period}", n) for name, *pair in rows for period, n in zip(PERIODS, pair)]
        return {name: n for name, n in both if not name.startswith("(")}

    return timed(work)


def idle() -> None:
    """A QGIS that does nothing, without this plugin and pandas: what memory is compared with."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    application.exitQgis()


def main() -> None:
    """Run the job that the command line names."""
    name, options = sys.argv[1], json.loads(sys.argv[2])
    if name == IDLE:
        idle()
        return
    register()
    with running_qgis():
        import bench_native
        import bench_paint

        ours = (regions, importevents, buffercounts, regionfootprints, compareperiods)
        jobs = {job.__name__: job for job in (*ours, *bench_native.JOBS, *bench_paint.JOBS)}
        print(ANSWER + json.dumps(jobs[name](options)), flush=True)


if __name__ == "__main__":
    main()
