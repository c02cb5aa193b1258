# SPDX-License-Identifier: GPL-2.0-or-later
"""Events over time as stacked bars, on which a drag chooses a period. Drawn by histogram_paint."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QPoint, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ..core.histogram import Histogram
from ..core.periods import Period, provisional_from
from ..core.text import number, translate
from ..gis.event_times import EventClass
from .histogram_paint import paint

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT, _RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@dataclass(frozen=True)
class Bars:
    """What is drawn. span : of all events of the layer, from which the last weeks are provisional."""

    histogram: Histogram
    classes: Sequence[EventClass]
    span: Period

    @property
    def provisional(self) -> datetime.date:
        """The first day whose events may still change."""
        return provisional_from(self.span.end)


class HistogramView(QLabel):
    """A label, since dark themes colour only those. `periodChosen` brings a Period, or None to clear it.

    Mouse: a click chooses a bar, a drag several, with Shift to the day; a double click clears. Keys: arrows go from bar
    to bar, with Shift they choose several; Enter takes them, Delete clears.
    """

    periodChosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("histogramView")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.bars: Bars | None = None
        self.selected: Period | None = None
        self.cursor_bar: int | None = None
        self._anchor_bar = 0
        self._pressed: float | None = None  # where the mouse was pressed, in pixels
        self._at = 0.0
        self._by_day = False
        self.setAccessibleName(translate("Histogram", "Events over time: drag to choose a period"))

    def show_bars(self, bars: Bars) -> None:
        """Draw other bars; a drag under way and the keyboard's bar stay where the bars are the same."""
        same = self.bars is not None and self.bars.histogram.bins is bars.histogram.bins
        if not same:
            self.cursor_bar, self._pressed = None, None
        super().clear()
        self.bars = bars
        self.update()

    def say(self, text: str) -> None:
        """Show a sentence in the place of bars."""
        self.bars = self._pressed = self.cursor_bar = None
        self.setText(text)

    def show_period(self, period: Period | None) -> None:
        """Mark the days that are chosen; None for all."""
        if period != self.selected:
            self.selected = period
            self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for readable bars, in lines of text."""
        line = self.fontMetrics().height()
        return QSize(20 * line, 6 * line)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size it likes best."""
        line = self.fontMetrics().height()
        return QSize(40 * line, 8 * line)

    # Where things are

    def area(self) -> QRectF:
        """Where the bars stand."""
        line = self.fontMetrics().height()
        top = self.top_count()
        left = self.fontMetrics().horizontalAdvance(number(top)) + line * 0.7
        return QRectF(left, line * 1.5, self.width() - left - line * 0.7, self.height() - line * 2.9)

    def top_count(self) -> float:
        """The count at the upper end of the axis."""
        return float(max(self.bars.histogram.totals.max(), 1)) if self.bars is not None else 1.0

    def bar_at(self, x: float) -> int | None:
        """The bar at a place, the nearest when it is beside all of them; None where there are none."""
        if self.bars is None:
            return None
        area, count = self.area(), len(self.bars.histogram.bins)
        index = int((x - area.left()) / area.width() * count) if area.width() > 0 else 0
        return min(max(index, 0), count - 1)

    def day_at(self, x: float) -> datetime.date:
        """The day at a place."""
        index = self.bar_at(x)
        if self.bars is None or index is None:
            raise RuntimeError("there are no bars")
        area, bins = self.area(), self.bars.histogram.bins
        days = bins.period(index, index).days
        part = (x - area.left()) / area.width() * len(bins) - index
        first: datetime.date = bins.edges[index].item()
        return first + datetime.timedelta(days=min(max(int(part * days), 0), days - 1))

    def dragged(self) -> Period | None:
        """The period under the mouse while it is pressed."""
        if self._pressed is None or self.bars is None:
            return None
        if self._by_day:
            first, last = sorted((self.day_at(self._pressed), self.day_at(self._at)))
            return Period(first, last)
        return self.bars.histogram.bins.period(self.bar_at(self._pressed) or 0, self.bar_at(self._at) or 0)

    def marked(self) -> Period | None:
        """The days that are drawn as chosen: dragged, stepped over by keys, or of the filter."""
        stepped = None
        if self.bars is not None and self.cursor_bar is not None and self._anchor_bar != self.cursor_bar:
            stepped = self.bars.histogram.bins.period(self._anchor_bar, self.cursor_bar)
        return self.dragged() or stepped or self.selected

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a period."""
        if event.button() != Qt.MouseButton.LeftButton or self.bars is None:
            return
        self._pressed = self._at = float(event.pos().x())
        self._by_day = bool(event.modifiers() & _SHIFT)
        self.cursor_bar = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draw the period out, and say it."""
        if self._pressed is None:
            return
        self._at = float(event.pos().x())
        period = self.dragged()
        if period is not None:
            QToolTip.showText(self.mapToGlobal(event.pos()), period.title(), self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose it."""
        self._at = float(event.pos().x())
        period = self.dragged()
        self._pressed = None
        self.update()
        if period is not None and event.button() == Qt.MouseButton.LeftButton:
            self.periodChosen.emit(period)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose all dates again."""
        self._pressed = None
        if self.bars is not None and event.button() == Qt.MouseButton.LeftButton:
            self.periodChosen.emit(None)

    def event(self, event: QEvent) -> bool:
        """Say what a bar holds when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(float(event.pos().x())), self)
            return True
        return bool(super().event(event))

    def words_at(self, x: float) -> str:
        """What is told of the bar at a place; "" where there is none."""
        index = self.bar_at(x)
        return "" if index is None else self.words(index)

    def words(self, index: int) -> str:
        """A bar in words, a line each."""
        if self.bars is None:
            return ""
        histogram = self.bars.histogram
        lines = histogram.words(index, [one.name for one in self.bars.classes])
        if histogram.bins.period(index, index).end >= self.bars.provisional:
            lines.append(translate("Histogram", "Provisional: reports of the last 8 weeks still come in."))
        return "\n".join(lines)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """See the class."""
        if self.bars is None or not self._step(event):
            super().keyPressEvent(event)
            return
        self.update()
        if self.cursor_bar is not None:
            words = self.words(self.cursor_bar)
            self.setAccessibleDescription(words)
            area, count = self.area(), len(self.bars.histogram.bins)
            x = area.left() + (self.cursor_bar + 0.5) * area.width() / count
            QToolTip.showText(self.mapToGlobal(QPoint(round(x), round(area.top()))), words, self)

    def _step(self, event: QKeyEvent) -> bool:
        key, count = event.key(), len(self.bars.histogram.bins) if self.bars is not None else 0
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cursor_bar = None
            self.periodChosen.emit(None)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.bars is not None:
            if self.cursor_bar is not None:
                period = self.bars.histogram.bins.period(self._anchor_bar, self.cursor_bar)
                self.cursor_bar = None
                self.periodChosen.emit(period)
            return True
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}
        if key in (_LEFT, _RIGHT):
            step = 1 if key == _RIGHT else -1
            start = self.cursor_bar if self.cursor_bar is not None else (-1 if step > 0 else count)
            places[key] = min(max(start + step, 0), count - 1)
        if key not in places:
            return False
        fresh = self.cursor_bar is None or not event.modifiers() & _SHIFT
        self.cursor_bar = places[key]
        if fresh:
            self._anchor_bar = self.cursor_bar
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Bars, or the sentence in their place."""
        if self.bars is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        paint(painter, self, self.bars)
        painter.end()
