# SPDX-License-Identifier: GPL-2.0-or-later
"""ACLED's export of 2018 and before: nine event types of the time, no sub-event types, 31 October 2018."""

from __future__ import annotations

from ..text import translate
from .acled import EVENT_COLUMNS, REQUIRED
from .form import Format

FORMAT = Format(
    id="acled",
    dataset="ACLED",
    title=lambda: translate("Formats", "ACLED, as exported until 2018"),
    columns={name: names for name, names in EVENT_COLUMNS.items() if name != "sub_event_type"},
    required=REQUIRED,
    signs=("data_id", "event_id_no_cnty", "iso3", "gwno"),
    lacks=("sub_event_type", "disorder_type"),
)
