# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether an event layer still looks as the plugin made it, so that a style of the user's own is never replaced."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..core.actors import ActorTable
from .styles import style_events


def is_own_style(layer: QgsVectorLayer, actors: ActorTable) -> bool:
    """Whether the layer's renderer is what style_events makes of its events as they are now."""
    renderer = layer.renderer()
    if renderer is None:
        return False
    fresh = layer.clone()
    style_events(fresh, actors)
    return bool(renderer.dump() == fresh.renderer().dump())
