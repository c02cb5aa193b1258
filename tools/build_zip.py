# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds `build/flashpoints.<version>.zip`, which QGIS takes through "Install from ZIP" with no network.

The files are those that git knows or would add (never what .gitignore names), less those that .gitattributes
marks `export-ignore`; compiled translations are added. A clean checkout gives the zip of its last commit; one
with changes gives the zip of what lies there now, and says so.
"""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from i18n import compile_to

ROOT = Path(__file__).resolve().parent.parent
NAME = "flashpoints"


def git(*arguments: str, env: dict[str, str] | None = None) -> str:
    """Run git in the checkout and give back what it prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, env={**os.environ, **(env or {})}, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"zip: git {arguments[0]} failed: {done.stderr.strip()}")
    return done.stdout.strip()


def version() -> str:
    """The plugin's version, from its one source."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def archive(target: Path) -> str:
    """Write the archive of the checkout; returns in words what was taken.

    Uncommitted work is read through an index and an object folder of its own, so that neither the user's
    index nor the repository changes.
    """
    options = ("archive", "--format=zip", f"--prefix={NAME}/", "-o", str(target))
    if not git("status", "--porcelain"):
        git(*options, "HEAD")
        return f"commit {git('rev-parse', '--short', 'HEAD')}"
    with tempfile.TemporaryDirectory() as folder:
        objects = git("rev-parse", "--path-format=absolute", "--git-path", "objects")
        env = {
            "GIT_INDEX_FILE": f"{folder}/index",
            "GIT_OBJECT_DIRECTORY": f"{folder}/objects",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": objects,
        }
        Path(folder, "objects").mkdir()
        git("add", "--all", env=env)
        git(*options, git("write-tree", env=env), env=env)
    return "the files as they lie here, with changes that are not committed"


def main() -> None:
    """Build the zip and say what is in it."""
    target = ROOT / "build" / f"{NAME}.{version()}.zip"
    target.parent.mkdir(exist_ok=True)
    taken = archive(target)
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package,
    ):
        for compiled in compile_to(Path(folder)):
            package.write(compiled, f"{NAME}/resources/i18n/{compiled.name}")
        count = len([name for name in package.namelist() if not name.endswith("/")])
    print(
        f"zip: {target.relative_to(ROOT)} ({target.stat().st_size / 1e6:.1f} MB, {count} files) from {taken}"
    )


if __name__ == "__main__":
    main()
