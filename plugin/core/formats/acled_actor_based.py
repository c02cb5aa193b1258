# SPDX-License-Identifier: GPL-2.0-or-later
"""ACLED's actor-based ("monadic") export: a row for each actor of an event, no second actor in it.

The rows of one event become one event. A civilian, protester or rioter row is side 2; where that does not tell the
sides they are unknown. See `merging`.
"""

from __future__ import annotations

from ..text import translate
from .acled import ADDED_IN_2022, EVENT_COLUMNS, REQUIRED
from .form import Format

SECOND_ACTOR = ("actor2", "assoc_actor_2", "inter2")

FORMAT = Format(
    id="acled_actor_based",
    dataset="ACLED",
    title=lambda: translate("Formats", "ACLED, actor-based (one row an actor)"),
    columns={
        name: names for name, names in {**EVENT_COLUMNS, **ADDED_IN_2022}.items() if name not in SECOND_ACTOR
    },
    required=(*REQUIRED, "inter1"),
    lacks=SECOND_ACTOR,
    one_row_an_actor=True,
)
