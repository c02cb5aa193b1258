# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock “Results”: each result of the project as table, chart and text; its events, its files, and once more."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer
from qgis.PyQt.QtGui import QHideEvent, QShowEvent

from ..core.errors import FlashpointsError
from ..core.result import Ask, Result
from ..core.result_tables import foot_line, result_table
from ..core.result_words import footnote, sentences
from ..core.shown_table import ShownTable
from ..core.text import number, translate
from ..gis.result_charts import chart_of
from ..gis.result_layers import read_result
from .map_marks import FeatureMarks
from .result_again import ResultAgain
from .result_lists import ResultLists
from .results_files import ResultFiles
from .results_list import ResultsList
from .results_page import TEXT, ResultsPage
from .shown_model import ShownModel
from .window import Window

PAUSE_MS = 100
"""How long a layer must rest before it is read again."""


class ResultsDock(QgsDockWidget):
    """Reads nothing while it is hidden."""

    def __init__(self, host: Window) -> None:
        super().__init__(translate("Results dock", "Results"), host.widget)
        self.setObjectName("FlashpointsResults")
        self.host = host
        self.result: Result | None = None
        self.table: ShownTable | None = None
        self.page = ResultsPage(self)
        self.setWidget(self.page)
        self.marks = FeatureMarks(host.canvas)
        self.results = ResultsList(self.page.resultCombo, self)
        self.lists = ResultLists(host, self)
        self.again = ResultAgain(host, self)
        self.files = ResultFiles(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self._connect()
        self.results.refresh()
        self._show_nothing()

    def _connect(self) -> None:
        page = self.page
        self.results.chosen.connect(self.read)
        self.results.changed.connect(self._pause.start)
        self.lists.refused.connect(self._refused)
        self.lists.busyChanged.connect(self._busy)
        self.again.refused.connect(self._refused)
        self.again.busyChanged.connect(self._running)
        self.again.progressed.connect(self._progressed)
        page.view.doubleClicked.connect(self._twice)
        page.againButton.clicked.connect(self._again)
        page.changeButton.clicked.connect(self._change)
        page.listButton.clicked.connect(self._list_first)
        page.tabs.currentChanged.connect(lambda _: self._enable())
        page.sentenceButton.clicked.connect(self.files.copy_sentences)
        page.copyButton.clicked.connect(self.files.copy)

    def place(self) -> None:
        """Put the dock at the foot of the window, then where QGIS remembers it from the last time."""
        self.host.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self)
        self.host.widget.restoreDockWidget(self)
        self.host.stack_docks(self)

    def let_go(self) -> None:
        """Hear nothing any more; before the dock is taken out."""
        self._pause.stop()
        self.results.let_go()
        self.lists.forget()
        self.marks.remove()

    # Which result

    def layer(self) -> QgsVectorLayer | None:
        """The layer of the result that is shown."""
        return self.results.layer()

    def show_layer(self, layer: QgsVectorLayer) -> None:
        """Show a result of the project."""
        self.results.choose(layer)
        self.read()

    def read(self) -> None:
        """Read the chosen result and show it; later when nobody looks."""
        self._pause.stop()
        self.marks.remove()
        self.lists.drop()
        layer = self.layer()
        if layer is None:
            self._show_nothing()
            return
        if not self.isVisible():
            self.result = None
            return
        try:
            result = read_result(layer)
        except FlashpointsError as error:
            self._show_nothing()
            self._refused(error)
            return
        self._show(result)

    def _show_nothing(self) -> None:
        self.result = self.table = None
        self.page.show_content(self.layer() is not None)
        self.page.chart.set_chart(None)

    def _show(self, result: Result) -> None:
        page, before = self.page, self.result
        same = before is not None and before.definition_id == result.definition_id
        self.result, self.table = result, result_table(result)
        page.show_content(True)
        page.say("")
        page.view.show_table(self.table)
        page.view.selectionModel().selectionChanged.connect(self._selected)
        draw = chart_of(result)
        page.tabs.setTabEnabled(1, draw is not None)
        page.chart.set_chart(draw, result.title)
        if not same and draw is None and page.tabs.currentIndex() == 1:
            page.tabs.setCurrentIndex(0)
        self._show_text()
        self.files.offer()
        self._enable()

    def _show_text(self) -> None:
        if self.result is not None:
            rows = self.page.view.positions()
            self.page.show_text(
                self.result.title,
                sentences(self.result, rows or None),
                self.result.caveats,
                footnote(self.result),
            )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """What was left undone while nobody looked."""
        super().showEvent(event)
        if self.result is None:
            self.read()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """The map keeps no marks of a result that nobody sees."""
        super().hideEvent(event)
        self.marks.remove()

    # Rows

    def _selected(self, *_: object) -> None:
        layer, result = self.layer(), self.result
        if layer is None or result is None:
            return
        rows = self.page.view.positions()
        ids = [int(result.rows.index[row]) for row in rows]
        shapes = self.marks.show(layer, ids) if ids and layer.isSpatial() else []
        if not shapes:
            self.marks.remove()
        self.host.zoom_to_shapes(shapes, layer.crs())
        self._show_text()
        self._enable()

    def asks(self) -> list[Ask]:
        """The numbers of the selected row."""
        rows = self.page.view.positions()
        return self.result.asks(rows[0]) if self.result is not None and len(rows) == 1 else []

    def _enable(self) -> None:
        page, asks = self.page, self.asks()
        page.footLabel.setText(foot_line(self.result, page.view.positions()) if self.result else "")
        page.listButton.setEnabled(bool(asks) and not self.lists.busy)
        page.listButton.setMenu(page.listMenu if len(asks) > 1 else None)
        page.listMenu.clear()
        for ask in asks:
            title = translate("Results", "{number}: {title}").format(
                number=number(ask.count), title=ask.title
            )
            action = page.listMenu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, ask=ask: self.list_events(ask))
        page.copyButton.setEnabled(self.result is not None)

    def _list_first(self) -> None:
        asks = self.asks()
        if len(asks) == 1:
            self.list_events(asks[0])

    def _twice(self, index: QModelIndex) -> None:
        """A double click: the events of the number that was clicked, else of the row's last."""
        model = self.page.view.model()
        if self.result is None or not isinstance(model, ShownModel) or self.table is None:
            return
        asks = self.result.asks(model.position(index.row()))
        column = self.table.columns[index.column()].name
        letters = {ask.column[-2:]: ask for ask in asks if ask.column[-2:] in ("_a", "_b")}
        chosen = next((ask for end, ask in letters.items() if end in column), asks[-1] if asks else None)
        if chosen is not None:
            self.list_events(chosen)

    def list_events(self, ask: Ask) -> None:
        """Open the list of the events of a number."""
        layer = self.layer()
        if layer is not None and self.result is not None:
            self.page.say("")
            self.lists.ask(layer, self.result, ask)

    def _busy(self, busy: bool) -> None:
        if not sip.isdeleted(self):
            self._enable()
            if busy:
                self.page.footLabel.setText(translate("Results dock", "Finding the events…"))

    def _refused(self, error: FlashpointsError) -> None:
        self.page.say(str(error))

    # Once more

    def _again(self) -> None:
        layer = self.layer()
        if layer is not None and self.result is not None:
            self.page.say("")
            self.again.run(layer, self.result)

    def _running(self, busy: bool) -> None:
        if not sip.isdeleted(self):
            text = translate("Results dock", "Running…") if busy else translate("Results dock", "Run again")
            self.page.againButton.setText(text)
            self.page.againButton.setEnabled(not busy and self.result is not None)

    def _progressed(self, percent: float) -> None:
        if not sip.isdeleted(self) and self.again.busy:
            text = translate("Results dock", "Running: {n} %")
            self.page.againButton.setText(text.format(n=number(percent)))

    def _change(self) -> None:
        if self.result is not None:
            self.page.say("")
            self.again.change(self.result)

    @property
    def shows_text(self) -> bool:
        """Whether the tab of text is in front."""
        return bool(self.page.tabs.currentIndex() == TEXT)
