# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of layers in the one form that the core expects of their kind."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..core.dates import iso_date
from ..core.schema import BOOLEAN, DATE, INTEGER, REAL


def as_kind(values: pd.Series, kind: str | None) -> pd.Series:
    """A column in the form of its kind; a date that cannot be read is missing."""
    if kind == DATE:
        if values.dtype == object:
            texts = values.map(_iso_text, na_action="ignore").fillna("")
            dates = {text: iso_date(text) for text in texts.unique()}
            values = texts.map(dates)
        return pd.to_datetime(values).astype("datetime64[ns]").dt.normalize()
    if kind in (INTEGER, REAL, BOOLEAN):
        return pd.to_numeric(values, errors="coerce").astype(float)
    return values


def _iso_text(value: Any) -> str:
    """A date of QGIS's own kinds as ISO text, in its own time zone; text as it is."""
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") else str(value).strip()
