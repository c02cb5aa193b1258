# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's version, from metadata.txt, its only source."""

from __future__ import annotations

import configparser
import functools

from .paths import ROOT


@functools.lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version, such as 0.1.0."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]
