# SPDX-License-Identifier: GPL-2.0-or-later
"""A comparison as a chart: both periods row by row with their intervals, and the ratio where there is room for it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..core.comparison import ALL, NO_ZONE, OUTSIDE
from ..core.rates import poisson_limits
from ..core.text import number, translate
from .chart_look import FAMILY, ChartLook, Draw, new_figure, plain_axes
from .charts_ratio import draw_ratios, times

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIGNIFICANT = 0.05
SAME_LENGTH = 0.05
"""Periods whose days differ by no more than this share are drawn as counts, others as events in 30 days."""
MONTH = 30.0
_ROW, _HIGHEST_ROW = 1.75, 3.2
"""Height of a row, at least and at most; this and what follows in heights of text."""
_AXIS, _LINE, _LETTER, _BOLD_LETTER = 3.2, 1.4, 0.6, 0.68
_WIDE = 46.0
"""From this width on the ratio has a panel of its own."""
_EM_MM = 25.4 / 72.0


def comparison_chart(
    table: pd.DataFrame,
    labels: tuple[str, str],
    earlier_years: pd.DataFrame | None = None,
    confidence: float = 0.95,
) -> Draw:
    """What draws the rows of a comparison, those with most events first, as many as there is room for.

    Parameters
    ----------
    table : columns of `core.comparison` (`name` as it is printed; `id`, where there is one, tells `(all)` apart).
    labels : of the earlier and the later period.
    earlier_years : rows of `core.earlier_years`; their counts are faint marks behind those of the two periods.
    confidence : of the intervals of `table`; those of the counts are drawn with the same.

    Returns draw(look, size_mm), see `chart_look.Draw`. It raises FlashpointsError when matplotlib is missing.
    """
    rows = _rows(table)

    def draw(look: ChartLook, size_mm: tuple[float, float]) -> Figure:
        return _Drawing(rows, labels, earlier_years, confidence, look, size_mm).draw()

    return draw


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    """The rows that are drawn: those with an event, the most frequent first; what is outside comes last."""
    own = table["id"] if "id" in table else table["name"]
    counts = table[["events_a", "events_b"]].astype(float)
    kept = table.assign(own=own, most=counts.max(axis=1), last=own.isin((OUTSIDE, NO_ZONE)))
    kept = kept[(own != ALL) & (kept["most"] > 0)]
    return kept.sort_values(["last", "most"], ascending=[True, False], kind="stable").reset_index(drop=True)


def _periods_of(years: pd.DataFrame | None, labels: tuple[str, str]) -> list[str]:
    """The earlier years that are neither of the two periods, the latest first."""
    there = [] if years is None else list(dict.fromkeys(years["period"]))
    return [period for period in there if period not in labels]


@dataclass(frozen=True)
class _Bars:
    """One period: its place in the row, its values and their limits."""

    shift: float
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


class _Drawing:
    """One figure of one size."""

    def __init__(
        self, rows: pd.DataFrame, labels: tuple[str, str], years: pd.DataFrame | None, confidence: float,
        look: ChartLook, size_mm: tuple[float, float],
    ) -> None:  # fmt: skip
        self.look, self.size_mm, self.labels, self.years = look, size_mm, labels, years
        self.width, self.height = (side / (look.text_pt * _EM_MM) for side in size_mm)
        self.wide = self.width >= _WIDE
        self.periods = _periods_of(years, labels)
        keys = self._keys()
        self.key_lines = 1 if sum(map(len, keys)) * _LETTER + 4 * len(keys) < self.width else 2
        self.top = self.height - (self.key_lines + 0.4) * _LINE
        room = self.top - _AXIS - self._footnote(len(rows)).count("\n") * _LINE - _LINE
        most = max(int(room / _ROW), 1)
        self.left_out = max(len(rows) - most, 0)
        self.rows = rows.head(most)
        self.row = min(max(room / max(len(self.rows), 1), _ROW), _HIGHEST_ROW)
        self.bars = [self._bars(letter, shift, confidence) for letter, shift in (("a", -0.17), ("b", 0.17))]

    @property
    def _per_month(self) -> bool:
        a, b = (float(self.rows[f"days_{letter}"].max()) for letter in "ab")
        return bool(a > 0 and b > 0 and abs(b / a - 1.0) > SAME_LENGTH)

    def _bars(self, letter: str, shift: float, confidence: float) -> _Bars:
        events = self.rows[f"events_{letter}"].to_numpy(dtype=float)
        low, high = poisson_limits(events, confidence, self.rows["dispersion"].to_numpy(dtype=float))
        unit = self._unit(self.rows[f"days_{letter}"].to_numpy(dtype=float))
        return _Bars(shift, events * unit, low * unit, high * unit)

    def _unit(self, days: np.ndarray) -> np.ndarray:
        """What a count is multiplied by to be drawn."""
        return MONTH / np.where(days > 0, days, np.nan) if self._per_month else np.ones(len(days))

    def draw(self) -> Figure:
        """The figure."""
        figure = new_figure(self.size_mm, self.look)
        if self.rows.empty:
            text = translate("Charts", "No events in either period.")
            figure.text(0.5, 0.5, text, ha="center", color=self.look.grey, **self._font())
            return figure
        left, right = self._names_width(), self.width - (1.8 if self.wide else 5.2)
        bottom = self.top - len(self.rows) * self.row
        middle = left + (right - left) * (0.58 if self.wide else 1.0)
        axes = figure.add_axes(self._box(left, bottom, middle - (1.0 if self.wide else 0.0)))
        self._counts(axes)
        if self.wide:
            panel = figure.add_axes(self._box(middle + 1.0, bottom, right))
            self._plain(panel)
            draw_ratios(panel, self.rows, self._clear(), self.look)
        else:
            self._written_ratios(axes)
        self._key(figure)
        return figure

    def _box(self, left: float, bottom: float, right: float) -> tuple[float, float, float, float]:
        """Heights of text as shares of the figure: left, bottom, width, height."""
        width, height = right - left, self.top - bottom
        return left / self.width, bottom / self.height, width / self.width, height / self.height

    # Names

    def _names_width(self) -> float:
        return self._letter * max(len(self._short(name)) for name in self.rows["name"]) + 1.4

    @property
    def _letter(self) -> float:
        return _BOLD_LETTER if any(self._clear()) else _LETTER

    def _short(self, name: str) -> str:
        """A name in about a third of the width."""
        most = max(int(self.width * 0.36 / self._letter), 6)
        return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"

    # Panels

    def _counts(self, axes: Axes) -> None:
        look, y = self.look, np.arange(len(self.rows), dtype=float)
        self._plain(axes)
        self._behind(axes)
        for bars, colour in zip(self.bars, (look.earlier, look.later)):
            at = y + bars.shift
            axes.hlines(at, bars.low, bars.high, color=colour, linewidth=1.1, zorder=2)
            axes.plot(bars.value, at, "o", color=colour, markersize=0.55 * look.text_pt, zorder=3)
        highest = [np.nanmax(bars.high) for bars in self.bars if not np.isnan(bars.high).all()]
        axes.set_xlim(0, max([*highest, self._highest_year()]) * 1.04)
        self._number_axis(axes)
        axes.set_yticks(y)
        axes.set_yticklabels([self._short(name) for name in self.rows["name"]], **self._font())
        for label, clear in zip(axes.get_yticklabels(), self._clear()):
            label.set_color(look.ink if clear else look.grey)
            label.set_fontweight("bold" if clear else "normal")
        per_month, plain = translate("Charts", "events in 30 days"), translate("Charts", "events")
        text = per_month if self._per_month else plain
        axes.set_xlabel(text, color=look.grey, labelpad=2, **self._font())

    def _plain(self, axes: Axes) -> None:
        plain_axes(axes, self.look, grid="x")
        axes.set_ylim(len(self.rows) - 0.5, -0.5)
        axes.tick_params(axis="y", length=0)

    def _number_axis(self, axes: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        most, highest = max(int(self.width / 10), 3), axes.get_xlim()[1]
        found = MaxNLocator(most, integer=not self._per_month).tick_values(0, highest)
        ticks = [tick for tick in found if 0 <= tick <= highest]
        decimals = 0 if all(float(tick).is_integer() for tick in ticks) else 1
        axes.set_xticks(ticks)
        axes.set_xticklabels([number(tick, decimals) for tick in ticks], **self._font(0.9))

    def _of_years(self) -> pd.DataFrame:
        """The rows of earlier years that are drawn."""
        if self.years is None or not self.periods:
            return pd.DataFrame(columns=["own", "period", "events", "days"])
        own = self.years["id"] if "id" in self.years else self.years["name"]
        known = self.years.assign(own=own)
        return known[known["own"].isin(self.rows["own"]) & known["period"].isin(self.periods)]

    def _of_year_values(self) -> np.ndarray:
        years = self._of_years()
        return years["events"].to_numpy(dtype=float) * self._unit(years["days"].to_numpy(dtype=float))

    def _highest_year(self) -> float:
        values = self._of_year_values()
        return float(np.nanmax(values)) if len(values) and not np.isnan(values).all() else 1.0

    def _behind(self, axes: Axes) -> None:
        """The same days of earlier years."""
        row = pd.Series(np.arange(len(self.rows), dtype=float), index=self.rows["own"])
        axes.plot(
            self._of_year_values(), row[self._of_years()["own"]].to_numpy(), "|", color=self.look.grey,
            alpha=0.75, markersize=1.3 * self.look.text_pt, markeredgewidth=0.8, zorder=1,
        )  # fmt: skip

    def _written_ratios(self, axes: Axes) -> None:
        """Where there is no room for a second panel: the ratio in figures."""
        from_zero = translate("Charts", "from 0")
        for index, (ratio, clear) in enumerate(zip(self.rows["rate_ratio"], self._clear())):
            text = from_zero if self.rows["events_a"].iloc[index] == 0 else "–"
            if not pd.isna(ratio):
                text = times(float(ratio))
            axes.text(
                1.0, index, f"  {text}", transform=axes.get_yaxis_transform(), va="center", ha="left",
                color=self.look.ink if clear else self.look.grey, fontweight="bold" if clear else "normal",
                **self._font(),
            )  # fmt: skip

    # Above and below

    def _keys(self) -> list[str]:
        """What the key says: both periods, and the earlier years when they are drawn."""
        if not self.periods:
            return list(self.labels)
        text = translate("Charts", "{first} to {last}").format(first=self.periods[-1], last=self.periods[0])
        return [*self.labels, text if len(self.periods) > 1 else self.periods[0]]

    def _key(self, figure: Figure) -> None:
        from matplotlib.lines import Line2D

        look, dot = self.look, {"marker": "o", "linewidth": 1.1, "markersize": 0.55 * self.look.text_pt}
        looks = [{"color": look.earlier, **dot}, {"color": look.later, **dot}]
        looks.append({"color": look.grey, "marker": "|", "linewidth": 0})
        marks = [Line2D([], [], label=label, **one) for label, one in zip(self._keys(), looks)]
        legend = figure.legend(
            handles=marks, loc="upper left", bbox_to_anchor=(0.5 / self.width, 1.0),
            ncol=-(-len(marks) // self.key_lines), frameon=False, borderaxespad=0.2, borderpad=0.1,
            handlelength=1.6, columnspacing=1.2, labelspacing=0.3, prop={"family": FAMILY, "size": look.text_pt},
        )  # fmt: skip
        for text in legend.get_texts():
            text.set_color(look.ink)
        figure.text(
            0.5 / self.width, 0.3 / self.height, self._footnote(self.left_out), color=look.grey, va="bottom",
            linespacing=1.2, **self._font(0.85),
        )  # fmt: skip

    def _footnote(self, left_out: int) -> str:
        clear = translate("Charts", "bold: more than chance (adjusted p < {p})")
        found = [clear.format(p=number(SIGNIFICANT, 2))]
        if left_out:
            text = translate("Charts", "rows with fewer events, not drawn: {n}")
            found.append(text.format(n=number(left_out)))
        if self.wide:
            return "; ".join(found)
        return "\n".join(line for one in found for line in textwrap.wrap(one, max(int(self.width / 0.5), 10)))

    def _clear(self) -> list[bool]:
        """Which rows change by more than chance would give, of as many rows as there are."""
        return [bool(p is not None and p < SIGNIFICANT) for p in self.rows["p_adjusted"]]

    def _font(self, scale: float = 1.0) -> dict[str, object]:
        return {"family": FAMILY, "fontsize": self.look.text_pt * scale}
