# SPDX-License-Identifier: GPL-2.0-or-later
"""The project's time settings, from which QGIS's temporal controller starts: what is played, in which steps.

What was set is noted in the project, so that settings that somebody made by hand are told from ours and left alone.
"""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsDateTimeRange,
    QgsInterval,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..core.histogram import frame_start, frame_step
from ..core.periods import Period

SCOPE, KEY = "flashpoints", "time"
_UTC = Qt.TimeSpec.UTC


def _unit(step: str) -> Any:
    units = {
        "day": "TemporalDays",
        "week": "TemporalWeeks",
        "month": "TemporalMonths",
        "year": "TemporalYears",
    }
    return getattr(QgsUnitTypes, units[step])  # an enum of Qgis since 3.30, still found here


def time_range(span: Period, step: str) -> QgsDateTimeRange:
    """From the first picture's beginning to the night of the last day, in UTC as layers of dates have it."""
    start, end = frame_start(span, step), span.end
    return QgsDateTimeRange(
        QDateTime(QDate(start.year, start.month, start.day), QTime(0, 0), _UTC),
        QDateTime(QDate(end.year, end.month, end.day), QTime(23, 59, 59), _UTC),
    )


def _written(project: QgsProject) -> str:
    """The project's settings as text, to compare; "" for a project in which nothing is set."""
    settings = project.timeSettings()
    times = settings.temporalRange()
    if not times.begin().isValid() and not times.end().isValid():
        return ""
    form = Qt.DateFormat.ISODate
    parts = [times.begin().toString(form), times.end().toString(form), settings.timeStep()]
    return json.dumps([*parts, QgsUnitTypes.encodeUnit(settings.timeStepUnit())])


def set_by_hand(project: QgsProject) -> bool:
    """Whether somebody has made time settings in a project, or changed ours."""
    written = _written(project)
    return bool(written) and written != project.readEntry(SCOPE, KEY, "")[0]


def set_up_time(project: QgsProject, span: Period) -> bool:
    """Let a project's time run over a span in sensible steps; False where somebody's own settings stay."""
    if set_by_hand(project):
        return False
    step = frame_step(span)
    settings = project.timeSettings()
    settings.setTemporalRange(time_range(span, step))
    settings.setTimeStep(1)
    settings.setTimeStepUnit(_unit(step))
    if project.readEntry(SCOPE, KEY, "")[0] != _written(project):
        project.writeEntry(SCOPE, KEY, _written(project))
    return True


def start_playing(project: QgsProject, controller: QgsTemporalNavigationObject) -> None:
    """Put a map's temporal controller into animated mode, with the project's settings, at the first picture."""
    settings = project.timeSettings()
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
    controller.setTemporalExtents(settings.temporalRange())
    controller.setFrameDuration(QgsInterval(settings.timeStep(), settings.timeStepUnit()))
    controller.setCurrentFrameNumber(0)
