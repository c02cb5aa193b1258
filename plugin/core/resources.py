# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the data that ship with the plugin lie."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
