# SPDX-License-Identifier: GPL-2.0-or-later
"""Made-up events with names that the plugin's table knows and does not know, and an independent way to count them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from event_files import row, write

NAMES = (
    *(["JNIM: Group for Support of Islam and Muslims"] * 30), *(["Katiba Serma"] * 12),
    *(["Sons of the River (Mali)"] * 9), *(["Guardians of Wagadou"] * 7), *(["Band of Kéké Traoré"] * 3),
    "Sons of the River (Mali) and/or Katiba Serma", "Lords (of) the.Dunes [North]",
)  # fmt: skip
STRANGERS = {
    "Sons of the River (Mali)": 10, "Guardians of Wagadou": 7, "Band of Kéké Traoré": 3,
    "Lords (of) the.Dunes [North]": 1,
}  # fmt: skip
"""Names without a group -> events."""


def rows() -> list[dict[str, str]]:
    """An event for each of NAMES, against soldiers or civilians; each fifth names an associate twice."""
    made = []
    for number, name in enumerate(NAMES, start=1):
        civilians = number % 3 == 0
        made.append(
            row(
                number,
                event_date=f"2023-{1 + number % 6:02d}-{1 + number % 28:02d}",
                event_type="Violence against civilians" if civilians else "Battles",
                sub_event_type="Attack" if civilians else "Armed clash",
                actor1=name,
                assoc_actor_1="Katiba Macina; Katiba Macina" if number % 5 == 0 else "",
                actor2="Civilians (Mali)" if civilians else "Military Forces of Mali (2021-)",
                inter1="0",
                inter2="7" if civilians else "1",
            )
        )
    return made


def file(folder: Path) -> Path:
    """The events as an export."""
    return write(folder / "actors.csv", rows())


def names_in(event: Mapping[str, Any]) -> set[str]:
    """The single names of an event, found without the plugin."""
    cells = (event[key] for key in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2"))
    return {
        part.strip()
        for cell in cells
        for half in str(cell or "").split(" and/or ")
        for part in half.split(";")
        if part.strip()
    }


def matching(pattern: str, events: Iterable[Mapping[str, Any]]) -> tuple[int, Counter[str]]:
    """Events with a name that a pattern fits, and those names with their events, by plain loops."""
    total, names = 0, Counter()  # type: int, Counter[str]
    for event in events:
        found = {name for name in names_in(event) if re.search(pattern, name, re.IGNORECASE)}
        total += bool(found)
        names.update(found)
    return total, names
