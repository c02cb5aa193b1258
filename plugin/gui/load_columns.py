# SPDX-License-Identifier: GPL-2.0-or-later
"""What each column of the file is taken for: shown with the first rows, and chosen where that is needed or wanted."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..core.formats import columns
from ..core.text import number, translate
from ..gis.file_look import FileLook, spelled
from .column_words import in_words
from .constants_list import ConstantsList
from .lines import PlainLabel
from .look import set_tab_order
from .preview_table import PreviewTable


class ColumnsPanel(QWidget):
    """The preview under a title that folds it, what is still needed, and what the file itself does not hold."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: FileLook | None = None
        self._asked = False
        self._chosen: dict[str, str | None] = {}
        self._usual: dict[str, int] = {}
        """Where the canonical columns are before the user says anything."""
        self.foldButton = QToolButton()
        self.foldButton.setObjectName("foldButton")
        self.foldButton.setCheckable(True)
        self.foldButton.setAutoRaise(True)
        self.foldButton.setStyleSheet("QToolButton { border: none; }")  # a title, not a pressed button
        self.foldButton.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.foldButton.setText(translate("Columns panel", "First rows, and what each column is ta&ken for"))
        self.editButton = QPushButton(translate("Columns panel", "Cha&nge columns"))
        self.editButton.setObjectName("editColumnsButton")
        self.editButton.setAutoDefault(False)
        self.editButton.setToolTip(translate("Columns panel", "Choose what the columns are taken for."))
        self.table = PreviewTable()
        self.sentenceLabel = PlainLabel()
        self.sentenceLabel.setObjectName("sentenceLabel")
        self.numberCheck = QCheckBox(
            translate("Columns panel", "The file has no i&ds: number the rows (an update cannot follow them)")
        )
        self.numberCheck.setObjectName("numberCheck")
        self.constants = ConstantsList()
        self._lay_out()
        self.foldButton.toggled.connect(lambda _: self._show_parts())
        self.editButton.clicked.connect(self._edit)
        self.table.chosen.connect(self._choose)
        self.numberCheck.clicked.connect(lambda _: self._number())
        self.constants.changed.connect(self.changed)
        self.constants.addButton.clicked.connect(lambda: set_tab_order(self.stops()))
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.foldButton)
        head.addStretch(1)
        head.addWidget(self.editButton)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        for widget in (self.table, self.sentenceLabel, self.numberCheck, self.constants):
            layout.addWidget(widget)

    # What was chosen

    def mapping(self) -> dict[str, str | None]:
        """Canonical column -> column of the file, value for all rows, or None: what was chosen over the guesses."""
        given = {name: columns.CONSTANT + value for name, value in self.constants.values().items()}
        numbered = {"event_id": columns.ROW_NUMBER} if self.numberCheck.isChecked() else {}
        return {**self._chosen, **given, **numbered}

    def forget(self) -> None:
        """Start anew: another file, another form."""
        self._look, self._asked, self._chosen = None, False, {}
        self.numberCheck.setChecked(False)
        self.constants.clear()

    def _choose(self, position: int, canonical: str) -> None:
        """Take a column for a canonical one, or for none; what it was taken for goes back where it was, or nowhere."""
        if self._look is None:
            return
        look, usual = self._look, self._usual
        before = {name for name, at in look.positions.items() if at == position}
        before |= {name for name, at in usual.items() if at == position}
        given = {at for name, at in look.positions.items() if name in self._chosen and name not in before}
        for name in before - {canonical}:
            if usual.get(name, position) in {position, *given}:
                self._chosen[name] = None
            else:
                self._chosen.pop(name, None)  # back to the column where it usually is
        if canonical:
            self._chosen[canonical] = spelled(look.header, position)
            if canonical == "event_id":
                self.numberCheck.setChecked(False)
        self.changed.emit()

    def _number(self) -> None:
        self._chosen.pop("event_id", None)
        self.changed.emit()

    def _edit(self) -> None:
        self._asked = True
        self.foldButton.setChecked(True)
        if self._look is not None:
            self.show_file(self._look)
        self.table.setFocus()

    # Showing

    def show_file(self, look: FileLook) -> None:
        """Show a file as far as it is known; nothing of one that cannot be loaded at all."""
        first = self._look is None
        self._look = look
        if not self.mapping():
            self._usual = dict(look.positions)
        self.table.show_file(look, self._editable())
        self.sentenceLabel.setText(_what_to_do(look))
        if first or look.missing:
            self.foldButton.setChecked(True)
        self._show_parts()
        self.setVisible(bool(look.header) and look.problem is None)
        set_tab_order(self.stops())

    def stops(self) -> list[QWidget]:
        """Where the tab key stops, in the order of the eye."""
        values = [widget for row in self.constants.rows for widget in row.widgets()]
        head = (self.foldButton, self.editButton, self.table)
        return [*head, *self.table.boxes(), self.numberCheck, *values, self.constants.addButton]

    def fold(self, folded: bool) -> None:
        """Make room for what follows."""
        self.foldButton.setChecked(not folded)

    def _editable(self) -> bool:
        look = self._look
        if look is None:
            return False
        return self._asked or bool(self._chosen) or bool(look.missing) or look.form == columns.FORMAT.id

    def _show_parts(self) -> None:
        unfolded, editable, look = self.foldButton.isChecked(), self._editable(), self._look
        self.foldButton.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        without_ids = look is not None and "event_id" not in look.positions
        self.table.setVisible(unfolded)
        self.editButton.setVisible(unfolded and not editable)
        self.sentenceLabel.setVisible(unfolded and bool(self.sentenceLabel.text()))
        self.numberCheck.setVisible(unfolded and editable and (without_ids or self.numberCheck.isChecked()))
        self.constants.setVisible(unfolded and editable)


def _what_to_do(look: FileLook) -> str:
    """A sentence about what is still needed, or about what was guessed; "" where all is known."""
    if look.missing:
        text = translate(
            "Columns panel",
            "Still needed: {names}. Choose it in the first line, above the column that holds it.",
        )
        return text.format(names=in_words(look.missing))
    if look.guesses:
        text = translate(
            "Columns panel",
            "{n} columns were guessed. Check them in the first line; point at one to see why.",
        )
        return text.format(n=number(len(look.guesses)))
    return ""
