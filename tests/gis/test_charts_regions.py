# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts of comparisons and of footprints' change: what stands where, whatever the size, and what may be chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from flashpoints.plugin.core.rates import poisson_limits
from flashpoints.plugin.gis.chart_look import PRINT, ChartLook
from flashpoints.plugin.gis.charts_comparison import comparison_chart
from flashpoints.plugin.gis.charts_footprint import change_chart
from qgis.core import QgsVectorLayer

pytest.importorskip("matplotlib")
LABELS = ("2022-H2", "2023-H1")
WIDE, NARROW = (170.0, 110.0), (85.0, 70.0)


def table(rows: list[tuple[str, float, float, float]], days: tuple[int, int] = (184, 181)) -> pd.DataFrame:
    """name, events_a, events_b, p_adjusted; the rest is plain."""
    made = pd.DataFrame(rows, columns=["name", "events_a", "events_b", "p_adjusted"])
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (made["events_b"] / days[1]) / (made["events_a"] / days[0])
    ratio = ratio.where(made["events_a"] > 0)
    return made.assign(
        id=made["name"], days_a=days[0], days_b=days[1], dispersion=2.0, rate_ratio=ratio,
        rr_low_disp=ratio.fillna(3.0) / 2, rr_high_disp=ratio * 2,
    )  # fmt: skip


def inked(figure: Any) -> list[str]:
    """Every text of a figure that stands on it, drawn."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.text import Text

    FigureCanvasAgg(figure).draw()
    return [text.get_text() for text in figure.findobj(Text) if text.get_text() and text.get_visible()]


def outside(figure: Any) -> list[str]:
    """Texts that reach beyond the figure's edge."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.text import Text

    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    found = []
    for text in figure.findobj(Text):
        box = text.get_window_extent()
        if (
            text.get_text()
            and text.get_visible()
            and not (box.x0 >= -1 and box.y0 >= -1 and box.x1 <= width + 1 and box.y1 <= height + 1)
        ):
            found.append(text.get_text())
    return found


ROWS = [("Mopti", 266, 290, 0.4), ("Kayes", 8, 20, 0.03), ("Bamako", 0, 1, 1.0), ("Nowhere", 0, 0, np.nan)]


def test_rows_stand_by_their_events_and_dots_at_their_counts() -> None:
    rows = table([("(all)", 274, 311, np.nan), *reversed(ROWS)])
    figure = comparison_chart(rows, LABELS)(PRINT, WIDE)
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Mopti", "Kayes", "Bamako"]
    dots = [line.get_xdata().tolist() for line in axes.lines if line.get_marker() == "o"]
    assert dots == [[266, 8, 0], [290, 20, 1]]
    low, high = poisson_limits(np.array([290.0, 20.0, 1.0]), 0.95, 2.0)
    ends = np.array([segment[:, 0] for segment in axes.collections[1].get_segments()])
    assert ends == pytest.approx(np.column_stack([low, high]))


def test_what_is_more_than_chance_is_bold_and_nothing_else() -> None:
    for size in (WIDE, NARROW):
        axes = comparison_chart(table(ROWS), LABELS)(PRINT, size).axes[0]
        bold = {label.get_text() for label in axes.get_yticklabels() if label.get_fontweight() == "bold"}
        assert bold == {"Kayes"}


def test_the_ratio_has_a_panel_where_there_is_room_and_figures_where_there_is_none() -> None:
    wide, narrow = (comparison_chart(table(ROWS), LABELS)(PRINT, size) for size in (WIDE, NARROW))
    assert (len(wide.axes), len(narrow.axes)) == (2, 1)
    diamonds = [line.get_xdata()[0] for line in wide.axes[1].lines if line.get_marker() == "D"]
    assert diamonds == pytest.approx([(290 / 181) / (266 / 184), (20 / 181) / (8 / 184)])
    assert {"× 1.1", "× 2.5", "from 0"} <= {text.strip() for text in inked(narrow)}


def test_periods_of_different_lengths_are_drawn_as_events_in_30_days() -> None:
    figure = comparison_chart(table(ROWS, days=(365, 90)), LABELS)(PRINT, WIDE)
    dots = [line.get_xdata() for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert dots[0] == pytest.approx([266 * 30 / 365, 8 * 30 / 365, 0])
    assert dots[1] == pytest.approx([290 / 3, 20 / 3, 1 / 3])
    assert "events in 30 days" in inked(figure)


def test_earlier_years_are_marks_behind_and_the_two_periods_are_not_repeated() -> None:
    years = pd.DataFrame(
        [
            ("Mopti", "2023-H1", 290.0, 181), ("Mopti", "2022-H1", 150.0, 181), ("Mopti", "2021-H1", 400.0, 181),
            ("Kayes", "2022-H1", 3.0, 181), ("Elsewhere", "2022-H1", 900.0, 181),
        ],
        columns=["id", "period", "events", "days"],
    )  # fmt: skip
    figure = comparison_chart(table(ROWS), LABELS, years.assign(name=years["id"]))(PRINT, WIDE)
    (marks,) = [line for line in figure.axes[0].lines if line.get_marker() == "|"]
    assert sorted(zip(marks.get_xdata(), marks.get_ydata())) == [(3, 1), (150, 0), (400, 0)]
    assert figure.axes[0].get_xlim()[1] > 400  # what is marked is seen
    assert "2021-H1 to 2022-H1" in inked(figure)


@pytest.mark.parametrize("size", [WIDE, NARROW, (120.0, 60.0), (60.0, 40.0)])
@pytest.mark.parametrize("text_pt", [7.0, 10.0])
def test_twenty_rows_with_long_names_stay_on_the_page(size: tuple[float, float], text_pt: float) -> None:
    names = [f"Region number {index} of the far and dusty north-east" for index in range(22)]
    rows = table([(name, 400 - 15 * index, 300, 0.01) for index, name in enumerate(names)])
    figure = comparison_chart(rows, LABELS)(ChartLook(text_pt=text_pt), size)
    assert outside(figure) == []
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    left_out = [text for text in inked(figure) if "not drawn" in text]
    assert len(labels) == 22 or f"not drawn: {22 - len(labels)}" in left_out[0].replace("\n", " ")
    assert all(label.endswith("…") for label in labels)
    heights = figure.axes[0].get_position().height * size[1] / len(labels)
    assert heights >= 1.7 * text_pt * 25.4 / 72  # rows that can be read


def test_nothing_to_draw_is_said() -> None:
    figure = comparison_chart(table([("Nowhere", 0, 0, np.nan)]), LABELS)(PRINT, NARROW)
    assert inked(figure) == ["No events in either period."]
    nothing = pd.DataFrame({"region": ["a"], "status": ["both"], "area_km2": [0.0]})
    assert "No land" in inked(change_chart(nothing, LABELS)(PRINT, NARROW))[0]


def test_a_period_that_is_not_covered_has_no_dots() -> None:
    rows = table([("Mopti", 5, 9, 0.5)]).assign(
        events_a=np.nan, days_a=0, rate_ratio=np.nan, rr_low_disp=np.nan
    )
    figure = comparison_chart(rows, LABELS)(PRINT, WIDE)
    assert outside(figure) == []
    dots = [line.get_xdata() for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert np.isnan(dots[0]).all() and dots[1] == [9]


def test_bars_of_a_change_are_its_areas_and_leave_zones_and_all_out(
    run: Callable, store_layer: QgsVectorLayer
) -> None:
    ran = run("regionfootprints", INPUT=store_layer, PERIODS=";".join(LABELS), CHANGE="memory:")
    change = ran.frame("CHANGE")
    figure = change_chart(change, LABELS)(PRINT, WIDE)
    axes = figure.axes[0]
    names = [label.get_text() for label in axes.get_yticklabels()]
    own = change[~change["region"].isin(["(all)", "(zone)"])]
    areas = own.set_index(["region", "status"])["area_km2"].astype(float)
    assert set(names) == set(own["region"]) and outside(figure) == []
    gone, both, new = ([bar.get_width() for bar in bars] for bars in axes.containers)
    assert gone == pytest.approx([-areas[name, "no_longer_recorded"] for name in names])
    assert both == pytest.approx([areas[name, "both"] for name in names])
    assert new == pytest.approx([areas[name, "newly_recorded"] for name in names])
    later = np.array(both) + np.array(new)
    assert (np.diff(later) <= 0).all()
