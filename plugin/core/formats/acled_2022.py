# SPDX-License-Identifier: GPL-2.0-or-later
"""ACLED's standard export of 2019 to 2022: today's types, numeric inter codes, 06 December 2022."""

from __future__ import annotations

from ..text import translate
from .acled import EVENT_COLUMNS, REQUIRED
from .form import Format

FORMAT = Format(
    id="acled",
    dataset="ACLED",
    title=lambda: translate("Formats", "ACLED, as exported from 2019 to 2022"),
    columns=EVENT_COLUMNS,
    required=(*REQUIRED, "sub_event_type"),
    signs=("data_id", "event_id_no_cnty", "iso3"),
    lacks=("disorder_type",),
)
