# SPDX-License-Identifier: GPL-2.0-or-later
"""A list of events as people read it, and the line at its foot."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from .event_card import Labels
from .rulings_fields import EXCLUDE, field_label
from .rulings_over import RULED
from .shown_table import Shown, ShownTable, counted, day, words
from .text import number, translate

PLACE, ACTORS, KIND = "place_words", "actors_words", "kind_words"


def event_table(events: pd.DataFrame, labels: Labels | None = None) -> ShownTable:
    """The table of some events.

    Parameters
    ----------
    events : event_date (datetime64), location, admin1, actor1, actor2, event_type, sub_event_type, fatalities,
        geo_precision, source, `ruled`, event_id.
    labels : words of types in the reader's language.
    """
    labels = labels or Labels()
    rows = events.reset_index(drop=True)
    rows[PLACE] = [_joined(", ", place, area) for place, area in zip(rows["location"], rows["admin1"])]
    rows[ACTORS] = [_joined(" – ", one, two) for one, two in zip(rows["actor1"], rows["actor2"])]
    rows[KIND] = [
        _joined(" · ", labels.types.get(kind, kind), labels.sub_types.get(sub, sub))
        for kind, sub in zip(rows["event_type"], rows["sub_event_type"])
    ]
    return ShownTable(_columns(), rows, quiet=(rows[RULED] == EXCLUDE).to_numpy(dtype=bool))


def _columns() -> tuple[Shown, ...]:
    precise = translate("Event table", "1: the town itself; 2: near it; 3: a larger area only")
    killed = translate("Event table", "Reported estimates of all sides’ dead; – where the source gives none")
    return (
        Shown("event_date", translate("Event table", "Date"), day),
        Shown(PLACE, translate("Event table", "Place"), words),
        Shown(ACTORS, translate("Event table", "Actors"), words),
        Shown(KIND, translate("Event table", "Type"), words),
        Shown("fatalities", translate("Event table", "Reported killed"), counted, True, killed),
        Shown("geo_precision", translate("Event table", "Place precision"), counted, True, precise),
        Shown("source", translate("Event table", "Source"), words),
        Shown(RULED, translate("Event table", "Corrected"), ruled_mark),
        Shown("event_id", translate("Event table", "Event"), words),
    )


def ruled_mark(text: Any) -> str:
    """What rulings changed of an event, in words; empty where they changed nothing."""
    if not isinstance(text, str):
        return ""
    if text == EXCLUDE:
        return translate("Event table", "left out")
    return ", ".join(field_label(name) for name in text.split(";") if name)


def foot_line(events: pd.DataFrame) -> str:
    """How many events, and how many were reported killed in how many of them; what is not known is no 0."""
    excluded = (events[RULED] == EXCLUDE).to_numpy(dtype=bool)
    kept = events[~excluded]
    dead = pd.to_numeric(kept["fatalities"]).to_numpy(dtype=float, na_value=np.nan)
    known = ~np.isnan(dead)
    parts = [
        translate("Event table", "1 event")
        if len(kept) == 1
        else translate("Event table", "{n} events").format(n=number(len(kept)))
    ]
    if known.any():
        parts.append(
            translate("Event table", "{n} reported killed").format(n=number(float(dead[known].sum())))
        )
    if not known.all():
        text = translate("Event table", "{n} with fatalities not known")
        parts.append(text.format(n=number(int((~known).sum()))))
    if excluded.any():
        text = translate("Event table", "{n} left out by rulings and not counted")
        parts.append(text.format(n=number(int(excluded.sum()))))
    return " · ".join(parts)


def _joined(between: str, *parts: Any) -> str:
    return between.join(dict.fromkeys(part for part in parts if isinstance(part, str) and part))
