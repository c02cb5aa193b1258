# SPDX-License-Identifier: GPL-2.0-or-later
"""Which libraries this QGIS lacks, and what to do about it without the internet. Imports nothing heavy."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from .core.text import translate

LIBRARIES = ("numpy", "pandas", "scipy", "pyproj")
"""What the calculations need beside QGIS itself, by import name."""


def missing_libraries() -> list[str]:
    """The names of LIBRARIES that this Python cannot find; nothing is imported to see it."""
    return [name for name in LIBRARIES if importlib.util.find_spec(name) is None]


def linux_family(release: Path = Path("/etc/os-release")) -> str:
    """Which packages a Linux system takes: debian, fedora, suse, arch, or an empty string when not known."""
    if not release.is_file():
        return ""
    pairs = (line.partition("=") for line in release.read_text(encoding="utf-8").splitlines())
    fields = {key: value.strip("\"'") for key, _, value in pairs}
    words = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".lower().split()
    families = {"debian": "debian", "ubuntu": "debian", "fedora": "fedora", "rhel": "fedora",
                "suse": "suse", "opensuse": "suse", "arch": "arch"}  # fmt: skip
    return next((families[word] for word in words if word in families), "")


def remedy(missing: list[str], platform: str = sys.platform, family: str | None = None) -> str:
    """What to do on this platform so that the libraries are there, in plain words and without pip.

    Parameters
    ----------
    missing : import names, as missing_libraries gives them.
    platform : as in sys.platform.
    family : as linux_family gives it; None asks the system.
    """
    packages = " ".join(f"python3-{name}" for name in missing)
    if platform == "win32":
        return translate(
            "Requirements",
            "Install QGIS again from its full standalone installer (the .msi file), which brings them along. "
            "With OSGeo4W: start “OSGeo4W Setup”, choose “Advanced install”, mark {packages} and finish; "
            "on a computer without internet choose “Install from Local Directory”, with a folder that was "
            "downloaded on another computer. Then start QGIS again.",
        ).format(packages=packages)
    if platform == "darwin":
        return translate(
            "Requirements",
            "Install QGIS from the official installer (the .dmg file of qgis.org), which brings them along: it "
            "works without internet once the file is on this computer. Then start QGIS again.",
        )
    return _linux_remedy(missing, packages, linux_family() if family is None else family)


def _linux_remedy(missing: list[str], packages: str, family: str) -> str:
    commands = {
        "debian": f"sudo apt install {packages}",
        "fedora": f"sudo dnf install {packages}",
        "suse": f"sudo zypper install {packages}",
        "arch": "sudo pacman -S " + " ".join(f"python-{name}" for name in missing),
    }
    if family not in commands:
        return translate(
            "Requirements",
            "Add these Python libraries to the Python that QGIS uses, with your system's package manager: "
            "{names}. Then start QGIS again.",
        ).format(names=", ".join(missing))
    text = translate("Requirements", "In a terminal: {command}. Then start QGIS again.")
    if family == "debian":
        text = translate(
            "Requirements",
            "In a terminal: {command}. On a computer without internet, install the same packages from the "
            "system's DVD or from .deb files fetched on another computer. Then start QGIS again.",
        )
    return text.format(command=commands[family])


def explain(missing: list[str]) -> str:
    """One sentence that says what is missing and what still works."""
    return translate(
        "Requirements",
        "Flashpoints cannot calculate here: this QGIS lacks {names}. Everything else in QGIS works as before.",
    ).format(names=", ".join(missing))
