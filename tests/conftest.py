# SPDX-License-Identifier: GPL-2.0-or-later
"""What every test shares: the checkout under the name `flashpoints`, and where the data are.

Works for three ways of running: the core alone in plain Python (`-p no:pytest_qgis tests/core`), the floors
that need QGIS (`tests/gis tests/gui`), and everything at once (`tests`).
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "resources" / "sample" / "mali_synthetic_2017_2023.csv"
HAS_QGIS = importlib.util.find_spec("qgis") is not None


def steady_hypothesis() -> None:
    """No time limit for one example: a busy machine must not fail a property test. Without hypothesis: skip them."""
    if importlib.util.find_spec("hypothesis") is None:
        from flashpoints.tests import no_hypothesis

        no_hypothesis.install()
        return
    from hypothesis import settings

    settings.register_profile("flashpoints", deadline=None, print_blob=True)
    settings.load_profile("flashpoints")


sys.path.insert(0, str(ROOT / "tools"))
if "flashpoints" not in sys.modules:
    from headless import register

    register()
steady_hypothesis()

# Without QGIS only the core can be tested; pytest says so in its first lines.
collect_ignore = [] if HAS_QGIS else ["gis", "gui"]


def pytest_report_header() -> str:
    """One line about what this run is made of."""
    if not HAS_QGIS:
        return "flashpoints: no QGIS for this Python, tests/gis and tests/gui are left out"
    shared = "with" if SHARED.is_dir() else "without"
    return f"flashpoints: {shared} the shared folder of test data"


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party test data beside the checkout, which is never copied into it."""
    if not SHARED.is_dir():
        pytest.skip("the folder 'shared' with third-party test data is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def acled_world(shared: Path) -> Path:
    """9,000 real events of the world, first half of 2022."""
    return existing(shared / "data" / "events" / "acledr_2022h1_world_sample.csv")


@pytest.fixture(scope="session")
def mali_boundaries(shared: Path) -> Path:
    """Mali's regions (layer adm1) and cercles (layer adm2) of 2015."""
    return existing(shared / "data" / "boundaries" / "mali_cod_ab_2015.gpkg")


@pytest.fixture(scope="session")
def sample() -> Path:
    """The synthetic sample, which is part of the plugin: without it a test fails, it never skips."""
    if not SAMPLE.is_file():
        raise FileNotFoundError(SAMPLE)
    return SAMPLE


def existing(path: Path) -> Path:
    """The path, or a skip that says which file is not there."""
    if not path.is_file():
        pytest.skip(f"no file {path.name}")
    return path


class QgisProcess:
    """`qgis_process` with this plugin enabled, in a profile of its own."""

    def __init__(self, folder: Path) -> None:
        # Debian's wrapper passes options that 3.22 refuses: call the program behind it, where there is one
        program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
        if program is None:
            pytest.skip("qgis_process is not installed")
        self.program = program
        from flashpoints.tools.window import copy_plugin

        copy_plugin(folder / "plugins" / "flashpoints")
        (folder / "runtime").mkdir(mode=0o700)
        self.env = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_PLUGINPATH": str(folder / "plugins"),
            "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
            "XDG_RUNTIME_DIR": str(folder / "runtime"),
        }
        self("plugins", "enable", "flashpoints")

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run it; the caller looks at returncode, stdout and stderr."""
        command = [self.program, *arguments]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=600)

    def answer(self, *arguments: str) -> dict[str, Any]:
        """Run it with --json; a failure is an AssertionError with what it said."""
        done = self(*arguments, "--json")
        assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
        return json.loads(done.stdout[done.stdout.index("{") :])

    def run(self, algorithm: str, **parameters: object) -> dict[str, Any]:
        """Run one of the plugin's algorithms by its bare id; returns its results."""
        given = [f"--{name}={value}" for name, value in parameters.items()]
        return self.answer("run", f"flashpoints:{algorithm}", *given)["results"]

    def refusal(self, algorithm: str, **parameters: object) -> str:
        """What it says when it refuses; not refusing is an AssertionError."""
        given = [f"--{name}={value}" for name, value in parameters.items()]
        done = self("run", f"flashpoints:{algorithm}", *given)
        assert done.returncode != 0, f"{algorithm} took {parameters}\n{done.stdout}"
        return f"{done.stdout}\n{done.stderr}"


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    """See QgisProcess; about two seconds for each call."""
    return QgisProcess(tmp_path_factory.mktemp("qgis_process"))


@pytest.fixture(scope="session", autouse=True)
def let_go(request: pytest.FixtureRequest) -> Iterator[None]:
    """Before QGIS ends, let go of what failed tests held: it would crash, and pytest's summary be lost."""
    if request.config.pluginmanager.has_plugin("pytest_qgis"):
        request.getfixturevalue("qgis_app")  # torn down after this
    yield
    for name in ("last_exc", "last_value", "last_traceback"):
        setattr(sys, name, None)
    if not gc.isenabled():
        return  # see tests/gui/conftest.py
    gc.collect()
    if request.config.pluginmanager.has_plugin("pytest_qgis"):
        delete_stray_layers()


def delete_stray_layers() -> None:
    """Delete layers that still hang on an exception which went through QGIS: it keeps them, and crashes in the end."""
    from qgis.core import QgsMapLayer
    from qgis.PyQt import sip

    for thing in gc.get_objects():
        if isinstance(thing, QgsMapLayer) and not sip.isdeleted(thing) and sip.ispyowned(thing):
            sip.delete(thing)


_ended: dict[str, int] = {}


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember how it went."""
    _ended["status"] = int(exitstatus)


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure() -> None:
    """After windows were tested, leave without tidying up: what is left of them would crash.

    Before other plugins' turn: pytest's own collects garbage there.
    """
    if _ended and not gc.isenabled():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended["status"])
