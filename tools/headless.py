# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS without a window, with this checkout as the package `flashpoints`, whatever its folder is called."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
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
