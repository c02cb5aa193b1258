# SPDX-License-Identifier: GPL-2.0-or-later
"""How the dialogs look: sizes that follow the font, and colours that hold in light and dark themes."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QFontInfo, QIcon
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QStyle, QWidget

from ..core.resources import RESOURCES

NOTICES = {
    "problem": ("#fdecea", "#7a1410", "#e0a19d"),
    "hint": ("#e8f1fa", "#123e63", "#a3c2dd"),
}
"""Background, text and edge of a notice. Both colours are set, so that no theme can make it unreadable."""

MOST_OF_SCREEN = 0.9
"""The height that a window takes by itself; the rest is for its title and the panel."""


def icon(name: str) -> QIcon:
    """An icon of the plugin by name."""
    return QIcon(str(RESOURCES / "icons" / f"{name}.svg"))


def scale_text(label: QLabel, factor: float, bold: bool = False) -> None:
    """Set a label's size relative to the dialog's font. By style sheet, since QGIS's own sheet overrules fonts."""
    points = QFontInfo(label.window().font()).pointSizeF() * factor
    label.setStyleSheet(f"font-size: {points:.1f}pt;" + (" font-weight: bold;" if bold else ""))


def show_texts_as_they_are(widget: QWidget) -> None:
    """No label below a widget takes a text for HTML: names of files, columns and actors come from outside."""
    for label in widget.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


def show_as_notice(frame: QFrame, kind: str) -> None:
    """Give a frame the look of a notice."""
    background, text, edge = NOTICES[kind]
    frame.setObjectName(frame.objectName() or "notice")
    frame.setStyleSheet(
        f"QFrame#{frame.objectName()} {{ background: {background}; border: 1px solid {edge}; border-radius: 3px; }}"
        f" QFrame#{frame.objectName()} QLabel {{ color: {text}; background: transparent; border: none; }}"
    )


def align_labels(labels: Iterable[QLabel]) -> None:
    """Make the label columns of forms that stand above each other equally wide."""
    column = list(labels)
    width = max(label.sizeHint().width() for label in column)
    for label in column:
        label.setMinimumWidth(width)


def show_as_list(combo: QComboBox) -> None:
    """Make a long box open as a list of a few lines, not as a menu over the whole screen."""
    combo.setStyleSheet("QComboBox { combobox-popup: 0; }")


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Let the tab key go from each widget to the next; what followed the first follows the last."""
    order = list(widgets)
    for before, after in zip(order, order[1:]):
        QWidget.setTabOrder(before, after)


def width_of(area: QScrollArea) -> int:
    """How wide a scroll area must be so that it scrolls up and down only."""
    bar = area.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    area.widget().layout().activate()
    return area.widget().minimumSizeHint().width() + bar + 2 * area.frameWidth()


def screen_width(window: QWidget) -> int:
    """The width that the screen leaves for windows."""
    return int(window.screen().availableGeometry().width())


def keep_on_screen(window: QWidget) -> None:
    """Move a window that sticks out at the right or at the foot of the screen."""
    screen, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() - frame.width()))
    top = max(screen.top(), min(frame.top(), screen.bottom() - frame.height()))
    if (left, top) != (frame.left(), frame.top()):
        window.move(left, top)


def fit_to_screen(window: QWidget, preferred: QSize) -> None:
    """Open at a preferred size, but never larger than the screen leaves."""
    available = window.screen().availableGeometry().size()
    room = QSize(int(available.width() * 0.95), int(available.height() * MOST_OF_SCREEN))
    window.resize(preferred.boundedTo(room))


def grow_by(window: QWidget, height: int) -> None:
    """Make a window higher, as far as the screen leaves room; never lower."""
    room = int(window.screen().availableGeometry().height() * MOST_OF_SCREEN)
    wanted = min(window.height() + height, room)
    if height > 0 and wanted > window.height() and not window.isMaximized():
        window.resize(window.width(), wanted)
        keep_on_screen(window)
