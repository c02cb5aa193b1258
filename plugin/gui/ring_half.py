# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands under the two numbers of Buffer counts: other distances, precision, the chart, and a small table."""

from __future__ import annotations

import pandas as pd
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.comparison import ALL
from ..core.earlier_years import years_text
from ..core.ring_words import beside_text, change_bursts_text, kilometres, precision_text
from ..core.text import number, translate
from ..gis.ring_preview import RingAnswer
from .live import coded_text, count_text, ratio_text
from .live_half import Number, Shown
from .radius_chart import RadiusChart

MOST_LINES = 7
"""Lines of the table that are seen at once."""


class RingHalf(QWidget):
    """Shows an answer's lines, chart and table; `chart` can be dragged, a row of several sites chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.linesLabel = QLabel(self)
        self.linesLabel.setWordWrap(True)
        self.linesLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.linesLabel.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = RadiusChart(self)
        self.table = QTreeWidget(self)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(translate("Buffer counts", "Counts by row"))
        for widget in (self.linesLabel, self.chart, self.table):
            layout.addWidget(widget)
        layout.setStretchFactor(self.chart, 1)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.linesLabel.clear()
        self.chart.clear()
        self.table.hide()

    def show_answer(self, answer: RingAnswer, radii: list[float]) -> None:
        """Show lines, chart and table. radii : in the order of their marks; not rising while one passes another."""
        earlier, later = answer.periods
        bursts = change_bursts_text(answer.later)
        self.linesLabel.setText("\n".join([*filter(None, [bursts]), *_lines(answer)]))
        lines = dict(iter(answer.profile.groupby("period")))
        after, before = later.label, earlier.label
        self.chart.show_counts(
            lines[after]["radius_km"],
            (after, lines[after]["events"]),
            (before, lines[before]["events"]),
            radii,
            radii.index(answer.question.radius) if answer.question.radius in radii else -1,
        )
        self._fill(answer)

    def _fill(self, answer: RingAnswer) -> None:
        """A row for each site where there are several, else for each value of the breakdown."""
        by = str(answer.question.parameters.get("BREAKDOWN") or "none")
        if answer.everywhere is not None:
            rows, key, head = answer.everywhere, "centre", translate("Buffer counts", "Where")
        else:
            rows, key, head = answer.by_value, "breakdown", _heads()[by]
            rows = rows[rows["breakdown"] != ALL]
        self.table.setVisible(not rows.empty)
        if rows.empty:
            return
        earlier, later = answer.periods
        self.table.clear()
        self.table.setHeaderLabels([head, later.label, earlier.label, translate("Buffer counts", "Ratio")])
        for name, group in rows.groupby(key, sort=False):
            item = self._item(str(name), answer, group)
            self.table.addTopLevelItem(item)
            item.setSelected(name == answer.site.name)
        if key == "breakdown":
            self.table.sortItems(0, Qt.SortOrder.AscendingOrder)
        header = self.table.header()
        header.setStretchLastSection(False)
        for column in range(4):
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        shown = min(self.table.topLevelItemCount(), MOST_LINES)
        height = (
            self.table.sizeHintForRow(0) * shown + header.sizeHint().height() + 2 * self.table.frameWidth()
        )
        self.table.setFixedHeight(height)

    def _item(self, name: str, answer: RingAnswer, group: pd.DataFrame) -> QTreeWidgetItem:
        by_period = group.set_index("period")
        after, before = (by_period.loc[one.label] for one in reversed(answer.periods))
        label = name if answer.everywhere is not None else answer.label_of(name)
        texts = [label, number(after["events"]), number(before["events"]), number(after["rate_ratio"], 2)]
        item = QTreeWidgetItem(texts)
        item.setToolTip(0, label)
        item.setData(0, Qt.ItemDataRole.UserRole, name)
        for column in (1, 2, 3):
            item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        return item


def _heads() -> dict[str, str]:
    """By breakdown the heading of its rows."""
    return {
        "none": "",
        "actor_family": translate("Buffer counts", "Family"),
        "actor_group": translate("Buffer counts", "Group"),
        "event_type": translate("Buffer counts", "Event type"),
    }


def title_of(answer: RingAnswer, along: bool) -> str:
    """What the two numbers count."""
    text = translate("Buffer counts", "Events within {radius} km of {place}")
    if along:
        text = translate("Buffer counts", "Events within {radius} km of the line {place}")
    return text.format(radius=kilometres(answer.question.radius), place=answer.site.name)


def shown(answer: RingAnswer, along: bool, credit: str) -> Shown:
    """The answer as the live half shows it."""
    earlier, later = answer.periods
    title = title_of(answer, along)
    numbers = [
        Number(
            count_text(row),
            "\n".join(filter(None, (coded_text(row), period.title()))),
            translate("Buffer counts", "{title}, {period}").format(title=title, period=period.label),
            answer.ids.get(period.label, ()),
        )
        for row, period in ((answer.later, later), (answer.earlier, earlier))
    ]
    return Shown(
        title, numbers[0], numbers[1], ratio_text(answer), answer.caveats, _sentence(answer, title, credit)
    )


def _sentence(answer: RingAnswer, title: str, credit: str) -> str:
    """The sentence with its footnote, to paste into a text; none where a period is not covered."""
    earlier, later = answer.periods
    if not (answer.later["days"] > 0 and answer.earlier["days"] > 0):
        return ""
    text = translate("Buffer counts", "{title}: {n} in {later}, {m} in {earlier}. {ratio}.")
    counts = (count_text(answer.later), count_text(answer.earlier))
    sentence = text.format(
        title=title, n=counts[0], m=counts[1], later=later.title(), earlier=earlier.title(),
        ratio=ratio_text(answer).rstrip("."),
    )  # fmt: skip
    sentence = " ".join(filter(None, [sentence, change_bursts_text(answer.later)]))
    note = translate("Buffer counts", "Geodesic distance on WGS 84; {selection}.").format(
        selection=answer.job.selection.describe(answer.label_of)
    )
    return "\n".join([sentence, " ".join(filter(None, (note, *_lines(answer), *answer.caveats, credit)))])


def _lines(answer: RingAnswer) -> list[str]:
    """What other distances give, the earlier period in brackets, and how well the later one's events are placed."""
    later, earlier = answer.later, answer.earlier
    if not later["days"] > 0:
        return []
    lines = [beside_text(later, earlier if earlier["days"] > 0 else None)]
    placed = precision_text(later)
    if placed:
        lines.append(
            translate("Buffer counts", "{period}. {text}").format(period=later["period"], text=placed)
        )
    years = years_text(answer.same_days())
    return [*lines, f"{years}."] if years else lines
