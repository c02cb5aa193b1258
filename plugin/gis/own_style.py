# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether an event layer still looks as the plugin made it, so that a style of the user's own is never replaced."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ..core.actors import ActorTable
from .layer_look import is_as_made, look_of
from .styles import style_events


def is_own_style(layer: QgsVectorLayer, actors: ActorTable) -> bool:
    """Whether the layer's renderer is the one that style_events made.

    A style of the time before layers remembered theirs is compared with what style_events makes of the events.
    """
    renderer = layer.renderer()
    if renderer is None:
        return False
    if look_of(layer) is not None:
        return is_as_made(layer)
    fresh = layer.clone()
    style_events(fresh, actors)
    return bool(renderer.dump() == fresh.renderer().dump())
