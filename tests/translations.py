# SPDX-License-Identifier: GPL-2.0-or-later
"""The translations, compiled: as `make qm` left them, or compiled now where that is older than the texts."""

from __future__ import annotations

import shutil
from pathlib import Path

from flashpoints.tools.i18n import I18N, compile_to


def compiled(folder: Path) -> Path:
    """Put all .qm files into a folder; gives the folder back."""
    for source in I18N.glob("*.ts"):
        built = source.with_suffix(".qm")
        if built.exists() and built.stat().st_mtime >= source.stat().st_mtime:
            shutil.copy2(built, folder / built.name)
    compile_to(folder)
    return folder
