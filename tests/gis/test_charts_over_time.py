# SPDX-License-Identifier: GPL-2.0-or-later
"""The charts over time: what they draw is what the tables say."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

pytest.importorskip("matplotlib")

from flashpoints.plugin.core.counts_over_time import counts_over_time, date_of, steps_of
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.core.periods import Period, parse_period
from flashpoints.plugin.core.rolling import rolling_record
from flashpoints.plugin.core.year_pace import year_pace
from flashpoints.plugin.gis.chart_look import PRINT, ChartLook
from flashpoints.plugin.gis.charts_over_time import (
    counts_chart,
    save_chart,
    windows_chart,
    years_chart,
)
from flashpoints.plugin.gis.charts_time_parts import key_rows, seen, series_of

Day = datetime.date
COVERAGE = Period(Day(2020, 1, 1), Day(2023, 6, 30))
DARK = ChartLook(ink="#FFFFFF", background="#222222")
SIZE = (110.0, 70.0)


def table_of(n: int, groups: list[str], periods: str = "2022;2023", step: str = "month") -> pd.DataFrame:
    rng = np.random.default_rng(n)
    dates = [COVERAGE.start + datetime.timedelta(days=int(day)) for day in rng.integers(0, COVERAGE.days, n)]
    frame = pd.DataFrame(
        {"event_date": pd.to_datetime(pd.Series(dates, dtype="datetime64[ns]")), "fatalities": 1.0}
    )
    breakdown = pd.Series(rng.choice(groups, n)) if groups else None
    asked = [parse_period(one) for one in periods.split(";")]
    table = counts_over_time(frame, steps_of(asked, step, COVERAGE), breakdown=breakdown, coverage=COVERAGE)
    return table.assign(id=table["name"])


def heights(axes: Any) -> dict[float, float]:
    """The tops of the stacks of bars by their left edge."""
    tops: dict[float, float] = {}
    for patch in axes.patches:
        if patch.get_width() > 1 and hasattr(patch, "get_height"):
            left = round(patch.get_x(), 3)
            tops[left] = max(tops.get(left, 0.0), patch.get_y() + patch.get_height())
    return tops


def test_stacked_bars_end_at_all() -> None:
    table = table_of(900, ["Battles", "Violence against civilians"])
    axes = counts_chart(table, {"Battles": "#0072B2"})(PRINT, SIZE).axes[0]
    totals = table[(table["id"] == "(all)") & (table["days"] > 0)]["events"].tolist()
    assert sorted(round(top, 6) for top in heights(axes).values() if top) == sorted(totals)
    assert any(text.get_text() == "not covered" for text in axes.texts)  # the second half of 2023


def test_rows_that_share_events_are_lines() -> None:
    """Stacked they would stand higher than all events."""
    table = table_of(600, [";jnim;state_forces;", ";jnim;"], "2022")
    figure = counts_chart(table, {})(PRINT, SIZE)
    axes = figure.axes[0]
    assert len(axes.lines) == 2
    drawn = {tuple(line.get_ydata()) for line in axes.lines}
    wide = table.pivot(index="start", columns="id", values="events")
    assert drawn == {tuple(wide["jnim"]), tuple(wide["state_forces"])}
    assert axes.get_ylim()[1] > wide["(all)"].max()
    assert any("each once" in text.get_text() for text in figure.texts)


def test_many_rows_fold_into_others() -> None:
    names = [f"group {index}" for index in range(12)]
    table = table_of(3000, names)
    series = series_of(table, {}, PRINT)
    assert len(series) == 7 and series[-1].label == "others (6)"
    assert len({one.colour for one in series}) == 7
    assert sum(np.nansum(one.counts) for one in series) == table[table["id"] == "(all)"]["events"].sum()


def test_greys_and_what_would_vanish_get_another_colour() -> None:
    assert seen("#000000", DARK) == "#FFFFFF" and seen("#000000", PRINT) == "#000000"
    table = table_of(300, ["a", "b"], "2022")
    colours = {one.colour for one in series_of(table, {"a": "#C8C8C8", "b": "#C8C8C8"}, PRINT)}
    assert len(colours) == 2 and "#C8C8C8" not in colours


@pytest.mark.parametrize("periods", ["2023-06-30/2023-06-30", "2000;2023", "2024", "2020;2021;2022"])
@pytest.mark.parametrize("step", ["day", "week", "year"])
@pytest.mark.parametrize("n", [0, 1, 5000])
def test_extremes_can_be_drawn(periods: str, step: str, n: int) -> None:
    """No events, one event, one day, years that are not covered, a picture as small as a stamp."""
    table = table_of(n, ["x"] if n else [], periods, step)
    for size in (SIZE, (30.0, 22.0)):
        for look in (PRINT, DARK):
            figure = counts_chart(table, {}, (parse_period("2023-H1"),))(look, size)
            figure.canvas.draw()
            bottom, top = figure.axes[0].get_ylim()
            assert bottom == 0 and top >= 1


def test_dates_do_not_stand_on_each_other() -> None:
    for periods, step in (
        ("2020;2021;2022;2023", "month"),
        ("2023-H1", "day"),
        ("2022-07-01/2023-06-30", "week"),
    ):
        for width in (60.0, 110.0, 200.0):
            figure = counts_chart(table_of(500, [], periods, step), {})(PRINT, (width, 70.0))
            figure.canvas.draw()
            boxes = [
                label.get_window_extent()
                for label in figure.axes[0].get_xticklabels()
                if label.get_text() and label.get_visible()
            ]
            boxes.sort(key=lambda box: box.x0)
            assert boxes
            assert all(one.x1 <= next_one.x0 for one, next_one in zip(boxes, boxes[1:]))
            assert boxes[-1].x1 <= figure.bbox.x1 + 1


def test_keys_break_into_lines() -> None:
    from flashpoints.plugin.gis.charts_time_parts import Key

    keys = [Key("Violence against civilians", "#000000")] * 5
    rows = key_rows(keys, 110.0, 3.0)
    assert sum(len(row) for row in rows) == 5 and len(rows) > 1
    assert len(key_rows(keys, 20.0, 3.0)) == 5


def frame_of(n: int) -> pd.DataFrame:
    rng = np.random.default_rng(3)
    days = rng.integers(0, COVERAGE.days, n)
    dates = [date_of(int(day) + (COVERAGE.start - Day(1970, 1, 1)).days) for day in days]
    return pd.DataFrame({"event_date": pd.to_datetime(pd.Series(dates, dtype="datetime64[ns]"))})


@pytest.mark.parametrize("n", [0, 1, 2000])
def test_years_and_windows(n: int) -> None:
    frame = frame_of(n)
    pace = year_pace(frame, COVERAGE)
    own = pace.years["year"] == 2023
    years = pace.years.assign(
        projected=np.where(own, pace.projection.mean, np.nan), low=np.where(own, pace.projection.total_low, np.nan),
        high=np.where(own, pace.projection.total_high, np.nan),
    )  # fmt: skip
    figure = years_chart(years)(PRINT, SIZE)
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2020", "2021", "2022", "2023"]
    whisker = next(line for line in axes.lines if line.get_xdata()[0] == 3 == line.get_xdata()[1])
    assert list(whisker.get_ydata()) == [pace.projection.total_low, pace.projection.total_high]
    assert axes.get_ylim()[1] >= pace.projection.total_high
    record = rolling_record(frame, parse_period("2023-H1"), COVERAGE)
    axes = windows_chart(record.windows, "2023-H1", record.events, 12)(PRINT, SIZE).axes[0]
    assert list(axes.lines[0].get_ydata()) == record.windows["events"].tolist()
    assert set(axes.lines[1].get_ydata()) == {record.events}


def test_windows_that_are_not_there() -> None:
    record = rolling_record(frame_of(10), parse_period("2020-H2"), COVERAGE)
    axes = windows_chart(record.windows, "2020-H2", record.events, 12)(PRINT, SIZE).axes[0]
    assert not axes.lines and [text.get_text() for text in axes.texts] == ["no earlier window in the file"]
    gone = rolling_record(frame_of(10), parse_period("2030"), COVERAGE)
    windows_chart(gone.windows, "2030", gone.events, 12)(PRINT, SIZE).canvas.draw()


def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    draw = counts_chart(table_of(10, []), {})
    for ending in ("png", "svg"):
        with pytest.raises(FlashpointsError, match="cannot be written"):
            save_chart(draw, tmp_path / "none" / f"chart.{ending}", SIZE)
