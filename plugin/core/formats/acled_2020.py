# SPDX-License-Identifier: GPL-2.0-or-later
"""ACLED's API as people dumped it around 2020: ISO dates, an unnamed column of row numbers before the others.

The columns come in the standard order or in that of the alphabet.
"""

from __future__ import annotations

from ..text import translate
from .acled import EVENT_COLUMNS, REQUIRED
from .form import Format

UNNAMED = ""

FORMAT = Format(
    id="acled",
    dataset="ACLED",
    title=lambda: translate("Formats", "ACLED, dumped from its API with row numbers"),
    columns=EVENT_COLUMNS,
    required=(*REQUIRED, "sub_event_type"),
    signs=(UNNAMED, "data_id", "event_id_no_cnty", "iso3"),
    lacks=("disorder_type",),
)
