# SPDX-License-Identifier: GPL-2.0-or-later
"""Qt 6 spelling: runs qgis-pyqt5to6 on a copy of the plugin and fails when it changes or warns of anything.

That tool rewrites files in place and knows Qt's enums by importing PyQt6, so it works on a copy, from an
environment of its own. To be sure that it sees anything at all, it is first shown a file that it must change.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / ".venv" / "qt6" / "bin" / "pyqt5to6"
BAD = "from qgis.PyQt.QtCore import Qt\n\nside = Qt.AlignLeft\ndialog.exec_()\n"
# said on every run: the QGIS that is installed is on Qt 5, so only Qt's own enums can be looked up
KNOWN = "QGIS classes not available for introspection"


def rewrite(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Let the tool loose on a folder; returns the files it changed (name -> new text) and what it said."""
    before = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    done = subprocess.run([str(TOOL), str(folder)], capture_output=True, text=True)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip() and KNOWN not in line]
    changed = {}
    for path, text in before.items():
        after = path.read_text(encoding="utf-8")
        if after != text:
            changed[str(path.relative_to(folder))] = difference(text, after)
    return changed, [line.replace(f"{folder}/", "") for line in said]


def difference(before: str, after: str) -> str:
    """The lines that changed, as `number: new line`."""
    pairs = enumerate(zip(before.splitlines(), after.splitlines()), start=1)
    return "\n".join(f"  line {number}: {new.strip()}" for number, (old, new) in pairs if old != new)


def main() -> None:
    """Check the tool, then the plugin."""
    if not TOOL.exists():
        print("qt6: PASSED OVER: the spelling check needs Python 3.11 or newer (see tools/setup.sh)")
        return
    with tempfile.TemporaryDirectory() as name:
        probe, copy = Path(name, "probe"), Path(name, "copy")
        probe.mkdir()
        (probe / "bad.py").write_text(BAD, encoding="utf-8")
        if "Qt.AlignmentFlag.AlignLeft" not in rewrite(probe)[0].get("bad.py", ""):
            sys.exit(
                "qt6: the tool does not find a wrong spelling that it must find; its answer means nothing"
            )
        shutil.copytree(ROOT / "plugin", copy / "plugin", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "__init__.py", copy)
        changed, said = rewrite(copy)
    for file, lines in sorted(changed.items()):
        print(f"qt6: {file} is spelled for Qt 5; right would be\n{lines}")
    for line in said:
        print(f"qt6: {line}")
    print(f"qt6: {len(changed)} files to change, {len(said)} warnings")
    sys.exit(1 if changed or said else 0)


if __name__ == "__main__":
    main()
