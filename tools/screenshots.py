# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the plugin in a real QGIS window, on a virtual display: every dialog and every result.

`python tools/screenshots.py [LOOK ...]` writes PNGs into build/screenshots/. Looks: light (everything), and the
dialogs alone as dark, french (on a screen of 1366 x 768) and double (at 200 %). Without arguments: all of them.
`dark:loading` takes one scenario of a look alone. With EVENTS=file (and CENTRE=longitude,latitude of a town) in the
environment, that file's map takes the sample's place, in its look `own`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import window

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
WORK = ROOT / "build" / "screenshots-data"  # QGIS calls layers in the system's temporary folder temporary
SAMPLE = ROOT / "resources" / "sample" / "mali_synthetic_2017_2023.csv"
SCREENS = ROOT / "tools" / "probe_screens.py"
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"scenario": "everything", "seconds": 1200},
    "dark": {"scenario": "dialogs", "theme": "Night Mapping"},
    "french": {"scenario": "dialogs", "locale": "fr_FR", "size": (1366, 768)},
    "double": {"scenario": "dialogs", "scale": 2, "size": (2732, 1536)},
    "own": {"scenario": "styling"},
}


def take(look: str, scenario: str = "") -> list[str]:
    """Take the pictures of one look, all or those of a scenario; returns what went wrong."""
    WORK.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        events = Path(os.environ.get("EVENTS") or SAMPLE).resolve()
        sample = Path(folder, events.name)
        shutil.copy(events, sample)
        task = {"prefix": look, "sample": str(sample), "store": str(Path(folder, "sample.gpkg"))}
        task["centre"] = os.environ.get("CENTRE", "")
        task["regions"] = os.environ.get("REGIONS", "")
        options = {"seconds": 400, **LOOKS[look], "task": task}
        usual = options.pop("scenario")
        seen = window.run(scenario or usual, OUT, probe=SCREENS, **options)
    problems = list(seen.result.get("problems", []))
    if seen.python_errors() or seen.returncode or not seen.result.get("complete"):
        problems.append(
            f"exit code {seen.returncode}: {seen.result.get('error', '')}\n{seen.log}\n{seen.output}"
        )
    return [f"{look}: {problem}" for problem in problems]


def page_pictures() -> None:
    """Every brief that was made, as a picture of its page."""
    for pdf in sorted(OUT.glob("*.pdf")):
        subprocess.run(["pdftoppm", "-r", "110", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)


def main() -> None:
    """Command line."""
    usual = ["own"] if os.environ.get("EVENTS") else [look for look in LOOKS if look != "own"]
    orders = [order.partition(":") for order in sys.argv[1:] or usual]
    looks = [look for look, _, _ in orders]
    if set(looks) - set(LOOKS):
        sys.exit(f"screenshots: the looks are {', '.join(LOOKS)}")
    if window.can_run():
        sys.exit(f"screenshots: {window.can_run()}")
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        if old.name.split("_")[0] in looks:
            old.unlink()
    problems = [problem for look, _, scenario in orders for problem in take(look, scenario)]
    page_pictures()
    for picture in sorted(OUT.glob("*.png")):
        print(picture.relative_to(ROOT))
    for problem in problems:
        print(f"screenshots: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
