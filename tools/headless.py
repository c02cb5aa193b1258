# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS without a window, with this checkout as the package `flashpoints`, whatever its folder is called."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def register() -> None:
    """Make `import flashpoints` find this checkout."""
    spec = importlib.util.spec_from_file_location(
        "flashpoints", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["flashpoints"] = module
    spec.loader.exec_module(module)


@contextlib.contextmanager
def running_qgis() -> Iterator[None]:
    """A QGIS application with the provider registered; everything is let go of before it ends."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "XDG_RUNTIME_DIR" not in os.environ:
        runtime = Path(tempfile.gettempdir()) / f"runtime-{os.getuid()}"
        runtime.mkdir(mode=0o700, exist_ok=True)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    # Debian's pyproj says so in a virtual environment; what is used of it needs no data folder
    warnings.filterwarnings("ignore", "Valid PROJ data directory not found")
    from qgis.core import QgsApplication, QgsProject

    application = QgsApplication([], False)
    application.initQgis()
    from flashpoints.plugin.gis.provider import FlashpointsProvider

    provider = FlashpointsProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        yield
    finally:
        QgsProject.instance().clear()
        QgsApplication.processingRegistry().removeProvider(provider)
        application.exitQgis()
