# SPDX-License-Identifier: GPL-2.0-or-later
"""Values that hold for every row of a file, such as the country of a file of one country."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from ..core.text import translate
from .column_words import column_words
from .look import show_as_list

_NOT_OFFERED = ("event_id", "latitude", "longitude")
"""Nothing that could be the same for all events."""
_FIRST = ("country", "event_type", "admin1", "dataset")


class _Row:
    """A column, its value, and a button that takes both away."""

    def __init__(self, canonical: str) -> None:
        self.box, self.edit, self.button = QComboBox(), QLineEdit(), QToolButton()
        show_as_list(self.box)
        for column, words in column_words().items():
            if column not in _NOT_OFFERED:
                self.box.addItem(words, column)
        self.box.setCurrentIndex(self.box.findData(canonical))
        self.box.setAccessibleName(translate("Constants", "Column that is the same for all rows"))
        self.edit.setPlaceholderText(translate("Constants", "Value, such as Mali"))
        self.edit.setAccessibleName(translate("Constants", "Value for all rows"))
        self.button.setText("✕")
        self.button.setAutoRaise(True)
        self.button.setToolTip(translate("Constants", "Take this value out"))
        self.button.setAccessibleName(translate("Constants", "Take this value out"))

    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of the columns."""
        return self.box, self.edit, self.button


class ConstantsList(QWidget):
    """Rows of column and value, and a button for another."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.label = QLabel(translate("Constants", "The same for all rows:"))
        self.addButton = QPushButton(translate("Constants", "Add a &value for all rows"))
        self.addButton.setAutoDefault(False)
        self.addButton.setToolTip(
            translate(
                "Constants", "For what the file does not hold, such as the country in a file of one country."
            )
        )
        self.addButton.clicked.connect(lambda: self.add())
        self._place()

    def values(self) -> dict[str, str]:
        """Canonical column -> value, of the rows that have one."""
        rows = ((str(row.box.currentData()), row.edit.text().strip()) for row in self.rows)
        return {column: value for column, value in rows if value}

    def add(self) -> None:
        """One row more, for a column that has none yet."""
        used = {row.box.currentData() for row in self.rows}
        offered = [name for name in (*_FIRST, *column_words()) if name not in _NOT_OFFERED]
        row = _Row(next((name for name in offered if name not in used), offered[0]))
        row.box.activated.connect(lambda _: self.changed.emit())
        row.edit.textChanged.connect(lambda _: self.changed.emit())
        row.button.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._place()
        for widget in row.widgets():
            widget.show()  # now, so that it can take the focus
        row.edit.setFocus()

    def clear(self) -> None:
        """Take all rows out, silently."""
        for row in list(self.rows):
            self._drop(row)
        self._place()

    def _remove(self, row: _Row) -> None:
        self._drop(row)
        self._place()
        self.changed.emit()

    def _drop(self, row: _Row) -> None:
        self.rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _place(self) -> None:
        self.label.setVisible(bool(self.rows))
        self._grid.addWidget(self.label, 0, 0, 1, 3)
        for line, row in enumerate(self.rows, 1):
            for column, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, line, column)
        self._grid.addWidget(self.addButton, len(self.rows) + 1, 0)
