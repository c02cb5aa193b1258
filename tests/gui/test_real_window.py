# SPDX-License-Identifier: GPL-2.0-or-later
"""The real QGIS on a virtual display, in a fresh profile, with the plugin enabled as a user has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flashpoints.tools import window

ACTIONS = {
    "flashpoints_load_events",
    "flashpoints_style",
    "flashpoints_ruling",
    "flashpoints_rulings",
    "flashpoints_actors",
    "flashpoints_buffer_counts",
    "flashpoints_region_footprints",
    "flashpoints_compare_periods",
    "flashpoints_make_brief",
}

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(window.can_run()), reason=f"no window can be opened: {window.can_run()}"),
]


def explain(seen: window.Seen) -> str:
    """What a failure message needs."""
    return f"{seen.result.get('error', '')}\n{seen.log}\n{seen.output}"


def assert_clean(seen: window.Seen) -> None:
    """QGIS went through the whole scenario, told of no Python error, and was left as a user leaves it."""
    assert "error" not in seen.result, explain(seen)
    assert seen.result.get("complete") is True, explain(seen)
    assert seen.python_errors() == [], explain(seen)
    assert seen.returncode == 0, explain(seen)


@pytest.fixture(scope="module")
def clicked(tmp_path_factory: pytest.TempPathFactory) -> window.Seen:
    """One run in which every button is pressed."""
    return window.run("click_every_button", tmp_path_factory.mktemp("window"))


def test_qgis_starts_and_closes_cleanly(clicked: window.Seen) -> None:
    """Exit code 0, no Python error in the log, nothing on the way that needed a hand."""
    assert_clean(clicked)


def test_plugin_is_loaded_with_its_toolbar_and_provider(clicked: window.Seen) -> None:
    """What loading should bring."""
    result = clicked.result
    assert (result["loaded"], result["toolbar"], result["provider"]) == (True, True, True), explain(clicked)


def test_every_button_opens_a_window_of_its_own(clicked: window.Seen) -> None:
    """Each has words, an icon and a menu entry, and opens a dialog that leaves the map usable."""
    buttons = clicked.result["buttons"]
    assert set(buttons) == ACTIONS
    for name, facts in buttons.items():
        dialog = facts["dialog"]
        assert facts["text"] and facts["tooltip"] and facts["icon"] and facts["in_menu"], name
        assert dialog["title"] and dialog["texts"], name
        assert dialog["modal"] is False, name
        assert facts["closed"] is True, name
    assert len({facts["dialog"]["title"] for facts in buttons.values()}) == len(ACTIONS)


def test_dialogs_fit_a_small_laptop(clicked: window.Seen) -> None:
    """1366 x 768 less the panel and the title bar."""
    for name, facts in clicked.result["buttons"].items():
        width, height = facts["dialog"]["size"]
        assert width <= 1366 and height <= 700, (name, width, height)


def test_plugin_can_be_taken_out_and_put_back(clicked: window.Seen) -> None:
    """Nothing of it stays, and it comes back."""
    assert clicked.result["unloaded"] == {"toolbar": True, "provider": True}, explain(clicked)
    assert clicked.result["loaded_again"] is True


def test_plugin_loads_without_pandas_and_scipy_and_says_so(tmp_path: Path) -> None:
    """On a QGIS without them the plugin is there and names, in the window, what is missing."""
    seen = window.run("without_libraries", tmp_path, hidden=("pandas", "scipy"))
    assert_clean(seen)
    assert (seen.result["loaded"], seen.result["toolbar"]) == (True, True)
    said = " ".join(seen.result["says"])
    assert "pandas" in said and "scipy" in said, said
    assert "Traceback" not in said and "ModuleNotFoundError" not in said, said
