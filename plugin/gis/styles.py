# SPDX-License-Identifier: GPL-2.0-or-later
"""How every layer looks: functions that set renderer and labels of a layer, which are saved with it."""

from .styles_base import style_base
from .styles_comparison import style_comparison
from .styles_events import style_events
from .styles_fields import set_temporal
from .styles_results import style_footprints, style_rings

__all__ = [
    "set_temporal",
    "style_base",
    "style_comparison",
    "style_events",
    "style_footprints",
    "style_rings",
]
