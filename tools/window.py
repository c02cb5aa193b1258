# SPDX-License-Identifier: GPL-2.0-or-later
"""Starts the real QGIS on a virtual display, in a fresh profile with this plugin, and runs a probe inside it.

Used by tests/gui/test_real_window.py and tools/screenshots.py. The probe is a scenario of tools/probe.py; it
works from inside QGIS, writes what it saw as JSON and leaves through QGIS's own Exit action.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROBE = ROOT / "tools" / "probe.py"
STARTUP = ROOT / "tools" / "window_startup.py"
# what a user's plugin folder holds; the same as TOP_LEVEL of check_package.py less the reading matter
PLUGIN_PARTS = ("__init__.py", "metadata.txt", "plugin", "ui", "resources")

SETTINGS = """[PythonPlugins]
flashpoints=true

[qgis]
checkVersion=false
showTips=false
plugins\\python-flashpoints=true

[app]
projections\\unknownCrsBehavior=UseProjectCrs

[locale]
overrideFlag=true
userLocale={locale}
globalLocale={locale}

[UI]
UITheme={theme}
"""

ERRORS = ("Traceback (most recent", "[Python error]", "[Modal window]")


@dataclass
class Seen:
    """What a run of QGIS left behind."""

    returncode: int  # of QGIS itself; 124: it did not end in time
    result: dict[str, Any] = field(default_factory=dict)  # the probe's JSON, empty when it wrote none
    log: str = ""  # QGIS's message log
    output: str = ""  # what it printed

    def python_errors(self) -> list[str]:
        """Lines of log and output that tell of a Python error, or of a modal window that nobody closed."""
        lines = f"{self.log}\n{self.output}".splitlines()
        return [line for line in lines if any(sign in line for sign in ERRORS)]


def can_run() -> str:
    """An empty string when QGIS can be started here, else what is missing."""
    missing = [name for name in ("qgis", "xvfb-run", "xauth") if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def copy_plugin(target: Path) -> None:
    """Put the parts of the checkout that a user gets into `target`."""
    target.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in PLUGIN_PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=ignore)
        else:
            shutil.copy(source, target / name)


def make_profile(folder: Path, *, locale: str, theme: str) -> Path:
    """A fresh profile folder with the plugin enabled; returns its `default` profile."""
    profile = folder / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS.format(locale=locale, theme=theme), encoding="utf-8")
    copy_plugin(profile / "python" / "plugins" / "flashpoints")
    return profile


def environment(home: Path, task: dict[str, Any], scale: float) -> dict[str, str]:
    """The variables for QGIS: a home of its own, a real display, and the system's Python, not a venv's."""
    env = dict(os.environ)
    for name in ("QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "QGIS_PLUGINPATH", "DISPLAY"):
        env.pop(name, None)
    places = env.get("PATH", os.defpath).split(os.pathsep)
    env["PATH"] = os.pathsep.join(p for p in places if not (Path(p).parent / "pyvenv.cfg").exists())
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    env.update(HOME=str(home), XDG_RUNTIME_DIR=str(runtime), LC_ALL="C.UTF-8")
    env.update(PYQGIS_STARTUP=str(STARTUP), FLASHPOINTS_PROBE=json.dumps(task))
    if scale != 1:
        env["QT_SCALE_FACTOR"] = str(scale)
    return env


def run(
    scenario: str,
    out: Path,
    *,
    probe: Path = PROBE,
    hidden: Sequence[str] = (),
    locale: str = "en_US",
    theme: str = "default",
    size: tuple[int, int] = (1600, 1000),
    scale: float = 1,
    seconds: int = 240,
    task: dict[str, Any] | None = None,
    home: Path | None = None,
) -> Seen:
    """Start QGIS, run a scenario in it, and return what was seen.

    Parameters
    ----------
    scenario, probe : what to do, and the file that does it.
    out : existing folder for the scenario's pictures and files.
    hidden : Python libraries that QGIS must not find.
    size, scale : of the virtual screen, in its own pixels, and Qt's scale factor.
    seconds : after these QGIS is ended and the return code is 124.
    task : further values for the scenario.
    home : a folder that keeps the profile for the next run; without it each run starts with a fresh one.
    """
    with contextlib.ExitStack() as stack:
        made = (
            None if home else stack.enter_context(tempfile.TemporaryDirectory(prefix="flashpoints-window-"))
        )
        folder = home or Path(str(made))
        profile = folder / "profiles" / "default"
        if not profile.is_dir():
            make_profile(folder, locale=locale, theme=theme)
        answer, log = folder / "result.json", folder / "messages.log"
        for old in (answer, log):
            old.unlink(missing_ok=True)
        order = {
            "scenario": scenario,
            "out": str(out),
            "tools": str(probe.parent),
            "result": str(answer),
            "log": str(log),
            "hidden": list(hidden),
            "seconds": seconds - 20,
            **(task or {}),
        }
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {size[0]}x{size[1]}x24", "qgis", "--nologo"]
        command += ["--profiles-path", str(folder), "--profile", profile.name, "--code", str(probe)]
        returncode, output = supervise(command, environment(folder / "home", order, scale), seconds)
        return Seen(
            returncode=returncode,
            result=json.loads(answer.read_text(encoding="utf-8")) if answer.exists() else {},
            log=log.read_text(encoding="utf-8") if log.exists() else "",
            output=output,
        )


def supervise(command: list[str], env: dict[str, str], seconds: int) -> tuple[int, str]:
    """Run a command in a process group of its own; returns exit code and output, 124 after `seconds`."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        try:
            returncode = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)
            returncode = 124
        output.seek(0)
        return returncode, output.read().decode("utf-8", errors="replace")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: window.py SCENARIO FOLDER")
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    seen = run(sys.argv[1], Path(sys.argv[2]).resolve())
    print(seen.output, seen.log, json.dumps(seen.result, indent=1), f"exit code {seen.returncode}", sep="\n")
    sys.exit(seen.returncode)
