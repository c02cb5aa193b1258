# SPDX-License-Identifier: GPL-2.0-or-later
"""Missing libraries: said in plain words for each platform, and nothing raises."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from flashpoints.plugin import requirements_check as check


@pytest.mark.parametrize(
    ("platform", "family", "expected"),
    [
        ("win32", "", ["OSGeo4W", "Install from Local Directory", "python3-pandas", "standalone installer"]),
        ("darwin", "", ["official installer", ".dmg"]),
        ("linux", "debian", ["sudo apt install python3-pandas python3-scipy", "without internet"]),
        ("linux", "fedora", ["sudo dnf install python3-pandas python3-scipy"]),
        ("linux", "suse", ["sudo zypper install python3-pandas"]),
        ("linux", "arch", ["sudo pacman -S python-pandas python-scipy"]),
        ("linux", "", ["package manager", "pandas, scipy"]),
    ],
)
def test_remedy_fits_the_platform(platform: str, family: str, expected: list[str]) -> None:
    """What to do is a thing that this platform has, and never pip."""
    text = check.remedy(["pandas", "scipy"], platform, family)
    for words in expected:
        assert words in text
    assert "pip " not in text
    assert "Then start QGIS again." in text


@pytest.mark.parametrize(
    ("release", "family"),
    [
        ('ID=ubuntu\nID_LIKE=debian\nNAME="Ubuntu"\n', "debian"),
        ("ID=debian\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "suse"),
        ("ID=arch\n", "arch"),
        ("ID=nixos\n", ""),
    ],
)
def test_linux_family(tmp_path: Path, release: str, family: str) -> None:
    """Derived systems take their parents' packages."""
    path = tmp_path / "os-release"
    path.write_text(release, encoding="utf-8")
    assert check.linux_family(path) == family


def test_linux_family_without_the_file(tmp_path: Path) -> None:
    """Nothing is known of a system that does not say."""
    assert check.linux_family(tmp_path / "nothing") == ""


def test_nothing_is_missing_where_the_tests_run() -> None:
    """The other tests need the libraries."""
    assert check.missing_libraries() == []


WITHOUT = """
import importlib.abc, importlib.util, os, sys
missing, broken, root = {missing!r}, {broken!r}, {root!r}

class Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name in broken else None
    def create_module(self, spec):
        raise ImportError("its binary part does not fit", name=spec.name)
    def exec_module(self, module):
        pass

from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
said = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: said.append((tag, text)))
for name in missing:
    sys.modules[name] = None  # as Python itself marks what cannot be found
sys.meta_path.insert(0, Broken())
spec = importlib.util.spec_from_file_location("flashpoints", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["flashpoints"] = module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
plugin = module.classFactory(None)
print("EARLY", [one for one in ("pandas", "scipy", "pyproj") if sys.modules.get(one)])
plugin.initProcessing()
plugin.initGui()
print("MISSING", plugin.missing)
print("PROVIDER", QgsApplication.processingRegistry().providerById("flashpoints") is not None)
print("LOG", [text for tag, text in said if tag == "Flashpoints"])
plugin.unload()
print("UNLOADED")
sys.stdout.flush()
os._exit(0)
"""


def loaded_without(tmp_path: Path, missing: list[str], broken: list[str]) -> dict[str, str]:
    """Load the plugin without a window in a Python of its own that lacks libraries; what it printed, by first word."""
    script = tmp_path / "load.py"
    root = str(Path(__file__).resolve().parents[2])
    script.write_text(WITHOUT.format(missing=missing, broken=broken, root=root), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr, ran.stderr
    return dict(line.partition(" ")[::2] for line in ran.stdout.splitlines())


def test_loads_without_pandas_and_scipy(tmp_path: Path) -> None:
    """As qgis_process loads it: no provider, no error, and the log says what to do."""
    told = loaded_without(tmp_path, missing=["pandas", "scipy"], broken=[])
    assert told["MISSING"] == "['pandas', 'scipy']"
    assert told["PROVIDER"] == "False"
    assert "this QGIS lacks pandas, scipy" in told["LOG"]
    assert "start QGIS again" in told["LOG"]
    assert "UNLOADED" in told


def test_loads_with_a_broken_pyproj(tmp_path: Path) -> None:
    """A library that is there but cannot be imported is treated like one that is not."""
    told = loaded_without(tmp_path, missing=[], broken=["pyproj"])
    assert told["MISSING"] == "['pyproj']"
    assert told["PROVIDER"] == "False"


def test_loads_light_and_registers(tmp_path: Path) -> None:
    """The plugin class itself pulls in nothing heavy; with everything there the provider is registered."""
    told = loaded_without(tmp_path, missing=[], broken=[])
    assert told["EARLY"] == "[]"
    assert told["MISSING"] == "[]"
    assert told["PROVIDER"] == "True"
    assert told["LOG"] == "[]"
