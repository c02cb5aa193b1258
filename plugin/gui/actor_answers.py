# SPDX-License-Identifier: GPL-2.0-or-later
"""What an edited table of actors makes of the events, worked out in a thread while somebody types."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.actor_check import Problem, pattern_problem, problems, slow_pattern
from ..core.actor_draft import Draft, Row
from ..core.actor_mentions import Matched, Mentions, Review
from ..core.text import translate
from ..gis.reclassifying import known_families
from .background import Latest


@dataclass(frozen=True)
class Answer:
    """What is known of a table.

    problems : all that is wrong with it; review : None when it cannot be used; row : the pattern that was tested by
    itself, None for none; matched : what it fits, None when it cannot be tested, and wrong says why.
    """

    problems: list[Problem]
    review: Review | None
    row: int | None
    matched: Matched | None
    wrong: str


class ActorAnswers(QObject):
    """Asks about a table; only the newest question counts."""

    answered = pyqtSignal(object)
    refused = pyqtSignal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mentions: Mentions | None = None
        self._tried: set[str] = set()
        self._latest = Latest(translate("Actors window", "Testing the patterns"), self)
        self._latest.answered.connect(self.answered)
        self._latest.refused.connect(self.refused)

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._latest.busy

    def set_mentions(self, mentions: Mentions | None, trusted: list[Row]) -> None:
        """Ask about other events. trusted : rows whose patterns have met names before."""
        self._latest.drop()
        self.mentions = mentions
        self._tried = {row["pattern"] for row in trusted}

    def ask(self, draft: Draft, row: int | None) -> None:
        """What becomes of the events; row : the pattern to test by itself."""
        mentions = self.mentions
        if mentions is None:
            return
        rows, families = [dict(one) for one in draft.rows], [dict(one) for one in draft.families]
        self._latest.ask(lambda: self._answer(mentions, rows, families, row))

    def _answer(self, mentions: Mentions, rows: list[Row], families: list[Row], row: int | None) -> Answer:
        """In the thread. No pattern meets a name before it was seen that it comes to an end."""
        found = problems(rows, families, known_families())
        bad = {one.row for one in found if one.column in ("pattern", "inter", "end")}
        for number, one in enumerate(rows):
            if number in bad or one["pattern"] in self._tried:
                continue
            slow = slow_pattern(one, mentions.names, number)
            if slow is None:
                self._tried.add(one["pattern"])
            else:
                found.append(slow)
                bad.add(number)
        review = None if found else mentions.review(rows)
        matched, wrong = None, ""
        if row is not None and row < len(rows):
            wrong = pattern_problem(rows[row]) or next((one.sentence for one in found if one.row == row), "")
            if row not in bad:
                matched, wrong = mentions.test(rows[row]), ""
        return Answer(found, review, row, matched, wrong)
