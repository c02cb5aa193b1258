# SPDX-License-Identifier: GPL-2.0-or-later
"""A script that a plain Python runs beside QGIS: it reads a part of a large file, see import_part.

It is started before the file is known, since loading its libraries takes a while. It takes two lines of JSON: where
the plugin lies, then the job. When its input ends, whoever has started it is gone or no longer wants it: it ends.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import threading

PACKAGE = "flashpoints"


def main() -> None:
    """Load what is needed, say so, and do the job."""
    asked = sys.stdin.buffer
    start = json.loads(asked.readline())
    sys.path[:] = start["path"]
    spec = importlib.util.spec_from_file_location(
        PACKAGE, f"{start['root']}/__init__.py", submodule_search_locations=[start["root"]]
    )
    if spec is None or spec.loader is None:
        sys.exit("the plugin is not there")
    sys.modules[PACKAGE] = importlib.util.module_from_spec(spec)
    part = importlib.import_module(f"{PACKAGE}.plugin.gis.import_part")
    print("ready", flush=True)
    job = asked.readline()
    threading.Thread(target=_end_with_input, daemon=True).start()
    if job:
        part.run(json.loads(job))


def _end_with_input() -> None:
    """End this process when its input ends; sys.stdin would be locked meanwhile, and keep it from ending otherwise."""
    while os.read(0, 1):
        continue
    os._exit(0)


if __name__ == "__main__":
    main()
