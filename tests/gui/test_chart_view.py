# SPDX-License-Identifier: GPL-2.0-or-later
"""A chart in a window: the theme's colours, the size it has, and saved as PNG and SVG in the colours of print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtGui import QColor, QImage, QPalette
from qgis.PyQt.QtWidgets import QApplication

from .conftest import wait

pytest.importorskip("matplotlib")


def draw(look: Any, size_mm: tuple[float, float]) -> Any:
    """One bar over the whole width, in the colour of the later period, with a word of text."""
    from flashpoints.plugin.gis.chart_look import new_figure

    figure = new_figure(size_mm, look)
    axes = figure.add_axes((0, 0, 1, 0.5))
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.bar([0.5], [1], 1, color=look.later)
    figure.text(0.1, 0.8, "Größe", color=look.ink)
    return figure


@pytest.fixture
def view(qgis_iface: Any) -> Any:
    """A view of 300 x 200 on the screen."""
    from flashpoints.plugin.gui.chart_view import ChartView

    made = ChartView()
    made.resize(300, 200)
    made.show()
    yield made
    made.close()


def test_fills_its_size_in_the_colours_of_the_theme(view: Any) -> None:
    view.set_chart(draw, "a bar")
    grabbed = view.grab().toImage()
    ratio = grabbed.devicePixelRatioF()
    assert (grabbed.width(), grabbed.height()) == (round(300 * ratio), round(200 * ratio))
    assert grabbed.pixelColor(10, grabbed.height() - 10).name() == view.look().later.lower()
    assert grabbed.pixelColor(grabbed.width() - 4, 4) == view.palette().color(QPalette.ColorRole.Window)
    assert view.accessibleName() == "a bar"


def test_follows_size_and_theme(view: Any) -> None:
    sizes = []
    view.set_chart(lambda look, size: sizes.append((look.ink, size)) or draw(look, size))
    view.resize(400, 200)
    assert wait(lambda: len(sizes) > 1 and sizes[-1][1][0] > sizes[0][1][0] * 1.3)
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    view.setPalette(dark)
    assert wait(lambda: sizes[-1][0] == "#f0f0f0")
    assert QColor(view.look().grid).lightness() < 100


def test_saves_in_the_colours_of_print(view: Any, tmp_path: Path) -> None:
    from flashpoints.plugin.gis.chart_look import PRINT

    view.set_chart(draw)
    view.save(tmp_path / "chart.png")
    picture = QImage(str(tmp_path / "chart.png"))
    assert abs(picture.dotsPerMeterX() * 0.0254 - 300) < 0.5
    assert abs(picture.width() - 160 / 25.4 * 300) <= 1
    assert picture.pixelColor(10, picture.height() - 10).name() == PRINT.later.lower()
    assert picture.pixelColor(picture.width() - 5, 5).name() == "#ffffff"
    view.save(tmp_path / "chart.svg")
    text = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "Größe" in text and PRINT.later.lower() in text.lower()
    view.copy()
    assert QApplication.clipboard().image().width() == picture.width()


def test_says_what_is_wrong(view: Any, tmp_path: Path) -> None:
    from flashpoints.plugin.core.errors import FlashpointsError

    with pytest.raises(FlashpointsError, match="no chart"):
        view.save(tmp_path / "chart.png")

    def fail(look: Any, size_mm: tuple[float, float]) -> Any:
        raise FlashpointsError("matplotlib is <b>missing</b>.")

    view.set_chart(fail)
    assert view.text() == "matplotlib is <b>missing</b>."
    view.set_chart(draw)
    assert view.text() == ""
    for name in ("no/folder/chart.png", "no/folder/chart.svg"):
        with pytest.raises(FlashpointsError, match="cannot be written"):
            view.save(tmp_path / name)
