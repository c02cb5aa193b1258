# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in threads: only the latest answer counts, errors are answers, and nobody is missed who has left."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from flashpoints.plugin.core.errors import FlashpointsError
from flashpoints.plugin.gui.background import Latest, wait_for_all
from qgis.core import QgsApplication
from qgis.PyQt import sip

from .conftest import wait


@pytest.fixture
def latest(qgis_app: Any) -> Any:
    """A runner of questions, and what it answered."""
    made = Latest("test")
    made.said = []
    made.answered.connect(lambda answer: made.said.append(("answer", answer)))
    made.refused.connect(lambda error: made.said.append(("error", str(error))))
    return made


def test_answer_comes_from_another_thread(latest: Any) -> None:
    """And reaches the main thread."""
    latest.ask(threading.get_ident)
    assert wait(lambda: latest.said)
    kind, thread = latest.said[0]
    assert kind == "answer"
    assert thread != threading.get_ident()
    assert not latest.busy


def test_an_overtaken_answer_is_dropped(latest: Any) -> None:
    """The first question ends last; only the second one's answer is heard."""
    gate = threading.Event()
    latest.ask(lambda: gate.wait(10) and "first")
    latest.ask(lambda: "second")
    assert wait(lambda: latest.said)
    gate.set()
    assert wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    wait(lambda: False, 200)
    assert latest.said == [("answer", "second")]


def test_a_refusal_is_said(latest: Any) -> None:
    """FlashpointsError comes back whole."""

    def refuse() -> None:
        raise FlashpointsError("It is empty.", "file.csv", "Export it again.")

    latest.ask(refuse)
    assert wait(lambda: latest.said)
    assert latest.said == [("error", "file.csv: It is empty. Export it again.")]


def test_an_answer_to_a_closed_window_is_dropped(latest: Any) -> None:
    """The dialog is deleted while its thread still works: nothing raises, in which case Qt would abort."""
    gate, done = threading.Event(), threading.Event()
    latest.ask(lambda: (gate.wait(10), done.set()))
    sip.delete(latest)
    gate.set()
    assert wait(done.is_set)
    assert wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    wait(lambda: False, 200)


def test_unloading_waits_for_threads(latest: Any) -> None:
    """Nobody works on in code that QGIS is about to take away."""
    begun, done = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        threading.Event().wait(0.4)
        done.set()

    latest.ask(slow)
    assert wait(begun.is_set)
    assert not done.is_set()
    wait_for_all()
    assert done.is_set()
