# SPDX-License-Identifier: GPL-2.0-or-later
"""The live half of a dialog: two numbers with their periods, how sure the change is, a chart, and what to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QApplication, QMenu, QWidget

from ..core.text import translate
from ..gis.paths import UI
from .look import scale_text, width_of

FORM, _ = uic.loadUiType(str(UI / "live_half.ui"))
MOST_CAVEATS = 2


@dataclass(frozen=True)
class Number:
    """A number as it is shown, what stands under it, and the events behind it.

    name : what it counts, for the title of the list of its events: “16: within 150 km of Bamako, 2023-H1”.
    ids : event ids; none where a list would say nothing.
    """

    text: str
    under: str
    name: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What the half shows. copied : the sentence with its footnote; empty where there is nothing to copy."""

    title: str
    later: Number
    earlier: Number
    sentence: str
    caveats: tuple[str, ...] = ()
    copied: str = field(default="", repr=False)


class LiveHalf(QWidget, FORM):
    """Shows what it is given; a chart goes into `chartPlace`. `listAsked` brings a title and event ids."""

    listAsked = pyqtSignal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setupUi(self)
        self._copied = ""
        self._menu = QMenu(self.listButton)
        self.copyButton.clicked.connect(lambda: QApplication.clipboard().setText(self._copied))
        self.listButton.setMenu(self._menu)
        self.say("")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Sizes of text are known once the window is."""
        super().showEvent(event)
        for label in (self.laterNumber, self.earlierNumber):
            scale_text(label, 3.2, bold=True)
        scale_text(self.sentenceLabel, 1.25)

    def least_width(self) -> int:
        """What the half needs so that it scrolls up and down only."""
        return width_of(self.liveScroll)

    def show_result(self, shown: Shown) -> None:
        """Show an answer; the weightiest caveats only."""
        self.titleLabel.setText(shown.title)
        for number, label, under in (
            (shown.later, self.laterNumber, self.laterPeriod),
            (shown.earlier, self.earlierNumber, self.earlierPeriod),
        ):
            label.setText(number.text)
            under.setText(number.under)
        self.sentenceLabel.setText(shown.sentence)
        self.caveatsLabel.setText("\n".join(shown.caveats[:MOST_CAVEATS]))
        self.caveatsLabel.setToolTip("\n".join(shown.caveats))
        self._offer_lists(shown)
        self._copied = shown.copied
        self.copyButton.setVisible(bool(shown.copied))

    def say(self, text: str) -> None:
        """Show a sentence in place of an answer."""
        nothing = Number("", "")
        self.show_result(Shown(text, nothing, nothing, ""))

    def is_empty(self) -> bool:
        """Whether no answer is shown."""
        return not self.laterNumber.text()

    def _offer_lists(self, shown: Shown) -> None:
        self._menu.clear()
        for number in (shown.later, shown.earlier):
            if number.ids:
                title = translate("Live half", "{number}: {name}").format(
                    number=number.text, name=number.name
                )
                action = self._menu.addAction(title.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, title=title, ids=list(number.ids): self.listAsked.emit(title, ids)
                )
        self.listButton.setVisible(not self._menu.isEmpty())
