# SPDX-License-Identifier: GPL-2.0-or-later
"""What `make demo` runs: the main job on the sample or on a file, without a window, into build/demo/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from headless import ROOT, register, running_qgis


def main() -> int:
    """Parse the command line, start QGIS without a window, run, and answer with an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    sample = ROOT / "resources" / "sample" / "mali_synthetic_2017_2023.csv"
    parser.add_argument(
        "--events", type=Path, default=sample, help="event file (default: the synthetic sample)"
    )
    parser.add_argument("--regions", type=Path, help="polygon layer (default: QGIS's own world map)")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "demo", help="folder, emptied first")
    arguments = parser.parse_args()
    register()
    with running_qgis():
        from demo_run import Demo
        from flashpoints.plugin.core.errors import FlashpointsError
        from qgis.core import QgsProcessingException

        try:
            Demo(arguments.events, arguments.out, arguments.regions).run()
        except (FlashpointsError, QgsProcessingException) as error:
            print(f"make demo: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
