# SPDX-License-Identifier: GPL-2.0-or-later
"""A chart in a window: drawn by matplotlib in the window's colours and sharpness, saved in those of print."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QFontInfo, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ..core.errors import FlashpointsError
from ..core.text import translate
from ..gis.chart_look import PRINT, ChartLook, Draw
from ..gis.charts import save_svg

SAVED_MM = (160.0, 100.0)
"""Width and height of a saved chart, whatever the window shows: the width of a page's text."""
SAVED_DPI = 300
SMALLEST_PX = 40
REST_MS = 40
"""How long the size must rest before the chart is drawn again; until then the old picture is stretched."""


class ChartView(QLabel):
    """Shows what a function draws; nothing where there is none. A label, since dark themes colour only those."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._draw: Draw | None = None
        self._image: QImage | None = None
        self._problem = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._render)

    def set_chart(self, draw: Draw | None, description: str = "") -> None:
        """Show another chart. description : what it shows, for those who cannot see it."""
        self._draw = draw
        self.setAccessibleName(description)
        self._render()

    @property
    def has_chart(self) -> bool:
        """Whether there is something to save."""
        return self._draw is not None

    @property
    def problem(self) -> str:
        """Why the chart cannot be drawn; empty when it can."""
        return self._problem

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for a readable chart, in lines of text."""
        line = self.fontMetrics().height()
        return QSize(14 * line, 8 * line)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size it likes best."""
        line = self.fontMetrics().height()
        return QSize(26 * line, 15 * line)

    # Drawing

    def look(self) -> ChartLook:
        """The colours of the window's theme, and its size of text."""
        return look_of(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another size needs another drawing, when it rests."""
        super().resizeEvent(event)
        if self._draw is not None:
            self._rest.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another theme or font: other colours, another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._rest.start()

    def showEvent(self, event: QEvent) -> None:  # noqa: N802
        """Colours and sharpness are known once the window is."""
        super().showEvent(event)
        self._rest.start()

    def _render(self) -> None:
        self._rest.stop()
        self._image, self._problem = None, ""
        if self._draw is not None and min(self.width(), self.height()) >= SMALLEST_PX:
            try:
                self._image = self._picture(self._draw)
            except FlashpointsError as error:
                self._problem = str(error)
        self.setText(self._problem)
        self.update()

    def _picture(self, draw: Draw) -> QImage:
        per_mm = self.logicalDpiX() / 25.4
        size_mm = (self.width() / per_mm, self.height() / per_mm)
        ratio = self.devicePixelRatioF()
        picture = _rastered(draw, self.look(), size_mm, self.logicalDpiX() * ratio, transparent=True)
        picture.setDevicePixelRatio(ratio)
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture, or why there is none."""
        if self._image is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.end()

    # Taking it along

    def copy(self) -> None:
        """Put the chart on the clipboard, in the colours of print.

        Raises
        ------
        FlashpointsError : there is none, or matplotlib is missing.
        """
        QApplication.clipboard().setImage(_rastered(self._drawn(), PRINT, SAVED_MM, SAVED_DPI))

    def save(self, path: Path) -> None:
        """Write the chart as PNG (300 dpi) or SVG, by the file's ending, in the colours of print.

        Raises
        ------
        FlashpointsError : there is no chart, matplotlib is missing, or the file cannot be written.
        """
        draw = self._drawn()
        try:
            if path.suffix.lower() == ".svg":
                save_svg(draw(PRINT, SAVED_MM), path)
                return
            picture = _rastered(draw, PRINT, SAVED_MM, SAVED_DPI)
        except OSError as error:
            raise _unwritable(path, error.strerror or str(error)) from error
        per_metre = round(SAVED_DPI / 0.0254)
        picture.setDotsPerMeterX(per_metre)
        picture.setDotsPerMeterY(per_metre)
        if not picture.save(str(path), "PNG"):
            raise _unwritable(path, "")

    def _drawn(self) -> Draw:
        if self._draw is None:
            raise FlashpointsError(translate("Chart", "There is no chart to save."))
        return self._draw


def look_of(widget: QWidget) -> ChartLook:
    """The look of charts within a widget: its theme's colours, and its font's size."""
    window = widget.window()
    ink, ground = widget.palette().color(QPalette.ColorRole.WindowText), _ground(widget)
    return ChartLook(
        ink=ink.name(),
        grey=_mixed(ink, ground, 0.35),
        grid=_mixed(ink, ground, 0.82),
        shade=_mixed(ink, ground, 0.9),
        background=ground.name(),
        earlier=_mixed(ink, ground, 0.45),
        later=PRINT.later if ground.lightnessF() > 0.5 else "#FF8A3D",
        text_pt=QFontInfo(window.font()).pointSizeF(),
    )


def _ground(widget: QWidget) -> QColor:
    """The colour behind a widget: themes make all but windows and panels transparent."""
    behind: QWidget | None = widget
    while behind is not None:
        colour = behind.palette().color(QPalette.ColorRole.Window)
        if colour.alpha() == 255:
            return colour
        behind = behind.parentWidget()
    return QApplication.palette().color(QPalette.ColorRole.Window)


def _mixed(ink: QColor, ground: QColor, share: float) -> str:
    """A colour between two; share : of the second."""
    parts = [one * (1 - share) + two * share for one, two in zip(ink.getRgbF()[:3], ground.getRgbF()[:3])]
    return QColor.fromRgbF(*parts).name()


def _rastered(
    draw: Draw, look: ChartLook, size_mm: tuple[float, float], dpi: float, transparent: bool = False
) -> QImage:
    """A drawing as an image of its own memory. FlashpointsError when matplotlib is missing."""
    figure = draw(look, size_mm)
    if transparent:
        figure.set_facecolor("none")
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    data = bytes(canvas.buffer_rgba())
    return QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _unwritable(path: Path, reason: str) -> FlashpointsError:
    text = translate("Chart", "The picture cannot be written ({reason}).")
    return FlashpointsError(
        text.format(reason=reason or "–"), str(path), translate("Chart", "Choose another folder.")
    )
