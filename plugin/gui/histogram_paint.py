# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the histogram: stacked bars, the axis of time, the chosen days, the provisional weeks, and a key."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPalette, QPen

from ..core.histogram import Bins
from ..core.periods import Period
from ..core.text import date, month, number, translate

if TYPE_CHECKING:
    from .histogram_view import Bars, HistogramView

ACCENT = "#2A8FD0"
LIKE_BLACK = "#6E6E6E"
MOST_NAMED_MONTHS = 18
_FLAGS = Qt.AlignmentFlag


def paint(painter: QPainter, view: HistogramView, bars: Bars) -> None:
    """Draw everything."""
    area, bins = view.area(), bars.histogram.bins
    marked = view.marked()
    if marked is not None:
        painter.fillRect(_columns(area, bins, marked), _faded(QColor(ACCENT), 0.16))
    _draw_axis(painter, view, area)
    painter.setOpacity(1.0 if marked is None else 0.3)
    _draw_bars(painter, view, bars, area)
    painter.setOpacity(1.0)
    if marked is not None:
        painter.save()
        painter.setClipRect(_columns(area, bins, marked))
        _draw_bars(painter, view, bars, area)
        painter.restore()
    late = Period(bars.provisional, max(bars.span.end, bins.edges[-1].item() - datetime.timedelta(days=1)))
    _draw_hatching(painter, view, _columns(area, bins, late))
    if marked is not None:
        _draw_mark(painter, _columns(area, bins, marked))
    if view.cursor_bar is not None and view.hasFocus():
        width = area.width() / len(bins)
        here = QRectF(area.left() + view.cursor_bar * width, area.top(), width, area.height())
        painter.setPen(QPen(_text(view), 1, Qt.PenStyle.DotLine))
        painter.drawRect(here)
    _draw_times(painter, view, bins, area)
    _draw_key(painter, view, bars, area)


def _text(view: HistogramView) -> QColor:
    return QColor(view.palette().color(QPalette.ColorRole.WindowText))


def _colour(view: HistogramView, name: str) -> QColor:
    """A family's colour; black would be lost on a dark ground."""
    colour = QColor(name)
    return QColor(LIKE_BLACK) if _text(view).lightness() > 127 and colour.lightness() < 40 else colour


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded


def _columns(area: QRectF, bins: Bins, period: Period) -> QRectF:
    """The part of the area that a period takes, to the day."""

    def x(day: datetime.date) -> float:
        edges = bins.edges.astype(int)
        at = (np.datetime64(day) - np.datetime64("1970-01-01")).astype(int)
        place = np.interp(at, edges, np.arange(len(edges)))
        return float(area.left() + area.width() * place / len(bins))

    first, last = x(period.start), x(period.end + datetime.timedelta(days=1))
    return QRectF(first, area.top(), max(last - first, 1.0), area.height())


def _draw_axis(painter: QPainter, view: HistogramView, area: QRectF) -> None:
    text, line, top = _text(view), view.fontMetrics().height(), view.top_count()
    painter.setPen(QPen(_faded(text, 0.35), 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    painter.setPen(QPen(_faded(text, 0.15), 1))
    painter.drawLine(area.topLeft(), area.topRight())
    painter.setPen(text)
    for y, value in ((area.top(), top), (area.bottom(), 0.0)):
        painter.drawText(
            QRectF(0, y - line / 2, area.left() - line * 0.35, line),
            _FLAGS.AlignRight | _FLAGS.AlignVCenter,
            number(value),
        )


def _draw_bars(painter: QPainter, view: HistogramView, bars: Bars, area: QRectF) -> None:
    """Edges on whole pixels, so that thin bars are as wide as their neighbours look."""
    histogram, top = bars.histogram, view.top_count()
    count = len(histogram.bins)
    edges = [round(area.left() + area.width() * i / count) for i in range(count + 1)]
    gap = 1 if area.width() / count >= 3 else 0
    for index in range(count):
        foot = area.bottom()
        for one, value in zip(bars.classes, histogram.counts[index]):
            if value:
                height = area.height() * float(value) / top
                colour = _colour(view, one.colour)
                painter.fillRect(
                    QRectF(
                        edges[index], foot - height, max(edges[index + 1] - edges[index] - gap, 1), height
                    ),
                    colour,
                )
                foot -= height


def _draw_hatching(painter: QPainter, view: HistogramView, where: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_faded(_text(view), 0.55), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(where)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw_mark(painter: QPainter, where: QRectF) -> None:
    """A frame round the chosen days, open below."""
    painter.setPen(QPen(QColor(ACCENT), 2))
    painter.drawLine(where.topLeft(), where.topRight())
    painter.setPen(QPen(QColor(ACCENT), 1))
    for x in (where.left(), where.right()):
        painter.drawLine(QPointF(x, where.top()), QPointF(x, where.bottom()))


def labels(bins: Bins, index: int) -> tuple[int, str]:
    """How much a bar's label matters (0 most, 9 not at all), and what it says: a year, a month or a day."""
    start = bins.edges[index].item()
    if bins.step == "year" or (bins.step in ("month", "quarter") and start.month == 1):
        return 0, f"{start.year}"
    if bins.step == "month":
        quarter = start.month % 3 == 1 or len(bins) <= MOST_NAMED_MONTHS
        return (1 if start.month == 7 else 2 if quarter else 9), month(start.month)
    if bins.step in ("week", "day"):
        return (0 if index == 0 else 1), date(start)
    return 9, ""


def _draw_times(painter: QPainter, view: HistogramView, bins: Bins, area: QRectF) -> None:
    """Labels under their bars, the weightier first, as many as have room."""
    line, width = view.fontMetrics().height(), area.width() / len(bins)
    taken: list[tuple[float, float]] = []
    text = _text(view)
    for rank, index, label in sorted((*labels(bins, i)[:1], i, labels(bins, i)[1]) for i in range(len(bins))):
        wide = view.fontMetrics().horizontalAdvance(label)
        left = area.left() + index * width
        right = left + wide
        free = all(right + line * 0.8 < start or left > end + line * 0.8 for start, end in taken)
        if rank > 8 or not label or right > view.width() or not free:
            continue
        taken.append((left, right))
        painter.setPen(QPen(_faded(text, 0.35), 1))
        painter.drawLine(QPointF(left, area.bottom()), QPointF(left, area.bottom() + line * 0.25))
        painter.setPen(text)
        painter.drawText(
            QRectF(left, area.bottom() + line * 0.25, wide + line, line), _FLAGS.AlignLeft, label
        )


def _draw_key(painter: QPainter, view: HistogramView, bars: Bars, area: QRectF) -> None:
    """The colours that the bars have, the most events first, as many as have room; the last is the hatching."""
    line, size = view.fontMetrics().height(), view.fontMetrics().height() * 0.7
    sums = bars.histogram.counts.sum(axis=0)
    order = [int(i) for i in np.argsort(-sums, kind="stable") if sums[i]]
    entries = [(bars.classes[i].name, QBrush(_colour(view, bars.classes[i].colour))) for i in order]
    hatching = QBrush(_faded(_text(view), 0.7), Qt.BrushStyle.BDiagPattern)
    entries.insert(0, (translate("Histogram", "provisional"), hatching))
    end, left = view.width() - line * 0.7, area.left()
    for index, (name, brush) in enumerate(entries):
        wide = view.fontMetrics().horizontalAdvance(name) + size + line * 1.3
        if index == 0:  # at the right end
            at = end = end - wide
        elif left + wide > end:
            continue
        else:
            at, left = left, left + wide
        painter.setPen(QPen(QColor("#8c8c8c"), 1))
        painter.setBrush(brush)
        painter.drawRect(QRectF(at, line * 0.25, size, size))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_text(view))
        where = QRectF(at + size + line * 0.3, 0, wide, line * 1.2)
        painter.drawText(where, _FLAGS.AlignLeft | _FLAGS.AlignVCenter, name)
