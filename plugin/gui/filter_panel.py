# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the dock “Filter and time”, and how it is set for wide, narrow and low docks."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.text import translate
from ..gis.event_filters import FilterState
from .filter_blocks import FilterBlocks
from .help import open_help
from .histogram_view import Bars, HistogramView
from .lines import PlainLabel
from .look import show_as_notice

MOST_OF_FILTER = 120
"""Letters of a filter made by hand that are shown; the rest is in the tip."""


SCROLL_BAR = 18
"""Pixels that are left for it beside the blocks."""
_ROW, _COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class HintLabel(QLabel):
    """Says a thing that one can do without: whole, or not at all where it does not fit."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Only when there is room."""
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)


class FilterPanel(QWidget):
    """Widgets only: the dock connects them. `folded` says that the histogram was folded or unfolded by the user."""

    folded = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subset = ""  # the layer's, as last seen
        self.is_folded = False
        self._make()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty_page())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._content_page())
        self._stack.addWidget(self._area)
        self.show_content(False)

    def _make(self) -> None:
        self.layerCombo = QgsMapLayerComboBox()
        self.layerCombo.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
        self.layerLabel = QLabel(translate("Filter bar", "Layer"))
        self.blocks = FilterBlocks()
        self.countLabel = QLabel()
        self.countLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.countLabel.setStyleSheet("font-weight: bold;")
        self.clearButton = QPushButton(translate("Filter bar", "Clear"))
        self.clearButton.setToolTip(translate("Filter bar", "Show every event again"))
        self.playButton = QPushButton(translate("Filter bar", "Play over time"))
        self.playButton.setToolTip(
            translate("Filter bar", "Open QGIS's temporal controller, ready to play the events of the period")
        )
        self.foldButton = QToolButton()
        self.foldButton.setAutoRaise(True)
        self.foldButton.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.foldButton.clicked.connect(lambda: self._fold_clicked())
        self.helpButton = QToolButton()
        self.helpButton.setText("?")
        self.helpButton.setToolTip(translate("Filter bar", "Help"))
        self.helpButton.clicked.connect(lambda: open_help("filter_bar"))
        self.mapCheck = QCheckBox(translate("Filter bar", "Only what the map shows"))
        self.hintLabel = HintLabel(translate("Filter bar", "Drag over the bars to choose a period"))
        self.histogram = HistogramView()
        self.loadButton = QPushButton(translate("Filter bar", "Load events…"))
        self.replaceButton = QPushButton(translate("Filter bar", "Replace"))
        self.keepButton = QPushButton(translate("Filter bar", "Keep and add"))
        self.dropButton = QPushButton(translate("Filter bar", "Drop it"))

    def _empty_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.addStretch()
        label = PlainLabel(translate("Filter bar", "There are no events in this project yet."))
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(self.loadButton)
        row.addStretch()
        return page

    def _content_page(self) -> QWidget:
        page = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._box.setContentsMargins(6, 4, 6, 4)
        self._box.setSpacing(12)
        self._box.addWidget(self._question(), 0)
        self._box.addWidget(self._times(), 1)
        return page

    def _question(self) -> QWidget:
        self.noticeFrame = QFrame()
        self.noticeFrame.setObjectName("filterNotice")
        show_as_notice(self.noticeFrame, "hint")
        row = QHBoxLayout(self.noticeFrame)
        row.setContentsMargins(6, 3, 6, 3)
        self.noticeLabel = PlainLabel()
        row.addWidget(self.noticeLabel, 1)
        for button in (self.replaceButton, self.keepButton, self.dropButton):
            row.addWidget(button)
        layers = QHBoxLayout()
        layers.addWidget(self.layerLabel)
        layers.addWidget(self.layerCombo, 1)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.countLabel, 1)
        buttons = QHBoxLayout()
        for button in (self.clearButton, self.playButton, self.foldButton, self.helpButton):
            buttons.addWidget(button)
        self._foot.addLayout(buttons)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.noticeFrame)
        column.addLayout(layers)
        column.addWidget(self.blocks)
        column.addLayout(self._foot)
        column.addStretch(1)
        return self._left

    def _times(self) -> QWidget:
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self.mapCheck)
        head.addStretch(1)
        self.hintLabel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hintLabel.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(self.hintLabel, 4)
        column.addLayout(head)
        column.addWidget(self.histogram, 1)
        return self._right

    # States

    def show_content(self, there: bool) -> bool:
        """The bar, or what to do where there are no events; whether that is a change."""
        before = self._stack.currentIndex()
        self._stack.setCurrentIndex(1 if there else 0)
        return before != self._stack.currentIndex()

    def offer_layers(self) -> None:
        """The choice of a layer is there only where there is one."""
        several = self.layerCombo.count() > 1
        self.layerLabel.setVisible(several)
        self.layerCombo.setVisible(several)

    def show_state(self, problem: str, state: FilterState, reasons: Mapping[str, str]) -> None:
        """What stands in the way, or whose filter holds beside the bar's."""
        free = not problem and not state.foreign
        self.blocks.setEnabled(free)
        self.clearButton.setEnabled(free)
        self.replaceButton.setVisible(bool(state.foreign) and not problem)
        self.keepButton.setVisible(bool(state.foreign) and not problem)
        self.dropButton.setVisible(state.kept and not problem)
        text = problem
        if not problem and state.own:
            short = (
                state.own if len(state.own) <= MOST_OF_FILTER else state.own[:MOST_OF_FILTER].rstrip() + "…"
            )
            text = translate("Filter bar", "The layer has a filter of its own: {filter}")
            if state.kept:
                text = translate("Filter bar", "Kept beside the bar: {filter}")
            text = text.format(filter=short)
        elif not problem and reasons:
            text = " ".join(dict.fromkeys(reasons.values()))
        self._notice(text, "problem" if problem else "hint")
        self.noticeLabel.setToolTip(state.own)

    def say_problem(self, text: str) -> None:
        """What went wrong."""
        self._notice(text, "problem")
        for button in (self.replaceButton, self.keepButton, self.dropButton):
            button.hide()

    def _notice(self, text: str, kind: str) -> None:
        self.noticeLabel.setText(text)
        show_as_notice(self.noticeFrame, kind)
        self.noticeFrame.setVisible(bool(text))

    def show_bars(self, bars: Bars | None) -> None:
        """The histogram, or why there is none; None for a layer without dated events."""
        if bars is None:
            text = translate("Filter bar", "The layer holds no dated events: load an event file.")
        elif bars.histogram.counts.any():
            self.histogram.show_bars(bars)
            return
        elif self.mapCheck.isChecked():
            text = translate(
                "Filter bar",
                "No event of this filter lies in what the map shows. Zoom out, or untick “Only what the map shows”.",
            )
        else:
            text = translate("Filter bar", "No event fits this filter. Choose less, or press “Clear”.")
        self.histogram.say(text)

    # Layout

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As narrow as a dock at the side may be: what does not fit beside is set below, and scrolls in the end."""
        line = self.fontMetrics().height()
        return QSize(14 * line, 4 * line)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the blocks need: the map is what people look at."""
        line, page = self.fontMetrics().height(), self._area.widget()
        page.layout().activate()
        wide = self._stack.currentIndex() == 1
        return QSize(60 * line, page.minimumSizeHint().height() + 4 if wide else 4 * line)

    def _fold_clicked(self) -> None:
        self.fold(not self.is_folded)
        self.folded.emit(self.is_folded)

    def fold(self, folded: bool) -> None:
        """Hide the histogram, or show it."""
        self.is_folded = folded
        self._right.setVisible(not folded)
        text = translate("Filter bar", "Show over time") if folded else translate("Filter bar", "Fold")
        self.foldButton.setText(text)
        self.foldButton.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.LeftArrow)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the dock."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Blocks beside the bars in a wide dock, above them in a narrow one; in as many columns as fit."""
        widths = self.blocks.widths()
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right() - SCROLL_BAR
        right = self._right.minimumSizeHint().width() + self._box.spacing()
        beside = not self.is_folded and room >= max(widths[1], self._foot_width()) + right
        self._box.setDirection(_ROW if beside or self.is_folded else _COLUMN)
        self._box.setStretch(0, 1 if self.is_folded else 0)
        self._foot.setDirection(_ROW if beside or room >= self._foot_width() else _COLUMN)
        fitting = [columns for columns, wide in enumerate(widths, start=1) if wide <= room]
        self.blocks.arrange(2 if beside else max(fitting, default=1))

    def _foot_width(self) -> int:
        """Of the count and the buttons in one row."""
        parts = [self._foot.itemAt(index).minimumSize().width() for index in range(self._foot.count())]
        return sum(parts) + self._foot.spacing()
