# SPDX-License-Identifier: GPL-2.0-or-later
"""How charts look: colours and size of text, made for print by default; a window gives those of its theme.

Every chart of a result is a function `draw(look, size_mm) -> Figure`, so that dialog, dock and saved picture are one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.errors import FlashpointsError
from ..core.text import translate

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FAMILY = "DejaVu Sans"  # matplotlib carries it, so chart and page can share one family everywhere
INK, GREY, SHADE, RULE = "#1F1F1F", "#666666", "#ECEAE4", "#D9D5CC"
EARLIER, LATER = "#7A7A7A", "#D55E00"


@dataclass(frozen=True)
class ChartLook:
    """Colours as #RRGGBB and the size of text in points.

    ink : text and what matters; grey : axes, second words, what is not significant; grid : lines behind;
    shade : areas behind; background : of the whole chart; earlier, later : accents of the two periods.
    """

    ink: str = INK
    grey: str = GREY
    grid: str = RULE
    shade: str = SHADE
    background: str = "#FFFFFF"
    earlier: str = EARLIER
    later: str = LATER
    text_pt: float = 8.0


PRINT = ChartLook()

Draw = Callable[[ChartLook, tuple[float, float]], "Figure"]
"""(look, (width, height) in mm) -> a new figure. Called again for every size, theme and saved file."""


def new_figure(size_mm: tuple[float, float], look: ChartLook = PRINT) -> Figure:
    """An empty figure of matplotlib without pyplot.

    Raises
    ------
    FlashpointsError : matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure as MatplotlibFigure
    except ImportError as error:
        raise FlashpointsError(
            translate("Charts", "The chart cannot be drawn: the Python library matplotlib is missing."),
            remedy=translate("Charts", "Install it with QGIS's installer or your system's packages."),
        ) from error
    figure = MatplotlibFigure(figsize=(size_mm[0] / 25.4, size_mm[1] / 25.4), facecolor=look.background)
    FigureCanvasSVG(figure)
    return figure


def plain_axes(axes: Axes, look: ChartLook, grid: str = "y") -> None:
    """Take what is not needed from a pair of axes: a line at the foot, faint lines behind, no box.

    grid : "x" or "y", the axis that the numbers are on; its lines are drawn.
    """
    for side in ("top", "right", "left" if grid == "y" else "bottom"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom" if grid == "y" else "left"].set(color=look.grey, linewidth=0.6)
    axes.tick_params(colors=look.grey, labelsize=look.text_pt, length=2.5, width=0.5)
    axes.grid(axis=grid, color=look.grid, linewidth=0.5, zorder=0)
    axes.set_axisbelow(True)
    axes.patch.set_alpha(0)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_family(FAMILY)
