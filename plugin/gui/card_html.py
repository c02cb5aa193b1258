# SPDX-License-Identifier: GPL-2.0-or-later
"""An event's card as the HTML that Qt's text windows render, in the colours of the theme. All texts are escaped."""

from __future__ import annotations

from html import escape
from typing import Any

from qgis.core import QgsSymbol
from qgis.PyQt.QtCore import QSize, QUrl
from qgis.PyQt.QtGui import QColor, QImage, QPalette
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

from ..core.event_card import Card, Line
from ..core.text import translate

MARK = "card:mark"
MARK_PIXELS = 18
_QUIET = 0.7
"""How much of the text's colour small print has; the rest is the background's."""


def blended(palette: QPalette, share: float) -> str:
    """A colour between text and background, which holds in light and dark themes."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    parts = (
        round(share * one + (1 - share) * two)
        for one, two in zip((text.red(), text.green(), text.blue()), (base.red(), base.green(), base.blue()))
    )
    return str(QColor(*parts).name())


def card_html(card: Card, palette: QPalette, mark: bool = True) -> str:
    """The card; mark : whether the picture MARK is there to show before the title."""
    quiet = blended(palette, _QUIET)
    picture = (
        f'<img src="{MARK}" width="{MARK_PIXELS}" height="{MARK_PIXELS}" style="vertical-align: middle">&nbsp;'
        if mark
        else ""
    )
    rows = "".join(_row(line, quiet) for line in card.lines)
    notes = f"<p>{_text(card.notes)}</p>" if card.notes else ""
    return (
        f'<p style="font-size: large; font-weight: bold">{picture}{_text(card.title)}</p>'
        f'<table cellspacing="0" cellpadding="3" width="100%">{rows}</table>{notes}'
        f'<p style="color: {quiet}; font-size: small">{_text(card.foot)}</p>'
    )


def _row(line: Line, quiet: str) -> str:
    under = "".join(f'<br><span style="color: {quiet}">{_text(text)}</span>' for text in line.under)
    # each cell is a paragraph of its own, so that Arabic beside French is read the right way
    return (
        f'<tr><td width="27%" style="color: {quiet}">{_text(line.label)}</td>'
        f"<td>{_text(line.text)}{under}</td></tr>"
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


class CardBrowser(QTextBrowser):
    """Shows cards. It loads nothing: the only picture it knows is the event's mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardBrowser")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.card: Card | None = None
        self._mark: QImage | None = None

    def show_card(self, card: Card, mark: QgsSymbol | None) -> None:
        """Show a card, and the mark that its event has."""
        self.card = card
        self._mark = mark.asImage(QSize(MARK_PIXELS, MARK_PIXELS)) if mark is not None else None
        self.setHtml(card_html(card, self.palette(), mark is not None))

    def show_words(self, text: str) -> None:
        """Show a sentence instead of a card."""
        self.card = None
        self.setPlainText(text)

    def loadResource(self, kind: int, name: QUrl) -> Any:  # noqa: N802 (Qt's name)
        """Nothing but our own picture, whatever a text asks for."""
        return self._mark if name.toString() == MARK else None


def title_of(count: int, index: int, place: str) -> str:
    """Which of how many: 14 events at Mopti: 2 of 14."""
    if count == 1:
        return translate("Event card", "1 event at {place}").format(place=place)
    text = translate("Event card", "{n} events at {place}: {index} of {n}")
    return text.format(n=count, index=index + 1, place=place)
