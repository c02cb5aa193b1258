# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of the style dialog: which classes there are, with how many events, and which of them have a colour."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem

from ..core.event_look import MOST_COLOURS, EventLook
from ..core.tally import Tally
from ..core.text import number, translate
from ..gis.look_classes import LookTables, chosen_classes, offered_classes
from .choices import chip

_ID = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class StyleClasses(QObject):
    """Works the tree and the line under it. `changed` follows the user's ticks, not what is shown."""

    changed = pyqtSignal()

    def __init__(self, tree: QTreeWidget, hint: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._tree, self._hint = tree, hint
        self._asked: tuple[str, ...] = ()
        self._automatic: set[str] | None = None  # None: nothing was counted yet
        self._first: set[str] = set()
        self._events = 0
        self._filling = False
        self._refused = False
        tree.itemChanged.connect(self._item_changed)

    def ask_for(self, shown: tuple[str, ...]) -> None:
        """Tick these once the events are counted; none for those with most events."""
        self._asked = shown

    def forget(self) -> None:
        """The events are not counted."""
        self._automatic = None

    def show(self, colour: str, tables: LookTables, tally: Tally) -> None:
        """Show the classes of a colouring, those ticked that were asked for."""
        offered = offered_classes(colour, tables, tally)
        self._first = ticked = {one.id for one in chosen_classes(offered, EventLook(shown=self._asked))}
        self._automatic = {one.id for one in chosen_classes(offered, EventLook())}
        self._events = tally.events
        self._filling = True
        self._tree.clear()
        for one in offered:
            item = QTreeWidgetItem([one.label, number(one.events)])
            item.setIcon(0, chip(one.colour, self._tree.fontMetrics().height()))
            item.setData(0, _ID, one.id)
            item.setCheckState(0, _CHECKED if one.id in ticked else _UNCHECKED)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._tree.addTopLevelItem(item)
        self._tree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        self._tree.resizeColumnToContents(0)
        self._filling = False
        self._say()

    def shown(self) -> tuple[str, ...]:
        """What EventLook.shown is to be: the ticked ones, none for those with most events.

        Those that were asked for and have no event now, since a filter hides them, stay asked for.
        """
        ticked = self._ticked()
        if self._automatic is None or set(ticked) == self._first:
            return self._asked
        offered = {str(item.data(0, _ID)) for item in self._items()}
        hidden = [one for one in self._asked if one not in offered]
        return () if set(ticked) == self._automatic and not hidden else (*ticked, *hidden)[:MOST_COLOURS]

    def _items(self) -> list[QTreeWidgetItem]:
        return [self._tree.topLevelItem(index) for index in range(self._tree.topLevelItemCount())]

    def _ticked(self) -> list[str]:
        return [str(item.data(0, _ID)) for item in self._items() if item.checkState(0) == _CHECKED]

    def _say(self) -> None:
        text = translate("Style", "All others are drawn in grey. Six colours at most can be told apart.")
        if not self._events:
            text = translate("Style", "The layer shows no events now: its filter hides them, or it is empty.")
        elif not self._items():
            text = translate("Style", "None of these events has an actor or type with a colour of its own.")
        elif not self._ticked():
            text = translate("Style", "Nothing is ticked: the six with most events get their colours.")
        elif self._refused:  # also when the events are counted again meanwhile
            text = translate("Style", "Six colours at most can be told apart: untick another one first.")
        self._hint.setText(text)

    def _item_changed(self, item: QTreeWidgetItem) -> None:
        if self._filling:
            return
        self._refused = len(self._ticked()) > MOST_COLOURS
        if self._refused:
            self._filling = True
            item.setCheckState(0, _UNCHECKED)
            self._filling = False
        self._say()
        if self._refused:
            return
        self.changed.emit()
