# SPDX-License-Identifier: GPL-2.0-or-later
"""Families and their groups as a tree, in the order of the table, with colours and counted events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem

from ..core.actor_draft import Draft, Row
from ..core.text import number, translate
from .choices import chip

LINES = 10
"""That are seen at least."""
_WHICH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Which:
    """A family, or a group."""

    id: str
    is_family: bool


def label_of(row: Row) -> str:
    """A family's or group's name in the user's language."""
    french = QgsApplication.locale().startswith("fr")
    return (french and row["label_fr"]) or row["label"] or row.get("group") or row["family"]


class GroupTree(QObject):
    """Works a QTreeWidget of a form."""

    chosen = pyqtSignal()

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._showing = False
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.setMinimumHeight(tree.fontMetrics().height() * LINES)
        tree.currentItemChanged.connect(self._current_changed)

    def _current_changed(self, *_: object) -> None:
        if not self._showing:
            self.chosen.emit()

    def which(self) -> Which | None:
        """What is chosen."""
        item = self._tree.currentItem()
        return item.data(0, _WHICH) if item is not None else None

    def choose(self, which: Which) -> None:
        """Choose a family or a group."""
        for item in self._items():
            if item.data(0, _WHICH) == which:
                self._tree.setCurrentItem(item)
                return

    def _items(self) -> list[QTreeWidgetItem]:
        families = [self._tree.topLevelItem(i) for i in range(self._tree.topLevelItemCount())]
        return [
            one for item in families for one in (item, *(item.child(i) for i in range(item.childCount())))
        ]

    def show(self, draft: Draft, keep: Which | None = None) -> None:
        """Show a table; what was chosen stays so, else the first group is."""
        before, closed = keep or self.which(), self._closed()
        place = self._tree.verticalScrollBar().value()
        self._showing = True
        self._tree.clear()
        groups = draft.groups()
        size = self._tree.iconSize().height() if self._tree.iconSize().height() > 0 else 16
        for family in draft.family_rows():
            parent = self._add(
                self._tree, Which(family["family"], True), label_of(family), family["colour"], size
            )
            for group in groups:
                if group["family"] == family["family"]:
                    colour = group["colour"] or family["colour"]
                    self._add(parent, Which(group["group"], False), label_of(group), colour, size)
            parent.setExpanded(family["family"] not in closed)
        if before is not None:
            self.choose(before)
        if self._tree.currentItem() is None and self._items():
            first = next((one for one in self._items() if not one.data(0, _WHICH).is_family), None)
            self._tree.setCurrentItem(first)
        self._showing = False
        self._tree.verticalScrollBar().setValue(place)
        self.chosen.emit()

    def _closed(self) -> set[str]:
        items = [item for item in self._items() if item.data(0, _WHICH).is_family]
        return {item.data(0, _WHICH).id for item in items if item.childCount() and not item.isExpanded()}

    def _add(
        self, parent: QTreeWidget | QTreeWidgetItem, which: Which, text: str, colour: str, size: int
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text, ""])
        item.setData(0, _WHICH, which)
        item.setIcon(0, chip(colour, size))
        item.setToolTip(0, which.id)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if which.is_family:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        return item

    def show_events(self, groups: Mapping[str, int], families: Mapping[str, int]) -> None:
        """Show how many events name each, as the table stands."""
        for item in self._items():
            which = item.data(0, _WHICH)
            item.setText(1, number((families if which.is_family else groups).get(which.id, 0)))


def fill_groups(combo: QComboBox, draft: Draft, first: str = "") -> None:
    """Offer all groups by family, what was chosen kept; `first` : the text of no group, where there is that choice."""
    before = combo.currentData()
    size = combo.iconSize().height()
    combo.blockSignals(True)
    combo.clear()
    if first:
        combo.addItem(first, "")
    groups = draft.groups()
    for family in draft.family_rows():
        for group in groups:
            if group["family"] == family["family"]:
                text = translate("Actors window", "{group} ({family})")
                text = text.format(group=label_of(group), family=label_of(family))
                combo.addItem(chip(group["colour"] or family["colour"], size), text, group["group"])
    combo.setCurrentIndex(max(combo.findData(before), 0))
    combo.blockSignals(False)
