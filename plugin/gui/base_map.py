# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map of a project: made for the countries of the first store, and widened when a store of others comes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayer

from ..core.text import translate
from ..gis.basemap import ROLE, base_layers, copy_world_map
from ..gis.region_sources import country_codes
from ..gis.store import read_rows
from . import tree
from .background import Latest
from .window import Window

MOST_COUNTRIES = 8
"""Events of more countries get the whole world as their base."""

WORLD = "*"
"""The focus of a base map of the whole world."""

Focus = tuple[str, ...]


def show_base(host: Window, store: Path) -> None:
    """Bring the base map of a store's countries to the bottom of the project, when it is ready.

    One that is there gets the countries added to its own; it stays as it is where it has them, or shows the world.
    """
    there = tree.base_focus()
    if tree.has_base() and not there:
        return  # one that was put together by hand
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "flashpoints"

    def make() -> tuple[Path, Focus] | None:
        focus = widened(there, codes_of(store))
        return None if focus == there else (copy_world_map(folder, codes(focus)), focus)

    def show(answer: tuple[Path, Focus] | None) -> None:
        if answer is None:
            return
        path, focus = answer
        if not tree.has_base():
            tree.add_base(base_layers(path, codes(focus)), focus)
        elif tree.base_focus() == there:
            refocus(path, focus)

    work = Latest(translate("Stores", "Preparing the base map"), host)
    work.answered.connect(show)
    work.refused.connect(host.say_failed)
    work.ask(make)


def codes_of(store: Path) -> Focus:
    """Codes of the countries of a store's events, the most frequent first; (WORLD,) for too many or unknown ones."""
    counts = {
        str(row["country"]): int(row["events"] or 0) for row in read_rows(store, "coverage") if row["country"]
    }
    names = sorted(counts, key=lambda name: -counts[name])
    found = tuple(code for code in country_codes(names).values() if code)
    return found if found and len(names) <= MOST_COUNTRIES else (WORLD,)


def widened(there: Focus, more: Focus) -> Focus:
    """A focus with the countries of another added."""
    together = tuple(dict.fromkeys([*there, *more]))
    return together if WORLD not in together and len(together) <= MOST_COUNTRIES else (WORLD,)


def codes(focus: Focus) -> Sequence[str]:
    """The codes that the base map is asked with: none for the world."""
    return () if WORLD in focus else focus


def refocus(path: Path, focus: Focus) -> None:
    """Let the base map of the project show other countries: its layers stay, with the look that a user gave them."""
    fresh = {layer.customProperty(ROLE): layer for layer in base_layers(path, codes(focus))}
    shown = {layer.customProperty(ROLE): layer for layer in tree.base_layers()}
    ours = _as_made(list(shown.values()))
    for role, layer in shown.items():
        made = fresh.pop(role, None)
        if made is None:
            continue
        layer.setDataSource(made.source(), layer.name(), made.providerType())
        layer.setReadOnly(True)
        if role in ours:
            layer.setRenderer(made.renderer().clone())
            layer.setLabeling(made.labeling().clone() if made.labeling() else None)
        layer.triggerRepaint()
    tree.set_base_focus(focus)


def _as_made(layers: Sequence[QgsVectorLayer]) -> set[str]:
    """The roles of those layers that look as the plugin made them."""
    before = tree.base_focus()
    path = next((tree.file_of(layer) for layer in layers), None)
    if path is None:
        return {layer.customProperty(ROLE) for layer in layers}
    made = {layer.customProperty(ROLE): layer for layer in base_layers(path, codes(before))}
    return {
        role
        for layer in layers
        if (role := layer.customProperty(ROLE)) in made
        and layer.renderer() is not None
        and layer.renderer().dump() == made[role].renderer().dump()
    }
