# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of the rows of a file: the account, why rows were rejected, and what looks wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..core.text import number, translate
from .lines import Lines, PlainLabel
from .load_coverage import CoverageRow
from .look import scale_text

MOST_REASONS, MOST_NOTICES = 5, 4
COUNTS = ("ROWS_READ", "EVENTS", "ROWS_MERGED", "ROWS_FILTERED", "ROWS_REJECTED")
SIGNS = ("", "=", "+", "+", "+")


class AccountPanel(QFrame):
    """The numbers large, as the sum that they are; under them the reasons, the warnings and the way to the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accountFrame")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.numbers = [QLabel() for _ in COUNTS]
        self.reasonsTitle = PlainLabel(translate("Account", "Why rows were rejected"))
        self.reasons = QGridLayout()
        self.noticesTitle = PlainLabel(translate("Account", "What looks wrong; nothing was left out for it"))
        self.notices = Lines(MOST_NOTICES, QgsApplication.getThemeIcon("/mIconWarning.svg"))
        self.coverage = CoverageRow()
        self.rejectedButton = QPushButton(translate("Account", "Show re&jected rows"))
        self.reportButton = QPushButton(translate("Account", "Open the &whole report"))
        self.reportButton.setToolTip(
            translate(
                "Account",
                "What was read, what was left out and why, and actor names that the actor table does not know.",
            )
        )
        self._reason_labels: list[QLabel] = []
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(self._sum())
        self.reasons.setColumnStretch(1, 1)
        self.reasons.setVerticalSpacing(0)
        layout.addWidget(self.reasonsTitle)
        layout.addLayout(self.reasons)
        layout.addWidget(self.noticesTitle)
        layout.addWidget(self.notices)
        layout.addWidget(self.coverage)
        buttons = QHBoxLayout()
        for name, button in (("rejectedButton", self.rejectedButton), ("reportButton", self.reportButton)):
            button.setObjectName(name)
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def _sum(self) -> QGridLayout:
        captions = (
            translate("Account", "rows read"),
            translate("Account", "events"),
            translate("Account", "merged (the same event twice)"),
            translate("Account", "filtered out by country"),
            translate("Account", "rejected"),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, (sign, label, caption) in enumerate(zip(SIGNS, self.numbers, captions)):
            below = PlainLabel(caption)
            below.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            if sign:
                grid.addWidget(QLabel(sign), 0, 2 * at)
            grid.addWidget(label, 0, 2 * at + 1)
            grid.addWidget(below, 1, 2 * at + 1)
            grid.setColumnStretch(2 * at + 1, 3 if len(caption) > 12 else 2)
        return grid

    def show_account(self, results: dict[str, Any]) -> None:
        """Show the numbers of importevents and what its ACCOUNT tells."""
        for label, name in zip(self.numbers, COUNTS):
            label.setText(number(int(results[name])))
            scale_text(label, 1.3, bold=True)
        for title in (self.reasonsTitle, self.noticesTitle):
            scale_text(title, 1.0, bold=True)
        account = json.loads(str(results.get("ACCOUNT") or "{}"))
        self._show_reasons([(str(reason), int(count)) for reason, count in account.get("reasons", [])])
        sentences = [str(notice["sentence"]) for notice in account.get("notices", [])]
        self.noticesTitle.setVisible(bool(sentences))
        self.notices.show_lines(sentences)
        self.coverage.show_coverage(account.get("coverage"))
        self.rejectedButton.setVisible(int(results["ROWS_REJECTED"]) > 0)
        self.show()

    def _show_reasons(self, reasons: Sequence[tuple[str, int]]) -> None:
        for label in self._reason_labels:
            self.reasons.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._reason_labels = []
        shown = list(reasons[: MOST_REASONS if len(reasons) > MOST_REASONS + 1 else None])
        rest = reasons[len(shown) :]
        if rest:
            text = translate("Account", "for {n} other reasons: see the report")
            shown.append((text.format(n=number(len(rest))), sum(count for _, count in rest)))
        for row, (reason, count) in enumerate(shown):
            amount, words = QLabel(number(count)), PlainLabel(reason)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self.reasons.addWidget(amount, row, 0)
            self.reasons.addWidget(words, row, 1)
            self._reason_labels += [amount, words]
        self.reasonsTitle.setVisible(bool(shown))

    def stops(self) -> list[QWidget]:
        """Where the tab key stops."""
        return [self.notices.moreButton, *self.coverage.stops(), self.rejectedButton, self.reportButton]

    def reason_texts(self) -> list[str]:
        """What stands in the list of reasons, count and reason in turn."""
        return [label.text() for label in self._reason_labels]
