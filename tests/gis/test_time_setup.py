# SPDX-License-Identifier: GPL-2.0-or-later
"""The project's time settings: sensible, saved with the project, and left alone where somebody made them by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from flashpoints.plugin.core.periods import parse_period
from flashpoints.plugin.gis.time_setup import set_by_hand, set_up_time, start_playing
from qgis.core import QgsDateTimeRange, QgsInterval, QgsProject, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QDateTime, Qt

ISO = Qt.DateFormat.ISODate
CASES = [
    ("2023-06-01/2023-06-30", "2023-06-01T00:00:00Z", "2023-06-30T23:59:59Z", 30),
    ("2023-H1", "2022-12-26T00:00:00Z", "2023-06-30T23:59:59Z", 27),
    ("2017-01-02/2023-06-30", "2017-01-01T00:00:00Z", "2023-06-30T23:59:59Z", 78),
    ("1989-05-01/2023-06-30", "1989-01-01T00:00:00Z", "2023-06-30T23:59:59Z", 35),
]


def times(project: QgsProject) -> tuple[str, str]:
    """The project's range."""
    found = project.timeSettings().temporalRange()
    return found.begin().toString(ISO), found.end().toString(ISO)


@pytest.mark.parametrize(("span", "begin", "end", "pictures"), CASES)
def test_a_span_becomes_pictures(span: str, begin: str, end: str, pictures: int, tmp_path: Path) -> None:
    """In the controller, and in the project after it was saved and read."""
    project = QgsProject()
    assert set_up_time(project, parse_period(span))
    assert times(project) == (begin, end)
    controller = QgsTemporalNavigationObject()
    start_playing(project, controller)
    assert pictures <= controller.totalFrameCount() <= pictures + 2  # QGIS takes a month for 30 days
    assert controller.navigationMode() == QgsTemporalNavigationObject.NavigationMode.Animated
    second = controller.dateTimeRangeForFrameNumber(1)
    assert second.begin().toString(ISO)[:10] in ("2023-06-02", "2023-01-02", "2017-02-01", "1990-01-01")
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert times(again) == (begin, end)
    assert again.timeSettings().timeStep() == 1
    assert again.timeSettings().timeStepUnit() == project.timeSettings().timeStepUnit()
    assert not set_by_hand(again)
    assert set_up_time(again, parse_period("2022")) and times(again)[0].startswith("2021-12-27")


def test_settings_made_by_hand_stay() -> None:
    """Another range, or another step."""
    project = QgsProject()
    day = QDateTime.fromString("2020-01-01T00:00:00Z", ISO)
    project.timeSettings().setTemporalRange(QgsDateTimeRange(day, day.addDays(3)))
    assert set_by_hand(project)
    assert not set_up_time(project, parse_period("2022"))
    assert times(project)[0] == "2020-01-01T00:00:00Z"
    other = QgsProject()
    assert set_up_time(other, parse_period("2022"))
    other.timeSettings().setTimeStep(3)
    assert set_by_hand(other) and not set_up_time(other, parse_period("2023"))
    controller = QgsTemporalNavigationObject()
    start_playing(other, controller)
    step = QgsInterval(3, other.timeSettings().timeStepUnit())
    assert controller.frameDuration().seconds() == step.seconds()


def test_the_same_again_changes_nothing() -> None:
    """A project is not made dirty for it."""
    project = QgsProject()
    set_up_time(project, parse_period("2022"))
    project.setDirty(False)
    assert set_up_time(project, parse_period("2022"))
    assert not project.isDirty()
