# SPDX-License-Identifier: GPL-2.0-or-later
"""A button that opens a list to tick: families and groups with their colours and counts, event types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from ..core.text import number, translate
from .choices import chip

MOST_ROWS = 14
WIDTH = 9
"""Of the button, in heights of its letters: it does not follow its text, which is cut."""
_ID = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True)
class Choice:
    """A line of the list; `under` is the id of the line that it stands under, "" for none.

    That line includes it, unless it is a `heading`, which cannot be ticked.
    """

    id: str
    label: str
    count: int | None = None
    colour: str = ""
    under: str = ""
    heading: bool = False

    @property
    def line(self) -> Choice:
        """The same without its count."""
        return replace(self, count=None)


class Checklist(QPushButton):
    """Nothing ticked means everything. `changed` follows a tick by the user, not `choose`."""

    changed = pyqtSignal()

    def __init__(self, everything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._everything = everything
        self._wanted: tuple[str, ...] = ()
        self._reason = ""
        self._offered: list[Choice] = []
        self._box_height = QComboBox().sizeHint().height()
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget()
        self.allButton = QPushButton(everything)
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("text-align: left; padding-left: 4px; padding-right: 14px;")
        self._say()

    def _build(self) -> None:
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.header().setStretchLastSection(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.itemChanged.connect(self._ticked)
        self.allButton.clicked.connect(self._all)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.tree)
        layout.addWidget(self.allButton)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(body)
        menu.addAction(action)
        menu.aboutToShow.connect(self._opening)
        self.setMenu(menu)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide whatever is chosen, as high as a box."""
        return QSize(WIDTH * self.fontMetrics().height(), max(super().sizeHint().height(), self._box_height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the text anew."""
        super().resizeEvent(event)
        self._say()

    def _opening(self) -> None:
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        line = self.fontMetrics().height()
        rows = sum(1 + item.childCount() * item.isExpanded() for item in self._top())
        height = max(self.tree.sizeHintForRow(0), line) if self._items else line
        self.tree.setFixedHeight((height + 2) * max(min(rows, MOST_ROWS), 2) + line)
        self.tree.setFixedWidth(self.tree.sizeHintForColumn(0) + self.tree.sizeHintForColumn(1) + 2 * line)
        QTimer.singleShot(0, self.tree.setFocus)

    def _top(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount())]

    def offer(self, choices: Iterable[Choice]) -> None:
        """Replace the lines; what is ticked stays, also where the new list does not have it.

        Lines that are there already only get their new counts, so that an open list stays as it is.
        """
        before, self._offered = self._offered, list(choices)
        self.tree.blockSignals(True)
        if [one.line for one in before] != [one.line for one in self._offered]:
            self.tree.clear()
            self._items = {}
            for one in self._offered:
                self._add(one)
        for one in self._offered:
            self._items[one.id].setText(1, "" if one.count is None else number(one.count))
        self.tree.blockSignals(False)
        self.choose(self._wanted)

    def _add(self, one: Choice) -> None:
        item = QTreeWidgetItem(self._items.get(one.under, self.tree), [one.label, ""])
        item.setData(0, _ID, one.id)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._items[one.id] = item
        if one.heading:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setExpanded(True)
            return
        item.setCheckState(0, _UNCHECKED)
        if one.colour:
            item.setIcon(0, chip(one.colour, self.fontMetrics().height()))

    def choose(self, ids: Iterable[str]) -> None:
        """Tick exactly these."""
        self._wanted = tuple(ids)
        self.tree.blockSignals(True)
        for name, item in self._lines():
            item.setCheckState(0, _CHECKED if name in self._wanted else _UNCHECKED)
        for item in self._top():
            if any(item.child(i).checkState(0) == _CHECKED for i in range(item.childCount())):
                item.setExpanded(True)
        self._enable()
        self.tree.blockSignals(False)
        self._say()

    def _lines(self) -> list[tuple[str, QTreeWidgetItem]]:
        """Those that can be ticked."""
        headings = {one.id for one in self._offered if one.heading}
        return [(name, item) for name, item in self._items.items() if name not in headings]

    def chosen(self) -> tuple[str, ...]:
        """The ticked ids, in the order of the list; what stands under a ticked line is not named again."""
        return self._wanted

    def labels(self) -> list[str]:
        """The texts of the ticked lines; the id of one that the list does not have."""
        return [self._items[one].text(0) if one in self._items else one for one in self._wanted]

    def allow(self, reason: str) -> None:
        """Switch the button off for a reason, or on for none."""
        self._reason = reason
        self.setEnabled(not reason)
        self._say()

    def _ticked(self, *_: object) -> None:
        ticked = [name for name, item in self._lines() if item.checkState(0) == _CHECKED]
        lost = [name for name in self._wanted if name not in self._items]
        covered = {
            name
            for name in ticked
            if self._items[name].parent() is not None and self._items[name].parent().checkState(0) == _CHECKED
        }
        self._wanted = (*(one for one in ticked if one not in covered), *lost)
        self.tree.blockSignals(True)
        self._enable()
        self.tree.blockSignals(False)
        self._say()
        self.changed.emit()

    def _enable(self) -> None:
        """What a ticked family includes anyway cannot be ticked apart."""
        for item in self._top():
            for i in range(item.childCount()):
                item.child(i).setDisabled(item.checkState(0) == _CHECKED)

    def _all(self) -> None:
        self.menu().close()
        if self._wanted:
            self.choose(())
            self.changed.emit()

    def _say(self) -> None:
        labels = self.labels()
        text, more = labels[0] if labels else self._everything, ""
        if len(labels) > 1:
            more = translate("Checklist", " + {n}").format(n=number(len(labels) - 1))
        metrics = self.fontMetrics()
        room = self.width() - 2 * metrics.height() - metrics.horizontalAdvance(more)
        self.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room).replace("&", "&&") + more)
        self.setToolTip(self._reason or "\n".join(labels))
