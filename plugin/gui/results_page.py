# SPDX-License-Identifier: GPL-2.0-or-later
"""What the results dock looks like: which result, its table, chart and text, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ..core.text import translate
from .chart_view import ChartView
from .event_list_page import notice, push_button
from .look import show_as_list
from .shown_model import ShownView

TABLE, CHART, TEXT = range(3)


class ResultsPage(QWidget):
    """Holds widgets; the dock fills them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resultCombo = QComboBox()
        self.resultCombo.setObjectName("resultCombo")
        self.resultCombo.setAccessibleName(translate("Results dock", "Result"))
        self.resultCombo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.resultCombo.setMaxVisibleItems(20)
        show_as_list(self.resultCombo)
        self._make_tabs()
        self._make_buttons()
        self.noticeFrame, self.noticeLabel = notice()
        self.emptyLabel = QLabel(
            translate(
                "Results dock",
                "No results in this project yet. Run Buffer counts, Region footprints or Compare periods.",
            )
        )
        self.emptyLabel.setWordWrap(True)
        self.emptyLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.tabs)
        self.pages.addWidget(self.emptyLabel)
        self._lay_out()

    def _make_tabs(self) -> None:
        self.view = ShownView()
        self.view.setObjectName("resultView")
        self.view.setAccessibleName(translate("Results dock", "Rows of the result"))
        self.chart = ChartView()
        self.browser = QTextBrowser()
        self.browser.setObjectName("resultText")
        self.browser.setOpenLinks(False)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.view, translate("Results dock", "Table"))
        self.tabs.addTab(self.chart, translate("Results dock", "Chart"))
        self.tabs.addTab(self.browser, translate("Results dock", "Text"))

    def _make_buttons(self) -> None:
        self.againButton = push_button(
            translate("Results dock", "Run again"),
            translate("Results dock", "The same question to the events as they are now, as a new result"),
        )
        self.changeButton = push_button(
            translate("Results dock", "Change…"),
            translate("Results dock", "Open the dialog with what was asked, to ask something else"),
        )
        self.listButton = push_button(
            translate("Results dock", "List events"),
            translate("Results dock", "The events behind the number of the selected row"),
        )
        self.listMenu = QMenu(self.listButton)
        self.sentenceButton = push_button(
            translate("Results dock", "Copy sentence"),
            translate(
                "Results dock", "Copy what the selected rows say, with the footnote; no row selected: all"
            ),
        )
        self.copyButton = push_button(
            translate("Results dock", "Copy"),
            translate(
                "Results dock", "Copy what is shown: the table as text and HTML, the chart, or the text"
            ),
        )
        self.saveButton = QPushButton(translate("Results dock", "Save"))
        self.saveMenu = QMenu(self.saveButton)
        self.saveButton.setMenu(self.saveMenu)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.resultCombo, 1)
        for button in (self.againButton, self.changeButton):
            head.addWidget(button)
        self.footLabel = QLabel()
        self.footLabel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot.addWidget(self.footLabel, 1)
        for button in (self.listButton, self.sentenceButton, self.copyButton, self.saveButton):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.noticeFrame)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)

    def say(self, text: str) -> None:
        """A sentence above the table, such as what went wrong; "" takes it away."""
        self.noticeLabel.setText(text)
        self.noticeFrame.setVisible(bool(text))

    def show_text(
        self, title: str, sentences: list[str], caveats: Sequence[str], footnote: list[str]
    ) -> None:
        """Fill the tab of text. All texts are escaped."""
        said = "".join(f"<p>{escape(one)}</p>" for one in sentences)
        if not sentences:
            said = f"<p>{escape(translate('Results dock', 'The table says it all.'))}</p>"
        said += "".join(f"<p>• {escape(one)}</p>" for one in caveats)
        small = "".join(f"{escape(one)}<br>" for one in footnote)
        self.browser.setHtml(f"<p><b>{escape(title)}</b></p>{said}<p><small>{small}</small></p>")

    def show_content(self, there: bool) -> None:
        """there : whether there is a result."""
        self.pages.setCurrentWidget(self.tabs if there else self.emptyLabel)
        for widget in (
            self.resultCombo, self.againButton, self.changeButton, self.sentenceButton, self.copyButton,
            self.saveButton,
        ):  # fmt: skip
            widget.setEnabled(there)
        if not there:
            self.footLabel.clear()
            self.listButton.setEnabled(False)
            self.say("")
